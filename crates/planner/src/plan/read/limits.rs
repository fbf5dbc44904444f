//! How much of everything a plan may have. What is larger is refused, so that every plan that is read
//! can be computed with: in memory that there is, in a time that somebody waits, and without a sum
//! that does not fit.

use crate::document::BYTES_MOST;

/// The most parties.
pub const PARTIES_MOST: usize = 16;
/// The most classes.
pub const CLASSES_MOST: usize = 10_000;
/// The most stages, and the most steps in all.
pub const STEPS_MOST: usize = 100_000;
/// The most of one class.
pub const NUMBER_MOST: u32 = 1_000_000;
/// The most entries in a list of worths.
pub const IN_TURN_MOST: usize = 5_000;
/// The most that going through all moves may come to, each turn counted for every class in it.
pub const TURNS_MOST: u64 = 2_000_000;
/// The most of one class of which an order is looked for.
pub const ORDERED_MOST: u64 = 20_001;
/// How many more of a class a rule of extension can bring at most.
pub const EXTENDED_MOST: u64 = 4_000_000;
/// The most further ones of which a rule of extension speaks.
pub const FURTHER_MOST: u32 = 1_000_000;
/// The most rules of one kind.
pub const RULES_MOST: usize = 200;
/// The most hours after which something counts as received.
pub const HOURS_MOST: u32 = 100_000;
/// Faults that are looked for; a file with more of them is another file than was meant.
pub const PROBLEMS_MOST: usize = 200;
/// Keys that are held against such as are not there, in all, for what was meant.
pub const COMPARED_MOST: usize = 1_000_000;
/// The most that one thing is worth, or that all that a party can gain and lose may come to.
pub const POINTS_MOST: i64 = 1_000_000_000_000_000;

/// Every limit that whoever writes a plan may meet, by the words that the documentation has for it.
pub const fn limits() -> [(&'static str, u64); 12] {
    [
        ("bytes of the file", BYTES_MOST as u64),
        ("parties", PARTIES_MOST as u64),
        ("classes", CLASSES_MOST as u64),
        ("stages, and steps in all", STEPS_MOST as u64),
        ("of one class", NUMBER_MOST as u64),
        ("worths in a list", IN_TURN_MOST as u64),
        ("turns in all", TURNS_MOST),
        ("rules of one kind", RULES_MOST as u64),
        ("further ones in an extension", FURTHER_MOST as u64),
        ("hours of verification", HOURS_MOST as u64),
        (
            "points in all, in the smallest unit",
            POINTS_MOST.unsigned_abs(),
        ),
        (
            "points of one thing, in the smallest unit",
            POINTS_MOST.unsigned_abs() / ORDERED_MOST,
        ),
    ]
}
