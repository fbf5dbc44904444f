//! What a participant would see: its own rooms, and nothing that another room could move.

use axum::http::StatusCode;

use super::{Case, DIGEST, EVERY_COMMAND, matter};

#[tokio::test]
async fn a_participant_reads_what_was_put_to_it_and_its_own_rooms() {
    let case = Case::every_command();
    for (who, name) in [("south", "seat_south"), ("north", "seat_north")] {
        let page = case.page(&format!("/as/{who}"), "en").await;
        insta::assert_snapshot!(name, matter(&page));
        let arabic = case.page(&format!("/as/{who}"), "ar").await;
        assert!(arabic.contains("dir=\"rtl\""));
    }
    let room = case.page("/as/south/rooms/south?all=1", "en").await;
    insta::assert_snapshot!("seat_south_room", matter(&room));
    for kept in [
        "Only the desk",
        "/rooms/south/carry",
        "F. Okafor",
        "The North sits",
        ">S 1<",
    ] {
        assert!(!room.contains(kept), "the South reads “{kept}”");
    }
}

#[tokio::test]
async fn what_another_room_holds_moves_no_byte() {
    let whole = Case::every_command();
    // The same case, in which the desk noted nothing, and nothing at all was put to the North.
    let elsewhere = |line: &&str| {
        let north = line.contains("room: north") && !line.contains("open-room");
        !north
            && !line.contains("do: note")
            && !line.contains("-relay")
            && !line.contains("do: require")
            && !line.contains("do: meet-requirement")
            && !line.contains("do: set-parameter")
    };
    let less: Vec<&str> = EVERY_COMMAND.lines().filter(elsewhere).collect();
    let less = Case::played(
        less.join("\n").replace("DIGEST", DIGEST).as_bytes(),
        "2024-03-10T10:00:00Z",
    );
    for path in ["/as/south", "/as/south/rooms/south", "/as/south/rooms/both"] {
        let (a, b) = (whole.get(path, "en").await, less.get(path, "en").await);
        assert_eq!(a.body, b.body, "{path}");
        assert_eq!(a.body.len(), b.body.len());
    }
    assert_ne!(
        whole.get("/rooms/desk", "en").await.body,
        less.get("/rooms/desk", "en").await.body
    );
}

#[tokio::test]
async fn not_there_and_not_yours_are_one_answer() {
    let case = Case::every_command();
    let nobody = case.get("/as/nobody", "en").await;
    assert_eq!(nobody.status, StatusCode::NOT_FOUND);
    for path in [
        "/as/south/rooms/north",
        "/as/south/rooms/desk",
        "/as/south/rooms/nowhere",
        "/as/south/rooms/north/receipts/1",
        "/as/south/rooms/north/desk.vkey",
        "/as/south/rooms/north/texts/1",
        "/as/south/rooms/south/texts/1",
        "/as/nobody/rooms/south/receipts/1",
    ] {
        let answer = case.get(path, "en").await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(answer.body, nobody.body, "{path}");
    }
}

#[tokio::test]
async fn a_text_leaves_as_the_bytes_that_its_digest_is_made_of() {
    let case = Case::every_command();
    let page = case.page("/as/south", "en").await;
    let at = page.find("/as/south/rooms/south/texts/").unwrap();
    let href = page.get(at..).unwrap().split('"').next().unwrap();
    let file = case.get(href, "en").await;
    assert_eq!(file.disposition, "attachment; filename=\"version-2.txt\"");
    let digest = record::Digest::of(file.body.as_bytes()).to_hex();
    assert!(digest.starts_with(DIGEST), "{digest}");
    assert!(page.contains(&digest));
}

#[tokio::test]
async fn the_worked_example_is_sound_for_everybody() {
    let case = Case::worked_example();
    for lang in ["en", "ar"] {
        for who in ["israel", "hamas", "united-states", "qatar", "egypt"] {
            for at in ["", "?at=2023-11-15T17:30Z", "?at=2023-11-20T16:40Z"] {
                case.page(&format!("/as/{who}{at}"), lang).await;
            }
        }
        case.page("/as/hamas/rooms/hamas", lang).await;
    }
    let offered = case.page("/as/hamas?at=2023-11-20T16:40Z", "en").await;
    assert!(offered.contains("An offer is put to you"));
    let accepted = case.page("/as/hamas", "en").await;
    assert!(accepted.contains("You accepted version 4"));
}

#[tokio::test]
async fn the_page_of_another_says_so_to_the_desk_and_offers_nothing_of_the_desk() {
    let case = Case::worked_example();
    let page = case.page("/as/hamas?at=2023-11-20T16:40Z", "en").await;
    assert!(page.contains("Shown as Hamas would see it."));
    for kept in [
        "Close the desk",
        "only the present can be written to",
        "Caucus with Hamas</a>",
    ] {
        assert!(!page.contains(kept), "{kept}");
    }
    assert!(page.contains("entry <a"));
    assert_eq!(page.matches("Changed since version 3.").count(), 3);
}
