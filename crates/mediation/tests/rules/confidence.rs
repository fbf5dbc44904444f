//! Words told in confidence, by every door that leads from one room to another.

use super::history::History;

/// What the union said in confidence, and what it let be quoted.
const SECRET: &str = "We would settle for four per cent if it came before the holidays.";
const OPEN: &str = "We ask for a meeting in the first week of the new year.";

fn told() -> History {
    let mut h = History::talks();
    h.take(&format!(
        r#"{{"do":"message","room":"union","source":"the secretary","from":"union","words":"{SECRET}"}}"#
    ));
    h.take(&format!(
        r#"{{"do":"message","room":"union","source":"the secretary","from":"union","words":"{OPEN}","terms":"open"}}"#
    ));
    h
}

fn kept(h: &History, json: &str) {
    let json = json.replace("SECRET", SECRET).replace("OPEN", OPEN);
    assert_eq!(h.refused(&json), "told-in-confidence", "{json}");
}

#[test]
fn beside_words_that_may_be_quoted() {
    kept(
        &told(),
        r#"{"do":"relay","room":"firm","from":["union/4"],"words":"OPEN SECRET","voice":"non-paper"}"#,
    );
}

#[test]
fn by_way_of_the_desk_s_own_words() {
    let mut h = told();
    h.take(&r#"{"do":"note","words":"SECRET"}"#.replace("SECRET", SECRET));
    kept(
        &h,
        r#"{"do":"relay","room":"firm","from":["desk/5"],"words":"SECRET","voice":"proposal"}"#,
    );
    // Read back to whoever said them, they cross nothing.
    h.take(
        &r#"{"do":"message","room":"union","from":"desk","words":"You said: SECRET"}"#
            .replace("SECRET", SECRET),
    );
    kept(
        &h,
        r#"{"do":"relay","room":"firm","from":["union/5"],"words":"SECRET","voice":"proposal"}"#,
    );
}

#[test]
fn by_way_of_a_correction_on_wider_terms() {
    let mut h = told();
    h.take(r#"{"do":"correct","room":"union","entry":"union/3","wrong":"Four.","right":"We would settle for three per cent after the holidays.","terms":"open"}"#);
    kept(
        &h,
        r#"{"do":"relay","room":"firm","from":["union/5"],"words":"We would settle for three per cent after the holidays.","voice":"proposal"}"#,
    );
}

#[test]
fn out_of_what_the_desk_was_told_or_noted_of_a_call() {
    let mut h = History::talks();
    h.take(&r#"{"do":"note","source":"a journalist","words":"SECRET"}"#.replace("SECRET", SECRET));
    kept(
        &h,
        r#"{"do":"relay","room":"firm","words":"SECRET","voice":"proposal"}"#,
    );
    let mut h = History::talks();
    h.take(r#"{"do":"open-channel","room":"union","id":"line","participant":"union","reaches":"the secretary","means":"telephone","state":"active"}"#);
    h.take(
        &r#"{"do":"contact","room":"union","channel":"line","how":"call","outcome":"SECRET"}"#
            .replace("SECRET", SECRET),
    );
    kept(
        &h,
        r#"{"do":"relay","room":"firm","words":"SECRET","voice":"proposal"}"#,
    );
}

#[test]
fn cut_into_pieces() {
    let mut h = History::talks();
    h.take(&format!(
        r#"{{"do":"message","room":"union","source":"the secretary","from":"union","words":"{SECRET}","terms":"substance"}}"#
    ));
    let cut = r#"{"do":"relay","room":"firm","from":["union/3"],"words":"A demand.","voice":"non-paper","as":{"demand":["We would settle for four per cent","if it came before the holidays."]}}"#;
    assert_eq!(h.refused(cut), "not-to-be-quoted");
}

#[test]
fn by_every_other_door_of_the_desk() {
    let mut h = told();
    for door in [
        r#"{"do":"message","room":"firm","from":"desk","words":"SECRET"}"#,
        r#"{"do":"message","room":"firm","from":"desk","subject":"SECRET","words":"See above."}"#,
        r#"{"do":"announce","rooms":["firm"],"subject":"News","words":"SECRET"}"#,
        r#"{"do":"request","room":"firm","from":"desk","what":"answer","words":"SECRET"}"#,
        r#"{"do":"demand","room":"firm","from":"desk","words":"SECRET"}"#,
        r#"{"do":"demand","room":"firm","from":"desk","words":"Two things.","parts":["We would settle for four per cent","if it came before the holidays."]}"#,
        r#"{"do":"outline","room":"firm","title":"What is agreed","points":["SECRET"]}"#,
        r#"{"do":"undertake","room":"firm","from":"desk","kind":"assurance","words":"SECRET"}"#,
        r#"{"do":"open-room","room":"other","code":"O","members":["firm"],"title":"SECRET"}"#,
    ] {
        kept(&h, door);
    }
    h.take(&r#"{"do":"draft","text":"pay","content":{"whole":{"title":{"en":"Pay"},"languages":["en"],"articles":[{"number":"1","words":{"en":"SECRET"}}]}}}"#.replace("SECRET", SECRET));
    kept(&h, r#"{"do":"put-draft","room":"firm","draft":"desk/5"}"#);
    kept(&h, r#"{"do":"put-draft","room":"table","draft":"desk/5"}"#);
    // To whoever said it, it can be put.
    h.take(r#"{"do":"put-draft","room":"union","draft":"desk/5"}"#);
    // What everybody at the table has heard can be said again to one of them.
    let heard = "Both of us have heard this sentence here today, at the table.";
    h.take(&format!(r#"{{"do":"message","room":"table","source":"the secretary","from":"union","words":"{heard}"}}"#));
    h.take(&format!(
        r#"{{"do":"message","room":"firm","from":"desk","words":"{heard}"}}"#
    ));
}

#[test]
fn in_the_note_beside_a_text_and_not_in_the_text_itself() {
    let mut h = History::offer();
    let wording = "Wages rise by four per cent from the first of March onwards.";
    // Criticism of a text is given for the drafting of it.
    h.take(&format!(r#"{{"do":"comment","room":"union","source":"the secretary","participant":"union","on":"union/3","article":"1","words":"{wording}"}}"#));
    h.take(&format!(r#"{{"do":"draft","text":"pay","content":{{"whole":{{"title":{{"en":"Pay"}},"languages":["en"],"articles":[{{"number":"1","words":{{"en":"{wording}"}}}}]}}}}}}"#));
    let note =
        format!(r#"{{"do":"put-draft","room":"firm","draft":"desk/7","words":"{wording}"}}"#);
    assert_eq!(h.refused(&note), "told-in-confidence");
    h.take(r#"{"do":"put-draft","room":"firm","draft":"desk/7"}"#);
    // What the firm has read in its own draft can be spoken of there.
    h.take(&format!(
        r#"{{"do":"message","room":"firm","from":"desk","words":"You ask about this: {wording}"}}"#
    ));
    h.take(r#"{"do":"add-body","room":"firm","body":"board","participant":"firm","name":"The board","weight":"must-approve","rule":"not-known"}"#);
    h.take(&format!(r#"{{"do":"record-decision","room":"firm","body":"board","on":"firm/3","outcome":{{"approved-with-modifications":[{{"article":"1","words":{{"en":"{wording} It is paid monthly."}}}}]}}}}"#));
}

#[test]
fn what_the_desk_did_is_told_in_its_own_words_everywhere() {
    let mut h = History::talks();
    for room in ["union", "firm"] {
        h.take(&format!(r#"{{"do":"open-channel","room":"{room}","id":"line","participant":"{room}","reaches":"x","means":"telephone","state":"active"}}"#));
        h.take(&format!(r#"{{"do":"attempt","room":"{room}","channel":"line","how":"call","note":"Rang the office twice this morning, and nobody answered."}}"#));
    }
}
