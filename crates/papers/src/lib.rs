//! What leaves on paper: reports as HTML that opens offline, workbooks for the team, charts.
//!
//! Everything here is a function from what was found to bytes; it decides nothing.
