//! The case files of the repository, end to end.

use std::{fs, path::Path, sync::Arc};

use mediation::{
    concerns::{
        agreement,
        texts::{Finality, OfferState},
    },
    entry::{Entry, RoomLog},
    ids::{ChannelId, ParticipantId, RoomName, TextId},
    time::Instant,
    view::{View, Viewer},
};

use crate::program::{Bench, cases, worked};

fn replayed(case: &Path, url: &str) -> Bench {
    let bench = Bench::new();
    bench.store(url);
    let said = bench.run(&["replay", &case.to_string_lossy(), "--store", url]);
    assert!(said.done().contains("commands carried out"));
    bench
}

/// The views of everybody, as if all had been recorded at one moment.
fn timeless(view: &View) -> Vec<View> {
    let at = |e: &Arc<Entry>| {
        Arc::new(Entry::new(
            e.number,
            Instant::from_unix(0),
            e.content.clone(),
        ))
    };
    let log = |r: &mediation::view::Room| RoomLog {
        entries: r.entries.iter().map(at).collect(),
    };
    let logs: Vec<RoomLog> = view.rooms.values().map(log).collect();
    let seats = view
        .desk
        .roster
        .order
        .iter()
        .cloned()
        .map(Viewer::Participant);
    std::iter::once(Viewer::Desk)
        .chain(seats)
        .map(|v| View::of(&v, &logs, None))
        .collect()
}

#[test]
fn every_case_file_replays_exports_and_replays_to_the_same_views() {
    for case in cases() {
        let bench = replayed(&case, "one");
        bench
            .run(&["export", "--store", "one", "--to", "out.yaml"])
            .done();
        bench.store("two");
        bench.run(&["replay", "out.yaml", "--store", "two"]).done();
        let (one, two) = (bench.open("one"), bench.open("two"));
        let (one, two) = (one.desk_view(None).unwrap(), two.desk_view(None).unwrap());
        assert!(timeless(&one) == timeless(&two), "{}", case.display());
        let whole = bench.run(&["check", "--store", "two"]).done();
        assert!(whole.contains("every view adds up"), "{whole}");
        assert!(one.desk.agreement.concluded.is_some(), "{}", case.display());
    }
}

#[test]
fn the_worked_example_in_postgresql_is_the_same() {
    let server = testbed::postgres().unwrap();
    let bench = replayed(&worked(), "one");
    bench.store(server.url());
    bench
        .run(&[
            "replay",
            &worked().to_string_lossy(),
            "--store",
            server.url(),
        ])
        .done();
    let whole = bench.run(&["check", "--store", server.url()]).done();
    assert!(whole.contains("every view adds up"), "{whole}");
    let (one, two) = (bench.open("one"), bench.open(server.url()));
    assert!(timeless(&one.desk_view(None).unwrap()) == timeless(&two.desk_view(None).unwrap()));
}

#[test]
fn the_worked_example_as_it_stood_on_three_days() {
    let bench = replayed(&worked(), "one");
    let office = bench.open("one");
    let on = |at: &str| {
        let at: Instant = at.parse().unwrap();
        (office.desk_view(Some(at)).unwrap(), at)
    };
    let hamas = RoomName::new("hamas").unwrap();
    let text = TextId::new("agreement").unwrap();
    let room = |v: &View| v.rooms.get(&hamas).cloned().unwrap();

    // The 15th, in the evening: Hamas is silent.
    let (view, at) = on("2023-11-15T20:30:00+03:00");
    let silent: Vec<ChannelId> = room(&view)
        .channels
        .all
        .iter()
        .filter(|(_, c)| c.open_silence().is_some())
        .map(|(n, _)| n.clone())
        .collect();
    assert!(!silent.is_empty(), "on {at} no channel is silent");
    assert!(view.desk.agreement.concluded.is_none());

    // The 20th: the last offer is out, and stands.
    let (view, at) = on("2023-11-20T19:40:00+03:00");
    let there = room(&view);
    let last = there.texts.latest(&text).unwrap();
    assert_eq!(last.offer.unwrap().finality, Finality::Final);
    assert_eq!(there.texts.offer_state(last, at), Some(OfferState::Stands));
    assert!(
        agreement::acceptances(&view, &text)
            .iter()
            .any(|(_, a)| a.is_none())
    );

    // The 22nd: concluded, and not executable.
    let (view, _) = on("2023-11-22T23:00:00+03:00");
    let agreed = &view.desk.agreement;
    assert!(agreed.concluded.is_some() && !agreed.is_executable());
    assert!(agreed.missing().count() > 0);

    // The same through the program.
    let shown = |date: &str, seat: &str| {
        let args = ["show", "--store", "one", "--json", "--as-known-on", date];
        let with: Vec<&str> = if seat.is_empty() {
            args.to_vec()
        } else {
            [&args[..], &["--as", seat]].concat()
        };
        bench.run(&with).done()
    };
    let kinds = |text: &str, kind: &str| text.matches(&format!("\"kind\": \"{kind}\"")).count();
    assert_eq!(kinds(&shown("2023-11-14", ""), "silence-declared"), 0);
    assert!(kinds(&shown("2023-11-15", ""), "silence-declared") > 0);
    assert_eq!(kinds(&shown("2023-11-21", ""), "concluded"), 0);
    assert_eq!(kinds(&shown("2023-11-22", ""), "concluded"), 1);
    // Who is not the desk reads nothing of crossings, and no other room.
    let seat = shown("2023-11-22", "hamas");
    assert_eq!(
        kinds(&seat, "relayed") + kinds(&seat, "draft-carried") + kinds(&seat, "concluded"),
        0
    );
    assert!(!seat.contains("\"israel\": {"));
    let nobody = bench.run(&["show", "--store", "one", "--as", "nobody"]);
    assert_eq!((nobody.code, nobody.out.as_str()), (1, ""));
    let nobody = nobody.refused();
    assert!(
        nobody.contains("“nobody” sat in no room")
            && nobody.contains("Give one of those who did: egypt, hamas, israel"),
        "{nobody}"
    );
}

#[test]
fn receipts_and_rooms_verify_offline_and_tampered_copies_do_not() {
    let bench = replayed(&worked(), "one");
    let office = bench.open("one");
    for room in office.desk_view(None).unwrap().rooms.keys() {
        let to = format!("room-{room}");
        bench
            .run(&[
                "export",
                "--store",
                "one",
                "--room",
                room.as_str(),
                "--to",
                &to,
            ])
            .done();
        let receipt = format!("receipt-{room}");
        let entry = format!("{room}/2");
        bench
            .run(&[
                "export",
                "--store",
                "one",
                "--receipt",
                &entry,
                "--to",
                &receipt,
            ])
            .done();
        let file = format!("{receipt}/{room}-2.receipt");
        let vkey = format!("{receipt}/desk.vkey");
        let verify = |args: &[&str]| {
            bench.run_with(&[&["verify"][..], args].concat(), &["--key", &vkey], "")
        };
        assert!(verify(&[&file]).done().starts_with("It holds"));
        let said = verify(&[&to, "--since", &file]).done();
        assert!(
            said.contains("still contains") && said.contains("It holds"),
            "{said}"
        );

        // Another room's key, another byte, another entry's place.
        let bytes = fs::read(bench.path(&file)).unwrap();
        let mut tampered = bytes.clone();
        let at = tampered.len() / 2;
        for byte in tampered.iter_mut().skip(at).take(1) {
            *byte ^= 1;
        }
        fs::write(bench.path("tampered.receipt"), &tampered).unwrap();
        verify(&["tampered.receipt"]).refused();
        let body = fs::read_dir(bench.path(&to))
            .unwrap()
            .map(|e| e.unwrap().path());
        let first = body.filter(|p| p.is_file()).min().unwrap();
        let mut changed = fs::read(&first).unwrap();
        if let Some(byte) = changed.get_mut(10) {
            *byte ^= 1;
        }
        fs::write(&first, changed).unwrap();
        verify(&[&to]).refused();
    }
    let swapped = bench.run_with(
        &["verify", "receipt-hamas/hamas-2.receipt"],
        &["--key", "receipt-israel/desk.vkey"],
        "",
    );
    swapped.refused();
}

#[test]
fn a_participants_door_gives_what_the_program_shows() {
    let bench = replayed(&worked(), "one");
    let office = bench.open("one");
    let p = ParticipantId::new("hamas").unwrap();
    let seat = service::SeatDoor::new(Arc::clone(&office), p)
        .view(None)
        .unwrap();
    let shown = bench
        .run(&["show", "--store", "one", "--as", "hamas"])
        .done();
    for room in seat.view().rooms.keys() {
        assert!(shown.contains(&format!("({room})")));
    }
}
