//! Kind and status of an event, by the words of a table.

use crate::model::{OTHER, STANDARD, Status};

use super::super::columns::fold;

/// What a status cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Is(Status),
    /// Contract 14: what it becomes hangs on the kind.
    Denied,
}

/// The standard kind that a word names, in any case, number and spelling ("Cyber attacks").
pub(super) fn read_kind(cell: &str) -> Option<&'static str> {
    let word = fold(cell);
    let mut kinds = STANDARD.iter().map(|(code, ..)| *code).chain([OTHER]);
    let one = word.strip_suffix('s').unwrap_or(&word);
    kinds.find(|code| *code == word || *code == one)
}

/// The status that a word names.
pub(super) fn read_status(cell: &str) -> Option<Standing> {
    let status = match fold(cell).as_str() {
        "confirmed" | "verified" | "official" | "certain" | "true" | "bestätigt" | "подтверждено" => {
            Status::Confirmed
        }
        "reported" | "likely" | "probable" | "gemeldet" => Status::Reported,
        "alleged" | "unconfirmed" | "unverified" | "claimed" | "suspected" | "rumoured" | "rumored" => {
            Status::Alleged
        }
        "disputed" | "contested" | "contradicted" => Status::Disputed,
        "retracted" | "withdrawn" | "false" => Status::Retracted,
        "denied" => return Some(Standing::Denied),
        _ => return None,
    };
    Some(Standing::Is(status))
}

/// Whether something denied of this kind is itself the denial.
pub(super) fn is_said(kind: &str) -> bool {
    matches!(kind, "statement" | "accusation" | "denial")
}
