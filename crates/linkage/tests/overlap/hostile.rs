//! Hostile messages, each by name, and what is said of each.

use linkage::{
    commit::Digest,
    overlap::{
        Blinded, BlindingKey, Doubled, MessageError, Pledge, PledgeError, PointBytes, PointFault,
        Repeats, Rounding, Session, SessionError, Show, SkeletonLexicon, Terms,
    },
};

use proptest::prelude::*;

use crate::side::{Side, TERMS, doubled_bytes, person, read_blinded, session};

fn two() -> (Side, Side) {
    let list = |numbers: [u32; 3]| numbers.map(person).to_vec();
    (
        Side::new("North", 1, list([1, 2, 3]), TERMS),
        Side::new("South", 2, list([3, 4, 5]), TERMS),
    )
}

/// South sends these points in place of one of its own, and pledges them.
fn with_point(bytes: [u8; 32]) -> MessageError {
    let (a, mut b) = two();
    b.points[14] = bytes;
    b.seal();
    Blinded::read(&b.blinded, &session(&a, &b), &b.pledge).unwrap_err()
}

/// North checks points that South says it doubled with this key.
fn checked(
    session: &Session,
    (a, b): (&Side, &Side),
    key: &BlindingKey,
    theirs: &Blinded,
    points: &[PointBytes],
) -> Result<(), MessageError> {
    let message = Doubled::write(session, &b.pledge, &a.pledge, key, theirs, points);
    let doubled = Doubled::read(&message, session, &b.pledge, &a.pledge).unwrap();
    doubled.check(session, &b.pledge, theirs.both()).map(drop)
}

#[test]
fn the_identity_is_refused_with_its_place() {
    let MessageError::Point {
        record, key, fault, ..
    } = with_point([0; 32])
    else {
        panic!()
    };
    assert_eq!((record, key, fault), (2, 4, PointFault::Identity));
}

#[test]
fn bytes_that_are_no_point_are_refused_with_their_place() {
    let mut not_canonical = [0xff; 32];
    not_canonical[31] = 0x7f;
    // Encodings of points of small order on the curve below: none is an element.
    let mut order_four = [0; 32];
    order_four[0] = 1;
    let mut order_two = [0xff; 32];
    order_two[0] = 0xec;
    order_two[31] = 0x7f;
    for bytes in [not_canonical, order_four, order_two] {
        let MessageError::Point {
            record, key, fault, ..
        } = with_point(bytes)
        else {
            panic!()
        };
        assert_eq!((record, key, fault), (2, 4, PointFault::NotAPoint));
    }
}

#[test]
fn another_list_the_second_time_is_refused() {
    let (a, b) = two();
    let session = session(&a, &b);
    let other = Side::new("South", 2, [3, 4, 6].map(person).to_vec(), TERMS);
    let found = Blinded::read(&other.blinded, &session, &b.pledge).unwrap_err();
    assert!(matches!(found, MessageError::OtherSide(_)), "{found}");
    // The same list under the same commitment, but other points.
    let mut altered = b.blinded.clone();
    let last = altered.len() - 32;
    altered.copy_within(last - 32..last, last);
    let found = Blinded::read(&altered, &session, &b.pledge).unwrap_err();
    assert!(matches!(found, MessageError::NotPledged(_)), "{found}");
    // And another pledge makes another session.
    assert_ne!(session.id(), crate::side::session(&a, &other).id());
}

#[test]
fn more_keys_than_committed_are_refused() {
    let (a, mut b) = two();
    let more = Side::new("South", 2, [3, 4, 5, 6].map(person).to_vec(), TERMS);
    b.points = more.points.clone();
    let size = linkage::overlap::Size {
        records: 4,
        per_record: 11,
    };
    let lot = Digest::of(b"lot");
    b.blinded = Blinded::write(b.pledge.list.digest(), &b.key, lot, size, &b.points);
    b.pledge.blinded = Digest::of(&b.blinded);
    let found = Blinded::read(&b.blinded, &session(&a, &b), &b.pledge).unwrap_err();
    let expected = MessageError::MoreKeys {
        what: "blinded keys",
        found: 44,
        committed: 33,
    };
    assert_eq!(found, expected);
}

#[test]
fn points_beyond_those_that_are_counted_are_refused() {
    let (a, mut b) = two();
    b.blinded.extend_from_slice(&a.points[0]);
    b.pledge.blinded = Digest::of(&b.blinded);
    let found = Blinded::read(&b.blinded, &session(&a, &b), &b.pledge).unwrap_err();
    assert!(matches!(found, MessageError::TooLong(_)), "{found}");
}

#[test]
fn a_message_cut_short_is_told_from_a_hostile_one() {
    let (a, b) = two();
    let session = session(&a, &b);
    let cut = &b.blinded[..b.blinded.len() - 1];
    let found = Blinded::read(cut, &session, &b.pledge).unwrap_err();
    assert!(matches!(found, MessageError::CutShort(_)), "{found}");
    let message = doubled_bytes(&session, &b, &a);
    for length in [0, 10, 40, 100, message.len() - 1] {
        let found = Doubled::read(&message[..length], &session, &b.pledge, &a.pledge).unwrap_err();
        let told = matches!(
            found,
            MessageError::CutShort(_) | MessageError::OtherKind(_)
        );
        assert!(told, "{length}: {found}");
    }
    let mut damaged = message;
    damaged[200] ^= 1;
    let found = Doubled::read(&damaged, &session, &b.pledge, &a.pledge).unwrap_err();
    assert!(matches!(found, MessageError::Damaged(_)), "{found}");
}

#[test]
fn replays_are_refused() {
    let (a, b) = two();
    let before = session(&a, &b);
    let old = doubled_bytes(&before, &b, &a);
    // A new session of the same lists, with new keys.
    let list = |numbers: [u32; 3]| numbers.map(person).to_vec();
    let (a, b) = (
        Side::new("North", 3, list([1, 2, 3]), TERMS),
        Side::new("South", 4, list([3, 4, 5]), TERMS),
    );
    let now = session(&a, &b);
    let found = Doubled::read(&old, &now, &b.pledge, &a.pledge).unwrap_err();
    assert!(matches!(found, MessageError::OtherSession(_)), "{found}");
}

#[test]
fn ones_own_messages_sent_back_are_refused() {
    let (a, b) = two();
    let found = Session::between(&a.pledge, &a.pledge, &SkeletonLexicon).unwrap_err();
    assert!(matches!(found, SessionError::Mirrored(_)), "{found}");
    let mut copied = a.pledge.clone();
    copied.side = "South".to_owned();
    let found = Session::between(&a.pledge, &copied, &SkeletonLexicon).unwrap_err();
    assert!(matches!(found, SessionError::Mirrored(_)), "{found}");
    let session = session(&a, &b);
    let found = Blinded::read(&a.blinded, &session, &b.pledge).unwrap_err();
    assert!(matches!(found, MessageError::OtherSide(_)), "{found}");
    let mine = doubled_bytes(&session, &a, &b);
    let found = Doubled::read(&mine, &session, &b.pledge, &a.pledge).unwrap_err();
    assert!(matches!(found, MessageError::OtherSide(_)), "{found}");
}

#[test]
fn another_secret_for_one_point_is_found() {
    let (a, b) = two();
    let session = session(&a, &b);
    let theirs = read_blinded(&session, &a);
    let mut points = b.double(&theirs);
    let other = Side::new("South", 9, [3].map(person).to_vec(), TERMS).double(&theirs);
    points[20] = other[20];
    let found = checked(&session, (&a, &b), &b.key, &theirs, &points).unwrap_err();
    assert!(matches!(found, MessageError::NotProved(_)), "{found}");
}

#[test]
fn another_secret_for_all_points_is_found() {
    let (a, b) = two();
    let session = session(&a, &b);
    let theirs = read_blinded(&session, &a);
    let other = Side::new("South", 9, [3].map(person).to_vec(), TERMS);
    let points = other.double(&theirs);
    let found = checked(&session, (&a, &b), &other.key, &theirs, &points).unwrap_err();
    assert!(matches!(found, MessageError::NotProved(_)), "{found}");
}

#[test]
fn two_points_in_each_others_place_are_found() {
    let (a, b) = two();
    let session = session(&a, &b);
    let theirs = read_blinded(&session, &a);
    let mut points = b.double(&theirs);
    points.swap(3, 25);
    let found = checked(&session, (&a, &b), &b.key, &theirs, &points).unwrap_err();
    assert!(matches!(found, MessageError::NotProved(_)), "{found}");
}

#[test]
fn doubled_points_that_are_none_are_refused_with_their_place() {
    let (a, b) = two();
    let session = session(&a, &b);
    let theirs = read_blinded(&session, &a);
    let mut points = b.double(&theirs);
    points[12] = [0; 32];
    let found = checked(&session, (&a, &b), &b.key, &theirs, &points).unwrap_err();
    let MessageError::Point {
        record, key, fault, ..
    } = found
    else {
        panic!("{found}")
    };
    assert_eq!((record, key, fault), (2, 2, PointFault::Identity));
}

#[test]
fn records_marked_by_repeated_keys_are_refused_where_only_the_number_is_learnt() {
    let terms = Terms {
        show: Show::Size,
        ..TERMS
    };
    let list = || [1, 2, 3].map(person).to_vec();
    let hidden = |name, seed| Side::with(name, seed, list(), 3, Repeats::Hidden, terms);
    let (a, mut b) = (hidden("North", 1), hidden("South", 2));
    b.points[13] = b.points[2];
    b.seal();
    let found = Blinded::read(&b.blinded, &session(&a, &b), &b.pledge).unwrap_err();
    let what = "blinded keys";
    assert_eq!(
        found,
        MessageError::Repeated {
            what,
            first: 1,
            second: 2
        }
    );
}

#[test]
fn an_order_that_was_not_asked_for_is_refused() {
    let terms = Terms {
        show: Show::Size,
        ..TERMS
    };
    let list = |n: u32| vec![person(n)];
    let hidden = |name, seed, n| Side::with(name, seed, list(n), 2, Repeats::Hidden, terms);
    let (a, b) = (hidden("North", 1, 1), hidden("South", 2, 2));
    let session = session(&a, &b);
    let message = doubled_bytes(&session, &b, &a);
    let found = Doubled::read(&message, &session, &b.pledge, &a.pledge).unwrap_err();
    assert!(matches!(found, MessageError::OtherOrder(_)), "{found}");
}

#[test]
fn pledges_that_do_not_fit_make_no_session() {
    let (a, b) = two();
    let between = |change: fn(&mut Pledge)| {
        let mut changed = b.pledge.clone();
        change(&mut changed);
        Session::between(&a.pledge, &changed, &SkeletonLexicon).unwrap_err()
    };
    let differ = SessionError::TermsDiffer;
    assert_eq!(
        between(|p| p.terms.show = Show::Size),
        differ("who learns what (show)")
    );
    assert_eq!(
        between(|p| p.terms.agree = 2),
        differ("how many keys must agree (agree)")
    );
    assert_eq!(
        between(|p| p.terms.audits = 2),
        differ("how many may be audited (audits)")
    );
    assert_eq!(
        between(|p| p.list.key_set = "crossing-2 skeleton-1".to_owned()),
        differ("the set of keys (key-set)")
    );
    assert_eq!(between(|p| p.list.entries = 0), SessionError::Records(0));
    let both = |change: fn(&mut Pledge)| {
        let (mut x, mut y) = (a.pledge.clone(), b.pledge.clone());
        change(&mut x);
        change(&mut y);
        Session::between(&x, &y, &SkeletonLexicon).unwrap_err()
    };
    assert_eq!(
        both(|p| p.terms.rounding = Rounding::Five),
        SessionError::Rounding
    );
    assert_eq!(
        both(|p| p.terms.agree = 12),
        SessionError::Agree {
            agree: 12,
            per_record: 11
        }
    );
    let unknown = both(|p| p.list.key_set = "tolerant-7".to_owned());
    assert_eq!(unknown, SessionError::UnknownKeys("tolerant-7".to_owned()));
}

#[test]
fn a_pledge_of_no_key_is_refused() {
    let (mut a, _) = two();
    a.pledge.public = [0; 32];
    let found = Pledge::read(a.pledge.write().as_bytes()).unwrap_err();
    assert_eq!(found, PledgeError::Form("public"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever 32 bytes stand in place of a key: refused with its place, or some point, which then
    /// is not the one that was committed to (see `audits`).
    #[test]
    fn whatever_stands_for_a_point_is_refused_with_its_place_or_is_one(
        bytes in prop_oneof![any::<[u8; 32]>(), Just([0; 32]), Just([0xff; 32])],
        slot in 0_usize..33,
    ) {
        let (a, mut b) = two();
        b.points[slot] = bytes;
        b.seal();
        let session = session(&a, &b);
        match Blinded::read(&b.blinded, &session, &b.pledge) {
            Ok(read) => {
                prop_assert_ne!(bytes, [0; 32]);
                // What was read is multiplied and found again as what it was.
                prop_assert_eq!(read.bytes()[slot], bytes);
                prop_assert_ne!(a.double(&read)[slot], bytes);
            }
            Err(MessageError::Point { record, key, .. }) => {
                prop_assert_eq!((record - 1) * 11 + key - 1, slot);
            }
            Err(other) => prop_assert!(false, "{other}"),
        }
    }

    /// Points that were altered, exchanged or multiplied by another secret, in any places.
    #[test]
    fn doubled_points_that_are_not_the_right_ones_are_found(
        altered in prop::collection::btree_map(0_usize..33, 0_usize..33, 1..5),
        seed in 3_u8..200,
    ) {
        let (a, b) = two();
        let session = session(&a, &b);
        let theirs = read_blinded(&session, &a);
        let honest = b.double(&theirs);
        let mut other = Side::new("South", 9, vec![person(3)], TERMS);
        other.key = BlindingKey::new(&[seed; 64]).unwrap();
        let false_points = other.double(&theirs);
        let mut points = honest.clone();
        for (to, from) in altered {
            points[to] = false_points[from];
        }
        let found = checked(&session, (&a, &b), &b.key, &theirs, &points);
        prop_assert!(matches!(found, Err(MessageError::NotProved(_))));
    }
}
