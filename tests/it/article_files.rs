//! Files of articles that the tests build: documents, PDFs, saved pages. What is broken in them must never panic.

use caseline::workspace::in_english;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use caseline::intake::Incoming;
use caseline::intake::articles::{ArticleDraft, read};

use crate::program::sample;

/// Bytes as a file of that name.
fn incoming(name: &str, bytes: Vec<u8>) -> Incoming {
    Incoming { name: name.to_owned(), bytes, ..Incoming::default() }
}

fn draft(name: &str, bytes: Vec<u8>) -> ArticleDraft {
    read(&incoming(name, bytes)).unwrap_or_else(|why| panic!("{}", in_english(&why)))
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a file begins");
        zip.write_all(text.as_bytes()).expect("it is written");
    }
    zip.finish().expect("a ZIP").into_inner()
}

fn docx() -> Vec<u8> {
    let body = "<?xml version='1.0'?><w:document xmlns:w='w'><w:body>\
        <w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>The tugs &amp; the town</w:t></w:r></w:p>\
        <w:p><w:r><w:t xml:space='preserve'>Two were </w:t></w:r><w:del><w:r><w:delText>given</w:delText></w:r></w:del>\
        <w:r><w:t>sold.</w:t></w:r></w:p>\
        <w:p><w:pPr><w:numPr><w:ilvl w:val='0'/></w:numPr></w:pPr><w:r><w:t>Heron</w:t></w:r></w:p>\
        <w:p><w:pPr><w:numPr><w:ilvl w:val='0'/></w:numPr></w:pPr><w:r><w:t>Plover</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Heron</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>9 February</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
        </w:body></w:document>";
    let core = "<cp:coreProperties xmlns:cp='c' xmlns:dc='d' xmlns:dcterms='t'><dc:creator>A. Castellan</dc:creator>\
        <dcterms:modified>2024-03-05T10:00:00Z</dcterms:modified></cp:coreProperties>";
    packed(&[("[Content_Types].xml", "<Types/>"), ("word/document.xml", body), ("docProps/core.xml", core)])
}

fn odt() -> Vec<u8> {
    let body = "<office:document-content xmlns:office='o' xmlns:text='t'><office:body><office:text>\
        <text:h>The tugs</text:h><text:p>Two were<text:s/>sold<text:note><text:note-citation>1</text:note-citation>\
        <text:note-body><text:p>In February.</text:p></text:note-body></text:note>.</text:p>\
        <text:list><text:list-item><text:p>Heron</text:p></text:list-item></text:list></office:text></office:body>\
        </office:document-content>";
    let meta = "<office:document-meta xmlns:office='o' xmlns:dc='d'><office:meta><dc:title>Tugs</dc:title>\
        <dc:date>2024-03-06T08:00:00</dc:date></office:meta></office:document-meta>";
    packed(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", body),
        ("meta.xml", meta),
    ])
}

/// A PDF of one page with lines at places, in points from below left.
fn pdf(lines: &[(f32, f32, &str)]) -> Vec<u8> {
    let mut drawn = String::new();
    for (x, y, words) in lines {
        let _ = writeln!(drawn, "BT /F1 10 Tf {x} {y} Td ({words}) Tj ET");
    }
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>"
            .to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{drawn}endstream", drawn.len()),
        "<< /Title (Tugs sold) /CreationDate (D:20240305101500+01'00') >>".to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len());
        let _ = write!(file, "{} 0 obj\n{object}\nendobj\n", number + 1);
    }
    let start = file.len();
    let _ = write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        let _ = writeln!(file, "{place:010} 00000 n ");
    }
    let _ = write!(
        file,
        "trailer\n<< /Size {} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    );
    file.into_bytes()
}

fn two_columns() -> Vec<u8> {
    let mut lines = vec![(50.0, 760.0, "A heading that runs over both of the columns of the page")];
    let left = [
        "The harbour office wrote that two of the",
        "three tugs had been sold in Feb-",
        "ruary, and that the third would follow",
        "before the month was over.",
    ];
    let right = [
        "Three days later the council answered",
        "and called the sale a decision that was",
        "made behind closed doors, and asked",
        "for the contract to be shown.",
    ];
    for (at, (one, other)) in left.iter().zip(&right).enumerate() {
        let y = 740.0 - 12.0 * at as f32;
        lines.push((50.0, y, one));
        lines.push((310.0, y, other));
    }
    pdf(&lines)
}

#[test]
fn a_docx_gives_paragraphs_lists_and_tables_without_what_was_deleted() {
    let draft = draft("tugs.docx", docx());
    assert_eq!(draft.title.as_deref(), Some("The tugs & the town"));
    assert_eq!(
        (draft.byline.as_deref(), draft.published.map(|day| day.to_string()).as_deref()),
        (Some("A. Castellan"), Some("2024-03-05"))
    );
    assert_eq!(
        draft.text,
        "The tugs & the town\n\nTwo were sold.\n\n- Heron\n- Plover\n\nHeron | 9 February"
    );
}

#[test]
fn an_odt_gives_headings_and_puts_its_notes_after_the_text() {
    let draft = draft("tugs.odt", odt());
    assert_eq!(draft.title.as_deref(), Some("Tugs"));
    assert_eq!(draft.text, "The tugs\n\nTwo were sold.\n\n- Heron\n\nIn February.");
}

#[test]
fn a_pdf_in_columns_is_read_column_by_column_and_parted_words_are_joined() {
    let draft = draft("tugs.pdf", two_columns());
    assert_eq!(draft.title.as_deref(), Some("Tugs sold"));
    assert_eq!(draft.published.map(|day| day.to_string()).as_deref(), Some("2024-03-05T10:15+01:00"));
    let at = |words: &str| draft.text.find(words).unwrap_or_else(|| panic!("{words}: {}", draft.text));
    assert!(at("A heading that runs over both") < at("The harbour office wrote that two of the three tugs"));
    assert!(
        at("sold in February, and that the third would follow before the month was over.")
            < at("Three days later")
    );
    assert!(draft.text.contains("made behind closed doors, and asked for the contract"), "{}", draft.text);
}

#[test]
fn a_pdf_without_words_is_said_to_hold_pictures() {
    let why = read(&incoming("scan.pdf", pdf(&[]))).expect_err("there is nothing to read");
    let why = in_english(&why);
    assert!(why.contains("scan.pdf holds only pictures") && why.contains("OCR"), "{why}");
}

#[test]
fn the_samples_are_read() {
    let letter = draft("letter.txt", sample("articles/letter.txt"));
    assert_eq!(letter.title.as_deref(), Some("A letter from the harbour"));
    assert!(letter.text.contains("two of the three tugs had been sold in February"), "{}", letter.text);
    let minutes = draft("minutes.md", sample("articles/minutes.md"));
    assert_eq!(minutes.published.map(|day| day.to_string()).as_deref(), Some("2024-03-15"));
    assert!(minutes.text.contains("Held on 15 March 2024 in the old customs house."), "{}", minutes.text);
    let mail = draft("contract.eml", sample("articles/contract.eml"));
    assert_eq!(mail.title.as_deref(), Some("The contract – a copy"));
    assert!(mail.text.contains("The price is 1.2 million €."), "{}", mail.text);
    assert!(mail.notes.iter().any(|note| in_english(note).contains("contract.pdf")), "{:?}", mail.notes);
}

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (most.max(1) as u64)).expect("it is small")
    }
}

/// A file with some of its bytes changed, left out, doubled, or its end cut off.
fn damaged(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for _ in 0..=dice.below(8) {
        let at = dice.below(out.len());
        match dice.below(6) {
            0 => out.truncate(at),
            1 => {
                let end = (at + dice.below(200)).min(out.len());
                out.drain(at..end);
            }
            2 => {
                let end = (at + dice.below(200)).min(out.len());
                let part = out[at..end].to_vec();
                out.splice(at..at, part);
            }
            3 => out.insert(at, [0, 0xff, b'<', b'&', b'%', b'('][dice.below(6)]),
            _ => {
                if let Some(byte) = out.get_mut(at) {
                    *byte = u8::try_from(dice.below(256)).expect("a byte");
                }
            }
        }
        if out.is_empty() {
            break;
        }
    }
    out
}

/// How often each kind of file is damaged; `CASELINE_MUTATIONS` makes it more, for runs by hand.
fn rounds() -> usize {
    std::env::var("CASELINE_MUTATIONS").ok().and_then(|number| number.parse().ok()).unwrap_or(60)
}

#[test]
fn damaged_files_are_refused_or_read_as_far_as_they_go_and_never_panic() {
    let page = "<html lang=en><head><title>Tugs</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\
        \"headline\":\"Tugs \\ud800 sold\",\"datePublished\":\"2024-03-05\"}</script></head><body><article><h1>Tugs</h1>\
        <p>Two of the three tugs were sold in February, the office wrote.</p><table><tr><td>Heron</table></article>";
    let kinds: [(&str, Vec<u8>); 8] = [
        ("a.txt", sample("articles/letter.txt")),
        ("a.md", sample("articles/minutes.md")),
        ("a.eml", sample("articles/contract.eml")),
        ("a.mhtml", format!("Snapshot-Content-Location: https://x.example/a\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n{page}").into_bytes()),
        ("a.html", page.as_bytes().to_vec()),
        ("a.docx", docx()),
        ("a.odt", odt()),
        ("a.pdf", two_columns()),
    ];
    for (name, bytes) in kinds {
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
        for _ in 0..rounds() {
            let file = damaged(&bytes, &mut dice);
            match read(&incoming(name, file)) {
                Ok(draft) => assert!(draft.text.len() < 1 << 20, "{name} grew"),
                Err(why) => assert!(in_english(&why).contains(name), "{why:?}"),
            }
        }
    }
}
