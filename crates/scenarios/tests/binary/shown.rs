//! What `show` tells: the view as it stands and every entry, in plain words and as JSON.

use std::{collections::BTreeSet, fs};

use crate::{
    program::{Bench, cases},
    refusals::BASE,
};

/// Every value of a field of that name, wherever it stands.
fn values<'a>(json: &'a serde_json::Value, field: &str, found: &mut BTreeSet<&'a str>) {
    match json {
        serde_json::Value::Object(map) => {
            for (name, value) in map {
                if name == field {
                    found.extend(value.as_str());
                }
                values(value, field, found);
            }
        }
        serde_json::Value::Array(list) => list.iter().for_each(|v| values(v, field, found)),
        _ => {}
    }
}

#[test]
fn every_entry_is_told_in_plain_words() {
    let mut kinds_met = BTreeSet::new();
    for (n, case) in cases().iter().enumerate() {
        let bench = Bench::new();
        let store = format!("case-{n}");
        bench.store(&store);
        bench
            .run(&["replay", &case.to_string_lossy(), "--store", &store])
            .done();
        let text = bench.run(&["show", "--store", &store]).done();
        let json = bench.run(&["show", "--store", &store, "--json"]).done();
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let mut kinds = BTreeSet::new();
        values(&json, "kind", &mut kinds);
        for kind in kinds.iter().filter(|k| k.contains('-')) {
            assert!(!text.contains(*kind), "{}: {kind}", case.display());
        }
        kinds_met.extend(kinds.into_iter().map(str::to_owned));
        // A line for each entry, with its number, its date, what happened and how it is known.
        let mut entries = 0;
        for room in json["rooms"].as_object().unwrap().values() {
            let code = room["code"].as_str().unwrap_or("D");
            for entry in room["entries"].as_array().unwrap() {
                let number = format!("{:>6}  ", format!("{code} {}", entry["number"]));
                let line = text.lines().find(|l| l.starts_with(&number));
                let line = line.unwrap_or_else(|| panic!("{}: {number}", case.display()));
                assert!(line.len() > 40 && line.contains(". ["), "{line}");
                assert!(line.ends_with(']'), "{line}");
                entries += 1;
            }
        }
        assert!(entries > 20, "{entries}");
    }
    assert!(kinds_met.len() > 40, "{kinds_met:?}");
}

const NOW: &str = r#"good-offices-case: 1
title: What stands
commands:
- {do: open-channel, learnt: "2024-03-02T08:00Z", room: union, id: phone, participant: union, reaches: The secretary, means: telephone, state: active, every-hours: 24}
- {do: request, learnt: "2024-03-02T08:01Z", room: union, from: union, what: list, words: "The pay scales, please.", due: "2024-03-05T08:00Z"}
- {do: demand, learnt: "2024-03-02T08:02Z", room: union, from: union, words: "Two things.", parts: [Four., Nights.]}
- {do: answer, learnt: "2024-03-02T08:03Z", room: union, from: desk, demand: union/10, words: "Of the first.", parts: [{part: 1, outcome: in-part}]}
- {do: undertake, learnt: "2024-03-02T08:04Z", room: union, from: union, kind: undertaking, words: "No strike before Friday."}
- {do: estimate, learnt: "2024-03-02T08:05Z", room: union, of: members, low: 90, high: 110, whose: The union}
- {do: confirm-count, learnt: "2024-03-02T08:06Z", of: members, count: 97, firmness: verified}
- {do: require, learnt: "2024-03-02T08:07Z", requirement: scales, kind: annex, what: The pay scales, owed-by: company}
- {do: declare-silence, learnt: "2024-03-04T08:00Z", room: union, channel: phone, pending: [union/9]}
- {do: attempt, learnt: "2024-03-04T09:00Z", room: union, channel: phone, how: call}
"#;

fn standing() -> Bench {
    let bench = Bench::new();
    bench.store("store");
    for (name, text) in [("base.yaml", BASE), ("now.yaml", NOW)] {
        fs::write(bench.path(name), text).unwrap();
        bench.run(&["replay", name, "--store", "store"]).done();
    }
    bench
}

#[test]
fn it_begins_with_what_stands() {
    let bench = standing();
    let at = ["show", "--store", "store", "--as-known-on", "2024-03-04"];
    let text = bench.run(&at).done();
    let (stands, record) = text.split_once("\nThe desk’s own room (desk)").unwrap();
    for told in [
        "What the desk could know on 2024-03-04 23:59. Times are by the clock of Geneva.",
        "Agreement: none is concluded.",
        "Missing: The pay scales (annex), owed by The company.",
        "How many: members",
        "Confirmed: 97, verified.",
        "Estimate by The union, 2024-03-02 09:05: 90 to 110.",
        "Channel phone to The union (The secretary): silent; not heard through it yet; contact was due 2024-03-03 09:00, and is overdue.",
        "Silent since 2024-03-04 09:00; attempts since: 1; pending: U 9.",
        "Open request: The union asks for a list, by 2024-03-05 09:00. U 9",
        "Open demand: by The union. U 10",
        "Part 1: in part in U 11. Four.",
        "Part 2: no answer. Nights.",
        "Open undertaking: by The union. U 12",
        "Offer of “agreement”, version 2 (",
        ", open: stands. U 7",
        ", open: superseded. U 6",
        "No answer.",
    ] {
        assert!(stands.contains(told), "{told}\n{stands}");
    }
    assert!(
        record
            .contains("Mandate: The secretary may bind; by a letter, confirmed by the president.")
    );

    // A participant is told of its rooms, and of nothing that only the desk knows.
    let seat = bench.run(&[&at[..], &["--as", "union"]].concat()).done();
    assert!(seat.contains("What The union could know"), "{seat}");
    assert!(
        seat.contains("Confirmed: none.") && !seat.contains("97"),
        "{seat}"
    );
    assert!(
        !seat.contains("Agreement:") && !seat.contains("Missing:"),
        "{seat}"
    );
}

#[test]
fn the_json_has_the_state_beside_the_entries() {
    let bench = standing();
    let at = [
        "show",
        "--store",
        "store",
        "--json",
        "--as-known-on",
        "2024-03-04",
    ];
    let text = bench.run(&at).done();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let union = &json["rooms"]["union"];
    assert_eq!(json["title"], "A small case");
    assert_eq!(json["agreement"]["executable"], false);
    assert_eq!(json["agreement"]["requirements"][0]["owed-by"], "company");
    assert_eq!(json["numbers"][0]["confirmed"][0]["count"], 97);
    assert_eq!(json["numbers"][0]["estimates"][0]["high"], 110);
    assert_eq!(union["channels"][0]["silence"]["attempts"], 1);
    assert_eq!(union["channels"][0]["overdue-seconds"], 140_399);
    assert_eq!(union["requests"][0]["entry"], "union/9");
    assert_eq!(
        union["demands"][0]["parts"][0]["answer"]["outcome"],
        "in-part"
    );
    assert_eq!(union["undertakings"][0]["sort"], "undertaking");
    assert_eq!(union["offers"][1]["state"], "stands");
    assert_eq!(union["entries"][0]["number"], 1);

    // Every field is published.
    let published = fs::read_to_string(
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/show.md"),
    )
    .unwrap();
    let mut fields = BTreeSet::new();
    names(&json, &mut fields);
    assert!(fields.len() > 40, "{fields:?}");
    for field in fields {
        assert!(published.contains(&format!("`{field}`")), "{field}");
    }
    let seat = bench.run(&[&at[..], &["--as", "union"]].concat()).done();
    let seat: serde_json::Value = serde_json::from_str(&seat).unwrap();
    assert_eq!(seat["viewer"], "union");
    assert!(seat["agreement"].is_null());
}

/// The names of all fields of the state; not of rooms, nor within entries.
fn names<'a>(json: &'a serde_json::Value, found: &mut BTreeSet<&'a str>) {
    match json {
        serde_json::Value::Object(map) => {
            for (name, value) in map {
                match name.as_str() {
                    "rooms" => {
                        found.insert(name);
                        let rooms = value.as_object().unwrap();
                        rooms.values().for_each(|room| names(room, found));
                    }
                    "entries" => {
                        found.insert(name);
                    }
                    _ => {
                        found.insert(name);
                        names(value, found);
                    }
                }
            }
        }
        serde_json::Value::Array(list) => list.iter().for_each(|v| names(v, found)),
        _ => {}
    }
}
