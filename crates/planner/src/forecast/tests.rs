//! The exact reckoning against courses counted one by one, and against simulation.

use proptest::prelude::*;

use super::{
    exact::{Course, Room, course},
    items::Delivery,
    law::{Lateness, Law},
    random::Draws,
    simulate::{Memory, simulated},
    *,
};
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

fn exactly(setting: &Setting, laws: &[Law]) -> Course {
    let mut made = Course::default();
    course(setting, laws, &mut Room::default(), &mut made);
    made
}

fn a_law() -> impl Strategy<Value = Law> {
    let chance = || 0.0..=1.0;
    let delivery = (chance(), chance()).prop_map(|(missing, replaced): (f64, f64)| Delivery {
        missing,
        replaced: (1.0 - missing) * replaced,
        clean: (1.0 - missing) * (1.0 - replaced),
    });
    let days = 0_usize..5;
    (
        delivery,
        chance(),
        chance(),
        chance(),
        (chance(), days.clone()),
        (chance(), days),
        0_usize..3,
    )
        .prop_map(
            |(delivery, on_time, silence, breach, open, silent, replacing_days)| Law {
                delivery,
                replacing_days,
                on_time,
                silence,
                open: Lateness {
                    breach,
                    resume: open.0,
                    days: open.1,
                },
                silent: Lateness {
                    breach,
                    resume: silent.0,
                    days: silent.1,
                },
            },
        )
}

/// All courses of events, day by day, with what stops each: no convolution, no geometric sums.
fn one_by_one(setting: &Setting, laws: &[Law]) -> Course {
    let mut made = Course {
        done: vec![0.0; 64],
        stops: vec![[0.0; 4]; laws.len()],
    };
    go(setting, laws, 0, 0, 1.0, &mut made);
    made
}

fn go(setting: &Setting, laws: &[Law], at: usize, delay: usize, chance: f64, made: &mut Course) {
    if chance == 0.0 {
        return;
    }
    let Some(law) = laws.get(at) else {
        made.done[delay] += chance;
        return;
    };
    let delay = delay.saturating_sub(setting.stages()[at].slack as usize);
    made.stops[at][Reason::Undeliverable as usize] += chance * law.delivery.missing;
    for (part, more) in [
        (law.delivery.clean, 0),
        (law.delivery.replaced, law.replacing_days),
    ] {
        let chance = chance * part;
        go(
            setting,
            laws,
            at + 1,
            delay + more,
            chance * law.on_time,
            made,
        );
        for (weight, lateness, give_up) in [
            (1.0 - law.silence, law.open, Reason::Delay),
            (law.silence, law.silent, Reason::Silence),
        ] {
            let mut still = chance * (1.0 - law.on_time) * weight;
            for day in 1..=lateness.days {
                made.stops[at][Reason::Breach as usize] += still * lateness.breach;
                still *= 1.0 - lateness.breach;
                go(
                    setting,
                    laws,
                    at + 1,
                    delay + more + day,
                    still * lateness.resume,
                    made,
                );
                still *= 1.0 - lateness.resume;
            }
            made.stops[at][give_up as usize] += still;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn convolution_equals_every_course_of_events_counted(
        laws in prop::collection::vec(a_law(), 1..4),
        slack in prop::collection::vec(0_u32..3, 3),
    ) {
        let setting = setting(laws.len(), &slack);
        let (found, model) = (exactly(&setting, &laws), one_by_one(&setting, &laws));
        let length = found.done.len().max(model.done.len());
        let at = |done: &[f64], d: usize| done.get(d).copied().unwrap_or(0.0);
        for d in 0..length {
            prop_assert!((at(&found.done, d) - at(&model.done, d)).abs() < 1e-12);
        }
        for (a, b) in found.stops.iter().flatten().zip(model.stops.iter().flatten()) {
            prop_assert!((a - b).abs() < 1e-12, "{:?} {:?}", found.stops, model.stops);
        }
    }

    #[test]
    fn whatever_happens_it_is_done_or_it_stops(laws in prop::collection::vec(a_law(), 1..12)) {
        let found = exactly(&setting(laws.len(), &[]), &laws);
        let stops: f64 = found.stops.iter().flatten().sum();
        prop_assert!((found.complete() + stops - 1.0).abs() < 1e-12);
        prop_assert!(found.done.iter().all(|chance| *chance >= 0.0));
    }
}

/// Each share within four standard errors; and most differ, since what never differs is no
/// simulation.
#[test]
fn exact_and_simulation_agree_within_four_standard_errors() {
    let mut draws = Draws::new(2, 7);
    let paths = 40_000;
    let mut differing = 0;
    for _ in 0..25 {
        let laws: Vec<Law> = (0..6).map(|_| tame(&mut draws)).collect();
        let setting = setting(laws.len(), &[0, 1, 0, 2, 0, 0]);
        let exact = exactly(&setting, &laws);
        let found = simulated(&setting, &laws, Memory::default(), paths, &mut draws);
        let pairs = exact
            .stops
            .iter()
            .flatten()
            .zip(found.stops.iter().flatten());
        let whole = [(exact.complete(), found.complete())];
        for (p, share) in pairs.map(|(p, share)| (*p, *share)).chain(whole) {
            // Of what hardly ever happens the share is no normal number, and errors say nothing.
            if p * f64::from(paths) < 20.0 {
                continue;
            }
            let error = (p * (1.0 - p) / f64::from(paths)).sqrt();
            let apart = (p - share).abs();
            assert!(apart <= 4.0 * error + 1e-9, "{p} {share}");
            differing += u32::from(apart > 0.1 * error);
        }
    }
    assert!(differing > 200, "{differing}");
}

fn tame(draws: &mut Draws) -> Law {
    let missing = 0.05 * draws.uniform();
    let replaced = 0.1 * draws.uniform();
    let breach = 0.05 * draws.uniform();
    let mut lateness = |days| Lateness {
        breach,
        resume: 0.2 + 0.6 * draws.uniform(),
        days,
    };
    let (open, silent) = (lateness(7), lateness(4));
    Law {
        delivery: Delivery {
            missing,
            replaced,
            clean: 1.0 - missing - replaced,
        },
        replacing_days: 2,
        on_time: 0.6 + 0.4 * draws.uniform(),
        silence: 0.3 * draws.uniform(),
        open,
        silent,
    }
}

/// Delay answered with delay depends on one stage back, so it can also be reckoned exactly, with
/// two states: the simulation must agree.
#[test]
fn retaliation_agrees_with_two_states_within_four_standard_errors() {
    let mut draws = Draws::new(5, 1);
    let laws: Vec<Law> = (0..6).map(|_| tame(&mut draws)).collect();
    let setting = setting(laws.len(), &[]);
    let memory = Memory {
        retaliation: 0.7,
        ..Memory::default()
    };
    let (mut free, mut owed) = (1.0, 0.0);
    for law in &laws {
        let there = 1.0 - law.delivery.missing;
        let resumes = |l: Lateness| {
            (0..l.days)
                .fold((0.0, 1.0), |(sum, still), _| {
                    (sum + still * l.resumes(), still * l.stays())
                })
                .0
        };
        let late = (1.0 - law.silence) * resumes(law.open) + law.silence * resumes(law.silent);
        let (plain, answered) = (law.on_time, law.on_time * (1.0 - memory.retaliation));
        let on_time = there * (free * plain + owed * answered);
        let then_late = there * (free * (1.0 - plain) + owed * (1.0 - answered)) * late;
        (free, owed) = (on_time, then_late);
    }
    let complete = free + owed;
    let paths = 100_000;
    let found = simulated(&setting, &laws, memory, paths, &mut draws).complete();
    let error = (complete * (1.0 - complete) / f64::from(paths)).sqrt();
    assert!((complete - found).abs() < 4.0 * error, "{complete} {found}");
    let plain = exactly(&setting, &laws).complete();
    assert!(
        plain - complete > 20.0 * error,
        "the rule must matter for this to be a test"
    );
}

/// The trust that is left, followed by hand along one course that chance cannot change.
#[test]
fn trust_that_is_gone_makes_every_later_stage_late() {
    let late_then_sure = |on_time| Law {
        delivery: Delivery::CERTAIN,
        replacing_days: 0,
        on_time,
        silence: 0.0,
        open: Lateness {
            breach: 0.0,
            resume: 1.0,
            days: 3,
        },
        silent: Lateness {
            breach: 0.0,
            resume: 1.0,
            days: 3,
        },
    };
    let laws = [
        late_then_sure(0.0),
        late_then_sure(1.0),
        late_then_sure(1.0),
    ];
    let setting = setting(3, &[]);
    let mut draws = Draws::new(1, 1);
    let gone = Memory {
        lost: 1.0,
        ..Memory::default()
    };
    assert_eq!(
        simulated(&setting, &laws, gone, 100, &mut draws).done.len(),
        4
    );
    let kept = Memory {
        lost: 0.0,
        ..Memory::default()
    };
    assert_eq!(
        simulated(&setting, &laws, kept, 100, &mut draws).done.len(),
        2
    );
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
    forecast(setting, &guesses, &Unwatched).unwrap()
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

/// Slow enough to be stopped, and stopped.
#[test]
fn whoever_watches_may_stop_it() {
    struct Stops;
    impl crate::watch::Watch for Stops {
        fn at(
            &self,
            _: crate::watch::Stage,
            done: u64,
            _: u64,
        ) -> Result<(), crate::watch::Stopped> {
            if done > 0 {
                Err(crate::watch::Stopped)
            } else {
                Ok(())
            }
        }
    }
    let setting = setting(5, &[]);
    let guesses = Guesses::read(&section(RANGES), &setting).unwrap();
    let stopped = forecast(&setting, &guesses, &Stops);
    assert_eq!(stopped, Err(ForecastError::Stopped(crate::watch::Stopped)));
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
    let history = "{on-time: 0.5 to 1, breach: 0, resume: 0.1, give-up-after: 9, draws: 10000, history: {paths: 100000}}";
    let refused = Guesses::read(&section(history), &long).unwrap_err();
    assert!(refused.to_string().contains("fewer `paths`"), "{refused}");
}
