//! Tests of the check, by what is tested, and the plans that they share.

mod accounts;
mod discount;
mod findings;
mod golden;
mod hours;
mod orders;
mod properties;
mod rich;
mod whole;

use proptest::prelude::*;
use rich::rich;

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

const LAGGING: &str = ", worth: {a: -2, b: 4}, verified: 24 hours";

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
