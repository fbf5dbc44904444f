//! What named rules pick, each with its definition; and what overstating would do to that.

use maud::{Markup, html};
use planner::packages::{
    analysis::{Among, Answer, Asked, Ideal},
    frontier::Deal,
    overstate::{Claim, HUNDREDTHS, IssuesSeen, Outcome, Overstated},
};

use super::{
    page::named_packages,
    words::{Told, isolated, more_of, rule, rule_says},
};
use crate::{
    cell,
    i18n::{Key, Strings},
    table::{self, numbers, words},
};

/// Ties that a table shows; the JSON has all.
const TIES_SHOWN: usize = 6;

/// The section of the rules.
pub fn rules(told: &Told) -> Markup {
    let strings = told.strings;
    let over = match told.report.analysis.ideal {
        Ideal::Acceptable => Key("packages-symbols-acceptable"),
        Ideal::AllPackages => Key("packages-symbols-all"),
    };
    html! {
        section.sec aria-labelledby="rules" {
            div.side { h2 id="rules" { (strings.t("packages-rules")) } p { (strings.t("packages-rules-note")) } }
            div.body {
                @for asked in &told.report.analysis.asked { (one(told, asked)) }
                p.unsure { (strings.t("packages-symbols")) " " (strings.t(over)) }
            }
        }
    }
}

fn one(told: &Told, asked: &Asked) -> Markup {
    let strings = told.strings;
    let said = told.answer(asked);
    let picked: &[Deal] = match &asked.answer {
        Answer::Picked(solution) => &solution.picked,
        Answer::Nothing(_) => &[],
    };
    let shown: Vec<(String, &Deal)> = (picked.iter().take(TIES_SHOWN).enumerate())
        .map(|(at, deal)| {
            let number = (at + 1).to_string();
            let name = if picked.len() > 1 {
                strings.with("packages-tie", &[("number", number.into())])
            } else {
                strings.t(rule(asked.rule))
            };
            (name, deal)
        })
        .collect();
    html! {
        h3 { (strings.t(rule(asked.rule))) }
        p { (strings.t(rule_says(asked.rule))) }
        p.unsure { (strings.t("packages-definition")) " " code dir="ltr" { (asked.definition) } }
        @if !said.is_empty() { p { (said) } }
        @if !shown.is_empty() { (table::in_frame("rules", &named_packages(told, &shown))) }
    }
}

/// The section of what overstating does.
pub fn overstated(told: &Told) -> Markup {
    let strings = told.strings;
    let all = &told.report.analysis.overstated;
    let seen = told.report.analysis.overstated_issues;
    html! {
        @if !all.is_empty() || seen == IssuesSeen::Stopped {
            section.sec aria-labelledby="overstated" {
                div.side { h2 id="overstated" { (strings.t("packages-overstated")) } p { (strings.t("packages-overstated-note")) } }
                div.body {
                    @for asked in &told.report.analysis.asked {
                        @let of_rule: Vec<&Overstated> = all.iter().filter(|o| o.rule == asked.rule).collect();
                        @if !of_rule.is_empty() {
                            h3 { (strings.t(rule(asked.rule))) }
                            p { (most(told, &of_rule)) }
                            details.data { summary { (strings.t("chart-data")) } (table::in_frame("overstated", &of_one_rule(told, &of_rule))) }
                        }
                    }
                    @if all.iter().any(|overstated| overstated.among == Among::Listed) {
                        p.unsure { (strings.t("packages-overstated-listed")) }
                    }
                    p.unsure { (issues_seen(seen, strings)) }
                }
            }
        }
    }
}

/// Whether it was seen which issue pays most.
pub fn issues_seen(seen: IssuesSeen, strings: Strings) -> String {
    strings.t(match seen {
        IssuesSeen::All => Key("packages-overstated-issues"),
        IssuesSeen::Some => Key("packages-overstated-some-issues"),
        IssuesSeen::HangTogether => Key("packages-overstated-no-issues"),
        IssuesSeen::Foremost(looked) => {
            let n = [("n", looked.into())];
            return strings.with("packages-overstated-foremost-issues", &n);
        }
        IssuesSeen::NotLookedAt => Key("packages-overstated-issues-not-seen"),
        IssuesSeen::Stopped => Key("packages-overstated-stopped"),
    })
}

/// The claim that pays whoever makes it most.
fn most(told: &Told, all: &[&Overstated]) -> String {
    let strings = told.strings;
    let gain = |overstated: &Overstated| match &overstated.outcome {
        Outcome::NoAgreement | Outcome::PicksNothing | Outcome::NoneFound(_) => 0,
        Outcome::Moves(moves) => moves.get(overstated.party).copied().unwrap_or(0),
    };
    let each = (0..told.report.parties.len()).filter_map(|party| {
        let own = all.iter().filter(|overstated| overstated.party == party);
        let best = own.max_by_key(|overstated| (gain(overstated), -overstated.hundredths))?;
        let points = (gain(best) > 0).then(|| more_of_party(told, party, gain(best)))?;
        let said = [
            ("party", told.party(party).into()),
            ("points", points.into()),
            ("by", format!("{}%", best.hundredths).into()),
        ];
        Some(strings.with("packages-overstated-most", &said))
    });
    let said: Vec<String> = each.collect();
    if said.is_empty() {
        return strings.t("packages-overstated-none");
    }
    said.join(" ")
}

fn more_of_party(told: &Told, party: usize, more: i64) -> String {
    let of = told.report.parties.get(party);
    of.map_or_else(String::new, |of| super::words::points_of(of, more))
}

fn of_one_rule(told: &Told, all: &[&Overstated]) -> Markup {
    let strings = told.strings;
    let parties = 0..told.report.parties.len();
    let mut columns = vec![
        words(strings.t("head-claims")),
        numbers(strings.t("head-overstated-by")),
    ];
    for party in parties.clone() {
        columns.push(numbers(isolated(&told.party(party))));
    }
    let mut rows = Vec::new();
    for party in parties {
        for without in [true, false] {
            for hundredths in HUNDREDTHS {
                let found = all.iter().find(|o| {
                    let same = matches!(o.claim, Claim::WithoutAgreement) == without;
                    o.party == party && o.hundredths == hundredths && same
                });
                rows.extend(found.map(|overstated| row(told, overstated)));
            }
        }
    }
    table::table(&columns, &rows)
}

fn row(told: &Told, overstated: &Overstated) -> Vec<Markup> {
    let strings = told.strings;
    let party = ("party", told.party(overstated.party).into());
    let claim = match overstated.claim {
        Claim::WithoutAgreement => strings.with("packages-claims-without", &[party]),
        Claim::Issue(issue) => {
            let issue = told.report.domain.issues().get(issue);
            let issue = issue.map_or_else(String::new, |issue| cell::plainly(&issue.name));
            strings.with("packages-claims-issue", &[party, ("issue", issue.into())])
        }
    };
    let mut cells = vec![html! { (claim) }, html! { (overstated.hundredths) "%" }];
    cells.extend(told.report.parties.iter().enumerate().map(|(at, of)| {
        let said = match &overstated.outcome {
            Outcome::NoAgreement => strings.t("packages-no-agreement"),
            Outcome::PicksNothing => strings.t("packages-picks-nothing"),
            Outcome::NoneFound(among) => {
                strings.with("packages-none-found", &[("n", (*among).into())])
            }
            Outcome::Moves(moves) => moves
                .get(at)
                .map(|more| more_of(of, *more))
                .unwrap_or_default(),
        };
        html! { span dir="ltr" { (said) } }
    }));
    cells
}
