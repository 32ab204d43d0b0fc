//! What one sentence tells twice: a deed by two verbs, an act by its verb and by a noun.

use crate::model::{LaneCode, Role};

use super::extraction::Proposal;
use super::merge::dates_agree;
use super::roles::{Frame, frame_of};
use super::sentence::{Manner, Told};

/// Whether a verb goes on with what an earlier one of the sentence told.
pub(super) fn goes_on(other: &Proposal, one: &Proposal, told: &Told<'_>, kind: &str) -> bool {
    let same_way = [Role::Actor, Role::Target].into_iter().all(|role| {
        let (a, b) = (of_role(other, role), of_role(one, role));
        a.is_empty() || b.is_empty() || a.iter().any(|lane| b.contains(lane))
    });
    let (old, new) = (lanes_of(other), lanes_of(one));
    // "broke out, destroying …" tells of one; two verbs with places of their own of two.
    let held = if old.is_empty() {
        new.is_empty() || told.dependent || told.manner == Manner::Nominal
    } else {
        // "a blast that cut a cable was an act of sabotage": what it is called.
        let called = new.is_empty() && told.manner == Manner::Nominal;
        called || old.iter().all(|lane| new.contains(lane))
    };
    // "switched recognition in 2019 and signed a treaty in 2022" are two.
    let days = (&other.draft.when, &one.draft.when);
    let apart = matches!(days, (Some(old), Some(new)) if old != new);
    // "cut a cable … by dragging its anchor": how it was done.
    let how = told.dependent && frame_of(kind) == Frame::Happens;
    let holds = (how || frame_of(kind) == Frame::Together) && new.iter().all(|lane| old.contains(lane));
    let timely = dates_agree(other.draft.when.as_ref(), one.draft.when.as_ref());
    other.draft.kind == one.draft.kind
        && same_way
        && timely
        && (held || holds)
        && !(apart && frame_of(kind) == Frame::Together)
}

/// Kinds of which one is the other's object in a sentence: a vote on a treaty, a meeting that agrees.
const AKIN: [&[&str]; 4] = [
    &["vote", "agreement", "meeting"],
    &["sabotage", "attack", "cyberattack", "incident", "investigation"],
    &["sanction", "restriction", "seizure"],
    &["charge", "conviction", "arrest"],
];

/// Whether one kind can be the other's object.
pub(super) fn are_akin(one: &str, other: &str) -> bool {
    one != other && AKIN.iter().any(|kinds| kinds.contains(&one) && kinds.contains(&other))
}

/// Whether an event of the same sentence tells what a noun names once more.
pub(super) fn tells(told: &Proposal, noun: &Proposal) -> bool {
    let (one, other) = (told.draft.kind.as_str(), noun.draft.kind.as_str());
    let akin = are_akin(one, other);
    let lanes = lanes_of(told);
    akin && lanes_of(noun).iter().all(|lane| lanes.contains(lane))
}

/// Deeds of force, the most telling first.
const DEEDS: [&str; 5] = ["assassination", "sabotage", "cyberattack", "attack", "incident"];

/// Whether two verbs of a sentence tell the same deed: on the same day, at the same place.
pub(super) fn same_deed(told: &Proposal, again: &Proposal) -> bool {
    let is = |one: &Proposal, kind: &str| one.draft.kind == kind;
    let among = |lanes: &[&LaneCode]| lanes_of(again).iter().all(|lane| lanes.contains(lane));
    // "said that they had a hand in it": what is said, once more.
    if is(told, "accusation") && is(again, "accusation") && among(&lanes_of(told)) {
        return true;
    }
    // "met in May and agreed on": the talks and what came of them.
    let talks = ["meeting", "agreement"];
    let talk = |one: &Proposal| talks.contains(&one.draft.kind.as_str());
    if talk(told)
        && talk(again)
        && !is(told, again.draft.kind.as_str())
        && told.draft.when == again.draft.when
    {
        return lanes_of(again).iter().any(|lane| lanes_of(told).contains(lane));
    }
    let deed = |one: &Proposal| DEEDS.contains(&one.draft.kind.as_str());
    let (old, new) = (lanes_of(told), lanes_of(again));
    deed(told)
        && deed(again)
        && told.draft.kind != again.draft.kind
        && (told.draft.when == again.draft.when || again.draft.when.is_none())
        && new.iter().all(|lane| old.contains(lane))
}

pub(super) fn of_role(proposal: &Proposal, role: Role) -> Vec<&LaneCode> {
    proposal.draft.lanes.iter().filter(|part| part.role == role).map(|part| &part.lane).collect()
}

pub(super) fn lanes_of(proposal: &Proposal) -> Vec<&LaneCode> {
    proposal.draft.lanes.iter().map(|part| &part.lane).collect()
}
