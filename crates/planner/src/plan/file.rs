//! The plan file as a person writes it: its form and nothing else. What it means is in the parent
//! module; whether it makes sense is found out while it is read (`read`) and checked.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::range::Range;

/// A plan of an exchange in stages.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PlanFile {
    /// The version of this form: 1.
    #[schemars(example = 1)]
    pub good_offices_plan: u32,
    /// What the plan is called.
    #[schemars(example = &"Two for four")]
    pub title: String,
    /// What it is about, where its numbers come from, what is invented.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Who takes part, in the order in which they are shown.
    #[schemars(example = json!([{ "party": "a", "name": "Side A" }, { "party": "b", "name": "Side B" }]))]
    pub parties: Vec<PartyFile>,
    /// What is given: persons, days, trucks, acts.
    #[schemars(example = json!([{ "class": "person", "one": "person", "many": "persons", "kind": "persons", "from": "a", "worth": { "a": -10, "b": 15 } }]))]
    pub classes: Vec<ClassFile>,
    /// The stages in their order.
    #[schemars(example = json!([{ "stage": "First", "steps": [{ "give": { "person": 2 } }] }]))]
    pub stages: Vec<StageFile>,
    /// What the plan has to keep to.
    #[serde(default, skip_serializing_if = "RulesFile::is_empty")]
    pub rules: RulesFile,
    /// Guesses about how the stages go, for a forecast.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forecast: Option<crate::forecast::Section>,
    /// Within what an order of the handovers is looked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<crate::order::Section>,
}

/// A party and its scale of points.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PartyFile {
    /// A short key by which the rest of the file names it.
    #[schemars(example = &"a")]
    pub party: String,
    /// Its name.
    #[schemars(example = &"Side A")]
    pub name: String,
    /// Who said what things are worth to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points_from: Option<String>,
    /// On which day that was said.
    #[schemars(example = &"2026-03-01", extend("format" = "date"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points_on: Option<String>,
    /// What keeping its word is worth to it beyond this plan (future dealings, reputation), in its own
    /// points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub future: Option<Range>,
    /// By how many of its own points it is ready to be exposed at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exposed_at_most: Option<Range>,
    /// By what share less what comes a day later is worth to it: 0.02 is 2 in 100 less for each day. Every
    /// stage needs its day then. Left out, it does not matter to it when something comes.
    #[schemars(example = 0.02, example = &"0.01 to 0.03")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<Range>,
}

/// A class of things that count alike, or one thing with a name of its own.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ClassFile {
    /// A short key by which the rest of the file names it.
    #[schemars(example = &"person")]
    pub class: String,
    /// One of them in words, such as "prisoner".
    #[schemars(example = &"person")]
    pub one: String,
    /// Several of them in words, such as "prisoners".
    #[schemars(example = &"persons")]
    pub many: String,
    /// What they are.
    #[serde(default)]
    pub kind: KindFile,
    /// The party that gives them.
    #[schemars(example = &"a")]
    pub from: String,
    /// How many there are. What is not given in the plan is what remains.
    #[schemars(example = 50)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// The names of those that are named, each one of the number.
    #[schemars(example = json!(["Nora Example"]))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named: Vec<String>,
    /// What one of them is worth to each party, in that party's own points: below nought for who gives
    /// it up, above for who gains by it. A list says what the first, the second and so on is worth, and
    /// its last entry holds for all further ones.
    #[schemars(example = json!({ "a": -10, "b": "12 to 18" }), example = json!({ "a": [-10, -10, -25], "b": 15 }))]
    pub worth: BTreeMap<String, WorthFile>,
    /// When a handover counts as received: "at handover", "by step" (with a `verify` step), or so many
    /// hours after it, such as "24 hours".
    #[schemars(example = &"24 hours", example = &"by step")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified: Option<String>,
    /// The chance that one of them can be given at all, such as 0.95 or "0.9 to 0.98".
    #[schemars(example = 0.95, example = &"0.9 to 0.98")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deliverable: Option<Range>,
}

/// What a class consists of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum KindFile {
    /// Persons: they are counted as persons.
    Persons,
    /// Days, hours or another time.
    Time,
    /// Goods or money.
    Goods,
    /// Acts and undertakings.
    #[default]
    Acts,
}

/// What one of a class is worth.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(example = -10, example = &"12 to 18", example = json!([-10, -10, -25]))]
pub enum WorthFile {
    /// The same for each.
    Each(Range),
    /// The first, the second, and so on; the last entry for all further ones.
    InTurn(Vec<Range>),
}

/// A stage: moves that belong together, in their order.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StageFile {
    /// What it is called.
    #[schemars(example = &"First")]
    pub stage: String,
    /// Its day, such as 2023-11-24.
    #[schemars(example = &"2023-11-24", extend("format" = "date"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// Its moves in their order.
    #[schemars(example = json!([{ "give": { "person": 2 } }, { "give": { "truck": 4 }, "at": "16:00" }]))]
    pub steps: Vec<StepFile>,
}

/// One move. Exactly one of `give`, `together`, `in-turn`, `escrow`, `deposit`, `give-back`, `verify`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StepFile {
    /// A key by which conditions name it.
    #[schemars(example = &"first-out")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    /// One side hands over: so many of each class, or the names of those.
    #[schemars(example = json!({ "person": 2 }), example = json!({ "person": ["Nora Example"], "truck": 4 }))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub give: Option<BatchFile>,
    /// Several sides hand over at one moment, as far as that can be.
    #[schemars(example = json!([{ "person": 2 }, { "truck": 4 }]))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub together: Option<Vec<BatchFile>>,
    /// Several sides hand over by turns, in as small parts as their numbers allow, the first first.
    #[schemars(example = json!([{ "person": 2 }, { "truck": 4 }]))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_turn: Option<Vec<BatchFile>>,
    /// One side hands over to a third, who passes it on when it is due and gives it back otherwise.
    #[schemars(example = json!({ "money": 4 }))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub escrow: Option<BatchFile>,
    /// A party deposits something that it loses where it stops.
    #[schemars(example = json!({ "by": "a", "points": 20, "what": "a bond kept by the bank" }))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deposit: Option<Box<DepositFile>>,
    /// A party has a part of its deposit back.
    #[schemars(example = json!({ "by": "a", "points": 20, "what": "a bond kept by the bank" }))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub give_back: Option<Box<DepositFile>>,
    /// What was handed over before is verified.
    #[schemars(example = json!({ "person": 2 }))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verify: Option<BatchFile>,
    /// The time of day, such as "16:00".
    #[schemars(example = &"16:00", extend("format" = "hour-and-minute"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The latest time of that day at which it may be done, such as "18:00".
    #[schemars(example = &"18:00", extend("format" = "hour-and-minute"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The keys of steps that must have been done before.
    #[schemars(example = json!(["first-out"]))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<String>,
}

/// So many of each class, or the names of those.
pub type BatchFile = BTreeMap<String, AmountFile>;

/// How many, or which.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(example = 2, example = json!(["Nora Example", "Omar Example"]))]
pub enum AmountFile {
    /// So many.
    Number(u32),
    /// These, by their names.
    Named(Vec<String>),
}

/// A deposit, in points of the party that makes it: what losing it would cost it.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DepositFile {
    /// The party that makes it.
    pub by: String,
    /// What it is worth to that party.
    pub points: Range,
    /// What it is and who keeps it, in words that all may read.
    pub what: String,
}

/// What a plan has to keep to.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RulesFile {
    /// What is given for what.
    #[schemars(example = json!([{ "of": "hostage", "in": "prisoner", "price": 3 }]))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prices: Vec<PriceFile>,
    /// How many of a class each stage that has any must have.
    #[schemars(example = json!([{ "of": "hostage", "at-least": 10, "at-most": 13 }]))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub batches: Vec<BatchRuleFile>,
    /// What comes first: in each stage, or in the whole plan.
    #[schemars(example = json!([{ "class": "child", "before": "adult" }]))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub first: Vec<FirstFile>,
    /// Named persons who go in one move: a family, for instance.
    #[schemars(example = json!([{ "class": "hostage", "named": ["Nora Example", "Omar Example"] }]))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupFile>,
    /// A rule that extends the plan when more is done.
    #[schemars(example = json!({ "of": "hostage", "block": 10, "further": 50, "grants": "pause", "granting": 1, "granted-at-most": 10 }))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<ExtensionFile>,
}

impl RulesFile {
    fn is_empty(&self) -> bool {
        self.prices.is_empty()
            && self.batches.is_empty()
            && self.first.is_empty()
            && self.groups.is_empty()
            && self.extension.is_none()
    }
}

/// So many of a class for so many of another: three prisoners for one, fifty for a group of nine.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PriceFile {
    /// The class that is paid for.
    pub of: String,
    /// How many of it the price is for. A group price is for the whole group.
    #[serde(default = "one")]
    pub each: u32,
    /// The class in which it is paid.
    #[serde(rename = "in")]
    pub paid_in: String,
    /// How many of that.
    pub price: u32,
    /// By how many the two may be apart at the end of a stage. At the end of the plan they must agree.
    #[serde(default)]
    pub slack: u32,
}

const fn one() -> u32 {
    1
}

/// How many of a class a stage may have, if it has any.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct BatchRuleFile {
    /// The class.
    pub of: String,
    /// The fewest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<u32>,
    /// The most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<u32>,
}

/// One class before another.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FirstFile {
    /// The class that goes first.
    pub class: String,
    /// The class that goes after all of those.
    pub before: String,
    /// Within what.
    #[serde(default)]
    pub within: WithinFile,
}

/// Within what one class goes before another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WithinFile {
    /// In each stage.
    #[default]
    EachStage,
    /// In the whole plan.
    ThePlan,
}

/// Persons who go in one move.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct GroupFile {
    /// Their class.
    pub class: String,
    /// Their names.
    pub named: Vec<String>,
}

/// For each further block of a class, so many more of another, up to a cap.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ExtensionFile {
    /// The class of which more is given.
    pub of: String,
    /// How many of it make a block.
    pub block: u32,
    /// How many more there may be at most.
    pub further: u32,
    /// The class that is granted in return for a block.
    pub grants: String,
    /// How many of that for each block.
    pub granting: u32,
    /// How many of that there may be in all, those of the plan included.
    pub granted_at_most: u32,
}

/// The stages of a plan of handovers alone, as a person would write them.
pub fn stages(plan: &super::Plan) -> Vec<StageFile> {
    let key = |class: super::ClassId| {
        plan.class(class)
            .map(|class| class.key.clone())
            .unwrap_or_default()
    };
    let amount = |lot: &super::Lot| {
        if lot.named.is_empty() {
            AmountFile::Number(lot.count)
        } else {
            AmountFile::Named(lot.named.clone())
        }
    };
    let batch = |batch: &super::Batch| -> BatchFile {
        batch
            .lots
            .iter()
            .map(|lot| (key(lot.class), amount(lot)))
            .collect()
    };
    let step = |step: &super::Step| {
        let batches = step.act.batches().iter();
        let steps = batches.map(|given| StepFile {
            step: step.key.clone(),
            give: Some(batch(given)),
            after: step.after.clone(),
            ..StepFile::default()
        });
        steps.collect::<Vec<StepFile>>()
    };
    let stage = |stage: &super::Stage| StageFile {
        stage: stage.name.clone(),
        on: None,
        steps: stage.steps.iter().flat_map(step).collect(),
    };
    plan.stages.iter().map(stage).collect()
}
