//! A summary for a terminal.

use planner::packages::{analysis::Answer, frontier::Deal, report::Report};

use super::{
    page::package_name,
    words::{Told, isolated, option, rule, rule_says},
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
        String::new(),
        strings.t(told.few_heading()),
    ];
    for (at, deal) in report.analysis.spread.iter().enumerate() {
        lines.extend(package(&told, &package_name(strings, at), deal));
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

/// A package with what it is worth to each, and what it changes of the draft.
fn package(told: &Told, name: &str, deal: &Deal) -> Vec<String> {
    let report = told.report;
    let worth = (0..report.parties.len()).map(|at| {
        format!(
            "{} {}",
            isolated(&told.party(at)),
            isolated(&told.points(at, &deal.worth))
        )
    });
    let mut lines = vec![format!(
        "  {name}: {}",
        worth
            .collect::<Vec<_>>()
            .join(&told.strings.t("told-joint"))
    )];
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
