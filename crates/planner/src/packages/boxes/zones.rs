//! What has been found, and where something better could still lie.
//!
//! What no found point matches or betters is a union of zones, each open above one corner: a point
//! in a zone is worth more than the corner to every party. A new point takes away the zones that it
//! lies in and leaves for each party one that is cut at the point (Klamroth, Lacour and Vanderpooten
//! 2015, "On the representation of the search region in multi-objective optimization", European
//! Journal of Operational Research 245). With two parties these are the steps of a staircase.

use super::directions::{Directions, Lanes};
use crate::packages::frontier::matches;

/// A corner, and what its least inner point comes to along every direction.
#[derive(Debug, Clone)]
pub(super) struct Zone {
    pub corner: Vec<i64>,
    pub along: Lanes,
}

/// Found points and the zones that they leave.
#[derive(Debug, Clone)]
pub(super) struct Zones {
    /// What was found: what it is worth, and the values chosen.
    pub found: Vec<(Vec<i64>, Vec<u32>)>,
    open: Vec<Zone>,
    /// Changes with every point that is taken up.
    pub version: u32,
}

impl Zones {
    /// One zone: above these floors, which themselves are enough.
    pub fn above(floor: &[i64], directions: &Directions) -> Self {
        let corner: Vec<i64> = floor.iter().map(|floor| floor - 1).collect();
        Self {
            found: Vec::new(),
            open: vec![zone(corner, directions)],
            version: 0,
        }
    }

    pub fn all(&self) -> &[Zone] {
        &self.open
    }

    /// Takes up a point if it lies in a zone; whether it does.
    pub fn take(&mut self, worth: &[i64], values: &[u32], directions: &Directions) -> bool {
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
                kept.push(zone(corner.clone(), directions));
            }
        }
        self.open = kept;
        true
    }

    /// The same for other directions.
    pub fn along(&self, directions: &Directions) -> Self {
        let zones = self.open.iter();
        Self {
            found: self.found.clone(),
            open: zones
                .map(|old| zone(old.corner.clone(), directions))
                .collect(),
            version: self.version,
        }
    }
}

fn zone(corner: Vec<i64>, directions: &Directions) -> Zone {
    let least: Vec<i64> = corner.iter().map(|corner| corner + 1).collect();
    Zone {
        along: directions.below(&least),
        corner,
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
