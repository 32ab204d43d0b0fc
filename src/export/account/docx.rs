//! A table as a Word document: the few parts of Office Open XML that a heading and a table need, in a ZIP.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use crate::export::ExportError;
use crate::export::markup::escaped;

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;

const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#;

/// A4, lying.
const FOOT: &str = r#"<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="850" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr></w:body></w:document>"#;

/// Width of the table, in twentieths of a printer's point: the sheet without its margins.
const WIDE: u32 = 15_138;

/// A paragraph of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    pub text: String,
    /// BCP 47, where it is not the sheet's.
    pub language: Option<String>,
    /// For what is looked up and not read.
    pub small: bool,
    /// Whether room follows.
    pub ends: bool,
}

impl Paragraph {
    /// In the sheet's own language and size.
    #[must_use]
    pub fn plain(text: String) -> Self {
        Self { text, language: None, small: false, ends: false }
    }

    /// An address or a hash.
    #[must_use]
    pub fn small(text: String) -> Self {
        Self { small: true, ..Self::plain(text) }
    }
}

/// A heading and a table whose first row repeats on every page; each column has its name and its share of the width,
/// cells are lists of paragraphs.
///
/// # Errors
/// Says why the parts could not be packed.
pub fn table(
    title: &str,
    language: &str,
    columns: &[(String, u32)],
    rows: &[Vec<Vec<Paragraph>>],
) -> Result<Vec<u8>, ExportError> {
    let shares = columns.iter().map(|(_, share)| share).sum::<u32>().max(1);
    let widths: Vec<u32> = columns.iter().map(|(_, share)| WIDE * share / shares).collect();
    let mut body = String::from(HEAD);
    body.push_str(&run(title, language, "<w:b/><w:sz w:val=\"32\"/>", 160));
    let _ = write!(
        body,
        "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblBorders>\
         <w:top w:val=\"single\" w:sz=\"4\"/><w:left w:val=\"single\" w:sz=\"4\"/>\
         <w:bottom w:val=\"single\" w:sz=\"4\"/><w:right w:val=\"single\" w:sz=\"4\"/>\
         <w:insideH w:val=\"single\" w:sz=\"4\"/><w:insideV w:val=\"single\" w:sz=\"4\"/></w:tblBorders>\
         <w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>",
        widths.iter().sum::<u32>()
    );
    for width in &widths {
        let _ = write!(body, "<w:gridCol w:w=\"{width}\"/>");
    }
    body.push_str("</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>");
    for ((name, _), width) in columns.iter().zip(&widths) {
        let name = run(name, language, "<w:b/><w:sz w:val=\"17\"/>", 0);
        body.push_str(&cell(*width, &name));
    }
    body.push_str("</w:tr>");
    for row in rows {
        body.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (paragraphs, width) in row.iter().zip(&widths) {
            let lines: Vec<String> = paragraphs.iter().map(|one| paragraph(one, language)).collect();
            // A cell must hold a paragraph.
            let lines = if lines.is_empty() { run("", language, "", 0) } else { lines.concat() };
            body.push_str(&cell(*width, &lines));
        }
        body.push_str("</w:tr>");
    }
    body.push_str("</w:tbl>");
    // A table must be followed by a paragraph.
    body.push_str(&run("", language, "", 0));
    body.push_str(FOOT);
    packed(&[("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), ("word/document.xml", &body)])
}

fn cell(width: u32, paragraphs: &str) -> String {
    format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{paragraphs}</w:tc>")
}

fn paragraph(one: &Paragraph, language: &str) -> String {
    let look =
        if one.small { "<w:color w:val=\"66615A\"/><w:sz w:val=\"13\"/>" } else { "<w:sz w:val=\"17\"/>" };
    run(&one.text, one.language.as_deref().unwrap_or(language), look, if one.ends { 100 } else { 0 })
}

/// A paragraph of one look, with so much room after it.
fn run(text: &str, language: &str, look: &str, after: u32) -> String {
    format!(
        "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"{after}\"/></w:pPr><w:r><w:rPr>\
         <w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/>{look}<w:lang w:val=\"{}\"/></w:rPr>\
         <w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
        escaped(language),
        escaped(text)
    )
}

fn packed(parts: &[(&str, &str)]) -> Result<Vec<u8>, ExportError> {
    let failed = |error: &dyn std::fmt::Display| ExportError::Render(error.to_string());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // No time of making: the same events give the same bytes.
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    for (name, text) in parts {
        zip.start_file(*name, options).map_err(|error| failed(&error))?;
        zip.write_all(text.as_bytes()).map_err(|error| failed(&error))?;
    }
    Ok(zip.finish().map_err(|error| failed(&error))?.into_inner())
}
