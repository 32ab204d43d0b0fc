//! What can be done with words that are selected in an article: a new event, a quote for an event, a copy.

use egui::{Align2, Area, Button, Frame, Id, Order, Rect, Ui, pos2};

use crate::model::Quote;
use crate::scene::Palette;
use crate::workspace::{Beside, Command, Look, Sheet, Workspace};

use super::super::form::{Page, focus_pick, offer_events, pick};
use super::super::look::{colour, shadow};
use super::super::menu::{Action, WriteAction, tip};
use super::text::{Selected, in_whole_words, words_of};

/// What the bar over selected words remembers.
#[derive(Debug, Default)]
pub struct ChosenWords {
    /// Words of the event that they are to be quoted for, once that is being picked.
    typed: Option<String>,
    /// The field for them takes the keyboard.
    fresh: bool,
}

/// Selected words of an article as a quote, which ends in no word's middle, and the words as they are selected.
#[must_use]
pub fn quoted(sheet: &Sheet, selected: Selected) -> Option<(Quote, String)> {
    let text = sheet.article.text.as_ref()?;
    let (words, _) = words_of(&text.text, selected)?;
    let (exact, place) = words_of(&text.text, in_whole_words(&text.text, selected))?;
    let quote = Quote {
        article: sheet.article.key.clone(),
        place: Some(place),
        exact: Some(exact),
        ..Quote::default()
    };
    Some((quote, words))
}

/// What came of the bar.
#[derive(Debug, Default)]
pub struct Done {
    pub commands: Vec<Command>,
    /// The selection has served.
    pub clear: bool,
}

impl ChosenWords {
    /// Shows the bar at the words that are selected.
    pub fn show(
        &mut self,
        ui: &Ui,
        workspace: &Workspace,
        palette: &'static Palette,
        sheet: &Sheet,
        selected: Selected,
        at: Rect,
    ) -> Done {
        let mut done = Done::default();
        let Some((quote, words)) = quoted(sheet, selected) else { return done };
        let page = Page { workspace, palette };
        let shown = ui.clip_rect();
        let above = at.top() - 44.0;
        // It grows away from the words.
        let (y, pivot) = if above > shown.top() {
            (at.top() - 8.0, Align2::LEFT_BOTTOM)
        } else {
            ((at.bottom() + 8.0).min(shown.bottom() - 44.0), Align2::LEFT_TOP)
        };
        let area = Area::new(Id::unique("chosen-words")).order(Order::Foreground).pivot(pivot);
        area.fixed_pos(pos2(shown.left() + 12.0, y)).show(ui.ctx(), |ui| {
            let frame = Frame::popup(ui.style()).fill(colour(palette.ground)).shadow(shadow(palette));
            frame.show(ui, |ui| {
                ui.set_max_width(shown.width() - 40.0);
                self.bar(ui, page, &quote, &words, &mut done);
            });
        });
        done
    }

    fn bar(&mut self, ui: &mut Ui, page: Page<'_>, quote: &Quote, words: &str, done: &mut Done) {
        let mut open = |beside: Beside| {
            done.commands.push(Command::Look(Look::Beside(Some(beside))));
            done.clear = true;
        };
        let quote = || Some(Box::new(quote.clone()));
        let can = page.workspace.read_only().is_none();
        let mut copy = false;
        ui.horizontal_wrapped(|ui| {
            let button = |ui: &mut Ui, key: &str, action: WriteAction| {
                let button = ui.add_enabled(can, Button::new(page.word(key)));
                button.on_hover_text(tip(Action::Write(action), page.words())).clicked()
            };
            let written = match page.workspace.beside() {
                Some(Beside::NewEvent(_)) => Some(Beside::NewEvent(quote())),
                Some(Beside::Event(event, _)) => Some(Beside::Event(*event, quote())),
                _ => None,
            };
            if let Some(written) = written {
                if button(ui, "quote-add-draft", WriteAction::QuoteWords) {
                    open(written);
                }
            } else if button(ui, "quote-new-event", WriteAction::NewEvent) {
                open(Beside::NewEvent(quote()));
            }
            if button(ui, "quote-add-to", WriteAction::QuoteWords) {
                match self.typed {
                    Some(_) => self.typed = None,
                    None => self.pick_event(),
                }
            }
            copy = ui.button(page.word("quote-copy")).clicked();
        });
        if copy {
            ui.ctx().copy_text(words.to_owned());
        }
        let Some(typed) = &mut self.typed else { return };
        let mut asked = Vec::new();
        if std::mem::take(&mut self.fresh) {
            focus_pick(ui, &page.word("quote-which"));
        }
        let offer = |typed: &str| offer_events(page, typed, None, &mut asked);
        let picked = pick(ui, typed, &page.word("quote-which"), &page.word("form-link-hint"), offer);
        if let Some(event) = picked {
            self.typed = None;
            open(Beside::Event(event, quote()));
        }
        done.commands.extend(asked);
    }

    /// Opens the field for the event that the words are quoted for.
    pub fn pick_event(&mut self) {
        self.typed = Some(String::new());
        self.fresh = true;
    }

    /// The selection is gone.
    pub fn reset(&mut self) {
        self.typed = None;
    }
}
