//! Lists of invented persons for tests, drawn from short tables.

use std::collections::BTreeSet;

use linkage::{
    list::{BuildOptions, List, Mapping},
    propose::{Options, Pairing, Proposals},
    table::TableBuilder,
    watch::Unwatched,
};
use proptest::prelude::*;

/// A pair as both lists' owners see it: by what the entries are, not where they stand.
pub type Shown = (u32, u32, i64, bool);

/// The pairs of two lists.
pub fn linked(left: &List, right: &List, pairing: Pairing) -> Vec<Shown> {
    let options = Options {
        pairing,
        ..Options::default()
    };
    let proposals = Proposals::link(left, right, &options, &Unwatched).unwrap();
    proposals
        .pairs()
        .map(|p| (p.left, p.right, steps(p.bits), p.proposed))
        .collect()
}

/// The same, by what the entries are.
pub fn renamed(pairs: Vec<Shown>, left: &[usize], right: &[usize]) -> BTreeSet<Shown> {
    let at = |order: &[usize], record: u32| u32::try_from(order[record as usize]).unwrap();
    pairs
        .into_iter()
        .map(|(a, b, bits, proposed)| (at(left, a), at(right, b), bits, proposed))
        .collect()
}

/// The order of a list as it is.
pub fn straight(count: usize) -> Vec<usize> {
    (0..count).collect()
}

/// Bits in whole steps of a millionth.
#[expect(
    clippy::cast_possible_truncation,
    reason = "some hundreds of bits at most"
)]
fn steps(bits: f64) -> i64 {
    (bits * 1e6).round() as i64
}

/// What an entry says.
#[derive(Debug, Clone)]
pub struct Person {
    given: String,
    family: String,
    born: String,
    village: String,
}

impl Person {
    /// Whether nothing is left out.
    pub fn is_whole(&self) -> bool {
        [&self.given, &self.family, &self.born, &self.village]
            .iter()
            .all(|cell| !cell.is_empty())
    }
}

/// Somebody who shares nothing with anybody here.
pub fn stranger() -> Person {
    let [given, family, born, village] = ["Xzq", "Vwpfkjx", "1871-11-12", "Ququq"];
    Person {
        given: given.to_owned(),
        family: family.to_owned(),
        born: born.to_owned(),
        village: village.to_owned(),
    }
}

pub const GIVEN: [&str; 16] = [
    "Ahmad", "Layla", "Yusuf", "Maryam", "Omar", "Salma", "Karim", "Nadia", "Tariq", "Huda",
    "Bilal", "Rania", "Samir", "Dina", "Faris", "Amal",
];
pub const FAMILY: [&str; 14] = [
    "Haddad", "Mansour", "Khoury", "Nasser", "Barakat", "Saleh", "Zaydan", "Darwish", "Qasim",
    "Habib", "Rashid", "Sabbagh", "Tamimi", "Yazbek",
];
const VILLAGES: [&str; 6] = [
    "Ein Rawda",
    "Tel Amal",
    "Beit Nour",
    "Wadi Sabr",
    "Kafr Hilal",
    "Deir Salam",
];
const HEADERS: [&str; 4] = ["Given name", "Family name", "Date of birth", "Village"];

/// A person who is the same whenever the number is.
fn person(n: usize) -> Person {
    Person {
        given: GIVEN[n % GIVEN.len()].to_owned(),
        family: FAMILY[(n / 3) % FAMILY.len()].to_owned(),
        born: format!(
            "{}-{:02}-{:02}",
            1950 + n * 7 % 50,
            1 + n * 5 % 12,
            1 + n * 11 % 28
        ),
        village: VILLAGES[n * 13 % VILLAGES.len()].to_owned(),
    }
}

/// The same with one letter of the family name wrong, or a field left out.
fn spoiled(mut person: Person, how: usize) -> Person {
    match how % 4 {
        0 => {
            person.family.pop();
        }
        1 => person.village.clear(),
        2 => person.given.push('h'),
        _ => {}
    }
    person
}

/// Up to forty persons of sixty, some spoiled.
pub fn persons() -> impl Strategy<Value = Vec<Person>> {
    prop::collection::vec((0usize..60, 0usize..8), 0..40).prop_map(|drawn| {
        drawn
            .into_iter()
            .map(|(n, how)| spoiled(person(n), how))
            .collect()
    })
}

/// Two lists of sixty with half in common.
pub fn sample() -> (Vec<Person>, Vec<Person>) {
    let left = (0..60).map(person).collect();
    let right = (30..90).map(|n| spoiled(person(n), n)).collect();
    (left, right)
}

/// Sixty persons on both lists, each with a brother beside: one family, one village.
pub fn brothers() -> (Vec<Person>, Vec<Person>) {
    let families = (0..30).flat_map(|family| {
        (0..2).map(move |n| Person {
            given: GIVEN[(family * 5 + n * 7) % GIVEN.len()].to_owned(),
            family: format!(
                "{}{}",
                FAMILY[family % FAMILY.len()],
                ["i", "an", "oun"][family / 14 % 3]
            ),
            born: format!(
                "{}-{:02}-{:02}",
                1960 + family + n * 3,
                1 + (family + n * 5) % 12,
                1 + (family * 3 + n * 11) % 28
            ),
            village: format!("{} {}", VILLAGES[family % VILLAGES.len()], family),
        })
    });
    let left: Vec<Person> = families.collect();
    (left.clone(), left)
}

/// The list.
pub fn list(persons: &[Person]) -> List {
    built(
        &HEADERS,
        persons
            .iter()
            .map(|p| [&p.given, &p.family, &p.born, &p.village]),
    )
}

/// The same list with its columns the other way round.
pub fn turned_round(persons: &[Person]) -> List {
    let [a, b, c, d] = HEADERS;
    built(
        &[d, c, b, a],
        persons
            .iter()
            .map(|p| [&p.village, &p.born, &p.family, &p.given]),
    )
}

fn built<'a>(headers: &[&str; 4], rows: impl Iterator<Item = [&'a String; 4]>) -> List {
    let mut table = TableBuilder::new("invented", headers.iter().copied());
    let sheet = table.sheet("", Vec::new()).unwrap();
    for (row, cells) in (2..).zip(rows) {
        table
            .push_row(sheet, row, cells.iter().map(|c| c.as_str()))
            .unwrap();
    }
    let table = table.finish();
    let mapping = Mapping::recognise(&table);
    List::build(table, &mapping, &BuildOptions::default(), &Unwatched).unwrap()
}

/// An order drawn by a seed.
pub fn shuffled(count: usize, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut state = seed | 1;
    for i in (1..count).rev() {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        order.swap(i, (state >> 33) as usize % (i + 1));
    }
    order
}
