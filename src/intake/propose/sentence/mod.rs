//! A sentence taken apart: its parties, its triggers, its clauses, and who speaks.

mod borders;
mod clauses;
mod counts;
mod parties;
mod reading;
mod subjects;
mod talk;
mod triggers;

pub(super) use clauses::Speech;
pub(super) use counts::value_ending_at;
pub(super) use parties::{Party, PartySort};
pub(super) use reading::{Clauses, Dated, Reading};
pub(super) use talk::Talk;
pub(super) use triggers::{Manner, Told};
