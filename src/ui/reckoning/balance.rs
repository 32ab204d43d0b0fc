//! Rows of the balance: heads against heads between two lanes.

use egui::{Align, Label, Layout, Response, RichText, Sense, Ui, WidgetInfo, vec2};

use crate::model::{Arg, EventId, Words};
use crate::scene::Face;
use crate::timeline::{BalanceSide, hub_of};

use super::super::look::{BODY, colour, font};
use super::lines::{NAMED, rests_on};
use super::panel::{Facts, ROW};

/// Width of a number.
const NUMBER: f32 = 52.0;

/// Two lanes, and how many of each other's people they sent home.
pub fn row(ui: &mut Ui, facts: &Facts<'_>, at: usize, wanted: &mut Vec<EventId>) {
    let balance = &facts.reckoning.balance[at];
    let (words, columns) = (facts.words(), facts.workspace.columns());
    let mut sides = [(balance.one, &balance.by_one), (balance.other, &balance.by_other)];
    // The hub stands on the right, as all others stand across from it.
    if hub_of(columns, facts.workspace.view()) == Some(balance.one) {
        sides.reverse();
    }
    let [(one, by_one), (other, by_other)] = sides.map(|(of, side)| (columns.lane_name(of, words), side));
    let args = [
        ("one", Arg::Text(&one)),
        ("other", Arg::Text(&other)),
        ("n", Arg::Number(by_one.heads)),
        ("m", Arg::Number(by_other.heads)),
    ];
    let said = words.say("reckon-balance-spoken", &args);
    ui.horizontal(|ui| {
        ui.set_height(ROW - 2.0);
        let name = (ui.available_width() - 2.0 * NUMBER - 24.0).max(80.0) / 2.0;
        let label = |text: &str, face: Face| {
            let text = RichText::new(text).font(font(face, BODY)).color(colour(facts.palette.ink));
            Label::new(text).truncate().selectable(false).sense(Sense::hover())
        };
        let shown = cell(ui, name, Align::Min, label(&one, Face::Sans));
        shown.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &said));
        for (side, by, of) in [(by_one, &one, &other), (by_other, &other, &one)] {
            wanted.extend(side.events.iter().take(NAMED).map(|(event, _)| *event));
            let shown = cell(ui, NUMBER, Align::Max, label(&number(side, words), Face::SansSemiBold));
            let args = [("by", Arg::Text(by)), ("of", Arg::Text(of)), ("n", Arg::Number(side.heads))];
            let key = if side.shared { "reckon-side-shared" } else { "reckon-side" };
            rests_on(shown, facts.workspace, facts.palette, &words.say(key, &args), &side.events);
        }
        cell(ui, name, Align::Min, label(&other, Face::Sans));
    });
}

/// "45", or "45*" where an event in it counts whole for other pairs as well.
fn number(side: &BalanceSide, words: &dyn Words) -> String {
    let heads = words.number(side.heads);
    if side.shared { format!("{heads}*") } else { heads }
}

/// A cell of a width, its words at one end.
fn cell(ui: &mut Ui, width: f32, end: Align, label: Label) -> Response {
    let layout = match end {
        Align::Max => Layout::right_to_left(Align::Center),
        _ => Layout::left_to_right(Align::Center),
    };
    let shown = ui.allocate_ui_with_layout(vec2(width, ROW - 4.0), layout, |ui| {
        ui.set_min_width(width);
        ui.add(label)
    });
    shown.inner
}
