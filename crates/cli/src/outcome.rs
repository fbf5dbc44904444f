//! How a command ends and how anything is said, in one place: what reaches the terminal cannot
//! steer it, whatever file or name it was taken from; and the exit code.
//!
//! 0: done. 1: refused, or something does not add up. 2: the command line itself is wrong (clap).
//! 3: something failed that is nobody's refusal: a file, the disk, the database. 130: stopped by
//! Ctrl-C, as shells count it.

use std::{fmt::Display, io::ErrorKind, path::Path, process::ExitCode};

use crate::committed::Refused;
use linkage::{
    commit::{CommitmentError, OpeningError},
    overlap::{AuditError, CompareError, MessageError, PledgeError, ReleaseError, SessionError},
};
use planner::{
    document::{DocumentError, Placed},
    forecast::ForecastError,
    order::{self, report::OrderOfPlanError},
    packages,
    plan::{NoParty, PlanError},
    stability::{ConflictError, ConflictFileError},
};
use record::{
    checkpoint::CheckpointError, export::ExportError, keys::KeyringError, receipt::ReceiptError,
};
use service::ServiceError;
use store::StoreError;

use crate::linking::{Interrupted, NotOfThis};

/// The exit code of work that was stopped: 128 and the number of the signal.
pub const INTERRUPTED: u8 = 130;

/// What stands beside every advice to go back to a copy: a copy is older than what it replaces.
pub const COMPARE_FIRST: &str = "Before you work with a copy, compare it with what was signed since it was made, the receipts and checkpoints that you and the participants hold: goodoffices check --store COPY --since FILE...";

/// How a command ended that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// What was asked for was done.
    Done,
    /// Something was refused or does not add up; it has been said.
    NotSo,
}

/// The exit code; an error is said with its causes.
pub fn exit_code(done: anyhow::Result<Outcome>) -> ExitCode {
    match done {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::NotSo) => ExitCode::from(1),
        Err(error) => {
            tell(format_args!("goodoffices: {}", with_causes(&error)));
            if asks_for_a_copy(&error) {
                tell(COMPARE_FIRST);
            }
            ExitCode::from(if was_stopped(&error) {
                INTERRUPTED
            } else if is_refusal(&error) {
                1
            } else {
                3
            })
        }
    }
}

/// An error and its causes, none of them twice: some name their cause themselves.
fn with_causes(error: &anyhow::Error) -> String {
    let mut said = error.to_string();
    for cause in error.chain().skip(1).map(ToString::to_string) {
        if !said.contains(&cause) {
            said.push_str(": ");
            said.push_str(&cause);
        }
    }
    said
}

fn is_refusal(error: &anyhow::Error) -> bool {
    matches!(
        error.downcast_ref::<ServiceError>(),
        Some(ServiceError::Refused(_) | ServiceError::Malformed(_) | ServiceError::NothingThere)
    ) || error.is::<ExportError>()
        || error.is::<ReceiptError>()
        || error.is::<CheckpointError>()
        || error.is::<NotOfThis>()
        || of_an_overlap(error)
        || of_a_plan(error)
}

/// Whether somebody stopped it.
fn was_stopped(error: &anyhow::Error) -> bool {
    error.is::<Interrupted>()
        || matches!(error.downcast_ref(), Some(ConflictError::Stopped(_)))
        || matches!(error.downcast_ref(), Some(ConflictFileError::Stopped(_)))
        || matches!(
            error.downcast_ref(),
            Some(Placed {
                error: OrderOfPlanError::Order(order::OrderError::Stopped(_)),
                ..
            })
        )
        || matches!(
            error.downcast_ref(),
            Some(packages::report::ReportError::Stopped(_))
        )
}

/// Whether a plan or another file of the planner was refused.
fn of_a_plan(error: &anyhow::Error) -> bool {
    error.is::<PlanError>()
        || error.is::<NoParty>()
        || error.is::<Placed<ForecastError>>()
        || error.is::<ConflictError>()
        || error.is::<ConflictFileError>()
        || error.is::<DocumentError>()
        || error.is::<Placed<OrderOfPlanError>>()
        || error.is::<packages::read::ReadError>()
        || error.is::<packages::report::ReportError>()
}

/// Whether a file of a commitment or of a blind overlap was refused.
fn of_an_overlap(error: &anyhow::Error) -> bool {
    error.is::<CommitmentError>()
        || error.is::<OpeningError>()
        || error.is::<PledgeError>()
        || error.is::<SessionError>()
        || error.is::<MessageError>()
        || error.is::<CompareError>()
        || error.is::<AuditError>()
        || error.is::<ReleaseError>()
        || error.is::<Refused>()
}

/// Whether an error's advice is to restore a copy of the store.
fn asks_for_a_copy(error: &anyhow::Error) -> bool {
    matches!(
        error.downcast_ref::<ServiceError>(),
        Some(
            ServiceError::Store(StoreError::Damaged { .. })
                | ServiceError::Keyring(KeyringError::Damaged | KeyringError::Form(_))
                | ServiceError::NoKeyring
                | ServiceError::Entry { .. }
                | ServiceError::Log { .. }
                | ServiceError::NotAsSigned { .. }
        )
    )
}

/// Says a line on standard output.
///
/// # Errors
/// As [`print`].
pub fn say(line: impl Display) -> anyhow::Result<()> {
    print(format!("{}\n", harmless(&line.to_string())).as_bytes())
}

/// Says what one of our papers made, on standard output, with the isolates that it holds: they keep a
/// number or a name in Latin letters from turning a line in Arabic round, and what came from a file
/// is in it with all such signs written out.
///
/// # Errors
/// As [`print`].
pub fn say_isolated(text: &str) -> anyhow::Result<()> {
    print(format!("{}\n", isolated(text)).as_bytes())
}

/// Says a line that one of our papers made, on standard error. Nobody can be told when that fails.
pub fn tell_isolated(text: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "{}", isolated(text));
}

/// Harmless but for its isolates.
fn isolated(text: &str) -> String {
    let parts = text.split_inclusive(['\u{2068}', '\u{2069}']);
    let parts = parts.map(|part| {
        let bare = part.trim_end_matches(['\u{2068}', '\u{2069}']);
        let isolate = part.get(bare.len()..).unwrap_or_default();
        harmless(bare) + isolate
    });
    parts.collect()
}

/// Says a line on standard error. Nobody can be told when that fails.
pub fn tell(line: impl Display) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "{}", harmless(&line.to_string()));
}

/// Writes to standard output as it is: for what another program is to read. A reader that has gone
/// away is no failure.
///
/// # Errors
/// When the output cannot be written for another reason.
pub fn print(bytes: &[u8]) -> anyhow::Result<()> {
    use std::io::Write as _;
    match std::io::stdout()
        .write_all(bytes)
        .and_then(|()| std::io::stdout().flush())
    {
        Err(e) if e.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => Ok(other?),
    }
}

/// A path as it may be shown within a line: it may have been chosen by a stranger, and hold a
/// line break as well as anything else.
pub fn path_shown(path: &Path) -> String {
    let shown = path.to_string_lossy();
    harmless(&shown).replace('\n', "\\n").replace('\t', "\\t")
}

/// Words as a terminal may show them: what would move its cursor, change its colours or turn
/// round what is read is written out instead.
pub fn harmless(words: &str) -> String {
    let steers = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    let turns = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    words
        .chars()
        .fold(String::with_capacity(words.len()), |mut all, c| {
            if steers(c) || turns(c) {
                all.extend(c.escape_unicode());
            } else {
                all.push(c);
            }
            all
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_speak_to_the_terminal() {
        assert_eq!(
            harmless("a\tb\n\u{1b}[2J\r\u{9b}\u{7f}\u{202e} نعم"),
            "a\tb\n\\u{1b}[2J\\u{d}\\u{9b}\\u{7f}\\u{202e} نعم"
        );
        assert_eq!(path_shown(Path::new("a\nIt holds")), "a\\nIt holds");
    }

    #[test]
    fn a_cause_is_said_once() {
        let cause = std::io::Error::other("the address is in use");
        let error =
            anyhow::Error::new(cause).context("no port: the address is in use; try another");
        assert_eq!(
            with_causes(&error),
            "no port: the address is in use; try another"
        );
        let cause = anyhow::anyhow!("why").context("what");
        assert_eq!(with_causes(&cause), "what: why");
    }

    #[test]
    fn advice_to_restore_says_what_to_compare_first() {
        let of = |e: ServiceError| asks_for_a_copy(&anyhow::Error::new(e));
        assert!(of(ServiceError::NoKeyring));
        assert!(of(ServiceError::Keyring(KeyringError::Damaged)));
        assert!(!of(ServiceError::Keyring(KeyringError::WrongPassphrase)));
        assert!(!of(ServiceError::NothingThere));
    }
}
