//! Proposals as a whole: what always holds, whatever the lists say.

#[cfg(test)]
#[path = "proposals/lists.rs"]
mod lists;
#[cfg(test)]
#[path = "proposals/unrelated.rs"]
mod unrelated;

use std::collections::BTreeSet;

use linkage::{
    findings::{Band, Caution},
    list::FieldKind,
    propose::{Options, Pairing, Proposals},
    watch::Unwatched,
};
use proptest::prelude::*;

use lists::{Person, Shown, linked, list, persons, renamed, straight};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_of_rows_changes_nothing(
        (left, right) in (persons(), persons()),
        seed in any::<u64>(),
    ) {
        let order = lists::shuffled(left.len(), seed);
        let moved: Vec<Person> = order.iter().map(|&i| left[i].clone()).collect();
        let first = linked(&list(&left), &list(&right), Pairing::Any);
        let second = linked(&list(&moved), &list(&right), Pairing::Any);
        let count = straight(right.len());
        prop_assert_eq!(
            renamed(first, &straight(left.len()), &count),
            renamed(second, &order, &count)
        );
    }

    #[test]
    fn the_order_of_columns_changes_nothing((left, right) in (persons(), persons())) {
        let first = linked(&list(&left), &list(&right), Pairing::Any);
        let second = linked(&lists::turned_round(&left), &list(&right), Pairing::Any);
        prop_assert_eq!(
            first.into_iter().collect::<BTreeSet<_>>(),
            second.into_iter().collect::<BTreeSet<_>>()
        );
    }

    #[test]
    fn swapping_the_lists_mirrors_the_result((left, right) in (persons(), persons())) {
        let first = linked(&list(&left), &list(&right), Pairing::Any);
        let second = linked(&list(&right), &list(&left), Pairing::Any);
        let mirrored: BTreeSet<Shown> =
            second.into_iter().map(|(a, b, bits, p)| (b, a, bits, p)).collect();
        prop_assert_eq!(first.into_iter().collect::<BTreeSet<_>>(), mirrored);
    }

    #[test]
    fn one_to_one_pairs_nobody_twice((left, right) in (persons(), persons())) {
        let pairs = linked(&list(&left), &list(&right), Pairing::OneToOne);
        let proposed: Vec<_> = pairs.iter().filter(|pair| pair.3).collect();
        let lefts: BTreeSet<u32> = proposed.iter().map(|pair| pair.0).collect();
        let rights: BTreeSet<u32> = proposed.iter().map(|pair| pair.1).collect();
        prop_assert_eq!(lefts.len(), proposed.len());
        prop_assert_eq!(rights.len(), proposed.len());
    }

    #[test]
    fn threads_change_nothing((left, right) in (persons(), persons())) {
        let (left, right) = (list(&left), list(&right));
        let on = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| linked(&left, &right, Pairing::Any))
        };
        prop_assert_eq!(on(1), on(3));
    }
}

#[test]
fn the_generator_makes_pairs_worth_proposing() {
    let (left, right) = lists::sample();
    let pairs = linked(&list(&left), &list(&right), Pairing::Any);
    assert!(pairs.iter().filter(|pair| pair.3).count() >= 20);
}

#[test]
fn a_list_with_itself_finds_everybody() {
    let (left, _) = lists::sample();
    let list = list(&left);
    let pairs = linked(&list, &list, Pairing::OneToOne);
    let own = pairs
        .iter()
        .filter(|(a, b, _, proposed)| a == b && *proposed);
    assert_eq!(own.count(), left.len());
}

#[test]
fn empty_lists_have_no_candidates() {
    let (left, _) = lists::sample();
    let empty = list(&[]);
    assert!(linked(&list(&left), &empty, Pairing::Any).is_empty());
    assert!(linked(&empty, &list(&left), Pairing::OneToOne).is_empty());
    assert!(linked(&empty, &empty, Pairing::Any).is_empty());
    let proposals = Proposals::dedupe(&empty, &Options::default(), &Unwatched).unwrap();
    assert_eq!(proposals.pairs().count(), 0);
}

#[test]
fn two_with_identical_particulars_are_shown_as_such() {
    let (mut left, right) = lists::sample();
    let twin = left[40].clone();
    left.push(twin);
    let (left, right) = (list(&left), list(&right));
    let proposals = Proposals::link(&left, &right, &Options::default(), &Unwatched).unwrap();
    let findings = proposals.findings(&[], 1000);
    let cautioned = findings
        .candidates
        .iter()
        .filter(|c| c.cautions.contains(&Caution::IdenticalParticulars));
    assert!(cautioned.count() >= 2);
}

#[test]
fn brothers_are_never_likely_one_person() {
    let (left, right) = lists::brothers();
    let (left, right) = (list(&left), list(&right));
    let proposals = Proposals::link(&left, &right, &Options::default(), &Unwatched).unwrap();
    let findings = proposals.findings(&[], 100_000);
    // Entries of one index are one person; a brother is the next one.
    let brothers = findings
        .candidates
        .iter()
        .filter(|c| c.left.record != c.right.record);
    for candidate in brothers {
        assert_ne!(candidate.band, Band::Likely, "{candidate:?}");
    }
    assert!(findings.totals.likely >= 30, "{:?}", findings.totals);
    assert!(findings.totals.relatives >= 10, "{:?}", findings.totals);
}

#[test]
fn nobody_is_likely_one_person_by_names_alone() {
    let (left, right) = lists::sample();
    let (left, right) = (list(&left), list(&right));
    let options = Options {
        only: vec![FieldKind::GivenName, FieldKind::FamilyName],
        ..Options::default()
    };
    let proposals = Proposals::link(&left, &right, &options, &Unwatched).unwrap();
    let findings = proposals.findings(&[], 100_000);
    assert_eq!(findings.totals.likely, 0);
    assert!(findings.totals.review > 0);
    for candidate in findings.candidates {
        assert!(candidate.cautions.contains(&Caution::NamesOnly));
    }
}
