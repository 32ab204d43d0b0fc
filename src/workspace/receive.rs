//! Answers from the other threads, put where they belong.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::model::{Arg, Columns, Sentence, View, Words};
use crate::store::Compacted;
use crate::timeline::{suggest_hub, suggest_segments};

use super::files::{self, FileError};
use super::jobs::{Answer, CaseNow, Labour, OpenedCase, Outcome, let_go};
use super::{Case, HistoryCommand, Notice, Workspace};

impl Workspace {
    pub(super) fn receive(&mut self, answer: Answer) {
        match answer {
            Answer::Opened(opened) => self.opened(*opened),
            Answer::Edited(edited) => self.was_edited(*edited),
            Answer::Refused(error) => self.was_refused(&error),
            Answer::Stuck(error) => self.is_stuck(&error),
            Answer::Reread(now) => self.was_reread(*now),
            Answer::Unfolded(wanted, unfolded) => {
                self.doubt(&unfolded.notes);
                self.haul.expect(unfolded.parts.len());
                files::take_in(
                    &mut self.jobs,
                    *wanted,
                    unfolded.parts,
                    self.case.path.clone(),
                    self.case.entities.list(),
                );
            }
            Answer::TakenIn(taken, news) => self.taken_in(taken, news),
            Answer::Grown(now) => self.grown(*now),
            Answer::NotTakenIn(file, error) => self.not_taken_in(file, &error),
            Answer::Sifted(answered) => self.sifted(*answered),
            Answer::Found(found) => self.found(*found),
            Answer::Surveyed(surveyed) => self.surveyed(*surveyed),
            Answer::Moved { path, read_only } => self.moved(path, read_only),
            Answer::Closed => self.closed(),
            Answer::Offered(offer) => self.offer = Some(offer),
            Answer::Listed(folder) => self.folder = Some(folder),
            Answer::Foretold(foretold) => self.was_foretold(foretold),
            Answer::Poorer(poorer) => self.is_poorer(*poorer),
            Answer::ViewNotKept(error) => self.view_not_kept(&error),
            Answer::Stopped { labour, done, of } => self.stopped(&labour, done, of),
            Answer::Events(events) => {
                self.meet(events.iter().flat_map(|event| words_of(event)));
                self.cache.put_events(events);
            }
            Answer::Sheet(sheet) => {
                self.meet(sheet.article.text.iter().map(|text| text.text.as_str()));
                self.cache.put_sheet(sheet);
            }
            Answer::Private(private, export) => self.begin_paper(*export, private),
            Answer::Proved(proved) => self.proved(*proved),
            Answer::Borrowed(borrowed) => self.borrowed(*borrowed),
            Answer::Clipped(what, clipping, said) => self.clipped(what, clipping, &said),
            Answer::LookedUp(words, events) => self.looked_up_now(words, events),
            Answer::Links(event, links) => self.linked(event, links),
            Answer::Idle(nothing) => self.done(&Sentence::new(nothing)),
            Answer::Said(quote, draft) => self.margin.said = Some((quote, draft)),
            Answer::EventsListed(listed) => self.listed(*listed),
            Answer::Shelf(facts) => self.margin.articles = facts,
            Answer::Faces(faces) => self.faces_found(faces),
            Answer::Wishes(wishes) => self.wishes = wishes,
            Answer::Review(review) => {
                self.meet(review.waiting.iter().flat_map(|one| {
                    [&one.before, &one.exact, &one.after, &one.candidate.draft.title].map(String::as_str)
                }));
                self.review = Some(review);
            }
            Answer::Reckoned(reckoned) => self.reckoned(reckoned),
            Answer::Outcome(outcome) => self.came_out(outcome),
            Answer::Failed(error) => {
                self.give_up_asking();
                self.failed(&error);
            }
            Answer::Compacted(saved, now) => self.compacted(saved, *now),
            Answer::LookedThrough { case, next, faults } => self.looked_through(case, next, &faults),
            Answer::Nothing => {}
        }
    }

    fn opened(&mut self, opened: OpenedCase) {
        match &opened.from {
            Some(path) => {
                let of_file = |note: &Sentence| of_file(path, note.clone());
                self.doubt(&opened.notes.iter().map(of_file).collect::<Vec<_>>());
            }
            None => self.doubt(&opened.notes),
        }
        self.doubt(opened.read_only.as_slice());
        self.case = Case {
            is_open: true,
            is_unsaved_work: opened.is_unsaved_work,
            path: opened.path,
            from: opened.from,
            read_only: opened.read_only,
            look_next: opened.wants_look.then_some(0),
            views: opened.views,
            generation: self.case.generation,
            number: self.case.number + 1,
            ..Case::default()
        };
        self.selection.clear();
        self.forget_findings();
        self.forget_reckoning();
        self.forget_list();
        self.trail.clear();
        self.beside = None;
        self.open_article = None;
        self.queue.clear();
        self.cache.clear();
        self.changed(opened.now);
        match self.first_view(opened.last_view) {
            Some(view) => self.choose(view),
            None => self.choose_suggested(),
        }
        let (bookmark, chosen) = opened.bookmark;
        self.is_kept();
        self.go_back_to(bookmark, chosen);
        self.ask_filter();
    }

    /// The view in which a case opens: the one that was left, else the first.
    fn first_view(&self, last: Option<View>) -> Option<View> {
        let views = &self.case.views;
        let saved = |last: &View| views.iter().find(|view| view.name == last.name).cloned();
        match last {
            Some(last) if last.name.is_empty() => Some(last),
            Some(last) => saved(&last).or_else(|| views.first().cloned()),
            None => views.first().cloned(),
        }
    }

    fn moved(&mut self, path: PathBuf, read_only: Option<Sentence>) {
        self.done(&saved(&path));
        self.doubt(read_only.as_slice());
        self.case.is_unsaved_work = false;
        self.case.from = Some(path.clone());
        self.case.path = Some(path);
        self.case.read_only = read_only;
        // What the old file had no room for, the new one may.
        self.go_along(HistoryCommand::Retry);
    }

    fn closed(&mut self) {
        let (generation, number) = (self.case.generation + 1, self.case.number + 1);
        self.case = Case { generation, number, ..Case::default() };
        self.view = View::default();
        self.stretches = Vec::new();
        self.selection.clear();
        self.beside = None;
        self.open_article = None;
        self.queue.clear();
        self.cache.clear();
        self.forget_findings();
        self.trail.clear();
        self.is_kept();
    }

    /// Told once for a case: it would fail again every time.
    fn view_not_kept(&mut self, error: &FileError) {
        self.kept.is_on = false;
        let told = Sentence::new("view-not-kept").said_of("why", error.sentence());
        self.doubt(&[told]);
    }

    fn stopped(&mut self, labour: &Labour, done: usize, of: usize) {
        let said = match labour {
            Labour::TakeIn => Sentence::new("stopped-take-in").number("done", done).number("of", of),
            Labour::Compact => Sentence::new("stopped-compact"),
            Labour::Export(path) => Sentence::new("stopped-export").text("file", path.display().to_string()),
        };
        self.doubt(&[said]);
    }

    fn compacted(&mut self, saved: Compacted, now: CaseNow) {
        self.was_reread(now);
        let args = [
            ("before", Arg::Number(saved.before.div_ceil(1_000))),
            ("after", Arg::Number(saved.after.div_ceil(1_000))),
            ("steps", Arg::Number(saved.steps as u64)),
        ];
        self.notices.push(Notice::done(self.words.say("compacted", &args)));
    }

    /// Looks for damage in the next table, where there is one; asked for between other questions, so that none of them
    /// waits for the whole file.
    pub(super) fn look_through(&mut self) {
        let Some(at) = self.case.look_next.take_if(|_| !self.jobs.busy()) else { return };
        let case = self.case.number;
        self.jobs.ask(move |desk| desk.look_through(case, at));
    }

    fn looked_through(&mut self, case: u64, next: Option<usize>, faults: &[String]) {
        if case != self.case.number {
            return;
        }
        self.case.look_next = next;
        if !faults.is_empty() {
            let file = self.case.path.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
            let args = [("file", Arg::Text(&file)), ("why", Arg::Text(&faults.join("; ")))];
            self.notices.push(Notice::doubt(self.words.say("case-damaged", &args)));
        }
    }

    /// A view for a case that has none: everything, with the hub and segments that Suggest proposes.
    fn choose_suggested(&mut self) {
        self.choose(suggested(&self.case.columns));
        self.stretches = suggest_segments(&self.case.columns, &[]);
    }

    /// After an edit.
    pub(super) fn edited(&mut self, now: CaseNow) {
        let is_first = self.case.columns.events == 0 && now.columns.events > 0 && self.case.views.is_empty();
        // Until the user moves the axis it follows a case that grows.
        let follows = self.case.views.is_empty()
            && now.columns.events != self.case.columns.events
            && self.stretches == suggest_segments(&self.case.columns, &[]);
        self.case.is_unsaved_work = self.case.path.is_none();
        self.changed(now);
        if is_first {
            self.choose_suggested();
        } else if follows {
            self.stretches = suggest_segments(&self.case.columns, &[]);
        }
    }

    pub(super) fn changed(&mut self, now: CaseNow) {
        self.case.title = now.title;
        self.case.revision = now.revision;
        let before = std::mem::replace(&mut self.case.columns, now.columns);
        let_go(before);
        self.case.entities = now.entities;
        self.case.articles = now.articles;
        self.case.undated = now.undated;
        self.case.ids = now.ids;
        self.case.links = now.links;
        self.case.history = now.history;
        self.case.waiting = now.waiting;
        self.case.generation += 1;
        let articles = Arc::clone(&self.case.articles);
        let entities = Arc::clone(&self.case.entities);
        let title = self.case.title.clone();
        self.meet(articles.list().iter().map(crate::model::Article::heading));
        self.meet(entities.list().iter().map(|entity| entity.name.as_str()).chain([title.as_str()]));
        self.after_change();
        self.ask_filter();
        self.ask_search();
        // The article that was read may be gone with this.
        self.open_article.take_if(|open| articles.of(&open.key).is_none());
        if let Some(open) = &self.open_article {
            self.fetch_sheet(open.key.clone());
        }
    }

    fn came_out(&mut self, outcome: Outcome) {
        match &outcome {
            Outcome::Saved(path, left_out) => {
                self.doubt(left_out);
                self.done(&saved(path));
            }
            Outcome::Made(_, left_out) => self.doubt(left_out),
            _ => {}
        }
        self.outcomes.push(outcome);
    }

    pub(super) fn failed(&mut self, error: &FileError) {
        let notice = Notice::failed(error, self.words.as_ref());
        self.notices.push(notice);
    }

    /// Tells of what is doubtful, in the window's language.
    pub(super) fn doubt(&mut self, sentences: &[Sentence]) {
        let words = self.words.as_ref();
        self.notices.extend(sentences.iter().map(|sentence| Notice::doubt(sentence.spoken(words))));
    }

    /// Tells that something was done.
    pub(super) fn done(&mut self, sentence: &Sentence) {
        self.notices.push(Notice::done(sentence.spoken(self.words.as_ref())));
    }

    pub(super) fn fetch_sheet(&mut self, key: String) {
        self.jobs.ask(move |desk| desk.sheet(&key));
    }
}

/// That a file was written.
fn saved(path: &Path) -> Sentence {
    Sentence::new("saved").text("file", path.display().to_string())
}

/// A note with the file that it is about.
pub(super) fn of_file(path: &Path, note: Sentence) -> Sentence {
    Sentence::new("note-of-file").text("file", path.display().to_string()).said_of("note", note)
}

/// A view of everything, with the hub that suggests itself.
pub(super) fn suggested(columns: &Columns) -> View {
    let hub = suggest_hub(columns).and_then(|hub| columns.lanes.get(hub.0 as usize));
    View { hub: hub.map(|lane| lane.code.clone()), ..View::default() }
}

/// What of an event is shown in words.
fn words_of(event: &crate::model::Event) -> impl Iterator<Item = &str> {
    let quoted = event.quotes.iter().filter_map(|quote| quote.exact.as_deref());
    let own = [Some(event.title.as_str()), event.label.as_deref(), event.note.as_deref()];
    own.into_iter().flatten().chain(event.tags.iter().map(String::as_str)).chain(quoted)
}
