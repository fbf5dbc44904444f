//! The weights: how often each level of each field occurs among pairs of one person (m) and of two
//! (u), learnt without labels by expectation and maximisation (Fellegi and Sunter 1969; Winkler
//! 1988; on the histogram of patterns as in Enamorado, Fifield and Imai 2019).

use super::{
    comparator::{Agreement, Level},
    kin::Kin,
    monotone::{self, Order},
    pattern::Pattern,
};

/// One field's part of the model.
#[derive(Debug, Clone, serde::Serialize)]
pub struct FieldModel {
    /// What its levels mean, from level 1 on.
    pub scale: Vec<Agreement>,
    /// Share of the pairs of one person that are at each level, of those where both sides say
    /// something.
    pub m: Vec<f64>,
    /// The same share among pairs of two persons.
    pub u: Vec<f64>,
    /// For each level its m, with that of the better levels with which it was taken together: what
    /// stands against the chance of agreeing so well or better.
    #[serde(skip)]
    pub together: Vec<f64>,
    /// How close relatives stand to each other in it.
    pub kin: Kin,
    /// Evidence of each level in bits where it is known before anything is learnt.
    pub given: Option<Vec<f64>>,
}

impl FieldModel {
    /// Evidence of a level, in bits, before the frequency of the value is looked at.
    pub fn bits(&self, level: Level) -> f64 {
        let Some(at) = usize::from(level.0).checked_sub(1) else {
            return 0.0;
        };
        if let Some(given) = &self.given {
            return given.get(at).copied().unwrap_or(0.0);
        }
        match (self.m.get(at), self.u.get(at)) {
            (Some(&m), Some(&u)) => (m / u).log2(),
            _ => 0.0,
        }
    }

    /// Share of the pairs of two persons that are at a level.
    pub fn u(&self, level: Level) -> f64 {
        usize::from(level.0)
            .checked_sub(1)
            .and_then(|at| self.u.get(at))
            .map_or(1.0, |&u| u)
    }

    /// Share of the pairs of one person that are at a level.
    pub fn m(&self, level: Level) -> f64 {
        usize::from(level.0)
            .checked_sub(1)
            .and_then(|at| self.m.get(at))
            .map_or(1.0, |&m| m)
    }

    /// Evidence of a level in bits, where this is the chance that two persons agree so well; `typical`
    /// is that of the level.
    pub fn bits_by_chance(&self, level: Level, chance: f64, typical: f64) -> f64 {
        let at = usize::from(level.0).wrapping_sub(1);
        let of_parts = self
            .scale
            .get(at)
            .is_some_and(|agreement| agreement.is_of_parts());
        let bits = if of_parts {
            // A year says no more than a whole date would that so many share.
            let same = self.together.first().copied().unwrap_or(1.0);
            let most = (same / chance).log2();
            (self.bits(level) + (typical / chance).log2()).min(most)
        } else {
            let m = self.together.get(at).copied().unwrap_or(1.0);
            (m / chance).log2()
        };
        bits.max(self.least(level))
    }

    /// As much as the evidence of a level can be if nobody else agrees so: `rarest` is the chance then.
    pub fn most(&self, level: Level, rarest: f64, typical: f64) -> f64 {
        match level {
            Level::NONE => 0.0,
            _ if self.given.is_some() => self.bits(level) + OPEN,
            _ if usize::from(level.0) == self.scale.len() => self.bits(level),
            _ => self.bits_by_chance(level, rarest, typical),
        }
    }

    /// As little as a level says, however common what agrees is: agreement does not speak against one
    /// person, and a partial one no more than disagreement does.
    pub fn least(&self, level: Level) -> f64 {
        if level == Level::SAME {
            return 0.0;
        }
        let different = u8::try_from(self.scale.len()).map_or(Level::NONE, Level);
        self.bits(different).min(0.0)
    }
}

/// By so much more than its level says can a value that is looked at closely speak for one person.
const OPEN: f64 = 60.0;

/// The whole model.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Model {
    /// One for each comparison.
    pub fields: Vec<FieldModel>,
    /// Share of all pairs that are of one person.
    pub prior: f64,
    /// Share of all pairs that are of two close relatives; none where the fields cannot tell.
    pub kin_prior: Option<f64>,
    /// How many pairs there are.
    pub pairs: f64,
}

impl Model {
    /// The odds before anything is compared, in bits.
    pub fn prior_bits(&self) -> f64 {
        (self.prior / (1.0 - self.prior)).log2()
    }

    /// The odds before anything is compared that two are close relatives, in bits.
    pub fn kin_prior_bits(&self) -> Option<f64> {
        self.kin_prior.map(|prior| (prior / (1.0 - prior)).log2())
    }

    /// What every level of every field says of one person, and of close relatives, in bits.
    pub fn table(&self) -> Table {
        let of_field = |field: &FieldModel| {
            let levels = (0..=field.scale.len()).filter_map(|n| u8::try_from(n).ok());
            levels
                .map(Level)
                .map(|level| {
                    let same = field.bits(level);
                    (same, field.kin_bits(level, same, None))
                })
                .collect()
        };
        Table {
            prior: self.prior_bits(),
            kin_prior: self.kin_prior_bits(),
            fields: self.fields.iter().map(of_field).collect(),
        }
    }
}

/// A model's bits, looked up rather than computed: for many patterns.
pub struct Table {
    prior: f64,
    kin_prior: Option<f64>,
    fields: Vec<Vec<(f64, f64)>>,
}

impl Table {
    /// The odds, in bits, of one person and of close relatives, each against two strangers.
    pub fn odds(&self, pattern: Pattern) -> (f64, Option<f64>) {
        let (mut same, mut kin) = (self.prior, self.kin_prior.unwrap_or(0.0));
        for (i, levels) in self.fields.iter().enumerate() {
            let level = usize::from(pattern.level(i).0);
            let (of_same, of_kin) = levels.get(level).copied().unwrap_or_default();
            same += of_same;
            kin += of_kin;
        }
        (same, self.kin_prior.map(|_| kin))
    }
}

/// The odds, in bits, that two are one person, and the probability that they are close relatives:
/// from the odds of either against two strangers.
pub fn of_three(same: f64, kin: Option<f64>) -> (f64, Option<f64>) {
    let Some(kin) = kin else {
        return (same, None);
    };
    // Against strangers and relatives together; both sums stay far within what a float holds.
    let others = 1.0 + kin.exp2();
    (
        same - others.log2(),
        Some(kin.exp2() / (others + same.exp2())),
    )
}

/// Probability of so many bits, prior included.
pub fn probability(bits: f64) -> f64 {
    1.0 / (1.0 + (-bits).exp2())
}

/// What is known of one field before learning.
#[derive(Debug, Clone)]
pub struct FieldStart {
    pub scale: &'static [Agreement],
    /// Pairs of all records at each level, where both sides say something.
    pub pairs: Vec<f64>,
    /// How close relatives stand to each other in it.
    pub kin: Kin,
    /// Evidence of each level in bits where it is known before anything is learnt.
    pub given: Option<Vec<f64>>,
}

/// Rounds at most; it has always settled long before.
const ROUNDS: usize = 200;
const ROUNDS_MORE: usize = 15;
const SETTLED: f64 = 1e-9;
/// What stands for pairs that were not seen: so many matches are imagined, spread as the field's
/// kind would have it.
const IMAGINED: f64 = 1.0;

/// Learns the model from the patterns of the pairs that agree in anything. All others are so surely
/// of two persons that only their number counts.
pub fn learn(starts: &[FieldStart], histogram: &[(Pattern, u64)], pairs: f64, most: f64) -> Model {
    learn_from(start(starts, pairs, most), starts, histogram, most, ROUNDS)
}

/// Learns on from a model that was learnt before from much the same pairs.
pub fn learn_on(
    model: &Model,
    starts: &[FieldStart],
    histogram: &[(Pattern, u64)],
    most: f64,
) -> Model {
    learn_from(model.clone(), starts, histogram, most, ROUNDS_MORE)
}

fn learn_from(
    mut model: Model,
    starts: &[FieldStart],
    histogram: &[(Pattern, u64)],
    most: f64,
    rounds: usize,
) -> Model {
    let orders: Vec<Order> = starts.iter().map(|s| Order::of(s.scale)).collect();
    for _ in 0..rounds {
        let next = round(&model, (starts, &orders), histogram, model.pairs, most);
        let moved = (next.prior / model.prior).ln().abs();
        model = next;
        if moved < SETTLED {
            break;
        }
    }
    model
}

/// Before anything is learnt there are so many pairs of close relatives for each pair of one person.
const KIN_AT_FIRST: f64 = 0.05;
/// So many pairs of close relatives are thinkable in any list.
const KIN_AT_LEAST: f64 = 0.1;

/// Before anything is learnt: levels fall off fast among pairs of one person.
pub fn start(starts: &[FieldStart], pairs: f64, most: f64) -> Model {
    let fields = starts
        .iter()
        .map(|s| FieldModel {
            scale: s.scale.to_vec(),
            m: imagined(s.scale),
            u: shares(&s.pairs, &vec![0.5; s.scale.len()]),
            together: imagined(s.scale),
            kin: s.kin,
            given: s.given.clone(),
        })
        .collect();
    let prior = most / 2.0 / pairs;
    let kin: Vec<Kin> = starts.iter().map(|s| s.kin).collect();
    Model {
        fields,
        prior,
        kin_prior: Kin::can_tell(&kin).then_some(prior * KIN_AT_FIRST),
        pairs,
    }
}

fn imagined(scale: &[Agreement]) -> Vec<f64> {
    let of = |a: &Agreement| match a {
        Agreement::Missing => 0.0,
        Agreement::Same => 0.85,
        Agreement::Close
        | Agreement::Part
        | Agreement::CompatibleMonth
        | Agreement::CompatibleYear
        | Agreement::WithinSpan
        | Agreement::DayMonthExchanged => 0.02,
        Agreement::Exchanged
        | Agreement::Alike
        | Agreement::SameMonth
        | Agreement::SameDayNextYear
        | Agreement::SameDayOfYear
        | Agreement::SameYear
        | Agreement::NextYear => 0.01,
        Agreement::OtherForm | Agreement::OneSign | Agreement::Different => 0.05,
    };
    let weights: Vec<f64> = scale.iter().map(of).collect();
    shares(&weights, &vec![0.0; weights.len()])
}

fn shares(counts: &[f64], added: &[f64]) -> Vec<f64> {
    let sum: f64 = counts.iter().sum::<f64>() + added.iter().sum::<f64>();
    counts
        .iter()
        .zip(added)
        .map(|(c, a)| (c + a).max(0.0) / sum.max(f64::MIN_POSITIVE))
        .collect()
}

fn round(
    model: &Model,
    (starts, orders): (&[FieldStart], &[Order]),
    histogram: &[(Pattern, u64)],
    pairs: f64,
    most: f64,
) -> Model {
    let mut matched: Vec<Vec<f64>> = starts.iter().map(|s| vec![0.0; s.scale.len()]).collect();
    let (mut expected, mut relatives) = (0.0, 0.0);
    let table = model.table();
    for &(pattern, count) in histogram {
        let (same, kin) = table.odds(pattern);
        let (same, kin) = of_three(same, kin);
        let share = probability(same) * as_float(count);
        expected += share;
        relatives += kin.unwrap_or(0.0) * as_float(count);
        for (i, of_field) in (0..).zip(matched.iter_mut()) {
            let level = usize::from(pattern.level(i).0);
            if let Some(sum) = level.checked_sub(1).and_then(|at| of_field.get_mut(at)) {
                *sum += share;
            }
        }
    }
    let fields = starts
        .iter()
        .zip(orders)
        .zip(&matched)
        .map(|((s, order), matched)| {
            let rest: Vec<f64> = s
                .pairs
                .iter()
                .zip(matched)
                .map(|(p, m)| (p - m).max(0.0))
                .collect();
            let imagined: Vec<f64> = imagined(s.scale).iter().map(|w| w * IMAGINED).collect();
            let u = shares(&rest, &vec![0.5; s.scale.len()]);
            let m = order.pooled(&shares(matched, &imagined), &u);
            FieldModel {
                scale: s.scale.to_vec(),
                together: monotone::together(&m, &u),
                m,
                u,
                kin: s.kin,
                given: s.given.clone(),
            }
        })
        .collect();
    Model {
        fields,
        prior: (expected.clamp(0.5, most) / pairs).min(0.5),
        kin_prior: model
            .kin_prior
            .map(|_| (relatives.clamp(KIN_AT_LEAST, most) / pairs).min(0.5)),
        pairs,
    }
}

/// Counts of pairs stay far below 2^52.
pub fn as_float(count: u64) -> f64 {
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of pairs stay far below 2^52"
    )]
    let count = count as f64;
    count
}
