//! Published models, and random ones against the definitions followed to the letter.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{moves::Moves, *};
use crate::{document, watch::Unwatched};

const PRISONERS: &str = include_str!("../../examples/conflicts/prisoners.yaml");
const ELMIRA: &str = include_str!("../../examples/conflicts/elmira.yaml");
const ELMIRA_12: &str = include_str!("../../examples/conflicts/elmira-12.yaml");
const CUBAN: &str = include_str!("../../examples/conflicts/cuban.yaml");
const SYRIA_IRAQ: &str = include_str!("../../examples/conflicts/syria-iraq.yaml");
const GARRISON: &str = include_str!("../../examples/conflicts/garrison.yaml");
const MILK_RIVER: &str = include_str!("../../examples/conflicts/milk-river.yaml");

fn model(text: &str) -> Model {
    let conflict: Conflict = document::read(text.as_bytes()).unwrap();
    Model::read(&conflict, &Unwatched).unwrap()
}

fn refused(text: &str) -> String {
    let error = read(text.as_bytes(), None, &Unwatched).unwrap_err();
    error.to_string()
}

/// The names of the states that are stable for all.
fn stable(model: &Model, rule: Rule, concept: Concept) -> String {
    let found = stability(model, rule, &Unwatched).unwrap();
    let states = found.equilibria(concept);
    let names: Vec<&str> = states.iter().map(|state| model.name(*state)).collect();
    names.join(" ")
}

/// Nash, GMR, SMR, SEQ, as published or as found by others (see `docs/planner-stability.md`).
#[test]
fn published_models_have_the_stable_states_that_are_known() {
    use Rule::{EachAtMostOnce, LegalSequences, OneMove};
    let all_36: Vec<String> = (1..=36).map(|n| n.to_string()).collect();
    let all_36 = all_36.join(" ");
    let but_3 = all_36.replace(" 3 ", " ");
    let garrison = "2 3 11 17 18 21 22";
    let one_move = "2 3 8 11 13 14 15 17 18 19 21 22";
    let once_each = "2 3 4 8 10 11 13 14 15 17 18 19 21 22";
    let textbook = "2 3 4 6 8 10 11 13 14 15 17 18 19 21 22";
    let cuban = "1 2 3 5 6 7 8";
    let elmira_12 = "5 6 7 10 11 12";
    let more_12 = "1 4 5 6 7 10 11 12";
    for (name, text, count, rules, [nash, gmr, smr, seq]) in [
        (
            "Prisoners",
            PRISONERS,
            4,
            &Rule::ALL[..],
            ["1", "1 4", "1 4", "1 4"],
        ),
        (
            "Elmira",
            ELMIRA_12,
            12,
            &Rule::ALL[..],
            [elmira_12, more_12, more_12, elmira_12],
        ),
        (
            "Elmira, as printed",
            ELMIRA,
            9,
            &Rule::ALL[..],
            ["5 8 9", "1 4 5 8 9", "1 4 5 8 9", "5 8 9"],
        ),
        (
            "Cuban missile crisis",
            CUBAN,
            12,
            &Rule::ALL[..],
            ["6", cuban, cuban, "5 6 7"],
        ),
        (
            "Syria and Iraq",
            SYRIA_IRAQ,
            6,
            &Rule::ALL[..],
            ["6", "1 6", "6", "6"],
        ),
        (
            "Garrison",
            GARRISON,
            23,
            &[OneMove][..],
            [garrison, one_move, one_move, garrison],
        ),
        (
            "Garrison",
            GARRISON,
            23,
            &[EachAtMostOnce][..],
            [garrison, once_each, once_each, garrison],
        ),
        (
            "Garrison",
            GARRISON,
            23,
            &[LegalSequences][..],
            [garrison, textbook, textbook, garrison],
        ),
        (
            "Milk River",
            MILK_RIVER,
            36,
            &Rule::ALL[..],
            [&but_3, &all_36, &all_36, &but_3],
        ),
    ] {
        let model = model(text);
        assert_eq!(model.states().len(), count, "{name}");
        for rule in rules {
            let found = Concept::ALL.map(|concept| stable(&model, *rule, concept));
            assert_eq!(found, [nash, gmr, smr, seq], "{name} under {rule:?}");
        }
    }
}

/// From the state in which a party delays to the end, two parties together gain, and neither alone:
/// the coalition move from 5 to 8 of Kilgour, Hipel, Peng and Fang (2001).
#[test]
fn two_together_gain_in_elmira() {
    let model = model(ELMIRA);
    let state = |name: &str| model.find(&Name::from(name)).unwrap();
    let gains = gains_of(&model, state("5"), &Unwatched).unwrap();
    assert_eq!(gains.len(), 1, "{gains:?}");
    assert_eq!(
        (gains[0].members.as_slice(), gains[0].to),
        (&[0, 1][..], state("8"))
    );
    assert_eq!(gains_of(&model, state("8"), &Unwatched).unwrap(), []);
    let ways = evolution(
        &model,
        state("1"),
        &[state("1"), state("5"), state("8")],
        &Unwatched,
    )
    .unwrap();
    assert_eq!(ways[0].way, Way::Here);
    let Way::Gaining(steps) = &ways[1].way else {
        panic!("{ways:?}")
    };
    assert_eq!(
        steps.as_slice(),
        [Step {
            maker: 2,
            to: state("5")
        }]
    );
    let Way::Moving(steps) = &ways[2].way else {
        panic!("{ways:?}")
    };
    assert_eq!(steps.last().unwrap().to, state("8"));
}

#[test]
fn an_analysis_says_why() {
    let model = model(CUBAN);
    let found = analyse(&model, &Unwatched).unwrap();
    let nobody = found.findings.iter().filter_map(|finding| match finding {
        Finding::NobodyGains { state } => Some(model.name(*state)),
        _ => None,
    });
    assert_eq!(nobody.collect::<Vec<_>>(), ["6"]);
    let deterred = found.findings.iter().filter_map(|finding| match finding {
        Finding::Deterred { by, .. } => Some(by),
        _ => None,
    });
    let mut count = 0;
    for deterrent in deterred.flatten() {
        assert!(!deterrent.response.is_empty());
        count += 1;
    }
    assert!(count >= 6, "{count}");
    let garrison = analyse(&self::model(GARRISON), &Unwatched).unwrap();
    let by_rule = garrison.findings.iter().filter(|finding| match finding {
        Finding::DependsOnRule { concepts, .. } => *concepts == [Concept::Gmr, Concept::Smr],
        _ => false,
    });
    // 4 and 10 only without the rule of one move, 6 only in the textbook.
    assert_eq!(by_rule.count(), 3);
}

#[test]
fn listed_states_with_one_way_and_common_moves() {
    let model = model(
        "
conflict: a crisis
decision-makers:
  - {name: A, ranking: [peace, tension, war]}
  - {name: B, ranking: [tension, peace, war]}
states: [peace, tension, war]
moves:
  - {by: [A], from: peace, to: tension, back: reversible}
  - {by: [A, B], from: tension, to: war}
status-quo: tension
",
    );
    let state = |name: &str| model.find(&Name::from(name)).unwrap();
    let moves = |maker: usize, from: &str| -> Vec<&str> {
        let moves = model.makers()[maker].moves(state(from));
        moves.map(|to| model.name(to)).collect()
    };
    assert_eq!(moves(0, "tension"), ["peace", "war"]);
    assert_eq!(moves(1, "tension"), ["war"]);
    assert_eq!(moves(0, "war"), [""; 0]);
    assert_eq!(
        stable(&model, Rule::LegalSequences, Concept::Nash),
        "peace war"
    );
}

#[test]
fn what_contradicts_itself_is_refused_with_its_place() {
    let with = |more: &str, ranking: &str| {
        format!(
            "conflict: x\ndecision-makers:\n  - {{name: A, options: [a], ranking: {ranking}}}\n  - {{name: B, options: [b], ranking: [1, 2, 3, 4]}}\n{more}"
        )
    };
    let fine = "[1, 2, 3, 4]";
    for (text, line, said) in [
        (with("", "[1, 2, 3]"), 3, "has the state `4` nowhere"),
        (with("", "[1, 2, [3, 1], 4]"), 3, "has the state `1` twice"),
        (
            with("", "[1, 2, 3, 4, 5]"),
            3,
            "names the state `5`, and there is none. There are: 1 to 4",
        ),
        (with("infeasible: [[c]]\n", fine), 5, "names the option `c`"),
        (
            with("infeasible: [[a, not a]]\n", fine),
            5,
            "`a` is both taken and not taken",
        ),
        (
            with("infeasible: [[a], [not a]]\n", fine),
            5,
            "no combination of options is feasible",
        ),
        (
            with("infeasible: [[]]\n", fine),
            5,
            "no combination of options is feasible",
        ),
        (
            with("status-quo: 9\n", fine),
            5,
            "`status-quo` names the state `9`",
        ),
        (
            with(
                "coalesce: [{name: z, all: [a]}, {name: y, all: [b]}]\n",
                fine,
            ),
            5,
            "both `z` and `y`",
        ),
        (
            with("states: [1, 2]\n", fine),
            5,
            "lists `states`, and options as well",
        ),
        (with("", "[]"), 3, "`A` has no preferences"),
        (
            with("moves: [{by: [C], from: 1, to: 2}]\n", fine),
            5,
            "names the decision maker `C`",
        ),
    ] {
        let found = refused(&text);
        let begins = format!("\n  line {line}, column ");
        assert!(
            found.contains(&begins) && found.contains(said) && found.contains("one place"),
            "{found}"
        );
    }
    let many: Vec<String> = (0..40).map(|n| format!("o{n}")).collect();
    let many = format!(
        "conflict: x\ndecision-makers: [{{name: A, options: [{}]}}]\n",
        many.join(", ")
    );
    assert!(refused(&many).contains("40 options"));
    let states: Vec<String> = (0..15).map(|n| format!("o{n}")).collect();
    let states = format!(
        "conflict: x\ndecision-makers: [{{name: A, options: [{}]}}]\n",
        states.join(", ")
    );
    assert!(refused(&states).contains("more than 16384 states"));
}

/// The definitions, followed to the letter with sets.
mod definitions {
    use super::*;

    type States = BTreeSet<u32>;

    pub fn reach(
        model: &Model,
        opponents: &[usize],
        from: u32,
        gaining: bool,
        rule: Rule,
    ) -> States {
        match rule {
            Rule::OneMove => step(model, opponents, from, gaining),
            Rule::EachAtMostOnce => once(model, opponents, from, gaining),
            Rule::LegalSequences => legal(model, opponents, from, gaining),
        }
    }

    fn of(model: &Model, maker: usize, from: u32, gaining: bool) -> States {
        let own = &model.makers()[maker];
        let from = StateId(from);
        let better = |to: &StateId| !gaining || own.level(*to) > own.level(from);
        own.moves(from).filter(better).map(|to| to.0).collect()
    }

    fn step(model: &Model, makers: &[usize], from: u32, gaining: bool) -> States {
        makers
            .iter()
            .flat_map(|maker| of(model, *maker, from, gaining))
            .collect()
    }

    fn once(model: &Model, makers: &[usize], from: u32, gaining: bool) -> States {
        let mut found = States::new();
        for maker in makers {
            let rest: Vec<usize> = makers.iter().copied().filter(|m| m != maker).collect();
            for to in of(model, *maker, from, gaining) {
                found.insert(to);
                found.extend(once(model, &rest, to, gaining));
            }
        }
        found
    }

    /// By induction, with the set of last movers of each state reached, until nothing is added.
    fn legal(model: &Model, makers: &[usize], from: u32, gaining: bool) -> States {
        let mut last: BTreeSet<(u32, usize)> = BTreeSet::new();
        for maker in makers {
            last.extend(
                of(model, *maker, from, gaining)
                    .into_iter()
                    .map(|to| (to, *maker)),
            );
        }
        loop {
            let mut more = last.clone();
            for (state, before) in &last {
                for maker in makers.iter().filter(|maker| *maker != before) {
                    more.extend(
                        of(model, *maker, *state, gaining)
                            .into_iter()
                            .map(|to| (to, *maker)),
                    );
                }
            }
            if more == last {
                return last.into_iter().map(|(state, _)| state).collect();
            }
            last = more;
        }
    }

    pub fn is_stable(
        model: &Model,
        maker: usize,
        state: u32,
        concept: Concept,
        rule: Rule,
    ) -> bool {
        let own = &model.makers()[maker];
        let opponents: Vec<usize> = (0..model.makers().len()).filter(|m| *m != maker).collect();
        let level = |state: u32| own.level(StateId(state));
        let no_better = |other: u32| level(other) <= level(state);
        of(model, maker, state, true).into_iter().all(|gain| {
            let responses = |gaining| reach(model, &opponents, gain, gaining, rule);
            match concept {
                Concept::Nash => false,
                Concept::Gmr => responses(false).into_iter().any(no_better),
                Concept::Smr => responses(false).into_iter().any(|response| {
                    no_better(response)
                        && of(model, maker, response, false).into_iter().all(no_better)
                }),
                Concept::Seq => responses(true).into_iter().any(no_better),
            }
        })
    }
}

fn a_model() -> impl Strategy<Value = Model> {
    (2_usize..5, 2_u32..7).prop_flat_map(|(makers, states)| {
        let pair = (0..states, 0..states);
        let moves = prop::collection::vec(pair, 0..(states as usize * 3));
        let levels = prop::collection::vec(1..=states, states as usize);
        prop::collection::vec((moves, levels), makers).prop_map(move |makers| made(states, makers))
    })
}

/// Moves, and how good each state is.
type Drawn = (Vec<(u32, u32)>, Vec<u32>);

fn made(states: u32, makers: Vec<Drawn>) -> Model {
    let maker = |(index, (pairs, levels)): (usize, Drawn)| Maker {
        name: format!("{index}"),
        moves: Moves::new(
            states as usize,
            pairs.into_iter().filter(|(a, b)| a != b).collect(),
        ),
        levels,
    };
    let state = |index: u32| State {
        name: Name((index + 1).to_string()),
        taken: Vec::new(),
    };
    Model {
        title: String::new(),
        source: None,
        options: Vec::new(),
        rule: Rule::default(),
        status_quo: None,
        states: (0..states).map(state).collect(),
        makers: makers.into_iter().enumerate().map(maker).collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn stability_is_what_the_definitions_say(model in a_model()) {
        for rule in Rule::ALL {
            let found = stability(&model, rule, &Unwatched).unwrap();
            for maker in 0..model.makers().len() {
                for state in model.ids() {
                    for concept in Concept::ALL {
                        let defined = definitions::is_stable(&model, maker, state.0, concept, rule);
                        prop_assert_eq!(
                            found.is_stable(maker, state, concept), defined,
                            "{:?} {:?} of {} at {:?}", rule, concept, maker, state
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn every_way_is_one_that_can_be_gone(model in a_model()) {
        for rule in Rule::ALL {
            for from in model.ids() {
                let opponents: Vec<usize> = (1..model.makers().len()).collect();
                let bits = opponents.iter().fold(0, |all, maker| all | 1 << maker);
                for moving in [Moving::Anyhow, Moving::Gaining] {
                    let gaining = moving == Moving::Gaining;
                    let defined = definitions::reach(&model, &opponents, from.0, gaining, rule);
                    for to in model.ids() {
                        let way = path(&model, bits, from, (moving, rule), |state| state == to, &Unwatched).unwrap();
                        prop_assert_eq!(way.is_some(), defined.contains(&to.0));
                        let mut at = from;
                        for step in way.iter().flatten() {
                            prop_assert!(model.makers()[step.maker].moves(at).any(|to| to == step.to));
                            at = step.to;
                        }
                        prop_assert!(way.is_none() || at == to);
                    }
                }
            }
        }
    }

    /// The general answer holds for any ranking at all: it does not look at the one that is given.
    #[test]
    fn requirements_are_fulfilled_exactly_where_a_state_is_stable(model in a_model()) {
        for rule in Rule::ALL {
            let found = stability(&model, rule, &Unwatched).unwrap();
            for state in model.ids() {
                for (index, maker) in model.makers().iter().enumerate() {
                    for concept in Concept::ALL {
                        let no_better = |to: &StateId| maker.level(*to) <= maker.level(state);
                        let all = requirements(&model, index, state, concept, rule, &Unwatched).unwrap();
                        let fulfilled = all.iter().all(|one| {
                            no_better(&one.to)
                                || one.or.iter().any(|(to, answers)| no_better(to) && answers.iter().all(no_better))
                        });
                        prop_assert_eq!(fulfilled, found.is_stable(index, state, concept));
                    }
                }
            }
        }
    }

    /// What stays so under every rule: each notion is weaker than the one that it rests on, and more
    /// ways to respond make more states stable.
    #[test]
    fn notions_and_rules_include_each_other(model in a_model()) {
        let under = Rule::ALL.map(|rule| stability(&model, rule, &Unwatched).unwrap());
        for (index, found) in under.iter().enumerate() {
            for maker in 0..model.makers().len() {
                for state in model.ids() {
                    let is = |concept| found.is_stable(maker, state, concept);
                    prop_assert!(!is(Concept::Nash) || (is(Concept::Smr) && is(Concept::Seq)));
                    prop_assert!(!(is(Concept::Smr) || is(Concept::Seq)) || is(Concept::Gmr));
                    for fewer in &under[index..] {
                        for concept in Concept::ALL {
                            prop_assert!(!fewer.is_stable(maker, state, concept) || is(concept));
                        }
                    }
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Every place that a state could have in a ranking is tried, between all others and beside them.
    #[test]
    fn a_state_is_stable_exactly_if_it_is_ranked_as_high_as_is_needed(model in a_model()) {
        for rule in Rule::ALL {
            for state in model.ids() {
                for needed in inverse(&model, state, rule, &Unwatched).unwrap() {
                    let mut tried = model.clone();
                    let most = u32::try_from(model.states().len()).unwrap() * 2 + 1;
                    for place in 1..=most {
                        let levels = &mut tried.makers[needed.maker].levels;
                        levels.clone_from(&model.makers[needed.maker].levels);
                        for level in levels.iter_mut() {
                            *level *= 2;
                        }
                        levels[state.at()] = place;
                        let found = stability(&tried, rule, &Unwatched).unwrap();
                        let high = needed.at_least.is_none_or(|least| {
                            place >= tried.makers[needed.maker].level(least)
                        });
                        let is = found.is_stable(needed.maker, state, needed.concept);
                        prop_assert_eq!(is, high, "{:?} at {}", needed, place);
                    }
                    let now = stability(&model, rule, &Unwatched).unwrap();
                    prop_assert_eq!(now.is_stable(needed.maker, state, needed.concept), needed.holds);
                }
            }
        }
    }
}

/// Counts the looks, and stops the work at one of them.
struct StopsAt {
    look: u64,
    looks: std::sync::atomic::AtomicU64,
}

impl crate::watch::Watch for StopsAt {
    fn at(&self, _: crate::watch::Stage, _: u64, _: u64) -> Result<(), crate::watch::Stopped> {
        let looks = self
            .looks
            .fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        if looks < self.look {
            Ok(())
        } else {
            Err(crate::watch::Stopped)
        }
    }
}

/// A conflict of four, each with two options of its own: 256 states, and what a coalition can reach
/// is gone through in more steps than lie between two looks.
#[test]
fn a_report_is_stopped_wherever_it_is() {
    let maker = |at: u32| {
        // 257 is prime: each of 1 to 256 comes once.
        let states = (1..=256_u32).map(|state| state * (37 + at) % 257);
        let ranking: Vec<String> = states.map(|state| state.to_string()).collect();
        format!(
            "  - {{ name: M{at}, options: [a{at}, b{at}], ranking: [{}] }}\n",
            ranking.join(", ")
        )
    };
    let makers: String = [1, 2, 3, 4].map(maker).concat();
    let model = model(&format!(
        "conflict: any\ndecision-makers:\n{makers}status-quo: 1\n"
    ));
    let looks = |look| {
        let watch = StopsAt {
            look,
            looks: 0.into(),
        };
        let ended = report(&model, None, &watch);
        (ended.is_ok(), watch.looks.into_inner())
    };
    let (whole, all) = looks(u64::MAX);
    assert!(whole && all > 100, "{all}");
    let apart = usize::try_from(all / 12).unwrap() + 1;
    for look in (0..all).step_by(apart).chain([all - 1]) {
        assert!(!looks(look).0, "not stopped at look {look} of {all}");
    }
    assert!(looks(all).0);
}
