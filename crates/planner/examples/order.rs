//! Two sides with two kinds of obligations each, in stages: the order in which nobody is exposed more than
//! it must be.
//!
//! `cargo run -p planner --example order`
#![expect(clippy::print_stdout, reason = "an example prints what it found")]

use std::error::Error;

use planner::{
    order::{
        Effort, Outcome, Wish,
        bounds::{Aim, Caps},
        order,
        problem::{Class, Draft, Effect, Party, Problem},
        stages::{Band, Stages, Turn},
    },
    watch::Unwatched,
};

fn main() -> Result<(), Box<dyn Error>> {
    let class = |name: &str, giver, count, tier, effects: [i64; 2]| Class {
        name: name.to_owned(),
        giver,
        count,
        tier,
        effects: effects.map(Effect::Each).to_vec(),
    };
    // What each does to the first party and to the second, each in its own points.
    let classes = vec![
        class("civilians", 0, 6, 0, [-30, 45]),
        class("soldiers", 0, 4, 1, [-70, 90]),
        class("short terms", 1, 20, 0, [12, -8]),
        class("long terms", 1, 10, 1, [50, -30]),
    ];
    let party = |name: &str| Party {
        name: name.to_owned(),
        ..Party::default()
    };
    let stages = Stages {
        most: 6,
        batch: vec![Some(2), Some(8)],
        bands: vec![Band::between(&classes, (0, 1), (3, 1), 6)],
        turn: Turn::Free,
        inside: Vec::new(),
    };
    let draft = Draft {
        parties: vec![party("East"), party("West")],
        classes,
        before: Vec::new(),
        stages: Some(stages),
    };
    let problem = Problem::new(draft).map_err(|found| {
        found
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("; ")
    })?;

    for aim in [Aim::Exposure, Aim::Guarantee] {
        let wish = Wish {
            aim,
            caps: Caps::Ignored,
            effort: Effort::default(),
        };
        let Outcome::Ordered(found) = order(&problem, &wish, &Unwatched)? else {
            return Err("nothing keeps to the limits".into());
        };
        println!(
            "{aim:?}: {:.2} in ten thousand, proved: {}",
            found.value.per_ten_thousand(),
            found.proved()
        );
        for (at, stage) in found.plan.stages.iter().enumerate() {
            let batches = stage.batches.iter().map(|batch| {
                let items = batch.items.iter().filter_map(|(class, count)| {
                    Some(format!("{count} {}", problem.classes().get(*class)?.name))
                });
                items.collect::<Vec<_>>().join(" and ")
            });
            println!(
                "  {}: {}",
                at + 1,
                batches.collect::<Vec<_>>().join(", then ")
            );
        }
    }
    Ok(())
}
