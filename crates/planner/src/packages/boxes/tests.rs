//! The search against going through all packages.

use proptest::prelude::*;

use super::*;
use crate::{
    packages::model::{by_hand, problems},
    watch::Unwatched,
};

fn check(problem: &Problem) -> Result<(), TestCaseError> {
    let expected = by_hand(problem);
    for found in [
        by_issues(problem, &Unwatched),
        by_cliques(problem, &Unwatched),
    ] {
        prop_assert_eq!(&found.proof, &Proof::Exact);
        let points: Vec<Vec<i64>> = found.deals.iter().map(|deal| deal.worth.clone()).collect();
        prop_assert_eq!(&points, &expected);
        for deal in &found.deals {
            prop_assert_eq!(&problem.worth(&deal.package), &deal.worth);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn two_parties(problem in problems(2)) {
        check(&problem)?;
    }

    #[test]
    fn three_parties(problem in problems(3)) {
        check(&problem)?;
    }

    #[test]
    fn four_parties(problem in problems(4)) {
        check(&problem)?;
    }
}
