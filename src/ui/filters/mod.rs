//! The filter: which events count at all, in a popover under its button, each choice with the number it would leave.
//!
//! What is chosen stands on top as chips; each comes off by itself. Deliberately absent: counting; that is the
//! workspace's, off this thread.

mod bounds;
mod chips;
mod lists;

use egui::{Button, Label, Popup, PopupCloseBehavior, RectAlign, Response, RichText, ScrollArea, Ui};

use crate::model::{Arg, Family, Filter, Role, Status, Words};
use crate::scene::{Face, Palette};
use crate::workspace::{Command, FacetCounts, FindCommand, Workspace};

use super::look::{BODY, HEADING, SMALL, colour, font};

use self::bounds::Bounds;
pub use self::chips::chips;
use self::lists::{Lists, choice};

/// Width of a column.
const COLUMN: f32 = 216.0;
/// Height of what scrolls.
const HEIGHT: f32 = 380.0;

/// What the filter's popover remembers.
#[derive(Debug, Default)]
pub struct FilterView {
    open: bool,
    was_open: bool,
    bounds: Bounds,
    lists: Lists,
    /// Kinds that occur in the case, and of which state of it.
    kinds: (u64, Vec<String>),
}

/// What it is made from.
#[derive(Debug, Clone, Copy)]
struct Facts<'a> {
    workspace: &'a Workspace,
    counts: &'a FacetCounts,
    palette: &'static Palette,
}

impl Facts<'_> {
    fn words(&self) -> &dyn Words {
        self.workspace.words().as_ref()
    }
}

/// Says why the lanes are bare where the filter lets nothing through, and what brings all back.
pub fn nothing_left(ui: &mut Ui, workspace: &Workspace, palette: &'static Palette) -> Vec<Command> {
    let words = workspace.words();
    let mut commands = Vec::new();
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.36);
        let text = RichText::new(words.word("filter-none-left")).font(font(Face::SerifSemiBold, HEADING));
        ui.add(Label::new(text.color(colour(palette.ink))));
        ui.add_space(6.0);
        let text = RichText::new(words.word("filter-show-all")).font(font(Face::Sans, BODY)).underline();
        if ui.add(Button::new(text).frame(false)).clicked() {
            commands = cleared().into();
        }
    });
    commands
}

/// What takes all of the filter off.
fn cleared() -> [Command; 2] {
    [FindCommand::Filter(Box::default()), FindCommand::KindsOff(Vec::new())].map(Command::Find)
}

impl FilterView {
    /// Opens or closes it.
    pub fn toggle(&mut self) {
        self.open = !self.open;
    }

    /// Shows the popover under its button, where it is open.
    pub fn show(
        &mut self,
        button: &Response,
        workspace: &Workspace,
        palette: &'static Palette,
    ) -> Vec<Command> {
        let mut commands = Vec::new();
        let mut open = self.open;
        let nothing = FacetCounts::default();
        let counts = workspace.facet_counts().map_or(&nothing, AsRef::as_ref);
        let facts = Facts { workspace, counts, palette };
        let words = workspace.words();
        let popup = Popup::from_response(button)
            .open_bool(&mut open)
            .accessible_name(words.word("filter-title"))
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .align(RectAlign::BOTTOM_END)
            .align_alternatives(&[RectAlign::BOTTOM_START]);
        popup.show(|ui| self.content(ui, &facts, &mut commands));
        self.open = open;
        if self.open != self.was_open {
            self.was_open = self.open;
            commands.push(Command::Find(FindCommand::Counts(self.open)));
        }
        commands
    }

    fn content(&mut self, ui: &mut Ui, facts: &Facts<'_>, commands: &mut Vec<Command>) {
        let words = facts.words();
        super::tools::dress_panel(ui, facts.palette);
        ui.set_width(COLUMN * 3.0 + 32.0);
        let filter = &facts.workspace.view().filter;
        let mut wanted = filter.clone();
        self.top(ui, facts, commands);
        ui.separator();
        ui.horizontal_top(|ui| {
            column(ui, |ui| {
                self.bounds.show(ui, &mut wanted, words, facts.palette);
                let name = words.word("filter-no-quote");
                choice(ui, &mut wanted.no_quote, &name, facts.counts.no_quote, facts);
                let name = words.word("filter-cited-only");
                choice(ui, &mut wanted.cited_only, &name, facts.counts.cited_only, facts);
                let name = words.word("filter-differs");
                choice(ui, &mut wanted.differs, &name, facts.counts.differs, facts);
                statuses(ui, facts, &mut wanted);
            });
            column(ui, |ui| self.kinds(ui, facts, commands));
            column(ui, |ui| {
                roles(ui, facts, &mut wanted);
                self.lists.show(ui, facts, &mut wanted);
            });
        });
        if wanted != *filter {
            commands.push(Command::Find(FindCommand::Filter(Box::new(wanted))));
        }
    }

    /// The chips, and how many events are left.
    fn top(&mut self, ui: &mut Ui, facts: &Facts<'_>, commands: &mut Vec<Command>) {
        let words = facts.words();
        let chips = chips(facts.workspace);
        ui.horizontal_wrapped(|ui| {
            let left = words.say("filter-left", &[("n", Arg::Number(facts.counts.events as u64))]);
            let text = RichText::new(left).font(font(Face::SansSemiBold, BODY));
            ui.add(Label::new(text.color(colour(facts.palette.ink))).selectable(false));
            for chip in &chips {
                if chips::show(ui, chip, words, facts.palette) {
                    commands.push(Command::Find(chip.off.clone()));
                }
            }
            if !chips.is_empty() && ui.button(words.word("filter-clear")).clicked() {
                self.bounds = Bounds::default();
                commands.extend(cleared());
            }
        });
    }

    /// Kinds by family; a kind that the case does not have is not offered.
    fn kinds(&mut self, ui: &mut Ui, facts: &Facts<'_>, commands: &mut Vec<Command>) {
        let (workspace, words) = (facts.workspace, facts.words());
        let columns = workspace.columns();
        if self.kinds.0 != workspace.revision() || self.kinds.1.is_empty() {
            let mut occurs = [false; 256];
            columns.marks.iter().for_each(|mark| occurs[usize::from(mark.bits.kind().0)] = true);
            let names = columns
                .kinds
                .codes()
                .filter(|code| columns.kinds.index_of(code).is_some_and(|kind| occurs[usize::from(kind.0)]));
            self.kinds = (workspace.revision(), names.map(ToOwned::to_owned).collect());
        }
        heading(ui, &words.word("filter-kinds"), facts.palette);
        let view = workspace.view();
        let is_on = |kind: &String| {
            !view.off.contains(kind) && (view.filter.kinds.is_empty() || view.filter.kinds.contains(kind))
        };
        let mut on: Vec<bool> = self.kinds.1.iter().map(is_on).collect();
        let before = on.clone();
        ui.horizontal(|ui| {
            if ui.button(words.word("filter-all-kinds")).clicked() {
                on.fill(true);
            }
            if ui.button(words.word("filter-no-kinds")).clicked() {
                on.fill(false);
            }
        });
        ScrollArea::vertical()
            .id_salt("kinds")
            .max_height(HEIGHT - 56.0)
            .min_scrolled_height(HEIGHT - 56.0)
            .show(ui, |ui| {
                for family in Family::ALL {
                    let of_family = |at: &usize| {
                        columns.kinds.index_of(&self.kinds.1[*at]).map(|kind| columns.kinds.family(kind))
                            == Some(family)
                    };
                    let kinds: Vec<usize> = (0..self.kinds.1.len()).filter(of_family).collect();
                    if kinds.is_empty() {
                        continue;
                    }
                    let name = words.word(&format!("family-{}", family.code()));
                    let text = RichText::new(name).font(font(Face::SansSemiBold, SMALL));
                    ui.add(Label::new(text.color(colour(facts.palette.family(family)))).selectable(false));
                    for at in kinds {
                        let kind = columns.kinds.index_of(&self.kinds.1[at]);
                        let count = kind.and_then(|kind| facts.counts.kinds.get(usize::from(kind.0)));
                        let name = super::phrases::kind(columns, &self.kinds.1[at], words);
                        choice(ui, &mut on[at], &name, count.copied().unwrap_or(0), facts);
                    }
                }
            });
        if on != before {
            let off = self.kinds.1.iter().zip(&on).filter(|(_, on)| !**on).map(|(kind, _)| kind.clone());
            commands.push(Command::Find(FindCommand::KindsOff(off.collect())));
            if !view.filter.kinds.is_empty() {
                // What a file said by naming what is on is said by what is off from now.
                let filter = Filter { kinds: Vec::new(), ..view.filter.clone() };
                commands.push(Command::Find(FindCommand::Filter(Box::new(filter))));
            }
        }
    }
}

fn column(ui: &mut Ui, show: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.set_width(COLUMN);
        ui.set_min_height(HEIGHT);
        show(ui);
    });
}

fn heading(ui: &mut Ui, text: &str, palette: &Palette) {
    let text = RichText::new(text).font(font(Face::SansSemiBold, BODY)).color(colour(palette.muted));
    ui.add(Label::new(text).selectable(false));
}

/// Retracted events are off until someone asks for them.
fn statuses(ui: &mut Ui, facts: &Facts<'_>, wanted: &mut Filter) {
    let words = facts.words();
    ui.add_space(8.0);
    heading(ui, &words.word("filter-status"), facts.palette);
    let usual: Vec<Status> = Status::ALL.into_iter().filter(|status| *status != Status::Retracted).collect();
    let now = if wanted.statuses.is_empty() { usual.clone() } else { wanted.statuses.clone() };
    let mut on = Status::ALL.map(|status| now.contains(&status));
    for status in Status::ALL {
        let name = words.word(&format!("status-{}", status.code()));
        let count = facts.counts.statuses[status as usize];
        choice(ui, &mut on[status as usize], &name, count, facts);
    }
    let chosen: Vec<Status> = Status::ALL.into_iter().filter(|status| on[*status as usize]).collect();
    // With none chosen nothing could be seen: that is taken for all again.
    let chosen = if chosen == usual || chosen.is_empty() { Vec::new() } else { chosen };
    if chosen.is_empty() != wanted.statuses.is_empty() || !chosen.is_empty() {
        wanted.statuses = chosen;
    }
}

fn roles(ui: &mut Ui, facts: &Facts<'_>, wanted: &mut Filter) {
    let words = facts.words();
    heading(ui, &words.word("filter-roles"), facts.palette);
    for role in Role::ALL {
        let mut on = wanted.roles.contains(&role);
        let name = words.word(&format!("role-{}", role.code()));
        if choice(ui, &mut on, &name, facts.counts.roles[role as usize], facts).changed() {
            lists::toggle(&mut wanted.roles, role);
        }
    }
    ui.add_space(4.0);
}
