//! Finding a text's number by its hash: open addressing with the hash beside the number, so that a
//! text that is new costs one look into memory and growing reads no text. A general hash table keeps
//! its marks and its entries apart, which for a column of a million identity numbers is twice the
//! waiting.

/// The numbers of texts, from 1, by hash.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    /// Hash in the upper half, number in the lower; nought where free. Its length is a power of two.
    slots: Vec<u64>,
    used: usize,
}

const FIRST: usize = 64;

impl Index {
    /// The number of the text with this hash for which `is_it` says yes, or where to put a new one.
    pub fn find(&self, hash: u32, is_it: impl Fn(u32) -> bool) -> Result<u32, Free> {
        let mask = self.slots.len().wrapping_sub(1);
        let first = hash as usize;
        let mut at = first;
        loop {
            match self.slots.get(at & mask) {
                None | Some(0) => {
                    return Err(Free {
                        slot: at & mask,
                        steps: at.wrapping_sub(first),
                    });
                }
                Some(&slot) => {
                    if upper(slot) == hash && is_it(lower(slot)) {
                        return Ok(lower(slot));
                    }
                }
            }
            at = at.wrapping_add(1);
        }
    }

    /// Puts a number, not nought, where [`Self::find`] said there is room.
    pub fn put(&mut self, free: Free, hash: u32, number: u32) {
        if (self.used + 1) * 4 > self.slots.len() * 3 {
            self.grow();
            if let Err(free) = self.find(hash, |_| false) {
                self.fill(free, hash, number);
            }
        } else {
            self.fill(free, hash, number);
        }
        self.used += 1;
    }

    fn fill(&mut self, free: Free, hash: u32, number: u32) {
        if let Some(slot) = self.slots.get_mut(free.slot) {
            *slot = u64::from(hash) << 32 | u64::from(number);
        }
    }

    fn grow(&mut self) {
        let room = (self.slots.len() * 2).max(FIRST);
        let old = std::mem::replace(&mut self.slots, vec![0; room]);
        for slot in old.into_iter().filter(|slot| *slot != 0) {
            if let Err(free) = self.find(upper(slot), |_| false) {
                self.fill(free, upper(slot), lower(slot));
            }
        }
    }
}

/// A place that is free until the next number is put.
#[derive(Debug, Clone, Copy)]
pub(super) struct Free {
    slot: usize,
    /// How many others stand before it.
    pub steps: usize,
}

#[expect(clippy::cast_possible_truncation, reason = "the two halves of a slot")]
const fn lower(slot: u64) -> u32 {
    slot as u32
}

const fn upper(slot: u64) -> u32 {
    lower(slot >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        /// Against a map by text. Few hashes, so that most of them collide.
        #[test]
        fn numbers_are_found_again(texts in prop::collection::vec("[a-d]{1,4}", 0..400)) {
            let mut index = Index::default();
            let mut kept: Vec<String> = vec![String::new()];
            let mut model: BTreeMap<String, u32> = BTreeMap::new();
            for text in texts {
                let hash = u32::from(text.as_bytes()[0]) % 3;
                let new = u32::try_from(kept.len()).unwrap();
                let number = match index.find(hash, |n| kept[n as usize] == text) {
                    Ok(number) => number,
                    Err(free) => {
                        index.put(free, hash, new);
                        kept.push(text.clone());
                        new
                    }
                };
                prop_assert_eq!(number, *model.entry(text).or_insert(new));
            }
        }
    }
}
