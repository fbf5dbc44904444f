//! The real office as a shell.
