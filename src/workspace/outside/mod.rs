//! What comes from outside of the program: the clock, randomness and the private folder.
//!
//! The only place that asks for them; everything else is handed an [`Outside`], so that tests can fix it.

mod choices;
mod journal;
mod wishes;

pub use choices::{Appearance, Choices, ZOOM};
pub use journal::begin as begin_log;
pub use wishes::Wishes;

pub(super) use choices::keep as keep_settings;

use std::collections::hash_map::RandomState;
use std::env;
use std::hash::{BuildHasher, Hasher};
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::model::When;
use crate::words::{Manners, language_of};

/// The clock, randomness and the private folder of this run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outside {
    /// Where locks and unsaved cases are kept; `None` where the system names no home.
    pub state: Option<PathBuf>,
    /// Fixes the clock, in seconds since 1970.
    pub fixed_now: Option<i64>,
}

impl Outside {
    /// From `CASELINE_STATE_DIR`, `CASELINE_NOW` and the system.
    ///
    /// # Errors
    /// Says so where `CASELINE_NOW` is no date.
    pub fn from_environment() -> Result<Self, String> {
        let fixed_now = match env::var("CASELINE_NOW") {
            Ok(text) if !text.is_empty() => Some(read_now(&text)?),
            _ => None,
        };
        let named = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let state = named("CASELINE_STATE_DIR")
            .or_else(|| {
                named("XDG_STATE_HOME").filter(|path| path.is_absolute()).map(|home| home.join("caseline"))
            })
            .or_else(|| named("HOME").map(|home| home.join(".local/state/caseline")));
        Ok(Self { state, fixed_now })
    }

    /// Whether `CASELINE_REDUCED_MOTION` asks for no motion; the toolkit does not hear what the system is set to.
    #[must_use]
    pub fn wants_no_motion() -> bool {
        env::var_os("CASELINE_REDUCED_MOTION").is_some_and(|value| !value.is_empty() && value != "0")
    }

    /// The user's own folder, where the system names one.
    #[must_use]
    pub fn home() -> Option<PathBuf> {
        let named = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
        named("HOME").or_else(|| named("USERPROFILE"))
    }

    /// The language of the system's messages, as a BCP 47 tag such as `uk-UA`; `None` where it is English or none.
    #[must_use]
    pub fn language() -> Option<String> {
        let named = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
        language_of(&["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(named)?)
    }

    /// How numbers, days and times are written where the user is; `None` where the system does not say.
    #[must_use]
    pub fn manners() -> Option<Manners> {
        Manners::of(|name| env::var(name).ok())
    }

    /// Seconds since 1970.
    #[must_use]
    #[allow(clippy::disallowed_methods)] // The one place where time comes in.
    pub fn now(&self) -> i64 {
        self.fixed_now.unwrap_or_else(|| {
            let since = SystemTime::now().duration_since(UNIX_EPOCH);
            since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
        })
    }

    /// A random number for new keys. The standard library seeds each `RandomState` from the system's own source,
    /// which is enough for names that need to be unlikely to meet, not secret.
    #[must_use]
    pub fn random() -> u64 {
        RandomState::new().build_hasher().finish()
    }
}

/// Where a user's own lexicons are looked for, in the folder for settings.
#[must_use]
pub fn lexicon_folder() -> Option<PathBuf> {
    let named = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let settings = named("XDG_CONFIG_HOME").or_else(|| named("HOME").map(|home| home.join(".config")))?;
    Some(settings.join("caseline/lexicon"))
}

fn read_now(text: &str) -> Result<i64, String> {
    if let Ok(when) = When::parse(text) {
        return Ok(when.earliest().0);
    }
    text.parse().map_err(|_| {
        format!("CASELINE_NOW is {text:?}: write it as a date such as 2025-11-05, or as seconds since 1970")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_can_be_fixed_by_a_date_or_by_seconds() {
        assert_eq!(read_now("1970-01-02"), Ok(86_400));
        assert_eq!(read_now("1970-01-01T00:01:00Z"), Ok(60));
        assert_eq!(read_now("1762300800"), Ok(1_762_300_800));
        assert!(read_now("tomorrow").is_err_and(|said| said.contains("CASELINE_NOW")));
    }

    #[test]
    fn random_numbers_differ() {
        assert_ne!(Outside::random(), Outside::random());
    }
}
