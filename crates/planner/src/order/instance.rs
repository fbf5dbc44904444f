//! Least-exposure instances as researchers exchange them: JSON with one item an obligation.

use std::collections::BTreeMap;

use serde::Deserialize;
use thiserror::Error;

use super::{
    contradiction::Contradiction,
    problem::{Class, Draft, Effect, Party, Problem},
    stages::{Band, Stages, Turn},
};
use crate::document::BYTES_MOST;

/// Why an instance cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum InstanceError {
    /// Too large.
    #[error("reading the instance: it has {bytes} bytes, and at most {BYTES_MOST} are read")]
    TooLarge {
        /// How many bytes it has.
        bytes: usize,
    },
    /// Not JSON of this form.
    #[error("reading the instance: {0}")]
    Form(String),
    /// It holds a contradiction.
    #[error("reading the instance: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Contradiction(Vec<Contradiction>),
}

#[derive(Deserialize)]
struct Written {
    items: Vec<Item>,
    #[serde(rename = "T")]
    most: u32,
    #[serde(rename = "bA")]
    batch_a: u32,
    #[serde(rename = "bB")]
    batch_b: u32,
    ratio: i64,
    slack: i64,
    tierprec: bool,
}

#[derive(Deserialize)]
struct Item {
    party: Side,
    tier: u32,
    cost: i64,
    value: i64,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    A,
    B,
}

/// Reads an instance; items that are alike become one class.
///
/// # Errors
/// It is no JSON of this form, or holds contradictions.
pub fn read(bytes: &[u8]) -> Result<Problem, InstanceError> {
    if bytes.len() > BYTES_MOST {
        return Err(InstanceError::TooLarge { bytes: bytes.len() });
    }
    let written: Written =
        serde_json::from_slice(bytes).map_err(|error| InstanceError::Form(error.to_string()))?;
    let mut counts: BTreeMap<(Side, u32, i64, i64), u32> = BTreeMap::new();
    for item in &written.items {
        let tier = if written.tierprec { item.tier } else { 0 };
        *counts
            .entry((item.party, tier, item.cost, item.value))
            .or_default() += 1;
    }
    let class = |((side, tier, cost, value), count): ((Side, u32, i64, i64), u32)| {
        let (cost, value) = (Effect::Each(cost.saturating_neg()), Effect::Each(value));
        let (name, giver, effects) = match side {
            Side::A => ("A", 0, vec![cost, value]),
            Side::B => ("B", 1, vec![value, cost]),
        };
        Class {
            name: format!("{name} {tier}"),
            giver,
            count,
            tier,
            effects,
        }
    };
    let party = |name: &str| Party {
        name: name.to_owned(),
        ..Party::default()
    };
    let classes: Vec<Class> = counts.into_iter().map(class).collect();
    let stages = Stages {
        most: written.most,
        batch: vec![Some(written.batch_a), Some(written.batch_b)],
        bands: vec![Band::between(
            &classes,
            (0, 1),
            (written.ratio, 1),
            written.slack,
        )],
        turn: Turn::Free,
        inside: Vec::new(),
    };
    let draft = Draft {
        parties: vec![party("A"), party("B")],
        classes,
        before: Vec::new(),
        stages: Some(stages),
    };
    Problem::new(draft).map_err(InstanceError::Contradiction)
}
