//! Bytes into text: the encoding that they declare, else the one that they look like.

mod mixed;

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, KOI8_R, KOI8_U, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE};

use crate::model::Sentence;

/// Bytes looked at to guess an encoding.
const SAMPLE: usize = 65_536;

/// Bytes in which a page or an XML document says its encoding.
const DECLARED_WITHIN: usize = 4_096;

/// A file's text.
#[derive(Debug)]
pub(super) struct Decoded<'a> {
    pub(super) text: Cow<'a, str>,
    /// The encoding's WHATWG name.
    pub(super) encoding: &'static str,
    /// What was doubtful about it.
    pub(super) doubt: Option<Sentence>,
}

/// The text of a file that has no place to declare its encoding in; `None` for bytes that are no text.
pub(super) fn decode(bytes: &[u8]) -> Option<Decoded<'_>> {
    decode_declared(bytes, None)
}

/// The text of a file that may be a page or XML and then declares its encoding itself.
pub(super) fn decode_page(bytes: &[u8]) -> Option<Decoded<'_>> {
    decode_declared(bytes, declared_within(bytes))
}

/// The text of bytes that are said to be in an encoding. A mark at the beginning wins over that; so do bytes that
/// can only be UTF-8, since pages are often stored anew without changing what they say of themselves.
///
/// A zero byte, which no text holds but a damaged one, costs itself and not the file.
pub(super) fn decode_declared<'a>(
    bytes: &'a [u8],
    declared: Option<&'static Encoding>,
) -> Option<Decoded<'a>> {
    let mut decoded = decode_as_it_is(bytes, declared)?;
    if decoded.text.contains('\0') {
        decoded.text = Cow::Owned(decoded.text.replace('\0', "\u{fffd}"));
        decoded.doubt.get_or_insert_with(|| Sentence::new("note-zero-bytes"));
    }
    Some(decoded)
}

fn decode_as_it_is<'a>(bytes: &'a [u8], declared: Option<&'static Encoding>) -> Option<Decoded<'a>> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, damaged) = encoding.decode_without_bom_handling(&bytes[mark..]);
        let doubt = damaged.then(|| damage(encoding.name()));
        let is_text = encoding != UTF_8 || !is_binary(&bytes[..bytes.len().min(SAMPLE)]);
        return is_text.then_some(Decoded { text, encoding: encoding.name(), doubt });
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if sample.contains(&0)
        && let Some(wide) = decode_wide(bytes, sample)
    {
        return Some(wide);
    }
    if is_binary(sample) {
        return None;
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && declared.is_none_or(|declared| declared != ISO_2022_JP || !sample.contains(&0x1b))
    {
        // Plain ASCII is what it says it is: whoever reads the file with the declared encoding sees the same.
        let encoding = declared.filter(|_| text.is_ascii()).unwrap_or(UTF_8);
        return Some(Decoded { text: Cow::Borrowed(text), encoding: encoding.name(), doubt: None });
    }
    // In pages, a declared UTF-16 that has no zeros is none.
    let usable = |encoding: &&Encoding| ![UTF_8, UTF_16BE, UTF_16LE, REPLACEMENT].contains(encoding);
    let declared = declared.filter(usable);
    if let Some(mixed) = mixed::decode(bytes, |rest| declared.unwrap_or_else(|| detect(rest))) {
        return Some(mixed);
    }
    if let Some(encoding) = declared {
        let (text, damaged) = encoding.decode_without_bom_handling(bytes);
        if !damaged || is_mostly_whole(&text) {
            let doubt = damaged.then(|| damage(encoding.name()));
            return Some(Decoded { text, encoding: encoding.name(), doubt });
        }
    }
    if let Some(text) = mostly_utf8(bytes) {
        return Some(Decoded { text, encoding: UTF_8.name(), doubt: Some(damage("UTF-8")) });
    }
    let encoding = detect(bytes);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Some(Decoded { text, encoding: encoding.name(), doubt: Some(guess(encoding)) })
}

/// The encoding that a page's `meta` element or an XML declaration names.
fn declared_within(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(DECLARED_WITHIN)];
    let lower = head.to_ascii_lowercase();
    let find = |from: usize, what: &[u8]| {
        lower.get(from..)?.windows(what.len()).position(|part| part == what).map(|at| from + at)
    };
    if lower.starts_with(b"<?xml")
        && let Some(end) = find(0, b"?>")
        && let Some(at) = find(0, b"encoding").filter(|at| *at < end)
        && let Some(found) = label(&head[at + 8..end])
    {
        return Some(found);
    }
    let mut from = 0;
    while let Some(at) = find(from, b"<meta") {
        let end = find(at, b">").unwrap_or(lower.len());
        if let Some(found) =
            find(at, b"charset").filter(|at| *at < end).and_then(|at| label(&head[at + 7..end]))
        {
            return Some(found);
        }
        from = at + 5;
    }
    None
}

/// The encoding after an equals sign.
fn label(bytes: &[u8]) -> Option<&'static Encoding> {
    let rest = bytes.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
    let ends = |byte: &u8| byte.is_ascii_whitespace() || b"\"';/>?".contains(byte);
    let length = rest.iter().position(ends).unwrap_or(rest.len());
    Encoding::for_label(&rest[..length])
}

/// The encoding that bytes look like, once it is sure that they are not UTF-8.
fn detect(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(&bytes[..bytes.len().min(1 << 20)], true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    // The two differ only in the letters that Ukrainian adds: without one of them it is the older.
    let ukrainian = |byte: &u8| matches!(byte, 0xa4 | 0xa6 | 0xa7 | 0xad | 0xb4 | 0xb6 | 0xb7 | 0xbd);
    if guess == KOI8_U && !bytes.iter().any(ukrainian) { KOI8_R } else { guess }
}

/// Fewer than one character in two hundred could not be read.
fn is_mostly_whole(text: &str) -> bool {
    let broken = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    broken * 200 < text.len()
}

fn damage(name: &str) -> Sentence {
    Sentence::new("note-bad-bytes").text("encoding", name)
}

fn guess(encoding: &'static Encoding) -> Sentence {
    Sentence::new("note-guessed-encoding").text("encoding", encoding.name())
}

/// UTF-16 without its mark: every other byte of plain letters is zero.
fn decode_wide<'a>(bytes: &'a [u8], sample: &[u8]) -> Option<Decoded<'a>> {
    let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, quarter) = (zeros(0), zeros(1), sample.len() / 8);
    let encoding = match (even > quarter, odd > quarter) {
        (true, false) if odd == 0 => UTF_16BE,
        (false, true) if even == 0 => UTF_16LE,
        _ => return None,
    };
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    (!damaged).then(|| Decoded { text, encoding: encoding.name(), doubt: Some(guess(encoding)) })
}

/// Control characters that no text file holds, more than one in a hundred.
fn is_binary(sample: &[u8]) -> bool {
    let odd =
        sample.iter().filter(|byte| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b));
    odd.count() * 100 > sample.len()
}

/// UTF-8 with a few broken bytes: far more characters of several bytes that are whole.
fn mostly_utf8(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let text = String::from_utf8_lossy(bytes);
    let broken = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    let whole = text.chars().filter(|c| !c.is_ascii()).count() - broken;
    (whole > 3 * broken).then_some(text)
}

#[cfg(test)]
mod tests {
    use encoding_rs::{BIG5, EUC_KR, GB18030, SHIFT_JIS, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252};

    use super::*;

    #[test]
    fn letters_survive_the_encodings_that_spreadsheets_write() {
        let cyrillic = "date,title\n2022-04-05,Высылка дипломатов из Италии\n";
        let western = "date,title\n2022-04-05,Señor Müller part à Genève\n";
        for (encoding, text) in [(WINDOWS_1251, cyrillic), (KOI8_R, cyrillic), (WINDOWS_1252, western)] {
            let (bytes, ..) = encoding.encode(text);
            let decoded = decode(&bytes).expect("it is text");
            assert_eq!(decoded.text, text, "{} was read as {}", encoding.name(), decoded.encoding);
            let doubt = decoded.doubt.expect("it is a guess");
            assert_eq!(doubt, guess(encoding));
        }
    }

    #[test]
    fn utf_16_is_read_with_its_mark_and_without() {
        let text = "date;title\n2022;Élysée\n";
        for (mark, big) in [(true, true), (true, false), (false, true), (false, false)] {
            let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
            let bytes: Vec<u8> =
                units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect();
            let decoded = decode(&bytes).expect("it is text");
            assert_eq!((&*decoded.text, decoded.doubt.is_some()), (text, !mark));
        }
    }

    #[test]
    fn one_broken_byte_does_not_turn_a_whole_file_into_accents() {
        let mut bytes = "date,title\n2022,Посол уехал\n".as_bytes().to_vec();
        bytes.push(0xff);
        let decoded = decode(&bytes).expect("it is text");
        assert!(decoded.text.contains("Посол уехал") && decoded.doubt.is_some());
        assert!(decode(&[0, 1, 2, 3, 250, 0, 0, 9]).is_none());
    }

    /// Prose in each encoding that has no mark: written for this test.
    const PROSE: [(&Encoding, &str); 8] = [
        (
            WINDOWS_1251,
            "Министерство иностранных дел объявило в понедельник, что четверо сотрудников посольства \
                        должны покинуть страну до конца месяца.",
        ),
        (
            KOI8_R,
            "Министерство иностранных дел объявило в понедельник, что четверо сотрудников посольства должны \
                  покинуть страну до конца месяца.",
        ),
        (
            WINDOWS_1250,
            "Ministerstvo zahraničí oznámilo v pondělí, že čtyři pracovníci velvyslanectví musí zemi \
                        opustit do konce měsíce. Žádný z nich se k věci nevyjádřil, řekl mluvčí úřadu.",
        ),
        (
            WINDOWS_1252,
            "Das Außenministerium erklärte am Montag, vier Angehörige der Botschaft müssten das Land \
                        bis zum Ende des Monats verlassen. Die Gründe würden später veröffentlicht, hieß es.",
        ),
        (
            SHIFT_JIS,
            "外務省は月曜日、大使館の職員四人が月末までに国を離れなければならないと発表した。理由は明らかにされていない。",
        ),
        (GB18030, "外交部星期一宣布，大使馆的四名工作人员必须在月底之前离开该国，没有说明任何理由。"),
        (
            EUC_KR,
            "외교부는 월요일 대사관 직원 네 명이 이달 말까지 나라를 떠나야 한다고 밝혔다. 이유는 알려지지 않았다.",
        ),
        (BIG5, "外交部星期一宣布，大使館的四名工作人員必須在月底之前離開該國，沒有說明任何理由。"),
    ];

    #[test]
    fn prose_is_read_in_the_encoding_that_it_declares() {
        for (encoding, prose) in PROSE {
            for head in [
                format!("<html><head><meta charset=\"{}\"></head><p>", encoding.name()),
                format!("<META http-equiv=content-type content='text/html; charset={}'><p>", encoding.name()),
                format!("<?xml version=\"1.0\" encoding='{}'?><p>", encoding.name()),
            ] {
                let page = format!("{head}{prose}</p>");
                let (bytes, _, unmappable) = encoding.encode(&page);
                assert!(!unmappable, "{}", encoding.name());
                let decoded = decode_page(&bytes).expect("it is text");
                assert_eq!((decoded.encoding, &*decoded.text), (encoding.name(), page.as_str()));
                assert_eq!(decoded.doubt, None);
            }
        }
    }

    #[test]
    fn prose_that_declares_nothing_is_read_in_the_encoding_that_it_looks_like() {
        for (encoding, prose) in PROSE {
            let (bytes, ..) = encoding.encode(prose);
            let decoded = decode(&bytes).expect("it is text");
            assert_eq!(&*decoded.text, prose, "{} was read as {}", encoding.name(), decoded.encoding);
            assert!(decoded.doubt.is_some_and(|doubt| &*doubt.key == "note-guessed-encoding"));
        }
    }

    #[test]
    fn a_zero_byte_costs_itself_and_not_the_text() {
        let page = "<meta charset=windows-1251><p>Посол уехал\0 вчера вечером, и он больше сюда не вернётся, \
                    сказали в министерстве, не назвав причин.</p>";
        let (old, ..) = WINDOWS_1251.encode(page);
        for bytes in [page.as_bytes(), &old, format!("\u{feff}{page}").as_bytes()] {
            let decoded = decode_page(bytes).expect("it is text");
            assert_eq!(&*decoded.text, page.replace('\0', "\u{fffd}"));
            assert!(decoded.doubt.is_some_and(|doubt| &*doubt.key == "note-zero-bytes"));
        }
        let program: Vec<u8> = (0..4_000_u32).map(|at| if at % 7 == 0 { 0 } else { b'a' }).collect();
        assert!(decode_page(&program).is_none());
    }

    #[test]
    fn a_page_that_declares_the_wrong_encoding_is_read_as_what_it_is() {
        let page = "<meta charset=windows-1251><p>Посол уехал, он не вернётся.</p>";
        let decoded = decode_page(page.as_bytes()).expect("it is text");
        assert_eq!((decoded.encoding, &*decoded.text), ("UTF-8", page));
        let wrong =
            "<meta charset=utf-8><p>Посол уехал вчера вечером, и он больше сюда не вернётся никогда.</p>";
        let (bytes, ..) = WINDOWS_1251.encode(wrong);
        let decoded = decode_page(&bytes).expect("it is text");
        assert_eq!((decoded.encoding, &*decoded.text), ("windows-1251", wrong));
    }
}
