//! An event as it is being written: dates and numbers as typed, everything else as chosen.
//!
//! Pure: it reads what was typed and says what hinders; it never waits for the store.

use crate::model::{
    Arg, Count, EntityRole, Event, FurtherDate, Participant, Quote, Says, Sentence, Unit, When, Words,
    spoken_date,
};
use crate::workspace::typed_date;

/// Most characters of a label (design, section 2).
pub const LABEL: usize = 28;

/// An event being written.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Draft {
    /// What needs no reading; its dates, count, label, note and quotes are those below.
    pub event: Event,
    pub label: String,
    pub when: String,
    /// Roles, and dates as typed.
    pub dates: Vec<(String, String)>,
    pub count: CountDraft,
    pub note: String,
    pub quotes: Vec<QuoteDraft>,
    /// Entities that are being made: names and roles.
    pub made: Vec<(String, EntityRole)>,
    pub typed: Typed,
}

/// What stands in fields that something is picked from, and is not picked yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed {
    /// Shows the kind's label until something else is typed.
    pub kind: Option<String>,
    pub lane: String,
    pub entity: String,
    pub tag: String,
}

/// A count as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CountDraft {
    pub min: String,
    /// Empty: the same as `min`, or no bound where `or_more`.
    pub max: String,
    pub or_more: bool,
    pub approx: bool,
    /// `None`: what the kind usually counts.
    pub of: Option<Unit>,
}

/// A quote, with what its source says otherwise as typed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct QuoteDraft {
    pub quote: Quote,
    /// What needs no reading; its date and count are those below.
    pub says: Says,
    pub when: String,
    pub count: CountDraft,
    /// What stands in the field that lanes are picked from.
    pub lane: String,
}

/// What a date is understood as, or why it is none.
///
/// # Errors
/// Says why it is no date.
pub fn understood(text: &str, within: bool, words: &dyn Words) -> Result<String, String> {
    match typed_date(text) {
        Ok(Some(when)) => Ok(spoken_date(&when, within, words)),
        Ok(None) => Ok(words.word("undated")),
        Err(why) => Err(why.spoken(words)),
    }
}

impl CountDraft {
    /// A count as it would be typed.
    #[must_use]
    pub fn of(count: Option<&Count>) -> Self {
        let Some(count) = count else { return Self::default() };
        Self {
            min: count.min.to_string(),
            max: count.max.filter(|max| *max != count.min).map(|max| max.to_string()).unwrap_or_default(),
            or_more: count.max.is_none(),
            approx: count.approx,
            of: Some(count.of),
        }
    }

    /// Reads it; nothing typed is none. `kind` says what is usually counted.
    ///
    /// # Errors
    /// Says which number can't be read.
    pub fn read(&self, kind: &str, words: &dyn Words) -> Result<Option<Count>, String> {
        if self.min.trim().is_empty() && self.max.trim().is_empty() {
            return Ok(None);
        }
        let number = |text: &str| -> Result<u64, String> {
            let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
            digits.parse().map_err(|_| words.say("form-no-number", &[("text", Arg::Text(text.trim()))]))
        };
        let of = self.of.unwrap_or_else(|| Unit::usual_for(kind));
        let max = if self.max.trim().is_empty() { None } else { Some(number(&self.max)?) };
        let min = if self.min.trim().is_empty() { max.unwrap_or(0) } else { number(&self.min)? };
        let max = if self.or_more { None } else { Some(max.unwrap_or(min)) };
        if max.is_some_and(|max| max < min) {
            return Err(words.word("form-count-backwards"));
        }
        Ok(Some(Count { min, max, of, approx: self.approx }))
    }
}

impl QuoteDraft {
    /// A quote as it would be typed.
    #[must_use]
    pub fn of(quote: Quote) -> Self {
        let says = quote.says.clone().unwrap_or_default();
        Self {
            when: says.when.as_ref().map(|when| when.as_str().to_owned()).unwrap_or_default(),
            count: CountDraft::of(says.count.as_ref()),
            says,
            quote,
            lane: String::new(),
        }
    }

    fn read(&self, kind: &str, words: &dyn Words) -> Result<Quote, String> {
        let kind = self.says.kind.as_deref().unwrap_or(kind);
        let when = typed_date(&self.when).map_err(|why| why.spoken(words))?;
        let says = Says { when, count: self.count.read(kind, words)?, ..self.says.clone() };
        let says = if says == Says::default() { None } else { Some(says) };
        Ok(Quote { says, ..self.quote.clone() })
    }

    /// Whether the source says anything otherwise.
    #[must_use]
    pub fn differs(&self) -> bool {
        let empty = Self::of(Quote::default());
        (&self.says, &self.when, &self.count) != (&empty.says, &empty.when, &empty.count)
    }
}

impl Draft {
    /// An event as it would be typed.
    #[must_use]
    pub fn of(event: &Event) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let date = |date: &FurtherDate| (date.role.clone(), date.when.as_str().to_owned());
        Self {
            label: text(&event.label),
            when: event.when.as_ref().map(|when| when.as_str().to_owned()).unwrap_or_default(),
            dates: event.dates.iter().map(date).collect(),
            count: CountDraft::of(event.count.as_ref()),
            note: text(&event.note),
            quotes: event.quotes.iter().cloned().map(QuoteDraft::of).collect(),
            made: Vec::new(),
            typed: Typed::default(),
            event: Event {
                label: None,
                when: None,
                dates: Vec::new(),
                count: None,
                note: None,
                quotes: Vec::new(),
                ..event.clone()
            },
        }
    }

    /// The event that was written.
    ///
    /// # Errors
    /// Says everything that hinders, a sentence each.
    pub fn read(&self, words: &dyn Words) -> Result<Event, Vec<String>> {
        let mut hindered = Vec::new();
        let title = self.event.title.trim();
        if title.is_empty() {
            hindered.push(words.word("form-no-title"));
        }
        if self.label.trim().chars().count() > LABEL {
            hindered.push(words.word("form-label-long"));
        }
        let mut kept = |read: Result<Option<When>, Sentence>| {
            read.unwrap_or_else(|why| {
                hindered.push(why.spoken(words));
                None
            })
        };
        let when = kept(typed_date(&self.when));
        let mut dates = Vec::new();
        for (role, text) in &self.dates {
            dates.extend(kept(typed_date(text)).map(|when| FurtherDate { role: role.clone(), when }));
        }
        let count = self.count.read(&self.event.kind, words).unwrap_or_else(|why| {
            hindered.push(why);
            None
        });
        let mut quotes = Vec::new();
        for quote in &self.quotes {
            match quote.read(&self.event.kind, words) {
                Ok(quote) => quotes.push(quote),
                Err(why) => hindered.push(why),
            }
        }
        hindered.extend(self.not_picked(words));
        if !hindered.is_empty() {
            return Err(hindered);
        }
        let full = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let mut tags = self.event.tags.clone();
        tags.extend(full(&self.typed.tag).filter(|tag| !tags.contains(tag)));
        let within = self.event.within && when.as_ref().is_some_and(When::is_interval);
        Ok(Event {
            title: title.to_owned(),
            label: full(&self.label),
            when,
            within,
            dates,
            count,
            note: full(&self.note),
            quotes,
            tags,
            ..self.event.clone()
        })
    }

    /// What was typed and not picked would be lost.
    fn not_picked(&self, words: &dyn Words) -> Vec<String> {
        let mut said = Vec::new();
        let mut check = |key: &str, text: &str| {
            if !text.trim().is_empty() {
                said.push(words.say(key, &[("text", Arg::Text(text.trim()))]));
            }
        };
        check("form-no-kind", self.typed.kind.as_deref().unwrap_or_default());
        check("form-no-lane", &self.typed.lane);
        for quote in &self.quotes {
            check("form-no-lane", &quote.lane);
        }
        check("form-no-entity", &self.typed.entity);
        for (name, _) in &self.made {
            check("form-entity-awaited", name);
        }
        if self.event.kind.is_empty() {
            said.push(words.word("form-kind-missing"));
        }
        said
    }

    /// Entities that were being made and now are there take their place.
    pub fn settle(&mut self, key_of: impl Fn(&str) -> Option<String>) {
        let entities = &mut self.event.entities;
        self.made.retain(|(name, role)| match key_of(name) {
            Some(entity) => {
                if !entities.iter().any(|one| one.entity == entity) {
                    entities.push(Participant { entity, role: *role });
                }
                false
            }
            None => true,
        });
    }

    /// The stored event has changed under the hands: what was not touched here takes the new value.
    pub fn rebase(&mut self, old: &Self, new: &Self) {
        macro_rules! take {
            ($($($field:ident).+),* $(,)?) => { $(
                if self.$($field).+ == old.$($field).+ {
                    self.$($field).+ = new.$($field).+.clone();
                }
            )* };
        }
        self.event.id = new.event.id;
        self.event.key.clone_from(&new.event.key);
        take!(
            label,
            when,
            dates,
            count,
            note,
            quotes,
            event.title,
            event.within,
            event.kind,
            event.status,
            event.lanes,
            event.entities,
            event.tags,
            event.private,
        );
    }
}

/// Whether two events say the same, but for what the store writes anew itself.
#[must_use]
pub fn same(one: &Event, other: &Event) -> bool {
    let bare = |event: &Event| {
        let mut event = event.clone();
        event.key.clear();
        for quote in &mut event.quotes {
            (quote.prefix, quote.suffix, quote.rev) = (None, None, None);
        }
        event
    };
    bare(one) == bare(other)
}

#[cfg(test)]
mod tests {
    use crate::model::{BareWords, EventId, Status};

    use super::*;

    fn event() -> Event {
        Event {
            id: EventId(7),
            title: "Italy expels 30".into(),
            when: When::parse("2022-04-05").ok(),
            kind: "expulsion".into(),
            count: Some(Count { min: 15, max: None, of: Unit::People, approx: true }),
            dates: vec![FurtherDate { role: "left".into(), when: When::parse("2022-04").unwrap() }],
            quotes: vec![Quote {
                article: "a".into(),
                says: Some(Says { status: Some(Status::Alleged), ..Says::default() }),
                ..Quote::default()
            }],
            ..Event::default()
        }
    }

    #[test]
    fn an_event_that_was_opened_and_not_touched_is_read_as_it_was() {
        let event = event();
        assert_eq!(Draft::of(&event).read(&BareWords), Ok(event));
    }

    #[test]
    fn everything_that_hinders_is_said_at_once_and_nothing_is_read() {
        let mut draft = Draft::of(&event());
        draft.event.title = "  ".into();
        draft.when = "2022-02-30".into();
        draft.label = "ж".repeat(29);
        draft.count.min = "thirty".into();
        draft.typed.lane = "Serbai".into();
        let hindered = draft.read(&BareWords).unwrap_err();
        assert_eq!(hindered.len(), 5, "{hindered:?}");
        assert!(hindered.iter().any(|said| said.starts_with("when-no-day 30")));
    }

    #[test]
    fn counts_are_read_with_their_bounds() {
        let read = |min: &str, max: &str, or_more| {
            let draft = CountDraft { min: min.into(), max: max.into(), or_more, ..CountDraft::default() };
            draft
                .read("expulsion", &BareWords)
                .map(|count| count.map(|count| (count.min, count.max, count.of)))
        };
        assert_eq!(read("", "", false), Ok(None));
        assert_eq!(read("30", "", false), Ok(Some((30, Some(30), Unit::People))));
        assert_eq!(read("1,200", "1 300", false), Ok(Some((1_200, Some(1_300), Unit::People))));
        assert_eq!(read("100", "", true), Ok(Some((100, None, Unit::People))));
        assert!(read("40", "30", false).is_err() && read("-1", "", false).is_err());
    }

    #[test]
    fn what_changed_under_the_hands_is_taken_where_it_was_not_touched() {
        let (old, mut stored) = (event(), event());
        let mut draft = Draft::of(&old);
        draft.event.title = "Italy expels thirty".into();
        stored.status = Status::Disputed;
        stored.title = "Italy sends 30 home".into();
        draft.rebase(&Draft::of(&old), &Draft::of(&stored));
        let read = draft.read(&BareWords).unwrap();
        assert_eq!((read.title.as_str(), read.status), ("Italy expels thirty", Status::Disputed));
    }

    #[test]
    fn an_entity_that_is_being_made_is_awaited_and_then_takes_part_once() {
        let mut draft = Draft::of(&event());
        draft.made.push(("The envoy".into(), EntityRole::Speaker));
        assert!(draft.read(&BareWords).is_err());
        draft.settle(|name| (name == "The envoy").then(|| "envoy".to_owned()));
        let read = draft.read(&BareWords).unwrap();
        assert_eq!(read.entities, [Participant { entity: "envoy".into(), role: EntityRole::Speaker }]);
    }
}
