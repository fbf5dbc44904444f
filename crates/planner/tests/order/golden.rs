//! Instances whose answers are known from elsewhere.

use planner::{
    order::{
        Effort, Outcome, Wish,
        bounds::{Aim, Caps},
        instance, order,
        problem::{Class, Draft, Effect, Party, Problem},
        share::Share,
    },
    watch::Unwatched,
};

/// The instances by name.
const INSTANCES: [(&str, &[u8]); 8] = [
    (
        "distinct_20",
        include_bytes!("../data/staged-exchange/les_distinct_20_1.json"),
    ),
    (
        "distinct_50",
        include_bytes!("../data/staged-exchange/les_distinct_50_1.json"),
    ),
    (
        "distinct_100",
        include_bytes!("../data/staged-exchange/les_distinct_100_1.json"),
    ),
    (
        "distinct_200",
        include_bytes!("../data/staged-exchange/les_distinct_200_1.json"),
    ),
    (
        "classes_20",
        include_bytes!("../data/staged-exchange/les_classes_20_1.json"),
    ),
    (
        "classes_50",
        include_bytes!("../data/staged-exchange/les_classes_50_1.json"),
    ),
    (
        "classes_100",
        include_bytes!("../data/staged-exchange/les_classes_100_1.json"),
    ),
    (
        "classes_200",
        include_bytes!("../data/staged-exchange/les_classes_200_1.json"),
    ),
];

fn read(name: &str) -> Problem {
    let bytes = INSTANCES
        .iter()
        .find(|(of, _)| *of == name)
        .expect("it is listed")
        .1;
    instance::read(bytes).unwrap()
}

fn wish(aim: Aim, caps: Caps) -> Wish {
    Wish {
        aim,
        caps,
        effort: Effort::default(),
    }
}

/// The published values, in ten-thousandths, and the same as whole points of one party's scale. Each is
/// reached and proved.
#[test]
fn the_published_values_are_reached_and_proved() {
    for (name, shown, points, of) in [
        ("distinct_20", 463.3, 12, 259),
        ("distinct_50", 118.0, 8, 678),
        ("distinct_100", 56.4, 8, 1418),
        ("distinct_200", 24.4, 7, 2870),
        ("classes_20", 566.0, 15, 265),
        ("classes_50", 229.0, 15, 655),
        ("classes_100", 106.8, 15, 1405),
        ("classes_200", 52.6, 15, 2850),
    ] {
        let problem = read(name);
        let Outcome::Ordered(found) =
            order(&problem, &wish(Aim::Exposure, Caps::Ignored), &Unwatched).unwrap()
        else {
            panic!("{name} has an order");
        };
        assert!(found.proved(), "{name}");
        assert_eq!(found.value, Share::new(points, of), "{name}");
        assert!(
            (found.value.per_ten_thousand() - shown).abs() < 0.06,
            "{name}"
        );
        assert_eq!(found.plan.check(&problem).as_ref(), Ok(&found.measured));
    }
}

#[test]
fn least_guarantee_is_least_exposure_of_the_exchange_run_backwards() {
    for name in ["distinct_20", "distinct_100", "classes_50"] {
        let problem = read(name);
        let of =
            |problem: &Problem, aim| match order(problem, &wish(aim, Caps::Ignored), &Unwatched)
                .unwrap()
            {
                Outcome::Ordered(found) => found,
                other => panic!("{name}: {other:?}"),
            };
        let (there, back) = (
            of(&problem, Aim::Guarantee),
            of(&problem.reversed(), Aim::Exposure),
        );
        assert!(there.proved() && back.proved());
        assert_eq!(there.value, back.value);
        assert_eq!(there.measured.guarantee, back.measured.exposure);
    }
}

/// 3-PARTITION as an exchange: A gives what it is asked to part, B as many items of the sum; A may be
/// exposed by one sum, B not at all. There is an order just if there is a partition.
fn partition(numbers: &[i64]) -> Problem {
    let sum = numbers.iter().sum::<i64>() / i64::try_from(numbers.len() / 3).unwrap();
    let class = |giver: usize, points: i64, name: String| {
        let mut effects = vec![Effect::Each(points); 2];
        effects[giver] = Effect::Each(-points);
        Class {
            name,
            giver,
            count: 1,
            tier: 0,
            effects,
        }
    };
    let mut classes: Vec<Class> = numbers
        .iter()
        .enumerate()
        .map(|(i, a)| class(0, *a, format!("A{i}")))
        .collect();
    classes.extend((0..numbers.len() / 3).map(|i| class(1, sum, format!("B{i}"))));
    let party = |cap| Party {
        exposure_cap: Some(cap),
        ..Party::default()
    };
    Problem::new(Draft {
        parties: vec![party(sum), party(0)],
        classes,
        ..Draft::default()
    })
    .unwrap()
}

#[test]
fn three_partition_is_decided_both_ways_by_both_methods() {
    for (numbers, possible) in [
        (vec![30, 35, 35, 33, 33, 34], true),
        (vec![26, 33, 41, 28, 36, 36, 30, 34, 36], true),
        // All between a quarter and a half of 100; no three come to 100 with 49 but 26 and 25.
        (vec![49, 49, 27, 27, 27, 21], false),
        (vec![45, 45, 45, 27, 29, 29, 27, 27, 26], false),
        (vec![40, 40, 40, 40, 40, 26, 26, 26, 22], false),
    ] {
        let problem = partition(&numbers);
        for cells in [0, 1_000_000] {
            let effort = Effort {
                cells,
                ..Effort::default()
            };
            let outcome = order(
                &problem,
                &Wish {
                    effort,
                    ..wish(Aim::Exposure, Caps::Kept)
                },
                &Unwatched,
            )
            .unwrap();
            match outcome {
                Outcome::Ordered(found) => assert!(possible && found.proved(), "{numbers:?}"),
                Outcome::Infeasible(why) => {
                    assert!(!possible && why.minimal, "{numbers:?} {why:?}");
                }
                Outcome::Unknown => panic!("{numbers:?}: so few can be gone through"),
            }
        }
    }
}
