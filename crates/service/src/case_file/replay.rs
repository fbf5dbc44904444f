//! Replaying a case file: each command through the same door as everything else. A refused command
//! stops the replay with its line, the reason and the advice; or, where that is asked for, the rest
//! goes on and all refusals are reported.

use std::collections::BTreeMap;

use mediation::{command::Submission, ids::EntryRef};
use serde_json::Value;

use super::{CaseFile, Item, faults};
use crate::{Office, Recorded, ServiceError};

/// What to do about a refused command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Stop there.
    StopAtFirst,
    /// Go on with the rest, and report all.
    KeepGoing,
}

/// A command that was not taken.
#[derive(Debug)]
pub struct Problem {
    /// The line on which it begins.
    pub line: u64,
    /// Which command it is, as it is written.
    pub command: String,
    /// What was the matter.
    pub error: ServiceError,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let command = faults::one_line(&self.command);
        write!(f, "line {}, {command}: ", self.line)?;
        match &self.error {
            ServiceError::Malformed(m) => write!(
                f,
                "{} Nothing was recorded. {}",
                faults::sentence(m),
                faults::advice(&command, m)
            ),
            other => other.fmt(f),
        }
    }
}

/// What came of a replay.
#[derive(Debug, Default)]
pub struct ReplayReport {
    /// How many commands were carried out.
    pub done: usize,
    /// How many entries they wrote.
    pub entries: usize,
    /// Those that were not.
    pub problems: Vec<Problem>,
}

/// Replays a file into an office. `progress` is told how many commands have been tried, of how many;
/// when it answers `false` the replay stops there.
pub fn replay(
    office: &Office,
    file: &CaseFile,
    mode: Mode,
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> ReplayReport {
    let mut report = ReplayReport::default();
    let mut labels = BTreeMap::new();
    for (i, item) in file.items.iter().enumerate() {
        match carry_out(office, item, &labels) {
            Ok(recorded) => {
                report.done += 1;
                report.entries += recorded.entries.len();
                take_labels(item, &recorded, &mut labels);
            }
            Err(error) => {
                let command = item
                    .map
                    .get("do")
                    .and_then(Value::as_str)
                    .unwrap_or("a command without “do”");
                report.problems.push(Problem {
                    line: item.line,
                    command: command.to_owned(),
                    error,
                });
                if mode == Mode::StopAtFirst {
                    break;
                }
            }
        }
        if !progress(i + 1, file.items.len()) {
            break;
        }
    }
    report
}

fn take_labels(item: &Item, recorded: &Recorded, labels: &mut BTreeMap<String, EntryRef>) {
    if let (Some(label), Some(first)) = (&item.label, recorded.entries.first()) {
        labels.insert(label.clone(), first.clone());
    }
    let own = recorded.entries.iter().find(|e| e.room.is_desk());
    if let (Some(label), Some(own)) = (&item.label_desk, own) {
        labels.insert(label.clone(), own.clone());
    }
}

fn carry_out(
    office: &Office,
    item: &Item,
    labels: &BTreeMap<String, EntryRef>,
) -> Result<Recorded, ServiceError> {
    let read = || {
        let mut map = item.map.clone();
        map.values_mut()
            .try_for_each(|v| put_in_labels(v, labels))?;
        Ok::<_, ServiceError>(map)
    };
    match Submission::from_map(read()?, None) {
        Ok(submission) => office.submit_retold(&submission),
        Err(fault) => Err(faults::placed(read()?, fault).into()),
    }
}

/// A value that is just `@label` stands for the entry of that label; `@@` begins a text that
/// truly begins with an at sign.
fn put_in_labels(
    value: &mut Value,
    labels: &BTreeMap<String, EntryRef>,
) -> Result<(), ServiceError> {
    match value {
        Value::String(s) => {
            let Some(label) = s.strip_prefix('@') else {
                return Ok(());
            };
            if let Some(rest) = label.strip_prefix('@') {
                *s = format!("@{rest}");
            } else if mediation::ids::TextId::new(label).is_ok() {
                let entry = labels
                    .get(label)
                    .ok_or_else(|| mediation::submission::Malformed {
                        field: None,
                        problem: format!(
                            "no command before this one has the label “{label}”, or it was refused"
                        ),
                    })?;
                *s = entry.to_string();
            }
            Ok(())
        }
        Value::Array(list) => list.iter_mut().try_for_each(|v| put_in_labels(v, labels)),
        Value::Object(map) => map.values_mut().try_for_each(|v| put_in_labels(v, labels)),
        Value::Null | Value::Bool(_) | Value::Number(_) => Ok(()),
    }
}
