//! What is known: events, lanes, articles, views and time, as plain values.
//!
//! Deliberately absent: files, databases, toolkits, colours, clocks. Nothing here fails but parsing.

mod address;
mod case;
mod case_read;
mod edit;
mod id;
mod likeness;
mod look;
mod sentence;
mod sources;
mod time;
mod words;

pub use address::{bare_address, host_of};
pub use case::gazetteer;
pub use case::{
    Article, Candidate, CandidateDraft, CaseContent, Count, DATE_ROLES, Differences, Entity, EntityRole,
    EntityType, Event, Family, Figure, FurtherDate, Involvement, KindIndex, Kinds, Lane, LaneCode, LaneType,
    Link, LinkType, OTHER, Original, OwnKind, Participant, PublishedFrom, Quote, Revision, Role, STANDARD,
    Says, Status, Text, Unit,
};
pub use case_read::CaseRead;
pub use edit::{
    Arrival, ArticleEdit, CandidateEdit, CaseEdit, Change, Edit, EntityEdit, EventChange, EventEdit,
    HistoryStep, Import, ImportReport, KindEdit, LaneEdit, LinkEdit, MovedQuotes, Reach,
};
pub use id::{ArticleId, EntityId, EventId};
pub use likeness::{Likeness, claims, contradictions, kinds_akin, likeness};
pub use look::{
    Columns, Edge, EntityIndex, FacetRow, Facets, Filter, Grain, HomeChoice, LabelDensity, LaneBy, LaneGroup,
    LaneIndex, LaneOrder, Lists, Mark, MarkBits, MarkFacts, Paper, Participation, PinnedLabel, Reading,
    Roles, Saying, Segment, Sieve, Switch, Theme, Tie, View, ViewChange,
};
pub use sentence::{Part, Sentence};
pub use sources::{Sources, sources_of};
pub use time::{End, Parts, Precision, Span, Stamp, When, WhenError, spoken_date, spoken_event};
pub use words::{Arg, BareWords, Words};
