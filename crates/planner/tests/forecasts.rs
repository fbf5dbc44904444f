//! Forecasts of plan files: worths that are ranges, days of delay that are made up, and what one
//! party's forecast rests on.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use planner::{
    forecast::{Band, Counting, ForecastError, Report, forecast_for, forecast_of},
    plan::{self, Plan},
    watch::Unwatched,
};

const NOVEMBER: &str = include_str!("../../../cases/plans/november-2023.yaml");
const PHASES: &str = include_str!("../../../cases/plans/three-phases.yaml");

fn read(text: &str) -> Plan {
    plan::read(text.as_bytes()).unwrap()
}

fn forecast(text: &str) -> Report {
    forecast_of(&read(text), &Unwatched).unwrap()
}

fn near(a: Band, b: Band) -> bool {
    let close = |a: f64, b: f64| (a - b).abs() < 1e-9;
    close(a.low, b.low) && close(a.high, b.high) && close(a.mean, b.mean)
}

/// The plan with what a hostage and a prisoner are worth to one party.
fn worths(hostage: &str, prisoner: &str) -> String {
    let replaced = |text: &str, old: &str, new: &str| {
        assert!(text.contains(old));
        text.replace(old, new)
    };
    let text = replaced(
        NOVEMBER,
        "{ H: -3, I: 6 }",
        &format!("{{ H: {hostage}, I: 6 }}"),
    );
    replaced(
        &text,
        "{ I: -1, H: 1.5 }",
        &format!("{{ I: -1, H: {prisoner} }}"),
    )
}

#[test]
fn losses_under_ranges_of_worths_are_those_at_the_ends_of_the_ranges() {
    let ranges = forecast(&worths("\"-9 to -3\"", "0.5 to 1.5"));
    let kindest = forecast(&worths("-3", "1.5"));
    let hardest = forecast(&worths("-9", "0.5"));
    let (least, most) = ranges.forecast.losses_by_worths[0];
    assert!(near(least, kindest.forecast.losses[0]));
    assert!(near(most, hardest.forecast.losses[0]));
    assert!(least.mean < most.mean);
    // Nothing between the ends lies outside (all of it in tenths of a point, as at the ends), and the other party's worths are none of it.
    for (hostage, prisoner) in [("-9", "1.5"), ("-3", "0.5"), ("-7", "1.1"), ("-4.5", "1.2")] {
        let between = forecast(&worths(hostage, prisoner)).forecast.losses[0];
        assert!(least.mean <= between.mean && between.mean <= most.mean);
        assert!(least.low <= between.low && between.high <= most.high);
    }
    let (least, most) = ranges.forecast.losses_by_worths[1];
    assert!(near(least, ranges.forecast.losses[1]) && near(most, ranges.forecast.losses[1]));
    assert!(kindest.forecast.losses_by_worths.is_empty());
}

#[test]
fn no_bound_of_losses_is_claimed_where_worths_drive_breaches() {
    let text = worths("\"-9 to -3\"", "1.5").replace("forecast:", "forecast:\n  temptation: 1");
    assert!(forecast(&text).forecast.losses_by_worths.is_empty());
}

#[test]
fn days_that_are_made_up_bring_the_end_forward_and_change_no_chance_of_it() {
    let without = PHASES.replace("slack: 14", "slack: 0");
    assert_ne!(without, PHASES);
    let (with, without) = (forecast(PHASES).forecast, forecast(&without).forecast);
    assert!((with.complete.band.mean - without.complete.band.mean).abs() < 1e-12);
    assert!(with.days[0].done.band.mean > without.days[0].done.band.mean);
}

#[test]
fn more_days_than_lie_between_two_stages_cannot_be_made_up() {
    let text = NOVEMBER.replace("First day: {", "Third day: { slack: 2, ");
    let said = plan::read(text.as_bytes()).unwrap_err().to_string();
    assert!(
        said.contains(
            "(forecast › stages › Third day › slack): before the stage “Third day” 2 days"
        ) && said.contains("1 lies between it and the stage before; write 1 or less"),
        "{said}"
    );
}

/// Days of delay cannot be made up twice because a stage in between has no day.
#[test]
fn more_days_than_lie_between_two_dated_stages_cannot_be_made_up_by_all_in_between() {
    let slack = |days: u32| {
        let text = NOVEMBER.replace("    on: 2023-11-25\n", "");
        let text = text.replace("    on: 2023-11-26\n", "");
        let given = format!("forecast:\n  slack: {days}");
        plan::read(text.replace("forecast:", &given).as_bytes())
    };
    assert!(slack(1).is_ok());
    let said = slack(2).unwrap_err().to_string();
    assert!(
        said.contains(
            "(forecast › slack): after the stage “First day” and up to the stage “Fourth day”"
        ) && said.contains("6 days of delay are to be made up in all, and 3 lie between these two; let their `slack` come to 3 or less together"),
        "{said}"
    );
}

#[test]
fn a_party_alone_is_tempted_in_its_own_part_of_a_breach() {
    let text = NOVEMBER.replace("forecast:", "forecast:\n  temptation: 2");
    let plan = read(&text);
    let party = plan.party_of("H").unwrap();
    let own = forecast_for(&plan, party, &Unwatched).unwrap();
    assert_eq!((own.parties.len(), own.others), (1, 1));
    assert_eq!(forecast(&text).others, 0);
    // By hand: as if the other party stood at nought whatever happens.
    let indifferent = text
        .replace("I: 6 }", "I: 0 }")
        .replace("I: -1, ", "I: 0, ")
        .replace("I: -10, ", "I: 0, ");
    let other = read(&indifferent);
    let other = forecast_for(&other, other.party_of("H").unwrap(), &Unwatched).unwrap();
    assert_eq!(own.forecast, other.forecast);
}

#[test]
fn a_plan_of_too_many_stages_is_refused_before_anything_is_reckoned() {
    let (head, tail) = NOVEMBER.split_once("stages:\n").unwrap();
    let rest = tail.split_once("\nforecast:").unwrap().1;
    let stage =
        |at: u32| format!("  - stage: s{at}\n    steps:\n      - {{ give: {{ pause-day: 1 }} }}\n");
    let stages: Vec<String> = (0..1_001).map(stage).collect();
    let text = format!("{head}stages:\n{}\nforecast:{rest}", stages.concat());
    let plan = read(&text.replace("    First day: { on-time: 0.5 to 0.8 }", "    s1: {}"));
    let refused = forecast_of(&plan, &Unwatched).unwrap_err();
    assert!(matches!(
        refused,
        ForecastError::TooMany { what: "stages", .. }
    ));
}

#[test]
fn the_greatest_exposure_is_told_over_the_ranges_of_worths() {
    let ranges = forecast(&worths("\"-9 to -3\"", "0.5 to 1.5"));
    let kindest = forecast(&worths("-3", "1.5"));
    let hardest = forecast(&worths("-9", "0.5"));
    let told = ranges.parties[0].most_exposed;
    assert_eq!(told.low, kindest.parties[0].most_exposed.mid);
    assert_eq!(told.high, hardest.parties[0].most_exposed.mid);
    assert!(told.low < told.mid && told.mid < told.high);
    assert!(ranges.parties[0].gains_in_ranges && !ranges.parties[1].gains_in_ranges);
    assert!(ranges.parties[1].most_exposed.is_exact());
}

/// A stage without its day takes no date from any other: all is done so many days after the last stage.
#[test]
fn dates_are_kept_where_a_stage_in_between_has_no_day() {
    let whole = forecast(NOVEMBER);
    let without = forecast(&NOVEMBER.replace("    on: 2023-11-25\n", ""));
    assert_eq!(without.undated, ["Second day"]);
    assert_eq!(without.counting, Counting::Dates);
    assert_eq!(without.forecast, whole.forecast);
    assert_eq!(without.date(3), whole.date(3));
    let without_first = forecast(&NOVEMBER.replace("    on: 2023-11-24\n", ""));
    let end = |report: &Report| report.date(report.forecast.planned_end);
    assert_eq!(end(&without_first), end(&whole));
}

#[test]
fn days_are_counted_from_the_start_where_the_last_stage_has_none() {
    let report = forecast(&NOVEMBER.replace("    on: 2023-11-27\n", ""));
    assert_eq!(report.undated, ["Fourth day"]);
    assert_eq!(report.counting, Counting::FromTheStart);
    assert_eq!(report.date(3), None);
    assert_eq!(report.forecast.planned_end, 3);
    assert_eq!(report.first_day.unwrap().to_string(), "2023-11-24");
    // What lies between two stages that have days is known all the same.
    let text = PHASES
        .replace("    on: 2026-04-26\n", "")
        .replace("slack: 14", "slack: 43");
    let said = plan::read(text.as_bytes()).unwrap_err().to_string();
    assert!(said.contains("and 42 lie between"), "{said}");
}

/// A plan whose days run backwards is forecast as if each stage waited for those before it, and that is said.
#[test]
fn a_day_before_that_of_an_earlier_stage_is_told() {
    assert!(forecast(NOVEMBER).backwards.is_empty());
    // Before the first day, and after it but before the one in between.
    for day in ["2023-11-01", "2023-11-24"] {
        let text = NOVEMBER.replace("on: 2023-11-26", &format!("on: {day}"));
        let report = forecast(&text);
        assert_eq!(report.backwards, ["Third day"], "{day}");
        let as_second = forecast(&NOVEMBER.replace("on: 2023-11-26", "on: 2023-11-25"));
        assert_eq!(report.forecast, as_second.forecast);
    }
    let text = NOVEMBER.replace("on: 2023-11-27", "on: 2023-11-20");
    let report = forecast(&text);
    assert_eq!(report.forecast.planned_end, 2);
}

/// Days that are made up before the first day that is said, or after the last, are held against nothing.
#[test]
fn days_made_up_where_no_day_is_said_are_told_as_unchecked() {
    let slack = NOVEMBER.replace("forecast:", "forecast:\n  slack: 1");
    assert!(forecast(&slack).slack_unchecked.is_empty());
    let without = |day: &str| forecast(&slack.replace(&format!("    on: {day}\n"), ""));
    assert_eq!(without("2023-11-24").slack_unchecked, ["Second day"]);
    assert!(without("2023-11-25").slack_unchecked.is_empty());
    assert_eq!(without("2023-11-27").slack_unchecked, ["Fourth day"]);
    // Where nothing is made up there is nothing to see.
    let none = forecast(&NOVEMBER.replace("    on: 2023-11-27\n", ""));
    assert!(none.slack_unchecked.is_empty());
    let days = slack.lines().filter(|line| !line.starts_with("    on: "));
    let report = forecast(&days.fold(String::new(), |all, line| all + line + "\n"));
    assert_eq!(report.slack_unchecked.len(), 3);
}

#[test]
fn a_stage_in_another_age_is_refused_by_what_is_written_of_it() {
    let text = NOVEMBER.replace("on: 2023-11-27", "on: 9026-11-27");
    let said = forecast_of(&read(&text), &Unwatched)
        .unwrap_err()
        .to_string();
    assert!(
        said.contains("`Fourth day`") && said.contains("(`on`)"),
        "{said}"
    );
    assert!(
        said.contains("2557796 days") && said.contains("36600"),
        "{said}"
    );
    let far = NOVEMBER.replace("on: 2023-11-27", "on: 2123-11-24");
    assert!(forecast_of(&read(&far), &Unwatched).is_ok());
}
