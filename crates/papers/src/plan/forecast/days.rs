//! By which day: how many of ten are done, as a line in a band, and as a table.

use maud::{Markup, html};
use planner::forecast::DayOutlook;

use super::words::Told;
use crate::{
    Language,
    plan::{
        points,
        steps::{Number, class, margin, numbers},
    },
    scale::Scale,
    table::{self, words},
};

/// Heights, from the top: percent of the drawing.
const TOP: f64 = 6.0;
const BOTTOM: f64 = 84.0;
/// Days that a table tells; the JSON tells all.
const TOLD_MOST: usize = 62;

/// The drawing and its table.
pub fn figure(told: &Told) -> Markup {
    let days = &told.report.forecast.days;
    html! {
        figure {
            @if days.len() > 1 {
                (drawing(told, days))
                details.data { summary { (told.strings.t("chart-data")) } (data(told, days)) }
            } @else { (data(told, days)) }
        }
    }
}

fn drawing(told: &Told, days: &[DayOutlook]) -> Markup {
    let strings = told.strings;
    let count = f64::from(u32::try_from(days.len()).unwrap_or(u32::MAX)) - 1.0;
    let scale = Scale::over([0.0, count], strings.language());
    let place = |at: usize| scale.at(f64::from(u32::try_from(at).unwrap_or(u32::MAX)));
    let line = |of: fn(&DayOutlook) -> f64| -> Vec<String> {
        let points = days.iter().enumerate();
        points
            .map(|(at, day)| format!("{:.1},{:.1}", place(at), y(of(day))))
            .collect()
    };
    let middle = line(|day| day.done.band.middle).join(" ");
    let mut band = line(|day| day.done.band.low);
    band.extend(line(|day| day.done.band.high).into_iter().rev());
    let (start, end) = match strings.language() {
        Language::English => ("start", "end"),
        Language::Arabic => ("end", "start"),
    };
    let (first, last) = (
        days.first().map_or(0, |d| d.day),
        days.last().map_or(0, |d| d.day),
    );
    let beside = [(1.0, 10_u8), (0.5, 5), (0.0, 0)].map(|(chance, in_ten)| Number {
        said: in_ten.to_string(),
        height: y(chance),
    });
    html! {
        svg.chart.steps-chart.(class(margin(&beside))) role="img" aria-label=(strings.plain("forecast-days", &[])) aria-describedby="days-said" {
            svg.field width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none" {
                @for chance in [0.0, 0.5, 1.0] { line.ln.hair[chance > 0.0].thin[chance == 0.0] x1="0" x2="100" y1=(format!("{:.1}", y(chance))) y2=(format!("{:.1}", y(chance))) {} }
                polygon.band points=(band.join(" ")) {}
                polyline.line points=(middle) {}
            }
            (numbers(&beside, strings.language()))
            text.ink x={ (format!("{:.1}", place(0))) "%" } y="97%" text-anchor=(start) { (told.day(first)) }
            text.ink x={ (format!("{:.1}", place(days.len() - 1))) "%" } y="97%" text-anchor=(end) { (told.day(last)) }
        }
    }
}

fn y(chance: f64) -> f64 {
    BOTTOM - chance.clamp(0.0, 1.0) * (BOTTOM - TOP)
}

fn data(told: &Told, days: &[DayOutlook]) -> Markup {
    let columns = [
        words(told.strings.t("head-forecast-day")),
        words(told.strings.t("head-forecast-done")),
        table::numbers(told.strings.t("head-forecast-percent")),
    ];
    let rows: Vec<Vec<Markup>> = days
        .iter()
        .take(TOLD_MOST)
        .map(|day| {
            let band = &day.done.band;
            vec![
                html! { (told.day(day.day)) },
                html! { (told.in_ten(band)) },
                number(&percents(told, band.low, band.high)),
            ]
        })
        .collect();
    let more = days.len().saturating_sub(TOLD_MOST);
    html! {
        (table::table(&columns, &rows))
        @if more > 0 { p.empty { (told.strings.with("plan-left-out", &[("n", more.into())])) } }
    }
}

/// A number or a range in a column of numbers: its words run as its language does.
pub fn number(said: &str) -> Markup {
    html! { span dir="auto" { (said) } }
}

/// A chance in whole per cents: from the low end of its band to the high one.
pub fn percents(told: &Told, low: f64, high: f64) -> String {
    let [low, high] = [low, high].map(|chance| format!("{:.0}%", chance * 100.0));
    if low == high {
        return low;
    }
    points::range(low, high, told.strings)
}
