//! A proof: the picture as it would be published, small enough for a window, with what would go out beside it.
//!
//! It is drawn by the very code that exports it. While one is made the last one stays, and of all that was wished
//! meanwhile only the newest is made next.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::export::{Raster, Sight};
use crate::model::Sentence;

use super::super::Workspace;
use super::super::command::{Export, ExportFormat, PictureWish};
use super::super::files::FileError;
use super::super::jobs::Answer;
use super::super::publish::doubts_of_title;
use super::super::reckon::Held;
use super::Studio;

/// More pixels than this are not shown at once.
const MOST_PIXELS: f32 = 6e6;

/// What is to be shown before it is published.
#[derive(Debug, Clone, PartialEq)]
pub struct ProofWish {
    pub picture: PictureWish,
    pub format: ExportFormat,
    /// Which of its pages, from nought; beyond the last one is the last.
    pub page: usize,
    /// Pixels that there are for it.
    pub room: [f32; 2],
    /// Pixels of the window for one of 1/96 of an inch, where it is to be shown as large as its readers see it;
    /// `None`: as large as there is room for.
    pub as_seen: Option<f32>,
    /// Through whose eyes.
    pub sight: Sight,
}

/// A picture as it would be published.
#[derive(Debug, Clone)]
pub struct Proof {
    pub raster: Raster,
    /// Which of how many pages it shows, from nought.
    pub page: usize,
    pub pages: usize,
    /// Of the file, in pixels.
    pub size: [u32; 2],
    /// The picture in plain words.
    pub alt: String,
    /// The very text that goes into a PNG.
    pub carried: String,
    /// Events that it shows.
    pub events: usize,
    /// What is to be told of it.
    pub said: Vec<Sentence>,
}

/// What is known of the newest proof; of one that could not be made, why.
#[derive(Debug, Default)]
pub(in super::super) struct ProofDesk {
    held: Held<ProofKey, Result<Proof, Sentence>>,
}

type ProofKey = (u64, ProofWish);

/// A worker's answer.
#[derive(Debug)]
pub(in super::super) struct Proved {
    key: ProofKey,
    proof: Result<Proof, Sentence>,
}

impl Workspace {
    /// The newest proof, asked for where it is of something else; `None` until there is one.
    pub fn proof(&mut self, wish: &ProofWish) -> Option<Arc<Result<Proof, Sentence>>> {
        let key = (self.case.generation, wish.clone());
        if self.is_open() && self.proofs.held.wants(&key) {
            let studio = self.studio();
            self.jobs.work(move || {
                let proof = studio.proof(&key.1).map_err(|error| error.sentence());
                Answer::Proved(Box::new(Proved { key, proof }))
            });
        }
        self.proofs.held.newest()
    }

    pub(in super::super) fn proved(&mut self, proved: Proved) {
        self.proofs.held.take(proved.key, proved.proof);
    }

    /// A worker may not answer any more.
    pub(in super::super) fn give_up_proof(&mut self) {
        self.proofs.held.give_up();
    }
}

impl Studio {
    fn proof(&self, wish: &ProofWish) -> Result<Proof, FileError> {
        let private = self.store.run(|desk| Ok(desk.store()?.private_events()?))?;
        let private: BTreeSet<_> = private.into_iter().collect();
        let mut finished = self.finish(&wish.picture, private)?;
        let mut said = std::mem::take(&mut finished.said);
        said.extend(doubts_of_title(
            &finished.plan.view,
            &self.sitting,
            &finished.told,
            &finished.plan.words,
        ));
        let (events, scale) = (finished.drawn.layout.hidden.shown, finished.plan.scale);
        let seen = finished.plan.view.paper.and_then(|paper| paper.seen);
        let pages = finished.pages.len().max(1);
        let page = wish.page.min(pages - 1);
        let scene = Arc::clone(finished.pages.get(page).map_or(&finished.drawn.scene, |page| &page.scene));
        let fitting = (wish.room[0] / scene.width).min(wish.room[1] / scene.height);
        let shown = match (wish.as_seen, seen) {
            (Some(pixels), Some(seen)) => seen as f32 * pixels / scene.width,
            (Some(pixels), None) => pixels,
            (None, _) => fitting,
        };
        let most = (MOST_PIXELS / (scene.width * scene.height)).sqrt();
        let raster = crate::export::raster(&scene, shown.clamp(1.0 / scene.width, most), wish.sight)?;
        let export = Export {
            format: wish.format,
            to: None,
            force: false,
            public: false,
            originals: false,
            picture: wish.picture.clone(),
        };
        let ready = self.ready(export, finished, None);
        let carried = if wish.format == ExportFormat::Png {
            let content = if ready.needs_case() { Some(self.content()?) } else { None };
            ready.document(content)?.text()
        } else {
            String::new()
        };
        let size = [scene.width, scene.height].map(|side| (side * scale).round() as u32);
        Ok(Proof { raster, page, pages, size, alt: scene.description.clone(), carried, events, said })
    }
}
