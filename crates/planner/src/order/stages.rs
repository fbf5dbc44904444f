//! Stages: how many, how much in each, who goes first, and what must balance at the end of each.

use super::{
    contradiction::Contradiction,
    problem::{Draft, PartyAt},
};

/// The most stages.
pub const STAGES_MOST: u32 = 1_000;

/// What holds in the stages of an exchange.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stages {
    /// At most so many.
    pub most: u32,
    /// By party: the most that it hands over in one stage.
    pub batch: Vec<Option<u32>>,
    /// What must balance at the end of each stage.
    pub band: Option<Band>,
    /// Who goes first.
    pub turn: Turn,
}

/// In a stage each party hands over its whole batch, one party after the other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Turn {
    /// Any order, chosen stage by stage.
    #[default]
    Free,
    /// In every stage the parties in this order.
    Always(Vec<PartyAt>),
    /// Stage by stage; after the last that is named, and where it is not said, any order.
    ByStage(Vec<Option<Vec<PartyAt>>>),
}

/// At the end of a stage `least <= times.0 * given by parties.0 - times.1 * given by parties.1 <=
/// most`, in obligations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// Between whom.
    pub parties: (PartyAt, PartyAt),
    /// What each one handed over counts.
    pub times: (i64, i64),
    /// The least difference.
    pub least: i64,
    /// The greatest.
    pub most: i64,
}

impl Band {
    /// `ratio` to one, within a slack either way.
    pub const fn around(parties: (PartyAt, PartyAt), times: (i64, i64), slack: i64) -> Self {
        Self {
            parties,
            times,
            least: -slack,
            most: slack,
        }
    }

    /// Whether it holds when two parties have handed over so many.
    pub fn holds(&self, first: usize, second: usize) -> bool {
        (self.least..=self.most).contains(&self.difference(first, second))
    }

    fn difference(&self, first: usize, second: usize) -> i64 {
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX / 4_000_000);
        self.times.0 * count(first) - self.times.1 * count(second)
    }

    fn reversed(self, owed: &[usize]) -> Self {
        let of = |party: PartyAt| owed.get(party).copied().unwrap_or_default();
        let whole = self.difference(of(self.parties.0), of(self.parties.1));
        Self {
            least: whole - self.most,
            most: whole - self.least,
            ..self
        }
    }
}

impl Stages {
    /// The orders in which parties may hand over in a stage, counted from nought.
    pub fn orders(&self, stage: u32, parties: usize) -> Vec<Vec<PartyAt>> {
        let named = match &self.turn {
            Turn::Free => None,
            Turn::Always(order) => Some(order),
            Turn::ByStage(orders) => orders.get(stage as usize).and_then(Option::as_ref),
        };
        named.map_or_else(|| permutations(parties), |order| vec![order.clone()])
    }

    /// Whether it matters which stage is which.
    pub const fn numbered(&self) -> bool {
        matches!(self.turn, Turn::ByStage(_))
    }

    /// The most that a party hands over in one stage.
    pub fn batch(&self, party: PartyAt) -> usize {
        let limit = self.batch.get(party).copied().flatten();
        limit.map_or(usize::MAX, |limit| limit as usize)
    }

    /// Whether a stage may end when the parties have handed over so many.
    pub fn may_end(&self, given: &[usize]) -> bool {
        let of = |party: PartyAt| given.get(party).copied().unwrap_or_default();
        self.band
            .is_none_or(|band| band.holds(of(band.parties.0), of(band.parties.1)))
    }

    pub(super) fn reversed(self, owed: &[usize]) -> Self {
        let back = |mut order: Vec<PartyAt>| {
            order.reverse();
            order
        };
        let turn = match self.turn {
            Turn::Free => Turn::Free,
            Turn::Always(order) => Turn::Always(back(order)),
            Turn::ByStage(mut orders) => {
                orders.resize(self.most as usize, None);
                Turn::ByStage(
                    orders
                        .into_iter()
                        .rev()
                        .map(|order| order.map(back))
                        .collect(),
                )
            }
        };
        Self {
            turn,
            band: self.band.map(|band| band.reversed(owed)),
            ..self
        }
    }

    pub(super) fn check(&self, draft: &Draft) -> Result<(), Vec<Contradiction>> {
        let parties = draft.parties.len();
        let mut found = Vec::new();
        if !(1..=STAGES_MOST).contains(&self.most) {
            found.push(Contradiction::Stages { most: STAGES_MOST });
        }
        if self.batch.len() != parties || self.batch.contains(&Some(0)) {
            found.push(Contradiction::Batches);
        }
        let orders = match &self.turn {
            Turn::Free => Vec::new(),
            Turn::Always(order) => vec![order],
            Turn::ByStage(orders) => orders.iter().flatten().collect(),
        };
        if !orders.into_iter().all(|order| each_once(order, parties)) {
            found.push(Contradiction::Turn);
        }
        let owed: Vec<usize> = (0..parties).map(|p| owed(draft, p)).collect();
        for ((party, owed), batch) in draft.parties.iter().zip(&owed).zip(&self.batch) {
            let Some(batch) = *batch else { continue };
            let room = u64::from(batch) * u64::from(self.most);
            if (*owed as u64) > room {
                let (party, owed, stages) = (party.name.clone(), *owed, self.most);
                found.push(Contradiction::NoRoom {
                    party,
                    owed,
                    batch,
                    stages,
                    room,
                });
            }
        }
        if let Some(band) = self.band {
            found.extend(check_band(band, &owed));
        }
        if found.is_empty() { Ok(()) } else { Err(found) }
    }
}

fn owed(draft: &Draft, party: PartyAt) -> usize {
    let own = draft.classes.iter().filter(|class| class.giver == party);
    own.map(|class| class.count as usize).sum()
}

fn each_once(order: &[PartyAt], parties: usize) -> bool {
    let mut sorted = order.to_vec();
    sorted.sort_unstable();
    sorted.into_iter().eq(0..parties)
}

fn check_band(band: Band, owed: &[usize]) -> Option<Contradiction> {
    const SLACK_MOST: i64 = 1_000_000_000;
    let (first, second) = band.parties;
    let ratios = [band.times.0, band.times.1];
    let sizes = ratios.iter().all(|times| (1..=1_000_000).contains(times))
        && band.least.min(0) >= -SLACK_MOST
        && band.most.max(0) <= SLACK_MOST;
    let (Some(all_first), Some(all_second)) = (owed.get(first), owed.get(second)) else {
        return Some(Contradiction::Band);
    };
    if first == second || !sizes || !(band.least..=band.most).contains(&0) {
        return Some(Contradiction::Band);
    }
    let ratio = format!(
        "{} by {}, {} to {}",
        band.times.0, band.times.1, band.least, band.most
    );
    let (all_first, all_second) = (*all_first, *all_second);
    (!band.holds(all_first, all_second)).then_some(Contradiction::BandAtEnd {
        first: all_first,
        second: all_second,
        ratio,
    })
}

/// All orders of so many parties, the first in order of place.
fn permutations(parties: usize) -> Vec<Vec<PartyAt>> {
    let mut all = vec![Vec::new()];
    for _ in 0..parties {
        all = all
            .into_iter()
            .flat_map(|begun: Vec<PartyAt>| {
                let rest: Vec<PartyAt> = (0..parties).filter(|p| !begun.contains(p)).collect();
                rest.into_iter()
                    .map(move |party| [begun.as_slice(), &[party]].concat())
            })
            .collect();
    }
    all
}
