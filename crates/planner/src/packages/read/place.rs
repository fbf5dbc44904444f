//! Where in a file something stands: the file as whoever gave it named it, and lines of it, which are
//! looked up only when they have to be told.

use std::fmt;

use super::{Source, Stands};
use crate::document::{
    self,
    tree::{self, Node},
};

/// Lines of one fault that are told.
const LINES_MOST: usize = 6;

/// A file, and the lines of it that are meant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct At {
    /// The file, as it was given.
    pub file: String,
    /// Its lines, from 1, in their order; none where the whole of it is meant, or its form has no lines.
    pub lines: Vec<usize>,
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        match self.lines.as_slice() {
            [] => Ok(()),
            [line] => write!(f, ", line {line}"),
            [first @ .., last] => {
                let first: Vec<String> = first.iter().map(usize::to_string).collect();
                write!(f, ", lines {} and {last}", first.join(", "))
            }
        }
    }
}

/// A step into a document of keys and lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// What belongs to a key.
    Key(String),
    /// An entry of a list, from nought.
    Item(usize),
}

impl Step {
    pub(super) fn key(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

/// What is the matter in a file, and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrong {
    /// What is the matter and what to do.
    pub why: String,
    /// The lines, where they are known.
    lines: Vec<usize>,
    /// Where they are not, how to go there from the outermost on.
    steps: Vec<Step>,
}

impl Wrong {
    pub(super) fn new(why: impl Into<String>) -> Self {
        Self {
            why: why.into(),
            lines: Vec::new(),
            steps: Vec::new(),
        }
    }

    /// The same in other words.
    pub(super) fn told(mut self, say: impl Fn(&str) -> String) -> Self {
        self.why = say(&self.why);
        self
    }

    /// The same on a line too.
    pub(super) fn on(mut self, line: usize) -> Self {
        self.lines.push(line);
        self
    }

    /// The same, seen from further out.
    pub(super) fn within(mut self, step: Step) -> Self {
        self.steps.insert(0, step);
        self
    }

    /// The place of it in a file of this text.
    pub(super) fn at(&self, file: &str, text: &str) -> At {
        if !self.lines.is_empty() {
            return at_lines(file, self.lines.clone());
        }
        at(file, text, std::slice::from_ref(&self.steps))
    }
}

/// A place of so many lines.
pub(super) fn at_lines(file: &str, mut lines: Vec<usize>) -> At {
    lines.sort_unstable();
    lines.dedup();
    lines.truncate(LINES_MOST);
    At {
        file: file.to_owned(),
        lines,
    }
}

/// The place to which ways into a document of keys and lists lead, as far as they do.
pub(super) fn at(file: &str, text: &str, ways: &[Vec<Step>]) -> At {
    at_lines(file, lines(text, ways))
}

/// The line to which each way leads; nothing for one that does not even begin.
pub(super) fn lines(text: &str, ways: &[Vec<Step>]) -> Vec<usize> {
    if ways.iter().all(Vec::is_empty) {
        return Vec::new();
    }
    let (root, _) = tree::of(text);
    let lines = root.iter().flat_map(|root| {
        let ways = ways.iter();
        ways.filter_map(|steps| line(root, steps))
    });
    lines.collect()
}

/// The line to which a way leads; nothing where it does not even begin.
fn line(root: &Node, steps: &[Step]) -> Option<usize> {
    let (mut node, mut found) = (root, None);
    for step in steps {
        let (place, inner) = match step {
            Step::Key(key) => match node.entry(key) {
                Some((key, inner)) => (key.place, inner),
                None => break,
            },
            Step::Item(at) => match node.items().get(*at) {
                Some(inner) => (inner.place, inner),
                None => break,
            },
        };
        (node, found) = (inner, Some(place.line));
    }
    found
}

/// Where something stands: in which file, and how to go there from its outermost on.
#[derive(Clone)]
pub(super) struct Origin<'a> {
    source: Source<'a>,
    way: Vec<Step>,
}

impl<'a> Origin<'a> {
    pub(super) const fn of(source: &Source<'a>, way: Vec<Step>) -> Self {
        Self {
            source: *source,
            way,
        }
    }

    /// The place of what is the matter in it.
    pub(super) fn at(&self, wrong: Wrong) -> At {
        let text = document::text(self.source.bytes).unwrap_or_default();
        let wrong = self.way.iter().rev().cloned().fold(wrong, Wrong::within);
        wrong.at(self.source.file, text)
    }

    /// Where what it holds stands: with lines only where answers are weighed, since these may
    /// contradict each other.
    pub(super) fn stands(&self, answers: usize) -> Stands {
        if answers == 0 {
            return Stands {
                at: At {
                    file: self.source.file.to_owned(),
                    lines: Vec::new(),
                },
                answers: Vec::new(),
            };
        }
        let text = document::text(self.source.bytes).unwrap_or_default();
        let ways = (0..answers).map(|at| {
            let answer = [Step::key("answers"), Step::Item(at)];
            self.way.iter().cloned().chain(answer).collect()
        });
        let ways: Vec<Vec<Step>> = ways.collect();
        Stands {
            at: self.at(Wrong::new("")),
            answers: lines(text, &ways),
        }
    }
}
