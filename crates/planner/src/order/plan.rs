//! A plan: stage by stage who hands over what; and its own check, which shares nothing with the search.

use serde::Serialize;
use thiserror::Error;

use super::{
    bounds::Aim,
    problem::{ClassAt, PartyAt, Problem},
    share::Share,
};

/// What one party hands over at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Batch {
    /// Who.
    pub giver: PartyAt,
    /// How many of which class, in an order that the conditions allow.
    pub items: Vec<(ClassAt, u32)>,
}

impl Batch {
    /// How many obligations.
    pub fn size(&self) -> usize {
        self.items.iter().map(|(_, count)| *count as usize).sum()
    }

    /// How many of a class.
    fn count(&self, class: ClassAt) -> usize {
        let of = self.items.iter().filter(|(item, _)| *item == class);
        of.map(|(_, count)| *count as usize).sum()
    }
}

/// One stage: batches one after the other. Where an exchange has no stages, a run of handovers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct StagePlan {
    /// In the order in which they are handed over.
    pub batches: Vec<Batch>,
}

/// A whole exchange in its order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Plan {
    /// One after the other.
    pub stages: Vec<StagePlan>,
}

/// What a plan comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Measured {
    /// By party: its greatest exposure, in its own points.
    pub exposure: Vec<i64>,
    /// By party: its greatest walk-away gain with nothing at stake, in its own points.
    pub guarantee: Vec<i64>,
    /// How many stages have something in them.
    pub stages: usize,
    /// The sum of the squares of the sizes of all batches: the smaller, the smoother.
    pub unevenness: u64,
}

impl Measured {
    /// Takes one more moment into account.
    fn take(&mut self, standing: &[i64], totals: &[i64]) {
        let greatest = self.exposure.iter_mut().zip(&mut self.guarantee);
        for ((exposure, guarantee), (standing, total)) in greatest.zip(standing.iter().zip(totals))
        {
            *exposure = (*exposure).max(-standing);
            *guarantee = (*guarantee).max(standing - total);
        }
    }

    /// The greatest share of any party.
    pub fn share(&self, problem: &Problem, aim: Aim) -> Share {
        let points = match aim {
            Aim::Exposure => &self.exposure,
            Aim::Guarantee => &self.guarantee,
        };
        let shares = points
            .iter()
            .zip(problem.scales())
            .map(|(points, of)| Share::new(*points, *of));
        shares.max().unwrap_or(Share::ZERO)
    }
}

/// The standing of all after a batch, or before the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moment {
    /// In which stage, from nought; none before the first.
    pub stage: Option<usize>,
    /// Who handed over last.
    pub giver: Option<PartyAt>,
    /// By party: how many it has handed over in all.
    pub given: Vec<usize>,
    /// By party: what it has received less what it has given, in its own points.
    pub standing: Vec<i64>,
}

/// Why a plan does not do what is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Unfit {
    /// Not every obligation once, each by who owes it.
    #[error(
        "stage {stage}: a class is handed over by another than its giver, or more of it than is owed"
    )]
    NotOwed {
        /// From 1.
        stage: usize,
    },
    /// Something is left over.
    #[error("at the end not everything has been handed over")]
    Incomplete,
    /// A tier or a condition is broken.
    #[error("stage {stage}: something is handed over before what must come before it")]
    TooEarly {
        /// From 1.
        stage: usize,
    },
    /// A limit of the stages is broken.
    #[error(
        "stage {stage}: too large a batch, an order or a number that is not allowed, or a price out of its slack at its end"
    )]
    Stage {
        /// From 1.
        stage: usize,
    },
    /// More stages than are allowed.
    #[error("there are more stages than are allowed")]
    TooManyStages,
}

impl Plan {
    /// The standing before the first and after each batch.
    pub fn moments(&self, problem: &Problem) -> Vec<Moment> {
        let parties = problem.parties().len();
        let mut done = vec![0_u32; problem.classes().len()];
        let mut now = Moment {
            stage: None,
            giver: None,
            given: vec![0; parties],
            standing: vec![0; parties],
        };
        let mut moments = vec![now.clone()];
        for (at, stage) in self.stages.iter().enumerate() {
            for batch in &stage.batches {
                for (class, count) in &batch.items {
                    let Some(before) = done.get_mut(*class) else {
                        continue;
                    };
                    let after = before.saturating_add(*count);
                    for (party, standing) in now.standing.iter_mut().enumerate() {
                        *standing += problem.worth(*class, party, after)
                            - problem.worth(*class, party, *before);
                    }
                    *before = after;
                }
                if let Some(given) = now.given.get_mut(batch.giver) {
                    *given += batch.size();
                }
                now.stage = Some(at);
                now.giver = Some(batch.giver);
                moments.push(now.clone());
            }
        }
        moments
    }

    /// Checks every condition and measures, after each single handover in the order in which they are
    /// listed.
    ///
    /// # Errors
    /// The first condition that does not hold.
    pub fn check(&self, problem: &Problem) -> Result<Measured, Unfit> {
        self.conditions(problem)?;
        self.limits(problem)?;
        let totals = problem.totals();
        let mut measured = Measured {
            exposure: vec![0; totals.len()],
            // Before the first handover whoever loses by the whole would gain by stopping.
            guarantee: totals.iter().map(|total| (-total).max(0)).collect(),
            stages: self.stages.iter().filter(|s| !s.batches.is_empty()).count(),
            unevenness: 0,
        };
        let mut standing = vec![0; totals.len()];
        let mut done = vec![0_u32; problem.classes().len()];
        for batch in self.stages.iter().flat_map(|stage| &stage.batches) {
            measured.unevenness += (batch.size() as u64).pow(2);
            for (class, count) in &batch.items {
                let before = done.get(*class).copied().unwrap_or_default();
                for turn in before..before + count {
                    for (party, standing) in standing.iter_mut().enumerate() {
                        *standing += problem.worth(*class, party, turn + 1)
                            - problem.worth(*class, party, turn);
                    }
                    measured.take(&standing, totals);
                }
                if let Some(done) = done.get_mut(*class) {
                    *done += count;
                }
            }
        }
        Ok(measured)
    }

    fn conditions(&self, problem: &Problem) -> Result<(), Unfit> {
        let mut done = vec![0_u32; problem.classes().len()];
        let whole = |class: ClassAt| problem.classes().get(class).map_or(0, |class| class.count);
        for (at, stage) in (1..).zip(&self.stages) {
            for batch in &stage.batches {
                for (class, count) in &batch.items {
                    let owes = problem
                        .classes()
                        .get(*class)
                        .is_some_and(|c| c.giver == batch.giver);
                    let after = done
                        .get(*class)
                        .and_then(|before| before.checked_add(*count));
                    let Some(after) =
                        after.filter(|after| owes && *count > 0 && *after <= whole(*class))
                    else {
                        return Err(Unfit::NotOwed { stage: at });
                    };
                    let ready = |first: ClassAt| done.get(first) == Some(&whole(first));
                    if !problem.precedence().earlier(*class).all(ready) {
                        return Err(Unfit::TooEarly { stage: at });
                    }
                    if let Some(slot) = done.get_mut(*class) {
                        *slot = after;
                    }
                }
            }
        }
        let complete = done
            .iter()
            .enumerate()
            .all(|(class, count)| *count == whole(class));
        if complete {
            Ok(())
        } else {
            Err(Unfit::Incomplete)
        }
    }

    fn limits(&self, problem: &Problem) -> Result<(), Unfit> {
        let Some(limits) = problem.stages() else {
            return Ok(());
        };
        if self.stages.len() > limits.most as usize {
            return Err(Unfit::TooManyStages);
        }
        let mut done = vec![0; problem.classes().len()];
        for (at, stage) in (0..).zip(&self.stages) {
            let order: Vec<PartyAt> = stage.batches.iter().map(|batch| batch.giver).collect();
            let parties = problem.parties().len();
            let allowed = limits
                .orders(at, parties)
                .iter()
                .any(|all| is_part(&order, all));
            let fits = stage
                .batches
                .iter()
                .all(|batch| batch.size() <= limits.batch(batch.giver));
            for (class, count) in stage.batches.iter().flat_map(|batch| &batch.items) {
                if let Some(done) = done.get_mut(*class) {
                    *done += count;
                }
            }
            let batches: Vec<(PartyAt, Vec<ClassAt>)> = stage
                .batches
                .iter()
                .map(|batch| (batch.giver, batch.items.iter().map(|item| item.0).collect()))
                .collect();
            let inside = limits.inside.iter().all(|rule| {
                stage
                    .batches
                    .iter()
                    .all(|batch| rule.allows(|class| batch.count(class)))
                    && rule.in_order(problem.classes(), &batches)
            });
            if !allowed || !fits || !inside || !limits.may_end(&done) {
                return Err(Unfit::Stage {
                    stage: at as usize + 1,
                });
            }
        }
        Ok(())
    }

    /// The plan run backwards, for the problem run backwards.
    #[must_use]
    pub fn reversed(&self, problem: &Problem) -> Self {
        let mut stages = self.stages.clone();
        if let Some(limits) = problem.stages() {
            stages.resize_with(limits.most as usize, StagePlan::default);
        }
        stages.reverse();
        for stage in &mut stages {
            stage.batches.reverse();
            for batch in &mut stage.batches {
                batch.items.reverse();
            }
        }
        Self { stages }.trimmed(problem)
    }

    /// Without stages in which nothing happens, where it does not matter which stage it is.
    #[must_use]
    pub fn trimmed(mut self, problem: &Problem) -> Self {
        if problem
            .stages()
            .is_some_and(super::stages::Stages::numbered)
        {
            while self
                .stages
                .last()
                .is_some_and(|stage| stage.batches.is_empty())
            {
                self.stages.pop();
            }
        } else {
            self.stages.retain(|stage| !stage.batches.is_empty());
        }
        self
    }
}

/// Whether one order is another with some left out.
fn is_part(order: &[PartyAt], all: &[PartyAt]) -> bool {
    let mut rest = all.iter();
    order.iter().all(|party| rest.any(|other| other == party))
}
