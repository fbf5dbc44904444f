//! Which given names are one name: in another language, or for short. From `data/nicknames.txt`,
//! which people may correct; nothing is learnt here.

use std::{cmp::Ordering, sync::LazyLock};

use super::{compounds, normal::normal};

/// A cluster: names that are one name. Its number is its place in the data file, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cluster(pub u16);

/// How a name belongs to a cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Usage {
    /// A form of the name, in some language.
    Full,
    /// A short form or pet name.
    Short,
}

/// How two names are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Two forms of one name: Yusuf, Joseph.
    Form,
    /// One is a short form or pet name: Bill, William.
    Nickname,
}

/// The clusters to which a token's text belongs, in ascending order; none for most.
///
/// ```
/// use linkage::name::{clusters_of, Usage};
/// assert!(clusters_of("yusuf").iter().any(|(_, usage)| *usage == Usage::Full));
/// assert!(clusters_of("qwerty").is_empty());
/// ```
pub fn clusters_of(text: &str) -> &'static [(Cluster, Usage)] {
    let table = &*TABLE;
    let at = table
        .names
        .binary_search_by(|name| name.text.as_ref().cmp(text));
    at.ok()
        .and_then(|at| table.names.get(at))
        .and_then(|name| table.members.get(name.from..name.to))
        .unwrap_or_default()
}

/// Whether two different tokens' texts are one name; none if they share no cluster.
///
/// ```
/// use linkage::name::{same_name, Kind};
/// assert_eq!(same_name("mohammed", "mehmet"), Some(Kind::Form));
/// assert_eq!(same_name("bill", "william"), Some(Kind::Nickname));
/// assert_eq!(same_name("bill", "mohammed"), None);
/// ```
pub fn same_name(a: &str, b: &str) -> Option<Kind> {
    let (mut a, mut b) = (clusters_of(a), clusters_of(b));
    let mut best = None;
    while let (Some(((one, usage_one), rest_a)), Some(((other, usage_other), rest_b))) =
        (a.split_first(), b.split_first())
    {
        match one.cmp(other) {
            Ordering::Less => a = rest_a,
            Ordering::Greater => b = rest_b,
            Ordering::Equal if *usage_one == Usage::Full && *usage_other == Usage::Full => {
                return Some(Kind::Form);
            }
            Ordering::Equal => {
                best = Some(Kind::Nickname);
                (a, b) = (rest_a, rest_b);
            }
        }
    }
    best
}

/// How many clusters there are.
pub fn cluster_count() -> usize {
    lines().count()
}

struct Table {
    /// Sorted by text.
    names: Vec<Entry>,
    /// Each name's clusters, one name's after another's.
    members: Vec<(Cluster, Usage)>,
}

struct Entry {
    text: Box<str>,
    from: usize,
    to: usize,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut all: Vec<(String, Cluster, Usage)> = lines()
        .zip(0..)
        .flat_map(|(line, cluster)| {
            names(line).map(move |(name, usage)| (name, Cluster(cluster), usage))
        })
        .collect();
    all.sort_unstable();
    // Of a name that a line has twice the full form stays.
    all.dedup_by(|later, one| later.0 == one.0 && later.1 == one.1);
    let mut table = Table {
        names: Vec::new(),
        members: Vec::with_capacity(all.len()),
    };
    for (text, cluster, usage) in all {
        let from = table.members.len();
        table.members.push((cluster, usage));
        match table.names.last_mut() {
            Some(last) if *last.text == *text => last.to = from + 1,
            Some(_) | None => table.names.push(Entry {
                text: text.into_boxed_str(),
                from,
                to: from + 1,
            }),
        }
    }
    table
});

fn lines() -> impl Iterator<Item = &'static str> {
    include_str!("../../data/nicknames.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The names of a line as tokens have them.
fn names(line: &'static str) -> impl Iterator<Item = (String, Usage)> {
    let (full, short) = line.split_once(" : ").unwrap_or((line, ""));
    let of = |names: &'static str, usage| {
        names
            .split_ascii_whitespace()
            .map(move |name| (as_token(name), usage))
    };
    of(full, Usage::Full).chain(of(short, Usage::Short))
}

fn as_token(name: &str) -> String {
    let form = normal(name);
    compounds::written_together(&form.text, form.script).unwrap_or(form.text)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{list::FieldKind, name::parse_cell};

    #[test]
    fn no_cluster_has_a_name_twice() {
        let mut faults = Vec::new();
        for line in lines() {
            let mut seen = BTreeSet::new();
            for (name, _) in names(line) {
                if !seen.insert(name.clone()) {
                    faults.push(name);
                }
            }
        }
        assert!(faults.is_empty(), "{faults:?}");
    }

    #[test]
    fn every_name_is_one_token_in_the_form_that_cells_give() {
        let mut faults = Vec::new();
        for line in lines() {
            assert!(
                names(line)
                    .filter(|(_, usage)| *usage == Usage::Full)
                    .count()
                    >= 1,
                "{line}"
            );
            assert!(names(line).count() >= 2, "{line}");
            let (full, short) = line.split_once(" : ").unwrap_or((line, ""));
            for written in full.split(' ').chain(short.split_ascii_whitespace()) {
                let name = parse_cell(written, FieldKind::FamilyName);
                let spellings = name.map(|name| name.spellings).unwrap_or_default();
                let token = spellings.first().and_then(|tokens| tokens.first());
                if spellings.len() != 1
                    || spellings[0].len() != 1
                    || token.map(|token| token.text.clone()) != Some(as_token(written))
                {
                    faults.push(written);
                }
            }
        }
        assert!(faults.is_empty(), "{faults:?}");
    }

    #[test]
    fn no_two_clusters_are_the_same_and_there_are_many() {
        let all: BTreeSet<Vec<String>> = lines()
            .map(|line| {
                let mut all: Vec<_> = names(line).map(|(name, _)| name).collect();
                all.sort_unstable();
                all
            })
            .collect();
        assert_eq!(all.len(), cluster_count());
        assert!(cluster_count() >= 250);
        assert!(u16::try_from(cluster_count()).is_ok());
    }

    #[test]
    fn names_in_several_languages() {
        for (a, b, kind) in [
            ("mohammed", "mamadou", Some(Kind::Form)),
            ("محمد", "mehmet", Some(Kind::Form)),
            ("yusuf", "joseph", Some(Kind::Form)),
            ("יוספ", "yusuf", Some(Kind::Form)),
            ("יוספ", "yossi", Some(Kind::Nickname)),
            ("ibrahim", "abraham", Some(Kind::Form)),
            ("саша", "александр", Some(Kind::Nickname)),
            ("sasha", "aleksandra", Some(Kind::Nickname)),
            ("avi", "avraham", Some(Kind::Nickname)),
            ("moishe", "moshe", Some(Kind::Nickname)),
            ("bob", "robert", Some(Kind::Nickname)),
            ("bob", "mohammed", None),
            ("aleksandr", "aleksandra", None),
            ("qwerty", "qwerty", None),
        ] {
            assert_eq!(same_name(a, b), kind, "{a} {b}");
            assert_eq!(same_name(b, a), kind, "{b} {a}");
        }
    }

    #[test]
    fn a_name_of_several_clusters_is_found_in_each() {
        let clusters = clusters_of("sasha");
        assert!(clusters.len() >= 2);
        assert!(clusters.is_sorted());
    }
}
