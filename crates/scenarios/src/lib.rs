//! Tests that need everything.
