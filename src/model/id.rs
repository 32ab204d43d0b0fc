//! Small copyable names for stored things, one type each so that they never mix.
//!
//! They are row numbers of a case file: never reused, and never shown outside (contract 7 gives the keys that are).

macro_rules! row_ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(pub i64);
    )* };
}

row_ids! {
    /// An event's row.
    EventId,
    /// An article's row.
    ArticleId,
    /// An entity's row.
    EntityId,
}
