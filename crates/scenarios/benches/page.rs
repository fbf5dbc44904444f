//! Pages of a case with 10,000 entries through the web router: `cargo bench -p scenarios --bench
//! page [STEPS]`.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark prints its result and stops at a fault"
)]

#[expect(dead_code, reason = "the walk is the tests'")]
#[path = "../tests/web/browser.rs"]
mod browser;
#[path = "measure.rs"]
#[expect(dead_code, reason = "each takes what it needs")]
mod measure;
#[path = "work.rs"]
mod work;

use std::time::Instant;

use browser::{Browser, links};
use scenarios::{interpret::play, office::Desk, shell::Shell, world};

const ROUNDS: u32 = 40;

/// An address without its numbers: two of each kind of page are enough.
fn shape(path: &str) -> String {
    path.chars().filter(|c| !c.is_ascii_digit()).collect()
}

fn main() {
    let steps = work::steps(measure::asked(11_000));
    let mut desk = Desk::new();
    let (begun, worked) = (Instant::now(), measure::cpu());
    play(&mut desk, &steps, |_, _| {});
    println!(
        "recorded in {:.1} s, {:.1} s of processor time",
        begun.elapsed().as_secs_f64(),
        measure::cpu() - worked
    );
    desk.clock.set(world::minute(60_000));
    let entries: usize = desk.desk().rooms.values().map(|r| r.entries.len()).sum();
    let (begun, worked) = (Instant::now(), measure::cpu());
    drop(desk.again().unwrap());
    println!(
        "opened, every entry checked, in {:.2} s, {:.2} s of processor time",
        begun.elapsed().as_secs_f64(),
        measure::cpu() - worked
    );
    let browser = Browser::open(&desk.office);
    let mut paths: Vec<String> = [
        "/desk",
        "/rooms",
        "/rooms/desk",
        "/rooms/caucus-north",
        "/text",
        "/chronicle",
        "/as",
        "/as/north",
        "/as/north/rooms/caucus-north",
        "/as/north/chronicle",
    ]
    .map(str::to_owned)
    .to_vec();
    let found: Vec<String> = paths
        .iter()
        .flat_map(|p| links(&browser.get(p).body).collect::<Vec<_>>())
        .collect();
    for link in found {
        let own = link.starts_with('/')
            && !["/language", "/drawings", "/style", "/open"]
                .iter()
                .any(|s| link.starts_with(s));
        let like = paths.iter().filter(|p| shape(p) == shape(&link)).count();
        if own && !paths.contains(&link) && like < 2 {
            paths.push(link);
        }
    }
    paths.push(format!("/desk?at={}", world::minute(5_000)));
    paths.push(format!("/rooms/caucus-north?at={}", world::minute(5_000)));
    let mut rows: Vec<(f64, String)> = Vec::new();
    for path in paths {
        let answer = browser.get(&path);
        if answer.status != 200 {
            continue;
        }
        let begun = measure::cpu();
        for _ in 0..ROUNDS {
            browser.get(&path);
        }
        let took = 1000.0 * (measure::cpu() - begun) / f64::from(ROUNDS);
        rows.push((
            took,
            format!("{took:8.2} ms {:8} bytes  {path}", answer.body.len()),
        ));
    }
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    println!(
        "{entries} entries; processor time of a page, mean of {ROUNDS}, dearest first (aim: under 20 ms)"
    );
    for (_, row) in rows.iter().take(30) {
        println!("{row}");
    }
    println!(
        "{} pages; memory: {} MB at most",
        rows.len(),
        measure::memory()
    );
}
