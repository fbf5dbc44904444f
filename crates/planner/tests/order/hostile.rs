//! What cannot be is refused with its place, and nothing crashes or hangs.

use planner::{
    order::{
        Effort, Ended, Open, OrderError, Outcome, Wish,
        bounds::{Aim, Caps},
        contradiction::Contradiction,
        infeasible::{Limit, Mend, Suffices},
        inside::Inside,
        instance, order,
        problem::{Before, CLASSES_MOST, Class, Draft, Effect, POINTS_MOST, Party, Problem},
        room::Tight,
        stages::{Band, Stages, Turn},
    },
    watch::{Stage, Stopped, Unwatched, Watch},
};
use proptest::prelude::*;

fn class(name: &str, giver: usize, count: u32, cost: i64, value: i64) -> Class {
    let mut effects = vec![Effect::Each(value); 2];
    effects[giver] = Effect::Each(-cost);
    Class {
        name: name.to_owned(),
        giver,
        count,
        tier: 0,
        effects,
    }
}

fn draft(classes: Vec<Class>) -> Draft {
    let party = |name: &str| Party {
        name: name.to_owned(),
        ..Party::default()
    };
    Draft {
        parties: vec![party("North"), party("South")],
        classes,
        ..Draft::default()
    }
}

fn band(weights: Vec<i64>, least: i64, most: i64) -> Band {
    Band {
        weights,
        grouped: Vec::new(),
        least,
        most,
    }
}

fn said(draft: Draft) -> String {
    let found = Problem::new(draft).unwrap_err();
    found
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn each_contradiction_is_spelled_out_with_its_place() {
    let two = || vec![class("miners", 0, 3, 5, 7), class("sailors", 1, 2, 4, 9)];
    for (draft, words) in [
        (draft(vec![]), vec!["nothing is owed"]),
        (
            Draft {
                parties: vec![Party::default()],
                ..draft(two())
            },
            vec!["at least two parties"],
        ),
        (
            draft(vec![class("miners", 0, 3, -5, 7)]),
            vec!["\"miners\"", "cost to \"North\"", "below nought"],
        ),
        (
            draft(vec![class("miners", 0, 3, 5, -7)]),
            vec!["\"miners\"", "value to \"South\"", "below nought"],
        ),
        (
            draft(vec![class("miners", 0, 0, 5, 7)]),
            vec!["\"miners\"", "count is nought"],
        ),
        (
            draft(vec![Class {
                giver: 9,
                ..class("miners", 0, 1, 5, 7)
            }]),
            vec!["\"miners\"", "giver"],
        ),
        (
            draft(vec![class("miners", 0, 2, POINTS_MOST, 7)]),
            vec!["\"miners\"", "coarser scale"],
        ),
        (
            draft(vec![class("miners", 0, 2, i64::MAX, 7)]),
            vec!["\"miners\"", "coarser scale"],
        ),
        (
            draft(vec![class("miners", 0, u32::MAX, 1, 1)]),
            vec!["obligations", "at most"],
        ),
        (
            draft(vec![class("x", 0, 1, 1, 1); 1_000_000]),
            vec!["1000000 classes", "at most"],
        ),
    ] {
        let said = said(draft);
        assert!(words.iter().all(|word| said.contains(word)), "{said}");
    }
    const { assert!(CLASSES_MOST < 1_000_000) };
}

#[test]
fn a_circle_of_conditions_is_named() {
    let mut draft = draft(vec![
        class("miners", 0, 3, 5, 7),
        class("sailors", 1, 2, 4, 9),
        class("pilots", 0, 1, 4, 9),
    ]);
    draft.classes[2].tier = 1;
    draft.before = vec![Before { first: 2, then: 1 }, Before { first: 1, then: 0 }];
    let said = said(draft);
    for pair in [
        "miners before pilots",
        "pilots before sailors",
        "sailors before miners",
    ] {
        assert!(said.contains(pair), "{said}");
    }
}

#[test]
fn too_few_stages_for_what_is_owed_is_a_contradiction_with_its_repairs() {
    let draft = Draft {
        stages: Some(Stages {
            most: 4,
            batch: vec![Some(5), None],
            bands: Vec::new(),
            turn: Turn::Free,
            inside: Vec::new(),
        }),
        ..draft(vec![
            class("miners", 0, 30, 5, 7),
            class("sailors", 1, 2, 4, 9),
        ])
    };
    let problem = Problem::new(draft).unwrap();
    for aim in [Aim::Exposure, Aim::Guarantee] {
        let wish = Wish {
            aim,
            caps: Caps::Ignored,
            effort: Effort::default(),
        };
        let Ok(Outcome::Infeasible(why)) = order(&problem, &wish, &Unwatched) else {
            panic!("30 do not go into 4 times 5");
        };
        let mends: Vec<_> = why
            .conflict
            .iter()
            .map(|repair| (repair.limit, repair.now, repair.mend))
            .collect();
        assert_eq!(
            mends,
            [
                (Limit::Batch(0), 5, Mend::Least(8)),
                (Limit::Stages, 4, Mend::Least(6)),
            ]
        );
        assert!(why.minimal);
    }
}

/// Each side by itself lacks room: none of them is told at the cost of another, and each with what would do.
#[test]
fn every_side_that_lacks_room_is_told() {
    let classes = || {
        vec![
            class("miners", 0, 30, 5, 7),
            class("sailors", 1, 9, 4, 9),
            class("pilots", 0, 4, 5, 7),
        ]
    };
    let stages = |batch, inside| Stages {
        most: 4,
        batch,
        bands: Vec::new(),
        turn: Turn::Free,
        inside,
    };
    let pilots = Inside::Count {
        classes: vec![2],
        least: 1,
        most: 0,
    };
    assert!(
        said(Draft {
            stages: Some(stages(vec![None, None], vec![pilots])),
            ..draft(classes())
        })
        .contains("inside each stage")
    );
    let sailors = Inside::Count {
        classes: vec![1],
        least: 1,
        most: 2,
    };
    let draft = Draft {
        stages: Some(stages(vec![Some(5), Some(1)], vec![sailors])),
        ..draft(classes())
    };
    let problem = Problem::new(draft.clone()).unwrap();
    for aim in [Aim::Exposure, Aim::Guarantee] {
        let wish = Wish {
            aim,
            caps: Caps::Ignored,
            effort: Effort::default(),
        };
        let Ok(Outcome::Infeasible(why)) = order(&problem, &wish, &Unwatched) else {
            panic!("34 do not go into 4 times 5, nor 9 into 4 times 1 or 2");
        };
        let told: Vec<_> = why
            .lacks
            .iter()
            .map(|lack| {
                let sum = lack.sum;
                let numbers = [sum.owed, sum.most, sum.needs_most, sum.needs_stages];
                (lack.tight, lack.giver, numbers)
            })
            .collect();
        assert_eq!(
            told,
            [
                (Tight::Batch(0), 0, [34, 5, 9, 7]),
                (Tight::Batch(1), 1, [9, 1, 3, 9]),
                (Tight::Inside(0), 1, [9, 2, 3, 5]),
            ]
        );
        assert_eq!(why.with_room, Suffices::Does);
        assert!(!why.minimal);
        let stages = why.conflict.last().unwrap();
        assert_eq!((stages.limit, stages.mend), (Limit::Stages, Mend::Least(9)));
    }
}

#[test]
fn why_a_gap_is_open_is_said() {
    let hard = include_bytes!("../data/staged-exchange/les_level_50_14.json");
    let hard = instance::read(hard).unwrap();
    let times = |times: usize| {
        let mut draft = hard.draft().clone();
        draft.classes = vec![draft.classes; times].concat();
        if let Some(stages) = &mut draft.stages {
            stages.most *= u32::try_from(times).unwrap();
            stages.bands.clear();
        }
        Problem::new(draft).unwrap()
    };
    let wish = Wish {
        aim: Aim::Exposure,
        caps: Caps::Ignored,
        effort: Effort {
            openings: 1,
            exchanges: 0,
            ..Effort::default()
        },
    };
    for (count, why) in [
        (1, Open::Openings { most: 1 }),
        (
            11,
            Open::TooMany {
                owed: 550,
                most: 512,
            },
        ),
    ] {
        let Ok(Outcome::Ordered(found)) = order(&times(count), &wish, &Unwatched) else {
            panic!("there is an order");
        };
        assert!(!found.proved(), "{count}: {:?}", found.value);
        assert_eq!(found.open, Some(why));
    }
}

#[test]
fn a_stage_that_cannot_be_completed_is_said_before_any_search() {
    let stages = |most, batch, band: Option<Band>| Stages {
        most,
        batch,
        bands: band.into_iter().collect(),
        turn: Turn::Free,
        inside: Vec::new(),
    };
    let with = |stages| Draft {
        stages: Some(stages),
        ..draft(vec![
            class("miners", 0, 30, 5, 7),
            class("sailors", 1, 2, 4, 9),
        ])
    };
    let found = said(with(stages(
        10,
        vec![Some(5), None],
        Some(band(vec![1, -1], -3, 3)),
    )));
    assert!(found.contains("the sum is 28"), "{found}");
    for wrong in [
        stages(0, vec![None, None], None),
        stages(u32::MAX, vec![None, None], None),
        stages(3, vec![Some(0), None], None),
        stages(3, vec![None], None),
        stages(3, vec![None, None], Some(band(vec![1], -3, 3))),
        stages(3, vec![None, None], Some(band(vec![i64::MIN, 1], -3, 3))),
        stages(3, vec![None, None], Some(band(vec![1, -1], i64::MIN, 3))),
        Stages {
            turn: Turn::Always(vec![0, 0]),
            ..stages(3, vec![None, None], None)
        },
    ] {
        assert!(Problem::new(with(wrong.clone())).is_err(), "{wrong:?}");
    }
}

#[test]
fn a_cap_below_the_least_is_named_with_what_would_do() {
    // Somebody goes first: North with 5 points or South with 4.
    let mut draft = draft(vec![
        class("miners", 0, 3, 5, 7),
        class("sailors", 1, 3, 4, 9),
    ]);
    draft.parties[0].exposure_cap = Some(4);
    draft.parties[1].exposure_cap = Some(3);
    let problem = Problem::new(draft).unwrap();
    let wish = Wish {
        aim: Aim::Exposure,
        caps: Caps::Kept,
        effort: Effort::default(),
    };
    let Outcome::Infeasible(why) = order(&problem, &wish, &Unwatched).unwrap() else {
        panic!("nobody can begin")
    };
    assert!(why.minimal);
    let found: Vec<_> = why
        .conflict
        .iter()
        .map(|r| (r.limit, r.now, r.mend))
        .collect();
    assert_eq!(
        found,
        [
            (Limit::ExposureCap(0), 4, Mend::Least(5)),
            (Limit::ExposureCap(1), 3, Mend::Least(4))
        ]
    );
}

/// Two things are wrong at once: what mends the one alone does not make it fit, and is not told as if it did.
#[test]
fn a_repair_is_told_of_the_whole_exchange() {
    let mut draft = draft(vec![
        class("miners", 0, 3, 5, 7),
        class("sailors", 1, 3, 4, 9),
    ]);
    draft.parties[0].exposure_cap = Some(4);
    draft.parties[1].exposure_cap = Some(3);
    // Everything in one stage of one batch each: nobody can do with less than all of it.
    draft.stages = Some(Stages {
        most: 1,
        batch: vec![None, None],
        bands: Vec::new(),
        turn: Turn::Free,
        inside: Vec::new(),
    });
    let wish = Wish {
        aim: Aim::Exposure,
        caps: Caps::Kept,
        effort: Effort::default(),
    };
    let problem = Problem::new(draft).unwrap();
    let Outcome::Infeasible(why) = order(&problem, &wish, &Unwatched).unwrap() else {
        panic!("nobody can begin")
    };
    let caps: Vec<_> = why.conflict.iter().map(|r| (r.limit, r.mend)).collect();
    assert_eq!(
        caps,
        [
            (Limit::ExposureCap(0), Mend::Least(15)),
            (Limit::ExposureCap(1), Mend::Least(12))
        ]
    );
}

/// Once a watch lets a proof that there is no order through, a more patient one does too; and whoever does
/// not wait at all has an order wherever one look finds one.
#[test]
fn a_proof_is_not_lost_to_a_watch() {
    let classes = || {
        (0..6)
            .map(|at| class(&at.to_string(), at % 2, 2, [5, 6, 7, 8, 9, 10][at], 9))
            .collect::<Vec<_>>()
    };
    let wish = |caps| Wish {
        aim: Aim::Exposure,
        caps,
        effort: Effort::default(),
    };
    let mut impossible = draft(classes());
    for party in &mut impossible.parties {
        party.exposure_cap = Some(4);
    }
    let impossible = Problem::new(impossible).unwrap();
    let mut proved = false;
    for patience in 0..40 {
        let watch = After(std::sync::atomic::AtomicU64::new(0), patience);
        match order(&impossible, &wish(Caps::Kept), &watch) {
            Ok(Outcome::Infeasible(_)) => proved = true,
            found => assert!(!proved, "{patience}: {found:?}"),
        }
    }
    assert!(proved);
    let possible = Problem::new(draft(classes())).unwrap();
    let watch = After(std::sync::atomic::AtomicU64::new(0), 0);
    let Ok(Outcome::Ordered(found)) = order(&possible, &wish(Caps::Ignored), &watch) else {
        panic!("one look finds an order")
    };
    assert_eq!(found.ended, planner::order::Ended::Stopped);
    assert!(found.bound <= found.value);
}

/// Says stop at the so-manieth question.
struct After(std::sync::atomic::AtomicU64, u64);

impl Watch for After {
    fn at(&self, _: Stage, _: u64, _: u64) -> Result<(), Stopped> {
        let asked = self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        if asked >= self.1 {
            Err(Stopped)
        } else {
            Ok(())
        }
    }
}

#[test]
fn without_stages_none_are_saved_for_ever() {
    // So many combinations that plain orders are looked at first, and they are as good as any.
    let classes = (0..4).map(|at| {
        let cost = 3 + i64::try_from(at).unwrap() * 7 % 11;
        class(&at.to_string(), at % 2, 99, cost, cost + 1)
    });
    let problem = Problem::new(draft(classes.collect())).unwrap();
    let wish = Wish {
        aim: Aim::Exposure,
        caps: Caps::Ignored,
        effort: Effort {
            openings: 1,
            ..Effort::default()
        },
    };
    let watch = After(std::sync::atomic::AtomicU64::new(0), 10_000);
    let Ok(Outcome::Ordered(found)) = order(&problem, &wish, &watch) else {
        panic!("no order");
    };
    assert_eq!(found.ended, Ended::Itself);
    assert_eq!(found.bound, found.value);
}

#[test]
fn work_that_is_stopped_keeps_the_best_and_what_is_proved_of_it() {
    // Values about equal to costs, so that exposure binds all the way and no proof is quick.
    let mut classes: Vec<Class> = (0..40)
        .map(|i| class("a", 0, 1, 20 + i * 7 % 23, 21 + i * 7 % 23 + i % 3 - 1))
        .collect();
    classes.extend((0..60).map(|i| class("b", 1, 1, 12 + i * 5 % 17, 12 + i * 5 % 17 + i % 4 - 1)));
    let problem = Problem::new(draft(classes)).unwrap();
    let wish = Wish {
        aim: Aim::Exposure,
        caps: Caps::Ignored,
        effort: Effort::default(),
    };
    let mut last = None;
    for after in [1, 5, 30] {
        let Outcome::Ordered(found) = order(&problem, &wish, &After(0.into(), after)).unwrap()
        else {
            panic!("plain keys find an order")
        };
        assert!(found.bound <= found.value);
        assert_eq!(found.plan.check(&problem).as_ref(), Ok(&found.measured));
        assert!(last.is_none_or(|last| found.value <= last));
        last = Some(found.value);
    }
}

/// Why an order of these classes between three parties is refused.
fn refused_between_three(classes: Vec<Class>) -> OrderError {
    let problem = Problem::new(Draft {
        parties: vec![Party::default(); 3],
        classes,
        ..Draft::default()
    })
    .unwrap();
    let wish = Wish {
        aim: Aim::Exposure,
        caps: Caps::Ignored,
        effort: Effort::default(),
    };
    order(&problem, &wish, &Unwatched).unwrap_err()
}

#[test]
fn too_many_combinations_between_three_parties_are_refused() {
    let class = |giver: usize, at: i64| {
        let mut effects = vec![Effect::Each(3 + at); 3];
        effects[giver] = Effect::Each(-at - 1);
        Class {
            name: String::new(),
            giver,
            count: 50,
            tier: 0,
            effects,
        }
    };
    let classes = (0..30)
        .map(|at| class(usize::try_from(at).unwrap() % 3, at))
        .collect();
    let error = refused_between_three(classes);
    assert!(matches!(error, OrderError::TooLarge { .. }));
    let error = error.to_string();
    for words in [
        "its 30 classes",
        "more than 10^18",
        "at most 1000000000 are",
    ] {
        assert!(error.contains(words), "{error}");
    }
}

/// So many classes that it does not matter how many there are of each.
#[test]
fn too_many_classes_between_three_parties_are_refused_as_that() {
    let class = |at: usize| {
        let mut effects = vec![Effect::Each(3); 3];
        effects[at % 3] = Effect::Each(-1);
        Class {
            name: String::new(),
            giver: at % 3,
            count: 1,
            tier: u32::try_from(at).unwrap(),
            effects,
        }
    };
    let error = refused_between_three((0..300).map(class).collect());
    let too_many = OrderError::TooManyClasses {
        classes: 300,
        most: 256,
    };
    assert_eq!(error, too_many);
    let said = error.to_string();
    assert!(!said.contains("10^18"), "{said}");
}

fn any_effect() -> impl Strategy<Value = Effect> {
    let points = prop_oneof![Just(i64::MIN), Just(i64::MAX), -9_i64..9, any::<i64>()];
    prop_oneof![
        points.clone().prop_map(Effect::Each),
        prop::collection::vec(points, 0..4).prop_map(Effect::InTurn)
    ]
}

fn any_draft() -> impl Strategy<Value = Draft> {
    let number = || {
        prop::option::of(prop_oneof![
            Just(i64::MIN),
            Just(0),
            Just(i64::MAX),
            1_i64..9
        ])
    };
    let party = (number(), number(), number()).prop_map(|(scale, exposure_cap, at_stake)| Party {
        name: "\u{202e}\u{1b}".into(),
        scale,
        exposure_cap,
        at_stake,
    });
    let class = (
        0_usize..3,
        prop_oneof![0_u32..3, Just(u32::MAX)],
        any::<u32>(),
        prop::collection::vec(any_effect(), 0..4),
    )
        .prop_map(|(giver, count, tier, effects)| Class {
            name: String::new(),
            giver,
            count,
            tier,
            effects,
        });
    let before = (0_usize..4, 0_usize..4).prop_map(|(first, then)| Before { first, then });
    let weight = prop_oneof![Just(i64::MIN), -3_i64..4, any::<i64>()];
    let band = (
        prop::collection::vec(weight, 0..4),
        any::<i64>(),
        any::<i64>(),
    )
        .prop_map(|(weights, least, most)| band(weights, least, most));
    let stages = (
        any::<u32>(),
        prop::collection::vec(prop::option::of(0_u32..3), 0..4),
        prop::option::of(band),
    )
        .prop_map(
            |(most, batch, band): (u32, Vec<Option<u32>>, Option<Band>)| Stages {
                most: most % 5,
                batch,
                bands: band.into_iter().collect(),
                turn: Turn::Free,
                inside: Vec::new(),
            },
        );
    (
        prop::collection::vec(party, 0..4),
        prop::collection::vec(class, 0..4),
        prop::collection::vec(before, 0..3),
        prop::option::of(stages),
    )
        .prop_map(|(parties, classes, before, stages)| Draft {
            parties,
            classes,
            before,
            stages,
        })
}

proptest! {
    #[test]
    fn any_draft_is_ordered_or_refused(draft in any_draft()) {
        match Problem::new(draft) {
            Ok(problem) => {
                let effort = Effort { cells: 100_000, openings: 1_000, exchanges: 100, seed: 0 };
                let _ = order(&problem, &Wish { aim: Aim::Guarantee, caps: Caps::Kept, effort }, &Unwatched);
            }
            Err(found) => prop_assert!(found.iter().all(|one: &Contradiction| !one.to_string().is_empty())),
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = instance::read(&bytes);
    }

    #[test]
    fn any_numbers_in_an_instance_are_read_or_refused(cost in any::<i64>(), value in any::<i64>(), tier in any::<u32>(), most in any::<u32>(), batch in any::<u32>(), ratio in any::<i64>(), slack in any::<i64>()) {
        let text = format!(r#"{{"items":[{{"party":"A","tier":{tier},"cost":{cost},"value":{value}}},{{"party":"B","tier":0,"cost":1,"value":1}}],"T":{most},"bA":{batch},"bB":1,"ratio":{ratio},"slack":{slack},"tierprec":true}}"#);
        let _ = instance::read(text.as_bytes());
    }
}

#[test]
fn what_weighs_otherwise_in_a_balance_does_not_go_first_for_being_cheaper() {
    let draft = Draft {
        parties: vec![Party::default(); 2],
        classes: vec![
            class("", 0, 1, 3, 3),
            class("", 0, 1, 3, 5),
            class("", 0, 1, 2, 2),
            class("", 0, 1, 2, 2),
            class("", 1, 1, 3, 3),
            class("", 1, 1, 2, 3),
            class("", 1, 1, 3, 3),
        ],
        stages: Some(Stages {
            most: 3,
            batch: vec![Some(2), Some(1)],
            bands: vec![Band {
                weights: vec![1, 1, 1, 1, -2, -2, 0],
                grouped: vec![],
                least: -1,
                most: 1,
            }],
            turn: Turn::Free,
            inside: vec![],
        }),
        ..Draft::default()
    };
    let problem = Problem::new(draft).unwrap();
    let values = [0, u64::MAX].map(|cells| {
        let effort = Effort {
            cells,
            ..Effort::default()
        };
        let wish = Wish {
            aim: Aim::Exposure,
            caps: Caps::Ignored,
            effort,
        };
        let Ok(Outcome::Ordered(found)) = order(&problem, &wish, &Unwatched) else {
            panic!("there is an order")
        };
        assert_eq!(found.value, found.bound);
        found.value
    });
    assert_eq!(values[0], values[1]);
}
