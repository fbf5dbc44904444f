//! What blocking loses on long lists in two scripts, as `docs/matching.md` reports it:
//! `cargo run --release -p linkage --example two_scripts -- NAMES_DIR`.
//!
//! `NAMES_DIR` has `hebrew-full-names.tsv`, one pair of names a line. Of the first and last words of
//! these names 21,000 persons a side are put together, half of them on both sides, one side in Latin
//! letters and one in Hebrew ones. Each has an invented day of birth, which one in ten lacks, one in
//! ten gives by its year alone, and one in ten has with another year; and a town, which a third lack.

#![expect(
    clippy::disallowed_methods,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "a measuring program, not the library: it reads files, and may stop where it errs"
)]

use std::{collections::BTreeSet, error::Error, path::Path};

use linkage::{
    findings::Method,
    list::{BuildOptions, List, Mapping},
    propose::{Options, Proposals},
    table::TableBuilder,
    watch::Unwatched,
};

/// More than can be compared in full.
const PERSONS: usize = 21_000;

type Words = Vec<(String, String)>;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args()
        .nth(1)
        .ok_or("say the folder of the names")?;
    let (given, family) = words(&folder)?;
    println!("{} given names, {} family names", given.len(), family.len());
    let only_dates = std::env::args().any(|argument| argument == "--dates-only");
    let mut numbers = Numbers(1);
    let mut persons: Vec<Person> = (0..PERSONS * 3 / 2)
        .map(|_| Person::drawn(&given, &family, &mut numbers))
        .collect();
    if only_dates {
        for person in &mut persons {
            person.town = None;
        }
    }
    let latin: Vec<[String; 4]> = persons
        .iter()
        .take(PERSONS)
        .map(|person| person.row(|(latin, _)| latin, &mut numbers))
        .collect();
    let hebrew: Vec<[String; 4]> = persons
        .iter()
        .skip(PERSONS / 2)
        .map(|person| person.row(|(_, hebrew)| hebrew, &mut numbers))
        .collect();
    let (left, right) = (list(&latin)?, list(&hebrew)?);
    let proposals = Proposals::link(&left, &right, &Options::default(), &Unwatched)?;
    let half = (PERSONS / 2) as u32;
    let found: BTreeSet<(u32, u32)> = proposals
        .pairs()
        .filter(|pair| pair.left == pair.right + half)
        .map(|pair| (pair.left, pair.right))
        .collect();
    if let Method::Blocked {
        possible,
        compared,
        keys,
        loss,
        ..
    } = proposals.findings(&[], 1).method
    {
        println!(
            "{compared} of {possible} pairs compared, by {} combinations",
            keys.len()
        );
        println!(
            "estimated loss {:.3} ({:.3} to {:.3})",
            loss.mid, loss.low, loss.high
        );
    }
    let common = PERSONS - PERSONS / 2;
    println!(
        "of {common} in common {} were among the pairs: {:.3} lost",
        found.len(),
        1.0 - found.len() as f64 / common as f64
    );
    Ok(())
}

/// First and last words of names of as many words in both scripts.
fn words(folder: &str) -> Result<(Words, Words), Box<dyn Error>> {
    let text = std::fs::read_to_string(Path::new(folder).join("hebrew-full-names.tsv"))?;
    let (mut given, mut family) = (BTreeSet::new(), BTreeSet::new());
    for (latin, hebrew) in text.lines().filter_map(|line| line.split_once('\t')) {
        let (latin, hebrew): (Vec<&str>, Vec<&str>) = (
            latin.split_whitespace().collect(),
            hebrew.split_whitespace().collect(),
        );
        if let ([a, .., b], [x, .., y]) = (latin.as_slice(), hebrew.as_slice())
            && latin.len() == hebrew.len()
        {
            given.insert(((*a).to_owned(), (*x).to_owned()));
            family.insert(((*b).to_owned(), (*y).to_owned()));
        }
    }
    Ok((given.into_iter().collect(), family.into_iter().collect()))
}

struct Person {
    given: (String, String),
    family: (String, String),
    born: (u32, u32, u32),
    town: Option<(String, String)>,
}

impl Person {
    fn drawn(given: &Words, family: &Words, numbers: &mut Numbers) -> Self {
        // Some names are common: the square of an even draw.
        let pick = |of: &Words, numbers: &mut Numbers| {
            let (a, b) = (numbers.below(1000), numbers.below(1000));
            let at = of.len() * a as usize * b as usize / 1_000_000;
            of.get(at).cloned().unwrap_or_default()
        };
        let towns = family.get(..150).map(<[_]>::to_vec).unwrap_or_default();
        Self {
            given: pick(given, numbers),
            family: pick(family, numbers),
            born: (
                1930 + numbers.below(75),
                1 + numbers.below(12),
                1 + numbers.below(28),
            ),
            town: (numbers.below(3) > 0).then(|| pick(&towns, numbers)),
        }
    }

    fn row(&self, of: fn(&(String, String)) -> &String, numbers: &mut Numbers) -> [String; 4] {
        let (year, month, day) = self.born;
        let born = match numbers.below(10) {
            0 => String::new(),
            1 => year.to_string(),
            2 => format!("{}-{month:02}-{day:02}", year + 1 + numbers.below(3)),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        let town = self.town.as_ref().map(of).cloned().unwrap_or_default();
        [
            of(&self.given).clone(),
            of(&self.family).clone(),
            born,
            town,
        ]
    }
}

fn list(rows: &[[String; 4]]) -> Result<List, Box<dyn Error>> {
    let headers = ["Given name", "Family name", "Date of birth", "Town"];
    let mut table = TableBuilder::new("made", headers);
    let sheet = table.sheet("", Vec::new())?;
    for (row, cells) in (2..).zip(rows) {
        table.push_row(sheet, row, cells.iter().map(String::as_str))?;
    }
    let table = table.finish();
    let mapping = Mapping::recognise(&table);
    Ok(List::build(
        table,
        &mapping,
        &BuildOptions::default(),
        &Unwatched,
    )?)
}

/// The same numbers each time (a linear congruential generator, Knuth's MMIX).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: u32) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(most)) as u32
    }
}
