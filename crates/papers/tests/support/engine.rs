//! Two lists of invented persons, compared by the engine itself: what it finds is told here too. The
//! names are put together from syllables; no person here exists.

use std::error::Error;

use linkage::{
    findings::{ColumnRead, Findings},
    list::{BuildOptions, List, Mapping},
    propose::{Options, Pairing, Proposals, Source},
    table::TableBuilder,
    watch::Unwatched,
};

/// What the engine finds in two lists of so many entries, of which half are in both.
pub fn linked(entries: u32) -> Result<Findings, Box<dyn Error>> {
    let north = read("north (invented).csv", &HEADERS, entries, |n| {
        person(n, n % 7)
    })?;
    let south = read("south (invented).xlsx", &HEADERS, entries, |n| {
        person(n + entries / 2, (n * 5 + 3) % 9)
    })?;
    let options = Options {
        pairing: Pairing::OneToOne,
        ..Options::default()
    };
    let found = Proposals::link(&north.list, &south.list, &options, &Unwatched)?;
    Ok(found.findings(&[north.source, south.source], 10_000))
}

/// What it finds in one list in which every third entry stands twice.
pub fn deduped(entries: u32) -> Result<Findings, Box<dyn Error>> {
    let of = |n: u32| {
        if n % 3 == 2 {
            person(n - 1, n % 9)
        } else {
            person(n, 0)
        }
    };
    let list = read("all (invented).csv", &HEADERS, entries, of)?;
    let found = Proposals::dedupe(&list.list, &Options::default(), &Unwatched)?;
    Ok(found.findings(&[list.source], 10_000))
}

const HEADERS: [&str; 6] = [
    "Given name",
    "Family name",
    "Father's name",
    "Birth date",
    "Sex",
    "Village",
];

struct Read {
    list: List,
    source: Source,
}

fn read(
    name: &str,
    headers: &[&str],
    entries: u32,
    of: impl Fn(u32) -> [String; 6],
) -> Result<Read, Box<dyn Error>> {
    let mut table = TableBuilder::new(name, headers.iter().copied());
    let sheet = table.sheet("", Vec::new())?;
    for n in 0..entries {
        let cells = of(n);
        table.push_row(sheet, n + 2, cells.iter().map(String::as_str))?;
    }
    let table = table.finish();
    let mapping = Mapping::recognise(&table);
    let columns = mapping.columns.iter().map(|column| ColumnRead {
        header: column.header.clone(),
        meaning: column.meaning,
        confidence: column.confidence,
        reason: column.reason.clone(),
    });
    let columns = columns.collect();
    let list = List::build(table, &mapping, &BuildOptions::default(), &Unwatched)?;
    let source = Source {
        name: name.to_owned(),
        digest: "5e".repeat(32),
        columns,
        problems: list.problems.clone(),
    };
    Ok(Read { list, source })
}

/// The person of a number, written down with a slip of a kind.
fn person(n: u32, slip: u32) -> [String; 6] {
    let name = |salt: u32| {
        let at = n
            .wrapping_mul(2_654_435_761)
            .wrapping_add(salt.wrapping_mul(40_503))
            >> 7;
        let of = |part: u32| syllable(at >> part);
        format!("{}{}{}", of(0), of(4), of(8))
    };
    let (year, month, day) = (1950 + n * 7 % 55, 1 + n * 5 % 12, 1 + n * 11 % 28);
    let born = match slip {
        1 if day <= 12 => format!("{year}-{day:02}-{month:02}"),
        2 => String::new(),
        _ => format!("{year}-{month:02}-{day:02}"),
    };
    let mut family = name(2);
    match slip {
        3 => drop(family.pop()),
        4 => family.push('h'),
        _ => {}
    }
    let given = if slip == 5 {
        name(1).chars().take(4).collect()
    } else {
        name(1)
    };
    let sex = if n.is_multiple_of(3) { "f" } else { "m" };
    let village = format!("Kfar {}", syllable(n % 13));
    [given, family, name(3), born, sex.to_owned(), village]
}

fn syllable(at: u32) -> &'static str {
    SYLLABLES
        .get(at as usize % SYLLABLES.len())
        .copied()
        .unwrap_or_default()
}

const SYLLABLES: [&str; 16] = [
    "sam", "ir", "dal", "ya", "nor", "ban", "tar", "eli", "mo", "ruz", "ha", "shem", "zak", "ima",
    "ov", "lin",
];
