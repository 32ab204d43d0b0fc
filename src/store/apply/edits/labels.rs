//! Sentences for the history: what an edit did, beginning with a verb (“set status of “Italy expels 30” to confirmed”).

use crate::model::{Article, Event, EventChange, Kinds, Lane, LinkType, Sentence, Status};

/// Characters of a title that a sentence holds.
const TITLE: usize = 60;

/// A title as sentences hold it: on one line, cut where it is long.
fn short(title: &str) -> String {
    let line = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut cut: String = line.chars().take(TITLE).collect();
    if cut.len() < line.len() {
        cut.truncate(cut.trim_end().len());
        cut.push('…');
    }
    cut
}
/// A title in the quotation marks of the language that it is spoken in.
pub(super) fn named(title: &str) -> Sentence {
    Sentence::new("step-named").text("title", short(title))
}

/// One event by its title, several by their number.
pub(super) fn events<'a>(titles: impl ExactSizeIterator<Item = &'a str>) -> Sentence {
    several(titles, "step-events")
}

/// One thing by its name, several by their number.
pub(super) fn several<'a>(mut names: impl ExactSizeIterator<Item = &'a str>, what: &'static str) -> Sentence {
    let count = names.len();
    match names.next() {
        Some(only) if count == 1 => named(only),
        _ => Sentence::new(what).number("n", count),
    }
}

/// What was done with an article.
pub(super) fn article(key: &'static str, article: &Article) -> Sentence {
    Sentence::new(key).said_of("what", Sentence::new("step-article").text("title", short(article.heading())))
}

/// What was done with a link from the later to the earlier of two events.
pub(super) fn link(key: &'static str, (later, earlier): (&str, &str), sort: LinkType) -> Sentence {
    let sort = Sentence::word(format!("link-{}", sort.code()));
    Sentence::new(key).said_of("later", named(later)).said_of("earlier", named(earlier)).said_of("sort", sort)
}

/// What a kind is called: the program's own by words, the case's by its label.
fn kind(code: &str, kinds: &Kinds) -> Sentence {
    let own = kinds.index_of(code).and_then(|at| kinds.own_at(at));
    own.map_or_else(|| Sentence::word(format!("kind-{code}")), |kind| Sentence::plain(short(&kind.label)))
}

fn status(status: Status) -> Sentence {
    Sentence::word(format!("status-{}", status.code()))
}

/// What was changed in several events at once.
pub(super) fn change(change: &EventChange, kinds: &Kinds, whom: &Sentence) -> Sentence {
    let step = |key| Sentence::new(key).said_of("what", whom.clone());
    match change {
        EventChange::Kind(code) => step("step-set-kind").said_of("kind", kind(code, kinds)),
        EventChange::Status(to) => step("step-set-status").said_of("status", status(*to)),
        EventChange::AddTag(tag) => step("step-add-tag").said_of("tag", named(tag)),
        EventChange::RemoveTag(tag) => step("step-remove-tag").said_of("tag", named(tag)),
        EventChange::AddEntity(part) => step("step-add-entity").said_of("name", named(&part.entity)),
        EventChange::RemoveEntity(entity) => step("step-remove-entity").said_of("name", named(entity)),
        EventChange::Private(true) => step("step-private"),
        EventChange::Private(false) => step("step-not-private"),
        EventChange::When(Some(when)) => step("step-set-date").date("date", when),
        EventChange::When(None) => step("step-remove-date"),
    }
}

/// What a form changed in one event.
pub(super) fn put(old: &Event, new: &Event, kinds: &Kinds) -> Sentence {
    let changed = changed(old, new);
    let whom = named(&old.title);
    let change = |what| change(&what, kinds, &whom);
    let step = |key| Sentence::new(key).said_of("what", whom.clone());
    match changed[..] {
        ["title"] => step("step-retitle").said_of("name", named(&new.title)),
        ["kind"] => change(EventChange::Kind(new.kind.clone())),
        ["status"] => change(EventChange::Status(new.status)),
        ["date"] => change(EventChange::When(new.when.clone())),
        ["privacy"] => change(EventChange::Private(new.private)),
        ["quotes"] if new.quotes.len() == old.quotes.len() + 1 => step("step-add-quote"),
        ["quotes"] if new.quotes.len() + 1 == old.quotes.len() => step("step-remove-quote"),
        [] => step("step-change"),
        _ => {
            let parts = changed.iter().map(|part| Sentence::word(format!("step-part-{part}")));
            step("step-change-parts").all_of("parts", parts.collect())
        }
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
        ("dates", old.dates != new.dates),
        ("count", old.count != new.count),
        ("people", old.entities != new.entities),
        ("tags", old.tags != new.tags),
        ("note", old.note != new.note),
        ("privacy", old.private != new.private),
        ("quotes", old.quotes != new.quotes),
    ];
    parts.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
}

/// What a lane's form changed.
pub(super) fn lane(old: Option<&Lane>, new: &Lane) -> Sentence {
    let step = |key| Sentence::new(key).said_of("name", named(new.display_name()));
    let Some(old) = old else { return step("step-add-lane") };
    if old.name != new.name {
        return step("step-rename-lane").said_of("what", named(old.display_name()));
    }
    match (&old.group, &new.group) {
        (was, Some(group)) if was.as_ref() != Some(group) => {
            step("step-group-lane").said_of("group", named(group))
        }
        (Some(group), None) => step("step-ungroup-lane").said_of("group", named(group)),
        _ => step("step-change-lane"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BareWords, When};

    #[test]
    fn a_sentence_says_what_changed_and_stays_short() {
        let said = |sentence: Sentence| sentence.spoken(&BareWords);
        let kinds = Kinds::default();
        let old = Event { title: "Italy\nexpels  30".into(), kind: "expulsion".into(), ..Event::default() };
        let mut new = Event { status: Status::Disputed, ..old.clone() };
        let set = "step-set-status step-named Italy expels 30 status-disputed";
        assert_eq!(said(put(&old, &new, &kinds)), set);
        new.when = When::parse("2022-04").ok();
        new.tags.push("x".into());
        let several = "step-change-parts step-named Italy expels 30 \
                       list-and step-part-date, step-part-status step-part-tags";
        assert_eq!(said(put(&old, &new, &kinds)), several);
        assert_eq!(short(&"א".repeat(2_000)).chars().count(), TITLE + 1);
        assert_eq!(said(events(["a", "b"].into_iter())), "step-events 2");
        assert_eq!(said(events(["a"].into_iter())), "step-named a");
    }
}
