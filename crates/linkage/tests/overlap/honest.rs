//! What two honest sides find is the plain intersection of their keys, whoever learns it.

use std::{cell::Cell, collections::BTreeMap};

use curve25519_dalek::{ristretto::CompressedRistretto, scalar::Scalar};
use linkage::{
    commit::ListSecret,
    date::PartialDate,
    name::{Part, Script, Token},
    overlap::{
        BlindingKey, CompareError, Doubled, KeyMaker, KeyRecord, KeySet, KeyTable, NearestLexicon,
        Overlap, Release, Repeats, Rounding, Show, ShuffleProof, SideFiles, Terms, blind, compare,
        join,
    },
    watch::{Stage, Stopped, Unwatched, Watch},
};
use proptest::prelude::*;

use crate::side::{Side, TERMS, doubled_bytes, maker, person, read_blinded, session};

/// The plain intersection: pairs of places with as many keys in common as asked for.
fn plain(ours: &Side, theirs: &Side, agree: u32) -> Vec<(u32, u32, u32)> {
    let mut pairs = Vec::new();
    for (a, x) in (0..).zip(&ours.order) {
        for (b, y) in (0..).zip(&theirs.order) {
            let keys = |side: &Side, entry: u32| {
                side.persons
                    .get(entry as usize)
                    .map(|p| maker().keys(p))
                    .unwrap_or_default()
            };
            let (one, other) = (keys(ours, *x), keys(theirs, *y));
            let shared = u32::try_from(one.intersection(&other).count()).unwrap();
            if shared >= agree {
                pairs.push((a, b, shared));
            }
        }
    }
    pairs
}

fn found(overlap: &Overlap) -> Vec<(u32, u32, u32)> {
    overlap
        .pairs
        .iter()
        .map(|p| (p.ours, p.theirs, p.keys))
        .collect()
}

/// Both sides compare; each sees the same, mirrored.
fn run(a: &Side, b: &Side) -> (Overlap, Overlap) {
    let session = session(a, b);
    let (of_a, of_b) = (read_blinded(&session, a), read_blinded(&session, b));
    let learn = |own: &Side, own_read: &_, other: &Side, other_read| {
        let message = doubled_bytes(&session, other, own);
        let doubled = Doubled::read(&message, &session, &other.pledge, &own.pledge).unwrap();
        let own_read: &linkage::overlap::Blinded = own_read;
        doubled
            .check(&session, &other.pledge, own_read.both())
            .unwrap();
        let mine = own.double(other_read);
        compare(doubled.bytes(), &mine, 11, session.terms().agree).unwrap()
    };
    (learn(a, &of_a, b, &of_b), learn(b, &of_b, a, &of_a))
}

/// A record that lacks this and that, in this script or that.
fn anyone() -> impl Strategy<Value = KeyRecord> {
    const SPELLED: [(&str, &str); 6] = [
        ("khalid", "خالد"),
        ("mansur", "منصور"),
        ("ibrahim", "ابراهيم"),
        ("yusuf", "يوسف"),
        ("layla", "ليلى"),
        ("haddad", "حداد"),
    ];
    let token = (0..SPELLED.len(), any::<bool>()).prop_map(|(at, latin)| Token {
        text: if latin { SPELLED[at].0 } else { SPELLED[at].1 }.to_owned(),
        script: if latin { Script::Latin } else { Script::Arabic },
        part: Part::Plain,
    });
    let day = (1980_i16..1982, 1_u8..3).prop_map(|(year, day)| PartialDate::Day {
        year,
        month: 5,
        day,
    });
    let birth = prop::option::of(prop_oneof![
        day,
        (1980_i16..1982).prop_map(PartialDate::Year)
    ]);
    let places = prop::collection::vec(prop::sample::select(vec!["4000", "sidra"]), 0..3);
    (prop::collection::vec(token, 0..4), birth, places).prop_map(|(names, birth, places)| {
        KeyRecord {
            names,
            birth,
            places: places.into_iter().map(str::to_owned).collect(),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    /// Across scripts by the lexicon that ships, whatever a record lacks, and with repeats hidden:
    /// what is found is the intersection of what stands in the slots.
    #[test]
    fn across_scripts_it_is_the_plain_intersection_as_well(
        ours in prop::collection::vec(anyone(), 1..4),
        theirs in prop::collection::vec(anyone(), 1..4),
        agree in 1_u32..4,
        hidden: bool,
    ) {
        let repeats = if hidden { Repeats::Hidden } else { Repeats::Kept };
        let maker = KeyMaker::new(KeySet::Crossing, NearestLexicon::builtin());
        let list = |persons: &[KeyRecord], seed: u8| {
            let secret = ListSecret::new([seed; 32]);
            KeyTable::new(&maker, &secret, persons, persons.len(), repeats)
        };
        let (a, b) = (list(&ours, 1), list(&theirs, 2));
        let seeds = [[1_u8; 64], [2; 64]];
        let order = |table: &KeyTable| (0..u32::try_from(table.records()).unwrap()).collect::<Vec<_>>();
        // By both secrets, in either order, the second time without this library.
        let twice = |table: &KeyTable, first: usize, second: usize| {
            let key = BlindingKey::new(&seeds[first]).unwrap();
            let none = &mut |_: &[u8]| Ok(());
            let once = blind(table, &order(table), &key, Vec::new(), &Unwatched, none).unwrap();
            let second = Scalar::from_bytes_mod_order_wide(&seeds[second]);
            let again = |point| (CompressedRistretto(point).decompress().unwrap() * second).compress().to_bytes();
            once.into_iter().map(again).collect::<Vec<_>>()
        };
        let (at_a, at_b) = (twice(&a, 0, 1), twice(&b, 1, 0));
        let slots = maker.set().per_record();
        let overlap = compare(&at_a, &at_b, slots, agree).unwrap();
        let real = |table: &KeyTable, record: usize| {
            (0..slots)
                .map(|slot| table.key(record, slot).to_vec())
                .filter(|key| key[0] != 0)
                .collect::<std::collections::BTreeSet<_>>()
        };
        let mut plain = Vec::new();
        for x in 0..ours.len() {
            for y in 0..theirs.len() {
                let shared = real(&a, x).intersection(&real(&b, y)).count();
                let shared = u32::try_from(shared).unwrap();
                if shared >= agree {
                    plain.push((u32::try_from(x).unwrap(), u32::try_from(y).unwrap(), shared));
                }
            }
        }
        prop_assert_eq!(found(&overlap), plain);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn what_is_found_is_the_plain_intersection(
        ours in prop::collection::vec(0_u32..60, 1..9),
        theirs in prop::collection::vec(0_u32..60, 1..9),
        agree in 1_u32..12,
        padding in 0_usize..3,
    ) {
        let terms = Terms { agree, ..TERMS };
        let list = |numbers: &[u32]| numbers.iter().map(|n| person(*n)).collect::<Vec<_>>();
        let padded = ours.len() + padding;
        let a = Side::with("North", 1, list(&ours), padded, Repeats::Kept, terms);
        let b = Side::new("South", 2, list(&theirs), terms);
        let (at_a, at_b) = run(&a, &b);
        prop_assert_eq!(found(&at_a), plain(&a, &b, agree));
        let mut mirrored: Vec<_> = found(&at_b).iter().map(|(x, y, k)| (*y, *x, *k)).collect();
        mirrored.sort_unstable();
        prop_assert_eq!(mirrored, found(&at_a));
    }

    #[test]
    fn comparing_is_counting_equal_keys_by_pair(
        ours in prop::collection::vec(0_u8..30, 0..40),
        theirs in prop::collection::vec(0_u8..30, 0..40),
        agree in 1_u32..4,
    ) {
        let points = |keys: &[u8]| keys.iter().map(|k| [*k; 32]).collect::<Vec<_>>();
        let overlap = compare(&points(&ours), &points(&theirs), 4, agree).unwrap();
        let mut counted: BTreeMap<(u32, u32), std::collections::BTreeSet<u8>> = BTreeMap::new();
        for (i, x) in ours.iter().enumerate() {
            for (j, y) in theirs.iter().enumerate() {
                if x == y {
                    let pair = (u32::try_from(i / 4).unwrap(), u32::try_from(j / 4).unwrap());
                    counted.entry(pair).or_default().insert(*x);
                }
            }
        }
        let expected: Vec<_> = counted
            .iter()
            .map(|((a, b), keys)| (*a, *b, u32::try_from(keys.len()).unwrap()))
            .filter(|(_, _, keys)| *keys >= agree)
            .collect();
        prop_assert_eq!(found(&overlap), expected);
    }
}

#[test]
fn spellings_in_two_scripts_meet_in_the_test_across_scripts() {
    let maker = KeyMaker::new(KeySet::Crossing, NearestLexicon::builtin());
    let keys = |names: [&str; 2], script| {
        let token = |text: &str| Token {
            text: text.to_owned(),
            script,
            part: Part::Plain,
        };
        maker.keys(&KeyRecord {
            names: names.map(token).to_vec(),
            birth: Some(PartialDate::Year(1980)),
            places: Vec::new(),
        })
    };
    let latin = keys(["ibrahim", "haddad"], Script::Latin);
    let arabic = keys(["ابراهيم", "حداد"], Script::Arabic);
    assert!(latin.intersection(&arabic).any(|key| key[0] == 8));
}

#[test]
fn the_test_above_is_not_empty() {
    let list = |numbers: [u32; 4]| numbers.map(person).to_vec();
    let a = Side::new("North", 1, list([1, 2, 3, 4]), TERMS);
    let b = Side::new("South", 2, list([3, 4, 50, 51]), TERMS);
    let (at_a, _) = run(&a, &b);
    assert_eq!(at_a.pairs.iter().filter(|p| p.keys == 11).count(), 2);
}

#[test]
fn where_only_the_number_is_learnt_places_are_shuffled_and_the_go_between_can_check() {
    let terms = Terms {
        show: Show::Size,
        ..TERMS
    };
    let list = |numbers: &[u32]| numbers.iter().map(|n| person(*n)).collect::<Vec<_>>();
    let hidden = |name, seed, numbers: &[u32]| {
        Side::with(name, seed, list(numbers), 20, Repeats::Hidden, terms)
    };
    let a = hidden("North", 1, &[1, 12, 23, 34, 45, 56]);
    let b = hidden("South", 2, &[23, 34, 45, 57, 58]);
    let session = session(&a, &b);
    let of_a = read_blinded(&session, &a);
    let points = b.double(&of_a);
    let (message, shuffle) = Doubled::write_shuffled(
        &session, &b.pledge, &a.pledge, &b.key, &of_a, &points, &[9; 32],
    );
    let doubled = Doubled::read(&message, &session, &b.pledge, &a.pledge).unwrap();
    doubled.check_points().unwrap();
    let shuffle = ShuffleProof::read(&shuffle, &session, &b.pledge).unwrap();
    shuffle.check(&session, &b.pledge, &of_a, &doubled).unwrap();
    assert_ne!(doubled.bytes(), points);
    let mine = a.double(&read_blinded(&session, &b));
    let shown = compare(doubled.bytes(), &mine, 11, 1).unwrap();
    let in_order = compare(&points, &mine, 11, 1).unwrap();
    assert_eq!(shown.ours().len(), in_order.ours().len());
    assert!(shown.ours().len() >= 3);
    assert!(doubled.check(&session, &b.pledge, of_a.both()).is_err());
}

#[test]
fn the_go_between_alone_compares_and_releases_both_at_once() {
    for (show, rounding, counted) in [
        (Show::ReleaseSize, Rounding::Exact, 3),
        (Show::ReleaseSize, Rounding::Five, 5),
        (Show::ReleaseSize, Rounding::Ten, 0),
        (Show::ReleaseRecords, Rounding::Exact, 3),
    ] {
        let terms = Terms {
            show,
            rounding,
            agree: 6,
            ..TERMS
        };
        let list = |numbers: &[u32]| numbers.iter().map(|n| person(*n)).collect::<Vec<_>>();
        let a = Side::new("North", 1, list(&[1, 12, 23, 34, 45]), terms);
        let b = Side::new("South", 2, list(&[23, 34, 45, 57]), terms);
        let session = session(&a, &b);
        let (of_a, of_b) = (read_blinded(&session, &a), read_blinded(&session, &b));
        let by = |by: &Side, of: &Side| {
            let message = doubled_bytes(&session, by, of);
            Doubled::read(&message, &session, &by.pledge, &of.pledge).unwrap()
        };
        let (by_b, by_a) = (by(&b, &a), by(&a, &b));
        let one = SideFiles {
            pledge: &a.pledge,
            blinded: &of_a,
            doubled: &by_b,
        };
        let other = SideFiles {
            pledge: &b.pledge,
            blinded: &of_b,
            doubled: &by_a,
        };
        let [to_a, to_b] = join(&session, one, other).unwrap();
        assert_eq!((to_a.yours, to_b.yours), (counted, counted));
        assert_eq!((to_a.theirs, to_b.theirs), (counted, counted));
        let read = Release::read(&to_a.write(), &session, &a.pledge).unwrap();
        assert_eq!(read, to_a);
        assert!(Release::read(&to_a.write(), &session, &b.pledge).is_err());
        let places = matches!(show, Show::ReleaseRecords);
        assert_eq!(to_a.places.is_some(), places);
        if let Some(places) = to_a.places {
            let mut entries: Vec<u32> = places
                .iter()
                .map(|place| a.order[*place as usize])
                .collect();
            entries.sort_unstable();
            assert_eq!(entries, [2, 3, 4]);
        }
        assert!(
            join(
                &session,
                one,
                SideFiles {
                    doubled: &by_b,
                    ..other
                }
            )
            .is_err()
        );
    }
}

/// Stops at the first report at or after so many points.
struct StopAt(u64, Cell<u64>);

// Cells are not for several threads: the steps report from the thread that called them.
struct Shared(std::sync::Mutex<StopAt>);

impl Watch for Shared {
    fn at(&self, stage: Stage, done: u64, _: u64) -> Result<(), Stopped> {
        assert_eq!(stage, Stage::Blinding);
        let stop = self.0.lock().unwrap();
        stop.1.set(done);
        if done >= stop.0 { Err(Stopped) } else { Ok(()) }
    }
}

#[test]
fn a_step_that_was_stopped_goes_on_to_the_same_bytes() {
    let persons: Vec<_> = (0..900).map(person).collect();
    let side = Side::new("North", 1, persons, TERMS);
    assert!(side.points.len() > 8192);
    let mut part = Vec::new();
    let watch = Shared(std::sync::Mutex::new(StopAt(8192, Cell::new(0))));
    let mut keep = |bytes: &[u8]| {
        part.extend_from_slice(bytes);
        Ok(())
    };
    let stopped = blind(
        &side.table,
        &side.order,
        &side.key,
        Vec::new(),
        &watch,
        &mut keep,
    );
    assert_eq!(stopped, Err(Stopped));
    assert_eq!(part.len(), 8192 * 32);
    // What is left of a point at the end is made again.
    let done = part[..5000 * 32 + 7].to_vec();
    let mut more = Vec::new();
    let mut keep = |bytes: &[u8]| {
        more.extend_from_slice(bytes);
        Ok(())
    };
    let points = blind(
        &side.table,
        &side.order,
        &side.key,
        done,
        &Unwatched,
        &mut keep,
    )
    .unwrap();
    assert_eq!(points, side.points);
    assert_eq!(more, side.points[5000..].as_flattened());
}

#[test]
fn lists_of_one_key_do_not_exhaust_the_program() {
    let same = vec![[1; 32]; 9000];
    assert_eq!(compare(&same, &same, 1, 1), Err(CompareError::TooManyPairs));
}
