//! Dates whose day, month and year stand in columns of their own.

use super::{
    Building, LISTED,
    dates::fault_of,
    intern::{mapped, numbered},
};
use crate::{
    date::{DatePart, Dates, Split, SplitCell, Style, read_split},
    list::{ColumnMeaning, FieldKind, Interned, missing::is_missing},
    problem::Fault,
    signs::digit,
};

/// By part, the column that it stands in.
type Columns = [Option<usize>; 3];

impl Building<'_> {
    /// The dates of columns that are each a part of one. Of two that are the same part the first counts:
    /// the mapping file has refused such already.
    pub(super) fn split_dates(&mut self, columns: &[(usize, &ColumnMeaning)]) -> Interned<Dates> {
        let parts: Columns = DatePart::ALL.map(|part| {
            let of = |(_, column): &&(usize, &ColumnMeaning)| column.options.part == Some(part);
            columns.iter().find(of).map(|&(at, _)| at)
        });
        let table = self.table;
        let keys = numbered((0..table.len()).map(|record| {
            parts.map(|column| column.map_or(0, |column| table.text_id(record, column)))
        }));
        let texts: Vec<[&str; 3]> = keys
            .distinct
            .iter()
            .map(|ids| {
                let mut texts = [""; 3];
                for ((text, id), column) in texts.iter_mut().zip(ids).zip(parts) {
                    *text = column.map_or("", |column| table.text(column, *id));
                }
                texts
            })
            .collect();
        let cells: Vec<Split> = texts.iter().map(said).collect();
        let (read, decided) = read_split(&cells, &self.style_of(columns));
        self.list_parts(parts, &keys, &read);
        if let Some(&(leader, _)) = columns.first() {
            self.state(leader, decided);
        }
        mapped(&keys, read.into_iter().map(|cell| cell.dates))
    }

    /// What is said of any of the columns holds for the date.
    fn style_of(&self, columns: &[(usize, &ColumnMeaning)]) -> Style {
        let styles = columns.iter().map(|(_, column)| self.style(column));
        styles
            .reduce(|all, one| Style {
                calendar: all.calendar.or(one.calendar),
                last_short_year: all.last_short_year.or(one.last_short_year),
                ..all
            })
            .unwrap_or_default()
    }

    fn list_parts(&mut self, parts: Columns, keys: &Interned<[u32; 3]>, read: &[SplitCell]) {
        let mut listed = 0;
        for record in 0..self.table.len() {
            let key = keys.of_record.get(record).copied().unwrap_or(0);
            let faults = read.get(key as usize).map(|cell| cell.faults.as_slice());
            for &(part, fault) in faults.unwrap_or_default() {
                listed += 1;
                if listed > LISTED {
                    continue;
                }
                let column = column_of(parts, part);
                let place = self.table.place(record, column);
                let found = column.map_or("", |column| self.table.cell(record, column));
                self.say(place, fault_of(fault), found);
            }
        }
        let leader = parts.into_iter().flatten().min();
        if let (Some(more @ 1..), Some(leader)) = (listed.checked_sub(LISTED), leader) {
            self.say(self.column(leader), Fault::MoreOfThese, &more.to_string());
        }
    }
}

/// The column of a part; of one that has none, any.
fn column_of(parts: Columns, part: DatePart) -> Option<usize> {
    let [day, month, year] = parts;
    match part {
        DatePart::Day => day.or(month).or(year),
        DatePart::Month => month.or(day).or(year),
        DatePart::Year => year.or(month).or(day),
    }
}

fn said<'a>(texts: &[&'a str; 3]) -> Split<'a> {
    let [day, month, year] = *texts;
    let of = |text: &'a str, fillers: &[&str]| {
        let text = text.trim();
        let digits: Option<String> = text
            .chars()
            .map(|c| digit(c).and_then(|worth| char::from_digit(worth, 10)))
            .collect();
        let says = match digits.as_deref() {
            None | Some("") => !is_missing(text, FieldKind::BirthDate),
            Some(digits) => !fillers.contains(&digits),
        };
        says.then_some(text)
    };
    Split {
        day: of(day, &["0", "00", "99"]),
        month: of(month, &["0", "00", "99"]),
        year: of(year, &["0", "0000", "9999"]),
    }
}
