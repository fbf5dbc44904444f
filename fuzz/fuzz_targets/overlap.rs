//! Any bytes as each message of a blind overlap and of a commitment. What a digest in the message or
//! in a pledge would refuse at once is made to fit, so that what lies behind it is reached.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use linkage::{
    commit::{Commitment, Digest, Epoch, Meaning, Opening, Schema},
    overlap::{
        Answer, Blinded, BlindingKey, Doubled, KeyMaker, KeyRecord, KeySet, NearestLexicon, Pledge,
        Release, Request, Rounding, Session, Show, ShuffleProof, Size, SkeletonLexicon, Terms,
        audit,
    },
};

fuzz_target!(|bytes: &[u8]| {
    let Some((&kind, rest)) = bytes.split_first() else {
        return;
    };
    match kind % 8 {
        0 => text(rest, Commitment::read, |read| read.write().into_bytes()),
        1 => text(rest, Pledge::read, |read| read.write().into_bytes()),
        2 => text(rest, Opening::read, Opening::write),
        3 => json(rest),
        4 => blinded(rest),
        5 => doubled(rest),
        6 => shuffle(rest),
        _ => person(rest),
    }
});

/// What is read is written again as the same bytes.
fn text<T, E>(bytes: &[u8], read: fn(&[u8]) -> Result<T, E>, write: fn(&T) -> Vec<u8>) {
    if let Ok(read) = read(bytes) {
        assert_eq!(write(&read), bytes);
    }
}

fn json(bytes: &[u8]) {
    let (session, north, _) = two(Show::ReleaseRecords);
    if let Ok(read) = Release::read(bytes, session, north) {
        assert_eq!(read.write(), bytes);
    }
    let request = Request::new(session, north, [1; 32], 1);
    if let Ok(read) = Request::read(bytes, session, north) {
        assert_eq!(read.write(), bytes);
    }
    if let Ok(read) = Answer::read(bytes, &request) {
        assert_eq!(read.write(), bytes);
    }
    // The same with the digest of the request put in, so that the audit is reached.
    let text = String::from_utf8_lossy(bytes);
    let digest = Digest::of(&request.write()).to_string();
    if let Ok(read) = Answer::read(text.replace("REQUEST", &digest).as_bytes(), &request) {
        let maker = KeyMaker::new(KeySet::Tolerant, NearestLexicon::builtin());
        let lots = [Digest::of(b"one"), Digest::of(b"other")];
        let report = audit(&request, lots, north, sent(), &maker, &read);
        assert_eq!(report.drawn.len(), 1);
        assert_eq!(report.findings.len(), 1);
    }
}

/// The points of two records after a head that fits, or a whole message.
fn blinded(bytes: &[u8]) {
    let (session, north, _) = two(Show::Records);
    let list = north.list.digest();
    let size = Size {
        records: 2,
        per_record: 11,
    };
    let whole = Blinded::write(list, &key(1), Digest::of(b""), size, &[]);
    for message in [[&whole[..], bytes].concat(), bytes.to_vec()] {
        let mut pledge = north.clone();
        pledge.blinded = Digest::of(&message);
        if let Ok(read) = Blinded::read(&message, session, &pledge) {
            assert_eq!(read.bytes().len(), 22);
        }
    }
}

fn doubled(bytes: &[u8]) {
    for show in [Show::Records, Show::Size] {
        let (session, north, south) = two(show);
        let mut head = b"good offices overlap doubled keys 1\n".to_vec();
        head.extend_from_slice(session.id().as_bytes());
        head.extend_from_slice(north.digest().as_bytes());
        for message in [sealed(&[&head[..], bytes].concat()), sealed(bytes)] {
            if let Ok(read) = Doubled::read(&message, session, north, south) {
                assert_eq!(read.bytes().len(), 22);
                let _ = read.check_points();
            }
        }
    }
}

fn shuffle(bytes: &[u8]) {
    let (session, north, _) = two(Show::Size);
    let mut head = b"good offices overlap shuffle proof 1\n".to_vec();
    head.extend_from_slice(session.id().as_bytes());
    head.extend_from_slice(north.digest().as_bytes());
    let _ = ShuffleProof::read(&sealed(&[&head[..], bytes].concat()), session, north);
    let _ = ShuffleProof::read(&sealed(bytes), session, north);
}

fn person(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Some(read) = KeyRecord::read(&text) {
        assert_eq!(read.write(), text);
        for set in [KeySet::Tolerant, KeySet::Crossing] {
            let keys = KeyMaker::new(set, NearestLexicon::builtin()).keys(&read);
            assert!(keys.len() <= set.per_record());
            assert!(keys.iter().all(|key| (1..=8).contains(&key[0])));
            let skeletons = KeyMaker::new(set, &SkeletonLexicon).keys(&read);
            assert!(skeletons.len() <= set.per_record());
        }
    }
}

/// The keys of two records as North sent them.
fn sent() -> &'static Blinded {
    static SENT: OnceLock<Blinded> = OnceLock::new();
    SENT.get_or_init(|| {
        let (session, north, _) = two(Show::ReleaseRecords);
        let size = Size {
            records: 2,
            per_record: 11,
        };
        let points = vec![key(3).public(); 22];
        let message = Blinded::write(north.list.digest(), &key(1), Digest::of(b""), size, &points);
        let mut pledge = north.clone();
        pledge.blinded = Digest::of(&message);
        Blinded::read(&message, session, &pledge).unwrap()
    })
}

fn sealed(bytes: &[u8]) -> Vec<u8> {
    [bytes, Digest::of(bytes).as_bytes()].concat()
}

fn key(seed: u8) -> BlindingKey {
    BlindingKey::new(&[seed; 64]).unwrap()
}

/// A session of two lists of two records, made once.
fn two(show: Show) -> (&'static Session, &'static Pledge, &'static Pledge) {
    static MADE: OnceLock<Vec<(Show, Session, Pledge, Pledge)>> = OnceLock::new();
    let make = |show| {
        let (north, south) = (pledge("North", 1, show), pledge("South", 2, show));
        let session = Session::between(&north, &south, NearestLexicon::builtin()).unwrap();
        (show, session, north, south)
    };
    let all = MADE.get_or_init(|| {
        [Show::Records, Show::Size, Show::ReleaseRecords]
            .map(make)
            .into()
    });
    let (_, session, north, south) = all.iter().find(|one| one.0 == show).unwrap();
    (session, north, south)
}

fn pledge(side: &str, seed: u8, show: Show) -> Pledge {
    let list = Commitment {
        meaning: Meaning::Held,
        epoch: Epoch::first(2),
        entries: 2,
        normal_forms: 1,
        key_set: "tolerant-1".to_owned(),
        schema: Schema::new(vec!["name".to_owned()]).unwrap(),
        root: Digest::of(&[seed]),
    };
    Pledge {
        side: side.to_owned(),
        terms: Terms {
            show,
            agree: 1,
            rounding: Rounding::Exact,
            audits: 2,
        },
        public: key(seed).public(),
        blinded: Digest::of(&[seed]),
        list,
    }
}
