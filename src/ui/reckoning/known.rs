//! The bar of what was known on a day: the day, steps to the next one on which something became known, and how many
//! events no dated source tells of.

use egui::{Button, Label, Popup, PopupCloseBehavior, RichText, ScrollArea, Slider, Ui, WidgetInfo};

use crate::model::{Arg, EventId, Stamp, Words, spoken_date};
use crate::scene::{Face, Palette};
use crate::workspace::{Command, KnownDays, Look, ViewCommand, Workspace};

use super::super::look::{BODY, TITLE, colour, font};
use super::super::menu::{Action, ViewAction, tip};
use super::lines::line;

/// Height of the bar.
pub const HEIGHT: f32 = 32.0;
/// From which width on there is room for the slider.
const WITH_SLIDER: f32 = 1_000.0;
/// Titles in the list of what has no dated source.
const LISTED: usize = 300;

/// What the bar remembers.
#[derive(Debug, Default)]
pub struct KnownBar {
    listed: bool,
}

impl KnownBar {
    /// The events whose words are needed.
    pub fn wanted(&self, days: Option<&KnownDays>) -> Vec<EventId> {
        let days = days.filter(|_| self.listed);
        days.map(|days| days.without.iter().take(LISTED).copied().collect()).unwrap_or_default()
    }

    /// Shows the bar, where a day is chosen.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        workspace: &Workspace,
        days: Option<&KnownDays>,
        palette: &'static Palette,
    ) -> Vec<Command> {
        let words = workspace.words().as_ref();
        let mut commands = Vec::new();
        let Some(on) = &workspace.view().known_on else { return commands };
        let wide = ui.available_width();
        let day = Stamp(on.latest().0.saturating_sub(1)).day_number();
        ui.horizontal_centered(|ui| {
            ui.add_space(8.0);
            let date = spoken_date(on, false, words);
            let title = words.say("known-on", &[("date", Arg::Text(&date))]);
            let text = RichText::new(title).font(font(Face::SansSemiBold, TITLE)).color(colour(palette.ink));
            ui.add(Label::new(text).selectable(false));
            if step(ui, "◀", "known-before", ViewAction::KnownBefore, words) {
                commands.push(Command::View(ViewCommand::StepKnown { later: false }));
            }
            if let Some(days) = days.filter(|_| wide >= WITH_SLIDER) {
                commands.extend(slider(ui, days, day, words, palette));
            }
            if step(ui, "▶", "known-after", ViewAction::KnownAfter, words) {
                commands.push(Command::View(ViewCommand::StepKnown { later: true }));
            }
            let now = ui.button(words.word("known-now"));
            if now.on_hover_text(tip(Action::View(ViewAction::KnownNow), words)).clicked() {
                commands.push(Command::View(ViewCommand::KnownOn(None)));
            }
            if let Some(days) = days {
                self.without(ui, days, workspace, palette, &mut commands);
                told(ui, days, day, words, palette);
            }
        });
        commands
    }

    /// How many no dated source tells of, and which: they are listed, not dropped.
    fn without(
        &mut self,
        ui: &mut Ui,
        days: &KnownDays,
        workspace: &Workspace,
        palette: &Palette,
        commands: &mut Vec<Command>,
    ) {
        let words = workspace.words().as_ref();
        let count = days.without.len();
        let said = words.say("known-without", &[("n", Arg::Number(count as u64))]);
        let button = ui.add_enabled(count > 0, Button::new(&said).selected(self.listed));
        if button.clicked() {
            self.listed = !self.listed;
        }
        let mut open = self.listed && count > 0;
        Popup::from_response(&button)
            .open_bool(&mut open)
            .accessible_name(words.word("known-without-list"))
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| {
                ui.set_width(420.0);
                line(ui, &words.word("known-without-list"), BODY, palette.muted);
                let shown = count.min(LISTED);
                ScrollArea::vertical().max_height(320.0).auto_shrink([false, true]).show_rows(
                    ui,
                    20.0,
                    shown,
                    |ui, range| {
                        for event in days.without.get(range).unwrap_or_default() {
                            let said = super::lines::event(workspace, *event);
                            if ui.add(Button::selectable(false, &said).truncate()).clicked() {
                                commands.push(Command::Look(Look::SelectEvent(*event)));
                            }
                        }
                    },
                );
                if count > shown {
                    let more = Arg::Number((count - shown) as u64);
                    line(ui, &words.say("and-more", &[("n", more)]), BODY, palette.muted);
                }
            });
        self.listed = open;
    }
}

fn step(ui: &mut Ui, sign: &str, name: &str, action: ViewAction, words: &dyn Words) -> bool {
    let name = words.word(name);
    let button = ui.button(sign);
    button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    button.on_hover_text(tip(Action::View(action), words)).clicked()
}

/// Days on which something became known, as places of a slider: equal steps, however far apart the days lie.
fn slider(ui: &mut Ui, days: &KnownDays, day: i64, words: &dyn Words, palette: &Palette) -> Option<Command> {
    let (place, of) = days.place(day);
    let mut at = place.saturating_sub(1);
    let before = at;
    let slider = ui.scope(|ui| {
        super::super::tools::dress_panel(ui, palette);
        ui.spacing_mut().slider_width = 180.0;
        ui.add(Slider::new(&mut at, 0..=of.saturating_sub(1)).show_value(false))
    });
    let slider = slider.inner;
    ui.ctx().accesskit_node_builder(slider.id, |node| node.set_label(words.word("known-day")));
    let day = days.day_at(at).filter(|_| at != before)?;
    KnownDays::named(day).map(|day| Command::View(ViewCommand::KnownOn(Some(day))))
}

/// "34 of 273 known, 3 new this day".
fn told(ui: &mut Ui, days: &KnownDays, day: i64, words: &dyn Words, palette: &Palette) {
    let (place, of) = days.place(day);
    let number = |n: usize| Arg::Number(n as u64);
    let args = [
        ("known", number(days.known_by(day))),
        ("all", number(days.events)),
        ("new", number(days.new_on(day))),
    ];
    let where_at = words.say("known-place", &[("at", number(place)), ("of", number(of))]);
    let text = RichText::new(words.say("known-told", &args)).font(font(Face::Sans, BODY));
    let label = Label::new(text.color(colour(palette.muted))).truncate().selectable(false);
    ui.add(label).on_hover_text(where_at);
}
