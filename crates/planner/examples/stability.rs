//! What is stable in a published conflict, and why, under each rule of response.
//!
//! `cargo run -p planner --example stability`
#![expect(clippy::print_stdout, reason = "an example prints what it found")]

use std::error::Error;

use planner::{
    document,
    stability::{Concept, Conflict, Finding, Model, Rule, analyse, inverse, stability},
    watch::Unwatched,
};

fn main() -> Result<(), Box<dyn Error>> {
    let text = include_bytes!("conflicts/elmira.yaml");
    let conflict: Conflict = document::read(text)?;
    let model = Model::read(&conflict, &Unwatched)?;
    println!("{}: {} states", model.title, model.states().len());
    for rule in Rule::ALL {
        let found = stability(&model, rule, &Unwatched)?;
        for concept in Concept::ALL {
            let states = found.equilibria(concept);
            let names: Vec<&str> = states.iter().map(|state| model.name(*state)).collect();
            println!("  {rule:?}, {concept:?}: {}", names.join(", "));
        }
    }
    for finding in analyse(&model, &Unwatched)?.findings {
        match finding {
            Finding::NobodyGains { state } => {
                println!("No one gains by moving from {}.", model.name(state));
            }
            Finding::Together { state, gain } => {
                let makers = gain
                    .members
                    .iter()
                    .filter_map(|index| model.makers().get(*index));
                let names: Vec<&str> = makers.map(|maker| maker.name.as_str()).collect();
                let (from, to) = (model.name(state), model.name(gain.to));
                println!(
                    "From {from}, {} together could reach {to}.",
                    names.join(" and ")
                );
            }
            _ => {}
        }
    }
    if let Some(state) = model.status_quo {
        println!("For state {} to be stable by SEQ:", model.name(state));
        for needed in inverse(&model, state, model.rule, &Unwatched)? {
            if needed.concept == Concept::Seq
                && let Some(least) = needed.at_least
                && let Some(maker) = model.makers().get(needed.maker)
            {
                let least = model.name(least);
                println!("  {} must rank it at least as high as {least}.", maker.name);
            }
        }
    }
    Ok(())
}
