//! A read-only map from words to small values, built by sorting hashes: no string is kept, which halves the start.

use std::hash::{DefaultHasher, Hash, Hasher};

/// Values under the hashes of their keys.
///
/// Two of the hundred thousand keys share a 64-bit hash with a probability of one in a thousand million; the harm would
/// be one name taken for another.
#[derive(Debug)]
pub struct KeyMap<T> {
    entries: Vec<(u64, T)>,
}

impl<T> Default for KeyMap<T> {
    fn default() -> KeyMap<T> {
        KeyMap { entries: Vec::new() }
    }
}

fn hash(key: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}

impl<T: Copy + Ord> KeyMap<T> {
    /// Adds a value; it is found only after [`KeyMap::seal`].
    pub fn add(&mut self, key: &str, value: T) {
        self.entries.push((hash(key), value));
    }

    /// Sorts, and removes values that stand twice under one key.
    pub fn seal(&mut self) {
        self.entries.sort_unstable();
        self.entries.dedup();
        self.entries.shrink_to_fit();
    }

    /// The values under a key, least first.
    pub fn get(&self, key: &str) -> impl Iterator<Item = T> {
        let wanted = hash(key);
        let start = self.entries.partition_point(|(hash, _)| *hash < wanted);
        self.entries[start..].iter().take_while(move |(hash, _)| *hash == wanted).map(|(_, value)| *value)
    }

    /// Whether there is a value under a key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.get(key).next().is_some()
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::keys::KeyMap;

    #[test]
    fn values_are_found_under_their_key_only() {
        let mut map = KeyMap::default();
        for (key, value) in [("kyiv", 2), ("iran", 1), ("kyiv", 1), ("kyiv", 2)] {
            map.add(key, value);
        }
        map.seal();
        assert_eq!(map.get("kyiv").collect::<Vec<_>>(), [1, 2]);
        assert!(map.has("iran") && !map.has("iraq"));
    }
}
