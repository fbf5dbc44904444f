//! In what order a staged exchange exposes nobody more than it must, or needs least at stake.
//!
//! Exact wherever classes are few enough for their lattice; else the best orders that are found, with a
//! bound and, where all openings can be gone through, the proof that nothing is better. Definitions,
//! methods, proofs and limits: docs/planner-order.md.
//!
//! ```
//! use planner::{
//!     order::{Effort, Outcome, Wish, bounds::{Aim, Caps}, order, problem::{Class, Draft, Effect, Party, Problem}},
//!     watch::Unwatched,
//! };
//!
//! let class = |name: &str, giver, count, effects: [i64; 2]| Class {
//!     name: name.to_owned(), giver, count, tier: 0, effects: effects.map(Effect::Each).to_vec(),
//! };
//! // Each costs its giver 3 and is worth 5 to the other side; each in points of its own.
//! let classes = vec![class("persons", 0, 4, [-3, 5]), class("trucks", 1, 4, [5, -3])];
//! let parties = vec![Party::default(), Party::default()];
//! let problem = Problem::new(Draft { parties, classes, ..Draft::default() }).expect("it holds together");
//! let wish = Wish { aim: Aim::Exposure, caps: Caps::Ignored, effort: Effort::default() };
//! let Outcome::Ordered(found) = order(&problem, &wish, &Unwatched)? else { panic!("there is an order") };
//! // Somebody goes first, with one: 3 of the 12 points that it gives in all.
//! assert!(found.proved());
//! assert_eq!((found.value.points, found.value.of), (3, 12));
//! # Ok::<(), planner::order::OrderError>(())
//! ```

mod anytime;
pub mod bounds;
mod conflict;
pub mod contradiction;
mod engine;
pub mod extension;
mod grid;
pub mod infeasible;
pub mod inside;
pub mod instance;
mod large;
mod lattice;
mod limited;
mod limits;
pub mod of_plan;
pub mod pareto;
mod placed;
pub mod plan;
pub mod precedence;
pub mod problem;
pub mod report;
pub mod room;
pub mod section;
pub mod share;
mod solve;
mod sound;
mod staged;
pub mod stages;
mod two;
mod units;

pub use engine::{Effort, Method};
pub use section::Section;
pub use solve::{Ended, Known, Open, OrderError, Ordered, Outcome, Wish, order};
