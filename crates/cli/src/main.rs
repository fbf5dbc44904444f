//! The `goodoffices` binary.
fn main() {}
