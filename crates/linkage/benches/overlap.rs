//! Blind overlap of two lists of keys from end to end, against its scalar multiplications alone.
//!
//! `cargo bench -p linkage --bench overlap` prints a table for 8,000 and 100,000 keys a side;
//! `cargo bench -p linkage --bench overlap -- 20000` takes another number. Both are measured in
//! turn, so that a busy machine slows both, in processor seconds of all threads; of several rounds
//! the cheapest of each is shown, and all ratios. What is counted:
//!
//! - the whole: both sides' work as two programs would do it that pass each other files, from keys
//!   to the pairs found, proofs and their checks included; not the making of keys from names;
//! - its multiplications alone: four by a secret for each key of a side (two lists, twice each), by
//!   curve25519-dalek in the same build and with the same backend, no point read or written.
//!
//! Last comes what making the keys costs, with the lexicon of skeletons and with the one that ships.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark reads the clock, prints, and stops at a fault"
)]

use std::{fs, hint::black_box, time::Instant};

use curve25519_dalek::{
    RistrettoPoint, Scalar, ristretto::CompressedRistretto, traits::VartimeMultiscalarMul as _,
};
use linkage::{
    commit::{Commitment, CommittedList, Digest, Epoch, ListSecret, Meaning, Schema},
    date::PartialDate,
    name::{Part, Script, Token},
    overlap::{
        Blinded, BlindingKey, DOMAIN, Doubled, KeyMaker, KeyRecord, KeySet, KeyTable, KeyedEntries,
        NameLexicon, NearestLexicon, Pledge, PointBytes, Repeats, Rounding, Session, Show, Size,
        SkeletonLexicon, Terms, ToGroup, blind, compare, double,
    },
    transducer::Model,
    watch::Unwatched,
};
use rayon::prelude::*;

/// Short runs are noisier, and cheaper to do again.
const fn rounds(keys: usize) -> usize {
    if keys < 50_000 { 5 } else { 2 }
}

fn main() {
    let asked: Vec<usize> = std::env::args().filter_map(|a| a.parse().ok()).collect();
    let sizes = if asked.is_empty() {
        vec![8_000, 100_000]
    } else {
        asked
    };
    println!(
        "Processor seconds of {} threads, the cheapest of some rounds; {}.",
        rayon::current_num_threads(),
        processor()
    );
    println!(
        "keys a side | multiplications | with the proofs' sums | whole | ratio | to both | whole, wall s"
    );
    for size in sizes {
        measure(size);
    }
    keys();
}

/// What the processor offers to the backends of curve25519-dalek, which chooses at run time among
/// those that were built in: AVX-512 IFMA by the flag in `.cargo/config.toml`, AVX2, and none.
fn processor() -> &'static str {
    #[cfg(target_arch = "x86_64")]
    {
        if std::is_x86_feature_detected!("avx512ifma") && std::is_x86_feature_detected!("avx512vl")
        {
            return "the processor has AVX2 and AVX-512 IFMA";
        }
        if std::is_x86_feature_detected!("avx2") {
            return "the processor has AVX2";
        }
    }
    "the processor has neither AVX2 nor AVX-512"
}

/// Keys are counted, not records: a record has eleven.
fn measure(keys: usize) {
    let records = keys.div_ceil(11);
    let (a, b) = (
        Side::new("North", 1, records),
        Side::new("South", 2, records),
    );
    let keys = a.table.records() * a.table.per_record();
    let points = some_points(keys);
    let (mut alone, mut sums, mut whole, mut wall) = (f64::MAX, f64::MAX, f64::MAX, f64::MAX);
    let mut parts: Vec<(&str, f64)> = Vec::new();
    let mut ratios = Vec::new();
    for _ in 0..rounds(keys) {
        let this = timed(|| multiplications(&points));
        alone = alone.min(this);
        sums = sums.min(timed(|| combinations(&points)));
        let (begun, at) = (cpu(), Instant::now());
        let now = overlap(&a, &b);
        let took = cpu() - begun;
        wall = wall.min(at.elapsed().as_secs_f64());
        ratios.push(format!("{:.2}", took / this));
        if took < whole {
            whole = took;
            parts = now;
        }
    }
    println!(
        "{keys} | {alone:.3} | {:.3} | {whole:.3} | {:.2} | {:.2} | {wall:.2}",
        alone + sums,
        whole / alone,
        whole / (alone + sums)
    );
    println!(
        "    {:.1} microseconds a multiplication; ratios of the rounds: {}",
        alone / four(keys) * 1e6,
        ratios.join(", ")
    );
    for (what, seconds) in parts {
        println!("    {what}: {seconds:.3}");
    }
    let hashing = timed(|| hashes(keys));
    let reading = timed(|| readings(&points));
    println!(
        "    of which, apart: hashing to points {:.3}, reading points {:.3}",
        2.0 * hashing,
        4.0 * reading
    );
}

fn four(keys: usize) -> f64 {
    4.0 * f64::from(u32::try_from(keys).unwrap())
}

/// Making the keys of a list, each name of two tokens that the name model knows as common.
fn keys() {
    const PERSONS: usize = 4_000;
    let persons = |script| {
        let common = Model::builtin().common(script);
        let token = |at: usize| Token {
            text: (*common.get(at % common.len()).unwrap()).to_owned(),
            script,
            part: Part::Plain,
        };
        let person = |at: usize| KeyRecord {
            names: vec![token(at), token(at * 7 + 3)],
            ..person(at)
        };
        (0..PERSONS).map(person).collect::<Vec<_>>()
    };
    let secret = ListSecret::new([1; 32]);
    let nearest = NearestLexicon::builtin();
    println!("Making the keys of {PERSONS} names:");
    for script in [Script::Latin, Script::Arabic, Script::Hebrew] {
        let persons = persons(script);
        for (set, lexicon) in [
            (KeySet::Tolerant, &SkeletonLexicon as &dyn NameLexicon),
            (KeySet::Crossing, &SkeletonLexicon),
            (KeySet::Crossing, nearest),
        ] {
            let maker = KeyMaker::new(set, lexicon);
            let took = timed(|| {
                let table = KeyTable::new(&maker, &secret, &persons, PERSONS, Repeats::Hidden);
                black_box(table);
            });
            println!("    {script:?}, {}: {took:.3}", maker.name());
        }
    }
}

/// Processor seconds of the work.
fn timed(work: impl FnOnce()) -> f64 {
    let begun = cpu();
    work();
    cpu() - begun
}

/// Seconds of processor time that the threads of this process have had. Those that work stay until
/// its end.
fn cpu() -> f64 {
    let threads = fs::read_dir("/proc/self/task").unwrap();
    let nanos = threads.filter_map(|thread| {
        let stat = fs::read_to_string(thread.ok()?.path().join("schedstat")).ok()?;
        stat.split(' ').next()?.parse::<u64>().ok()
    });
    std::time::Duration::from_nanos(nanos.sum()).as_secs_f64()
}

fn some_points(count: usize) -> Vec<RistrettoPoint> {
    let to_group = ToGroup::new(DOMAIN);
    (0..count)
        .into_par_iter()
        .map(|n| to_group.point(&n.to_be_bytes()))
        .collect()
}

/// The four multiplications by a secret that each key of a side costs: two lists, twice each.
fn multiplications(points: &[RistrettoPoint]) {
    for secret in 1_u64..=4 {
        let secret = Scalar::from_bytes_mod_order([u8::try_from(secret).unwrap(); 32]);
        points.par_iter().with_min_len(64).for_each(|point| {
            black_box(point * secret);
        });
    }
}

/// The sums of points with weights of 128 bits that the two proofs cost: three for each list.
fn combinations(points: &[RistrettoPoint]) {
    let weight = |n: usize| {
        let mut bytes = *Digest::of(&n.to_be_bytes()).as_bytes();
        bytes[16..].fill(0);
        Scalar::from_bytes_mod_order(bytes)
    };
    let weights: Vec<Scalar> = (0..points.len()).map(weight).collect();
    for _ in 0..6 {
        points
            .par_chunks(1 << 14)
            .zip(weights.par_chunks(1 << 14))
            .for_each(|(p, w)| {
                black_box(RistrettoPoint::vartime_multiscalar_mul(w, p));
            });
    }
}

fn hashes(count: usize) {
    black_box(some_points(count));
}

fn readings(points: &[RistrettoPoint]) {
    let halves: Vec<CompressedRistretto> = RistrettoPoint::double_and_compress_batch(points);
    halves.par_iter().for_each(|written| {
        black_box(written.decompress());
    });
}

/// One side's list, committed to before anything is timed: commitments are made once a list.
struct Side {
    name: &'static str,
    key: BlindingKey,
    table: KeyTable,
    order: Vec<u32>,
    list: Commitment,
}

impl Side {
    fn new(name: &'static str, seed: u8, records: usize) -> Self {
        let secret = ListSecret::new([seed; 32]);
        let maker = KeyMaker::new(KeySet::Tolerant, &SkeletonLexicon);
        // Half of each list is the other's as well.
        let first = if seed == 1 { 0 } else { records / 2 };
        let persons: Vec<KeyRecord> = (first..first + records).map(person).collect();
        let table = KeyTable::new(&maker, &secret, &persons, records, Repeats::Hidden);
        let names: Vec<Vec<String>> = vec![vec![String::new()]; records];
        let schema = Schema::new(vec!["name".to_owned()]).unwrap();
        let schema = KeyedEntries::schema(&schema).unwrap();
        let entries = KeyedEntries::new(&names, 1, &persons, &table);
        let committed = CommittedList::new(&secret, &schema, &entries).unwrap();
        let (order, root) = (committed.order().to_vec(), committed.root());
        let list = Commitment {
            meaning: Meaning::Held,
            epoch: Epoch::first(records as u64),
            entries: records as u64,
            normal_forms: 1,
            key_set: maker.name(),
            schema,
            root,
        };
        let key = BlindingKey::new(&[seed; 64]).unwrap();
        Self {
            name,
            key,
            table,
            order,
            list,
        }
    }

    fn pledge(&self, points: &[PointBytes]) -> (Pledge, Vec<u8>) {
        let size = Size {
            records: self.list.entries,
            per_record: self.table.per_record() as u64,
        };
        let lot = Digest::of(self.name.as_bytes());
        let bytes = Blinded::write(self.list.digest(), &self.key, lot, size, points);
        let terms = Terms {
            show: Show::Records,
            agree: 1,
            rounding: Rounding::Exact,
            audits: 60,
        };
        let pledge = Pledge {
            side: self.name.to_owned(),
            terms,
            public: self.key.public(),
            blinded: Digest::of(&bytes),
            list: self.list.clone(),
        };
        (pledge, bytes)
    }
}

/// An invented person: letters spell the number, so that no two have a key in common.
fn person(number: usize) -> KeyRecord {
    let word = |mut n: usize| {
        let mut word = String::new();
        for _ in 0..5 {
            word.extend("bdfgklmnrst".chars().nth(n % 11));
            word.push('a');
            n /= 11;
        }
        word
    };
    let token = |n| Token {
        text: word(n),
        script: Script::Latin,
        part: Part::Plain,
    };
    KeyRecord {
        names: vec![token(number), token(number + 80_000)],
        birth: Some(PartialDate::Day {
            year: 1980,
            month: 5,
            day: 17,
        }),
        places: vec!["4000".to_owned(), "somewhere".to_owned()],
    }
}

/// Both sides' whole work, as two programs would do it that pass each other files.
fn overlap(a: &Side, b: &Side) -> Vec<(&'static str, f64)> {
    let mut parts = Vec::new();
    let mut begun = cpu();
    let mut part = |what| {
        let now = cpu();
        parts.push((what, now - begun));
        begun = now;
    };
    let blinded = [a, b].map(|side| {
        let points = blind(
            &side.table,
            &side.order,
            &side.key,
            Vec::new(),
            &Unwatched,
            &mut |_| Ok(()),
        );
        side.pledge(&points.unwrap())
    });
    part("hash and blind");
    let [(pledge_a, file_a), (pledge_b, file_b)] = blinded;
    let session = Session::between(&pledge_a, &pledge_b, &SkeletonLexicon).unwrap();
    let of_a = Blinded::read(&file_a, &session, &pledge_a).unwrap();
    let of_b = Blinded::read(&file_b, &session, &pledge_b).unwrap();
    part("read the other's");
    let by = |side: &Side, theirs| {
        double(theirs, &side.key, Vec::new(), &Unwatched, &mut |_| Ok(())).unwrap()
    };
    let (by_a, by_b) = (by(a, &of_b), by(b, &of_a));
    part("double");
    let file_by_a = Doubled::write(&session, &pledge_a, &pledge_b, &a.key, &of_b, &by_a);
    let file_by_b = Doubled::write(&session, &pledge_b, &pledge_a, &b.key, &of_a, &by_b);
    part("prove");
    let at_a = Doubled::read(&file_by_b, &session, &pledge_b, &pledge_a).unwrap();
    let at_b = Doubled::read(&file_by_a, &session, &pledge_a, &pledge_b).unwrap();
    at_a.check(&session, &pledge_b, of_a.both()).unwrap();
    at_b.check(&session, &pledge_a, of_b.both()).unwrap();
    part("read and check");
    let found = compare(at_a.bytes(), &by_a, 11, 1).unwrap();
    let mirrored = compare(at_b.bytes(), &by_b, 11, 1).unwrap();
    assert_eq!(found.pairs.len(), mirrored.pairs.len());
    assert!(!found.pairs.is_empty());
    part("compare");
    parts
}
