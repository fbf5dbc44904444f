//! Answers of a party whose weights are known: they must never contradict, and must never exclude
//! the truth.

use proptest::prelude::*;

use super::*;

/// A party for whom every issue has options from nought to so many steps.
fn profile(options: &[usize]) -> Profile {
    Profile {
        party: "a".to_owned(),
        points: options
            .iter()
            .map(|count| (0..i64::try_from(*count).unwrap()).collect())
            .collect(),
        terms: Vec::new(),
        at_least: None,
        without_agreement: 0,
    }
}

fn worth(aspects: &Aspects, weights: &[i64], package: &Package) -> i64 {
    aspects
        .good(package)
        .iter()
        .zip(weights)
        .map(|(good, weight)| good * weight)
        .sum()
}

fn within(range: &WeightRange, weight: i64, whole: i64) -> bool {
    let share = Share::new(weight, whole).unwrap();
    range.least <= share && share <= range.most
}

proptest! {
    // Each case weighs and draws many times.
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn true_answers_never_exclude_the_truth(weights in prop::collection::vec(1_i64..50, 2..6), pairs in prop::collection::vec((any::<[u32; 6]>(), any::<[u32; 6]>()), 0..12)) {
        let options = vec![4; weights.len()];
        let aspects = Aspects::of(&profile(&options)).unwrap();
        let package = |from: [u32; 6]| Package(from[..weights.len()].iter().map(|bits| bits % 4).collect());
        let answers: Vec<_> = pairs
            .into_iter()
            .map(|(a, b)| (package(a), package(b)))
            .filter_map(|(a, b)| match worth(&aspects, &weights, &a).cmp(&worth(&aspects, &weights, &b)) {
                std::cmp::Ordering::Greater => Some((a, b)),
                std::cmp::Ordering::Less => Some((b, a)),
                std::cmp::Ordering::Equal => None,
            })
            .collect();
        let narrowed = narrow(&aspects, &answers).unwrap();
        let whole: i64 = weights.iter().sum();
        for (range, weight) in narrowed.ranges.iter().zip(&weights) {
            prop_assert!(within(range, *weight, whole), "{range:?} without {weight} of {whole}");
        }
        for (prefers, to) in &answers {
            prop_assert!(worth(&aspects, &narrowed.inside, prefers) > worth(&aspects, &narrowed.inside, to));
            let middle = narrowed.middle(1);
            prop_assert!(worth(&aspects, &middle, prefers) + 200 >= worth(&aspects, &middle, to));
        }
    }

    #[test]
    fn either_answer_narrows(weights in prop::collection::vec(1_i64..50, 2..4), seed in any::<u64>()) {
        let options = vec![3; weights.len()];
        let aspects = Aspects::of(&profile(&options)).unwrap();
        let issues = u32::try_from(weights.len()).unwrap();
        let candidates: Vec<Package> = (0..3_u32.pow(issues))
            .map(|n| Package((0..issues).map(|at| n / 3_u32.pow(at) % 3).collect()))
            .collect();
        let mut answers = Vec::new();
        for _ in 0..4 {
            let Some(question) = next(&aspects, &answers, &candidates, seed).unwrap() else {
                break;
            };
            prop_assert!(question.for_one > 0 && question.for_one < question.drawn);
            let before = narrow(&aspects, &answers).unwrap().ranges;
            for after in [&question.if_one, &question.if_other] {
                for (before, after) in before.iter().zip(after) {
                    prop_assert!(before.least <= after.least && after.most <= before.most);
                }
            }
            let (one, other) = (question.one, question.other);
            match worth(&aspects, &weights, &one).cmp(&worth(&aspects, &weights, &other)) {
                std::cmp::Ordering::Greater => answers.push((one, other)),
                std::cmp::Ordering::Less => answers.push((other, one)),
                std::cmp::Ordering::Equal => break,
            }
        }
    }
}

#[test]
fn one_answer_halves_two_weights() {
    let aspects = Aspects::of(&profile(&[2, 2])).unwrap();
    let (first, second) = (Package(vec![1, 0]), Package(vec![0, 1]));
    let narrowed = narrow(&aspects, &[(first, second)]).unwrap();
    let half = Share::new(1, 2).unwrap();
    assert_eq!(
        (
            narrowed.ranges[0].least,
            narrowed.ranges[0].most.per_mille()
        ),
        (half, 1_000)
    );
    assert_eq!(
        (
            narrowed.ranges[1].least.per_mille(),
            narrowed.ranges[1].most
        ),
        (0, half)
    );
}

#[test]
fn answers_that_contradict_each_other_are_named() {
    let aspects = Aspects::of(&profile(&[2, 2, 2])).unwrap();
    let only = |issue: usize| Package((0..3).map(|at| u32::from(at == issue)).collect());
    let answers = [
        (Package(vec![1, 1, 0]), only(2)),
        (only(0), only(1)),
        (only(1), only(2)),
        (Package(vec![1, 1, 1]), only(0)),
        (only(2), only(0)),
    ];
    let refused = narrow(&aspects, &answers).unwrap_err();
    assert_eq!(refused, AskError::Contradiction(vec![1, 2, 4]));
    assert!(refused.to_string().contains("answers 2, 3, 5"));
    let nowhere = narrow(&aspects, &[(only(0), Package(vec![1, 1, 0]))]).unwrap_err();
    assert_eq!(nowhere, AskError::Impossible(1));
}

#[test]
fn weights_make_points_of_ten_thousand() {
    let aspects = Aspects::of(&profile(&[3, 2])).unwrap();
    let weighed = aspects.weighed(&[750_000, 250_000]);
    assert_eq!(weighed.points, [vec![0, 3_750, 7_500], vec![0, 2_500]]);
}

/// Where all packages are alike that is said, and not that there are too many answers.
#[test]
fn nothing_to_weigh_is_told_as_that() {
    let refused = Aspects::of(&profile(&[1, 1])).unwrap_err();
    assert_eq!(refused, AskError::NothingToWeigh);
}
