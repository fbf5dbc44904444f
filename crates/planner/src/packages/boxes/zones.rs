//! What has been found, and where something better could still lie.
//!
//! What no found point matches or betters is a union of zones, each open above one corner: a point
//! in a zone is worth more than the corner to every party. A new point takes away the zones that it
//! lies in and leaves for each party one that is cut at the point (Klamroth, Lacour and Vanderpooten
//! 2015, "On the representation of the search region in multi-objective optimization", European
//! Journal of Operational Research 245). With two parties these are the steps of a staircase.
//!
//! Where one best package is sought and not the frontier, the zones are those of its [`Rank`].

use super::{
    directions::{Directions, Lanes},
    rank::{Key, Rank, Ties},
};
use crate::packages::frontier::matches;

/// A corner, and what its least inner point comes to along every direction.
#[derive(Debug, Clone)]
pub(super) struct Zone {
    pub corner: Vec<i64>,
    pub along: Lanes,
}

/// What is kept of what is found.
#[derive(Debug, Clone)]
enum Seeks {
    /// All that nothing betters.
    Frontier,
    /// What has the greatest key, which is this so far.
    Best(Rank, Option<Key>),
}

/// Found points and the zones that they leave.
#[derive(Debug, Clone)]
pub(super) struct Zones {
    /// What was found: what it is worth, and the values chosen.
    pub found: Vec<(Vec<i64>, Vec<u32>)>,
    open: Vec<Zone>,
    /// Changes with every point that is taken up.
    pub version: u32,
    seeks: Seeks,
}

impl Zones {
    /// One zone: above these floors, which themselves are enough.
    pub fn above(floor: &[i64], directions: &Directions) -> Self {
        let corner: Vec<i64> = floor.iter().map(|floor| floor - 1).collect();
        Self {
            found: Vec::new(),
            open: vec![Zone::above(corner, directions)],
            version: 0,
            seeks: Seeks::Frontier,
        }
    }

    /// Where what ranks first may lie.
    pub fn ranked(rank: Rank, directions: &Directions) -> Self {
        Self {
            found: Vec::new(),
            open: rank.acceptable(directions),
            version: 0,
            seeks: Seeks::Best(rank, None),
        }
    }

    pub fn all(&self) -> &[Zone] {
        &self.open
    }

    /// Takes up a point if it is new, in a zone, and worth keeping; whether it is.
    pub fn take(&mut self, worth: &[i64], values: &[u32], directions: &Directions) -> bool {
        match &self.seeks {
            Seeks::Frontier => self.cut(worth, values, directions),
            Seeks::Best(rank, best) => {
                if !rank.accepts(worth) {
                    return false;
                }
                let (rank, key) = (rank.clone(), rank.key(worth));
                if best.as_ref().is_none_or(|best| key > *best) {
                    self.found.clear();
                } else if best.as_ref() != Some(&key) || !self.may_tie(&rank, worth) {
                    return false;
                }
                self.found.push((worth.to_vec(), values.to_vec()));
                self.reopen(rank, key, directions);
                true
            }
        }
    }

    fn may_tie(&self, rank: &Rank, worth: &[i64]) -> bool {
        let known = self.found.iter().any(|(other, _)| other == worth);
        !known && self.found.len() < rank.ties_most()
    }

    fn reopen(&mut self, rank: Rank, key: Key, directions: &Directions) {
        let ties = if self.found.len() < rank.ties_most() {
            Ties::Sought
        } else {
            Ties::LeftOut
        };
        let best = self.found.last().map_or(&[][..], |(worth, _)| worth);
        self.open = rank.zones(best, ties, directions);
        self.version += 1;
        self.seeks = Seeks::Best(rank, Some(key));
    }

    fn cut(&mut self, worth: &[i64], values: &[u32], directions: &Directions) -> bool {
        let inside = |zone: &Zone| zone.corner.iter().zip(worth).all(|(c, w)| w > c);
        if !self.open.iter().any(inside) {
            return false;
        }
        self.version += 1;
        self.found.retain(|(other, _)| !matches(worth, other));
        self.found.push((worth.to_vec(), values.to_vec()));
        let (cut, mut kept): (Vec<Zone>, Vec<Zone>) =
            std::mem::take(&mut self.open).into_iter().partition(inside);
        let mut corners: Vec<Vec<i64>> = cut.iter().flat_map(|zone| pieces(zone, worth)).collect();
        corners.sort();
        corners.dedup();
        let wider = |a: &[i64], b: &[i64]| a != b && matches(b, a);
        for corner in &corners {
            let among = corners.iter().any(|other| wider(other, corner));
            let before = kept.iter().any(|zone| matches(corner, &zone.corner));
            if !among && !before {
                kept.push(Zone::above(corner.clone(), directions));
            }
        }
        self.open = kept;
        true
    }

    /// The same for other directions.
    pub fn along(&self, directions: &Directions) -> Self {
        if let (Seeks::Best(rank, best), found) = (&self.seeks, &self.found) {
            let mut zones = Self::ranked(rank.clone(), directions);
            zones.found.clone_from(found);
            if let Some(key) = best {
                zones.reopen(rank.clone(), key.clone(), directions);
            }
            return zones;
        }
        let zones = self.open.iter();
        Self {
            found: self.found.clone(),
            open: zones
                .map(|old| Zone::above(old.corner.clone(), directions))
                .collect(),
            version: self.version,
            seeks: Seeks::Frontier,
        }
    }
}

impl Zone {
    /// All that is worth more than this to every party.
    pub fn above(corner: Vec<i64>, directions: &Directions) -> Self {
        let least: Vec<i64> = corner.iter().map(|corner| corner + 1).collect();
        Self {
            along: directions.below(&least),
            corner,
        }
    }
}

fn pieces(zone: &Zone, worth: &[i64]) -> Vec<Vec<i64>> {
    (0..worth.len())
        .map(|party| {
            let mut corner = zone.corner.clone();
            if let (Some(corner), Some(worth)) = (corner.get_mut(party), worth.get(party)) {
                *corner = *worth;
            }
            corner
        })
        .collect()
}
