//! Chips: what a filter asks for, piece by piece, each with what takes it off.

use egui::{Button, CornerRadius, RichText, Stroke, Ui, WidgetInfo};

use crate::model::{Arg, Filter, Words, spoken_date};
use crate::scene::{Face, Palette};
use crate::workspace::{FindCommand, Workspace};

use super::super::look::{BODY, colour, font};
use super::super::phrases::lane_name;

/// A piece of the filter.
#[derive(Debug, Clone, PartialEq)]
pub struct Chip {
    pub name: String,
    /// What takes it off.
    pub off: FindCommand,
}

/// The pieces of the filter of the view that is shown.
#[must_use]
pub fn chips(workspace: &Workspace) -> Vec<Chip> {
    let (view, words) = (workspace.view(), workspace.words().as_ref());
    let filter = &view.filter;
    let mut chips = Vec::new();
    let off = view.off.len() + filter.kinds.len();
    if !view.off.is_empty() {
        let name = words.say("chip-kinds-off", &[("n", Arg::Number(view.off.len() as u64))]);
        chips.push(Chip { name, off: FindCommand::KindsOff(Vec::new()) });
    }
    if !filter.kinds.is_empty() {
        let names: Vec<String> = filter
            .kinds
            .iter()
            .map(|kind| super::super::phrases::kind(workspace.columns(), kind, words))
            .collect();
        let without = Filter { kinds: Vec::new(), ..filter.clone() };
        chips.push(Chip { name: names.join(", "), off: FindCommand::Filter(Box::new(without)) });
    }
    debug_assert!(off > 0 || chips.is_empty());
    pieces(workspace, filter, words, &mut chips);
    bounds(filter, words, &mut chips);
    chips
}

/// One chip a value.
fn pieces(workspace: &Workspace, filter: &Filter, words: &dyn Words, chips: &mut Vec<Chip>) {
    let mut add = |key: &str, name: &str, without: Filter| {
        let name = words.say(key, &[("name", Arg::Text(name))]);
        chips.push(Chip { name, off: FindCommand::Filter(Box::new(without)) });
    };
    if !filter.statuses.is_empty() {
        let names: Vec<String> =
            filter.statuses.iter().map(|status| words.word(&format!("status-{}", status.code()))).collect();
        add("chip-plain", &names.join(", "), Filter { statuses: Vec::new(), ..filter.clone() });
    }
    for (at, lane) in filter.lanes.iter().enumerate() {
        let mut without = filter.clone();
        without.lanes.remove(at);
        add("chip-plain", &lane_name(workspace.columns(), lane, words), without);
    }
    for (at, role) in filter.roles.iter().enumerate() {
        let mut without = filter.clone();
        without.roles.remove(at);
        add("chip-role", &words.word(&format!("role-{}", role.code())), without);
    }
    for (at, key) in filter.entities.iter().enumerate() {
        let mut without = filter.clone();
        without.entities.remove(at);
        let entity = workspace.entities().iter().find(|entity| entity.key == *key);
        add("chip-plain", entity.map_or(key.as_str(), |entity| entity.name.as_str()), without);
    }
    for (at, tag) in filter.tags.iter().enumerate() {
        let mut without = filter.clone();
        without.tags.remove(at);
        add("chip-tag", tag, without);
    }
    for (at, site) in filter.sites.iter().enumerate() {
        let mut without = filter.clone();
        without.sites.remove(at);
        add("chip-site", site, without);
    }
    for (at, key) in filter.articles.iter().enumerate() {
        let mut without = filter.clone();
        without.articles.remove(at);
        add(
            "chip-article",
            workspace.article(key).map_or(key.as_str(), |article| article.heading()),
            without,
        );
    }
}

fn bounds(filter: &Filter, words: &dyn Words, chips: &mut Vec<Chip>) {
    let mut add = |name: String, without: Filter| {
        chips.push(Chip { name, off: FindCommand::Filter(Box::new(without)) });
    };
    if let Some(text) = &filter.text {
        add(words.say("quoted", &[("words", Arg::Text(text))]), Filter { text: None, ..filter.clone() });
    }
    if let Some(from) = &filter.from {
        let date = spoken_date(from, false, words);
        add(
            words.say("filter-since", &[("date", Arg::Text(&date))]),
            Filter { from: None, ..filter.clone() },
        );
    }
    if let Some(to) = &filter.to {
        let date = spoken_date(to, false, words);
        add(words.say("filter-until", &[("date", Arg::Text(&date))]), Filter { to: None, ..filter.clone() });
    }
    if let Some(least) = filter.least {
        add(words.say("chip-least", &[("n", Arg::Number(least))]), Filter { least: None, ..filter.clone() });
    }
    if let Some(most) = filter.most {
        add(words.say("chip-most", &[("n", Arg::Number(most))]), Filter { most: None, ..filter.clone() });
    }
    if filter.no_quote {
        add(words.word("filter-no-quote"), Filter { no_quote: false, ..filter.clone() });
    }
    if filter.cited_only {
        add(words.word("filter-cited-only"), Filter { cited_only: false, ..filter.clone() });
    }
    if filter.differs {
        add(words.word("filter-differs"), Filter { differs: false, ..filter.clone() });
    }
}

/// Shows a chip; `true` where it is taken off.
pub(super) fn show(ui: &mut Ui, chip: &Chip, words: &dyn Words, palette: &Palette) -> bool {
    /// Letters of a name that is shown whole.
    const LETTERS: usize = 32;
    let mut name: String = chip.name.chars().take(LETTERS).collect();
    if name.len() < chip.name.len() {
        name.push('…');
    }
    let text = RichText::new(format!("{name}  ×")).font(font(Face::Sans, BODY)).color(colour(palette.ink));
    let button = Button::new(text)
        .fill(colour(palette.ink.faded(0.06)))
        .stroke(Stroke::new(1.0, colour(palette.hairline)))
        .corner_radius(CornerRadius::same(10));
    let shown = ui.add(button);
    let said = words.say("chip-off", &[("name", Arg::Text(&chip.name))]);
    shown.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &said));
    shown.on_hover_text(said).clicked()
}
