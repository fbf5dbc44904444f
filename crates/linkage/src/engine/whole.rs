//! Whole names put together from their parts, where one list has the one and the other the other.

use crate::{
    hash::Fixed,
    list::{FieldKind, Interned, List, MISSING, Values},
    name::Name,
};

/// The parts of a whole name in the order in which it is said.
const PARTS: [FieldKind; 4] = [
    FieldKind::GivenName,
    FieldKind::FatherName,
    FieldKind::GrandfatherName,
    FieldKind::FamilyName,
];

/// Whether this kind of field is a part of a whole name, or one.
pub fn is_part(kind: FieldKind) -> bool {
    kind == FieldKind::FullName || PARTS.contains(&kind)
}

/// Whether one list has whole names where the other has parts.
pub fn names_differ_in_shape(left: &List, right: &List) -> bool {
    let [left, right] = [left, right].map(|list| {
        let kinds: Vec<FieldKind> = list.fields.iter().map(|f| f.kind).collect();
        let parts = kinds.iter().filter(|kind| PARTS.contains(kind)).count();
        (kinds.contains(&FieldKind::FullName), parts)
    });
    let whole_only = |(whole, parts): (bool, usize)| whole && parts == 0;
    let parts_only = |(whole, parts): (bool, usize)| !whole && parts > 0;
    (whole_only(left) && parts_only(right)) || (parts_only(left) && whole_only(right))
}

/// The whole name of each record, and the fields that it was made of.
pub fn names(list: &List) -> (Interned<Name>, Vec<usize>) {
    let whole = list
        .fields
        .iter()
        .position(|field| field.kind == FieldKind::FullName);
    if let Some((at, names)) = whole.and_then(|at| Some((at, of_field(list, at)?))) {
        return (names.clone(), vec![at]);
    }
    let fields: Vec<usize> = PARTS
        .iter()
        .filter_map(|kind| list.fields.iter().position(|field| field.kind == *kind))
        .collect();
    (together(list, &fields), fields)
}

fn of_field(list: &List, at: usize) -> Option<&Interned<Name>> {
    match &list.fields.get(at)?.values {
        Values::Names(names) => Some(names),
        Values::Dates(_) | Values::Words(_) | Values::Codes(_) => None,
    }
}

fn together(list: &List, fields: &[usize]) -> Interned<Name> {
    let parts: Vec<&Interned<Name>> = fields.iter().filter_map(|&f| of_field(list, f)).collect();
    let mut known = hashbrown::HashMap::with_hasher(Fixed);
    let mut distinct = Vec::new();
    let of_record = (0..list.table.len())
        .map(|record| {
            let values: Vec<u32> = parts
                .iter()
                .map(|part| part.of_record.get(record).copied().unwrap_or(MISSING))
                .collect();
            if values.iter().all(|&value| value == MISSING) {
                return MISSING;
            }
            *known.entry(values).or_insert_with_key(|values| {
                distinct.push(joined(&parts, values));
                u32::try_from(distinct.len() - 1).unwrap_or(MISSING)
            })
        })
        .collect();
    Interned {
        distinct,
        of_record,
    }
}

/// One after another: every spelling of the first part with the first of the others, then the other
/// way round; all combinations would be too many.
fn joined(parts: &[&Interned<Name>], values: &[u32]) -> Name {
    let names: Vec<&Name> = parts
        .iter()
        .zip(values)
        .filter_map(|(part, &value)| part.distinct.get(value as usize))
        .collect();
    let most = names
        .iter()
        .map(|name| name.spellings.len())
        .max()
        .unwrap_or(0);
    let spelling = |n: usize| {
        names
            .iter()
            .filter_map(|name| name.spellings.get(n).or_else(|| name.spellings.first()))
            .flatten()
            .cloned()
            .collect()
    };
    Name {
        spellings: (0..most).map(spelling).collect(),
    }
}
