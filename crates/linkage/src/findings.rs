//! What was found, as programs read it and reports show it: candidates with the evidence for and
//! against each. Nothing here says that two entries are one person, and nothing is merged.

use serde::Serialize;

use crate::{
    decide::{Decision, File, Misfit},
    list::{Confidence, FieldKind, Meaning, Reason},
    problem::{Place, Problem},
};
pub use crate::{
    engine::{Agreement, Side, Task},
    estimate::Method as Estimated,
};

/// Name and version of the JSON form.
pub const FORMAT: &str = "linkage candidates 1";

/// Everything that one run found.
#[derive(Debug, Clone, Serialize)]
pub struct Findings {
    /// [`FORMAT`].
    pub format: &'static str,
    /// Two lists, or one with itself.
    pub task: Task,
    /// The lists as they were read: two, or one.
    pub lists: Vec<ListRead>,
    /// What was compared with what, and what each level of agreement weighs.
    pub comparisons: Vec<Compared>,
    /// Which pairs were looked at.
    pub method: Method,
    /// The odds, in bits, that two entries taken at random are one person.
    pub prior_bits: f64,
    /// What each threshold would cost.
    pub costs: Vec<Cost>,
    /// What the estimate of these costs rests on.
    pub estimated_from: Estimated,
    /// Where the bands begin.
    pub bands: Bands,
    /// What was asked of the threshold from which on a candidate is likely, and what that costs.
    pub threshold: ThresholdRead,
    /// What people decided before.
    pub decisions: DecisionsRead,
    /// The candidates, strongest first.
    pub candidates: Vec<Candidate>,
    /// How many candidates there are in each band, those included that are not listed.
    pub totals: Totals,
    /// Of one list: entries that seem to be one person, each group with at least two.
    pub groups: Vec<Group>,
}

/// A list as it was read.
#[derive(Debug, Clone, Serialize)]
pub struct ListRead {
    /// The file's name.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub digest: String,
    /// Entries.
    pub records: usize,
    /// Every column and what it was taken for.
    pub columns: Vec<ColumnRead>,
    /// What was not understood, in order of place; the first of them where there are many.
    pub problems: Vec<Problem>,
    /// How many problems there are.
    pub problems_total: usize,
}

/// A column and what it was taken for.
#[derive(Debug, Clone, Serialize)]
pub struct ColumnRead {
    /// The header as it came.
    pub header: String,
    /// What it says about a person, or that it was left out.
    pub meaning: Meaning,
    /// How sure that is.
    pub confidence: Confidence,
    /// Why.
    pub reason: Reason,
}

/// One field of each list, compared.
#[derive(Debug, Clone, Serialize)]
pub struct Compared {
    /// What it says about a person.
    pub kind: FieldKind,
    /// The header in the first list.
    pub left_label: String,
    /// The header in the second.
    pub right_label: String,
    /// The levels of agreement, from the same to different.
    pub levels: Vec<LevelRead>,
}

/// One level of agreement and what it weighs before the frequency of the value is looked at.
#[derive(Debug, Clone, Serialize)]
pub struct LevelRead {
    /// What it means.
    pub agreement: Agreement,
    /// Share of pairs of one person that show it.
    pub m: f64,
    /// Share of pairs of two persons that show it.
    pub u: f64,
    /// log2(m/u).
    pub bits: f64,
}

/// Which pairs were looked at.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Method {
    /// Every pair there is.
    AllPairs {
        /// How many.
        pairs: u64,
    },
    /// Those that agree in some combination of fields.
    Blocked {
        /// How many pairs there are.
        possible: u64,
        /// How many were looked at.
        compared: u64,
        /// The combinations, by the kinds of field that must agree.
        keys: Vec<Vec<FieldKind>>,
        /// Share of the true pairs that were not looked at: estimate with its 95 % interval, from
        /// entries compared with the whole other list.
        loss: Interval,
        /// How many entries were compared so.
        sampled: u32,
    },
}

/// An estimate with the ends of its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Estimate.
    pub mid: f64,
    /// Upper end.
    pub high: f64,
}

/// What it costs to take all candidates from so many bits on. Estimated without labels.
#[derive(Debug, Clone, Serialize)]
pub struct Cost {
    /// The threshold: total evidence in bits, the prior included.
    pub bits: f64,
    /// Candidates at or above it.
    pub candidates: u64,
    /// Share of these that are of one person.
    pub precision: Interval,
    /// Share of all pairs of one person that are among these.
    pub recall: Interval,
}

/// Where the bands begin, in bits with the prior.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Bands {
    /// From here on a candidate is likely.
    pub likely: f64,
    /// From here on a candidate is worth a look.
    pub review: f64,
}

/// From where on a candidate is likely.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Threshold {
    /// From where at most one in a hundred is expected to be wrong; nobody asked for anything.
    #[default]
    Usual,
    /// From where at most one in so many is expected to be wrong.
    WrongAtMost {
        /// In how many.
        one_in: u64,
    },
    /// From so many bits on.
    Bits {
        /// How many.
        bits: f64,
    },
}

/// The threshold from which on a candidate is likely, and the one from which it is worth a look.
#[derive(Debug, Clone, Serialize)]
pub struct ThresholdRead {
    /// What was asked for.
    pub asked: Threshold,
    /// Whether there is a threshold that is expected to keep to it. Where there is none nothing is
    /// likely.
    pub kept: bool,
    /// What it costs to take all that is likely; none where there is nothing.
    pub likely: Option<Cost>,
    /// What it costs to take all that is worth a look.
    pub review: Option<Cost>,
}

/// What people decided before, as it was read back.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DecisionsRead {
    /// The files, in the order in which they were given.
    pub files: Vec<File>,
    /// On how many pairs somebody decided.
    pub pairs: u64,
    /// On how many of them all say: one person,
    pub same: u64,
    /// two persons,
    pub different: u64,
    /// relatives,
    pub relatives: u64,
    /// that it cannot be told.
    pub cannot_tell: u64,
    /// On how many people differ.
    pub disputed: u64,
    /// How many of the pairs the estimate of costs takes in.
    pub estimated_with: u64,
    /// How many are no listed candidates now.
    pub not_listed: u64,
    /// What does not fit these lists.
    pub misfits: Vec<Misfit>,
}

/// How a candidate stands. A person decides; this only sorts the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Band {
    /// Likely the same person.
    Likely,
    /// To be looked at.
    Review,
    /// Unlikely; kept for the runner-up.
    Unlikely,
}

/// Numbers of candidates.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct Totals {
    /// Likely.
    pub likely: u64,
    /// To be looked at.
    pub review: u64,
    /// Unlikely.
    pub unlikely: u64,
    /// Of those to be looked at: pairs that look like brothers or sisters rather than one person.
    /// The costs of thresholds leave them out.
    pub relatives: u64,
}

/// Two entries that may be one person.
#[derive(Debug, Clone, Serialize)]
pub struct Candidate {
    /// Counted from 1, strongest first.
    pub number: usize,
    /// The entry in the first list.
    pub left: Entry,
    /// The entry in the second list, or the later one in the same list.
    pub right: Entry,
    /// All evidence in bits, the prior included.
    pub bits: f64,
    /// The probability that follows.
    pub probability: f64,
    /// How it stands.
    pub band: Band,
    /// Field by field, in the order of the comparisons.
    pub evidence: Vec<Evidence>,
    /// Probability that the two are close relatives rather than one person; none where the fields
    /// cannot tell.
    pub relatives: Option<f64>,
    /// The next best partner of the left entry.
    pub runner_up_of_left: Option<RunnerUp>,
    /// The next best partner of the right entry.
    pub runner_up_of_right: Option<RunnerUp>,
    /// What one-to-one assignment made of it, where that was asked for.
    pub assignment: Option<Assignment>,
    /// What to look at before anything else.
    pub cautions: Vec<Caution>,
    /// What people decided on it, in the order in which it was read.
    pub decisions: Vec<Decision>,
}

/// An entry as it came.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    /// Which list, by its number from 0 in `lists`.
    pub list: usize,
    /// The record, counted from 0.
    pub record: u32,
    /// Where it stands in its file.
    pub place: Place,
    /// What it says in each compared field, as it came; empty where it says nothing.
    pub cells: Vec<String>,
}

/// What one field says about a pair.
#[derive(Debug, Clone, Serialize)]
pub struct Evidence {
    /// How well the two agree.
    pub agreement: Agreement,
    /// For (above nought) or against (below), in bits.
    pub bits: f64,
    /// Share of the entries that agree so well with one of these by chance: how common it is.
    pub by_chance: Option<f64>,
}

/// The next best partner of an entry.
#[derive(Debug, Clone, Serialize)]
pub struct RunnerUp {
    /// Which entry.
    pub entry: Entry,
    /// Its evidence, in bits.
    pub bits: f64,
}

/// What one-to-one assignment made of a candidate.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Assignment {
    /// Whether the two were put together.
    pub chosen: bool,
    /// By how many bits the whole would fall if they were not; none where they were not.
    pub regret: Option<f64>,
    /// Whether another arrangement is just as good.
    pub tied: bool,
}

/// What to look at before anything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Caution {
    /// Another entry says exactly the same.
    IdenticalParticulars,
    /// Only names could be compared.
    NamesOnly,
    /// The next best partner is nearly as good.
    CloseRunnerUp,
    /// They look like close relatives.
    Relatives,
    /// The fields given by number (identity cards) contradict each other.
    NumberDiffers,
    /// A name mixes scripts or holds signs that change the order in which it is read.
    OddSigns,
}

/// Entries of one list that seem to be one person.
#[derive(Debug, Clone, Serialize)]
pub struct Group {
    /// Its entries, in the order of the list.
    pub entries: Vec<Entry>,
    /// The weakest evidence between any two of them, in bits.
    pub weakest: f64,
    /// Whether another grouping is just as good.
    pub tied: bool,
}
