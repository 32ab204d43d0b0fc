//! Proposed events: accepted, added to an event, rejected, and proposed anew (contract 5).

use std::collections::BTreeSet;

use rusqlite::OptionalExtension;

use super::super::keys::{self, Letter};
use super::super::rows::Table;
use super::{Entry, Surroundings, labels, with_known};
use crate::model::{Candidate, CandidateDraft, CandidateEdit, EventId, Quote, Sentence, claims};
use crate::store::case_json;
use crate::store::error::StoreError;
use crate::store::read;

/// A candidate's row.
struct Stored {
    row: i64,
    state: String,
    draft: CandidateDraft,
}

impl Entry<'_, '_> {
    pub(super) fn candidate(
        &mut self,
        edit: &CandidateEdit,
        around: &mut Surroundings<'_>,
    ) -> Result<Sentence, StoreError> {
        match edit {
            CandidateEdit::Accept { key, event } => {
                let stored = self.waiting(key)?;
                if event.id != EventId(0) {
                    return Err(StoreError::Refused(Sentence::new("refused-accepted-old")));
                }
                let id = self.add_event(event, around)?;
                self.decide(stored.row, "accepted", Some(id))?;
                Ok(Sentence::new("step-accept").said_of("what", labels::named(&event.title)))
            }
            CandidateEdit::Merge { key, into, quotes } => self.merge_candidate(key, *into, quotes),
            CandidateEdit::Reject(keys) => {
                let stored = self.all_of(keys, "waiting")?;
                stored.iter().try_for_each(|one| self.decide(one.row, "rejected", None))?;
                let titles = stored.iter().map(|one| one.draft.title.as_str());
                Ok(Sentence::new("step-reject").said_of("what", labels::several(titles, "step-proposed")))
            }
            CandidateEdit::Reopen(keys) => {
                let stored = self.all_of(keys, "rejected")?;
                stored.iter().try_for_each(|one| self.decide(one.row, "waiting", None))?;
                let titles = stored.iter().map(|one| one.draft.title.as_str());
                Ok(Sentence::new("step-reopen").said_of("what", labels::several(titles, "step-proposed")))
            }
            CandidateEdit::Propose { article, candidates } => {
                self.propose(article, candidates, false, around)
            }
        }
    }

    fn stored(&self, key: &str) -> Result<Stored, StoreError> {
        let sql = concat!("SELECT id, state, draft FROM candidate WHERE key = ?1 AND ", read::live!("batch"));
        let found: Option<(i64, String, String)> = self
            .pen
            .connection
            .prepare_cached(sql)?
            .query_row([key], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        let (row, state, draft) = found
            .ok_or_else(|| StoreError::Refused(Sentence::new("refused-no-proposal").quoting("key", key)))?;
        Ok(Stored { row, state, draft: case_json::draft_from(serde_json::from_str(&draft)?) })
    }

    fn waiting(&self, key: &str) -> Result<Stored, StoreError> {
        let stored = self.stored(key)?;
        let title = labels::named(&stored.draft.title);
        match stored.state.as_str() {
            "waiting" => Ok(stored),
            "rejected" => {
                Err(StoreError::Refused(Sentence::new("refused-was-rejected").said_of("what", title)))
            }
            _ => Err(StoreError::Refused(Sentence::new("refused-was-accepted").said_of("what", title))),
        }
    }

    fn all_of(&self, keys: &[String], state: &str) -> Result<Vec<Stored>, StoreError> {
        let keys: BTreeSet<&String> = keys.iter().collect();
        let stored: Vec<Stored> = keys.into_iter().map(|key| self.stored(key)).collect::<Result<_, _>>()?;
        if stored.is_empty() {
            return Err(StoreError::Refused(Sentence::new("refused-no-proposals")));
        }
        match stored.iter().find(|one| !one.state.starts_with(state)) {
            None => Ok(stored),
            Some(other) => {
                let state_of = |state: &str| Sentence::word(format!("proposal-{state}"));
                let said =
                    Sentence::new("refused-other-state").said_of("what", labels::named(&other.draft.title));
                Err(StoreError::Refused(
                    said.said_of("is", state_of(&other.state)).said_of("not", state_of(state)),
                ))
            }
        }
    }

    fn decide(&mut self, row: i64, state: &str, event: Option<i64>) -> Result<(), StoreError> {
        self.watch(Table::Candidate, "id", row)?;
        self.pen
            .connection
            .prepare_cached("UPDATE candidate SET state = ?2, event = ?3 WHERE id = ?1")?
            .execute((row, state, event))?;
        Ok(())
    }

    fn merge_candidate(
        &mut self,
        key: &str,
        into: EventId,
        quotes: &[Quote],
    ) -> Result<Sentence, StoreError> {
        let stored = self.waiting(key)?;
        let mut event = self.event_there(into)?;
        let claimed = claims(&stored.draft, &event);
        let mut changed = false;
        for quote in quotes {
            let mut quote = quote.clone();
            quote.says = quote.says.or_else(|| claimed.clone());
            let same = |known: &Quote| known.article == quote.article && known.place == quote.place;
            if event.quotes.iter().any(same) {
                continue;
            }
            // A citation of the article has found its words.
            let bare = |known: &&mut Quote| {
                known.article == quote.article && known.place.is_none() && known.exact.is_none()
            };
            match event.quotes.iter_mut().find(bare) {
                Some(citation) => *citation = quote,
                None => event.quotes.push(quote),
            }
            changed = true;
        }
        if changed {
            self.put_event(&event)?;
        }
        self.touched.insert(into.0);
        self.decide(stored.row, "merged", Some(into.0))?;
        Ok(Sentence::new("step-add-source").said_of("what", labels::named(&event.title)))
    }

    /// Puts candidates in the place of those of an article that wait; `is_new`: it came with this edit.
    pub(super) fn propose(
        &mut self,
        key: &str,
        candidates: &[Candidate],
        is_new: bool,
        around: &mut Surroundings<'_>,
    ) -> Result<Sentence, StoreError> {
        let (row, article) = self.article_called(key)?;
        if let Some(stray) = candidates.iter().find(|one| one.article != key) {
            let other = &stray.article;
            return Err(StoreError::Refused(
                Sentence::new("refused-stray-proposal").quoting("article", other),
            ));
        }
        let fault = with_known(self.pen, &BTreeSet::from([key]), |known| {
            candidates.iter().find_map(|one| known.candidate_fault(one))
        })?;
        if let Some(sentence) = fault {
            return Err(StoreError::Refused(sentence));
        }
        // To look for the candidates of an article is to look at all there are, and one that comes only now has none.
        let mut decided = Vec::new();
        if !is_new {
            let sql = "UPDATE candidate SET batch = ?2 WHERE article = ?1 AND state = 'waiting'";
            let grave = self.grave()?;
            self.bury(Table::Candidate, "article", row, sql, grave)?;
            decided = self.decided(row)?;
        }
        let connection = self.pen.connection;
        let newest = article.text.as_ref().map(|text| text.rev);
        let mut proposed = 0_usize;
        for one in candidates {
            let rev = one.rev.or(newest);
            let known = |(at, start, end, draft): &(Option<u32>, usize, usize, CandidateDraft)| {
                *at == rev
                    && *start < one.end
                    && one.start < *end
                    && draft.kind == one.draft.kind
                    && draft.when == one.draft.when
            };
            if decided.iter().any(known) {
                continue;
            }
            let mut one = one.clone();
            if one.key.is_empty() || keys::taken(connection, Letter::Candidate, &one.key)? {
                one.key = keys::fresh(connection, Letter::Candidate, around)?;
            }
            let made = self.pen.write_candidate(0, &one)?;
            if is_new {
                self.watch.born(Table::Candidate, "id", made);
            }
            proposed += 1;
        }
        self.report.candidates = proposed;
        Ok(labels::article("step-propose", &article).number("n", proposed))
    }

    /// Where decided candidates of an article stand, and what they say.
    #[allow(clippy::type_complexity)] // Read in one place, where its parts are named.
    fn decided(&self, article: i64) -> Result<Vec<(Option<u32>, usize, usize, CandidateDraft)>, StoreError> {
        let sql = concat!(
            "SELECT rev, first, past, draft FROM candidate WHERE article = ?1 AND state <> 'waiting' AND ",
            read::live!("batch")
        );
        let mut select = self.pen.connection.prepare_cached(sql)?;
        let rows = select.query_map([article], |row| {
            let place: (i64, i64) = (row.get(1)?, row.get(2)?);
            Ok((row.get(0)?, place, row.get::<_, String>(3)?))
        })?;
        let scalar = |number: i64| usize::try_from(number).unwrap_or(0);
        let mut decided = Vec::new();
        for row in rows {
            let (rev, (start, end), draft) = row?;
            let draft = case_json::draft_from(serde_json::from_str(&draft)?);
            decided.push((rev, scalar(start), scalar(end), draft));
        }
        Ok(decided)
    }
}
