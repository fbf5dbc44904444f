//! The options of a discrete issue of GENIUS. GENIUS knows an option by its name; some of its files
//! name two alike. Options of one name with different numbers are two, told apart by their numbers; an
//! item that repeats both name and number is the same option, written twice.

use std::collections::BTreeMap;

use super::{Remark, numbers::fraction, place::Wrong, xml::Element};

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
    /// How many different numbers each name has.
    numbers: BTreeMap<&'a str, usize>,
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
                number: element.attribute("index").map(str::trim),
            })
            .collect();
        let mut different: Vec<(&str, Option<&str>)> =
            all.iter().map(|item| (item.name, item.number)).collect();
        different.sort_unstable();
        different.dedup();
        let mut numbers = BTreeMap::new();
        for (name, _) in different {
            *numbers.entry(name).or_insert(0) += 1;
        }
        Self { all, numbers }
    }

    /// Each option once, in the order of the file.
    fn once(&self) -> Vec<Item<'a>> {
        let mut seen = std::collections::BTreeSet::new();
        let items = self.all.iter().copied();
        items
            .filter(|item| seen.insert((item.name, item.number)))
            .collect()
    }

    /// What an option is shown as.
    fn shown(&self, item: Item<'_>) -> String {
        let alike = self.numbers.get(item.name).copied().unwrap_or(0) > 1;
        if alike {
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
        let once = self.once();
        let mut remarks = Vec::new();
        for (name, numbers) in &self.numbers {
            let alike = once.iter().filter(|item| item.name == *name);
            let option = (*name).to_owned();
            if *numbers > 1 {
                remarks.push(Remark::OneName {
                    issue: issue.to_owned(),
                    option: option.clone(),
                    shown: alike.map(|item| numbered(*item)).collect(),
                });
            }
            let written = self.all.iter().filter(|item| item.name == *name).count();
            if written > *numbers {
                remarks.push(Remark::WrittenTwice {
                    issue: issue.to_owned(),
                    option,
                });
            }
        }
        remarks
    }

    /// The evaluation of each option of the domain, by name and number; where this list has a name
    /// once, that item is meant by every option of the name.
    pub(super) fn evaluations(&self, options: &[String]) -> Result<Vec<f64>, Wrong> {
        let place: BTreeMap<&str, usize> = options.iter().map(String::as_str).zip(0..).collect();
        let mut worth: Vec<Option<(f64, Item<'a>)>> = options.iter().map(|_| None).collect();
        for item in self.all.iter().copied() {
            let evaluation = fraction(item.element, "evaluation")?;
            let found = self.meant(item, options, &place);
            if found.is_empty() {
                return Err(item.element.wrong(format!(
                    "it speaks of an option `{}`, which the domain does not have. Read it with its own domain.",
                    item.name
                )));
            }
            for at in found {
                match worth.get_mut(at) {
                    Some(Some((before, first))) if (*before - evaluation).abs() > 0.0 => {
                        return Err(contradiction(*first, item));
                    }
                    Some(worth) => *worth = Some((evaluation, item)),
                    None => {}
                }
            }
        }
        let worth = worth.into_iter();
        Ok(worth.map(|of| of.map_or(0.0, |(worth, _)| worth)).collect())
    }

    /// The options of the domain that an item means.
    fn meant(
        &self,
        item: Item<'_>,
        options: &[String],
        place: &BTreeMap<&str, usize>,
    ) -> Vec<usize> {
        if let Some(at) = place.get(item.name) {
            return vec![*at];
        }
        let just = place.get(numbered(item).as_str());
        if self.numbers.get(item.name).copied().unwrap_or(0) > 1 {
            return just.copied().into_iter().collect();
        }
        // It stands here once: all that the domain calls so.
        let alike = |option: &String| {
            let rest = option.strip_prefix(item.name);
            let number = rest.and_then(|rest| rest.strip_prefix(" (")?.strip_suffix(')'));
            number.is_some_and(|number| number.parse::<i64>().is_ok())
        };
        let options = options.iter().enumerate();
        options
            .filter(|(_, option)| alike(option))
            .map(|(at, _)| at)
            .collect()
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
        first.name,
        said(first),
        said(second)
    ))
    .on(first.element.line)
    .on(second.element.line)
}
