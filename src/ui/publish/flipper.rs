//! Which page of several the proof shows: back, on, and where one is.

use egui::{Button, Key, Label, Modifiers, RichText, Ui, vec2};

use crate::model::{Arg, Words};
use crate::scene::{Face, Palette};

use super::super::look::{BODY, colour, font};

/// Height of its line.
pub const LINE: f32 = 30.0;

/// Shows where one is among `pages`; gives the page, from nought, that is wanted from now on.
pub fn show(ui: &mut Ui, at: usize, pages: usize, words: &dyn Words, palette: &Palette) -> usize {
    let last = pages.saturating_sub(1);
    let at = at.min(last);
    let (by_key_back, by_key_on) = keys(ui);
    let mut wanted = at;
    ui.allocate_ui(vec2(ui.available_width(), LINE), |ui| {
        ui.horizontal(|ui| {
            let back = ui.add_enabled(at > 0, Button::new(words.word("publish-page-before")));
            let (number, of) = ((at + 1).to_string(), pages.to_string());
            let args = [("n", Arg::Text(&number)), ("of", Arg::Text(&of))];
            let text = RichText::new(words.say("publish-page-of", &args)).font(font(Face::Sans, BODY));
            ui.add(Label::new(text.color(colour(palette.ink))));
            let on = ui.add_enabled(at < last, Button::new(words.word("publish-page-next")));
            if back.clicked() || by_key_back {
                wanted = at.saturating_sub(1);
            } else if on.clicked() || by_key_on {
                wanted = (at + 1).min(last);
            }
        });
    });
    wanted
}

/// Page up and page down, where nobody writes.
fn keys(ui: &Ui) -> (bool, bool) {
    if ui.ctx().text_edit_focused() {
        return (false, false);
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    (pressed(Key::PageUp), pressed(Key::PageDown))
}
