//! What the case makes itself: lanes and posts, kinds, people and organisations. Each has a list and a small form.

mod entities;
mod kinds;
mod lanes;

use egui::Ui;

use crate::workspace::{Beside, Command, Workspace};

use super::field::Page;

use self::entities::Entities;
use self::kinds::OwnKinds;
use self::lanes::Lanes;

/// The forms for what the case makes itself.
#[derive(Debug, Default)]
pub struct CaseForms {
    lanes: Lanes,
    kinds: OwnKinds,
    entities: Entities,
}

impl CaseForms {
    /// Follows what has changed in the case.
    pub fn keep_up(&mut self, workspace: &Workspace) {
        self.entities.keep_up(workspace);
    }

    /// Names of what is written and not saved.
    pub fn unsaved(&self, workspace: &Workspace) -> Vec<String> {
        let all =
            [self.lanes.unsaved(workspace), self.kinds.unsaved(workspace), self.entities.unsaved(workspace)];
        all.into_iter().flatten().collect()
    }

    /// Shows one of them.
    pub fn show(&mut self, ui: &mut Ui, page: Page<'_>, which: &Beside, commands: &mut Vec<Command>) {
        match which {
            Beside::Lanes => self.lanes.show(ui, page, commands),
            Beside::Kinds => self.kinds.show(ui, page, commands),
            Beside::Entities => self.entities.show(ui, page, commands),
            _ => {}
        }
    }
}
