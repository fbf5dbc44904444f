//! What one party may see: packages, and what they are worth to it. This file is given nothing else.

use maud::{Markup, html};
use planner::packages::{analysis::OwnDeal, domain::Package, report::OwnReport};

use super::{
    tables::{Below, Shown, packages},
    words::{floors, isolated, option, points_of, remark, source},
};
use crate::{
    Language, cell,
    frame::{self, Frame},
    i18n::Strings,
    plan::together,
    table,
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
            @for of in &report.remarks { p.propose { (remark(of, strings)) } }
            @if let Some(about) = &report.about { p.propose { bdi { (cell::whole(about)) } } }
            p.propose { (floors(&report.party, strings)) " " (source(&report.party, strings)) }
            p.propose { (strings.t("plan-proposes")) }
            @if sections.is_empty() { p.lead { (strings.t("packages-own-none")) } }
        }
        @for (id, heading, deals) in &sections {
            section.sec aria-labelledby=(id) {
                div.side { h2 id=(id) { (strings.t(*heading)) } p { (strings.t("packages-own-order")) } }
                div.body { (table::in_frame(id, &packages_table(report, deals, strings))) }
            }
        }
    };
    frame::page(&frame, strings, &together::kept(&matter))
}

type Section<'a> = (&'static str, &'static str, &'a [OwnDeal]);

/// The name of a package on this page: it has one, in whichever section it stands.
fn name(report: &OwnReport, deal: &OwnDeal, strings: Strings) -> String {
    let mut packages: Vec<&Package> = Vec::new();
    for (_, _, deals) in sections(report) {
        for deal in deals {
            if !packages.contains(&&deal.package) {
                packages.push(&deal.package);
            }
        }
    }
    let at = packages.iter().position(|there| **there == deal.package);
    package_name(strings, at.unwrap_or(packages.len()))
}

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

fn packages_table(report: &OwnReport, deals: &[OwnDeal], strings: Strings) -> Markup {
    let draft = report.analysis.draft.as_ref();
    let mut columns: Vec<(String, &OwnDeal)> = Vec::new();
    columns.extend(draft.map(|draft| (strings.t("packages-draft"), draft)));
    columns.extend(deals.iter().map(|deal| (name(report, deal, strings), deal)));
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
pub fn text(report: &OwnReport, language: Language) -> String {
    let strings = Strings::of(language);
    let party = cell::plainly(&report.party.name);
    let mut lines = vec![
        cell::plainly(&report.title),
        strings.with("packages-for-party", &[("party", party.into())]),
    ];
    lines.push(format!(
        "{} {}",
        floors(&report.party, strings),
        source(&report.party, strings)
    ));
    lines.extend(report.remarks.iter().map(|of| remark(of, strings)));
    if let Some(draft) = &report.analysis.draft {
        lines.push(String::new());
        lines.extend(told(report, &strings.t("packages-draft"), draft, strings));
    }
    for (_, heading, deals) in sections(report) {
        lines.push(String::new());
        lines.push(strings.t(heading));
        for deal in deals {
            lines.extend(told(report, &name(report, deal, strings), deal, strings));
        }
    }
    lines.push(String::new());
    lines.push(strings.t(if sections(report).is_empty() {
        "packages-own-none"
    } else {
        "packages-own-order"
    }));
    let text = lines.join("\n") + "\n";
    crate::plan::for_a_terminal(&text, language)
}

/// A package with what it is worth to the party, and what it changes of the draft.
fn told(report: &OwnReport, name: &str, deal: &OwnDeal, strings: Strings) -> Vec<String> {
    let points = points_of(&report.party, deal.worth);
    let worth = strings.with("packages-own-worth", &[("points", points.into())]);
    let mut lines = vec![format!("  {name}: {worth}")];
    let draft = report.analysis.draft.as_ref().map(|draft| &draft.package);
    let draft = draft.filter(|draft| **draft != deal.package);
    for (issue, of) in report.domain.issues().iter().enumerate() {
        let here = option(&report.domain, &deal.package, issue);
        let before = draft.map(|draft| option(&report.domain, draft, issue));
        let issue = isolated(&cell::plainly(&of.name));
        lines.push(match before.filter(|before| *before != here) {
            Some(before) => {
                let of = [
                    ("issue", issue.into()),
                    ("here", here.into()),
                    ("before", before.into()),
                ];
                format!("    {}", strings.with("packages-changed", &of))
            }
            None => format!("    {issue}: {}", isolated(&here)),
        });
    }
    lines
}
