//! Lists of names as they came, estimates of how many are held, and what has been confirmed.
//! The three stand side by side; none is ever put in place of another.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    concerns::undertakings::CategoryCount,
    decide::{Deciding, Outgoing, Refused},
    entry::Speaker,
    event::Event,
    ids::EntryRef,
    refusal::Reason,
    time::Moment,
    words::{Title, Wording},
};

/// The most rows of one list.
pub const ROWS_MOST: usize = 5_000;

/// Record a list as it came from a participant. Every row is kept as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RecordList {
    /// Whose list.
    pub from: Speaker,
    /// What the list is of.
    pub kind: ListKind,
    /// What it was called when it came.
    pub title: Title,
    /// How many rows it has by its own word; checked against the rows, never corrected.
    pub count: u64,
    /// How many of each category, by its own word.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<CategoryCount>,
    /// The rows as they came, each a set of named fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<BTreeMap<Title, Cell>>,
    /// What it says, and what it does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remarks: Option<Wording>,
}

/// A cell of a list as it came: any text, empty too. A fault in one cell never keeps out a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Cell(String);

impl Cell {
    /// The cell as it came.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The cell as it can be shown: what would hide, or turn round what is read, stands in words.
    pub fn shown(&self) -> String {
        let visible = |c: char| match c {
            '\n' | '\t' => " ".to_owned(),
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200B}' | '\u{FEFF}' => {
                format!("[U+{:04X}]", u32::from(c))
            }
            c if c.is_control() => format!("[U+{:04X}]", u32::from(c)),
            c => c.to_string(),
        };
        self.0.chars().map(visible).collect()
    }

    /// What is the matter with it, if anything is.
    pub fn fault(&self) -> Option<CellFault> {
        if self.0.trim().is_empty() {
            Some(CellFault::Empty)
        } else if self.shown() != self.0 {
            Some(CellFault::Hidden)
        } else {
            None
        }
    }
}

/// What may be the matter with a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellFault {
    /// It is empty.
    Empty,
    /// It holds characters that hide, or turn round what is read.
    Hidden,
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        match serde_json::Value::deserialize(d)? {
            serde_json::Value::String(s) => Ok(Self(s)),
            serde_json::Value::Null => Ok(Self::default()),
            serde_json::Value::Bool(b) => Ok(Self(b.to_string())),
            serde_json::Value::Number(n) => Ok(Self(n.to_string())),
            serde_json::Value::Array(_) | serde_json::Value::Object(_) => {
                Err(serde::de::Error::custom("a cell of a list is one value"))
            }
        }
    }
}

impl schemars::JsonSchema for Cell {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Cell".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": ["string", "number", "boolean", "null"],
            "description": "A cell of a list as it came; it may be empty.",
        })
    }
}

/// What a list is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ListKind {
    /// Persons who are missing or asked for.
    Sought,
    /// Persons who are held.
    Held,
    /// Persons who are offered for release.
    Offered,
    /// Persons whose release is agreed.
    Agreed,
    /// Persons set down for a stage.
    Scheduled,
    /// Persons who were released.
    Released,
    /// Persons who are not to be released.
    Excluded,
    /// Mortal remains.
    Remains,
}

/// Record an estimate of how many, and whose it is. It stands beside what is confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Estimate {
    /// Of whom: `women and children held`.
    pub of: Title,
    /// At least so many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<u64>,
    /// At most so many; without it the estimate has no upper figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<u64>,
    /// Whose estimate. Not written `by`, which says who submits a command.
    #[serde(rename = "whose")]
    pub by: Title,
    /// In what words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Wording>,
}

/// Record how many are confirmed, and how firmly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ConfirmCount {
    /// Of whom: in the same words as the estimate that it stands beside.
    pub of: Title,
    /// How many.
    pub count: u64,
    /// Whose figure, where it is not the desk's own finding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whose: Option<Title>,
    /// How firmly.
    pub firmness: Firmness,
    /// The list that it was checked against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<EntryRef>,
    /// How it was checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Wording>,
}

/// How firmly something is known of persons.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Firmness {
    /// Somebody says so.
    Asserted,
    /// With evidence that can be looked at.
    Substantiated,
    /// Found to be so by the desk.
    Verified,
    /// Two claims that cannot both hold.
    Disputed,
}

/// A list, as one room knows it. Its number among the room's lists is its place here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListState {
    /// The entry.
    pub number: u64,
    /// What came.
    pub list: RecordList,
}

/// An estimate with when it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EstimateState {
    /// The entry.
    pub number: u64,
    /// When.
    pub when: Moment,
    /// What was said.
    pub estimate: Estimate,
}

/// Lists, estimates and confirmed numbers of one room.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lists {
    /// Lists in the order in which they came.
    pub lists: Vec<ListState>,
    /// Estimates in the order in which they were made.
    pub estimates: Vec<EstimateState>,
    /// Confirmed numbers by entry.
    pub confirmed: BTreeMap<u64, ConfirmCount>,
}

/// How the rows of a list and its own figures differ; `None` when they do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mismatch {
    /// The list says one number and has another.
    Rows {
        /// What it says.
        says: u64,
        /// What it has.
        has: u64,
    },
    /// Its categories add up to another number than it says.
    Categories {
        /// What it says.
        says: u64,
        /// What they add up to.
        add_up: u64,
    },
}

impl RecordList {
    /// The cells with which something is the matter: row, from 1, column and what. They are told,
    /// and the list is kept as it came.
    pub fn faults(&self) -> impl Iterator<Item = (usize, &Title, CellFault)> {
        let rows = self.rows.iter().enumerate();
        rows.flat_map(|(n, row)| {
            row.iter()
                .filter_map(move |(c, cell)| Some((n + 1, c, cell.fault()?)))
        })
    }

    /// Whether its own figures disagree. They are flagged, never settled.
    pub fn mismatch(&self) -> Option<Mismatch> {
        let has = u64::try_from(self.rows.len()).unwrap_or(u64::MAX);
        if has > 0 && has != self.count {
            return Some(Mismatch::Rows {
                says: self.count,
                has,
            });
        }
        let add_up = self
            .categories
            .iter()
            .fold(0_u64, |sum, c| sum.saturating_add(c.count));
        (!self.categories.is_empty() && add_up != self.count).then_some(Mismatch::Categories {
            says: self.count,
            add_up,
        })
    }
}

impl Lists {
    pub(crate) fn receive(&mut self, number: u64, list: &RecordList) {
        self.lists.push(ListState {
            number,
            list: list.clone(),
        });
    }

    pub(crate) fn estimate(&mut self, number: u64, when: Moment, e: &Estimate) {
        self.estimates.push(EstimateState {
            number,
            when,
            estimate: e.clone(),
        });
    }

    pub(crate) fn confirm(&mut self, number: u64, c: &ConfirmCount) {
        self.confirmed.insert(number, c.clone());
    }
}

pub(crate) fn record_list(d: &Deciding<'_>, l: &RecordList) -> Result<Vec<Outgoing>, Refused> {
    d.speaker(&l.from)?;
    if l.rows.len() > ROWS_MOST {
        return d.refuse(Reason::TooManyRows {
            rows: l.rows.len(),
            most: ROWS_MOST,
        });
    }
    d.here(Event::ListReceived(l.clone()))
}

pub(crate) fn estimate(d: &Deciding<'_>, e: &Estimate) -> Result<Vec<Outgoing>, Refused> {
    match (e.low, e.high) {
        (None, None) => return d.refuse(Reason::NothingGiven { what: "low" }),
        (Some(low), Some(high)) if low > high => {
            return d.refuse(Reason::LowAboveHigh { low, high });
        }
        _ => {}
    }
    d.here(Event::EstimateGiven(e.clone()))
}

pub(crate) fn confirm_count(d: &Deciding<'_>, c: &ConfirmCount) -> Result<Vec<Outgoing>, Refused> {
    if let Some(list) = &c.list {
        // In a room that others read, an entry names nothing that stands elsewhere.
        let body = if d.submission.room.is_desk() {
            d.entry(list)?
        } else {
            d.in_this_room(list)?
        };
        if !matches!(body.event, Event::ListReceived(_)) {
            return d.refuse(Reason::NotOfThatKind {
                entry: list.clone(),
                kind: "list",
            });
        }
    }
    d.here(Event::CountConfirmed(c.clone()))
}
