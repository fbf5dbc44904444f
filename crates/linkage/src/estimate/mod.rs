//! What a threshold costs, estimated without labels: of the pairs above it how many are expected to
//! be wrong, and of all true pairs how many are expected to be lost. Knows nothing of names or fields.
//!
//! The estimate rests on the posterior probability `p` that the caller's model gives each candidate
//! (Fellegi and Sunter 1969; Winkler 1988). With `L` links above a threshold, the expected number of
//! true ones among them is the sum of their `p`; precision is that sum by `L`, recall that sum by the
//! expected number of all true pairs, those included that blocking never made candidates. These are
//! one less the false discovery and false negative rates of Enamorado, Fifield and Imai (2019,
//! "Using a probabilistic model to assist merging of large-scale administrative records", APSR 113,
//! section on post-merge analysis).
//!
//! Each estimate has an interval that covers what was truly attained, not only what was expected of
//! it: how many of the links turn out true is drawn from the probabilities, and the probabilities
//! from the caller's bootstrap replicates of its model. If people have reviewed a sample, their
//! decisions correct the probabilities (`calibrate`).
//!
//! ```
//! use linkage::estimate::{Budget, Cell, Certainty, Evidence, Missed, chart};
//!
//! let cell = |bits: i64, count, probability| Cell { bits: bits * 1_000_000, count, probability };
//! let cells = [cell(-6, 4_000, 0.015), cell(0, 60, 0.5), cell(9, 900, 0.998)];
//! let drawn = chart(&Evidence {
//!     cells: &cells,
//!     missed: Missed { expected: 20.0, standard_error: 6.0 },
//!     replicates: &[],
//!     reviewed: &[],
//!     level: 0.95,
//!     seed: 1,
//! })?;
//! let chosen = drawn.choose(Budget::OneWrongIn(100), Certainty::Expected).point();
//! assert_eq!(chosen.map(|point| point.threshold_bits), Some(9_000_000));
//! # Ok::<(), linkage::estimate::EstimateError>(())
//! ```

mod calibrate;
mod chart;
mod choose;
mod evidence;
mod number;
mod proportion;
pub mod replicate;
mod segment;

#[cfg(test)]
mod tests;

pub use chart::{Chart, Method, Point, chart};
pub use choose::{Band, Bands, Budget, Certainty, Choice};
pub use evidence::{Cell, EstimateError, Evidence, Missed, Replicate, Reviewed};
pub use proportion::{Interval, clopper_pearson, wilson};
