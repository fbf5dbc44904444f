//! What holds after every submission, taken or refused: nothing is rewritten, a refusal changes
//! nothing and explains itself, the core gives the same each time.

use std::{cell::RefCell, sync::Arc};

use mediation::{
    decide::decide,
    entry::{Author, Content, Entry, RoomLog},
    event::Event,
    ids::{EntryRef, ParticipantId},
    submission::HEADER,
    view::{View, Viewer},
};
use proptest::prelude::*;
use scenarios::{
    generate::case, interpret::play, probes::probes, pure::Pure, shell::Shell, step::Timed, world,
};

fn viewers() -> Vec<Viewer> {
    let seats = (0..3).map(|n| Viewer::Participant(world::participant(n)));
    std::iter::once(Viewer::Desk).chain(seats).collect()
}

fn played(steps: &[Timed]) -> Pure {
    let mut case = Pure::new(None);
    play(&mut case, steps, |_, _| {});
    case
}

fn views(case: &Pure) -> Vec<View> {
    viewers().iter().map(|v| case.view(v, None)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn point_3_every_log_only_grows(steps in case(10..40)) {
        let before = RefCell::new(Pure::new(None).logs);
        let mut case = Pure::new(None);
        play(&mut case, &steps, |case, told| {
            for (room, was) in before.borrow().iter() {
                let now = &case.logs[room].entries;
                for (old, new) in was.entries.iter().zip(now) {
                    assert!(old == new || made_unreadable(old, new, &told.answer, case));
                }
                assert!(now.len() >= was.entries.len());
            }
            before.replace(case.logs.clone());
        });
    }

    #[test]
    fn point_7_a_refusal_explains_itself_and_changes_nothing(steps in case(10..40)) {
        let before = RefCell::new((Pure::new(None).logs, Pure::new(None).desk()));
        let mut case = Pure::new(None);
        play(&mut case, &steps, |case, told| {
            if let Err(turned) = &told.answer {
                let (logs, desk) = &*before.borrow();
                assert!(*logs == case.logs && *desk == case.desk());
                explains(&turned.said);
            }
            before.replace((case.logs.clone(), case.desk()));
        });
    }

    #[test]
    fn point_8_the_present_one_step_on_is_the_fold_of_it_all(steps in case(10..40)) {
        let all: Vec<RefCell<View>> = viewers().iter().map(|v| View::of(v, [], None).into()).collect();
        let mut case = Pure::new(None);
        play(&mut case, &steps, |case, told| {
            let Ok(written) = &told.answer else { return };
            for view in &all {
                for e in written {
                    let at = usize::try_from(e.number).unwrap() - 1;
                    view.borrow_mut().push(&e.room, &case.logs[&e.room].entries[at]);
                }
                // An erasure folds anew, as the office does.
                let viewer = view.borrow().viewer.clone();
                let anew = case.view(&viewer, None);
                if erases(case, written) {
                    view.replace(anew);
                } else {
                    assert_eq!(*view.borrow(), anew);
                }
            }
        });
    }

    #[test]
    fn point_8_the_same_view_and_submission_give_the_same(steps in case(10..40)) {
        let before = RefCell::new(Pure::new(None));
        let mut case = Pure::new(None);
        play(&mut case, &steps, |case, told| {
            let was = before.borrow();
            let at = told.submission.learnt.plus_seconds(90_000);
            let (once, twice) = (was.decide(&told.submission, at), was.decide(&told.submission, at));
            assert_eq!(once, twice);
            drop(was);
            before.replace(case.clone());
        });
    }

    #[test]
    fn point_9_what_is_submitted_can_be_written_and_read_back(steps in case(10..40)) {
        let mut case = Pure::new(None);
        for told in play(&mut case, &steps, |_, _| {}) {
            let map = told.submission.to_map().unwrap();
            assert!(map.contains_key("do") && HEADER.iter().any(|h| map.contains_key(*h)));
            let text = serde_json::to_string(&map).unwrap();
            let back = world::submission(serde_json::from_str(&text).unwrap());
            prop_assert_eq!(back, told.submission);
        }
    }

    #[test]
    fn invariant_2_an_entry_is_shown_whole_or_not_at_all(steps in case(10..40)) {
        let case = played(&steps);
        for viewer in viewers() {
            let view = case.view(&viewer, None);
            for (name, log) in &case.logs {
                match view.rooms.get(name) {
                    Some(room) => prop_assert_eq!(&room.entries, &log.entries),
                    None => prop_assert!(!sits(log, &viewer)),
                }
            }
            prop_assert!(view.rooms.keys().all(|n| sits(&case.logs[n], &viewer)));
        }
    }

    #[test]
    fn invariant_3_a_decision_rests_on_the_actors_rooms_alone(steps in case(10..40)) {
        let case = played(&steps);
        let at = world::minute(5_000);
        for n in 0..3 {
            let viewer = Viewer::Participant(world::participant(n));
            let own: Vec<RoomLog> = case.logs.values().filter(|l| sits(l, &viewer)).cloned().collect();
            let (all, alone) = (case.view(&viewer, None), View::of(&viewer, &own, None));
            for probe in probes(n, at) {
                prop_assert_eq!(decide(&all, &probe, at), decide(&alone, &probe, at));
            }
        }
    }

    #[test]
    fn invariant_8_not_there_and_not_yours_are_one_answer(steps in case(10..40)) {
        let case = played(&steps);
        let at = world::minute(5_000);
        for n in 0..3 {
            let view = case.view(&Viewer::Participant(world::participant(n)), None);
            let answer = |room: &str| {
                let said: Vec<String> = probes(n, at)
                    .into_iter()
                    .filter(|s| serde_json::to_string(&s.to_map().unwrap()).unwrap().contains(room))
                    .map(|s| decide(&view, &s, at).unwrap_err().to_string().replace(room, "there"))
                    .collect();
                assert!(said.len() > 40);
                said
            };
            let nowhere = answer("nowhere");
            for room in case.logs.keys().filter(|r| !view.rooms.contains_key(*r) && !r.is_desk()) {
                // Rooms whose name is part of another's would be replaced twice.
                prop_assert_eq!(&answer(room.as_str()), &nowhere, "{}", room);
            }
        }
    }

    #[test]
    fn invariant_9_a_view_that_is_dropped_is_folded_again(steps in case(10..30)) {
        let case = played(&steps);
        prop_assert_eq!(views(&case), views(&case.clone()));
        prop_assert_eq!(case.view(&Viewer::Desk, None), View::clone(&case.desk()));
    }

    #[test]
    fn invariant_12_nothing_is_deleted_from_a_log(steps in case(20..60)) {
        let case = played(&steps);
        let desk = case.desk();
        for (name, log) in &case.logs {
            for (n, entry) in log.entries.iter().enumerate() {
                prop_assert_eq!(entry.number, u64::try_from(n).unwrap() + 1);
                if entry.content == Content::Unreadable {
                    let by = desk.rooms[name].corrections.erased.get(&entry.number);
                    let says = by.and_then(|b| desk.rooms[name].entry(*b)).and_then(|e| e.body());
                    let erasure = says.is_some_and(|b| matches!(b.event, Event::BodyErased(_)));
                    prop_assert!(erasure, "{}/{} is unreadable, and no entry says why", name, entry.number);
                }
            }
        }
    }
}

fn sits(log: &RoomLog, viewer: &Viewer) -> bool {
    let opened = log.entries[0].body().unwrap();
    match (&opened.event, viewer) {
        (Event::RoomOpened(o), Viewer::Participant(p)) => {
            o.members.iter().any(|s| s.participant == *p)
        }
        (_, Viewer::Desk) => true,
        _ => false,
    }
}

fn erases(case: &Pure, written: &[EntryRef]) -> bool {
    let body = |e: &EntryRef| {
        let at = usize::try_from(e.number).unwrap() - 1;
        case.logs[&e.room].entries[at].body().cloned()
    };
    written
        .iter()
        .any(|e| body(e).is_some_and(|b| matches!(b.event, Event::BodyErased(_))))
}

fn made_unreadable<E>(
    old: &Arc<Entry>,
    new: &Arc<Entry>,
    answer: &Result<Vec<EntryRef>, E>,
    case: &Pure,
) -> bool {
    let same = old.number == new.number && old.recorded == new.recorded;
    same && new.content == Content::Unreadable && answer.as_ref().is_ok_and(|w| erases(case, w))
}

/// What was attempted, the rule, and what can be done, with nothing left to fill in.
fn explains(said: &str) {
    let parts: Vec<&str> = said.split(": ").collect();
    assert!(said.starts_with("refused: ") && parts.len() >= 4, "{said}");
    assert!(
        said.contains(" in room ") && said.contains("Nothing was recorded. You can: "),
        "{said}"
    );
    assert!(
        !said.contains(['{', '}']) && said.ends_with('.') && !said.ends_with(": ."),
        "{said}"
    );
}

#[test]
fn point_8_only_the_present_can_be_written_to() {
    let case = played(&[]);
    let at = world::minute(100);
    let p: ParticipantId = world::participant(0);
    for viewer in [Viewer::Desk, Viewer::Participant(p)] {
        let past = case.view(&viewer, Some(at));
        let submission = probes(0, at).remove(0);
        let by = match viewer {
            Viewer::Desk => Author::Desk,
            Viewer::Participant(_) => submission.by.clone(),
        };
        let refused = decide(
            &past,
            &mediation::command::Submission { by, ..submission },
            at,
        );
        assert_eq!(refused.unwrap_err().reason.text().key, "only-the-present");
    }
}
