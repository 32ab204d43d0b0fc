//! Countries, bodies and posts by code or name into lanes.

use std::collections::{HashMap, HashSet};

use crate::model::{Involvement, Lane, LaneCode, Role, Sentence, gazetteer};

use super::super::cells;
use super::super::draft::Notes;
use super::names::{key_of, slug_of};

/// Between countries that share a value, where the value as a whole names none.
const WITHIN_VALUE: [&str; 7] = [",", "/", "&", " and ", " und ", " et ", " и "];

/// The lanes that a table names.
#[derive(Debug, Default)]
pub(super) struct Lanes {
    /// What each value that came up stands for; empty: nothing known.
    known: HashMap<String, Vec<LaneCode>>,
    posts: HashMap<String, LaneCode>,
    taken: HashSet<String>,
    /// Lanes that the table makes, in order of their first row.
    pub(super) made: Vec<Lane>,
}

impl Lanes {
    /// Adds the lanes of a cell in one role; what is no lane is noted, and the row keeps its others.
    pub(super) fn involve(
        &mut self,
        cell: &str,
        role: Role,
        lanes: &mut Vec<Involvement>,
        (line, notes): (u64, &mut Notes),
    ) {
        for value in cells::values(cell) {
            let codes = self.codes_of(&value);
            if codes.is_empty() {
                notes.row(line, unknown(&value));
            }
            for code in codes {
                add(lanes, code, role);
            }
        }
    }

    /// Adds the posts of a cell, by code or by name.
    pub(super) fn concern(&mut self, cell: &str, lanes: &mut Vec<Involvement>) {
        for value in cells::values(cell) {
            let code = match LaneCode::parse(&value).filter(LaneCode::is_made) {
                Some(code) => {
                    self.declare(&code);
                    Some(code)
                }
                None => self.post_named(&value),
            };
            if let Some(code) = code {
                add(lanes, code, Role::Subject);
            }
        }
    }

    fn codes_of(&mut self, value: &str) -> Vec<LaneCode> {
        if let Some(codes) = self.known.get(value) {
            return codes.clone();
        }
        let one = |name: &str| code_of(name.trim());
        let all = |mark: &&str| value.split(*mark).map(one).collect::<Option<Vec<_>>>();
        let codes = match one(value) {
            Some(code) => vec![code],
            None => WITHIN_VALUE.iter().find_map(all).unwrap_or_default(),
        };
        for code in codes.iter().filter(|code| code.is_made()) {
            self.declare(code);
        }
        self.known.insert(value.to_owned(), codes.clone());
        codes
    }

    /// Declares a made lane once.
    fn declare(&mut self, code: &LaneCode) {
        if self.taken.insert(code.as_str().to_owned()) {
            self.made.push(Lane::plain(code.clone()));
        }
    }

    fn post_named(&mut self, name: &str) -> Option<LaneCode> {
        if let Some(code) = self.posts.get(name) {
            return Some(code.clone());
        }
        let slug = slug_of(name);
        let mut text = format!("post:{slug}");
        if slug.is_empty() || !self.taken.insert(text.clone()) {
            text = format!("post:{}", key_of('p', name, &mut HashSet::new()));
            self.taken.insert(text.clone());
        }
        let code = LaneCode::parse(&text)?;
        self.made.push(Lane { name: Some(name.to_owned()), ..Lane::plain(code.clone()) });
        self.posts.insert(name.to_owned(), code.clone());
        Some(code)
    }
}

/// A code as written, else a code or name in any spelling, else the name before its brackets ("Russia (RF)").
fn code_of(name: &str) -> Option<LaneCode> {
    let bare = || name.split_once('(').map(|(bare, _)| bare.trim()).filter(|bare| !bare.is_empty());
    let named = || gazetteer::code_of(name).or_else(|| gazetteer::code_of(bare()?));
    LaneCode::parse(name).or_else(|| LaneCode::parse(named()?))
}

fn add(lanes: &mut Vec<Involvement>, lane: LaneCode, role: Role) {
    if !lanes.iter().any(|part| part.lane == lane && part.role == role) {
        lanes.push(Involvement { lane, role, status: None, by: Vec::new() });
    }
}

fn unknown(value: &str) -> Sentence {
    let near = gazetteer::near(value)
        .into_iter()
        .filter_map(|code| Some(format!("{} ({code})", gazetteer::name(code)?)));
    let near: Vec<String> = near.collect();
    let shown: String = value.chars().take(60).collect();
    let sentence =
        Sentence::new(if near.is_empty() { "row-lane" } else { "row-lane-near" }).text("name", shown);
    if near.is_empty() { sentence } else { sentence.text("near", near.join(", ")) }
}
