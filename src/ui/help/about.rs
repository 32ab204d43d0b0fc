//! What the program is and what it is made of.

use egui::{Label, RichText, ScrollArea, Ui};

use crate::model::{Arg, Words};
use crate::scene::{Face, Palette};

use super::super::look::{BODY, HEADING, SMALL, colour, font};

/// Libraries with their licences; `assets/licences.txt` says how it is written anew.
const LICENCES: &str = include_str!("../../../assets/licences.txt");
const LINE: f32 = 16.0;

/// Shows what it is.
pub fn show(ui: &mut Ui, words: &dyn Words, on_x11: Option<bool>, palette: &Palette) {
    let say = |ui: &mut Ui, text: String| {
        let text = RichText::new(text).font(font(Face::Sans, BODY + 1.5)).color(colour(palette.ink));
        ui.add(Label::new(text).wrap());
    };
    let name = RichText::new("Caseline").font(font(Face::SerifSemiBold, HEADING));
    ui.add(Label::new(name.color(colour(palette.ink))));
    let version = words.say("about-version", &[("version", Arg::Text(env!("CARGO_PKG_VERSION")))]);
    say(ui, version);
    say(ui, words.word("start-what"));
    say(ui, words.word("about-licence"));
    say(ui, words.word("about-network"));
    match on_x11 {
        Some(true) => say(ui, words.word("about-x11")),
        Some(false) => say(ui, words.word("about-wayland")),
        None => {}
    }
    say(ui, words.word("about-right-to-left"));
    say(ui, words.word("about-log"));
}

/// Shows the licences, line by line: the whole is long.
pub fn licences(ui: &mut Ui, height: f32, palette: &Palette) {
    let lines: Vec<&str> = LICENCES.lines().collect();
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::both().max_height(height).auto_shrink(false).show_rows(ui, LINE, lines.len(), |ui, range| {
        for line in lines.get(range).unwrap_or_default() {
            let text = RichText::new(*line).font(font(Face::Sans, SMALL)).color(colour(palette.ink));
            ui.add_sized([ui.available_width(), LINE], Label::new(text).halign(egui::Align::Min).extend());
        }
    });
}
