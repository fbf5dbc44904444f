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
        let page = case.page(&format!("/rooms/{room}"), "en").await;
        insta::assert_snapshot!(format!("room_{room}"), matter(&page));
        case.page(&format!("/rooms/{room}"), "ar").await;
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
