//! What rules pick of what is claimed of single issues, for two parties on ordinary scales: read off
//! frontiers that are found for all issues together.

use super::{Budget, HUNDREDTHS, Truth};
use crate::{
    packages::{
        additive::alone::{Alone, Claimed},
        ratio::Share,
        solution::Rule,
    },
    watch::Stopped,
};

/// What each of two parties truly has of what a rule picks; none where it picks nothing.
pub(super) type Has = Option<[i64; 2]>;

/// For each of these issues, each size of a claim and each rule.
pub(super) fn picks(
    truth: Truth<'_>,
    alone: &Alone,
    party: usize,
    wanted: &[usize],
    budget: &Budget<'_>,
) -> Result<Vec<Vec<Vec<Has>>>, Stopped> {
    let profiles = truth.problem.profiles();
    let without = profiles.iter().map(|p| p.without_agreement);
    let without: Vec<i64> = without.collect();
    let rules = truth.rules();
    let see = |issue: usize, hundredths: i64, points: &[Claimed]| {
        let ends: Option<Vec<i64>> = match truth.over_all {
            None => None,
            Some(most) => {
                let points = profiles.get(party).and_then(|p| p.points.get(issue));
                let range = points.map_or(0, |points| range(points));
                let claims = |at: usize| {
                    if at == party {
                        range * hundredths / 100
                    } else {
                        0
                    }
                };
                Some(
                    (most.iter().enumerate())
                        .map(|(at, most)| most + claims(at))
                        .collect(),
                )
            }
        };
        let scale = Ends::of(&without, ends.as_deref(), points);
        let has = |rule: &Rule| {
            let point = points.get(scale.as_ref()?.pick(*rule, points)?)?;
            let beyond = |at: usize| if at == party { point.beyond } else { 0 };
            let [first, second] = point.worth;
            Some([first - beyond(0), second - beyond(1)])
        };
        budget.looked();
        rules.iter().map(has).collect()
    };
    alone.each(wanted, &HUNDREDTHS, &see, budget)
}

/// From the least of an issue's points to the most.
pub(super) fn range(points: &[i64]) -> i64 {
    let least = points.iter().min().copied().unwrap_or(0);
    points.iter().max().copied().unwrap_or(0) - least
}

/// From where to where the points of two parties go.
struct Ends {
    without: [i64; 2],
    ideal: [i64; 2],
}

impl Ends {
    /// Nothing where nothing is acceptable to both.
    fn of(without: &[i64], ideal: Option<&[i64]>, points: &[Claimed]) -> Option<Self> {
        let (first, last) = (points.first()?, points.last()?);
        let ideal = match ideal {
            Some([first, second]) => [*first, *second],
            // The best for the first party stands first, and the best for the second last.
            _ => [first.worth[0], last.worth[1]],
        };
        let [first, second] = without else {
            return None;
        };
        Some(Self {
            without: [*first, *second],
            ideal,
        })
    }

    fn gain(&self, point: &Claimed, party: usize) -> i64 {
        let at = |of: &[i64; 2]| of.get(party).copied().unwrap_or(0);
        at(&point.worth) - at(&self.without)
    }

    /// The place of what a rule picks first: of points of which the first party has ever less and the
    /// second ever more.
    fn pick(&self, rule: Rule, points: &[Claimed]) -> Option<usize> {
        match rule {
            Rule::Nash => self.nash(points),
            Rule::Egalitarian => level(points, |point, party| Some(self.gain(point, party))),
            Rule::KalaiSmorodinsky => level(points, |point, party| {
                let end = self.ideal.get(party).zip(self.without.get(party));
                let range = end.map(|(ideal, without)| ideal - without)?;
                Share::new(self.gain(point, party), range)
            }),
        }
    }

    fn nash(&self, points: &[Claimed]) -> Option<usize> {
        let mut best = None;
        let mut most = 0;
        for (at, point) in points.iter().enumerate() {
            let product = i128::from(self.gain(point, 0)) * i128::from(self.gain(point, 1));
            if product > most {
                (most, best) = (product, Some(at));
            }
        }
        best
    }
}

/// Where the lesser of two measures is greatest, and among equals the greater: where the first party's
/// stops being the greater one. A party without a measure is left out.
fn level<K: Ord + Copy>(
    points: &[Claimed],
    measure: impl Fn(&Claimed, usize) -> Option<K>,
) -> Option<usize> {
    let first = points.first()?;
    match (measure(first, 0), measure(first, 1)) {
        (_, None) => Some(0),
        (None, Some(_)) => Some(points.len() - 1),
        (Some(_), Some(_)) => {
            let ahead = |point: &Claimed| measure(point, 0) >= measure(point, 1);
            let after = points.partition_point(ahead);
            let key = |at: usize| {
                let point = points.get(at)?;
                let (one, other) = (measure(point, 0)?, measure(point, 1)?);
                Some((one.min(other), one.max(other)))
            };
            let before = after.checked_sub(1);
            let earlier = before.filter(|before| key(*before) >= key(after));
            earlier.or(Some(after).filter(|after| *after < points.len()))
        }
    }
}
