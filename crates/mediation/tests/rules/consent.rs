//! What a yes takes, and what takes it away again.

use mediation::concerns::progress::Drafts;

use super::history::History;

const MANDATE: &str = r#"{"do":"record-mandate","room":"union","representative":"secretary","may":["bind"],"instrument":"a letter","confirmed-by":"the council"}"#;

/// An acceptance by the union, with these fields besides.
fn accept(more: &str) -> String {
    format!(
        r#"{{"do":"accept","room":"union","source":"the secretary","participant":"union","offer":"union/3","digest":"DIGEST","representative":"secretary","mandate":"union/4"{more}}}"#
    )
}

fn mandated() -> History {
    let mut h = History::offer();
    h.take(MANDATE);
    h
}

#[test]
fn a_mandate_counts_from_when_it_was_given_until_it_ended() {
    let mut h = History::offer();
    h.take(r#"{"do":"record-mandate","room":"union","learnt":"2030-01-02T10:00Z","happened":"2030-01-02","representative":"secretary","may":["bind"],"instrument":"a letter","confirmed-by":"the council"}"#);
    let before = accept(r#","learnt":"2030-01-02T11:00Z","happened":"2030-01-01T09:00Z""#);
    assert_eq!(h.refused(&before), "mandate-does-not-reach");

    let mut h = mandated();
    h.take(r#"{"do":"end-mandate","room":"union","learnt":"2030-01-02T10:00Z","happened":"2030-01-02T09:00Z","mandate":"union/4","why":"A new council."}"#);
    let after = accept(r#","learnt":"2030-01-02T11:00Z","happened":"2030-01-02T10:00Z""#);
    assert_eq!(h.refused(&after), "mandate-does-not-reach");
    // What was given while it stood is given, whenever it is written down.
    h.take(&accept(
        r#","learnt":"2030-01-02T11:00Z","happened":"2030-01-01T09:00Z""#,
    ));
}

#[test]
fn another_participant_s_body_does_not_approve() {
    let mut h = History::offer();
    h.take(MANDATE);
    h.take(r#"{"do":"add-body","room":"union","body":"council","participant":"union","name":"The council","weight":"must-approve","rule":"not-known"}"#);
    assert_eq!(h.refused(&accept("")), "approval-missing");
    h.take(r#"{"do":"put-draft","room":"table","draft":"desk/5","offer":{"finality":"open"}}"#);
    h.take(r#"{"do":"add-body","room":"table","body":"council","participant":"firm","name":"The works council","weight":"advises","rule":"not-known"}"#);
    h.take(r#"{"do":"record-decision","room":"table","body":"council","on":"table/4","outcome":"approved"}"#);
    assert_eq!(h.refused(&accept("")), "approval-missing");
}

/// Both sides have accepted; the union's council approved.
fn both_accepted() -> History {
    let mut h = mandated();
    h.take(r#"{"do":"add-body","room":"union","body":"council","participant":"union","name":"The council","weight":"must-approve","rule":"not-known"}"#);
    h.take(r#"{"do":"record-decision","room":"union","body":"council","on":"union/3","outcome":"approved"}"#);
    h.take(&accept(""));
    h.take(r#"{"do":"put-draft","room":"firm","draft":"desk/5","offer":{"finality":"open"}}"#);
    h.take(r#"{"do":"record-mandate","room":"firm","representative":"director","may":["bind"],"instrument":"a letter","confirmed-by":"the board"}"#);
    h.take(r#"{"do":"accept","room":"firm","source":"the director","participant":"firm","offer":"firm/3","digest":"DIGEST","representative":"director","mandate":"firm/4"}"#);
    h
}

const CONCLUDE: &str = r#"{"do":"conclude","text":"pay","form":"common-text"}"#;

#[test]
fn an_agreement_rests_on_what_stands_when_it_is_concluded() {
    both_accepted().take(CONCLUDE);
    let mut h = both_accepted();
    h.take(r#"{"do":"record-decision","room":"union","learnt":"2030-01-02T09:00Z","body":"council","on":"union/3","outcome":"refused"}"#);
    assert_eq!(h.refused(CONCLUDE), "approved-other-words");
    let mut h = both_accepted();
    h.take(r#"{"do":"withdraw-offer","room":"union","offer":"union/3"}"#);
    assert_eq!(h.refused(CONCLUDE), "offer-withdrawn");
    let nowhere = CONCLUDE.replace("pay", "pai");
    assert_eq!(h.refused(&nowhere), "no-such-name");
}

#[test]
fn the_last_word_is_the_one_said_last_not_the_one_written_last() {
    let mut h = both_accepted();
    h.take(r#"{"do":"refuse-offer","room":"union","learnt":"2030-01-03T09:00Z","happened":"2030-01-03T08:00Z","source":"the secretary","participant":"union","offer":"union/3","representative":"secretary"}"#);
    assert_eq!(h.refused(CONCLUDE), "not-accepted-by");
    let older = accept(r#","learnt":"2030-01-03T10:00Z","happened":"2030-01-02T09:00Z""#);
    // It was a final offer: whoever refused it has ended it, whatever is found in older notes.
    assert_eq!(h.refused(&older), "final-offer-refused");
    h.take(r#"{"do":"record-decision","room":"union","learnt":"2030-01-03T10:30Z","happened":"2030-01-03T07:00Z","body":"council","on":"union/3","outcome":"refused"}"#);
    h.take(r#"{"do":"record-decision","room":"union","learnt":"2030-01-03T11:00Z","happened":"2030-01-02T07:00Z","body":"council","on":"union/3","outcome":"approved"}"#);
    let room = &h.view().rooms[&"union".parse().unwrap()];
    let last = room.decisions.last_of(
        &"union".parse().unwrap(),
        &"council".parse().unwrap(),
        &"pay".parse().unwrap(),
    );
    assert_eq!(last.unwrap().approves, None);
}

#[test]
fn an_answer_is_given_while_there_is_something_to_answer() {
    let mut h = History::offer_until("2030-01-02T12:00Z");
    h.take(MANDATE);
    for (when, key) in [
        // Before it was put.
        ("2019-12-31", "not-put-yet"),
        // Some time after; about; and a date that ends, somewhere on earth, after the hour.
        ("2030-01-01/..", "offer-expired"),
        ("2030-01-02~", "offer-expired"),
        ("2030-01-02", "offer-expired"),
    ] {
        let late = accept(&format!(
            r#","learnt":"2030-01-03T10:00Z","happened":"{when}""#
        ));
        assert_eq!(h.refused(&late), key, "{when}");
    }
    // Whoever writes, signed in, acts when it is written.
    let own = r#"{"do":"accept","by":"union/secretary","room":"union","learnt":"2030-01-03T10:00Z","happened":"2030-01-02T11:59Z","participant":"union","offer":"union/3","digest":"DIGEST","representative":"secretary","mandate":"union/4"}"#;
    assert_eq!(h.refused(own), "offer-expired");
    h.take(&accept(
        r#","learnt":"2030-01-03T10:00Z","happened":"2030-01-02T11:59Z""#,
    ));
}

#[test]
fn a_yes_is_said_once_and_taken_back_by_whoever_could_give_it() {
    let mut h = mandated();
    h.take(&accept(""));
    assert_eq!(h.refused(&accept("")), "already-accepted");
    let heard = r#"{"do":"refuse-offer","room":"union","source":"a caller","participant":"union","offer":"union/3"}"#;
    assert_eq!(h.refused(heard), "yes-taken-back-by-nobody");
    for stand in ["reserved", "refused"] {
        let hearsay = format!(
            r#"{{"do":"take-position","room":"union","source":"a caller","participant":"union","on":"union/3","stand":"{stand}"}}"#
        );
        assert_eq!(h.refused(&hearsay), "acceptance-stands");
    }
    let mut h = both_accepted();
    h.take(CONCLUDE);
    let later = r#"{"do":"refuse-offer","room":"union","source":"the secretary","participant":"union","offer":"union/3","representative":"secretary"}"#;
    assert_eq!(h.refused(later), "agreement-stands");
}

#[test]
fn nobody_accepts_while_it_is_not_certain_which_text_is_meant() {
    let mut h = mandated();
    h.take(r#"{"do":"custody","room":"union","of":"union/3","step":"delivered","who":"the secretary"}"#);
    h.take(r#"{"do":"custody","room":"union","of":"union/3","step":"read-back","who":"the secretary","digest":"0123abcd"}"#);
    assert_eq!(h.refused(&accept("")), "read-back-differs");
    let words = r#"{"do":"custody","room":"union","of":"union/3","step":"read-back","who":"the secretary","words":"Five."}"#;
    assert_eq!(h.refused(words), "text-read-back-by-its-digest");
    h.take(r#"{"do":"custody","room":"union","of":"union/3","step":"read-back","who":"the secretary","digest":"DIGEST"}"#);
    h.take(&accept(""));
}

#[test]
fn whoever_is_signed_in_needs_a_mandate_named_or_not() {
    let mut h = History::offer();
    h.take(r#"{"do":"add-body","room":"union","body":"council","participant":"union","name":"The council","weight":"advises","rule":"not-known"}"#);
    for act in [
        r#"{"do":"take-position","by":"union/secretary","room":"union","participant":"union","on":"union/3","stand":"agreed"}"#,
        r#"{"do":"undertake","by":"union/secretary","room":"union","from":"union","kind":"undertaking","words":"No strike."}"#,
        r#"{"do":"record-decision","by":"union/secretary","room":"union","body":"council","on":"union/3","outcome":"approved"}"#,
        r#"{"do":"refuse-offer","by":"union/secretary","room":"union","participant":"union","offer":"union/3"}"#,
    ] {
        assert_eq!(h.refused(act), "no-mandate", "{act}");
    }
}

#[test]
fn an_offer_binds_all_that_it_names() {
    let mut h = History::talks();
    let draft = |title: &str, heading: &str, annex: &str| {
        format!(
            r#"{{"do":"draft","text":"pay","content":{{"whole":{{"title":{{"en":"{title}"}},"languages":["en"],"articles":[{{"number":"1","heading":{{"en":"{heading}"}},"words":{{"en":"Five."}}}}],"annexes":[{annex}]}}}}}}"#
        )
    };
    let put = |n: u32| {
        format!(
            r#"{{"do":"put-draft","room":"union","draft":"desk/{n}","offer":{{"finality":"final"}}}}"#
        )
    };
    for (n, (text, key)) in [
        (
            draft("Pay", "Pay", r#"{"title":"The list"}"#),
            "annex-unbound",
        ),
        (
            draft(
                "Pay",
                "Pay",
                r#"{"title":"The sum","words":"[three | four]"}"#,
            ),
            "brackets-in-an-annex",
        ),
        (draft("Pay", "Pay [and hours]", ""), "brackets-open"),
        (draft("Pay [and hours]", "Pay", ""), "brackets-in-the-title"),
    ]
    .into_iter()
    .enumerate()
    {
        h.take(&text);
        let put = put(5 + u32::try_from(n).unwrap());
        assert_eq!(h.refused(&put), key);
    }
    h.take(&draft(
        "Pay",
        "Pay",
        r#"{"title":"The list","words":"Nobody."}"#,
    ));
    h.take(&put(9));
}

#[test]
fn a_mandate_that_ended_at_an_unknown_time_covers_nothing() {
    let mut h = mandated();
    h.take(r#"{"do":"end-mandate","room":"union","learnt":"2030-01-03T10:00Z","happened":"../2030-01-02","mandate":"union/4","why":"A new council."}"#);
    let between = accept(r#","learnt":"2030-01-03T11:00Z","happened":"2030-01-03T09:00Z""#);
    assert_eq!(h.refused(&between), "mandate-does-not-reach");
}

#[test]
fn what_was_agreed_counts_until_later_words_are_put() {
    let mut h = both_accepted();
    h.take(CONCLUDE);
    let pay = "pay".parse().unwrap();
    let current = |h: &History| {
        Drafts::of(h.view(), &pay)
            .unwrap()
            .current()
            .unwrap()
            .version
    };
    h.take(r#"{"do":"draft","text":"pay","content":{"whole":{"title":{"en":"Pay"},"languages":["en"],"articles":[{"number":"1","words":{"en":"Six."}}]}}}"#);
    assert_eq!(current(&h), 1);
    let draft = h.view().desk_room().unwrap().size;
    h.take(&format!(
        r#"{{"do":"put-draft","room":"union","draft":"desk/{draft}"}}"#
    ));
    assert_eq!(current(&h), 2);
}

#[test]
fn a_side_letter_is_an_agreement_too() {
    let mut h = both_accepted();
    h.take(CONCLUDE);
    let draft = r#"{"do":"draft","text":"letter","content":{"whole":{"title":{"en":"Letter"},"languages":["en"],"articles":[{"number":"1","words":{"en":"Six."}}]}}}"#;
    h.take(draft);
    let at = h.view().desk_room().unwrap().size;
    let digest = h.digest_of(&format!("desk/{at}"));
    for (room, person) in [("union", "secretary"), ("firm", "director")] {
        h.take(&format!(r#"{{"do":"put-draft","room":"{room}","draft":"desk/{at}","offer":{{"finality":"open"}}}}"#));
        if room == "union" {
            let on = h.view().rooms[&"union".parse().unwrap()].size;
            h.take(&format!(r#"{{"do":"record-decision","room":"union","body":"council","on":"union/{on}","outcome":"approved"}}"#));
        }
        let view = h.view();
        let offer = *view.rooms[&room.parse().unwrap()]
            .texts
            .versions
            .keys()
            .next_back()
            .unwrap();
        h.take(&format!(r#"{{"do":"accept","room":"{room}","source":"x","participant":"{room}","offer":"{room}/{offer}","digest":"{digest}","representative":"{person}","mandate":"{room}/4"}}"#));
    }
    h.take(r#"{"do":"conclude","text":"letter","form":"common-text"}"#);
    let firm = h.view().rooms[&"firm".parse().unwrap()].size;
    let void = format!(
        r#"{{"do":"correct","room":"firm","entry":"firm/{firm}","wrong":"x","right":"y","effect":"void"}}"#
    );
    assert_eq!(h.refused(&void), "cannot-be-void");
    let refuse = format!(
        r#"{{"do":"refuse-offer","room":"firm","source":"x","participant":"firm","offer":"firm/{}","representative":"director"}}"#,
        firm - 1
    );
    assert_eq!(h.refused(&refuse), "agreement-stands");
}
