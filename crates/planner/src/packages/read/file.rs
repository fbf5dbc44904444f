//! Our own form as a person writes it, and nothing else. What it means is in `meaning`.

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, schema_for};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::place::Wrong;
use crate::{decimal::Decimal, document::way::Way};

/// What is talked about, and, if they may stand in one file, what the parties prefer.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PackagesFile {
    /// The version of this form: 1.
    #[schemars(example = 1)]
    pub good_offices_packages: u32,
    /// What the talks are called.
    #[schemars(example = &"The crossing")]
    pub title: String,
    /// What they are about, where the numbers come from, what is invented.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// What is to be settled.
    #[schemars(example = json!([{ "issue": "crossing", "options": ["open", "shut"] }, { "issue": "prisoners", "from": 0, "to": 50 }]))]
    pub issues: Vec<IssueFile>,
    /// The draft on the table: one option of each issue.
    #[schemars(example = json!({ "crossing": "open", "prisoners": 20 }))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<PackageFile>,
    /// What each party prefers. A party may have a file of its own instead.
    #[schemars(example = json!([{ "party": "North", "points": { "crossing": { "open": 300 }, "prisoners": { "each": 10 } } }]))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<PartyFile>,
}

/// What one party prefers, in a file of its own, to be kept apart from the others'.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PreferencesFile {
    /// The version of this form: 1.
    #[schemars(example = 1)]
    pub good_offices_preferences: u32,
    /// What the party prefers.
    #[schemars(example = json!({ "party": "North", "points": { "crossing": { "open": 300 } } }))]
    pub preferences: PartyFile,
}

/// One thing that is to be settled: `options` with names, or numbers `from`, `to` and `step`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct IssueFile {
    /// What it is called.
    #[schemars(example = &"crossing")]
    pub issue: String,
    /// What may be agreed on, by name, in an order that makes ranges of them sensible.
    #[schemars(example = json!(["open", "shut"]))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<OptionFile>,
    /// The least number that may be agreed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<i64>,
    /// The greatest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<i64>,
    /// From one number to the next: 1 where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<i64>,
}

/// An option: a name or a number. For numbers also a range, "50 to 150".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(example = 20, example = &"open", example = &"50 to 150")]
pub enum OptionFile {
    /// A number.
    Number(i64),
    /// A name, or a range such as "50 to 150".
    Name(String),
}

/// A package: for each issue its option.
pub type PackageFile = BTreeMap<String, OptionFile>;

/// What one party prefers, in points of its own scale, such as 10,000 for all that it could have.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PartyFile {
    /// Who.
    #[schemars(example = &"North")]
    pub party: String,
    /// Who said what packages are worth to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points_from: Option<String>,
    /// On which day that was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points_on: Option<String>,
    /// Whether the points say how much each issue counts, or only how good its options are.
    #[serde(default)]
    pub weights: WeightsFile,
    /// For each issue the points of each option. For numbers also `each`, the points of one more than
    /// the least, or ranges such as "0 to 40" that all have the same points. What is not named is
    /// worth nothing.
    #[schemars(example = json!({ "crossing": { "open": 300 }, "prisoners": { "each": 10, "0 to 5": 20 } }))]
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub points: BTreeMap<String, BTreeMap<String, Decimal>>,
    /// Points for what is agreed on several issues together.
    #[schemars(example = json!([{ "points": 200, "if": { "crossing": "open", "prisoners": "20 to 50" } }]))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub together: Vec<TermFile>,
    /// Below this it accepts nothing, whatever else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Decimal>,
    /// What having no agreement is worth to it: nought where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without_agreement: Option<Decimal>,
    /// What it answered when it was asked which of two packages it prefers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<AnswerFile>,
}

/// What points say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WeightsFile {
    /// What an option is worth beside the options of all other issues too.
    #[default]
    Known,
    /// How good an option is within its issue, and no more. How much each issue counts is narrowed
    /// by `answers`, on a scale of 10,000 points for the whole; `at-least` and `without-agreement`
    /// are on that scale.
    Asked,
}

/// Points that count `if` all that is named is agreed, or `unless` it is. Exactly one of the two.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TermFile {
    /// How many points; below nought for what it dislikes together.
    pub points: Decimal,
    /// For each issue that is named, an option, a range of them, or a list.
    #[schemars(example = json!({ "crossing": "open", "prisoners": "20 to 50" }))]
    #[serde(default, rename = "if", skip_serializing_if = "Option::is_none")]
    pub inside: Option<BTreeMap<String, NamedFile>>,
    /// The same; counts unless all that is named is agreed.
    #[schemars(example = json!({ "crossing": "open", "prisoners": "20 to 50" }))]
    #[serde(default, rename = "unless", skip_serializing_if = "Option::is_none")]
    pub outside: Option<BTreeMap<String, NamedFile>>,
}

/// Which options of an issue are meant.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(example = &"open", example = &"50 to 150", example = json!(["open", "shut"]))]
pub enum NamedFile {
    /// One, or a range such as "50 to 150".
    One(OptionFile),
    /// Any of these.
    AnyOf(Vec<OptionFile>),
}

/// An answer: this package rather than that.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AnswerFile {
    /// The package that it prefers.
    #[schemars(example = json!({ "crossing": "open", "prisoners": 10 }))]
    pub prefers: PackageFile,
    /// The one that it likes less.
    #[schemars(example = json!({ "crossing": "shut", "prisoners": 30 }))]
    pub to: PackageFile,
}

impl PackagesFile {
    /// What is wrong with the version, where it is not one that is read.
    pub(super) fn version(&self) -> Option<Wrong> {
        version("good-offices-packages", self.good_offices_packages)
    }
}

impl PreferencesFile {
    /// What is wrong with the version, where it is not one that is read.
    pub(super) fn version(&self) -> Option<Wrong> {
        version("good-offices-preferences", self.good_offices_preferences)
    }
}

fn version(key: &str, given: u32) -> Option<Wrong> {
    let why =
        format!("`{key}` is {given}, and only version 1 is read. Write 1, or use a newer program.");
    (given != 1).then(|| Wrong::new(why).at(Way::to(key)))
}

/// The JSON Schemas of both forms.
pub fn schema() -> [Schema; 2] {
    [schema_for!(PackagesFile), schema_for!(PreferencesFile)]
}
