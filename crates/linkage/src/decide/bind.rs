//! Decisions bound to the lists that they were made on: by digest and row, in whichever order the
//! lists are given now.

use std::collections::BTreeMap;

use super::{Decision, Decisions, EntryKey, Misfit, Why};
use crate::{findings::Task, table::Table};

/// A decision as it stands in its file, not yet bound to a pair.
#[derive(Debug, Clone)]
pub struct Claim {
    /// The keys of the two entries.
    pub keys: [String; 2],
    /// What was decided, by whom, and where it stands.
    pub decision: Decision,
}

/// The lists that decisions are held against.
pub struct Against {
    task: Task,
    lists: Vec<Rows>,
}

/// The rows of one list.
struct Rows {
    digest: String,
    record: BTreeMap<(Option<String>, u32), u32>,
}

impl Rows {
    fn new(table: &Table, digest: &str) -> Self {
        let key = |record: u32| {
            let place = table.place(record as usize, None);
            Some(((place.sheet, place.row?), record))
        };
        let records = u32::try_from(table.len()).unwrap_or(u32::MAX);
        Self {
            digest: digest.to_owned(),
            record: (0..records).filter_map(key).collect(),
        }
    }

    fn record(&self, key: &EntryKey) -> Result<u32, Why> {
        let found = self.record.get(&(key.sheet.clone(), key.row));
        found.copied().ok_or(Why::NoSuchRow)
    }
}

impl Against {
    /// One list or two, each with the digest of its file in hexadecimal.
    pub fn new(task: Task, lists: &[(&Table, &str)]) -> Self {
        Self {
            task,
            lists: lists
                .iter()
                .map(|(table, digest)| Rows::new(table, digest))
                .collect(),
        }
    }

    /// Takes a decision in, or says why it does not fit. What was taken in before word for word (the
    /// same table, copied and continued) is not taken twice.
    pub fn take(&self, claim: Claim, into: &mut Decisions) {
        match self.pair(&claim.keys) {
            Ok(pair) => {
                let on = into.on.entry(pair).or_default();
                let new = &claim.decision;
                let is_known = |old: &Decision| {
                    (old.verdict, &old.by, &old.when, &old.reason)
                        == (new.verdict, &new.by, &new.when, &new.reason)
                };
                if !on.iter().any(is_known) {
                    on.push(claim.decision);
                }
            }
            Err(why) => into.misfits.push(Misfit {
                file: claim.decision.file,
                place: claim.decision.place,
                why,
                found: crate::problem::shown(&claim.keys.join(" | ")),
            }),
        }
    }

    /// The pair of these keys.
    fn pair(&self, keys: &[String; 2]) -> Result<(u32, u32), Why> {
        let [a, b] = keys.each_ref().map(|key| EntryKey::read(key));
        let (a, b) = a.zip(b).ok_or(Why::NoKey)?;
        let (Some(first), Some(last)) = (self.lists.first(), self.lists.last()) else {
            return Err(Why::OtherList);
        };
        let (a, b) = if a.is_of(&first.digest) && b.is_of(&last.digest) {
            (a, b)
        } else if b.is_of(&first.digest) && a.is_of(&last.digest) {
            (b, a)
        } else {
            return Err(Why::OtherList);
        };
        let (left, right) = (first.record(&a)?, last.record(&b)?);
        match self.task {
            Task::Link => Ok((left, right)),
            Task::Dedupe if left == right => Err(Why::OneEntry),
            Task::Dedupe => Ok((left.min(right), left.max(right))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{decide::Verdict, problem::Place, table::TableBuilder};

    fn table(sheet: &str) -> Table {
        let mut table = TableBuilder::new("persons", ["Name"]);
        let sheet = table.sheet(sheet, Vec::new()).unwrap();
        for row in 2..6 {
            table.push_row(sheet, row, ["somebody"]).unwrap();
        }
        table.finish()
    }

    fn claim(left: &str, right: &str, by: &str) -> Claim {
        Claim {
            keys: [left.to_owned(), right.to_owned()],
            decision: Decision {
                verdict: Verdict::Same,
                by: by.to_owned(),
                when: String::new(),
                reason: String::new(),
                file: "decided.csv".to_owned(),
                place: Place::default(),
            },
        }
    }

    #[test]
    fn decisions_find_their_pair_or_say_why_not() {
        let (plain, sheeted) = (table(""), table("North"));
        let (a, b) = ("aaaaaaaaaaaaaaaa0", "bbbbbbbbbbbbbbbb0");
        let two = Against::new(Task::Link, &[(&plain, a), (&sheeted, b)]);
        let mut found = Decisions::default();
        let (of_a, of_b) = ("aaaaaaaaaaaaaaaa-3", "bbbbbbbbbbbbbbbb-4-North");
        two.take(claim(of_a, of_b, "one"), &mut found);
        // The lists the other way round, and the same decision once more.
        two.take(claim(of_b, of_a, "two"), &mut found);
        two.take(claim(of_a, of_b, "one"), &mut found);
        assert_eq!(found.on.keys().collect::<Vec<_>>(), [&(1, 2)]);
        let by: Vec<&str> = found.on.values().flatten().map(|d| d.by.as_str()).collect();
        assert_eq!(by, ["one", "two"]);
        for (left, right) in [
            ("", of_b),
            (of_a, "cccccccccccccccc-4"),
            ("aaaaaaaaaaaaaaaa-9", of_b),
            (of_a, "bbbbbbbbbbbbbbbb-4"),
        ] {
            two.take(claim(left, right, "one"), &mut found);
        }
        let why: Vec<Why> = found.misfits.iter().map(|misfit| misfit.why).collect();
        assert_eq!(
            why,
            [Why::NoKey, Why::OtherList, Why::NoSuchRow, Why::NoSuchRow]
        );
    }

    #[test]
    fn within_a_list_the_earlier_entry_comes_first() {
        let plain = table("");
        let one = Against::new(Task::Dedupe, &[(&plain, "aaaaaaaaaaaaaaaa0")]);
        let mut found = Decisions::default();
        one.take(
            claim("aaaaaaaaaaaaaaaa-5", "aaaaaaaaaaaaaaaa-2", "one"),
            &mut found,
        );
        one.take(
            claim("aaaaaaaaaaaaaaaa-5", "aaaaaaaaaaaaaaaa-5", "one"),
            &mut found,
        );
        assert_eq!(found.on.keys().collect::<Vec<_>>(), [&(0, 3)]);
        assert_eq!(found.misfits.first().map(|m| m.why), Some(Why::OneEntry));
    }
}
