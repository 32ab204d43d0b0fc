//! Review: what articles seem to say, a card at a time, beside the timeline.
//!
//! ```text
//!  Review                        12 wait
//!  268 events: 181 quoted …
//!  ─────────────────────────────────────
//!  SUPPORTS AN EVENT OF THE CASE  4   [Accept all]
//!    5 April 2022 · Italy expels 30 …
//!  ▌ the one that is looked at: its words, its facts, the event that it may be, buttons
//!    …
//! ```

mod card;

use egui::{Align, Button, Frame, Label, Margin, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo};

use crate::model::{Arg, Event, Words};
use crate::scene::{Face, Ink, Palette};
use crate::workspace::{
    Beside, Command, HistoryCommand, Look, Pile, Review, ReviewCommand, TextPlace, Waiting, Workspace,
};

use super::look::{BODY, HEADING, SMALL, colour, font};
use super::menu::ReviewAction;
use super::phrases;

use self::card::Card;

/// What is remembered of the review between frames.
#[derive(Debug, Default)]
pub struct ReviewView {
    /// Key of the candidate that is looked at.
    at: Option<String>,
    /// Its place in the order, for when it has been decided.
    place: usize,
    /// The one that was last scrolled to.
    shown: Option<String>,
}

impl ReviewView {
    /// Shows the panel and hears its keys, which act while no text is written.
    pub fn show(&mut self, ui: &mut Ui, workspace: &Workspace, palette: &'static Palette) -> Vec<Command> {
        let air = Frame::NONE.inner_margin(Margin { left: 18, right: 12, top: 12, bottom: 0 });
        air.show(ui, |ui| self.piles(ui, workspace, palette)).inner
    }

    fn piles(&mut self, ui: &mut Ui, workspace: &Workspace, palette: &'static Palette) -> Vec<Command> {
        let words = workspace.words().as_ref();
        let mut commands = Vec::new();
        let Some(review) = workspace.reviewed() else {
            head(ui, None, words, palette, &mut commands);
            write(ui, &words.word("review-sorting"), BODY, palette.muted);
            return commands;
        };
        self.settle(review);
        head(ui, Some(review), words, palette, &mut commands);
        ui.separator();
        if review.waiting.is_empty() {
            ui.add_space(12.0);
            write(ui, &words.word("review-nothing"), BODY, palette.ink);
            write(ui, &words.word("review-nothing-what"), BODY, palette.muted);
            return commands;
        }
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            for pile in Pile::ALL {
                self.pile(ui, workspace, review, pile, palette, &mut commands);
            }
        });
        commands
    }

    /// After a decision the next one takes the place of the one that went.
    fn settle(&mut self, review: &Review) {
        let here = review.waiting.iter().position(|one| Some(&one.candidate.key) == self.at.as_ref());
        self.place = here.unwrap_or(self.place).min(review.waiting.len().saturating_sub(1));
        self.at = review.waiting.get(self.place).map(|one| one.candidate.key.clone());
    }

    /// Does what the table of commands says.
    pub fn act(&mut self, action: ReviewAction, workspace: &Workspace) -> Vec<Command> {
        let mut commands = Vec::new();
        if action == ReviewAction::Open {
            let open = workspace.beside() != Some(&Beside::Review);
            commands.push(Command::Look(Look::Beside(open.then_some(Beside::Review))));
        } else if let Some(review) = workspace.reviewed() {
            self.settle(review);
            self.take(action, workspace, review, &mut commands);
        }
        commands
    }

    /// Does what a key or a button asks of the one that is looked at.
    fn take(
        &mut self,
        action: ReviewAction,
        workspace: &Workspace,
        review: &Review,
        commands: &mut Vec<Command>,
    ) {
        // The last decision of all can be taken back, too.
        if action == ReviewAction::TakeBack && workspace.read_only().is_none() {
            return commands.push(Command::History(HistoryCommand::Undo));
        }
        let Some(one) = review.waiting.get(self.place) else { return };
        let key = one.candidate.key.clone();
        let go = |place: usize| review.waiting.get(place).map(|one| one.candidate.key.clone());
        match action {
            ReviewAction::Open | ReviewAction::TakeBack => {}
            ReviewAction::Next => self.at = go((self.place + 1).min(review.waiting.len() - 1)),
            ReviewAction::Before => self.at = go(self.place.saturating_sub(1)),
            ReviewAction::Accept => commands.push(Command::Review(ReviewCommand::Accept(key))),
            ReviewAction::AcceptAll => commands.push(Command::Review(ReviewCommand::AcceptSupports)),
            ReviewAction::AsNew => commands.push(Command::Review(ReviewCommand::AcceptAsNew(key))),
            ReviewAction::Edit => commands.push(Command::Look(Look::Beside(Some(Beside::Candidate(key))))),
            ReviewAction::Reject => commands.push(Command::Review(ReviewCommand::Reject(key))),
            ReviewAction::Read => commands.push(read(one)),
        }
        if workspace.read_only().is_some() {
            commands.retain(|command| matches!(command, Command::Look(_)));
        }
    }

    fn pile(
        &mut self,
        ui: &mut Ui,
        workspace: &Workspace,
        review: &Review,
        pile: Pile,
        palette: &'static Palette,
        commands: &mut Vec<Command>,
    ) {
        let words = workspace.words().as_ref();
        let waiting: Vec<&Waiting> = review.waiting.iter().filter(|one| one.pile == pile).collect();
        if waiting.is_empty() {
            return;
        }
        ui.add_space(10.0);
        ui.horizontal(|ui| {
            let n = [("n", Arg::Number(waiting.len() as u64))];
            let name = words.say(pile.words(), &n);
            let text = RichText::new(name).font(font(Face::SansSemiBold, BODY));
            ui.add(Label::new(text.color(colour(palette.muted))));
            if pile == Pile::Supports && waiting.len() > 1 {
                let all = ui.add(Button::new(words.word("review-accept-all")));
                if all.on_hover_text("Shift+Enter").clicked() {
                    commands.push(Command::Review(ReviewCommand::AcceptSupports));
                }
            }
        });
        ui.add_space(2.0);
        for one in waiting {
            let is_current = self.at.as_ref() == Some(&one.candidate.key);
            if is_current {
                let card = Card { workspace, palette, one };
                let (rect, pressed) = card.show(ui);
                if self.shown != self.at {
                    ui.scroll_to_rect(rect, Some(Align::Center));
                    self.shown.clone_from(&self.at);
                }
                if let Some(action) = pressed {
                    self.take(action, workspace, review, commands);
                }
            } else if line(ui, workspace, palette, one) {
                self.at = Some(one.candidate.key.clone());
            }
        }
    }
}

/// Opens the article at the candidate's words.
fn read(one: &Waiting) -> Command {
    let candidate = &one.candidate;
    let place = TextPlace { rev: candidate.rev, place: (candidate.start, candidate.end) };
    Command::Look(Look::ShowArticle { key: candidate.article.clone(), event: None, place: Some(place) })
}

/// Heading, how many wait, how well the case is supported.
fn head(
    ui: &mut Ui,
    review: Option<&std::sync::Arc<Review>>,
    words: &dyn Words,
    palette: &'static Palette,
    commands: &mut Vec<Command>,
) {
    ui.horizontal(|ui| {
        let text = RichText::new(words.word("review")).font(font(Face::SerifSemiBold, HEADING));
        ui.add(Label::new(text.color(colour(palette.ink))));
        if let Some(review) = review.filter(|review| !review.waiting.is_empty()) {
            let n = [("n", Arg::Number(review.waiting.len() as u64))];
            write(ui, &words.say("review-waiting", &n), BODY, palette.muted);
        }
        ui.with_layout(egui::Layout::right_to_left(Align::Center), |ui| {
            if ui.button(words.word("button-close")).clicked() {
                commands.push(Command::Look(Look::Beside(None)));
            }
        });
    });
    let Some(review) = review else { return };
    let support = &review.support;
    let said = words.say(
        "review-support",
        &[
            ("events", Arg::Number(support.events as u64)),
            ("quoted", Arg::Number(support.quoted as u64)),
            ("cited", Arg::Number(support.cited as u64)),
            ("bare", Arg::Number(support.bare as u64)),
        ],
    );
    write(ui, &said, BODY, palette.muted);
}

/// One that is not looked at: date and title; gives back whether it was chosen.
fn line(ui: &mut Ui, workspace: &Workspace, palette: &'static Palette, one: &Waiting) -> bool {
    let words = workspace.words().as_ref();
    let event: Event = one.event();
    let when = phrases::when(&event, words);
    let name = format!("{when}, {}", event.title);
    let ink = phrases::ink(workspace.columns(), &event, palette);
    let row = ui.horizontal(|ui| {
        ui.set_width(ui.available_width());
        let (mark, _) = ui.allocate_exact_size(egui::vec2(8.0, 8.0), Sense::hover());
        ui.painter().circle_filled(mark.center(), 3.5, colour(ink));
        write(ui, &when, SMALL + 0.5, palette.muted);
        let text = RichText::new(&event.title).font(font(Face::Sans, BODY)).color(colour(palette.ink));
        ui.add(Label::new(text).truncate().selectable(false));
    });
    let id = ui.scope_id().with(("candidate", &one.candidate.key));
    let response = ui.interact(row.response.rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, false, &name));
    if response.hovered() {
        ui.painter().rect_filled(row.response.rect.expand(2.0), 2.0, colour(palette.ink.faded(0.05)));
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

fn write(ui: &mut Ui, text: &str, size: f32, ink: Ink) {
    ui.add(Label::new(RichText::new(text).font(font(Face::Sans, size)).color(colour(ink))).wrap());
}
