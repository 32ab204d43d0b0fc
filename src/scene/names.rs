//! Names of marks for screen readers, kept from one frame to the next: most of what is in sight was so before.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use crate::model::EventId;

/// What a name says.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Named {
    Event(EventId),
    /// So many marks and people together, in a row of that name.
    Together(u64, u64, String),
}

/// Names that were made, until words change.
#[derive(Debug, Default)]
pub struct Names {
    known: Mutex<HashMap<Named, Arc<str>>>,
}

/// More names than this are not kept.
const KEPT: usize = 20_000;

impl Names {
    /// The name, made where it is not known.
    pub fn of(&self, what: Named, make: impl FnOnce() -> String) -> Arc<str> {
        let Ok(mut known) = self.known.lock() else { return make().into() };
        if let Some(name) = known.get(&what) {
            return Arc::clone(name);
        }
        if known.len() >= KEPT {
            known.clear();
        }
        let name: Arc<str> = make().into();
        known.insert(what, Arc::clone(&name));
        name
    }

    /// Forgets all: words have come or gone.
    pub fn clear(&self) {
        if let Ok(mut known) = self.known.lock() {
            known.clear();
        }
    }
}
