//! Languages by their names: an article keeps the code, its reader sees the word.

use crate::model::{Arg, Words};

/// Codes whose languages have a name in `assets/words`.
const NAMED: [&str; 72] = [
    "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "eo", "es", "et", "eu",
    "fa", "fi", "fr", "ga", "gl", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "ko",
    "ku", "ky", "la", "lt", "lv", "mk", "mn", "ms", "mt", "my", "nb", "ne", "nl", "nn", "no", "pl", "ps",
    "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw", "ta", "tg", "th", "tk", "tl", "tr", "uk", "ur",
    "uz", "vi", "yi", "zh",
];

/// What a language of a code is called, with what else the code says; the code itself where it has no name here.
pub fn named(code: &str, words: &dyn Words) -> String {
    let (language, rest) = code.split_once('-').unwrap_or((code, ""));
    let Some(known) = NAMED.iter().find(|known| language.eq_ignore_ascii_case(known)) else {
        return code.to_owned();
    };
    let name = words.word(&format!("tongue-{known}"));
    if rest.is_empty() {
        return name;
    }
    words.say("tongue-of", &[("language", Arg::Text(&name)), ("where", Arg::Text(rest))])
}

/// The code of a language that was written by its name; whatever else was written, as it is.
pub fn code_of(written: &str, words: &dyn Words) -> String {
    let written = written.trim();
    let small = written.to_lowercase();
    let known = NAMED.iter().find(|code| words.word(&format!("tongue-{code}")).to_lowercase() == small);
    known.map_or_else(|| written.to_owned(), |code| (*code).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::FluentWords;

    #[test]
    fn a_language_is_shown_by_its_name_and_kept_by_its_code() {
        let words = FluentWords::english();
        assert_eq!(named("en-GB", &words), "English (GB)");
        assert_eq!(named("uk", &words), "Ukrainian");
        assert_eq!(named("tlh", &words), "tlh");
        assert_eq!(code_of(" ukrainian ", &words), "uk");
        assert_eq!(code_of("zh-Hant", &words), "zh-Hant");
        for code in NAMED {
            let name = named(code, &words);
            assert!(!name.starts_with("tongue-"), "{code} has no name");
            assert_eq!(code_of(&name, &words), code);
        }
    }
}
