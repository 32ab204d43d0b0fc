//! The language of a text: as declared, else as it looks.

use whatlang::{Detector, Lang, Script};

/// Characters of the text that are looked at: more make no language surer, and cost more than parsing its page.
const SAMPLE: usize = 3_000;

/// Letters below which nothing is guessed.
const FEWEST: usize = 40;

/// Letters from which on the best guess is taken, sure or not.
const ENOUGH: usize = 300;

/// The language's BCP 47 code. What is declared wins, unless the text is written in a script that the declared
/// language never is: templates of sites are often left in English.
pub(in super::super) fn of(text: &str, declared: Option<&str>) -> Option<String> {
    let sample: String = text.chars().take(SAMPLE).collect();
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    let guess = if letters >= FEWEST { Detector::new().detect(&sample) } else { None };
    let guess = guess.filter(|guess| guess.is_reliable() || letters >= ENOUGH);
    let declared = declared.map(str::trim).filter(|code| is_code(code)).map(tidy);
    match (declared, guess) {
        (Some(code), Some(guess)) if is_latin(&code) && guess.script() != Script::Latin => {
            Some(bcp47(guess.lang()).to_owned())
        }
        (Some(code), _) => Some(code),
        (None, Some(guess)) => Some(bcp47(guess.lang()).to_owned()),
        (None, None) => None,
    }
}

/// Whether something looks like a code of BCP 47.
fn is_code(code: &str) -> bool {
    let mut parts = code.split(['-', '_']);
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// `en_gb` as `en-GB`.
fn tidy(code: &str) -> String {
    let mut parts = code.split(['-', '_']);
    let mut tidy = parts.next().unwrap_or_default().to_ascii_lowercase();
    for part in parts {
        tidy.push('-');
        match part.len() {
            2 => tidy.push_str(&part.to_ascii_uppercase()),
            4 => {
                tidy.push_str(&part[..1].to_ascii_uppercase());
                tidy.push_str(&part[1..].to_ascii_lowercase());
            }
            _ => tidy.push_str(&part.to_ascii_lowercase()),
        }
    }
    tidy
}

fn is_latin(code: &str) -> bool {
    const LATIN: [&str; 24] = [
        "en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "sl", "hr", "hu", "ro", "sv", "da", "nb",
        "no", "fi", "et", "lv", "lt", "tr", "id",
    ];
    LATIN.contains(&code.split('-').next().unwrap_or_default())
}

/// BCP 47 wants the shortest code; the library has those of three letters.
fn bcp47(language: Lang) -> &'static str {
    let code = language.code();
    SHORT.iter().find(|(long, _)| *long == code).map_or(code, |(_, short)| short)
}

const SHORT: [(&str, &str); 70] = [
    ("epo", "eo"),
    ("eng", "en"),
    ("rus", "ru"),
    ("cmn", "zh"),
    ("spa", "es"),
    ("por", "pt"),
    ("ita", "it"),
    ("ben", "bn"),
    ("fra", "fr"),
    ("deu", "de"),
    ("ukr", "uk"),
    ("kat", "ka"),
    ("ara", "ar"),
    ("hin", "hi"),
    ("jpn", "ja"),
    ("heb", "he"),
    ("yid", "yi"),
    ("pol", "pl"),
    ("amh", "am"),
    ("jav", "jv"),
    ("kor", "ko"),
    ("nob", "nb"),
    ("dan", "da"),
    ("swe", "sv"),
    ("fin", "fi"),
    ("tur", "tr"),
    ("nld", "nl"),
    ("hun", "hu"),
    ("ces", "cs"),
    ("ell", "el"),
    ("bul", "bg"),
    ("bel", "be"),
    ("mar", "mr"),
    ("kan", "kn"),
    ("ron", "ro"),
    ("slv", "sl"),
    ("hrv", "hr"),
    ("srp", "sr"),
    ("mkd", "mk"),
    ("lit", "lt"),
    ("lav", "lv"),
    ("est", "et"),
    ("tam", "ta"),
    ("vie", "vi"),
    ("urd", "ur"),
    ("tha", "th"),
    ("guj", "gu"),
    ("uzb", "uz"),
    ("pan", "pa"),
    ("aze", "az"),
    ("ind", "id"),
    ("tel", "te"),
    ("pes", "fa"),
    ("mal", "ml"),
    ("ori", "or"),
    ("mya", "my"),
    ("nep", "ne"),
    ("sin", "si"),
    ("khm", "km"),
    ("tuk", "tk"),
    ("aka", "ak"),
    ("zul", "zu"),
    ("sna", "sn"),
    ("afr", "af"),
    ("lat", "la"),
    ("slk", "sk"),
    ("cat", "ca"),
    ("tgl", "tl"),
    ("hye", "hy"),
    ("cym", "cy"),
];
