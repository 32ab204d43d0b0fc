//! What the desktop says of its user's wishes, where it says so: dark or light, high contrast, no motion.
//!
//! Asked once at the start, of the desktop's own tool and off the window's thread: winit hears nothing of it on X11.

use std::process::{Command, Stdio};

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
        let says = |schema: &str, key: &str, wanted: &str| {
            setting(schema, key)
                .is_some_and(|value| value.trim().trim_matches('\'').eq_ignore_ascii_case(wanted))
        };
        let interface = "org.gnome.desktop.interface";
        Self {
            dark: says(interface, "color-scheme", "prefer-dark"),
            contrast: says("org.gnome.desktop.a11y.interface", "high-contrast", "true"),
            still: says(interface, "enable-animations", "false"),
        }
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
fn setting(schema: &str, key: &str) -> Option<String> {
    let mut asked = Command::new("gsettings");
    asked.args(["get", schema, key]).stdin(Stdio::null()).stderr(Stdio::null());
    let told = asked.output().ok().filter(|told| told.status.success())?;
    String::from_utf8(told.stdout).ok()
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn setting(_: &str, _: &str) -> Option<String> {
    None
}
