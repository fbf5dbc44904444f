//! Named solutions: which package of a frontier a rule picks. Each rule has its definition, to be
//! printed beside what it picks; what ties is listed, not hidden.
//!
//! All three pick packages that cannot be bettered, so they are read off the frontier.

use serde::Serialize;

use super::{
    frontier::{Deal, Frontier},
    ratio::{Product, Share},
};

/// A rule that picks packages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// Nash 1950, "The bargaining problem", Econometrica 18.
    Nash,
    /// Kalai and Smorodinsky 1975, "Other solutions to Nash's bargaining problem", Econometrica 43,
    /// in its discrete form: lexicographic max-min of shares (Imai 1983, Econometrica 51).
    KalaiSmorodinsky,
    /// Lexicographic max-min of gains themselves. It compares points of different parties, and is
    /// only used by whoever says that they can be compared.
    Egalitarian,
}

impl Rule {
    /// The rule as a formula, in no language: `lex max min` is the greatest least, among equals the
    /// greatest second least, and so on. `u` is what a package is worth to a party, `d` what no agreement is
    /// worth to it, `b` the most that it can have from a package that all accept.
    pub const fn definition(self) -> &'static str {
        match self {
            Self::Nash => "max \u{220f}_p (u_p - d_p), u_p >= d_p",
            Self::KalaiSmorodinsky => "lex max min_p (u_p - d_p) / (b_p - d_p), b_p > d_p",
            Self::Egalitarian => "lex max min_p (u_p - d_p)",
        }
    }
}

/// What a rule picked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Solution {
    /// Which rule.
    pub rule: Rule,
    /// The packages it picks: more than one where they tie exactly.
    pub picked: Vec<Deal>,
    /// Of Nash: the product.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<Product>,
}

/// How far above what was picked something may still be by the rule, where that is not proved to be
/// the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Beyond {
    /// Of Nash: the geometric mean of the gains is at most so many thousandths of that of what was picked.
    MeanGain {
        /// Above a thousand, and rounded up.
        thousandths: i64,
    },
    /// Of Kalai and Smorodinsky: the least share is at most so many thousandths.
    LeastShare {
        /// At most a thousand, and rounded up.
        thousandths: i64,
    },
    /// Of the egalitarian rule: the least gain is at most so many points.
    LeastGain {
        /// In points that somebody has said can be compared.
        points: i64,
    },
}

/// Why a rule picks nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoSolution {
    /// No package is acceptable to all.
    NothingAcceptable,
    /// No package gives every party more than no agreement does.
    NobodyCanGainWithAll,
}

/// Where a rule measures from and to, in the order of the parties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Scale {
    /// What no agreement is worth to each.
    pub without: Vec<i64>,
    /// The most that each can have.
    pub ideal: Vec<i64>,
}

impl Scale {
    /// The same, but that a gain is what is more than a draft.
    #[must_use]
    pub fn over(&self, draft: &[i64]) -> Self {
        Self {
            without: draft.to_vec(),
            ideal: self.ideal.clone(),
        }
    }

    /// What each party gains over no agreement.
    pub fn gains(&self, worth: &[i64]) -> Vec<i64> {
        worth
            .iter()
            .zip(&self.without)
            .map(|(u, d)| u - d)
            .collect()
    }

    /// Each party's gain as a share of what it could gain at most; none for a party that can gain
    /// nothing.
    pub fn shares(&self, worth: &[i64]) -> Vec<Option<Share>> {
        (self.gains(worth).iter().zip(&self.without).zip(&self.ideal))
            .map(|((gain, without), ideal)| Share::new(*gain, ideal - without))
            .collect()
    }

    /// The shares of those that can gain, the least first: what max-min compares.
    pub fn ranked(&self, worth: &[i64]) -> Vec<Share> {
        let mut shares: Vec<Share> = self.shares(worth).into_iter().flatten().collect();
        shares.sort();
        shares
    }
}

/// What a rule picks of a frontier whose packages all parties accept.
///
/// # Errors
/// Says why it picks nothing.
pub fn pick(rule: Rule, frontier: &Frontier, scale: &Scale) -> Result<Solution, NoSolution> {
    let picked = match rule {
        Rule::Nash => best(&frontier.deals, |deal| product(scale, deal)),
        Rule::KalaiSmorodinsky => best(&frontier.deals, |deal| scale.ranked(&deal.worth)),
        Rule::Egalitarian => best(&frontier.deals, |deal| {
            let mut gains = scale.gains(&deal.worth);
            gains.sort_unstable();
            gains
        }),
    };
    if picked.is_empty() {
        return Err(NoSolution::NothingAcceptable);
    }
    solution(rule, picked, scale)
}

/// What a rule is said to pick: these packages, which tie by it.
///
/// # Errors
/// Says why it picks nothing.
pub(super) fn solution(
    rule: Rule,
    picked: Vec<Deal>,
    scale: &Scale,
) -> Result<Solution, NoSolution> {
    let Some(first) = picked.first() else {
        // Where there is a scale, there is a package that all accept.
        return Err(match rule {
            Rule::Nash => NoSolution::NobodyCanGainWithAll,
            Rule::KalaiSmorodinsky | Rule::Egalitarian => NoSolution::NothingAcceptable,
        });
    };
    let product = (rule == Rule::Nash).then(|| product(scale, first));
    if product.as_ref().is_some_and(Product::is_nought) {
        return Err(NoSolution::NobodyCanGainWithAll);
    }
    Ok(Solution {
        rule,
        picked,
        product,
    })
}

fn product(scale: &Scale, deal: &Deal) -> Product {
    let gains = scale.gains(&deal.worth);
    Product::of(gains.iter().map(|gain| u64::try_from(*gain).unwrap_or(0)))
}

/// All that have the greatest key.
fn best<K: Ord>(deals: &[Deal], key: impl Fn(&Deal) -> K) -> Vec<Deal> {
    let mut most: Option<K> = None;
    let mut picked = Vec::new();
    for deal in deals {
        let of = key(deal);
        if most.as_ref().is_none_or(|most| of > *most) {
            picked.clear();
        } else if most.as_ref().is_some_and(|most| of < *most) {
            continue;
        }
        picked.push(deal.clone());
        most = Some(of);
    }
    picked
}
