//! How much there is to go through where that is too much.

use super::{
    engine::{CLASSES_MOST, Effort},
    grid::Grid,
    problem::Problem,
    solve::OrderError,
    staged,
};

/// Why a problem is made ready for no method.
pub(super) fn too_large(problem: &Problem, effort: Effort) -> OrderError {
    let classes = problem.classes().len();
    if classes > CLASSES_MOST {
        return OrderError::TooManyClasses {
            classes,
            most: CLASSES_MOST,
        };
    }
    let stages = problem.stages().map(|stages| stages.most);
    OrderError::TooLarge {
        classes,
        cells: Grid::of(problem).cells(),
        stages,
        most: match stages {
            Some(_) => staged::CELLS_MOST.min(effort.cells),
            None => effort.cells,
        },
    }
}
