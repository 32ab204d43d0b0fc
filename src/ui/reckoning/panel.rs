//! The panel of pairs, lags, what stayed unanswered, and the balance of heads; one list at a time.

use egui::{Align, Button, Checkbox, Frame, Label, Layout, Margin, RichText, ScrollArea, Ui, WidgetInfo};

use crate::model::{Arg, EventId, Switch, Words};
use crate::scene::{Face, Palette};
use crate::timeline::Reckoning;
use crate::workspace::{Command, Look, Workspace};

use super::super::look::{BODY, HEADING, colour, font};
use super::{balance, pairs};

/// Height of a row.
pub const ROW: f32 = 26.0;
/// Height of a proposed pair, which has its days below it.
const PAIR: f32 = ROW + 18.0;

/// Which list is shown, and whose words it needs.
#[derive(Debug, Default)]
pub struct Panel {
    list: List,
    wanted: Vec<EventId>,
}

/// A list of the panel.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum List {
    #[default]
    Proposed,
    Lags,
    Unanswered,
    Balance,
}

/// What the rows are made from.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    pub workspace: &'a Workspace,
    pub reckoning: &'a Reckoning,
    pub palette: &'static Palette,
}

impl Facts<'_> {
    /// The words of the window.
    pub fn words(&self) -> &dyn Words {
        self.workspace.words().as_ref()
    }
}

impl Panel {
    /// The events whose words the rows need.
    pub fn wanted(&self) -> &[EventId] {
        &self.wanted
    }

    /// Shows the panel on all of `ui`.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        workspace: &Workspace,
        reckoning: Option<&Reckoning>,
        palette: &'static Palette,
    ) -> Vec<Command> {
        let mut commands = Vec::new();
        self.wanted.clear();
        let air = Frame::NONE.inner_margin(Margin { left: 18, right: 12, top: 12, bottom: 0 });
        air.show(ui, |ui| {
            super::super::tools::dress_panel(ui, palette);
            let words = workspace.words().as_ref();
            head(ui, words, palette, &mut commands);
            let Some(reckoning) = reckoning else {
                ui.weak(words.word("reckon-reckoning"));
                return;
            };
            let facts = Facts { workspace, reckoning, palette };
            self.lists(ui, &facts);
            ui.separator();
            drawn(ui, &facts, &mut commands);
            self.rows(ui, &facts, &mut commands);
        });
        commands
    }

    fn lists(&mut self, ui: &mut Ui, facts: &Facts<'_>) {
        let (words, reckoning) = (facts.words(), facts.reckoning);
        let lists = [
            (List::Proposed, "reckon-proposed", reckoning.proposals.len()),
            (List::Lags, "reckon-lags", reckoning.lags.len()),
            (List::Unanswered, "reckon-unanswered", reckoning.unanswered.len()),
            (List::Balance, "reckon-balance", reckoning.balance.len()),
        ];
        ui.horizontal_wrapped(|ui| {
            for (list, name, count) in lists {
                let said = words.say(name, &[("n", Arg::Number(count as u64))]);
                if ui.selectable_label(self.list == list, said).clicked() {
                    self.list = list;
                }
            }
        });
    }

    fn rows(&mut self, ui: &mut Ui, facts: &Facts<'_>, commands: &mut Vec<Command>) {
        let (words, reckoning) = (facts.words(), facts.reckoning);
        let (rule, nothing) = match self.list {
            List::Proposed => ("reckon-proposed-rule", "reckon-proposed-none"),
            List::Lags => ("reckon-lags-rule", "reckon-lags-none"),
            List::Unanswered => ("reckon-unanswered-rule", "reckon-unanswered-none"),
            List::Balance => ("reckon-balance-rule", "reckon-balance-none"),
        };
        let text = RichText::new(words.word(rule)).font(font(Face::Sans, BODY));
        ui.add(Label::new(text.color(colour(facts.palette.muted))).wrap());
        ui.add_space(4.0);
        let lags = pairs::lag_rows(reckoning);
        let count = match self.list {
            List::Proposed => reckoning.proposals.len(),
            List::Lags => lags.len(),
            List::Unanswered => reckoning.unanswered.len(),
            List::Balance => reckoning.balance.len(),
        };
        if count == 0 {
            ui.weak(words.word(nothing));
            return;
        }
        if self.list == List::Lags {
            pairs::summary(ui, facts);
        }
        let (list, wanted) = (self.list, &mut self.wanted);
        ui.spacing_mut().item_spacing.y = 2.0;
        let height = if list == List::Proposed { PAIR } else { ROW };
        ScrollArea::vertical().auto_shrink(false).id_salt(list as u8).show_rows(
            ui,
            height,
            count,
            |ui, range| {
                for at in range {
                    match list {
                        List::Proposed => pairs::proposal(ui, facts, at, wanted, commands),
                        List::Lags => pairs::lag(ui, facts, &lags[at], wanted, commands),
                        List::Unanswered => pairs::unanswered(ui, facts, at, wanted, commands),
                        List::Balance => balance::row(ui, facts, at, wanted),
                    }
                }
            },
        );
    }
}

fn head(ui: &mut Ui, words: &dyn Words, palette: &Palette, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        let title = RichText::new(words.word("reckon-title")).font(font(Face::SerifSemiBold, HEADING));
        ui.add(Label::new(title.color(colour(palette.ink))).selectable(false));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.add(Button::new(words.word("button-close"))).clicked() {
                commands.push(Command::Look(Look::Beside(None)));
            }
        });
    });
}

/// Whether accepted pairs are drawn in the lanes.
fn drawn(ui: &mut Ui, facts: &Facts<'_>, commands: &mut Vec<Command>) {
    let mut on = facts.workspace.view().pairs == Switch::On;
    let said = facts.words().word("reckon-drawn");
    let shown = ui.add(Checkbox::new(&mut on, &said));
    shown.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, on, &said));
    if shown.changed() {
        commands.push(Command::Look(Look::Pairs(if on { Switch::On } else { Switch::Off })));
    }
}
