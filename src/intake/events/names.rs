//! Names into keys and slugs: the same name gives the same key in every file.

use std::collections::{HashMap, HashSet};

use crate::model::{Entity, EntityRole, Participant};

/// Crockford's base32, in small letters.
const BASE32: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The longest slug of a lane's code (contract 1).
const LONGEST_SLUG: usize = 48;

/// A key of the form that new keys have, made from what it stands for; `taken` keeps two from being the same.
pub(super) fn key_of(letter: char, text: &str, taken: &mut HashSet<String>) -> String {
    let mut hash = fnv(text.as_bytes(), 0xcbf2_9ce4_8422_2325);
    loop {
        let mut key = String::from(letter);
        for place in 0..8 {
            key.push(char::from(BASE32[(hash >> (place * 5) & 31) as usize]));
        }
        if taken.insert(key.clone()) {
            return key;
        }
        hash = fnv(b"again", hash);
    }
}

/// The FNV-1a hash, which is short and the same on every machine.
fn fnv(bytes: &[u8], seed: u64) -> u64 {
    bytes.iter().fold(seed, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Small Latin letters and digits of a name, with hyphens between its words; empty for other scripts.
pub(super) fn slug_of(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            '\'' | '’' | '.' => {}
            _ if letter.is_alphanumeric() => return String::new(),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
        if slug.len() == LONGEST_SLUG {
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// The people and organisations of a table, each once.
#[derive(Debug, Default)]
pub(super) struct Entities {
    by_name: HashMap<String, usize>,
    taken: HashSet<String>,
    pub(super) all: Vec<Entity>,
}

impl Entities {
    /// Someone's part in an event.
    pub(super) fn part_of(&mut self, name: &str) -> Participant {
        let known = self.by_name.get(name).and_then(|at| self.all.get(*at));
        let entity = match known {
            Some(known) => known.key.clone(),
            None => self.add(name),
        };
        Participant { entity, role: EntityRole::default() }
    }

    fn add(&mut self, name: &str) -> String {
        let slug = slug_of(name);
        let free = !slug.is_empty() && self.taken.insert(slug.clone());
        let key = if free { slug } else { key_of('n', name, &mut self.taken) };
        self.by_name.insert(name.to_owned(), self.all.len());
        self.all.push(Entity { key: key.clone(), name: name.to_owned(), ..Entity::default() });
        key
    }
}
