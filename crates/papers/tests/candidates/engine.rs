//! What the engine finds is told whole: nothing that it says is left out, and what is added up is
//! what it added up.

use linkage::findings::{Band, Findings, Task};
use papers::{
    Language,
    candidates::{Most, html, json, text, xlsx},
};

use crate::{engine, markup};

fn told(findings: &Findings) {
    let listed = findings.candidates.len();
    assert!(
        listed > 20,
        "too little was found to say anything: {listed}"
    );
    for language in Language::ALL {
        let made = html(findings, language, Most::default());
        let page = markup::read(&made);
        let told = page.attribute("id").filter(|id| {
            let number = id.strip_prefix('c').map(str::parse::<u32>);
            number.is_some_and(|number| number.is_ok())
        });
        assert_eq!(told.count(), listed);
        assert!(!xlsx(findings, language).unwrap().is_empty());
    }
    assert!(json(findings).unwrap().len() > 1_000);
    assert!(text(findings, 5).lines().count() > 10);
}

#[test]
fn two_lists_are_told_whole() {
    let findings = engine::linked(240).unwrap();
    assert_eq!(findings.task, Task::Link);
    told(&findings);
}

#[test]
fn one_list_is_told_whole() {
    let findings = engine::deduped(240).unwrap();
    assert!(!findings.groups.is_empty());
    told(&findings);
}

#[test]
fn the_fields_add_up_to_the_sum_but_for_what_speaks_for_relatives() {
    for findings in [engine::linked(240).unwrap(), engine::deduped(240).unwrap()] {
        for candidate in &findings.candidates {
            let fields: f64 = candidate.evidence.iter().map(|e| e.bits).sum();
            let sum = findings.prior_bits + fields;
            let relatives = candidate.relatives.is_some() && candidate.bits < sum;
            let same = (sum - candidate.bits).abs() < 0.05;
            assert!(same || relatives, "{sum} and {}", candidate.bits);
            assert_eq!(candidate.evidence.len(), findings.comparisons.len());
            assert_eq!(candidate.left.cells.len(), findings.comparisons.len());
        }
    }
}

#[test]
fn the_totals_are_those_of_what_is_listed() {
    let findings = engine::linked(240).unwrap();
    for (band, total) in [
        (Band::Likely, findings.totals.likely),
        (Band::Review, findings.totals.review),
    ] {
        let listed = findings
            .candidates
            .iter()
            .filter(|c| c.band == band)
            .count();
        assert_eq!(listed as u64, total, "{band:?}");
    }
}
