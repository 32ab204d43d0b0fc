//! A sentence that nobody has spoken yet: which one it is, and what is put in. It is kept where the language of whoever
//! reads it later is not known, as in the history of a case, which may be opened in another country.

use std::borrow::Cow;

use super::{Arg, When, Words, spoken_date};

/// Which sentence of `assets/words` it is, with what is put in.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Sentence {
    /// Empty: its words are given, and the same in every language.
    pub key: Cow<'static, str>,
    /// What is put in, by the names that `assets/words` has for it.
    pub parts: Vec<(Cow<'static, str>, Part)>,
}

/// What is put into a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Part {
    /// As it stands: a title, a name.
    Text(String),
    Number(u64),
    /// In EDTF; spoken as the language speaks dates.
    Date(String),
    /// A sentence in a sentence.
    Said(Sentence),
    /// Several of them: "date, status and tags".
    All(Vec<Sentence>),
}

impl Sentence {
    /// One without anything put in.
    #[must_use]
    pub fn new(key: &'static str) -> Self {
        Self { key: Cow::Borrowed(key), parts: Vec::new() }
    }

    /// Words that are the same in every language, such as what a library says.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { key: Cow::Borrowed(""), parts: vec![(Cow::Borrowed(""), Part::Text(text.into()))] }
    }

    /// The words of a key that is put together: `kind-expulsion`.
    #[must_use]
    pub fn word(key: String) -> Self {
        Self { key: Cow::Owned(key), parts: Vec::new() }
    }

    /// With text put in.
    #[must_use]
    pub fn text(self, name: &'static str, text: impl Into<String>) -> Self {
        self.part(name, Part::Text(text.into()))
    }

    /// With text put in that stands between quotation marks: a line's end in it, or another mark, does not break out.
    #[must_use]
    pub fn quoting(self, name: &'static str, text: &str) -> Self {
        let escaped = format!("{text:?}");
        self.text(name, escaped.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(&escaped))
    }

    /// With a number put in, which also chooses the plural.
    #[must_use]
    pub fn number(self, name: &'static str, number: usize) -> Self {
        self.part(name, Part::Number(number as u64))
    }

    /// With a date put in.
    #[must_use]
    pub fn date(self, name: &'static str, when: &When) -> Self {
        self.part(name, Part::Date(when.as_str().to_owned()))
    }

    /// With a sentence put in.
    #[must_use]
    pub fn said_of(self, name: &'static str, what: Self) -> Self {
        self.part(name, Part::Said(what))
    }

    /// With several put in.
    #[must_use]
    pub fn all_of(self, name: &'static str, what: Vec<Self>) -> Self {
        self.part(name, Part::All(what))
    }

    fn part(mut self, name: &'static str, part: Part) -> Self {
        self.parts.push((Cow::Borrowed(name), part));
        self
    }

    /// The sentence in a language.
    #[must_use]
    pub fn spoken(&self, words: &dyn Words) -> String {
        if let ("", [(_, Part::Text(text))]) = (&*self.key, &self.parts[..]) {
            return text.clone();
        }
        let parts: Vec<(&str, Said)> =
            self.parts.iter().map(|(name, part)| (&**name, part.spoken(words))).collect();
        let args: Vec<(&str, Arg<'_>)> = parts.iter().map(|(name, said)| (*name, said.as_arg())).collect();
        words.say(&self.key, &args)
    }
}

/// A part in a language.
enum Said {
    Text(String),
    Number(u64),
}

impl Said {
    fn as_arg(&self) -> Arg<'_> {
        match self {
            Self::Text(text) => Arg::Text(text),
            Self::Number(number) => Arg::Number(*number),
        }
    }
}

impl Part {
    fn spoken(&self, words: &dyn Words) -> Said {
        Said::Text(match self {
            Self::Number(number) => return Said::Number(*number),
            Self::Text(text) => text.clone(),
            Self::Date(date) => {
                When::parse(date).map_or_else(|_| date.clone(), |when| spoken_date(&when, false, words))
            }
            Self::Said(sentence) => sentence.spoken(words),
            Self::All(sentences) => {
                let mut said: Vec<String> = sentences.iter().map(|one| one.spoken(words)).collect();
                let last = said.pop().unwrap_or_default();
                if said.is_empty() {
                    return Said::Text(last);
                }
                let first = said.join(", ");
                words.say("list-and", &[("first", Arg::Text(&first)), ("last", Arg::Text(&last))])
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::BareWords;

    #[test]
    fn a_sentence_speaks_its_parts_each_in_its_way() {
        let when = When::parse("2022-04").expect("a date");
        let sentence = Sentence::new("set")
            .said_of("what", Sentence::new("named").text("title", "Italy"))
            .all_of("of", vec![Sentence::new("a"), Sentence::new("b"), Sentence::new("c")])
            .number("n", 2)
            .date("to", &when);
        assert_eq!(sentence.spoken(&BareWords), "set named Italy list-and a, b c 2 date-month  month-4 2022");
        assert_eq!(Sentence::plain("as it is").spoken(&BareWords), "as it is");
    }
}
