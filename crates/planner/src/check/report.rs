//! What a check found, as data: for programs as JSON, and for the pages that tell it in sentences.

use jiff::civil::{Date, DateTime};
use serde::Serialize;

use super::{
    account::Account,
    arithmetic, conditions,
    course::{self, Move, What},
    few::Few,
    panel, what_if,
};
use crate::plan::{Class, Lot, PartyId, Plan, Span, file::KindFile};

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
    pub moves: Vec<MoveTold>,
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

/// A move.
#[derive(Clone, Debug, Serialize)]
pub struct MoveTold {
    /// Its stage, from nought.
    pub stage: usize,
    /// Its step in the stage, from nought; nothing for what follows from the passing of time.
    pub step: Option<usize>,
    /// When.
    pub at: Option<DateTime>,
    /// When at the latest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_when: Option<DateTime>,
    /// What is done.
    pub what: Done,
    /// By whom: the numbers of the parties.
    pub by: Few<usize>,
}

/// What is done in a move.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Done {
    /// One party hands over.
    Handover(Few<LotTold>),
    /// Several hand over at one moment.
    Together(Few<LotTold>),
    /// One party hands over to a third.
    Escrow(Few<LotTold>),
    /// A deposit is made.
    Deposit(String),
    /// A deposit is given back.
    GiveBack(String),
    /// These count as received.
    Verified(Few<LotTold>),
}

/// Some of a class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LotTold {
    /// The number of the class.
    pub class: usize,
    /// How many.
    pub count: u32,
    /// Those that are named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub named: Vec<String>,
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
    /// What its word is worth to it beyond the plan.
    pub future: Span,
    /// What the whole plan brings it.
    pub full_gain: Span,
    /// What it gives in all: the scale of "per cent of all it gives".
    pub gives: Span,
    /// Where it stands before the first move and after each.
    pub rows: Vec<StandingTold>,
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
    /// The row at which its middle is the worst: 0 before the first move.
    pub row: usize,
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
    pub in_whom: Vec<usize>,
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

/// If the plan stops at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stops {
    /// How many of each class were given by then.
    pub given: Vec<u32>,
    /// How many of each class are not given then, of those that there are or that the plan gives.
    pub left: Vec<u32>,
    /// How many of each class lie in escrow.
    pub in_escrow: Vec<u32>,
    /// Deposits made and not given back, in words.
    pub deposits: Vec<String>,
}

/// Something that was found of the plan itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    /// More is given than there is.
    MoreThanThereAre {
        /// The number of the class.
        class: usize,
        /// How many are given.
        given: u64,
        /// How many there are.
        number: u32,
    },
    /// Some are not given in the plan.
    Remain {
        /// The number of the class.
        class: usize,
        /// How many.
        count: u64,
    },
    /// What is given for something is not what it costs.
    PriceOff {
        /// The number of the class in which it is paid.
        paid_in: usize,
        /// The stage at whose end, from nought; nothing for the end of the plan.
        stage: Option<usize>,
        /// What is due by then.
        due: u64,
        /// What is given by then.
        given: u64,
        /// How far they may be apart.
        slack: u64,
    },
    /// The price comes out at the end of the plan.
    PriceComesOut {
        /// The number of the class in which it is paid.
        paid_in: usize,
        /// The numbers of the classes that are paid for.
        of: Vec<usize>,
        /// How many are given and due.
        due: u64,
    },
    /// A group has a price, and is not given whole.
    GroupPriceInPart {
        /// The number of the class.
        class: usize,
        /// How many the price is for.
        each: u32,
        /// How many are given.
        given: u64,
    },
    /// A stage has fewer or more of a class than it may.
    BatchSize {
        /// The stage, from nought.
        stage: usize,
        /// The number of the class.
        class: usize,
        /// How many it has.
        count: u64,
        /// The fewest.
        at_least: Option<u32>,
        /// The most.
        at_most: Option<u32>,
    },
    /// A rule on sizes that nothing can keep.
    BatchesCannotBe {
        /// The number of the class.
        class: usize,
        /// The fewest.
        at_least: u32,
        /// The most.
        at_most: u32,
    },
    /// A class goes before one that it should go after.
    OutOfOrder {
        /// The stage, from nought.
        stage: usize,
        /// The number of the class that should go first.
        class: usize,
        /// The number of the class that goes too soon.
        before: usize,
    },
    /// Those who go in one move do not.
    GroupParted {
        /// The number of the class.
        class: usize,
        /// Those of the group that are not in the move of the first.
        named: Vec<String>,
    },
    /// A step waits for something that does not come before it.
    Waits {
        /// The stage, from nought.
        stage: usize,
        /// The step, from nought.
        step: usize,
        /// For what.
        on: WaitsFor,
    },
    /// A time before that of the move before.
    Backwards {
        /// The stage, from nought.
        stage: usize,
        /// The step, from nought.
        step: usize,
    },
    /// A time after the latest that the step allows.
    TooLate {
        /// The stage, from nought.
        stage: usize,
        /// The step, from nought.
        step: usize,
    },
    /// More verified than was handed over.
    VerifiedTooSoon {
        /// The stage, from nought.
        stage: usize,
        /// The step, from nought.
        step: usize,
        /// The number of the class.
        class: usize,
    },
    /// Something that is never verified, although it should be.
    NeverVerified {
        /// The number of the class.
        class: usize,
        /// How many.
        count: u32,
    },
    /// What is in escrow and never passed on.
    LeftInEscrow {
        /// The number of the class.
        class: usize,
        /// How many.
        count: u32,
    },
    /// A deposit that was never given back.
    LeftDeposited {
        /// What it is.
        what: String,
    },
    /// How far the rule of extension reaches.
    Extension(Extends),
    /// Nobody said from whom a party's points are.
    PointsFromNobody {
        /// The number of the party.
        party: usize,
    },
    /// A giver to whom what it gives costs nothing.
    CostsNothing {
        /// The number of the class.
        class: usize,
    },
    /// Stages without a day or moves without a time.
    NoTimes {
        /// How many moves.
        moves: usize,
    },
    /// Persons of whom nobody said whether they can be given at all.
    DeliverableUnknown {
        /// The number of the class.
        class: usize,
    },
}

/// How far a rule of extension reaches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Extends {
    /// The number of the class of which more is given.
    pub of: usize,
    /// How many make a block.
    pub block: u32,
    /// Whole blocks that the further ones allow.
    pub blocks: u32,
    /// How many of the further ones are left over.
    pub left_over: u32,
    /// The number of the class that is granted.
    pub grants: usize,
    /// How many of that the plan has without it.
    pub in_plan: u64,
    /// How many each block grants.
    pub granting: u32,
    /// How many there may be in all.
    pub at_most: u32,
    /// Whole blocks for which the cap leaves room; below nought blocks the cap is under the plan itself.
    pub blocks_under_cap: Option<u32>,
}

/// What a step waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WaitsFor {
    /// No step has this key.
    Nothing(String),
    /// That step comes later.
    Later(String),
    /// Steps that wait for each other in a circle.
    Circle(Vec<String>),
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

impl Report {
    /// What stands if the plan stops at a row: 0 before the first move.
    pub fn stops_at(&self, row: usize) -> Stops {
        let none = vec![0_u32; self.classes.len()];
        let (mut given, mut in_escrow) = (none.clone(), none);
        let mut deposits: Vec<String> = Vec::new();
        for done in self.moves.iter().take(row).map(|step| &step.what) {
            match done {
                Done::Handover(lots) | Done::Together(lots) => {
                    for lot in lots.iter() {
                        add(&mut given, lot.class, lot.count);
                        if let Some(held) = in_escrow.get_mut(lot.class) {
                            *held = held.saturating_sub(lot.count);
                        }
                    }
                }
                Done::Escrow(lots) => lots
                    .iter()
                    .for_each(|lot| add(&mut in_escrow, lot.class, lot.count)),
                Done::Deposit(what) => deposits.push(what.clone()),
                Done::GiveBack(what) => {
                    if let Some(at) = deposits.iter().position(|held| held == what) {
                        deposits.remove(at);
                    }
                }
                Done::Verified(_) => {}
            }
        }
        let left = self.classes.iter().zip(&given).map(|(class, given)| {
            let all = class
                .number
                .map_or(class.given, |number| class.given.max(u64::from(number)));
            u32::try_from(all.saturating_sub(u64::from(*given))).unwrap_or(u32::MAX)
        });
        Stops {
            left: left.collect(),
            given,
            in_escrow,
            deposits,
        }
    }
}

fn add(to: &mut [u32], class: usize, count: u32) {
    if let Some(sum) = to.get_mut(class) {
        *sum = sum.saturating_add(count);
    }
}

/// Checks a plan.
pub(super) fn report(plan: &Plan, reader: Reader) -> Report {
    let slots = course::slots(plan);
    let course = course::course(plan, &slots);
    let in_all = course::in_all(plan, &course);
    let accounts = plan
        .party_ids()
        .filter_map(|party| Account::of(plan, party, &in_all));
    let accounts: Vec<Account> = accounts.collect();
    let panels = accounts
        .iter()
        .map(|account| panel::panel(plan, account, &course, &in_all));
    let panels: Vec<Panel> = panels.collect();
    let mut findings = arithmetic::findings(plan);
    findings.extend(conditions::findings(plan, &course));
    findings.extend(missing(plan, &course));
    Report {
        format: Form,
        reader,
        title: plan.title.clone(),
        about: plan.about.clone(),
        parties: plan
            .parties
            .iter()
            .map(|p| PartyTold {
                key: p.key.clone(),
                name: p.name.clone(),
            })
            .collect(),
        classes: plan
            .classes
            .iter()
            .zip(plan.given())
            .map(|(class, given)| class_told(class, given))
            .collect(),
        stages: plan
            .stages
            .iter()
            .map(|s| StageTold {
                name: s.name.clone(),
                on: s.on,
            })
            .collect(),
        moves: course.iter().map(move_told).collect(),
        what_ifs: what_if::what_ifs(plan, &slots, &accounts, &panels),
        panels,
        findings,
    }
}

fn class_told(class: &Class, given: u64) -> ClassTold {
    ClassTold {
        key: class.key.clone(),
        one: class.one.clone(),
        many: class.many.clone(),
        kind: class.kind,
        from: class.from.0,
        number: class.number,
        given,
    }
}

fn move_told(step: &Move) -> MoveTold {
    let told = |lot: &Lot| LotTold {
        class: lot.class.0,
        count: lot.count,
        named: lot.named.clone(),
    };
    let what = match &step.what {
        What::Handover(part) => Done::Handover(
            part.named()
                .map(|(class, count, named)| LotTold {
                    class: class.0,
                    count,
                    named: named.to_vec(),
                })
                .collect(),
        ),
        What::Together(batches) => Done::Together(
            batches
                .iter()
                .flat_map(|batch| &batch.lots)
                .map(told)
                .collect(),
        ),
        What::Escrow(batch) => Done::Escrow(batch.lots.iter().map(told).collect()),
        What::Deposit(deposit) => Done::Deposit(deposit.what.clone()),
        What::GiveBack(deposit) => Done::GiveBack(deposit.what.clone()),
        What::Verified(lots) => Done::Verified(
            lots.iter()
                .map(|(class, count)| LotTold {
                    class: class.0,
                    count: *count,
                    named: Vec::new(),
                })
                .collect(),
        ),
    };
    let by = step.what.movers().map(|party| party.0).collect();
    MoveTold {
        stage: step.stage,
        step: step.step,
        at: step.at,
        by_when: step.by,
        what,
        by,
    }
}

/// What a plan does not say and its reader would need.
fn missing(plan: &Plan, course: &[Move]) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, party) in plan.parties.iter().enumerate() {
        if party
            .points
            .as_ref()
            .is_some_and(|points| points.from.is_none())
        {
            found.push(Finding::PointsFromNobody { party: at });
        }
    }
    for (at, class) in plan.classes.iter().enumerate() {
        let PartyId(giver) = class.from;
        let known = plan
            .parties
            .get(giver)
            .is_some_and(|party| party.points.is_some());
        if known
            && class
                .worth
                .get(giver)
                .is_some_and(|worth| !worth.may_lose())
        {
            found.push(Finding::CostsNothing { class: at });
        }
        if class.kind == KindFile::Persons && class.deliverable.is_none() {
            found.push(Finding::DeliverableUnknown { class: at });
        }
    }
    let untimed = course
        .iter()
        .filter(|step| step.at.is_none() && step.step.is_some())
        .count();
    if untimed > 0 {
        found.push(Finding::NoTimes { moves: untimed });
    }
    found
}
