//! What comes later is worth less: examples worked by hand, and the definition gone through word by word.

use proptest::prelude::*;

use super::*;
use crate::check::{account::Account, course::course, slots::slots};

/// One thing given and one received so many days later, with what each is worth to the one party.
fn written(discount: &str, cost: i64, days: u32, gain: i64) -> String {
    let day = 1 + days;
    format!(
        "good-offices-plan: 1
title: Later
parties: [{{party: a, name: A{discount}}}, {{party: b, name: B}}]
classes:
  - {{class: x, one: x, many: x, from: a, worth: {{a: {cost}, b: 4}}}}
  - {{class: y, one: y, many: y, from: b, worth: {{b: -1, a: {gain}}}}}
stages:
  - {{stage: first, on: 2026-03-01, steps: [{{give: {{x: 1}}}}]}}
  - {{stage: second, on: 2026-03-{day:02}, steps: [{{give: {{y: 1}}}}]}}
"
    )
}

fn a_day_later(discount: &str, cost: i64, days: u32, gain: i64) -> Report {
    check(&read(&written(discount, cost, days, gain)))
}

fn leaving(report: &Report) -> Vec<i64> {
    report.panels[0]
        .rows
        .iter()
        .map(|row| row.walk_away.mid)
        .collect()
}

#[test]
fn what_comes_a_day_later_is_worth_a_tenth_less() {
    // Before: 20 a day later is 18, less 10 now. Between: 18 on the first day, 20 on the second.
    let report = a_day_later(", discount: 0.1", -10, 1, 20);
    assert_eq!(leaving(&report), [-8, -18, 0]);
    assert_eq!(leaving(&a_day_later("", -10, 1, 20)), [-10, -20, 0]);
    // The standing and the whole gain are what they are without it.
    assert_eq!(report.panels[0].full_gain, Span::exactly(10));
    assert_eq!(report.panels[0].exposure.points, Span::exactly(10));
}

#[test]
fn a_gain_too_late_makes_it_better_not_to_begin() {
    // Ten days later 20 is 20 * 0.9^10 = 6.97, and it has to give 10 for that: 3.03 to gain, told as 4.
    let report = a_day_later(", discount: 0.1", -10, 10, 20);
    assert_eq!(leaving(&report), [4, -6, 0]);
    let panel = &report.panels[0];
    assert_eq!((panel.verdict, panel.walk_away.row), (Verdict::Fails, 0));
    assert_eq!(panel.guarantee.points, Span::exactly(4));
    assert_eq!(panel.guarantee_until, Some(0));
    // Worth 1.434 times as much, 20 * 1.434 * 0.9^10 = 10.0001, it would be 10 again.
    let turns = panel.flips.iter().find(|flip| flip.class == 1);
    assert_eq!(turns.map(|flip| flip.thousandths), Some(1434));
}

#[test]
fn what_comes_out_even_is_even() {
    // 100 two days later is 81 to it, just what it gives: nothing to gain, whatever the last binary place.
    let report = a_day_later(", discount: 0.1", -81, 2, 100);
    assert_eq!(leaving(&report), [0, -81, 0]);
    assert_eq!(report.panels[0].verdict, Verdict::Holds);
    assert_eq!(
        a_day_later(", discount: 0.1", -82, 2, 100).panels[0].verdict,
        Verdict::Fails
    );
}

#[test]
fn a_discount_in_a_range_may_leave_it_open() {
    // 100 a day later is between 80 and 90.
    let report = a_day_later(", discount: 0.1 to 0.2", -85, 1, 100);
    let panel = &report.panels[0];
    let first = panel.rows.get(0).unwrap().walk_away;
    assert_eq!(
        first,
        Span {
            low: -5,
            mid: 0,
            high: 5
        }
    );
    assert_eq!(panel.verdict, Verdict::CannotTell);
    assert!(
        serde_json::to_string(&panel)
            .unwrap()
            .contains("\"discount\":\"0.1 to 0.2\"")
    );
}

#[test]
fn a_discount_needs_days_and_is_a_share() {
    let refused = |from: &str, to: &str| {
        let text = written(", discount: 0.1", -10, 1, 20).replace(from, to);
        plan::read(text.as_bytes())
            .map(|_| ())
            .unwrap_err()
            .to_string()
    };
    assert!(refused("0.1", "1.5").contains("a discount lies between 0 and 1"));
    assert!(refused("0.1", "-0.1").contains("a discount lies between 0 and 1"));
    let said = refused(" on: 2026-03-02,", "");
    assert!(
        said.contains("stage 2") && said.contains("write `on:`"),
        "{said}"
    );
}

#[test]
fn factors_that_are_not_sought_are_told() {
    // Days times classes are just more than is gone through, and not more with a day less.
    let told = |days: usize| {
        let classes: Vec<String> = (0..4_473)
            .map(|at| {
                format!("  - {{class: k{at}, one: x{at}, many: xs{at}, from: a, worth: {{}}}}\n")
            })
            .collect();
        let first = jiff::civil::date(2026, 1, 1);
        let stages: Vec<String> = (0..days)
            .map(|at| {
                let on = first.saturating_add(jiff::Span::new().days(i64::try_from(at).unwrap()));
                format!("  - {{stage: s{at}, on: {on}, steps: [{{give: {{k: 1}}}}]}}\n")
            })
            .collect();
        let (classes, stages) = (classes.concat(), stages.concat());
        let report = check(&read(&format!(
            "good-offices-plan: 1\ntitle: Long\nparties: [{{party: a, name: A, discount: 0.1}}, {{party: b, name: B}}]\nclasses:\n  - {{class: k, one: x, many: xs, from: a, worth: {{a: -1}}}}\n{classes}stages:\n{stages}"
        )));
        let told = Finding::FactorsNotSought {
            party: 0,
            at_most: 20_000_000,
        };
        assert_eq!(
            report.panels[0].flips.is_empty(),
            report.findings.contains(&told)
        );
        report.findings.contains(&told)
    };
    assert!(told(4_471) && !told(4_470));
}

/// Digits of the model.
const DIGITS: u32 = 30;
const WHOLE: i128 = 10_i128.pow(DIGITS);

/// What stopping gains a party on the first and the last day of each moment, with nothing at stake, in
/// parts of [`WHOLE`]: by the definition, each thing by itself, its worth times a factor of its class in
/// thousandths.
fn by_definition(
    plan: &Plan,
    party: usize,
    tenths: u32,
    factor: impl Fn(usize) -> i128,
) -> Vec<[i128; 2]> {
    let course = course(plan, slots(plan));
    let account = Account::of(plan, PartyId(party), &course.end).unwrap();
    let day = |at: usize| {
        let days = course.moves[..=at].iter().enumerate().map(|(at, step)| {
            let on = plan.stages[step.stage as usize].on.unwrap();
            let on = course.times(at).at.map_or(on, jiff::civil::DateTime::date);
            u32::try_from(on.day()).unwrap()
        });
        days.max().unwrap()
    };
    let last = course.moves.len();
    let rows = (0..=last).map(|row| {
        let end = |now: u32| {
            let to_come = (row..last).map(|at| {
                let passed = day(at) - now;
                let left = i128::from(10 - tenths).pow(passed) * 10_i128.pow(DIGITS - 3 - passed);
                let lots = course.handed_over(&course.moves[at]).iter();
                let worth = lots.map(|part| {
                    let effect = account.fact(part.class()).unwrap().effect(part);
                    i128::from(effect.mid) * factor(part.class().0)
                });
                worth.sum::<i128>() * left
            });
            -to_come.sum::<i128>()
        };
        if row == last {
            [0, 0]
        } else {
            [end(day(row.saturating_sub(1))), end(day(row))]
        }
    });
    rows.collect()
}

/// In whole units, rounded up, of a number that is known to a thousandth; nothing where halfway between
/// two thousandths decides.
fn in_units(parts: i128) -> Option<i64> {
    let halfway = parts * 1000 + WHOLE / 2;
    let thousandths = halfway.div_euclid(WHOLE);
    let clear = WHOLE / 1_000_000;
    let decided = (clear..WHOLE - clear).contains(&halfway.rem_euclid(WHOLE));
    decided.then(|| i64::try_from(-(-thousandths).div_euclid(1000)).unwrap())
}

proptest! {
    #[test]
    fn without_a_discount_nothing_changes(plan in rich()) {
        let told = |more: &str| serde_json::to_string(&check(&read(&plan.text(more)))).unwrap();
        prop_assert_eq!(told(", discount: 0"), told(""));
    }

    #[test]
    fn a_discount_is_what_its_definition_says(plan in rich(), tenths in 1_u32..10, at in 0_i64..=2) {
        let with = read(&plan.exact(&format!(", discount: 0.{tenths}"), at));
        let without = read(&plan.exact("", at));
        let rows = |plan: &Plan, party: usize| {
            let course = course(plan, slots(plan));
            let mut rows = Vec::new();
            let account = Account::of(plan, PartyId(party), &course.end).unwrap();
            account.go_through(&course, |_, row| rows.push(row));
            rows
        };
        for party in 0..2 {
            let model = by_definition(&with, party, tenths, |_| 1000);
            for ((row, plain), ends) in rows(&with, party).iter().zip(rows(&without, party)).zip(model) {
                prop_assert_eq!((row.now, row.deposits, row.in_escrow), (plain.now, plain.deposits, plain.in_escrow));
                if let Some(gain) = in_units(ends[0].max(ends[1])) {
                    prop_assert_eq!(row.ahead_of_end, Span::exactly(gain));
                }
                // What lies in escrow is lost as it is without a discount.
                let lost = plain.ahead_with_escrow.mid - plain.ahead_of_end.mid;
                prop_assert_eq!(row.ahead_with_escrow.mid, row.ahead_of_end.mid + lost);
            }
        }
    }

    #[test]
    fn bounds_hold_wherever_discount_and_worths_lie(plan in rich(), tenths in (0_u32..5, 0_u32..5), at in 0_i64..=2, within in 0_u32..5) {
        let (least, most) = (tenths.0, tenths.0 + tenths.1);
        let one = least + within.min(tenths.1);
        let wide = check(&read(&plan.text(&format!(", discount: 0.{least} to 0.{most}"))));
        let narrow = check(&read(&plan.exact(&format!(", discount: 0.{one}"), at)));
        for (wide, narrow) in wide.panels.iter().zip(&narrow.panels) {
            for (wide, narrow) in wide.rows.iter().zip(narrow.rows.iter()) {
                for (wide, narrow) in [(wide.walk_away, narrow.walk_away), (wide.guarantee_from_here, narrow.guarantee_from_here)] {
                    prop_assert!(wide.low <= wide.mid && wide.mid <= wide.high);
                    prop_assert!(wide.low <= narrow.low && narrow.high <= wide.high, "{:?} {:?}", wide, narrow);
                }
            }
            if wide.verdict != Verdict::CannotTell {
                prop_assert_eq!(wide.verdict, narrow.verdict);
            }
        }
    }

    #[test]
    fn a_factor_turns_the_verdict_and_none_nearer_does(plan in rich(), tenths in 1_u32..10) {
        let mut plan = plan;
        plan.only_hand_over();
        let plan = read(&plan.exact(&format!(", discount: 0.{tenths}"), 0));
        let report = check(&plan);
        for panel in &report.panels {
            let future = i128::from(panel.future.mid) * WHOLE;
            let greatest = |class: usize, thousandths: u64| {
                let factor = |of: usize| if of == class { i128::from(thousandths) } else { 1000 };
                let ends = by_definition(&plan, panel.party, tenths, factor);
                ends.into_iter().flatten().max().unwrap() - future
            };
            let gains = greatest(0, 1000) > WHOLE / 2000;
            // By more than the thousandths that gains are known to.
            let clear = WHOLE / 50;
            let turned = |class, factor| if gains { greatest(class, factor) < -clear } else { greatest(class, factor) > clear };
            let stays = |class, factor| if gains { greatest(class, factor) > clear } else { greatest(class, factor) < -clear };
            for class in 0..4 {
                let found = panel.flips.iter().find(|flip| flip.class == class).map(|flip| flip.thousandths);
                let far = |factor: u64| if factor < 1000 { 1_000_000 / factor.max(1) } else { factor };
                if let Some(found) = found.filter(|found| *found < 20_000) {
                    prop_assert!(!stays(class, found), "{found}");
                }
                for factor in [0, 50, 300, 500, 800, 950, 1050, 1300, 2000, 5000, 15_000] {
                    let nearer = found.is_none_or(|found| far(factor) < far(found) && factor > 0);
                    prop_assert!(!(nearer && turned(class, factor)), "{factor} of {class}, found {found:?}");
                }
            }
        }
    }
}
