//! Sentences for the history: what an edit did, beginning with a verb (“set status of “Italy expels 30” to confirmed”).

use crate::model::{Article, Event, EventChange, Lane};

/// Characters of a title that a sentence holds.
const TITLE: usize = 60;

/// A title in quotation marks, on one line, cut where it is long.
pub(super) fn named(title: &str) -> String {
    let line = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut cut: String = line.chars().take(TITLE).collect();
    if cut.len() < line.len() {
        cut.truncate(cut.trim_end().len());
        cut.push('…');
    }
    format!("“{cut}”")
}

/// One event by its title, several by their number.
pub(super) fn events<'a>(titles: impl ExactSizeIterator<Item = &'a str>) -> String {
    several(titles, "events")
}

/// One thing by its name, several by their number.
pub(super) fn several<'a>(mut names: impl ExactSizeIterator<Item = &'a str>, what: &str) -> String {
    let count = names.len();
    match names.next() {
        Some(only) if count == 1 => named(only),
        _ => format!("{count} {what}"),
    }
}

/// What was changed in several events at once.
pub(super) fn change(change: &EventChange, whom: &str) -> String {
    match change {
        EventChange::Kind(kind) => format!("set kind of {whom} to {kind}"),
        EventChange::Status(status) => format!("set status of {whom} to {}", status.code()),
        EventChange::AddTag(tag) => format!("tag {whom} {}", named(tag)),
        EventChange::RemoveTag(tag) => format!("take the tag {} from {whom}", named(tag)),
        EventChange::AddEntity(part) => format!("add {} to {whom}", named(&part.entity)),
        EventChange::RemoveEntity(entity) => format!("take {} out of {whom}", named(entity)),
        EventChange::Private(true) => format!("mark {whom} private"),
        EventChange::Private(false) => format!("mark {whom} as not private"),
        EventChange::When(Some(when)) => format!("set date of {whom} to {when}"),
        EventChange::When(None) => format!("take the date of {whom} away"),
    }
}

/// What a form changed in one event.
pub(super) fn put(old: &Event, new: &Event) -> String {
    let changed = changed(old, new);
    let whom = named(&old.title);
    match changed[..] {
        ["title"] => format!("retitle {whom} as {}", named(&new.title)),
        ["kind"] => change(&EventChange::Kind(new.kind.clone()), &whom),
        ["status"] => change(&EventChange::Status(new.status), &whom),
        ["date"] => change(&EventChange::When(new.when.clone()), &whom),
        ["privacy"] => change(&EventChange::Private(new.private), &whom),
        ["quotes"] if new.quotes.len() == old.quotes.len() + 1 => format!("add a quote to {whom}"),
        ["quotes"] if new.quotes.len() + 1 == old.quotes.len() => format!("take a quote from {whom}"),
        [] => format!("change {whom}"),
        _ => format!("change {} of {whom}", listed(&changed)),
    }
}

fn changed(old: &Event, new: &Event) -> Vec<&'static str> {
    let parts = [
        ("title", old.title != new.title),
        ("label", old.label != new.label),
        ("date", old.when != new.when || old.within != new.within),
        ("kind", old.kind != new.kind),
        ("status", old.status != new.status),
        ("lanes", old.lanes != new.lanes),
        ("further dates", old.dates != new.dates),
        ("count", old.count != new.count),
        ("people", old.entities != new.entities),
        ("tags", old.tags != new.tags),
        ("note", old.note != new.note),
        ("privacy", old.private != new.private),
        ("quotes", old.quotes != new.quotes),
    ];
    parts.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
}

/// "title, date and lanes".
fn listed(parts: &[&str]) -> String {
    match parts {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => parts.join(""),
    }
}

/// What a lane's form changed.
pub(super) fn lane(old: Option<&Lane>, new: &Lane) -> String {
    let whom = named(new.display_name());
    let Some(old) = old else { return format!("add the lane {whom}") };
    if old.name != new.name {
        return format!("rename the lane {} as {whom}", named(old.display_name()));
    }
    match (&old.group, &new.group) {
        (was, Some(group)) if was.as_ref() != Some(group) => {
            format!("put the lane {whom} into the group {}", named(group))
        }
        (Some(group), None) => format!("take the lane {whom} out of the group {}", named(group)),
        _ => format!("change the lane {whom}"),
    }
}

/// What an article is called in a sentence.
pub(super) fn article(article: &Article) -> String {
    format!("the article {}", named(article.heading()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Status, When};

    #[test]
    fn a_sentence_says_what_changed_and_stays_short() {
        let old = Event { title: "Italy\nexpels  30".into(), kind: "expulsion".into(), ..Event::default() };
        let mut new = Event { status: Status::Disputed, ..old.clone() };
        assert_eq!(put(&old, &new), "set status of “Italy expels 30” to disputed");
        new.when = When::parse("2022-04").ok();
        new.tags.push("x".into());
        assert_eq!(put(&old, &new), "change date, status and tags of “Italy expels 30”");
        let long = "א".repeat(2_000);
        assert_eq!(named(&long).chars().count(), TITLE + 3);
        assert_eq!(events(["a", "b"].into_iter()), "2 events");
        assert_eq!(events(["a"].into_iter()), "“a”");
    }
}
