//! One file per page: what it shows, and the handler that shows it.

pub mod marks;
