//! What is reckoned, shown: the bar of what was known on a day, the sum of what is chosen, the line of who is silent,
//! and the panel of pairs, lags and balance. Every number tells on hover what it rests on.

mod balance;
mod chosen;
mod known;
mod lines;
mod pairs;
mod panel;
mod silence;

use std::sync::Arc;

use egui::{Context, Rect, Ui};

use crate::model::{Arg, EventId, Words};
use crate::scene::Palette;
use crate::timeline::{Chosen, Reckoning, Silence, Union};
use crate::workspace::{Beside, Command, KnownDays, Notice, Workspace};

pub use self::known::HEIGHT as KNOWN;
use self::known::KnownBar;
use self::panel::Panel;
pub use self::silence::HEIGHT as SILENCE;

/// All of them, with what each remembers.
#[derive(Debug, Default)]
pub struct ReckoningView {
    known: KnownBar,
    panel: Panel,
    /// The union whose silent members are named.
    pub union: Option<Union>,
    /// As last answered.
    days: Option<Arc<KnownDays>>,
    sum: Option<Arc<Chosen>>,
    silence: Option<Arc<Silence>>,
    reckoning: Option<Arc<Reckoning>>,
}

impl ReckoningView {
    /// Asks the workspace for what is shown.
    pub fn prepare(&mut self, workspace: &mut Workspace) {
        self.days = workspace.view().known_on.is_some().then(|| workspace.known_days()).flatten();
        self.sum = (workspace.selected().len() > 1).then(|| workspace.chosen()).flatten();
        let union = self.union.filter(|_| workspace.is_open());
        self.silence = union.and_then(|union| workspace.silence(union));
        let panel = workspace.beside() == Some(&Beside::Reckoning);
        self.reckoning = panel.then(|| workspace.reckoning()).flatten();
        let mut wanted: Vec<EventId> = self.panel.wanted().to_vec();
        wanted.extend(self.known.wanted(self.days.as_deref()));
        wanted.extend(self.sum.iter().flat_map(|sum| chosen::wanted(sum)));
        if !wanted.is_empty() {
            workspace.want(wanted);
        }
    }

    /// The bar above the lanes.
    pub fn above(&mut self, ui: &mut Ui, workspace: &Workspace, palette: &'static Palette) -> Vec<Command> {
        self.known.show(ui, workspace, self.days.as_deref(), palette)
    }

    /// The line below the lanes.
    pub fn below(&self, ui: &mut Ui, workspace: &Workspace, palette: &'static Palette) {
        if let Some((union, silence)) = self.union.zip(self.silence.as_deref()) {
            silence::show(ui, workspace, union, silence, palette);
        }
    }

    /// The sum of what is chosen, over the foot of the lanes.
    pub fn over(
        &self,
        ctx: &Context,
        canvas: Rect,
        workspace: &Workspace,
        palette: &'static Palette,
    ) -> Vec<Command> {
        if workspace.selected().len() < 2 {
            return Vec::new();
        }
        chosen::show(ctx, canvas, workspace, self.sum.as_deref(), palette)
    }

    /// The panel beside the lanes.
    pub fn beside(&mut self, ui: &mut Ui, workspace: &Workspace, palette: &'static Palette) -> Vec<Command> {
        self.panel.show(ui, workspace, self.reckoning.as_deref(), palette)
    }

    /// Names the silent members of a union, or no longer.
    pub fn toggle_silence(&mut self, union: Union) {
        self.union = if self.union == Some(union) { None } else { Some(union) };
    }
}

/// Puts what was copied onto the clipboard, and tells of it.
pub fn take_copied(workspace: &mut Workspace, ctx: &Context) -> Vec<Notice> {
    let Some(copied) = workspace.take_copied() else { return Vec::new() };
    let words = workspace.words();
    let said = words.say("copied-told", &[("n", Arg::Number(copied.events as u64))]);
    let mut notices: Vec<Notice> = copied.left_out.iter().map(Notice::doubt).collect();
    notices.push(Notice::done(said));
    if copied.events > 0 {
        ctx.copy_text(copied.text);
    }
    notices
}
