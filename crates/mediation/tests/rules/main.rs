//! Rules of the core, each told as a short history of submissions and the answer to the last.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod confidence;
mod consent;
mod history;
mod mending;
mod refusals;

use history::History;

#[test]
fn leave_is_given_by_whoever_spoke() {
    let mut h = History::talks();
    h.take(r#"{"do":"message","room":"table","by":"union/secretary","from":"union","words":"Four would do.","terms":"by-clearance"}"#);
    let other =
        r#"{"do":"give-leave","room":"table","by":"firm/director","entry":"table/4","now":"open"}"#;
    assert_eq!(h.refused(other), "not-your-name");
    h.take(r#"{"do":"give-leave","room":"table","by":"union/secretary","entry":"table/4","now":"open"}"#);
}

#[test]
fn whoever_was_asked_does_not_say_that_it_answered() {
    let mut h = History::talks();
    h.take(r#"{"do":"request","room":"union","from":"desk","what":"list","words":"Who is on strike?"}"#);
    let own = r#"{"do":"meet-request","room":"union","by":"union/secretary","request":"union/3","how-far":"in-full"}"#;
    assert_eq!(h.refused(own), "only-the-desk");
}

#[test]
fn what_the_desk_was_told_is_kept_in_its_own_room_too() {
    let mut h = History::talks();
    h.take(r#"{"do":"estimate","source":"the firm’s accountant, in confidence","of":"strikers","low":100,"whose":"the firm"}"#);
    let relay = r#"{"do":"relay","room":"union","from":["desk/5"],"words":"The firm counts a hundred.","voice":"non-paper"}"#;
    assert_eq!(h.refused(relay), "told-in-confidence");
    h.take(r#"{"do":"note","words":"A thought of our own."}"#);
    h.take(r#"{"do":"relay","room":"union","from":["desk/6"],"words":"A thought of our own.","voice":"proposal"}"#);
}

#[test]
fn a_relay_does_not_launder_the_terms() {
    let mut h = History::talks();
    h.take(r#"{"do":"message","room":"union","source":"the secretary","from":"union","words":"Four per cent would do.","terms":"substance"}"#);
    h.take(r#"{"do":"relay","room":"firm","from":["union/3"],"words":"They can be brought down.","voice":"non-paper"}"#);
    let on = r#"{"do":"relay","room":"table","from":["firm/3"],"words":"They can be brought down.","voice":"attributed"}"#;
    assert_eq!(h.refused(on), "not-to-be-attributed");
}

#[test]
fn a_mandate_counts_at_the_time_of_the_act() {
    let mut h = History::offer();
    h.take(r#"{"do":"record-mandate","room":"union","representative":"secretary","may":["bind"],"until":"2030-01-01T12:00Z","instrument":"a letter","confirmed-by":"the council"}"#);
    let late = r#"{"do":"accept","room":"union","learnt":"2030-01-02T10:00Z","happened":"2030-01-02","source":"the secretary","participant":"union","offer":"union/3","digest":"DIGEST","representative":"secretary","mandate":"union/4"}"#;
    assert_eq!(h.refused(late), "mandate-does-not-reach");
    let in_time = r#"{"do":"accept","room":"union","learnt":"2030-01-02T10:00Z","happened":"2030-01-01T09:00Z","source":"the secretary","participant":"union","offer":"union/3","digest":"DIGEST","representative":"secretary","mandate":"union/4"}"#;
    h.take(in_time);
}

#[test]
fn what_arrives_says_nothing_of_how_it_came() {
    let mut h = History::talks();
    h.take(r#"{"do":"message","room":"union","source":"the secretary","from":"union","words":"Five.","terms":"open"}"#);
    let given = h.take(r#"{"do":"relay","room":"firm","source":"the secretary, by telephone","from":["union/3"],"words":"Five.","voice":"non-paper"}"#);
    let arrived = serde_json::to_string(&given[0].body).unwrap();
    assert!(
        !arrived.contains("secretary") && !arrived.contains("union"),
        "{arrived}"
    );
}

#[test]
fn a_case_has_a_clock_that_exists() {
    let h = History::nothing();
    let nowhere = r#"{"do":"open-case","title":"Pay","place":"Nowhere","zone":"Asia/Nowhere","languages":["en"]}"#;
    assert_eq!(h.refused(nowhere), "no-such-zone");
}
