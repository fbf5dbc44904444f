//! The limits of a draft: which there are, each with its number, and the draft with one of them wider or away.

use super::{
    infeasible::Limit,
    problem::{Draft, POINTS_MOST, PartyAt, magnitude},
    stages::{BAND_MOST, STAGES_MOST, Stages, Turn},
};

/// All limits of a draft, those that are easiest to do without first.
pub(super) fn limits(draft: &Draft) -> Vec<Limit> {
    let mut limits = Vec::new();
    if let Some(stages) = &draft.stages {
        if stages.turn != Turn::Free {
            limits.push(Limit::Turn);
        }
        limits.extend((0..stages.inside.len()).map(Limit::Inside));
        limits.extend((0..stages.bands.len()).map(Limit::Band));
        let batches = stages
            .batch
            .iter()
            .enumerate()
            .filter(|(_, batch)| batch.is_some());
        limits.extend(batches.map(|(party, _)| Limit::Batch(party)));
        limits.push(Limit::Stages);
    }
    let parties = draft.parties.iter().enumerate();
    limits.extend(
        parties
            .clone()
            .filter(|(_, p)| p.at_stake.is_some())
            .map(|(at, _)| Limit::AtStake(at)),
    );
    limits.extend(
        parties
            .filter(|(_, p)| p.exposure_cap.is_some())
            .map(|(at, _)| Limit::ExposureCap(at)),
    );
    limits
}

/// Puts another number in the place of a limit, or takes it away.
pub(super) fn loosen(draft: &mut Draft, limit: Limit, to: Option<i64>) {
    let small = to.and_then(|to| u32::try_from(to).ok());
    let of_use = u32::try_from(stages_of_use(draft)).unwrap_or(u32::MAX);
    let stages: Option<&mut Stages> = draft.stages.as_mut();
    match (limit, stages) {
        (Limit::ExposureCap(at), _) => {
            if let Some(party) = draft.parties.get_mut(at) {
                party.exposure_cap = to;
            }
        }
        (Limit::AtStake(at), _) => {
            if let Some(party) = draft.parties.get_mut(at) {
                party.at_stake = to;
            }
        }
        (Limit::Stages, Some(stages)) => {
            // No more than are of use: a search may go through them one by one.
            let all = of_use.clamp(1, STAGES_MOST).max(stages.most);
            stages.most = small.unwrap_or(all);
        }
        (Limit::Batch(at), Some(stages)) => {
            if let Some(batch) = stages.batch.get_mut(at) {
                *batch = small;
            }
        }
        (Limit::Band(at), Some(stages)) => {
            if let Some(band) = stages.bands.get_mut(at) {
                let to = to.unwrap_or(BAND_MOST);
                band.least = band.least.min(-to);
                band.most = band.most.max(to);
            }
        }
        (Limit::Turn, Some(stages)) => stages.turn = Turn::Free,
        (Limit::Inside(at), Some(stages)) => {
            // Its place stays, so that the others keep theirs.
            if let Some(rule) = stages.inside.get_mut(at) {
                *rule = rule.loosened();
            }
        }
        (
            Limit::Stages | Limit::Batch(_) | Limit::Band(_) | Limit::Turn | Limit::Inside(_),
            None,
        ) => {}
    }
}

/// More stages than this serve nobody: a stage in which nothing is handed over only passes over one with turns of its
/// own.
fn stages_of_use(draft: &Draft) -> i64 {
    let owed = draft.classes.iter().map(|class| i64::from(class.count));
    let passed = draft
        .stages
        .as_ref()
        .map_or(0, |stages| match &stages.turn {
            Turn::Free | Turn::Always(_) => 0,
            Turn::ByStage(orders) => orders.len(),
        });
    let passed = i64::try_from(passed).unwrap_or(i64::MAX);
    owed.sum::<i64>().saturating_add(passed).max(1)
}

/// A draft without these limits.
pub(super) fn loosened(draft: &Draft, limits: &[Limit]) -> Draft {
    let mut draft = draft.clone();
    for limit in limits {
        loosen(&mut draft, *limit, None);
    }
    draft
}

/// The numbers of a limit.
pub(super) struct Span {
    /// As it is.
    pub now: i64,
    /// The greatest that it makes sense to be, or that can be asked for.
    pub most: i64,
    /// Whether with that number it binds nothing any more.
    pub all: bool,
}

impl Span {
    /// Between what is and what can make a difference, within what can be asked for.
    fn within(now: i64, differs: i64, asked: i64) -> Self {
        Self {
            now,
            most: differs.min(asked).max(now),
            all: differs <= asked,
        }
    }
}

/// The number of a limit, and the greatest that it makes sense to be.
pub(super) fn span(draft: &Draft, limit: Limit) -> Span {
    let owed = draft
        .classes
        .iter()
        .map(|class| i64::from(class.count))
        .sum::<i64>();
    let points = |party: PartyAt| -> i64 {
        let effects = draft
            .classes
            .iter()
            .filter_map(|class| Some((class.effects.get(party)?, class.count)));
        effects
            .map(|(effect, count)| magnitude(effect, count))
            .sum()
    };
    let party = |at: PartyAt| draft.parties.get(at);
    let stages = draft.stages.as_ref();
    match limit {
        Limit::ExposureCap(at) => {
            let now = party(at).and_then(|p| p.exposure_cap);
            Span::within(now.unwrap_or_default(), points(at), POINTS_MOST)
        }
        Limit::AtStake(at) => {
            let now = party(at).and_then(|p| p.at_stake);
            Span::within(now.unwrap_or_default(), points(at), POINTS_MOST)
        }
        Limit::Stages => {
            let now = stages.map_or(0, |s| i64::from(s.most));
            Span::within(now, stages_of_use(draft), i64::from(STAGES_MOST))
        }
        Limit::Batch(at) => {
            let batch = stages.and_then(|s| s.batch.get(at).copied().flatten());
            Span::within(batch.map_or(0, i64::from), owed, owed)
        }
        Limit::Band(at) => {
            let Some(band) = stages.and_then(|s| s.bands.get(at)) else {
                return Span::within(0, 0, 0);
            };
            let now = (-band.least).max(band.most);
            let counts: Vec<u32> = draft.classes.iter().map(|class| class.count).collect();
            Span::within(now, band.widest(&counts), BAND_MOST)
        }
        Limit::Turn | Limit::Inside(_) => Span::within(0, 0, 0),
    }
}
