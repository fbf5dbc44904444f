//! A case that is written as a case file replays to the same views; the same case in PostgreSQL
//! is the same case.

use std::{collections::BTreeMap, sync::Arc};

use mediation::{
    entry::{Body, Entry, RoomLog},
    time::Instant,
    view::{View, Viewer},
};
use proptest::prelude::*;
use scenarios::{
    generate::case,
    interpret::play,
    office::Desk,
    pure::Pure,
    shell::Shell,
    step::{Step, Timed},
    world,
};
use service::case_file::{self, Mode};
use store::StoreUrl;

/// All views, as if everything had been recorded at one moment: when the machine sealed an entry
/// is not part of what a case file tells.
fn timeless(view: &View) -> Vec<View> {
    let one = Instant::from_unix(0);
    let log = |r: &mediation::view::Room| RoomLog {
        entries: r
            .entries
            .iter()
            .map(|e| Arc::new(Entry::new(e.number, one, e.content.clone())))
            .collect(),
    };
    let logs: Vec<RoomLog> = view.rooms.values().map(log).collect();
    let seats = (0..3).map(|n| Viewer::Participant(world::participant(n)));
    let viewers = std::iter::once(Viewer::Desk).chain(seats);
    viewers.map(|v| View::of(&v, &logs, None)).collect()
}

fn without_erasures(steps: Vec<Timed>) -> Vec<Timed> {
    steps
        .into_iter()
        .filter(|t| !matches!(t.step, Step::Erase { .. }))
        .collect()
}

fn replayed(text: &str) -> (Desk, service::case_file::ReplayReport) {
    let file = case_file::read(text.as_bytes()).unwrap();
    let desk = Desk::new();
    desk.clock.set(world::minute(9_000));
    let report = case_file::replay(&desk.office, &file, Mode::StopAtFirst, &mut |_, _| true);
    (desk, report)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn point_9_export_and_replay_give_the_same_views(steps in case(15..35)) {
        let mut desk = Desk::new();
        play(&mut desk, &without_erasures(steps), |_, _| {});
        let text = case_file::write(&desk.office, "A generated case").unwrap();
        let (again, report) = replayed(&text);
        prop_assert!(report.problems.is_empty(), "{:?}", report.problems);
        prop_assert_eq!(timeless(&desk.desk()), timeless(&again.desk()));
    }

    #[test]
    fn invariant_12_a_case_with_erasures_is_written_with_their_places_kept(steps in case(25..45)) {
        let mut desk = Desk::new();
        play(&mut desk, &steps, |_, _| {});
        // Where later commands rest on words that are gone, it says so and writes nothing.
        let Ok(text) = case_file::write(&desk.office, "A generated case") else { return Ok(()) };
        let (again, report) = replayed(&text);
        prop_assert!(report.problems.is_empty(), "{:?}", report.problems);
        let sizes = |v: &View| -> BTreeMap<_, _> { v.rooms.iter().map(|(n, r)| (n.clone(), r.size)).collect() };
        prop_assert_eq!(sizes(&desk.desk()), sizes(&again.desk()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2, failure_persistence: None, max_shrink_iters: 10, ..ProptestConfig::default() })]

    #[test]
    fn point_9_core_sqlite_and_postgresql_are_one_case(steps in case(15..30)) {
        let server = testbed::postgres().unwrap();
        let mut pure = Pure::new(None);
        let mut sqlite = Desk::new();
        let mut postgres = Desk::at(StoreUrl::Postgres(server.url().to_owned()), None);
        let told = play(&mut pure, &steps, |_, _| {});
        prop_assert_eq!(&told, &play(&mut sqlite, &steps, |_, _| {}));
        prop_assert_eq!(&told, &play(&mut postgres, &steps, |_, _| {}));
        prop_assert_eq!(pure.desk(), sqlite.desk());
        prop_assert_eq!(pure.desk(), postgres.again().unwrap().desk_view(None).unwrap());
        for n in 0..3 {
            prop_assert_eq!(pure.seat(n), sqlite.seat(n));
            prop_assert_eq!(pure.seat(n), postgres.seat(n));
        }
        let report = postgres.office.check(&mut |_| {}).unwrap();
        prop_assert!(report.is_whole(), "{report:?}");
    }
}

#[test]
fn point_9_a_body_is_read_back_as_it_was_written() {
    let mut desk = Desk::new();
    play(&mut desk, &[], |_, _| {});
    for room in desk.desk().rooms.values() {
        for body in room.entries.iter().filter_map(|e| e.body()) {
            let text = serde_json::to_string(body).unwrap();
            assert_eq!(serde_json::from_str::<Body>(&text).unwrap(), *body);
        }
    }
}
