//! What is known: events, lanes, articles, views and time, as plain values.
//!
//! Deliberately absent: files, databases, toolkits, colours, clocks. Nothing here fails but parsing.

mod article;
mod case_read;
mod content;
mod count;
mod edit;
mod entity;
mod event;
pub mod gazetteer;
mod id;
mod kind;
mod lane;
mod link;
mod mark;
mod spoken;
mod stamp;
mod status;
mod text;
mod view;
mod when;
mod words;

pub use article::{Article, Original, Quote, Revision, Says};
pub use case_read::CaseRead;
pub use content::{Candidate, CandidateDraft, CaseContent};
pub use count::{Count, Unit};
pub use edit::{Change, Edit, EventEdit, Import, ImportReport};
pub use entity::{Entity, EntityType};
pub use event::{DATE_ROLES, Differences, EntityRole, Event, FurtherDate, Involvement, Participant, Role};
pub use id::{ArticleId, EntityId, EventId};
pub use kind::{Family, Figure, KindIndex, Kinds, OTHER, OwnKind, STANDARD};
pub use lane::{Lane, LaneCode, LaneType};
pub use link::{Link, LinkType};
pub use mark::{
    Columns, Edge, EntityIndex, Grain, LaneIndex, Mark, MarkBits, MarkFacts, Participation, Reading, Roles,
    Tie,
};
pub use spoken::{spoken_date, spoken_event};
pub use stamp::{Span, Stamp};
pub use status::Status;
pub use text::Text;
pub use view::{
    Filter, HomeChoice, LaneBy, LaneGroup, LaneOrder, Paper, PinnedLabel, Segment, Sieve, Switch, Theme, View,
};
pub use when::{End, Parts, Precision, When, WhenError};
pub use words::{Arg, BareWords, Words};
