//! The page: what follows, twenty cases, by which day, stage by stage, what a stop costs each party,
//! and the guesses from which all of it follows.

use maud::{Markup, html};
use planner::{check::Reader, forecast::Report, range::Range};

use super::{
    days, dots,
    words::{Told, stage_name},
};
use crate::{
    Language, cell,
    frame::{self, Frame},
    i18n::{Key, Strings, whole},
    plan::{points, stage_called, together},
    table::{self, numbers, words},
};

/// Stages that a table tells; the JSON tells all.
pub const STAGES_TOLD: usize = 200;

/// The page.
pub fn page(report: &Report, language: Language) -> String {
    let strings = Strings::of(language);
    let told = Told { report, strings };
    let sections = [
        ("found", strings.t("forecast-found")),
        ("cases", strings.t("forecast-cases")),
        ("days", strings.t("forecast-days")),
        ("stages", strings.t("forecast-stages")),
        ("costs", strings.t("forecast-costs")),
        ("guesses", strings.t("forecast-guesses")),
    ];
    let costs = !report.parties.is_empty();
    let sections: Vec<(&str, String)> = sections
        .into_iter()
        .filter(|(id, _)| costs || *id != "costs")
        .collect();
    let title = cell::plainly(&report.title);
    let frame = Frame {
        title: &strings.plain("forecast-window", &[("title", title.into())]),
        sections: &sections,
        sheet: "",
        foot: &[strings.t("plan-foot-people"), strings.t("plan-foot-page")],
    };
    let matter = html! {
        (heading(&told))
        (section(strings, "found", "forecast-found", &strings.t(found_note(report)), &html! {
            ol.said { @for said in told.sentences() { li { p { (said) } } } li { p { (strings.t("forecast-outside")) } } }
        }))
        (section(strings, "cases", "forecast-cases",&strings.t("forecast-cases-note"), &dots::figure(&told)))
        (section(strings, "days", "forecast-days",&strings.t("forecast-days-note"), &html! {
            p id="days-said" { (told.complete()) }
            (days::figure(&told))
        }))
        (section(strings, "stages", "forecast-stages",&strings.t("forecast-stages-note"), &stages(&told)))
        @if costs { (section(strings, "costs", "forecast-costs",&strings.t("forecast-costs-note"), &losses(&told))) }
        (section(strings, "guesses", "forecast-guesses",&strings.t("forecast-guesses-note"), &html! {
            (guesses(&told))
            @for said in told.method() { p { (said) } }
        }))
    };
    frame::page(&frame, strings, &together::kept(&matter))
}

fn section(strings: Strings, id: &str, head: &'static str, note: &str, matter: &Markup) -> Markup {
    html! {
        section.sec aria-labelledby=(id) {
            div.side { h2 id=(id) { (strings.t(Key(head))) } p { (note) } }
            div.body { (matter) }
        }
    }
}

/// What it is, and for whom.
pub(super) fn what_for(told: &Told) -> String {
    let (report, strings) = (told.report, told.strings);
    match &report.reader {
        Reader::Desk => strings.t("forecast-for-desk"),
        Reader::Party(key) => {
            let party = report.parties.iter().find(|party| party.key == *key);
            let party = party.map_or(key.as_str(), |party| party.name.as_str());
            let party = [("party", cell::plainly(party).into())];
            strings.with("forecast-for-party", &party)
        }
    }
}

fn heading(told: &Told) -> Markup {
    let (report, strings) = (told.report, told.strings);
    html! {
        div.title {
            div {
                p.over { (what_for(told)) }
                h1 { (crate::plan::isolated(&cell::plainly(&report.title))) }
            }
            p.lead { @for said in told.stopped() { (said) " " } (told.complete()) " " (told.likeliest()) }
            @if let Some(about) = &report.about { p.propose { bdi { (cell::whole(about)) } } }
            p.propose { (strings.t("plan-proposes")) }
        }
    }
}

fn stages(told: &Told) -> Markup {
    let strings = told.strings;
    let columns = [
        words(strings.t("head-forecast-stage")),
        words(strings.t("head-forecast-reached")),
        words(strings.t("head-forecast-stops")),
        numbers(strings.t("head-forecast-percent")),
        words(strings.t("head-forecast-reason")),
    ];
    let all = &told.report.forecast.stages;
    let rows: Vec<Vec<Markup>> = all
        .iter()
        .take(STAGES_TOLD)
        .enumerate()
        .map(|(at, stage)| {
            let reason = stage.main.map(|reason| told.reason(reason));
            vec![
                html! { (stage_name(stage, strings)) },
                html! { (told.reached(at, stage)) },
                html! { (told.in_ten(&stage.stops)) },
                days::number(&days::percents(told, stage.stops.low, stage.stops.high)),
                html! { (reason.unwrap_or_default()) },
            ]
        })
        .collect();
    let more = all.len().saturating_sub(STAGES_TOLD);
    html! {
        (table::scrolled("stages", &columns, &rows))
        @if more > 0 { p.empty { (strings.with("plan-left-out", &[("n", more.into())])) } }
        details.data { summary { (strings.t("forecast-reasons")) } (reasons(told)) }
    }
}

/// Every reason at every stage, in per cents.
fn reasons(told: &Told) -> Markup {
    let mut columns = vec![words(told.strings.t("head-forecast-stage"))];
    let all = &told.report.forecast.stages;
    for (reason, _) in all.first().iter().flat_map(|stage| &stage.reasons) {
        columns.push(numbers(told.reason(*reason)));
    }
    let row = |stage: &planner::forecast::StageOutlook| {
        let chances = stage.reasons.iter();
        let chances =
            chances.map(|(_, band)| days::number(&days::percents(told, band.low, band.high)));
        std::iter::once(html! { (stage_name(stage, told.strings)) })
            .chain(chances)
            .collect()
    };
    let rows: Vec<Vec<Markup>> = all.iter().take(STAGES_TOLD).map(row).collect();
    table::scrolled("stages", &columns, &rows)
}

fn losses(told: &Told) -> Markup {
    let strings = told.strings;
    let parties = &told.report.parties;
    let middle = (0..parties.len()).any(|at| told.in_the_middle(at));
    let columns = [
        words(strings.t("head-forecast-party")),
        numbers(strings.t(if middle {
            Key("head-forecast-expected-middle")
        } else {
            Key("head-forecast-expected")
        })),
        numbers(strings.t("head-forecast-worst")),
    ];
    let rows: Vec<Vec<Markup>> = parties
        .iter()
        .enumerate()
        .map(|(at, party)| {
            vec![
                html! { (cell::plainly(&party.name)) },
                days::number(&told.loss_points(at).unwrap_or_default()),
                days::number(&told.worst(at).unwrap_or_default()),
            ]
        })
        .collect();
    table::table(&columns, &rows)
}

/// What the sentences rest on.
fn found_note(report: &Report) -> Key {
    if report.forecast.ranges > 0 {
        Key("forecast-found-note")
    } else {
        Key("forecast-found-note-one")
    }
}

fn guesses(told: &Told) -> Markup {
    let strings = told.strings;
    let columns = [
        words(strings.t("head-forecast-guess")),
        numbers(strings.t("head-forecast-number")),
    ];
    let rows: Vec<Vec<Markup>> = all(told.report, strings)
        .into_iter()
        .map(|(said, number)| vec![html! { (said) }, days::number(&number)])
        .collect();
    table::table(&columns, &rows)
}

/// All guesses, in words, with their numbers.
fn all(report: &Report, strings: Strings) -> Vec<(String, String)> {
    let section = &report.guesses;
    let mut rows: Vec<(Key, Range)> = vec![
        (Key("guess-on-time"), section.on_time),
        (Key("guess-breach"), section.breach),
        (Key("guess-resume"), section.resume),
        (Key("guess-give-up"), section.give_up_after),
    ];
    if let Some(silence) = &section.silence {
        rows.push((Key("guess-silent"), silence.chance));
        rows.push((Key("guess-silent-resume"), silence.resume));
        rows.push((Key("guess-silent-give-up"), silence.give_up_after));
    }
    rows.extend(
        section
            .temptation
            .map(|range| (Key("guess-temptation"), range)),
    );
    let replaced = section.undeliverable.as_ref().and_then(|u| u.replaced);
    rows.extend(replaced.map(|range| (Key("guess-replaced"), range)));
    if let Some(history) = &section.history {
        rows.extend(
            history
                .trust_lost_per_late_day
                .map(|r| (Key("guess-trust-lost"), r)),
        );
        rows.extend(
            history
                .trust_regained_per_stage
                .map(|r| (Key("guess-trust-regained"), r)),
        );
        rows.extend(history.retaliation.map(|r| (Key("guess-retaliation"), r)));
    }
    let shown = |range: Range| {
        if range.is_exact() {
            return points::decimal(range.low());
        }
        points::range(
            points::decimal(range.low()),
            points::decimal(range.high()),
            strings,
        )
    };
    let mut said: Vec<(String, String)> = rows
        .into_iter()
        .map(|(key, range)| (strings.t(key), shown(range)))
        .collect();
    for class in &report.deliverable {
        let many = [("things", cell::plainly(&class.many).into())];
        said.push((
            strings.with("guess-deliverable", &many),
            shown(class.chance),
        ));
    }
    if let Some(slack) = section.slack {
        said.push((strings.t("guess-slack"), whole(slack.into())));
    }
    if let Some(undeliverable) = &section.undeliverable {
        let [days, tolerated] = [undeliverable.days, undeliverable.tolerated];
        said.push((strings.t("guess-replacing-days"), whole(days.into())));
        said.push((strings.t("guess-tolerated"), whole(tolerated.into())));
    }
    for (stage, own) in &section.stages {
        let of = |key: Key, range: Option<Range>| {
            let parts = [
                ("stage", stage_called(stage, strings).into()),
                ("guess", strings.t(key).into()),
            ];
            range.map(|range| (strings.with("guess-of-stage", &parts), shown(range)))
        };
        said.extend(of(Key("guess-on-time"), own.on_time));
        said.extend(of(Key("guess-breach"), own.breach));
        said.extend(of(Key("guess-resume"), own.resume));
        said.extend(of(Key("guess-give-up"), own.give_up_after));
        said.extend(own.slack.map(|days| {
            let parts = [
                ("stage", stage_called(stage, strings).into()),
                ("guess", strings.t("guess-slack").into()),
            ];
            (strings.with("guess-of-stage", &parts), whole(days.into()))
        }));
    }
    said
}
