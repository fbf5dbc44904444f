//! Why files cannot be read.

use thiserror::Error;

use super::{
    Source,
    place::{At, Wrong},
};
use crate::{
    document::DocumentError,
    packages::{domain::DomainError, problem::ProblemError},
};

/// Why files cannot be read. Each names the file as it was given, and the line where that is known.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReadError {
    /// A document is at fault.
    #[error("{file}: {error}")]
    Document {
        /// Which file.
        file: String,
        /// What is the matter.
        error: DocumentError,
    },
    /// A file is not of the form that it seems to be.
    #[error("reading {at}: {why}")]
    Form {
        /// Where.
        at: At,
        /// What is the matter and what to do.
        why: String,
    },
    /// What a party prefers names what is not there.
    #[error("{at}: reading what {party} prefers: {why}")]
    Preferences {
        /// Where.
        at: At,
        /// Whose.
        party: String,
        /// What is the matter and what to do.
        why: String,
    },
    /// The draft names what is not there.
    #[error("{at}: reading the draft: {why}")]
    Draft {
        /// Where.
        at: At,
        /// What is the matter and what to do.
        why: String,
    },
    /// No file says what is talked about.
    #[error(
        "{files}: reading the files: none says what the issues and their options are. Name the file that does too."
    )]
    NoIssues {
        /// All that were given.
        files: String,
    },
    /// The issues are no domain.
    #[error("{at}: {error}")]
    Domain {
        /// Where.
        at: At,
        /// What is the matter.
        error: DomainError,
    },
    /// The parts do not fit together.
    #[error("{at}: {error}")]
    Problem {
        /// Where: more than one place, as names that are given twice have.
        at: String,
        /// What is the matter.
        error: ProblemError,
    },
}

impl ReadError {
    pub(super) fn form(source: &Source<'_>, text: &str, wrong: &Wrong) -> Self {
        Self::Form {
            at: wrong.at(source.file, text),
            why: wrong.why.clone(),
        }
    }

    pub(super) fn no_issues<'a>(sources: impl IntoIterator<Item = &'a Source<'a>>) -> Self {
        let files: Vec<&str> = sources.into_iter().map(|source| source.file).collect();
        Self::NoIssues {
            files: files.join(", "),
        }
    }
}
