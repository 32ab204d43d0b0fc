//! Kinds of events that the case adds.

use super::super::redraw::Stale;
use super::super::rows::Table;
use super::{Entry, labels};
use crate::model::{Family, KindEdit, OwnKind, Sentence};
use crate::store::case_json::{Code, Colour};
use crate::store::error::StoreError;
use crate::store::{read, rules};

/// Where a kind may be named, and the key of how the place is called.
const USES: [(&str, &str); 4] = [
    (
        "SELECT count(*) FROM event WHERE kind = ?1 AND ?2 IS NOT NULL \
         AND batch NOT IN (SELECT id FROM batch WHERE dead = 1)",
        "used-by-events",
    ),
    (
        "SELECT count(*) FROM quote q JOIN event e ON e.id = q.event WHERE ?1 IS NOT NULL \
         AND json_extract(q.says, '$.kind') = ?1 AND ?2 IS NOT NULL \
         AND e.batch NOT IN (SELECT id FROM batch WHERE dead = 1)",
        "used-by-quotes",
    ),
    (
        "SELECT count(*) FROM link_quote q JOIN link k ON k.id = q.link WHERE json_extract(q.says, '$.kind') = ?1 \
         AND ?2 IS NOT NULL AND k.batch NOT IN (SELECT id FROM batch WHERE dead = 1)",
        "used-by-links",
    ),
    (
        "SELECT count(*) FROM candidate WHERE state = 'waiting' AND json_extract(draft, '$.kind') = ?1 \
         AND ?2 IS NOT NULL AND batch NOT IN (SELECT id FROM batch WHERE dead = 1)",
        "used-by-proposals",
    ),
];

impl Entry<'_, '_> {
    pub(super) fn kind(&mut self, edit: &KindEdit) -> Result<Sentence, StoreError> {
        match edit {
            KindEdit::Put(kind) => self.put_kind(kind),
            KindEdit::Remove(id) => self.remove_kind(id),
        }
    }

    fn put_kind(&mut self, kind: &OwnKind) -> Result<Sentence, StoreError> {
        let connection = self.pen.connection;
        let own = read::own_kinds(connection)?;
        let known = own.iter().any(|one| one.id == kind.id);
        if kind.id.trim().is_empty() || kind.label.trim().is_empty() {
            return Err(StoreError::Refused(Sentence::new("refused-kind-nameless")));
        }
        if !known && self.pen.kinds.index_of(&kind.id).is_some() {
            return Err(StoreError::Refused(Sentence::new("refused-kind-is-ours").quoting("kind", &kind.id)));
        }
        if !known && own.len() >= rules::MOST_KINDS {
            let most = rules::MOST_KINDS;
            return Err(StoreError::Refused(
                Sentence::new("refused-kinds-full").text("most", most.to_string()),
            ));
        }
        if let Some(colour) = &kind.colour {
            Colour::read(colour).map_err(|_| {
                StoreError::Refused(Sentence::new("refused-no-colour").quoting("colour", colour))
            })?;
        }
        let sql =
            "SELECT pos FROM kind WHERE id = ?1 UNION ALL SELECT 1 + coalesce(max(pos), 0) FROM kind LIMIT 1";
        let pos: i64 = connection.prepare_cached(sql)?.query_row([&kind.id], |row| row.get(0))?;
        self.watch(Table::Kind, "pos", pos)?;
        connection
            .prepare_cached(
                "INSERT INTO kind (pos, id, batch, label, family, colour) VALUES (?1, ?2, 0, ?3, ?4, ?5) \
                 ON CONFLICT (pos) DO UPDATE SET label = ?3, family = ?4, colour = ?5",
            )?
            .execute((pos, &kind.id, &kind.label, kind.family.map(Family::code), &kind.colour))?;
        let key = if known { "step-change-kind" } else { "step-add-kind" };
        Ok(Sentence::new(key).said_of("name", labels::named(&kind.label)))
    }

    fn remove_kind(&mut self, id: &str) -> Result<Sentence, StoreError> {
        let connection = self.pen.connection;
        let kind = read::own_kinds(connection)?.into_iter().find(|kind| kind.id == id);
        let Some(kind) = kind else {
            return Err(StoreError::Refused(Sentence::new("refused-no-own-kind").quoting("kind", id)));
        };
        for (sql, place) in USES {
            let uses: i64 = connection.prepare_cached(sql)?.query_row((id, 0), |row| row.get(0))?;
            if uses > 0 {
                return Err(StoreError::Refused(
                    Sentence::new("refused-kind-used")
                        .said_of("what", labels::named(&kind.label))
                        .said_of("place", Sentence::new(place))
                        .text("n", uses.to_string()),
                ));
            }
        }
        let sql = "SELECT pos FROM kind WHERE id = ?1";
        let pos: i64 = connection.prepare_cached(sql)?.query_row([id], |row| row.get(0))?;
        self.watch(Table::Kind, "pos", pos)?;
        // The kinds after it move up, and with them the numbers in the drawing table.
        let stale = Stale::own_kinds(self.pen)?;
        stale.erase(self.pen)?;
        connection.prepare_cached("DELETE FROM kind WHERE pos = ?1")?.execute([pos])?;
        stale.write(self.pen)?;
        Ok(Sentence::new("step-remove-kind").said_of("name", labels::named(&kind.label)))
    }
}
