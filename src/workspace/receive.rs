//! Answers from the other threads, put where they belong.

use crate::model::View;
use crate::timeline::{suggest_hub, suggest_segments};

use super::files::{FileError, ReadFile};
use super::jobs::{Answer, CaseNow, Destiny, OpenedCase, Outcome, TakenIn};
use super::{Case, Notice, Workspace};

impl Workspace {
    pub(super) fn receive(&mut self, answer: Answer) {
        match answer {
            Answer::Opened(opened) => self.opened(*opened),
            Answer::Changed(now, change) => {
                self.notices.extend(change.report.notes.iter().map(Notice::doubt));
                self.changed(*now);
            }
            Answer::TakenIn(taken, now) => self.taken_in(taken, now),
            Answer::Events(events) => self.cache.put_events(events),
            Answer::Sheet(sheet) => self.cache.put_sheet(sheet),
            Answer::Read(files, destiny) => self.put_in(files, destiny),
            Answer::Private(private, export) => self.begin_paper(*export, &private),
            Answer::LookedUp(words, events) => self.looked_up_now(words, events),
            Answer::Links(event, links) => self.linked(event, links),
            Answer::Shelf(facts) => self.margin.articles = facts,
            Answer::Review(review) => self.review = Some(review),
            Answer::Outcome(outcome) => self.came_out(outcome),
            Answer::Failed(error) => self.failed(&error),
            #[cfg(test)]
            Answer::Nothing => {}
        }
    }

    fn opened(&mut self, opened: OpenedCase) {
        let from = opened.from.display();
        self.notices.extend(opened.notes.iter().map(|note| Notice::doubt(format!("{from}: {note}"))));
        self.notices.extend(opened.read_only.iter().map(Notice::doubt));
        self.case = Case {
            path: opened.path,
            from: Some(opened.from),
            read_only: opened.read_only,
            views: opened.views,
            generation: self.case.generation,
            ..Case::default()
        };
        self.selection.clear();
        self.beside = None;
        self.open_article = None;
        self.changed(opened.now);
        let view = self.case.views.first().cloned();
        match view {
            Some(view) => self.choose(view),
            None => self.choose_suggested(),
        }
    }

    /// A view for a case that has none: everything, with the hub and segments that Suggest proposes.
    fn choose_suggested(&mut self) {
        self.choose(self.suggested());
        self.stretches = suggest_segments(&self.case.columns);
    }

    pub(super) fn suggested(&self) -> View {
        let columns = &self.case.columns;
        let hub = suggest_hub(columns).and_then(|hub| columns.lanes.get(hub.0 as usize));
        View { hub: hub.map(|lane| lane.code.clone()), ..View::default() }
    }

    fn changed(&mut self, now: CaseNow) {
        self.case.title = now.title;
        self.case.revision = now.revision;
        self.case.columns = now.columns;
        self.case.entities = now.entities;
        self.case.articles = now.articles;
        self.case.undated = now.undated;
        self.case.ids = now.ids;
        self.case.generation += 1;
        self.cache.clear();
        self.after_change();
        if let Some(open) = &self.open_article {
            self.fetch_sheet(open.key.clone());
        }
    }

    fn put_in(&mut self, files: Vec<ReadFile>, destiny: Destiny) {
        for file in files {
            self.jobs.ask(move |desk| desk.take_in(file, destiny));
        }
    }

    fn taken_in(&mut self, taken: TakenIn, now: Option<Box<CaseNow>>) {
        let file = taken.file.display();
        self.notices.extend(taken.report.notes.iter().map(|note| Notice::doubt(format!("{file}: {note}"))));
        if let Some(now) = now {
            let first = self.case.columns.events == 0;
            self.changed(*now);
            if first && self.case.views.is_empty() {
                self.choose_suggested();
            }
        }
        self.outcomes.push(Outcome::TakenIn(taken));
    }

    fn came_out(&mut self, outcome: Outcome) {
        match &outcome {
            Outcome::Saved(path, left_out) => {
                self.notices.extend(left_out.iter().map(Notice::doubt));
                self.notices.push(Notice::done(format!("Saved {}", path.display())));
            }
            Outcome::Made(_, left_out) => self.notices.extend(left_out.iter().map(Notice::doubt)),
            _ => {}
        }
        self.outcomes.push(outcome);
    }

    pub(super) fn failed(&mut self, error: &FileError) {
        self.notices.push(Notice::failed(error));
    }

    pub(super) fn fetch_sheet(&mut self, key: String) {
        self.jobs.ask(move |desk| desk.sheet(&key));
    }
}
