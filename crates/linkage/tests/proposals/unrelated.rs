//! Adding a record that has nothing to do with any other changes of the other candidates what follows
//! from how many records there are, and nothing else. What that is, is stated: in each finding stand
//! the chance of each agreement, m and u of each level, and the prior. All persons are invented.

use linkage::{
    findings::{Agreement, Candidate, Compared, Findings},
    list::List,
    propose::{Options, Proposals},
    watch::Unwatched,
};
use proptest::prelude::*;

use super::lists::{Person, list, persons, sample, stranger};

/// For how many records the usual share stands (docs/matching.md).
const USUAL: f64 = 20.0;

fn found(left: &List, right: &List) -> Findings {
    let proposals = Proposals::link(left, right, &Options::default(), &Unwatched).unwrap();
    proposals.findings(&[], 100_000)
}

/// m of a level, with that of the better levels that weigh the same, being taken together.
fn together(compared: &Compared, agreement: Agreement) -> f64 {
    let levels = &compared.levels;
    let Some(at) = levels.iter().position(|level| level.agreement == agreement) else {
        return 1.0;
    };
    let level = &levels[at];
    let together = levels[..=at]
        .iter()
        .filter(|other| (other.bits - level.bits).abs() < 1e-9);
    together.map(|other| other.m).sum()
}

/// What is wrong with the evidence of one candidate by what is stated; nothing where it follows.
fn beyond_what_is_stated(findings: &Findings, candidate: &Candidate) -> Option<String> {
    let mut sum = findings.prior_bits;
    for (compared, evidence) in findings.comparisons.iter().zip(&candidate.evidence) {
        sum += evidence.bits;
        let m = together(compared, evidence.agreement);
        let floor = compared
            .levels
            .last()
            .map_or(0.0, |level| level.bits.min(0.0));
        let stated = match (evidence.agreement, evidence.by_chance) {
            (Agreement::Missing, _) => 0.0,
            (Agreement::Same, Some(chance)) => (m / chance).log2().max(0.0),
            (_, Some(chance)) => (m / chance).log2().max(floor),
            (_, None) => floor,
        };
        if (stated - evidence.bits).abs() > 1e-9 {
            return Some(format!("{evidence:?} weighs not {stated}"));
        }
    }
    // That they may be relatives is taken off.
    let is_whole = match candidate.relatives {
        None => (sum - candidate.bits).abs() < 1e-9,
        Some(_) => candidate.bits <= sum + 1e-9,
    };
    (!is_whole).then(|| format!("{} bits are not {sum}", candidate.bits))
}

/// What of the first findings is otherwise in the second than one record more on the right allows.
fn changed(before: &Findings, after: &Findings, right: usize) -> Option<String> {
    let at = |findings: &Findings, wanted: &Candidate| {
        let same = |c: &&Candidate| {
            (c.left.record, c.right.record) == (wanted.left.record, wanted.right.record)
        };
        findings.candidates.iter().find(same).cloned()
    };
    #[expect(clippy::cast_precision_loss, reason = "some dozens of records")]
    let n = right as f64;
    let least = n / (n + 1.0) * (n + USUAL) / (n + 1.0 + USUAL);
    for candidate in &before.candidates {
        let Some(other) = at(after, candidate) else {
            continue;
        };
        for (was, is) in candidate.evidence.iter().zip(&other.evidence) {
            if was.agreement != is.agreement {
                return Some(format!("{was:?} became {is:?}"));
            }
            let (Some(was), Some(is)) = (was.by_chance, is.by_chance) else {
                continue;
            };
            if is > was * (1.0 + 1e-9) || is < was * least * (1.0 - 1e-9) {
                return Some(format!("a chance of {was} became {is}"));
            }
        }
    }
    None
}

fn with(persons: &[Person], more: Person) -> List {
    let mut persons = persons.to_vec();
    persons.push(more);
    list(&persons)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn an_unrelated_record_changes_only_what_is_stated(
        (left, right) in (persons(), persons()),
    ) {
        // Who leaves something out makes the share of a field another: nobody does here.
        let whole = |persons: Vec<Person>| -> Vec<Person> {
            persons.into_iter().filter(Person::is_whole).collect()
        };
        let (left, right) = (whole(left), whole(right));
        let before = found(&list(&left), &list(&right));
        let after = found(&list(&left), &with(&right, stranger()));
        for findings in [&before, &after] {
            for candidate in &findings.candidates {
                prop_assert_eq!(beyond_what_is_stated(findings, candidate), None);
            }
        }
        prop_assert_eq!(changed(&before, &after, right.len()), None);
        prop_assert!(after.candidates.iter().all(|c| c.right.record as usize != right.len()));
    }
}

#[test]
fn in_lists_with_many_in_common_the_candidates_stay_and_hardly_move() {
    let (left, right) = sample();
    let before = found(&list(&left), &list(&right));
    let after = found(&list(&left), &with(&right, stranger()));
    let proposed = |findings: &Findings| -> Vec<(u32, u32)> {
        let mut likely: Vec<(u32, u32)> = findings
            .candidates
            .iter()
            .filter(|c| c.bits >= 0.0)
            .map(|c| (c.left.record, c.right.record))
            .collect();
        likely.sort_unstable();
        likely
    };
    assert!(proposed(&before).len() >= 20);
    assert_eq!(proposed(&before), proposed(&after));
    for (a, b) in before.candidates.iter().zip(&after.candidates) {
        assert!(
            a.bits < 0.0 || (a.bits - b.bits).abs() < 0.2,
            "{} {}",
            a.bits,
            b.bits
        );
    }
}

/// The check can fail: one more who is on the list already makes every name of hers commoner.
#[test]
fn a_record_that_is_not_unrelated_is_told_by_the_same_check() {
    let (left, right) = sample();
    let before = found(&list(&left), &list(&right));
    let known = right.first().cloned().unwrap();
    let after = found(&list(&left), &with(&right, known));
    assert_ne!(changed(&before, &after, right.len()), None);
}
