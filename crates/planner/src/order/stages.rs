//! Stages: how many, how much in each, who goes first, and what must balance at the end of each.

use super::{
    contradiction::Contradiction,
    inside::{self, Inside},
    problem::{Class, ClassAt, Draft, PartyAt},
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
    pub bands: Vec<Band>,
    /// Who goes first.
    pub turn: Turn,
    /// What holds inside each of them.
    pub inside: Vec<Inside>,
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

/// At the end of a stage `least <= sum over the classes of weight * number handed over <= most`: three
/// for one within a slack of six is a weight of 3 for the one class, of -1 for the other, and -6 to 6.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// By class: what one of it counts; nought for what does not matter here. Between two parties, all of
    /// one party's classes count one way and all of the other's the other way.
    pub weights: Vec<i64>,
    /// What counts by whole groups.
    pub grouped: Vec<Grouped>,
    /// The least sum.
    pub least: i64,
    /// The greatest.
    pub most: i64,
}

/// Classes of one giver, counted together, of which so many whole groups count so much each: a price for a
/// group of nine is due when nine have been handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grouped {
    /// The classes.
    pub classes: Vec<ClassAt>,
    /// How many are a group.
    pub each: u32,
    /// What a whole group counts.
    pub weight: i64,
    /// How many stand at hand before the first: nought, but for an exchange run backwards, in which a group
    /// counts with the first of it that has not been handed over.
    pub beyond: u32,
}

impl Grouped {
    /// How many groups so many come to.
    pub(super) fn groups(&self, count: u64) -> i64 {
        let groups = (count + u64::from(self.beyond)) / u64::from(self.each.max(1));
        i64::try_from(groups).unwrap_or(i64::MAX)
    }

    /// Whether it is of one giver and within bounds.
    fn is_one(&self, classes: &[Class]) -> bool {
        let mut givers = self
            .classes
            .iter()
            .map(|at| classes.get(*at).map(|class| class.giver));
        let first = givers.next().flatten();
        first.is_some()
            && givers.all(|giver| giver == first)
            && self.each > 0
            && self.beyond < self.each
            && (-WEIGHT_MOST..=WEIGHT_MOST).contains(&self.weight)
    }

    fn sum(&self, done: &[u32]) -> i64 {
        let count = self.classes.iter().filter_map(|class| done.get(*class));
        self.groups(count.map(|count| u64::from(*count)).sum()) * self.weight
    }

    /// Backwards, of so many in all: what is left of the last group counts first.
    fn reversed(self, owed: &[u32]) -> Self {
        let all = self.classes.iter().filter_map(|class| owed.get(*class));
        let all: u64 = all.map(|count| u64::from(*count)).sum();
        let each = u64::from(self.each.max(1));
        let last = (all + u64::from(self.beyond)) % each;
        Self {
            beyond: u32::try_from(each - 1 - last).unwrap_or_default(),
            ..self
        }
    }
}

/// The most bands.
pub const BANDS_MOST: usize = 4;
/// The most that the end of a band is.
pub(super) const BAND_MOST: i64 = 1_000_000_000;
/// The most that a weight is.
pub(super) const WEIGHT_MOST: i64 = 1_000_000;

impl Band {
    /// So many times what one party gives against so many times what another gives, within a slack.
    pub fn between(
        classes: &[Class],
        parties: (PartyAt, PartyAt),
        times: (i64, i64),
        slack: i64,
    ) -> Self {
        let weight = |class: &Class| match class.giver {
            giver if giver == parties.0 => times.0,
            giver if giver == parties.1 => times.1.saturating_neg(),
            _ => 0,
        };
        Self {
            weights: classes.iter().map(weight).collect(),
            grouped: Vec::new(),
            least: slack.saturating_neg(),
            most: slack,
        }
    }

    /// Whether it holds when so many of each class have been handed over.
    pub fn holds(&self, done: &[u32]) -> bool {
        (self.least..=self.most).contains(&self.sum(done))
    }

    fn sum(&self, done: &[u32]) -> i64 {
        let each = self.weights.iter().zip(done);
        let each = each.map(|(weight, count)| weight * i64::from(*count));
        let grouped = self.grouped.iter().map(|grouped| grouped.sum(done));
        each.chain(grouped).sum()
    }

    /// No sum is further from nought than this, whatever has been handed over of so many.
    pub(super) fn widest(&self, owed: &[u32]) -> i64 {
        let each = self.weights.iter().zip(owed);
        let each = each.map(|(weight, count)| weight.abs() * i64::from(*count));
        let grouped = self.grouped.iter().map(|grouped| grouped.sum(owed).abs());
        each.chain(grouped).sum()
    }

    fn reversed(self, owed: &[u32]) -> Self {
        let whole = self.sum(owed);
        Self {
            least: whole - self.most,
            most: whole - self.least,
            grouped: self
                .grouped
                .into_iter()
                .map(|grouped| grouped.reversed(owed))
                .collect(),
            ..self
        }
    }

    /// By class its weight, and the ends, so that the first of two parties counts upwards.
    pub(super) fn upwards(&self, classes: &[Class]) -> Self {
        let down = |class: &Class, weight: i64| {
            if class.giver == 0 {
                weight < 0
            } else {
                weight > 0
            }
        };
        let grouped = self.grouped.iter().flat_map(|grouped| {
            let classes = grouped.classes.iter().filter_map(|at| classes.get(*at));
            classes.map(|class| (class, &grouped.weight))
        });
        let mut all = classes.iter().zip(&self.weights).chain(grouped);
        if all.any(|(class, weight)| down(class, *weight)) {
            let weights = self.weights.iter().map(|weight| -weight).collect();
            let turned = |grouped: &Grouped| Grouped {
                weight: -grouped.weight,
                ..grouped.clone()
            };
            return Self {
                weights,
                grouped: self.grouped.iter().map(turned).collect(),
                least: -self.most,
                most: -self.least,
            };
        }
        self.clone()
    }

    fn check(&self, classes: &[Class], parties: usize) -> Option<Contradiction> {
        let ends = -BAND_MOST..=BAND_MOST;
        let counted = self.weights.len() == classes.len()
            && self
                .weights
                .iter()
                .all(|weight| (-WEIGHT_MOST..=WEIGHT_MOST).contains(weight))
            && self.grouped.iter().all(|grouped| grouped.is_one(classes))
            && ends.contains(&self.least)
            && ends.contains(&self.most)
            && (self.least..=self.most).contains(&0);
        if !counted {
            return Some(Contradiction::Band);
        }
        let upwards = self.upwards(classes);
        if parties == 2 && upwards.upwards(classes) != upwards {
            return Some(Contradiction::Band);
        }
        let owed: Vec<u32> = classes.iter().map(|class| class.count).collect();
        (!self.holds(&owed)).then(|| Contradiction::BandAtEnd {
            sum: self.sum(&owed),
            least: self.least,
            most: self.most,
        })
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

    /// Whether a stage may end when so many of each class have been handed over.
    pub fn may_end(&self, done: &[u32]) -> bool {
        self.bands.iter().all(|band| band.holds(done)) && self.is_whole(done)
    }

    /// Whether nobody who goes with others has gone without them.
    fn is_whole(&self, done: &[u32]) -> bool {
        self.inside.iter().all(|rule| match rule {
            Inside::Whole { class, of } => {
                let count = done.get(*class).copied().unwrap_or_default();
                count.is_multiple_of((*of).max(1))
            }
            Inside::Count { .. } | Inside::First { .. } => true,
        })
    }

    /// Whether a batch is bound by more than its size.
    pub(super) fn counts(&self) -> bool {
        let count = |rule: &Inside| matches!(rule, Inside::Count { .. });
        self.inside.iter().any(count)
    }

    /// The orders in which parties may hand over in a stage, each with the classes that it has to be
    /// without.
    pub(super) fn ways(&self, stage: u32, classes: &[Class], parties: usize) -> Vec<Way> {
        let orders = self.orders(stage, parties).into_iter();
        orders
            .flat_map(|order| {
                let ways = inside::ways(&self.inside, classes, &order).into_iter();
                ways.map(move |without| Way {
                    order: order.clone(),
                    whole: !without.contains(&true),
                    without,
                })
            })
            .collect()
    }

    pub(super) fn reversed(self, owed: &[u32]) -> Self {
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
            bands: self
                .bands
                .into_iter()
                .map(|band| band.reversed(owed))
                .collect(),
            inside: self.inside.into_iter().map(Inside::reversed).collect(),
            ..self
        }
    }

    pub(super) fn check(&self, draft: &Draft) -> Result<(), Vec<Contradiction>> {
        let parties = draft.parties.len();
        let mut found = Vec::new();
        if !(1..=STAGES_MOST).contains(&self.most) {
            found.push(Contradiction::Stages {
                found: self.most,
                most: STAGES_MOST,
            });
        }
        if self.batch.len() != parties {
            found.push(Contradiction::Batches {
                found: self.batch.len(),
                parties,
            });
        }
        let batches = draft.parties.iter().zip(&self.batch);
        let none = batches.filter(|(_, batch)| **batch == Some(0));
        found.extend(none.map(|(party, _)| Contradiction::BatchOfNought {
            party: party.name.clone(),
        }));
        let orders = match &self.turn {
            Turn::Free => Vec::new(),
            Turn::Always(order) => vec![order],
            Turn::ByStage(orders) => orders.iter().flatten().collect(),
        };
        let name = |at: &PartyAt| draft.parties.get(*at).map(|party| party.name.clone());
        let wrong = orders.into_iter().find(|order| !each_once(order, parties));
        found.extend(wrong.map(|order| {
            Contradiction::Turn {
                found: order.iter().filter_map(name).collect(),
                parties: draft
                    .parties
                    .iter()
                    .map(|party| party.name.clone())
                    .collect(),
            }
        }));
        if self.bands.len() > BANDS_MOST {
            found.push(Contradiction::Band);
        }
        found.extend(
            self.bands
                .iter()
                .filter_map(|band| band.check(&draft.classes, parties)),
        );
        found.extend(inside::check(&self.inside, draft));
        if found.is_empty() { Ok(()) } else { Err(found) }
    }
}

/// One way through a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Way {
    /// Who hands over, one after the other.
    pub order: Vec<PartyAt>,
    /// By class: whether the stage has none of it.
    pub without: Vec<bool>,
    whole: bool,
}

impl Way {
    /// Whether it leaves nothing out.
    pub const fn is_whole(&self) -> bool {
        self.whole
    }
}

fn each_once(order: &[PartyAt], parties: usize) -> bool {
    let mut sorted = order.to_vec();
    sorted.sort_unstable();
    sorted.into_iter().eq(0..parties)
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
