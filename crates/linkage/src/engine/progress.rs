//! What a run has compared so far, so that another run of the same work can go on from there, and
//! as bytes. It holds no word of a list: numbers of records and of values, and levels.

mod bytes;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::{
    pattern::{Histogram, Pattern},
    plan::Comparisons,
    rows::Part,
};

/// In so many parts each stretch of work is kept.
const PARTS: usize = 16;

/// What has been compared. It belongs to the very same lists, columns and options, compared by the
/// very same program; that these are the same is for the caller to see to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// By job, the rows of the values that were compared, in their order.
    rows: BTreeMap<u32, Vec<Part>>,
    /// Of how many left records the pairs are counted, and then seen again and weighed.
    counted: u32,
    seen: u32,
    /// How many combinations of fields are done, where lists are blocked.
    keys: u32,
    histogram: Histogram,
    kept: Vec<Kept>,
}

/// A pair that may be worth keeping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    pub left: u32,
    pub right: u32,
    pub pattern: Pattern,
}

/// When something is shown to whoever keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// Between two parts of the work: it may be kept or not.
    Between,
    /// Comparing has ended or was stopped: nothing more will come.
    Last,
}

/// Who keeps what has been compared.
pub type Keep<'k> = dyn FnMut(&Progress, Moment) + Send + 'k;

/// Work that goes on from what was done before.
pub struct Going<'k> {
    progress: Progress,
    keep: Option<&'k mut Keep<'k>>,
}

impl<'k> Going<'k> {
    /// From the beginning, and nobody keeps anything.
    pub const fn unkept() -> Self {
        Self {
            progress: Progress::new(),
            keep: None,
        }
    }

    /// From what was done before.
    pub fn kept(progress: Progress, keep: &'k mut Keep<'k>) -> Self {
        Self {
            progress,
            keep: Some(keep),
        }
    }

    /// What does not belong to these lists is not gone on from.
    pub fn check(&mut self, comparisons: &Comparisons) {
        if !self.progress.fits(comparisons) {
            self.progress = Progress::new();
        }
    }

    /// How many things are done in one go of so many: all where nobody keeps anything between.
    pub const fn at_once(&self, of: usize, least: usize) -> usize {
        if self.keep.is_none() {
            return if of == 0 { 1 } else { of };
        }
        let part = of / PARTS + 1;
        if part > least { part } else { least }
    }

    /// Of how many values of a job the rows are there.
    pub fn values_done(&self, job: u32) -> usize {
        let parts = self.progress.rows.get(&job).map_or(&[][..], Vec::as_slice);
        parts.iter().map(|part| part.lengths.len()).sum()
    }

    /// Some more values were compared.
    pub fn values_compared(&mut self, job: u32, parts: Vec<Part>) {
        self.progress.rows.entry(job).or_default().extend(parts);
        self.show(Moment::Between);
    }

    /// What the rows of a job come to. They are forgotten where nobody keeps them.
    pub fn rows_of<T>(&mut self, job: u32, joined: impl FnOnce(&[Part]) -> T) -> T {
        if self.keep.is_none() {
            return joined(&self.progress.rows.remove(&job).unwrap_or_default());
        }
        joined(self.progress.rows.get(&job).map_or(&[], Vec::as_slice))
    }

    /// Of how many left records the pairs are counted.
    pub const fn counted(&self) -> u32 {
        self.progress.counted
    }

    /// The pairs of so many more left records were counted.
    pub fn count(&mut self, records: usize, found: impl IntoIterator<Item = Histogram>) {
        self.progress.counted += number(records);
        self.add(found);
        self.show(Moment::Between);
    }

    /// Of how many left records the pairs were looked at again.
    pub const fn seen(&self) -> u32 {
        self.progress.seen
    }

    /// The pairs of so many more left records were looked at again.
    pub fn see(&mut self, records: usize, kept: impl IntoIterator<Item = Vec<Kept>>) {
        self.progress.seen += number(records);
        self.progress.kept.extend(kept.into_iter().flatten());
        self.show(Moment::Between);
    }

    /// How many combinations of fields are done.
    pub const fn keys(&self) -> u32 {
        self.progress.keys
    }

    /// The pairs of one more combination were compared.
    pub fn key_done(&mut self, found: impl IntoIterator<Item = (Histogram, Vec<Kept>)>) {
        self.progress.keys += 1;
        let (counted, parts): (Vec<Histogram>, Vec<Vec<Kept>>) = found.into_iter().unzip();
        self.add(counted);
        // There are many, and what is set aside for more would be as much again.
        let kept = &mut self.progress.kept;
        kept.reserve_exact(parts.iter().map(Vec::len).sum());
        kept.extend(parts.into_iter().flatten());
        self.show(Moment::Between);
    }

    fn add(&mut self, found: impl IntoIterator<Item = Histogram>) {
        let before = std::mem::take(&mut self.progress.histogram);
        self.progress.histogram = found.into_iter().fold(before, Histogram::and);
    }

    /// How often each pattern was found.
    pub fn histogram(&self) -> Vec<(Pattern, u64)> {
        self.progress.histogram.sorted()
    }

    /// What the pairs that were kept come to. They are forgotten where nobody keeps them.
    pub fn pairs<T>(&mut self, made: impl FnOnce(&[Kept]) -> T) -> T {
        if self.keep.is_none() {
            return made(&std::mem::take(&mut self.progress.kept));
        }
        made(&self.progress.kept)
    }

    /// Comparing has ended, in whatever way.
    pub fn ended(mut self) {
        self.show(Moment::Last);
    }

    fn show(&mut self, moment: Moment) {
        if let Some(keep) = &mut self.keep {
            keep(&self.progress, moment);
        }
    }
}

impl Progress {
    /// Nothing yet.
    pub const fn new() -> Self {
        Self {
            rows: BTreeMap::new(),
            counted: 0,
            seen: 0,
            keys: 0,
            histogram: Histogram::new(),
            kept: Vec::new(),
        }
    }

    /// Whether nothing has been done.
    pub fn is_empty(&self) -> bool {
        *self == Self::new()
    }

    /// Whether it can be of these lists at all.
    fn fits(&self, comparisons: &Comparisons) -> bool {
        let (left, right) = (comparisons.left, comparisons.right);
        let within = |kept: &Kept| kept.left < left && kept.right < right;
        self.counted <= left && self.seen <= left && self.kept.iter().all(within)
    }
}

/// Lists are shorter than 2^32.
fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
