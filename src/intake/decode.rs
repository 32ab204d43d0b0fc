//! Bytes into text: the encoding that they declare, else the one that they look like.

use std::borrow::Cow;

use encoding_rs::{Encoding, KOI8_R, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252};

/// Bytes looked at to guess an encoding.
const SAMPLE: usize = 65_536;

/// A file's text.
#[derive(Debug)]
pub(super) struct Decoded<'a> {
    pub(super) text: Cow<'a, str>,
    /// What was doubtful about its encoding.
    pub(super) doubt: Option<String>,
}

/// The text of a file; `None` for bytes that are no text.
pub(super) fn decode(bytes: &[u8]) -> Option<Decoded<'_>> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, damaged) = encoding.decode_without_bom_handling(&bytes[mark..]);
        let doubt = damaged.then(|| damage(encoding.name()));
        return (encoding != UTF_8 || !text.contains('\0')).then_some(Decoded { text, doubt });
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if sample.contains(&0) {
        return decode_wide(bytes, sample);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (!is_binary(sample)).then_some(Decoded { text: Cow::Borrowed(text), doubt: None });
    }
    if is_binary(sample) {
        return None;
    }
    if let Some(text) = mostly_utf8(bytes) {
        return Some(Decoded { text, doubt: Some(damage("UTF-8")) });
    }
    let encoding = guess_narrow(sample);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Some(Decoded { text, doubt: Some(guess(encoding)) })
}

fn damage(name: &str) -> String {
    format!("some bytes are no {name}; \u{fffd} stands in their place")
}

fn guess(encoding: &'static Encoding) -> String {
    format!("the file does not say its encoding; it is read as {}: check names with accents", encoding.name())
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
    (!damaged).then(|| Decoded { text, doubt: Some(guess(encoding)) })
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

/// In Cyrillic letters follow one another above 0xC0, where Western accents stand alone; windows-1251 keeps its small
/// letters in the upper half of that range, KOI8-R in the lower.
fn guess_narrow(sample: &[u8]) -> &'static Encoding {
    let letter = |byte: u8| byte >= 0xc0;
    let high = sample.iter().filter(|byte| letter(**byte)).count();
    let paired = sample.windows(2).filter(|pair| letter(pair[0]) && letter(pair[1])).count();
    if paired * 2 <= high {
        return WINDOWS_1252;
    }
    let upper = sample.iter().filter(|byte| **byte >= 0xe0).count();
    if upper * 2 > high { WINDOWS_1251 } else { KOI8_R }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_survive_the_encodings_that_spreadsheets_write() {
        let cyrillic = "date,title\n2022-04-05,Высылка дипломатов из Италии\n";
        let western = "date,title\n2022-04-05,Señor Müller part à Genève\n";
        for (encoding, text) in [(WINDOWS_1251, cyrillic), (KOI8_R, cyrillic), (WINDOWS_1252, western)] {
            let (bytes, ..) = encoding.encode(text);
            let decoded = decode(&bytes).expect("it is text");
            assert_eq!(decoded.text, text);
            assert!(decoded.doubt.is_some_and(|doubt| doubt.contains(encoding.name())));
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
}
