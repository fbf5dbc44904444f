//! A forecast of an exchange in four stages: guesses as ranges, and what follows from them.
//!
//! `cargo run -p planner --example forecast`
#![expect(clippy::print_stdout, reason = "an example prints what it found")]

use std::error::Error;

use planner::{
    document,
    forecast::{Guesses, Items, Party, Section, Setting, Stage, Stake, forecast},
    range::Range,
    watch::Unwatched,
};

const GUESSES: &str = "
on-time: 0.75 to 0.95        # one unknown for all stages
breach: 0.01 to 0.03         # on each late day
resume: 0.4 to 0.6           # on each late day
give-up-after: 5 to 10       # late days
silence: {chance: 0.1 to 0.3, resume: 0.1 to 0.3, give-up-after: 7}
undeliverable: {replaced: 0.5 to 0.9, days: 1}
stages:
  day 4: {on-time: 0.6 to 0.8}   # another unknown
";

fn main() -> Result<(), Box<dyn Error>> {
    // What each side has at stake at each stage comes from checking the plan; each in its own points.
    let at_stake = [(3, -117), (7, -81), (11, -45), (19, -9)];
    let stages = (0..).zip(at_stake).map(|(day, (exposure, walk_away))| {
        Ok(Stage {
            name: format!("day {}", day + 1),
            day,
            slack: 0,
            stakes: vec![Stake {
                range: None,
                exposure,
                walk_away,
            }],
            items: vec![Items {
                name: "names".to_owned(),
                count: 13,
                deliverable: Range::parse("0.98 to 1").ok_or("no range")?,
            }],
        })
    });
    let parties = vec![Party {
        name: "H".to_owned(),
        gain: 155,
    }];
    let setting = Setting::new(parties, stages.collect::<Result<_, Box<dyn Error>>>()?)?;
    let section: Section = document::read(GUESSES.as_bytes())?;
    let guesses = Guesses::read(&section, &setting)?;
    let found = forecast(&setting, &guesses, &Unwatched);

    let ten = found.complete.band.in_ten();
    println!("Between {} and {} in 10 reach the end.", ten.low, ten.high);
    for day in found.days.iter().take(5) {
        let ten = day.done.band.in_ten();
        println!(
            "  done by day {}: {} to {} in 10",
            day.day + 1,
            ten.low,
            ten.high
        );
    }
    if let Some(stop) = found.likeliest
        && let Some(stage) = found.stages.get(stop.stage)
    {
        println!(
            "Most likely stop: {}, mainly for {:?}.",
            stage.name, stop.reason
        );
    }
    Ok(())
}
