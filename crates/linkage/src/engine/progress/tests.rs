//! Work that is stopped at any point and goes on from what was kept comes to the very same.

use std::sync::atomic::{AtomicU64, Ordering};

use super::{Going, Moment, Progress};
use crate::{
    engine::{
        plan::Comparisons,
        run::{Run, all_pairs, blocked},
        scan::Task,
    },
    list::{BuildOptions, List, Mapping},
    table::TableBuilder,
    watch::{Stage, Stopped, Unwatched, Watch},
};

/// Stops the work when it was asked so often.
struct StopsAfter(AtomicU64, u64);

impl Watch for StopsAfter {
    fn at(&self, _: Stage, done: u64, of: u64) -> Result<(), Stopped> {
        assert!(done <= of, "{done} of {of}");
        let asked = self.0.fetch_add(1, Ordering::Relaxed);
        if asked < self.1 { Ok(()) } else { Err(Stopped) }
    }
}

/// Invented persons, some of them in both lists.
fn persons(from: usize, to: usize) -> List {
    let given = ["Amal", "Basim", "Dina", "Fadi", "Hala", "Karim", "Lamis"];
    let family = ["Haddad", "Najjar", "Khoury", "Sayegh", "Attar"];
    let towns = ["Wadi", "Jabal", "Marj"];
    let mut table = TableBuilder::new(
        "persons",
        ["Given name", "Family name", "Date of birth", "Town"],
    );
    let sheet = table.sheet("", Vec::new()).unwrap();
    for (row, n) in (2..).zip(from..to) {
        let born = format!("{}-{:02}-{:02}", 1950 + n % 41, 1 + n % 12, 1 + n % 28);
        let cells = [
            given[n % given.len()],
            family[n % family.len()],
            born.as_str(),
            towns[n % towns.len()],
        ];
        table.push_row(sheet, row, cells).unwrap();
    }
    let table = table.finish();
    let mapping = Mapping::recognise(&table);
    List::build(table, &mapping, &BuildOptions::default(), &Unwatched).unwrap()
}

type Way = fn(&Comparisons, Task, &mut Going, &dyn Watch) -> Result<Run, Stopped>;

/// One run of it, and the last that was shown to whoever keeps it, as bytes.
fn run(
    way: Way,
    comparisons: &Comparisons,
    task: Task,
    from: Progress,
    watch: &dyn Watch,
) -> (Option<String>, Vec<u8>) {
    let mut last = Vec::new();
    let mut keep = |progress: &Progress, _: Moment| last = progress.to_bytes();
    let mut going = Going::kept(from, &mut keep);
    let found = way(comparisons, task, &mut going, watch);
    going.ended();
    (found.ok().map(|run| told(&run)), last)
}

fn told(run: &Run) -> String {
    format!("{:?} {:?} {:?}", run.histogram, run.scored, run.looked)
}

fn stopped_anywhere(way: Way, task: Task) {
    let (left, right) = (persons(0, 90), persons(40, 130));
    let right = if task == Task::Dedupe { &left } else { &right };
    let comparisons = Comparisons::new(&left, right, task, &[], &Unwatched).unwrap();
    let whole = way(&comparisons, task, &mut Going::unkept(), &Unwatched).unwrap();
    assert!(!whole.scored.is_empty());
    let whole = told(&whole);
    let mut skipped = 0;
    for stop in (0..).step_by(3) {
        let watch = StopsAfter(AtomicU64::new(0), stop);
        let (found, kept) = run(way, &comparisons, task, Progress::new(), &watch);
        if let Some(found) = found {
            assert_eq!(found, whole);
            assert!(stop > 15, "{stop}");
            break;
        }
        let kept = Progress::from_bytes(&kept).unwrap();
        skipped += u32::from(!kept.is_empty());
        let watch = StopsAfter(AtomicU64::new(0), u64::MAX);
        let (found, all) = run(way, &comparisons, task, kept, &watch);
        assert_eq!(found.as_ref(), Some(&whole), "stopped after {stop}");
        let again = Progress::from_bytes(&all).unwrap();
        let watch = StopsAfter(AtomicU64::new(0), u64::MAX);
        assert_eq!(
            run(way, &comparisons, task, again, &watch).0,
            Some(whole.clone())
        );
    }
    assert!(skipped > 5, "{skipped}");
}

#[test]
fn all_pairs_go_on_from_anywhere() {
    stopped_anywhere(all_pairs, Task::Link);
    stopped_anywhere(all_pairs, Task::Dedupe);
}

#[test]
fn blocked_pairs_go_on_from_anywhere() {
    stopped_anywhere(blocked, Task::Link);
    stopped_anywhere(blocked, Task::Dedupe);
}

#[test]
fn what_is_of_other_lists_is_not_gone_on_from() {
    let (large, small) = (persons(0, 150), persons(0, 20));
    let large = Comparisons::new(&large, &large, Task::Dedupe, &[], &Unwatched).unwrap();
    let (_, kept) = run(all_pairs, &large, Task::Dedupe, Progress::new(), &Unwatched);
    let small = Comparisons::new(&small, &small, Task::Dedupe, &[], &Unwatched).unwrap();
    let mut keep = |_: &Progress, _: Moment| {};
    let mut going = Going::kept(Progress::from_bytes(&kept).unwrap(), &mut keep);
    going.check(&small);
    assert!(going.progress.is_empty());
}
