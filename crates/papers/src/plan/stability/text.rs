//! A summary for a terminal. What a model says is shown with its hidden signs as code
//! points; a terminal obeys none of it.

use planner::stability::{Concept, Report};

use super::words::Told;
use crate::{Language, cell, i18n::Strings, plan::isolated};

/// States that are told of each notion.
const STATES_TOLD: usize = 60;

/// Of more states than this a terminal does not tell what each stands for: the report does.
const LEGEND_MOST: usize = 40;

/// The summary.
pub fn text(report: &Report, language: Language) -> String {
    let strings = Strings::of(language);
    let told = Told { report, strings };
    let mut lines = vec![cell::plainly(&report.title), String::new()];
    for (concept, states) in &report.analysis.equilibria {
        let names: Vec<String> = states
            .iter()
            .take(STATES_TOLD)
            .map(|state| isolated(&told.state(*state)))
            .collect();
        let more = if states.len() > STATES_TOLD {
            " …"
        } else {
            ""
        };
        let said = if names.is_empty() {
            strings.t("stab-none")
        } else {
            format!("{}{more}", names.join(&strings.t("place-joint")))
        };
        lines.push(format!("{}: {said}", told.concept(*concept)));
        let meaning = [("meaning", told.meaning(*concept).into())];
        lines.push(format!("  {}", strings.with("stab-means", &meaning)));
    }
    let rule = [("rule", told.rule(report.rule).into())];
    lines.push(strings.with("stab-responses", &rule));
    let legend = told.legend();
    if !legend.is_empty() && legend.len() <= LEGEND_MOST {
        lines.push(format!("{}:", strings.t("stab-states")));
        lines.extend(legend.into_iter().map(|state| format!("  {state}")));
    }
    lines.push(String::new());
    for finding in &report.analysis.findings {
        for (at, said) in told.finding(finding).into_iter().enumerate() {
            lines.push(format!("{}{said}", if at > 0 { "  " } else { "" }));
        }
    }
    if !report.analysis.evolution.is_empty() {
        lines.push(String::new());
        let all = report.analysis.evolution.iter().take(STATES_TOLD);
        lines.extend(all.map(|evolution| told.way(evolution)));
    }
    if let Some(would) = &report.would_be_stable {
        for concept in Concept::ALL {
            lines.push(String::new());
            lines.push(told.concept(concept));
            let of = would.needed.iter().filter(|one| one.concept == concept);
            lines.extend(of.map(|one| format!("  {}", told.needed(would, one))));
        }
    }
    lines.push(String::new());
    lines.push(strings.t("stab-outside"));
    let mut text = lines.join("\n");
    text.push('\n');
    crate::plan::for_a_terminal(&text, language)
}
