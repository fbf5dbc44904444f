//! Which field of one list is compared with which of the other, and how.

use std::sync::Arc;

use super::{
    comparator::{Comparator, DayDates, Level, NameParts, Places, Texts, WholeNames},
    content::Contents,
    joint::{Column, Joint},
    pattern::{MOST_FIELDS, Pattern},
    scan::Task,
    whole,
};
use crate::{
    list::{Field, FieldKind, Interned, List, Values},
    watch::{Stopped, Watch},
};

/// One field of each list, compared.
pub struct Comparison {
    /// What it says about a person.
    pub kind: FieldKind,
    /// The fields of the first list it was made of.
    pub left_fields: Vec<usize>,
    /// The fields of the second.
    pub right_fields: Vec<usize>,
    /// How two values are compared.
    pub comparator: Arc<dyn Comparator>,
    /// Which value each record of the first list has.
    pub left: Column,
    /// Which value each record of the second has.
    pub right: Column,
}

/// Given and family name, by the numbers of their comparisons: they share a comparator, since one
/// may stand in the other's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exchange {
    pub given: usize,
    pub family: usize,
}

/// Everything that is compared.
pub struct Comparisons {
    pub each: Vec<Comparison>,
    pub exchange: Option<Exchange>,
    pub task: Task,
    pub left: u32,
    pub right: u32,
    /// What each record of the first list says, digested.
    pub left_contents: Contents,
    /// The same of the second.
    pub right_contents: Contents,
}

impl Comparisons {
    /// Finds out what can be compared, and prepares the values. Fields of the same kind are compared
    /// in their order. Where one list has whole names and the other their parts, the parts are put
    /// together first.
    /// Where kinds of field are named, only those are compared.
    ///
    /// # Errors
    /// [`Stopped`] when the watcher says so.
    pub fn new(
        left: &List,
        right: &List,
        task: Task,
        only: &[FieldKind],
        watch: &dyn Watch,
    ) -> Result<Self, Stopped> {
        let mut comparisons = Self {
            each: Vec::new(),
            exchange: None,
            task,
            left: records(left),
            right: records(right),
            left_contents: Contents::default(),
            right_contents: Contents::default(),
        };
        let whole = whole::names_differ_in_shape(left, right);
        if whole {
            comparisons.whole_names(left, right, watch)?;
        }
        let pairs = pairs(left, right, |kind| {
            (whole && whole::is_part(kind)) || !(only.is_empty() || only.contains(&kind))
        });
        let kind_at = |kind| pairs.iter().position(|(a, _)| a.1.kind == kind);
        let exchange = kind_at(FieldKind::GivenName).zip(kind_at(FieldKind::FamilyName));
        for (n, &(a, b)) in pairs.iter().enumerate() {
            match exchange {
                Some((given, family)) if n == given => {
                    let partner = pairs.get(family).copied();
                    comparisons.exchangeable((a, b), partner, watch)?;
                }
                Some((_, family)) if n == family => {}
                _ => comparisons.add(a, b, watch)?,
            }
        }
        comparisons.each.truncate(MOST_FIELDS);
        let [of_left, of_right] =
            Contents::of(&comparisons.each, comparisons.left, comparisons.right);
        comparisons.right_contents = match task {
            Task::Link => of_right,
            Task::Dedupe => of_left.clone(),
        };
        comparisons.left_contents = of_left;
        Ok(comparisons)
    }

    fn whole_names(&mut self, left: &List, right: &List, watch: &dyn Watch) -> Result<(), Stopped> {
        let [(a, a_fields), (b, b_fields)] = [left, right].map(whole::names);
        let (names, [l, r]) = taken([&a, &b]);
        self.each.push(Comparison {
            kind: FieldKind::FullName,
            left_fields: a_fields,
            right_fields: b_fields,
            comparator: Arc::new(WholeNames::new(names, (&l, &r), self.task, watch)?),
            left: l,
            right: r,
        });
        Ok(())
    }

    fn exchangeable(
        &mut self,
        given: Pair,
        family: Option<Pair>,
        watch: &dyn Watch,
    ) -> Result<(), Stopped> {
        let Some(family) = family else {
            return self.add(given.0, given.1, watch);
        };
        let names = [given.0, given.1, family.0, family.1].map(|(_, field)| match &field.values {
            Values::Names(names) => Some(names),
            Values::Dates(_) | Values::Words(_) | Values::Codes(_) => None,
        });
        let [Some(a), Some(b), Some(c), Some(d)] = names else {
            self.add(given.0, given.1, watch)?;
            return self.add(family.0, family.1, watch);
        };
        let (values, [gl, gr, fl, fr]) = taken([a, b, c, d]);
        let counted = sum(&gl.counts_with(&fl), &gr.counts_with(&fr));
        let comparator: Arc<dyn Comparator> = Arc::new(NameParts::new(&values, &counted, watch)?);
        self.exchange = Some(Exchange {
            given: self.each.len(),
            family: self.each.len() + 1,
        });
        for (pair, left, right) in [(given, gl, gr), (family, fl, fr)] {
            self.each
                .push(comparison(pair.0, pair.1, comparator.clone(), left, right));
        }
        Ok(())
    }

    fn add(&mut self, one: Numbered, other: Numbered, watch: &dyn Watch) -> Result<(), Stopped> {
        let (comparator, [left, right]): (Arc<dyn Comparator>, _) =
            match (&one.1.values, &other.1.values) {
                (Values::Names(mine), Values::Names(theirs)) => {
                    let (values, columns) = taken([mine, theirs]);
                    let [left, right] = &columns;
                    let whole = [FieldKind::FullName, FieldKind::MotherName].contains(&one.1.kind);
                    if whole {
                        (
                            Arc::new(WholeNames::new(values, (left, right), self.task, watch)?),
                            columns,
                        )
                    } else {
                        (
                            Arc::new(NameParts::new(&values, &left.counts_with(right), watch)?),
                            columns,
                        )
                    }
                }
                (Values::Dates(mine), Values::Dates(theirs)) => {
                    let (values, columns) = taken([mine, theirs]);
                    (Arc::new(DayDates::new(values)), columns)
                }
                (Values::Words(mine), Values::Words(theirs)) => {
                    let (values, columns) = taken([mine, theirs]);
                    if one.1.kind == FieldKind::Sex {
                        (Arc::new(Texts::of_few(&values)), columns)
                    } else {
                        let [left, right] = &columns;
                        let places = if is_place(one.1.kind) {
                            Places::new(&values, &left.counts_with(right), watch)?
                        } else {
                            None
                        };
                        match places {
                            Some(places) => (Arc::new(places), columns),
                            None => (Arc::new(Texts::of_words(&values)), columns),
                        }
                    }
                }
                (Values::Codes(mine), Values::Codes(theirs)) => {
                    let (values, columns) = taken([mine, theirs]);
                    (Arc::new(Texts::of_codes(&values)), columns)
                }
                _ => return Ok(()),
            };
        self.each
            .push(comparison(one, other, comparator, left, right));
        Ok(())
    }

    /// How given and family name compare crosswise, and the four values.
    pub fn crosswise(&self, left: u32, right: u32) -> Option<(Level, Level, [u32; 4])> {
        let (a, b) = (left as usize, right as usize);
        let e = self.exchange?;
        let (given, family) = (self.each.get(e.given)?, self.each.get(e.family)?);
        let [gl, fl] = [given.left.value(a)?, family.left.value(a)?];
        let [gr, fr] = [given.right.value(b)?, family.right.value(b)?];
        let one = given.comparator.level(gl, fr);
        let two = given.comparator.level(fl, gr);
        Some((one, two, [gl, fl, gr, fr]))
    }

    /// The pattern, with names exchanged where both differ and agree crosswise.
    pub fn exchanged(&self, pattern: Pattern, crosswise: [Level; 2]) -> Pattern {
        match self.exchange {
            Some(e) if e.may_be(pattern) && crosswise.into_iter().all(Exchange::agrees) => {
                e.of(pattern)
            }
            Some(_) | None => pattern,
        }
    }
}

fn records(list: &List) -> u32 {
    u32::try_from(list.table.len()).unwrap_or(u32::MAX)
}

type Numbered<'a> = (usize, &'a Field);
type Pair<'a> = (Numbered<'a>, Numbered<'a>);

fn comparison(
    a: Numbered,
    b: Numbered,
    comparator: Arc<dyn Comparator>,
    left: Column,
    right: Column,
) -> Comparison {
    Comparison {
        kind: a.1.kind,
        left_fields: vec![a.0],
        right_fields: vec![b.0],
        comparator,
        left,
        right,
    }
}

/// Whether a field's words are places, which have a name in every script.
fn is_place(kind: FieldKind) -> bool {
    matches!(
        kind,
        FieldKind::BirthPlace | FieldKind::Residence | FieldKind::Address | FieldKind::EventPlace
    )
}

fn sum(one: &[u32], other: &[u32]) -> Vec<u32> {
    one.iter()
        .zip(other)
        .map(|(l, r)| l.saturating_add(*r))
        .collect()
}

fn taken<T: Clone + Eq + std::hash::Hash, const N: usize>(
    fields: [&Interned<T>; N],
) -> (Vec<T>, [Column; N]) {
    let mut joint = Joint::default();
    let columns = fields.map(|field| joint.take(field));
    joint.finish(columns)
}

fn pairs<'a>(left: &'a List, right: &'a List, passed: impl Fn(FieldKind) -> bool) -> Vec<Pair<'a>> {
    let mut free: Vec<Numbered> = right.fields.iter().enumerate().collect();
    let mut found = Vec::new();
    for a in left
        .fields
        .iter()
        .enumerate()
        .filter(|(_, f)| !passed(f.kind))
    {
        if let Some(at) = free.iter().position(|(_, field)| comparable(a.1, field)) {
            found.push((a, free.remove(at)));
        }
    }
    found
}

fn comparable(a: &Field, b: &Field) -> bool {
    a.kind == b.kind
        && std::mem::discriminant(&a.values) == std::mem::discriminant(&b.values)
        && (a.kind != FieldKind::Other || a.label == b.label)
}
