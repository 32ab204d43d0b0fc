//! The running work: one open case, how it is looked at, and the threads that read and write it.
//!
//! ```text
//!  Command ─► Workspace ─ jobs ─► store thread (the case), workers (files, pictures)
//!                ▲                    │
//!              poll ◄──── answers ────┘
//! ```
//! Testable without a window. Deliberately absent: the toolkit, and what anything looks like.

mod arrange;
mod cache;
mod command;
mod draw;
mod edits;
mod files;
mod find;
mod jobs;
mod leaving;
mod listing;
mod look;
mod notice;
mod outside;
mod paper;
mod picture;
mod publish;
mod read;
mod receive;
mod reckon;
mod review;

pub use arrange::{LaneCommand, Overview, SegmentCommand, ViewCommand};
pub use command::{
    Command, Export, ExportFormat, FileCommand, HistoryCommand, Look, OfferCommand, Pasted, PictureWish,
    Purpose, TakeIn, Upkeep, ViewWish,
};
pub use edits::Pending;
pub use files::{
    Arrived, ArticleFate, Claim, Claimed, Entry, ExtractWish, Extracted, FileError, Folder, Offer,
    ReadArticle, Recent, Unsaved, claim, extract, holder_of, lexicons,
};
pub use find::{FacetCounts, FindCommand, FoundIn, FoundNow, KnownDays, SearchHit, Sifted, sift};
pub use jobs::{Labour, Outcome, Progress, Sheet, TakenIn};
pub use leaving::{Foretold, HandOver, Leaving, LeavingCommand};
pub use listing::{ListColumn, ListOrder};
pub use look::{ArticleFacts, Beside, Middle, TextPlace};
pub use notice::{Notice, Remedy, Weight};
pub use outside::{Appearance, Choices, Outside, Wishes, ZOOM, begin_log, lexicon_folder};
pub use paper::{Clip, Clipping, Proof, ProofWish};
pub use picture::{Canvas, Drawn, PictureDesk, Request, sieve_of};
pub use publish::{PRESETS, Part, PictureFacts, Preset, Settings, picture_facts, sheet_of};
pub use read::{is_untitled, shown_title};
pub use reckon::{Copied, CopyAs};
pub use review::{Like, Pile, Review, ReviewCommand, Waiting};

/// What `info` and `check` tell, as the store counts it.
pub use crate::export::{BorrowedFace, Raster, Sight};
pub use crate::intake::typed_date;
pub use crate::store::{CheckReport, Compacted, Summary};
pub use crate::words::{FluentWords, Manners, Thousands, in_english};

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::model::{Article, Columns, Entity, EventId, HistoryStep, Link, Sentence, Theme, View};
use crate::timeline::{Axis, Stretch};

use self::arrange::{OverviewDesk, Trail};
use self::cache::Cache;
use self::draw::Letters;
use self::edits::Queue;
use self::files::{Desk, Haul};
use self::find::{FilterDesk, SearchDesk};
use self::jobs::{Jobs, Named};
use self::listing::ListDesk;
use self::look::{Kept, Margin, Selection};
use self::paper::{ClipDesk, ProofDesk};
use self::reckon::ReckonDesk;

/// The open case and how it is looked at.
#[derive(Debug)]
pub struct Workspace {
    jobs: Jobs,
    case: Case,
    view: View,
    stretches: Vec<Stretch>,
    /// As last drawn, so that a gesture in points finds its time.
    axis: Option<Axis>,
    selection: Selection,
    beside: Option<Beside>,
    margin: Margin,
    middle: Middle,
    open_article: Option<OpenArticle>,
    theme: Theme,
    cache: Cache,
    picture: PictureDesk,
    filter: FilterDesk,
    search: SearchDesk,
    reckon: ReckonDesk,
    list: ListDesk,
    trail: Trail,
    overview: OverviewDesk,
    proofs: ProofDesk,
    clips: ClipDesk,
    words: Arc<FluentWords>,
    notices: Vec<Notice>,
    outcomes: Vec<Outcome>,
    /// What has come of the files that are being taken in.
    haul: Haul,
    /// The piles as last sorted, and for which state of the case they were last asked.
    review: Option<Arc<Review>>,
    review_asked: Option<(u64, u64)>,
    kept: Kept,
    /// What the start screen offers, once it was looked for.
    offer: Option<Offer>,
    /// The folder that was listed last.
    folder: Option<Folder>,
    /// What a step would do that can't be taken back.
    foretold: Option<Foretold>,
    letters: Letters,
    /// What the desktop says of its user.
    wishes: Wishes,
    /// The user's own folder.
    home: Option<PathBuf>,
    /// Edits that are not in the case yet.
    queue: Queue,
}

/// The open case as last read.
#[derive(Debug, Default)]
struct Case {
    is_open: bool,
    /// It was changed, and no file of its own holds it.
    is_unsaved_work: bool,
    /// `None`: nothing is open, or it has no file of its own.
    path: Option<PathBuf>,
    /// What it was read from, where it was.
    from: Option<PathBuf>,
    title: String,
    revision: u64,
    /// Counts what was read of this and other cases, for keys of what is made from it.
    generation: u64,
    /// Counts the cases that were opened, for what is kept of one and not of the next.
    number: u64,
    read_only: Option<Sentence>,
    /// The table that is to be looked through for damage next.
    look_next: Option<usize>,
    /// What filters ask was read ahead.
    is_prepared: bool,
    columns: Arc<Columns>,
    entities: Arc<Named<Entity>>,
    articles: Arc<Named<Article>>,
    ids: Arc<BTreeMap<String, EventId>>,
    undated: Arc<Vec<EventId>>,
    links: Arc<Vec<Link>>,
    /// Its last steps, newest first.
    history: Arc<Vec<HistoryStep>>,
    /// Candidates that nobody has decided on.
    waiting: usize,
    views: Vec<View>,
}

/// The article beside the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenArticle {
    pub key: String,
    /// The event whose quote is to be in sight.
    pub event: Option<EventId>,
    /// Words of its text that are to be in sight.
    pub place: Option<TextPlace>,
    /// Counts what was asked to be shown, so that the same place can be gone to again.
    pub asked: u64,
}

impl Workspace {
    /// One with nothing open.
    #[must_use]
    pub fn new(outside: Outside) -> Self {
        Self {
            jobs: Jobs::start(Desk::new(outside)),
            case: Case::default(),
            view: View::default(),
            stretches: Vec::new(),
            axis: None,
            selection: Selection::default(),
            beside: None,
            margin: Margin::default(),
            middle: Middle::default(),
            open_article: None,
            theme: Theme::default(),
            cache: Cache::default(),
            picture: PictureDesk::default(),
            filter: FilterDesk::default(),
            search: SearchDesk::default(),
            reckon: ReckonDesk::default(),
            list: ListDesk::default(),
            trail: Trail::default(),
            overview: OverviewDesk::default(),
            proofs: ProofDesk::default(),
            clips: ClipDesk::default(),
            words: Arc::new(FluentWords::english()),
            notices: Vec::new(),
            outcomes: Vec::new(),
            haul: Haul::default(),
            review: None,
            review_asked: None,
            kept: Kept::default(),
            offer: None,
            folder: None,
            foretold: None,
            letters: Letters::default(),
            wishes: Wishes::default(),
            home: Outside::home(),
            queue: Queue::default(),
        }
    }

    /// Calls this from another thread whenever [`Workspace::poll`] has something to do.
    pub fn set_wake(&mut self, wake: impl Fn() + Send + 'static) {
        self.jobs.set_wake(wake);
    }

    /// Does what a user asks; what needs the case or files is answered later, through [`Workspace::poll`].
    pub fn apply(&mut self, command: Command) {
        self.leave_trail(&command);
        match command {
            Command::Look(look) => self.look(look),
            Command::View(view) => self.arrange_view(view),
            Command::Lane(lane) => self.lane(lane),
            Command::Segment(segment) => self.segment(segment),
            Command::Find(find) => self.find(find),
            Command::Edit(edit) => {
                self.hear_edit(&edit);
                self.edit(edit);
            }
            Command::History(history) => self.go_along(history),
            Command::Review(review) => self.decide(&review),
            Command::File(file) => self.file(file),
            Command::Leaving(leaving) => self.leave(leaving),
        }
        self.ask_filter();
    }

    fn file(&mut self, command: FileCommand) {
        use FileCommand::{Close, New, Open, OpenSample, Reopen, SaveAs, SaveCopy, Start};
        if matches!(
            command,
            Open(..) | Start | OpenSample | Reopen(_) | New { .. } | SaveAs { .. } | SaveCopy { .. } | Close
        ) {
            // Of the case that is left, or copied as it is.
            self.keep_view();
        }
        let command = match command {
            FileCommand::Clip(what, wish) => return self.clip(what, *wish),
            FileCommand::UseView(path) => return self.use_view_of(path),
            command => command,
        };
        if let Some(purpose) = command.purpose() {
            self.kept.is_on = purpose == Purpose::Work;
        }
        files::ask(&mut self.jobs, command, self.queue.stuck_edits());
    }

    /// Takes what has been answered; `true` if anything changed.
    pub fn poll(&mut self) -> bool {
        let mut changed = false;
        while let Some(answer) = self.jobs.poll() {
            self.receive(answer);
            changed = true;
        }
        changed |= self.tell_haul();
        self.keep_view_in_time();
        changed
    }

    /// Waits until nothing is pending: for the command line and tests.
    pub fn wait(&mut self) {
        loop {
            while let Some(answer) = self.jobs.wait() {
                self.receive(answer);
            }
            if !self.tell_haul() {
                break;
            }
        }
    }

    /// Waits at most so long for a case that is being opened, or for the words of what is in sight: what comes in the
    /// time of a frame or two spares the reader a picture that is not whole.
    pub fn wait_briefly(&mut self, at_most: Duration) {
        let then = Instant::now() + at_most;
        while !self.is_open() || self.cache.is_waiting() {
            let Some(answer) = self.jobs.wait_until(then) else { break };
            self.receive(answer);
        }
    }

    /// Whether something asked for is not answered yet.
    #[must_use]
    pub fn busy(&self) -> bool {
        self.jobs.busy()
    }

    /// What is to be told, each once.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.notices)
    }

    /// What commands brought, each once.
    pub fn take_outcomes(&mut self) -> Vec<Outcome> {
        std::mem::take(&mut self.outcomes)
    }

    /// Asks for the words of these events, where they are not there yet.
    pub fn want(&mut self, ids: impl IntoIterator<Item = EventId>) {
        let missing = self.cache.want(ids);
        if !missing.is_empty() {
            self.jobs.ask(move |desk| desk.events(&missing));
        }
    }
}
