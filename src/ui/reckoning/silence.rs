//! One line under the lanes: members of a union of states that no event of the case names.

use egui::{Label, RichText, Ui};

use crate::model::{Arg, Lane, LaneCode, Stamp, When, Words, spoken_date};
use crate::scene::{Face, Palette};
use crate::timeline::{Silence, Union};
use crate::workspace::Workspace;

use super::super::look::{BODY, SMALL, colour, font};
use super::lines::line;

/// Height of the line.
pub const HEIGHT: f32 = 24.0;

/// Shows the line; what it rests on stands in its card.
pub fn show(ui: &mut Ui, workspace: &Workspace, union: Union, silence: &Silence, palette: &'static Palette) {
    let words = workspace.words().as_ref();
    let name = |code: &LaneCode| Lane::plain(code.clone()).name_in(words).into_owned();
    let mut names: Vec<String> = silence.silent.iter().map(name).collect();
    names.sort();
    let said = match names.as_slice() {
        [] => words.say("silence-none", &[("union", Arg::Text(union.code()))]),
        names => {
            let names = names.join(", ");
            words.say("silence", &[("union", Arg::Text(union.code())), ("names", Arg::Text(&names))])
        }
    };
    ui.horizontal_centered(|ui| {
        ui.add_space(8.0);
        let text = RichText::new(&said).font(font(Face::Sans, BODY)).color(colour(palette.muted));
        let shown = ui.add(Label::new(text).truncate().selectable(false));
        shown.on_hover_ui(|ui| {
            ui.set_max_width(420.0);
            line(ui, &rests(silence, union, words), BODY, palette.ink);
            let present: Vec<String> = silence
                .named
                .iter()
                .map(|(code, events)| {
                    let name = name(code);
                    let args = [("name", Arg::Text(&name)), ("n", Arg::Number(*events as u64))];
                    words.say("chosen-lane", &args)
                })
                .collect();
            let text = RichText::new(present.join(", ")).font(font(Face::Sans, SMALL));
            ui.add(Label::new(text.color(colour(palette.muted))).wrap());
            if !silence.silent.is_empty() {
                let text = RichText::new(&said).font(font(Face::Sans, SMALL)).color(colour(palette.ink));
                ui.add(Label::new(text).wrap());
            }
        });
    });
}

/// "27 members of the EU between 24 February 2022 and 28 February 2026; 24 have events:"
fn rests(silence: &Silence, union: Union, words: &dyn Words) -> String {
    let day = |stamp: Stamp| {
        let (year, month, day) = stamp.civil();
        When::day(year, month, day).map(|when| spoken_date(&when, false, words)).unwrap_or_default()
    };
    let (first, last) = silence
        .time
        .map(|time| (day(time.start()), day(Stamp(time.end().0.saturating_sub(1)))))
        .unwrap_or_default();
    let args = [
        ("all", Arg::Number((silence.silent.len() + silence.named.len()) as u64)),
        ("named", Arg::Number(silence.named.len() as u64)),
        ("union", Arg::Text(union.code())),
        ("first", Arg::Text(&first)),
        ("last", Arg::Text(&last)),
    ];
    words.say("silence-rests", &args)
}
