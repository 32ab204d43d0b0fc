//! Who denies a part that others say he had: what one side says stands beside what the other answers.

use crate::model::{LaneCode, Role, Status};

use super::again::of_role;
use super::extraction::Proposal;
use super::roles::{Frame, frame_of};

/// Proposals back in which what a denial answers is looked for.
const NEAR: usize = 8;

/// Marks the parts in events that a later denial of the text disputes, with those who say that they had it.
pub(super) fn answered(all: &mut [Proposal]) {
    for at in 0..all.len() {
        if all[at].draft.kind != "denial" {
            continue;
        }
        let deniers: Vec<LaneCode> = lanes(&all[at], Role::Actor);
        let accusers: Vec<LaneCode> = all[..at]
            .iter()
            .rev()
            .take(NEAR)
            .find(|one| one.draft.kind == "accusation" && meets(&lanes(one, Role::Target), &deniers))
            .map(|one| lanes(one, Role::Actor))
            .unwrap_or_default();
        let deed = all[..at].iter_mut().rev().take(NEAR).find(|one| {
            let said = frame_of(&one.draft.kind) == Frame::Happens || one.draft.status == Status::Alleged;
            said && !is_speech(one) && meets(&lanes(one, Role::Actor), &deniers)
        });
        let Some(deed) = deed else { continue };
        for part in deed.draft.lanes.iter_mut().filter(|part| part.role == Role::Actor) {
            if deniers.contains(&part.lane) {
                part.status = Some(Status::Disputed);
                let told = accusers.iter().filter(|lane| **lane != part.lane);
                let new: Vec<LaneCode> = told.filter(|lane| !part.by.contains(lane)).cloned().collect();
                part.by.extend(new);
            }
        }
    }
}

fn lanes(one: &Proposal, role: Role) -> Vec<LaneCode> {
    of_role(one, role).into_iter().cloned().collect()
}

/// What somebody says is no deed that could be denied.
fn is_speech(one: &Proposal) -> bool {
    matches!(one.draft.kind.as_str(), "accusation" | "denial" | "statement")
}

fn meets(one: &[LaneCode], other: &[LaneCode]) -> bool {
    one.iter().any(|lane| other.contains(lane))
}
