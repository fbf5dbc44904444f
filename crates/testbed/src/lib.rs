//! What tests need around them: temporary folders, a temporary PostgreSQL, the checks of a crate's
//! strings.
//!
//! Only for `[dev-dependencies]`. Nothing here may know what is being tested.
//! What is missing on the machine is an error that names the package, never a
//! test that is quietly skipped.

mod cluster;
mod database;
mod error;
mod programs;
pub mod strings;

pub use cluster::Cluster;
pub use database::Database;
pub use error::TestbedError;
pub use tempfile::TempDir;

/// An empty folder that goes when the value is dropped.
pub fn temp_dir() -> Result<TempDir, TestbedError> {
    tempfile::Builder::new()
        .prefix("goodoffices-")
        .tempdir()
        .map_err(|cause| TestbedError::File {
            action: "make a temporary folder",
            place: std::env::temp_dir(),
            cause,
        })
}

/// A new, empty PostgreSQL database, dropped with the value.
///
/// It lies on the server that `GOODOFFICES_TEST_POSTGRES` names, or else on a
/// temporary one, which all tests of a run share and which stops by itself
/// soon after the last of them has ended.
pub fn postgres() -> Result<Database, TestbedError> {
    database::fresh()
}
