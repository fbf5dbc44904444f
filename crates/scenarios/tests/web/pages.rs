//! Two cases that differ only where a participant does not sit give it the same pages, the same
//! answers and the same receipts.

use std::cell::RefCell;

use mediation::{entry::Author, ids::EntryRef};
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use scenarios::{
    alter::{Pair, pair},
    interpret::{Told, play},
    office::Desk,
    probes::probes,
    shell::{Shell, Turned},
    step::Timed,
    tally::Tally,
    world::{self, PARTICIPANTS, ROOMS, minute},
};

use crate::browser::{Answer, Browser};

const LATER: u32 = 5_000;

fn played(steps: &[Timed]) -> (Desk, Vec<Told>) {
    let mut desk = Desk::new();
    let told = play(&mut desk, steps, |_, _| {});
    desk.clock.set(minute(LATER));
    (desk, told)
}

/// What the participant is answered when it submits.
fn answers(p: usize, told: &[Told]) -> Vec<Result<Vec<EntryRef>, Turned>> {
    let p = world::participant(p);
    let own = |t: &&Told| matches!(&t.submission.by, Author::Representative(q, _) if *q == p);
    told.iter().filter(own).map(|t| t.answer.clone()).collect()
}

/// What it is answered when it tries what it may not; nothing of it is recorded.
fn tried(p: usize, desk: &Desk) -> Vec<String> {
    let door = desk.door(&world::participant(p));
    let of = |s: &mediation::command::Submission| {
        // A message would be taken; what is tried here is to be refused.
        let taken = matches!(s.command, mediation::command::Command::Message(_));
        (!taken).then(|| door.submit(s).map_err(|e| e.to_string()))
    };
    let refused = |r: Result<service::Recorded, String>| r.err();
    probes(p, minute(90))
        .iter()
        .step_by(3)
        .filter_map(of)
        .filter_map(refused)
        .collect()
}

/// The receipts of all that it can read: the very bytes, and the key.
fn receipts(p: usize, desk: &Desk) -> Vec<(EntryRef, service::ReceiptFile)> {
    let door = desk.door(&world::participant(p));
    let view = door.view(None).unwrap();
    let own = view.view().rooms.values().flat_map(|r| {
        r.entries
            .iter()
            .map(|e| EntryRef::new(r.name.clone(), e.number))
    });
    own.map(|e| (e.clone(), door.receipt(&e).unwrap()))
        .collect()
}

/// The pages, with addresses that a curious reader would try beside those that are linked.
fn pages(p: usize, desk: &Desk) -> Vec<(String, Answer)> {
    let browser = Browser::open(&desk.office);
    let home = format!("/as/{}", PARTICIPANTS[p]);
    let mut all: Vec<_> = browser.walk(&home, &home).into_iter().collect();
    let then = minute(300).to_string();
    for page in [String::new(), "/chronicle".to_owned()] {
        let past = format!("{home}{page}?at={then}");
        all.push((past.clone(), browser.get(&past)));
    }
    for room in ROOMS.iter().map(|r| r.name).chain(["nowhere", "desk"]) {
        let path = format!("{home}/rooms/{room}");
        all.push((path.clone(), browser.get(&path)));
    }
    all
}

fn same<T: PartialEq + std::fmt::Debug>(
    what: &str,
    one: &[T],
    other: &[T],
) -> Result<(), TestCaseError> {
    if one.len() != other.len() {
        return Err(TestCaseError::fail(format!(
            "{what}: {} and {}",
            one.len(),
            other.len()
        )));
    }
    match one.iter().zip(other).find(|(a, b)| a != b) {
        None => Ok(()),
        Some((a, b)) => Err(TestCaseError::fail(format!("{what} differ:\n{a:?}\n{b:?}"))),
    }
}

#[test]
fn point_1_the_same_pages_answers_and_receipts_to_the_byte() {
    let tally = RefCell::new(Tally::default());
    let reached = RefCell::new((0_usize, 0_usize, 0_usize));
    let check = |pair: Pair| {
        let who = pair.participant;
        let ((one, told_one), (other, told_other)) = (played(&pair.one), played(&pair.other));
        tally.borrow_mut().take(&one.desk(), &told_one);
        same(
            "what it was answered",
            &answers(who, &told_one),
            &answers(who, &told_other),
        )?;
        same("its receipts", &receipts(who, &one), &receipts(who, &other))?;
        let (a, b) = (pages(who, &one), pages(who, &other));
        same("its pages", &a, &b)?;
        let refusals = tried(who, &one);
        same("refusals", &refusals, &tried(who, &other))?;
        let mut reached = reached.borrow_mut();
        reached.0 += a.iter().filter(|(_, answer)| answer.status == 200).count();
        reached.1 += refusals.len();
        reached.2 += usize::from(one.desk().rooms != other.desk().rooms);
        Ok(())
    };
    let config = Config {
        cases: 10,
        failure_persistence: None,
        max_shrink_iters: 60,
        ..Config::default()
    };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[11; 32]);
    let result = TestRunner::new_with_rng(config, rng).run(&pair(15..35), check);
    if let Err(TestError::Fail(why, pair)) = result {
        panic!(
            "{} can tell two cases apart: {why}\n{pair:#?}",
            PARTICIPANTS[pair.participant]
        );
    }
    let (pages, refusals, differing) = *reached.borrow();
    assert!(
        refusals > 1_000 && differing > 5,
        "{refusals} refusals, {differing} pairs that differ"
    );
    tally
        .borrow()
        .assert_reached(&["conveyed", "draft-put", "silence-declared"]);
    assert!(pages > 30, "only {pages} pages could be read");
}

#[test]
fn invariant_8_a_page_that_is_not_there_and_one_that_is_not_yours_are_one_answer() {
    let (desk, _) = played(&[]);
    let browser = Browser::open(&desk.office);
    let nowhere = browser.get("/as/north/rooms/nowhere");
    assert_eq!(nowhere.status, 404);
    for path in [
        "/as/north/rooms/caucus-south",
        "/as/north/rooms/desk",
        "/as/nobody",
        "/as/north/rooms/a%20b",
    ] {
        assert_eq!(browser.get(path), nowhere, "{path}");
    }
    let of = |room: &str, n| {
        desk.door(&world::participant(0)).receipt(&EntryRef::new(
            mediation::ids::RoomName::new(room).unwrap(),
            n,
        ))
    };
    let said = |room: &str, n| of(room, n).unwrap_err().to_string();
    let none = said("nowhere", 1);
    for (room, n) in [("caucus-south", 1), ("desk", 1), ("caucus-north", 999)] {
        assert_eq!(said(room, n), none, "{room}/{n}");
    }
}
