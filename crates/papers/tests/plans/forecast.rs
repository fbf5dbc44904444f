//! The report of a forecast.

use papers::{
    Language,
    plan::forecast::{html, json, text},
};
use planner::{
    forecast::{FORMAT, Report, forecast_for, forecast_of},
    plan::{self, Plan},
    watch::Unwatched,
};
use proptest::prelude::*;

use crate::{markup, shown, stands_alone};

const NOVEMBER: &str = include_str!("../../../../cases/plans/november-2023.yaml");

fn read(text: &str) -> Plan {
    plan::read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

fn forecast(plan: &Plan) -> Report {
    forecast_of(plan, &Unwatched).unwrap()
}

/// The plan with other guesses.
fn guessing(guesses: &str) -> Plan {
    let (plan, _) = NOVEMBER.split_once("# Invented guesses").unwrap();
    read(&format!("{plan}forecast: {guesses}\n"))
}

#[test]
fn the_published_terms_in_both_languages() {
    let report = forecast(&read(NOVEMBER));
    insta::assert_snapshot!("forecast_en", shown(&html(&report, Language::English)));
    insta::assert_snapshot!("forecast_ar", shown(&html(&report, Language::Arabic)));
    insta::assert_snapshot!("forecast_text", text(&report, Language::English));
    insta::assert_snapshot!("forecast_text_ar", text(&report, Language::Arabic));
    crate::speaks_arabic(&text(&report, Language::Arabic));
}

#[test]
fn every_way_of_guessing_is_told() {
    let sure = guessing(
        "{ on-time: 1, breach: 0, resume: 1, give-up-after: 1, undeliverable: { replaced: 1 } }",
    );
    insta::assert_snapshot!("forecast_sure", text(&forecast(&sure), Language::English));
    let looks_back = guessing(
        "{ on-time: 0.9, breach: 0.02, resume: 0.5, give-up-after: 7, temptation: 1, \
         history: { trust-lost-per-late-day: 0.1, trust-regained-per-stage: 0.2, retaliation: 0.3, paths: 1000 } }",
    );
    insta::assert_snapshot!(
        "forecast_history",
        text(&forecast(&looks_back), Language::English)
    );
    let hopeless = guessing("{ on-time: 0 to 0.1, breach: 0.3, resume: 0.1, give-up-after: 2 }");
    insta::assert_snapshot!(
        "forecast_hopeless",
        text(&forecast(&hopeless), Language::English)
    );
}

/// A report for one party says that it knows nothing of what would drive the other, where gains drive a
/// breach, and says nothing of it where they do not.
#[test]
fn whose_points_are_not_known_is_told_where_it_changes_the_chances() {
    let said = |guesses: &str, language| {
        let plan = guessing(guesses);
        text(
            &forecast_for(&plan, plan::PartyId(0), &Unwatched).unwrap(),
            language,
        )
    };
    let driven = "{ on-time: 0.9, breach: 0.02, resume: 0.5, give-up-after: 7, temptation: 1 }";
    let not_driven = "{ on-time: 0.9, breach: 0.02, resume: 0.5, give-up-after: 7 }";
    let told = "One more party gives something and its points are not known here";
    assert!(said(driven, Language::English).contains(told));
    assert!(!said(not_driven, Language::English).contains(told));
    assert!(said(driven, Language::Arabic).contains("ثمة طرف آخر يعطي شيئاً"));
    crate::speaks_arabic(&said(driven, Language::Arabic));
}

/// The plan with ranges of worths for the one side, which then may be exposed or not, and for the other.
fn unsure_of_worths() -> Plan {
    let guesses = "{ on-time: 0.7 to 0.9, breach: 0.02, resume: 0.5, give-up-after: 7 }";
    let (plan, _) = NOVEMBER.split_once("# Invented guesses").unwrap();
    let plan = plan.replace("worth: { H: -3, I: 6 }", "worth: { H: -3, I: \"4 to 8\" }");
    assert!(plan.contains("4 to 8"));
    read(&format!("{plan}forecast: {guesses}\n"))
}

#[test]
fn losses_are_told_wherever_worths_lie_in_their_ranges() {
    let report = forecast(&unsure_of_worths());
    assert_eq!(report.forecast.losses_by_worths.len(), 2);
    for (name, language) in [("en", Language::English), ("ar", Language::Arabic)] {
        let page = shown(&html(&report, language));
        let (_, from) = page
            .split_once("<section class=\"sec\" aria-labelledby=\"costs\">")
            .unwrap();
        let costs = from.split("</section>").next().unwrap();
        let told = text(&report, language);
        insta::assert_snapshot!(
            format!("forecast_worths_{name}"),
            format!("{told}\n{costs}")
        );
    }
    crate::speaks_arabic(&text(&report, Language::Arabic));
    // Where every worth is one number there is nothing more to tell.
    let sure = forecast(&guessing(
        "{ on-time: 0.7 to 0.9, breach: 0.02, resume: 0.5, give-up-after: 7 }",
    ));
    assert!(sure.forecast.losses_by_worths.is_empty());
    assert!(!text(&sure, Language::English).contains("was given in ranges"));
}

/// What is told of ranges of worths where gains from stopping drive breaches, so that chances rest on worths.
#[test]
fn what_rests_on_the_middle_of_ranges_says_so() {
    let with = |guesses: &str| {
        let plan = NOVEMBER.replace("deliverable: 0.9 to 0.98", "deliverable: 0.95");
        let (plan, _) = plan.split_once("# Invented guesses").unwrap();
        let plan = plan.replace("worth: { H: -3, I: 6 }", "worth: { H: -3, I: \"4 to 8\" }");
        forecast(&read(&format!("{plan}forecast: {guesses}\n")))
    };
    let driven =
        with("{ on-time: 0.9, breach: 0.02, resume: 0.5, give-up-after: 7, temptation: 1 }");
    let told = text(&driven, Language::English);
    assert!(
        told.contains("if everything is worth to it the middle of its range"),
        "{told}"
    );
    assert!(
        told.contains("with the middle of every range of points"),
        "{told}"
    );
    assert!(
        told.contains("and from the middle of every range of points"),
        "{told}"
    );
    assert!(
        !told.contains("all of this follows from them exactly"),
        "{told}"
    );
    crate::speaks_arabic(&text(&driven, Language::Arabic));
    let plain = with("{ on-time: 0.9, breach: 0.02, resume: 0.5, give-up-after: 7 }");
    let told = text(&plain, Language::English);
    assert!(
        told.contains("What things are worth is known in ranges only"),
        "{told}"
    );
    assert!(!told.contains("middle"), "{told}");
    crate::speaks_arabic(&text(&plain, Language::Arabic));
}

#[test]
fn a_stage_without_its_day_is_named() {
    let told = |removed: &[&str], language| {
        let plan = removed.iter().fold(NOVEMBER.to_owned(), |plan, day| {
            plan.replace(&format!("    on: {day}\n"), "")
        });
        let report = forecast(&read(&plan));
        stands_alone(&html(&report, language));
        text(&report, language)
    };
    let all = ["2023-11-24", "2023-11-25", "2023-11-26", "2023-11-27"];
    let one = told(&all[1..2], Language::English);
    assert!(
        one.contains("The stage Second day has no day in the plan. The dates"),
        "{one}"
    );
    assert!(one.contains("done on 2023-11-28"), "{one}");
    let last = told(&all[2..], Language::English);
    assert!(
        last.contains("The stages Third day and Fourth day have no day"),
        "{last}"
    );
    assert!(last.contains("day 1 is 2023-11-24"), "{last}");
    assert!(last.contains("Done by day 4, as planned"), "{last}");
    let none = told(&all, Language::English);
    assert!(
        none.contains("The stages have no days in the plan"),
        "{none}"
    );
    for removed in [&all[1..2], &all[2..], &all] {
        crate::speaks_arabic(&told(removed, Language::Arabic));
    }
}

/// Stopped after so many looks.
struct Stopping(std::sync::atomic::AtomicU64);

impl planner::watch::Watch for Stopping {
    fn at(&self, _: planner::watch::Stage, _: u64, _: u64) -> Result<(), planner::watch::Stopped> {
        let before = self.0.fetch_update(
            std::sync::atomic::Ordering::Relaxed,
            std::sync::atomic::Ordering::Relaxed,
            |left| left.checked_sub(1),
        );
        before.map(drop).map_err(|_| planner::watch::Stopped)
    }
}

#[test]
fn work_that_was_stopped_says_so_first() {
    let stopped = |plan: &Plan, looks| {
        let watch = Stopping(std::sync::atomic::AtomicU64::new(looks));
        forecast_of(plan, &watch).unwrap()
    };
    let sets = stopped(&read(NOVEMBER), 0);
    let said = text(&sets, Language::English);
    let first = said.lines().nth(2).unwrap();
    let told = "This was stopped before its end: 64 of 2,000 sets of guesses had been gone through";
    assert!(first.starts_with(told), "{said}");
    let told = "This was stopped when 64 of 2,000 sets of guesses had been drawn";
    assert!(said.contains(told), "{said}");
    let simulated = guessing(
        "{ on-time: 0.9, breach: 0.02, resume: 0.5, give-up-after: 7, history: { retaliation: 0.3 } }",
    );
    let simulated = stopped(&simulated, 0);
    let said = text(&simulated, Language::English);
    let told =
        "This was stopped before its end: 100 of 2,000,000 courses of events had been simulated";
    assert!(said.contains(told), "{said}");
    assert!(said.contains("with a standard error of"), "{said}");
    assert!(
        said.contains("They belong to one of 2,000 sets of guesses."),
        "{said}"
    );
    for report in [&sets, &simulated] {
        crate::speaks_arabic(&text(report, Language::Arabic));
        assert!(html(report, Language::English).contains("This was stopped before its end"));
        assert!(json(report).unwrap().contains("\"unfinished\""));
    }
}

/// What no simulated course did is not told as what cannot be, nor without a doubt.
#[test]
fn what_simulated_courses_did_not_do_is_told_as_that() {
    let plan = guessing(
        "{ on-time: 0.999, breach: 0.01, resume: 0.5, give-up-after: 9, history: { retaliation: 0.5, paths: 100000 } }",
    );
    let plan_of_classes_that_can_be_delivered = {
        let mut plan = plan;
        for class in &mut plan.classes {
            class.deliverable = None;
        }
        plan
    };
    let watch = Stopping(std::sync::atomic::AtomicU64::new(0));
    let report = forecast_of(&plan_of_classes_that_can_be_delivered, &watch).unwrap();
    let said = text(&report, Language::English);
    for told in [
        "In none of 100 simulated courses of events did it stop.",
        "more than 9 in 10 reach the end",
        "All 100 simulated courses reach the end, so no standard error can be told",
        "100 of 100,000 before this was stopped",
        "First day: 10 in 10 reach it; no simulated course stopped there.",
    ] {
        assert!(said.contains(told), "{told}: {said}");
    }
    for claimed in ["cannot stop", "0.00%", "none stop there"] {
        assert!(!said.contains(claimed), "{claimed}: {said}");
    }
    crate::speaks_arabic(&text(&report, Language::Arabic));
    for language in Language::ALL {
        stands_alone(&html(&report, language));
    }
    assert!(json(&report).unwrap().contains("\"standard-error\": null"));
    let hopeless = guessing(
        "{ on-time: 0, breach: 0, resume: 0, give-up-after: 2, history: { retaliation: 0.5, paths: 1000 } }",
    );
    let said = text(&forecast(&hopeless), Language::English);
    let told = "simulated courses reach the end, so no standard error";
    assert!(said.contains("None of") && said.contains(told), "{said}");
    assert!(!said.contains("none in 10"), "{said}");
}

#[test]
fn every_report_is_well_formed_and_asks_nobody() {
    let plans = [
        read(NOVEMBER),
        guessing("{ on-time: 0.9, breach: 0.02, resume: 0.5, give-up-after: 0 }"),
        guessing("{ on-time: 0 to 1, breach: 0 to 1, resume: 0 to 1, give-up-after: 0 to 60 }"),
    ];
    for plan in plans {
        let report = forecast(&plan);
        for language in Language::ALL {
            stands_alone(&html(&report, language));
        }
        let json = json(&report).unwrap();
        let read: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(read["format"], FORMAT);
    }
}

#[test]
fn the_report_for_one_party_is_the_same_whatever_the_other_values() {
    let with = |plan: &str| {
        read(&plan.replace(
            "  resume: 0.5 to 0.8\n",
            "  resume: 0.5 to 0.8\n  temptation: 0.5 to 2\n",
        ))
    };
    let plan = with(NOVEMBER);
    let other = with(&NOVEMBER.replace("worth: { H: -3, I: 6 }", "worth: { H: -3, I: 60 }"));
    assert_ne!(
        json(&forecast(&plan)).unwrap(),
        json(&forecast(&other)).unwrap()
    );
    let party = plan.party_of("H").unwrap();
    let [one, two] = [&plan, &other].map(|plan| forecast_for(plan, party, &Unwatched).unwrap());
    for language in Language::ALL {
        assert_eq!(html(&one, language), html(&two, language));
    }
    assert_eq!(text(&one, Language::English), text(&two, Language::English));
    assert_eq!(json(&one).unwrap(), json(&two).unwrap());
    assert!(!json(&one).unwrap().contains("Israel"));
    let said = text(&one, Language::English);
    let for_whom = said.lines().nth(1).unwrap_or_default();
    let name = &plan.parties[party.0].name;
    assert!(
        for_whom.starts_with("Forecast of a plan, for") && for_whom.contains(name.as_str()),
        "{said}"
    );
}

/// Days that run backwards, and days made up where nothing says how many there are.
#[test]
fn days_that_do_not_fit_are_told() {
    let backwards = |days: &[&str]| {
        let days = days.iter().fold(NOVEMBER.to_owned(), |text, day| {
            text.replace(&format!("on: 2023-11-{day}"), "on: 2023-11-20")
        });
        read(&days)
    };
    let slack = NOVEMBER.replace("forecast:", "forecast:\n  slack: 1");
    let unchecked = |days: &[&str]| {
        let days = days.iter().fold(slack.clone(), |text, day| {
            text.replace(&format!("    on: 2023-11-{day}\n"), "")
        });
        read(&days)
    };
    let said = |plan: &Plan, language| {
        let about = match language {
            Language::English => ["an earlier stage", "are made up"],
            Language::Arabic => ["مرحلة سابقة", "تُستدرك"],
        };
        let told = text(&forecast(plan), language);
        let mut lines = told
            .lines()
            .filter(|line| about.iter().any(|it| line.contains(it)));
        lines.next().unwrap_or_default().to_owned()
    };
    assert_eq!(said(&read(NOVEMBER), Language::English), "");
    for language in Language::ALL {
        let all = [
            said(&backwards(&["26"]), language),
            said(&backwards(&["26", "27"]), language),
            said(&unchecked(&["27"]), language),
            said(&unchecked(&["26", "27"]), language),
        ];
        insta::assert_snapshot!(
            format!("forecast_days_{language:?}").to_lowercase(),
            all.join("\n\n")
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_a_plan_says_is_data(said in "[a-z<>&\"'\u{202E}\u{200F}\u{7}{}$]{1,12}") {
        let mut plan = guessing("{ on-time: 0.9, breach: 0.02, resume: 0.5, give-up-after: 7 }");
        let plain = markup::read(&html(&forecast(&plan), Language::English));
        plan.title.clone_from(&said);
        for party in &mut plan.parties {
            party.name.clone_from(&said);
        }
        for stage in &mut plan.stages {
            stage.name.clone_from(&said);
        }
        let report = forecast(&plan);
        let page = html(&report, Language::English);
        let poisoned = markup::read(&page);
        prop_assert_eq!(poisoned.count("p"), plain.count("p"));
        prop_assert_eq!(poisoned.count("tr"), plain.count("tr"));
        let steers = page.contains('\u{202E}') || page.contains('\u{7}');
        prop_assert!(!steers);
        let text = text(&report, Language::English);
        let steers = text.chars().any(|c| c.is_control() && c != '\n');
        prop_assert!(!steers);
    }
}
