//! The chronicle.
