//! One party by itself: where it stands, in its own points, as a drawing, a sentence and a table; whom
//! it has to trust; and what would change what was found of it.

use maud::{Markup, html};
use planner::{check::Panel, plan::Span};

use super::{
    page::{MOVES_TOLD, left_out},
    words::{Told, isolated},
};
use crate::{
    cell,
    plan::{
        points,
        steps::{Mover, Side, Steps, WIDE, key, steps},
    },
    table::{self, numbers, words},
};

/// Moments of trust that are told.
const TRUST_TOLD: usize = 60;

/// The section of one party.
pub fn panel(told: &Told, panel: &Panel, id: &str) -> Markup {
    let strings = told.strings;
    html! {
        section.sec aria-labelledby=(id) {
            div.side { h2 id=(id) { (isolated(&told.party(panel.party))) } p { (source(told, panel)) } }
            div.body {
                (figure(told, panel, id, Drawn::Standing))
                (figure(told, panel, id, Drawn::WalkAway))
                @if let Some(said) = told.discount(panel) { p { (said) } }
                details.data { summary { (strings.t("chart-data")) } (data(told, panel, id)) }
                h3 { (strings.t("check-trust-head")) }
                (trust(told, panel))
                @if !panel.slips.is_empty() { h3 { (strings.t("check-slip-head")) } (slips(told, panel)) }
                h3 { (strings.t("check-holds-head")) }
                p { (told.guarantee(panel)) }
                (flips(told, panel))
            }
        }
    }
}

/// In whose points, and on whose word.
pub fn source(told: &Told, panel: &Panel) -> String {
    let party = ("party", told.party(panel.party).into());
    let whole = (
        "whole",
        points::span(panel.gives, panel.places, told.strings).into(),
    );
    let own = told.strings.with("check-own-points", &[party, whole]);
    let from = panel.points_from.as_deref().map(cell::plainly);
    let on = panel.points_on.map(|day| day.to_string());
    let source = match (from, on) {
        (Some(from), Some(on)) => told.strings.with(
            "check-points-from-on",
            &[("from", from.into()), ("on", on.into())],
        ),
        (Some(from), None) => told
            .strings
            .with("check-points-from", &[("from", from.into())]),
        (None, _) => told.strings.t("check-points-from-nobody"),
    };
    format!("{own} {source}")
}

/// Which drawing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Drawn {
    /// What it has received less what it has given.
    Standing,
    /// What stopping would gain it.
    WalkAway,
}

fn figure(told: &Told, panel: &Panel, id: &str, what: Drawn) -> Markup {
    let (name, (_, said)) = match what {
        Drawn::Standing => ("standing", told.exposure(panel)),
        Drawn::WalkAway => ("leaving", told.verdict(panel)),
    };
    let finding = format!("{id}-{name}");
    let (values, parts) = (values(panel, what), parts(told));
    let drawing = drawing(told, panel, what, &values, &parts, finding.clone());
    html! {
        figure {
            h3 { (title(told, what)) }
            (steps(&drawing, told.strings))
            (key(&drawing, told.strings))
            figcaption id=(finding) { p { (said) } }
        }
    }
}

fn title(told: &Told, what: Drawn) -> String {
    match what {
        Drawn::Standing => told.strings.t("check-standing"),
        Drawn::WalkAway => told.strings.t("check-leaving"),
    }
}

/// What is drawn of a party.
pub fn drawing<'a>(
    told: &Told,
    panel: &Panel,
    what: Drawn,
    values: &'a [Span],
    parts: &'a [(usize, String)],
    finding: String,
) -> Steps<'a> {
    let strings = told.strings;
    let of = [("party", told.party(panel.party).into())];
    let (title, side, sides) = match what {
        Drawn::Standing => (
            strings.plain("check-standing-of", &of),
            Side::Below,
            [strings.t("check-ahead"), strings.t("check-is-exposed")],
        ),
        Drawn::WalkAway => (
            strings.plain("check-leaving-of", &of),
            Side::Above,
            [strings.t("check-would-gain"), strings.t("check-would-lose")],
        ),
    };
    let whose = |own: bool| if own { Mover::Own } else { Mover::Other };
    let moves = told.report.moves.iter();
    let moves = moves.map(|step| whose(step.by.contains(&panel.party)));
    Steps {
        moves: moves.collect(),
        width: WIDE,
        values,
        places: panel.places,
        title,
        finding,
        parts,
        side,
        sides,
    }
}

/// What is drawn, in each row.
pub fn values(panel: &Panel, what: Drawn) -> Vec<Span> {
    let rows = panel.rows.iter();
    match what {
        Drawn::Standing => rows.map(|row| row.standing).collect(),
        Drawn::WalkAway => rows.map(|row| row.walk_away).collect(),
    }
}

/// The stages, and the rows in which they begin.
pub fn parts(told: &Told) -> Vec<(usize, String)> {
    let mut parts: Vec<(usize, String)> = Vec::new();
    let mut last = None;
    for (at, stage) in told.report.moves.stages().enumerate() {
        if last != Some(stage) {
            parts.push((at, told.stage(stage)));
        }
        last = Some(stage);
    }
    parts
}

fn data(told: &Told, panel: &Panel, id: &str) -> Markup {
    let strings = told.strings;
    let columns = [
        words(strings.t("head-plan-moment")),
        words(strings.t("head-next")),
        numbers(strings.t("check-standing")),
        numbers(strings.t("check-leaving")),
        numbers(strings.t("head-held")),
        numbers(strings.t("head-guarantee")),
    ];
    let said = |span: Span| html! { (points::span(span, panel.places, strings)) };
    let rows: Vec<Vec<Markup>> = panel
        .rows
        .iter()
        .enumerate()
        .take(MOVES_TOLD)
        .map(|(row, stands)| {
            let next = told
                .report
                .moves
                .get(row)
                .map(|step| told.parties(&step.by));
            vec![
                html! { (told.moment(row)) },
                html! { (next.unwrap_or_default()) },
                said(stands.standing),
                said(stands.walk_away),
                said(stands.held),
                said(stands.guarantee_from_here),
            ]
        })
        .collect();
    html! { (table::scrolled(id, &columns, &rows)) (left_out(told, panel.rows.len())) }
}

fn trust(told: &Told, panel: &Panel) -> Markup {
    let more = panel.trust.len().saturating_sub(TRUST_TOLD);
    html! {
        @if panel.exposure.points.high == 0 { p { (told.strings.t("check-trust-nobody")) } }
        @else {
            ol.trust {
                @for trust in panel.trust.iter().take(TRUST_TOLD) {
                    li { small { (told.moment(trust.row)) } p { (told.trust(panel, trust)) } }
                }
            }
            @if more > 0 { p.empty { (told.strings.with("plan-left-out", &[("n", more.into())])) } }
        }
    }
}

fn slips(told: &Told, panel: &Panel) -> Markup {
    html! {
        p { (told.strings.t("check-slip-note")) }
        ul {
            @for slip in &panel.slips {
                @let when = told.move_of(slip.row).map(|step| told.when(&step)).unwrap_or_default();
                li { (told.strings.with("check-slip", &[("when", when.into()), ("party", told.party(panel.party).into()), ("points", told.in_points(slip.points, panel.places).into())])) }
            }
        }
    }
}

fn flips(told: &Told, panel: &Panel) -> Markup {
    html! {
        @let whole = told.whole_flips(panel);
        @if !panel.flips.is_empty() || !whole.is_empty() {
            details { summary { (told.strings.t("check-flips-head")) }
                ul {
                    @for (flip, said) in panel.whole.flips.iter().zip(whole) { li.unsure[flip.inside_range] { (said) } }
                    @for flip in &panel.flips { li.unsure[flip.inside_range] { (told.flip(panel, flip)) } }
                }
            }
        }
    }
}
