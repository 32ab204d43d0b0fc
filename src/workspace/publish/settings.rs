//! Settings of a picture beyond its view: size, words around it, what is shown in it.

use std::path::PathBuf;

use crate::model::{Columns, LabelDensity, Paper, Sentence, Switch, View};

use super::Preset;

/// What is wished of a picture, piece by piece; the view holds where nothing is.
#[allow(clippy::struct_excessive_bools)] // One answer for each thing that can be wanted or not.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Settings {
    pub preset: Option<&'static Preset>,
    /// A size of one's own.
    pub paper: Option<Paper>,
    /// How wide it is seen, in pixels of 1/96 of an inch.
    pub seen: Option<u32>,
    pub subtitle: Option<String>,
    pub footnote: Option<String>,
    /// Codes of the kinds that are shown; none: as the view has it.
    pub kinds: Vec<String>,
    /// Parts of the picture that are left out.
    pub without: Vec<Part>,
    /// How many labels are wanted; `None`: as the view has it.
    pub labels: Option<LabelDensity>,
    /// A file with the publisher's sign. A view never keeps it: a path is nobody else's, and the sign is the house's and
    /// not the case's.
    pub logo: Option<PathBuf>,
    /// Over so many pages the range goes, in a form that has pages; 0 and 1: one.
    pub pages: usize,
    /// No ground is painted.
    pub transparent: bool,
    /// A PNG opens again as a case.
    pub embed: bool,
    /// A sheet of claims, and not a page with the picture.
    pub claims: bool,
    /// A written chronology, and not a page with the picture.
    pub chronology: bool,
}

/// A part of a picture that can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Strip,
    Pairs,
    Posts,
    Threads,
    Pins,
    Labels,
    /// The line that names the sources.
    Sources,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Strip, Self::Pairs, Self::Posts, Self::Threads, Self::Pins, Self::Labels, Self::Sources];

    /// Its name on the command line.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Strip => "strip",
            Self::Pairs => "pairs",
            Self::Posts => "posts",
            Self::Threads => "threads",
            Self::Pins => "pins",
            Self::Labels => "labels",
            Self::Sources => "sources",
        }
    }
}

impl Settings {
    /// Changes a view to what is wished.
    ///
    /// # Errors
    /// Names a kind that the case does not know.
    pub fn make_in(&self, view: &mut View, columns: &Columns) -> Result<(), Sentence> {
        if let Some(subtitle) = &self.subtitle {
            view.subtitle = Some(subtitle.clone());
        }
        if let Some(footnote) = &self.footnote {
            view.footnote = Some(footnote.clone());
        }
        if !self.kinds.is_empty() {
            let known: Vec<&str> = columns.kinds.codes().collect();
            if let Some(kind) = self.kinds.iter().find(|kind| !known.contains(&kind.as_str())) {
                let said = Sentence::new("unknown-kind").quoting("kind", kind);
                return Err(said.text("known", known.join(", ")));
            }
            let off = known.into_iter().filter(|code| !self.kinds.iter().any(|kind| kind == code));
            view.off = off.map(str::to_owned).collect();
        }
        for part in &self.without {
            match part {
                Part::Strip => view.strip = Switch::Off,
                Part::Pairs => view.pairs = Switch::Off,
                Part::Posts => view.posts = Switch::Off,
                Part::Threads => view.threads.clear(),
                Part::Pins => view.pins.clear(),
                Part::Labels => view.labels.clear(),
                // A matter of the paper's.
                Part::Sources => {}
            }
        }
        Ok(())
    }

    /// The paper as it is wished; what nobody wished otherwise is as the view has it.
    #[must_use]
    pub fn dress(&self, paper: Paper, of_view: Option<Paper>) -> Paper {
        let known = of_view.unwrap_or(paper);
        let labels =
            if self.without.contains(&Part::Labels) { Some(LabelDensity::None) } else { self.labels };
        Paper {
            labels: labels.unwrap_or(known.labels),
            sources: known.sources && !self.without.contains(&Part::Sources),
            transparent: known.transparent || self.transparent,
            ..paper
        }
    }
}
