//! From what a sentence tells to proposals.

use crate::model::{
    CandidateDraft, Count, End, Involvement, LaneCode, Participant, Precision, Role, Status, Unit, When,
};

use super::super::find::{ByteSpan, Form, FoundEntity, Sentence};
use super::super::lexicon::{Lexicons, Noun, Work};
use super::again::{goes_on, of_role, same_deed, tells};
use super::aside::is_aside;
use super::contradicted::answered;
use super::dating::{Times, times_of};
use super::extraction::Proposal;
use super::headings::{Headings, LEAD};
use super::merge::merged;
use super::roles::{Around, Frame, Roles, and_more, frame_of, listed};
use super::sentence::{Clauses, Manner, Party, PartySort, Reading, Speech, Talk, Told};
use super::status::status_of;
use super::title::{Telling, title_of};

/// Lanes in one event at most; a longer list is a region, not a row of actors.
const MOST_LANES: usize = 12;

/// What all sentences of a text lean on.
struct Teller<'a> {
    reading: &'a Reading<'a>,
    entities: &'a [FoundEntity],
    published: Option<&'a When>,
    adjective: &'a dyn Fn(&str) -> Option<String>,
}

/// The events that a text seems to tell, in its order.
pub(super) fn proposals(
    reading: &Reading<'_>,
    entities: &[FoundEntity],
    published: Option<&When>,
    lexicons: &Lexicons,
) -> Vec<Proposal> {
    let english = lexicons.of("en").map(|language| &language.lexicon.places.adjectives);
    let adjective =
        |code: &str| english.and_then(|all| all.get(code)).and_then(|words| words.first()).cloned();
    let teller = Teller { reading, entities, published, adjective: &adjective };
    let mut talk = Talk::default();
    let mut headings = Headings::default();
    let mut all = Vec::new();
    for (index, sentence) in reading.sentences.iter().enumerate() {
        let mut clauses = reading.clauses(sentence, &talk);
        if let Some(day) = clauses.lone_day() {
            talk.enter(sentence.paragraph, &clauses.reported_from);
            talk.stand_under(day, clauses.lone_place(), reading.stands_alone(index));
            continue;
        }
        // A heading, or a link to another article, leans on nothing, and nothing leans on it.
        if reading.is_heading(index) {
            headings.add(index, sentence.span);
            let mut told = teller.sentence(sentence, &clauses, &Talk::default());
            for one in &mut told {
                one.titled = one.titled && index == 0;
            }
            all.extend(told);
            continue;
        }
        talk.enter(sentence.paragraph, &clauses.reported_from);
        clauses.under = talk.day();
        let mut told = teller.sentence(sentence, &clauses, &talk);
        for one in &mut told {
            one.titled = false;
        }
        if let Some(last) = told.iter().rfind(|one| one.draft.kind == "expulsion") {
            talk.moved = Some((all_of(last, Role::Actor), all_of(last, Role::Target)));
        }
        all.extend(told);
        clauses.remember(&mut talk);
    }
    let told = reading.sentences.iter().enumerate().filter(|(index, _)| !reading.is_heading(*index));
    headings.lead_to(told.take(LEAD).last().map_or(0, |(_, sentence)| sentence.span.end));
    let mut all = headings.settle(merged(headings.fold_title(all), published), published);
    answered(&mut all);
    all
}

impl Teller<'_> {
    fn sentence(&self, sentence: &Sentence, clauses: &Clauses<'_>, talk: &Talk) -> Vec<Proposal> {
        let speeches = clauses.speeches();
        let mut found: Vec<Proposal> = Vec::new();
        let (strong, weak): (Vec<&Told<'_>>, Vec<&Told<'_>>) =
            clauses.triggers.iter().partition(|told| !told.trigger.weak);
        for told in strong {
            self.add(&mut found, sentence, clauses, told, &speeches, talk);
        }
        if found.is_empty() {
            // What "he" says is rarely an event, and never surely a country's.
            let named = |told: &&Told<'_>| {
                let subject = clauses.subject_of(told).map(|index| &clauses.parties[index]);
                subject.is_none_or(|party| !party.is_pronoun())
            };
            for told in weak.into_iter().filter(named) {
                if found.is_empty() {
                    self.add(&mut found, sentence, clauses, told, &speeches, talk);
                }
            }
        } else if let Some(told) = weak.into_iter().find(|told| clauses.is_dated_speech(told)) {
            self.add(&mut found, sentence, clauses, told, &speeches, talk);
        }
        found
    }

    fn add(
        &self,
        found: &mut Vec<Proposal>,
        sentence: &Sentence,
        clauses: &Clauses<'_>,
        told: &Told<'_>,
        speeches: &[Speech],
        talk: &Talk,
    ) {
        let speech = Clauses::speech_over(speeches, told);
        let (start, end) = clauses.clause_of(told);
        let around = Around { clauses, told, speech, talk, start, end };
        let kind = told.trigger.kind.as_str();
        let times = times_of(clauses, told, speech, self.published);
        for mut roles in around.roles() {
            if !self.settle(clauses, told, talk, &mut roles, &times) {
                continue;
            }
            let proposal = self.proposal(sentence, &around, &times, &roles);
            let rest = if kind == "expulsion" { listed(clauses, told, &roles) } else { Vec::new() };
            let more: Vec<Proposal> =
                rest.iter().map(|roles| self.proposal(sentence, &around, &times, roles)).collect();
            let again = and_more(clauses, told, &roles).filter(|_| kind == "expulsion");
            let again =
                again.map(|(roles, date)| self.proposal(sentence, &around, &Times::of_date(date), &roles));
            for one in std::iter::once(proposal).chain(more).chain(again).filter(says_anything) {
                let twice = found.iter().position(|other| goes_on(other, &one, told, kind));
                match twice {
                    Some(at) => {
                        let other = &mut found[at];
                        other.draft.count = other.draft.count.or(one.draft.count);
                        if other.draft.lanes.is_empty() {
                            other.draft.lanes = one.draft.lanes;
                        }
                        if other.draft.when.is_none() {
                            (other.draft.when, other.draft.within) = (one.draft.when, one.draft.within);
                        }
                    }
                    // "ratified a treaty with China" is one act, told by its verb.
                    None if told.manner == Manner::Nominal
                        && found.iter().any(|other| tells(other, &one)) => {}
                    // "was poisoned and killed": one deed, told twice over.
                    None if found.iter().any(|other| same_deed(other, &one)) => {}
                    None => found.push(one),
                }
            }
        }
    }

    /// Fills what is missing from the talk so far; whether enough is known to propose it.
    fn settle(
        &self,
        clauses: &Clauses<'_>,
        told: &Told<'_>,
        talk: &Talk,
        roles: &mut Roles,
        times: &Times,
    ) -> bool {
        let dated = times.when.is_some() || !times.further.is_empty();
        let finely = times.when.as_ref().is_some_and(|when| {
            let over = self.published.is_some_and(|published| when.latest() <= published.earliest());
            when.precision() < Precision::Year || over
        });
        let kind = told.trigger.kind.as_str();
        if is_aside(clauses, told) {
            return false;
        }
        // What somebody is accused of is an event of its own only where it is told where it was.
        if told.alluded && roles.places.is_empty() && roles.targets.is_empty() {
            return false;
        }
        if told.manner == Manner::Nominal {
            let both = !roles.actors.is_empty() && !roles.targets.is_empty();
            let enough = match frame_of(kind) {
                // "after Germany's accusations against …" tells of them, and accuses nobody anew.
                Frame::Onto if kind == "accusation" => both && dated,
                Frame::Moves if kind == "recall" => both || dated && !roles.is_empty(),
                // "the expulsion of eleven attachés in May"
                Frame::Moves => both || dated && roles.count.is_some() && !roles.targets.is_empty(),
                Frame::Onto if matches!(kind, "attack" | "arrest" | "charge" | "conviction") => {
                    both || dated && !roles.is_empty()
                }
                Frame::Onto => both,
                Frame::Closes => both || dated && !roles.is_empty(),
                Frame::Speaks => false,
                // "parliamentary elections on 7 June"
                Frame::Office if kind == "election" => dated,
                // "the third blaze this year" says neither where nor when.
                Frame::Happens => dated && (!roles.is_empty() || finely),
                Frame::Together | Frame::Office => dated && !roles.is_empty(),
            };
            return enough && self.fits(roles);
        }
        if roles.is_empty() {
            match frame_of(kind) {
                Frame::Speaks => return false,
                Frame::Moves | Frame::Together if Self::is_of_a_person(clauses, told) => {}
                // "Four others were let go": by whom is not said.
                Frame::Together if told.manner == Manner::Passive || clauses.has_subject_of_its_own(told) => {
                }
                Frame::Moves | Frame::Together => roles.actors = talk.spoken_of().to_vec(),
                Frame::Happens if clauses.points_back() => roles.places.clone_from(&talk.places),
                // Where it happened is not said: no lane is better than a wrong one.
                _ => {}
            }
        }
        let both = !roles.actors.is_empty() && !roles.targets.is_empty();
        let enough = match kind {
            // "Western countries expelled hundreds" has no actor that is a lane.
            // "Volkov, who was thrown out of Norway in 2022": whose he is may be told elsewhere.
            "expulsion" => {
                let (start, _) = clauses.clause_of(told);
                let who = start > clauses.first && clauses.reading.work(start - 1) == Some(Work::Relative);
                let left = dated && (told.manner == Manner::Active || who);
                !roles.targets.is_empty() || (roles.count.is_some() || left) && !roles.actors.is_empty()
            }
            "invasion" => both,
            "accusation" | "sanction" => !roles.targets.is_empty() || !roles.actors.is_empty(),
            "sabotage" | "attack" | "assassination" | "cyberattack" | "incident" | "arrest" => true,
            // Of a trial or a march it is enough to know the day.
            "charge" | "conviction" | "protest" | "exercise" | "election" | "exchange" => {
                dated || roles.count.is_some() || !roles.is_empty()
            }
            // "Borg was appointed the first envoy on 14 March": whose he is may be told elsewhere.
            "appointment" | "resignation" | "vote" | "agreement" => dated || !roles.is_empty(),
            _ => !roles.is_empty(),
        };
        enough && self.fits(roles)
    }

    /// "He flew home": who he is was not found, and no state is meant.
    fn is_of_a_person(clauses: &Clauses<'_>, told: &Told<'_>) -> bool {
        let subject = clauses.subject_of(told).map(|index| clauses.parties[index].sort);
        subject == Some(PartySort::Person)
    }

    #[allow(clippy::unused_self)] // Beside the rule that calls it.
    fn fits(&self, roles: &Roles) -> bool {
        roles.actors.len() + roles.targets.len() + roles.places.len() <= MOST_LANES
    }

    /// The kind that a trigger tells: where a state protests, it says so, and nobody is in the street.
    fn kind_of(clauses: &Clauses<'_>, told: &Told<'_>) -> String {
        let state = |index: usize| {
            let party = &clauses.parties[index];
            let named =
                matches!(party.sort, PartySort::Named(Form::Name | Form::Capital | Form::Seat | Form::Body));
            party.head == Some(Noun::Authority) || party.head.is_none() && named
        };
        let says = told.trigger.kind == "protest"
            && told.manner == Manner::Active
            && clauses.subject_of(told).is_some_and(state);
        // "the seizure of Kuwait": no ship, and nobody's house.
        let country = |party: &Party| {
            party.first >= told.last
                && party.first <= told.last + 1
                && party.head.is_none()
                && party.sort == PartySort::Named(Form::Name)
                && clauses.reading.words.get(party.last).is_none_or(|word| word.lower != "'s")
        };
        if told.trigger.kind == "seizure" && clauses.parties.iter().any(country) {
            return "invasion".to_owned();
        }
        if says { "statement".to_owned() } else { told.trigger.kind.clone() }
    }

    /// Lanes that a word of the sentence can mean instead of one that was taken: "Brussels".
    fn readings(&self, sentence: &Sentence, roles: &Roles) -> Vec<LaneCode> {
        let taken = |code: &LaneCode| {
            [&roles.actors, &roles.targets, &roles.places].iter().any(|lanes| lanes.contains(code))
        };
        let places = &self.reading.places;
        let from = places.partition_point(|place| place.first < sentence.first);
        let open = places[from..].iter().take_while(|place| place.first < sentence.last);
        let open = open.filter(|place| place.codes.len() > 1 && place.codes.iter().any(taken));
        let mut found: Vec<LaneCode> = Vec::new();
        for code in open.flat_map(|place| &place.codes) {
            if !taken(code) && !found.contains(code) {
                found.push(code.clone());
            }
        }
        found
    }

    fn proposal(&self, sentence: &Sentence, around: &Around<'_>, times: &Times, roles: &Roles) -> Proposal {
        let Around { clauses, told, speech, talk, start, end } = *around;
        let kind = Self::kind_of(clauses, told);
        let speaker = speech
            .and_then(|speech| speech.speaker)
            .map(|index| clauses.lanes_of(index, talk))
            .unwrap_or_default();
        let status = status_of(clauses, told, roles, &speaker, (start, end));
        // The fire is a fact where it burned; who lit it is what somebody says.
        let whose = frame_of(&kind) == Frame::Happens && status == Status::Alleged;
        let whose = whose && !roles.places.is_empty() && !roles.actors.is_empty();
        let status = if whose { Status::Reported } else { status };
        let alleged = whose.then_some(speaker.as_slice());
        let words = &self.reading.words;
        let clause = ByteSpan::new(words[start.min(end - 1)].span.start, words[end - 1].span.end);
        let telling = Telling {
            sentence: sentence.span,
            clause,
            told: words[told.last - 1].span.end,
            planned: told.planned,
        };
        let count = roles.count.or_else(|| counted_things(clauses, told, end, &kind));
        // A number reached since some day, of several who acted, is a running total.
        let running = kind == "expulsion"
            && told.manner == Manner::Passive
            && times.when.as_ref().is_some_and(|when| when.end() == End::Open);
        let count = count.map(|count| Count { of: if running { Unit::Total } else { count.of }, ..count });
        let from = self.entities.partition_point(|entity| entity.span.start < sentence.span.start);
        let named: Vec<&FoundEntity> =
            self.entities[from..].iter().take_while(|entity| sentence.span.holds(entity.span)).collect();
        let draft = CandidateDraft {
            title: title_of(&kind, roles, self.reading.text, telling, self.adjective),
            when: times.when.clone(),
            within: times.within,
            status,
            lanes: involved(roles, alleged),
            dates: times.further.clone(),
            count,
            entities: named
                .iter()
                .filter_map(|entity| entity.known.clone())
                .map(|entity| Participant { entity, role: crate::model::EntityRole::Subject })
                .collect(),
            kind,
            more_quotes: Vec::new(),
            readings: self.readings(sentence, roles),
            names: unknown(&named),
        };
        let mut entities: Vec<String> = Vec::new();
        for entity in named {
            if !entities.contains(&entity.name) {
                entities.push(entity.name.clone());
            }
        }
        let score = score(&draft, told);
        Proposal {
            draft,
            entities,
            quote: sentence.span,
            more_quotes: Vec::new(),
            score,
            titled: told.present,
        }
    }
}

/// Without a lane, a day and a number there is nothing to record.
fn says_anything(proposal: &Proposal) -> bool {
    let draft = &proposal.draft;
    !draft.lanes.is_empty() || draft.when.is_some() || draft.count.is_some()
}

fn all_of(proposal: &Proposal, role: Role) -> Vec<LaneCode> {
    of_role(proposal, role).into_iter().cloned().collect()
}

/// Names of those that the case does not know, each once.
fn unknown(found: &[&FoundEntity]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for entity in found.iter().filter(|entity| entity.known.is_none()) {
        if !all.contains(&entity.name) {
            all.push(entity.name.clone());
        }
    }
    all
}

/// The lanes by their roles; where `alleged` says by whom, that somebody acted is an allegation.
fn involved(roles: &Roles, alleged: Option<&[LaneCode]>) -> Vec<Involvement> {
    let parts = [(&roles.actors, Role::Actor), (&roles.targets, Role::Target), (&roles.places, Role::Place)];
    let part = |lane: &LaneCode, role| {
        let by = alleged.filter(|_| role == Role::Actor);
        Involvement {
            lane: lane.clone(),
            role,
            status: by.map(|_| Status::Alleged),
            by: by
                .map(|by| by.iter().filter(|speaker| *speaker != lane).cloned().collect())
                .unwrap_or_default(),
        }
    };
    parts.into_iter().flat_map(|(lanes, role)| lanes.iter().map(move |lane| part(lane, role))).collect()
}

/// "… damaging over 100 vehicles": a number before a thing that is hit.
fn counted_things(clauses: &Clauses<'_>, told: &Told<'_>, end: usize, kind: &str) -> Option<Count> {
    if !matches!(frame_of(kind), Frame::Happens | Frame::Onto) {
        return None;
    }
    clauses.counted(Noun::Thing, told.last, end, Unit::usual_for(kind))
}

/// How much speaks for an event, from 0 to 1.
fn score(draft: &CandidateDraft, told: &Told<'_>) -> f64 {
    let mut score: f64 = 0.3;
    score += if draft.when.is_some() { 0.25 } else { 0.0 };
    score += if draft.lanes.len() > 1 { 0.2 } else { 0.1 };
    score += if draft.count.is_some() { 0.1 } else { 0.0 };
    score += if told.manner == Manner::Nominal { -0.15 } else { 0.0 };
    score += if told.trigger.weak { -0.2 } else { 0.1 };
    (score.clamp(0.0, 1.0) * 100.0).round() / 100.0
}
