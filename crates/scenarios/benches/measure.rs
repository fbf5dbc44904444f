//! What a run costs: processor time of this thread, and the most memory the process had.

use std::fs;

/// Seconds of processor time that the threads of this process have had. The kernel counts in
/// ticks of some milliseconds: measure stretches that are much longer.
pub fn cpu() -> f64 {
    let threads = fs::read_dir("/proc/self/task").unwrap();
    let nanos = threads.filter_map(|t| {
        let stat = fs::read_to_string(t.ok()?.path().join("schedstat")).ok()?;
        stat.split(' ').next()?.parse::<u64>().ok()
    });
    std::time::Duration::from_nanos(nanos.sum()).as_secs_f64()
}

/// The most memory that the process has had, in megabytes.
pub fn memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find_map(|l| l.strip_prefix("VmHWM:"))
        .unwrap();
    line.trim()
        .trim_end_matches(" kB")
        .trim()
        .parse::<u64>()
        .unwrap()
        / 1024
}

/// The middle of some figures.
pub fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The number given on the command line, or this one.
pub fn asked(otherwise: usize) -> usize {
    std::env::args()
        .skip(1)
        .find_map(|a| a.parse().ok())
        .unwrap_or(otherwise)
}
