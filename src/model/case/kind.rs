//! Kinds of events, their families and the shape that each is drawn with.
//!
//! The closed list of the program plus what a case adds. A kind's label is not here: it is a word of the picture's
//! language ([`crate::model::Words`]).

use std::fmt;

/// Which of the five colours an event has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    Diplomatic,
    Force,
    Law,
    Office,
    Words,
}

impl Family {
    /// All families, in the order of a legend.
    pub const ALL: [Self; 5] = [Self::Diplomatic, Self::Force, Self::Law, Self::Office, Self::Words];

    /// The name used in files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Diplomatic => "diplomatic",
            Self::Force => "force",
            Self::Law => "law",
            Self::Office => "office",
            Self::Words => "words",
        }
    }

    /// The family of that name in files.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|family| family.code() == code)
    }
}

/// How a kind is drawn within its family (`drawing.md`, rule M).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Figure {
    HalfDisc,
    /// A half-disc with a slanted cut: people who were called or went home.
    CutHalfDisc,
    Square,
    Bar,
    Diamond,
    Tick,
    /// A 7 pt dash on the lane's line.
    Dash,
}

/// The kinds every case knows: code, family and figure.
pub const STANDARD: [(&str, Family, Figure); 34] = [
    ("invasion", Family::Force, Figure::Diamond),
    ("attack", Family::Force, Figure::Diamond),
    ("expulsion", Family::Diplomatic, Figure::HalfDisc),
    ("recall", Family::Diplomatic, Figure::CutHalfDisc),
    ("departure", Family::Diplomatic, Figure::CutHalfDisc),
    ("closure", Family::Diplomatic, Figure::Square),
    ("restriction", Family::Diplomatic, Figure::Bar),
    ("sabotage", Family::Force, Figure::Diamond),
    ("cyberattack", Family::Force, Figure::Diamond),
    ("arrest", Family::Law, Figure::Bar),
    ("charge", Family::Law, Figure::Bar),
    ("conviction", Family::Law, Figure::Bar),
    ("exchange", Family::Law, Figure::Bar),
    ("sanction", Family::Diplomatic, Figure::Bar),
    ("seizure", Family::Diplomatic, Figure::Bar),
    ("nomination", Family::Office, Figure::Bar),
    ("appointment", Family::Office, Figure::Bar),
    ("resignation", Family::Office, Figure::Bar),
    ("accusation", Family::Words, Figure::Tick),
    ("statement", Family::Words, Figure::Tick),
    ("denial", Family::Words, Figure::Dash),
    ("meeting", Family::Words, Figure::Tick),
    ("vote", Family::Words, Figure::Tick),
    ("agreement", Family::Words, Figure::Tick),
    ("assassination", Family::Force, Figure::Diamond),
    ("exercise", Family::Force, Figure::Diamond),
    ("deployment", Family::Force, Figure::Diamond),
    ("election", Family::Office, Figure::Bar),
    ("protest", Family::Force, Figure::Diamond),
    ("investigation", Family::Law, Figure::Bar),
    ("incident", Family::Force, Figure::Diamond),
    ("rejection", Family::Office, Figure::Bar),
    ("withdrawal", Family::Office, Figure::Bar),
    ("measure", Family::Words, Figure::Tick),
];

/// The kind that says "none of these".
pub const OTHER: &str = "other";

/// Where a case's own kinds begin in [`Kinds::index_of`].
const FIRST_OWN: usize = 64;

/// A kind that the case adds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnKind {
    pub id: String,
    pub label: String,
    /// `None` reads as [`Family::Words`].
    pub family: Option<Family>,
    /// `#RRGGBB`, used instead of the family's colour.
    pub colour: Option<String>,
}

/// A kind by its short number, which fits a byte of the drawing table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KindIndex(pub u8);

/// All kinds of a case: the standard ones and its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kinds {
    own: Vec<OwnKind>,
}

impl Kinds {
    /// The standard kinds and `own`, in the case's order.
    #[must_use]
    pub fn new(own: Vec<OwnKind>) -> Self {
        Self { own }
    }

    /// The case's own kinds.
    #[must_use]
    pub fn own(&self) -> &[OwnKind] {
        &self.own
    }

    /// The number of a kind, or `None` where neither the program nor the case knows it.
    #[must_use]
    pub fn index_of(&self, code: &str) -> Option<KindIndex> {
        let standard = STANDARD.iter().position(|(known, ..)| *known == code);
        let at = match standard {
            Some(at) => at,
            None if code == OTHER => STANDARD.len(),
            None => FIRST_OWN + self.own.iter().position(|kind| kind.id == code)?,
        };
        u8::try_from(at).ok().map(KindIndex)
    }

    /// The code of a kind; a number that this case does not know reads as "other".
    #[must_use]
    pub fn code(&self, kind: KindIndex) -> &str {
        let at = usize::from(kind.0);
        if let Some((code, ..)) = STANDARD.get(at) {
            return code;
        }
        self.own_at(kind).map_or(OTHER, |own| own.id.as_str())
    }

    /// The family that gives the kind its colour.
    #[must_use]
    pub fn family(&self, kind: KindIndex) -> Family {
        match STANDARD.get(usize::from(kind.0)) {
            Some((_, family, _)) => *family,
            None => self.own_at(kind).and_then(|own| own.family).unwrap_or(Family::Words),
        }
    }

    /// The figure that the kind is drawn with; own kinds take their family's plainest.
    #[must_use]
    pub fn figure(&self, kind: KindIndex) -> Figure {
        if let Some((_, _, figure)) = STANDARD.get(usize::from(kind.0)) {
            return *figure;
        }
        match self.family(kind) {
            Family::Diplomatic | Family::Law | Family::Office => Figure::Bar,
            Family::Force => Figure::Diamond,
            Family::Words => Figure::Tick,
        }
    }

    /// The own kind behind a number, where it is one.
    #[must_use]
    pub fn own_at(&self, kind: KindIndex) -> Option<&OwnKind> {
        self.own.get(usize::from(kind.0).checked_sub(FIRST_OWN)?)
    }

    /// The codes of all kinds, standard ones first.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        STANDARD
            .iter()
            .map(|(code, ..)| *code)
            .chain([OTHER])
            .chain(self.own.iter().map(|own| own.id.as_str()))
    }
}

impl fmt::Display for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_comes_back_from_its_number() {
        let kinds = Kinds::new(vec![OwnKind {
            id: "safe-house".into(),
            family: Some(Family::Force),
            ..OwnKind::default()
        }]);
        for code in kinds.codes() {
            let index = kinds.index_of(code).expect("a known kind has a number");
            assert_eq!(kinds.code(index), code);
        }
        assert_eq!(kinds.index_of("unheard-of"), None);
        let own = kinds.index_of("safe-house").expect("declared");
        assert_eq!((kinds.family(own), kinds.figure(own)), (Family::Force, Figure::Diamond));
    }
}
