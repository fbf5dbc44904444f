//! Learns the name model from pairs of names and writes it:
//! `cargo run --release -p linkage --example train -- DATA_DIR OUT_DIR`.
//!
//! `docs/name-model.md` says where the pairs come from. The same pairs give the same bytes.

#![expect(
    clippy::disallowed_methods,
    reason = "a program, not the library: it reads and writes files"
)]

use std::{collections::BTreeSet, error::Error, fmt::Write, path::Path};

use linkage::{
    name::{Script, normal},
    transducer::train::{Kind, Params, Source, train},
    watch::Unwatched,
};

const FILES: [(&str, Script, Kind); 3] = [
    ("hebrew-full-names.tsv", Script::Hebrew, Kind::Persons),
    ("arabic-tokens.tsv", Script::Arabic, Kind::Tokens),
    ("russian-tokens.tsv", Script::Cyrillic, Kind::Tokens),
];

/// One pair in so many is set aside for the tests of this crate.
const ASIDE: u64 = 80;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(data), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("say the folder of the pairs and the folder to write to".into());
    };
    let mut sources = Vec::new();
    let mut aside = String::new();
    for (file, script, of) in FILES {
        let text = std::fs::read_to_string(Path::new(&data).join(file))
            .map_err(|error| format!("{file} could not be read: {error}"))?;
        let pairs: Vec<(String, String)> = text
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .map(|(latin, native)| (latin.to_owned(), native.to_owned()))
            .collect();
        let pairs = set_aside(pairs, &mut aside);
        sources.push(Source { script, of, pairs });
    }
    let trained = train(&sources, &Params::default(), &Unwatched)?;
    for note in &trained.notes {
        println!("{note}");
    }
    std::fs::write(Path::new(&out).join("names.model"), &trained.bytes)?;
    std::fs::write(Path::new(&out).join("names-aside.tsv"), nobodys(&aside))?;
    Ok(())
}

/// Single words as they are; of full names that have as many words on both sides the first word with
/// the last of another, so that what is kept in the repository is nobody's name.
fn nobodys(aside: &str) -> String {
    let pairs = || aside.lines().filter_map(|line| line.split_once('\t'));
    let whole = |(a, b): &(&str, &str)| a.contains(' ') || b.contains(' ');
    let words = |text: &'_ str| text.matches(' ').count();
    let names: Vec<(&str, &str)> = pairs()
        .filter(whole)
        .filter(|(a, b)| words(a) == words(b))
        .collect();
    let first = |name: &'_ str| name.split(' ').next().unwrap_or_default().to_owned();
    let last = |name: &'_ str| name.rsplit(' ').next().unwrap_or_default().to_owned();
    let single = pairs().filter(|pair| !whole(pair));
    let single = single.map(|(a, b)| format!("{a}\t{b}\n"));
    let others = names.iter().cycle().skip(ANOTHER);
    let mixed = names
        .iter()
        .zip(others)
        .map(|((a, b), (c, d))| format!("{} {}\t{} {}\n", first(a), last(c), first(b), last(d)));
    single.chain(mixed).collect()
}

/// How far on the other name stands.
const ANOTHER: usize = 7;

/// Takes out the pairs that are for the tests, and all others with the Latin or the native spelling
/// of one of them.
fn set_aside(mut pairs: Vec<(String, String)>, aside: &mut String) -> Vec<(String, String)> {
    let is_aside = |native: &str| hash(&normal(native).text).is_multiple_of(ASIDE);
    let mut latins = BTreeSet::new();
    for (latin, native) in pairs.iter().filter(|(_, native)| is_aside(native)) {
        latins.insert(normal(latin).text);
        // Writing to a text never fails.
        let _ = writeln!(aside, "{latin}\t{native}");
    }
    pairs.retain(|(latin, native)| !is_aside(native) && !latins.contains(&normal(latin).text));
    pairs
}

/// FNV-1a, its bits stirred once more: the same everywhere and always.
fn hash(text: &str) -> u64 {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash ^ (hash >> 31)).wrapping_mul(0xd6e8_feb8_6659_fd93) >> 33
}
