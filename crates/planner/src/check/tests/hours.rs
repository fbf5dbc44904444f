//! Verification after hours of steps whose time is not said.

use super::*;

/// The moves, by whether they are of a step, with what they come to.
fn course(report: &Report) -> Vec<&'static str> {
    let moves = report.moves.iter();
    moves
        .map(|step| match step.what {
            Done::Verified(_) => "verified",
            _ => "step",
        })
        .collect()
}

fn hours_from(report: &Report) -> Vec<(HoursFrom, usize)> {
    let found = report.findings.iter();
    found
        .filter_map(|finding| match finding {
            Finding::HoursFrom { from, steps, .. } => Some((*from, *steps)),
            _ => None,
        })
        .collect()
}

/// What counts as received the day before does so before a step of the day, whenever that is.
#[test]
fn a_step_without_a_time_comes_after_what_was_verified_on_an_earlier_day() {
    let plan = |day: &str| {
        two(
            LAGGING,
            &format!(
                "  - {{stage: first, on: 2024-01-01, steps: [{{give: {{x: 1}}, at: \"08:00\"}}]}}
  - {{stage: second, on: {day}, steps: [{{give: {{y: 1}}}}]}}
"
            ),
        )
    };
    assert_eq!(course(&plan("2024-01-03")), ["step", "verified", "step"]);
    // On the day of it nobody knows which is first.
    assert_eq!(course(&plan("2024-01-02")), ["step", "step", "verified"]);
    assert_eq!(hours_from(&plan("2024-01-03")), []);
}

/// It is on its day, and nobody knows when: its hours have surely passed when they have since its end.
#[test]
fn hours_of_a_step_with_a_day_and_no_time_are_counted_from_the_end_of_the_day() {
    let plan = |at: &str| {
        two(
            LAGGING,
            &format!(
                "  - {{stage: first, on: 2024-01-01, steps: [{{give: {{x: 1}}}}]}}
  - {{stage: second, {at}, steps: [{{give: {{y: 1}}, at: \"00:00\"}}, {{give: {{z: 1}}, at: \"08:00\"}}]}}
"
            ),
        )
    };
    let later = plan("on: 2024-01-03");
    assert_eq!(course(&later), ["step", "verified", "step", "step"]);
    let sooner = plan("on: 2024-01-02");
    assert_eq!(course(&sooner), ["step", "step", "step", "verified"]);
    assert_eq!(hours_from(&later), [(HoursFrom::EndOfDay, 1)]);
    let moved = later.moves.iter().nth(1).and_then(|step| step.at);
    assert_eq!(
        moved.map(|at| at.to_string()).as_deref(),
        Some("2024-01-03T00:00:00")
    );
}

#[test]
fn what_has_no_day_counts_as_received_at_the_end_and_that_is_said() {
    let report = two(
        LAGGING,
        "  - {stage: first, steps: [{give: {x: 1}, at: \"08:00\"}, {give: {z: 1}}]}
  - {stage: second, on: 2025-01-03, steps: [{give: {y: 1}, at: \"08:00\"}]}
",
    );
    assert_eq!(course(&report), ["step", "step", "step", "verified"]);
    assert_eq!(hours_from(&report), [(HoursFrom::Nowhere, 1)]);
}
