//! A picture's view, used on the open case: what the case does not have of it is left out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::model::{Arg, EventId, LaneCode, Sentence, View, Words};
use crate::store::case_json;

use super::super::files::{self, FileError, Source, named_by};
use super::super::jobs::{Answer, Errands};
use super::super::{Notice, Workspace};

/// A view that was found in a picture, with the rows of the events that it names.
#[derive(Debug)]
pub struct Borrowed {
    path: PathBuf,
    view: View,
    ids: BTreeMap<String, EventId>,
}

impl Workspace {
    /// Looks at the open case as a picture does.
    pub(in super::super) fn use_view_of(&mut self, path: PathBuf) {
        let store = self.jobs.errands();
        self.jobs.work(move || files::answer(found(path, &store)));
    }

    pub(in super::super) fn borrowed(&mut self, borrowed: Borrowed) {
        let Borrowed { path, mut view, ids } = borrowed;
        self.leave_out_unknown(&mut view, &ids);
        view.name = self.free_name(&view);
        std::sync::Arc::make_mut(&mut self.case.ids).extend(ids);
        // The one that is left keeps how it was looked at.
        self.keep_view();
        self.case.views.push(view.clone());
        let theme = self.theme;
        self.choose(view);
        // The theme is the window's own.
        self.theme = theme;
        self.put_views();
        self.ask_filter();
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let args = [("view", Arg::Text(&self.view.name)), ("file", Arg::Text(&file))];
        self.notices.push(Notice::done(self.words.say("view-borrowed", &args)));
    }

    /// Takes out of a view what names lanes, events, people and articles of another case.
    fn leave_out_unknown(&self, view: &mut View, ids: &BTreeMap<String, EventId>) {
        let lane = |code: &LaneCode| self.case.columns.lane_of(code).is_some();
        let event = |key: &String| ids.contains_key(key);
        let entity = |key: &String| self.case.entities.of(key).is_some();
        view.hub = view.hub.take().filter(lane);
        view.homes.retain(|home| lane(&home.lane) && event(&home.event));
        for lanes in [&mut view.lanes, &mut view.pinned, &mut view.folded, &mut view.filter.lanes] {
            lanes.retain(lane);
        }
        for group in &mut view.groups {
            group.lanes.retain(lane);
        }
        view.groups.retain(|group| !group.lanes.is_empty());
        view.pins.retain(event);
        view.labels.retain(|label| event(&label.event));
        view.aligned_to = view.aligned_to.take().filter(event);
        view.threads.retain(entity);
        view.filter.entities.retain(entity);
        view.filter.articles.retain(|key| self.case.articles.of(key).is_some());
    }

    /// The view's own name, with a number where the case has one of that name.
    fn free_name(&self, view: &View) -> String {
        let title = view.title.as_deref().unwrap_or_default();
        let name = if view.name.is_empty() { title } else { &view.name };
        let name = if name.is_empty() { self.words.word("view-of-picture") } else { name.to_owned() };
        let is_taken = |name: &String| self.case.views.iter().any(|view| view.name == *name);
        let numbered = (2_u32..).map(|number| format!("{name} ({number})"));
        std::iter::once(name.clone()).chain(numbered).find(|name| !is_taken(name)).unwrap_or(name)
    }
}

fn found(path: PathBuf, store: &Errands) -> Result<Answer, FileError> {
    let view = view_in(&path)?;
    let named = named_by(std::slice::from_ref(&view));
    let ids = store.run(move |desk| {
        let ids = desk.store()?.event_ids(&named)?;
        Ok(named.into_iter().zip(ids).filter_map(|(key, id)| Some((key, id?))).collect())
    })?;
    Ok(Answer::Borrowed(Box::new(Borrowed { path, view, ids })))
}

fn view_in(path: &Path) -> Result<View, FileError> {
    let named = || path.display().to_string();
    let nothing = || FileError::Said(Sentence::new("fault-carries-no-view").text("file", named()));
    let Source::Bytes(bytes) = files::sniff(path)? else { return Err(nothing()) };
    let document = files::carried(path, &bytes)?.ok_or_else(nothing)?;
    let content = case_json::read(document.case.as_bytes())
        .map_err(|error| FileError::inside(path, error.sentence()))?;
    content.views.into_iter().next().ok_or_else(nothing)
}
