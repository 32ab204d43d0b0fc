//! What an article's words seem to say: proposed when it arrives, and taken at once where that was asked.

use std::sync::{Arc, OnceLock};

use crate::intake::{Extraction, Known, Lexicons, Proposal, Question};
use crate::model::{Article, Candidate, CandidateDraft, Edit, Entity, Likeness, Quote, Sentence};

use super::super::super::jobs::Answer;
use super::super::super::outside::lexicon_folder;
use super::super::super::review;
use super::super::FileError;
use super::super::desk::{Desk, answer};
use super::super::extract::lexicons;
use super::super::source::Taken;

/// Proposes on the threads that read, knowing the case as it was when the files came.
#[derive(Debug, Default)]
pub(in super::super) struct Proposer {
    known: Known,
    lexicons: OnceLock<Lexicons>,
}

impl Proposer {
    /// One that knows these entities.
    pub(in super::super) fn new(entities: Vec<Entity>) -> Self {
        Self { known: Known { entities }, lexicons: OnceLock::new() }
    }

    /// Adds to an article that was read what it seems to say.
    pub(in super::super) fn propose(&self, taken: &mut Taken) {
        let Some(article) = taken.content.articles.first().filter(|_| taken.original.is_some()) else {
            return;
        };
        let notes = &mut taken.notes;
        // What is wrong with one of the user's own is told by whoever reads them.
        let lexicons = self.lexicons.get_or_init(|| {
            let (lexicons, wrong) = lexicons(lexicon_folder().as_deref());
            notes.extend(wrong);
            lexicons
        });
        taken.content.candidates = candidates(article, &self.known, lexicons, notes);
        taken.is_proposed = true;
    }
}

/// What is found in an article's text; `None` where it has none.
fn found_in(article: &Article, known: &Known, lexicons: &Lexicons) -> Option<Extraction> {
    let revision = article.text.as_ref()?;
    let question = Question {
        text: &revision.text,
        language: article.language.as_deref(),
        published: article.published.as_ref(),
        known,
        lexicons,
    };
    Some(question.answer())
}

/// What an article seems to say, each with its words; notes say what was doubtful.
fn candidates(
    article: &Article,
    known: &Known,
    lexicons: &Lexicons,
    notes: &mut Vec<Sentence>,
) -> Vec<Candidate> {
    let Some(found) = found_in(article, known, lexicons) else { return Vec::new() };
    notes.extend(found.notes);
    let text = &found.text;
    let candidate = |proposal: Proposal| {
        let more = proposal.more_quotes.iter();
        let more_quotes = more.map(|span| (text.scalar_at(span.start), text.scalar_at(span.end))).collect();
        Candidate {
            key: String::new(),
            article: article.key.clone(),
            rev: None,
            start: text.scalar_at(proposal.quote.start),
            end: text.scalar_at(proposal.quote.end),
            draft: CandidateDraft { more_quotes, ..proposal.draft },
            score: proposal.score,
        }
    };
    found.proposals.into_iter().map(candidate).collect()
}

impl Desk {
    /// The candidates that an article brings, by what the case knows now.
    pub(super) fn candidates_of(
        &mut self,
        article: &Article,
        notes: &mut Vec<Sentence>,
    ) -> Result<Vec<Candidate>, FileError> {
        let lexicons = self.lexicons(notes);
        let known = Known { entities: self.store()?.entities()? };
        Ok(candidates(article, &known, &lexicons, notes))
    }

    /// What is found in an article, by what the case knows now.
    pub(super) fn read_for_words(&mut self, article: &Article) -> Result<Option<Extraction>, FileError> {
        // What is wrong with a lexicon was told when the article was read.
        let lexicons = self.lexicons(&mut Vec::new());
        let known = Known { entities: self.store()?.entities()? };
        Ok(found_in(article, &known, &lexicons))
    }

    /// What the words of a quote seem to say, read in their article; nothing of an article so long that a reader would
    /// wait for it.
    pub(in super::super::super) fn said_by(&mut self, quote: &Quote) -> Answer {
        /// Bytes of a text that is read in a moment.
        const SHORT: usize = 200_000;
        answer((|| {
            let article = self.store()?.article(&quote.article)?;
            let short = article.filter(|one| one.text.as_ref().is_some_and(|text| text.text.len() <= SHORT));
            let (Some(article), Some((start, end))) = (short, quote.place) else {
                return Ok(Answer::Nothing);
            };
            // What is doubtful in the article was told when it arrived.
            let found = self.candidates_of(&article, &mut Vec::new())?;
            let shared = |one: &Candidate| one.end.min(end).saturating_sub(one.start.max(start));
            let of_these = found.into_iter().filter(|one| shared(one) * 2 > one.end - one.start);
            let best = of_these.max_by(|a, b| {
                shared(a).cmp(&shared(b)).then(a.score.total_cmp(&b.score)).then(b.start.cmp(&a.start))
            });
            Ok(best.map_or(Answer::Nothing, |one| Answer::Said(Box::new(quote.clone()), Box::new(one.draft))))
        })())
    }

    /// The lexicons, read once; what is wrong with one of the user's own is told then.
    fn lexicons(&mut self, notes: &mut Vec<Sentence>) -> Arc<Lexicons> {
        let known = self.lexicons.get_or_insert_with(|| {
            let (lexicons, wrong) = lexicons(lexicon_folder().as_deref());
            notes.extend(wrong);
            Arc::new(lexicons)
        });
        Arc::clone(known)
    }

    /// Takes every candidate of an article that waits: one that is in the case already, equal in day, lanes, kind and
    /// count, adds its quote there, all others become events. Gives how many became events and how many were added.
    pub(super) fn accept_all(&mut self, article: &str) -> Result<(usize, usize), FileError> {
        let review = review::sorted(self.store()?, Some(article))?;
        let (mut made, mut merged) = (0, 0);
        for one in &review.waiting {
            let equal = one.like.as_ref().is_some_and(|like| like.how == Likeness::Equal);
            let edit = if equal { review::added(one) } else { review::made(one) };
            self.edit(&Edit::Candidate(edit))?;
            if equal { merged += 1 } else { made += 1 }
        }
        Ok((made, merged))
    }
}
