//! One party by itself: on whose word its points are, where packages stand on its own scale, and what
//! is known of its weights where they are asked.

use maud::{Markup, html};
use planner::packages::{
    ask::{Aspect, WeightRange},
    domain::Package,
    report::AskedTold,
};

use super::{
    dots::{Dots, dots},
    page::Named,
    tables::{Shown, packages},
    words::{Told, floors, isolated, points_of, source},
};
use crate::{
    cell,
    i18n::Strings,
    plan::points,
    table::{self, numbers, words},
};

/// The section of one party.
pub fn party(told: &Told, at: usize, id: &str, named: &[Named]) -> Markup {
    let strings = told.strings;
    let Some(party) = told.report.parties.get(at) else {
        return html! {};
    };
    let finding = format!("{id}-stands");
    html! {
        section.sec aria-labelledby=(id) {
            div.side {
                h2 id=(id) { (isolated(&told.party(at))) }
                p { (strings.with("packages-own-points", &[("party", told.party(at).into())])) " " (source(party, strings)) }
            }
            div.body {
                figure {
                    (dots(&drawing(told, at, finding.clone(), named), strings))
                    figcaption id=(finding) { p { (floors(party, strings)) " " (ideal(told, at)) } }
                }
                @if let Some(asked) = &party.asked { (weights(told, at, asked)) }
            }
        }
    }
}

fn ideal(told: &Told, at: usize) -> String {
    let ideal = told
        .report
        .analysis
        .scale
        .as_ref()
        .map(|scale| told.points(at, &scale.ideal));
    ideal.map_or_else(String::new, |ideal| {
        told.strings
            .with("packages-ideal", &[("points", ideal.into())])
    })
}

fn drawing(told: &Told, at: usize, finding: String, named: &[Named]) -> Dots {
    let strings = told.strings;
    let own = |worth: &[i64]| worth.get(at).copied().unwrap_or(0);
    let party = told.report.parties.get(at);
    let (least, places) = party.map_or((0, 0), |party| {
        let least = party.at_least.unwrap_or(party.without_agreement);
        (least.max(party.without_agreement), party.said.places)
    });
    Dots {
        title: strings.plain("packages-drawn", &[("party", told.party(at).into())]),
        finding,
        rows: (named.iter())
            .map(|named| (named.name.clone(), own(&named.deal.worth)))
            .collect(),
        strokes: (told.report.analysis.frontier.deals.iter())
            .map(|deal| own(&deal.worth))
            .collect(),
        floor: (least, strings.t("packages-floor-word")),
        strokes_word: strings.t("packages-strokes-word"),
        written: Box::new(move |worth| points::number(worth, places)),
    }
}

fn weights(told: &Told, at: usize, asked: &AskedTold) -> Markup {
    let strings = told.strings;
    let next = asked.next.as_ref();
    let mut columns = vec![
        words(strings.t("head-aspect")),
        numbers(strings.t("head-weight")),
    ];
    if next.is_some() {
        columns.push(numbers(strings.t("head-if-first")));
        columns.push(numbers(strings.t("head-if-second")));
    }
    let range = |range: Option<&WeightRange>| {
        let said = range.map(|range| range_of(range, strings));
        html! { (said.unwrap_or_default()) }
    };
    let rows: Vec<Vec<Markup>> = (asked.ranges.iter().enumerate())
        .map(|(row, now)| {
            let mut cells = vec![html! { (aspect(told, now.aspect)) }, range(Some(now))];
            if let Some(next) = next {
                cells.push(range(next.if_one.get(row)));
                cells.push(range(next.if_other.get(row)));
            }
            cells
        })
        .collect();
    html! {
        h3 { (strings.t("packages-weights")) }
        p { (strings.with("packages-weights-note", &[("n", asked.answers.into())])) }
        @match next {
            Some(next) => {
                p { strong { (strings.with("packages-ask", &[("party", told.party(at).into())])) } }
                (pair(told, &next.one, &next.other))
                p { (strings.t("packages-ask-note")) }
            }
            None => { p { (strings.t("packages-ask-nothing")) } }
        }
        (table::table(&columns, &rows))
    }
}

fn pair(told: &Told, one: &Package, other: &Package) -> Markup {
    let head = |key: &'static str, package| Shown {
        head: told.strings.t(key),
        package,
    };
    let shown = [head("packages-first", one), head("packages-second", other)];
    packages(
        &told.report.domain,
        &shown,
        Some(one),
        Vec::new(),
        told.strings,
    )
}

/// Between what a weight lies, in hundredths: rounded outward, so that what is told holds.
pub fn range_of(range: &WeightRange, strings: Strings) -> String {
    points::range(
        format!("{}%", range.least.of(100)),
        format!("{}%", range.most.of_at_least(100)),
        strings,
    )
}

/// What is weighed.
pub fn aspect(told: &Told, aspect: Aspect) -> String {
    match aspect {
        Aspect::Issue(issue) => {
            let issue = told.report.domain.issues().get(issue);
            issue.map_or_else(String::new, |issue| cell::plainly(&issue.name))
        }
        Aspect::Term(term) => {
            let n = [("number", (term + 1).to_string().into())];
            told.strings.with("packages-aspect-term", &n)
        }
    }
}

/// What a party has of packages, as cells.
pub fn worth_cells(told: &Told, at: usize, named: &[&[i64]]) -> Vec<String> {
    let party = told.report.parties.get(at);
    let cell = |worth: &&[i64]| {
        let own = party.zip(worth.get(at));
        own.map_or_else(String::new, |(party, worth)| points_of(party, *worth))
    };
    named.iter().map(cell).collect()
}
