//! Every reason for a refusal is met: each with the shortest history that leads to it.

use mediation::{concerns::acceptances::statement, refusal::Reason, time::Instant};
use record::{Digest, keys::DeskKey};

use super::history::History;

/// The sources of these rules: a reason that none of them names was never seen.
const SOURCES: [&str; 5] = [
    include_str!("main.rs"),
    include_str!("confidence.rs"),
    include_str!("consent.rs"),
    include_str!("mending.rs"),
    include_str!("refusals.rs"),
];

#[test]
fn every_reason_is_met_somewhere_in_these_rules() {
    let named = |key: &str| SOURCES.iter().any(|s| s.contains(&format!("\"{key}\"")));
    let reasons = Reason::one_of_each();
    let never: Vec<_> = reasons
        .iter()
        .map(|r| r.text().key)
        .filter(|key| !named(key))
        .collect();
    assert!(never.is_empty(), "never met: {never:?}");
}

fn all(h: &History, rows: &[(&str, &str)]) {
    for (json, key) in rows {
        assert_eq!(h.refused(json), *key, "{json}");
    }
}

const NOTE: &str = r#"{"do":"note","words":"A thought."}"#;

#[test]
fn a_case_is_opened_once_and_first() {
    assert_eq!(History::nothing().refused(NOTE), "no-case");
    let open =
        r#"{"do":"open-case","title":"Pay","place":"Doha","zone":"Asia/Qatar","languages":["en"]}"#;
    let h = History::talks();
    assert_eq!(h.refused(open), "case-is-open");
    let mut past = History::talks();
    past.look_back("2030-01-01T08:00Z".parse::<Instant>().unwrap());
    assert_eq!(past.refused(NOTE), "only-the-present");
}

#[test]
fn where_when_and_on_whose_word() {
    all(
        &History::talks(),
        &[
            (
                r#"{"do":"message","room":"nowhere","from":"desk","words":"x"}"#,
                "no-such-room",
            ),
            (
                r#"{"do":"note","room":"union","words":"x"}"#,
                "belongs-to-the-desk",
            ),
            (
                r#"{"do":"message","from":"desk","words":"x"}"#,
                "belongs-to-a-room",
            ),
            (
                r#"{"do":"note","channel":"line","words":"x"}"#,
                "channel-elsewhere",
            ),
            (
                r#"{"do":"note","happened":"2030-01-05","words":"x"}"#,
                "learnt-before-it-happened",
            ),
            (
                r#"{"do":"note","learnt":"2031-01-01T08:00Z","words":"x"}"#,
                "learnt-in-the-future",
            ),
            (
                r#"{"do":"note","standing":"reported","words":"x"}"#,
                "source-missing",
            ),
            (
                r#"{"do":"note","standing":"entered","words":"x"}"#,
                "entered-by-nobody",
            ),
            (
                r#"{"do":"note","standing":"signed","words":"x"}"#,
                "signature-missing",
            ),
        ],
    );
}

#[test]
fn names_entries_and_kinds() {
    let mut h = History::talks();
    h.take(
        r#"{"do":"message","room":"union","source":"the secretary","from":"union","words":"x"}"#,
    );
    h.take(r#"{"do":"erase-entry","room":"union","entry":"union/3","why":"x","authority":"y"}"#);
    h.unreadable("union", 3);
    h.take(r#"{"do":"request","room":"union","from":"desk","what":"list","words":"Who?"}"#);
    h.take(r#"{"do":"meet-request","room":"union","request":"union/5","how-far":"in-full"}"#);
    all(
        &h,
        &[
            (
                r#"{"do":"announce","rooms":[],"subject":"x","words":"y"}"#,
                "nothing-given",
            ),
            (
                r#"{"do":"add-participant","participant":"union","name":"x","kind":"party"}"#,
                "name-taken",
            ),
            (
                r#"{"do":"correct","room":"union","entry":"union/99","wrong":"x","right":"y"}"#,
                "no-such-entry",
            ),
            (
                r#"{"do":"correct","room":"union","entry":"union/3","wrong":"x","right":"y"}"#,
                "cannot-be-read",
            ),
            (
                r#"{"do":"end-mandate","room":"union","mandate":"union/1","why":"x"}"#,
                "not-of-that-kind",
            ),
            (
                r#"{"do":"meet-request","room":"union","request":"union/5","how-far":"in-full"}"#,
                "already-ended",
            ),
            (
                r#"{"do":"message","room":"union","from":"firm","words":"x"}"#,
                "not-in-the-room",
            ),
            (
                r#"{"do":"request","room":"union","from":"desk","what":"list","words":"x","due":"2029-01-01T08:00Z"}"#,
                "due-in-the-past",
            ),
        ],
    );
}

#[test]
fn officers_bodies_and_keys() {
    let mut h = History::talks();
    let body = |more: &str| {
        format!(
            r#"{{"do":"add-body","room":"union","body":"council","participant":"union","name":"The council","weight":"advises","rule":"majority"{more}}}"#
        )
    };
    all(
        &h,
        &[
            (
                r#"{"do":"add-officer","officer":"ann","name":"Ann","code":"x"}"#,
                "code-too-short",
            ),
            (
                r#"{"do":"ground-rules","required":["union"],"clearance":"two-officers"}"#,
                "too-few-officers",
            ),
            (&body(r#","members":3,"quorum":4"#), "quorum-above-members"),
            (
                r#"{"do":"add-representative","room":"union","representative":"other","participant":"union","name":"O","role":"envoy","key":"ssh-rsa AAAA"}"#,
                "key-not-taken",
            ),
        ],
    );
    h.take(r#"{"do":"add-officer","officer":"ann","name":"Ann","code":"ann-secret"}"#);
    h.take(r#"{"do":"add-officer","officer":"bob","name":"Bob","code":"bob-secret"}"#);
    h.take(r#"{"do":"ground-rules","required":["union"],"clearance":"two-officers"}"#);
    all(
        &h,
        &[
            (
                r#"{"do":"ground-rules","required":["union"],"clearance":"one-officer"}"#,
                "rules-not-loosened",
            ),
            (
                r#"{"do":"relay","room":"firm","words":"x","voice":"proposal"}"#,
                "needs-second-officer",
            ),
        ],
    );
}

#[test]
fn channels_and_talk() {
    let mut h = History::talks();
    for id in ["line", "post"] {
        h.take(&format!(r#"{{"do":"open-channel","room":"union","id":"{id}","participant":"union","reaches":"x","means":"telephone","state":"active"}}"#));
    }
    h.take(r#"{"do":"set-channel","room":"union","id":"post","state":"closed"}"#);
    h.take(r#"{"do":"declare-silence","room":"union","channel":"line"}"#);
    h.take(r#"{"do":"message","room":"union","from":"desk","words":"Good morning."}"#);
    h.take(r#"{"do":"demand","room":"union","from":"desk","words":"Return to work."}"#);
    h.take(r#"{"do":"message","room":"union","source":"x","from":"union","words":"No.","terms":"by-clearance"}"#);
    let sources: Vec<String> = (1..=21).map(|n| format!("\"union/{n}\"")).collect();
    let many = format!(
        r#"{{"do":"relay","room":"firm","from":[{}],"words":"x","voice":"proposal"}}"#,
        sources.join(",")
    );
    let rows = vec![r#"{"name":"x"}"#; 5_001].join(",");
    let list = format!(
        r#"{{"do":"record-list","room":"union","source":"x","from":"union","kind":"held","title":"x","count":1,"rows":[{rows}]}}"#
    );
    all(
        &h,
        &[
            (
                r#"{"do":"attempt","room":"union","channel":"post","how":"call"}"#,
                "channel-closed",
            ),
            (
                r#"{"do":"declare-silence","room":"union","channel":"line"}"#,
                "already-silent",
            ),
            (
                r#"{"do":"give-leave","room":"union","entry":"union/7","now":"open"}"#,
                "no-leave-needed",
            ),
            (
                r#"{"do":"answer","room":"union","from":"desk","demand":"union/8","words":"x","parts":[{"part":1,"outcome":"accepted"}]}"#,
                "answers-itself",
            ),
            (
                r#"{"do":"answer","room":"union","source":"x","from":"union","demand":"union/8","words":"x","parts":[{"part":2,"outcome":"accepted"}]}"#,
                "no-such-part",
            ),
            (&list, "too-many-rows"),
            (
                r#"{"do":"estimate","of":"x","low":5,"high":4,"whose":"y"}"#,
                "low-above-high",
            ),
            (&many, "too-many-sources"),
            (
                r#"{"do":"relay","room":"union","from":["union/9"],"words":"x","voice":"proposal"}"#,
                "same-room",
            ),
            (
                r#"{"do":"relay","room":"firm","from":["union/9"],"words":"x","voice":"proposal"}"#,
                "leave-not-given",
            ),
            (
                r#"{"do":"relay","room":"firm","words":"x","voice":"attributed"}"#,
                "nobody-to-attribute",
            ),
        ],
    );
    h.take(r#"{"do":"relay","room":"firm","words":"A thought.","voice":"proposal"}"#);
    let read_back = r#"{"do":"custody","room":"firm","of":"firm/3","step":"read-back","who":"x","words":"A thought."}"#;
    assert_eq!(h.refused(read_back), "not-delivered");
    h.take(r#"{"do":"custody","room":"firm","of":"firm/3","step":"delivered","who":"x"}"#);
    let nothing = r#"{"do":"custody","room":"firm","of":"firm/3","step":"read-back","who":"x"}"#;
    assert_eq!(h.refused(nothing), "nothing-read-back");
}

fn draft(text: &str, words: &str) -> String {
    format!(
        r#"{{"do":"draft","text":"{text}","content":{{"whole":{{"title":{{"en":"Pay"}},"languages":["en"],"articles":[{{"number":"1","words":{{"en":"{words}"}}}}]}}}}}}"#
    )
}

#[test]
fn texts_and_decisions() {
    let mut h = History::offer();
    let half = r#"{"do":"draft","text":"pay","content":{"whole":{"title":{"en":"Pay"},"languages":["en","ar"],"articles":[{"number":"1","words":{"en":"x"}}]}}}"#;
    let other = r#"{"do":"draft","text":"hours","content":{"changed":{"from":"desk/5","changes":[{"strike":"1"}]}}}"#;
    h.take(r#"{"do":"add-body","room":"union","body":"council","participant":"union","name":"The council","weight":"advises","rule":"majority","members":5,"quorum":3}"#);
    let decide = |votes: &str| {
        format!(
            r#"{{"do":"record-decision","room":"union","body":"council","on":"union/3","outcome":"approved","votes":{votes}}}"#
        )
    };
    all(
        &h,
        &[
            (half, "text-not-whole"),
            (other, "another-text"),
            (&draft("pay", "Five."), "same-text"),
            (&decide(r#"{"for":6}"#), "votes-above-members"),
            (&decide(r#"{"for":1}"#), "below-quorum"),
            (&decide(r#"{"for":1,"against":3}"#), "votes-do-not-carry"),
            (
                r#"{"do":"conclude","text":"pay","form":"common-text"}"#,
                "not-accepted-by",
            ),
        ],
    );
    let mut bare = History::nothing();
    bare.take(
        r#"{"do":"open-case","title":"Pay","place":"Doha","zone":"Asia/Qatar","languages":["en"]}"#,
    );
    bare.take(&draft("pay", "Five."));
    let conclude = r#"{"do":"conclude","text":"pay","form":"common-text"}"#;
    assert_eq!(bare.refused(conclude), "no-ground-rules");
}

/// The union's secretary with a key, and a mandate: the offer is entry 3, the mandate entry 5.
fn signer() -> (History, DeskKey) {
    let mut h = History::offer();
    let key = DeskKey::from_seed(&[7; 32]);
    let public = key.public().to_openssh();
    h.take(&format!(r#"{{"do":"add-representative","room":"union","representative":"chair","participant":"union","name":"C","role":"principal","key":"{public}"}}"#));
    h.take(r#"{"do":"record-mandate","room":"union","representative":"chair","may":["bind"],"instrument":"a letter","confirmed-by":"the council"}"#);
    (h, key)
}

fn accept(more: &str) -> String {
    format!(
        r#"{{"do":"accept","room":"union","source":"x","participant":"union","offer":"union/3","digest":"DIGEST","representative":"chair","mandate":"union/5"{more}}}"#
    )
}

/// An acceptance with a statement about a state of the record, signed with a key.
fn signed(h: &History, key: &DeskKey, size: u64, said: impl Fn(String) -> String) -> String {
    let digest = Digest::from_hex(h.digest()).unwrap();
    let offer = "union/3".parse().unwrap();
    let (union, chair) = ("union".parse().unwrap(), "chair".parse().unwrap());
    let s = said(statement(
        digest,
        &union,
        &chair,
        &offer,
        (size, Digest::of(b"a root")),
    ));
    let signature = record::sshsig::sign(key, "good-offices/acceptance", s.as_bytes()).unwrap();
    let signature = serde_json::json!({ "statement": s, "signature": signature });
    accept(&format!(r#","standing":"signed","signature":{signature}"#))
}

#[test]
fn acceptances() {
    let (mut h, key) = signer();
    let same = |s: String| s;
    h.take(r#"{"do":"record-mandate","room":"union","representative":"secretary","may":["speak"],"instrument":"a letter","confirmed-by":"the council"}"#);
    h.take(r#"{"do":"put-draft","room":"firm","draft":"desk/5"}"#);
    let secretary = accept("").replace("chair", "secretary");
    let stranger = DeskKey::from_seed(&[8; 32]);
    all(
        &h,
        &[
            (&secretary, "mandate-of-another"),
            (&accept("").replace("DIGEST", "0123abcd"), "another-digest"),
            (
                &accept(r#","signature":{"statement":"x","signature":"y"}"#),
                "statement-says-otherwise",
            ),
            (
                &signed(&h, &key, 6, |s| {
                    s.replace("offer: union/3", "offer: union/9")
                }),
                "statement-says-otherwise",
            ),
            (&signed(&h, &stranger, 6, same), "signature-fails"),
            (&signed(&h, &key, 2, same), "statement-is-old"),
            (&signed(&h, &key, 99, same), "statement-is-old"),
            (
                &accept("").replace("union/3", "union/1"),
                "not-of-that-kind",
            ),
            (
                r#"{"do":"accept","room":"firm","source":"x","participant":"firm","offer":"firm/3","digest":"DIGEST","representative":"director","mandate":"firm/9"}"#,
                "not-offered",
            ),
            (
                r#"{"do":"take-position","room":"table","source":"x","participant":"union","representative":"director","on":"table/1","stand":"agreed"}"#,
                "not-of-that-kind",
            ),
        ],
    );
    let unsigned = r#"{"do":"record-mandate","room":"union","representative":"secretary","may":["bind"],"instrument":"a letter","confirmed-by":"the council"}"#;
    h.take(unsigned);
    let no_key = signed(&h, &key, 6, same)
        .replace("chair", "secretary")
        .replace("union/5", "union/7");
    assert_eq!(h.refused(&no_key), "no-key-on-record");

    // Signed, taken back, and shown again: the record it names is older than the taking back.
    let once = signed(&h, &key, 7, same);
    h.take(&once);
    h.take(r#"{"do":"refuse-offer","room":"union","source":"x","participant":"union","offer":"union/3","representative":"chair"}"#);
    h.take(r#"{"do":"put-draft","room":"union","draft":"desk/5","offer":{"finality":"open"}}"#);
    assert_eq!(h.refused(&once), "old-text");
    let again = once.replace(r#""offer":"union/3""#, r#""offer":"union/10""#);
    assert_eq!(h.refused(&again), "statement-says-otherwise");
}

#[test]
fn a_refusal_speaks_of_the_representative_of_another() {
    let mut h = History::talks();
    h.take(&draft("pay", "Five."));
    h.take(r#"{"do":"put-draft","room":"table","draft":"desk/5","offer":{"finality":"open"}}"#);
    let position = r#"{"do":"take-position","room":"table","source":"x","participant":"union","representative":"director","on":"table/4","stand":"agreed"}"#;
    assert_eq!(h.refused(position), "acts-for-another");
}

#[test]
fn one_text_and_once() {
    let mut h = History::talks();
    h.take(&draft("pay", "Five."));
    h.take(&draft("pay", "Six."));
    let yes = |h: &mut History, who: &str, draft: &str| {
        let person = if who == "union" {
            "secretary"
        } else {
            "director"
        };
        h.take(&format!(
            r#"{{"do":"put-draft","room":"{who}","draft":"{draft}","offer":{{"finality":"open"}}}}"#
        ));
        h.take(&format!(r#"{{"do":"record-mandate","room":"{who}","representative":"{person}","may":["bind"],"instrument":"x","confirmed-by":"y"}}"#));
        let digest = h.digest_of(draft);
        let at = h.view().rooms[&who.parse().unwrap()].size;
        h.take(&format!(r#"{{"do":"accept","room":"{who}","source":"x","participant":"{who}","offer":"{who}/{}","digest":"{digest}","representative":"{person}","mandate":"{who}/{at}"}}"#, at - 1));
    };
    yes(&mut h, "union", "desk/5");
    yes(&mut h, "firm", "desk/6");
    let conclude = r#"{"do":"conclude","text":"pay","form":"common-text"}"#;
    assert_eq!(h.refused(conclude), "different-texts");
    yes(&mut h, "union", "desk/6");
    h.take(conclude);
    assert_eq!(h.refused(conclude), "already-concluded");
}
