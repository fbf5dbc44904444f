//! Which field of one list is compared with which of the other, and how.

use std::sync::Arc;

use super::{
    comparator::{Codes, Comparator, DayDates, NameParts, WordTexts},
    joint::{Column, Joint},
    rows::Rows,
    scan::{Exchange, Lane, Task},
};
use crate::{
    list::{Field, FieldKind, List, Values},
    watch::{Stopped, Watch},
};

/// One field of each list, compared.
#[derive(Debug, Clone)]
pub struct Comparison {
    pub kind: FieldKind,
    pub left_label: String,
    pub right_label: String,
    pub left_field: usize,
    pub right_field: usize,
}

/// The comparisons with their lanes; the lanes after the last comparison compare crosswise.
pub struct Plan {
    pub comparisons: Vec<Comparison>,
    pub lanes: Vec<Lane>,
    pub exchange: Option<Exchange>,
}

/// Fields of the same kind are compared in their order.
pub fn pairs(left: &List, right: &List) -> Vec<(usize, usize)> {
    let mut free: Vec<bool> = vec![true; right.fields.len()];
    let mut found = Vec::new();
    for (i, field) in left.fields.iter().enumerate() {
        let partner = right
            .fields
            .iter()
            .zip(&free)
            .position(|(other, &free)| free && comparable(field, other));
        if let Some(j) = partner {
            if let Some(taken) = free.get_mut(j) {
                *taken = false;
            }
            found.push((i, j));
        }
    }
    found
}

fn comparable(a: &Field, b: &Field) -> bool {
    a.kind == b.kind
        && std::mem::discriminant(&a.values) == std::mem::discriminant(&b.values)
        && (a.kind != FieldKind::Other || a.label == b.label)
}

impl Plan {
    /// Compares the values of all fields.
    pub fn new(left: &List, right: &List, task: Task, watch: &dyn Watch) -> Result<Self, Stopped> {
        let _ = task;
        let pairs = pairs(left, right);
        let mut comparisons = Vec::new();
        let mut lanes = Vec::new();
        let kind_at = |kind| {
            pairs
                .iter()
                .position(|&(i, _)| left.fields.get(i).is_some_and(|f| f.kind == kind))
        };
        let both = kind_at(FieldKind::GivenName).zip(kind_at(FieldKind::FamilyName));
        let mut crosswise = Vec::new();
        for (n, &(i, j)) in pairs.iter().enumerate() {
            let (Some(a), Some(b)) = (left.fields.get(i), right.fields.get(j)) else {
                continue;
            };
            comparisons.push(Comparison {
                kind: a.kind,
                left_label: a.label.clone(),
                right_label: b.label.clone(),
                left_field: i,
                right_field: j,
            });
            match both {
                Some((given, family)) if n == given || n == family => {
                    if let Some(name) = names(a, b) {
                        crosswise.push((n, name));
                    }
                    lanes.push(None);
                }
                _ => lanes.push(Some(lane(a, b, watch)?)),
            }
        }
        let mut exchange = None;
        if let [(g, given), (f, family)] = crosswise.as_slice() {
            let (all, columns) = together(given, family);
            let [gl, gr, fl, fr] = columns;
            let comparator: Arc<dyn Comparator> = Arc::new(NameParts::new(&all));
            let rows = Arc::new(Rows::new(
                comparator.as_ref(),
                &sum(&gl, &fl),
                &sum(&gr, &fr),
                watch,
            )?);
            let make = |l: &Column, r: &Column| {
                Lane::new(comparator.clone(), rows.clone(), l.clone(), r.clone())
            };
            for (n, l, r) in [(g, &gl, &gr), (f, &fl, &fr)] {
                if let Some(slot) = lanes.get_mut(*n) {
                    *slot = Some(make(l, r));
                }
            }
            exchange = Some(Exchange {
                given: *g,
                family: *f,
                given_with_family: lanes.len(),
                family_with_given: lanes.len() + 1,
            });
            lanes.push(Some(make(&gl, &fr)));
            lanes.push(Some(make(&fl, &gr)));
        }
        Ok(Self {
            comparisons,
            lanes: lanes.into_iter().flatten().collect(),
            exchange,
        })
    }
}

fn sum(a: &Column, b: &Column) -> Column {
    let counts: Vec<u32> = a
        .counts
        .iter()
        .zip(b.counts.iter())
        .map(|(x, y)| x + y)
        .collect();
    Column {
        of_record: a.of_record.clone(),
        counts: counts.into(),
        present: a.present + b.present,
    }
}

type TwoNames<'a> = (
    &'a crate::list::Interned<crate::name::Name>,
    &'a crate::list::Interned<crate::name::Name>,
);

fn names<'a>(a: &'a Field, b: &'a Field) -> Option<TwoNames<'a>> {
    match (&a.values, &b.values) {
        (Values::Names(a), Values::Names(b)) => Some((a, b)),
        _ => None,
    }
}

fn together(given: &TwoNames, family: &TwoNames) -> (Vec<crate::name::Name>, [Column; 4]) {
    let mut joint = Joint::default();
    let columns = [given.0, given.1, family.0, family.1].map(|f| joint.take(f));
    joint.finish(columns)
}

fn lane(a: &Field, b: &Field, watch: &dyn Watch) -> Result<Lane, Stopped> {
    let (comparator, l, r): (Arc<dyn Comparator>, Column, Column) = match (&a.values, &b.values) {
        (Values::Names(a), Values::Names(b)) => {
            let mut joint = Joint::default();
            let columns = [a, b].map(|f| joint.take(f));
            let (values, [l, r]) = joint.finish(columns);
            (Arc::new(NameParts::new(&values)), l, r)
        }
        (Values::Dates(a), Values::Dates(b)) => {
            let mut joint = Joint::default();
            let columns = [a, b].map(|f| joint.take(f));
            let (values, [l, r]) = joint.finish(columns);
            (Arc::new(DayDates::new(&values)), l, r)
        }
        (Values::Words(a), Values::Words(b)) => {
            let mut joint = Joint::default();
            let columns = [a, b].map(|f| joint.take(f));
            let (values, [l, r]) = joint.finish(columns);
            (Arc::new(WordTexts::new(&values)), l, r)
        }
        (Values::Codes(a), Values::Codes(b)) => {
            let mut joint = Joint::default();
            let columns = [a, b].map(|f| joint.take(f));
            let (values, [l, r]) = joint.finish(columns);
            (Arc::new(Codes::new(&values)), l, r)
        }
        _ => unreachable!(),
    };
    let rows = Arc::new(Rows::new(comparator.as_ref(), &l, &r, watch)?);
    Ok(Lane::new(comparator, rows, l, r))
}
