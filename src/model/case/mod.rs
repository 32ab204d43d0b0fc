//! What a case holds: events, lanes, articles, entities, links, and all of it as one value.

mod article;
mod content;
mod count;
mod entity;
mod event;
pub mod gazetteer;
mod kind;
mod lane;
mod link;
mod status;
mod text;

pub use article::{Article, Original, PublishedFrom, Quote, Revision, Says};
pub use content::{Candidate, CandidateDraft, CaseContent};
pub use count::{Count, Unit};
pub use entity::{Entity, EntityType};
pub use event::{DATE_ROLES, Differences, EntityRole, Event, FurtherDate, Involvement, Participant, Role};
pub use kind::{Family, Figure, KindIndex, Kinds, OTHER, OwnKind, STANDARD};
pub use lane::{Lane, LaneCode, LaneType};
pub use link::{Link, LinkType};
pub use status::Status;
pub use text::Text;
