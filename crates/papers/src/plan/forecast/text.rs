//! A summary for a terminal, in English. What a plan says is shown with its hidden signs as code
//! points; a terminal obeys none of it.

use planner::forecast::Report;

use super::{
    dots,
    page::STAGES_TOLD,
    words::{Told, stage_name},
};
use crate::{Language, cell, i18n::Strings};

/// The summary.
pub fn text(report: &Report) -> String {
    let strings = Strings::of(Language::English);
    let told = Told { report, strings };
    let mut lines = vec![cell::plainly(&report.title), String::new()];
    lines.extend(told.sentences());
    lines.push(strings.t("forecast-outside"));
    lines.push(String::new());
    lines.push(format!(
        "{} {}",
        strings.t("forecast-cases-note"),
        strings.t("forecast-cases-key")
    ));
    let rows = dots::rows(&told);
    let width = rows
        .iter()
        .map(|(_, label, _)| bare(label).chars().count())
        .max()
        .unwrap_or(0);
    for (dot, label, count) in &rows {
        let sign = match dot {
            planner::forecast::Dot::Done(_) => "●",
            planner::forecast::Dot::Stopped(_) => "○",
        };
        lines.push(format!(
            "  {:<width$}  {}",
            bare(label),
            sign.repeat(*count)
        ));
    }
    lines.push(String::new());
    for stage in report.forecast.stages.iter().take(STAGES_TOLD) {
        let parts = [
            ("stage", stage_name(stage).into()),
            ("reached", told.in_ten(&stage.reached).into()),
            ("stops", told.in_ten(&stage.stops).into()),
            (
                "reason",
                stage
                    .main
                    .map(|reason| told.reason(reason))
                    .unwrap_or_default()
                    .into(),
            ),
        ];
        let said = if stage.main.is_some() {
            strings.with("forecast-stage-said", &parts)
        } else {
            strings.with("forecast-stage-sure", &parts)
        };
        lines.push(said);
    }
    lines.push(String::new());
    lines.extend(told.method());
    let mut text = lines.join("\n");
    text.push('\n');
    bare(&text)
}

/// A terminal shows the isolates that a page needs, or does not know them.
fn bare(text: &str) -> String {
    crate::plan::for_a_terminal(text)
}
