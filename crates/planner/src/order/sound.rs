//! Whether a draft holds together: its sizes, its places and its points.

use super::{
    contradiction::Contradiction,
    problem::{CLASSES_MOST, Draft, Effect, OBLIGATIONS_MOST, PARTIES_MOST, POINTS_MOST},
};
use crate::decimal::Decimal;

pub(super) fn sizes(draft: &Draft) -> Result<(), Vec<Contradiction>> {
    let obligations = draft
        .classes
        .iter()
        .map(|class| u64::from(class.count))
        .sum();
    let too_many = [
        // Where nothing is owed nobody takes part, and that is all there is to say.
        (draft.parties.len() < 2 && !draft.classes.is_empty()).then(|| Contradiction::Alone {
            only: draft.parties.first().map(|party| party.name.clone()),
        }),
        (draft.parties.len() > PARTIES_MOST).then_some(Contradiction::Parties {
            count: draft.parties.len(),
        }),
        draft
            .classes
            .is_empty()
            .then_some(Contradiction::NothingOwed),
        (draft.classes.len() > CLASSES_MOST).then_some(Contradiction::Classes {
            count: draft.classes.len(),
        }),
        (obligations > OBLIGATIONS_MOST)
            .then_some(Contradiction::Obligations { count: obligations }),
    ];
    none(too_many.into_iter().flatten().collect())
}

pub(super) fn places(draft: &Draft) -> Result<(), Vec<Contradiction>> {
    let parties = draft.parties.len();
    let mut found = Vec::new();
    for class in &draft.classes {
        if class.giver >= parties || class.effects.len() != parties {
            found.push(Contradiction::Effects {
                class: class.name.clone(),
                parties,
            });
        }
        if class.count == 0 {
            found.push(Contradiction::Empty {
                class: class.name.clone(),
            });
        }
    }
    for before in &draft.before {
        if before.first.max(before.then) >= draft.classes.len() {
            found.push(Contradiction::NoSuchClass {
                classes: draft.classes.len(),
            });
        }
    }
    for party in &draft.parties {
        for (what, points, least) in [
            ("scale", party.scale, 1),
            ("exposure cap", party.exposure_cap, 0),
            ("stake", party.at_stake, 0),
        ] {
            if points.is_some_and(|points| !(least..=POINTS_MOST).contains(&points)) {
                found.push(Contradiction::Bearing {
                    party: party.name.clone(),
                    what,
                    found: Decimal::whole(points.unwrap_or_default()),
                    least: Decimal::whole(least),
                    most: Decimal::whole(POINTS_MOST),
                });
            }
        }
    }
    none(found)
}

/// The running sums, each within bounds, and every obligation a cost to whoever gives it and, between
/// two, none to whoever receives it.
pub(super) fn points(draft: &Draft) -> Result<Vec<Vec<Vec<i64>>>, Vec<Contradiction>> {
    let mut found = Vec::new();
    let mut sums = vec![0_i64; draft.parties.len()];
    let mut all = Vec::with_capacity(draft.classes.len());
    for class in &draft.classes {
        let mut by_party = Vec::with_capacity(draft.parties.len());
        for (at, ((party, effect), sum)) in draft
            .parties
            .iter()
            .zip(&class.effects)
            .zip(&mut sums)
            .enumerate()
        {
            let place = || (class.name.clone(), party.name.clone());
            let steps = steps(effect, class.count);
            if steps.len() != class.count as usize {
                let (class_name, party) = place();
                found.push(Contradiction::Turns {
                    class: class_name,
                    party,
                    given: steps.len(),
                    count: class.count,
                });
                continue;
            }
            let gives = at == class.giver;
            let receives = !gives && draft.parties.len() == 2;
            let gain = steps.iter().find(|step| gives && **step > 0);
            let loss = steps.iter().find(|step| receives && **step < 0);
            if let Some(points) = gain.or(loss) {
                let (class, party) = place();
                let points = Decimal::whole(*points);
                found.push(if gives {
                    Contradiction::CostBelowNought {
                        class,
                        party,
                        found: points,
                    }
                } else {
                    Contradiction::ValueBelowNought {
                        class,
                        party,
                        found: points,
                    }
                });
                continue;
            }
            let Some((running, total)) = summed(&steps, *sum) else {
                let (class, party) = place();
                found.push(Contradiction::TooManyPoints {
                    class,
                    party,
                    most: Decimal::whole(POINTS_MOST),
                });
                continue;
            };
            *sum = total;
            by_party.push(running);
        }
        all.push(by_party);
    }
    none(found).map(|()| all)
}

fn steps(effect: &Effect, count: u32) -> Vec<i64> {
    match effect {
        Effect::Each(points) => vec![*points; count as usize],
        Effect::InTurn(points) => points.clone(),
    }
}

/// The running sum, and what all effects on the party come to with it, sign apart.
fn summed(steps: &[i64], before: i64) -> Option<(Vec<i64>, i64)> {
    let mut running = vec![0];
    let (mut sum, mut total) = (0_i64, before);
    for step in steps {
        total = total
            .checked_add(step.checked_abs()?)
            .filter(|t| *t <= POINTS_MOST)?;
        sum += step;
        running.push(sum);
    }
    Some((running, total))
}

fn none(found: Vec<Contradiction>) -> Result<(), Vec<Contradiction>> {
    if found.is_empty() { Ok(()) } else { Err(found) }
}
