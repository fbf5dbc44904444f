//! By what factor what one class is worth has to change for the verdict on a party to flip, all other
//! numbers in the middle of their ranges.
//!
//! At every row the gain T of stopping is linear in that factor: T + (f - 1) c, where c is what the
//! class contributes to T there: less what is still to come of it, but for what of it lies in escrow.
//! The verdict is that on the greatest of all rows, so it flips where the first row passes nought, or
//! the last one comes down to it.

//!
//! What a class contributes changes only where some of it is given or put in escrow. Of the rows between,
//! that with the greatest gain decides: so each class takes one row for each move of its own, and all
//! classes together one pass.

use super::{
    account::{Account, Fact},
    course::Part,
    fold::Counts,
    report::Flip,
};
use crate::plan::Span;

/// Up to so many classes each keeps the greatest gain since it last changed; of more, all look it up in
/// one stack of peaks.
const FEW: usize = 16;

/// The search for the factors of all classes of one party.
pub struct Flips<'a> {
    account: &'a Account<'a>,
    searches: Vec<Option<Search>>,
    /// For each of few classes the greatest gain since what it contributes last changed.
    since: Vec<i64>,
    peaks: Peaks,
    greatest: i64,
    rows: u32,
}

impl<'a> Flips<'a> {
    /// Before the first row.
    pub fn of(account: &'a Account<'a>) -> Self {
        let searches = account.facts.iter().map(|fact| {
            (!fact.worth.is_nothing()).then(|| Search::of(share(fact, Counts::default())))
        });
        let few = if account.facts.len() > FEW {
            0
        } else {
            account.facts.len()
        };
        Self {
            account,
            searches: searches.collect(),
            since: vec![i64::MIN; few],
            peaks: Peaks::default(),
            greatest: i64::MIN,
            rows: 0,
        }
    }

    /// One more row: what was given, put in escrow or verified in the move before it, and what stopping
    /// there would gain.
    pub fn take(&mut self, parts: &[Part], gain: i64) {
        for part in parts {
            let class = part.class().0;
            let fact = self.account.facts.get(class);
            let search = self.searches.get_mut(class);
            if let (Some(fact), Some(search)) = (fact, search.and_then(Option::as_mut)) {
                let share = share(fact, part.after);
                if let Some(own) = self.since.get_mut(class) {
                    search.change(self.rows, share, |_| {
                        known(std::mem::replace(own, i64::MIN))
                    });
                } else {
                    let peaks = &self.peaks;
                    search.change(self.rows, share, |since| peaks.since(since));
                }
            }
        }
        for own in &mut self.since {
            *own = gain.max(*own);
        }
        if self.since.is_empty() {
            self.peaks.push(self.rows, gain);
        }
        self.greatest = gain.max(self.greatest);
        self.rows = self.rows.saturating_add(1);
    }

    /// The factors, one for each class that can flip the verdict, the least change first.
    pub fn found(self) -> Vec<Flip> {
        let Self {
            account,
            mut searches,
            since,
            peaks,
            greatest,
            ..
        } = self;
        for (class, search) in searches.iter_mut().enumerate() {
            if let Some(search) = search {
                search.close(|row| match since.get(class) {
                    Some(gain) => known(*gain),
                    None => peaks.since(row),
                });
            }
        }
        found(searches.into_iter(), account, greatest > 0)
    }
}

/// A gain, where there was any row.
fn known(gain: i64) -> Option<i64> {
    (gain > i64::MIN).then_some(gain)
}

/// The factors that were found when all searches are closed, the least change first.
pub fn found(
    searches: impl Iterator<Item = Option<Search>>,
    account: &Account,
    gains_now: bool,
) -> Vec<Flip> {
    let classes = searches.zip(&account.facts).enumerate();
    let found = classes.filter_map(|(class, (search, fact))| {
        let thousandths = search?.nearest.found(gains_now)?;
        let inside_range = inside(thousandths, fact.worth.of_first(fact.in_all));
        Some(Flip {
            class,
            thousandths,
            inside_range,
        })
    });
    let mut found: Vec<Flip> = found.collect();
    found.sort_by_key(|flip| (change(flip.thousandths), flip.class));
    found
}

/// The factors that turn whether the whole plan costs a party more than it brings it: what not beginning
/// at all would gain it is minus that, and the only row.
pub fn of_the_whole(account: &Account) -> Vec<Flip> {
    let gain = -account.full_gain.mid;
    let searches = account.facts.iter().map(|fact| {
        let mut search = Search::of(share(fact, Counts::default()));
        search.close(|_| Some(gain));
        Some(search)
    });
    found(searches, account, gain > 0)
}

/// What a class contributes to the gain of stopping where so many are given and in escrow.
fn share(fact: &Fact, counts: Counts) -> i64 {
    if let Some(each) = fact.plain.filter(|_| counts.in_escrow == 0) {
        let to_come = i64::from(fact.in_all) - i64::from(counts.given);
        return -each.mid * to_come;
    }
    let to_come = fact.worth.between(counts.given, fact.in_all).mid;
    fact.in_escrow(counts).mid - to_come
}

/// The search for the factor of one class.
pub struct Search {
    /// The first row at which it contributes what it does.
    since: u32,
    share: i64,
    nearest: Nearest,
}

impl Search {
    /// Where it contributes so much in the first row.
    pub const fn of(share: i64) -> Self {
        Self {
            since: 0,
            share,
            nearest: Nearest::new(),
        }
    }

    /// From a row on it contributes something else. Asked is for the greatest gain from a row to that one.
    pub fn change(&mut self, row: u32, share: i64, gain: impl FnOnce(u32) -> Option<i64>) {
        if share != self.share {
            self.close(gain);
            (self.since, self.share) = (row, share);
        }
    }

    /// There is no further row.
    pub fn close(&mut self, gain: impl FnOnce(u32) -> Option<i64>) {
        // Where nothing is gained and nothing contributed, nothing can change.
        if let Some(gain) = gain(self.since).filter(|gain| *gain > 0 || self.share != 0) {
            self.nearest.take(gain, self.share);
        }
    }
}

/// The greatest gain from any row on: of the rows so far, those after which none has as much.
#[derive(Default)]
pub struct Peaks {
    rows: Vec<(u32, i64)>,
}

impl Peaks {
    /// One row more.
    pub fn push(&mut self, row: u32, gain: i64) {
        while self.rows.pop_if(|last| last.1 <= gain).is_some() {}
        self.rows.push((row, gain));
    }

    /// The greatest gain at this row and all after it; nothing where there is none yet.
    pub fn since(&self, row: u32) -> Option<i64> {
        // Most who ask begin not long ago: the search begins at the end and doubles its steps.
        let mut back = 1;
        while let Some(at) = self.rows.len().checked_sub(back) {
            if self.rows.get(at).is_some_and(|peak| peak.0 < row) {
                break;
            }
            back *= 2;
        }
        let tail = self.rows.get(self.rows.len().saturating_sub(back)..)?;
        let first = tail.partition_point(|peak| peak.0 < row);
        tail.get(first).map(|peak| peak.1)
    }
}

/// The factor nearest to one at which the greatest of all gains is on the other side of nought, in
/// thousandths and past it; nothing where none of nought or more is.
struct Nearest {
    up: Bounds,
    down: Bounds,
}

impl Nearest {
    const fn new() -> Self {
        Self {
            up: Bounds::new(),
            down: Bounds::new(),
        }
    }

    /// A row with its gain and what the class contributes to it.
    fn take(&mut self, gain: i64, share: i64) {
        self.up.take(gain, share);
        self.down.take(gain, -share);
    }

    fn found(&self, gains_now: bool) -> Option<u64> {
        let more = self.up.step(gains_now).map(|step| 1000 + step);
        let less = self
            .down
            .step(gains_now)
            .and_then(|step| 1000_i128.checked_sub(step))
            .filter(|factor| *factor >= 0);
        let both = [more, less]
            .into_iter()
            .flatten()
            .filter_map(|factor| u64::try_from(factor).ok());
        both.min_by_key(|factor| change(*factor))
    }
}

/// A quotient of a number of nought or more and one above nought: it is divided once, at the end.
#[derive(Clone, Copy)]
struct Quotient {
    of: i64,
    by: i64,
}

impl Quotient {
    fn is_less_than(self, other: Self) -> bool {
        i128::from(self.of) * i128::from(other.by) < i128::from(other.of) * i128::from(self.by)
    }

    fn thousandths(self) -> i128 {
        i128::from(self.of) * 1000 / i128::from(self.by)
    }

    fn thousandths_up(self) -> i128 {
        (i128::from(self.of) * 1000 + i128::from(self.by) - 1) / i128::from(self.by)
    }
}

/// How far a factor has to go one way: at least so far, and at most so far.
struct Bounds {
    least: Option<Quotient>,
    most: Option<Quotient>,
    never: bool,
}

impl Bounds {
    const fn new() -> Self {
        Self {
            least: None,
            most: None,
            never: false,
        }
    }

    /// A row whose gain changes by `share` for each whole step.
    fn take(&mut self, gain: i64, share: i64) {
        if self.never {
            return;
        }
        if gain > 0 {
            // Where one gains now, every row has to come to nought or below, and stay there.
            if share >= 0 {
                self.never = true;
                return;
            }
            let least = Quotient {
                of: gain,
                by: -share,
            };
            if self.least.is_none_or(|known| known.is_less_than(least)) {
                self.least = Some(least);
            }
        } else if share > 0 {
            // Where nobody gains, the first row to pass nought is enough: the nearest.
            let most = Quotient {
                of: -gain,
                by: share,
            };
            if self.most.is_none_or(|known| most.is_less_than(known)) {
                self.most = Some(most);
            }
        }
    }

    fn step(&self, gains_now: bool) -> Option<i128> {
        if !gains_now {
            return self.most.map(|most| most.thousandths() + 1);
        }
        let least = self.least.map_or(0, Quotient::thousandths_up);
        let most = self.most.map(Quotient::thousandths);
        let fits = !self.never && most.is_none_or(|most| least <= most);
        fits.then_some(least)
    }
}

/// How far a factor is from one, as a ratio: 2 and a half are as far.
fn change(thousandths: u64) -> u64 {
    match thousandths {
        0 => u64::MAX,
        1..1000 => 1_000_000 / thousandths,
        more => more,
    }
}

/// Whether a factor stays inside the range of what it is applied to.
fn inside(thousandths: u64, span: Span) -> bool {
    let changed = i128::from(span.mid) * i128::from(thousandths);
    (i128::from(span.low) * 1000..=i128::from(span.high) * 1000).contains(&changed)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Each row by itself: its gain and what the class contributes to it.
    fn nearest(rows: &[(i64, i64)]) -> Option<u64> {
        let mut nearest = Nearest::new();
        for (gain, share) in rows {
            nearest.take(*gain, *share);
        }
        nearest.found(rows.iter().any(|(gain, _)| *gain > 0))
    }

    #[test]
    fn a_factor_brings_the_greatest_gain_to_the_other_side_of_nought() {
        // A gain of 33, all of it what is still to be given: only at nought is it gone.
        assert_eq!(nearest(&[(33, 33)]), Some(0));
        // Nobody gains yet; the row that is nearest to nought is not the one that passes it first.
        assert_eq!(nearest(&[(-10, 10), (-20, 40)]), Some(1501));
        // One row would come down, and another that does not depend on it stays above.
        assert_eq!(nearest(&[(10, -10), (8, 0)]), None);
        assert_eq!(nearest(&[(10, -10), (-5, 2)]), Some(2000));
        assert_eq!(nearest(&[(10, -10), (-5, 6)]), None);
    }

    proptest! {
        #[test]
        fn the_greatest_gain_since_a_row_is_that_of_looking_at_all(gains in prop::collection::vec(-9_i64..9, 1..40), since in 0_usize..45) {
            let mut peaks = Peaks::default();
            for (row, gain) in (0_u32..).zip(&gains) {
                peaks.push(row, *gain);
            }
            let model = gains.iter().skip(since).max().copied();
            prop_assert_eq!(peaks.since(u32::try_from(since).unwrap()), model);
        }

        #[test]
        fn the_nearest_factor_flips_and_none_nearer_does(rows in prop::collection::vec((-40_i64..40, -30_i64..30), 1..6)) {
            let greatest = |thousandths: i64| rows.iter().map(|(gain, share)| gain * 1000 + (thousandths - 1000) * share).max().unwrap();
            let gains_now = greatest(1000) > 0;
            let flipped = |thousandths: i64| (greatest(thousandths) > 0) != gains_now;
            let model = (0..60_000_i64).filter(|f| flipped(*f)).map(|f| u64::try_from(f).unwrap()).min_by_key(|f| change(*f));
            match nearest(&rows) {
                Some(found) if found < 60_000 => {
                    prop_assert!(flipped(i64::try_from(found).unwrap()), "{found}");
                    prop_assert_eq!(Some(change(found)), model.map(change));
                }
                Some(_) | None => prop_assert_eq!(model, None),
            }
        }
    }
}
