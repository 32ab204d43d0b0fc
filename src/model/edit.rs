//! Every change to a case, as data, grouped by noun.

use super::{
    Article, Candidate, CaseContent, Entity, Event, EventId, Lane, LaneCode, Link, LinkType, OwnKind,
    Participant, Quote, Sentence, Status, ViewChange, When,
};

/// A change that is applied whole or not at all, in one transaction.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    Import(Box<Import>),
    Event(EventEdit),
    Link(LinkEdit),
    Lane(LaneEdit),
    Kind(KindEdit),
    Entity(EntityEdit),
    Article(ArticleEdit),
    Candidate(CandidateEdit),
    /// Keys of two events that the user tells apart.
    NotSame(String, String),
    Case(CaseEdit),
}

/// What a file brings into a case.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Import {
    /// The file's name, for the history.
    pub from: String,
    pub content: CaseContent,
    /// Rows of a table: their events get no key of their own until they need one (contract 7).
    pub keyless: bool,
    /// Bytes of the files behind the content's articles, each known by its hash.
    pub originals: Vec<Vec<u8>>,
}

/// A change to events.
#[derive(Debug, Clone, PartialEq)]
pub enum EventEdit {
    /// Makes the event (id 0) or puts these values in the place of the old ones.
    Put(Box<Event>),
    /// With the links and pairs that hang on them.
    Remove(Vec<EventId>),
    /// The same change to each of them.
    Change { events: Vec<EventId>, change: EventChange },
}

/// What can be changed in several events at once.
#[derive(Debug, Clone, PartialEq)]
pub enum EventChange {
    Kind(String),
    Status(Status),
    AddTag(String),
    RemoveTag(String),
    /// An entity that takes part already gets the new role.
    AddEntity(Participant),
    /// Key of an entity.
    RemoveEntity(String),
    Private(bool),
    /// `None`: undated.
    When(Option<When>),
}

/// A change to a tie between two events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkEdit {
    /// Makes the link, or puts these quotes in the place of those that it had.
    Put(Box<Link>),
    /// Keys of the two events.
    Remove { from: String, to: String, link_type: LinkType },
}

/// A change to the lanes that a case declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LaneEdit {
    /// Declares the lane as the last one, or gives a declared one these values.
    Put(Box<Lane>),
    /// These first, in this order, the other declared lanes after them; a standard lane that is not declared will be.
    Order(Vec<LaneCode>),
    /// A standard lane loses what the case says of it; one that the case made must not be in use.
    Remove(LaneCode),
}

/// A change to the kinds that a case adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KindEdit {
    /// Adds the kind as the last one, or gives a known one these values.
    Put(Box<OwnKind>),
    /// By its id; it must not be in use.
    Remove(String),
}

/// A change to a person, organisation or unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntityEdit {
    /// Makes the entity (no key) or puts these values in the place of the old ones.
    Put(Box<Entity>),
    /// By its key; it must take part in nothing.
    Remove(String),
    /// What `gone` did, `kept` did; its names become aliases. Keys of both.
    Merge { kept: String, gone: String },
}

/// A change to a source document.
#[derive(Debug, Clone, PartialEq)]
pub enum ArticleEdit {
    /// Changes the heading and leaves the texts as they are; without a key, makes the article with its text.
    Put(Box<Article>),
    /// A new reading of the article, onto which its quotes move where their words are found.
    Read { key: String, text: String },
    /// An article that came as a file.
    Arrive(Box<Arrival>),
    /// Takes away the text, and keeps what the quotes carry (`keep_citation`), or takes the article away with them.
    Remove { key: String, keep_citation: bool },
}

/// An article that was read from a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrival {
    /// Without a key: a new one. With the key of one of the case: a citation that gets its text, or an article that
    /// is read anew; what the case says of it stays.
    pub article: Article,
    /// The file, byte for byte.
    pub bytes: Vec<u8>,
    /// What it seems to say, placed in its text; key and article are given to them here.
    pub candidates: Vec<Candidate>,
    /// Keys of articles with nearly its words, and who stands behind them all: where the case does not say so, it will.
    pub origins: Vec<(String, String)>,
}

/// A decision on proposed events, or new proposals.
#[derive(Debug, Clone, PartialEq)]
pub enum CandidateEdit {
    /// Makes the event; its quotes should hold the candidate's words.
    Accept {
        key: String,
        event: Box<Event>,
    },
    /// Adds its quotes to an event of the case; what the candidate says otherwise is kept with them.
    Merge {
        key: String,
        into: EventId,
        quotes: Vec<Quote>,
    },
    Reject(Vec<String>),
    /// Rejected ones wait again.
    Reopen(Vec<String>),
    /// In the place of those of the article that wait. What overlaps a decided one of the same kind and date is left
    /// out.
    Propose {
        article: String,
        candidates: Vec<Candidate>,
    },
}

/// A change to what the case says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseEdit {
    Title(String),
    /// `UTC` or an offset such as `+02:00`; `None` reads as UTC.
    Zone(Option<String>),
}

/// What came of an edit, an undo or a redo.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Change {
    /// Counts edits, undos and redos of this case.
    pub revision: u64,
    pub touched: Vec<EventId>,
    pub reach: Reach,
    /// Views that name an entity which is another one now; they are changed already.
    pub views: Vec<ViewChange>,
    /// Key of the event, article or entity that was made.
    pub made: Option<String>,
    pub report: ImportReport,
}

/// What of a case may have changed besides the events that were touched.
#[allow(clippy::struct_excessive_bools)] // One answer for each thing that is read anew or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reach {
    /// So much that everything is to be read anew.
    pub all: bool,
    /// Title and zone.
    pub case: bool,
    pub lanes: bool,
    pub kinds: bool,
    pub entities: bool,
    pub articles: bool,
    pub links: bool,
    pub candidates: bool,
}

impl Reach {
    /// Of a change of unknown reach.
    pub const ALL: Self = Self {
        all: true,
        case: true,
        lanes: true,
        kinds: true,
        entities: true,
        articles: true,
        links: true,
        candidates: true,
    };

    /// The reach of both.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            all: self.all || other.all,
            case: self.case || other.case,
            lanes: self.lanes || other.lanes,
            kinds: self.kinds || other.kinds,
            entities: self.entities || other.entities,
            articles: self.articles || other.articles,
            links: self.links || other.links,
            candidates: self.candidates || other.candidates,
        }
    }
}

/// One step of the case's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryStep {
    /// Grows with time.
    pub id: i64,
    /// Unix seconds.
    pub at: i64,
    /// What was done, such as “set status of “Italy expels 30” to confirmed”, in no language yet.
    pub label: Sentence,
    /// Taken back, and still there to be made again.
    pub undone: bool,
    /// The first events that it touched.
    pub events: Vec<EventId>,
}

/// What an import brought, in numbers and names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportReport {
    pub added: usize,
    /// Equal in every field to one that was there.
    pub merged: usize,
    pub undated: usize,
    pub articles: usize,
    pub candidates: usize,
    pub possible_duplicates: usize,
    /// Keys that were taken by something else: old and new.
    pub renamed: Vec<(String, String)>,
    /// Quotes that stand elsewhere in an article that was read anew.
    pub quotes: MovedQuotes,
    /// What was doubtful, in sentences.
    pub notes: Vec<Sentence>,
}

/// What became of the quotes of an article that was read anew.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MovedQuotes {
    /// Their words stand in the new text.
    pub moved: usize,
    /// Words that read a little differently now: before and after.
    pub changed: Vec<(String, String)>,
    /// Words that were not found; they stay on the old text.
    pub lost: Vec<String>,
}
