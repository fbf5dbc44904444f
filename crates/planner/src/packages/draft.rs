//! Packages beside the draft on the table: those that every party prefers to it. They come before
//! any named solution, for they need no rule: nobody has a reason to refuse them who would sign the
//! draft.

use serde::Serialize;

use super::{
    frontier::{Deal, Frontier},
    ratio::Share,
    solution::Scale,
};

/// A package that every party prefers to the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Preferred {
    /// The package.
    pub deal: Deal,
    /// What each party gains over the draft, in its own points.
    pub gains: Vec<i64>,
    /// The least, over the parties, of what a party gains as a share of the most that it could gain
    /// over the draft. Shares are of each party's own range; points are not compared.
    pub least_share: Share,
}

/// What every party prefers to a draft of this worth, where whoever gains least gains most first.
pub fn preferred(frontier: &Frontier, draft: &[i64], scale: &Scale) -> Vec<Preferred> {
    let from_draft = scale.over(draft);
    let mut found: Vec<(Vec<Share>, Preferred)> = (frontier.deals.iter())
        .filter_map(|deal| {
            let gains = from_draft.gains(&deal.worth);
            let ranked = from_draft.ranked(&deal.worth);
            let least_share = *ranked.first()?;
            let prefer = gains.iter().all(|gain| *gain > 0);
            let preferred = Preferred {
                deal: deal.clone(),
                gains,
                least_share,
            };
            prefer.then_some((ranked, preferred))
        })
        .collect();
    found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.deal.cmp(&b.1.deal)));
    found.into_iter().map(|(_, preferred)| preferred).collect()
}
