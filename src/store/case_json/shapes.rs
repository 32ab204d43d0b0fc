//! The objects of a Case JSON, field by field in canonical order (contract 6).
//!
//! Types of files, not of the program: the model knows nothing of serde. The store keeps claims,
//! drafts and history steps in the same shapes, so that there is one form to look after.

use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::codes::{Coded, Colour, DateRole, Zone};
use super::view_shapes::FileView;
use crate::model::{
    EntityRole, EntityType, Family, LaneCode, LaneType, LinkType, PublishedFrom, Role, Status, Unit, When,
};

/// Whether a key is left out of the canonical form.
pub(super) fn absent<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A share or a scale: a whole number is written without a point.
#[allow(clippy::trivially_copy_pass_by_ref)] // serde asks for a reference.
pub(super) fn plain_number<S: Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    const EXACT: f64 = 9_007_199_254_740_992.0; // 2⁵³: beyond, a float is not every whole number
    if number.fract() == 0.0 && number.abs() < EXACT {
        serializer.serialize_i64(*number as i64)
    } else {
        serializer.serialize_f64(*number)
    }
}

macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident $expecting:literal { $($body:tt)* })+) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields, expecting = $expecting)]
        pub(in crate::store) struct $name { $($body)* }
    )+ };
}

pub(super) use shapes;

shapes! {
/// The whole file.
FileCase "a case" {
    pub caseline: u32,
    #[serde(default, skip_serializing_if = "absent")]
    pub minor: u32,
    pub title: String,
    #[serde(default, skip_serializing_if = "absent")]
    pub zone: Option<Coded<Zone>>,
    #[serde(default)]
    pub lanes: Vec<FileLane>,
    #[serde(default)]
    pub kinds: Vec<FileKind>,
    #[serde(default)]
    pub entities: Vec<FileEntity>,
    #[serde(default)]
    pub articles: Vec<FileArticle>,
    #[serde(default)]
    pub events: Vec<FileEvent>,
    #[serde(default)]
    pub links: Vec<FileLink>,
    #[serde(default)]
    pub candidates: Vec<FileCandidate>,
    #[serde(default, skip_serializing_if = "absent")]
    pub not_same: Vec<(String, String)>,
    #[serde(default)]
    pub views: Vec<FileView>,
}

/// A lane that the case orders, names, groups or makes.
FileLane "a lane" {
    pub code: Coded<LaneCode>,
    #[serde(default, skip_serializing_if = "absent")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "absent", rename = "type")]
    pub lane_type: Option<Coded<LaneType>>,
    #[serde(default, skip_serializing_if = "absent")]
    pub of: Option<Coded<LaneCode>>,
    #[serde(default, skip_serializing_if = "absent")]
    pub group: Option<String>,
}

/// A kind that the case adds.
FileKind "a kind" {
    pub id: String,
    pub label: String,
    #[serde(default, skip_serializing_if = "absent")]
    pub family: Option<Coded<Family>>,
    #[serde(default, skip_serializing_if = "absent")]
    pub colour: Option<Coded<Colour>>,
}

/// A person, organisation or unit.
FileEntity "an entity" {
    pub id: String,
    pub name: String,
    #[serde(default, rename = "type")]
    pub entity_type: Coded<EntityType>,
    #[serde(default, skip_serializing_if = "absent")]
    pub aliases: Vec<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub note: Option<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub private: bool,
}

/// A source document.
FileArticle "an article" {
    pub id: String,
    #[serde(default, skip_serializing_if = "absent")]
    pub title: Option<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub byline: Option<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub site: Option<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub url: Option<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub published: Option<Coded<When>>,
    #[serde(default, skip_serializing_if = "absent")]
    pub published_from: Option<Coded<PublishedFrom>>,
    #[serde(default, skip_serializing_if = "absent")]
    pub retrieved: Option<Coded<When>>,
    #[serde(default, skip_serializing_if = "absent")]
    pub language: Option<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub origin: Option<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub original: Option<FileOriginal>,
    #[serde(default, skip_serializing_if = "absent")]
    pub note: Option<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub private: bool,
    #[serde(default, skip_serializing_if = "absent")]
    pub text: Option<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub text_sha256: Option<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub older: Vec<FileRevision>,
}

/// What is known of the file behind an article.
FileOriginal "an original" {
    pub sha256: String,
    #[serde(default, skip_serializing_if = "absent")]
    pub media_type: Option<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub name: Option<String>,
    /// The bytes themselves, where they were asked for.
    #[serde(default, skip_serializing_if = "absent")]
    pub bytes: Option<String>,
}

/// An older text that quotes still stand on.
FileRevision "an older text" {
    pub rev: u32,
    pub text: String,
    #[serde(default, skip_serializing_if = "absent")]
    pub text_sha256: Option<String>,
}

/// What happened.
FileEvent "an event" {
    pub id: String,
    #[serde(default, skip_serializing_if = "absent")]
    pub when: Option<Coded<When>>,
    #[serde(default, skip_serializing_if = "absent")]
    pub within: bool,
    pub title: String,
    #[serde(default, skip_serializing_if = "absent")]
    pub label: Option<String>,
    pub kind: String,
    pub status: Coded<Status>,
    #[serde(default)]
    pub lanes: Vec<FileInvolvement>,
    #[serde(default, skip_serializing_if = "absent")]
    pub dates: Vec<FileDate>,
    #[serde(default, skip_serializing_if = "absent")]
    pub count: Option<FileCount>,
    #[serde(default, skip_serializing_if = "absent")]
    pub entities: Vec<FileParticipant>,
    #[serde(default, skip_serializing_if = "absent")]
    pub tags: Vec<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub note: Option<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub private: bool,
    #[serde(default, skip_serializing_if = "absent")]
    pub quotes: Vec<FileQuote>,
}

/// A lane's part in an event.
FileInvolvement "a lane's part" {
    pub code: Coded<LaneCode>,
    pub role: Coded<Role>,
    #[serde(default, skip_serializing_if = "absent")]
    pub status: Option<Coded<Status>>,
    #[serde(default, skip_serializing_if = "absent")]
    pub by: Vec<Coded<LaneCode>>,
}

/// A further time of an event.
FileDate "a further date" {
    pub role: Coded<DateRole>,
    pub when: Coded<When>,
}

/// How many.
FileCount "a count" {
    pub min: u64,
    #[serde(default, skip_serializing_if = "absent")]
    pub max: Option<u64>,
    pub of: Coded<Unit>,
    #[serde(default, skip_serializing_if = "absent")]
    pub approx: bool,
}

/// The words of an article that support an event.
FileQuote "a quote" {
    pub article: String,
    #[serde(default, skip_serializing_if = "absent")]
    pub rev: Option<u32>,
    #[serde(default, skip_serializing_if = "absent")]
    pub start: Option<u64>,
    #[serde(default, skip_serializing_if = "absent")]
    pub end: Option<u64>,
    #[serde(default, skip_serializing_if = "absent")]
    pub exact: Option<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub prefix: Option<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub suffix: Option<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub says: Option<FileSays>,
    #[serde(default, skip_serializing_if = "absent")]
    pub private: bool,
}

/// What a source claims.
FileSays "what a source says" {
    #[serde(default, skip_serializing_if = "absent")]
    pub status: Option<Coded<Status>>,
    #[serde(default, skip_serializing_if = "absent")]
    pub when: Option<Coded<When>>,
    #[serde(default, skip_serializing_if = "absent")]
    pub count: Option<FileCount>,
    #[serde(default, skip_serializing_if = "absent")]
    pub kind: Option<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub lanes: Vec<FileInvolvement>,
}

/// A tie between two events.
FileLink "a link" {
    pub from: String,
    pub to: String,
    #[serde(rename = "type")]
    pub link_type: Coded<LinkType>,
    #[serde(default, skip_serializing_if = "absent")]
    pub quotes: Vec<FileQuote>,
}

/// An event proposed from an article.
FileCandidate "a candidate" {
    pub id: String,
    pub article: String,
    #[serde(default, skip_serializing_if = "absent")]
    pub rev: Option<u32>,
    pub start: u64,
    pub end: u64,
    pub draft: FileDraft,
    #[serde(serialize_with = "plain_number")]
    pub score: f64,
}

/// What the article seems to say.
FileDraft "a draft" {
    #[serde(default, skip_serializing_if = "absent")]
    pub when: Option<Coded<When>>,
    #[serde(default, skip_serializing_if = "absent")]
    pub within: bool,
    pub title: String,
    pub kind: String,
    pub status: Coded<Status>,
    #[serde(default)]
    pub lanes: Vec<FileInvolvement>,
    #[serde(default, skip_serializing_if = "absent")]
    pub dates: Vec<FileDate>,
    #[serde(default, skip_serializing_if = "absent")]
    pub count: Option<FileCount>,
    #[serde(default, skip_serializing_if = "absent")]
    pub entities: Vec<FileParticipant>,
    #[serde(default, skip_serializing_if = "absent")]
    pub more_quotes: Vec<FilePlace>,
    #[serde(default, skip_serializing_if = "absent")]
    pub readings: Vec<Coded<LaneCode>>,
    #[serde(default, skip_serializing_if = "absent")]
    pub names: Vec<String>,
}

/// Where words stand in a text.
FilePlace "a place in a text" {
    pub start: u64,
    pub end: u64,
}
}

/// An entity's part in an event: a bare id, or an object with the role where it is not the subject.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::store) struct FileParticipant {
    pub entity: String,
    pub role: EntityRole,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an entity's part")]
struct Detailed {
    id: String,
    #[serde(default)]
    role: Coded<EntityRole>,
}

impl Serialize for FileParticipant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.role == EntityRole::Subject {
            return serializer.serialize_str(&self.entity);
        }
        Detailed { id: self.entity.clone(), role: Coded(self.role) }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for FileParticipant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = FileParticipant;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an entity's id, or an object with its id and role")
            }

            fn visit_str<E: serde::de::Error>(self, entity: &str) -> Result<Self::Value, E> {
                Ok(FileParticipant { entity: entity.to_owned(), role: EntityRole::Subject })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                let part = Detailed::deserialize(MapAccessDeserializer::new(map))?;
                Ok(FileParticipant { entity: part.id, role: part.role.0 })
            }
        }
        deserializer.deserialize_any(Either)
    }
}
