//! Chances in counts of ten, days, reasons and stages in words. A chance is told with no more digits
//! than a guess carries: from so many to so many in ten.

use planner::forecast::{Band, Counting, Method, Quantile, Reason, Report, StageOutlook};

use crate::{
    cell,
    i18n::{Key, Strings, whole},
    plan::{points, stage_called},
};

/// A report and the language in which it is told.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// The report.
    pub report: &'a Report,
    /// The strings.
    pub strings: Strings,
}

impl Told<'_> {
    /// A chance as counts of ten.
    pub fn in_ten(&self, band: &Band) -> String {
        let ten = band.in_ten();
        let (low, high) = (u32::from(ten.low), u32::from(ten.high));
        let numbers = [
            ("low", low.to_string().into()),
            ("high", high.to_string().into()),
        ];
        // What no simulated course did may happen all the same.
        let sure = self.simulated().is_none();
        let key = match (low, high) {
            _ if sure && band.high <= 0.0 => Key("ten-none"),
            _ if sure && band.low >= 1.0 => Key("ten-all"),
            (0, 0) => Key("ten-few"),
            (10, 10) => Key("ten-most"),
            (low, high) if low == high => Key("ten-about"),
            (0, 10) => Key("ten-any"),
            (0, _) => Key("ten-up-to"),
            (_, 10) => Key("ten-at-least"),
            _ => Key("ten-between"),
        };
        self.strings.plain(key, &numbers)
    }

    /// How many reach a stage. The first one is reached by all.
    pub fn reached(&self, at: usize, stage: &StageOutlook) -> String {
        if at == 0 {
            return self.strings.plain("ten-all", &[]);
        }
        self.in_ten(&stage.reached)
    }

    /// How many courses of events were simulated, where they were.
    pub fn simulated(&self) -> Option<u64> {
        match self.report.forecast.method {
            Method::Exact => None,
            Method::Simulated { simulated, .. } => Some(simulated),
        }
    }

    /// The same for a chance that lies between two.
    pub fn bounds_in_ten(&self, (low, high): (f64, f64)) -> String {
        let middle = f64::midpoint(low, high);
        self.in_ten(&Band {
            low,
            middle,
            high,
            mean: middle,
        })
    }

    /// A day of the plan, by its date where it has one.
    pub fn day(&self, day: u32) -> String {
        self.report.date(day).map_or_else(
            || {
                let number = [("number", whole(u64::from(day) + 1).into())];
                self.strings.plain("forecast-day", &number)
            },
            |date| date.to_string(),
        )
    }

    /// Why it stops.
    pub fn reason(&self, reason: Reason) -> String {
        self.strings.t(match reason {
            Reason::Delay => Key("reason-delay"),
            Reason::Breach => Key("reason-breach"),
            Reason::Silence => Key("reason-silence"),
            Reason::Undeliverable => Key("reason-undeliverable"),
        })
    }

    /// How many reach the end.
    pub fn complete(&self) -> String {
        let ten = self.in_ten(&self.report.forecast.complete.band);
        self.strings
            .with("forecast-complete", &[("ten", ten.into())])
    }

    /// Where it most likely stops, and why.
    pub fn likeliest(&self) -> String {
        let forecast = &self.report.forecast;
        let Some(stop) = forecast.likeliest else {
            return self.simulated().map_or_else(
                || self.strings.t("forecast-no-stop"),
                |n| {
                    let courses = [("n", n.into())];
                    self.strings.with("forecast-no-stop-simulated", &courses)
                },
            );
        };
        let stage = forecast.stages.get(stop.stage);
        let parts = [
            (
                "stage",
                stage
                    .map(|stage| cell::plainly(&stage.name))
                    .unwrap_or_default()
                    .into(),
            ),
            ("reason", self.reason(stop.reason).into()),
        ];
        let said = self.strings.with("forecast-likeliest", &parts);
        if stop.agree >= 0.95 {
            return said;
        }
        let agree = self.bounds_in_ten((stop.agree, stop.agree));
        let agree = self
            .strings
            .with("forecast-agree", &[("ten", agree.into())]);
        format!("{said} {agree}")
    }

    /// All that there is to say, in sentences.
    pub fn sentences(&self) -> Vec<String> {
        let forecast = &self.report.forecast;
        let mut said = self.stopped();
        said.push(self.complete());
        if let Some(bounds) = forecast.complete.bounds.filter(|(low, high)| low < high) {
            let ten = self.bounds_in_ten(bounds);
            said.push(self.strings.with("forecast-bounds", &[("ten", ten.into())]));
        }
        if let Some(first) = forecast.days.first() {
            let parts = [
                ("day", self.day(first.day).into()),
                ("ten", self.in_ten(&first.done.band).into()),
            ];
            said.push(self.strings.with("forecast-on-day", &parts));
        }
        let half = forecast
            .quantiles
            .iter()
            .find(|quantile| quantile.percent == 50);
        said.extend(half.map(|half| self.half(half)));
        said.push(self.likeliest());
        for at in 0..self.report.parties.len() {
            said.extend(self.loss(at));
        }
        if self.middles() {
            said.push(self.strings.t("forecast-middles"));
        }
        said.extend(self.undated());
        said.extend(self.stages("forecast-backwards", &self.report.backwards));
        said.extend(self.stages("forecast-slack-unchecked", &self.report.slack_unchecked));
        said
    }

    /// By when half are done.
    fn half(&self, half: &Quantile) -> String {
        let day = |day: u32| self.day(day).into();
        match (half.early, half.late) {
            (Some(early), Some(late)) if early == late => self
                .strings
                .with("forecast-half-day", &[("day", day(early))]),
            (Some(early), Some(late)) => {
                let parts = [("early", day(early)), ("late", day(late))];
                self.strings.with("forecast-half-days", &parts)
            }
            (Some(early), None) => self
                .strings
                .with("forecast-half-unsure", &[("early", day(early))]),
            (None, _) => self.strings.t("forecast-half-never"),
        }
    }

    /// That it was stopped, and what all of this rests on then.
    pub fn stopped(&self) -> Vec<String> {
        let forecast = &self.report.forecast;
        let Some(asked) = forecast.unfinished else {
            return Vec::new();
        };
        let parts = |n: u64, of: u64| [("n", n.into()), ("of", whole(of).into())];
        let sets = parts(forecast.draws.into(), asked.draws.into());
        let Method::Simulated { simulated, .. } = forecast.method else {
            return vec![self.strings.with("forecast-stopped-sets", &sets)];
        };
        let courses = parts(simulated, asked.simulated.unwrap_or(simulated));
        let mut said = vec![self.strings.with("forecast-stopped-courses", &courses)];
        if asked.draws > 1 {
            said.push(self.strings.with("forecast-stopped-courses-sets", &sets));
        }
        said
    }

    /// Whether a breach is driven by what a party gains by stopping, and that is known as a range only: then
    /// its middle was used.
    pub fn middles(&self) -> bool {
        let drives = self.report.guesses.temptation.is_some();
        drives
            && self
                .report
                .parties
                .iter()
                .any(|party| party.gains_in_ranges)
    }

    /// Which stages have no day, and what follows.
    fn undated(&self) -> Option<String> {
        let (report, strings) = (self.report, self.strings);
        if report.undated.is_empty() {
            return None;
        }
        let Some(first) = report.first_day else {
            return Some(strings.t("forecast-no-days"));
        };
        let names: Vec<String> = report
            .undated
            .iter()
            .map(|name| cell::plainly(name))
            .collect();
        let parts = [
            ("n", names.len().into()),
            ("stages", strings.list(&names).into()),
            ("first", first.to_string().into()),
        ];
        Some(match report.counting {
            Counting::Dates => strings.with("forecast-undated", &parts),
            Counting::FromTheStart => strings.with("forecast-undated-last", &parts),
        })
    }

    /// What is so of some stages; nothing where it is of none.
    fn stages(&self, key: &'static str, names: &[String]) -> Option<String> {
        let names: Vec<String> = names.iter().map(|name| cell::plainly(name)).collect();
        let parts = [
            ("n", names.len().into()),
            ("stages", self.strings.list(&names).into()),
        ];
        (!names.is_empty()).then(|| self.strings.with(key, &parts))
    }

    /// What a party loses by stops: wherever in their ranges its worths lie, where that is known.
    fn loss(&self, at: usize) -> Option<String> {
        let whose = self.report.parties.get(at)?;
        let parts = [
            ("party", cell::plainly(&whose.name).into()),
            ("points", self.loss_points(at)?.into()),
            ("worst", self.worst(at)?.into()),
        ];
        let key = if whose.most_exposed.high <= 0 {
            Key("forecast-no-loss")
        } else if self.simulated().is_some() && self.report.forecast.likeliest.is_none() {
            Key("forecast-no-loss-simulated")
        } else if self.by_worths(at).is_some() {
            Key("forecast-loss-by-worths")
        } else if self.in_the_middle(at) {
            Key("forecast-loss-in-the-middle")
        } else {
            Key("forecast-loss")
        };
        Some(self.strings.with(key, &parts))
    }

    /// How much that is, on average.
    pub fn loss_points(&self, at: usize) -> Option<String> {
        let loss = self.report.forecast.losses.get(at)?;
        let own = self.by_worths(at);
        Some(self.points(at, own.as_ref().unwrap_or(loss)))
    }

    /// What a party would lose where it is most exposed.
    pub fn worst(&self, at: usize) -> Option<String> {
        let whose = self.report.parties.get(at)?;
        Some(points::span(whose.most_exposed, whose.places, self.strings))
    }

    /// Whether a party's loss on average is told for the middle of its ranges only.
    pub fn in_the_middle(&self, at: usize) -> bool {
        let party = self.report.parties.get(at);
        self.middles() && party.is_some_and(|party| party.gains_in_ranges)
    }

    /// Between what a party's loss lies wherever in their ranges the worths lie; nothing where that is not
    /// known, or where the ranges change nothing.
    pub fn by_worths(&self, at: usize) -> Option<Band> {
        let forecast = &self.report.forecast;
        let (least, most) = forecast.losses_by_worths.get(at)?;
        let differ = least.low < most.low || least.high < most.high;
        differ.then_some(Band {
            low: least.low,
            middle: f64::midpoint(least.middle, most.middle),
            high: most.high,
            mean: f64::midpoint(least.mean, most.mean),
        })
    }

    /// From so many to so many points of a party, in whole points.
    pub fn points(&self, at: usize, band: &Band) -> String {
        let places = self.report.parties.get(at).map_or(0, |party| party.places);
        let one = 10_f64.powi(i32::from(places));
        let (low, high) = (rounded(band.low / one), rounded(band.high / one));
        let [low_said, high_said] = [low, high].map(|points| points::number(points, 0));
        if high == 0 && band.high > 0.0 {
            return self.strings.t("forecast-under-one");
        }
        if low == high {
            return high_said;
        }
        points::range(low_said, high_said, self.strings)
    }
}

/// A stage's name.
pub fn stage_name(stage: &StageOutlook, strings: Strings) -> String {
    stage_called(&stage.name, strings)
}

#[expect(clippy::cast_possible_truncation, reason = "points are at most 10^15")]
fn rounded(points: f64) -> i64 {
    points.round() as i64
}
