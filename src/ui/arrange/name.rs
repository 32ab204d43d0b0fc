//! A small panel that asks for a line of words: a view's name, an event's label.

use egui::{Align2, Color32, Context, Id, Key, Label, Modal, RichText, TextEdit, vec2};

use crate::model::Words;
use crate::scene::{Face, Palette};

use super::super::look::{TITLE, colour, font};
use super::super::tools::name_field;

/// What is written so far.
#[derive(Debug, Default)]
pub struct NamePanel {
    /// `None`: it was not open in the last frame.
    text: Option<String>,
}

/// What came of a frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Open,
    Closed,
    Written(String),
}

impl NamePanel {
    /// Shows the panel; `now` stands in it at first.
    pub fn show(
        &mut self,
        ctx: &Context,
        title: &str,
        now: &str,
        words: &dyn Words,
        palette: &Palette,
    ) -> Answer {
        let fresh = self.text.is_none();
        let text = self.text.get_or_insert_with(|| now.to_owned());
        let title = words.word(title);
        let area = Modal::default_area(Id::unique("name")).anchor(Align2::CENTER_TOP, vec2(0.0, 96.0));
        let shown =
            Modal::new(Id::unique("name")).area(area).backdrop_color(Color32::TRANSPARENT).show(ctx, |ui| {
                super::super::tools::dress_panel(ui, palette);
                ui.set_width(380.0);
                let said =
                    RichText::new(&title).font(font(Face::SansSemiBold, TITLE)).color(colour(palette.ink));
                ui.add(Label::new(said).selectable(false));
                let field =
                    ui.add(TextEdit::singleline(text).desired_width(f32::INFINITY).margin(vec2(8.0, 6.0)));
                name_field(&field, &title);
                if fresh {
                    field.request_focus();
                }
                let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
                let mut done = entered;
                let mut gone = false;
                ui.horizontal(|ui| {
                    done |= ui.button(words.word("button-done")).clicked();
                    gone = ui.button(words.word("button-cancel")).clicked();
                });
                (done, gone)
            });
        let (done, gone) = shown.inner;
        if done {
            return Answer::Written(self.text.take().unwrap_or_default());
        }
        if gone || shown.should_close() {
            self.text = None;
            return Answer::Closed;
        }
        Answer::Open
    }
}
