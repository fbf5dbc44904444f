//! What always holds.

use planner::{
    order::{
        Effort, Method, Outcome, Wish,
        bounds::{Aim, Caps},
        infeasible::{Limit, Mend, Others, Repair, Suffices, Without},
        inside::Inside,
        order,
        pareto::pairs,
        plan::{Batch, Plan, StagePlan},
        problem::Problem,
        room::Tight,
        stages::Turn,
    },
    watch::Unwatched,
};
use proptest::prelude::*;

use crate::{
    making::problem,
    model::{self, Limits},
};

const AIMS: [Aim; 2] = [Aim::Exposure, Aim::Guarantee];

fn wish(aim: Aim, caps: Caps, cells: u64) -> Wish {
    Wish {
        aim,
        caps,
        effort: Effort {
            cells,
            openings: 100_000,
            exchanges: 2_000,
            seed: 7,
        },
    }
}

fn measure(aim: Aim) -> fn(&Problem, usize, i64) -> planner::order::share::Share {
    match aim {
        Aim::Exposure => model::exposure,
        Aim::Guarantee => model::guarantee,
    }
}

fn capped(problem: &Problem, aim: Aim) -> Limits {
    let mut limits = Limits::none(problem, measure(aim));
    for (at, party) in problem.parties().iter().enumerate() {
        if let Some(cap) = party.exposure_cap {
            limits.low[at] = -cap;
        }
        if let Some(stake) = party.at_stake {
            limits.high[at] = problem.totals()[at] + stake;
        }
    }
    limits
}

/// Compares one answer with the model.
fn compare(
    problem: &Problem,
    aim: Aim,
    caps: Caps,
    cells: u64,
) -> Result<Option<Method>, TestCaseError> {
    let limits = match caps {
        Caps::Ignored => Limits::none(problem, measure(aim)),
        Caps::Kept => capped(problem, aim),
    };
    let known = model::best(problem, &limits);
    match (order(problem, &wish(aim, caps, cells), &Unwatched), known) {
        (Ok(Outcome::Ordered(found)), Some(known)) => {
            prop_assert_eq!(found.value, known.value);
            prop_assert!(found.proved());
            let measured = found.plan.check(problem);
            prop_assert_eq!(measured.as_ref(), Ok(&found.measured));
            prop_assert_eq!(found.measured.share(problem, aim), found.value);
            if problem.stages().is_some_and(|stages| !stages.numbered()) {
                if found.stages == planner::order::Known::Proved {
                    prop_assert_eq!(found.measured.stages, known.stages);
                }
                if found.evenness == planner::order::Known::Proved
                    && found.stages == planner::order::Known::Proved
                {
                    prop_assert_eq!(found.measured.unevenness, known.unevenness);
                }
                prop_assert!(found.measured.stages >= known.stages);
            }
            Ok(Some(found.method))
        }
        (Ok(Outcome::Infeasible(why)), None) => {
            prop_assert!(!why.conflict.is_empty());
            Ok(None)
        }
        (Err(planner::order::OrderError::TooLarge { .. }), _) if problem.parties().len() > 2 => {
            Ok(None)
        }
        (found, known) => {
            prop_assert!(false, "{found:?} against {known:?}");
            Ok(None)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_exact_methods_find_what_going_through_everything_finds(problem in problem(2..=3, 0.7, 1..=4), caps in prop_oneof![Just(Caps::Ignored), Just(Caps::Kept)]) {
        for aim in AIMS {
            compare(&problem, aim, caps, u64::MAX)?;
        }
    }

    #[test]
    fn orders_with_proof_find_what_going_through_everything_finds(problem in problem(2..=2, 0.7, 3..=5), caps in prop_oneof![Just(Caps::Ignored), Just(Caps::Kept)]) {
        for aim in AIMS {
            compare(&problem, aim, caps, 0)?;
        }
    }

    #[test]
    fn two_methods_agree_on_more_than_can_be_gone_through(problem in crate::making::distinct()) {
        for aim in AIMS {
            let mut values = Vec::new();
            for cells in [0, u64::MAX] {
                match order(&problem, &wish(aim, Caps::Ignored, cells), &Unwatched) {
                    Ok(Outcome::Ordered(found)) => {
                        prop_assert!(found.proved());
                        values.push(Some((found.value, (found.stages == planner::order::Known::Proved).then_some(found.measured.stages))));
                    }
                    Ok(Outcome::Infeasible(_)) => values.push(None),
                    other => prop_assert!(false, "{other:?}"),
                }
            }
            prop_assert_eq!(values[0].map(|v| v.0), values[1].map(|v| v.0));
            let stages: Vec<usize> = values.iter().flatten().filter_map(|v| v.1).collect();
            prop_assert!(stages.windows(2).all(|pair| pair[0] == pair[1]), "{stages:?}");
        }
    }

    #[test]
    fn no_pair_of_exposures_can_be_bettered_on_one_side_alone(problem in problem(2..=2, 0.5, 1..=4)) {
        let effort = wish(Aim::Exposure, Caps::Ignored, u64::MAX).effort;
        let found = pairs(&problem, Aim::Exposure, Caps::Ignored, effort, &Unwatched).unwrap();
        prop_assert!(found.complete);
        for (at, pair) in found.pairs.iter().enumerate() {
            let measured = pair.plan.check(&problem).unwrap();
            prop_assert_eq!(&measured.exposure[..], &pair.points[..]);
            // With the second's bound one lower, the first's least is the next pair's.
            let mut limits = Limits::none(&problem, |_, party, standing| {
                if party == 0 { planner::order::share::Share::new(-standing, 1) } else { planner::order::share::Share::ZERO }
            });
            limits.low[1] = 1 - pair.points[1];
            let next = model::best(&problem, &limits).filter(|_| pair.points[1] > 0);
            prop_assert_eq!(next.map(|best| best.value.points), found.pairs.get(at + 1).map(|pair| i128::from(pair.points[0])));
        }
    }

    #[test]
    fn reversing_a_plan_swaps_exposure_and_guarantee(problem in problem(2..=3, 0.0, 1..=4), draws in prop::collection::vec(any::<prop::sample::Index>(), 8)) {
        let plan = any_plan(&problem, &draws);
        let there = plan.check(&problem).unwrap();
        let back = plan.reversed(&problem).check(&problem.reversed()).unwrap();
        prop_assert_eq!(&there.exposure, &back.guarantee);
        prop_assert_eq!(&there.guarantee, &back.exposure);
        prop_assert_eq!(problem.reversed().reversed(), problem);
    }

    #[test]
    fn the_same_question_has_the_same_answer(problem in problem(2..=2, 0.8, 3..=5)) {
        let asked = wish(Aim::Exposure, Caps::Ignored, 0);
        prop_assert_eq!(order(&problem, &asked, &Unwatched), order(&problem, &asked, &Unwatched));
    }

    #[test]
    fn what_mends_a_contradiction_mends_it_and_nothing_less_does(problem in problem(2..=2, 0.8, 1..=4), aim in prop::sample::select(AIMS.to_vec())) {
        let ask = |problem: &Problem| order(problem, &wish(aim, Caps::Kept, u64::MAX), &Unwatched);
        if let Ok(Outcome::Infeasible(why)) = ask(&problem) {
            let set = |conflict: &[Repair]| conflict.iter().map(|repair| repair.limit).collect::<Vec<Limit>>();
            let further = || why.further.iter();
            let whatever = || further().filter(|further| further.without == Without::All);
            let first = set(&why.conflict);
            // Of several contradictions each is told as if the others were mended; where there is no room, the
            // first is told of the whole.
            let others = |but: Option<&[Repair]>| -> Vec<Limit> {
                let told = whatever().map(|further| &further.conflict[..]);
                told.filter(|conflict| but.is_none_or(|but| *conflict != but)).flat_map(set).collect()
            };
            let all_others = match why.others {
                Others::Kept => Vec::new(),
                Others::Mended => others(None),
            };
            prop_assert_eq!(why.others == Others::Mended, why.lacks.is_empty() && whatever().count() > 0);
            let mut sets = vec![(all_others, &why.conflict)];
            sets.extend(whatever().map(|further| {
                (first.iter().copied().chain(others(Some(&further.conflict))).collect(), &further.conflict)
            }));
            // What is told without something of another is told of what that one is told of.
            if whatever().count() == 0 {
                sets.extend(further().filter_map(|further| match &further.without {
                    Without::All => None,
                    Without::These(left_out) => Some((set(left_out), &further.conflict)),
                }));
            }
            for (left_out, conflict) in sets {
                let base = dropped(&problem, &left_out);
                prop_assert!(matches!(ask(&base), Ok(Outcome::Infeasible(_))), "{left_out:?} {why:?}");
                for repair in conflict {
                    let with = |number| ask(&mended(&base, repair.limit, number));
                    match repair.mend {
                        Mend::Least(needed) => {
                            prop_assert!(needed > repair.now, "{repair:?}");
                            prop_assert!(matches!(with(needed), Ok(Outcome::Ordered(_))), "{repair:?}");
                            prop_assert!(matches!(with(needed - 1), Ok(Outcome::Infeasible(_))), "{repair:?}");
                        }
                        Mend::Enough(needed) => prop_assert!(matches!(with(needed), Ok(Outcome::Ordered(_))), "{repair:?}"),
                        Mend::Free => prop_assert!(matches!(ask(&dropped(&base, &[repair.limit])), Ok(Outcome::Ordered(_))), "{repair:?}"),
                        Mend::Never => prop_assert!(matches!(ask(&dropped(&base, &[repair.limit])), Ok(Outcome::Infeasible(_))), "{repair:?}"),
                        Mend::Beyond(_) | Mend::Unknown => {}
                    }
                }
            }
            // Whoever reads that nothing would do reads of everything else that is in the way.
            if why.conflict.iter().all(|repair| repair.mend == Mend::Never) && why.lacks.is_empty() {
                prop_assert!(!why.further.is_empty(), "{why:?}");
            }
        }
    }

    /// What lacks room lacks it by just so much, and all that has it is told to be enough or not.
    #[test]
    fn what_lacks_room_is_told_with_what_would_do(problem in problem(2..=3, 0.9, 1..=4)) {
        let ask = |problem: &Problem| order(problem, &wish(Aim::Exposure, Caps::Kept, u64::MAX), &Unwatched);
        if let Ok(Outcome::Infeasible(why)) = ask(&problem) {
            for lack in &why.lacks {
                let sum = lack.sum;
                prop_assert!(sum.owed > sum.room());
                prop_assert!(sum.needs_most * sum.stages >= sum.owed && (sum.needs_most - 1) * sum.stages < sum.owed);
                prop_assert!(sum.needs_stages * sum.most >= sum.owed && (sum.needs_stages - 1) * sum.most < sum.owed);
            }
            let batches = why.lacks.iter().all(|lack| matches!(lack.tight, Tight::Batch(_)));
            if !why.lacks.is_empty() && batches {
                let mut roomy = problem.clone();
                for lack in &why.lacks {
                    roomy = mended(&roomy, lack.tight.limit(), i64::try_from(lack.sum.needs_most).unwrap());
                }
                let tight: Vec<Limit> = why.lacks.iter().map(|lack| lack.tight.limit()).collect();
                let wide = dropped(&problem, &tight);
                let staged = dropped(&wide, &[Limit::Stages]);
                let does = |problem: &Problem| matches!(ask(problem), Ok(Outcome::Ordered(_)));
                let found = [does(&roomy), does(&wide), does(&staged)];
                match why.with_room {
                    Suffices::Does => prop_assert_eq!(found, [true; 3]),
                    Suffices::More => prop_assert_eq!(found, [false, true, true]),
                    Suffices::StagesToo => prop_assert_eq!(found, [false, false, true]),
                    Suffices::DoesNot => prop_assert_eq!(found, [false; 3]),
                    Suffices::Unknown => {}
                }
            }
        }
    }
}

/// The exchange without some limits.
fn dropped(problem: &Problem, limits: &[Limit]) -> Problem {
    let mut draft = problem.draft().clone();
    for limit in limits {
        let stages = draft.stages.as_mut();
        match (*limit, stages) {
            (Limit::ExposureCap(party), _) => draft.parties[party].exposure_cap = None,
            (Limit::AtStake(party), _) => draft.parties[party].at_stake = None,
            // As many as can be of use to so few obligations.
            (Limit::Stages, Some(stages)) => stages.most = 20,
            (Limit::Batch(party), Some(stages)) => stages.batch[party] = None,
            (Limit::Band(band), Some(stages)) => {
                let band = &mut stages.bands[band];
                (band.least, band.most) = (-1_000_000_000, 1_000_000_000);
            }
            (Limit::Turn, Some(stages)) => stages.turn = Turn::Free,
            (Limit::Inside(rule), Some(stages)) => {
                let class = stages.inside[rule].classes().next().unwrap();
                stages.inside[rule] = Inside::Whole { class, of: 1 };
            }
            (_, None) => unreachable!("no stages"),
        }
    }
    Problem::new(draft).unwrap()
}

/// The exchange with another number in the place of a limit.
fn mended(problem: &Problem, limit: Limit, number: i64) -> Problem {
    let mut draft = problem.draft().clone();
    let stages = draft.stages.as_mut();
    match (limit, stages) {
        (Limit::ExposureCap(party), _) => draft.parties[party].exposure_cap = Some(number),
        (Limit::AtStake(party), _) => draft.parties[party].at_stake = Some(number),
        (Limit::Stages, Some(stages)) => stages.most = u32::try_from(number).unwrap(),
        (Limit::Batch(party), Some(stages)) => stages.batch[party] = u32::try_from(number).ok(),
        (Limit::Band(band), Some(stages)) => {
            let band = &mut stages.bands[band];
            (band.least, band.most) = (band.least.min(-number), band.most.max(number));
        }
        (Limit::Turn | Limit::Inside(_), _) | (_, None) => unreachable!("no number"),
    }
    Problem::new(draft).unwrap()
}

/// Any order that the conditions allow, one handover at a time.
fn any_plan(problem: &Problem, draws: &[prop::sample::Index]) -> Plan {
    let mut done = vec![0; problem.classes().len()];
    let mut plan = Plan::default();
    let mut draws = draws.iter().cycle();
    loop {
        let open: Vec<usize> = (0..done.len())
            .filter(|class| {
                done[*class] < problem.classes()[*class].count
                    && problem
                        .precedence()
                        .earlier(*class)
                        .all(|first| done[first] == problem.classes()[first].count)
            })
            .collect();
        let Some(draw) = draws.next().filter(|_| !open.is_empty()) else {
            return plan;
        };
        let class = open[draw.index(open.len())];
        done[class] += 1;
        let batch = Batch {
            giver: problem.classes()[class].giver,
            items: vec![(class, 1)],
        };
        plan.stages.push(StagePlan {
            batches: vec![batch],
        });
    }
}

/// The generators reach every method and both kinds of outcome: the properties above are not vacuous.
#[test]
fn every_method_is_reached() {
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::deterministic();
    let mut seen = [0; 6];
    for _ in 0..400 {
        let problem = problem(2..=3, 0.6, 1..=4)
            .new_tree(&mut runner)
            .unwrap()
            .current();
        for cells in [0, u64::MAX] {
            match order(
                &problem,
                &wish(Aim::Exposure, Caps::Kept, cells),
                &Unwatched,
            ) {
                Ok(Outcome::Ordered(found)) => match found.method {
                    Method::Chains => seen[0] += 1,
                    Method::Lattice { .. } => seen[1] += 1,
                    Method::StagedLattice { .. } => seen[2] += 1,
                    Method::Orders => seen[3] += 1,
                },
                Ok(Outcome::Infeasible(_)) => seen[4] += 1,
                Ok(Outcome::Unknown) => panic!("so few openings can all be gone through"),
                Err(_) => seen[5] += 1,
            }
        }
    }
    assert!(seen.iter().all(|count| *count > 5), "{seen:?}");
}
