//! What was compared and how: which pairs were looked at, what that lost, and what each level of
//! agreement weighs.

use linkage::findings::{Agreement, Compared, Findings, LevelRead, Method, Task};
use maud::{Markup, html};

use super::quoted::quoted;
use crate::{
    i18n::{Key, Strings, percent, signed_bits, whole},
    words,
};

/// The section.
pub fn compared(findings: &Findings, strings: Strings) -> Markup {
    html! {
        section.sec aria-labelledby="compared" {
            div.side { h2 id="compared" { (strings.t("compared")) } p { (strings.t("compared-note")) } }
            div.body {
                @for sentence in method(findings, strings) { p { (sentence) } }
                (fields(findings, strings))
                @if !findings.comparisons.is_empty() {
                    details { summary { (strings.t("levels-show")) } (levels(&findings.comparisons, strings)) }
                }
            }
        }
    }
}

/// What is said where there is no field to compare.
pub const fn nothing(findings: &Findings) -> Key {
    match findings.task {
        Task::Link => Key("compared-nothing"),
        Task::Dedupe => Key("compared-nothing-dedupe"),
    }
}

/// How pairs were looked at, in sentences; the workbook says the same.
pub fn method(findings: &Findings, strings: Strings) -> Vec<String> {
    let mut said = Vec::new();
    match &findings.method {
        Method::AllPairs { pairs } => {
            let key = match findings.task {
                Task::Link => "method-all-link",
                Task::Dedupe => "method-all-dedupe",
            };
            said.push(strings.with(Key(key), &[("n", (*pairs).into())]));
        }
        Method::Blocked {
            possible,
            compared,
            keys,
            loss,
            sampled,
        } => {
            let ways: Vec<String> = keys
                .iter()
                .map(|key| {
                    let fields = key.iter().map(|&kind| words::field_within(kind, strings));
                    strings.list(&fields.collect::<Vec<_>>())
                })
                .collect();
            let counts = [
                ("n", (*compared).into()),
                ("possible", whole(*possible).into()),
            ];
            said.push(strings.with("method-blocked", &counts));
            said.push(strings.with(
                "method-keys",
                &[("ways", ways.join(&strings.t("told-joint")).into())],
            ));
            let loss = [
                ("mid", percent(loss.mid).into()),
                ("low", percent(loss.low).into()),
                ("high", percent(loss.high).into()),
                ("n", (*sampled).into()),
            ];
            said.push(strings.with("method-loss", &loss));
        }
    }
    said.push(prior(findings.prior_bits, strings));
    said
}

fn prior(bits: f64, strings: Strings) -> String {
    let pairs = one_in(bits);
    let arguments = [("n", pairs.into()), ("bits", signed_bits(bits).into())];
    strings.with("method-prior", &arguments)
}

/// Of how many pairs one is of one person, at these odds.
fn one_in(bits: f64) -> u64 {
    let pairs = (1.0 + (-bits).exp2()).round();
    if pairs.is_finite() && pairs < 9e15 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "rounded, above nought and below 2^53"
        )]
        let pairs = pairs.max(1.0) as u64;
        pairs
    } else {
        u64::MAX
    }
}

fn fields(findings: &Findings, strings: Strings) -> Markup {
    let comparisons = &findings.comparisons;
    let two = findings.task == Task::Link;
    html! {
        @if comparisons.is_empty() { p.empty { (strings.t(nothing(findings))) } }
        @else {
            table.tight.stack role="table" {
                thead role="rowgroup" { tr role="row" {
                    th scope="col" role="columnheader" { (strings.t("head-field")) }
                    @if two {
                        th scope="col" role="columnheader" { (strings.t("head-left-column")) }
                        th scope="col" role="columnheader" { (strings.t("head-right-column")) }
                    } @else { th scope="col" role="columnheader" { (strings.t("head-column")) } }
                    th.b scope="col" role="columnheader" { (strings.t("head-if-same")) }
                    th.b scope="col" role="columnheader" { (strings.t("head-if-different")) }
                } }
                tbody role="rowgroup" { @for one in comparisons { (field(one, findings.task, strings)) } }
            }
        }
    }
}

fn field(one: &Compared, task: Task, strings: Strings) -> Markup {
    let at = |agreement: Agreement| {
        let level = one.levels.iter().find(|level| level.agreement == agreement);
        level.map_or(String::new(), |level| signed_bits(level.bits))
    };
    html! {
        tr role="row" {
            th scope="row" role="rowheader" { (words::field(one.kind, strings)) }
            @match task {
                Task::Link => {
                    td role="cell" data-h=(strings.t("head-left-column")) { (quoted(&one.left_label, strings)) }
                    td role="cell" data-h=(strings.t("head-right-column")) { (quoted(&one.right_label, strings)) }
                }
                Task::Dedupe => td role="cell" data-h=(strings.t("head-column")) { (quoted(&one.left_label, strings)) },
            }
            td.b role="cell" data-h=(strings.t("head-if-same")) { span { (at(Agreement::Same)) } }
            td.b role="cell" data-h=(strings.t("head-if-different")) { span { (at(Agreement::Different)) } }
        }
    }
}

fn levels(comparisons: &[Compared], strings: Strings) -> Markup {
    html! {
        table.tight {
            caption { (strings.t("levels-caption")) }
            thead { tr {
                th scope="col" { (strings.t("head-agreement")) }
                th.b scope="col" { (strings.t("head-of-one")) }
                th.b scope="col" { (strings.t("head-of-two")) }
                th.b scope="col" { (strings.t("head-bits")) }
            } }
            @for one in comparisons {
                tbody {
                    tr.grp { th scope="rowgroup" colspan="4" { (words::field(one.kind, strings)) } }
                    @for level in &one.levels { (self::level(one, level, strings)) }
                }
            }
        }
    }
}

fn level(one: &Compared, level: &LevelRead, strings: Strings) -> Markup {
    html! {
        tr {
            th scope="row" { (words::agreement(one.kind, level.agreement, strings)) }
            td.b { (percent(level.m)) }
            td.b { (percent(level.u)) }
            td.b { (signed_bits(level.bits)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odds_are_told_as_one_in_so_many() {
        assert_eq!(
            [0.0, -1.0, -10.0, f64::INFINITY].map(one_in),
            [2, 3, 1025, 1]
        );
        assert_eq!([f64::NAN, f64::NEG_INFINITY].map(one_in), [u64::MAX; 2]);
    }
}
