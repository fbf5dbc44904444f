//! The page: what was found first, then the order, what it comes to beside the plan as it stands, each
//! party by itself, and the rule of extension.

use maud::{Markup, html};
use planner::{
    check::Report as Check,
    order::{
        extension::Extended,
        report::{Order, Report},
    },
};

use super::{
    moves,
    said::{self, Said},
};
use crate::{
    Language, cell,
    frame::{self, Frame},
    i18n::Strings,
    plan::{
        check::{
            self, panel,
            words::{Told, isolated},
        },
        points, together,
    },
    table::{self, numbers, words},
};

/// The page.
pub fn page(report: &Report, language: Language) -> String {
    let strings = Strings::of(language);
    let said = Said { report, strings };
    let ordered = said.order().map(|order| Told {
        report: &order.check,
        strings,
    });
    let parties: Vec<(String, _)> = ordered
        .iter()
        .flat_map(|told| &told.report.panels)
        .enumerate()
        .map(|(at, panel)| (format!("party-{}", at + 1), panel))
        .collect();
    let mut sections = vec![("found", strings.t("check-found"))];
    if !said.conflicts().is_empty() {
        sections.push(("conflict", strings.t("order-conflict")));
    }
    if ordered.is_some() {
        sections.push(("order", strings.t("order-order")));
        sections.push(("compared", strings.t("order-compared")));
    }
    for (id, panel) in &parties {
        sections.push((id.as_str(), said.now().party(panel.party)));
    }
    if report.extension.is_some() {
        sections.push(("extension", strings.t("order-extension")));
    }
    let title = cell::plainly(&report.now.title);
    let frame = Frame {
        title: &strings.plain("order-window", &[("title", title.into())]),
        sections: &sections,
        sheet: "",
        foot: &[strings.t("plan-foot-people"), strings.t("plan-foot-page")],
    };
    let matter = html! {
        (heading(&said))
        (notes(&said))
        (conflict(&said))
        @if let (Some(order), Some(told)) = (said.order(), ordered) {
            (stages(&told, order))
            (compared(&said, order))
            @for (id, party) in &parties { (panel::panel(&told, party, id)) }
        }
        @if let Some(extended) = &report.extension { (extension(&said, extended)) }
    };
    frame::page(&frame, strings, &together::kept(&matter))
}

fn heading(said: &Said) -> Markup {
    html! {
        div.title {
            div {
                p.over { (said.strings.t("order-for-desk")) }
                h1 { (isolated(&cell::plainly(&said.report.now.title))) }
            }
            p.lead { (said.lead()) }
            p.propose { (said.strings.t("plan-proposes")) }
        }
    }
}

fn notes(said: &Said) -> Markup {
    html! {
        section.sec aria-labelledby="found" {
            div.side { h2 id="found" { (said.strings.t("check-found")) } p { (said.strings.t("order-found-note")) } }
            (check::page::weighed(&said.notes(), said.strings))
        }
    }
}

fn conflict(said: &Said) -> Markup {
    html! {
        @for (at, (note, mendings)) in (1..).zip(said.conflicts()) {
            @let (id, head) = match at {
                1 => ("conflict".to_owned(), "order-conflict"),
                _ => (format!("conflict-{at}"), "order-conflict-besides"),
            };
            section.sec aria-labelledby=(id) {
                div.side { h2 id=(id) { (said.strings.t(head)) } p { (note) } }
                ul.body.said { @for mending in mendings { li { p { (mending) } } } }
            }
        }
    }
}

fn stages(told: &Told, order: &Order) -> Markup {
    let strings = told.strings;
    let columns = [
        words(strings.t("order-head-stage")),
        words(strings.t("order-head-who")),
        words(strings.t("order-head-what")),
    ];
    let rows: Vec<Vec<Markup>> = moves::lines(order)
        .iter()
        .map(|line| {
            vec![
                html! { (told.stage(line.stage)) },
                html! { (told.parties(&line.by)) },
                html! { (line.what(told)) },
            ]
        })
        .collect();
    html! {
        section.sec aria-labelledby="order" {
            div.side { h2 id="order" { (strings.t("order-order")) } p { (strings.t("order-order-note")) } }
            div.body { (table::scrolled("order", &columns, &rows)) }
        }
    }
}

fn compared(said: &Said, order: &Order) -> Markup {
    let strings = said.strings;
    let mut columns = vec![words(strings.t("head-order"))];
    for panel in &order.check.panels {
        let party = ("party", said.now().party(panel.party).into());
        columns.push(numbers(
            strings.with("head-exposure-of", std::slice::from_ref(&party)),
        ));
        columns.push(numbers(strings.with("head-guarantee-of", &[party])));
    }
    let ordered = (strings.t("order-in-order"), &order.check);
    let row = |(name, check): (String, &Check)| {
        let cells = order.check.panels.iter().flat_map(|panel| {
            let found = said::same(check, panel);
            [
                found.map(|found| found.exposure.points),
                found.map(|found| found.guarantee.points),
            ]
            .map(|span| {
                span.map_or_else(
                    || html! {},
                    |span| html! { (points::span(span, panel.places, strings)) },
                )
            })
        });
        std::iter::once(html! { (name) })
            .chain(cells)
            .collect::<Vec<_>>()
    };
    let rows: Vec<Vec<Markup>> = said
        .beside()
        .into_iter()
        .chain([ordered])
        .map(row)
        .collect();
    html! {
        section.sec aria-labelledby="compared" {
            div.side { h2 id="compared" { (strings.t("order-compared")) } p { (strings.t("order-compared-note")) } }
            div.body { (table::scrolled("compared", &columns, &rows)) }
        }
    }
}

fn extension(said: &Said, extended: &Extended) -> Markup {
    let strings = said.strings;
    let party = |number| [("party", said.now().party(number).into())];
    let columns = [
        numbers(strings.t("order-head-block")),
        numbers(strings.with("order-head-least", &party(extended.giver))),
        numbers(strings.with("order-head-most", &party(extended.granter))),
    ];
    let rows: Vec<Vec<Markup>> = extended
        .blocks
        .iter()
        .enumerate()
        .map(|(at, block)| {
            vec![
                html! { (at + 1) },
                html! { (said.granted(block.least)) },
                html! { (said.granted(block.most)) },
            ]
        })
        .collect();
    html! {
        section.sec aria-labelledby="extension" {
            div.side { h2 id="extension" { (strings.t("order-extension")) } p { (said.extension(extended)) } p { (said.extension_note(extended)) } }
            div.body { (table::scrolled("extension", &columns, &rows)) }
        }
    }
}
