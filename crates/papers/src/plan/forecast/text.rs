//! A summary for a terminal. What a plan says is shown with its hidden signs as code
//! points; a terminal obeys none of it.

use planner::{check::Reader, forecast::Report};

use super::{
    dots,
    page::{self, STAGES_TOLD},
    words::{Told, stage_name},
};
use crate::{Language, cell, i18n::Strings};

/// The summary.
pub fn text(report: &Report, language: Language) -> String {
    let strings = Strings::of(language);
    let told = Told { report, strings };
    let mut lines = vec![cell::plainly(&report.title)];
    match report.reader {
        Reader::Desk => {}
        Reader::Party(_) => lines.push(page::what_for(&told)),
    }
    lines.push(String::new());
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
        .map(|(_, label, _)| seen(label))
        .max()
        .unwrap_or(0);
    for (dot, label, count) in &rows {
        let sign = match dot {
            planner::forecast::Dot::Done(_) => "●",
            planner::forecast::Dot::Stopped(_) => "○",
        };
        let room = " ".repeat(width.saturating_sub(seen(label)));
        lines.push(format!("  {label}{room}  {}", sign.repeat(*count)));
    }
    lines.push(String::new());
    let stages = report.forecast.stages.iter().take(STAGES_TOLD);
    for (at, stage) in stages.enumerate() {
        let parts = [
            ("stage", stage_name(stage, strings).into()),
            ("reached", told.reached(at, stage).into()),
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
        } else if told.simulated().is_some() {
            strings.with("forecast-stage-unseen", &parts)
        } else {
            strings.with("forecast-stage-sure", &parts)
        };
        lines.push(said);
    }
    lines.push(String::new());
    lines.extend(told.method());
    let mut text = lines.join("\n");
    text.push('\n');
    crate::plan::for_a_terminal(&text, language)
}

/// How many characters of a text are seen.
fn seen(text: &str) -> usize {
    let hidden = |c: &char| matches!(c, '\u{2068}' | '\u{2069}' | '\u{2060}');
    text.chars().filter(|c| !hidden(c)).count()
}
