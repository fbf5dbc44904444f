//! Dates over three columns: by headers that name a day, a month and a year, or by numbers that stand
//! under one header of a date.

use super::{
    super::{
        FieldKind,
        mapping::{ColumnMeaning, Confidence, Meaning, Reason, Sign},
        missing::is_missing,
    },
    header::{self, Whole},
    header_of,
};
use crate::{
    date::{DatePart, Split, Style, read_split},
    signs::digit,
    table::Table,
};

/// A column whose header names a piece of a date.
#[derive(Debug, Clone)]
struct Piece {
    at: usize,
    part: DatePart,
    /// What else the header says; nothing where it names the piece alone.
    others: Vec<String>,
}

/// Gives the columns of a date that stands in several their part, the later ones joined to the first.
pub(super) fn join(table: &Table, columns: &mut [ColumnMeaning]) {
    let mut groups = by_headers(table);
    groups.retain(|(_, pieces)| is_date(table, pieces));
    for (kind, pieces) in &groups {
        let kind = kind.unwrap_or_else(|| kind_of(table, pieces));
        let confidence = if pieces.iter().any(|piece| piece.others.is_empty()) {
            Confidence::Likely
        } else {
            Confidence::Sure
        };
        put(columns, kind, pieces, confidence, &|column| {
            Reason::HeaderPart(column.header.clone())
        });
    }
    for at in 0..table.width() {
        let taken = |at: usize| columns.get(at).is_none_or(|c| c.options.part.is_some());
        if (at..at + 3).any(taken) {
            continue;
        }
        if let Some((kind, pieces)) = under_one_header(table, at) {
            put(columns, kind, &pieces, Confidence::Guess, &|_| {
                Reason::Contents(Sign::Numbers)
            });
        }
    }
}

fn put(
    columns: &mut [ColumnMeaning],
    kind: FieldKind,
    pieces: &[Piece],
    confidence: Confidence,
    reason: &dyn Fn(&ColumnMeaning) -> Reason,
) {
    let leader = pieces.iter().map(|piece| piece.at).min();
    for piece in pieces {
        if let Some(column) = columns.get_mut(piece.at) {
            column.reason = reason(column);
            column.meaning = Meaning::Field(kind);
            column.confidence = confidence;
            column.options.part = Some(piece.part);
            column.options.order = None;
            column.options.with = leader.filter(|&leader| leader != piece.at);
        }
    }
}

type Group = (Option<FieldKind>, Vec<Piece>);

/// Columns whose headers say the same but for the piece that they name. Where the piece is all that a
/// header says, the columns beside it count, or there is but one of each.
fn by_headers(table: &Table) -> Vec<Group> {
    let pieces: Vec<Piece> = (0..table.width())
        .filter_map(|at| {
            let (part, others) = header::part(header_of(table, at))?;
            Some(Piece { at, part, others })
        })
        .collect();
    let (bare, named): (Vec<Piece>, Vec<Piece>) = pieces
        .into_iter()
        .partition(|piece| piece.others.is_empty());
    let mut groups: Vec<Group> = Vec::new();
    for piece in named {
        let Some(kind) = kind_named(table.header(piece.at), &piece.others) else {
            continue;
        };
        let fits = |(of, pieces): &&mut Group| {
            *of == Some(kind)
                && pieces.iter().all(|other| other.others == piece.others)
                && lacks(pieces, piece.part)
        };
        match groups.iter_mut().find(fits) {
            Some((_, pieces)) => pieces.push(piece),
            None => groups.push((Some(kind), vec![piece])),
        }
    }
    for piece in bare {
        // "Date of birth / Day", "Month", "Year".
        let beside = |(_, pieces): &Group| {
            lacks(pieces, piece.part) && pieces.iter().any(|other| other.at + 1 == piece.at)
        };
        let alone = |(of, pieces): &Group| of.is_none() && lacks(pieces, piece.part);
        let at = groups.iter().position(beside);
        let at = at.or_else(|| groups.iter().position(alone));
        match at.and_then(|at| groups.get_mut(at)) {
            Some((_, pieces)) => pieces.push(piece),
            None => groups.push((None, vec![piece])),
        }
    }
    groups
}

fn lacks(pieces: &[Piece], part: DatePart) -> bool {
    pieces.iter().all(|piece| piece.part != part)
}

/// What a date says by a header's words beside the piece; none where they name no date.
fn kind_named(header: &str, others: &[String]) -> Option<FieldKind> {
    let others = others.join(" ");
    let said = [
        header.to_owned(),
        others.clone(),
        format!("date {others}"),
        format!("date of {others}"),
    ];
    said.iter().find_map(|header| {
        let found = header::find(header)?;
        let kind = found.meaning.field()?;
        let whole = found.whole == Whole::Whole || kind == FieldKind::BirthDate;
        let is_date = matches!(kind, FieldKind::BirthDate | FieldKind::EventDate);
        (is_date && whole && found.meaning != Meaning::Age).then_some(kind)
    })
}

/// So many of a hundred must be dates.
const NEARLY_ALL: usize = 80;
/// About so many records are looked at.
const LOOKED_AT: usize = 500;

/// Whether the cells of these columns, put together, are dates: a year at least, and a month or a day.
fn is_date(table: &Table, pieces: &[Piece]) -> bool {
    if pieces.len() < 2 || lacks(pieces, DatePart::Year) {
        return false;
    }
    let (said, dates, _) = read(table, pieces);
    said > 0 && dates * 100 >= said * NEARLY_ALL
}

/// Of how many records the cells say anything, of how many they are a date without a fault, and the
/// years between which these lie.
fn read(table: &Table, pieces: &[Piece]) -> (usize, usize, (i16, i16)) {
    let column = |part| {
        pieces
            .iter()
            .find(|piece| piece.part == part)
            .map(|piece| piece.at)
    };
    let every = table.len() / LOOKED_AT + 1;
    let cells: Vec<Split> = (0..table.len())
        .step_by(every)
        .map(|record| {
            let cell = |part| {
                let text = column(part).map(|at| table.cell(record, at).trim());
                text.filter(|text| !is_missing(text, FieldKind::FullName))
            };
            let [day, month, year] = DatePart::ALL.map(cell);
            Split { day, month, year }
        })
        .filter(|cell| *cell != Split::default())
        .collect();
    let (read, _) = read_split(&cells, &Style::default());
    // A whole date where a year should stand is no part of one.
    let is_year = |cell: &Split| {
        let text = cell.year.unwrap_or_default();
        text.chars().filter(|&c| digit(c).is_some()).count() <= 4
    };
    let good = read
        .iter()
        .zip(&cells)
        .filter(|(read, cell)| read.faults.is_empty() && is_year(cell))
        .map(|(read, _)| read);
    let dates: Vec<(i16, i16)> = good
        .filter_map(|cell| Some(cell.dates.as_ref()?.0.first()?.years()))
        .collect();
    let years = dates
        .iter()
        .fold((i16::MAX, i16::MIN), |(least, most), &(first, last)| {
            (least.min(first), most.max(last))
        });
    (cells.len(), dates.len(), years)
}

/// Born, if the years reach back as birthdays do.
fn kind_of(table: &Table, pieces: &[Piece]) -> FieldKind {
    let (.., (first, last)) = read(table, pieces);
    if last.saturating_sub(first) >= 15 {
        FieldKind::BirthDate
    } else {
        FieldKind::EventDate
    }
}

/// The orders of columns, the commonest first.
const ORDERS: [[DatePart; 3]; 4] = [
    [DatePart::Day, DatePart::Month, DatePart::Year],
    [DatePart::Year, DatePart::Month, DatePart::Day],
    [DatePart::Month, DatePart::Day, DatePart::Year],
    [DatePart::Year, DatePart::Day, DatePart::Month],
];

/// Three columns of numbers under one header of a date, which stands over the first or over all.
fn under_one_header(table: &Table, at: usize) -> Option<(FieldKind, Vec<Piece>)> {
    let found = header::find(header_of(table, at))?;
    let Meaning::Field(kind @ (FieldKind::BirthDate | FieldKind::EventDate)) = found.meaning else {
        return None;
    };
    let same = |other: usize| {
        let header = header_of(table, other);
        header.trim().is_empty() || header == table.header(at)
    };
    if at + 2 >= table.width() || !same(at + 1) || !same(at + 2) {
        return None;
    }
    ORDERS.iter().find_map(|order| {
        let piece = |(n, &part): (usize, &DatePart)| Piece {
            at: at + n,
            part,
            others: Vec::new(),
        };
        let pieces: Vec<Piece> = order.iter().enumerate().map(piece).collect();
        let (said, dates, _) = read(table, &pieces);
        // A column in which only one order fits shows it; where several do, the commonest is guessed.
        (said > 0 && dates * 100 >= said * 95).then_some((kind, pieces))
    })
}
