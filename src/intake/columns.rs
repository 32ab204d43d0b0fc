//! Column names to the fields of an event, in the words that people head their tables with.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a column can hold (contract 14).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Id,
    When,
    End,
    /// Whether an interval means "once, somewhere inside".
    Within,
    Title,
    Label,
    Kind,
    Status,
    Count,
    /// What the count counts.
    Of,
    Place,
    Actor,
    Target,
    Subject,
    Post,
    Entity,
    Note,
    Tags,
    SourceTitle,
    SourceUrl,
    SourceDate,
    Quote,
}

/// Each field with its names: its code, then others; compared by letters and digits alone, so that `Source title`,
/// `source_title` and `SourceTitle` are one. A name stands once in the whole list.
const NAMES: [(Field, &str, &str); 22] = [
    (Field::Id, "id", "key|event id|uid"),
    (
        Field::When,
        "when",
        "date|start|start date|begin|begin date|from|day|event date|datetime|year|date start|datum|\
         beginn|wann|von|дата|начало|когда|дата начала|дата початку|коли|date de début|début|quand|\
         jour|fecha|data",
    ),
    (
        Field::End,
        "end",
        "end date|to|until|date end|finish|ende|bis|enddatum|конец|окончание|дата окончания|кінець|\
         fin|date de fin",
    ),
    (Field::Within, "within", ""),
    (
        Field::Title,
        "title",
        "headline|name|event|message|event title|what|summary|titel|ereignis|überschrift|was|название|\
         заголовок|событие|назва|подія|titre|événement|título",
    ),
    (Field::Label, "label", "short title|short label"),
    (Field::Kind, "kind", "type|event type|category|art|typ|kategorie|тип|вид|категория|категорія|catégorie"),
    (Field::Status, "status", "certainty|статус|statut"),
    (Field::Count, "count", "number|how many|people|anzahl|zahl|количество|число|кількість|nombre"),
    (Field::Of, "of", "unit|count of|einheit|unité"),
    (
        Field::Place,
        "place",
        "country|countries|location country|location|where|land|länder|ort|wo|страна|страны|место|\
         где|країна|місце|де|pays|lieu|où|país",
    ),
    (Field::Actor, "actor", "actor country|actors|by|who|akteur|wer|кто|хто|acteur"),
    (Field::Target, "target", "target country|targets|whom|ziel|wen|цель|кого|ціль|cible"),
    (Field::Subject, "subject", "subject country|subjects|betrifft|concerns"),
    (Field::Post, "post", "posts|office|amt|posten|должность|пост|посада|poste"),
    (Field::Entity, "entity", "entities|person|persons|names|personen|лицо|лица|особа|personne|personnes"),
    (
        Field::Note,
        "note",
        "notes|description|text|comment|comments|remark|remarks|details|beschreibung|notiz|bemerkung|\
         примечание|описание|комментарий|примітка|опис|remarque",
    ),
    (Field::Tags, "tags", "tag|keywords|labels|schlagworte|теги|метки|мітки|mots clés"),
    (
        Field::SourceTitle,
        "source_title",
        "source|sources|source name|publication|quelle|quellen|источник|источники|джерело|джерела",
    ),
    (
        Field::SourceUrl,
        "source_url",
        "url|urls|link|links|source link|source address|address|web|ссылка|посилання|lien|adresse",
    ),
    (Field::SourceDate, "source_date", "published|publication date|source published|date published"),
    (Field::Quote, "quote", "quotes|quotation|excerpt|zitat|цитата|citation|extrait"),
];

/// The field of each folded name.
static BY_NAME: LazyLock<HashMap<String, Field>> = LazyLock::new(|| {
    let named = NAMES.iter().flat_map(|(field, code, others)| {
        let names = [*code].into_iter().chain(others.split('|').filter(|name| !name.is_empty()));
        names.map(|name| (fold(name), *field))
    });
    named.collect()
});

/// How many fields there are.
const FIELDS: usize = NAMES.len();

impl Field {
    /// The name used in files.
    #[must_use]
    pub fn code(self) -> &'static str {
        NAMES.iter().find(|(field, ..)| *field == self).map_or("", |(_, code, _)| code)
    }

    /// The field of that name, as `--map` takes it: its code, or any name that a header may have.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        BY_NAME.get(&fold(code)).copied()
    }

    /// The codes of all fields, in the order of contract 14.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(_, code, _)| *code)
    }

    /// Whether several columns of this field add up.
    fn holds_several(self) -> bool {
        use Field::{Actor, Entity, Place, Post, Quote, SourceUrl, Subject, Tags, Target};
        matches!(self, Place | Actor | Target | Subject | Post | Entity | Tags | SourceUrl | Quote)
    }
}

/// Letters and digits alone, in small letters.
pub(super) fn fold(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Which columns of a table hold which field.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns {
    at: [Vec<usize>; FIELDS],
    /// How many cells the header has.
    pub(super) width: usize,
    /// Headings that were not understood.
    pub(super) unknown: Vec<String>,
    /// Headings of a field that another column holds already.
    pub(super) doubled: Vec<String>,
}

impl Columns {
    /// Matches a header, after the columns that the user has named.
    ///
    /// The error is a sentence: a column was named that the table does not have.
    pub(super) fn matched(header: &[&str], mapping: &[(Field, String)]) -> Result<Self, String> {
        let mut found = Self { width: header.len(), ..Self::default() };
        let mut taken = vec![false; header.len()];
        for (field, wanted) in mapping {
            let column = find(header, wanted).ok_or_else(|| no_such_column(header, wanted))?;
            found.at[*field as usize].push(column);
            taken[column] = true;
        }
        for (column, heading) in header.iter().enumerate().filter(|(column, _)| !taken[*column]) {
            match Field::from_code(heading) {
                _ if heading.trim().is_empty() => {}
                None => found.unknown.push(heading.trim().to_owned()),
                Some(field) if mapping.iter().any(|(mapped, _)| *mapped == field) => {
                    found.doubled.push(heading.trim().to_owned());
                }
                Some(field) if found.has(field) && !field.holds_several() => {
                    found.doubled.push(heading.trim().to_owned());
                }
                Some(field) => found.at[field as usize].push(column),
            }
        }
        Ok(found)
    }

    /// How many columns were understood.
    pub(super) fn known(&self) -> usize {
        self.at.iter().map(Vec::len).sum()
    }

    /// Whether some column holds the field.
    pub(super) fn has(&self, field: Field) -> bool {
        !self.at[field as usize].is_empty()
    }

    /// The columns of a field, from left to right.
    pub(super) fn of(&self, field: Field) -> &[usize] {
        &self.at[field as usize]
    }
}

/// A column by its heading as written, by its letters, or by its number from 1.
fn find(header: &[&str], wanted: &str) -> Option<usize> {
    let exact = header.iter().position(|heading| heading.trim() == wanted.trim());
    let folded = fold(wanted);
    let near = || header.iter().position(|heading| !folded.is_empty() && fold(heading) == folded);
    let number =
        || wanted.trim().parse::<usize>().ok()?.checked_sub(1).filter(|column| *column < header.len());
    exact.or_else(near).or_else(number)
}

fn no_such_column(header: &[&str], wanted: &str) -> String {
    format!("has no column {wanted:?}; its columns are {}", listed(header))
}

/// Headings as a sentence lists them.
pub(super) fn listed(header: &[&str]) -> String {
    let names: Vec<&str> = header.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).collect();
    let shown = names.iter().take(30).map(|name| name.chars().take(40).collect::<String>());
    let more = if names.len() > 30 { ", …" } else { "" };
    shown.collect::<Vec<_>>().join(", ") + more
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_stand_at_their_own_place_and_no_name_means_two() {
        let mut seen = std::collections::BTreeMap::new();
        for (at, (field, code, others)) in NAMES.iter().enumerate() {
            assert_eq!(*field as usize, at, "{code}");
            assert_eq!(Field::from_code(code), Some(*field));
            for name in others.split('|').filter(|name| !name.is_empty()).chain([*code]) {
                assert_eq!(seen.insert(fold(name), *field), None, "{name} stands twice");
            }
        }
    }

    #[test]
    fn headings_are_understood_in_several_languages_and_spellings() {
        for (heading, field) in [
            ("Start Date", Field::When),
            ("Datum", Field::When),
            ("ДАТА", Field::When),
            ("country", Field::Place),
            ("Країна", Field::Place),
            ("pays", Field::Place),
            ("actor_country", Field::Actor),
            ("targetCountry", Field::Target),
            ("Description", Field::Note),
            ("Headline", Field::Title),
        ] {
            assert_eq!(Field::from_code(heading), Some(field), "{heading}");
        }
    }

    #[test]
    fn a_column_that_the_user_names_wins_over_the_header() {
        let header = ["date", "reported on", "title"];
        let columns = Columns::matched(&header, &[(Field::When, "Reported On".into())]).expect("it is there");
        assert_eq!(columns.of(Field::When), [1]);
        assert_eq!(columns.doubled, ["date"]);
        let missing = Columns::matched(&header, &[(Field::When, "seen".into())]).expect_err("it is not");
        assert_eq!(missing, "has no column \"seen\"; its columns are date, reported on, title");
    }
}
