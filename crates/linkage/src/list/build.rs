//! A table becomes a list: column by column, each distinct text read once.

mod dates;
mod intern;
mod split;
#[cfg(test)]
mod tests;

use rayon::prelude::*;

use self::intern::{Distinct, interned, merged};
use super::{
    Code, Field, FieldKind, List, Values, Words, countries,
    mapping::{ColumnMeaning, Mapping, Meaning},
    missing::is_missing,
    normal, sex,
};
use crate::{
    date::CivilDay,
    name::{self, Name},
    problem::{Fault, Place, Problem, shown},
    table::Table,
    watch::{Stage, Stopped, Watch},
};

/// What building needs to know that the table does not say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BuildOptions {
    /// The day on which the list was true: ages count from it, and no date lies after it. A column
    /// may have its own.
    pub as_of: Option<CivilDay>,
}

/// So many cells of a column are listed one by one; how many more there are is said.
const LISTED: usize = 10_000;

pub(super) fn build(
    table: Table,
    mapping: &Mapping,
    options: BuildOptions,
    watch: &dyn Watch,
) -> Result<List, Stopped> {
    let mut building = Building {
        table: &table,
        options,
        problems: Vec::new(),
    };
    let groups = groups(&table, mapping);
    let mut fields = Vec::with_capacity(groups.len());
    for (done, group) in groups.iter().enumerate() {
        watch.at(Stage::Preparing, done as u64, groups.len() as u64)?;
        fields.extend(building.field(group));
    }
    watch.at(Stage::Preparing, groups.len() as u64, groups.len() as u64)?;
    let mut problems = building.problems;
    problems.sort();
    Ok(List {
        table,
        fields,
        problems,
    })
}

/// The columns of one field, the leading one first.
struct Group<'a> {
    kind: FieldKind,
    columns: Vec<(usize, &'a ColumnMeaning)>,
}

/// Columns that are spellings of another join it, if that one has the same meaning and stands alone;
/// else they stand alone too.
fn groups<'a>(table: &Table, mapping: &'a Mapping) -> Vec<Group<'a>> {
    let columns: Vec<(usize, &ColumnMeaning)> = mapping
        .columns
        .iter()
        .enumerate()
        .take(table.width())
        .collect();
    let leader = |&(at, column): &(usize, &ColumnMeaning)| {
        let with = column
            .options
            .with
            .filter(|&with| with != at && with < columns.len());
        let (_, leader) = with.and_then(|with| columns.get(with))?;
        let fits = leader.meaning == column.meaning && leader.options.with.is_none();
        with.filter(|_| fits)
    };
    let mut groups: Vec<Group> = Vec::new();
    for &(at, column) in &columns {
        if let (Some(kind), None) = (column.meaning.field(), leader(&(at, column))) {
            let columns = vec![(at, column)];
            groups.push(Group { kind, columns });
        }
    }
    for &(at, column) in &columns {
        let leader = leader(&(at, column));
        let group = groups
            .iter_mut()
            .find(|g| g.columns.first().map(|c| c.0) == leader);
        if let (Some(group), Some(_)) = (group, leader) {
            group.columns.push((at, column));
        }
    }
    groups
}

struct Building<'a> {
    table: &'a Table,
    options: BuildOptions,
    problems: Vec<Problem>,
}

impl Building<'_> {
    /// A field; none where no cell says anything.
    fn field(&mut self, group: &Group) -> Option<Field> {
        let (first, column) = *group.columns.first()?;
        let values = if column.meaning == Meaning::HouseNumber {
            Values::Codes(self.read(group, read_codes, join_codes))
        } else {
            self.values(group, first)
        };
        let is_empty = match &values {
            Values::Names(names) => names.distinct.is_empty(),
            Values::Dates(dates) => dates.distinct.is_empty(),
            Values::Words(words) => words.distinct.is_empty(),
            Values::Codes(codes) => codes.distinct.is_empty(),
        };
        if is_empty {
            let column = self.column(first);
            self.say(column, Fault::ColumnSaysNothing, self.table.header(first));
            return None;
        }
        Some(Field {
            kind: group.kind,
            columns: group.columns.iter().map(|(at, _)| *at).collect(),
            label: self.table.header(first).to_owned(),
            values,
        })
    }

    /// What the cells of a field are read as.
    fn values(&mut self, group: &Group, first: usize) -> Values {
        match group.kind {
            FieldKind::FullName
            | FieldKind::GivenName
            | FieldKind::FatherName
            | FieldKind::GrandfatherName
            | FieldKind::FamilyName
            | FieldKind::MotherName => Values::Names(self.read(group, read_name, join_names)),
            FieldKind::BirthDate | FieldKind::EventDate => Values::Dates(self.dates(group)),
            FieldKind::Sex if self.has_only_numbered_sexes(first) => {
                Values::Words(self.read(group, read_numbered_sex, join_words))
            }
            FieldKind::Sex => Values::Words(self.read(group, read_sex, join_words)),
            FieldKind::Nationality => Values::Words(self.read(group, read_nationality, join_words)),
            FieldKind::Postcode | FieldKind::IdentityNumber | FieldKind::Telephone => {
                Values::Codes(self.read(group, read_codes, join_codes))
            }
            FieldKind::BirthPlace
            | FieldKind::Residence
            | FieldKind::Address
            | FieldKind::EventPlace
            | FieldKind::Other => Values::Words(self.read(group, read_words, join_words)),
        }
    }

    /// Reads the texts of each column, several at a time, and joins the columns.
    fn read<T: Distinct>(
        &mut self,
        group: &Group,
        read: fn(&str, FieldKind, Option<char>) -> Option<T>,
        join: fn(&T, &T) -> T,
    ) -> super::Interned<T> {
        let mut columns = Vec::with_capacity(group.columns.len());
        for &(at, column) in &group.columns {
            let separator = column.options.separator;
            let texts: Vec<&str> = self.table.distinct(at).collect();
            let readings: Vec<Read<T>> = texts
                .par_iter()
                .map(|text| {
                    if is_missing(text, group.kind) {
                        return Read::Missing;
                    }
                    read(text, group.kind, separator).map_or(Read::Not, Read::As)
                })
                .collect();
            let mut values = Vec::with_capacity(readings.len());
            let mut faults = Vec::with_capacity(readings.len());
            for reading in readings {
                let (value, fault) = match reading {
                    Read::As(value) => (Some(value), None),
                    Read::Missing => (None, None),
                    Read::Not => (None, Some(Fault::NothingToCompare)),
                };
                values.push(value);
                faults.push(fault);
            }
            self.list(at, &faults);
            columns.push(interned(self.table, at, values.into_iter()));
        }
        merged(columns, join)
    }

    /// Whether a column of sexes has no values but the numbers of ISO/IEC 5218.
    fn has_only_numbered_sexes(&self, column: usize) -> bool {
        let known = |text: &str| {
            is_missing(text, FieldKind::Sex)
                || sex::numbered(text).is_some()
                || matches!(text.trim(), "0" | "9")
        };
        self.table.distinct(column).all(known)
    }

    /// Lists the cells of a column whose texts, by number, have a fault.
    fn list(&mut self, column: usize, faults: &[Option<Fault>]) {
        if faults.iter().all(Option::is_none) {
            return;
        }
        let mut listed = 0;
        for record in 0..self.table.len() {
            let text_id = self.table.text_id(record, column);
            let Some(&Some(fault)) = faults.get(text_id as usize) else {
                continue;
            };
            listed += 1;
            if listed <= LISTED {
                let place = self.table.place(record, Some(column));
                let found = self.table.text(column, text_id);
                self.say(place, fault, found);
            }
        }
        if let Some(more @ 1..) = listed.checked_sub(LISTED) {
            let place = self.column(column);
            self.say(place, Fault::MoreOfThese, &more.to_string());
        }
    }

    /// The place of a whole column.
    fn column(&self, column: usize) -> Place {
        Place {
            row: None,
            ..self.table.place(0, Some(column))
        }
    }

    fn say(&mut self, place: Place, what: Fault, found: &str) {
        let found = shown(found);
        self.problems.push(Problem { place, what, found });
    }
}

/// What a text was read as.
enum Read<T> {
    As(T),
    /// It says that nothing is known.
    Missing,
    /// It says something that cannot be compared.
    Not,
}

/// Spellings in one cell are parted by whoever reads names, unless the mapping names the separator.
fn read_name(text: &str, kind: FieldKind, separator: Option<char>) -> Option<Name> {
    let Some(separator) = separator else {
        return name::parse_cell(text, kind);
    };
    let parts = text.split(separator);
    parts
        .filter_map(|part| name::parse_cell(part, kind))
        .reduce(|all, name| join_names(&all, &name))
}

fn join_names(a: &Name, b: &Name) -> Name {
    let spellings = a.spellings.iter().chain(&b.spellings).cloned();
    Name {
        spellings: each_once(spellings),
    }
}

fn read_words(text: &str, _: FieldKind, separator: Option<char>) -> Option<Words> {
    normal::words(text, separator)
}

fn read_nationality(text: &str, _: FieldKind, separator: Option<char>) -> Option<Words> {
    normal::words(text, separator).map(countries::with_codes)
}

fn join_words(a: &Words, b: &Words) -> Words {
    Words(each_once(a.0.iter().chain(&b.0).cloned()))
}

fn read_codes(text: &str, _: FieldKind, separator: Option<char>) -> Option<Code> {
    normal::codes(text, separator)
}

fn join_codes(a: &Code, b: &Code) -> Code {
    Code(each_once(a.0.iter().chain(&b.0).cloned()))
}

fn read_sex(text: &str, _: FieldKind, separator: Option<char>) -> Option<Words> {
    match sex::sex(text) {
        Some(word) => Some(Words(vec![word.to_owned()])),
        None => normal::words(text, separator),
    }
}

fn read_numbered_sex(text: &str, _: FieldKind, _: Option<char>) -> Option<Words> {
    sex::numbered(text).map(|word| Words(vec![word.to_owned()]))
}

fn each_once<T: PartialEq>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut kept: Vec<T> = Vec::new();
    for value in values {
        if !kept.contains(&value) {
            kept.push(value);
        }
    }
    kept
}
