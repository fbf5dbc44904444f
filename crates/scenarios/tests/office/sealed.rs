//! What a copy of a server's tables tells, and what an erasure replaces.

use std::collections::BTreeSet;

use mediation::{entry::Terms, ids::RoomName};
use scenarios::{
    interpret::play,
    shell::Shell,
    step::{By, Step, Timed},
    world::{self, Place as Room},
};
use serde_json::json;
use testbed::Database;

use crate::places::on_both;

/// Every value of every column of every table, as bytes.
fn everything(server: &Database) -> Vec<u8> {
    let mut client = server.client().unwrap();
    let columns = client
        .query(
            "SELECT table_name::text, column_name::text, data_type::text
             FROM information_schema.columns WHERE table_schema = 'good_offices'",
            &[],
        )
        .unwrap();
    let mut all = Vec::new();
    for column in columns {
        let (table, name, kind): (String, String, String) =
            (column.get(0), column.get(1), column.get(2));
        let bytes = if kind == "bytea" {
            name.clone()
        } else {
            format!("convert_to({name}::text, 'UTF8')")
        };
        let rows = client
            .query(&format!("SELECT {bytes} FROM good_offices.{table}"), &[])
            .unwrap();
        for row in rows {
            all.extend(row.get::<_, Option<Vec<u8>>>(0).unwrap_or_default());
            all.push(0);
        }
    }
    all
}

fn holds(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|w| w == needle)
}

#[test]
fn a_copy_of_a_servers_tables_holds_no_plain_body() {
    on_both(|mut place| {
        let say = |n: u16| Timed {
            minute: 100 + u32::from(n),
            back: 0,
            step: Step::Say {
                room: Room(usize::from(n % 2)),
                who: 0,
                terms: Terms::Open,
                words: n,
                by: By::Told,
                line: false,
            },
        };
        let Some(server) = place.server() else { return };
        let empty = everything(server);
        let steps: Vec<Timed> = (0..20).map(say).collect();
        play(&mut place.desk, &steps, |_, _| {});
        let all = everything(place.server().unwrap());
        assert!(holds(&all, b"keyring"), "the search finds nothing");
        assert!(all.len() > empty.len() + 40_000, "{}", all.len());
        let desk = place.desk.desk();
        let mut words = BTreeSet::new();
        for entry in desk.rooms.values().flat_map(|r| &r.entries) {
            let body = serde_json::to_string(entry.body().unwrap()).unwrap();
            assert!(!holds(&all, body.as_bytes()));
            let parts = body.split(|c: char| !c.is_alphanumeric());
            words.extend(parts.filter(|w| w.len() >= 6).map(str::to_owned));
        }
        assert!(words.len() > 60, "{}", words.len());
        for word in words.iter().filter(|w| !holds(&empty, w.as_bytes())) {
            assert!(!holds(&all, word.as_bytes()), "the tables tell {word}");
        }
    });
}

#[test]
fn an_erasure_replaces_the_wrapped_key_of_the_case_and_of_every_room() {
    on_both(|mut place| {
        let note = Timed {
            minute: 100,
            back: 0,
            step: Step::Note { words: 7 },
        };
        play(&mut place.desk, &[note], |_, _| {});
        let store = store::open(&place.desk.url).unwrap();
        let case = store.cases().unwrap()[0].case;
        let before = store.standing(case).unwrap();
        let number = place.desk.desk().rooms[&RoomName::desk()].size;
        let at = world::minute(200);
        let erase = json!({ "do": "erase-entry", "entry": format!("desk/{number}"),
            "why": "It names somebody.", "authority": "the head of the desk", "learnt": at });
        place
            .desk
            .submit(&world::submission(erase), at, "")
            .unwrap();
        let after = store.standing(case).unwrap();
        assert_ne!(before.sealed, after.sealed, "the case's");
        for (one, two) in before.rooms.iter().zip(&after.rooms) {
            assert_ne!(one.sealed_key, two.sealed_key, "a room's");
        }
        let again = place.desk.again().unwrap();
        assert_eq!(again.desk_view(None).unwrap(), place.desk.desk());
        let found = place.desk.desk();
        let found = found.rooms[&RoomName::desk()].entry(number).unwrap();
        assert!(found.body().is_none());
        assert!(again.check(&mut |_| {}).unwrap().is_whole());
    });
}
