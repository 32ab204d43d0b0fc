//! Lanes: countries, bodies, posts and what a case makes itself.

use std::borrow::Cow;
use std::fmt;

use super::gazetteer;
use crate::model::Words;

/// The code of a lane, as contract 1 allows it; whether a made one is declared is the case's to check.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LaneCode(String);

/// What a lane stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LaneType {
    Country,
    Body,
    Post,
    Own,
}

impl LaneType {
    /// The name used in files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Body => "body",
            Self::Post => "post",
            Self::Own => "own",
        }
    }

    /// The type of that name in files.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Country, Self::Body, Self::Post, Self::Own].into_iter().find(|kind| kind.code() == code)
    }
}

impl LaneCode {
    /// A standard code (country or body), or a well-formed `post:…` or `lane:…`; anything else is `None`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let made = text.strip_prefix("post:").or_else(|| text.strip_prefix("lane:"));
        let known = match made {
            Some(slug) => is_slug(slug),
            None => gazetteer::is_standard(text),
        };
        known.then(|| Self(text.to_owned()))
    }

    /// The code of the lane for events without one; no file holds it.
    #[must_use]
    pub fn none() -> Self {
        Self(String::new())
    }

    /// The code as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the case has to declare this lane.
    #[must_use]
    pub fn is_made(&self) -> bool {
        self.0.contains(':')
    }

    /// What the code itself says of the lane's type.
    #[must_use]
    pub fn natural_type(&self) -> LaneType {
        if self.0.starts_with("post:") {
            LaneType::Post
        } else if self.0.starts_with("lane:") {
            LaneType::Own
        } else if gazetteer::is_body(&self.0) {
            LaneType::Body
        } else {
            LaneType::Country
        }
    }
}

impl fmt::Display for LaneCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_slug(slug: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    slug.len() <= 48 && slug.starts_with(plain) && slug.chars().all(|c| plain(c) || c == '-')
}

/// A lane that the user has ordered, named, grouped or made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    pub code: LaneCode,
    pub name: Option<String>,
    pub lane_type: Option<LaneType>,
    /// The body that a post belongs to.
    pub of: Option<LaneCode>,
    pub group: Option<String>,
}

impl Lane {
    /// A lane about which nothing is said but its code.
    #[must_use]
    pub fn plain(code: LaneCode) -> Self {
        Self { code, name: None, lane_type: None, of: None, group: None }
    }

    /// The declared type, else what the code says.
    #[must_use]
    pub fn kind(&self) -> LaneType {
        self.lane_type.unwrap_or_else(|| self.code.natural_type())
    }

    /// The declared name, else the standard English one, else the slug.
    #[must_use]
    pub fn display_name(&self) -> &str {
        match &self.name {
            Some(name) => name,
            None if self.code.as_str().is_empty() => "No lane",
            None => gazetteer::name(self.code.as_str()).unwrap_or_else(|| slug_of(&self.code)),
        }
    }

    /// The declared name, else what the language calls the place, else as [`Self::display_name`].
    #[must_use]
    pub fn name_in<'a>(&'a self, words: &dyn Words) -> Cow<'a, str> {
        match &self.name {
            Some(name) => Cow::Borrowed(name),
            None if self.code.as_str().is_empty() => Cow::Owned(words.word("lane-none")),
            None => words.place(self.code.as_str()).map_or(Cow::Borrowed(self.display_name()), Cow::Owned),
        }
    }

    /// A shorter name where there is one, for narrow headers.
    #[must_use]
    pub fn short_name(&self, words: &dyn Words) -> Option<Cow<'static, str>> {
        if self.name.is_some() {
            return None;
        }
        let code = self.code.as_str();
        words.short_place(code).map(Cow::Owned).or_else(|| gazetteer::short_name(code).map(Cow::Borrowed))
    }
}

fn slug_of(code: &LaneCode) -> &str {
    code.as_str().split_once(':').map_or(code.as_str(), |(_, slug)| slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_standard_or_well_formed() {
        for good in ["BE", "XK", "SU", "EU", "OSCE", "post:osce-serbia", "lane:north-bank"] {
            assert!(LaneCode::parse(good).is_some(), "{good}");
        }
        for bad in ["", "ZZ", "be", "post:", "post:Über", "lane:-x", "house:x", "BE "] {
            assert!(LaneCode::parse(bad).is_none(), "{bad}");
        }
    }
}
