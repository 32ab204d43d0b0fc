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

/// A heading and a table whose first row repeats on every page; cells are lists of paragraphs.
///
/// # Errors
/// Says why the parts could not be packed.
pub fn table(
    title: &str,
    language: &str,
    head: &[String],
    rows: &[Vec<Vec<String>>],
) -> Result<Vec<u8>, ExportError> {
    let mut body = String::from(HEAD);
    body.push_str(&paragraph(title, language, "<w:b/><w:sz w:val=\"32\"/>"));
    body.push_str(
        "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>\
         <w:top w:val=\"single\" w:sz=\"4\"/><w:left w:val=\"single\" w:sz=\"4\"/>\
         <w:bottom w:val=\"single\" w:sz=\"4\"/><w:right w:val=\"single\" w:sz=\"4\"/>\
         <w:insideH w:val=\"single\" w:sz=\"4\"/><w:insideV w:val=\"single\" w:sz=\"4\"/></w:tblBorders></w:tblPr>\
         <w:tblGrid>",
    );
    for _ in head {
        body.push_str("<w:gridCol/>");
    }
    body.push_str("</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>");
    for name in head {
        let _ = write!(body, "<w:tc>{}</w:tc>", paragraph(name, language, "<w:b/><w:sz w:val=\"18\"/>"));
    }
    body.push_str("</w:tr>");
    for row in rows {
        body.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for cell in row {
            body.push_str("<w:tc>");
            // A cell must hold a paragraph.
            let lines = if cell.is_empty() { &[String::new()][..] } else { cell };
            for line in lines {
                body.push_str(&paragraph(line, language, "<w:sz w:val=\"18\"/>"));
            }
            body.push_str("</w:tc>");
        }
        body.push_str("</w:tr>");
    }
    body.push_str("</w:tbl>");
    // A table must be followed by a paragraph.
    body.push_str(&paragraph("", language, ""));
    body.push_str(FOOT);
    packed(&[("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), ("word/document.xml", &body)])
}

fn paragraph(text: &str, language: &str, look: &str) -> String {
    format!(
        "<w:p><w:r><w:rPr>{look}<w:lang w:val=\"{}\"/></w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
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
