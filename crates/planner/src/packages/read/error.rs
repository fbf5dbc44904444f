//! Why files cannot be read: all that is wrong with them.

use std::fmt;

use thiserror::Error;

use super::place::{At, File, Wrong};
use crate::{
    document::{
        self, DocumentError,
        fault::{FAULTS_MOST, plain, rows},
        mend::STAND_IN,
        tree::Place,
    },
    packages::{domain::DomainError, problem::ProblemError},
};

/// Why files cannot be read: all that is wrong with them, in the order of the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    /// What is wrong: at least one thing.
    pub faults: Vec<ReadFault>,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let [fault] = self.faults.as_slice() {
            return write!(f, "{fault}\nNothing was computed.");
        }
        let number = self.faults.len();
        let (files, them) = if self.of_one_file() {
            ("file", "it")
        } else {
            ("files", "them")
        };
        write!(
            f,
            "reading the {files}: {number} places in {them} are not as they have to be.{}\nNothing was computed. Correct the {files} there.",
            rows(&self.faults)
        )
    }
}

impl std::error::Error for ReadError {}

impl ReadError {
    fn of_one_file(&self) -> bool {
        let mut files = self.faults.iter().flat_map(|fault| &fault.at);
        let first = files.next();
        files.all(|at| first.is_none_or(|first| first.file == at.file))
    }
}

/// One thing that is wrong in files. It names the file as it was given, with the line and the column where
/// that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadFault {
    /// Where: in more than one file, as names that are given twice may be.
    pub at: Vec<At>,
    /// What is wrong, and what to do.
    pub what: Misread,
}

impl fmt::Display for ReadFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_whole = self.at.iter().all(|at| at.places.is_empty());
        let and = if is_whole { ", " } else { " and " };
        for (at, place) in self.at.iter().enumerate() {
            let and = if at == 0 { "" } else { and };
            write!(f, "{and}{place}")?;
        }
        match &self.what {
            Misread::Form(fault) if !fault.path.is_whole() => write!(f, " ({}): ", fault.path)?,
            _ => f.write_str(": ")?,
        }
        write!(f, "{}", self.what)
    }
}

/// What is wrong in files.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Misread {
    /// A document cannot be read at all.
    #[error(transparent)]
    Document(DocumentError),
    /// A document is not of its form.
    #[error("{}", .0.what)]
    Form(document::Fault),
    /// A file is not of the form that it seems to be.
    #[error("{0}")]
    Other(String),
    /// What a party prefers names what is not there.
    #[error("reading what {} prefers: {why}", of_party(.party))]
    Preferences {
        /// Whose.
        party: String,
        /// What is the matter and what to do.
        why: String,
    },
    /// The draft names what is not there.
    #[error("reading the draft: {why}")]
    Draft {
        /// What is the matter and what to do.
        why: String,
    },
    /// No file says what is talked about.
    #[error(
        "reading the files: none says what the issues and their options are. Name the file that does too."
    )]
    NoIssues,
    /// The issues are no domain.
    #[error("{0}")]
    Domain(String),
    /// The parts do not fit together.
    #[error("{0}")]
    Problem(ProblemError),
}

fn of_party(name: &str) -> String {
    if name.contains(STAND_IN) {
        return "a party".to_owned();
    }
    plain(name)
}

/// Files while they are read, and what is found to be wrong in them.
pub(super) struct Gathered<'a> {
    pub files: Vec<File<'a>>,
    /// The number of the file that each is in; none of them where it is all.
    found: Vec<(Option<usize>, ReadFault)>,
    /// How many files could not be read at all.
    unread: usize,
    /// Whether the issues are said somewhere, as far as that is known.
    issues: Sought,
    /// Whether there can be parties besides those that are found.
    parties: Sought,
}

/// Whether something is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sought {
    /// It is.
    Still,
    /// It is there, or may be, and cannot be read.
    Hidden,
}

impl<'a> Gathered<'a> {
    pub(super) const fn of(files: Vec<File<'a>>) -> Self {
        Self {
            files,
            found: Vec::new(),
            unread: 0,
            issues: Sought::Still,
            parties: Sought::Still,
        }
    }

    /// That a file cannot be read at all.
    pub(super) fn unread(&mut self, file: usize, error: DocumentError) {
        self.unread += 1;
        self.push(
            Some(file),
            vec![self.at(file, Vec::new())],
            Misread::Document(error),
        );
    }

    /// That a file cannot be read at all, for what is told of it.
    pub(super) const fn not_read(&mut self) {
        self.unread += 1;
    }

    /// That the issues are said, and cannot be made out for what is told of them.
    pub(super) const fn issues_are_hidden(&mut self) {
        self.issues = Sought::Hidden;
    }

    /// That a file needs issues, and none are said.
    pub(super) fn no_issues(&mut self, file: usize) {
        if self.are_issues_sought() {
            self.issues_are_hidden();
            self.push(
                Some(file),
                vec![self.at(file, Vec::new())],
                Misread::NoIssues,
            );
        }
    }

    /// That there can be parties that cannot be made out for what is told.
    pub(super) const fn parties_are_hidden(&mut self) {
        self.parties = Sought::Hidden;
    }

    /// Whether it is to be told that there are too few parties.
    pub(super) fn are_parties_sought(&self) -> bool {
        self.parties == Sought::Still && self.are_all_read()
    }

    /// Whether it is to be told that no file says the issues.
    pub(super) fn are_issues_sought(&self) -> bool {
        self.issues == Sought::Still && self.are_all_read()
    }

    /// That a file is not of the form that it seems to be, and nothing of it can be read.
    pub(super) fn unlike(&mut self, file: usize, wrong: &Wrong) {
        self.unread += 1;
        self.other(file, wrong);
    }

    /// That something in a file is not of its form.
    pub(super) fn other(&mut self, file: usize, wrong: &Wrong) {
        self.wrong(file, wrong, |why| {
            Misread::Other(format!("reading the file: {why}"))
        });
    }

    /// Faults of the form of a document.
    pub(super) fn form(&mut self, file: usize, faults: Vec<document::Fault>) {
        for fault in faults {
            let at = self.at(file, vec![fault.place]);
            self.push(Some(file), vec![at], Misread::Form(fault));
        }
    }

    /// Something that is wrong in a file, unless it only follows from a fault of its form.
    pub(super) fn wrong(
        &mut self,
        file: usize,
        wrong: &Wrong,
        say: impl FnOnce(String) -> Misread,
    ) {
        // Past the last that is told no place is looked up.
        let found = self.files.get(file).filter(|_| !self.is_full());
        if let Some(at) = found.and_then(|file| file.of_its_own(wrong)) {
            self.push(Some(file), vec![at], say(wrong.why.clone()));
        }
    }

    /// That issues are none.
    pub(super) fn domain(&mut self, file: usize, error: &DomainError, wrong: &Wrong) {
        self.wrong(file, wrong, |_| Misread::Domain(error.to_string()));
    }

    /// What does not fit together: at these places, or in all files.
    pub(super) fn problem(&mut self, at: Vec<At>, error: ProblemError) {
        let file = |at: &At| {
            self.files
                .iter()
                .position(|file| file.source.file == at.file)
        };
        match at.first() {
            Some(first) => self.push(file(first), at, Misread::Problem(error)),
            None => self.of_all(Misread::Problem(error)),
        }
    }

    /// What is wrong with all files together.
    pub(super) fn of_all(&mut self, what: Misread) {
        let at = self
            .files
            .iter()
            .map(|file| At::of(file.source.file, Vec::new()));
        self.push(None, at.collect(), what);
    }

    /// Whether all files could be read, as far as that goes.
    pub(super) const fn are_all_read(&self) -> bool {
        self.unread == 0
    }

    /// Whether the form of a file has faults.
    pub(super) fn is_mended(&self, file: usize) -> bool {
        self.files
            .get(file)
            .is_some_and(|file| file.mended().is_some())
    }

    /// Whether no more faults are told.
    pub(super) const fn is_full(&self) -> bool {
        self.found.len() >= FAULTS_MOST
    }

    /// Whether something of a file is told as a fault.
    pub(super) fn has_faults(&self, file: usize) -> bool {
        self.found.iter().any(|(of, _)| *of == Some(file))
    }

    /// How many faults there are.
    pub(super) const fn number(&self) -> usize {
        self.found.len()
    }

    /// All faults in the order of the files.
    pub(super) fn refused(mut self) -> ReadError {
        let place =
            |fault: &ReadFault| -> Option<Place> { fault.at.first()?.places.first().copied() };
        if self.found.is_empty() {
            self.of_all(Misread::NoIssues);
        }
        self.found
            .sort_by_key(|(file, fault)| (file.unwrap_or(usize::MAX), place(fault)));
        let faults = self.found.into_iter().map(|(_, fault)| fault);
        ReadError {
            faults: faults.collect(),
        }
    }

    fn at(&self, file: usize, places: Vec<Place>) -> At {
        let file = self.files.get(file).map_or("", |file| file.source.file);
        At::of(file, places)
    }

    fn push(&mut self, file: Option<usize>, at: Vec<At>, what: Misread) {
        if !self.is_full() {
            self.found.push((file, ReadFault { at, what }));
        }
    }
}
