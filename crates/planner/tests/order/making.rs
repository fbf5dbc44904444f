//! Small exchanges of every kind, for properties.

use planner::order::{
    inside::Inside,
    problem::{Before, Class, Draft, Effect, Party, Problem},
    stages::{Band, Grouped, Stages, Turn},
};
use proptest::prelude::*;

pub fn effect(count: u32, sign: i64) -> impl Strategy<Value = Effect> {
    prop_oneof![
        3 => (0_i64..9).prop_map(move |points| Effect::Each(points * sign)),
        1 => prop::collection::vec(0_i64..9, count as usize).prop_map(move |all| Effect::InTurn(all.into_iter().map(|p| p * sign).collect())),
    ]
}

/// With three parties any sign for whoever neither gives nor stands alone.
fn class(parties: usize) -> impl Strategy<Value = Class> {
    (0..parties, 1_u32..=2, 0_u32..3).prop_flat_map(move |(giver, count, tier)| {
        let effects: Vec<_> = (0..parties)
            .map(|party| match (party == giver, parties) {
                (true, _) => effect(count, -1).boxed(),
                (false, 2) => effect(count, 1).boxed(),
                (false, _) => prop_oneof![3 => effect(count, 1), 1 => effect(count, -1)].boxed(),
            })
            .collect();
        effects.prop_map(move |effects| Class {
            name: String::new(),
            giver,
            count,
            tier,
            effects,
        })
    })
}

fn turn(parties: usize) -> impl Strategy<Value = Turn> {
    let order = Just((0..parties).collect::<Vec<_>>()).prop_shuffle();
    prop_oneof![
        4 => Just(Turn::Free),
        1 => order.clone().prop_map(Turn::Always),
        1 => prop::collection::vec(prop::option::of(order), 0..4).prop_map(Turn::ByStage),
    ]
}

/// Stages, and weights that what parties give may have in a band.
fn stages(parties: usize) -> impl Strategy<Value = (Stages, Option<(i64, i64, i64, usize)>)> {
    (
        1_u32..5,
        prop::collection::vec(prop::option::weighted(0.8, 1_u32..4), parties),
        prop::option::of((
            1_i64..3,
            1_i64..3,
            0_i64..4,
            prop_oneof![0_usize..9, 16_usize..21],
        )),
        turn(parties),
    )
        .prop_map(|(most, batch, band, turn)| {
            let stages = Stages {
                most,
                batch,
                bands: Vec::new(),
                turn,
                inside: Vec::new(),
            };
            (stages, band)
        })
}

/// Rules inside a stage, of which those that hold together are kept.
fn inside() -> impl Strategy<Value = Vec<Inside>> {
    let classes = || prop::collection::vec(0_usize..5, 1..3);
    let rule = prop_oneof![
        (classes(), 0_u32..3, 1_u32..3).prop_map(|(classes, least, more)| Inside::Count {
            classes,
            least,
            most: least + more - 1,
        }),
        (0_usize..5).prop_map(|class| Inside::Whole { class, of: 2 }),
        (classes(), classes()).prop_map(|(classes, before)| Inside::First { classes, before }),
    ];
    prop_oneof![3 => Just(Vec::new()), 2 => prop::collection::vec(rule, 1..3)]
}

/// The rules with which a draft still holds together.
fn kept(mut draft: Draft, rules: Vec<Inside>) -> Draft {
    for rule in rules {
        let mut with = draft.clone();
        if let Some(stages) = &mut with.stages
            && rule.classes().all(|class| class < draft.classes.len())
        {
            stages.inside.push(rule);
            if Problem::new(with.clone()).is_ok() {
                draft = with;
            }
        }
    }
    draft
}

/// A band in which one class may count for nothing, as days of pause do among persons, or by twos.
fn weighed(classes: &[Class], (first, second, slack, without): (i64, i64, i64, usize)) -> Band {
    let mut band = Band::between(classes, (0, 1), (first, second), slack);
    let class = without % 16;
    if let Some(weight) = band.weights.get_mut(class) {
        let each = std::mem::take(weight);
        if without >= 16 && each != 0 {
            band.grouped.push(Grouped {
                classes: vec![class],
                each: 2,
                weight: 2 * each,
                beyond: 0,
            });
        }
    }
    band
}

/// An exchange that holds together.
pub fn problem(
    parties: std::ops::RangeInclusive<usize>,
    in_stages: f64,
    classes: std::ops::RangeInclusive<usize>,
) -> impl Strategy<Value = Problem> {
    parties
        .prop_flat_map(move |parties| {
            let party = (
                prop::option::of(1_i64..40),
                prop::option::of(0_i64..20),
                prop::option::of(0_i64..20),
            )
                .prop_map(|(scale, exposure_cap, at_stake)| Party {
                    name: String::new(),
                    scale,
                    exposure_cap,
                    at_stake,
                });
            let before = prop::collection::vec((0_usize..5, 0_usize..5), 0..3);
            (
                prop::collection::vec(party, parties),
                prop::collection::vec(class(parties), classes.clone()),
                before,
                inside(),
                if in_stages > 0.0 {
                    prop::option::weighted(in_stages, stages(parties)).boxed()
                } else {
                    Just(None).boxed()
                },
            )
        })
        .prop_filter_map(
            "it holds together",
            |(parties, classes, before, inside, stages)| {
                let before = before
                    .into_iter()
                    .filter(|(first, then)| (*first).max(*then) < classes.len() && first != then);
                let before = before.map(|(first, then)| Before { first, then }).collect();
                let in_stages = stages.map(|(mut stages, band)| {
                    stages.bands = band
                        .map(|band| weighed(&classes, band))
                        .into_iter()
                        .collect();
                    stages
                });
                let draft = Draft {
                    parties,
                    classes,
                    before,
                    stages: in_stages,
                };
                Problem::new(kept(draft, inside)).ok()
            },
        )
}

/// Obligations that nearly all differ, costs and values close together: what a search that leaves out too
/// much stumbles over.
pub fn distinct() -> impl Strategy<Value = Problem> {
    let unit = |giver: usize| {
        (2_i64..6, 0_i64..4, 0_u32..2).prop_map(move |(cost, more, tier)| {
            let mut effects = vec![Effect::Each(cost + more); 2];
            effects[giver] = Effect::Each(-cost);
            Class {
                name: String::new(),
                giver,
                count: 1,
                tier,
                effects,
            }
        })
    };
    let stages = (
        2_u32..6,
        1_u32..4,
        1_u32..5,
        prop::option::of((
            1_i64..3,
            1_i64..3,
            1_i64..5,
            prop_oneof![0_usize..16, 16_usize..27],
        )),
    );
    (
        prop::collection::vec(unit(0), 2..6),
        prop::collection::vec(unit(1), 2..7),
        prop::option::weighted(0.8, stages),
        inside(),
    )
        .prop_filter_map("it holds together", |(first, second, stages, inside)| {
            let classes = [first, second].concat();
            let stages = stages.map(|(most, a, b, band)| Stages {
                most,
                batch: vec![Some(a), Some(b)],
                bands: band
                    .map(|band| weighed(&classes, band))
                    .into_iter()
                    .collect(),
                turn: Turn::Free,
                inside: Vec::new(),
            });
            let draft = Draft {
                parties: vec![Party::default(); 2],
                classes,
                before: Vec::new(),
                stages,
            };
            Problem::new(kept(draft, inside)).ok()
        })
}
