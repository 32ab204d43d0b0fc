//! The language of a text: as declared, else as it looks.

use whatlang::{Detector, Lang, Script};

/// Characters of the text that are looked at.
const SAMPLE: usize = 20_000;

/// Letters below which nothing is guessed.
const FEWEST: usize = 40;

/// Letters from which on the best guess is taken, sure or not.
const ENOUGH: usize = 300;

/// The language's BCP 47 code. What is declared wins, unless the text is written in a script that the declared
/// language never is: templates of sites are often left in English.
pub(super) fn of(text: &str, declared: Option<&str>) -> Option<String> {
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

/// BCP 47 wants the shortest code; whatlang has the three-letter ones.
fn bcp47(language: Lang) -> &'static str {
    match language {
        Lang::Epo => "eo",
        Lang::Eng => "en",
        Lang::Rus => "ru",
        Lang::Cmn => "zh",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Ben => "bn",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Ukr => "uk",
        Lang::Kat => "ka",
        Lang::Ara => "ar",
        Lang::Hin => "hi",
        Lang::Jpn => "ja",
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Pol => "pl",
        Lang::Amh => "am",
        Lang::Jav => "jv",
        Lang::Kor => "ko",
        Lang::Nob => "nb",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Fin => "fi",
        Lang::Tur => "tr",
        Lang::Nld => "nl",
        Lang::Hun => "hu",
        Lang::Ces => "cs",
        Lang::Ell => "el",
        Lang::Bul => "bg",
        Lang::Bel => "be",
        Lang::Mar => "mr",
        Lang::Kan => "kn",
        Lang::Ron => "ro",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Est => "et",
        Lang::Tam => "ta",
        Lang::Vie => "vi",
        Lang::Urd => "ur",
        Lang::Tha => "th",
        Lang::Guj => "gu",
        Lang::Uzb => "uz",
        Lang::Pan => "pa",
        Lang::Aze => "az",
        Lang::Ind => "id",
        Lang::Tel => "te",
        Lang::Pes => "fa",
        Lang::Mal => "ml",
        Lang::Ori => "or",
        Lang::Mya => "my",
        Lang::Nep => "ne",
        Lang::Sin => "si",
        Lang::Khm => "km",
        Lang::Tuk => "tk",
        Lang::Aka => "ak",
        Lang::Zul => "zu",
        Lang::Sna => "sn",
        Lang::Afr => "af",
        Lang::Lat => "la",
        Lang::Slk => "sk",
        Lang::Cat => "ca",
        Lang::Tgl => "tl",
        Lang::Hye => "hy",
        Lang::Cym => "cy",
    }
}
