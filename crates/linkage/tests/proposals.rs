//! Proposals as a whole: what always holds, whatever the lists say.

#[cfg(test)]
#[path = "proposals/lists.rs"]
mod lists;
#[cfg(test)]
#[path = "proposals/unrelated.rs"]
mod unrelated;
#[cfg(test)]
#[path = "proposals/whole_names.rs"]
mod whole_names;

use std::collections::BTreeSet;

use linkage::{
    decide::{Decision, Decisions, Verdict},
    findings::{Band, Caution, Estimated, Threshold},
    list::FieldKind,
    problem::Place,
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

#[test]
fn a_threshold_is_the_one_that_was_asked_for() {
    let (left, right) = lists::sample();
    let (left, right) = (list(&left), list(&right));
    let found = |threshold| {
        let options = Options {
            threshold,
            ..Options::default()
        };
        let proposals = Proposals::link(&left, &right, &options, &Unwatched).unwrap();
        let proposed: BTreeSet<_> = proposals
            .pairs()
            .filter(|pair| pair.proposed)
            .map(|pair| (pair.left, pair.right))
            .collect();
        (proposals.findings(&[], 100_000), proposed)
    };
    let likely = |findings: &linkage::findings::Findings| -> BTreeSet<_> {
        let of = findings
            .candidates
            .iter()
            .filter(|c| c.band == Band::Likely);
        of.map(|c| (c.left.record, c.right.record)).collect()
    };
    for bits in [3.3, 9.0, 14.06, 400.0] {
        let (findings, proposed) = found(Threshold::Bits { bits });
        assert!(findings.threshold.kept);
        assert!((findings.bands.likely - bits).abs() < 1e-9);
        // What it costs is told of exactly these pairs.
        let counted = findings
            .threshold
            .likely
            .as_ref()
            .map_or(0, |cost| cost.candidates);
        assert_eq!(counted, likely(&findings).len() as u64, "{bits}");
        assert_eq!(proposed, likely(&findings), "{bits}");
        let strong = |c: &&linkage::findings::Candidate| c.band == Band::Likely && c.bits < bits;
        assert_eq!(findings.candidates.iter().filter(strong).count(), 0);
    }
    let mut before = f64::NEG_INFINITY;
    for one_in in [3, 30, 300, 3_000] {
        let (findings, proposed) = found(Threshold::WrongAtMost { one_in });
        assert!(findings.bands.likely >= before, "1/{one_in}");
        before = findings.bands.likely;
        assert_eq!(proposed, likely(&findings), "1/{one_in}");
        if findings.threshold.kept {
            let cost = findings.threshold.likely.as_ref().unwrap();
            let wrong = (1.0 - cost.precision.mid) * f64::from(u32::try_from(one_in).unwrap());
            assert!(wrong <= 1.0 + 1e-6, "1/{one_in}: {wrong}");
        } else {
            assert!(proposed.is_empty());
        }
    }
    let (findings, proposed) = found(Threshold::WrongAtMost {
        one_in: 1_000_000_000,
    });
    assert!(!findings.threshold.kept && proposed.is_empty() && findings.totals.likely == 0);
}

#[test]
fn what_people_decided_corrects_the_estimate_and_changes_no_evidence() {
    let (left, right) = lists::sample();
    let (left, right) = (list(&left), list(&right));
    let found = |decisions: Decisions| {
        let options = Options {
            decisions,
            ..Options::default()
        };
        let proposals = Proposals::link(&left, &right, &options, &Unwatched).unwrap();
        proposals.findings(&[], 100_000)
    };
    let plain = found(Decisions::default());
    assert!(matches!(plain.estimated_from, Estimated::Replicates));
    let decision = |verdict: Verdict, by: &str| Decision {
        verdict,
        by: by.to_owned(),
        when: String::new(),
        reason: String::new(),
        file: "decided.csv".to_owned(),
        place: Place::default(),
    };
    // Whoever looks says of all the likely ones that they are two persons.
    let likely = plain.candidates.iter().filter(|c| c.band == Band::Likely);
    let pairs: Vec<(u32, u32)> = likely.map(|c| (c.left.record, c.right.record)).collect();
    let mut decisions = Decisions::default();
    for &pair in &pairs {
        decisions
            .on
            .insert(pair, vec![decision(Verdict::Different, "one")]);
    }
    let corrected = found(decisions.clone());
    assert!(matches!(corrected.estimated_from, Estimated::Reviewed));
    assert_eq!(corrected.decisions.pairs, pairs.len() as u64);
    assert_eq!(corrected.decisions.different, pairs.len() as u64);
    assert_eq!(corrected.decisions.estimated_with, pairs.len() as u64);
    let precise = |findings: &linkage::findings::Findings| {
        let from = plain.bands.likely;
        let cost = findings.costs.iter().find(|cost| cost.bits >= from);
        cost.map_or(1.0, |cost| cost.precision.mid)
    };
    assert!(
        precise(&plain) > 0.9 && precise(&corrected) < 0.2,
        "{}",
        precise(&corrected)
    );
    let evidence = |findings: &linkage::findings::Findings| -> BTreeSet<_> {
        let of = findings.candidates.iter();
        of.map(|c| {
            (
                c.left.record,
                c.right.record,
                c.bits.to_bits(),
                c.probability.to_bits(),
            )
        })
        .collect()
    };
    // Bands may move, what each pair weighs does not.
    let (mine, theirs) = (evidence(&plain), evidence(&corrected));
    assert!(mine.is_subset(&theirs) || theirs.is_subset(&mine));
    // Where people differ nothing is corrected, and all that was said is shown.
    for &pair in &pairs {
        decisions
            .on
            .entry(pair)
            .or_default()
            .push(decision(Verdict::Same, "two"));
    }
    let disputed = found(decisions);
    assert_eq!(disputed.decisions.disputed, pairs.len() as u64);
    assert_eq!(disputed.decisions.estimated_with, 0);
    assert!(matches!(disputed.estimated_from, Estimated::Replicates));
    let told = disputed
        .candidates
        .iter()
        .filter(|c| c.decisions.len() == 2);
    assert_eq!(told.count(), pairs.len());
}
