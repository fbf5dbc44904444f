//! Reading the sections `forecast` and `order` of a plan: that a guess is one, and that what they name is
//! there. What comes of them is a forecast's and an order's to find.

use std::collections::BTreeSet;

use super::Reader;
use crate::{
    forecast::{self, Calendar, ForecastError, Written},
    order,
    plan::{Plan, Where, problem::Wrong},
};

impl Reader<'_> {
    pub(super) fn sections(&mut self, plan: &Plan) {
        if let Some(section) = &plan.forecast {
            self.guesses(section, plan);
        }
        if let Some(section) = &plan.order {
            self.order(section);
        }
    }

    fn guesses(&mut self, section: &forecast::Section, plan: &Plan) {
        for (keys, written) in forecast::listed(section) {
            if !written.is_one() {
                self.wrong(under("forecast", &keys), wrong(written));
            }
        }
        let stages = plan.stages.iter().map(|stage| stage.name.as_str());
        let known: BTreeSet<&str> = stages.clone().collect();
        let there = stages.map(|stage| (stage, [stage; 2]));
        for name in section.stages.keys() {
            if !known.contains(name.as_str()) {
                let at = under("forecast", &["stages"]);
                self.wrong_with(at, |reader| Wrong::NoStage {
                    key: name.clone(),
                    there: reader.there(name, &there),
                });
            }
        }
        self.slack(section, plan);
    }

    /// That no more days are made up than there are, where all days that are said can be read.
    fn slack(&mut self, section: &forecast::Section, plan: &Plan) {
        let mut stages = self.file.stages.iter().zip(&plan.stages);
        if stages.any(|(file, stage)| file.on.is_some() != stage.on.is_some()) {
            return;
        }
        let (before, stage, slack, days) = match Calendar::of(plan).slacks(plan, section) {
            Err(ForecastError::Slack { stage, slack, days }) => (None, stage, slack, days),
            Err(ForecastError::SlackBetween {
                before,
                stage,
                slack,
                days,
            }) => (Some(before), stage, slack, days),
            Ok(_) | Err(_) => return,
        };
        let own = section.stages.get(&stage).and_then(|own| own.slack);
        let at = match own {
            Some(_) => under("forecast", &["stages", &stage, "slack"]),
            None => under("forecast", &["slack"]),
        };
        let what = Wrong::Slack {
            before,
            stage,
            slack,
            days,
        };
        self.wrong(at, what);
    }

    fn order(&mut self, section: &order::Section) {
        let at = |key: &str| under("order", &[key]);
        for party in section.batches.keys() {
            self.party_id(at("batches"), party);
        }
        for party in &section.turns {
            self.party_id(at("turns"), party);
        }
        for class in section.tiers.keys() {
            self.class_id(at("tiers"), class);
        }
        for class in &section.without {
            self.class_id(at("without"), class);
        }
    }
}

/// A place under these keys of a section.
fn under(section: &str, keys: &[&str]) -> Where {
    let keys = [section].into_iter().chain(keys.iter().copied());
    Where::Under(keys.map(str::to_owned).collect())
}

const fn wrong(written: Written) -> Wrong {
    match written {
        Written::Chance(range) => Wrong::Chance(range),
        Written::Days(range) => Wrong::Days(range),
        Written::Temptation(range) => Wrong::Temptation(range),
        Written::Number { found, least, most } => Wrong::Number { found, least, most },
    }
}
