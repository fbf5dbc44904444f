//! A summary for a terminal.

use planner::packages::{analysis::Answer, frontier::Deal, report::Report};

use super::{
    page::package_name,
    parties::{aspect, range_of},
    words::{self, Told, isolated, option, rule, rule_says},
};
use crate::{Language, cell, i18n::Strings};

/// The summary.
pub fn text(report: &Report, language: Language) -> String {
    let strings = Strings::of(language);
    let told = Told { report, strings };
    let mut lines = vec![
        cell::plainly(&report.title),
        String::new(),
        told.lead(),
        format!("{} {}", told.size(), told.proof()),
    ];
    let remarks = report.remarks.iter();
    lines.extend(remarks.map(|remark| words::remark(remark, strings)));
    lines.push(strings.t("packages-own-scales"));
    lines.extend(draft(&told));
    // Where there is none, that has been said first.
    if !report.analysis.spread.is_empty() {
        lines.push(String::new());
        lines.push(strings.t(told.few_heading()));
        lines.extend(told.preferred_first().map(|said| format!("  {said}")));
        lines.extend(told.shown_of().map(|said| format!("  {said}")));
    }
    let mark = if told.few_are_preferred() {
        Mark::Heading
    } else {
        Mark::Package
    };
    for (at, deal) in report.analysis.spread.iter().enumerate() {
        lines.extend(package(&told, &package_name(strings, at), deal, mark));
    }
    for asked in &report.analysis.asked {
        lines.push(String::new());
        lines.push(strings.t(rule(asked.rule)));
        lines.push(format!("  {}", strings.t(rule_says(asked.rule))));
        lines.push(format!(
            "  {} {}",
            strings.t("packages-definition"),
            isolated(asked.definition)
        ));
        lines.extend(
            Some(told.answer(asked))
                .filter(|said| !said.is_empty())
                .map(|said| format!("  {said}")),
        );
        if let Answer::Picked(solution) = &asked.answer {
            for deal in solution.picked.iter().take(3) {
                let name = strings.t(rule(asked.rule));
                lines.extend(package(&told, &name, deal, Mark::Package));
            }
        }
    }
    for at in 0..report.parties.len() {
        lines.extend(weights(&told, at));
    }
    for (at, party) in report.parties.iter().enumerate() {
        if let Some(next) = party.asked.as_ref().and_then(|asked| asked.next.as_ref()) {
            lines.push(String::new());
            lines.push(strings.with("packages-ask", &[("party", told.party(at).into())]));
            for (key, package) in [
                ("packages-first", &next.one),
                ("packages-second", &next.other),
            ] {
                let options = (0..report.domain.issues().len()).map(|issue| {
                    let name = report
                        .domain
                        .issues()
                        .get(issue)
                        .map(|issue| issue.name.as_str());
                    format!(
                        "{}: {}",
                        isolated(&cell::plainly(name.unwrap_or_default())),
                        isolated(&option(&report.domain, package, issue))
                    )
                });
                lines.push(format!(
                    "  {}: {}",
                    strings.t(key),
                    options.collect::<Vec<_>>().join(&strings.t("told-joint"))
                ));
            }
        }
    }
    let text = lines.join("\n") + "\n";
    crate::plan::for_a_terminal(&text, language)
}

/// The draft with what it is worth to each, and who would not accept it.
fn draft(told: &Told) -> Vec<String> {
    let Some(beside) = &told.report.analysis.beside_draft else {
        return Vec::new();
    };
    let mut lines = vec![String::new()];
    lines.push(worth(
        told,
        &told.strings.t("packages-draft"),
        &beside.draft,
    ));
    if !beside.refused_by.is_empty() {
        let parties = [("parties", told.parties(&beside.refused_by).into())];
        lines.push(told.strings.with("packages-refused", &parties));
    }
    lines
}

/// What is known of the weights of a party that was asked.
fn weights(told: &Told, at: usize) -> Vec<String> {
    let strings = told.strings;
    let party = told.report.parties.get(at);
    let Some((party, asked)) = party.and_then(|party| Some((party, party.asked.as_ref()?))) else {
        return Vec::new();
    };
    let mut lines = vec![String::new(), isolated(&told.party(at))];
    lines.push(format!("  {}", words::inferred(party, strings)));
    for range in &asked.ranges {
        let aspect = isolated(&aspect(told, range.aspect));
        lines.push(format!("    {aspect}: {}", range_of(range, strings)));
    }
    lines
}

/// Where it is told that every party prefers a package to the draft.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// In the heading over it.
    Heading,
    /// With the package itself.
    Package,
}

/// What a package is worth to each.
fn worth(told: &Told, name: &str, deal: &Deal) -> String {
    let worth = (0..told.report.parties.len()).map(|at| {
        format!(
            "{} {}",
            isolated(&told.party(at)),
            isolated(&told.points(at, &deal.worth))
        )
    });
    let worth: Vec<String> = worth.collect();
    format!("{name}: {}", worth.join(&told.strings.t("told-joint")))
}

/// A package with what it is worth to each, whether all prefer it to the draft, and what it changes of
/// that.
fn package(told: &Told, name: &str, deal: &Deal, mark: Mark) -> Vec<String> {
    let report = told.report;
    let mut lines = vec![format!("  {}", worth(told, name, deal))];
    if mark == Mark::Package && told.all_prefer(deal) {
        lines.push(format!("    {}", told.strings.t("packages-all-prefer")));
    }
    let draft = report
        .analysis
        .beside_draft
        .as_ref()
        .map(|beside| &beside.draft.package);
    for (issue, of) in report.domain.issues().iter().enumerate() {
        let here = option(&report.domain, &deal.package, issue);
        let before = draft.map(|draft| option(&report.domain, draft, issue));
        let issue = isolated(&cell::plainly(&of.name));
        match before {
            Some(before) if before == here => {}
            Some(before) => {
                let of = [
                    ("issue", issue.into()),
                    ("here", here.into()),
                    ("before", before.into()),
                ];
                lines.push(format!(
                    "    {}",
                    told.strings.with("packages-changed", &of)
                ));
            }
            None => lines.push(format!("    {issue}: {}", isolated(&here))),
        }
    }
    lines
}
