//! How a command ends, in one place: what is said, and the exit code.
//!
//! 0: done. 1: refused, or something does not add up. 2: the command line itself is wrong (clap).
//! 3: something failed that is nobody's refusal: a file, the disk, the database.

use std::process::ExitCode;

use service::ServiceError;

/// How a command ended that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// What was asked for was done.
    Done,
    /// Something was refused or does not add up; it has been said.
    NotSo,
}

/// The exit code; an error is printed with its causes.
pub fn exit_code(done: anyhow::Result<Outcome>) -> ExitCode {
    match done {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::NotSo) => ExitCode::from(1),
        Err(error) => {
            eprintln!("goodoffices: {error:#}");
            let refused = matches!(
                error.downcast_ref::<ServiceError>(),
                Some(
                    ServiceError::Refused(_)
                        | ServiceError::Malformed(_)
                        | ServiceError::NothingThere
                )
            );
            ExitCode::from(if refused { 1 } else { 3 })
        }
    }
}

/// Writes to standard output; a reader that has gone away is no failure.
///
/// # Errors
/// When the output cannot be written for another reason.
pub fn print(bytes: &[u8]) -> anyhow::Result<()> {
    use std::io::Write as _;
    match std::io::stdout()
        .write_all(bytes)
        .and_then(|()| std::io::stdout().flush())
    {
        Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => Ok(other?),
    }
}
