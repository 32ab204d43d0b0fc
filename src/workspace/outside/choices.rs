//! What a user chose for all cases, kept over restarts: the look, the language, the size of window and letters.
//!
//! One short TOML file in the private folder. What can't be read in it is as if never chosen; what a newer Caseline wrote
//! there is left out when it is written again.

use std::fmt::Write;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::super::{FluentWords, Workspace, files};
use super::Manners;

/// Bytes of the file that are read.
const LONGEST: u64 = 64 * 1024;

/// Smallest and largest zoom.
pub const ZOOM: (f32, f32) = (0.75, 3.0);

/// Everything that is chosen once for all cases; a window of its own size and language until something is.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Choices {
    pub appearance: Appearance,
    /// A BCP 47 tag; `None`: as the system says.
    pub language: Option<String>,
    /// How much larger than by itself everything is; `None`: as fits the screen.
    pub zoom: Option<f32>,
    /// Width and height of the window in points at zoom 1.
    pub size: Option<(f32, f32)>,
    pub maximized: bool,
    /// The file with the publisher's sign that pictures got last.
    pub logo: Option<PathBuf>,
}

/// In which theme the window stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Appearance {
    /// As the system says, and as a case's view wishes.
    #[default]
    System,
    Light,
    Dark,
    /// Black on white, with strong lines.
    Contrast,
    /// White on black, with strong lines.
    ContrastDark,
}

impl Appearance {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::System, Self::Light, Self::Dark, Self::Contrast, Self::ContrastDark];

    fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
            Self::ContrastDark => "contrast-dark",
        }
    }
}

impl Choices {
    /// As they were kept in the private folder.
    #[must_use]
    pub fn read(state: Option<&Path>) -> Self {
        let mut text = String::new();
        let file = state.and_then(|state| fs::File::open(path_in(state)).ok());
        let read = file.map(|file| file.take(LONGEST).read_to_string(&mut text));
        if !matches!(read, Some(Ok(_))) {
            return Self::default();
        }
        Self::parse(&text).unwrap_or_else(|error| {
            log::warn!("the settings can't be read and are as if never chosen: {}", error.message());
            Self::default()
        })
    }

    fn parse(text: &str) -> Result<Self, toml::de::Error> {
        let mut read: Self = toml::from_str(text)?;
        read.zoom = read.zoom.filter(|zoom| zoom.is_finite()).map(|zoom| zoom.clamp(ZOOM.0, ZOOM.1));
        let is_window = |side: f32| (200.0..20_000.0).contains(&side);
        read.size = read.size.filter(|(width, height)| is_window(*width) && is_window(*height));
        Ok(read)
    }

    fn text(&self) -> String {
        let mut lines = vec![format!("appearance = \"{}\"", self.appearance.code())];
        // A tag is one of ours: letters and hyphens.
        lines.extend(self.language.iter().map(|language| format!("language = \"{language}\"")));
        lines.extend(self.zoom.map(|zoom| format!("zoom = {zoom:.3}")));
        lines.extend(self.size.map(|(width, height)| format!("size = [{width:.1}, {height:.1}]")));
        lines.push(format!("maximized = {}", self.maximized));
        // A path that is no Unicode is as if never chosen.
        let logo = self.logo.as_deref().and_then(Path::to_str);
        lines.extend(logo.map(|logo| format!("logo = {}", toml_text(logo))));
        lines.push(String::new());
        lines.join("\n")
    }
}

/// A text between quotation marks, as TOML reads it.
fn toml_text(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

impl Workspace {
    /// Keeps what was chosen, off the window's thread; that it can't be kept is no reason not to do it.
    pub fn keep_settings(&mut self, settings: &Choices) {
        let text = settings.text();
        self.jobs.ask(move |desk| desk.keep_settings(&text));
    }

    /// Speaks the language of a tag, or English where there are no words of it.
    pub fn speak(&mut self, language: &str, manners: Option<Manners>) {
        let language = FluentWords::language_for(language).unwrap_or("en");
        if (self.words.language(), self.words.manners()) != (language, manners)
            && let Some(words) = FluentWords::of(language)
        {
            self.words = words.with(manners).into();
            // What is drawn holds words, and what is sifted is known by the same number.
            self.case.generation += 1;
            self.ask_filter();
        }
    }
}

/// Where they are kept.
fn path_in(state: &Path) -> PathBuf {
    state.join("settings.toml")
}

/// Writes them.
pub(in super::super) fn keep(state: &Path, text: &str) {
    if let Err(error) = files::put_settings(&path_in(state), text) {
        log::warn!("{error}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_comes_back() {
        let chosen = Choices {
            appearance: Appearance::ContrastDark,
            language: Some("uk".to_owned()),
            zoom: Some(1.25),
            size: Some((1_180.0, 640.5)),
            maximized: true,
            logo: Some(PathBuf::from("/home/a \"b\"\\c\u{7f}/логотип.svg")),
        };
        assert_eq!(Choices::parse(&chosen.text()).unwrap(), chosen);
        assert_eq!(Choices::parse(&Choices::default().text()).unwrap(), Choices::default());
        for appearance in Appearance::ALL {
            let chosen = Choices { appearance, ..Choices::default() };
            assert_eq!(Choices::parse(&chosen.text()).unwrap(), chosen);
        }
    }

    #[test]
    fn what_makes_no_sense_is_as_if_never_chosen() {
        let read = Choices::parse("zoom = 40.0\nsize = [1.0, -3.0]\nfrom-a-newer-one = [1]\n").unwrap();
        assert_eq!((read.zoom, read.size), (Some(ZOOM.1), None));
        assert!(Choices::parse("appearance = \"plaid\"").is_err());
        assert_eq!(Choices::read(Some(Path::new("/nowhere/at/all"))), Choices::default());
    }
}
