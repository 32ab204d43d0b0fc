//! What the case says of itself: its title and its zone.

use super::super::deed::CaseFacts;
use super::super::redraw::Stale;
use super::{Entry, labels};
use crate::model::{CaseEdit, Sentence};
use crate::store::case_json::{Code, Zone};
use crate::store::error::StoreError;

impl Entry<'_, '_> {
    pub(super) fn case(&mut self, edit: &CaseEdit) -> Result<Sentence, StoreError> {
        let connection = self.pen.connection;
        let before = CaseFacts::now(connection)?;
        self.case = Some(before.clone());
        match edit {
            CaseEdit::Title(title) => {
                CaseFacts { title: title.clone(), ..before }.put(connection)?;
                Ok(Sentence::new("step-retitle-case").said_of("name", labels::named(title)))
            }
            CaseEdit::Zone(zone) => {
                if let Some(zone) = zone {
                    Zone::read(zone).map_err(|_| {
                        StoreError::Refused(Sentence::new("refused-no-zone").quoting("zone", zone))
                    })?;
                }
                let zone = zone.clone().filter(|zone| zone != "UTC");
                let spoken = zone.clone().unwrap_or_else(|| "UTC".to_owned());
                let stale = Stale::zone(connection)?;
                stale.erase(self.pen)?;
                CaseFacts { zone, ..before }.put(connection)?;
                stale.write(self.pen)?;
                Ok(Sentence::new("step-zone").text("zone", spoken))
            }
        }
    }
}
