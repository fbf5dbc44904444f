//! From two lists, or one, to candidates: compared, weighed, arranged, and each with what speaks for
//! and against it. It proposes; a person decides.

mod cautions;
mod costs;
mod evidence;
mod explain;
mod pairing;

use crate::{
    decide::{Decision, Decisions, Ruling},
    engine::{Comparisons, Going, Level, RELATIVES, Run, Scored, Task, probability, run},
    findings::{Band, Bands, Threshold},
    list::{FieldKind, List},
    watch::{Stage, Stopped, Watch},
};

use costs::Costs;
pub use explain::Source;

pub use crate::engine::{Keep, Moment, Progress};
use pairing::Arranged;

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Whether an entry may have several partners.
    pub pairing: Pairing,
    /// The kinds of field to compare; all that both lists have where none is named.
    pub only: Vec<FieldKind>,
    /// From where on a candidate is likely.
    pub threshold: Threshold,
    /// What people have decided on pairs of these lists. It corrects the estimate of what thresholds
    /// cost and stands beside the candidates; no candidate's own evidence is changed by it.
    pub decisions: Decisions,
}

/// Whether an entry may have several partners.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Pairing {
    /// Every candidate stands for itself.
    #[default]
    Any,
    /// Each entry has at most one partner: only for lists without repetitions.
    OneToOne,
}

/// Everything that was found.
pub struct Proposals<'a> {
    left: &'a List,
    right: &'a List,
    task: Task,
    comparisons: Comparisons,
    run: Run,
    /// Indices into the scored pairs, strongest first.
    order: Vec<u32>,
    arranged: Arranged,
    costs: Costs,
    decisions: Decisions,
}

/// A pair, shortly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The record of the first list, counted from 0.
    pub left: u32,
    /// The record of the second list, or the later one of the same.
    pub right: u32,
    /// All evidence in bits, the prior included.
    pub bits: f64,
    /// The probability that follows; of a pair that was chosen one to one, given the others chosen.
    pub probability: f64,
    /// How it stands.
    pub band: Band,
    /// Whether it lies above the threshold that was asked for (where none was, the one with the best
    /// balance of wrong and lost pairs), is no pair of relatives, and was chosen where one-to-one
    /// pairs were asked for.
    pub proposed: bool,
    /// What people decided on it, taken together.
    pub ruling: Option<Ruling>,
}

/// Work that can be interrupted: what was compared before, and who keeps what has been.
pub struct Resume<'k> {
    /// What an earlier run of the very same work had compared: the same lists, read by the same
    /// mapping, the same options, the same program. That they are is for the caller to see to.
    pub from: Progress,
    /// Shown what has been compared, between parts of the work and when comparing has ended or was
    /// stopped.
    pub keep: &'k mut Keep<'k>,
}

/// What is compared with what.
#[derive(Clone, Copy)]
enum Lists<'a> {
    Two(&'a List, &'a List),
    One(&'a List),
}

impl<'a> Proposals<'a> {
    /// Links two lists.
    ///
    /// # Errors
    /// [`Stopped`] when the watcher says so.
    pub fn link(
        left: &'a List,
        right: &'a List,
        options: &Options,
        watch: &dyn Watch,
    ) -> Result<Self, Stopped> {
        Self::new(Lists::Two(left, right), options, Going::unkept(), watch)
    }

    /// The same, from where it was left before. The result is the same to the last bit.
    ///
    /// # Errors
    /// [`Stopped`] when the watcher says so, after what has been compared was shown.
    pub fn link_resumed(
        left: &'a List,
        right: &'a List,
        options: &Options,
        resume: Resume,
        watch: &dyn Watch,
    ) -> Result<Self, Stopped> {
        let going = Going::kept(resume.from, resume.keep);
        Self::new(Lists::Two(left, right), options, going, watch)
    }

    /// Compares a list with itself.
    ///
    /// # Errors
    /// [`Stopped`] when the watcher says so.
    pub fn dedupe(list: &'a List, options: &Options, watch: &dyn Watch) -> Result<Self, Stopped> {
        Self::new(Lists::One(list), options, Going::unkept(), watch)
    }

    /// The same, from where it was left before. The result is the same to the last bit.
    ///
    /// # Errors
    /// [`Stopped`] when the watcher says so, after what has been compared was shown.
    pub fn dedupe_resumed(
        list: &'a List,
        options: &Options,
        resume: Resume,
        watch: &dyn Watch,
    ) -> Result<Self, Stopped> {
        let going = Going::kept(resume.from, resume.keep);
        Self::new(Lists::One(list), options, going, watch)
    }

    fn new(
        lists: Lists<'a>,
        options: &Options,
        going: Going,
        watch: &dyn Watch,
    ) -> Result<Self, Stopped> {
        let (left, right, task, pairing) = match lists {
            Lists::Two(left, right) => (left, right, Task::Link, options.pairing),
            Lists::One(list) => (list, list, Task::Dedupe, Pairing::Any),
        };
        let comparisons = Comparisons::new(left, right, task, &options.only, watch)?;
        let run = run(&comparisons, task, going, watch)?;
        watch.at(Stage::Arranging, 0, 1)?;
        let order = strongest_first(&comparisons, &run.scored);
        let arranged = Arranged::new(&comparisons, &run, task, pairing, watch)?;
        let costs = Costs::new(&run, &arranged, options, watch)?;
        Ok(Self {
            left,
            right,
            task,
            comparisons,
            run,
            order,
            arranged,
            costs,
            decisions: options.decisions.clone(),
        })
    }

    /// Where the bands begin.
    pub fn bands(&self) -> Bands {
        self.costs.bands
    }

    /// All candidates, strongest first.
    pub fn pairs(&self) -> impl Iterator<Item = Pair> {
        self.order.iter().filter_map(|&at| self.pair(at as usize))
    }

    fn pair(&self, at: usize) -> Option<Pair> {
        let scored = self.run.scored.get(at)?;
        Some(Pair {
            left: scored.left,
            right: scored.right,
            bits: scored.bits,
            probability: self.arranged.probability(at, scored),
            band: self.band(at, scored),
            proposed: scored.bits >= self.costs.balance
                && self.arranged.stands(at)
                && !are_rather_relatives(scored),
            ruling: Ruling::of(self.decided(scored)),
        })
    }

    /// What people decided on a pair.
    fn decided(&self, scored: &Scored) -> &[Decision] {
        let on = self.decisions.on.get(&(scored.left, scored.right));
        on.map_or(&[], Vec::as_slice)
    }

    fn band(&self, at: usize, scored: &Scored) -> Band {
        let Bands { likely, review } = self.costs.bands;
        if !self.arranged.stands(at) {
            Band::Unlikely
        } else if are_rather_relatives(scored) {
            Band::Review
        } else if scored.bits < review {
            Band::Unlikely
        } else if scored.bits < likely || self.names_alone(scored) {
            // Nobody is likely one person by names alone: too many share them.
            Band::Review
        } else {
            Band::Likely
        }
    }
}

impl Proposals<'_> {
    /// Whether nothing but names could be compared.
    fn names_alone(&self, scored: &Scored) -> bool {
        let each = self.comparisons.each.iter().enumerate();
        let mut spoken = each.filter(|(i, _)| scored.pattern.level(*i) != Level::NONE);
        spoken.all(|(_, comparison)| cautions::is_name(comparison.kind))
    }
}

/// Whether the two are more likely close relatives than one person.
fn are_rather_relatives(scored: &Scored) -> bool {
    scored
        .kin
        .is_some_and(|kin| kin >= RELATIVES && kin > probability(scored.bits))
}

/// Equal ones by what they say, so that the order of the lists does not matter; then by their place.
fn strongest_first(comparisons: &Comparisons, scored: &[Scored]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..).zip(scored).map(|(at, _)| at).collect();
    let key = |&at: &u32| {
        let scored = scored.get(at as usize)?;
        Some((
            millionths(-scored.bits),
            comparisons.left_contents.of_record(scored.left),
            comparisons.right_contents.of_record(scored.right),
            scored.left,
            scored.right,
        ))
    };
    order.sort_by_cached_key(key);
    order
}

/// Bits in whole millionths, as far as they go.
fn millionths(bits: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "clamped to what fits")]
    let whole = (bits.clamp(-1e9, 1e9) * 1e6).round() as i64;
    whole
}

fn bits_of(millionths: i64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    let bits = millionths as f64;
    bits / 1e6
}
