//! The other sheets: what was read, what was not understood, the method, the costs.

use linkage::findings::{Cost, Findings, Interval};
use rust_xlsxwriter::Workbook;

use super::{
    super::{CannotWrite, compared, costs, decided, page, read},
    sheet::{Cell, Column, sheet},
};
use crate::{
    i18n::{Key, Strings},
    words,
};

fn columns(heads: &[(&'static str, f64)], strings: Strings) -> Vec<Column> {
    heads
        .iter()
        .map(|&(key, width)| Column {
            head: strings.t(Key(key)),
            width,
        })
        .collect()
}

/// Without the isolates that a page needs.
fn plain(said: &str) -> String {
    said.replace(['\u{2068}', '\u{2069}'], "")
}

/// What was read: each column of each list.
pub fn read_sheet(
    workbook: &mut Workbook,
    findings: &Findings,
    strings: Strings,
) -> Result<(), CannotWrite> {
    let heads = [
        ("head-list", 24.0),
        ("read-entries", 10.0),
        ("read-digest", 20.0),
        ("head-column", 24.0),
        ("head-taken-for", 20.0),
        ("head-why", 60.0),
    ];
    let rows = findings.lists.iter().flat_map(|list| {
        list.columns.iter().map(|column| {
            vec![
                Cell::Quoted(list.name.clone()),
                Cell::Count(list.records as u64),
                Cell::Quoted(list.digest.clone()),
                Cell::Quoted(column.header.clone()),
                Cell::Text(words::meaning(column.meaning, strings)),
                Cell::Text(plain(&words::reason(&column.reason, strings))),
            ]
        })
    });
    let name = strings.t("sheet-read");
    sheet(workbook, &name, &columns(&heads, strings), rows, strings)?;
    Ok(())
}

/// What was not understood, by its place.
pub fn problems(
    workbook: &mut Workbook,
    findings: &Findings,
    strings: Strings,
) -> Result<(), CannotWrite> {
    let heads = [
        ("head-list", 24.0),
        ("head-place", 28.0),
        ("head-problem", 70.0),
        ("head-found", 30.0),
    ];
    let rows = findings.lists.iter().flat_map(|list| {
        let unlisted = list.problems_total.saturating_sub(list.problems.len());
        let more = (unlisted > 0).then(|| {
            let said = strings.plain("problems-unlisted", &[("n", unlisted.into())]);
            vec![
                Cell::Quoted(list.name.clone()),
                Cell::Empty,
                Cell::Text(said),
            ]
        });
        let listed = list.problems.iter().map(|problem| {
            let place = words::place(&problem.place, strings);
            vec![
                Cell::Quoted(list.name.clone()),
                Cell::Text(plain(&place)),
                Cell::Text(words::fault(problem.what, strings)),
                Cell::Quoted(problem.found.clone()),
            ]
        });
        listed.chain(more)
    });
    let misfits = findings.decisions.misfits.iter().map(|misfit| {
        vec![
            Cell::Quoted(misfit.file.clone()),
            Cell::Text(plain(&words::place(&misfit.place, strings))),
            Cell::Text(words::misfit(misfit.why, strings)),
            Cell::Quoted(misfit.found.clone()),
        ]
    });
    let rows = rows.chain(misfits);
    let name = strings.t("sheet-problems");
    sheet(workbook, &name, &columns(&heads, strings), rows, strings)?;
    Ok(())
}

/// How the lists were compared, in sentences, and what each level weighs.
pub fn method(
    workbook: &mut Workbook,
    findings: &Findings,
    strings: Strings,
) -> Result<(), CannotWrite> {
    let heads = [
        ("head-field", 60.0),
        ("head-left-column", 24.0),
        ("head-right-column", 24.0),
        ("head-agreement", 30.0),
        ("head-of-one", 14.0),
        ("head-of-two", 14.0),
        ("head-bits", 9.0),
    ];
    let levels = findings.comparisons.iter().flat_map(|one| {
        one.levels.iter().map(|level| {
            vec![
                Cell::Text(words::field(one.kind, strings)),
                Cell::Quoted(one.left_label.clone()),
                Cell::Quoted(one.right_label.clone()),
                Cell::Text(words::agreement(one.kind, level.agreement, strings)),
                Cell::Share(level.m),
                Cell::Share(level.u),
                Cell::Bits(level.bits),
            ]
        })
    });
    let nobody = findings
        .lists
        .iter()
        .any(read::says_nobody)
        .then(|| strings.t("problems-no-person"));
    let said = [page::finding(findings, strings), strings.t("propose")]
        .into_iter()
        .chain(nobody)
        .chain(compared::method(findings, strings))
        .chain(costs::finding(findings, strings))
        .chain(decided::finding(&findings.decisions, strings))
        .chain([strings.t("how-bits"), strings.t("how-rarity")])
        .map(|said| vec![Cell::Text(plain(&said))]);
    let name = strings.t("sheet-method");
    let rows = levels.chain(said);
    sheet(workbook, &name, &columns(&heads, strings), rows, strings)?;
    Ok(())
}

/// What each threshold would cost.
pub fn costs(
    workbook: &mut Workbook,
    findings: &Findings,
    strings: Strings,
) -> Result<(), CannotWrite> {
    let heads = [
        ("head-threshold", 12.0),
        ("head-candidates", 12.0),
        ("chart-precision", 16.0),
        ("head-precision-low", 14.0),
        ("head-precision-high", 14.0),
        ("chart-recall", 16.0),
        ("head-recall-low", 14.0),
        ("head-recall-high", 14.0),
    ];
    let rows = findings.costs.iter().map(cost_row);
    let name = strings.t("sheet-costs");
    sheet(workbook, &name, &columns(&heads, strings), rows, strings)?;
    Ok(())
}

fn cost_row(cost: &Cost) -> Vec<Cell> {
    let shares = |of: Interval| [of.mid, of.low, of.high].map(Cell::Share);
    let mut cells = vec![Cell::Bits(cost.bits), Cell::Count(cost.candidates)];
    cells.extend(shares(cost.precision));
    cells.extend(shares(cost.recall));
    cells
}
