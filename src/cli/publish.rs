//! Arguments for publishing: what a picture is to be like beyond its view.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args as Group, ValueEnum};

use crate::model::{LabelDensity, Paper};
use crate::workspace::{
    Command, ExportFormat, FileCommand, HandOver, Leaving, LeavingCommand, Outcome, Outside, PRESETS, Part,
    Preset, Purpose, Settings, picture_facts, sheet_of,
};

use super::{Failed, Session, json, print, say};

/// Flags of `export` that shape a picture.
#[allow(clippy::struct_excessive_bools)] // One answer for each thing that can be wanted or not.
#[derive(Debug, Group)]
pub(super) struct PublishArgs {
    #[arg(long, value_name = "NAME", value_parser = preset, help = presets_help())]
    pub preset: Option<&'static Preset>,
    /// Size on paper in millimetres, such as 96x120 for two columns; png gets 288 dots an inch
    #[arg(long, value_name = "WxH", value_parser = millimetres, conflicts_with_all = ["preset", "width", "height"])]
    pub mm: Option<Paper>,
    /// How wide readers see the picture, in pixels: no text is below 8.5 of those
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(100..=20_000))]
    pub seen: Option<u32>,
    /// What stands under the title
    #[arg(long, value_name = "T")]
    pub subtitle: Option<String>,
    /// Words of your own below the picture
    #[arg(long, value_name = "T")]
    pub footnote: Option<String>,
    /// Only these kinds of events, with commas between: expulsion,recall
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    pub kinds: Vec<String>,
    #[arg(long, value_name = "A,B", value_delimiter = ',', value_parser = part, help = parts_help())]
    pub without: Vec<Part>,
    /// How many labels stand at the marks: none, few, usual or all
    #[arg(long, value_name = "HOW", value_parser = labels)]
    pub labels: Option<LabelDensity>,
    /// A PNG or SVG with the publisher's logo: it stands at the lower right, as pixels; no case keeps it
    #[arg(long, value_name = "FILE")]
    pub logo: Option<PathBuf>,
    /// Share the range out over so many pages, with the same lanes on each: for pdf
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=60))]
    pub pages: Option<u8>,
    /// Paint no ground: for png and svg
    #[arg(long)]
    pub transparent: bool,
    /// Let a png open again as a case: its events go into it, with quotes and sources
    #[arg(long)]
    pub embed: bool,
    /// Write the sheet of claims: csv, html or docx
    #[arg(long)]
    pub claims: bool,
    /// Write a dated list with footnoted quotes instead of the picture: for html; md is one anyway
    #[arg(long, conflicts_with = "claims")]
    pub chronology: bool,
}

/// Write a copy of a case to hand over: without history and without what is private
#[derive(Debug, Group)]
#[command(after_help = "\
What stays out is said before anything is written. The copy is made anew from
what goes into it: nothing that was deleted or private can be found in its file.

Example:
  caseline copy spring.caseline -o for-the-editor.caseline")]
pub(super) struct CopyArgs {
    /// A .caseline or a .caseline.json
    pub case: PathBuf,
    /// The file to write: a name that ends in .caseline
    #[arg(short, long, value_name = "OUT", value_parser = case_file)]
    pub out: PathBuf,
    /// Take these along: private, history; may be given again
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    pub with: Vec<Along>,
    /// Leave these out as well: originals, the files behind articles
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    pub without: Vec<Besides>,
    /// Replace OUT if it exists
    #[arg(long)]
    pub force: bool,
}

/// What a copy can hold that is left out otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Along {
    Private,
    History,
}

/// What can be left out of a copy besides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Besides {
    Originals,
}

fn case_file(name: &str) -> Result<PathBuf, String> {
    let fits = name.to_lowercase().ends_with(".caseline");
    if fits { Ok(PathBuf::from(name)) } else { Err("a copy's name ends in .caseline".to_owned()) }
}

impl CopyArgs {
    /// What is to be handed over; a sentence where the arguments contradict each other.
    pub(super) fn wanted(&self) -> Result<HandOver, String> {
        let history = self.with.contains(&Along::History);
        if history && !self.with.contains(&Along::Private) {
            return Err(
                "the history holds what is private and what was removed: --with history needs --with private"
                    .to_owned(),
            );
        }
        Ok(HandOver {
            path: self.out.clone(),
            force: self.force,
            private: self.with.contains(&Along::Private),
            history,
            originals: !self.without.contains(&Besides::Originals),
        })
    }
}

impl Session {
    /// Says what a copy leaves out, then writes it.
    pub(super) fn hand_over(mut self, case: PathBuf, wanted: HandOver) -> Result<ExitCode, Failed> {
        self.ask(FileCommand::Open(case, Purpose::Read))?;
        let copy = Leaving::Copy(wanted);
        for outcome in self.ask(Command::Leaving(LeavingCommand::Foretell(copy.clone())))? {
            if let Outcome::Foretold(sentences) = outcome {
                for sentence in &sentences {
                    say(sentence);
                }
            }
        }
        self.ask(Command::Leaving(LeavingCommand::Do(copy)))?;
        Ok(ExitCode::SUCCESS)
    }
}

impl PublishArgs {
    /// A sentence where these flags do not go with a format.
    pub(super) fn contradiction(&self, format: ExportFormat) -> Result<(), String> {
        let sheet = matches!(format, ExportFormat::Csv | ExportFormat::Html | ExportFormat::Docx);
        if self.claims && !sheet {
            return Err("--claims is for csv, html and docx".to_owned());
        }
        if format == ExportFormat::Docx && !self.claims {
            return Err("docx is for the sheet of claims: add --claims".to_owned());
        }
        if self.pages.is_some() && format != ExportFormat::Pdf {
            return Err("--pages is for pdf".to_owned());
        }
        if self.embed && format != ExportFormat::Png {
            return Err("--embed is for png".to_owned());
        }
        if self.transparent && !matches!(format, ExportFormat::Png | ExportFormat::Svg) {
            return Err("--transparent is for png and svg".to_owned());
        }
        if self.chronology && !matches!(format, ExportFormat::Html | ExportFormat::Markdown) {
            return Err("--chronology is for html and md".to_owned());
        }
        Ok(())
    }

    pub(super) fn settings(&self) -> Settings {
        Settings {
            preset: self.preset,
            paper: self.mm,
            seen: self.seen,
            subtitle: self.subtitle.clone(),
            footnote: self.footnote.clone(),
            kinds: self.kinds.clone(),
            without: self.without.clone(),
            labels: self.labels,
            logo: self.logo.clone(),
            pages: self.pages.unwrap_or_default().into(),
            transparent: self.transparent,
            embed: self.embed,
            claims: self.claims,
            chronology: self.chronology,
        }
    }

    /// The flags that only pictures know, and whether each was given.
    pub(super) fn given(&self) -> [(&'static str, bool); 12] {
        [
            ("--preset", self.preset.is_some()),
            ("--mm", self.mm.is_some()),
            ("--seen", self.seen.is_some()),
            ("--subtitle", self.subtitle.is_some()),
            ("--footnote", self.footnote.is_some()),
            ("--kinds", !self.kinds.is_empty()),
            ("--without", !self.without.is_empty()),
            ("--labels", self.labels.is_some()),
            ("--logo", self.logo.is_some()),
            ("--pages", self.pages.is_some()),
            ("--transparent", self.transparent),
            ("--embed", self.embed),
        ]
    }
}

fn preset(name: &str) -> Result<&'static Preset, String> {
    Preset::called(name).ok_or_else(|| format!("one of {}", presets()))
}

fn presets() -> String {
    PRESETS.iter().map(|preset| preset.name).collect::<Vec<_>>().join(", ")
}

fn presets_help() -> String {
    format!("A size that knows how wide its readers see it: {}", presets())
}

fn part(name: &str) -> Result<Part, String> {
    Part::ALL.into_iter().find(|part| part.code() == name).ok_or_else(|| format!("one of {}", parts()))
}

fn labels(name: &str) -> Result<LabelDensity, String> {
    let known = || LabelDensity::ALL.iter().map(|how| how.code()).collect::<Vec<_>>().join(", ");
    LabelDensity::from_code(name).ok_or_else(|| format!("one of {}", known()))
}

fn parts() -> String {
    Part::ALL.map(Part::code).join(", ")
}

fn parts_help() -> String {
    format!("Leave parts of the picture out, with commas between: {}", parts())
}

/// `96x120`, or with the sign × between.
fn millimetres(text: &str) -> Result<Paper, String> {
    let side = |text: &str| text.trim().parse().ok().filter(|mm| (30.0..=1_500.0).contains(mm));
    let sides = text.split_once(['x', 'X', '×']).and_then(|(w, h)| Some((side(w)?, side(h)?)));
    let (width, height) = sides.ok_or("two sides from 30 to 1500, such as 96x120")?;
    Ok(sheet_of(width, height))
}

/// Tells what a picture carries; hands any other file on.
pub(super) fn picture_or(
    path: &Path,
    otherwise: impl FnOnce(PathBuf) -> Result<ExitCode, Failed>,
) -> Result<ExitCode, Failed> {
    let facts = Outside::from_environment()
        .and_then(|outside| picture_facts(path, &outside).map_err(|error| error.to_string()));
    match facts {
        Ok(None) => otherwise(path.to_owned()),
        Ok(Some(facts)) => print(json::picture(&facts).as_bytes()).map(|()| ExitCode::SUCCESS),
        Err(sentence) => {
            say(&sentence);
            Err(Failed)
        }
    }
}
