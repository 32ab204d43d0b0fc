//! How words begin: most words of a text are passed over by it, without a look-up.

/// Words of 64 bits in a set.
const WORDS: usize = Beginning::MOST / 64;

/// The first letter of a folded word, its first two and its first three, each as a number below [`Beginning::MOST`].
/// Equal beginnings have equal numbers; others may share one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Beginning([u16; 3]);

impl Beginning {
    /// So many numbers that a list of a thousand beginnings leaves most free.
    pub const MOST: usize = 1 << 13;

    /// Of a folded word; what is shorter than three letters stands for itself.
    #[must_use]
    pub fn of(word: &str) -> Self {
        let mut mixed = 0_u32;
        let mut numbers = [0; 3];
        let mut letters = word.chars();
        for number in &mut numbers {
            if let Some(letter) = letters.next() {
                mixed = (mixed.rotate_left(5) ^ u32::from(letter)).wrapping_mul(0x9E37_79B1);
            }
            *number = (mixed >> 16) as u16 % Self::MOST as u16;
        }
        Self(numbers)
    }

    /// The numbers of one, two and three letters.
    #[must_use]
    #[inline]
    pub fn numbers(self) -> [usize; 3] {
        self.0.map(usize::from)
    }

    /// A sign that words which begin alike share.
    #[must_use]
    #[inline]
    pub fn signs(self) -> Signs {
        Signs(1 << (self.0[2] % 64))
    }
}

/// Signs of words: two sets that have none in common have no word in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Signs(u64);

impl Signs {
    /// Any word at all.
    pub const ALL: Self = Self(u64::MAX);

    /// Of a word; `open`: of all that begin so.
    #[must_use]
    pub fn of(word: &str, open: bool) -> Self {
        if open && word.chars().nth(2).is_none() { Self::ALL } else { Beginning::of(word).signs() }
    }

    /// Of both.
    #[must_use]
    #[inline]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether they have one in common.
    #[must_use]
    #[inline]
    pub const fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// A set of words and beginnings of words, by how they begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beginnings {
    /// By three letters: a bit for each number.
    three: Box<[u64; WORDS]>,
    /// By one or two letters, of those that longer words may begin with.
    short: Box<[u64; WORDS]>,
    any_short: bool,
}

impl Default for Beginnings {
    fn default() -> Self {
        Self { three: Box::new([0; WORDS]), short: Box::new([0; WORDS]), any_short: false }
    }
}

impl Beginnings {
    /// Adds a word; `open`: all that begin so are meant.
    pub fn add(&mut self, word: &str, open: bool) {
        let [one, two, three] = Beginning::of(word).numbers();
        if open && word.chars().nth(2).is_none() {
            let number = if word.chars().nth(1).is_none() { one } else { two };
            self.short[number / 64] |= 1 << (number % 64);
            self.any_short = true;
        } else {
            self.three[three / 64] |= 1 << (three % 64);
        }
    }

    /// Whether a word that begins so can be among them; where not, it surely is not.
    #[must_use]
    #[inline]
    pub fn may_hold(&self, beginning: Beginning) -> bool {
        let [one, two, three] = beginning.numbers();
        let in_short = |number: usize| self.short[number / 64] & (1 << (number % 64)) != 0;
        self.three[three / 64] & (1 << (three % 64)) != 0
            || self.any_short && (in_short(one) || in_short(two))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_begin_alike_have_signs_in_common() {
        for (word, open, other) in [("expel", true, "expelled"), ("um", true, "malta"), ("in", false, "in")] {
            assert!(Signs::of(word, open).meet(Beginning::of(other).signs()), "{word}");
        }
        assert!(!Signs::of("expel", true).meet(Beginning::of("malta").signs()));
    }

    #[test]
    fn what_was_added_is_held_and_most_else_is_not() {
        let mut set = Beginnings::default();
        for (word, open) in [("expel", true), ("um", true), ("я", true), ("in", false)] {
            set.add(word, open);
        }
        for word in ["expel", "expelled", "um", "umbau", "я", "ялта", "in"] {
            assert!(set.may_hold(Beginning::of(word)), "{word}");
        }
        for word in ["exit", "u", "inn", "malta", "ua", ""] {
            assert!(!set.may_hold(Beginning::of(word)), "{word}");
        }
    }
}
