//! A sentence taken apart: its parties, its triggers, its clauses, and who speaks.

mod clauses;
mod counts;
mod parties;
mod reading;
mod triggers;

pub(super) use clauses::{Speech, Talk};
pub(super) use counts::value_ending_at;
pub(super) use parties::{Party, PartySort};
pub(super) use reading::{Clauses, Dated, Reading};
pub(super) use triggers::{Manner, Told};
