//! What a file is, from its bytes first and its name second.

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
    /// A spreadsheet's workbook.
    Workbook,
    Mail,
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
        let head = &bytes[..bytes.len().min(HEAD)];
        let holds = |part: &[u8]| head.windows(part.len()).any(|window| window == part);
        let sheet = [".xlsx", ".xlsm", ".ods"].into_iter().any(has_ending)
            || holds(b"xl/")
            || holds(b"opendocument.spreadsheet");
        return Some(if sheet { Format::Workbook } else { Format::Document });
    }
    if starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some(if has_ending(".xls") { Format::Workbook } else { Format::Document });
    }
    starts(b"{\\rtf").then_some(Format::Document)
}

/// The format that a text's beginning gives away, where it is no table.
pub(super) fn by_text(text: &str) -> Option<Format> {
    let start = text.trim_start();
    let mut cut = start.len().min(HEAD);
    while !start.is_char_boundary(cut) {
        cut -= 1;
    }
    let head = start[..cut].to_lowercase();
    if start.starts_with('{') || start.starts_with("[{") || start.starts_with("[\n") {
        return Some(if is_case_json(start) { Format::CaseJson } else { Format::Json });
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
    let mail = ["received:", "return-path:", "mime-version:", "delivered-to:", "from: <saved by"];
    mail.iter().any(|field| head.starts_with(field)).then_some(Format::Mail)
}

/// Whether a JSON text says that it is a case: its first key is `caseline`.
fn is_case_json(text: &str) -> bool {
    let first_key = text.strip_prefix('{').map(str::trim_start);
    first_key.is_some_and(|key| key.starts_with("\"caseline\""))
        || text.get(..text.len().min(HEAD)).unwrap_or(text).contains("\"caseline\":")
}

/// Why nothing is taken from a format; none: it can be taken, here or by the store.
pub(super) fn refusal(format: Format, name: &str) -> Option<String> {
    let article = |what: &str| {
        Some(format!("{name} is an article ({what}); articles can be imported in a later version"))
    };
    let later = |what: &str| {
        Some(format!("{name} is {what}, which a later version will read; save its events as CSV"))
    };
    match format {
        Format::Table | Format::CaseJson => None,
        Format::Database => Some(format!(
            "{name} is a case file or another SQLite database, not a table of events; \
             export it as Case JSON and import that"
        )),
        Format::Png | Format::Picture => Some(format!("{name} is a picture, not a table of events")),
        Format::Html => article("HTML"),
        Format::Pdf => article("PDF"),
        Format::Document => article("a text document"),
        Format::Mail => article("a mail or saved page"),
        Format::Text => article("plain text"),
        Format::Workbook => {
            Some(format!("{name} is a workbook of a spreadsheet; save the sheet as CSV and import that"))
        }
        Format::Json => later("JSON of another program"),
        Format::Calendar => later("a calendar"),
        Format::TimeFlow => later("a TimeFlow file"),
        Format::Xml => later("XML of another program"),
        Format::Unknown => {
            Some(format!("{name} is nothing that Caseline reads: its bytes are no text, table or case"))
        }
    }
}

/// Whether a file's name ends so, in any case of letters.
pub(super) fn ends_with(name: &str, ending: &str) -> bool {
    name.to_ascii_lowercase().ends_with(ending)
}
