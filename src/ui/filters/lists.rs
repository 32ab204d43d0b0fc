//! Long lists to choose from: lanes, entities, tags, articles; one at a time, narrowed by typing.

use egui::{Align2, Response, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, pos2, vec2};

use crate::model::{Arg, Filter};
use crate::scene::Face;

use super::super::look::{BODY, SMALL, colour, font};
use super::super::phrases::lane_name;
use super::super::tools::name_field;
use super::{COLUMN, Facts, HEIGHT};

/// Height of a line.
const LINE: f32 = 22.0;

/// Which list is shown, and what narrows it.
#[derive(Debug, Default)]
pub struct Lists {
    shown: Sort,
    typed: String,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Sort {
    #[default]
    Lanes,
    Entities,
    Tags,
    Articles,
    Sites,
}

const SORTS: [(Sort, &str); 5] = [
    (Sort::Lanes, "filter-lanes"),
    (Sort::Entities, "filter-entities"),
    (Sort::Tags, "filter-tags"),
    (Sort::Articles, "filter-articles"),
    (Sort::Sites, "filter-sites"),
];

impl Lists {
    /// Shows the list, and changes what is wanted of it.
    pub(super) fn show(&mut self, ui: &mut Ui, facts: &Facts<'_>, wanted: &mut Filter) {
        let words = facts.words();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.spacing_mut().button_padding.x = 6.0;
            for (sort, name) in SORTS {
                if ui.selectable_label(self.shown == sort, words.word(name)).clicked() {
                    self.shown = sort;
                    self.typed.clear();
                }
            }
        });
        let hint = words.word("filter-narrow");
        let edit = TextEdit::singleline(&mut self.typed).hint_text(hint.clone()).desired_width(COLUMN - 16.0);
        name_field(&ui.add(edit), &hint);
        let choices = self.choices(facts, wanted);
        let height = HEIGHT - 190.0;
        ScrollArea::vertical()
            .id_salt("choices")
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink([false, true])
            .show_rows(ui, LINE, choices.len(), |ui, range| {
                for (key, name, count, was) in choices.get(range).unwrap_or_default() {
                    let mut on = *was;
                    choice(ui, &mut on, name, *count, facts);
                    if on != *was {
                        self.toggle(wanted, key);
                    }
                }
            });
        if choices.is_empty() {
            ui.weak(words.word("chooser-nothing"));
        }
    }

    /// Key, name, number, and whether it is chosen; what is chosen comes first.
    fn choices(&self, facts: &Facts<'_>, wanted: &Filter) -> Vec<(String, String, usize, bool)> {
        let (workspace, counts, words) = (facts.workspace, facts.counts, facts.words());
        let typed = self.typed.trim().to_lowercase();
        let named = |key: &String, name: String, count: usize, on: bool| (key.clone(), name, count, on);
        let mut choices: Vec<_> = match self.shown {
            Sort::Lanes => counts
                .lanes
                .iter()
                .map(|(lane, count)| {
                    let name = lane_name(workspace.columns(), lane, words).into_owned();
                    named(&lane.as_str().to_owned(), name, *count, wanted.lanes.contains(lane))
                })
                .collect(),
            Sort::Entities => {
                let name = |key: &String| {
                    workspace.entities().iter().find(|one| one.key == *key).map(|one| one.name.clone())
                };
                let list = counts.entities.iter();
                list.map(|(key, count)| {
                    let name = name(key).unwrap_or_else(|| key.clone());
                    named(key, name, *count, wanted.entities.contains(key))
                })
                .collect()
            }
            Sort::Tags => counts
                .tags
                .iter()
                .map(|(tag, count)| named(tag, tag.clone(), *count, wanted.tags.contains(tag)))
                .collect(),
            Sort::Articles => counts
                .articles
                .iter()
                .map(|(key, count)| {
                    let article = workspace.article(key);
                    let name = article.map_or(key.as_str(), |article| article.heading()).to_owned();
                    named(key, name, *count, wanted.articles.contains(key))
                })
                .collect(),
            Sort::Sites => counts
                .sites
                .iter()
                .map(|(site, count)| named(site, site.clone(), *count, wanted.sites.contains(site)))
                .collect(),
        };
        choices.retain(|(_, name, ..)| typed.is_empty() || name.to_lowercase().contains(&typed));
        choices.sort_by_key(|(.., on)| !on);
        choices
    }

    fn toggle(&self, wanted: &mut Filter, key: &str) {
        match self.shown {
            Sort::Lanes => {
                if let Some(lane) = crate::model::LaneCode::parse(key) {
                    toggle(&mut wanted.lanes, lane);
                }
            }
            Sort::Entities => toggle(&mut wanted.entities, key.to_owned()),
            Sort::Tags => toggle(&mut wanted.tags, key.to_owned()),
            Sort::Articles => toggle(&mut wanted.articles, key.to_owned()),
            Sort::Sites => toggle(&mut wanted.sites, key.to_owned()),
        }
    }
}

/// Into a list, or out of it.
pub(super) fn toggle<T: PartialEq>(list: &mut Vec<T>, one: T) {
    match list.iter().position(|known| *known == one) {
        Some(at) => drop(list.remove(at)),
        None => list.push(one),
    }
}

/// A box to tick with its name and, at the right, the number of events that it would leave.
pub(super) fn choice(ui: &mut Ui, on: &mut bool, name: &str, count: usize, facts: &Facts<'_>) -> Response {
    let (palette, words) = (facts.palette, facts.words());
    let width = ui.available_width().min(COLUMN - 8.0);
    let (rect, mut shown) = ui.allocate_exact_size(vec2(width, LINE - 4.0), Sense::click());
    if shown.clicked() {
        *on = !*on;
        shown.mark_changed();
    }
    let said = words.say("filter-choice", &[("name", Arg::Text(name)), ("n", Arg::Number(count as u64))]);
    shown.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, *on, &said));
    let visuals = ui.style().interact(&shown);
    if shown.hovered() || shown.has_focus() {
        ui.painter().rect(rect, 3.0, visuals.bg_fill, visuals.bg_stroke, egui::StrokeKind::Inside);
    }
    let tick = egui::Rect::from_center_size(pos2(rect.left() + 9.0, rect.center().y), vec2(12.0, 12.0));
    let edge = egui::Stroke::new(1.0, colour(palette.muted));
    ui.painter().rect(tick, 2.0, colour(palette.ground), edge, egui::StrokeKind::Inside);
    let ink = if count == 0 && !*on { palette.muted } else { palette.ink };
    if *on {
        let line = egui::Stroke::new(1.8, colour(palette.ink));
        let points = [vec2(-3.5, 0.0), vec2(-1.0, 2.8), vec2(3.8, -3.2)].map(|by| tick.center() + by);
        ui.painter().line(points.to_vec(), line);
    }
    let number = ui.painter().text(
        rect.right_center() - vec2(4.0, 0.0),
        Align2::RIGHT_CENTER,
        count.to_string(),
        font(Face::Sans, SMALL),
        colour(palette.muted),
    );
    let clip = rect.with_max_x(number.left() - 6.0).intersect(ui.clip_rect());
    ui.painter().with_clip_rect(clip).text(
        pos2(rect.left() + 22.0, rect.center().y),
        Align2::LEFT_CENTER,
        name,
        font(Face::Sans, BODY),
        colour(ink),
    );
    shown
}
