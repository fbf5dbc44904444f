//! Packages from a file: the frontier, what all prefer to the draft, and what Nash picks.
//!
//! `cargo run -p planner --example packages -- cases/packages/crossing-and-prisoners.yaml`
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "an example reads a file and prints what it finds"
)]

use planner::{
    packages::{
        analysis::{Answer, Question, analyse},
        read::{Source, read},
        solution::Rule,
    },
    watch::Unwatched,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("name a file")?;
    // The library opens nothing: bytes go in.
    let bytes = std::fs::read(&path)?;
    let reading = read(&[Source {
        file: &path,
        bytes: &bytes,
    }])?;
    let problem = &reading.problem;
    let found = analyse(problem, Question::default(), &Unwatched)?;

    println!(
        "{} packages cannot be bettered.",
        found.frontier.deals.len()
    );
    if let Some(beside) = &found.beside_draft {
        println!(
            "All prefer {} of them to the draft. The first:",
            beside.preferred.len()
        );
        for (issue, option) in (beside.preferred.first().iter())
            .flat_map(|preferred| problem.domain().terms(&preferred.deal.package))
        {
            println!("  {issue}: {option}");
        }
    }
    for asked in found.asked.iter().filter(|asked| asked.rule == Rule::Nash) {
        if let Answer::Picked(nash) = &asked.answer {
            for deal in &nash.picked {
                println!("Nash picks {:?}, worth {:?}.", deal.package.0, deal.worth);
            }
        }
    }
    Ok(())
}
