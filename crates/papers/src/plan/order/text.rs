//! A summary for a terminal. What a plan says is shown with its hidden signs as code
//! points; a terminal obeys none of it.

use planner::{check::Panel, order::report::Report, plan::Span};

use super::{
    moves,
    said::{self, Said},
};
use crate::{
    Language, cell,
    i18n::Strings,
    plan::{
        check::{self, words::Told},
        isolated, points,
    },
};

/// Lines of the order that are told; the page and the JSON tell all.
const MOVES_TOLD: usize = 60;

/// The summary.
pub fn text(report: &Report, language: Language) -> String {
    let strings = Strings::of(language);
    let said = Said { report, strings };
    let mut lines = vec![cell::plainly(&report.now.title), String::new(), said.lead()];
    for (weight, note) in said.notes() {
        lines.push(format!("{}: {note}", strings.t(check::page::word(weight))));
    }
    for (note, mendings) in said.conflicts() {
        lines.push(note);
        lines.extend(mendings.into_iter().map(|mending| format!("  {mending}")));
    }
    if let Some(order) = said.order() {
        let told = Told {
            report: &order.check,
            strings,
        };
        lines.push(String::new());
        let moves = moves::lines(order);
        for line in moves.iter().take(MOVES_TOLD) {
            let stage = ("stage", isolated(&told.stage(line.stage)).into());
            let done = ("done", line.done(&told).into());
            lines.push(format!("  {}", strings.with("order-move", &[stage, done])));
        }
        let more = moves.len().saturating_sub(MOVES_TOLD);
        if more > 0 {
            lines.push(strings.with("plan-left-out", &[("n", more.into())]));
        }
        for panel in &order.check.panels {
            lines.push(String::new());
            lines.push(isolated(&told.party(panel.party)));
            let mut spans = |key, of: fn(&Panel) -> Span| {
                let head = strings.with(key, &[("party", told.party(panel.party).into())]);
                let span = |panel| isolated(&points::span(of(panel), panel.places, strings));
                let beside = said.beside().into_iter().filter_map(|(name, check)| {
                    let found = said::same(check, panel)?;
                    let joint = strings.t("told-joint");
                    Some(format!("{joint}{name}: {}", span(found)))
                });
                let beside: String = beside.collect();
                lines.push(format!("  {head}: {}{beside}", span(panel)));
            };
            spans("head-exposure-of", |panel| panel.exposure.points);
            spans("head-guarantee-of", |panel| panel.guarantee.points);
        }
    }
    if let Some(extended) = &report.extension {
        lines.push(String::new());
        lines.push(said.extension(extended));
        lines.push(said.extension_note(extended));
    }
    let mut text = lines.join("\n");
    text.push('\n');
    crate::plan::for_a_terminal(&text, language)
}
