//! Text as it is kept: blanks tidied, invisible characters taken out, weighed by its letters.

/// Paragraphs of a stretch of text in which `\n` stands for `br`: two of them in a row part paragraphs.
pub(super) fn paragraphs(raw: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut breaks = 2;
    for line in raw.split('\n') {
        let line = blanks(line);
        if line.is_empty() {
            breaks += 1;
            continue;
        }
        match found.last_mut() {
            Some(last) if breaks < 2 => {
                last.push('\n');
                last.push_str(&line);
            }
            _ => found.push(line),
        }
        breaks = 1;
    }
    found
}

/// Lines of set text keep their indents.
pub(super) fn verbatim(raw: &str) -> String {
    let lines = raw.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = lines.split('\n').map(str::trim_end).collect();
    let whole = lines.join("\n");
    let kept: String = whole.chars().filter(|c| !is_invisible(*c)).collect();
    kept.trim_matches('\n').trim_end().to_owned()
}

/// One blank between words, none at the ends, nothing that cannot be seen.
pub(in super::super) fn blanks(text: &str) -> String {
    if is_tidy(text) {
        return text.to_owned();
    }
    let mut tidy = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.chars() {
        if c.is_whitespace() || c == '\u{2028}' || c == '\u{2029}' {
            blank = !tidy.is_empty();
        } else if !is_invisible(c) {
            if blank {
                tidy.push(' ');
                blank = false;
            }
            tidy.push(c);
        }
    }
    tidy
}

/// Whether a text has single blanks between its words and else nothing but plain letters and marks, as most have.
fn is_tidy(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut before = b' ';
    for byte in bytes {
        if !(0x20..0x7f).contains(byte) || (*byte == b' ' && before == b' ') {
            return false;
        }
        before = *byte;
    }
    before != b' '
}

/// Soft hyphens, zero-width blanks and marks, controls: they would hide words from a search. The joiners stay, which
/// Persian and emoji need.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{fffc}')
        || (c.is_control() && c != '\n' && c != '\t')
}

/// Letters and digits, and words.
pub(super) fn weigh(text: &str) -> (usize, usize) {
    if text.is_ascii() {
        let (mut weight, mut words, mut inside) = (0, 0, false);
        for byte in text.bytes() {
            let letter = byte.is_ascii_alphanumeric();
            weight += usize::from(letter);
            words += usize::from(letter && !inside);
            inside = letter;
        }
        return (weight, words);
    }
    let (mut weight, mut words, mut inside) = (0, 0, false);
    for c in text.chars() {
        let (letter, dense) = if c.is_ascii() {
            (c.is_ascii_alphanumeric(), false)
        } else {
            (c.is_alphanumeric(), is_dense(c))
        };
        if letter {
            weight += if dense { 3 } else { 1 };
            words += usize::from(!inside || dense);
        }
        inside = letter;
    }
    (weight, words)
}

/// Scripts that write words without blanks between them.
fn is_dense(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The words of a text as they are compared: small letters and digits, nothing else.
pub(in super::super) fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// A number for each word as it is compared (FNV-1a over its small letters), without a string for each. Characters of
/// scripts that write words without blanks stand for themselves.
pub(super) fn word_numbers(text: &str, numbers: &mut Vec<u64>) {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    let mix = |number: u64, c: char| (number ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3);
    let mut number = START;
    let mut inside = false;
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            number = mix(number, c.to_ascii_lowercase());
            inside = true;
            continue;
        }
        let is_letter = !c.is_ascii() && c.is_alphanumeric();
        let is_dense = is_letter && is_dense(c);
        if is_letter && !is_dense {
            number = c.to_lowercase().fold(number, mix);
            inside = true;
            continue;
        }
        if inside {
            numbers.push(number);
            (number, inside) = (START, false);
        }
        if is_dense {
            numbers.push(mix(START, c));
        }
    }
    if inside {
        numbers.push(number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_break_keeps_the_paragraph_and_two_part_it() {
        assert_eq!(paragraphs(" one \n two\n\n\u{a0}three "), ["one\ntwo", "three"]);
        assert_eq!(blanks("  ex\u{ad}pul\u{200b}sion \n of   20 "), "expulsion of 20");
        assert_eq!(verbatim("\n  a\r\n    b  \n"), "  a\n    b");
    }

    #[test]
    fn scripts_without_blanks_weigh_by_their_characters() {
        assert_eq!(weigh("20 diplomats."), (11, 2));
        assert_eq!(weigh("外交官"), (9, 3));
    }
}
