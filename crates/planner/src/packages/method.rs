//! Which method finds the frontier.

use serde::Serialize;

use super::{
    additive::{self, Limits},
    boxes,
    frontier::{Frontier, Proof},
    problem::Problem,
};
use crate::watch::{Stopped, Watch};

/// How a frontier is found. All give the same points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// By a table or lists where points depend on single issues alone, else issue by issue.
    #[default]
    Automatic,
    /// Issue by issue, with bounds along many directions.
    Issues,
    /// By terms that can hold together.
    Cliques,
}

/// Finds the frontier among the packages that all accept, with whatever is proved of it when the watch ends
/// the work.
pub fn frontier(problem: &Problem, method: Method, watch: &dyn Watch) -> Frontier {
    frontier_within(problem, method, Limits::default(), watch)
}

/// The same with how far lists may grow before they are thinned.
pub(super) fn frontier_within(
    problem: &Problem,
    method: Method,
    limits: Limits,
    watch: &dyn Watch,
) -> Frontier {
    match method {
        // What a table or lists hold before the last issue is no package yet.
        Method::Automatic if problem.is_additive() => additive::frontier(problem, limits, watch)
            .unwrap_or_else(|Stopped| boxes::by_climb(problem)),
        Method::Automatic | Method::Issues => {
            or_by_climb(problem, boxes::by_issues(problem, watch))
        }
        Method::Cliques => or_by_climb(problem, boxes::by_cliques(problem, watch)),
    }
}

/// Where the work ended before anything was found, what a short climb finds.
fn or_by_climb(problem: &Problem, found: Frontier) -> Frontier {
    if found.deals.is_empty() && found.proof != Proof::Exact {
        boxes::by_climb(problem)
    } else {
        found
    }
}
