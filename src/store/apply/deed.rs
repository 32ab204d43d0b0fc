//! Deeds: what an edit does, in the form in which history keeps it, with what undoes it (contract 8).

use serde::{Deserialize, Serialize};

use super::anchor::{self, Place};
use super::batch;
use super::pen::Pen;
use super::redraw::Stale;
use super::rows::{RowStep, Table, take_all};
use crate::model::{EventId, ImportReport, Reach, ViewChange};
use crate::store::case_json::{self, FileView};
use crate::store::error::StoreError;
use crate::store::{open, read};

/// A change as history keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) enum Deed {
    /// An import comes alive or is taken back; by reference, its rows stay.
    Batch {
        id: i64,
        alive: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        over: Option<Over>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        moved: Vec<Place>,
        /// Rows that were there before, or that others may declare too: lanes, kinds, links that had been removed.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        rows: Vec<RowStep>,
    },
    /// Anything else, row by row.
    Rows(Rows),
}

/// What an import into an empty case puts in the place of what was there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Over {
    pub title: String,
    pub zone: Option<String>,
    pub views: Vec<FileView>,
    /// The views that these take the place of, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<Vec<FileView>>,
}

/// A change row by row.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Rows {
    /// The events that it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<i64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<RowStep>,
    /// Rows that are there by reference come alive, or are taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<(i64, bool)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseFacts>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub views: Vec<KeptViewChange>,
}

/// What a case says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct CaseFacts {
    pub title: String,
    pub zone: Option<String>,
}

/// A [`ViewChange`] as history keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct KeptViewChange {
    view: String,
    filter: bool,
    before: Vec<String>,
    after: Vec<String>,
}

/// A deed done, its inverse, and whom it touched.
#[derive(Debug)]
pub(super) struct Done {
    pub forward: Deed,
    pub inverse: Deed,
    pub touched: Vec<EventId>,
    pub reach: Reach,
    pub views: Vec<ViewChange>,
    pub report: ImportReport,
    /// Key of what was made.
    pub made: Option<String>,
}

/// What a deed that was performed changed.
#[derive(Debug, Default)]
pub(super) struct Effect {
    pub touched: Vec<EventId>,
    pub reach: Reach,
    pub views: Vec<ViewChange>,
}

impl Rows {
    /// Whether there is nothing to do.
    pub(super) fn is_empty(&self) -> bool {
        self.steps.is_empty() && self.batch.is_none() && self.case.is_none() && self.views.is_empty()
    }

    /// What of a case the rows belong to.
    pub(super) fn reach(&self) -> Reach {
        let mut reach = Reach { case: self.case.is_some(), ..Reach::default() };
        // Places among the kinds, and the zone, are part of every mark.
        reach.all = self.batch.is_some() || self.case.is_some();
        for step in &self.steps {
            match step.place().0 {
                Table::Lane => reach.lanes = true,
                Table::Kind => {
                    reach.kinds = true;
                    reach.all |= step.touches("pos");
                }
                Table::Entity | Table::Alias => reach.entities = true,
                Table::Article | Table::ArticleText => reach.articles = true,
                Table::Link | Table::LinkQuote => reach.links = true,
                Table::Candidate => reach.candidates = true,
                _ => {}
            }
        }
        if reach.all { Reach::ALL } else { reach }
    }
}

impl CaseFacts {
    /// As the case says now.
    pub(super) fn now(connection: &rusqlite::Connection) -> Result<Self, StoreError> {
        let title = open::meta(connection, "title")?.unwrap_or_default();
        Ok(Self { title, zone: open::meta(connection, "zone")? })
    }

    /// Says so from now on.
    pub(super) fn put(&self, connection: &rusqlite::Connection) -> Result<(), StoreError> {
        open::set_meta(connection, "title", &self.title)?;
        match &self.zone {
            Some(zone) => open::set_meta(connection, "zone", zone)?,
            None => {
                connection.execute("DELETE FROM meta WHERE name = 'zone'", [])?;
            }
        }
        Ok(())
    }
}

impl From<&ViewChange> for KeptViewChange {
    fn from(change: &ViewChange) -> Self {
        let ViewChange { view, filter, before, after } = change.clone();
        Self { view, filter, before, after }
    }
}

impl From<&KeptViewChange> for ViewChange {
    fn from(kept: &KeptViewChange) -> Self {
        let KeptViewChange { view, filter, before, after } = kept.clone();
        Self { view, filter, before, after }
    }
}

/// Does a deed that was kept; tells what it changes.
pub(super) fn perform(pen: &mut Pen<'_>, deed: &Deed) -> Result<Effect, StoreError> {
    match deed {
        Deed::Batch { id, alive, over, moved, rows } => {
            for place in moved {
                anchor::put(pen, place)?;
            }
            if let Some(over) = over {
                batch::put_over(pen.connection, over)?;
            }
            let touched = if *alive {
                take_all(pen.connection, rows)?;
                batch::revive(pen, *id)?
            } else {
                let touched = batch::kill(pen, *id)?;
                take_all(pen.connection, rows)?;
                pen.dip()?;
                touched
            };
            Ok(Effect { touched, reach: Reach::ALL, views: Vec::new() })
        }
        Deed::Rows(rows) => perform_rows(pen, rows),
    }
}

fn perform_rows(pen: &mut Pen<'_>, rows: &Rows) -> Result<Effect, StoreError> {
    let connection = pen.connection;
    let zone = match &rows.case {
        Some(facts) => CaseFacts::now(connection)?.zone != facts.zone,
        None => false,
    };
    let stale = Stale::of(pen, &rows.steps, rows.batch.map(|(id, _)| id), zone)?;
    stale.erase(pen)?;
    take_all(connection, &rows.steps)?;
    if let Some((id, alive)) = rows.batch {
        batch::set_alive(connection, id, alive)?;
    }
    if let Some(facts) = &rows.case {
        facts.put(connection)?;
    }
    let views: Vec<ViewChange> = rows.views.iter().map(ViewChange::from).collect();
    change_views(connection, &views)?;
    stale.write(pen)?;
    let touched = rows.events.iter().copied().map(EventId).collect();
    Ok(Effect { touched, reach: rows.reach(), views })
}

/// Changes the saved views that still are as the change knows them.
pub(super) fn change_views(
    connection: &rusqlite::Connection,
    changes: &[ViewChange],
) -> Result<(), StoreError> {
    if changes.is_empty() {
        return Ok(());
    }
    let mut views = read::views(connection)?;
    for change in changes {
        for view in &mut views {
            change.make_in(view);
        }
    }
    read::write_views(connection, &views)
}

/// The views of a case as history keeps them.
pub(super) fn view_shapes(views: &[crate::model::View]) -> Vec<FileView> {
    views.iter().map(case_json::view_to).collect()
}
