//! The golden numbers, the identities that always hold, and that one party's report holds nothing of
//! another's.

use proptest::prelude::*;

use super::*;
use crate::plan::{self, Span};

const NOVEMBER: &str = include_str!("../../../../cases/plans/november-2023.yaml");

fn read(text: &str) -> Plan {
    match plan::read(text.as_bytes()) {
        Ok(plan) => plan,
        Err(error) => panic!("{error}"),
    }
}

/// Points of the worst moment, in whole points.
fn points(panel: &Panel, worst: Worst) -> i64 {
    worst.points.mid / 10_i64.pow(u32::from(panel.places))
}

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
        include_str!("../../../../cases/plans/one-shot-escrow.yaml"),
        include_str!("../../../../cases/plans/three-phases.yaml"),
        include_str!("../../../../cases/plans/labour-dispute.yaml"),
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
fn what_is_not_verified_is_given_and_not_received() {
    let lagging = NOVEMBER.replace(
        "    worth: { H: -3, I: 6 }\n",
        "    worth: { H: -3, I: 6 }\n    verified: 24 hours\n",
    );
    let report = check(&read(&lagging));
    let (at_once, later) = (check(&read(NOVEMBER)), report);
    let exposure = |r: &Report| points(&r.panels[1], r.panels[1].exposure);
    assert!(exposure(&later) > exposure(&at_once));
    assert_eq!(points(&later.panels[1], later.panels[1].guarantee), 33);
    assert_eq!(later.panels[1].rows.last(), at_once.panels[1].rows.last());
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

#[test]
fn what_lies_in_escrow_and_what_comes_back_keep_their_bounds() {
    let text = "good-offices-plan: 1
title: Escrow
parties: [{party: a, name: A}, {party: b, name: B}]
classes:
  - {class: x, one: x, many: x, from: a, worth: {a: \"-10 to -2\", b: 4}}
  - {class: y, one: y, many: y, from: b, worth: {b: -1, a: 2}}
stages:
  - stage: only
    steps:
      - escrow: {x: 1}
      - deposit: {by: a, points: 25, what: gold}
      - give: {y: 1}
      - give-back: {by: a, points: 20 to 30, what: gold}
      - give: {x: 1}
";
    let panel = &check(&read(text)).panels[0];
    // Whatever x costs: what is still to be given is lost already, so stopping saves nothing of it.
    assert_eq!(panel.rows[1].walk_away, Span::exactly(-2));
    // Of 25 between none and five is left when 20 to 30 come back.
    let held = panel.rows[4].held;
    assert!(held.low <= held.mid && held.mid <= held.high, "{held:?}");
    assert_eq!(panel.rows[4].walk_away.high, 0);
}

#[test]
fn the_moment_of_a_range_is_one_at_which_it_can_be_so() {
    let text = "good-offices-plan: 1
title: Range
parties: [{party: a, name: A}, {party: b, name: B}]
classes:
  - {class: x, one: x, many: x, from: b, worth: {a: \"-3 to 3\", b: -1}}
stages: [{stage: only, steps: [{give: {x: 1}}]}]
";
    let exposure = check(&read(text)).panels[0].exposure;
    assert_eq!(
        (exposure.points.mid, exposure.points.high, exposure.row),
        (0, 3, 1)
    );
}

#[test]
fn a_step_later_than_its_latest_time_is_told() {
    let by = |time: &str| {
        let text = NOVEMBER.replacen(
            "at: \"16:00\"",
            &format!("at: \"16:00\", by: \"{time}\""),
            1,
        );
        check(&read(&text))
            .findings
            .contains(&Finding::TooLate { stage: 0, step: 1 })
    };
    assert!(by("15:59") && !by("16:00"));
}

#[test]
fn circles_of_conditions_are_spelled_out() {
    let circle = "good-offices-plan: 1
title: A circle
parties: [{party: a, name: A}, {party: b, name: B}]
classes:
  - {class: x, one: x, many: x, from: a, worth: {a: -1, b: 2}}
  - {class: y, one: y, many: y, from: b, worth: {b: -1, a: 2}}
stages:
  - stage: only
    steps:
      - {step: first, give: {x: 1}, after: [third]}
      - {step: second, give: {y: 1}, after: [first]}
      - {step: third, give: {x: 1}, after: [second]}
      - {step: fourth, give: {y: 1}, after: [nowhere]}
";
    let report = check(&read(circle));
    let circle = WaitsFor::Circle(vec![
        "first".to_owned(),
        "second".to_owned(),
        "third".to_owned(),
    ]);
    assert!(report.findings.contains(&Finding::Waits {
        stage: 0,
        step: 0,
        on: circle
    }));
    let nothing = WaitsFor::Nothing("nowhere".to_owned());
    assert!(report.findings.contains(&Finding::Waits {
        stage: 0,
        step: 3,
        on: nothing
    }));
}

/// A small plan of two parties and two classes each, with anything in it that changes accounts.
#[derive(Clone, Debug)]
struct Small {
    worth: [[(i64, i64); 2]; 4],
    moves: Vec<(usize, u32)>,
    future: [i64; 2],
}

impl Small {
    fn text(&self) -> String {
        let parties = ["a", "b"].iter().zip(self.future);
        let parties = parties
            .map(|(key, future)| format!("  - {{party: {key}, name: {key}, future: {future}}}\n"));
        let classes = self.worth.iter().enumerate().map(|(at, worth)| {
            let from = if at < 2 { "a" } else { "b" };
            let sign = |party: usize| if (party == 0) == (at < 2) { -1 } else { 1 };
            let range = |party: usize| {
                let (low, wide) = worth[party];
                let ends = [sign(party) * low, sign(party) * (low + wide)];
                format!("\"{} to {}\"", ends[0].min(ends[1]), ends[0].max(ends[1]))
            };
            let (a, b) = (range(0), range(1));
            format!(
                "  - {{class: c{at}, one: x{at}, many: xs{at}, from: {from}, worth: {{a: {a}, b: {b}}}}}\n"
            )
        });
        let moves = self.moves.iter();
        let moves = moves.map(|(class, count)| format!("      - give: {{c{class}: {count}}}\n"));
        format!(
            "good-offices-plan: 1\ntitle: small\nparties:\n{}classes:\n{}stages:\n  - stage: only\n    steps:\n{}",
            parties.collect::<String>(),
            classes.collect::<String>(),
            moves.collect::<String>(),
        )
    }
}

fn small() -> impl Strategy<Value = Small> {
    let worth = prop::array::uniform4(prop::array::uniform2((0_i64..40, 0_i64..6)));
    let moves = prop::collection::vec((0_usize..4, 1_u32..5), 1..14);
    (worth, moves, prop::array::uniform2(0_i64..30)).prop_map(|(worth, moves, future)| Small {
        worth,
        moves,
        future,
    })
}

proptest! {
    #[test]
    fn turning_a_plan_round_swaps_exposure_and_guarantee(plan in small()) {
        let mut plan = plan;
        plan.future = [0, 0];
        let there = check(&read(&plan.text()));
        plan.moves.reverse();
        let back = check(&read(&plan.text()));
        for (a, b) in there.panels.iter().zip(&back.panels) {
            // need(order) = expo(order turned round): the same sums, so the same middles exactly.
            prop_assert_eq!(a.guarantee.points.mid, b.exposure.points.mid);
            prop_assert_eq!(a.exposure.points.mid, b.guarantee.points.mid);
        }
    }

    #[test]
    fn another_order_is_what_checking_it_says(plan in small()) {
        let there = check(&read(&plan.text()));
        let mut round = plan.clone();
        round.moves.reverse();
        let back = check(&read(&round.text()));
        let what_if = there.what_ifs.iter().find(|what| what.change == Change::StagesTurnedRound);
        for (at, panel) in back.panels.iter().enumerate() {
            let (exposure, guarantee) = what_if.map_or(
                (there.panels[at].exposure.points, there.panels[at].guarantee.points),
                |what| (what.panels[at].exposure, what.panels[at].guarantee),
            );
            prop_assert_eq!(panel.exposure.points, exposure);
            prop_assert_eq!(panel.guarantee.points, guarantee);
        }
    }

    #[test]
    fn other_orders_by_sums_are_those_of_going_through_them(plan in small()) {
        let mut given = 0;
        let text: Vec<String> = plan.text().lines().map(|line| {
            given += usize::from(line.starts_with("      - give"));
            let begins = line.starts_with("      - give") && given % 3 == 0;
            let stage = if begins { format!("  - stage: from {given}\n    steps:\n") } else { String::new() };
            format!("{stage}{line}\n")
        }).collect();
        let text = text.concat();
        // Something that is never given and would wait for a step: then no stage is passed over.
        let waits = "  - {class: none, one: none, many: none, from: a, worth: {a: -1}, verified: by step}\nstages:\n";
        let gone_through = text.replace("stages:\n", waits);
        prop_assert_ne!(&text, &gone_through);
        let told = |text: &str| {
            let orders = check(&read(text)).what_ifs.into_iter();
            orders.map(|order| (order.change, order.panels)).collect::<Vec<_>>()
        };
        prop_assert_eq!(told(&text), told(&gone_through));
    }

    #[test]
    fn bounds_hold_wherever_the_numbers_lie(plan in small(), share in prop::collection::vec(0_i64..=2, 8)) {
        let all = check(&read(&plan.text()));
        let mut exact = plan.clone();
        for (at, worth) in exact.worth.iter_mut().flatten().enumerate() {
            *worth = (worth.0 + worth.1 * share[at] / 2, 0);
        }
        let one = check(&read(&exact.text()));
        for (wide, narrow) in all.panels.iter().zip(&one.panels) {
            let scale = 10_i64.pow(u32::from(wide.places - narrow.places));
            for (wide, narrow) in wide.rows.iter().zip(&narrow.rows) {
                let pairs = [(wide.standing, narrow.standing), (wide.walk_away, narrow.walk_away), (wide.guarantee_from_here, narrow.guarantee_from_here)];
                for (wide, narrow) in pairs {
                    prop_assert!(wide.low <= narrow.low * scale && narrow.high * scale <= wide.high);
                }
            }
            if wide.verdict != Verdict::CannotTell {
                prop_assert_eq!(wide.verdict, narrow.verdict);
            }
        }
    }

    #[test]
    fn the_report_for_one_party_holds_nothing_of_anothers_points(plan in small(), other in small()) {
        let mut changed = plan.clone();
        for (mine, theirs) in changed.worth.iter_mut().zip(&other.worth) {
            mine[1] = theirs[1];
        }
        changed.future[1] = other.future[1];
        let bytes = |plan: &Small| {
            let report = check_for(&read(&plan.text()), PartyId(0));
            serde_json::to_string(&report).unwrap()
        };
        prop_assert_eq!(bytes(&plan), bytes(&changed));
    }

    #[test]
    fn the_accounts_are_those_of_counting_by_hand(plan in small()) {
        let report = check(&read(&plan.text()));
        for (party, panel) in report.panels.iter().enumerate() {
            let double = 10_i64.pow(u32::from(panel.places));
            let effect = |class: usize| {
                let sign = if (party == 0) == (class < 2) { -1 } else { 1 };
                let (low, wide) = plan.worth[class][party];
                sign * (2 * low + wide) * double / 2
            };
            let all: i64 = plan.moves.iter().map(|(class, count)| effect(*class) * i64::from(*count)).sum();
            let mut standing = 0;
            for (row, (class, count)) in panel.rows[1..].iter().zip(&plan.moves) {
                standing += effect(*class) * i64::from(*count);
                prop_assert_eq!(row.standing.mid, standing);
                let gain = standing - all - plan.future[party] * double;
                prop_assert_eq!(row.walk_away.mid, gain);
            }
            let greatest = panel.rows.iter().map(|row| -row.standing.mid).max().unwrap().max(0);
            prop_assert_eq!(panel.exposure.points.mid, greatest);
        }
    }

    #[test]
    fn nothing_written_makes_it_fall(text in "[-a-z0-9: \\n{}\\[\\],\"']{0,300}") {
        let _ = plan::read(text.as_bytes());
        let _ = plan::read(format!("{NOVEMBER}{text}").as_bytes());
    }
}

#[test]
fn what_cannot_be_computed_is_refused_with_its_place() {
    let wrong = [
        ("party: I", "party: H", "stands twice"),
        ("from: I", "from: J", "there is no party “J”"),
        (
            "pause-day: 1 }, at: \"07:00\"",
            "pause: 1 }, at: \"07:00\"",
            "there is no class “pause”",
        ),
        ("on: 2023-11-24", "on: 2023-11-31", "is no day"),
        ("at: \"07:00\"", "at: \"7 o'clock\"", "is no time of day"),
        (
            "deliverable: 1",
            "deliverable: 1.1",
            "a chance lies between",
        ),
        (
            "number: 300\n    worth: { I: -1,",
            "number: 999999\n    worth: { I: -999999999999,",
            "more than can be computed with",
        ),
        (
            "give: { hostage: 13 }",
            "give: { hostage: 13, prisoner: 1 }",
            "are given by two parties",
        ),
        (
            "give: { hostage: 13 }",
            "give: { hostage: [Somebody] }",
            "nobody is named",
        ),
        (
            "give: { hostage: 13 }",
            "give: { hostage: 0 }",
            "at least one",
        ),
        (
            "give: { hostage: 13 }",
            "verify: { hostage: 13 }, give: { hostage: 13 }",
            "exactly one",
        ),
        ("number: 50", "number: 4000000000", "at most 1000000"),
        ("good-offices-plan: 1", "good-offices-plan: 2", "version 2"),
        ("title:", "titel:", "titel"),
    ];
    for (from, to, said) in wrong {
        let text = NOVEMBER.replace(from, to);
        assert_ne!(text, NOVEMBER, "{from}");
        let refused = plan::read(text.as_bytes()).unwrap_err().to_string();
        assert!(refused.contains(said), "{to}: {refused}");
        assert!(
            refused.contains("Nothing was computed") || refused.contains("version"),
            "{refused}"
        );
    }
}

#[test]
fn a_worth_that_grows_with_what_was_given_is_added_up() {
    let worth = plan::Worth::in_turn(&[1, 2, 3].map(Span::exactly));
    assert_eq!(
        [0, 1, 2, 3, 5].map(|n| worth.of_first(n).mid),
        [0, 1, 3, 6, 12]
    );
    assert_eq!(worth.between(1, 4).mid, 8);
}

/// Two parties, classes `x` and `z` of the one and `y` of the other, with more said of `x`.
fn two(more: &str, stages: &str) -> Report {
    check(&read(&format!(
        "good-offices-plan: 1
title: Two
parties: [{{party: a, name: A}}, {{party: b, name: B}}]
classes:
  - {{class: x, one: x, many: x, from: a{more}}}
  - {{class: z, one: z, many: z, from: a, worth: {{a: -1, b: 1}}}}
  - {{class: y, one: y, many: y, from: b, worth: {{b: -1, a: 2}}}}
stages:
{stages}"
    )))
}

const WORTH: &str = ", worth: {a: -2, b: 4}";

#[test]
fn a_batch_by_turns_is_divided_as_a_whole() {
    let report = two(
        WORTH,
        "  - {stage: only, steps: [{in-turn: [{x: 1, z: 3}, {y: 2}]}]}\n",
    );
    let lots = |step: MoveTold| match step.what {
        Done::Handover(lots) => lots.iter().map(|lot| (lot.class, lot.count)).collect(),
        other => panic!("{other:?}"),
    };
    let told: Vec<Vec<(usize, u32)>> = report.moves.iter().map(lots).collect();
    let turns = [
        vec![(0, 1), (1, 1)],
        vec![(2, 1)],
        vec![(1, 2)],
        vec![(2, 1)],
    ];
    assert_eq!(told, turns, "the lone x goes in the first turn");
}

#[test]
fn a_group_that_turns_part_is_found() {
    let plan = |first: &str| {
        let text = format!(
            "good-offices-plan: 1
title: A family
parties: [{{party: a, name: A}}, {{party: b, name: B}}]
classes:
  - {{class: x, one: x, many: x, from: a, named: [Ada, Ben, Cy], worth: {{a: -1, b: 2}}}}
  - {{class: y, one: y, many: y, from: b, worth: {{b: -1, a: 2}}}}
stages: [{{stage: only, steps: [{first}]}}]
rules: {{groups: [{{class: x, named: [Ada, Cy]}}]}}
"
        );
        check(&read(&text)).findings
    };
    let parted = Finding::GroupParted {
        class: 0,
        named: vec!["Cy".to_owned()],
    };
    let by_turns = plan("{in-turn: [{x: [Ada, Ben, Cy]}, {y: 3}]}");
    assert!(by_turns.contains(&parted), "{by_turns:?}");
    let at_once = plan("{give: {x: [Ada, Ben, Cy]}}, {give: {y: 3}}");
    assert!(!at_once.contains(&parted), "{at_once:?}");
}

const LAGGING: &str = ", worth: {a: -2, b: 4}, verified: 24 hours";

#[test]
fn what_a_step_has_verified_is_not_verified_again_after_its_hours() {
    let report = two(
        LAGGING,
        "  - stage: first
    on: 2024-01-01
    steps:
      - {give: {x: 2}, at: \"08:00\"}
      - {verify: {x: 1}, at: \"09:00\"}
  - stage: second
    on: 2024-01-03
    steps:
      - {give: {x: 3}, at: \"08:00\"}
      - {give: {y: 1}, at: \"09:00\"}
",
    );
    // One of two is verified by the step and the other a day later; of the three then none is before
    // a day has passed.
    let of_b: Vec<i64> = report.panels[1]
        .rows
        .iter()
        .map(|row| row.standing.mid)
        .collect();
    assert_eq!(of_b, [0, 0, 4, 8, 8, 7, 19]);
    let verified = report.moves.iter().filter_map(|step| {
        let Done::Verified(lots) = step.what else {
            return None;
        };
        Some(lots[0].count)
    });
    assert_eq!(verified.collect::<Vec<_>>(), [1, 1, 3]);
}

#[test]
fn verifying_more_than_was_handed_over_is_told_of_what_waits_for_hours_too() {
    let report = two(
        LAGGING,
        "  - {stage: only, steps: [{give: {x: 1}}, {verify: {x: 2}}]}\n",
    );
    let soon = Finding::VerifiedTooSoon {
        stage: 0,
        step: 1,
        class: 0,
    };
    assert!(report.findings.contains(&soon), "{:?}", report.findings);
}

#[test]
fn who_is_to_be_trusted_until_a_verification_is_who_gave_what_is_verified() {
    let text = "good-offices-plan: 1
title: Three
parties: [{party: a, name: A}, {party: b, name: B}, {party: c, name: C}]
classes:
  - {class: x, one: x, many: x, from: a, worth: {a: -2, b: 4}, verified: by step}
  - {class: y, one: y, many: y, from: b, worth: {b: -3, a: 2}}
  - {class: z, one: z, many: z, from: c, worth: {c: -1, a: 1}}
stages: [{stage: only, steps: [{give: {x: 1}}, {give: {y: 1}}, {give: {z: 1}}, {verify: {x: 1}}]}]
";
    let panel = &check(&read(text)).panels[1];
    assert_eq!(panel.trust.len(), 1);
    let trust = &panel.trust[0];
    assert_eq!((trust.row, trust.until), (2, Some(4)));
    assert_eq!(trust.in_whom[..], [0], "who gave x, not who moved last");
}

#[test]
fn of_a_worth_on_both_sides_of_nought_the_gain_waits_and_the_loss_does_not() {
    let worth = ", worth: {a: -2, b: \"-3 to 5\"}, verified: by step";
    let report = two(
        worth,
        "  - {stage: only, steps: [{give: {x: 2}}, {verify: {x: 2}}]}\n",
    );
    let standings: Vec<Span> = report.panels[1]
        .rows
        .iter()
        .map(|row| row.standing)
        .collect();
    let span = |low, mid, high| Span { low, mid, high };
    assert_eq!(standings, [span(0, 0, 0), span(-6, 0, 0), span(-6, 2, 10)]);
}

#[test]
fn in_another_order_a_verification_goes_with_its_handover() {
    let report = two(
        ", worth: {a: -2, b: 4}, verified: by step",
        "  - {stage: only, steps: [{give: {x: 1}}, {verify: {x: 1}}, {give: {y: 3}}]}\n",
    );
    let turned = report
        .what_ifs
        .iter()
        .find(|what| what.change == Change::StagesTurnedRound);
    let written = two(
        ", worth: {a: -2, b: 4}, verified: by step",
        "  - {stage: only, steps: [{give: {y: 3}}, {give: {x: 1}}, {verify: {x: 1}}]}\n",
    );
    for (then, panel) in turned.unwrap().panels.iter().zip(&written.panels) {
        assert_eq!(then.exposure, panel.exposure.points);
        assert_eq!(then.guarantee, panel.guarantee.points);
    }
}

#[test]
fn deposits_are_known_by_their_party_and_their_words() {
    let report = two(
        WORTH,
        "  - stage: only
    steps:
      - {deposit: {by: a, points: 30, what: gold}}
      - {deposit: {by: b, points: 10, what: gold}}
      - {give-back: {by: a, points: 10, what: gold}}
      - {give: {x: 1}}
      - {give-back: {by: b, points: 10, what: gold}}
      - {give-back: {by: b, points: 10, what: gold}}
      - {give-back: {by: a, points: 25, what: gold}}
      - {give-back: {by: a, points: 1, what: silver}}
",
    );
    let held = |party: usize| -> Vec<i64> {
        let rows = report.panels[party].rows.iter();
        rows.map(|row| row.held.mid).collect()
    };
    assert_eq!(held(0), [0, 30, 30, 20, 20, 20, 20, 0, 0]);
    assert_eq!(held(1), [0, 0, 10, 10, 10, 0, 0, 0, 0]);
    assert_eq!(report.stops_at(4).deposits, ["gold", "gold"]);
    assert_eq!(report.stops_at(5).deposits, ["gold"]);
    let back = |step: usize, what: &str| Finding::GivesBackNothing {
        stage: 0,
        step,
        what: what.to_owned(),
    };
    let too_much = Finding::GivesBackTooMuch {
        stage: 0,
        step: 6,
        what: "gold".to_owned(),
    };
    for finding in [back(5, "gold"), too_much, back(7, "silver")] {
        assert!(report.findings.contains(&finding), "{finding:?}");
    }
    let left = |f: &&Finding| matches!(f, Finding::LeftDeposited { .. });
    assert_eq!(report.findings.iter().find(left), None);
}

#[test]
fn orders_that_are_not_tried_are_told() {
    let classes: Vec<String> = (0..14)
        .map(|at| {
            format!("  - {{class: k{at}, one: x{at}, many: xs{at}, from: a, worth: {{a: -1}}}}\n")
        })
        .collect();
    let classes = classes.concat();
    let text = format!(
        "good-offices-plan: 1\ntitle: Many\nparties: [{{party: a, name: A}}, {{party: b, name: B}}]\nclasses:\n{classes}  - {{class: y, one: y, many: y, from: b, worth: {{a: 1}}}}\nstages: [{{stage: only, steps: [{{give: {{k0: 150000}}}}, {{give: {{y: 150000}}}}]}}]\n"
    );
    let report = check(&read(&text));
    let not_last = Finding::NotPutLast {
        classes: 15,
        at_most: 12,
    };
    let too_long = |change| Finding::OrderTooLong {
        change,
        at_most: 200_000,
    };
    for finding in [
        not_last,
        too_long(Change::ByTurns),
        too_long(Change::LastStageByTurns),
    ] {
        assert!(report.findings.contains(&finding), "{finding:?}");
    }
}

#[test]
fn very_many_broken_batches_are_told_up_to_a_number() {
    let stages: Vec<String> = (0..130)
        .map(|at| format!("  - {{stage: s{at}, steps: [{{give: {{x: 1}}}}]}}\n"))
        .collect();
    let stages = stages.concat();
    let report = two(
        WORTH,
        &format!("{stages}rules: {{batches: [{{of: x, at-least: 2}}]}}\n"),
    );
    let small = |f: &&Finding| matches!(f, Finding::BatchSize { .. });
    assert_eq!(report.findings.iter().filter(small).count(), 100);
    assert!(report.findings.contains(&Finding::More { count: 30 }));
}
