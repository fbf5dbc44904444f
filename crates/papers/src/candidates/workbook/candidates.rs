//! The sheet of candidates: one row each, with empty columns for the decision.

use linkage::{
    decide::{EntryKey, Verdict},
    findings::{Candidate, Entry, Findings, RunnerUp},
};
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Workbook};

use super::{
    super::{CannotWrite, full, list_of, text},
    sheet::{COLUMNS, Cell, Column, ROWS, sheet},
};
use crate::{
    cell,
    i18n::{Key, Strings},
    words,
};

/// The columns before those of the fields.
const BEFORE: [(&str, f64); 6] = [
    ("head-number", 8.0),
    ("head-band", 14.0),
    ("head-bits", 8.0),
    ("head-probability", 11.0),
    ("head-left-place", 18.0),
    ("head-right-place", 18.0),
];

/// The columns after them that the program fills.
const AFTER: [(&str, f64); 7] = [
    ("head-cautions", 28.0),
    ("head-runner-left", 40.0),
    ("head-runner-right", 40.0),
    ("head-assignment", 28.0),
    ("head-earlier", 40.0),
    ("head-left-key", 22.0),
    ("head-right-key", 22.0),
];

/// The columns that people fill.
const DECISION: [(&str, f64); 4] = [
    ("head-decision", 16.0),
    ("head-by", 16.0),
    ("head-when", 14.0),
    ("head-reason", 40.0),
];

/// Columns of one field: left, right, agreement, bits.
const OF_FIELD: usize = 4;

/// Writes the sheet.
pub fn candidates(
    workbook: &mut Workbook,
    findings: &Findings,
    strings: Strings,
) -> Result<(), CannotWrite> {
    let columns = columns(findings, strings);
    let decision = columns.len() - DECISION.len();
    let rows = findings
        .candidates
        .iter()
        .map(|one| row(findings, one, strings));
    let name = strings.t("sheet-candidates");
    let written = sheet(workbook, &name, &columns, rows, strings)?;
    written.set_freeze_panes(1, 1)?;
    let last = findings.candidates.len().min(ROWS - 1);
    if let (Ok(last), Ok(column)) = (u32::try_from(last), u16::try_from(decision))
        && last > 0
    {
        written.add_data_validation(1, column, last, column, &choice(strings)?)?;
    }
    Ok(())
}

fn columns(findings: &Findings, strings: Strings) -> Vec<Column> {
    let named = |(key, width): &(&'static str, f64)| Column {
        head: strings.t(Key(key)),
        width: *width,
    };
    let mut columns: Vec<Column> = BEFORE.iter().map(named).collect();
    for one in findings.comparisons.iter().take(fields_shown()) {
        let field = words::field(one.kind, strings);
        let head = |key: &'static str| strings.plain(Key(key), &[("field", field.clone().into())]);
        let cells = [
            ("head-field-left", 22.0),
            ("head-field-right", 22.0),
            ("head-field-agreement", 24.0),
            ("head-field-bits", 9.0),
        ];
        columns.extend(cells.map(|(key, width)| Column {
            head: head(key),
            width,
        }));
    }
    columns.extend(AFTER.iter().chain(&DECISION).map(named));
    columns
}

/// Fields beyond what a sheet can hold are left out: some four thousand.
const fn fields_shown() -> usize {
    (COLUMNS - BEFORE.len() - AFTER.len() - DECISION.len()) / OF_FIELD
}

/// What a person may rule; nothing is filled in beforehand.
fn choice(strings: Strings) -> Result<DataValidation, CannotWrite> {
    let verdicts = Verdict::ALL.map(|verdict| words::verdict(verdict, strings));
    Ok(DataValidation::new()
        .allow_list_strings(&verdicts)?
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title(strings.t("verdict-wrong"))?
        .set_error_message(strings.t("verdict-wrong.message"))?)
}

fn row(findings: &Findings, candidate: &Candidate, strings: Strings) -> Vec<Cell> {
    let text_of = |said: String| Cell::Text(said.replace(['\u{2068}', '\u{2069}'], ""));
    let place = |entry: &Entry| text_of(words::place(&entry.place, strings));
    let mut cells = vec![
        Cell::Count(candidate.number as u64),
        Cell::Text(strings.t(text::band(candidate.band))),
        Cell::Bits(candidate.bits),
        Cell::Probability(candidate.probability),
        place(&candidate.left),
        place(&candidate.right),
    ];
    let fields = findings.comparisons.iter().zip(&candidate.evidence);
    for (at, (one, evidence)) in fields.take(fields_shown()).enumerate() {
        let said = |entry: &Entry| Cell::Quoted(entry.cells.get(at).cloned().unwrap_or_default());
        cells.push(said(&candidate.left));
        cells.push(said(&candidate.right));
        cells.push(Cell::Text(words::agreement(
            one.kind,
            evidence.agreement,
            strings,
        )));
        cells.push(Cell::Bits(evidence.bits));
    }
    // A candidate with less evidence than fields keeps the later columns in their place.
    let width = BEFORE.len() + findings.comparisons.len().min(fields_shown()) * OF_FIELD;
    cells.resize(width, Cell::Empty);
    let cautions = candidate.cautions.iter();
    let cautions: Vec<String> = cautions
        .map(|&c| words::caution_short(c, strings))
        .collect();
    cells.push(text_or_empty(cautions.join(&strings.t("told-joint"))));
    let runner = |of: &Entry, runner: Option<&RunnerUp>| match runner {
        None => Cell::Empty,
        Some(runner) => {
            let told = full::runner_up_told(findings, candidate, of, runner, strings);
            text_of(format!("{told} {}", said_by(&runner.entry)))
        }
    };
    cells.push(runner(
        &candidate.left,
        candidate.runner_up_of_left.as_ref(),
    ));
    cells.push(runner(
        &candidate.right,
        candidate.runner_up_of_right.as_ref(),
    ));
    cells.push(match candidate.assignment {
        Some(assignment) => text_of(full::assigned(assignment, strings)),
        None => Cell::Empty,
    });
    let earlier = candidate.decisions.iter().map(|decision| {
        let said = words::decided(decision, strings).replace(['\u{2068}', '\u{2069}'], "");
        match decision.reason.as_str() {
            "" => said,
            reason => format!("{said} ({})", cell::plainly(reason)),
        }
    });
    cells.push(text_or_empty(earlier.collect::<Vec<_>>().join("\n")));
    cells.extend([&candidate.left, &candidate.right].map(|entry| {
        let digest = list_of(findings, entry.list).map_or("", |list| list.digest.as_str());
        Cell::Quoted(EntryKey::new(digest, &entry.place).to_string())
    }));
    cells
}

fn said_by(entry: &Entry) -> String {
    let said = entry.cells.iter().filter(|cell| !cell.trim().is_empty());
    let said: Vec<String> = said.map(|cell| cell::plainly(cell)).collect();
    said.join(" | ")
}

fn text_or_empty(text: String) -> Cell {
    if text.is_empty() {
        Cell::Empty
    } else {
        Cell::Text(text)
    }
}
