//! A summary for a terminal. What a plan says is shown with its hidden signs as code
//! points; a terminal obeys none of it.

use planner::check::{Reader, Report};

use super::{
    page,
    words::{Told, isolated},
};
use crate::{Language, cell, i18n::Strings};

/// Moments of trust that are told of each party.
const TRUST_TOLD: usize = 4;

/// The summary.
pub fn text(report: &Report, language: Language) -> String {
    let strings = Strings::of(language);
    let told = Told { report, strings };
    let mut lines = vec![cell::plainly(&report.title)];
    match report.reader {
        Reader::Desk => {}
        Reader::Party(_) => lines.push(page::reader(&told)),
    }
    lines.push(String::new());
    for (weight, said) in page::all(&told) {
        lines.push(format!("{}: {said}", strings.t(page::word(weight))));
    }
    lines.push(format!(
        "{}: {}",
        strings.t("check-outside"),
        strings.t("check-outside-said")
    ));
    for panel in &report.panels {
        lines.push(String::new());
        lines.push(isolated(&told.party(panel.party)));
        if let Some(said) = told.discount(panel) {
            lines.push(format!("  {said}"));
        }
        lines.push(format!("  {}", told.guarantee(panel)));
        for trust in panel.trust.iter().take(TRUST_TOLD) {
            lines.push(format!("  {}", told.trust_from(panel, trust)));
        }
        let more = panel.trust.len().saturating_sub(TRUST_TOLD);
        if more > 0 {
            lines.push(format!(
                "  {}",
                strings.with("plan-left-out", &[("n", more.into())])
            ));
        }
        for slip in &panel.slips {
            let when = told
                .move_of(slip.row)
                .map(|step| told.when(&step))
                .unwrap_or_default();
            let points = told.in_points(slip.points, panel.places);
            let party = told.party(panel.party);
            let slip = [
                ("when", when.into()),
                ("party", party.into()),
                ("points", points.into()),
            ];
            lines.push(format!("  {}", strings.with("check-slip-alone", &slip)));
        }
        if let Some(flip) = told.whole_flips(panel).first() {
            lines.push(format!("  {flip}"));
        }
        if let Some(flip) = panel.flips.first() {
            lines.push(format!("  {}", told.flip(panel, flip)));
        }
    }
    let mut text = lines.join("\n");
    text.push('\n');
    crate::plan::for_a_terminal(&text, language)
}
