//! An article's text, the one place where bytes and Unicode scalar values meet (contract 4).

/// A text with an index from scalar values to bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    string: String,
    /// Byte offset of every [`STEP`]th scalar value.
    steps: Vec<usize>,
    scalars: usize,
}

/// Scalar values between two entries of the index: a look-up walks at most this many.
const STEP: usize = 64;

/// How much of the text before and after a quote is kept with it.
const CONTEXT: usize = 32;

impl Text {
    /// Indexes a string.
    #[must_use]
    pub fn new(string: String) -> Self {
        let mut steps = Vec::with_capacity(string.len() / STEP + 1);
        let mut scalars = 0;
        for (byte, _) in string.char_indices() {
            if scalars % STEP == 0 {
                steps.push(byte);
            }
            scalars += 1;
        }
        Self { string, steps, scalars }
    }

    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// Its length in scalar values.
    #[must_use]
    pub fn len(&self) -> usize {
        self.scalars
    }

    /// Whether there is no text at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.scalars == 0
    }

    /// The byte where a scalar value begins; the end of the text for `len()`, `None` beyond.
    #[must_use]
    pub fn byte_at(&self, scalar: usize) -> Option<usize> {
        if scalar >= self.scalars {
            return (scalar == self.scalars).then_some(self.string.len());
        }
        let start = *self.steps.get(scalar / STEP)?;
        self.string[start..].char_indices().nth(scalar % STEP).map(|(byte, _)| start + byte)
    }

    /// The number of scalar values before a byte; a byte inside a value counts as its start.
    #[must_use]
    pub fn scalar_at(&self, byte: usize) -> usize {
        let step = self.steps.partition_point(|start| *start <= byte).saturating_sub(1);
        let start = self.steps.get(step).copied().unwrap_or(0);
        step * STEP + self.string[start..].char_indices().take_while(|(at, _)| start + at < byte).count()
    }

    /// The words at `start..end`, or `None` where that is not inside the text.
    #[must_use]
    pub fn slice(&self, start: usize, end: usize) -> Option<&str> {
        let (from, to) = (self.byte_at(start)?, self.byte_at(end)?);
        self.string.get(from..to)
    }

    /// Up to 32 scalar values before `start` and after `end`.
    #[must_use]
    pub fn context(&self, start: usize, end: usize) -> (&str, &str) {
        let before = self.slice(start.saturating_sub(CONTEXT), start).unwrap_or("");
        let after = self.slice(end, (end + CONTEXT).min(self.scalars)).unwrap_or("");
        (before, after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalar_values_are_counted_through_cyrillic_and_emoji() {
        let text = Text::new("Посол 🕊 уехал; the envoy left.".repeat(9));
        let found = text.as_str().find("envoy").expect("it is there");
        let start = text.scalar_at(found);
        assert_eq!(text.slice(start, start + 5), Some("envoy"));
        assert_eq!(text.byte_at(text.len()), Some(text.as_str().len()));
        assert_eq!(text.byte_at(text.len() + 1), None);
        for scalar in 0..=text.len() {
            assert_eq!(text.byte_at(scalar).map(|byte| text.scalar_at(byte)), Some(scalar));
        }
    }
}
