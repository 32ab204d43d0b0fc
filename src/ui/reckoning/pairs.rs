//! Rows of pairs: proposed ones that wait, accepted ones with their lag, and acts that nothing answers.

use egui::{Align, Button, Layout, Response, RichText, Ui, WidgetInfo, vec2};

use crate::model::{Arg, Edit, EventId, Link, LinkEdit, LinkType, Switch, Words};
use crate::scene::{Face, Ink};
use crate::timeline::{Lag, LagCluster, Reckoning, clusters};
use crate::workspace::{Command, Look, Workspace};

use super::super::look::{BODY, SMALL, colour, font};
use super::super::phrases;
use super::lines::{days, event, lanes, line, rests_on};
use super::panel::{Facts, ROW};

/// A row of the list of lags.
#[derive(Debug, Clone, Copy)]
pub enum LagRow {
    /// The head of lags that lie close together.
    Cluster(LagCluster),
    /// Of a cluster or not.
    Lag(Lag, bool),
}

/// The lags with a head above each cluster.
pub fn lag_rows(reckoning: &Reckoning) -> Vec<LagRow> {
    let clusters = clusters(&reckoning.lags);
    let mut rows = Vec::with_capacity(reckoning.lags.len() + clusters.len());
    for (at, lag) in reckoning.lags.iter().enumerate() {
        rows.extend(clusters.iter().filter(|cluster| cluster.from == at).map(|one| LagRow::Cluster(*one)));
        let inside = clusters.iter().any(|one| (one.from..one.from + one.lags).contains(&at));
        rows.push(LagRow::Lag(*lag, inside));
    }
    rows
}

/// The quickest, the middle one and the slowest of the lags whose days are known.
pub fn summary(ui: &mut Ui, facts: &Facts<'_>) {
    let lags = &facts.reckoning.lags;
    let known: Vec<i64> = lags.iter().filter_map(|lag| lag.days.exact()).collect();
    let (Some(first), Some(last)) = (known.first(), known.last()) else { return };
    let middle = known[known.len() / 2];
    let number = |days: i64| Arg::Number(u64::try_from(days).unwrap_or(0));
    let args = [
        ("n", Arg::Number(known.len() as u64)),
        ("first", number(*first)),
        ("middle", number(middle)),
        ("last", number(*last)),
    ];
    let words = facts.words();
    let all: Vec<String> = known.iter().map(ToString::to_string).collect();
    let rest = words.say("reckon-lags-rest", &[("days", Arg::Text(&all.join(", ")))]);
    line(ui, &words.say("reckon-lags-sum", &args), BODY, facts.palette.ink).on_hover_text(rest);
}

/// A proposed pair, with its button.
pub fn proposal(
    ui: &mut Ui,
    facts: &Facts<'_>,
    at: usize,
    wanted: &mut Vec<EventId>,
    commands: &mut Vec<Command>,
) {
    let proposal = &facts.reckoning.proposals[at];
    let (workspace, words) = (facts.workspace, facts.words());
    wanted.extend([proposal.act, proposal.answer]);
    let columns = workspace.columns();
    let (by, back) = proposal.lanes;
    let kind = phrases::kind(columns, columns.kinds.code(proposal.kind), words);
    let args = [
        ("act", Arg::Text(&party(&columns.lane_name(by, words), proposal.heads.0, words))),
        ("answer", Arg::Text(&party(&columns.lane_name(back, words), proposal.heads.1, words))),
        ("kind", Arg::Text(&kind)),
        ("days", Arg::Text(&days(proposal.days, words))),
    ];
    let said = words.say("reckon-pair", &args);
    let (first, then) = (date(workspace, proposal.act), date(workspace, proposal.answer));
    let dates = words.say("reckon-pair-dates", &[("act", Arg::Text(&first)), ("answer", Arg::Text(&then))]);
    let keys = workspace.card(proposal.act).zip(workspace.card(proposal.answer));
    let can = workspace.read_only().is_none() && keys.is_some();
    let buttons: &[Deed] = if can { &[ACCEPT, DISMISS] } else { &[] };
    let (row, pressed) = row(ui, &said, buttons, facts, facts.palette.ink);
    ui.horizontal(|ui| {
        ui.add_space(ui.spacing().button_padding.x);
        line(ui, &dates, SMALL, facts.palette.muted);
    });
    let rest = [(proposal.act, proposal.heads.0), (proposal.answer, proposal.heads.1)];
    let row = rests_on(row, workspace, facts.palette, &words.word("reckon-proposed-rest"), &rest);
    if row.clicked() {
        commands.push(Command::Look(Look::SelectMany(vec![proposal.answer, proposal.act])));
    }
    let Some((act, answer)) = keys else { return };
    if pressed == Some(DISMISS) {
        commands.push(Command::Edit(Edit::NotSame(act.key.clone(), answer.key.clone())));
    } else if pressed == Some(ACCEPT) {
        let link = Link {
            from: answer.key.clone(),
            to: act.key.clone(),
            link_type: LinkType::Retaliation,
            quotes: Vec::new(),
        };
        commands.push(Command::Edit(Edit::Link(LinkEdit::Put(Box::new(link)))));
        if workspace.view().pairs != Switch::On {
            commands.push(Command::Look(Look::Pairs(Switch::On)));
        }
    }
}

/// An accepted pair with its lag, or the head of a cluster.
pub fn lag(
    ui: &mut Ui,
    facts: &Facts<'_>,
    row_of: &LagRow,
    wanted: &mut Vec<EventId>,
    commands: &mut Vec<Command>,
) {
    let (workspace, words) = (facts.workspace, facts.words());
    match row_of {
        LagRow::Cluster(cluster) => {
            let number = |days: i64| Arg::Number(u64::try_from(days).unwrap_or(0));
            let args = [
                ("n", Arg::Number(cluster.lags as u64)),
                ("first", number(cluster.days.0)),
                ("last", number(cluster.days.1)),
            ];
            let key = if cluster.days.0 == cluster.days.1 { "reckon-cluster-one" } else { "reckon-cluster" };
            let text = RichText::new(words.say(key, &args)).font(font(Face::SansSemiBold, SMALL));
            let size = vec2(ui.available_width(), ROW - 4.0);
            let left = Layout::left_to_right(Align::Max);
            ui.allocate_ui_with_layout(size, left, |ui| ui.label(text.color(colour(facts.palette.muted))));
        }
        LagRow::Lag(lag, inside) => {
            wanted.extend([lag.act, lag.answer]);
            let args = [
                ("days", Arg::Text(&days(lag.days, words))),
                ("answer", Arg::Text(&event(workspace, lag.answer))),
            ];
            let said = words.say("reckon-lag", &args);
            let ink = if *inside { facts.palette.ink } else { facts.palette.muted };
            let (row, _) = row(ui, &said, &[], facts, ink);
            let rest = [(lag.act, 0), (lag.answer, 0)];
            let row = rests_on(row, workspace, facts.palette, &words.word("reckon-lag-rest"), &rest);
            if row.clicked() {
                commands.push(Command::Look(Look::SelectMany(vec![lag.answer, lag.act])));
            }
        }
    }
}

/// An act that nothing answers.
pub fn unanswered(
    ui: &mut Ui,
    facts: &Facts<'_>,
    at: usize,
    wanted: &mut Vec<EventId>,
    commands: &mut Vec<Command>,
) {
    let one = &facts.reckoning.unanswered[at];
    let (workspace, words) = (facts.workspace, facts.words());
    wanted.push(one.event);
    let columns = workspace.columns();
    // An act without a number is told by its day and title, or no two of them could be told apart.
    let told = event(workspace, one.event);
    let args = [
        ("actors", Arg::Text(&lanes(columns, &one.actors, words))),
        ("targets", Arg::Text(&lanes(columns, &one.targets, words))),
        if one.heads == 0 { ("event", Arg::Text(&told)) } else { ("n", Arg::Number(one.heads)) },
    ];
    let key = match (one.heads, one.proposed) {
        (0, false) => "reckon-open-told",
        (0, true) => "reckon-open-told-proposed",
        (_, false) => "reckon-open",
        (_, true) => "reckon-open-proposed",
    };
    let (row, _) = row(ui, &words.say(key, &args), &[], facts, facts.palette.ink);
    let rest = [(one.event, one.heads)];
    let row = rests_on(row, workspace, facts.palette, &words.word("reckon-open-rest"), &rest);
    if row.clicked() {
        commands.push(Command::Look(Look::SelectEvent(one.event)));
    }
}

/// "Poland 45"; the name alone where no number is stated.
fn party(name: &str, heads: u64, words: &dyn Words) -> String {
    if heads == 0 {
        return name.to_owned();
    }
    words.say("reckon-party", &[("name", Arg::Text(name)), ("n", Arg::Number(heads))])
}

/// The day of an event; "…" until its words are there.
fn date(workspace: &Workspace, event: EventId) -> String {
    let words = workspace.words().as_ref();
    workspace.card(event).map_or_else(|| "…".to_owned(), |card| phrases::when(&card, words))
}

/// A button at the end of a row: what it says, and what it says of its row to those who do not see it.
type Deed = (&'static str, &'static str);

const ACCEPT: Deed = ("reckon-accept", "reckon-accept-of");
const DISMISS: Deed = ("reckon-dismiss", "reckon-dismiss-of");

/// A row that can be clicked, with buttons at its end; gives the one that was pressed.
fn row(ui: &mut Ui, said: &str, buttons: &[Deed], facts: &Facts<'_>, ink: Ink) -> (Response, Option<Deed>) {
    ui.horizontal(|ui| {
        ui.set_height(ROW - 2.0);
        let right = 82.0 * buttons.len() as f32;
        let text = RichText::new(said).font(font(Face::Sans, BODY)).color(colour(ink));
        let size = vec2(ui.available_width() - right, ROW - 4.0);
        let shown = ui.add_sized(size, Button::selectable(false, text).right_text("").truncate());
        shown.widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, false, said));
        let mut pressed = None;
        for deed in buttons {
            let button = ui.button(facts.words().word(deed.0));
            let whole = facts.words().say(deed.1, &[("pair", Arg::Text(said))]);
            button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &whole));
            if button.on_hover_text(&whole).clicked() {
                pressed = Some(*deed);
            }
        }
        (shown, pressed)
    })
    .inner
}
