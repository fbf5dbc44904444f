//! What people decided, both ways: the section of the page that tells it, and the table in which it
//! was written read back. A table is one that the workbook has, in either language, or its columns
//! saved as CSV.

use linkage::{
    decide::{Against, Claim, Decision, Decisions, Misfit, Ruling, Verdict, Why},
    findings::{Candidate, DecisionsRead, Findings},
    problem,
    table::Table,
};
use maud::{Markup, html};

use super::quoted::{digest, quoted};
use crate::{
    Language,
    i18n::{Key, Strings, whole},
    words,
};

/// Misfits that a page tells one by one.
const MISFITS: usize = 1_000;

/// The names that the sheet of candidates may have.
pub fn sheet_names() -> Vec<String> {
    in_all_languages("sheet-candidates")
}

/// Takes in the decisions of a table, each with its place; rows without one are passed over.
pub fn read(table: &Table, file: &str, against: &Against, into: &mut Decisions) {
    let misfit = |record: Option<usize>, column: Option<usize>, why, found: &str| Misfit {
        file: file.to_owned(),
        place: record.map_or_else(problem::Place::default, |r| table.place(r, column)),
        why,
        found: problem::shown(found),
    };
    let column = |key: &'static str| {
        let names = in_all_languages(key);
        let is_named = |at: &usize| names.iter().any(|n| same_word(n, table.header(*at)));
        (0..table.width()).find(is_named)
    };
    let (Some(decision), Some(left), Some(right)) = (
        column("head-decision"),
        column("head-left-key"),
        column("head-right-key"),
    ) else {
        into.misfits.push(misfit(None, None, Why::NoColumns, ""));
        return;
    };
    let [by, when, reason] = ["head-by", "head-when", "head-reason"].map(column);
    for record in 0..table.len() {
        let said = table.cell(record, decision).trim();
        if said.is_empty() {
            continue;
        }
        let Some(verdict) = verdict(said) else {
            let wrong = misfit(Some(record), Some(decision), Why::NoSuchVerdict, said);
            into.misfits.push(wrong);
            continue;
        };
        let cell = |at: Option<usize>| {
            let cell = at.map_or("", |at| table.cell(record, at));
            cell.trim().to_owned()
        };
        let claim = Claim {
            keys: [left, right].map(|at| table.cell(record, at).trim().to_owned()),
            decision: Decision {
                verdict,
                by: cell(by),
                when: cell(when),
                reason: cell(reason),
                file: file.to_owned(),
                place: table.place(record, None),
            },
        };
        against.take(claim, into);
    }
}

fn in_all_languages(key: &'static str) -> Vec<String> {
    let languages = Language::ALL.into_iter();
    languages
        .map(|language| Strings::of(language).t(Key(key)))
        .collect()
}

fn verdict(said: &str) -> Option<Verdict> {
    Verdict::ALL.into_iter().find(|&verdict| {
        let words = in_all_languages(words::verdict_key(verdict).0);
        words.iter().any(|word| same_word(word, said))
    })
}

/// Whether two cells say the same word, however it is written.
fn same_word(a: &str, b: &str) -> bool {
    let plain = |text: &str| text.trim().replace(['-', '_'], " ").to_lowercase();
    plain(a) == plain(b)
}

/// The section of the page; nothing where no file of decisions was given.
pub fn section(findings: &Findings, strings: Strings) -> Markup {
    let read = &findings.decisions;
    html! {
        @if !read.files.is_empty() {
            section.sec aria-labelledby="decisions" {
                div.side { h2 id="decisions" { (strings.t("decisions")) } p { (strings.t("decisions-note")) } }
                div.body {
                    dl.facts {
                        @for file in &read.files {
                            dt { (quoted(&file.name, strings)) }
                            dd { (digest(&file.digest)) }
                        }
                    }
                    @for sentence in finding(read, strings) { p { (sentence) } }
                    @if read.pairs > 0 { (verdicts(read, strings)) }
                    (disputed(findings, strings))
                    (misfits(read, strings))
                }
            }
        }
    }
}

/// What was read, in sentences.
pub fn finding(read: &DecisionsRead, strings: Strings) -> Vec<String> {
    if read.files.is_empty() {
        return Vec::new();
    }
    let mut said = vec![strings.with("decisions-finding", &[("n", read.pairs.into())])];
    if read.pairs > 0 {
        said.push(strings.with("decisions-estimate", &[("n", read.estimated_with.into())]));
    }
    if read.not_listed > 0 {
        said.push(strings.with("decisions-not-listed", &[("n", read.not_listed.into())]));
    }
    said
}

fn verdicts(read: &DecisionsRead, strings: Strings) -> Markup {
    let rows = [
        ("verdict-same", read.same),
        ("verdict-different", read.different),
        ("verdict-relatives", read.relatives),
        ("verdict-cannot-tell", read.cannot_tell),
        ("verdicts-differ", read.disputed),
    ];
    html! {
        table.tight {
            thead { tr {
                th scope="col" { (strings.t("head-decision")) }
                th.b scope="col" { (strings.t("head-pairs")) }
            } }
            tbody {
                @for (key, pairs) in rows {
                    @if pairs > 0 {
                        tr { th scope="row" { (strings.t(Key(key))) } td.b { (whole(pairs)) } }
                    }
                }
            }
        }
    }
}

fn disputed(findings: &Findings, strings: Strings) -> Markup {
    let disputed: Vec<&Candidate> = findings
        .candidates
        .iter()
        .filter(|c| is_disputed(c))
        .collect();
    html! {
        @if !disputed.is_empty() {
            p { (strings.t("decisions-disputed")) }
            ul.brief.members {
                @for candidate in disputed {
                    li {
                        a href={ "#c" (candidate.number) } {
                            (strings.with("candidate-number", &[("number", candidate.number.to_string().into())]))
                        }
                        @for decision in &candidate.decisions { " · " (words::decided(decision, strings)) }
                    }
                }
            }
        }
    }
}

/// Whether people differ on a candidate.
pub fn is_disputed(candidate: &Candidate) -> bool {
    matches!(
        Ruling::of(&candidate.decisions),
        Some(Ruling::Disputed { .. })
    )
}

fn misfits(read: &DecisionsRead, strings: Strings) -> Markup {
    let unlisted = read.misfits.len().saturating_sub(MISFITS);
    html! {
        @if !read.misfits.is_empty() {
            p { (misfits_told(read, strings)) }
            table.tight.stack role="table" {
                thead role="rowgroup" { tr role="row" {
                    th scope="col" role="columnheader" { (strings.t("head-file")) }
                    th scope="col" role="columnheader" { (strings.t("head-place")) }
                    th scope="col" role="columnheader" { (strings.t("head-why")) }
                    th scope="col" role="columnheader" { (strings.t("head-found")) }
                } }
                tbody role="rowgroup" {
                    @for misfit in read.misfits.iter().take(MISFITS) { (row(misfit, strings)) }
                }
            }
            @if unlisted > 0 { p.empty { (strings.with("problems-unlisted", &[("n", unlisted.into())])) } }
        }
    }
}

/// How many do not fit.
pub fn misfits_told(read: &DecisionsRead, strings: Strings) -> String {
    strings.with("decisions-misfits", &[("n", read.misfits.len().into())])
}

fn row(misfit: &Misfit, strings: Strings) -> Markup {
    html! {
        tr role="row" {
            th scope="row" role="rowheader" { (quoted(&misfit.file, strings)) }
            td role="cell" data-h=(strings.t("head-place")) { span { (words::place(&misfit.place, strings)) } }
            td role="cell" data-h=(strings.t("head-why")) { span { (words::misfit(misfit.why, strings)) } }
            td role="cell" data-h=(strings.t("head-found")) {
                @if !misfit.found.is_empty() { (quoted(&misfit.found, strings)) }
            }
        }
    }
}

/// The decisions on a candidate, where it is told in full.
pub fn of_candidate(candidate: &Candidate, strings: Strings) -> Markup {
    html! {
        @if !candidate.decisions.is_empty() {
            ul.next.decided {
                @for decision in &candidate.decisions {
                    li {
                        (words::decided(decision, strings))
                        @if !decision.reason.is_empty() { " · " (quoted(&decision.reason, strings)) }
                    }
                }
                @if is_disputed(candidate) { li { b.due { (strings.t("decided-differ")) } } }
            }
        }
    }
}

/// What was decided on a candidate in few words, for a table; empty where nothing was.
pub fn briefly(candidate: &Candidate, strings: Strings) -> Option<String> {
    Some(match Ruling::of(&candidate.decisions)? {
        Ruling::Agreed(verdict) => {
            let verdict = words::verdict(verdict, strings);
            strings.plain("decided-short", &[("verdict", verdict.into())])
        }
        Ruling::Disputed { .. } => strings.t("verdicts-differ"),
    })
}
