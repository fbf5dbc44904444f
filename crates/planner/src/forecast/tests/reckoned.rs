//! The exact reckoning against courses counted one by one, against direct sums, and against simulation.

use std::array::from_fn;

use proptest::prelude::*;

use super::{
    super::{
        exact::{Course, courses, steps},
        items::Delivery,
        lanes::Spread,
        law::{Lateness, Law},
        random::Draws,
        simulate::{Memory, Tally},
        *,
    },
    setting,
};

fn exactly(setting: &Setting, laws: &[Law]) -> Course {
    let [made] = courses(setting, [&steps(laws)], &mut Spread::default());
    made
}

fn simulated(
    setting: &Setting,
    laws: &[Law],
    memory: Memory,
    paths: u32,
    draws: &mut Draws,
) -> Course {
    let mut tally = Tally::default();
    tally.run(setting, laws, memory, paths, draws);
    tally.shares()
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

/// The spread of the delay by the sum over all pairs of days, with nothing left out.
fn directly(setting: &Setting, laws: &[Law]) -> Vec<f64> {
    let mut done = vec![1.0];
    for (stage, law) in setting.stages().iter().zip(laws) {
        let slack = stage.slack as usize;
        let mut own = vec![0.0; 1 + law.open.days.max(law.silent.days) + law.replacing_days];
        for (part, more) in [
            (law.delivery.clean, 0),
            (law.delivery.replaced, law.replacing_days),
        ] {
            own[more] += part * law.on_time;
            for (way, weight) in [(law.open, 1.0 - law.silence), (law.silent, law.silence)] {
                let mut still = part * (1.0 - law.on_time) * weight;
                for day in 1..=way.days {
                    own[more + day] += still * way.resumes();
                    still *= way.stays();
                }
            }
        }
        let mut moved = vec![0.0; done.len() + own.len()];
        for (days, chance) in done.iter().enumerate() {
            for (more, weight) in own.iter().enumerate() {
                moved[days.saturating_sub(slack) + more] += chance * weight;
            }
        }
        done = moved;
    }
    done
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Over many stages what is left out at the far end is less than rounding: so every day's chance is as
    /// by direct sums, and their sum to thirteen digits, however small it is.
    #[test]
    fn long_plans_are_reckoned_as_by_direct_sums(seed in any::<u64>(), stages in 40_usize..120) {
        let mut draws = Draws::new(seed, 3);
        let laws: Vec<Law> = (0..stages).map(|_| tame(&mut draws)).collect();
        let setting = setting(stages, &[0, 1, 0, 2, 0, 0, 2]);
        let (found, model) = (exactly(&setting, &laws), directly(&setting, &laws));
        for day in 0..found.done.len().max(model.len()) {
            let at = |done: &[f64]| done.get(day).copied().unwrap_or(0.0);
            prop_assert!((at(&found.done) - at(&model)).abs() < 1e-15);
        }
        let whole: f64 = model.iter().sum();
        prop_assert!((found.complete() / whole - 1.0).abs() < 1e-12, "{} {whole}", found.complete());
    }

    /// What stands in the lanes beside it changes nothing that could be seen.
    #[test]
    fn sets_side_by_side_are_reckoned_as_each_alone(
        sets in prop::array::uniform2(prop::collection::vec(a_law(), 6)),
        slack in prop::collection::vec(0_u32..3, 6),
        replacing_days in 0_usize..12,
    ) {
        let setting = setting(6, &slack);
        let sets = sets.map(|laws| -> Vec<Law> {
            laws.into_iter().map(|law| Law { replacing_days, ..law }).collect()
        });
        let made = sets.each_ref().map(|laws| steps(laws));
        let lanes: [_; 2] = from_fn(|lane| made[lane].as_slice());
        let found = courses(&setting, lanes, &mut Spread::default());
        for (found, laws) in found.iter().zip(&sets) {
            let alone = exactly(&setting, laws);
            prop_assert_eq!(&found.stops, &alone.stops);
            for day in 0..found.done.len().max(alone.done.len()) {
                let at = |done: &[f64]| done.get(day).copied().unwrap_or(0.0);
                prop_assert!((at(&found.done) - at(&alone.done)).abs() < 1e-16);
            }
        }
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
