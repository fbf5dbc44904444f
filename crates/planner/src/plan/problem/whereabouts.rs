//! Where in a plan something is, in words.

use std::fmt;

use super::{plain, quoted};

/// Where in a plan something is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Where {
    /// The plan as a whole.
    Plan,
    /// A party, by its key.
    Party(String),
    /// A class, by its key.
    Class(String),
    /// A stage, counted from 1.
    Stage(usize),
    /// A step of a stage, both counted from 1.
    Step(usize, usize),
    /// A rule.
    Rule(&'static str, usize),
    /// What stands under these keys, from the outermost.
    Under(Vec<String>),
}

impl fmt::Display for Where {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plan => f.write_str("the plan"),
            Self::Party(key) => write!(f, "party {}", quoted(key)),
            Self::Class(key) => write!(f, "class {}", quoted(key)),
            Self::Stage(stage) => write!(f, "stage {stage}"),
            Self::Step(stage, step) => write!(f, "stage {stage}, step {step}"),
            Self::Rule(rule, number) => write!(f, "rule {rule} {number}"),
            Self::Under(keys) => {
                let keys: Vec<String> = keys.iter().map(|key| plain(key)).collect();
                f.write_str(&keys.join(" › "))
            }
        }
    }
}
