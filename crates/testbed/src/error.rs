//! Why the surroundings of a test could not be made.

use std::path::PathBuf;

/// Why the surroundings of a test could not be made.
#[derive(Debug, thiserror::Error)]
pub enum TestbedError {
    /// A program is not installed.
    #[error(
        "cannot find {program}, which the tests need: install it (Debian: apt-get install {package})"
    )]
    Missing {
        /// The program.
        program: &'static str,
        /// The package that has it.
        package: &'static str,
    },
    /// A program ended with an error.
    #[error("cannot {action}: {said}; run it by hand to see more")]
    Failed {
        /// What was attempted.
        action: &'static str,
        /// What the program said.
        said: String,
    },
    /// A file could not be made or read.
    #[error("cannot {action} at {place}: {cause}; check that the place can be written")]
    File {
        /// What was attempted.
        action: &'static str,
        /// The place.
        place: PathBuf,
        /// What the system says.
        #[source]
        cause: std::io::Error,
    },
    /// The server refused.
    #[error("cannot {action}: {cause}; check GOODOFFICES_TEST_POSTGRES, if it is set")]
    Server {
        /// What was attempted.
        action: &'static str,
        /// What went wrong.
        #[source]
        cause: postgres::Error,
    },
}
