//! What is to be thought of before a picture goes out: a title that says of somebody what no source confirms.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Event, EventId, Sentence, Status, View, Words};

use super::super::FluentWords;
use super::super::paper::Sitting;

/// A sentence for each person or organisation that the title names, all of whose shown events are less than confirmed,
/// where the title itself does not say that it is a suspicion (`drawing.md`, rule W).
pub fn doubts_of_title(
    view: &View,
    sitting: &Sitting,
    shown: &BTreeMap<EventId, Arc<Event>>,
    words: &FluentWords,
) -> Vec<Sentence> {
    let title = view.title.as_deref().unwrap_or_default().to_lowercase();
    let hedges = words.word("publish-hedges").to_lowercase();
    let is_hedged = hedges.split(',').map(str::trim).any(|hedge| !hedge.is_empty() && title.contains(hedge));
    if title.is_empty() || is_hedged {
        return Vec::new();
    }
    let named = sitting.entities.list().iter().filter(|entity| {
        let mut names = std::iter::once(&entity.name).chain(&entity.aliases);
        !entity.private && names.any(|name| is_named(&title, &name.to_lowercase()))
    });
    let unsure = named.filter(|entity| {
        let mut statuses = shown
            .values()
            .filter(|event| event.entities.iter().any(|part| part.entity == entity.key))
            .map(|event| event.status)
            .peekable();
        statuses.peek().is_some() && statuses.all(|status| status != Status::Confirmed)
    });
    unsure.map(|entity| Sentence::new("publish-title-doubt").text("name", &entity.name)).collect()
}

/// Whether a name stands in a text as words of its own.
fn is_named(text: &str, name: &str) -> bool {
    let ends = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    !name.trim().is_empty()
        && text.match_indices(name).any(|(at, _)| {
            ends(text[..at].chars().next_back()) && ends(text[at + name.len()..].chars().next())
        })
}

#[cfg(test)]
mod tests {
    use super::is_named;

    #[test]
    fn a_name_is_a_word_and_not_a_part_of_one() {
        assert!(is_named("how ana left", "ana"));
        assert!(!is_named("banana republic", "ana"));
        assert!(is_named("ana", "ana"));
        assert!(!is_named("ana", ""));
    }
}
