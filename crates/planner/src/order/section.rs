//! The section `order` of a plan file, as a person writes it: within what an order is looked for. What
//! must come before what, and what must balance, the plan's own rules say.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Within what an order of the handovers is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(rename = "OrderSection")]
pub struct Section {
    /// At most so many stages; as many as the plan has where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stages: Option<u32>,
    /// By the key of a party: how much it hands over at most in one stage, all its classes counted
    /// together.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub batches: BTreeMap<String, u32>,
    /// By the key of a class: its tier. Of one party's classes those of a lower tier are not handed over
    /// in a later stage than those of a higher one; 0 where it is not said.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tiers: BTreeMap<String, u32>,
    /// The keys of all parties that give something, in the order in which they hand over in every stage;
    /// any order, chosen stage by stage, where it is not said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub turns: Vec<String>,
    /// Keys of classes that are not put in order because they are no part of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<String>,
}
