//! The arguments, as clap reads them; the comments here are the help texts.

use std::path::{Path, PathBuf};

use clap::{Args as Group, Parser, Subcommand};

use crate::intake::{Field, Format};
use crate::model::{Theme, When};
use crate::workspace::{ExportFormat, ViewWish};

use super::extract::ExtractArgs;
use super::publish::{CopyArgs, PublishArgs};

/// A timeline of who did what to whom, where and when, each event tied to the words that support it
#[derive(Debug, Parser)]
#[command(
    name = "caseline",
    version,
    args_conflicts_with_subcommands = true,
    subcommand_precedence_over_arg = true,
    override_usage = "caseline [FILE]...\n       caseline <COMMAND>",
    after_help = "\
Without a command, the files are opened in a window: a case (.caseline), a
Case JSON (.caseline.json) or a table of events (CSV). Every command works
without a display.

Examples:
  caseline samples/expelled-diplomat.caseline.json
  caseline export samples/expelled-diplomat.caseline.json -o timeline.png
  caseline new spring.caseline
  caseline import events.csv --into spring.caseline

Words go to stderr, what machines read goes to stdout.
Exit status: 0 done, 1 failed, 2 wrong usage."
)]
pub(super) struct Args {
    #[command(subcommand)]
    pub task: Option<Task>,
    /// Files to open in a window
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Task {
    New(NewArgs),
    Import(ImportArgs),
    Export(Box<ExportArgs>),
    Copy(CopyArgs),
    Extract(ExtractArgs),
    Check(CheckArgs),
    Info(InfoArgs),
    Read(ReadArgs),
}

/// Make an empty case
#[derive(Debug, Group)]
#[command(after_help = "\
Example:
  caseline new spring.caseline

A name that ends in .caseline.json makes a Case JSON: the whole case as one
text, for git and scripts.")]
pub(super) struct NewArgs {
    /// Where the case is made: a name that ends in .caseline or .caseline.json
    #[arg(value_parser = new_case)]
    pub case: PathBuf,
    /// Replace what stands there
    #[arg(long)]
    pub force: bool,
}

/// Take events and articles into a case
#[derive(Debug, Group)]
#[command(after_help = "\
A table needs a header; columns are found by their names in several languages,
such as date,title,country. Rows that can't be read are listed with line and
reason, and the rest is taken.

Prints one JSON object with the numbers \"added\", \"merged\", \"undated\",
\"articles\", \"candidates\" and \"possible_duplicates\", and the list \"skipped\" of
{\"file\", \"line\", \"reason\"}; a file that couldn't be read at all has no line.
\"merged\" are rows equal in every field to one in the case. Exit status 1 if a
file couldn't be read at all; the others are taken in.

Examples:
  caseline import events.csv --into spring.caseline
  caseline import more.caseline.json --into spring.caseline --dry-run
  caseline import list.csv --into spring.caseline --map when=Day --map title=\"What happened\"")]
pub(super) struct ImportArgs {
    /// Case JSON, tables of events in CSV, articles of any kind; folders and ZIPs of those
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The case that they go into; caseline new makes one
    #[arg(long, value_name = "CASE")]
    pub into: PathBuf,
    /// Read the files as this, whatever they look like: csv, tsv or caseline.json
    #[arg(long, value_parser = import_format)]
    pub format: Option<Format>,
    #[arg(long, value_name = "FIELD=COLUMN", value_parser = mapping, help = map_help())]
    pub map: Vec<(Field, String)>,
    /// Take an article that is in the case with another text as a new reading of it; quotes move along
    #[arg(long)]
    pub update: bool,
    /// Make events of all that articles seem to say; without it they wait for a review in the window
    #[arg(long)]
    pub accept: bool,
    /// Only say what would come of it; nothing is written
    #[arg(long)]
    pub dry_run: bool,
}

/// Write a picture, a table or a Case JSON of a case
#[derive(Debug, Group)]
#[command(after_help = "\
Without --view a picture shows the case's first view; of a case without views,
the whole case with the hub and the segments that suggest themselves. The other
flags override the view piece by piece. --from, --to and --lanes also narrow a
table; a Case JSON always holds the whole case. What is private is left out of
everything but a Case JSON, and out of that with --public.

Examples:
  caseline export spring.caseline -o out.png --width 1200 --height 675 --scale 2
  caseline export spring.caseline -o article.png --preset article --scale 2
  caseline export spring.caseline -o print.pdf --preset a4
  caseline export spring.caseline -o claims.docx --claims
  caseline export spring.caseline -o april.svg --from 2022-04 --to 2022-04
  caseline export spring.caseline -o three.svg --lanes IT,DE,FR
  caseline export spring.caseline -o all.svg --view all --theme dark
  caseline export spring.caseline -o events.csv --from 2022
  caseline export spring.caseline -o - --format caseline.json | less")]
pub(super) struct ExportArgs {
    /// A .caseline, a .caseline.json or a table of events
    pub case: PathBuf,
    /// The file to write; its ending picks the format: png, svg, pdf, html, md, docx,
    /// caseline.json or csv. - is stdout
    #[arg(short, long, value_name = "OUT")]
    pub out: PathBuf,
    /// png, svg, pdf, html, md, docx,
    /// caseline.json or csv, whatever OUT ends in; needed with -o -
    #[arg(long, value_parser = export_format)]
    pub format: Option<ExportFormat>,
    /// Replace OUT if it exists
    #[arg(long)]
    pub force: bool,
    /// The view of that name; "all" is the whole case, every lane, in one segment
    #[arg(long, value_name = "NAME")]
    pub view: Option<String>,
    /// From the earliest that this date can mean, in EDTF: 2022, 2022-04, 2022-04-05
    #[arg(long, value_name = "EDTF", value_parser = When::parse)]
    pub from: Option<When>,
    /// To the latest that this date can mean
    #[arg(long, value_name = "EDTF", value_parser = When::parse)]
    pub to: Option<When>,
    /// Only these lanes, in this order: codes or names, with commas between
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    pub lanes: Vec<String>,
    /// light or dark
    #[arg(long, value_parser = theme)]
    pub theme: Option<Theme>,
    /// Width in points; a point is a pixel at scale 1
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(200..=20_000))]
    pub width: Option<u32>,
    /// Height in points
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(120..=20_000))]
    pub height: Option<u32>,
    /// Pixels for each point: 2 for screens of high density
    #[arg(long, value_name = "F", value_parser = scale)]
    pub scale: Option<f64>,
    /// The picture's title: the finding, in a sentence
    #[arg(long, value_name = "T")]
    pub title: Option<String>,
    /// Of the words in the picture: en
    #[arg(long, value_name = "L")]
    pub language: Option<String>,
    /// Leave what is private out of a Case JSON
    #[arg(long)]
    pub public: bool,
    /// Put the files behind articles into a Case JSON, byte for byte; importing it gives them back
    #[arg(long)]
    pub originals: bool,
    #[command(flatten)]
    pub publish: PublishArgs,
}

/// See whether a case is whole and its quotes stand in their texts
#[derive(Debug, Group)]
#[command(after_help = "\
Prints one JSON object. Exit status 1 if anything is wrong: a quote whose words
do not stand where it says, a text that does not match its hash, a damaged file.
Quotes whose text is not in the case are only counted, as \"carried\".")]
pub(super) struct CheckArgs {
    /// A .caseline or a .caseline.json
    pub case: PathBuf,
}

/// Read articles: their text, or what is known of them
#[derive(Debug, Group)]
#[command(after_help = "\
Prints the articles' text; with --json one JSON object a file: title, byline,
site, url, published, published_from, language, encoding, text. Several files
give one line each, in order, with \"file\"; one that can't be read gives
{\"file\", \"error\"}, and exit status 1. What is doubtful is said on stderr.
\"published_from\" is json-ld, meta, time, url, dateline or file.

Examples:
  caseline read saved-page.html
  caseline read --json letters/*.eml | jq -r .title")]
pub(super) struct ReadArgs {
    /// Pages, PDFs, documents, mails, text; - is stdin
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Print JSON, one object a line
    #[arg(long)]
    pub json: bool,
}

/// Tell what is in a case
#[derive(Debug, Group)]
#[command(after_help = "\
Prints one JSON object: title, events, undated, lanes, articles, entities, from,
to, views. Of a picture that Caseline drew it tells what that carries, with
\"file\":\"png\", \"embedded\" (whether its events are in it) and \"description\".")]
pub(super) struct InfoArgs {
    /// A .caseline, a .caseline.json or a PNG that Caseline drew
    pub case: PathBuf,
}

const EXPORTS: [(&str, ExportFormat); 8] = [
    ("png", ExportFormat::Png),
    ("svg", ExportFormat::Svg),
    ("pdf", ExportFormat::Pdf),
    ("html", ExportFormat::Html),
    ("md", ExportFormat::Markdown),
    ("docx", ExportFormat::Docx),
    ("caseline.json", ExportFormat::CaseJson),
    ("csv", ExportFormat::Csv),
];

/// The names of all formats that can be written.
pub(super) fn formats() -> Vec<&'static str> {
    EXPORTS.iter().map(|(name, _)| *name).collect()
}

/// The format that a file's ending picks.
pub(super) fn format_of(path: &Path) -> Result<ExportFormat, String> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let found = EXPORTS.iter().find(|(ending, _)| name.ends_with(&format!(".{ending}")));
    found.map(|(_, format)| *format).ok_or_else(|| {
        format!(
            "the ending of {} names no format: use one of {}, or --format",
            path.display(),
            formats().join(", ")
        )
    })
}

/// The view that a name means.
pub(super) fn view_called(name: &str) -> ViewWish {
    if name == "all" { ViewWish::All } else { ViewWish::Named(name.to_owned()) }
}

fn map_help() -> String {
    let fields: Vec<&str> = Field::codes().collect();
    format!("Take a field from the column of that name; may be given again. Fields: {}", fields.join(", "))
}

fn new_case(name: &str) -> Result<PathBuf, String> {
    let lower = name.to_lowercase();
    if lower.ends_with(".caseline") || lower.ends_with(".caseline.json") {
        return Ok(PathBuf::from(name));
    }
    Err("a case's name ends in .caseline or .caseline.json".to_owned())
}

fn import_format(name: &str) -> Result<Format, String> {
    Format::from_code(name).ok_or_else(|| "one of csv, tsv, caseline.json".to_owned())
}

fn export_format(name: &str) -> Result<ExportFormat, String> {
    let found = EXPORTS.iter().find(|(known, _)| *known == name);
    found.map(|(_, format)| *format).ok_or_else(|| format!("one of {}", formats().join(", ")))
}

fn mapping(text: &str) -> Result<(Field, String), String> {
    let (field, column) = text.split_once('=').ok_or("write it as FIELD=COLUMN, such as when=Date")?;
    let known = || format!("no field {field:?}; one of {}", Field::codes().collect::<Vec<_>>().join(", "));
    Ok((Field::from_code(field).ok_or_else(known)?, column.to_owned()))
}

fn theme(name: &str) -> Result<Theme, String> {
    Theme::from_code(name).ok_or_else(|| "light or dark".to_owned())
}

fn scale(text: &str) -> Result<f64, String> {
    let said = "a number from 0.25 to 8".to_owned();
    text.parse().ok().filter(|scale| (0.25..=8.0).contains(scale)).ok_or(said)
}
