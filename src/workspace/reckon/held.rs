//! An answer with its question: asked once, and kept until the next one comes.

use std::sync::Arc;

/// The last answer, and what was asked last.
#[derive(Debug)]
pub struct Held<K, V> {
    asked: Option<K>,
    known: Option<(K, Arc<V>)>,
    /// What could not be answered.
    failed: Option<K>,
}

impl<K, V> Default for Held<K, V> {
    fn default() -> Self {
        Self { asked: None, known: None, failed: None }
    }
}

impl<K: PartialEq + Clone, V> Held<K, V> {
    /// Whether this must be asked; from then on it counts as asked.
    pub fn wants(&mut self, key: &K) -> bool {
        let is_known = self.known.as_ref().is_some_and(|(known, _)| known == key);
        if is_known || self.asked.is_some() || self.failed.as_ref() == Some(key) {
            return false;
        }
        self.asked = Some(key.clone());
        true
    }

    /// Takes an answer.
    pub fn take(&mut self, key: K, value: V) {
        (self.asked, self.failed) = (None, None);
        self.known = Some((key, Arc::new(value)));
    }

    /// What was asked may not be answered any more; another question may be asked.
    pub fn give_up(&mut self) {
        self.failed = self.asked.take().or(self.failed.take());
    }

    /// The answer to exactly this.
    pub fn of(&self, key: &K) -> Option<Arc<V>> {
        self.known.as_ref().filter(|(known, _)| known == key).map(|(_, value)| Arc::clone(value))
    }

    /// The last answer, to whatever it was.
    pub fn newest(&self) -> Option<Arc<V>> {
        self.known.as_ref().map(|(_, value)| Arc::clone(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn while_one_question_is_asked_the_next_waits_and_the_last_answer_stays() {
        let mut held: Held<u8, &str> = Held::default();
        assert!(held.wants(&1) && !held.wants(&1) && !held.wants(&2));
        held.take(1, "one");
        assert_eq!((held.of(&1).as_deref(), held.of(&2)), (Some(&"one"), None));
        assert!(held.wants(&2));
        assert_eq!(held.newest().as_deref(), Some(&"one"));
        assert!(!held.wants(&1), "known");
        held.give_up();
        assert!(!held.wants(&2) && held.wants(&3), "what failed is not asked over and over");
    }
}
