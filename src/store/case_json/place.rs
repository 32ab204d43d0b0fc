//! Where something stands in a JSON text: a light walk over its tokens, for messages that name a line.
//!
//! It decides nothing: the text has been read, or has failed to be, by serde before.

use crate::store::rules::Step;

/// A walk over the bytes of a text.
struct Walk<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Walk<'a> {
    fn skip_space(&mut self) {
        while self.bytes.get(self.at).is_some_and(|byte| b" \t\r\n,:".contains(byte)) {
            self.at += 1;
        }
    }

    fn peek(&mut self) -> Option<u8> {
        self.skip_space();
        self.bytes.get(self.at).copied()
    }

    /// A string without its quotation marks, as it is escaped.
    fn string(&mut self) -> Option<&'a [u8]> {
        if self.peek()? != b'"' {
            return None;
        }
        let start = self.at + 1;
        let mut end = start;
        while *self.bytes.get(end)? != b'"' {
            end += if self.bytes[end] == b'\\' { 2 } else { 1 };
        }
        self.at = end + 1;
        self.bytes.get(start..end)
    }

    /// Past one value, however deep.
    fn value(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => {
                    self.string()?;
                }
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.at += 1;
                }
                _ => {
                    let rest = &self.bytes[self.at..];
                    let ends = |byte: &u8| b" \t\r\n,:{}[]\"".contains(byte);
                    self.at += rest.iter().position(ends).unwrap_or(rest.len()).max(1);
                }
            }
            if depth == 0 {
                return Some(());
            }
        }
    }

    /// To the value of a key in the object that begins here.
    fn enter_key(&mut self, wanted: &str) -> Option<()> {
        if self.peek()? != b'{' {
            return None;
        }
        self.at += 1;
        while let Some(key) = self.string() {
            self.skip_space();
            if key == wanted.as_bytes() {
                return Some(());
            }
            self.value()?;
        }
        None
    }

    /// To an item of the list that begins here.
    fn enter_item(&mut self, wanted: usize) -> Option<()> {
        if self.peek()? != b'[' {
            return None;
        }
        self.at += 1;
        for _ in 0..wanted {
            self.value()?;
        }
        (self.peek()? != b']').then_some(())
    }
}

/// The line, from 1, on which the value at a path begins; the deepest one found.
pub(super) fn line_of(text: &str, path: &[Step]) -> usize {
    let mut walk = Walk { bytes: text.as_bytes(), at: 0 };
    let mut found = 0;
    for step in path {
        let entered = match step {
            Step::Key(key) => walk.enter_key(key),
            Step::At(item) => walk.enter_item(*item),
        };
        if entered.is_none() {
            break;
        }
        found = walk.at;
    }
    line_at(text.as_bytes(), found)
}

/// The line, from 1, of a byte.
pub(super) fn line_at(bytes: &[u8], at: usize) -> usize {
    bytes.get(..at).unwrap_or(bytes).split(|byte| *byte == b'\n').count()
}

/// A whole number at a key of the outermost object.
pub(super) fn number_at(bytes: &[u8], key: &str) -> Option<u64> {
    let mut walk = Walk { bytes, at: 0 };
    walk.enter_key(key)?;
    let rest = &bytes[walk.at..];
    let end = rest.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len());
    std::str::from_utf8(&rest[..end]).ok()?.parse().ok()
}

/// Whether the outermost object has a key; also of a text that breaks off somewhere after it.
pub(super) fn has_key(bytes: &[u8], key: &str) -> bool {
    Walk { bytes, at: 0 }.enter_key(key).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_a_quote_in_an_event_is_found() {
        let text = "{\n \"events\": [\n  {\"id\": \"a,]\\\"{\", \"quotes\": [1,\n  {}]}\n ]\n}";
        let path = [Step::Key("events"), Step::At(0), Step::Key("quotes"), Step::At(1)];
        assert_eq!(line_of(text, &path), 4);
        assert_eq!(line_of(text, &path[..2]), 3);
        assert_eq!(line_of(text, &[Step::Key("absent")]), 1);
    }

    #[test]
    fn no_broken_text_stops_the_walk() {
        let whole = "{\"a\": [1, {\"b\": \"c\\\\\"}], \"caseline\": 3}";
        for cut in 0..=whole.len() {
            let _ = line_of(&whole[..cut], &[Step::Key("caseline"), Step::At(7)]);
            let _ = (number_at(&whole.as_bytes()[..cut], "caseline"), has_key(&whole.as_bytes()[cut..], "a"));
        }
        assert_eq!(number_at(whole.as_bytes(), "caseline"), Some(3));
    }
}
