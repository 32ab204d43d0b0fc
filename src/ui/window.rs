//! The window's frame: what happened since the last one, then what is shown.

use std::path::PathBuf;

use crate::workspace::{Command, FileCommand, Notice, Outside, Purpose, Workspace};

/// What the window shows.
#[derive(Debug)]
pub(super) struct Window {
    workspace: Workspace,
    notices: Vec<Notice>,
}

impl Window {
    pub(super) fn new(context: &egui::Context, outside: Outside, files: Vec<PathBuf>) -> Self {
        let mut workspace = Workspace::new(outside);
        let wake = context.clone();
        workspace.set_wake(move || wake.request_repaint());
        if let Some(file) = files.into_iter().next() {
            workspace.apply(Command::File(FileCommand::Open(file, Purpose::Work)));
        }
        Self { workspace, notices: Vec::new() }
    }
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        self.workspace.poll();
        self.notices.extend(self.workspace.take_notices());
        ui.heading(self.workspace.title());
        for notice in &self.notices {
            ui.label(&notice.text);
        }
    }
}
