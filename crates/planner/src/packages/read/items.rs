//! The options of a discrete issue of GENIUS. GENIUS knows an option by its name; some of its files
//! name two alike. Options of one name with different numbers are two, told apart by their numbers; an
//! item that repeats both name and number is the same option, written twice.

use std::collections::BTreeMap;

use super::{
    Remark,
    issues::Talks,
    numbers::fraction,
    place::{Wrong, Wrongs, named},
    xml::Element,
};
use crate::packages::domain::Issue;

/// An item as it is written.
#[derive(Clone, Copy)]
struct Item<'a> {
    element: &'a Element,
    name: &'a str,
    number: Option<&'a str>,
}

/// The items of one issue.
pub(super) struct Items<'a> {
    /// All, in the order of the file.
    all: Vec<Item<'a>>,
    /// How often each name stands there.
    names: BTreeMap<&'a str, Named>,
}

/// How often a name stands in a list.
#[derive(Clone, Copy, Default)]
struct Named {
    /// With how many different numbers.
    numbers: usize,
    /// How often in all.
    written: usize,
}

/// The options of a domain that have one name: of an issue and a name, what they are shown as.
pub(super) struct Alike<'a>(BTreeMap<(&'a str, &'a str), &'a [String]>);

impl<'a> Alike<'a> {
    /// As the remarks on the domain tell.
    pub(super) fn of(remarks: &'a [Remark]) -> Self {
        let alike = remarks.iter().filter_map(|remark| match remark {
            Remark::OneName {
                issue,
                option,
                shown,
            } => Some(((issue.as_str(), option.as_str()), shown.as_slice())),
            Remark::WrittenTwice { .. } => None,
        });
        Self(alike.collect())
    }

    fn shown(&self, issue: &str, name: &str) -> &[String] {
        self.0.get(&(issue, name)).copied().unwrap_or_default()
    }
}

/// Whether an item stands more than once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Repeats {
    None,
    Some,
}

impl<'a> Items<'a> {
    pub(super) fn of(issue: &'a Element) -> Self {
        let items = issue.children.iter().filter(|child| child.name == "item");
        let all: Vec<Item<'a>> = items
            .map(|element| Item {
                element,
                name: element.attribute("value").unwrap_or_default(),
                number: element.attribute("index").map(bare),
            })
            .collect();
        let mut different: Vec<(&str, Option<&str>)> =
            all.iter().map(|item| (item.name, item.number)).collect();
        different.sort_unstable();
        different.dedup();
        let mut names: BTreeMap<&str, Named> = BTreeMap::new();
        for (name, _) in different {
            names.entry(name).or_default().numbers += 1;
        }
        for item in &all {
            names.entry(item.name).or_default().written += 1;
        }
        Self { all, names }
    }

    /// Each option once, in the order of the file.
    fn once(&self) -> Vec<Item<'a>> {
        let mut seen = std::collections::BTreeSet::new();
        let items = self.all.iter().copied();
        items
            .filter(|item| seen.insert((item.name, item.number)))
            .collect()
    }

    /// How many different numbers the name of an item has.
    fn numbers(&self, item: Item<'_>) -> usize {
        self.names.get(item.name).map_or(0, |named| named.numbers)
    }

    /// What an option is shown as.
    fn shown(&self, item: Item<'_>) -> String {
        if self.numbers(item) > 1 {
            numbered(item)
        } else {
            item.name.to_owned()
        }
    }

    pub(super) fn names(&self) -> Vec<String> {
        let once = self.once().into_iter();
        once.map(|item| self.shown(item)).collect()
    }

    pub(super) fn repeats(&self) -> Repeats {
        if self.once().len() < self.all.len() {
            Repeats::Some
        } else {
            Repeats::None
        }
    }

    /// What whoever reads packages must know of them.
    pub(super) fn remarks(&self, issue: &str) -> Vec<Remark> {
        let mut once: BTreeMap<&str, Vec<Item<'_>>> = BTreeMap::new();
        for item in self.once() {
            once.entry(item.name).or_default().push(item);
        }
        let mut remarks = Vec::new();
        for (name, named) in &self.names {
            let alike = once.get(name).into_iter().flatten();
            let option = (*name).to_owned();
            if named.numbers > 1 {
                remarks.push(Remark::OneName {
                    issue: issue.to_owned(),
                    option: option.clone(),
                    shown: alike.map(|item| numbered(*item)).collect(),
                });
            }
            if named.written > named.numbers {
                remarks.push(Remark::WrittenTwice {
                    issue: issue.to_owned(),
                    option,
                });
            }
        }
        remarks
    }

    /// The evaluation of each option of an issue of the domain, by name and number; where this list has
    /// a name once, that item is meant by every option of the name.
    pub(super) fn evaluations(
        &self,
        (issue, options): (&Issue, &[String]),
        talks: &Talks,
        alike: &Alike<'_>,
        wrongs: &mut Wrongs,
    ) -> Vec<f64> {
        let place: BTreeMap<&str, usize> = options.iter().map(String::as_str).zip(0..).collect();
        let mut worth: Vec<Option<(f64, Item<'a>)>> = options.iter().map(|_| None).collect();
        for item in self.all.iter().copied() {
            let evaluation = fraction(item.element, "evaluation");
            let found = self.meant(item, alike.shown(&issue.name, item.name), &place);
            // Of an issue that is known in part, it may be meant for what is not.
            if found.is_empty() && talks.is_known(issue) {
                wrongs.push(item.element.wrong(format!(
                    "it speaks of an option `{}`, which the domain does not have. Read it with its own domain.",
                    named(item.name)
                )));
            }
            let evaluation = match evaluation {
                Ok(evaluation) => evaluation,
                Err(wrong) => {
                    wrongs.push(wrong);
                    continue;
                }
            };
            for at in found {
                match worth.get_mut(at) {
                    Some(Some((before, first))) if (*before - evaluation).abs() > 0.0 => {
                        wrongs.push(contradiction(*first, item));
                    }
                    Some(worth) => *worth = Some((evaluation, item)),
                    None => {}
                }
            }
        }
        let worth = worth.into_iter();
        worth.map(|of| of.map_or(0.0, |(worth, _)| worth)).collect()
    }

    /// The options of the domain that an item means.
    fn meant(&self, item: Item<'_>, alike: &[String], place: &BTreeMap<&str, usize>) -> Vec<usize> {
        if let Some(at) = place.get(item.name) {
            return vec![*at];
        }
        if self.numbers(item) > 1 {
            let just = place.get(numbered(item).as_str());
            return just.copied().into_iter().collect();
        }
        // It stands here once: all that the domain calls so.
        let all = alike.iter().filter_map(|shown| place.get(shown.as_str()));
        all.copied().collect()
    }
}

/// A number as it is written, without noughts in front, which say nothing.
fn bare(number: &str) -> &str {
    let number = number.trim();
    let bare = number.trim_start_matches('0');
    if bare.starts_with(|first: char| first.is_ascii_digit()) {
        bare
    } else {
        number
    }
}

/// An option told apart from others of its name.
fn numbered(item: Item<'_>) -> String {
    format!("{} ({})", item.name, item.number.unwrap_or("?"))
}

fn contradiction(first: Item<'_>, second: Item<'_>) -> Wrong {
    let said = |item: Item<'_>| {
        item.element
            .attribute("evaluation")
            .unwrap_or_default()
            .to_owned()
    };
    let number = first
        .number
        .map_or_else(String::new, |number| format!(" (number {number})"));
    Wrong::new(format!(
        "the option `{}`{number} is given two evaluations, {} and {}, and which is meant cannot be told. Keep one item; GENIUS itself goes by the last.",
        named(first.name),
        named(&said(first)),
        named(&said(second))
    ))
    .on(first.element.place)
    .on(second.element.place)
}
