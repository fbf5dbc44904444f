//! Claims stand side by side: numbers of persons, what was promised through a channel, who holds
//! persons, and who has not answered in a room of several.

use super::{Case, matter};

/// A labour dispute in which both sides name the number of those dismissed.
fn dispute(counts: &str) -> Case {
    let file = format!(
        "good-offices-case: 1
title: A dispute
commands:
  - {{do: open-case, learnt: 2024-03-01T09:00Z, title: A dispute, place: Geneva, zone: Europe/Zurich, languages: [en]}}
  - {{do: add-participant, learnt: 2024-03-01T09:02Z, participant: union, name: The Union, kind: party}}
  - {{do: add-participant, learnt: 2024-03-01T09:02Z, participant: company, name: The Company, kind: party}}
  - {{do: ground-rules, learnt: 2024-03-01T09:03Z, required: [union, company], clearance: one-officer}}
  - {{do: add-holder, learnt: 2024-03-01T09:03Z, holder: agency, name: An agency in the port, through: union, note: It keeps the papers.}}
  - {{do: add-holder, learnt: 2024-03-01T09:03Z, holder: nobody, name: Somebody else}}
  - {{do: open-room, room: union, learnt: 2024-03-01T09:04Z, title: Caucus with the Union, code: U, members: [union]}}
  - {{do: open-room, room: company, learnt: 2024-03-01T09:05Z, title: Caucus with the Company, code: C, members: [company]}}
  - {{do: open-room, room: both, learnt: 2024-03-01T09:05Z, title: Plenary, code: P, members: [union, company]}}
  - {{do: add-representative, room: union, learnt: 2024-03-01T09:06Z, representative: sec, participant: union, name: S. Oyelaran, role: principal, origin: invented}}
  - {{do: record-mandate, room: union, learnt: 2024-03-01T09:07Z, representative: sec, may: [speak], limits: Not on pensions., instrument: A letter, confirmed-by: The council}}
  - {{do: open-channel, room: union, learnt: 2024-03-01T09:09Z, id: line, participant: union, reaches: The secretary, means: telephone, state: active}}
  - {{do: undertake, room: union, channel: line, label: kept, learnt: 2024-03-02T09:00Z, from: union, kind: undertaking, words: The gate opens.}}
  - {{do: perform, room: union, learnt: 2024-03-03T09:00Z, undertaking: \"@kept\", performance: performed}}
  - {{do: undertake, room: union, channel: line, label: broken, learnt: 2024-03-02T10:00Z, from: union, kind: undertaking, words: No picket.}}
  - {{do: perform, room: union, learnt: 2024-03-03T10:00Z, undertaking: \"@broken\", performance: breached}}
  - {{do: perform, room: union, learnt: 2024-03-04T10:00Z, undertaking: \"@broken\", performance: cured}}
  - {{do: undertake, room: union, channel: line, learnt: 2024-03-02T11:00Z, from: union, kind: undertaking, words: A list., due: 2024-03-05T09:00Z}}
{counts}
  - do: draft
    learnt: 2024-03-06T09:00Z
    label: v1
    text: agreement
    content:
      whole:
        title: {{en: A pause}}
        languages: [en]
        articles: [{{number: \"1\", words: {{en: The gate is open.}}}}]
  - {{do: put-draft, room: both, learnt: 2024-03-06T10:01Z, draft: \"@v1\", offer: {{finality: open}}}}
"
    );
    Case::played(file.as_bytes(), "2024-03-10T10:00:00Z")
}

fn count(room: &str, count: u64, firmness: &str) -> String {
    format!(
        "  - {{do: confirm-count, room: {room}, learnt: 2024-03-05T12:00Z, of: persons dismissed, count: {count}, firmness: {firmness}}}"
    )
}

/// The bars of the desk's page: the name, whose it is, and the number of each.
fn persons(page: &str) -> String {
    let from = page.find("id=\"persons\"").unwrap();
    let until = page[from..].find("</section>").unwrap();
    page[from..from + until].to_owned()
}

#[tokio::test]
async fn two_claims_in_two_rooms_are_two_bars() {
    let counts = [
        count("union", 50, "asserted"),
        count("company", 40, "asserted"),
    ];
    let case = dispute(&counts.join("\n"));
    let shown = persons(&case.page("/desk", "en").await);
    for (who, n) in [("The Union", 50), ("The Company", 40)] {
        assert!(shown.contains(who), "{who}: {shown}");
        assert!(shown.contains(&format!("asserted: {n}\"")), "{n}: {shown}");
    }
    assert!(!shown.contains("90"), "a sum: {shown}");
    case.page("/desk", "ar").await;
    for (room, own, other) in [("union", 50, 40), ("company", 40, 50)] {
        let numbers = case.page(&format!("/rooms/{room}"), "en").await;
        let aside = &numbers[numbers.find("id=\"numbers\"").unwrap()..];
        assert!(aside.contains(&format!("<b>{own}</b>")), "{aside}");
        assert!(!aside.contains(&format!("<b>{other}</b>")), "{aside}");
        let seat = case.page(&format!("/as/{room}/rooms/{room}"), "en").await;
        assert!(seat.contains(&format!("persons dismissed</bdi>: {own}")));
        assert!(!seat.contains(&format!("persons dismissed</bdi>: {other}")));
    }
}

#[tokio::test]
async fn two_claims_in_one_room_are_two_bars_and_a_disputed_one_a_third() {
    let counts = [
        count("both", 50, "asserted"),
        count("both", 40, "asserted"),
        count("both", 45, "disputed"),
    ];
    let case = dispute(&counts.join("\n"));
    let shown = persons(&case.page("/desk", "en").await);
    for bar in ["asserted: 50\"", "asserted: 40\"", "disputed: 45\""] {
        assert!(shown.contains(bar), "{bar}: {shown}");
    }
    let room = case.page("/rooms/both", "en").await;
    let aside = &room[room.find("id=\"numbers\"").unwrap()..];
    for n in [50, 40, 45] {
        assert!(aside.contains(&format!("<b>{n}</b>")), "{aside}");
    }
    let seat = case.page("/as/union/rooms/both", "en").await;
    for n in [50, 40, 45] {
        assert!(seat.contains(&format!("persons dismissed</bdi>: {n}")));
    }
}

#[tokio::test]
async fn a_channel_shows_what_was_promised_through_it_and_what_became_of_it() {
    let case = dispute(&count("both", 50, "asserted"));
    let parts = [" kept", "broken</span>, made good", "overdue"];
    for page in ["/desk", "/rooms/union"] {
        let page = matter(&case.page(page, "en").await).replace('\n', "");
        let from = page.find("Promised through it:").unwrap();
        let made = &page[from..from + 900];
        for part in parts {
            assert!(made.contains(part), "{part}: {made}");
        }
    }
    // What the desk makes of it is the desk's.
    let seat = case.page("/as/union/rooms/union", "en").await;
    assert!(!seat.contains("Promised through it"));
}

#[tokio::test]
async fn who_holds_persons_stands_with_the_persons_and_where_they_can_be_reached() {
    let case = dispute(&count("both", 50, "asserted"));
    let shown = persons(&case.page("/desk", "en").await);
    assert!(shown.contains("An agency in the port") && shown.contains("It keeps the papers."));
    assert!(shown.contains("through the Union"), "{shown}");
    assert!(
        shown.contains("Somebody else") && shown.contains("Nobody is known who can speak to it.")
    );
    let there = case.page("/rooms/union", "en").await;
    assert!(there.contains("An agency in the port") && !there.contains("Somebody else"));
    let elsewhere = case.page("/rooms/company", "en").await;
    assert!(!elsewhere.contains("An agency in the port"));
    let seat = case.page("/as/union", "en").await;
    assert!(
        !seat.contains("An agency in the port"),
        "the desk's own knowledge"
    );
}

#[tokio::test]
async fn of_several_in_a_room_each_is_named_who_has_not_answered() {
    let case = dispute(&count("both", 50, "asserted"));
    let room = case.page("/rooms/both", "en").await;
    assert_eq!(room.matches("Version 1 lies here as an offer").count(), 1);
    assert!(
        room.contains("no answer yet from the Union and the Company"),
        "{room}"
    );
    assert!(room.contains("Answer of the Union to version 1"));
    assert!(room.contains("Answer of the Company to version 1"));
    let desk = case.page("/desk", "en").await;
    for who in ["The Union", "The Company"] {
        assert!(desk.contains(&format!("Version 1 is with {who}")), "{who}");
    }
}

#[tokio::test]
async fn the_limits_of_a_mandate_stand_with_who_speaks() {
    let case = dispute(&count("both", 50, "asserted"));
    let room = case.page("/rooms/union", "en").await;
    let people = &room[room.find("id=\"people\"").unwrap()..];
    let people = &people[..people.find("</section>").unwrap()];
    assert!(
        people.contains("Limits:") && people.contains("Not on pensions."),
        "{people}"
    );
}
