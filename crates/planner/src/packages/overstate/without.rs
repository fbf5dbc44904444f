//! What comes of claiming that no agreement is better than it is.

use super::{Budget, Claim, Outcome, Overstated, Pick, Truth, first, moves, with_ideal};
use crate::{
    packages::{
        analysis::Among,
        frontier::{Deal, Frontier, Proof, matches},
        profile::Profile,
        solution::{NoSolution, Rule, Scale, pick},
    },
    watch::Stopped,
};

/// For each rule. Where the frontier is not proved, each rule is asked directly; where that does not end,
/// or would take too long, it is read off what is listed.
pub(super) fn without(
    truth: Truth<'_>,
    scale: &Scale,
    (party, hundredths): (usize, i64),
    picked: &[(Rule, Deal, Among)],
    budget: &Budget<'_>,
) -> Result<Vec<Overstated>, Stopped> {
    let mut profiles = truth.problem.profiles().to_vec();
    let gain = scale.ideal.get(party).zip(scale.without.get(party));
    let more = gain.map_or(0, |(ideal, without)| (ideal - without) * hundredths / 100);
    if let Some(profile) = profiles.get_mut(party) {
        profile.without_agreement += more;
    }
    let claimed = truth.problem.with_profiles(profiles).ok();
    let whole = truth.frontier.proof == Proof::Exact;
    let proved = match &claimed {
        Some(claimed) if !whole && !budget.is_spent() => {
            let picks = truth.picks(claimed, truth.over_all, budget)?;
            truth.rules().into_iter().zip(picks).collect()
        }
        Some(_) | None => Vec::new(),
    };
    budget.looked();
    let told = |(rule, deal, among): &(Rule, Deal, Among)| {
        let direct = proved.iter().find(|(of, _)| of == rule);
        let direct = direct.filter(|_| *among == Among::All);
        let (among, pick) = match direct.map(|(_, pick)| pick) {
            Some(Pick::Deal(deal)) => (Among::All, Pick::Deal(deal.clone())),
            Some(Pick::Nothing(why)) => (Among::All, Pick::Nothing(*why)),
            Some(Pick::NotProved) | None => {
                let listed = listed(truth, party, more, *rule);
                (if whole { Among::All } else { Among::Listed }, listed)
            }
        };
        let outcome = match (pick, among) {
            (Pick::Deal(found), _) => moves(&found.worth, deal),
            (Pick::Nothing(NoSolution::NothingAcceptable), Among::All) => Outcome::NoAgreement,
            (Pick::Nothing(NoSolution::NobodyCanGainWithAll), Among::All) => Outcome::PicksNothing,
            (Pick::Nothing(_), Among::Listed) | (Pick::NotProved, _) => {
                Outcome::NoneFound(truth.frontier.deals.len())
            }
        };
        Overstated {
            party,
            claim: Claim::WithoutAgreement,
            hundredths,
            rule: *rule,
            among,
            outcome,
        }
    };
    Ok(picked.iter().map(told).collect())
}

/// What a rule picks first of what is listed, where no agreement is worth so much more to a party.
fn listed(truth: Truth<'_>, party: usize, more: i64, rule: Rule) -> Pick {
    let profiles = truth.problem.profiles();
    let mut without: Vec<i64> = profiles.iter().map(|p| p.without_agreement).collect();
    let mut floors: Vec<i64> = profiles.iter().map(Profile::floor).collect();
    if let (Some(without), Some(floor)) = (without.get_mut(party), floors.get_mut(party)) {
        *without += more;
        *floor = (*without).max(*floor);
    }
    let left = Frontier {
        deals: (truth.frontier.deals.iter())
            .filter(|deal| matches(&deal.worth, &floors))
            .cloned()
            .collect(),
        proof: truth.frontier.proof.clone(),
    };
    let Some(ideal) = left.ideal() else {
        return Pick::Nothing(NoSolution::NothingAcceptable);
    };
    let scale = with_ideal(Scale { without, ideal }, truth.over_all);
    first(pick(rule, &left, &scale))
}
