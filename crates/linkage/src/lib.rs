//! Linkage: are these two entries of two lists the same person?
//!
//! Lists are read as they come (`table`), their columns recognised and their cells given a meaning
//! (`list`), compared field by field (`engine`), and what is found is proposed as candidates with
//! the evidence for and against. A machine proposes; it never says that two entries are one person.
//!
//! Pure: no clock, no randomness, no files and no network; bytes come in as slices, days and random
//! bytes as arguments. It may use several threads, and the same input gives the same result on any
//! number of them. It knows nothing of mediation.

pub mod assign;
pub mod cluster;
pub mod commit;
pub mod date;
pub mod decide;
pub mod engine;
pub mod estimate;
pub mod findings;
mod hash;
pub mod list;
pub mod name;
pub mod overlap;
pub mod problem;
pub mod propose;
mod signs;
pub mod table;
pub mod transducer;
pub mod watch;

/// The README's example is compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
