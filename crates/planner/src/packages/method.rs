//! Which method finds the frontier.

use serde::Serialize;

use super::{
    additive::{self, Limits},
    boxes,
    frontier::Frontier,
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

/// Finds the frontier among the packages that all accept.
///
/// # Errors
/// [`Stopped`] when the watch ends the work and nothing is proved of what was found by then.
pub fn frontier(problem: &Problem, method: Method, watch: &dyn Watch) -> Result<Frontier, Stopped> {
    frontier_within(problem, method, Limits::default(), watch)
}

/// The same with how far lists may grow before they are thinned.
pub(super) fn frontier_within(
    problem: &Problem,
    method: Method,
    limits: Limits,
    watch: &dyn Watch,
) -> Result<Frontier, Stopped> {
    match method {
        Method::Automatic if problem.is_additive() => additive::frontier(problem, limits, watch),
        Method::Automatic | Method::Issues => Ok(boxes::by_issues(problem, watch)),
        Method::Cliques => Ok(boxes::by_cliques(problem, watch)),
    }
}
