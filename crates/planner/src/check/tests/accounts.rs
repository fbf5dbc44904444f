//! What counts when, of what was handed over, verified, put in escrow and deposited.

use super::*;

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
    assert_eq!(panel.rows.get(1).unwrap().walk_away, Span::exactly(-2));
    // Of 25 between none and five is left when 20 to 30 come back.
    let held = panel.rows.get(4).unwrap().held;
    assert!(held.low <= held.mid && held.mid <= held.high, "{held:?}");
    assert_eq!(panel.rows.get(4).unwrap().walk_away.high, 0);
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
fn a_worth_that_grows_with_what_was_given_is_added_up() {
    let worth = plan::Worth::in_turn(&[1, 2, 3].map(Span::exactly));
    assert_eq!(
        [0, 1, 2, 3, 5].map(|n| worth.of_first(n).mid),
        [0, 1, 3, 6, 12]
    );
    assert_eq!(worth.between(1, 4).mid, 8);
}

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
