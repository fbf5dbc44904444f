//! What the graph model costs: all states, all notions of stability, every rule of response.
//!
//! `cargo bench -p planner --bench stability`. Random preferences with ties over all combinations of
//! options, shared evenly among the decision makers. Prints wall time, the best of several rounds,
//! and how many states are stable for all (Nash, GMR, SMR, SEQ), which
//! `benchmarks/planner/stability/matrices.py` finds for the same models by matrices.
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a benchmark prints its result, looks at the clock and stops at the first fault"
)]

use std::time::{Duration, Instant};

use planner::{
    stability::{
        Concept, Conflict, DecisionMaker, Direction, Model, Name, OptionSection, Ranked, Rule,
        inverse, stability,
    },
    watch::Unwatched,
};

const ROUNDS: usize = 7;

fn main() {
    println!("{:<58} {:>10}  Nash GMR SMR SEQ", "", "wall us");
    for (options, makers) in [(8, 4), (12, 4), (12, 6), (14, 4)] {
        let model = read(options, makers);
        for rule in Rule::ALL {
            let name = format!(
                "{} states, {makers} decision makers, {rule:?}",
                1 << options
            );
            measured(&name, || {
                let found = stability(&model, rule, &Unwatched).expect("stability");
                Concept::ALL.map(|concept| found.equilibria(concept).len())
            });
        }
    }
    let model = read(8, 4);
    let state = model.ids().next().expect("a state");
    measured("256 states: which rankings would make one stable", || {
        let needed = inverse(&model, state, Rule::LegalSequences, &Unwatched).expect("an answer");
        Concept::ALL.map(|c| needed.iter().filter(|n| n.concept == c && n.holds).count())
    });
    measured("4,096 states: reading the model", || {
        let model = read(12, 4);
        [model.states().len(), 0, 0, 0]
    });
}

fn measured(name: &str, run: impl Fn() -> [usize; 4]) {
    let mut best = Duration::MAX;
    let mut found = [0; 4];
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        found = run();
        best = best.min(begun.elapsed());
    }
    let [nash, gmr, smr, seq] = found;
    println!(
        "{name:<58} {:>10}  {nash} {gmr} {smr} {seq}",
        best.as_micros()
    );
}

/// Options in turn; the first of each decision maker cannot be left once taken.
fn read(options: u32, makers: u32) -> Model {
    let states = 1_u32 << options;
    let maker = |index: u32| {
        let own = (0..options).filter(|option| option % makers == index);
        DecisionMaker {
            name: format!("maker {index}"),
            options: own.map(|option| format!("option {option}")).collect(),
            ranking: ranking(index, states),
            priorities: Vec::new(),
        }
    };
    let one_way = OptionSection {
        goes: Direction::CannotBeLeft,
    };
    // States are numbered by the order in which decision makers list their options.
    let conflict = Conflict {
        conflict: "random".to_owned(),
        source: None,
        decision_makers: (0..makers).map(maker).collect(),
        options: (0..makers)
            .map(|m| (format!("option {m}"), one_way))
            .collect(),
        infeasible: Vec::new(),
        at_most_one: Vec::new(),
        at_least_one: Vec::new(),
        coalesce: Vec::new(),
        states: Vec::new(),
        moves: Vec::new(),
        status_quo: None,
        responses: Rule::LegalSequences,
    };
    Model::read(&conflict, &Unwatched).expect("a model")
}

/// A level for each state from a multiplicative generator; a quarter as many levels as states.
fn ranking(maker: u32, states: u32) -> Vec<Ranked> {
    let levels = states / 4;
    let mut places: Vec<Vec<Name>> = vec![Vec::new(); levels as usize];
    for state in 1..=states {
        let mixed = u64::from(state + maker * 7_919) * 2_654_435_761 % 4_294_967_291;
        let level = usize::try_from(mixed % u64::from(levels)).expect("a level");
        places
            .get_mut(level)
            .expect("a place")
            .push(Name(state.to_string()));
    }
    places.retain(|place| !place.is_empty());
    places.into_iter().map(Ranked).collect()
}
