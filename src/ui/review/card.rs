//! The candidate that is looked at: its words in their paragraph, its facts, and the event that it may be.

use egui::text::{LayoutJob, TextFormat};
use egui::{Button, Frame, Label, Margin, Rect, RichText, Stroke, Ui};

use crate::model::{Arg, Event, Family, Words};
use crate::scene::{Face, Ink, Palette};
use crate::workspace::{Like, Waiting, Workspace};

use super::super::look::{BODY, SMALL, TITLE, colour, font};
use super::super::phrases;
use super::ReviewAction;

/// Size of the article's words.
const QUOTED: f32 = 14.0;

/// What a card is made from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Card<'a> {
    pub workspace: &'a Workspace,
    pub palette: &'static Palette,
    pub one: &'a Waiting,
}

impl Card<'_> {
    /// Shows the card; gives back where it stands and which button was pressed.
    pub(super) fn show(&self, ui: &mut Ui) -> (Rect, Option<ReviewAction>) {
        let event = self.one.event();
        let ink = phrases::ink(self.workspace.columns(), &event, self.palette);
        let frame = Frame::NONE
            .fill(colour(self.palette.ink.faded(0.035)))
            .inner_margin(Margin { left: 14, right: 10, top: 8, bottom: 10 })
            .outer_margin(Margin::symmetric(0, 4));
        let shown = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 3.0;
            self.quoted(ui, ink);
            ui.add_space(4.0);
            write(ui, &event.title, Face::SansSemiBold, TITLE, self.palette.ink);
            self.facts(ui, &event, ink);
            if let Some(like) = &self.one.like {
                ui.add_space(6.0);
                self.like(ui, like);
            }
            ui.add_space(6.0);
            self.buttons(ui)
        });
        let rect = shown.response.rect;
        let bar = Rect::from_min_max(rect.min, egui::pos2(rect.left() + 3.0, rect.bottom()));
        ui.painter().rect_filled(bar.shrink2(egui::vec2(0.0, 4.0)), 0.0, colour(ink));
        (rect, shown.inner)
    }

    /// The very words, tinted, in what stands around them.
    fn quoted(&self, ui: &mut Ui, ink: Ink) {
        let face = font(Face::Serif, QUOTED);
        let line_height = Some((QUOTED * 1.5).round());
        let around =
            TextFormat { line_height, ..TextFormat::simple(face.clone(), colour(self.palette.muted)) };
        let words = TextFormat {
            line_height,
            background: colour(ink.faded(0.16)),
            ..TextFormat::simple(face, colour(self.palette.ink))
        };
        let mut job = LayoutJob::default();
        job.append(&self.one.before, 0.0, around.clone());
        job.append(&self.one.exact, 0.0, words);
        job.append(&self.one.after, 0.0, around);
        job.wrap.max_width = ui.available_width();
        ui.add(Label::new(job).wrap().selectable(true));
        write(ui, &self.one.heading, Face::Sans, SMALL, self.palette.muted);
        let words = self.workspace.words();
        for (_, again) in &self.one.again {
            let said = words.say("review-again", &[("words", Arg::Text(again))]);
            write(ui, &said, Face::Serif, BODY, self.palette.ink);
        }
    }

    fn facts(&self, ui: &mut Ui, event: &Event, ink: Ink) {
        let (words, columns) = (self.workspace.words().as_ref(), self.workspace.columns());
        write(ui, &phrases::when(event, words), Face::Sans, BODY, self.palette.ink);
        write(ui, &sorts(self.workspace, event), Face::Sans, BODY, ink);
        let roles = phrases::roles(columns, event, words);
        if !roles.is_empty() {
            write(ui, &roles, Face::Sans, BODY, self.palette.ink);
        }
        let entities: Vec<&str> =
            event.entities.iter().map(|part| entity_name(self.workspace, &part.entity)).collect();
        if !entities.is_empty() {
            write(ui, &entities.join(", "), Face::Sans, BODY, self.palette.muted);
        }
        let draft = &self.one.candidate.draft;
        if !draft.names.is_empty() {
            let said = words.say("review-names", &[("names", Arg::Text(&draft.names.join(", ")))]);
            write(ui, &said, Face::Sans, BODY, self.palette.muted);
        }
        if !draft.readings.is_empty() {
            let lanes: Vec<_> =
                draft.readings.iter().map(|code| phrases::lane_name(columns, code, words)).collect();
            let said = words.say("review-readings", &[("lanes", Arg::Text(&lanes.join(", ")))]);
            write(ui, &said, Face::Sans, BODY, self.palette.muted);
        }
    }

    /// The event of the case, and what contradicts in it.
    fn like(&self, ui: &mut Ui, like: &Like) {
        let (words, palette) = (self.workspace.words().as_ref(), self.palette);
        let rule = Stroke::new(1.0, colour(palette.hairline));
        ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top() - 3.0, rule);
        write(ui, &words.word("review-in-case"), Face::SansSemiBold, SMALL, palette.muted);
        write(ui, &like.event.title, Face::SansSemiBold, BODY, palette.ink);
        let differs = like.differences;
        let warn = palette.family(Family::Force);
        let tone = |apart: bool| if apart { warn } else { palette.ink };
        write(ui, &phrases::when(&like.event, words), Face::Sans, BODY, tone(differs.when));
        let apart = differs.kind || differs.count;
        write(ui, &sorts(self.workspace, &like.event), Face::Sans, BODY, tone(apart));
        let sources = phrases::sources(&like.event, |key| self.workspace.article(key), words);
        write(ui, &sources, Face::Sans, BODY, palette.muted);
        let named = [
            (differs.when, "differs-when"),
            (differs.count, "differs-count"),
            (differs.kind, "differs-kind"),
            (differs.status, "differs-status"),
        ];
        let named: Vec<String> =
            named.iter().filter(|(apart, _)| *apart).map(|(_, key)| words.word(key)).collect();
        if !named.is_empty() {
            let said = words.say("review-differs-in", &[("what", Arg::Text(&named.join(", ")))]);
            write(ui, &said, Face::Sans, BODY, warn);
        }
    }

    fn buttons(&self, ui: &mut Ui) -> Option<ReviewAction> {
        let words = self.workspace.words().as_ref();
        let enabled = self.workspace.read_only().is_none();
        let accept = if self.one.like.is_some() { "review-add-quote" } else { "review-accept" };
        let mut wanted = vec![(accept, "Enter", ReviewAction::Accept)];
        if self.one.like.is_some() {
            wanted.push(("review-as-new", "M", ReviewAction::AsNew));
        }
        wanted.extend([
            ("review-edit", "E", ReviewAction::Edit),
            ("review-reject", "X", ReviewAction::Reject),
            ("review-read", "R", ReviewAction::Read),
            ("review-take-back", "Z", ReviewAction::TakeBack),
        ]);
        let mut pressed = None;
        ui.horizontal_wrapped(|ui| {
            for (key, shortcut, step) in wanted {
                let button = Button::new(words.word(key)).shortcut_text(shortcut);
                if ui.add_enabled(enabled || step == ReviewAction::Read, button).clicked() {
                    pressed = Some(step);
                }
            }
        });
        pressed
    }
}

fn write(ui: &mut Ui, text: &str, face: Face, size: f32, ink: Ink) {
    ui.add(Label::new(RichText::new(text).font(font(face, size)).color(colour(ink))).wrap());
}

/// "expulsion · 30 people · confirmed".
fn sorts(workspace: &Workspace, event: &Event) -> String {
    let words: &dyn Words = workspace.words().as_ref();
    let mut said = vec![phrases::kind(workspace.columns(), &event.kind, words)];
    said.extend(event.count.as_ref().map(|count| phrases::count(count, words)));
    said.push(words.word(&format!("status-{}", event.status.code())));
    said.join(" · ")
}

fn entity_name<'a>(workspace: &'a Workspace, key: &'a str) -> &'a str {
    workspace.entities().iter().find(|entity| entity.key == key).map_or(key, |entity| &entity.name)
}
