//! Documents of word processors (DOCX, ODT): their paragraphs, headings, lists, tables and notes.

use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::draft::{ArticleDraft, PublishedFrom};
use super::plain;
use crate::model::{Sentence, When};

/// The most of one part that is unpacked, in bytes: a document's text is far smaller, a bomb far larger.
const MOST_UNPACKED: u64 = 32 << 20;

/// Reads a document.
///
/// # Errors
/// A sentence where it holds no text that can be read.
pub(super) fn read(bytes: &[u8], name: &str) -> Result<ArticleDraft, Sentence> {
    if !bytes.starts_with(b"PK") {
        return Err(Sentence::new("unread-old-document").text("file", name));
    }
    let damaged = |_| Sentence::new("unread-damaged").text("file", name);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut notes = Vec::new();
    let (body, dialect) = if let Some(body) = part(&mut archive, WORD.body, &mut notes) {
        (body, &WORD)
    } else {
        let body = part(&mut archive, OPEN.body, &mut notes);
        (body.ok_or_else(|| Sentence::new("unread-no-document").text("file", name))?, &OPEN)
    };
    let mut words = Words::new(dialect);
    words.read(&body, &mut notes);
    for extra in dialect.extra {
        if let Some(more) = part(&mut archive, extra, &mut notes) {
            words.read(&more, &mut notes);
        }
    }
    let mut draft = words.finish();
    draft.media_type = dialect.media_type;
    if let Some(properties) = part(&mut archive, dialect.properties, &mut notes) {
        take_properties(&properties, &mut draft);
    }
    draft.notes.extend(notes);
    if draft.text.is_empty() {
        return Err(Sentence::new("unread-no-text").text("file", name));
    }
    Ok(draft)
}

/// One part of a document, as text.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str, notes: &mut Vec<Sentence>) -> Option<String> {
    let file = archive.by_name(name).ok()?;
    let mut bytes = Vec::new();
    if file.take(MOST_UNPACKED).read_to_end(&mut bytes).is_err() {
        notes.push(Sentence::new("note-part-damaged").text("name", name));
    }
    if bytes.len() as u64 == MOST_UNPACKED {
        let most = usize::try_from(MOST_UNPACKED >> 20).unwrap_or_default();
        notes.push(Sentence::new("note-part-first-mb").number("n", most).text("name", name));
    }
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// What elements are called in a format; prefixes are left out, since every program uses the same.
struct Dialect {
    media_type: &'static str,
    /// The part with the text, and the one with title and author.
    body: &'static str,
    properties: &'static str,
    paragraphs: &'static [&'static str],
    /// Words stand only inside of these; empty: everywhere in paragraphs.
    runs: &'static [&'static str],
    blanks: &'static [&'static str],
    breaks: &'static [&'static str],
    items: &'static [&'static str],
    cells: &'static [&'static str],
    rows: &'static [&'static str],
    notes: &'static [&'static str],
    /// Passed over whole.
    skipped: &'static [&'static str],
    /// The element and the attribute that name a paragraph's style.
    style: (&'static str, &'static str),
    /// Parts with further text.
    extra: &'static [&'static str],
}

const WORD: Dialect = Dialect {
    media_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    body: "word/document.xml",
    properties: "docProps/core.xml",
    paragraphs: &["p"],
    runs: &["t"],
    blanks: &["tab", "ptab"],
    breaks: &["br", "cr"],
    items: &["numPr"],
    cells: &["tc"],
    rows: &["tr"],
    notes: &[],
    skipped: &["Fallback", "del", "instrText", "footnoteRef", "endnoteRef"],
    style: ("pStyle", "val"),
    extra: &["word/footnotes.xml", "word/endnotes.xml"],
};

const OPEN: Dialect = Dialect {
    media_type: "application/vnd.oasis.opendocument.text",
    body: "content.xml",
    properties: "meta.xml",
    paragraphs: &["p", "h"],
    runs: &[],
    blanks: &["tab", "s"],
    breaks: &["line-break"],
    items: &["list-item"],
    cells: &["table-cell"],
    rows: &["table-row"],
    notes: &["note-body"],
    skipped: &[
        "tracked-changes",
        "annotation",
        "note-citation",
        "automatic-styles",
        "font-face-decls",
        "scripts",
        "desc",
        "title",
    ],
    style: ("p", "style-name"),
    extra: &[],
};

/// Gathers a document's paragraphs.
struct Words {
    dialect: &'static Dialect,
    paragraphs: Vec<String>,
    /// Open paragraphs: a text box or a note stands inside of another.
    open: Vec<String>,
    /// Notes go after the text.
    aside: Vec<String>,
    depth_of_notes: usize,
    runs: usize,
    row: Option<Vec<String>>,
    is_item: bool,
    is_title: bool,
    title: Option<String>,
}

impl Words {
    fn new(dialect: &'static Dialect) -> Self {
        Self {
            dialect,
            paragraphs: Vec::new(),
            open: Vec::new(),
            aside: Vec::new(),
            depth_of_notes: 0,
            runs: 0,
            row: None,
            is_item: false,
            is_title: false,
            title: None,
        }
    }

    fn read(&mut self, xml: &str, notes: &mut Vec<Sentence>) {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = false;
        let mut skipping = 0_usize;
        loop {
            match reader.read_event() {
                Ok(Event::Eof) => break,
                Err(_) => {
                    notes.push(Sentence::new("note-damaged"));
                    break;
                }
                Ok(Event::Start(start)) if skipping > 0 || self.skips(&start) => {
                    let _ = start;
                    skipping += 1;
                }
                Ok(Event::End(_)) if skipping > 0 => skipping -= 1,
                Ok(_) if skipping > 0 => {}
                Ok(Event::Start(start)) => self.start(&start),
                Ok(Event::Empty(empty)) if !self.skips(&empty) => self.empty(&empty),
                Ok(Event::End(end)) => self.end(local(end.local_name().as_ref())),
                Ok(Event::Text(text)) => {
                    self.put(&text.xml_content(XmlVersion::Implicit1_0).unwrap_or_default());
                }
                Ok(Event::CData(text)) => {
                    self.put(&text.xml_content(XmlVersion::Implicit1_0).unwrap_or_default());
                }
                Ok(Event::GeneralRef(entity)) => {
                    let c = match &*entity {
                        b"amp" => Some('&'),
                        b"lt" => Some('<'),
                        b"gt" => Some('>'),
                        b"quot" => Some('"'),
                        b"apos" => Some('\''),
                        _ => entity.resolve_char_ref().ok().flatten(),
                    };
                    if let Some(c) = c {
                        self.put(c.encode_utf8(&mut [0; 4]));
                    }
                }
                Ok(_) => {}
            }
        }
        while !self.open.is_empty() {
            self.end_paragraph();
        }
        self.end_row();
    }

    fn skips(&self, element: &BytesStart<'_>) -> bool {
        self.dialect.skipped.contains(&local(element.local_name().as_ref()))
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        let name = element.local_name();
        let name = local(name.as_ref());
        let dialect = self.dialect;
        self.see_style(name, element);
        if dialect.paragraphs.contains(&name) {
            self.open.push(String::new());
            self.see_style(name, element);
        } else if dialect.runs.contains(&name) {
            self.runs += 1;
        } else if dialect.items.contains(&name) {
            self.is_item = true;
        } else if dialect.rows.contains(&name) && self.row.is_none() {
            self.row = Some(Vec::new());
        } else if dialect.cells.contains(&name) {
            if let Some(row) = &mut self.row {
                row.push(String::new());
            }
        } else if dialect.notes.contains(&name) {
            self.depth_of_notes += 1;
        } else {
            self.mark(name);
        }
    }

    fn empty(&mut self, element: &BytesStart<'_>) {
        let name = element.local_name();
        let name = local(name.as_ref());
        self.see_style(name, element);
        if self.dialect.items.contains(&name) {
            self.is_item = true;
        }
        self.mark(name);
    }

    /// Blanks that are elements.
    fn mark(&mut self, name: &str) {
        let Some(open) = self.open.last_mut() else { return };
        if self.dialect.blanks.contains(&name) {
            open.push(' ');
        } else if self.dialect.breaks.contains(&name) {
            open.push('\n');
        } else if name == "noBreakHyphen" {
            open.push('\u{2011}');
        }
    }

    fn see_style(&mut self, name: &str, element: &BytesStart<'_>) {
        let (styled, attribute) = self.dialect.style;
        if name != styled {
            return;
        }
        let style =
            element.attributes().flatten().find(|it| local(it.key.local_name().as_ref()) == attribute);
        self.is_title = style.is_some_and(|style| matches!(&*style.value, b"Title" | b"Titel" | b"Titre"));
    }

    fn end(&mut self, name: &str) {
        let dialect = self.dialect;
        if dialect.paragraphs.contains(&name) {
            self.end_paragraph();
        } else if dialect.runs.contains(&name) {
            self.runs = self.runs.saturating_sub(1);
        } else if dialect.rows.contains(&name) {
            self.end_row();
        } else if dialect.notes.contains(&name) {
            self.depth_of_notes = self.depth_of_notes.saturating_sub(1);
        }
    }

    fn put(&mut self, words: &str) {
        let wanted = self.dialect.runs.is_empty() || self.runs > 0;
        if let Some(open) = self.open.last_mut().filter(|_| wanted) {
            // Line ends inside of words are the file's own layout.
            open.extend(words.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }));
        }
    }

    fn end_paragraph(&mut self) {
        let Some(words) = self.open.pop() else { return };
        let words = words.split('\n').map(str::trim).collect::<Vec<_>>().join("\n").trim().to_owned();
        let (is_item, is_title) = (std::mem::take(&mut self.is_item), std::mem::take(&mut self.is_title));
        if words.is_empty() {
            return;
        }
        if is_title && self.title.is_none() {
            self.title = Some(words.replace('\n', " "));
        }
        if let Some(cell) = self.row.as_mut().and_then(|row| row.last_mut()) {
            if !cell.is_empty() {
                cell.push(' ');
            }
            cell.push_str(&words.replace('\n', " "));
        } else if self.depth_of_notes > 0 {
            self.aside.push(words);
        } else if is_item {
            self.paragraphs.push(format!("- {words}"));
        } else {
            self.paragraphs.push(words);
        }
    }

    fn end_row(&mut self) {
        let Some(row) = self.row.take() else { return };
        let cells: Vec<String> = row.into_iter().filter(|cell| !cell.is_empty()).collect();
        if !cells.is_empty() {
            self.paragraphs.push(cells.join(" | "));
        }
    }

    fn finish(self) -> ArticleDraft {
        let mut text = String::new();
        for paragraph in self.paragraphs.iter().chain(&self.aside) {
            let tidy = plain::tidy(paragraph);
            if tidy.is_empty() {
                continue;
            }
            if !text.is_empty() {
                // Items of one list and rows of one table stand together.
                let together = |mark: &str| {
                    tidy.contains(mark) && text.rsplit('\n').next().is_some_and(|line| line.contains(mark))
                };
                let is_list = tidy.starts_with("- ")
                    && text.rsplit('\n').next().is_some_and(|line| line.starts_with("- "));
                text.push_str(if is_list || together(" | ") { "\n" } else { "\n\n" });
            }
            text.push_str(&tidy);
        }
        ArticleDraft { title: self.title, text, ..ArticleDraft::default() }
    }
}

/// Title, author, day and language out of a document's properties. The day is that of the last change: a document
/// is often made from an old one, and sent when it was changed last.
fn take_properties(xml: &str, draft: &mut ArticleDraft) {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let mut found: Vec<(String, String)> = Vec::new();
    let mut inside: Option<String> = None;
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Eof => break,
            Event::Start(start) => inside = Some(local(start.local_name().as_ref()).to_owned()),
            Event::End(_) => inside = None,
            Event::Text(text) => {
                if let (Some(name), Ok(words)) = (&inside, text.xml_content(XmlVersion::Implicit1_0)) {
                    found.push((name.clone(), words.trim().to_owned()));
                }
            }
            _ => {}
        }
    }
    let value = |names: &[&str]| {
        let named = |name: &&str| found.iter().find(|(key, value)| key == name && !value.is_empty());
        names.iter().find_map(named).map(|(_, value)| value.clone())
    };
    if let Some(title) = value(&["title"]).filter(|title| !is_placeholder(title)) {
        draft.title = Some(title);
    }
    draft.byline = value(&["creator", "initial-creator"]);
    draft.language = value(&["language"]);
    let day = value(&["modified", "date", "created", "creation-date"]);
    draft.published = day.and_then(|day| When::parse(day.get(..10)?).ok());
    draft.published_from = draft.published.as_ref().map(|_| PublishedFrom::File);
}

/// Titles that programs give.
fn is_placeholder(title: &str) -> bool {
    let lower = title.to_lowercase();
    lower.starts_with("microsoft word") || lower.starts_with("untitled") || lower.starts_with("document1")
}

fn local(name: &[u8]) -> &str {
    std::str::from_utf8(name).unwrap_or_default()
}
