//! What the whole plan brings to a party, where that is less than it costs it; and at which moments the
//! bounds of a worst are reached.

use super::*;

/// `a` gives what costs it 2 and receives what is worth so much to it.
fn plan_of(worth: &str, future: &str) -> Report {
    check(&read(&format!(
        "good-offices-plan: 1
title: Whole
parties: [{{party: a, name: A, future: {future}}}, {{party: b, name: B}}]
classes:
  - {{class: x, one: x, many: x, from: a, worth: {{a: -2, b: 9}}}}
  - {{class: y, one: y, many: y, from: b, worth: {{a: {worth}, b: -1}}}}
stages: [{{stage: only, steps: [{{give: {{y: 3}}}}, {{give: {{x: 4}}}}]}}]
"
    )))
}

#[test]
fn a_plan_that_costs_a_party_more_than_it_brings_is_found() {
    let report = plan_of("1", "0");
    let whole = &report.panels[0].whole;
    assert_eq!(
        (whole.points, whole.verdict),
        (Span::exactly(-5), Verdict::Fails)
    );
    // 8 is what it gives: it evens out at 8 for what it receives, or at 3 for what it gives.
    let factors: Vec<(usize, u64)> = whole
        .flips
        .iter()
        .map(|f| (f.class, f.thousandths))
        .collect();
    assert_eq!(factors, [(0, 375), (1, 2667)]);
    assert!(whole.flips.iter().all(|flip| !flip.inside_range));
    let walk_away = report.panels[0].walk_away;
    assert_eq!((walk_away.row, walk_away.points.mid), (1, 8));
    assert_eq!(report.panels[1].whole.verdict, Verdict::Holds);
}

#[test]
fn a_whole_that_comes_out_even_costs_no_more_than_it_brings() {
    let report = check(&read(
        "good-offices-plan: 1
title: Even
parties: [{party: a, name: A}, {party: b, name: B}]
classes:
  - {class: x, one: x, many: x, from: a, worth: {a: -2, b: 9}}
  - {class: y, one: y, many: y, from: b, worth: {a: 2, b: -1}}
stages: [{stage: only, steps: [{give: {y: 1}}, {give: {x: 1}}]}]
",
    ));
    assert_eq!(report.panels[0].whole.verdict, Verdict::Holds);
    assert_eq!(report.panels[0].whole.points, Span::ZERO);
}

#[test]
fn a_whole_that_lies_on_both_sides_of_nought_cannot_be_told() {
    let panel = &plan_of("1 to 5", "0").panels[0];
    assert_eq!(panel.whole.verdict, Verdict::CannotTell);
    assert_eq!((panel.whole.points.low, panel.whole.points.high), (-5, 7));
    assert!(panel.whole.flips.iter().any(|flip| flip.inside_range));
}

#[test]
fn future_dealings_are_no_part_of_what_the_plan_brings() {
    let panel = &plan_of("1", "20").panels[0];
    assert_eq!(panel.whole.verdict, Verdict::Fails);
    assert_eq!(panel.verdict, Verdict::Holds);
}

#[test]
fn under_a_discount_the_whole_is_what_it_is_on_the_first_day() {
    // It gives 8 on the first day and receives 9 ten days later, which is less than 4 then.
    let text = "good-offices-plan: 1
title: Later
parties: [{party: a, name: A, discount: 0.1}, {party: b, name: B}]
classes:
  - {class: x, one: x, many: x, from: a, worth: {a: -8, b: 9}}
  - {class: y, one: y, many: y, from: b, worth: {a: 9, b: -1}}
stages:
  - {stage: first, on: 2024-01-01, steps: [{give: {x: 1}}]}
  - {stage: second, on: 2024-01-11, steps: [{give: {y: 1}}]}
";
    let panel = &check(&read(text)).panels[0];
    assert_eq!(panel.full_gain, Span::exactly(1));
    assert_eq!(panel.whole.points, Span::exactly(-5));
    assert_eq!(panel.whole.verdict, Verdict::Fails);
    // 9 * 0.9^10 = 3.138: 8 has to become that, or that 8.
    let factors: Vec<(usize, u64)> = panel
        .whole
        .flips
        .iter()
        .map(|f| (f.class, f.thousandths))
        .collect();
    assert_eq!(factors, [(1, 2550), (0, 392)]);
}

#[test]
fn the_bounds_of_a_worst_have_each_the_moment_at_which_they_are_reached() {
    // Stands at 0, -6 exactly, -9 to -5 and so on: at least 6 after the first, up to 9 after the second.
    let text = "good-offices-plan: 1
title: Apart
parties: [{party: a, name: A}, {party: b, name: B}]
classes:
  - {class: x, one: x, many: x, from: a, worth: {a: -6, b: 9}}
  - {class: z, one: z, many: z, from: b, worth: {a: -3 to 1, b: 9}}
  - {class: y, one: y, many: y, from: b, worth: {a: 20, b: -1}}
stages:
  - stage: only
    steps:
      - {give: {x: 1}}
      - {give: {z: 1}}
      - {give: {y: 1}}
";
    for more in ["", "      - {deposit: {by: b, points: 1, what: gold}}\n"] {
        let text = text.to_owned() + more;
        let exposure = check(&read(&text)).panels[0].exposure;
        assert_eq!((exposure.points.low, exposure.points.high), (6, 9));
        assert_eq!(
            (exposure.low_row, exposure.row, exposure.high_row),
            (1, 2, 2)
        );
    }
}

proptest! {
    #[test]
    fn every_bound_of_a_worst_is_that_of_its_moment(plan in small()) {
        for panel in &check(&read(&plan.text())).panels {
            let rows: Vec<_> = panel.rows.iter().collect();
            let exposed = |row: usize| (-rows[row].standing).above_nought();
            let gain = |row: usize| rows[row].walk_away;
            for (worst, at) in [
                (panel.exposure, &exposed as &dyn Fn(usize) -> Span),
                (panel.walk_away, &gain),
            ] {
                prop_assert_eq!(at(worst.low_row).low, worst.points.low);
                prop_assert_eq!(at(worst.high_row).high, worst.points.high);
                let own = at(worst.row);
                if (own.low, own.high) == (worst.points.low, worst.points.high) {
                    prop_assert_eq!((worst.low_row, worst.high_row), (worst.row, worst.row));
                }
            }
            let needed = |row: usize| (rows[row].walk_away + rows[row].held).above_nought();
            prop_assert_eq!(needed(panel.guarantee.low_row).low, panel.guarantee.points.low);
            prop_assert_eq!(needed(panel.guarantee.high_row).high, panel.guarantee.points.high);
        }
    }

    #[test]
    fn the_factor_of_the_whole_is_the_first_that_turns_it(plan in small()) {
        for panel in &check(&read(&plan.text())).panels {
            for flip in &panel.whole.flips {
                let factor = i128::from(flip.thousandths);
                let sum: i128 = (0..4)
                    .map(|class| {
                        let given: i64 = plan.moves.iter().filter(|m| m.0 == class).map(|m| i64::from(m.1)).sum();
                        let (low, wide) = plan.worth[class][panel.party];
                        let own = (panel.party == 0) == (class < 2);
                        let twice = i128::from((2 * low + wide) * given) * if own { -1 } else { 1 };
                        twice * if class == flip.class { factor } else { 1000 }
                    })
                    .sum();
                prop_assert_eq!(sum < 0, panel.whole.points.mid >= 0, "{:?} {}", flip, sum);
            }
        }
    }
}
