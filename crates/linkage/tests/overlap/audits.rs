//! Audits: an honest side passes, and a side that lies is caught at the stated rate.

use linkage::{
    commit::{Digest, Field},
    overlap::{
        Answer, AuditError, AuditFault, AuditReport, BlindingKey, DOMAIN, Request, ToGroup, answer,
        audit, detection, draw,
    },
};

use crate::side::{Side, TERMS, maker, person, read_blinded, session};

const COUNT: u32 = 4;

fn north() -> Side {
    Side::new("North", 1, vec![person(1)], TERMS)
}

/// The audit of South with the go-between's own number.
fn audited(a: &Side, b: &Side, nonce: u8, tamper: impl FnOnce(&mut Answer)) -> AuditReport {
    let session = session(a, b);
    let (of_a, of_b) = (read_blinded(&session, a), read_blinded(&session, b));
    let lots = [of_a.lot, of_b.lot];
    let request = Request::new(&session, &b.pledge, [nonce; 32], COUNT);
    let received = Request::read(&request.write(), &session, &b.pledge).unwrap();
    let mut answered = b
        .committed(|list| answer(&received, lots, &b.pledge, list, &b.key, &b.points))
        .unwrap();
    tamper(&mut answered);
    let read = Answer::read(&answered.write(), &request).unwrap();
    audit(&request, lots, &b.pledge, &of_b, &maker(), &read)
}

#[test]
fn an_honest_side_passes() {
    let b = Side::with(
        "South",
        2,
        (0..9).map(person).collect(),
        12,
        linkage::overlap::Repeats::Kept,
        TERMS,
    );
    let mut padding = 0;
    for nonce in 0..6 {
        let report = audited(&north(), &b, nonce, |_| ());
        assert_eq!(report.findings, []);
        assert_eq!(report.drawn.len(), 4);
        assert_eq!(report.withheld, 0);
        padding += report.padding;
    }
    assert!(padding > 0, "records that only pad are drawn as well");
}

#[test]
fn each_lie_is_named() {
    let b = Side::new("South", 2, (0..9).map(person).collect(), TERMS);
    let fault = |tamper: fn(&mut Answer)| {
        audited(&north(), &b, 1, tamper)
            .findings
            .into_iter()
            .next()
            .unwrap()
            .fault
    };
    assert_eq!(
        fault(|answer| drop(answer.records.remove(0))),
        AuditFault::NotOpened
    );
    let opening = fault(|answer| answer.records[0].opening.salt = Digest::of(b"other"));
    assert!(matches!(opening, AuditFault::Opening(_)));
    let another = fault(|answer| {
        for field in &mut answer.records[0].opening.fields {
            if let Field::Shown { name, value, .. } = field
                && name == "name"
            {
                *value = "somebody else".to_owned();
            }
        }
    });
    assert!(matches!(another, AuditFault::Opening(_)));
    let proof = fault(|answer| answer.records[0].proof = answer.records[1].proof.clone());
    assert_eq!(proof, AuditFault::OtherPoints);
    assert_eq!(
        fault(|answer| answer.records[0].proof.clear()),
        AuditFault::OtherPoints
    );
}

#[test]
fn a_request_for_more_than_was_agreed_is_refused() {
    let (a, b) = (north(), Side::new("South", 2, vec![person(2)], TERMS));
    let session = session(&a, &b);
    let request = Request::new(&session, &b.pledge, [0; 32], 61);
    let found = Request::read(&request.write(), &session, &b.pledge).unwrap_err();
    assert_eq!(
        found,
        AuditError::TooMany {
            asked: 61,
            allowed: 60
        }
    );
    let found = Request::read(&request.write(), &session, &a.pledge).unwrap_err();
    assert_eq!(found, AuditError::NotOurs("request"));
}

#[test]
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method by its name is not general enough in its lifetimes"
)]
fn keys_that_are_not_the_persons_are_found() {
    // South commits to real persons with the keys of others: guesses under honest names.
    let mut b = Side::new("South", 2, (0..9).map(person).collect(), TERMS);
    let guesses = Side::new("South", 2, (20..29).map(person).collect(), TERMS);
    b.table = guesses.table;
    let schema = b.schema.clone();
    let root = b.committed(|list| list.root());
    b.pledge.list.root = root;
    b.schema = schema;
    b.points = guesses.points;
    b.seal();
    let report = audited(&north(), &b, 1, |_| ());
    assert_eq!(report.findings.len(), 4);
    let foreign = |fault: &AuditFault| matches!(fault, AuditFault::ForeignKeys(n) if *n > 0);
    assert!(report.findings.iter().all(|f| foreign(&f.fault)));
}

/// Of a list of 20 of which 4 records were sent with the keys of others, an audit of 4 finds one
/// or more in 1 − C(16,4)/C(20,4) of cases, which is 0.624; the stated bound is 1 − 0.8⁴ = 0.590.
#[test]
fn a_side_that_lies_is_caught_at_the_stated_rate() {
    const TRIALS: u32 = 240;
    let honest = Side::new("South", 2, (0..20).map(person).collect(), TERMS);
    let mut b = honest;
    let to_group = ToGroup::new(DOMAIN);
    let key = BlindingKey::new(&[2; 64]).unwrap();
    for place in [3, 7, 11, 19] {
        for slot in 0..11 {
            let guess = to_group.point(format!("guess {place} {slot}").as_bytes());
            let other = multiplied(&key, &guess.compress().to_bytes());
            b.points[place * 11 + slot] = other;
        }
    }
    b.seal();
    let a = north();
    let caught = (0..TRIALS)
        .map(|trial| {
            let nonce = u8::try_from(trial).unwrap();
            let report = audited(&a, &b, nonce, |_| ());
            let bad = report
                .drawn
                .iter()
                .filter(|p| [3, 7, 11, 19].contains(*p))
                .count();
            assert_eq!(
                report.findings.len(),
                bad,
                "each bad record that is drawn is found"
            );
            u32::from(bad > 0)
        })
        .sum::<u32>();
    // Four standard deviations around 0.624 of 240.
    assert!((120..=180).contains(&caught), "{caught} of {TRIALS}");
    assert!(f64::from(caught) / f64::from(TRIALS) > detection(0.2, COUNT) - 0.13);
}

/// The same over many more draws, without the points: the formula holds.
#[test]
fn draws_meet_bad_records_as_often_as_is_stated() {
    let mut b = Side::new("South", 2, vec![person(2)], TERMS);
    b.pledge.list.entries = 2000;
    let session = session(&north(), &b);
    let lots = [Digest::of(b"one"), Digest::of(b"other")];
    let mut met = 0_u32;
    for trial in 0_u32..3000 {
        let nonce = *Digest::of(&trial.to_be_bytes()).as_bytes();
        let request = Request::new(&session, &b.pledge, nonce, 60);
        let drawn = draw(&request, lots, &b.pledge);
        assert_eq!(drawn.len(), 60);
        // One in twenty is bad.
        met += u32::from(drawn.iter().any(|place| place % 20 == 0));
    }
    let rate = f64::from(met) / 3000.0;
    let stated = detection(0.05, 60);
    assert!((stated - 0.9539).abs() < 0.0001, "{stated}");
    assert!((rate - stated).abs() < 0.016, "{rate} against {stated}");
}

fn multiplied(key: &BlindingKey, point: &[u8; 32]) -> [u8; 32] {
    // Through the library's own door: a list of one key, doubled.
    let mut side = Side::new("South", 5, vec![person(2)], TERMS);
    side.points = vec![*point; 11];
    side.seal();
    let other = Side::new("North", 6, vec![person(3)], TERMS);
    let session = session(&other, &side);
    let blinded = read_blinded(&session, &side);
    let unwatched = linkage::watch::Unwatched;
    linkage::overlap::double(&blinded, key, Vec::new(), &unwatched, &mut |_| Ok(())).unwrap()[0]
}
