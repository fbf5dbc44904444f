//! What crosses from room to room: by an act of the desk, under the terms, with both ends in the
//! desk's room only, and naming no source where it arrives.

use std::collections::BTreeMap;

use mediation::{
    concerns::{
        provenance::terms_of,
        relays::{HowExact, Voice},
    },
    entry::{Author, Body, Terms},
    event::Event,
    ids::EntryRef,
    view::Room,
};
use proptest::prelude::*;
use scenarios::{
    generate::case,
    interpret::{Told, play},
    pure::Pure,
    shell::Shell,
    step::{Step, Timed, Verbatim},
    world::{self, PARTICIPANTS, Place, ROOMS},
};
use serde_json::json;

fn body<'a>(case: &'a Pure, e: &EntryRef) -> Option<&'a Body> {
    let at = usize::try_from(e.number).ok()?.checked_sub(1)?;
    case.logs.get(&e.room)?.entries.get(at)?.body()
}

fn crosses(event: &Event) -> bool {
    matches!(
        event,
        Event::Conveyed(_) | Event::DraftPut(_) | Event::Announced(_)
    )
}

/// Where the desk's own room says that things arrived: each place, and how often it is named.
fn arrivals(case: &Pure) -> BTreeMap<EntryRef, u32> {
    let view = case.desk();
    let texts = view
        .desk_room()
        .map(|r| r.texts.carried.clone())
        .unwrap_or_default();
    let desk = &view.desk;
    let relayed = desk.crossings.relayed.values().map(|r| r.to.clone());
    let told = desk
        .agreement
        .announcements
        .values()
        .flat_map(|a| a.to.clone());
    let mut out = BTreeMap::new();
    for to in relayed
        .chain(told)
        .chain(texts.into_iter().map(|(_, to)| to))
    {
        *out.entry(to).or_insert(0) += 1;
    }
    out
}

/// How many doors were tried, over all cases: the property must not hold for want of any.
static REACHED: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);

/// Whether a room has heard words, in whatever field.
fn says(room: &Room, words: &str) -> bool {
    let written = serde_json::to_string(words).unwrap();
    let mut bodies = room.entries.iter().filter_map(|e| e.body());
    bodies.any(|b| {
        serde_json::to_string(b)
            .unwrap()
            .contains(written.trim_matches('"'))
    })
}

/// The commands with which the desk writes words of its own into a room.
fn doors(room: &str, words: &str) -> Vec<(&'static str, serde_json::Value)> {
    vec![
        (
            "message",
            json!({ "do": "message", "room": room, "from": "desk", "words": words }),
        ),
        (
            "request",
            json!({ "do": "request", "room": room, "from": "desk", "what": "answer", "words": words }),
        ),
        (
            "demand",
            json!({ "do": "demand", "room": room, "from": "desk", "words": "See below.", "parts": [words] }),
        ),
        (
            "undertake",
            json!({ "do": "undertake", "room": room, "from": "desk", "kind": "assurance", "words": words }),
        ),
        (
            "outline",
            json!({ "do": "outline", "room": room, "title": "Points", "points": [words] }),
        ),
        (
            "act",
            json!({ "do": "record-act", "room": room, "kind": "event", "who": "somebody", "words": words }),
        ),
        (
            "estimate",
            json!({ "do": "estimate", "room": room, "of": "persons", "low": 1, "whose": "the desk", "words": words }),
        ),
        (
            "announce",
            json!({ "do": "announce", "rooms": [room], "subject": "News", "words": words }),
        ),
    ]
}

/// Whether what was carried into any room names neither another room nor somebody who does not
/// sit there, unless it is attributed to them.
fn names_no_source(case: &Pure) -> Result<(), TestCaseError> {
    for (name, log) in case.logs.iter().filter(|(n, _)| !n.is_desk()) {
        let plan = ROOMS.iter().find(|r| r.name == name.as_str()).unwrap();
        for b in log
            .entries
            .iter()
            .filter_map(|e| e.body())
            .filter(|b| crosses(&b.event))
        {
            prop_assert_eq!(&b.source, &None);
            let attributed = match &b.event {
                Event::Conveyed(c) => c.attributed_to.as_ref().map(ToString::to_string),
                _ => None,
            };
            let written = serde_json::to_string(b).unwrap();
            let elsewhere = ROOMS
                .iter()
                .filter(|r| r.name != plan.name)
                .map(|r| format!("{}/", r.name));
            let others = (0..3)
                .filter(|n| !plan.members.contains(n))
                .map(|n| PARTICIPANTS[n]);
            let names = others.flat_map(|p| [p.to_owned(), world::full_name(p)]);
            for trace in elsewhere.chain(names).chain(["desk/".to_owned()]) {
                let said = attributed.as_ref().is_some_and(|a| a.contains(&trace));
                prop_assert!(
                    said || !written.contains(&trace),
                    "{trace} stands in {written}"
                );
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn point_2_what_crosses_is_an_act_of_the_desk_with_both_ends_in_its_room(steps in case(20..50)) {
        let mut case = Pure::new(None);
        let told: Vec<Told> = play(&mut case, &steps, |_, _| {});
        let mut crossed = BTreeMap::new();
        for t in &told {
            for e in t.answer.iter().flatten() {
                // An entry made unreadable since has no body; what crosses to a room never has one
                // in the room where it was submitted alone.
                let Some(b) = body(&case, e) else { continue };
                if crosses(&b.event) {
                    prop_assert_eq!(&t.submission.by, &Author::Desk);
                    crossed.insert(e.clone(), 1);
                } else {
                    let own = e.room == t.submission.room || e.room.is_desk();
                    prop_assert!(own, "{} wrote to {}", t.submission.command.kind().name, e.room);
                }
            }
        }
        let mut named = arrivals(&case);
        // What was carried may have been made unreadable since; that it was carried stays.
        named.retain(|e, _| body(&case, e).is_some());
        prop_assert_eq!(named, crossed);
    }

    #[test]
    fn point_2_nothing_crosses_against_its_terms(steps in case(20..50)) {
        let mut case = Pure::new(None);
        play(&mut case, &steps, |_, _| {});
        for r in case.desk().desk.crossings.relayed.values() {
            for source in &r.from {
                match source.terms {
                    Some(Terms::InConfidence | Terms::ByClearance) => prop_assert!(false, "{r:?}"),
                    Some(Terms::Substance) => {
                        // The desk's own wording of it, once carried, may be carried on as it is.
                        let carried = body(&case, &source.entry)
                            .is_none_or(|b| matches!(b.event, Event::Conveyed(_)));
                        prop_assert!(carried || r.wording != HowExact::Verbatim || r.from.len() > 1);
                        prop_assert!(r.voice != Voice::Attributed);
                    }
                    Some(Terms::Open) | None => {}
                }
            }
        }
    }

    /// Whatever a participant said that is not open, the desk cannot write into a room where
    /// somebody else would read it for the first time: not by any of its commands.
    #[test]
    fn point_2_no_door_of_the_desk_leads_round_the_terms(steps in case(20..50)) {
        let mut case = Pure::new(None);
        play(&mut case, &steps, |_, _| {});
        let (view, at) = (case.desk(), world::minute(9_000));
        let mut kept = 0;
        for from in view.rooms.values().filter(|r| !r.name.is_desk()) {
            for entry in &from.entries {
                let source = EntryRef::new(from.name.clone(), entry.number);
                let Some(words) = entry.body().and_then(|b| match &b.event {
                    Event::MessageGiven(m) => Some(m.words.to_string()),
                    _ => None,
                }) else { continue };
                // The same remark may stand in several rooms, on other terms.
                let closed = terms_of(&view, &source).is_some_and(|t| t != Terms::Open);
                let here = |r: &&Room| r.name != from.name && !r.name.is_desk();
                let news = |r: &&Room| {
                    let (a, b) = (r.opened.as_ref().unwrap(), from.opened.as_ref().unwrap());
                    !a.members.iter().all(|s| b.seats(&s.participant)) && !says(r, &words)
                };
                for to in view.rooms.values().filter(here).filter(news).filter(|_| closed) {
                    for (door, map) in doors(to.name.as_str(), &words) {
                        let mut map = map;
                        map["learnt"] = json!(at);
                        let refused = case.decide(&world::submission(map), at).err().map(|t| t.key);
                        let key = refused.unwrap_or("taken");
                        prop_assert!(
                            ["told-in-confidence", "leave-not-given", "not-to-be-quoted"].contains(&key),
                            "{door} into {}: {key}: {words}", to.name
                        );
                        kept += 1;
                    }
                }
            }
        }
        REACHED.fetch_add(kept, std::sync::atomic::Ordering::Relaxed);
    }

    #[test]
    fn invariant_4_what_arrives_names_no_source(steps in case(20..50)) {
        let mut case = Pure::new(None);
        play(&mut case, &steps, |_, _| {});
        names_no_source(&case)?;
    }
}

#[test]
fn point_2_doors_were_tried() {
    point_2_no_door_of_the_desk_leads_round_the_terms();
    assert!(REACHED.load(std::sync::atomic::Ordering::Relaxed) > 1_000);
}

#[test]
fn invariant_4_the_desks_own_words_carried_on_name_no_source() {
    let (here, there) = (Place::caucus(2), Place::caucus(0));
    let steps = [
        Step::Act {
            room: here,
            words: 0,
        },
        Step::CarryEntry {
            to: there,
            from: here,
            pick: 0,
            voice: Voice::NonPaper,
            verbatim: Verbatim::Yes,
        },
    ];
    let minutes = [70, 80].into_iter().zip(steps);
    let timed: Vec<Timed> = minutes
        .map(|(minute, step)| Timed {
            minute,
            back: 0,
            step,
        })
        .collect();
    let mut case = Pure::new(None);
    play(&mut case, &timed, |_, _| {});
    assert_eq!(case.desk().desk.crossings.relayed.len(), 1);
    names_no_source(&case).unwrap();
}

#[test]
fn point_2_the_default_is_to_keep() {
    let said = json!({ "do": "message", "room": "caucus-north", "from": "north",
        "words": "Between us.", "learnt": world::minute(90) });
    let said = world::submission(said);
    assert_eq!(said.terms, Terms::InConfidence);
    let mut case = Pure::new(None);
    play(&mut case, &[], |_, _| {});
    let at = world::minute(91);
    let entry = case.submit(&said, at, "").unwrap().remove(0);
    let relay = |voice: &str| {
        world::submission(
            json!({ "do": "relay", "room": "caucus-south", "from": [entry.to_string()],
            "words": "Other words.", "voice": voice, "learnt": at }),
        )
    };
    for voice in ["attributed", "non-paper", "proposal"] {
        assert_eq!(
            case.submit(&relay(voice), at, "").unwrap_err().key,
            "told-in-confidence"
        );
    }
    let mut untouched = Pure::new(None);
    play(&mut untouched, &[], |_, _| {});
    assert_eq!(case.seat(1), untouched.seat(1));
}

#[test]
fn point_2_terms_outlive_the_entry_that_they_were_given_for() {
    let mut case = Pure::new(None);
    play(&mut case, &[], |_, _| {});
    let mut n = 100;
    let mut submit = |case: &mut Pure, mut map: serde_json::Value| {
        n += 1;
        map["learnt"] = json!(world::minute(n));
        case.submit(&world::submission(map), world::minute(n), "")
            .map(|mut e| e.remove(0))
    };
    let source = submit(
        &mut case,
        json!({ "do": "message", "room": "caucus-north", "from": "north",
        "terms": "substance", "words": "We could live with two days." }),
    )
    .unwrap();
    let carried = submit(
        &mut case,
        json!({ "do": "relay", "room": "caucus-south", "from": [source.to_string()],
        "voice": "non-paper", "words": "A pause of some days is thinkable." }),
    )
    .unwrap();
    submit(&mut case, json!({ "do": "give-leave", "room": "caucus-north", "entry": source.to_string(), "now": "in-confidence" })).unwrap();
    let on = json!({ "do": "relay", "room": "caucus-east", "from": [carried.to_string()],
        "voice": "non-paper", "words": "Some days are thinkable." });
    assert_eq!(
        submit(&mut case, on.clone()).unwrap_err().key,
        "told-in-confidence"
    );
    submit(
        &mut case,
        json!({ "do": "erase-entry", "room": "caucus-north", "entry": source.to_string(),
        "why": "North asks for it.", "authority": "the head of the desk" }),
    )
    .unwrap();
    assert_eq!(submit(&mut case, on).unwrap_err().key, "told-in-confidence");
}
