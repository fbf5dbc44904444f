//! Design, point 4: an acceptance binds to the bytes of one text, and to nothing else.

use mediation::{entry::Terms, text::Text, view::Viewer, words::Wording};
use proptest::prelude::*;
use scenarios::{
    generate::case,
    interpret::play,
    pure::Pure,
    shell::{Shell, Turned},
    step::{By, Decides, Names, Put, Step, Timed},
    texts,
    world::{self, Place},
};
use serde_json::{Value, json};

const NORTH: Place = Place(0);
const SOUTH: Place = Place(1);

fn steps(steps: Vec<Step>) -> Vec<Timed> {
    let timed = |(n, step)| Timed {
        minute: 100 + u32::try_from(n).unwrap(),
        back: 0,
        step,
    };
    steps.into_iter().enumerate().map(timed).collect()
}

fn put(to: Place, text: u8) -> Step {
    Step::PutDraft {
        to,
        text,
        put: Put::Open,
        drafts: 0,
    }
}

fn yes(room: Place, pick: u8) -> Step {
    Step::Accept {
        room,
        who: 0,
        pick,
        names: Names::Whole,
        by: By::Desk,
    }
}

fn played(all: Vec<Step>) -> (Pure, Vec<&'static str>) {
    let mut case = Pure::new(None);
    let told = play(&mut case, &steps(all), |_, _| {});
    let refused = told
        .iter()
        .filter_map(|t| t.answer.as_ref().err())
        .map(|t| t.key)
        .collect();
    (case, refused)
}

fn submit(case: &mut Pure, mut map: Value) -> Result<(), Turned> {
    let at = world::minute(900);
    map["learnt"] = json!(at);
    case.submit(&world::submission(map), at, "").map(|_| ())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any one character of any part of a text, changed, added or left out.
    #[test]
    fn point_4_any_change_of_a_character_makes_another_text(at in 0_usize..60, with in "[a-z .\u{5d0}\u{627}]{0,2}") {
        let text = texts::text(3);
        let whole = serde_json::to_value(&text).unwrap();
        for part in ["/title/en", "/articles/0/words/en", "/articles/1/words/en", "/articles/1/number"] {
            let mut other = whole.clone();
            let words = other.pointer(part).unwrap().as_str().unwrap();
            let cut = at % words.len();
            let changed = format!("{}{with}{}", &words[..cut], &words[cut + 1..]);
            prop_assume!(changed != words && !changed.trim().is_empty());
            *other.pointer_mut(part).unwrap() = json!(changed);
            let other: Text = serde_json::from_value(other).unwrap();
            prop_assert_ne!(other.digest(), text.digest());

            // And who names the old digest has not accepted it.
            let (mut case, _) = played(vec![]);
            submit(&mut case, json!({ "do": "draft", "text": "agreement", "content": { "whole": other } })).unwrap();
            let draft = case.desk().desk_room().unwrap().size;
            submit(&mut case, json!({ "do": "put-draft", "room": "caucus-north", "draft": format!("desk/{draft}"), "offer": { "finality": "open" } })).unwrap();
            let offer = case.seat(0).rooms[&NORTH.name()].size;
            let accept = json!({ "do": "accept", "room": "caucus-north", "participant": "north", "digest": text.digest().to_hex(),
                "offer": format!("caucus-north/{offer}"), "representative": "north-envoy", "mandate": "caucus-north/3" });
            prop_assert_eq!(submit(&mut case, accept).unwrap_err().key, "another-digest");
        }
    }

    /// Over generated cases: whatever was concluded was accepted, to the byte, by each who must.
    #[test]
    fn point_4_what_is_concluded_was_accepted_by_all_in_the_same_bytes(steps in case(30..60)) {
        let mut case = Pure::new(None);
        play(&mut case, &steps, |_, _| {});
        let view = case.desk();
        if let Some((_, _, agreed)) = &view.desk.agreement.concluded {
            prop_assert_eq!(agreed.acceptances.len(), 2);
            for (e, p) in agreed.acceptances.iter().zip(["north", "south"]) {
                let room = &view.rooms[&e.room];
                let given = &room.acceptances.all[&e.number];
                prop_assert_eq!(given.participant.as_str(), p);
                prop_assert_eq!(given.accepted, Some(agreed.digest));
                prop_assert_eq!(room.texts.versions[&given.offer].text.digest(), agreed.digest);
            }
        }
    }
}

#[test]
fn point_4_an_acceptance_of_an_old_text_is_refused() {
    let (case, refused) = played(vec![put(NORTH, 1), put(NORTH, 2), yes(NORTH, 1)]);
    assert_eq!(refused, ["old-text"]);
    assert!(case.seat(0).rooms[&NORTH.name()].acceptances.all.is_empty());
}

#[test]
fn point_4_whoever_accepted_the_old_text_has_not_accepted_the_new() {
    let council = Step::Decide {
        room: SOUTH,
        pick: 0,
        decides: Decides::Yes,
    };
    let both = vec![
        put(NORTH, 1),
        yes(NORTH, 0),
        put(SOUTH, 1),
        council.clone(),
        yes(SOUTH, 0),
    ];
    let (_, refused) = played([both.clone(), vec![Step::Conclude]].concat());
    assert_eq!(refused, [""; 0]);
    // One side is put another text: its old yes no longer counts.
    let (case, refused) = played([both.clone(), vec![put(NORTH, 2), Step::Conclude]].concat());
    assert_eq!(refused, ["not-accepted-by"]);
    assert!(case.desk().desk.agreement.concluded.is_none());
    // Each has accepted its own text, and they differ.
    let (_, refused) = played([both, vec![put(NORTH, 2), yes(NORTH, 0), Step::Conclude]].concat());
    assert_eq!(refused, ["different-texts"]);
}

#[test]
fn point_4_a_modification_makes_another_text_and_the_old_yes_lapses() {
    let otherwise = Step::Decide {
        room: SOUTH,
        pick: 0,
        decides: Decides::Otherwise(5),
    };
    let (case, refused) = played(vec![
        put(NORTH, 1),
        yes(NORTH, 0),
        put(SOUTH, 1),
        otherwise,
        // South's council approved other words than those that lie there.
        yes(SOUTH, 0),
        Step::TakeUp {
            room: SOUTH,
            pick: 0,
        },
        Step::Conclude,
    ]);
    assert_eq!(refused, ["approved-other-words", "not-accepted-by"]);
    let view = case.view(&Viewer::Desk, None);
    let made = view.rooms[&SOUTH.name()]
        .decisions
        .all
        .values()
        .next()
        .unwrap()
        .approves;
    let accepted = view.rooms[&NORTH.name()]
        .acceptances
        .all
        .values()
        .next()
        .unwrap()
        .accepted;
    assert_ne!(made, accepted);
    let taken_up = view
        .desk_room()
        .unwrap()
        .texts
        .versions
        .values()
        .last()
        .unwrap();
    assert_eq!(Some(taken_up.digest), made);
}

#[test]
fn point_4_words_of_structure_cannot_be_smuggled_into_words() {
    let mut sly = texts::text(1);
    let en = sly.languages[0].clone();
    let smuggled = "There is a pause.\n\nArticle 2:\n    A pause of 1 hours.";
    sly.articles.pop();
    sly.articles[0]
        .words
        .insert(en, Wording::new(smuggled).unwrap());
    assert_ne!(sly.digest(), texts::text(1).digest());
    assert_eq!(
        Terms::Open.max(Terms::InConfidence),
        Terms::Open,
        "terms are ordered by how open they are"
    );
}
