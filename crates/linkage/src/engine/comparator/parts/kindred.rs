//! Which of many names may be like one by what letters do not show: by a word that both have, by a
//! name of which both are forms, or by the letter model where they are in two scripts.

use std::collections::BTreeMap;

use super::{Beyond, NameParts};
use crate::name::Cluster;

/// Many names by their words.
pub struct Kindred {
    by_word: Postings,
    by_cluster: Postings,
    /// By what letters do not show of them; none where one script is met.
    by_beyond: BTreeMap<Beyond, Vec<u32>>,
    /// Those with a spelling of no words, which may be like any.
    wordless: Vec<u32>,
    all: u32,
}

/// The places of those that have something, by its number.
struct Postings {
    starts: Vec<u32>,
    places: Vec<u32>,
}

impl Kindred {
    /// Of these values of `names`.
    pub fn new(names: &NameParts, values: &[u32]) -> Self {
        let (mut words, mut clusters) = (Vec::new(), Vec::new());
        let mut by_beyond: BTreeMap<Beyond, Vec<u32>> = BTreeMap::new();
        let mut wordless = Vec::new();
        for (place, &value) in (0..).zip(values) {
            for word in names.spellings(value).iter().flatten() {
                words.push((word.number, place));
                let of_word = word.forms.iter();
                clusters.extend(of_word.map(|(cluster, _)| (number(*cluster), place)));
            }
            if names.spellings(value).iter().any(Vec::is_empty) {
                wordless.push(place);
            }
            if names.across.is_some() {
                let alike = by_beyond.entry(names.beside(value).beyond).or_default();
                alike.push(place);
            }
        }
        Self {
            by_word: Postings::new(&words),
            by_cluster: Postings::new(&clusters),
            by_beyond,
            wordless,
            all: u32::try_from(values.len()).unwrap_or(u32::MAX),
        }
    }

    /// Adds the places of all that are like a name by more than letters to `found`, and of some that
    /// are not; a place may come several times.
    pub fn of(&self, names: &NameParts, value: u32, found: &mut Vec<u32>) {
        let spellings = names.spellings(value);
        if spellings.iter().any(Vec::is_empty) {
            found.extend(0..self.all);
            return;
        }
        found.extend_from_slice(&self.wordless);
        for word in spellings.iter().flatten() {
            found.extend_from_slice(self.by_word.of(word.number));
            for (cluster, _) in word.forms {
                found.extend_from_slice(self.by_cluster.of(number(*cluster)));
            }
        }
        let mine = names.beside(value).beyond;
        for (theirs, places) in &self.by_beyond {
            if mine.may_meet_across(*theirs) {
                found.extend_from_slice(places);
            }
        }
    }
}

fn number(Cluster(number): Cluster) -> u32 {
    u32::from(number)
}

impl Postings {
    /// From what has what, the places in rising order.
    fn new(all: &[(u32, u32)]) -> Self {
        let most = all.iter().map(|&(number, _)| number as usize + 2).max();
        let mut next = vec![0u32; most.unwrap_or(1)];
        for &(number, _) in all {
            if let Some(count) = next.get_mut(number as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut next {
            sum += *count;
            *count = sum;
        }
        let starts = next.clone();
        let mut places = vec![0; all.len()];
        for &(number, place) in all {
            if let Some(at) = next.get_mut(number as usize) {
                if let Some(slot) = places.get_mut(*at as usize) {
                    *slot = place;
                }
                *at += 1;
            }
        }
        Self { starts, places }
    }

    fn of(&self, number: u32) -> &[u32] {
        let at = |n: usize| self.starts.get(n).map(|&start| start as usize);
        let range = at(number as usize).zip(at(number as usize + 1));
        range
            .and_then(|(from, to)| self.places.get(from..to))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::Comparator as _;
    use super::*;
    use crate::{
        list::FieldKind,
        name::{Name, parse_cell},
        watch::Unwatched,
    };

    /// What is found among many is what looking at each of them finds, in one script and in several,
    /// with names of several words and several spellings, and names that are forms of one.
    #[test]
    fn what_is_found_among_many_is_what_each_by_each_finds() {
        let latin = [
            "Yusuf",
            "Joseph",
            "Bill",
            "William",
            "Maryam",
            "Mariam",
            "Abu Bakr",
            "Maryam Layla",
            "Layla",
            "Leila / Layla",
            "Muhammad Ali",
            "Ali",
            "Mohammed",
            "Jo",
            "J",
        ];
        let others = ["יוסף", "يوسف", "مريم", "Мария", "Yusuf / يوسف", "لیلا"];
        for cells in [latin.to_vec(), [&latin[..], &others[..]].concat()] {
            let names: Vec<Name> = cells
                .iter()
                .filter_map(|cell| parse_cell(cell, FieldKind::GivenName))
                .collect();
            let counts = vec![1; names.len()];
            let parts = NameParts::new(&names, &counts, &Unwatched).unwrap();
            let all: Vec<u32> = (0..).take(names.len()).collect();
            let pairs: Vec<(u32, u32)> = all
                .iter()
                .flat_map(|&a| all.iter().map(move |&b| (a, b)))
                .collect();
            let mut levels = Vec::new();
            parts.levels(&pairs, &mut levels);
            let among = parts.among(&all);
            for &a in &all {
                let of_a = pairs.iter().zip(&levels).filter(|((one, _), _)| *one == a);
                let expected: Vec<_> = of_a
                    .clone()
                    .map(|(&(_, b), &level)| (b, level))
                    .filter(|&(_, level)| level < parts.different())
                    .collect();
                let mut found = Vec::new();
                among.alike(a, &mut found);
                assert_eq!(found, expected, "{}", cells[a as usize]);
                for (&(_, b), &level) in of_a {
                    assert_eq!(level, parts.level(a, b));
                }
            }
        }
    }
}
