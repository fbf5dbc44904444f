//! The section `forecast` of a plan file, as a person writes it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::range::Range;

/// Guesses about how the stages go. Chances are numbers from 0 to 1, and a guess may be a range such
/// as "0.6 to 0.8". A guess that is written once for all stages is one unknown: whatever it is, it
/// is the same at every stage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Section {
    /// The chance that a stage takes place on its day.
    #[schemars(example = 0.7, example = &"0.6 to 0.8")]
    pub on_time: Range,
    /// The chance, on each day on which a stage is late, that a side breaks the exchange off.
    #[schemars(example = 0.02, example = &"0.01 to 0.03")]
    pub breach: Range,
    /// The chance, on each day on which a stage is late and nobody broke off, that it takes place
    /// after all.
    #[schemars(example = 0.4, example = &"0.3 to 0.6")]
    pub resume: Range,
    /// After how many days of lateness a stage, and the exchange with it, is given up.
    #[schemars(example = 7, example = &"7 to 14")]
    pub give_up_after: Range,
    /// That a late stage is not merely late but that the channel has fallen silent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub silence: Option<Silence>,
    /// How strongly a side's gain from walking away drives the chance of a breach: that chance is
    /// multiplied by e to the power of this, times the gain from walking away in shares of what the
    /// side gains from the whole. 0 (as when left out): not at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(example = 0.5, example = &"0.2 to 1")]
    pub temptation: Option<Range>,
    /// What happens when something promised cannot be delivered. Left out: the exchange stops.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undeliverable: Option<Undeliverable>,
    /// How many days of delay are made up before each stage but the first: the room that the plan
    /// leaves between stages. 0 when left out: every delay moves all that follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slack: Option<u32>,
    /// Guesses for single stages, by their names, in the place of those above.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub stages: BTreeMap<String, StageSection>,
    /// How a guess lies within its range.
    #[serde(default)]
    pub spread: Spread,
    /// How many sets of guesses are drawn from the ranges: 100 to 10,000; 2,000 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draws: Option<u32>,
    /// Where the drawing begins. The same number gives the same forecast.
    #[serde(default)]
    pub seed: u64,
    /// Rules that look back. They are simulated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub history: Option<History>,
}

/// Guesses about a channel that falls silent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Silence {
    /// The chance that a stage which is late is so because the channel has fallen silent.
    #[schemars(example = 0.2, example = &"0.1 to 0.3")]
    pub chance: Range,
    /// The chance, on each day of silence, that the channel speaks again and the stage takes place.
    #[schemars(example = 0.4, example = &"0.3 to 0.6")]
    pub resume: Range,
    /// After how many days of silence the exchange is given up.
    #[schemars(example = 7, example = &"7 to 14")]
    pub give_up_after: Range,
}

/// What happens when something promised cannot be delivered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Undeliverable {
    /// The chance that each is replaced by something that the other side accepts. Left out: never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(example = 0.6, example = &"0.5 to 0.8")]
    pub replaced: Option<Range>,
    /// By how many days replacing delays the stage, whatever the number that is replaced.
    #[serde(default)]
    pub days: u32,
    /// How many in one stage may stay undelivered without stopping the exchange.
    #[serde(default)]
    pub tolerated: u32,
}

/// Guesses for one stage.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StageSection {
    /// The chance that this stage takes place on its day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(example = 0.7, example = &"0.6 to 0.8")]
    pub on_time: Option<Range>,
    /// The chance of a breach on each late day of this stage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(example = 0.02, example = &"0.01 to 0.03")]
    pub breach: Option<Range>,
    /// The chance on each late day that this stage takes place after all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(example = 0.4, example = &"0.3 to 0.6")]
    pub resume: Option<Range>,
    /// After how many late days this stage is given up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(example = 7, example = &"7 to 14")]
    pub give_up_after: Option<Range>,
    /// How many days of delay are made up before this stage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slack: Option<u32>,
}

impl Section {
    /// How many days of delay are made up before a stage.
    pub fn slack(&self, stage: &str) -> u32 {
        let own = self.stages.get(stage).and_then(|stage| stage.slack);
        own.or(self.slack).unwrap_or(0)
    }
}

/// How a guess lies within its range.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Spread {
    /// Anywhere in the range, all alike.
    #[default]
    Even,
    /// Rather in the middle than at the ends: a Beta(2, 2) over the range.
    Middle,
}

/// Rules that look back at what happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct History {
    /// What share of the trust that is left each late day costs. The chance of being on time is
    /// multiplied by the trust that is left, which is 1 at the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(example = 0.1, example = &"0.05 to 0.2")]
    pub trust_lost_per_late_day: Option<Range>,
    /// What share of the trust that is lost a stage on its day brings back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(example = 0.2, example = &"0.1 to 0.3")]
    pub trust_regained_per_stage: Option<Range>,
    /// The chance that a late stage is answered: that the next stage is held back for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(example = 0.3, example = &"0.2 to 0.5")]
    pub retaliation: Option<Range>,
    /// How many courses of events are simulated for each set of guesses: 100 to 100,000. Left out:
    /// 1,000, or 100,000 where no guess is a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paths: Option<u32>,
}
