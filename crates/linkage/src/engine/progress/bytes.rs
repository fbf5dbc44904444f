//! Progress as bytes and back. All numbers are little-endian; a count stands before what it counts:
//! jobs (number, parts (lengths (value, length), cells (value, level))), counted, seen, keys,
//! patterns (pattern, pairs), kept pairs (left, right, pattern).

use super::{Kept, Part, Pattern, Progress};
use crate::engine::comparator::Level;

impl Progress {
    /// As bytes; the same progress gives the same.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut to = Vec::new();
        long(&mut to, self.rows.len() as u64);
        for (job, parts) in &self.rows {
            word(&mut to, *job);
            long(&mut to, parts.len() as u64);
            for part in parts {
                long(&mut to, part.lengths.len() as u64);
                for &(value, length) in &part.lengths {
                    word(&mut to, value);
                    word(&mut to, length);
                }
                long(&mut to, part.cells.len() as u64);
                for &(value, Level(level)) in &part.cells {
                    word(&mut to, value);
                    to.push(level);
                }
            }
        }
        for number in [self.counted, self.seen, self.keys] {
            word(&mut to, number);
        }
        let patterns = self.histogram.sorted();
        long(&mut to, patterns.len() as u64);
        for (Pattern(pattern), pairs) in patterns {
            long(&mut to, pattern);
            long(&mut to, pairs);
        }
        long(&mut to, self.kept.len() as u64);
        for Kept {
            left,
            right,
            pattern: Pattern(pattern),
        } in &self.kept
        {
            word(&mut to, *left);
            word(&mut to, *right);
            long(&mut to, *pattern);
        }
        to
    }

    /// From bytes; none where they are no progress, whole and without anything after it.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut from = Rest(bytes);
        let mut made = Self::new();
        for _ in 0..from.count(12)? {
            let job = from.word()?;
            let mut parts = Vec::new();
            for _ in 0..from.count(16)? {
                parts.push(Part {
                    lengths: from.each(8, |from| Some((from.word()?, from.word()?)))?,
                    cells: from.each(5, |from| Some((from.word()?, Level(from.byte()?))))?,
                });
            }
            made.rows.insert(job, parts);
        }
        made.counted = from.word()?;
        made.seen = from.word()?;
        made.keys = from.word()?;
        for (pattern, pairs) in from.each(16, |from| Some((from.long()?, from.long()?)))? {
            made.histogram.add(Pattern(pattern), pairs);
        }
        made.kept = from.each(16, |from| {
            Some(Kept {
                left: from.word()?,
                right: from.word()?,
                pattern: Pattern(from.long()?),
            })
        })?;
        from.0.is_empty().then_some(made)
    }
}

fn word(to: &mut Vec<u8>, n: u32) {
    to.extend_from_slice(&n.to_le_bytes());
}

fn long(to: &mut Vec<u8>, n: u64) {
    to.extend_from_slice(&n.to_le_bytes());
}

/// What is still to be read.
struct Rest<'b>(&'b [u8]);

impl Rest<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take::<1>().map(|[byte]| byte)
    }

    fn word(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    fn long(&mut self) -> Option<u64> {
        self.take().map(u64::from_le_bytes)
    }

    /// A count of things that take at least so many bytes each: never more than there can be.
    fn count(&mut self, least: usize) -> Option<usize> {
        let count = usize::try_from(self.long()?).ok()?;
        (count <= self.0.len() / least).then_some(count)
    }

    fn each<T>(
        &mut self,
        bytes: usize,
        mut one: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        let count = self.count(bytes)?;
        let mut all = Vec::with_capacity(count);
        for _ in 0..count {
            all.push(one(self)?);
        }
        Some(all)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::engine::pattern::Histogram;

    fn some() -> impl Strategy<Value = Progress> {
        let part = (
            proptest::collection::vec(any::<(u32, u32)>(), 0..4),
            proptest::collection::vec((any::<u32>(), any::<u8>().prop_map(Level)), 0..4),
        )
            .prop_map(|(lengths, cells)| Part { lengths, cells });
        let parts = proptest::collection::vec(part, 0..3);
        let kept = any::<(u32, u32, u64)>().prop_map(|(left, right, pattern)| Kept {
            left,
            right,
            pattern: Pattern(pattern),
        });
        (
            proptest::collection::btree_map(any::<u32>(), parts, 0..3),
            any::<(u32, u32, u32)>(),
            proptest::collection::btree_map(any::<u64>(), any::<u64>(), 0..5),
            proptest::collection::vec(kept, 0..5),
        )
            .prop_map(|(rows, (counted, seen, keys), patterns, kept)| {
                let mut histogram = Histogram::default();
                for (pattern, pairs) in patterns {
                    histogram.add(Pattern(pattern), pairs);
                }
                Progress {
                    rows,
                    counted,
                    seen,
                    keys,
                    histogram,
                    kept,
                }
            })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back_and_nothing_shorter_or_longer(progress in some()) {
            let bytes = progress.to_bytes();
            prop_assert_eq!(Progress::from_bytes(&bytes), Some(progress));
            prop_assert_eq!(Progress::from_bytes(bytes.get(..bytes.len() - 1).unwrap_or(&[])), None);
            prop_assert_eq!(Progress::from_bytes(&[bytes, vec![0]].concat()), None);
        }

        #[test]
        fn any_bytes_are_read_or_not(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = Progress::from_bytes(&bytes);
        }
    }
}
