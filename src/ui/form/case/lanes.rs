//! Lanes that the case names, groups or makes, posts among them.

use egui::{Button, Label, RichText, Ui};

use crate::model::{Arg, Edit, Lane, LaneCode, LaneEdit, LaneType};
use crate::scene::Face;
use crate::workspace::{Command, Workspace};

use super::super::super::look::{BODY, SMALL, colour, font};
use super::super::field::{Page, choose, heading, line, quiet, row, say};
use super::super::parts;
use super::super::pick;

/// The list of lanes, and the one that is written.
#[derive(Debug, Default)]
pub struct Lanes {
    written: Option<LaneDraft>,
    /// Narrows the list.
    sought: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct LaneDraft {
    /// `None`: a new one.
    code: Option<LaneCode>,
    lane_type: LaneType,
    name: String,
    group: String,
    of: Option<LaneCode>,
    /// What stands in the field that the body is picked from.
    typed: String,
}

impl LaneDraft {
    fn new(lane_type: LaneType) -> Self {
        Self {
            code: None,
            lane_type,
            name: String::new(),
            group: String::new(),
            of: None,
            typed: String::new(),
        }
    }

    fn of(lane: &Lane) -> Self {
        Self {
            code: Some(lane.code.clone()),
            lane_type: lane.kind(),
            name: lane.name.clone().unwrap_or_default(),
            group: lane.group.clone().unwrap_or_default(),
            of: lane.of.clone(),
            typed: String::new(),
        }
    }

    /// The lane that was written; `None` where it needs a name.
    fn lane(&self, page: Page<'_>) -> Option<Lane> {
        let full = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let name = full(&self.name);
        let plain = match &self.code {
            Some(code) => Lane::plain(code.clone()),
            None => pick::new_lane(page.workspace.columns(), self.lane_type, name.as_deref()?)?,
        };
        if plain.code.is_made() && name.is_none() {
            return None;
        }
        let lane_type = Some(self.lane_type).filter(|lane_type| *lane_type != plain.code.natural_type());
        Some(Lane { name, lane_type, group: full(&self.group), of: self.of.clone(), ..plain })
    }
}

impl Lanes {
    /// Name of the one that is written, where it differs from what is stored.
    pub fn unsaved(&self, workspace: &Workspace) -> Option<String> {
        let written = self.written.as_ref()?;
        let lanes = &workspace.columns().lanes;
        let stored = lanes.iter().find(|lane| Some(&lane.code) == written.code.as_ref());
        let stored = stored.map_or_else(|| LaneDraft::new(written.lane_type), LaneDraft::of);
        (LaneDraft { typed: String::new(), ..written.clone() } != stored).then(|| written.name.clone())
    }

    /// Shows the list and the form.
    pub fn show(&mut self, ui: &mut Ui, page: Page<'_>, commands: &mut Vec<Command>) {
        ui.horizontal(|ui| {
            for (lane_type, key) in [(LaneType::Post, "lanes-new-post"), (LaneType::Own, "lanes-new")] {
                if ui.button(page.word(key)).clicked() {
                    self.written = Some(LaneDraft::new(lane_type));
                }
            }
        });
        if let Some(draft) = &mut self.written
            && form(ui, page, draft, commands)
        {
            self.written = None;
        }
        heading(ui, page, &page.word("lanes-all"));
        line(ui, &mut self.sought, &page.word("list-narrow"), &page.word("list-narrow"));
        let wanted = self.sought.to_lowercase();
        let lanes = page.workspace.columns().lanes.iter();
        let found = lanes.filter(|lane| {
            !lane.code.as_str().is_empty() && lane.name_in(page.words()).to_lowercase().contains(&wanted)
        });
        for lane in found {
            ui.horizontal_wrapped(|ui| {
                if quiet(ui, page.palette, &lane.name_in(page.words())).clicked() {
                    self.written = Some(LaneDraft::of(lane));
                }
                let group = lane.group.iter().map(String::as_str);
                let said: Vec<&str> = std::iter::once(lane.code.as_str()).chain(group).collect();
                let said = RichText::new(said.join(" · ")).font(font(Face::Sans, SMALL));
                ui.add(Label::new(said.color(colour(page.palette.muted))).selectable(false));
            });
        }
    }
}

/// The form of one lane; `true` when it is done with.
fn form(ui: &mut Ui, page: Page<'_>, draft: &mut LaneDraft, commands: &mut Vec<Command>) -> bool {
    let mut done = false;
    let what = draft.code.as_ref().map_or_else(|| page.word("lanes-new"), ToString::to_string);
    heading(ui, page, &what);
    row(ui, page, "field-name", |ui| line(ui, &mut draft.name, &page.word("field-name"), ""));
    if draft.code.as_ref().is_none_or(LaneCode::is_made) {
        row(ui, page, "field-type", |ui| {
            let types = [LaneType::Post, LaneType::Own, LaneType::Country, LaneType::Body];
            let types = types.map(|one| (one, page.word(&format!("lane-type-{}", one.code()))));
            choose(ui, &page.word("field-type"), "lane-type", &mut draft.lane_type, &types);
        });
    }
    if draft.lane_type == LaneType::Post {
        row(ui, page, "field-of", |ui| {
            if let Some(of) = draft.of.clone() {
                let name =
                    super::super::super::phrases::lane_name(page.workspace.columns(), &of, page.words());
                if quiet(ui, page.palette, &format!("{name} ×")).clicked() {
                    draft.of = None;
                }
            } else if let Some(of) =
                parts::field(ui, page, &mut draft.typed, &page.word("field-of"), commands)
            {
                draft.of = Some(of);
            }
        });
    }
    row(ui, page, "field-group", |ui| {
        line(ui, &mut draft.group, &page.word("field-group"), &page.word("lanes-group-hint"));
    });
    let lane = draft.lane(page);
    if lane.is_none() {
        say(ui, &page.word("lanes-need-name"), page.palette.muted);
    }
    ui.horizontal(|ui| {
        let save = RichText::new(page.word("form-save")).font(font(Face::SansSemiBold, BODY));
        if ui.add_enabled(lane.is_some(), Button::new(save)).clicked() {
            commands.extend(lane.map(|lane| Command::Edit(Edit::Lane(LaneEdit::Put(Box::new(lane))))));
            done = true;
        }
        if ui.button(page.word("form-cancel")).clicked() {
            done = true;
        }
        if let Some(code) = &draft.code {
            let said = page.words().say("lanes-remove", &[("code", Arg::Text(code.as_str()))]);
            if quiet(ui, page.palette, &page.word("form-remove")).on_hover_text(said).clicked() {
                commands.push(Command::Edit(Edit::Lane(LaneEdit::Remove(code.clone()))));
                done = true;
            }
        }
    });
    done
}
