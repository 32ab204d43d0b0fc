//! A view: what a user would want back tomorrow.

use crate::model::{LaneCode, MarkBits, Stamp, When};

use super::filter::Filter;

/// How a case is looked at; a case holds several, named.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct View {
    pub name: String,
    /// The finding, in a sentence, for pictures.
    pub title: Option<String>,
    pub subtitle: Option<String>,
    /// The maker's own words below the picture, before what is counted there.
    pub footnote: Option<String>,
    /// The lane that all others stand across from.
    pub hub: Option<LaneCode>,
    pub by: LaneBy,
    /// Home lanes that the user has chosen for single events.
    pub homes: Vec<HomeChoice>,
    pub order: LaneOrder,
    /// Where given, only these lanes are shown.
    pub lanes: Vec<LaneCode>,
    pub pinned: Vec<LaneCode>,
    pub folded: Vec<LaneCode>,
    pub groups: Vec<LaneGroup>,
    /// Names of groups shown as one row.
    pub collapsed: Vec<String>,
    /// One to three; none: the whole case.
    pub segments: Vec<Segment>,
    /// Kinds that are switched off.
    pub off: Vec<String>,
    pub filter: Filter,
    /// Keys of up to three events drawn as a line through all lanes.
    pub pins: Vec<String>,
    /// Labels that the user has pinned.
    pub labels: Vec<PinnedLabel>,
    /// Keys of entities, at most four.
    pub threads: Vec<String>,
    pub strip: Switch,
    pub pairs: Switch,
    pub posts: Switch,
    /// Show what was known by the end of this day.
    pub known_on: Option<When>,
    /// Key of the event from which the axis counts days.
    pub aligned_to: Option<String>,
    pub theme: Option<Theme>,
    /// Of words drawn in the picture, a BCP 47 tag.
    pub language: Option<String>,
    pub paper: Option<Paper>,
}

/// A stretch of the axis, straight in time.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// Its first instant is the earliest of this.
    pub from: When,
    /// Its last instant is the latest of this.
    pub to: When,
    /// Of the axis's width, 0 to 1; normalised over the segments.
    pub share: f64,
}

/// Which rule finds an event's home lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum LaneBy {
    #[default]
    Counterpart,
    Actor,
    Target,
    Place,
    Subject,
}

/// In what order lanes stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum LaneOrder {
    #[default]
    FirstAct,
    Heads,
    Name,
    Closeness,
    /// The case's `lanes`.
    Case,
    /// The view's `lanes`.
    Own,
}

/// On, off, or left to the picture's own rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Switch {
    #[default]
    Auto,
    On,
    Off,
}

/// The colours of a picture or window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Theme {
    #[default]
    Light,
    Dark,
    /// Black on white with strong lines, for a window; no file names it.
    Contrast,
    /// White on black with strong lines, for a window; no file names it.
    ContrastDark,
}

impl Theme {
    /// Those that files and pictures know.
    pub const ALL: &'static [Self] = &[Self::Light, Self::Dark];

    /// The name used in files: of the nearest that they know.
    #[must_use]
    pub fn code(self) -> &'static str {
        if self.is_dark() { "dark" } else { "light" }
    }

    /// The one of that name in files.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.code() == code)
    }

    /// Whether its ground is dark.
    #[must_use]
    pub fn is_dark(self) -> bool {
        matches!(self, Self::Dark | Self::ContrastDark)
    }
}

/// An event that the user has put into lanes of their choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HomeChoice {
    /// Key of the event.
    pub event: String,
    pub lane: LaneCode,
}

/// Lanes grouped by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaneGroup {
    pub name: String,
    pub lanes: Vec<LaneCode>,
}

/// The words that stand at an event's mark in this view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PinnedLabel {
    /// Key of the event.
    pub event: String,
    pub text: String,
}

/// The size that a view is published at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paper {
    /// In points.
    pub width: u32,
    pub height: u32,
    /// Pixels for each point.
    pub scale: f64,
    /// How wide its readers see it, in pixels of 1/96 of an inch; `None`: as its shape lets guess.
    pub seen: Option<u32>,
    pub labels: LabelDensity,
    /// Whether a line below names the sources.
    pub sources: bool,
    /// No ground is painted.
    pub transparent: bool,
}

impl Paper {
    /// A size in points, and the usual of everything else.
    #[must_use]
    pub const fn of(width: u32, height: u32) -> Self {
        let labels = LabelDensity::Usual;
        Self { width, height, scale: 1.0, seen: None, labels, sources: true, transparent: false }
    }
}

/// How many labels stand at the marks of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum LabelDensity {
    /// None but those of threads and posts.
    None,
    /// What the user has pinned, and numbers of ten and more.
    Few,
    #[default]
    Usual,
    /// As many as there is room for; what has none is told in numbered notes.
    All,
}

/// What a merge of two entities changes in a view that names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewChange {
    /// The view's name.
    pub view: String,
    /// The entities of its filter, and not its threads.
    pub filter: bool,
    /// Keys as they were.
    pub before: Vec<String>,
    pub after: Vec<String>,
}

impl ViewChange {
    /// The same, taken back.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self { before: self.after, after: self.before, ..self }
    }

    /// Changes a view of that name which still is as it was; one that the user has changed meanwhile stays.
    pub fn make_in(&self, view: &mut View) {
        let named = view.name == self.view;
        let keys = if self.filter { &mut view.filter.entities } else { &mut view.threads };
        if named && *keys == self.before {
            keys.clone_from(&self.after);
        }
    }
}

/// What the four questions leave out (contract 11), ready to be asked of columns.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Sieve {
    /// A set bit hides that kind, by its number.
    pub kinds_off: [u64; 4],
    /// A set bit hides that status.
    pub statuses_off: u8,
    /// Hide what no source had said by then.
    pub known_by: Option<Stamp>,
}

macro_rules! codes {
    ($name:ident, $($variant:ident = $code:literal),+) => {
        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name used in files.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The one of that name in files.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.code() == code)
            }
        }
    };
}

codes!(
    LaneBy,
    Counterpart = "counterpart",
    Actor = "actor",
    Target = "target",
    Place = "place",
    Subject = "subject"
);
codes!(
    LaneOrder,
    FirstAct = "first-act",
    Heads = "heads",
    Name = "name",
    Closeness = "closeness",
    Case = "case",
    Own = "own"
);
codes!(LabelDensity, None = "none", Few = "few", Usual = "usual", All = "all");
codes!(Switch, Auto = "auto", On = "on", Off = "off");

impl Sieve {
    /// Whether a mark passes.
    #[must_use]
    pub fn lets_through(&self, bits: MarkBits, known: Stamp) -> bool {
        let status_off = self.statuses_off >> (bits.status() as u8) & 1 == 1;
        !self.hides_kind(bits) && !status_off && self.known_by.is_none_or(|day| known < day)
    }

    /// Whether a mark's kind is switched off.
    #[must_use]
    pub fn hides_kind(&self, bits: MarkBits) -> bool {
        let kind = bits.kind().0;
        self.kinds_off[usize::from(kind / 64)] >> (kind % 64) & 1 == 1
    }
}
