//! Directions along which points are bounded: whole-number weights for the parties. A bound along
//! several directions at once says far more than one bound a party. The weights are arithmetic of the
//! search and mean nothing: any others give the same frontier, sooner or later.

#![expect(
    clippy::indexing_slicing,
    reason = "there are as many weights as parties, and lanes are of one fixed number"
)]

/// How many directions.
pub(super) const LANES: usize = 16;
/// One number along each direction.
pub(super) type Lanes = [i32; LANES];

/// The greatest sum that is held in a lane.
const MOST: i64 = 1 << 29;
/// How finely directions are told apart.
const FINE: i64 = 64;

/// Weights for each party along each direction.
#[derive(Debug, Clone)]
pub(super) struct Directions {
    weights: Vec<Vec<i64>>,
    /// How many weighted points are one unit of a lane: one, unless scales are large.
    unit: i64,
}

impl Directions {
    /// Evenly spread over all weightings of parties, each party counted in its own range.
    pub fn spread(ranges: &[i64]) -> Self {
        let parties = ranges.len();
        let steps = (1..16)
            .rev()
            .find(|steps| mixtures(parties, *steps).len() <= LANES);
        let mut mixes = mixtures(parties, steps.unwrap_or(1));
        if mixes.len() < LANES {
            mixes.push(vec![1; parties]);
        }
        let most = ranges.iter().copied().max().unwrap_or(1).max(1);
        let weights = (mixes.into_iter())
            .map(|mix| {
                let weight = |(mix, range): (i64, &i64)| mix * (most * FINE / range.max(&1)).max(1);
                mix.into_iter().zip(ranges).map(weight).collect()
            })
            .collect();
        Self::of(weights, ranges)
    }

    /// Each party by itself, and across the longest edges of the upper hull of what was found: where
    /// those bounds are sharp is where they are needed. For two parties.
    pub fn across(found: &[Vec<i64>], ranges: &[i64]) -> Self {
        let hull = upper_hull(found);
        let mut edges: Vec<(i64, i64)> = (hull.windows(2))
            .map(|pair| (pair[1].0 - pair[0].0, pair[0].1 - pair[1].1))
            .collect();
        let (wide, high) = (ranges[0].max(1), ranges[1].max(1));
        edges.sort_by_key(|(right, down)| {
            -(i128::from(*right) * i128::from(high) + i128::from(*down) * i128::from(wide))
        });
        let mut weights = vec![vec![1, 0], vec![0, 1]];
        for (right, down) in edges.into_iter().take(LANES - 2) {
            weights.push(vec![down, right]);
        }
        let missing = LANES - weights.len();
        let spread = Self::spread(ranges).weights;
        let inner: Vec<Vec<i64>> = (spread.into_iter())
            .filter(|weights| weights.iter().all(|weight| *weight > 0))
            .collect();
        let every = inner.len().div_ceil(missing.max(1)).max(1);
        weights.extend(inner.into_iter().step_by(every).take(missing));
        Self::of(weights, ranges)
    }

    /// Each party by itself, and across these weightings.
    pub fn around(weightings: &[Vec<i64>], ranges: &[i64]) -> Self {
        let alone = (0..ranges.len())
            .map(|party| (0..ranges.len()).map(|p| i64::from(p == party)).collect());
        Self::of(alone.chain(weightings.iter().cloned()).collect(), ranges)
    }

    fn of(mut weights: Vec<Vec<i64>>, ranges: &[i64]) -> Self {
        weights.truncate(LANES);
        while weights.len() < LANES {
            weights.push(weights[0].clone());
        }
        let sum = |weights: &Vec<i64>| -> i128 {
            let each = weights.iter().zip(ranges);
            each.map(|(w, r)| i128::from(*w) * (i128::from(*r) + 1))
                .sum()
        };
        let most = weights.iter().map(sum).max().unwrap_or(0);
        let unit = i64::try_from(most / i128::from(MOST)).unwrap_or(i64::MAX - 1) + 1;
        Self { weights, unit }
    }

    /// Along each direction, rounded up: for what bounds from above.
    pub fn above(&self, worth: &[i64]) -> Lanes {
        self.lanes(worth, self.unit - 1)
    }

    /// Along each direction, rounded down: for what must be reached.
    pub fn below(&self, worth: &[i64]) -> Lanes {
        self.lanes(worth, 0)
    }

    fn lanes(&self, worth: &[i64], more: i64) -> Lanes {
        self.each_below(|weights| weighed(weights, worth) + i128::from(more))
    }

    /// What follows from the weights of each direction, rounded down.
    pub fn each_below(&self, of: impl Fn(&[i64]) -> i128) -> Lanes {
        std::array::from_fn(|lane| {
            let sum = of(&self.weights[lane]).div_euclid(i128::from(self.unit));
            let held = i128::from(i32::MIN / 4)..=i128::from(i32::MAX / 2);
            i32::try_from(sum.clamp(*held.start(), *held.end())).unwrap_or(0)
        })
    }

    /// The weights of the parties along one direction.
    pub fn weights(&self, lane: usize) -> &[i64] {
        &self.weights[lane]
    }

    /// What a bound along all directions says of each party by itself: at most so much.
    pub fn each(&self, bound: &Lanes, parties: usize) -> Vec<i64> {
        (0..parties)
            .map(|party| {
                let alone = |lane: &usize| {
                    let weights = self.weights[*lane].iter().enumerate();
                    weights
                        .clone()
                        .all(|(p, weight)| (p == party) == (*weight > 0))
                };
                let lanes = (0..LANES).filter(alone);
                let most = lanes.map(|lane| {
                    i64::from(bound[lane]).saturating_mul(self.unit) / self.weights[lane][party]
                });
                most.min().unwrap_or(i64::MAX)
            })
            .collect()
    }
}

/// The sum of all points, each party's weighed.
pub(super) fn weighed(weights: &[i64], worth: &[i64]) -> i128 {
    let each = weights.iter().zip(worth);
    each.map(|(w, u)| i128::from(*w) * i128::from(*u)).sum()
}

/// All ways to share so many steps among parties; those that give all to one come first.
fn mixtures(parties: usize, steps: i64) -> Vec<Vec<i64>> {
    fn share(parties: usize, left: i64, mix: &mut Vec<i64>, all: &mut Vec<Vec<i64>>) {
        if mix.len() + 1 == parties {
            mix.push(left);
            all.push(mix.clone());
            mix.pop();
            return;
        }
        for part in 0..=left {
            if all.len() > LANES {
                return;
            }
            mix.push(part);
            share(parties, left - part, mix, all);
            mix.pop();
        }
    }
    let mut all = Vec::new();
    share(parties, steps, &mut Vec::new(), &mut all);
    all.sort_by_key(|mix| mix.iter().filter(|part| **part > 0).count());
    all
}

/// The upper hull, from the most of the second party to the most of the first.
fn upper_hull(found: &[Vec<i64>]) -> Vec<(i64, i64)> {
    let mut points: Vec<(i64, i64)> = found.iter().map(|point| (point[0], point[1])).collect();
    points.sort_unstable();
    let mut hull: Vec<(i64, i64)> = Vec::new();
    for point in points {
        while let [.., a, b] = hull.as_slice() {
            let right = i128::from(b.0 - a.0) * i128::from(point.1 - a.1);
            if right >= i128::from(b.1 - a.1) * i128::from(point.0 - a.0) {
                hull.pop();
            } else {
                break;
            }
        }
        hull.push(point);
    }
    hull
}
