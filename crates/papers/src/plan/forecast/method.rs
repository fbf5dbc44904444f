//! How a forecast was reckoned, in words: from how many sets of guesses and courses of events, and how far
//! simulating leaves it in doubt.

use planner::forecast::Method;

use super::words::Told;
use crate::i18n::{Key, whole};

impl Told<'_> {
    /// How it was reckoned.
    pub fn method(&self) -> Vec<String> {
        let forecast = &self.report.forecast;
        // Of how many sets, where it was stopped before all were drawn.
        let of = forecast.unfinished.map(|asked| asked.draws);
        let of = of.filter(|of| *of > forecast.draws);
        let sets = [
            ("n", forecast.draws.into()),
            ("of", whole(of.unwrap_or(forecast.draws).into()).into()),
        ];
        let drawn = |all, so_far| {
            let key = if of.is_some() { so_far } else { all };
            self.strings.with(Key(key), &sets)
        };
        let mut said = Vec::new();
        let by_worths = || (0..self.report.parties.len()).any(|at| self.by_worths(at).is_some());
        match forecast.method {
            Method::Exact if forecast.ranges > 0 => {
                let key = "forecast-method-exact-so-far";
                said.push(drawn("forecast-method-exact", key));
            }
            Method::Exact if self.middles() => {
                said.push(self.strings.t("forecast-method-one-middle"));
            }
            Method::Exact if by_worths() => {
                said.push(self.strings.t("forecast-method-one-worths"));
            }
            Method::Exact => said.push(self.strings.t("forecast-method-one")),
            Method::Simulated {
                paths,
                simulated,
                standard_error,
            } => {
                if forecast.ranges > 0 {
                    let key = "forecast-method-sets-so-far";
                    said.push(drawn("forecast-method-sets", key));
                }
                said.push(if let Some(asked) = forecast.unfinished {
                    let of = whole(asked.simulated.unwrap_or(simulated));
                    let all = [("n", simulated.into()), ("of", of.into())];
                    self.strings.with("forecast-method-simulated-so-far", &all)
                } else {
                    let paths = [("n", paths.into())];
                    self.strings.with("forecast-method-simulated", &paths)
                });
                said.push(self.error(simulated, standard_error));
            }
        }
        // Whose points are not known changes the chances only where a gain by stopping drives a breach.
        if self.report.others > 0 && self.report.guesses.temptation.is_some() {
            let others = [("n", self.report.others.into())];
            said.push(self.strings.with("forecast-others", &others));
        }
        said
    }

    /// How many of the simulated courses reach the end, and how far that leaves the chance of it in doubt.
    fn error(&self, simulated: u64, error: Option<f64>) -> String {
        let forecast = &self.report.forecast;
        let mean = forecast.complete.band.mean;
        let chance = ("chance", percent(mean).into());
        if let Some(error) = error {
            let parts = [chance, ("error", percent(error).into())];
            return self.strings.with("forecast-method-error", &parts);
        }
        // The rule of three asks for as many courses of every set.
        let alike = forecast.draws == 1 || forecast.unfinished.is_none();
        let key = match (forecast.likeliest, alike) {
            (None, true) => Key("forecast-method-all-end"),
            (Some(_), true) if mean <= 0.0 => Key("forecast-method-none-end"),
            (None | Some(_), _) => Key("forecast-method-no-error"),
        };
        self.strings.with(key, &[("n", simulated.into()), chance])
    }
}

/// A chance in hundredths of a per cent: what a simulation leaves in doubt is less than a per cent. In
/// smaller parts where it would seem none or all and is not.
fn percent(chance: f64) -> String {
    let said = |digits| format!("{:.digits$}", chance * 100.0);
    let seems = |said: &String| {
        said.parse()
            .is_ok_and(|said: f64| said <= 0.0 || said >= 100.0)
    };
    let is = chance <= 0.0 || chance >= 1.0;
    let finer = (2..10).map(said).find(|said| is || !seems(said));
    format!("{}%", finer.unwrap_or_else(|| said(2)))
}
