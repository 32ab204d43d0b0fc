//! A view as files hold it, field by field in canonical order.

use serde::{Deserialize, Serialize};

use super::codes::Coded;
use super::shapes::{absent, plain_number, shapes};
use crate::model::{LabelDensity, LaneBy, LaneCode, LaneOrder, Role, Status, Switch, Theme, When};

shapes! {
/// How a case is looked at.
FileView "a view" {
    pub name: String,
    #[serde(default, skip_serializing_if = "absent")]
    pub title: Option<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub subtitle: Option<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub footnote: Option<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub hub: Option<Coded<LaneCode>>,
    #[serde(default, skip_serializing_if = "absent")]
    pub by: Coded<LaneBy>,
    #[serde(default, skip_serializing_if = "absent")]
    pub homes: Vec<FileHome>,
    #[serde(default, skip_serializing_if = "absent")]
    pub order: Coded<LaneOrder>,
    #[serde(default, skip_serializing_if = "absent")]
    pub lanes: Vec<Coded<LaneCode>>,
    #[serde(default, skip_serializing_if = "absent")]
    pub pinned: Vec<Coded<LaneCode>>,
    #[serde(default, skip_serializing_if = "absent")]
    pub folded: Vec<Coded<LaneCode>>,
    #[serde(default, skip_serializing_if = "absent")]
    pub groups: Vec<FileGroup>,
    #[serde(default, skip_serializing_if = "absent")]
    pub collapsed: Vec<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub segments: Vec<FileSegment>,
    #[serde(default, skip_serializing_if = "absent")]
    pub off: Vec<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub filter: FileFilter,
    #[serde(default, skip_serializing_if = "absent")]
    pub pins: Vec<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub labels: Vec<FileLabel>,
    #[serde(default, skip_serializing_if = "absent")]
    pub threads: Vec<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub strip: Coded<Switch>,
    #[serde(default, skip_serializing_if = "absent")]
    pub pairs: Coded<Switch>,
    #[serde(default, skip_serializing_if = "absent")]
    pub posts: Coded<Switch>,
    #[serde(default, skip_serializing_if = "absent")]
    pub known_on: Option<Coded<When>>,
    #[serde(default, skip_serializing_if = "absent")]
    pub aligned_to: Option<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub theme: Option<Coded<Theme>>,
    #[serde(default, skip_serializing_if = "absent")]
    pub language: Option<String>,
    #[serde(default, skip_serializing_if = "absent")]
    pub paper: Option<FilePaper>,
}

/// A home lane chosen for one event.
FileHome "an event's home lane" {
    pub event: String,
    pub lane: Coded<LaneCode>,
}

/// Lanes grouped by hand.
FileGroup "a group of lanes" {
    pub name: String,
    pub lanes: Vec<Coded<LaneCode>>,
}

/// A stretch of the axis.
FileSegment "a segment" {
    pub from: Coded<When>,
    pub to: Coded<When>,
    #[serde(serialize_with = "plain_number")]
    pub share: f64,
}

/// A label pinned to an event.
FileLabel "a pinned label" {
    pub event: String,
    pub text: String,
}

/// The size of a published picture.
FilePaper "a paper size" {
    pub width: u32,
    pub height: u32,
    #[serde(default = "once", skip_serializing_if = "is_once", serialize_with = "plain_number")]
    pub scale: f64,
    #[serde(default, skip_serializing_if = "absent")]
    pub seen: Option<u32>,
    #[serde(default, skip_serializing_if = "absent")]
    pub labels: Coded<LabelDensity>,
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub sources: bool,
    #[serde(default, skip_serializing_if = "absent")]
    pub transparent: bool,
}
}

fn yes() -> bool {
    true
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde asks for a reference.
fn is_yes(value: &bool) -> bool {
    *value
}

fn once() -> f64 {
    1.0
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde asks for a reference.
fn is_once(scale: &f64) -> bool {
    *scale == once()
}

/// Which events count at all.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default, expecting = "a filter")]
pub(in crate::store) struct FileFilter {
    #[serde(skip_serializing_if = "absent")]
    pub kinds: Vec<String>,
    #[serde(skip_serializing_if = "absent")]
    pub statuses: Vec<Coded<Status>>,
    #[serde(skip_serializing_if = "absent")]
    pub lanes: Vec<Coded<LaneCode>>,
    #[serde(skip_serializing_if = "absent")]
    pub roles: Vec<Coded<Role>>,
    #[serde(skip_serializing_if = "absent")]
    pub entities: Vec<String>,
    #[serde(skip_serializing_if = "absent")]
    pub tags: Vec<String>,
    #[serde(skip_serializing_if = "absent")]
    pub articles: Vec<String>,
    #[serde(skip_serializing_if = "absent")]
    pub sites: Vec<String>,
    #[serde(skip_serializing_if = "absent")]
    pub from: Option<Coded<When>>,
    #[serde(skip_serializing_if = "absent")]
    pub to: Option<Coded<When>>,
    #[serde(skip_serializing_if = "absent")]
    pub least: Option<u64>,
    #[serde(skip_serializing_if = "absent")]
    pub most: Option<u64>,
    #[serde(skip_serializing_if = "absent")]
    pub text: Option<String>,
    #[serde(skip_serializing_if = "absent")]
    pub no_quote: bool,
    #[serde(skip_serializing_if = "absent")]
    pub cited_only: bool,
    #[serde(skip_serializing_if = "absent")]
    pub differs: bool,
}
