//! Event files, a file a format: rows into events.

mod lanes;
mod names;
mod records;
mod row;
mod sources;
mod table;
mod verdict;

pub(super) use table::take_in;
