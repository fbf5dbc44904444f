//! The rooms as the desk reads them.

use axum::http::StatusCode;
use mediation::command::CommandKind;

use super::{Case, EVERY_COMMAND, matter};

#[tokio::test]
async fn every_kind_of_entry_is_told_in_both_languages() {
    for kind in CommandKind::ALL {
        let named = format!("do: {}", kind.name);
        let ends = [",", "\n"].map(|end| format!("{named}{end}"));
        assert!(
            ends.iter().any(|n| EVERY_COMMAND.contains(n)),
            "{named} is not in the case"
        );
    }
    let case = Case::every_command();
    for room in ["desk", "north", "south", "both"] {
        let page = case.page(&format!("/rooms/{room}?all=1"), "en").await;
        insta::assert_snapshot!(format!("room_{room}"), matter(&page));
        case.page(&format!("/rooms/{room}?all=1"), "ar").await;
    }
    insta::assert_snapshot!("rooms", matter(&case.page("/rooms", "en").await));
    insta::assert_snapshot!("participants", matter(&case.page("/as", "en").await));
}

#[tokio::test]
async fn the_worked_example_is_sound_at_every_moment() {
    let case = Case::worked_example();
    for lang in ["en", "ar"] {
        for at in ["", "?at=2023-11-15T17:30Z", "?at=2023-11-20T16:40Z"] {
            for room in ["desk", "hamas", "israel", "plenary"] {
                case.page(&format!("/rooms/{room}{at}"), lang).await;
            }
            case.page(&format!("/rooms{at}"), lang).await;
            case.page(&format!("/as{at}"), lang).await;
        }
    }
    let then = case.page("/rooms/hamas?at=2023-11-20T16:40Z", "en").await;
    assert!(then.contains("as the last offer, and is not answered"));
    assert!(
        !then.contains("/carry/"),
        "only the present can be written to"
    );
    assert!(
        case.page("/rooms/hamas", "en")
            .await
            .contains("/rooms/hamas/carry/")
    );
}

#[tokio::test]
async fn a_receipt_leaves_as_a_file_and_what_is_not_there_is_not() {
    let case = Case::every_command();
    let receipt = case.get("/rooms/south/receipts/3", "en").await;
    assert_eq!(receipt.status, StatusCode::OK);
    assert_eq!(
        receipt.disposition,
        "attachment; filename=\"receipt-3.txt\""
    );
    let key = case.get("/rooms/south/desk.vkey", "en").await;
    let key = record::keys::NoteKey::from_vkey(&key.body).unwrap();
    let proven = record::Receipt::parse(receipt.body.as_bytes())
        .unwrap()
        .verify(&key)
        .unwrap();
    assert_eq!(proven.envelope.number.get(), 3);
    for nothing in [
        "/rooms/nowhere",
        "/rooms/south/receipts/9999",
        "/rooms/south/receipts/x",
        "/rooms/nowhere/desk.vkey",
    ] {
        assert_eq!(
            case.get(nothing, "en").await.status,
            StatusCode::NOT_FOUND,
            "{nothing}"
        );
    }
}

#[tokio::test]
async fn what_has_not_come_yet_cannot_be_looked_back_at() {
    let case = Case::worked_example();
    for page in ["/desk", "/rooms/hamas", "/text", "/as/hamas", "/chronicle"] {
        let answer = case.get(&format!("{page}?at=2033-01-01"), "en").await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{page}");
        assert!(answer.body.contains("it has not come yet"), "{page}");
    }
    for page in ["/desk", "/rooms/hamas", "/chronicle"] {
        let answer = case.get(&format!("{page}?at=2023-09-01"), "en").await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{page}");
    }
    case.page("/desk?at=2023-11-22T19:00Z", "en").await;
}

#[tokio::test]
async fn another_year_is_said() {
    let file = std::fs::read(super::worked_example()).unwrap();
    let later = Case::played(&file, "2026-11-26T07:00:00Z");
    let desk = later.page("/desk", "en").await;
    assert!(
        desk.contains("Wed 22 Nov 2023, "),
        "the desk names the year"
    );
    let room = later.page("/rooms/hamas", "en").await;
    assert!(room.contains("Nov 2023, "), "the log names the year");
    assert!(desk.contains("3 years late") && !desk.contains("1101 days"));
    let then = later.page("/desk?at=2023-11-20T16:40Z", "en").await;
    assert!(then.contains("today, ") && then.contains("yesterday, "));
    assert!(
        !then.contains("Nov 2023, "),
        "this year goes without saying"
    );
}

#[tokio::test]
async fn the_desk_and_the_room_count_a_silence_alike() {
    let case = Case::worked_example();
    let then = "?at=2023-11-20T16:40Z";
    let desk = case.page(&format!("/desk{then}"), "en").await;
    let room = case.page(&format!("/rooms/hamas{then}"), "en").await;
    assert!(desk.contains("Three attempts, none answered."), "{desk}");
    assert!(room.contains("22 h 25 min, three attempts"), "{room}");
    assert!(
        room.contains("silent; last heard yesterday, 21:15"),
        "{room}"
    );
}

#[tokio::test]
async fn looking_back_offers_nothing_to_record_and_keeps_its_moment() {
    let case = Case::worked_example();
    let then = case.page("/desk?at=2023-11-20T16:40Z", "en").await;
    let main = matter(&then);
    assert!(!main.contains("/record/"), "a way to record in the past");
    let links = main.split("href=\"").skip(1);
    for link in links.filter_map(|l| l.split('"').next()) {
        let inner = link.starts_with('#') || link.contains("at=");
        let now = link == "/desk" || link.starts_with("/record");
        assert!(inner || now, "{link} leads to another moment");
    }
    let form = case
        .page("/rooms/hamas/record/attempt?at=2023-11-20T16:40Z", "en")
        .await;
    assert!(!form.contains("It becomes"), "nothing becomes of the past");
    assert!(form.contains("href=\"/rooms/hamas/record/attempt\""));
}

#[tokio::test]
async fn what_is_left_out_of_a_list_can_be_had() {
    let case = Case::worked_example();
    let few = case.page("/desk", "en").await;
    assert!(few.contains("href=\"/desk?todo=all#todo\""), "{few}");
    let all = case.page("/desk?todo=all", "en").await;
    let count = |page: &str| page.matches("class=\"when").count();
    assert_eq!(count(&few), 7);
    assert!(count(&all) > 7);
}

#[tokio::test]
async fn a_room_opens_at_its_newest_entries_and_gives_the_rest() {
    let case = Case::worked_example();
    let room = case.page("/rooms/hamas", "en").await;
    assert_eq!(room.matches("<li id=\"n").count(), 12);
    assert!(room.contains("href=\"#record\""));
    let last = room.split("<li id=\"n").last().unwrap();
    let last: usize = last.split('"').next().unwrap().parse().unwrap();
    let all = case.page("/rooms/hamas?all=1", "en").await;
    assert_eq!(all.matches("<li id=\"n").count(), last);
}
