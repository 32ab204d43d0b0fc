//! The lanes of an event and what each is in it.

use egui::{Label, Ui};

use crate::model::{Arg, Edit, Involvement, LaneCode, LaneEdit, Role};
use crate::workspace::Command;

use super::super::phrases::lane_name;
use super::event::statuses;
use super::field::{Page, choose, cross, front, quiet};
use super::pick::{self, LaneChoice};

/// Shows the lanes, and a field to pick more from.
pub fn show(
    ui: &mut Ui,
    page: Page<'_>,
    lanes: &mut Vec<Involvement>,
    typed: &mut String,
    called: &str,
    commands: &mut Vec<Command>,
) {
    let mut gone = None;
    for (at, part) in lanes.iter_mut().enumerate() {
        ui.push_id((called, at), |ui| {
            if shown(ui, page, part, commands) {
                gone = Some(at);
            }
        });
    }
    if let Some(gone) = gone {
        lanes.remove(gone);
    }
    if let Some(lane) = field(ui, page, typed, &page.word(called), commands) {
        let role = next_role(lanes);
        lanes.push(Involvement { lane, role, status: None, by: Vec::new() });
    }
}

/// Other lanes that the words can mean, each at a button that adds it.
pub fn other_readings(
    ui: &mut Ui,
    page: Page<'_>,
    offered: &mut Vec<LaneCode>,
    lanes: &mut Vec<Involvement>,
) {
    let columns = page.workspace.columns();
    let mut taken = None;
    ui.horizontal_wrapped(|ui| {
        for (at, code) in offered.iter().enumerate() {
            let said = page
                .words()
                .say("form-reading", &[("name", Arg::Text(&lane_name(columns, code, page.words())))]);
            if quiet(ui, page.palette, &said).clicked() {
                taken = Some(at);
            }
        }
    });
    if let Some(at) = taken {
        let role = next_role(lanes);
        lanes.push(Involvement { lane: offered.remove(at), role, status: None, by: Vec::new() });
    }
}

/// A field to pick a lane from; one that is new is made at once.
pub fn field(
    ui: &mut Ui,
    page: Page<'_>,
    typed: &mut String,
    called: &str,
    commands: &mut Vec<Command>,
) -> Option<LaneCode> {
    let columns = page.workspace.columns();
    let offer = |typed: &str| pick::lanes(columns, typed, page.words());
    match pick::pick(ui, typed, called, &page.word("form-lane-hint"), offer)? {
        LaneChoice::Known(code) => Some(code),
        LaneChoice::New(lane) => {
            let code = lane.code.clone();
            commands.push(Command::Edit(Edit::Lane(LaneEdit::Put(lane))));
            Some(code)
        }
    }
}

/// The first to be named acts, the next is acted on.
fn next_role(lanes: &[Involvement]) -> Role {
    let has = |role| lanes.iter().any(|part| part.role == role);
    match lanes {
        [] => Role::Actor,
        _ if !has(Role::Target) => Role::Target,
        _ => Role::Place,
    }
}

/// A lane with its role and how sure that is; `true`: it is to go.
fn shown(ui: &mut Ui, page: Page<'_>, part: &mut Involvement, commands: &mut Vec<Command>) -> bool {
    let columns = page.workspace.columns();
    let name = lane_name(columns, &part.lane, page.words());
    let mut gone = false;
    ui.horizontal_wrapped(|ui| {
        front(ui, &name);
        let roles: Vec<(Role, String)> =
            Role::ALL.map(|role| (role, page.word(&format!("role-{}", role.code())))).into();
        let called = page.words().say("form-role-of", &[("name", Arg::Text(&name))]);
        choose(ui, &called, "role", &mut part.role, &roles);
        let mut sure = vec![(None, page.word("form-as-sure"))];
        sure.extend(statuses(page).into_iter().map(|(status, said)| (Some(status), said)));
        let called = page.words().say("form-sure-of", &[("name", Arg::Text(&name))]);
        choose(ui, &called, "sure", &mut part.status, &sure);
        let called = page.words().say("form-lane-remove", &[("name", Arg::Text(&name))]);
        gone = cross(ui, &called);
    });
    if part.status.is_some() {
        said_by(ui, page, part, &name, commands);
    } else {
        part.by.clear();
    }
    gone
}

/// Who says so, where a lane's part is less sure than the event.
fn said_by(ui: &mut Ui, page: Page<'_>, part: &mut Involvement, name: &str, commands: &mut Vec<Command>) {
    let columns = page.workspace.columns();
    let id = ui.scope_id().with("by");
    ui.indent("by", |ui| {
        let mut gone = None;
        ui.horizontal_wrapped(|ui| {
            ui.add(Label::new(page.word("form-by")).selectable(false));
            for (at, lane) in part.by.iter().enumerate() {
                if quiet(ui, page.palette, &format!("{} ×", lane_name(columns, lane, page.words()))).clicked()
                {
                    gone = Some(at);
                }
            }
        });
        if let Some(gone) = gone {
            part.by.remove(gone);
        }
        let mut typed: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        let called = page.words().say("form-by-of", &[("name", Arg::Text(name))]);
        if let Some(lane) = field(ui, page, &mut typed, &called, commands) {
            part.by.push(lane);
        }
        ui.data_mut(|data| data.insert_temp(id, typed));
    });
}
