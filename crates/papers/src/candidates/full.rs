//! A candidate in full: what to look at first, both entries field by field with the evidence of
//! each, how it adds up, and the next best on both sides.

use linkage::findings::{
    Agreement, Assignment, Candidate, Caution, Entry, Evidence, Findings, RunnerUp,
};
use maud::{Markup, html};

use super::{
    decided, list_of,
    quoted::{cells, marked, quoted},
    waterfall::{Bar, Step, Steps, bar},
};
use crate::{
    cell,
    i18n::{Key, Strings, bits, percent, probability, signed_bits},
    letters,
    scale::Scale,
    words::{self, Rarity, rarity, weighed},
};

/// The candidates that are told in full.
pub fn candidates(
    findings: &Findings,
    told: &[&Candidate],
    scale: &Scale,
    strings: Strings,
) -> Markup {
    html! {
        ol.cands {
            @for candidate in told { (one(findings, candidate, scale, strings)) }
        }
    }
}

fn one(findings: &Findings, candidate: &Candidate, scale: &Scale, strings: Strings) -> Markup {
    let n = candidate.number;
    html! {
        li id={ "c" (n) } {
            div.edge {
                h3 { a href={ "#c" (n) } { (strings.with("candidate-number", &[("number", n.to_string().into())])) } }
                b { (strings.with("candidate-bits", &[("bits", bits(candidate.bits).into())])) }
                span { (strings.with("candidate-probability", &[("p", probability(candidate.probability).into())])) }
            }
            div.what {
                (cautions(candidate, strings))
                (summary(findings, candidate, strings))
                (table(findings, candidate, scale, strings))
                (beside(findings, candidate, strings))
                (decided::of_candidate(candidate, strings))
            }
        }
    }
}

fn cautions(candidate: &Candidate, strings: Strings) -> Markup {
    html! {
        @if !candidate.cautions.is_empty() {
            ul.first aria-label=(strings.t("cautions")) {
                @for &caution in &candidate.cautions {
                    li {
                        (caution_told(candidate, caution, strings))
                        @if let (Caution::Relatives, Some(p)) = (caution, candidate.relatives) {
                            " " (strings.with("relatives-probability", &[("share", percent(p).into())]))
                        }
                    }
                }
            }
        }
    }
}

/// The fields that weigh most, on either side, in a sentence each.
fn summary(findings: &Findings, candidate: &Candidate, strings: Strings) -> Markup {
    let most = words::weightiest(findings, candidate, strings);
    html! {
        p.say {
            @if most.for_it.is_empty() { (strings.t("speaks-for-none")) }
            @else { (strings.with("speaks-for", &[("what", most.for_it.into())])) }
            " "
            @if most.against_it.is_empty() { (strings.t("speaks-against-none")) }
            @else { (strings.with("speaks-against", &[("what", most.against_it.into())])) }
        }
    }
}

fn table(findings: &Findings, candidate: &Candidate, scale: &Scale, strings: Strings) -> Markup {
    let steps = Steps::of(candidate, findings.prior_bits);
    html! {
        table.pair {
            colgroup { col.cf; col; col; col.ca; col.cb; col.cw; }
            thead { tr {
                th.hf scope="col" { (strings.t("head-field")) }
                (head(findings, &candidate.left, strings))
                (head(findings, &candidate.right, strings))
                th.ha scope="col" { (strings.t("head-agreement")) }
                th.hb.b scope="col" { (strings.t("head-bits")) }
                th.hw scope="col" { (strings.t("head-sum")) }
            } }
            tbody {
                tr.all {
                    th scope="row" colspan="4" { (strings.t("row-prior")) }
                    td.b { (signed_bits(findings.prior_bits)) }
                    td.w { (bar(steps.prior, Bar::First, scale)) }
                }
                @for (i, (evidence, &step)) in candidate.evidence.iter().zip(&steps.fields).enumerate() {
                    (row(findings, candidate, i, evidence, &bar(step, Bar::Step, scale), strings))
                }
                @if let Some(step) = steps.together {
                    tr.all {
                        th scope="row" colspan="4" { (strings.t(together(candidate, step))) }
                        td.b { (signed_bits(step.to - step.from)) }
                        td.w { (bar(step, Bar::Step, scale)) }
                    }
                }
            }
            tfoot { tr.all {
                th scope="row" colspan="4" { (strings.t("row-sum")) }
                td.b { (signed_bits(candidate.bits)) }
                td.w { (bar(steps.sum, Bar::Sum, scale)) }
            } }
        }
    }
}

/// What moves the sum beside the fields: that the two may be relatives lowers the odds that they are
/// one person, however well the fields agree.
pub fn together(candidate: &Candidate, step: Step) -> Key {
    if candidate.relatives.is_some() && step.to < step.from {
        Key("row-relatives")
    } else {
        Key("row-together")
    }
}

fn head(findings: &Findings, entry: &Entry, strings: Strings) -> Markup {
    let name = list_of(findings, entry.list).map_or("", |list| list.name.as_str());
    html! {
        th scope="col" { (quoted(name, strings)) small { (words::place(&entry.place, strings)) } }
    }
}

fn row(
    findings: &Findings,
    candidate: &Candidate,
    at: usize,
    evidence: &Evidence,
    drawing: &Markup,
    strings: Strings,
) -> Markup {
    let cell = |entry: &'_ Entry| entry.cells.get(at).cloned().unwrap_or_default();
    let (left, right) = (cell(&candidate.left), cell(&candidate.right));
    let (left, right) = both(&left, &right, evidence.agreement, strings);
    let kind = findings.comparisons.get(at).map(|compared| compared.kind);
    html! {
        tr {
            th scope="row" { @if let Some(kind) = kind { (words::field(kind, strings)) } }
            td.q { (left) }
            td.q { (right) }
            td.ag {
                @if let Some(kind) = kind { (words::agreement(kind, evidence.agreement, strings)) }
                @if let Some(rare) = words::rarity_of(evidence).filter(|r| *r != Rarity::Usual) {
                    (strings.t("joint")) (rarity(rare, strings))
                }
                @if evidence.agreement != Agreement::Missing {
                    " " small { (weighed(evidence.bits, strings)) }
                }
            }
            td.b { (signed_bits(evidence.bits)) }
            td.w { (drawing) }
        }
    }
}

/// Both cells; where they nearly agree, the letters that differ are marked.
fn both(left: &str, right: &str, agreement: Agreement, strings: Strings) -> (Markup, Markup) {
    let nearly = match agreement {
        Agreement::Missing | Agreement::Same | Agreement::Different | Agreement::Exchanged => false,
        Agreement::OtherForm
        | Agreement::OneSign
        | Agreement::Close
        | Agreement::Alike
        | Agreement::Part
        | Agreement::DayMonthExchanged
        | Agreement::SameMonth
        | Agreement::SameDayOfYear
        | Agreement::SameYear
        | Agreement::NextYear
        | Agreement::SameDayNextYear
        | Agreement::CompatibleMonth
        | Agreement::CompatibleYear
        | Agreement::WithinSpan => true,
    };
    match letters::differing(left, right).filter(|_| nearly) {
        Some((a, b)) => (marked(&a, strings), marked(&b, strings)),
        None => (or_nothing(left, strings), or_nothing(right, strings)),
    }
}

fn or_nothing(cell: &str, strings: Strings) -> Markup {
    html! {
        @if cell.trim().is_empty() { span.no-word { (strings.t("cell-nothing")) } }
        @else { (quoted(cell, strings)) }
    }
}

/// What stands beside the pair: the next best of both entries, and the assignment.
fn beside(findings: &Findings, candidate: &Candidate, strings: Strings) -> Markup {
    let runner = |of: &Entry, runner: Option<&RunnerUp>| {
        html! {
            @if let Some(runner) = runner {
                li {
                    (runner_up_told(findings, candidate, of, runner, strings))
                    " " span.brief { (cells(&runner.entry.cells, strings)) }
                }
            }
        }
    };
    html! {
        ul.next {
            @if candidate.runner_up_of_left.is_none() && candidate.runner_up_of_right.is_none() {
                li { (strings.t("runner-up-none")) }
            }
            (runner(&candidate.left, candidate.runner_up_of_left.as_ref()))
            (runner(&candidate.right, candidate.runner_up_of_right.as_ref()))
            @if let Some(assignment) = candidate.assignment { li { (assigned(assignment, strings)) } }
        }
    }
}

/// The next best partner of one entry of a candidate, and by how much it is less, or more.
pub fn runner_up_told(
    findings: &Findings,
    candidate: &Candidate,
    of: &Entry,
    runner: &RunnerUp,
    strings: Strings,
) -> String {
    let of = whereabouts(findings, of, strings);
    let place = whereabouts(findings, &runner.entry, strings);
    let sum = bits(runner.bits);
    let less = candidate.bits - runner.bits;
    // Never less by less than nothing: where the other is the better one, that is what is said.
    if less < 0.0 {
        let more = bits(less.abs());
        strings.with(
            "runner-up-better",
            &[
                ("of", of.into()),
                ("where", place.into()),
                ("bits", sum.into()),
                ("more", more.into()),
            ],
        )
    } else {
        let less = bits(less);
        strings.with(
            "runner-up",
            &[
                ("of", of.into()),
                ("where", place.into()),
                ("bits", sum.into()),
                ("less", less.into()),
            ],
        )
    }
}

/// What is to be looked at first. A runner-up that is near may also be the better one.
pub fn caution_told(candidate: &Candidate, caution: Caution, strings: Strings) -> String {
    let runners = [&candidate.runner_up_of_left, &candidate.runner_up_of_right];
    let better = runners
        .into_iter()
        .flatten()
        .any(|runner| runner.bits > candidate.bits);
    if caution == Caution::CloseRunnerUp && better {
        return strings.t("caution-better-partner");
    }
    words::caution(caution, strings)
}

/// "north.csv, row 7".
pub fn whereabouts(findings: &Findings, entry: &Entry, strings: Strings) -> String {
    let name = list_of(findings, entry.list).map_or("", |list| list.name.as_str());
    let place = words::place(&entry.place, strings);
    strings.with(
        "entry-where",
        &[
            ("list", cell::plainly(name).into()),
            ("place", place.into()),
        ],
    )
}

/// What one-to-one assignment made of it.
pub fn assigned(assignment: Assignment, strings: Strings) -> String {
    let mut said = match (assignment.chosen, assignment.regret) {
        (true, Some(regret)) => strings.with("assigned", &[("bits", bits(regret).into())]),
        (true, None) => strings.t("assigned-plainly"),
        (false, _) => strings.t("not-assigned"),
    };
    if assignment.tied {
        said.push(' ');
        said.push_str(&strings.t("assigned-tied"));
    }
    said
}
