//! Mails and saved pages (MHTML): both are MIME, told apart by what their headers say.

use encoding_rs::Encoding as TextEncoding;
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{
    DateTime, Encoding, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders, PartType,
};

use super::super::decode::{self, Decoded};
use super::draft::{ArticleDraft, PublishedFrom};
use super::{html, plain};
use crate::model::{Sentence, When};

/// Attachments named one by one.
const MOST_NAMED: usize = 10;

/// Reads a mail, or the page in an MHTML.
///
/// # Errors
/// A sentence where it is neither.
pub(super) fn read(bytes: &[u8], name: &str) -> Result<ArticleDraft, Sentence> {
    let parsed = MessageParser::default().parse(bytes);
    let message = parsed.ok_or_else(|| Sentence::new("unread-no-mail").text("file", name))?;
    if is_saved_page(&message) {
        read_saved_page(&message, bytes, name)
    } else {
        Ok(read_mail(&message, bytes))
    }
}

fn is_saved_page(message: &Message<'_>) -> bool {
    let header = |name: &'static str| message.header(name).is_some();
    header("Snapshot-Content-Location")
        || message.root_part().is_content_type("multipart", "related")
            && !header("To")
            && !header("Received")
            && !header("Message-ID")
        || message.root_part().is_content_type("text", "html")
            && message.root_part().content_location().is_some()
}

fn read_saved_page(message: &Message<'_>, bytes: &[u8], name: &str) -> Result<ArticleDraft, Sentence> {
    let page = message.parts.iter().find(|part| part.is_content_type("text", "html"));
    let page = page.ok_or_else(|| Sentence::new("unread-no-page").text("file", name))?;
    let location = message.header("Snapshot-Content-Location").and_then(HeaderValue::as_text);
    let url =
        location.or_else(|| page.content_location()).map(str::trim).filter(|url| url.starts_with("http"));
    let decoded = text_of(page, bytes).ok_or_else(|| Sentence::new("unread-page").text("file", name))?;
    let mut draft = html::read(&decoded.text, url.unwrap_or(name));
    draft.encoding = Some(decoded.encoding.to_owned());
    draft.notes.extend(decoded.doubt);
    draft.media_type = "multipart/related";
    if draft.url.is_none() {
        draft.url = url.map(ToOwned::to_owned);
    }
    if draft.title.is_none() {
        draft.title = message.subject().map(|subject| subject.trim().to_owned()).filter(|it| !it.is_empty());
    }
    draft.retrieved = message.date().and_then(moment);
    Ok(draft)
}

fn read_mail(message: &Message<'_>, bytes: &[u8]) -> ArticleDraft {
    let mut draft = body(message, bytes);
    draft.media_type = "message/rfc822";
    draft.title = message.subject().map(|subject| subject.trim().to_owned()).filter(|it| !it.is_empty());
    draft.byline =
        message.from().and_then(|from| from.first()).and_then(|from| match (from.name(), from.address()) {
            (Some(name), Some(address)) => Some(format!("{name} <{address}>")),
            (Some(only), None) | (None, Some(only)) => Some(only.to_owned()),
            (None, None) => None,
        });
    draft.published = message.date().and_then(moment);
    draft.published_from = draft.published.as_ref().map(|_| PublishedFrom::File);
    let attached = attached(message);
    if !attached.is_empty() {
        let named: Vec<&str> = attached.iter().take(MOST_NAMED).map(String::as_str).collect();
        let more = attached.len() - named.len();
        draft.notes.push(Sentence::new("note-attached").text("names", named.join(", ")).number("more", more));
    }
    draft
}

/// The mail's own words: the plain text, unless it is only a hint at the other.
fn body(message: &Message<'_>, bytes: &[u8]) -> ArticleDraft {
    let of_type = |subtype: &str| -> Vec<Decoded<'_>> {
        let parts = message.parts.iter().filter(|part| {
            let attached = part.content_disposition().is_some_and(mail_parser::ContentType::is_attachment);
            let is_bare_text = subtype == "plain" && part.content_type().is_none() && is_text(part);
            !attached && (part.is_content_type("text", subtype) || is_bare_text)
        });
        parts.filter_map(|part| text_of(part, bytes)).collect()
    };
    let (plain_parts, pages) = (of_type("plain"), of_type("html"));
    let join = |parts: &[Decoded<'_>]| parts.iter().map(|part| &*part.text).collect::<Vec<_>>().join("\n\n");
    let plain_text = plain::tidy(&unflow(&join(&plain_parts)));
    let page_text = if pages.is_empty() {
        String::new()
    } else {
        let page = dom_query::Document::from(join(&pages));
        page.select("style, script, head, title").remove();
        plain::tidy(&page.formatted_text())
    };
    let words = |text: &str| text.split_whitespace().count();
    let (text, parts) = if words(&plain_text) * 2 >= words(&page_text) {
        (plain_text, plain_parts)
    } else {
        (page_text, pages)
    };
    ArticleDraft {
        encoding: parts.first().map(|part| part.encoding.to_owned()),
        notes: parts.into_iter().filter_map(|part| part.doubt).collect(),
        text,
        ..ArticleDraft::default()
    }
}

fn is_text(part: &MessagePart<'_>) -> bool {
    matches!(part.body, PartType::Text(_) | PartType::Html(_))
}

/// Lines that a mail program broke (format=flowed) put together: they end in a blank.
fn unflow(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    // A signature's dashes also end in a blank.
    text.split('\n').fold(String::with_capacity(text.len()), |mut out, line| {
        let flows = line.ends_with(' ') && line != "-- " && !line.trim().is_empty();
        out.push_str(line);
        if !flows {
            out.push('\n');
        }
        out
    })
}

/// A part's text, by the encoding that it declares, else by what it looks like: the library would take it as UTF-8.
fn text_of<'a>(part: &MessagePart<'_>, bytes: &'a [u8]) -> Option<Decoded<'a>> {
    let raw = bytes.get(part.raw_body_offset() as usize..part.raw_end_offset() as usize)?;
    let declared = part.content_type().and_then(|it| it.attribute("charset"));
    let declared = declared.and_then(|label| TextEncoding::for_label(label.trim().as_bytes()));
    let coded = match part.encoding {
        Encoding::None => return decode_part(raw, declared),
        Encoding::QuotedPrintable => quoted_printable_decode(raw),
        Encoding::Base64 => base64_decode(raw),
    };
    // A part that breaks off in the middle of its coding is read as far as the library came.
    let bytes = coded.unwrap_or_else(|| part.contents().to_vec());
    let decoded = decode_part(&bytes, declared)?;
    Some(Decoded { text: decoded.text.into_owned().into(), encoding: decoded.encoding, doubt: decoded.doubt })
}

fn decode_part<'a>(bytes: &'a [u8], declared: Option<&'static TextEncoding>) -> Option<Decoded<'a>> {
    match declared {
        Some(_) => decode::decode_declared(bytes, declared),
        None => decode::decode_page(bytes),
    }
}

fn attached(message: &Message<'_>) -> Vec<String> {
    let named = message.attachments().filter_map(|part| {
        let is_shown = part.content_id().is_some() && !part.content_disposition()?.is_attachment();
        (!is_shown).then(|| part.attachment_name().unwrap_or("a file without a name").to_owned())
    });
    named.collect()
}

/// A mail's time with its offset.
fn moment(time: &DateTime) -> Option<When> {
    When::parse(&time.to_rfc3339()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_gives_its_plain_words_its_sender_and_its_day() {
        let mail = "From: =?koi8-r?B?6dfBzg==?= <ivan@example.org>\r\nTo: desk@example.org\r\n\
                    Subject: Note on the visit\r\nDate: Tue, 5 Mar 2024 14:30:00 +0200\r\nMIME-Version: 1.0\r\n\
                    Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\
                    Content-Type: text/plain; charset=windows-1251\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
                    =CF=EE=F1=EE=EB =F3=E5=F5=E0=EB=\r\n =E2 =EF=EE=ED=E5=E4=E5=EB=FC=ED=E8=EA.\r\n\r\n--b\r\n\
                    Content-Type: application/pdf; name=\"list.pdf\"\r\nContent-Disposition: attachment\r\n\
                    Content-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--b--\r\n";
        let draft = read(mail.as_bytes(), "mail.eml").expect("it is read");
        assert_eq!(draft.title.as_deref(), Some("Note on the visit"));
        assert_eq!(draft.byline.as_deref(), Some("Иван <ivan@example.org>"));
        assert_eq!(draft.published.map(|it| it.to_string()).as_deref(), Some("2024-03-05T14:30:00+02:00"));
        assert_eq!(draft.text, "Посол уехал в понедельник.");
        assert_eq!(draft.encoding.as_deref(), Some("windows-1251"));
        assert!(
            draft.notes.iter().any(|note| note.spoken(&crate::model::BareWords).contains("list.pdf")),
            "{:?}",
            draft.notes
        );
    }

    #[test]
    fn a_saved_page_brings_its_address_and_the_moment_it_was_saved() {
        let saved = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/story\r\n\
                     Subject: The story\r\nDate: Tue, 5 Mar 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n\
                     Content-Type: multipart/related; type=\"text/html\"; boundary=\"--b--\"\r\n\r\n----b--\r\n\
                     Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\
                     Content-Location: https://news.example/story\r\n\r\n\
                     <html><head><title>The story</title></head><body><article><p>The envoy left on Monday, =\r\n\
                     the ministry said in a short note to reporters.</p></article></body></html>\r\n----b----\r\n";
        let draft = read(saved.as_bytes(), "story.mhtml").expect("it is read");
        assert_eq!(draft.url.as_deref(), Some("https://news.example/story"));
        assert!(draft.text.contains("left on Monday, the ministry said"), "{:?}", draft.text);
        assert_eq!(draft.retrieved.map(|it| it.to_string()).as_deref(), Some("2024-03-05T10:00:00Z"));
        assert_eq!(draft.published, None);
    }
}
