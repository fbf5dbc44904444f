//! A summary for a terminal, in English.

use planner::packages::{analysis::Answer, frontier::Deal, report::Report};

use super::{
    page::package_name,
    words::{Told, option, rule},
};
use crate::{Language, cell, i18n::Strings};

/// The summary.
pub fn text(report: &Report) -> String {
    let strings = Strings::of(Language::English);
    let told = Told { report, strings };
    let size = format!("{:.0}", report.packages_log10);
    let mut lines = vec![
        cell::plainly(&report.title),
        String::new(),
        told.lead(),
        format!(
            "{} {}",
            strings.with("packages-size", &[("power", size.into())]),
            told.proof()
        ),
        String::new(),
        strings.t(told.few_heading()),
    ];
    for (at, deal) in report.analysis.spread.iter().enumerate() {
        lines.extend(package(&told, &package_name(strings, at), deal));
    }
    for asked in &report.analysis.asked {
        lines.push(String::new());
        lines.push(strings.t(rule(asked.rule)));
        lines.push(format!(
            "  {} {}",
            strings.t("packages-definition"),
            asked.definition
        ));
        lines.extend(
            Some(told.answer(asked))
                .filter(|said| !said.is_empty())
                .map(|said| format!("  {said}")),
        );
        if let Answer::Picked(solution) = &asked.answer {
            for deal in solution.picked.iter().take(3) {
                lines.extend(package(&told, &strings.t(rule(asked.rule)), deal));
            }
        }
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
                        cell::plainly(name.unwrap_or_default()),
                        option(&report.domain, package, issue)
                    )
                });
                lines.push(format!(
                    "  {}: {}",
                    strings.t(key),
                    options.collect::<Vec<_>>().join("; ")
                ));
            }
        }
    }
    let text = lines.join("\n") + "\n";
    crate::plan::for_a_terminal(&text)
}

/// A package with what it is worth to each, and what it changes of the draft.
fn package(told: &Told, name: &str, deal: &Deal) -> Vec<String> {
    let report = told.report;
    let worth = (0..report.parties.len())
        .map(|at| format!("{} {}", told.party(at), told.points(at, &deal.worth)));
    let mut lines = vec![format!(
        "  {name}: {}",
        worth.collect::<Vec<_>>().join("; ")
    )];
    let draft = report
        .analysis
        .beside_draft
        .as_ref()
        .map(|beside| &beside.draft.package);
    for (issue, of) in report.domain.issues().iter().enumerate() {
        let here = option(&report.domain, &deal.package, issue);
        let before = draft.map(|draft| option(&report.domain, draft, issue));
        let issue = cell::plainly(&of.name);
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
            None => lines.push(format!("    {issue}: {here}")),
        }
    }
    lines
}
