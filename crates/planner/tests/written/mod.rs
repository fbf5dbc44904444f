//! A plan file in which nothing is wrong, to be written wrongly, and what is told of it.

use planner::plan;

/// Twelve lines and what they need.
pub const PLAN: &str = "\
good-offices-plan: 1
title: Two for four
parties:
  - { party: a, name: Side A, points-from: its envoy, points-on: 2026-03-01 }
  - { party: b, name: Side B, future: 5 to 10 }
classes:
  - { class: person, one: person, many: persons, kind: persons, from: a, number: 3, worth: { a: -10, b: 15 } }
  - { class: truck, one: truck, many: trucks, kind: goods, from: b, worth: { b: -2, a: [6, 5, 4] } }
stages:
  - stage: First
    on: 2026-03-04
    steps:
      - { step: out, give: { person: 2 }, at: \"16:00\" }
      - { give: { truck: 4 }, after: [out] }
rules:
  prices: [ { of: person, in: truck, price: 2 } ]
";

/// All that is told of a plan file.
pub fn told(text: &str) -> String {
    match plan::read(text.as_bytes()) {
        Ok(_) => "it is read".to_owned(),
        Err(error) => error.to_string(),
    }
}
