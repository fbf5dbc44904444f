//! Design, point 1: what a participant can learn is a function of the rooms it sits in. The
//! property, and four planted leaks that it catches.

use std::cell::RefCell;

use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use scenarios::{
    alter::{Pair, pair},
    interpret::{Told, play},
    leaks::Leak,
    probes::probes,
    pure::Pure,
    shell::{Shell, Turned},
    tally::Tally,
    world::{self, minute},
};

const LATER: u32 = 5_000;

/// All that a participant is told: its view, the answers to what it submitted, and the answers to
/// what a curious one would try.
fn learnt(
    participant: usize,
    case: &Pure,
    told: &[Told],
) -> impl PartialEq + std::fmt::Debug + use<> {
    let p = world::participant(participant);
    let own = |t: &&Told| matches!(&t.submission.by, mediation::entry::Author::Representative(q, _) if *q == p);
    let answers: Vec<Result<Vec<mediation::ids::EntryRef>, Turned>> =
        told.iter().filter(own).map(|t| t.answer.clone()).collect();
    let at = minute(LATER);
    let view = case.seat(participant);
    let probed = probes(participant, at);
    let tried: Vec<Option<Turned>> = probed
        .iter()
        .map(|s| case.decide_on(&view, s, at).err())
        .collect();
    (view, answers, tried)
}

fn same(pair: &Pair, leak: Option<Leak>, tally: &RefCell<Tally>) -> Result<(), TestCaseError> {
    let played = |steps| {
        let mut case = Pure::new(leak);
        let told = play(&mut case, steps, |_, _| {});
        (case, told)
    };
    let (one, told_one) = played(&pair.one);
    let (other, told_other) = played(&pair.other);
    let mut tally = tally.borrow_mut();
    tally.take(&one.desk(), &told_one);
    *tally.0.entry("hidden parts differ".to_owned()).or_default() +=
        u64::from(one.logs != other.logs);
    let p = pair.participant;
    let (a, b) = (learnt(p, &one, &told_one), learnt(p, &other, &told_other));
    if a == b {
        Ok(())
    } else {
        let why = format!("{} can tell the two cases apart", world::participant(p));
        Err(TestCaseError::fail(why))
    }
}

fn run(leak: Option<Leak>, cases: u32) -> (Result<(), TestError<Pair>>, Tally) {
    let config = Config {
        cases,
        failure_persistence: None,
        // A planted leak is only to be found, not made small.
        max_shrink_iters: if leak.is_some() { 0 } else { 500 },
        ..Config::default()
    };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let tally = RefCell::default();
    let result =
        TestRunner::new_with_rng(config, rng).run(&pair(20..60), |pair| same(&pair, leak, &tally));
    (result, tally.into_inner())
}

#[test]
fn point_1_what_a_participant_learns_is_a_function_of_its_rooms() {
    let (result, tally) = run(None, 200);
    if let Err(TestError::Fail(why, pair)) = result {
        panic!("{pair:#?}\n{why}");
    }
    tally.assert_reached(&[
        "hidden parts differ",
        "conveyed",
        "relayed",
        "silence-declared",
        "draft-put",
        "accepted",
        "concluded",
        "unreadable",
        "body-decided",
        "refused: told-in-confidence",
        "refused: leave-not-given",
        "refused: not-to-be-quoted",
        "refused: another-digest",
        "refused: old-text",
        "refused: approval-missing",
        "refused: already-silent",
    ]);
}

#[test]
fn point_1_numbers_across_rooms_are_caught() {
    caught(Leak::NumberedAcross);
}

#[test]
fn point_1_a_refusal_that_rests_on_another_room_is_caught() {
    caught(Leak::RefusalElsewhere);
}

#[test]
fn point_1_a_relay_that_names_its_source_is_caught() {
    caught(Leak::NamesSource);
}

#[test]
fn point_1_a_draft_number_that_skips_is_caught() {
    caught(Leak::SkippingDrafts);
}

fn caught(leak: Leak) {
    let (result, _) = run(Some(leak), 40);
    assert!(
        matches!(result, Err(TestError::Fail(..))),
        "{leak:?} was planted, and the property did not see it: {result:?}"
    );
}
