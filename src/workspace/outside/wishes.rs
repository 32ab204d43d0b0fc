//! What the desktop says of its user's wishes, where it says so: dark or light, high contrast, no motion.
//!
//! Asked once at the start, of the desktop's own tool and off the window's thread: winit hears nothing of it on X11.

use super::super::Workspace;
use super::super::jobs::Answer;

/// What a user wishes of every program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wishes {
    pub dark: bool,
    pub contrast: bool,
    /// Nothing moves by itself.
    pub still: bool,
}

impl Workspace {
    /// Asks the desktop for its user's wishes.
    pub fn ask_for_wishes(&mut self) {
        self.jobs.work(|| Answer::Wishes(Wishes::ask()));
    }

    /// What the desktop said last.
    #[must_use]
    pub fn wishes(&self) -> Wishes {
        self.wishes
    }
}

impl Wishes {
    fn ask() -> Self {
        let interface = settings("org.gnome.desktop.interface");
        let access = settings("org.gnome.desktop.a11y.interface");
        Self {
            dark: says(&interface, "color-scheme", "prefer-dark"),
            contrast: says(&access, "high-contrast", "true"),
            still: says(&interface, "enable-animations", "false"),
        }
    }
}

/// Whether a line `schema key value` has that value.
fn says(settings: &str, key: &str, wanted: &str) -> bool {
    settings.lines().any(|line| {
        let mut words = line.split_whitespace().skip(1);
        words.next() == Some(key)
            && words.next().is_some_and(|value| value.trim_matches('\'').eq_ignore_ascii_case(wanted))
    })
}

/// All keys of a schema; nothing where no desktop's session is on, whose bus the tool would start itself.
#[cfg(all(unix, not(target_os = "macos")))]
fn settings(schema: &str) -> String {
    use std::process::{Command, Stdio};

    if !has_session() {
        return String::new();
    }
    let mut asked = Command::new("gsettings");
    asked.args(["list-recursively", schema]).stdin(Stdio::null()).stderr(Stdio::null());
    let told = asked.output().ok().filter(|told| told.status.success());
    told.and_then(|told| String::from_utf8(told.stdout).ok()).unwrap_or_default()
}

#[cfg(all(unix, not(target_os = "macos")))]
fn has_session() -> bool {
    let runtime = std::env::var_os("XDG_RUNTIME_DIR");
    std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some()
        || runtime.is_some_and(|folder| std::path::Path::new(&folder).join("bus").exists())
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn settings(_: &str) -> String {
    String::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_is_read_from_the_line_of_its_key() {
        let told = "org.gnome.desktop.interface color-scheme 'prefer-dark'\norg.gnome.desktop.interface enable-animations true\n";
        assert!(says(told, "color-scheme", "prefer-dark"));
        assert!(!says(told, "enable-animations", "false"));
        assert!(!says(told, "high-contrast", "true"));
    }
}
