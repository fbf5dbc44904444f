//! The golden numbers, and that every plan in the repository is told whole.

use super::*;

#[test]
fn the_golden_numbers_with_the_one_side_first() {
    let report = check(&read(NOVEMBER));
    let [h, i] = &report.panels[..] else {
        panic!("two panels")
    };
    assert_eq!(points(h, h.exposure), 19);
    assert_eq!(points(i, i.exposure), 10);
    assert_eq!(points(h, h.guarantee), 0);
    assert_eq!(points(i, i.guarantee), 33);
    assert_eq!((h.verdict, i.verdict), (Verdict::Holds, Verdict::Fails));
    assert_eq!(i.guarantee.row, 11, "before its last handover");
}

#[test]
fn the_golden_numbers_with_the_other_side_first() {
    let mut lines: Vec<&str> = NOVEMBER.lines().collect();
    for at in 1..lines.len() {
        if lines[at].contains("give: { prisoner") {
            lines.swap(at - 1, at);
        }
    }
    let report = check(&read(&lines.join("\n")));
    let [h, i] = &report.panels[..] else {
        panic!("two panels")
    };
    assert_eq!(points(h, h.exposure), 0);
    assert_eq!(points(i, i.exposure), 49);
    assert_eq!(points(h, h.guarantee), 33);
    let broken = |f: &&Finding| matches!(f, Finding::OutOfOrder { .. });
    assert_eq!(report.findings.iter().filter(broken).count(), 4);
    // The other order is also what the check of the first one says of it.
    let first = check(&read(NOVEMBER));
    let round = first
        .what_ifs
        .iter()
        .find(|w| w.change == Change::StagesTurnedRound)
        .unwrap();
    assert_eq!(round.panels.len(), 2);
}

#[test]
fn the_arithmetic_of_the_published_terms_holds() {
    let report = check(&read(NOVEMBER));
    let comes_out = Finding::PriceComesOut {
        paid_in: 1,
        of: vec![0],
        due: 150,
    };
    assert!(
        report.findings.contains(&comes_out),
        "{:#?}",
        report.findings
    );
    let Some(Finding::Extension(extends)) = report
        .findings
        .iter()
        .find(|f| matches!(f, Finding::Extension(_)))
    else {
        panic!("the extension is told")
    };
    assert_eq!(
        (extends.blocks, extends.blocks_under_cap, extends.in_plan),
        (5, Some(6), 4)
    );
    let off = |f: &&Finding| {
        matches!(
            f,
            Finding::PriceOff { .. } | Finding::BatchSize { .. } | Finding::OutOfOrder { .. }
        )
    };
    assert_eq!(report.findings.iter().find(off), None);
}

#[test]
fn every_plan_in_the_repository_is_read_and_told_whole() {
    let all = [
        NOVEMBER,
        include_str!("../../../../../cases/plans/one-shot-escrow.yaml"),
        include_str!("../../../../../cases/plans/three-phases.yaml"),
        include_str!("../../../../../cases/plans/labour-dispute.yaml"),
    ];
    for text in all {
        let report = check(&read(text));
        let wrong = |f: &&Finding| {
            matches!(
                f,
                Finding::Waits { .. }
                    | Finding::Backwards { .. }
                    | Finding::PriceOff { .. }
                    | Finding::MoreThanThereAre { .. }
            )
        };
        assert_eq!(report.findings.iter().find(wrong), None, "{}", report.title);
        for panel in &report.panels {
            assert_eq!(panel.rows.len(), report.moves.len() + 1);
            let last = panel.rows.last().unwrap();
            assert_eq!(last.standing, panel.full_gain, "{}", report.title);
        }
        assert!(!serde_json::to_string(&report).unwrap().is_empty());
    }
}

#[test]
fn a_range_that_the_verdict_turns_on_cannot_be_told() {
    let unsure = NOVEMBER
        .replace(
            "points-on: 2023-11-22\n  - party: I",
            "points-on: 2023-11-22\n    future: 0\n  - party: I",
        )
        .replace(
            "    name: Israel\n",
            "    name: Israel\n    future: 20 to 40\n",
        );
    let report = check(&read(&unsure));
    let i = &report.panels[1];
    assert_eq!(i.verdict, Verdict::CannotTell);
    assert_eq!(points(i, i.walk_away), 3);
    let deposit = NOVEMBER.replace(
        "  - stage: First day\n    on: 2023-11-24\n    steps:\n",
        "  - stage: First day\n    on: 2023-11-24\n    steps:\n      - deposit: { by: I, points: 33, what: a bond }\n",
    );
    let report = check(&read(&deposit));
    assert_eq!(report.panels[1].verdict, Verdict::Holds);
    assert_eq!(
        points(&report.panels[1], report.panels[1].guarantee),
        33,
        "a deposit does not lower what is needed"
    );
    assert!(report.findings.contains(&Finding::LeftDeposited {
        what: "a bond".to_owned()
    }));
}

#[test]
fn a_plan_without_anybodys_points_is_checked_for_its_arithmetic() {
    let lines = NOVEMBER.lines().map(|line| {
        if line.contains("worth:") {
            "    worth: {}"
        } else {
            line
        }
    });
    let report = check(&read(&lines.collect::<Vec<_>>().join("\n")));
    assert!(report.panels.is_empty() && report.what_ifs.is_empty());
    assert!(report.findings.contains(&Finding::PriceComesOut {
        paid_in: 1,
        of: vec![0],
        due: 150
    }));
}
