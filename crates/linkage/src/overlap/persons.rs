//! From a list whose columns have a meaning to the persons that keys are made from.

use super::person::KeyRecord;
use crate::{
    date::PartialDate,
    list::{Field, FieldKind, Interned, List, Values},
    name::Token,
};

/// The fields of a name, in the order in which their tokens are put one after another.
const NAMES: [FieldKind; 5] = [
    FieldKind::FullName,
    FieldKind::GivenName,
    FieldKind::FatherName,
    FieldKind::GrandfatherName,
    FieldKind::FamilyName,
];

/// The fields of places, the most telling first: a record's first two make keys.
const PLACES: [FieldKind; 4] = [
    FieldKind::Postcode,
    FieldKind::Residence,
    FieldKind::BirthPlace,
    FieldKind::EventPlace,
];

/// The person of each record. Where a cell has several spellings or readings the first is taken: a
/// record has as many keys as any other.
pub fn persons(list: &List) -> Vec<KeyRecord> {
    (0..list.table.rows.len())
        .map(|record| KeyRecord {
            names: names(list, record),
            birth: birth(list, record),
            places: of_kinds(list, &PLACES)
                .filter_map(|field| place(field, record))
                .take(2)
                .collect(),
        })
        .collect()
}

fn of_kinds<'a>(list: &'a List, kinds: &'static [FieldKind]) -> impl Iterator<Item = &'a Field> {
    kinds
        .iter()
        .flat_map(|kind| list.fields.iter().filter(move |field| field.kind == *kind))
}

/// The tokens of a whole name, or of its parts where there is none.
fn names(list: &List, record: usize) -> Vec<Token> {
    let of = |kinds: &'static [FieldKind]| -> Vec<Token> {
        of_kinds(list, kinds)
            .flat_map(|field| tokens(field, record))
            .cloned()
            .collect()
    };
    let (whole, parts) = NAMES.split_at(1);
    let whole = of(whole);
    if whole.is_empty() { of(parts) } else { whole }
}

fn tokens(field: &Field, record: usize) -> &[Token] {
    match &field.values {
        Values::Names(names) => value(names, record)
            .and_then(|name| name.spellings.first())
            .map_or(&[], Vec::as_slice),
        Values::Dates(_) | Values::Words(_) | Values::Codes(_) => &[],
    }
}

fn birth(list: &List, record: usize) -> Option<PartialDate> {
    of_kinds(list, &[FieldKind::BirthDate]).find_map(|field| match &field.values {
        Values::Dates(dates) => value(dates, record)?.0.first().copied(),
        Values::Names(_) | Values::Words(_) | Values::Codes(_) => None,
    })
}

fn place(field: &Field, record: usize) -> Option<String> {
    let text = match &field.values {
        Values::Words(words) => value(words, record)?.0.first()?.clone(),
        Values::Codes(codes) => value(codes, record)?.0.first()?.clone(),
        Values::Names(_) | Values::Dates(_) => return None,
    };
    (!text.is_empty()).then_some(text)
}

fn value<T>(values: &Interned<T>, record: usize) -> Option<&T> {
    // A missing value has a number that no distinct value has.
    let number = *values.of_record.get(record)?;
    values.distinct.get(usize::try_from(number).ok()?)
}
