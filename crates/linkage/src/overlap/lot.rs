//! Numbers that a seed gives and nobody chose: which records are drawn, and how points are shuffled.

use std::collections::BTreeSet;

use sha2::{Digest as _, Sha256};

use super::wire::Size;

/// An endless row of 64-bit numbers from a seed: each digest of the seed and a counter gives four.
struct Numbers {
    seed: [u8; 32],
    counter: u64,
    ready: Vec<u64>,
}

impl Numbers {
    const fn of(seed: [u8; 32]) -> Self {
        Self {
            seed,
            counter: 0,
            ready: Vec::new(),
        }
    }

    fn next(&mut self) -> u64 {
        if self.ready.is_empty() {
            let digest = Sha256::new()
                .chain_update(b"good offices numbers 1")
                .chain_update(self.seed)
                .chain_update(self.counter.to_be_bytes())
                .finalize();
            self.counter += 1;
            let (eights, _) = digest.as_slice().as_chunks::<8>();
            // Taken from the end, so the last is kept first.
            self.ready = eights
                .iter()
                .rev()
                .map(|eight| u64::from_be_bytes(*eight))
                .collect();
        }
        self.ready.pop().unwrap_or(0)
    }

    /// A number below `limit`, each as likely as another; nought where the limit is.
    fn below(&mut self, limit: u64) -> u64 {
        let Some(rest) = u64::MAX.checked_rem(limit) else {
            return 0;
        };
        // The highest numbers that would make some results likelier than others are passed over.
        let most = u64::MAX - (rest + 1) % limit;
        loop {
            let number = self.next();
            if number <= most {
                return number % limit;
            }
        }
    }
}

/// So many different numbers below `limit`, or all where there are fewer, in order.
pub fn drawn(seed: [u8; 32], limit: u64, count: u64) -> BTreeSet<u64> {
    let mut numbers = Numbers::of(seed);
    let count = count.min(limit);
    let mut drawn = BTreeSet::new();
    while (drawn.len() as u64) < count {
        drawn.insert(numbers.below(limit));
    }
    drawn
}

/// For each place after a shuffle the place before: records are shuffled, and the keys within each.
pub fn shuffled(seed: &[u8; 32], size: Size) -> Vec<usize> {
    let mut numbers = Numbers::of(*seed);
    let whole = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let mut records: Vec<usize> = (0..whole(size.records)).collect();
    shuffle(&mut numbers, &mut records);
    let per_record = whole(size.per_record);
    let mut places = Vec::with_capacity(records.len() * per_record);
    for record in records {
        let mut keys: Vec<usize> = (record * per_record..(record + 1) * per_record).collect();
        shuffle(&mut numbers, &mut keys);
        places.append(&mut keys);
    }
    places
}

/// Fisher and Yates, from the end.
fn shuffle(numbers: &mut Numbers, items: &mut [usize]) {
    for left in (2..=items.len()).rev() {
        let chosen = usize::try_from(numbers.below(left as u64)).unwrap_or(0);
        items.swap(left - 1, chosen);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_is_drawn_as_often_as_another() {
        let mut times = [0_u32; 10];
        for trial in 0_u32..5000 {
            let mut seed = [0; 32];
            seed[..4].copy_from_slice(&trial.to_be_bytes());
            let drawn = drawn(seed, 10, 3);
            assert_eq!(drawn.len(), 3);
            for number in drawn {
                times[usize::try_from(number).unwrap()] += 1;
            }
        }
        // 1,500 each; six standard deviations are 194.
        assert!(times.iter().all(|n| (1306..=1694).contains(n)), "{times:?}");
        assert_eq!(drawn([1; 32], 3, 9).len(), 3);
    }

    #[test]
    fn a_shuffle_keeps_records_together_and_loses_nothing() {
        let size = Size {
            records: 40,
            per_record: 11,
        };
        let places = shuffled(&[5; 32], size);
        let mut sorted = places.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, (0..440).collect::<Vec<_>>());
        assert!(
            places
                .chunks(11)
                .all(|keys| keys.iter().all(|k| k / 11 == keys[0] / 11))
        );
        assert_ne!(places, sorted);
        assert_eq!(places, shuffled(&[5; 32], size));
        assert_ne!(places, shuffled(&[6; 32], size));
    }
}
