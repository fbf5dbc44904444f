//! What is written down late, taken back, corrected or erased.

use mediation::concerns::{corrections::Effect, lists::CellFault};

use super::history::History;

const LINE: &str = r#"{"do":"open-channel","room":"union","id":"line","participant":"union","reaches":"the secretary","means":"telephone","state":"active","every-hours":24}"#;

fn call(happened: &str) -> String {
    format!(
        r#"{{"do":"contact","room":"union","channel":"line","learnt":"2030-01-03T10:00Z","happened":"{happened}","how":"call","outcome":"A call."}}"#
    )
}

#[test]
fn a_silence_ends_with_what_came_after_it_began() {
    let mut h = History::talks();
    h.take(LINE);
    h.take(r#"{"do":"declare-silence","room":"union","channel":"line","learnt":"2030-01-02T10:00Z","happened":"2030-01-02T08:00Z"}"#);
    h.take(&call("2030-01-01T09:00Z"));
    let channel = |h: &History| {
        h.view().rooms[&"union".parse().unwrap()].channels.all[&"line".parse().unwrap()].clone()
    };
    assert!(channel(&h).open_silence().is_some());
    assert_eq!(
        channel(&h).last_heard().unwrap().when.to_string(),
        "2030-01-01T09:00Z"
    );
    h.take(&call("2030-01-02T20:00Z"));
    assert!(channel(&h).open_silence().is_none());
    // An older call, found later in somebody's notes, moves neither the last nor the next contact.
    let due = channel(&h).next_due;
    assert_eq!(due.unwrap().to_string(), "2030-01-03T20:00:00Z");
    h.take(&call("2030-01-01T07:00Z"));
    assert_eq!(
        channel(&h).last_heard().unwrap().when.to_string(),
        "2030-01-02T20:00Z"
    );
    assert_eq!(channel(&h).next_due, due);
    let set = r#"{"do":"set-channel","room":"union","id":"line","state":"silent"}"#;
    assert_eq!(h.refused(set), "silence-is-declared");
}

#[test]
fn contact_is_due_from_when_it_was_made_however_late_that_was_learnt() {
    let mut h = History::talks();
    h.take(LINE);
    h.take(&call("2029-12-30~"));
    let channel =
        h.view().rooms[&"union".parse().unwrap()].channels.all[&"line".parse().unwrap()].clone();
    // The thirtieth has ended everywhere at noon of the next day in UTC; a day later it is due.
    assert_eq!(
        channel.next_due.unwrap().to_string(),
        "2030-01-01T12:00:00Z"
    );
}

#[test]
fn what_is_void_is_not_carried() {
    let mut h = History::talks();
    h.take(r#"{"do":"message","room":"union","source":"the secretary","from":"union","terms":"open","words":"We go back on Monday."}"#);
    h.take(r#"{"do":"correct","room":"union","entry":"union/3","wrong":"A hoax.","right":"Nothing was said.","effect":"void"}"#);
    let relay = r#"{"do":"relay","room":"firm","from":["union/3"],"words":"They may go back.","voice":"non-paper"}"#;
    assert_eq!(h.refused(relay), "source-is-void");
}

#[test]
fn what_is_made_void_counts_nowhere_and_stays_in_sight() {
    let mut h = History::talks();
    h.take(r#"{"do":"request","room":"union","from":"desk","what":"list","words":"Who is on strike?"}"#);
    h.take(r#"{"do":"estimate","room":"union","of":"strikers","low":24,"whose":"the union"}"#);
    let before = h.view().rooms[&"union".parse().unwrap()].clone();
    assert_eq!(before.lists.estimates.len(), 1);
    h.take(r#"{"do":"correct","room":"union","entry":"union/3","wrong":"It was never asked.","right":"Nothing was asked.","effect":"void"}"#);
    h.take(r#"{"do":"correct","room":"union","entry":"union/4","wrong":"24","right":"42"}"#);
    let after = h.view().rooms[&"union".parse().unwrap()].clone();
    assert_eq!(after.conversation.open_requests().count(), 0);
    assert_eq!(after.entries.len(), 6);
    assert_eq!(after.corrections.effect_on(3), Some(Effect::Void));
    assert_eq!(after.corrections.effect_on(4), Some(Effect::Amended));
    // One step on and the whole fold anew are the same view.
    assert_eq!(h.view(), &h.folded());
    let again = r#"{"do":"correct","room":"union","entry":"union/3","wrong":"x","right":"y","effect":"void"}"#;
    assert_eq!(h.refused(again), "cannot-be-void");
    let opened = r#"{"do":"correct","room":"union","entry":"union/1","wrong":"x","right":"y","effect":"void"}"#;
    assert_eq!(h.refused(opened), "cannot-be-void");
    let unvoid =
        r#"{"do":"erase-entry","room":"union","entry":"union/5","why":"x","authority":"y"}"#;
    assert_eq!(h.refused(unvoid), "must-stay-readable");
}

#[test]
fn what_somebody_relies_on_is_not_erased() {
    let mut h = History::talks();
    h.take(r#"{"do":"demand","room":"union","from":"desk","words":"Return to work."}"#);
    h.take(r#"{"do":"answer","room":"union","source":"the secretary","from":"union","demand":"union/3","words":"In part.","parts":[{"part":1,"outcome":"in-part"}],"undertaking":"The night shift returns."}"#);
    h.take(r#"{"do":"outline","room":"union","title":"Points","points":["Pay."]}"#);
    h.take(r#"{"do":"take-position","room":"union","source":"the secretary","participant":"union","on":"union/5","stand":"agreed"}"#);
    for n in [4, 5] {
        let erase = format!(
            r#"{{"do":"erase-entry","room":"union","entry":"union/{n}","why":"x","authority":"y"}}"#
        );
        assert_eq!(h.refused(&erase), "must-stay-readable");
    }
    let article = r#"{"do":"take-position","room":"union","source":"the secretary","participant":"union","on":"union/5","articles":["99"],"stand":"agreed"}"#;
    assert_eq!(h.refused(article), "no-such-article");
    let twice = r#"{"do":"answer","room":"union","source":"the secretary","from":"union","demand":"union/3","words":"x","parts":[{"part":1,"outcome":"accepted"},{"part":1,"outcome":"declined"}]}"#;
    assert_eq!(h.refused(twice), "part-answered-twice");
}

#[test]
fn what_others_read_names_nothing_that_stands_elsewhere() {
    let mut h = History::talks();
    h.take(r#"{"do":"record-list","room":"union","source":"the secretary","from":"union","kind":"held","title":"A list","count":1}"#);
    let there = r#"{"do":"confirm-count","room":"firm","of":"strikers","count":1,"firmness":"verified","list":"union/3"}"#;
    assert_eq!(h.refused(there), "not-in-this-room");
    h.take(r#"{"do":"confirm-count","of":"strikers","count":1,"firmness":"verified","list":"union/3","whose":"the union"}"#);
}

#[test]
fn two_officers_are_two_hands() {
    let mut h = History::talks();
    h.take(r#"{"do":"add-officer","officer":"ann","name":"Ann","code":"ann-secret"}"#);
    h.take(r#"{"do":"add-officer","officer":"bob","name":"Bob","code":"bob-secret"}"#);
    h.take(r#"{"do":"ground-rules","required":["union","firm"],"clearance":"two-officers"}"#);
    let propose = |who: &str, code: &str| {
        format!(
            r#"{{"do":"propose-relay","to":"firm","officer":"{who}","code":"{code}","relay":{{"words":"Five.","voice":"proposal"}}}}"#
        )
    };
    assert_eq!(h.refused(&propose("bob", "ann-secret")), "wrong-code");
    assert_eq!(
        h.refused(&propose("bob", "ann-secret").replace(r#""code":"ann-secret","#, "")),
        "wrong-code"
    );
    let second = r#"{"do":"add-officer","officer":"eve","name":"Eve","code":"eve-secret"}"#;
    assert_eq!(h.refused(second), "not-admitted");
    let admitted = |code: &str| {
        second.replace(
            '}',
            &format!(r#","admitted-by":{{"officer":"bob","code":"{code}"}}}}"#),
        )
    };
    assert_eq!(h.refused(&admitted("ann-secret")), "wrong-code");
    h.take(&admitted("bob-secret"));
    let proposed = h.take(&propose("ann", "ann-secret"));
    let clear = |who: &str| {
        format!(
            r#"{{"do":"clear-relay","proposal":"desk/9","officer":"{who}","code":"{who}-secret"}}"#
        )
    };
    assert_eq!(h.refused(&clear("ann")), "same-officer");
    h.take(&clear("bob"));
    // The signature of one proposal is none for another, though it says the same.
    let body = serde_json::to_value(&proposed[0].body).unwrap();
    let signature = &body["event"]["of"]["signature"];
    let again =
        propose("ann", "x").replace(r#""code":"x""#, &format!(r#""signature":{signature}"#));
    assert_eq!(h.refused(&again), "wrong-code");
}

#[test]
fn a_list_is_taken_whole_with_its_faults() {
    let mut h = History::talks();
    h.take(r#"{"do":"record-list","room":"union","source":"the secretary","from":"union","kind":"held","title":"A list","count":3,"rows":[{"name":"A. B.","age":""},{"name":null,"age":34},{"name":"a\u202eb","age":"x\ty"}]}"#);
    let list = &h.view().rooms[&"union".parse().unwrap()].lists.lists[0].list;
    assert_eq!(list.rows.len(), 3);
    let faults: Vec<_> = list
        .faults()
        .map(|(row, column, fault)| (row, column.as_str().to_owned(), fault))
        .collect();
    let (empty, hidden) = (CellFault::Empty, CellFault::Hidden);
    assert_eq!(
        faults,
        [
            (1, "age".to_owned(), empty),
            (2, "name".to_owned(), empty),
            (3, "age".to_owned(), hidden),
            (3, "name".to_owned(), hidden)
        ]
    );
    let name = &list.rows[2][&"name".parse().unwrap()];
    assert_eq!(
        (name.as_str(), name.shown().as_str()),
        ("a\u{202e}b", "a[U+202E]b")
    );
}

#[test]
fn a_window_is_in_hand_when_it_has_passed() {
    let mut h = History::talks();
    h.take(r#"{"do":"require","requirement":"window","kind":"window","what":"The time for petitions","due":"2030-01-02T12:00Z"}"#);
    let met =
        |at: &str| format!(r#"{{"do":"meet-requirement","learnt":"{at}","requirement":"window"}}"#);
    assert_eq!(h.refused(&met("2030-01-02T11:00Z")), "window-still-open");
    h.take(&met("2030-01-02T13:00Z"));
}

#[test]
fn a_decision_may_be_challenged_as_long_as_its_body_says() {
    let mut h = History::offer();
    h.take(r#"{"do":"add-body","room":"union","body":"council","participant":"union","name":"The council","weight":"must-approve","rule":"not-known","challenge-hours":24}"#);
    h.take(r#"{"do":"record-decision","room":"union","learnt":"2030-01-02T10:00Z","body":"council","on":"union/3","outcome":"approved"}"#);
    let decided = &h.view().rooms[&"union".parse().unwrap()].decisions.all[&5].decision;
    assert_eq!(
        decided.challenge_until.unwrap().to_string(),
        "2030-01-03T10:00:00Z"
    );
    assert!(decided.votes.is_none());
}
