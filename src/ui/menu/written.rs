//! Keys as people write them.

use egui::{Key, KeyboardShortcut};

/// "Ctrl+Shift+Z", "Page up", "←".
#[must_use]
pub fn written(keys: KeyboardShortcut) -> String {
    let mut said = String::new();
    for (held, name) in
        [(keys.modifiers.command, "Ctrl+"), (keys.modifiers.alt, "Alt+"), (keys.modifiers.shift, "Shift+")]
    {
        if held {
            said.push_str(name);
        }
    }
    said.push_str(match keys.logical_key {
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        Key::Plus => "+",
        Key::Equals => "=",
        Key::Minus => "−",
        Key::Slash => "/",
        Key::Period => ".",
        Key::Comma => ",",
        Key::OpenBracket => "[",
        Key::CloseBracket => "]",
        Key::PageUp => "Page up",
        Key::PageDown => "Page down",
        Key::Escape => "Esc",
        other => other.name(),
    });
    said
}
