//! What a check found, as data: for programs as JSON, and for the pages that tell it in sentences.

use jiff::civil::Date;
use serde::Serialize;

use super::{
    finding::Finding,
    moves::{Moves, Stops},
    rows::Rows,
};
use crate::{
    few::Few,
    plan::{Span, file::KindFile},
    range::Range,
};

/// The name of this form of a report.
pub const FORMAT: &str = "good-offices-plan-check-1";

/// What a check found.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// [`FORMAT`].
    pub format: Form,
    /// For whom it was made: whose points it may hold.
    pub reader: Reader,
    /// What the plan is called.
    pub title: String,
    /// What it is about.
    pub about: Option<String>,
    /// Who takes part.
    pub parties: Vec<PartyTold>,
    /// What is given.
    pub classes: Vec<ClassTold>,
    /// The stages.
    pub stages: Vec<StageTold>,
    /// The moves, in their order.
    pub moves: Moves,
    /// For each party whose points are known, where it stands; no two have a scale in common.
    pub panels: Vec<Panel>,
    /// What was found of the plan's own arithmetic and order, and what is missing.
    pub findings: Vec<Finding>,
    /// What other orders of the same plan would change.
    pub what_ifs: Vec<WhatIf>,
}

/// The name of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form;

impl Serialize for Form {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(FORMAT)
    }
}

/// Who reads a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reader {
    /// Whoever may read the whole plan.
    Desk,
    /// One party, by its key.
    Party(String),
}

/// A party.
#[derive(Clone, Debug, Serialize)]
pub struct PartyTold {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
}

/// A class.
#[derive(Clone, Debug, Serialize)]
pub struct ClassTold {
    /// Its key.
    pub key: String,
    /// One of them.
    pub one: String,
    /// Several.
    pub many: String,
    /// What they are.
    pub kind: KindFile,
    /// Who gives them: the number of the party.
    pub from: usize,
    /// How many there are, where that is said.
    pub number: Option<u32>,
    /// How many the plan gives.
    pub given: u64,
}

/// A stage.
#[derive(Clone, Debug, Serialize)]
pub struct StageTold {
    /// Its name.
    pub name: String,
    /// Its day.
    pub on: Option<Date>,
}

/// Where one party stands through the plan, in its own points.
#[derive(Clone, Debug, Serialize)]
pub struct Panel {
    /// The number of the party.
    pub party: usize,
    /// All numbers of this panel are whole numbers of ten to the power of minus this.
    pub places: u8,
    /// Who said what things are worth to it.
    pub points_from: Option<String>,
    /// On which day.
    pub points_on: Option<Date>,
    /// By what share less what comes a day later is worth to it, where that was said: then what it would
    /// gain by stopping is reckoned with what is still to come worth less by that for each day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discount: Option<Range>,
    /// What its word is worth to it beyond the plan.
    pub future: Span,
    /// What the whole plan brings it.
    pub full_gain: Span,
    /// Whether that is less than it costs it, and by what factor one number has to change for that to flip.
    pub whole: Whole,
    /// What it gives in all: the scale of "per cent of all it gives".
    pub gives: Span,
    /// Where it stands before the first move and after each.
    pub rows: Rows,
    /// Its greatest exposure.
    pub exposure: Worst,
    /// The greatest exposure for which it is ready, and whether the plan keeps to it.
    pub limit: Option<(Span, Verdict)>,
    /// What would have to be at stake for it beyond its future so that it never gains by stopping.
    pub guarantee: Worst,
    /// After which row nothing needs to be at stake for it any more.
    pub guarantee_until: Option<usize>,
    /// Where walking away would gain it most, with what it has at stake counted.
    pub walk_away: Worst,
    /// Whether it would gain by walking away at some moment.
    pub verdict: Verdict,
    /// By what factor one number has to change for that to flip.
    pub flips: Vec<Flip>,
    /// Whom it has to trust, for how much, until when.
    pub trust: Vec<Trust>,
    /// What a move that is called simultaneous may cost it, where only its own half happens.
    pub slips: Vec<Slip>,
}

/// Where one party stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct StandingTold {
    /// What it has received, less what it has given; below nought it is exposed.
    pub standing: Span,
    /// What it would gain by stopping here, less what it has at stake; above nought it gains.
    pub walk_away: Span,
    /// What it has at stake then beyond its future: deposits, and what is of its in escrow.
    pub held: Span,
    /// What has to be at stake for it from here on, beyond its future.
    pub guarantee_from_here: Span,
}

/// The worst moment of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Worst {
    /// How bad: the least and the greatest bound of the worst moment, whichever that is.
    pub points: Span,
    /// The row at which its middle is the worst, and among such its upper bound: 0 before the first
    /// move.
    pub row: usize,
    /// A row at which it is at least as bad as the least bound: `row` where that is one.
    pub low_row: usize,
    /// A row at which it can be as bad as the greatest bound: `row` where that is one.
    pub high_row: usize,
}

/// What the whole plan brings a party, what it costs it taken off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Whole {
    /// How much: its full gain; where what comes later is worth less to it, what that is on the first day,
    /// rounded down.
    pub points: Span,
    /// Whether that is nought or more.
    pub verdict: Verdict,
    /// By what factor one number has to change for that to flip.
    pub flips: Vec<Flip>,
}

/// Whether something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Wherever the numbers lie in their ranges.
    Holds,
    /// Nowhere in their ranges.
    Fails,
    /// It depends on where in their ranges the numbers lie.
    CannotTell,
}

/// By what factor one number has to change for a verdict to flip, all others in the middle of their
/// ranges.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Flip {
    /// The number of the class whose worth changes.
    pub class: usize,
    /// The factor in thousandths, rounded to the side on which the verdict has flipped.
    pub thousandths: u64,
    /// Whether that lies inside the range that was given.
    pub inside_range: bool,
}

/// A party is exposed, and to whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Trust {
    /// From which row on.
    pub row: usize,
    /// For how many points.
    pub points: Span,
    /// Whose move takes it back: the numbers of the parties.
    pub in_whom: Few<usize>,
    /// The row in which that happens.
    pub until: Option<usize>,
}

/// What a simultaneous move may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Slip {
    /// The row after it.
    pub row: usize,
    /// By how many points the party is exposed if only its own half happens.
    pub points: Span,
}

/// What another order of the same plan would change.
#[derive(Clone, Debug, Serialize)]
pub struct WhatIf {
    /// What is changed.
    pub change: Change,
    /// For each panel of the report, in its order.
    pub panels: Vec<WhatIfPanel>,
}

/// A change of order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// In each stage who went last goes first.
    StagesTurnedRound,
    /// All handovers of a stage by turns.
    ByTurns,
    /// The handovers of the last stage by turns.
    LastStageByTurns,
    /// This class goes last in each stage.
    LastInEachStage {
        /// Its number.
        class: usize,
    },
}

/// What a change of order does to one party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WhatIfPanel {
    /// The number of the party.
    pub party: usize,
    /// Its greatest exposure then.
    pub exposure: Span,
    /// What would have to be at stake for it then.
    pub guarantee: Span,
}

impl StandingTold {
    /// Before anything was done.
    pub(super) const NOWHERE: Self = Self {
        standing: Span::ZERO,
        walk_away: Span::ZERO,
        held: Span::ZERO,
        guarantee_from_here: Span::ZERO,
    };
}

impl Report {
    /// What stands if the plan stops at a row: 0 before the first move.
    pub fn stops_at(&self, row: usize) -> Stops {
        let mut stops = self.moves.stops_at(row, self.classes.len());
        let left = self.classes.iter().zip(&stops.given).map(|(class, given)| {
            let all = class
                .number
                .map_or(class.given, |number| class.given.max(u64::from(number)));
            u32::try_from(all.saturating_sub(u64::from(*given))).unwrap_or(u32::MAX)
        });
        stops.left = left.collect();
        stops
    }
}
