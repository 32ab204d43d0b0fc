//! Words that tell an event, and how they tell it: done or suffered, planned, denied, only thought of.

use super::super::super::find::Sort;
use super::super::super::lexicon::{Noun, Trigger, Voice, Work};
use super::parties::Party;
use super::reading::Reading;

/// A trigger in a sentence.
#[allow(clippy::struct_excessive_bools)] // What is told of it is told apart.
#[derive(Debug, Clone)]
pub(in crate::intake) struct Told<'a> {
    pub(in crate::intake) trigger: &'a Trigger,
    /// Indices of its words; `last` exclusive.
    pub(in crate::intake) first: usize,
    pub(in crate::intake) last: usize,
    pub(in crate::intake) manner: Manner,
    /// Will happen, by announcement.
    pub(in crate::intake) planned: bool,
    /// Borrows its subject: "accusing", "to expel".
    pub(in crate::intake) dependent: bool,
    /// It hangs on another's words: "accused of damaging", "charged with spying".
    pub(in crate::intake) alluded: bool,
    /// "expels", as titles say what is new.
    pub(in crate::intake) present: bool,
    /// Its words lie around others: "declare … persona non grata".
    pub(in crate::intake) gapped: bool,
    /// It leads the sentence, and whom it is told of stands behind its comma: "Sacked by the king, the minister …".
    pub(in crate::intake) fronted: bool,
    /// It hangs on a noun without an auxiliary: "a diplomat jailed in Riga".
    pub(in crate::intake) reduced: bool,
}

/// How an event is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::intake) enum Manner {
    Active,
    Passive,
    Nominal,
}

/// Words before a verb that are looked at for auxiliaries.
const BEFORE: usize = 6;

/// The same where a verb may stand last.
const FAR: usize = 16;

/// The triggers of a sentence that tell something that happened or will.
pub(in crate::intake) fn triggers_of<'a>(
    reading: &'a Reading<'_>,
    first: usize,
    last: usize,
    parties: &[Party],
) -> Vec<Told<'a>> {
    let mut found: Vec<Told<'a>> = Vec::new();
    // Up to here the words belong to a phrase with a gap.
    let mut busy = first;
    let mut at = first;
    while at < last {
        let Some(hit) = reading.language.triggers.longest(&reading.words, at, last) else {
            at += 1;
            continue;
        };
        // "in March in Vienna": a month does not march.
        let dated = reading.dates[..reading.dates.partition_point(|date| date.first <= at)].last();
        let dated = dated.is_some_and(|date| at < date.last);
        if at >= busy
            && !dated
            && let Some(told) = told(reading, hit.value, (first, at, hit.end), hit.gapped, parties)
        {
            busy = if hit.gapped && !hit.value.weak { hit.end } else { busy };
            found.push(told);
        }
        at = if hit.gapped { at + 1 } else { hit.end };
    }
    found
}

fn told<'a>(
    reading: &Reading<'_>,
    trigger: &'a Trigger,
    (sentence, at, end): (usize, usize, usize),
    gapped: bool,
    parties: &[Party],
) -> Option<Told<'a>> {
    // "If convicted, they face …": nothing of it has happened.
    if reading.work(sentence) == Some(Work::Maybe) {
        return None;
    }
    let before = Before::look(reading, sentence, at);
    let fronted = leads_to_a_comma(reading, (sentence, at, end), parties);
    if before.not || before.maybe {
        return None;
    }
    // "Malta is said to be weighing it": somebody else says so.
    let saying = reading.work(at) == Some(Work::Speech);
    if trigger.weak && saying && before.passive && reading.work(end) == Some(Work::To) {
        return None;
    }
    let rules = &reading.language.lexicon.sentences;
    // The verb of "sent home" stands first, that of "persona non grata erklärt" last.
    let ends_in = |endings: &[String]| {
        let ends =
            |at: usize| endings.iter().any(|ending| reading.words[at].lower.ends_with(ending.as_str()));
        ends(at) || !gapped && ends(end - 1)
    };
    let (participle, gerund) = (ends_in(&rules.participles), ends_in(&rules.gerunds));
    let mut hangs_on_a_noun = false;
    let manner = match trigger.voice {
        Voice::Noun => Manner::Nominal,
        Voice::Passive => Manner::Passive,
        Voice::Clause => Manner::Active,
        // "a hacking group", "the bombing raids"
        Voice::Verb if gerund && !gapped && describes(reading, sentence, at, end) => return None,
        Voice::Verb if !participle && !gerund && is_a_noun(reading, sentence, at, end) => Manner::Nominal,
        // "was picked up"
        Voice::Verb if reading.work(at) == Some(Work::Passive) => Manner::Passive,
        // "have been responsible for": who is blamed stands before it.
        Voice::Verb if trigger.kind == "accusation" && reading.work(at) == Some(Work::Perfect) => {
            Manner::Passive
        }
        Voice::Verb if gerund || !participle => Manner::Active,
        // "was given 13 years at a closed trial": the auxiliary is another verb's.
        Voice::Verb if leads_a_noun(reading, sentence, at, end) => return None,
        Voice::Verb if before.passive => Manner::Passive,
        Voice::Verb if before.perfect => Manner::Active,
        Voice::Verb if fronted => Manner::Passive,
        // "for alleged espionage": told of a thing, and not by whom.
        Voice::Verb if !gapped && is_hung(reading, sentence, at) => return None,
        Voice::Verb => {
            let manner;
            (manner, hangs_on_a_noun) = bare(reading, trigger, (sentence, at, end), gapped, parties)?;
            manner
        }
    };
    // "jets bombed": who did it stands in the phrase.
    let own = parties.iter().find(|party| party.first <= at && at < party.last && party.last < end);
    let verb = own.filter(|_| trigger.voice == Voice::Clause).map_or(at, |party| party.last);
    let dependent = manner != Manner::Nominal && (gerund && !before.passive && !before.perfect || before.to);
    let hung = at.checked_sub(1).filter(|before| *before >= sentence).and_then(|before| reading.work(before));
    let alluded = gerund && matches!(hung, Some(Work::Of | Work::With | Work::For | Work::Cause));
    let now = rules.present.iter().any(|ending| reading.words[verb].lower.ends_with(ending.as_str()));
    let present = now && manner == Manner::Active && !participle && !before.any();
    Some(Told {
        trigger,
        present,
        first: verb,
        last: end,
        manner,
        planned: before.future,
        dependent,
        alluded,
        gapped,
        fronted: fronted && manner == Manner::Passive,
        reduced: hangs_on_a_noun,
    })
}

/// How a participle without an auxiliary tells its event, and whether it hangs on a noun for people.
fn bare(
    reading: &Reading<'_>,
    trigger: &Trigger,
    (sentence, at, end): (usize, usize, usize),
    gapped: bool,
    parties: &[Party],
) -> Option<(Manner, bool)> {
    // "a ship suspected of", "Malta accused of": told of whom, and not by whom.
    let of = reading.language.grammar.longest(&reading.words, at + 1, at + 2);
    let of = of.is_some_and(|hit| *hit.value == Work::Of);
    let told_of = || of || of_a_person(reading, (sentence, at, end), parties);
    if trigger.kind == "accusation" && told_of() {
        return None;
    }
    if attributive(reading, sentence, at, end, parties) {
        return None;
    }
    // "a list of diplomats declared unwelcome": people like these declare nobody so.
    let moved = trigger.kind == "expulsion"
        && parties.iter().any(|party| party.last == at && party.head == Some(Noun::People));
    if moved || !gapped && reduced(reading, at, end, parties) {
        let hangs = parties.iter().any(|party| party.last == at && party.is_people());
        Some((Manner::Passive, hangs))
    } else {
        Some((Manner::Active, false))
    }
}

/// "Forced out by her own party last week, the minister …": a participle that leads its sentence, with a comma behind
/// its phrase and whom it is told of behind that.
fn leads_to_a_comma(
    reading: &Reading<'_>,
    (sentence, at, end): (usize, usize, usize),
    parties: &[Party],
) -> bool {
    let adverb = at == sentence + 1 && reading.words[sentence].lower.ends_with("ly");
    if at != sentence && !adverb {
        return false;
    }
    let hung = |at: usize| {
        matches!(
            reading.work(at),
            Some(Work::By | Work::From | Work::In | Work::With | Work::Against | Work::To | Work::For)
        ) || reading.is_taken(at) && reading.dates.iter().any(|date| date.first == at)
    };
    let Some(comma) = reading.words[end..].iter().position(|word| word.is_mark(",")).map(|gap| end + gap)
    else {
        return false;
    };
    let by = (end..comma).any(|at| reading.work(at) == Some(Work::By));
    let behind = |party: &Party| (comma + 1..=comma + FRONT).contains(&party.first) && party.under.is_none();
    (hung(end) || by) && parties.iter().any(behind)
}

/// Words between the comma behind a leading participle and whom it is told of at most.
pub(super) const FRONT: usize = 5;

/// Whether a preposition stands right before a word, which then describes what follows.
fn is_hung(reading: &Reading<'_>, sentence: usize, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|before| *before >= sentence);
    let before = before.and_then(|before| reading.work(before));
    matches!(
        before,
        Some(Work::For | Work::Of | Work::With | Work::From | Work::By | Work::To | Work::Against | Work::In)
    )
}

/// What stands before a verb.
#[allow(clippy::struct_excessive_bools)] // One answer for each small word that may stand there.
#[derive(Debug, Default)]
struct Before {
    passive: bool,
    perfect: bool,
    future: bool,
    not: bool,
    maybe: bool,
    to: bool,
}

impl Before {
    fn look(reading: &Reading<'_>, sentence: usize, at: usize) -> Self {
        let mut found = Self::default();
        let mut place = at;
        let verb_last = reading.language.lexicon.sentences.verb_last;
        for step in 0..if verb_last { FAR } else { BEFORE } {
            if place <= sentence {
                break;
            }
            place -= 1;
            let word = &reading.words[place];
            if word.sort == Sort::Mark && !matches!(word.lower.as_str(), "\"" | "“" | "”" | "«" | "»" | "-")
            {
                break;
            }
            match reading.work(place) {
                Some(Work::Passive) => found.passive = true,
                Some(Work::Perfect) => found.perfect = true,
                // "suspected of having planned to burn": nothing burned.
                Some(Work::Future) if is_having(reading, sentence, place) => found.maybe = true,
                Some(Work::Future) => found.future = true,
                Some(Work::Not) => found.not |= step < 4,
                Some(Work::To) if step == 0 => found.to = true,
                Some(Work::Would) if reading.is_reported(sentence, place) => found.future = true,
                Some(Work::Would | Work::Maybe) => found.maybe = true,
                // "asked Bulgaria to hand him over"
                Some(Work::Ask) if found.to => found.maybe = true,
                Some(Work::And | Work::Pronoun | Work::Person) => break,
                Some(other) if other.is_border() => {
                    // "will demand that Malta hand them over"
                    let asks = place.checked_sub(1).filter(|before| *before >= sentence);
                    let asks = asks.and_then(|before| reading.work(before));
                    found.maybe |= other.begins_clause() && matches!(asks, Some(Work::Maybe | Work::Ask));
                    found.not |= other.begins_clause() && unsaid(reading, sentence, place);
                    break;
                }
                _ if reading.is_taken(place) && !found.any() && step > 2 && !verb_last => break,
                _ => {}
            }
        }
        found
    }

    fn any(&self) -> bool {
        self.passive || self.perfect || self.future
    }
}

/// Whether "having" stands before the words for what is to come.
fn is_having(reading: &Reading<'_>, sentence: usize, at: usize) -> bool {
    let before = (sentence..at).rev().find(|at| reading.work(*at) != Some(Work::Future));
    before.is_some_and(|before| reading.work(before) == Some(Work::Perfect) && gerund(reading, before))
}

/// Adjectives that stand between a noun and the small word before it at most: "a series of deadly drone attacks".
const ADJECTIVES: usize = 3;

/// "in response to repeated attacks", "a ban", "Malta's strikes": what could be a verb by its form is a noun here.
fn is_a_noun(reading: &Reading<'_>, sentence: usize, at: usize, end: usize) -> bool {
    let mut passed = 0;
    for before in (sentence..at).rev() {
        let word = &reading.words[before];
        if word.lower == "'s" || passed == 0 && word.is_mark("’") {
            return true;
        }
        match reading.work(before) {
            // "the group attacks": a word between may be who does it, and then nothing hangs on the verb.
            Some(Work::Article | Work::Own | Work::Such) if passed > 0 => {
                let hung = matches!(
                    reading.work(end),
                    Some(Work::Of | Work::Against | Work::In | Work::By | Work::From | Work::With)
                );
                return end == at + 1 && hung;
            }
            Some(
                Work::Article
                | Work::Own
                | Work::Such
                | Work::Of
                | Work::Against
                | Work::By
                | Work::From
                | Work::With
                | Work::In
                | Work::For
                | Work::Cause
                | Work::Between,
            ) => return passed > 0 || reading.work(before) != Some(Work::For),
            Some(_) => return false,
            None => {}
        }
        let plain = word.sort == Sort::Letters && !word.capital && !reading.is_taken(before);
        if !plain && !matches!(word.lower.as_str(), "-" | "\"" | "“" | "”")
            || passed == ADJECTIVES
            || reading.is_somebody(before)
        {
            return false;
        }
        passed += usize::from(plain);
    }
    false
}

/// Whether a form in "-ing" stands between an article and its noun.
fn describes(reading: &Reading<'_>, sentence: usize, at: usize, end: usize) -> bool {
    let before = at.checked_sub(1).filter(|before| *before >= sentence);
    let article =
        before.is_some_and(|before| matches!(reading.work(before), Some(Work::Article | Work::Own)));
    let noun = reading.words.get(end).is_some_and(|next| next.sort == Sort::Letters && !next.capital);
    article && noun && reading.work(end).is_none()
}

/// "stopped short of saying that": what follows was not said.
fn unsaid(reading: &Reading<'_>, sentence: usize, that: usize) -> bool {
    let said = that.checked_sub(1).filter(|at| *at >= sentence && reading.work(*at) == Some(Work::Speech));
    said.is_some_and(|said| {
        (sentence.max(said.saturating_sub(4))..said).any(|at| reading.work(at) == Some(Work::Not))
    })
}

/// "the expelled diplomat", "those expelled": the participle tells whom, not what happened.
fn attributive(reading: &Reading<'_>, sentence: usize, at: usize, end: usize, parties: &[Party]) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= sentence) else { return false };
    match reading.work(before) {
        Some(Work::Those) => true,
        // "of expelled diplomats", "sending dismissed officials"
        Some(Work::Of | Work::With | Work::From | Work::By | Work::To | Work::Against)
            if parties.iter().any(|party| party.is_people() && party.first == at + 1) =>
        {
            true
        }
        None if parties.iter().any(|party| party.is_people() && party.first == at + 1)
            && !reading.is_taken(before)
            && gerund(reading, before) =>
        {
            true
        }
        Some(Work::Article | Work::Own) => {
            reading.words.get(end).is_some_and(|next| next.sort == Sort::Letters)
                && reading.work(end).is_none()
        }
        _ => parties.iter().any(|party| party.first < at && end < party.last),
    }
}

/// "a closed trial", "its seized assets": behind an article and before a noun.
fn leads_a_noun(reading: &Reading<'_>, sentence: usize, at: usize, end: usize) -> bool {
    let before =
        at.checked_sub(1).filter(|before| *before >= sentence).and_then(|before| reading.work(before));
    let noun =
        reading.words.get(end).is_some_and(|next| next.sort == Sort::Letters && !reading.is_taken(end));
    matches!(before, Some(Work::Article | Work::Own)) && noun && reading.work(end).is_none()
}

fn gerund(reading: &Reading<'_>, at: usize) -> bool {
    let word = &reading.words[at].lower;
    reading.language.lexicon.sentences.gerunds.iter().any(|ending| word.ends_with(ending.as_str()))
}

/// "a Swede accused of spying", "Accused Swedish spy flees": told of a person, and not by whom.
fn of_a_person(reading: &Reading<'_>, (sentence, at, end): (usize, usize, usize), parties: &[Party]) -> bool {
    let of = reading.language.grammar.longest(&reading.words, end, end + 1);
    let behind = parties.iter().any(|party| party.last == at && party.is_people());
    let ahead = parties.iter().any(|party| party.first == end && party.is_people());
    behind && of.is_some_and(|hit| *hit.value == Work::Of) || ahead && at == sentence
}

/// "20 Russians expelled from Belgium": passive without its auxiliary.
fn reduced(reading: &Reading<'_>, at: usize, end: usize, parties: &[Party]) -> bool {
    let suffers =
        parties.iter().any(|party| party.last == at && (party.is_people() || party.count.is_some()));
    let next = reading.work(end);
    let hangs = matches!(next, Some(Work::By | Work::From | Work::In | Work::With));
    let closed = reading.words.get(end).is_none_or(|word| word.sort == Sort::Mark);
    suffers && (hangs || closed) || next == Some(Work::By)
}
