//! What is wrong in a document: where, and what to write.

use std::fmt::{self, Write as _};

use super::tree::Place;

/// Faults that are looked for; a document with more of them is another than was meant.
pub const FAULTS_MOST: usize = 1_000;
/// Faults that are told one by one.
const TOLD: usize = 20;

/// One thing that is wrong in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where it stands.
    pub place: Place,
    /// Within what.
    pub path: Path,
    /// What is wrong, and what to write.
    pub what: String,
    about: About,
}

/// What a fault is about, of what stands or begins at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// What is written there.
    Written,
    /// The key there: not what begins with it.
    Key,
    /// What is missing in that which begins there.
    LeftOut,
}

impl Fault {
    /// A fault.
    pub const fn new(place: Place, path: Path, what: String) -> Self {
        Self {
            place,
            path,
            what,
            about: About::Written,
        }
    }

    /// The same, about something else.
    pub(super) const fn about(mut self, about: About) -> Self {
        self.about = about;
        self
    }

    /// What it is about.
    pub(super) const fn is_about(&self) -> About {
        self.about
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.place)?;
        if !self.path.0.is_empty() {
            write!(f, " ({})", self.path)?;
        }
        write!(f, ": {}", self.what)
    }
}

/// Within what something stands: keys and entries of lists, from the outermost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(Vec<Step>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Key(String),
    Item(usize),
}

impl Path {
    /// Whether it leads nowhere but to the whole.
    pub(crate) const fn is_whole(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn enter(&mut self, key: &str) {
        self.0.push(Step::Key(plain(key)));
    }

    pub(super) fn enter_item(&mut self, number: usize) {
        self.0.push(Step::Item(number));
    }

    pub(super) fn leave(&mut self) {
        self.0.pop();
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if at == 0 => f.write_str(key)?,
                Step::Key(key) => write!(f, " › {key}")?,
                Step::Item(number) => write!(f, " {number}")?,
            }
        }
        Ok(())
    }
}

/// Several faults, in the order of the file, one on a line.
pub(crate) fn list(faults: &[impl fmt::Display]) -> String {
    let mut said = match faults.len() {
        1 => "one place in it is not as it has to be.".to_owned(),
        n => format!("{n} places in it are not as they have to be."),
    };
    said.push_str(&rows(faults));
    said
}

/// Several faults, each on a line of its own.
pub(crate) fn rows(faults: &[impl fmt::Display]) -> String {
    let mut said = String::new();
    for fault in faults.iter().take(TOLD) {
        // Writing to a string does not fail.
        let _ = write!(said, "\n  {fault}");
    }
    if let Some(more) = faults.len().checked_sub(TOLD).filter(|more| *more > 0) {
        let _ = write!(said, "\n  and {more} more.");
    }
    said
}

/// What a file says, between quotation marks.
pub(crate) fn shown(text: &str) -> String {
    format!("“{}”", plain(text))
}

/// What a file says, shown so that nothing in it steers a terminal.
pub(crate) fn plain(text: &str) -> String {
    const MOST: usize = 60;
    let harmless = |c: char| if c.is_control() { '\u{FFFD}' } else { c };
    let mut shown: String = text.chars().take(MOST).map(harmless).collect();
    if text.chars().nth(MOST).is_some() {
        shown.push('…');
    }
    shown
}
