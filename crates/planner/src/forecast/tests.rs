//! What is said of guesses and of ranges; beside it, how it is reckoned and how it is stopped.

mod reckoned;
mod stopped;

use super::*;
use crate::{document, range::Range, watch::Unwatched};

fn setting(stages: usize, slack: &[u32]) -> Setting {
    let number = |index: usize| u32::try_from(index).unwrap();
    let parties = ["A", "B"].map(|name| Party {
        name: name.to_owned(),
        gain: 100,
    });
    let stage = |index: usize| Stage {
        name: format!("stage {}", index + 1),
        day: number(index) * 2,
        slack: slack.get(index).copied().unwrap_or(0),
        stakes: vec![
            Stake {
                exposure: 10 * i64::from(number(index)),
                range: None,
                walk_away: 5,
            },
            Stake {
                exposure: 7,
                range: None,
                walk_away: -20,
            },
        ],
        items: Vec::new(),
    };
    Setting::new(parties.into(), (0..stages).map(stage).collect()).unwrap()
}

fn section(text: &str) -> Section {
    document::read(text.as_bytes()).unwrap()
}

const RANGES: &str = "
on-time: 0.6 to 0.9
breach: 0.01 to 0.04
resume: 0.3 to 0.6
give-up-after: 5 to 10
silence: {chance: 0.1 to 0.3, resume: 0.1 to 0.2, give-up-after: 4}
stages:
  stage 3: {on-time: 0.4 to 0.6}
";

fn told(text: &str, setting: &Setting) -> Forecast {
    let guesses = Guesses::read(&section(text), setting).unwrap();
    forecast(setting, &guesses, &Unwatched)
}

#[test]
fn ranges_stay_within_the_bounds_that_their_ends_prove() {
    let found = told(RANGES, &setting(5, &[]));
    let (worst, best) = found.complete.bounds.unwrap();
    let band = found.complete.band;
    assert!(worst < band.low && band.low < band.middle);
    assert!(band.middle < band.high && band.high < best);
    assert!(found.days.iter().all(|day| {
        let (least, most) = day.done.bounds.unwrap();
        least <= day.done.band.low && day.done.band.high <= most
    }));
    let upward = |pair: &[DayOutlook]| pair[0].done.band.middle <= pair[1].done.band.middle;
    assert!(found.days.windows(2).all(upward));
    assert_eq!(found.likeliest.unwrap().stage, 2);
    assert_eq!(found.dots.len(), 20);
}

#[test]
fn the_same_seed_gives_the_same_forecast_on_any_number_of_threads() {
    let setting = setting(5, &[]);
    let text = format!("{RANGES}history: {{retaliation: 0.2, paths: 100}}\ndraws: 300\n");
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| told(&text, &setting))
    };
    let one = on(1);
    assert_eq!(one, on(3));
    assert_ne!(one, told(&format!("{text}seed: 1\n"), &setting));
    assert!(matches!(one.method, Method::Simulated { paths: 100, .. }));
    assert_eq!(one.complete.bounds, None);
}

#[test]
fn guesses_without_ranges_are_reckoned_once() {
    let text = "{on-time: 0.8, breach: 0.1, resume: 0.5, give-up-after: 2}";
    let found = told(text, &setting(1, &[]));
    assert_eq!((found.draws, found.ranges), (1, 0));
    // 0.8 + 0.2 * (0.45 + 0.45 * 0.45), by hand.
    assert!((found.complete.band.mean - 0.930_5).abs() < 1e-12);
    let stage = &found.stages[0];
    assert_eq!(stage.main, Some(Reason::Delay));
    let of = |reason| {
        stage
            .reasons
            .iter()
            .find(|(r, _)| *r == reason)
            .unwrap()
            .1
            .mean
    };
    assert!((of(Reason::Breach) - 0.2 * (0.1 + 0.45 * 0.1)).abs() < 1e-12);
    assert!((of(Reason::Delay) - 0.2 * 0.45 * 0.45).abs() < 1e-12);
    assert!((found.losses[1].mean - 7.0 * (1.0 - 0.930_5)).abs() < 1e-9);
}

#[test]
fn a_gain_from_walking_away_drives_breaches_and_a_loss_holds_them_back() {
    let plain = "{on-time: 0.5, breach: 0.1, resume: 0.4, give-up-after: 9}";
    let with = |power: &str| {
        format!("{{on-time: 0.5, breach: 0.1, resume: 0.4, give-up-after: 9, temptation: {power}}}")
    };
    let one = |walk_away| {
        let party = Party {
            name: "A".to_owned(),
            gain: 100,
        };
        let stage = Stage {
            name: "only".to_owned(),
            day: 0,
            slack: 0,
            stakes: vec![Stake {
                exposure: 0,
                range: None,
                walk_away,
            }],
            items: Vec::new(),
        };
        Setting::new(vec![party], vec![stage]).unwrap()
    };
    let complete = |text: &str, walk_away| told(text, &one(walk_away)).complete.band.mean;
    assert!(complete(&with("2"), 50) < complete(plain, 50));
    assert!(complete(&with("2"), -50) > complete(plain, -50));
    assert!((complete(&with("0"), 50) - complete(plain, 50)).abs() < 1e-12);
    // With one party it is the formula itself: 0.1 * e^(2 * 50 / 100).
    let by_hand = "{on-time: 0.5, breach: 0.271828, resume: 0.4, give-up-after: 9}";
    assert!((complete(&with("2"), 50) - complete(by_hand, 50)).abs() < 1e-6);
}

#[test]
fn what_cannot_be_a_guess_is_refused_with_its_place() {
    let refused = |text: &str| {
        let refused = Guesses::read(&section(text), &setting(2, &[])).unwrap_err();
        refused.to_string()
    };
    let base = "on-time: 0.8\nbreach: 0.1\nresume: 0.5\ngive-up-after: 2\n";
    for (text, said) in [
        (
            "on-time: 80\nbreach: 0.1\nresume: 0.5\ngive-up-after: 2\n".to_owned(),
            "`on-time` is 80",
        ),
        (
            format!("{base}stages: {{stage 2: {{breach: -1 to 0.5}}}}\n"),
            "`breach` of the stage `stage 2` is -1 to 0.5",
        ),
        (
            format!("{base}stages: {{stage 9: {{breach: 0}}}}\n"),
            "Its stages are: stage 1, stage 2",
        ),
        (format!("{base}draws: 3\n"), "`draws` is 3"),
        (format!("{base}temptation: -1\n"), "`temptation` is -1"),
        (
            "on-time: 0.8\nbreach: 0.1\nresume: 0.5\ngive-up-after: 2.5\n".to_owned(),
            "no number of days",
        ),
    ] {
        let found = refused(&text);
        assert!(found.contains(said), "{found}");
    }
    let none = Setting::new(Vec::new(), Vec::new()).unwrap_err();
    assert_eq!(none, ForecastError::NoStage);
    assert!(Range::parse("0.5").is_some());
}

/// What would take for ever is refused before it begins.
#[test]
fn more_work_than_is_done_is_refused() {
    let long = setting(1_000, &[]);
    let guesses = "{on-time: 0.8, breach: 0, resume: 0.1, give-up-after: 3660}";
    let refused = Guesses::read(&section(guesses), &long).unwrap_err();
    assert!(
        matches!(refused, ForecastError::TooLong { .. }),
        "{refused}"
    );
    // Few steps for one set, and more days than are kept of ten thousand.
    let days =
        "{on-time: 0.5, breach: 0, resume: 0.0005 to 0.001, give-up-after: 3660, draws: 10000}";
    let refused = Guesses::read(&section(days), &setting(70, &[])).unwrap_err();
    let told = "10000 sets of guesses, each with up to 256201 days";
    assert!(refused.to_string().contains(told), "{refused}");
    let history = "{on-time: 0.5 to 1, breach: 0, resume: 0.1, give-up-after: 9, draws: 10000, history: {paths: 100000}}";
    let refused = Guesses::read(&section(history), &long).unwrap_err();
    assert!(refused.to_string().contains("fewer `paths`"), "{refused}");
}
