//! One sheet of the workbook: a header that stays in sight and can be filtered by, then rows.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::{Language, cell, i18n::Strings};

/// A cell that we write.
#[derive(Debug, Clone)]
pub enum Cell {
    /// Our words, in which theirs stand harmless already.
    Text(String),
    /// Their words, as they came but for what no eye can see. Always a string, never a formula.
    Quoted(String),
    /// A whole number.
    Count(u64),
    /// Evidence, to a tenth.
    Bits(f64),
    /// A share, to a tenth of a per cent.
    Share(f64),
    /// A probability, to four places.
    Probability(f64),
    /// Nothing.
    Empty,
}

/// A column: its heading and its width in characters.
#[derive(Debug, Clone)]
pub struct Column {
    /// The heading.
    pub head: String,
    /// The width.
    pub width: f64,
}

/// The most rows that a sheet can hold, its header included.
pub const ROWS: usize = 1_048_576;
/// The most columns.
pub const COLUMNS: usize = 16_384;

/// Writes a sheet and gives it back for what is particular to it.
pub fn sheet<'a>(
    workbook: &'a mut Workbook,
    name: &str,
    columns: &[Column],
    rows: impl Iterator<Item = Vec<Cell>>,
    strings: Strings,
) -> Result<&'a mut Worksheet, XlsxError> {
    let formats = Formats::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(name)?;
    sheet.set_right_to_left(strings.language() == Language::Arabic);
    sheet.set_landscape();
    sheet.set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_freeze_panes(1, 0)?;
    let columns = columns
        .get(..columns.len().min(COLUMNS))
        .unwrap_or_default();
    for (at, column) in (0..).zip(columns) {
        sheet.set_column_width(at, column.width)?;
        sheet.write_string_with_format(0, at, cell::cut(&column.head), &formats.head)?;
    }
    let mut last = 0;
    for (at, row) in (1..).zip(rows.take(ROWS - 1)) {
        for (column, cell) in (0..).zip(row.iter().take(columns.len())) {
            write(sheet, at, column, cell, &formats)?;
        }
        last = at;
    }
    if let Some(right) = columns
        .len()
        .checked_sub(1)
        .and_then(|n| u16::try_from(n).ok())
    {
        sheet.autofilter(0, 0, last, right)?;
    }
    Ok(sheet)
}

/// How cells look.
struct Formats {
    head: Format,
    text: Format,
    count: Format,
    bits: Format,
    share: Format,
    probability: Format,
}

impl Formats {
    fn new() -> Self {
        let plain = Format::new().set_align(FormatAlign::Top);
        Self {
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Bottom)
                .set_border_bottom(FormatBorder::Thin)
                .set_border_bottom_color(Color::RGB(0x00A5_ADA8)),
            text: plain.clone().set_text_wrap().set_num_format("@"),
            count: plain.clone().set_num_format("#,##0"),
            bits: plain.clone().set_num_format("+0.0;\u{2212}0.0;0.0"),
            share: plain.clone().set_num_format("0.0%"),
            probability: plain.set_num_format("0.0000"),
        }
    }
}

fn write(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            sheet.write_string_with_format(row, column, cell::cut(text), &formats.text)?;
        }
        Cell::Quoted(text) if text.is_empty() => {}
        Cell::Quoted(text) => {
            sheet.write_string_with_format(row, column, cell::whole(text), &formats.text)?;
        }
        Cell::Count(count) => {
            #[expect(
                clippy::cast_precision_loss,
                reason = "a workbook has no other numbers; counts stay far below 2^53"
            )]
            let count = *count as f64;
            number(sheet, row, column, count, &formats.count)?;
        }
        Cell::Bits(bits) => number(sheet, row, column, tenth(*bits), &formats.bits)?,
        Cell::Share(share) => number(sheet, row, column, *share, &formats.share)?,
        Cell::Probability(p) => number(sheet, row, column, *p, &formats.probability)?,
    }
    Ok(())
}

/// What is no number has no place among numbers.
fn number(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    number: f64,
    format: &Format,
) -> Result<(), XlsxError> {
    if number.is_finite() {
        sheet.write_number_with_format(row, column, number, format)?;
    }
    Ok(())
}

/// So that a filter on bits finds what the eye reads.
fn tenth(bits: f64) -> f64 {
    (bits * 10.0).round() / 10.0
}
