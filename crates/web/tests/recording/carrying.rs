//! Carrying across: what the terms close is closed with its reason, and nothing crosses that was
//! not on the sheet when it was read.

use axum::http::StatusCode;

use super::{Desk, said};

/// The code of the officer who proposes.
const NASSER: &str = "lantern-cedar";

/// Two rooms, and in the first a message under each of these terms, from entry 2 on.
async fn told(terms: &[&str], clearance: &str) -> Desk {
    let desk = Desk::with_a_case().await;
    for name in ["Union", "Employer"] {
        let room = name.to_lowercase();
        desk.recorded(
            "/rooms/desk/record/add-participant",
            &[("name", name), ("kind", "party")],
        )
        .await;
        desk.recorded(
            "/rooms/desk/record/open-room",
            &[("members", &room), ("title", name), ("room", &room)],
        )
        .await;
    }
    for (name, code) in [("Nasser", NASSER), ("Haddad", "harbour-quince")] {
        desk.recorded(
            "/rooms/desk/record/add-officer",
            &[("name", name), ("code", code)],
        )
        .await;
    }
    let rules = [
        ("required", "union"),
        ("required", "employer"),
        ("clearance", clearance),
    ];
    desk.recorded("/rooms/desk/record/ground-rules", &rules)
        .await;
    for terms in terms {
        desk.recorded(
            "/rooms/union/record/message",
            &[
                ("from", "union"),
                ("words", "We would take four."),
                ("terms", terms),
                ("standing", "witnessed"),
            ],
        )
        .await;
    }
    desk
}

#[tokio::test]
async fn the_terms_close_what_they_close() {
    let desk = told(&["substance", "in-confidence", "open"], "one-officer").await;
    let substance = desk.get("/rooms/union/carry/2", "en").await.body;
    assert!(
        substance.contains("value=\"verbatim\" disabled"),
        "{substance}"
    );
    assert!(substance.contains("value=\"attributed\" disabled"));
    let open = desk.get("/rooms/union/carry/4", "en").await.body;
    assert!(!open.contains("disabled"), "{open}");
    desk.get("/rooms/union/carry/4", "ar").await;
    let kept = desk
        .record(
            "/rooms/union/carry/3",
            &[
                ("to", "employer"),
                ("voice", "non-paper"),
                ("words", "They would take four."),
                ("wording", "edited"),
                ("as", "message"),
                ("read", "1"),
            ],
        )
        .await;
    assert_eq!(kept.status, StatusCode::UNPROCESSABLE_ENTITY);
    insta::assert_snapshot!("kept", said(&kept.body));
    assert_eq!(
        desk.get("/rooms/union/carry/1", "en").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn nothing_crosses_that_was_not_on_the_sheet_when_it_was_read() {
    let desk = told(&["open"], "one-officer").await;
    let path = "/rooms/union/carry/2";
    let first = [
        ("to", "employer"),
        ("voice", "attributed"),
        ("wording", "edited"),
        ("as", "message"),
        ("words", "We would take four."),
        ("show", "1"),
    ];
    let page = desk.send(path, "en", &first).await.body;
    let shown = super::unseen(&page, "shown");
    let sent = |words, read: bool| {
        let mut fields = vec![
            ("to", "employer"),
            ("voice", "attributed"),
            ("wording", "edited"),
            ("as", "message"),
            ("words", words),
            ("shown", shown.as_str()),
            ("becomes", "2"),
        ];
        fields.extend(read.then_some(("read", "1")));
        fields
    };
    // Other words than were on the sheet: they are shown first.
    let again = desk
        .send(path, "en", &sent("We would take five.", true))
        .await;
    assert_eq!(again.status, StatusCode::OK);
    assert!(again.body.contains("<ins>five</ins>"), "{}", again.body);
    // In another voice than was on the page: likewise.
    let mut other = sent("We would take four.", true);
    other[1] = ("voice", "non-paper");
    let again = desk.send(path, "en", &other).await;
    assert_eq!(again.status, StatusCode::OK);
    assert!(again.body.contains("non-paper"), "{}", again.body);
    let unread = desk
        .send(path, "en", &sent("We would take four.", false))
        .await;
    assert_eq!(unread.status, StatusCode::UNPROCESSABLE_ENTITY);
    let there = |desk: &Desk| desk.view().rooms[&"employer".parse().unwrap()].size;
    assert_eq!(there(&desk), 1);
    let carried = desk
        .send(path, "en", &sent("We would take four.", true))
        .await;
    assert_eq!(carried.to, "/rooms/employer?recorded=2#n2");
    assert_eq!(there(&desk), 2);
    // The same once more, as by a second click: it is asked whether it is meant twice.
    let twice = desk
        .send(path, "en", &sent("We would take four.", true))
        .await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
    assert!(said(&twice.body).contains("The room has moved on"));
    assert_eq!(super::unseen(&twice.body, "becomes"), "3");
    assert_eq!(there(&desk), 2);
}

#[tokio::test]
async fn where_it_takes_two_the_second_officer_reads_both_sheets() {
    let desk = told(&["open"], "two-officers").await;
    let to = desk
        .recorded(
            "/rooms/union/carry/2",
            &[
                ("to", "employer"),
                ("voice", "non-paper"),
                ("wording", "verbatim"),
                ("words", "We would take four."),
                ("as", "demand"),
                ("as.demand", "Four days.\nBy Friday."),
                ("route", "The embassy\nA courier"),
                ("officer", "nasser"),
                ("code", NASSER),
                ("read", "1"),
            ],
        )
        .await;
    assert!(to.starts_with("/rooms/desk?recorded="), "{to}");
    let clear = "/rooms/desk/record/clear-relay";
    let page = desk.get(clear, "en").await.body;
    assert!(page.contains("class=\"crossing\""), "{page}");
    assert!(page.contains("type=\"password\""));
    for crossing in ["a demand", "Four days.", "By Friday.", "non-paper"] {
        assert!(framed(&page).contains(crossing), "{crossing}: {page}");
    }
    let kept = page.split("class=\"deskonly\"").nth(1).unwrap();
    assert!(kept.contains("The embassy"), "{kept}");
    let proposal = format!("desk/{}", to.split("#n").nth(1).unwrap());
    let wrong = desk
        .record(
            clear,
            &[
                ("proposal", &proposal),
                ("officer", "haddad"),
                ("code", "not the code"),
            ],
        )
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        !wrong.body.contains("not the code"),
        "a code is never sent back"
    );
    desk.recorded(
        clear,
        &[
            ("proposal", &proposal),
            ("officer", "haddad"),
            ("code", "harbour-quince"),
        ],
    )
    .await;
    assert_eq!(desk.view().rooms[&"employer".parse().unwrap()].size, 2);
}

#[tokio::test]
async fn both_sheets_are_there_from_the_first_and_nothing_is_confirmed_unseen() {
    let desk = told(&["open"], "one-officer").await;
    let open = [
        ("members", "employer"),
        ("title", "Board"),
        ("room", "board"),
    ];
    desk.recorded("/rooms/desk/record/open-room", &open).await;
    let page = desk.get("/rooms/union/carry/2", "en").await.body;
    assert!(page.contains("class=\"crossing\""), "{page}");
    assert!(page.contains("Said here, ") && page.contains("Choose a room"));
    assert!(!page.contains("I have read the framed sheet"), "{page}");
    assert!(page.contains("Show both sheets<"), "{page}");
    let none = desk.record("/rooms/union/carry/2", &[("show", "1")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.body.contains("href=\"#to"), "{}", none.body);
    let one = desk
        .record("/rooms/union/carry/2", &[("show", "1"), ("to", "employer")])
        .await;
    assert_eq!(one.status, StatusCode::OK);
    assert!(one.body.contains("I have read the framed sheet"));
}

/// The framed sheet of a page.
fn framed(page: &str) -> String {
    let from = page.find("class=\"sheet out\"").unwrap();
    let sheet = page[from..].split("<div class=\"grid").next().unwrap();
    let sheet = sheet.split("</dl></div></div></div>").next().unwrap();
    sheet
        .replace(['\u{2068}', '\u{2069}'], "")
        .replace('\u{a0}', " ")
}

/// The first sheet of a page.
fn first(page: &str) -> String {
    let from = page.find("class=\"crossing\"").unwrap();
    let sheet = page[from..].split("class=\"arrow\"").next().unwrap();
    sheet.replace('\u{a0}', " ")
}

#[tokio::test]
async fn a_demand_and_its_answer_cross_as_what_they_are_with_their_parts() {
    let desk = told(&[], "one-officer").await;
    let open = [
        ("members", "employer"),
        ("title", "Board"),
        ("room", "board"),
    ];
    desk.recorded("/rooms/desk/record/open-room", &open).await;
    let asked = [
        ("from", "union"),
        ("words", "We ask for two things."),
        ("parts", "Four days.\nBy Friday."),
        ("terms", "open"),
        ("standing", "witnessed"),
    ];
    desk.recorded("/rooms/union/record/demand", &asked).await;
    let path = "/rooms/union/carry/2";
    // Of two rooms none is chosen yet: what was said stands with its parts.
    let page = desk.get(path, "en").await.body;
    assert!(
        first(&page).contains("<li dir=\"auto\">Four days.</li>"),
        "{page}"
    );
    assert!(!framed(&page).contains("Four days."), "{page}");
    let page = desk
        .send(path, "en", &[("show", "1"), ("to", "employer")])
        .await
        .body;
    assert!(page.contains("value=\"demand\" checked"), "{page}");
    assert!(page.contains("Four days.\nBy Friday.</textarea>"), "{page}");
    let sheet = framed(&page);
    for crossing in ["a demand", "Four days.", "By Friday."] {
        assert!(sheet.contains(crossing), "{crossing}: {sheet}");
    }
    let as_demand = [
        ("to", "employer"),
        ("voice", "attributed"),
        ("wording", "verbatim"),
        ("as", "demand"),
        ("as.demand", "Four days.\nBy Friday."),
        ("read", "1"),
    ];
    desk.recorded(path, &as_demand).await;
    let answered = [
        ("from", "employer"),
        ("demand", "employer/2"),
        ("words", "One of the two."),
        ("parts-1-outcome", "accepted"),
        ("parts-2-outcome", "countered"),
        ("parts-2-words", "By Monday."),
        ("terms", "open"),
        ("standing", "witnessed"),
    ];
    desk.recorded("/rooms/employer/record/answer", &answered)
        .await;
    let path = "/rooms/employer/carry/3";
    let page = desk
        .send(path, "en", &[("show", "1"), ("to", "union")])
        .await
        .body;
    assert!(page.contains("value=\"answer\" checked"), "{page}");
    assert!(page.contains("value=\"union/2\" selected"), "{page}");
    for said in [first(&page), framed(&page)] {
        for crossing in ["Four days.", "accepted", "By Friday.", "By Monday."] {
            assert!(
                said.to_lowercase().contains(&crossing.to_lowercase()),
                "{crossing}: {said}"
            );
        }
    }
    assert_eq!(page.matches("value=\"countered\" checked").count(), 1);
    assert!(page.contains("value=\"By Monday.\""), "{page}");
    desk.send(path, "ar", &[("show", "1"), ("to", "union")])
        .await;
    // Turned to a room in which nobody asked, what becomes of its parts is not kept.
    let page = desk
        .send(
            path,
            "en",
            &[
                ("show", "1"),
                ("to", "board"),
                ("as", "answer"),
                ("answered", "union/2"),
                ("as.answer.demand", "union/2"),
                ("as.answer.parts-1-outcome", "accepted"),
            ],
        )
        .await
        .body;
    assert!(!framed(&page).contains("Four days."), "{page}");
    assert!(!page.contains("value=\"countered\" checked"), "{page}");
}

#[tokio::test]
async fn a_request_crosses_with_its_kind_and_its_date() {
    let desk = told(&[], "two-officers").await;
    let asked = [
        ("from", "union"),
        ("what", "list"),
        ("words", "Who is on the rota."),
        ("due-day", "2023-11-25"),
        ("due-time", "09:30"),
        ("terms", "open"),
        ("standing", "witnessed"),
    ];
    desk.recorded("/rooms/union/record/request", &asked).await;
    let page = desk.get("/rooms/union/carry/2", "en").await.body;
    assert!(page.contains("value=\"request\" checked"), "{page}");
    assert!(page.contains("value=\"2023-11-25\""), "{page}");
    assert!(page.contains("value=\"09:30\""), "{page}");
    for said in [first(&page), framed(&page)] {
        assert!(said.contains("a list"), "{said}");
        assert!(said.contains("25 Nov, 09:30"), "{said}");
    }
    let proposed = [
        ("to", "employer"),
        ("voice", "attributed"),
        ("wording", "verbatim"),
        ("as", "request"),
        ("as.request.what", "list"),
        ("as.request.due-day", "2023-11-25"),
        ("as.request.due-time", "09:30"),
        ("officer", "nasser"),
        ("code", NASSER),
        ("read", "1"),
    ];
    desk.recorded("/rooms/union/carry/2", &proposed).await;
    let page = desk.get("/rooms/desk/record/clear-relay", "en").await.body;
    let sheet = framed(&page);
    for crossing in [
        "Who is on the rota.",
        "a request",
        "a list",
        "25 Nov, 09:30",
    ] {
        assert!(sheet.contains(crossing), "{crossing}: {sheet}");
    }
    assert!(!sheet.contains("Nasser"), "{sheet}");
}
