//! The words that a picture speaks: a face, since plural forms need the language's own logic.
//!
//! The texts stand in `assets/words`; the workspace holds them behind this trait.

/// A value put into a sentence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Arg<'a> {
    Text(&'a str),
    /// Chooses the plural form, and is written with the language's separators.
    Number(u64),
}

/// One language's words.
pub trait Words {
    /// The sentence of that key with its arguments put in; the key itself where it is missing.
    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String;

    /// A time of day: "14:30", or as the user's region tells it.
    fn clock(&self, hour: u8, minute: u8) -> String {
        format!("{hour:02}:{minute:02}")
    }

    /// A number alone, with the language's separators.
    fn number(&self, number: u64) -> String {
        number.to_string()
    }

    /// What the language calls a country or body; `None`: what English does.
    fn place(&self, _code: &str) -> Option<String> {
        None
    }

    /// A shorter name of the same; `None`: the English one, where there is one.
    fn short_place(&self, _code: &str) -> Option<String> {
        None
    }

    /// A sentence without arguments.
    fn word(&self, key: &str) -> String {
        self.say(key, &[])
    }
}

/// Words for tests of rooms that must not read files: every sentence is its key and its arguments.
#[derive(Debug, Clone, Copy, Default)]
pub struct BareWords;

impl Words for BareWords {
    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut said = key.to_owned();
        for (_, arg) in args {
            said.push(' ');
            match arg {
                Arg::Text(text) => said.push_str(text),
                Arg::Number(number) => said.push_str(&number.to_string()),
            }
        }
        said
    }
}
