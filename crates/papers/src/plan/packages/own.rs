//! What one party may see: packages, and what they are worth to it. This file is given nothing else.

use maud::{Markup, html};
use planner::packages::{analysis::OwnDeal, report::OwnReport};

use super::{
    tables::{Below, Shown, packages},
    words::{floors, isolated, option, points_of, source},
};
use crate::{
    Language, cell,
    frame::{self, Frame},
    i18n::Strings,
};

use super::page::package_name;

/// The page.
pub fn page(report: &OwnReport, language: Language) -> String {
    let strings = Strings::of(language);
    let title = cell::plainly(&report.title);
    let sections = sections(report);
    let ways: Vec<(&str, String)> = sections
        .iter()
        .map(|(id, heading, _)| (*id, strings.t(*heading)))
        .collect();
    let frame = Frame {
        title: &strings.plain("packages-window", &[("title", title.into())]),
        sections: &ways,
        sheet: "",
        foot: &[strings.t("packages-foot"), strings.t("plan-foot-page")],
    };
    let matter = html! {
        div.title {
            div {
                p.over { (strings.with("packages-for-party", &[("party", cell::plainly(&report.party.name).into())])) }
                h1 { (isolated(&cell::plainly(&report.title))) }
            }
            @if let Some(about) = &report.about { p.propose { bdi { (cell::whole(about)) } } }
            p.propose { (floors(&report.party, strings)) " " (source(&report.party, strings)) }
            p.propose { (strings.t("plan-proposes")) }
        }
        @for (id, heading, deals) in &sections {
            section.sec aria-labelledby=(id) {
                div.side { h2 id=(id) { (strings.t(*heading)) } p { (strings.t("packages-own-order")) } }
                div.body.scroll tabindex="0" role="region" aria-labelledby=(id) { (table(report, deals, strings)) }
            }
        }
    };
    frame::page(&frame, strings, &matter)
}

type Section<'a> = (&'static str, &'static str, &'a [OwnDeal]);

fn sections(report: &OwnReport) -> Vec<Section<'_>> {
    let all: [Section<'_>; 2] = [
        (
            "preferred",
            "packages-preferred",
            &report.analysis.preferred,
        ),
        ("packages", "packages-few", &report.analysis.spread),
    ];
    all.into_iter()
        .filter(|(_, _, deals)| !deals.is_empty())
        .collect()
}

fn table(report: &OwnReport, deals: &[OwnDeal], strings: Strings) -> Markup {
    let draft = report.analysis.draft.as_ref();
    let mut columns: Vec<(String, &OwnDeal)> = Vec::new();
    columns.extend(draft.map(|draft| (strings.t("packages-draft"), draft)));
    columns.extend(
        deals
            .iter()
            .enumerate()
            .map(|(at, deal)| (package_name(strings, at), deal)),
    );
    let shown: Vec<Shown<'_>> = (columns.iter())
        .map(|(head, deal)| Shown {
            head: head.clone(),
            package: &deal.package,
        })
        .collect();
    let below = Below {
        head: strings.t("packages-your-points"),
        cells: columns
            .iter()
            .map(|(_, deal)| points_of(&report.party, deal.worth))
            .collect(),
    };
    packages(
        &report.domain,
        &shown,
        draft.map(|draft| &draft.package),
        vec![below],
        strings,
    )
}

/// A summary for a terminal.
pub fn text(report: &OwnReport) -> String {
    let strings = Strings::of(Language::English);
    let party = cell::plainly(&report.party.name);
    let mut lines = vec![
        cell::plainly(&report.title),
        strings.plain("packages-for-party", &[("party", party.into())]),
    ];
    for (_, heading, deals) in sections(report) {
        lines.push(String::new());
        lines.push(strings.t(heading));
        for (at, deal) in deals.iter().enumerate() {
            let points = points_of(&report.party, deal.worth);
            lines.push(format!("  {}: {points}", package_name(strings, at)));
            for (issue, of) in report.domain.issues().iter().enumerate() {
                let option = option(&report.domain, &deal.package, issue);
                lines.push(format!("    {}: {option}", cell::plainly(&of.name)));
            }
        }
    }
    let text = lines.join("\n") + "\n";
    crate::plan::for_a_terminal(&text)
}
