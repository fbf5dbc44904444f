//! The frontier: the packages that cannot be bettered for one party without being worse for another,
//! and how far that is proved.

use serde::Serialize;

use super::domain::Package;

/// A package with what it is worth to each party, each in its own points.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Deal {
    /// In the order of the parties.
    pub worth: Vec<i64>,
    /// One package of that worth: the first in the order of the options where there are several
    /// and the method can tell.
    pub package: Package,
}

/// How far a frontier is proved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Proof {
    /// No acceptable package is left out that is not matched or bettered by a listed one.
    Exact,
    /// Every package that is worth so many points more than its floor to each party is matched or
    /// bettered by a listed one, but for at most so many points (in the order of the parties).
    Within(Vec<i64>),
    /// The search was stopped. An acceptable package that is neither matched nor bettered by a
    /// listed one, if there is any, lies in one of these gaps.
    Open(Vec<Gap>),
}

/// Where something better may lie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Gap {
    /// It would be worth more than that to each party.
    pub more_than: Vec<i64>,
    /// And at most that.
    pub at_most: Vec<i64>,
}

/// What cannot be bettered for one party without being worse for another, among the packages that
/// every party accepts (worth at least its floor).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Frontier {
    /// Best for the first party first; no two of equal worth to all.
    pub deals: Vec<Deal>,
    /// How far that is proved.
    pub proof: Proof,
}

impl Frontier {
    /// The most that an acceptable package on the frontier is worth to each party; none where there
    /// is no such package.
    pub fn ideal(&self) -> Option<Vec<i64>> {
        let first = self.deals.first()?.worth.clone();
        Some(self.deals.iter().fold(first, |most, deal| {
            (most.iter().zip(&deal.worth))
                .map(|(a, b)| *a.max(b))
                .collect()
        }))
    }
}

impl Frontier {
    /// Takes up more packages that all accept: what they better is dropped, and what is bettered or
    /// matched is not taken up. What is proved of the frontier is not less true by it.
    pub(super) fn with(mut self, more: impl IntoIterator<Item = Deal>) -> Self {
        for deal in more {
            if !(self.deals.iter()).any(|listed| matches(&listed.worth, &deal.worth)) {
                self.deals
                    .retain(|listed| !betters(&deal.worth, &listed.worth));
                self.deals.push(deal);
            }
        }
        self.deals.sort_by(|a, b| b.worth.cmp(&a.worth));
        self
    }
}

/// Whether something is at least as good for everybody and is not the same.
pub fn betters(this: &[i64], that: &[i64]) -> bool {
    this != that && matches(this, that)
}

/// Whether something is at least as good for everybody.
pub fn matches(this: &[i64], that: &[i64]) -> bool {
    this.iter().zip(that).all(|(a, b)| a >= b)
}
