//! What ranks first where one best package is sought and not the whole frontier, and where, given
//! the best so far, a better one may lie.
//!
//! Shares: a list of shares in ascending order is above another, lexicographically, if it is equal for
//! the first k and greater from there on; so whatever ranks above lies, for some k and some k parties,
//! above the first k shares of the best for these and above the next for all others. These are zones
//! with a corner. Products: by the inequality of the arithmetic and the geometric mean, the gains of a
//! package whose product is at least P come, along weights w of n parties, to at least
//! n (P times the product of w)^(1/n). That bounds along every direction and needs no corner.

use super::{directions::Directions, zones::Zone};
use crate::packages::{
    frontier::matches,
    ratio::{Product, Share},
};

/// The most packages that tie and are told.
pub(super) const TIES_MOST: usize = 64;
/// The most zones; beyond that zones are made wider instead.
const ZONES_MOST: usize = 64;

/// By what packages are ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// What a package is worth to one party.
    Most(usize),
    /// The product of what the parties gain.
    Product,
    /// The parts of their ranges that the parties gain, the least first.
    Shares,
}

/// Whether what ranks equal to the best is still sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ties {
    Sought,
    LeftOut,
}

/// By what packages are ranked, and which of them. All points are counted above the base of the network.
#[derive(Debug, Clone)]
pub(super) struct Rank {
    pub by: By,
    /// What a package must be worth to each party.
    pub floor: Vec<i64>,
    /// From where gains are counted.
    pub without: Vec<i64>,
    /// What a gain is a part of; a party where this is not above nought is left out.
    pub wholes: Vec<i64>,
}

/// What is compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Most(i64),
    Product(Product),
    Shares(Vec<Share>),
}

impl Rank {
    pub const fn ties_most(&self) -> usize {
        match self.by {
            By::Most(_) => 1,
            By::Product | By::Shares => TIES_MOST,
        }
    }

    /// Whether a package is ranked at all.
    pub fn accepts(&self, worth: &[i64]) -> bool {
        matches(worth, &self.least())
    }

    /// What a package must be worth to each party: of products, more than no agreement.
    fn least(&self) -> Vec<i64> {
        let each = self.floor.iter().zip(&self.without);
        each.map(|(floor, without)| match self.by {
            By::Most(_) | By::Shares => *floor,
            By::Product => *floor.max(&(without + 1)),
        })
        .collect()
    }

    pub fn gains(&self, worth: &[i64]) -> Vec<i64> {
        let each = worth.iter().zip(&self.without);
        each.map(|(worth, without)| worth - without).collect()
    }

    pub fn key(&self, worth: &[i64]) -> Key {
        match self.by {
            By::Most(party) => Key::Most(worth.get(party).copied().unwrap_or(i64::MIN)),
            By::Product => Key::Product(Product::of(natural(&self.gains(worth)))),
            By::Shares => Key::Shares(self.shares(worth)),
        }
    }

    fn shares(&self, worth: &[i64]) -> Vec<Share> {
        let each = self.gains(worth).into_iter().zip(&self.wholes);
        let mut shares: Vec<Share> = each
            .filter_map(|(g, whole)| Share::new(g, *whole))
            .collect();
        shares.sort();
        shares
    }

    /// Where anything lies that is ranked.
    pub fn acceptable(&self, directions: &Directions) -> Vec<Zone> {
        vec![Zone::above(below(&self.least()), directions)]
    }

    /// Where something lies that ranks above what is worth this, or equal to it where that is sought.
    pub fn zones(&self, best: &[i64], ties: Ties, directions: &Directions) -> Vec<Zone> {
        match self.by {
            By::Most(party) => {
                let mut corner = below(&self.least());
                if let (Some(corner), Some(best)) = (corner.get_mut(party), best.get(party)) {
                    *corner = *best;
                }
                vec![Zone::above(corner, directions)]
            }
            By::Product => {
                let gains: Vec<u64> = natural(&self.gains(best)).collect();
                vec![self.product_zone(&gains, (1, 1), ties, directions)]
            }
            By::Shares => self.share_zones(&self.shares(best), ties, directions),
        }
    }

    /// Where products are at least (or above) that of these gains, each gain times a fraction.
    pub fn product_zone(
        &self,
        gains: &[u64],
        (part, whole): (u64, u64),
        ties: Ties,
        directions: &Directions,
    ) -> Zone {
        let parties = gains.len() as u64;
        let root = |weights: &[i64]| -> i128 {
            let factors: Vec<u64> = gains.iter().copied().chain(natural(weights)).collect();
            let scaled = gains.iter().flat_map(|_| [parties, part]);
            let wanted = Product::of(factors.iter().copied().chain(scaled));
            let enough = |sum: u64| {
                let reached = Product::of(gains.iter().flat_map(|_| [sum, whole]));
                match ties {
                    Ties::Sought => reached >= wanted,
                    Ties::LeftOut => reached > wanted,
                }
            };
            let without = weights.iter().zip(&self.without);
            let without = without.map(|(w, d)| i128::from(*w) * i128::from(*d));
            i128::from(least(enough, wanted.root(gains.len()) / whole)) + without.sum::<i128>()
        };
        let mut zone = Zone::above(below(&self.least()), directions);
        let rooted = directions.each_below(root);
        for (along, root) in zone.along.iter_mut().zip(rooted) {
            *along = (*along).max(root);
        }
        zone
    }

    /// Where every share is at least this.
    pub fn share_zone(&self, share: Share, directions: &Directions) -> Zone {
        Zone::above(self.corner(&[], share, At::Least), directions)
    }

    fn share_zones(&self, best: &[Share], ties: Ties, directions: &Directions) -> Vec<Zone> {
        let counted: Vec<usize> = (0..self.wholes.len())
            .filter(|party| self.wholes.get(*party).is_some_and(|whole| *whole > 0))
            .collect();
        let mut corners: Vec<Vec<i64>> = Vec::new();
        // Which parties are let down to the first shares of the best, in that order.
        let mut chosen: Vec<Vec<(usize, Share)>> = vec![Vec::new()];
        for (depth, share) in best.iter().enumerate() {
            let above = chosen
                .iter()
                .map(|let_down| self.corner(let_down, *share, At::Above));
            corners.extend(above);
            let next = chosen.len() * (counted.len() - depth);
            if corners.len() + next > ZONES_MOST {
                let equal = chosen
                    .iter()
                    .map(|let_down| self.corner(let_down, *share, At::Least));
                corners.extend(equal);
                return widest(corners, directions);
            }
            chosen = (chosen.iter())
                .flat_map(|let_down| {
                    let free = counted
                        .iter()
                        .filter(|party| let_down.iter().all(|(p, _)| p != *party));
                    free.map(|party| [let_down.as_slice(), &[(*party, *share)]].concat())
                })
                .collect();
        }
        if let (Ties::Sought, Some(last)) = (ties, best.last()) {
            corners.extend(chosen.iter().map(|all| self.corner(all, *last, At::Least)));
        }
        widest(corners, directions)
    }

    /// The corner above which some parties have at least their shares, and all others this one.
    fn corner(&self, let_down: &[(usize, Share)], others: Share, at: At) -> Vec<i64> {
        let parties = self.wholes.iter().zip(&self.without).zip(self.least());
        let corner = parties
            .enumerate()
            .map(|(party, ((whole, without), least))| {
                if *whole <= 0 {
                    return least - 1;
                }
                let own = let_down.iter().find(|(p, _)| *p == party);
                let gain = match (own, at) {
                    (Some((_, share)), _) => share.of_at_least(*whole) - 1,
                    (None, At::Least) => others.of_at_least(*whole) - 1,
                    (None, At::Above) => others.of(*whole),
                };
                (without + gain).max(least - 1)
            });
        corner.collect()
    }
}

/// Whether a corner lets in what has just the share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    Least,
    Above,
}

fn natural(points: &[i64]) -> impl Iterator<Item = u64> {
    points
        .iter()
        .map(|points| u64::try_from(*points).unwrap_or(0))
}

fn below(least: &[i64]) -> Vec<i64> {
    least.iter().map(|least| least - 1).collect()
}

/// The least number that is enough, where all above it are; looked for from a guess on, which may be
/// any.
fn least(enough: impl Fn(u64) -> bool, guess: u64) -> u64 {
    const MOST: u64 = 1 << 62;
    let (mut low, mut high, mut step) = (0, guess.min(MOST), 1);
    while high < MOST && !enough(high) {
        low = high + 1;
        high = high.saturating_add(step).min(MOST);
        step = step.saturating_mul(2);
    }
    // What is just below the guess is as a rule not enough.
    let mut near = 1;
    while low < high && near < high && enough(high - near) {
        high -= near;
        near *= 2;
    }
    low = low.max((high + 1).saturating_sub(near));
    while low < high {
        let middle = low + (high - low) / 2;
        if enough(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    high
}

/// Without those that lie in others.
fn widest(mut corners: Vec<Vec<i64>>, directions: &Directions) -> Vec<Zone> {
    corners.sort();
    corners.dedup();
    let wider = |a: &Vec<i64>, b: &Vec<i64>| a != b && matches(b, a);
    let kept = (corners.iter()).filter(|a| !corners.iter().any(|b| wider(b, a)));
    kept.map(|corner| Zone::above(corner.clone(), directions))
        .collect()
}
