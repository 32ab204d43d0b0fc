//! What a file is, from its bytes first and its name second.

use std::io::Cursor;

use zip::ZipArchive;

use crate::model::Sentence;

use super::draft::Incoming;

/// Bytes at the head of a file that are looked at.
const HEAD: usize = 4_096;

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// Rows and columns in text, whatever stands between the cells.
    Table,
    /// Case JSON: the store reads it.
    CaseJson,
    /// A database of `SQLite`, a case file or not.
    Database,
    Png,
    /// Another picture.
    Picture,
    Html,
    Pdf,
    /// A text document of a word processor.
    Document,
    /// Several files in one.
    Bundle,
    /// A spreadsheet's workbook.
    Workbook,
    /// A mail, or a page saved like one (MHTML).
    Mail,
    Markdown,
    /// A file that holds nothing but an address.
    Shortcut,
    /// JSON that is no case.
    Json,
    Calendar,
    TimeFlow,
    /// Any other XML.
    Xml,
    /// Prose.
    Text,
    #[default]
    Unknown,
}

impl Format {
    /// Whether it is prose to be read, rather than rows.
    #[must_use]
    pub fn is_article(self) -> bool {
        matches!(
            self,
            Self::Html
                | Self::Pdf
                | Self::Document
                | Self::Mail
                | Self::Markdown
                | Self::Text
                | Self::Shortcut
        )
    }

    /// The format that `--format` names, among those that can be taken in.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "csv" | "tsv" => Some(Self::Table),
            "caseline.json" | "case-json" => Some(Self::CaseJson),
            _ => None,
        }
    }
}

/// The format that the first bytes give away.
pub(super) fn by_first_bytes(name: &str, bytes: &[u8]) -> Option<Format> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    let has_ending = |ending: &str| ends_with(name, ending);
    if starts(b"SQLite format 3\0") {
        return Some(Format::Database);
    }
    if starts(b"\x89PNG\r\n\x1a\n") {
        return Some(Format::Png);
    }
    if starts(b"\xff\xd8\xff") || starts(b"GIF8") || (starts(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")) {
        return Some(Format::Picture);
    }
    if starts(b"%PDF-") {
        return Some(Format::Pdf);
    }
    if starts(b"PK\x03\x04") {
        return Some(by_parts(name, bytes));
    }
    if starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some(if has_ending(".xls") { Format::Workbook } else { Format::Document });
    }
    starts(b"{\\rtf").then_some(Format::Document)
}

/// What a ZIP is, by the names of the files in it.
fn by_parts(name: &str, bytes: &[u8]) -> Format {
    let has_ending = |ending: &&str| ends_with(name, ending);
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else {
        // Damaged: who reads it will say so.
        let is_sheet = [".xlsx", ".xlsm", ".ods"].iter().any(has_ending);
        let is_document = [".docx", ".docm", ".odt"].iter().any(has_ending);
        return if is_sheet {
            Format::Workbook
        } else if is_document {
            Format::Document
        } else {
            Format::Bundle
        };
    };
    let holds = |part: &str| archive.index_for_name(part).is_some();
    if holds("xl/workbook.xml") || holds("xl/workbook.bin") || ends_with(name, ".ods") {
        Format::Workbook
    } else if holds("[Content_Types].xml") || holds("content.xml") || holds("META-INF/container.xml") {
        Format::Document
    } else {
        Format::Bundle
    }
}

/// The format that a text's beginning gives away, where it is no table.
pub(super) fn by_text(name: &str, text: &str) -> Option<Format> {
    let start = text.trim_start();
    let mut cut = start.len().min(HEAD);
    while !start.is_char_boundary(cut) {
        cut -= 1;
    }
    let head = start[..cut].to_lowercase();
    if start.starts_with('{') || start.starts_with("[{") || start.starts_with("[\n") {
        return Some(if is_case_json(start) { Format::CaseJson } else { Format::Json });
    }
    if head.starts_with("[internetshortcut]") || (head.starts_with("<?xml") && ends_with(name, ".webloc")) {
        return Some(Format::Shortcut);
    }
    if head.starts_with('<') {
        let page = ["<!doctype html", "<html", "<head", "<body", "<p>"].iter().any(|tag| head.contains(tag));
        return Some(if page { Format::Html } else { Format::Xml });
    }
    if head.starts_with("begin:vcalendar") {
        return Some(Format::Calendar);
    }
    if head.starts_with("#timeflow") {
        return Some(Format::TimeFlow);
    }
    is_mail(name, &head).then_some(Format::Mail)
}

/// The article that a text is: by what it begins with, then by its name; prose where neither says.
pub(super) fn article_by_text(name: &str, text: &str) -> Format {
    let named = |endings: &[&str]| endings.iter().any(|ending| ends_with(name, ending));
    match by_text(name, text) {
        Some(Format::Json) if named(&[".txt", ".md", ".markdown"]) => Format::Text,
        Some(Format::Xml | Format::Html) | None if named(&[".html", ".htm", ".xhtml"]) => Format::Html,
        Some(format) => format,
        None if named(&[".md", ".markdown"]) => Format::Markdown,
        None => Format::Text,
    }
}

/// Whether a text begins with header lines of a mail, at least three of them known ones.
fn is_mail(name: &str, head: &str) -> bool {
    const FIELDS: [&str; 18] = [
        "received:",
        "return-path:",
        "mime-version:",
        "delivered-to:",
        "from:",
        "to:",
        "subject:",
        "date:",
        "message-id:",
        "content-type:",
        "cc:",
        "reply-to:",
        "x-mozilla-status:",
        "dkim-signature:",
        "sender:",
        "snapshot-content-location:",
        "content-transfer-encoding:",
        "list-id:",
    ];
    if head.starts_with("from - ") && ends_with(name, ".eml") {
        return true;
    }
    let header = head.split("\n\n").next().unwrap_or_default();
    let header = header.split("\r\n\r\n").next().unwrap_or_default();
    let is_field = |line: &str| FIELDS.iter().any(|field| line.starts_with(field));
    let fields = header.lines().filter(|line| is_field(line)).count();
    let begins = header.lines().next().is_some_and(|line| is_field(line) || line.starts_with("x-"));
    let enough = if [".eml", ".mht", ".mhtml"].iter().any(|ending| ends_with(name, ending)) { 1 } else { 3 };
    begins && fields >= enough
}

/// Whether a JSON text says that it is a case: its first key is `caseline`.
fn is_case_json(text: &str) -> bool {
    let first_key = text.strip_prefix('{').map(str::trim_start);
    first_key.is_some_and(|key| key.starts_with("\"caseline\""))
        || text.get(..text.len().min(HEAD)).unwrap_or(text).contains("\"caseline\":")
}

/// Why nothing is taken from a format; none: it can be taken, here or by the store.
pub(super) fn refusal(format: Format, name: &str) -> Option<Sentence> {
    let key = match format {
        Format::Table | Format::CaseJson => return None,
        Format::Bundle | Format::Shortcut => return Some(no_article(format, name)),
        Format::Database => "unread-database",
        Format::Png | Format::Picture => "unread-picture",
        Format::Workbook => "unread-workbook",
        Format::Unknown => "unread-unknown",
        Format::Html | Format::Pdf | Format::Document | Format::Mail | Format::Markdown | Format::Text => {
            return Some(Sentence::new("unread-article").text("file", name).said_of("what", called(format)));
        }
        Format::Json | Format::Calendar | Format::TimeFlow | Format::Xml => {
            return Some(Sentence::new("unread-later").text("file", name).said_of("what", called(format)));
        }
    };
    Some(Sentence::new(key).text("file", name))
}

/// Why a format can't be read as an article.
pub(super) fn no_article(format: Format, name: &str) -> Sentence {
    let whole = |key| Sentence::new(key).text("file", name);
    match format {
        Format::Shortcut => whole("unread-shortcut"),
        Format::Unknown => whole("unread-no-words"),
        Format::Html | Format::Pdf | Format::Document | Format::Mail | Format::Markdown | Format::Text => {
            whole("unread-other")
        }
        _ => whole("unread-no-article").said_of("what", called(format)),
    }
}

/// Why a file is read neither as a table nor as an article: nothing is in it.
pub(super) fn nothing(incoming: &Incoming) -> Sentence {
    let key = if incoming.bytes.is_empty() { "fault-empty" } else { "unread-blank" };
    Sentence::new(key).text("file", &incoming.name)
}

/// What a format is called in a sentence.
fn called(format: Format) -> Sentence {
    Sentence::new(match format {
        Format::Database => "sort-of-database",
        Format::Png | Format::Picture => "sort-of-picture",
        Format::Workbook => "sort-of-workbook",
        Format::Bundle => "sort-of-bundle",
        Format::CaseJson => "sort-of-case",
        Format::Table => "sort-of-table",
        Format::Json => "sort-of-json",
        Format::Calendar => "sort-of-calendar",
        Format::TimeFlow => "sort-of-timeflow",
        Format::Xml => "sort-of-xml",
        Format::Html => "sort-of-html",
        Format::Pdf => "sort-of-pdf",
        Format::Document => "sort-of-document",
        Format::Mail => "sort-of-mail",
        Format::Markdown => "sort-of-markdown",
        Format::Text => "sort-of-text",
        Format::Shortcut => "sort-of-shortcut",
        Format::Unknown => "sort-of-unknown",
    })
}

/// Whether a file's name ends so, in any case of letters.
pub(super) fn ends_with(name: &str, ending: &str) -> bool {
    name.to_ascii_lowercase().ends_with(ending)
}
