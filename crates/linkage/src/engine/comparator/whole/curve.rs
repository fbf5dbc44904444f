//! What likeness of whole names is worth, read off the lists themselves. The sum over the words of two
//! names takes them for independent and the model of letters for right in every language; neither is
//! so, and among millions of pairs of strangers the little that is wrong shows. So pairs of the
//! lists are counted by their likeness beside pairs with made-up names, which are nobody's: what
//! there is more of the former than of the latter are persons who stand on both lists (a local false
//! discovery rate with an empirical null: Efron 2004, "Large-scale simultaneous hypothesis testing";
//! made-up rivals as in the target-decoy search of Elias and Gygi 2007).

use crate::engine::model::as_float;

/// Likeness is counted by whole bits, from this many on; what is less is not looked at.
pub const LEAST: f32 = 3.0;
/// Counted so far; what is more counts as this.
const BINS: usize = 64;

/// Likeness is added up in steps of so many to the bit, which is how alignment tells it.
const STEPS: f32 = 1024.0;

/// Pairs by likeness, in whole numbers, so that the order in which they come does not show.
#[derive(Debug, Clone)]
pub struct Counted {
    bins: [Count; BINS],
}

#[derive(Debug, Clone, Copy, Default)]
struct Count {
    pairs: u64,
    steps: u64,
    squares: u64,
}

/// Pairs of much the same likeness, for so many of the lists as they stand for.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Bin {
    pairs: f64,
    likeness: f64,
    /// Sum of the squares of what each pair counts: its variance.
    squares: f64,
}

/// Pairs by likeness, for so many of the lists as they stand for.
#[derive(Debug, Clone)]
pub struct Weighed {
    bins: [Bin; BINS],
}

impl Default for Counted {
    fn default() -> Self {
        Self {
            bins: [Count::default(); BINS],
        }
    }
}

impl Counted {
    /// Counts a pair of names that so many pairs of records have.
    pub fn add(&mut self, likeness: f32, records: u64) {
        let above = likeness - LEAST;
        if above < 0.0 {
            return;
        }
        let place = (0..BINS - 1).find(|&bin| above < whole(bin + 1));
        if let Some(bin) = self.bins.get_mut(place.unwrap_or(BINS - 1)) {
            bin.pairs += records;
            bin.steps += steps(likeness) * records;
            bin.squares += records * records;
        }
    }

    /// Both together.
    pub fn and(mut self, other: &Self) -> Self {
        for (bin, other) in self.bins.iter_mut().zip(&other.bins) {
            bin.pairs += other.pairs;
            bin.steps += other.steps;
            bin.squares += other.squares;
        }
        self
    }

    /// Where each stands for so many pairs of the lists.
    pub fn times(&self, each: f64) -> Weighed {
        Weighed {
            bins: self.bins.map(|bin| Bin {
                pairs: as_float(bin.pairs) * each,
                likeness: as_float(bin.steps) / f64::from(STEPS) * each,
                squares: as_float(bin.squares) * each * each,
            }),
        }
    }
}

impl Weighed {
    /// Both together.
    pub fn and(mut self, other: &Self) -> Self {
        for (bin, other) in self.bins.iter_mut().zip(&other.bins) {
            *bin = bin.and(*other);
        }
        self
    }
}

fn whole(bin: usize) -> f32 {
    u8::try_from(bin).map_or(f32::MAX, f32::from)
}

fn steps(likeness: f32) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between nought and a few thousand bits"
    )]
    let steps = (likeness.clamp(0.0, 4096.0) * STEPS).round() as u64;
    steps
}

impl Bin {
    fn and(self, other: Self) -> Self {
        Self {
            pairs: self.pairs + other.pairs,
            likeness: self.likeness + other.likeness,
            squares: self.squares + other.squares,
        }
    }
}

/// By likeness, what it is worth in bits. Rising; never worth more than the likeness says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Curve {
    /// Likeness and worth, rising in both. None where nothing could be read off.
    points: Vec<(f64, f64)>,
}

/// Strangers are alike so many times as often as made-up names: names of one people go together, and
/// those made up of two do not (measured on lists of Hebrew and Latin names, up to this).
const STRANGERS: f64 = 1.35;

/// A run of likeness over which the share of strangers is one.
#[derive(Debug, Clone, Copy)]
struct Block {
    found: Bin,
    made_up: Bin,
}

impl Block {
    fn and(self, other: Self) -> Self {
        Self {
            found: self.found.and(other.found),
            made_up: self.made_up.and(other.made_up),
        }
    }

    /// Share of the made-up.
    fn strangers(&self) -> f64 {
        self.made_up.pairs / (self.made_up.pairs + self.found.pairs)
    }

    /// How many more were found than strangers make, less what chance may make of it.
    fn more(&self) -> f64 {
        self.found.pairs - self.by_strangers() - self.chance()
    }

    fn by_strangers(&self) -> f64 {
        self.made_up.pairs * STRANGERS
    }

    fn chance(&self) -> f64 {
        (self.found.squares + self.made_up.squares).sqrt()
    }

    /// The odds of one person: where no more are seen than chance may make, that chance.
    fn odds(&self, one: f64) -> f64 {
        // Half a made-up name more than were seen.
        self.more().max(self.chance()) / (self.by_strangers() + one / 2.0)
    }

    fn likeness(&self) -> f64 {
        let both = self.found.and(self.made_up);
        both.likeness / both.pairs
    }
}

/// Beyond the last point worth rises by so much of a bit for each of likeness: nothing is counted
/// there to say more, and what lies before never rises by less.
const BEYOND: f64 = 0.5;

impl Curve {
    /// Reads it off: `found` are pairs of the lists, `made_up` the same number with made-up names,
    /// one of which counts so much at most; `pairs` is how many the lists have in all.
    pub fn new(found: &Weighed, made_up: &Weighed, one: f64, pairs: f64) -> Self {
        let blocks = blocks(found, made_up);
        let persons: f64 = blocks.iter().map(|block| block.more().max(0.0)).sum();
        let Some(last) = blocks.last().filter(|_| persons <= 0.0) else {
            return Self::of_blocks(&blocks, persons, one, pairs);
        };
        // Nobody seems to stand on both lists: as if half a person did, among those most alike.
        let odds = 0.5 / (last.made_up.pairs + one / 2.0);
        let worth = odds.log2() - (0.5 / pairs).log2();
        Self {
            points: vec![(last.likeness(), worth)],
        }
    }

    fn of_blocks(blocks: &[Block], persons: f64, one: f64, pairs: f64) -> Self {
        // Of the pairs of persons who stand on both lists so many bits.
        let prior = (persons / (pairs - persons).max(1.0)).log2();
        let mut points: Vec<(f64, f64)> = Vec::new();
        for block in blocks {
            let point = (block.likeness(), block.odds(one).log2() - prior);
            if points
                .last()
                .is_none_or(|last| last.0 < point.0 && last.1 < point.1)
            {
                points.push(point);
            }
        }
        Self { points }
    }

    /// What so much likeness is worth.
    pub fn worth(&self, likeness: f64) -> f64 {
        let after = self.points.partition_point(|point| point.0 <= likeness);
        let before = after.checked_sub(1).and_then(|at| self.points.get(at));
        let worth = match (before, self.points.get(after)) {
            (None, None) => likeness,
            (None, Some(first)) => first.1 - (first.0 - likeness),
            (Some(last), None) => BEYOND.mul_add(likeness - last.0, last.1),
            (Some(before), Some(after)) => {
                let share = (likeness - before.0) / (after.0 - before.0);
                share.mul_add(after.1 - before.1, before.1)
            }
        };
        worth.min(likeness)
    }
}

/// Neighbouring bins taken together until the share of strangers falls as likeness rises (pool
/// adjacent violators: Ayer and others 1955).
fn blocks(found: &Weighed, made_up: &Weighed) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for (&found, &made_up) in found.bins.iter().zip(&made_up.bins) {
        if found.pairs + made_up.pairs <= 0.0 {
            continue;
        }
        let mut block = Block { found, made_up };
        while let Some(before) = blocks.last().copied() {
            if before.strangers() > block.strangers() {
                break;
            }
            block = before.and(block);
            blocks.pop();
        }
        blocks.push(block);
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So many pairs at each likeness from three on.
    fn counted(pairs: &[u16]) -> Weighed {
        let mut counted = Counted::default();
        for (bin, &pairs) in (0u8..).zip(pairs) {
            for _ in 0..pairs {
                counted.add(LEAST + f32::from(bin) + 0.5, 1);
            }
        }
        counted.times(1.0)
    }

    #[test]
    fn likeness_that_strangers_share_is_worth_little() {
        let made_up = counted(&[4000, 2000, 1000, 500, 250, 125, 60, 30]);
        let found = counted(&[4000, 2000, 1010, 530, 350, 325, 260, 230, 200]);
        let pairs = 20_000.0;
        let curve = Curve::new(&found, &made_up, 1.0, pairs);
        // What was counted as persons: where more are found than strangers and chance make.
        let persons = 690.0;
        let odds = |likeness: f64| curve.worth(likeness) - (pairs / persons - 1.0f64).log2();
        assert!(odds(3.5) < -4.0, "{}", odds(3.5));
        // Of 260 about 81 are strangers; chance may make of it another 18.
        assert!(
            (odds(9.5) - (161f64 / 81.5).log2()).abs() < 0.2,
            "{}",
            odds(9.5)
        );
        assert!(odds(11.5) > 5.0, "{}", odds(11.5));
    }

    #[test]
    fn where_nobody_is_on_both_lists_likeness_convinces_nobody() {
        let same = counted(&[400, 200, 100, 50, 20, 5]);
        let curve = Curve::new(&same, &same, 1.0, 1e6);
        assert!(curve.worth(8.5) - 1e6f64.log2() < -1.0);
    }

    #[test]
    fn where_nothing_is_counted_likeness_stands_as_it_is() {
        let nothing = counted(&[]);
        let curve = Curve::new(&nothing, &nothing, 1.0, 1e6);
        assert!((curve.worth(7.0) - 7.0).abs() < 1e-9);
    }

    proptest::proptest! {
        #[test]
        fn more_likeness_is_never_worth_less_nor_more_than_itself(
            found in proptest::collection::vec(0u16..300, 12),
            made_up in proptest::collection::vec(0u16..300, 12),
            likeness in proptest::collection::vec(-10.0f64..60.0, 2),
        ) {
            let curve = Curve::new(&counted(&found), &counted(&made_up), 0.25, 1e6);
            let (a, b) = (likeness[0].min(likeness[1]), likeness[0].max(likeness[1]));
            proptest::prop_assert!(curve.worth(a) <= curve.worth(b));
            proptest::prop_assert!(curve.worth(b) <= b);
        }
    }
}
