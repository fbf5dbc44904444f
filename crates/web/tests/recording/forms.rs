//! The forms: all of them, in every language, empty and filled in.

use axum::http::StatusCode;
use mediation::command::{CommandKind, Place};

use super::{Desk, said, unseen};

#[tokio::test]
async fn every_command_has_a_form_where_it_belongs_and_nowhere_else() {
    let desk = Desk::worked_example();
    for kind in CommandKind::ALL {
        for room in ["desk", "hamas"] {
            let belongs = match kind.place {
                Place::Desk | Place::New => room == "desk",
                Place::Shared => room == "hamas",
                Place::Any => true,
            } && kind.name != "open-case";
            let path = format!("/rooms/{room}/record/{}", kind.name);
            for lang in ["en", "ar"] {
                let page = desk.get(&path, lang).await;
                let wanted = if belongs {
                    StatusCode::OK
                } else {
                    StatusCode::NOT_FOUND
                };
                assert_eq!(page.status, wanted, "{path}");
                if belongs {
                    let empty = desk.send(&path, lang, &[]).await;
                    assert!(
                        matches!(empty.status, StatusCode::CONFLICT | StatusCode::OK),
                        "{path}: {}",
                        empty.status
                    );
                }
            }
        }
    }
}

#[tokio::test]
async fn the_index_names_what_belongs_in_a_room() {
    let desk = Desk::worked_example();
    let page = desk.get("/rooms/hamas/record", "en").await.body;
    assert!(page.contains("/rooms/hamas/record/contact"));
    assert!(!page.contains("/record/open-room"));
    let page = desk.get("/rooms/desk/record", "ar").await.body;
    assert!(page.contains("/rooms/desk/record/open-room"));
    assert_eq!(
        desk.get("/rooms/nowhere/record", "en").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_case_is_opened_and_carried_on_by_hand() {
    let desk = Desk::empty();
    let index = desk.get("/rooms/desk/record", "en").await.body;
    assert!(index.contains("/record/open-case") && !index.contains("/record/note"));
    let to = desk
        .recorded(
            "/rooms/desk/record/open-case",
            &[
                ("title", "A dispute"),
                ("place", "Doha"),
                ("zone", "Asia/Qatar"),
                ("languages", "en, ar"),
            ],
        )
        .await;
    assert_eq!(to, "/rooms/desk?recorded=1#n1");
    let add = "/rooms/desk/record/add-participant";
    desk.recorded(add, &[("name", "The Union"), ("kind", "party")])
        .await;
    desk.recorded(add, &[("name", "The Employer"), ("kind", "party")])
        .await;
    let open = "/rooms/desk/record/open-room";
    let to = desk
        .recorded(
            open,
            &[
                ("members", "union"),
                ("title", "With the union"),
                ("room", "union"),
            ],
        )
        .await;
    assert_eq!(to, "/rooms/union?recorded=1#n1");
    desk.recorded(
        open,
        &[
            ("members", "employer"),
            ("title", "With the employer"),
            ("room", "employer"),
        ],
    )
    .await;
    desk.recorded(
        "/rooms/union/record/demand",
        &[
            ("from", "union"),
            ("words", "More pay, and shorter hours."),
            ("parts", "More pay\nShorter hours"),
            ("standing", "reported"),
            ("source", "its secretary"),
            ("terms", "open"),
            ("happened-day", "2023-11-15"),
            ("happened-known", "about"),
        ],
    )
    .await;
    let view = desk.view();
    let union = &view.rooms[&"union".parse().unwrap()];
    let demand = union.entry(2).unwrap().body().unwrap();
    assert_eq!(demand.happened.to_string(), "2023-11-15~");
    assert_eq!(union.demands.all[&2].parts.len(), 2);
    desk.recorded(
        "/rooms/union/record/answer?demand=union/2",
        &[
            ("demand", "union/2"),
            ("from", "desk"),
            ("words", "In part."),
            ("parts-1-outcome", "accepted"),
            ("parts-2-outcome", "countered"),
            ("parts-2-words", "From next year."),
            ("standing", "witnessed"),
        ],
    )
    .await;
    let english = "Article 1. Pay\n\nPay rises.\n\nArticle 2. Hours\n\nHours fall.";
    let arabic = "المادة ١. الأجر\n\nيرتفع الأجر.\n\nالمادة ٢. الساعات\n\nتنخفض الساعات.";
    desk.recorded(
        "/rooms/desk/record/draft",
        &[
            ("text", "agreement"),
            ("content", "whole"),
            ("content.whole-title-en", "The settlement"),
            ("content.whole-articles-en", english),
            ("content.whole-title-ar", "التسوية"),
            ("content.whole-articles-ar", arabic),
        ],
    )
    .await;
    let draft = desk
        .view()
        .desk_room()
        .unwrap()
        .texts
        .versions
        .values()
        .next()
        .unwrap()
        .clone();
    assert_eq!(draft.text.articles.len(), 2);
    let to = desk
        .recorded(
            "/rooms/union/record/put-draft",
            &[
                ("draft", &format!("desk/{}", draft.number)),
                ("offer.finality", "final"),
            ],
        )
        .await;
    assert_eq!(to, "/rooms/union?recorded=4#n4");
    desk.recorded(
        "/rooms/union/record/add-representative",
        &[
            ("participant", "union"),
            ("name", "The secretary"),
            ("role", "principal"),
            ("origin", "real"),
            ("standing", "witnessed"),
        ],
    )
    .await;
    desk.recorded(
        "/rooms/union/record/record-mandate",
        &[
            ("representative", "secretary"),
            ("may", "negotiate"),
            ("may", "bind"),
            ("instrument", "a letter"),
            ("confirmed-by", "its council"),
            ("standing", "witnessed"),
        ],
    )
    .await;
    let digest = draft.digest.to_hex();
    let first_eight = format!("{} {}", &digest[..4], &digest[4..8]);
    let to = desk
        .recorded(
            "/rooms/union/record/accept",
            &[
                ("participant", "union"),
                ("representative", "secretary"),
                ("offer", "union/4"),
                ("mandate", "union/6"),
                ("digest", &first_eight),
                ("standing", "witnessed"),
                ("terms", "open"),
            ],
        )
        .await;
    assert_eq!(to, "/rooms/union?recorded=7#n7");
    let rules = [("required", "union"), ("clearance", "one-officer")];
    desk.recorded("/rooms/desk/record/ground-rules", &rules)
        .await;
    let front = desk.get("/desk", "en").await.body;
    assert!(front.contains("All have accepted the same words, and no agreement is declared yet."));
    assert!(front.contains("Declare it concluded"));
    desk.recorded(
        "/rooms/desk/record/conclude",
        &[("text", "agreement"), ("form", "common-text")],
    )
    .await;
    assert!(desk.view().desk.agreement.concluded.is_some());
    let front = desk.get("/desk", "en").await.body;
    assert!(!front.contains("Declare it concluded"));
}

#[tokio::test]
async fn a_corrected_figure_is_marked_and_a_void_one_is_gone() {
    let desk = Desk::worked_example();
    let estimate = [
        ("of", "persons in the test"),
        ("low", "24"),
        ("whose", "A ministry"),
        ("standing", "witnessed"),
    ];
    let to = desk
        .recorded("/rooms/desk/record/estimate", &estimate)
        .await;
    let number = to.split("#n").nth(1).unwrap().to_owned();
    let entry = format!("D {number}");
    let correct = [
        ("entry", entry.as_str()),
        ("wrong", "24"),
        ("right", "42"),
        ("standing", "witnessed"),
    ];
    desk.recorded("/rooms/desk/record/correct", &correct).await;
    let front = desk.get("/desk", "en").await.body;
    assert!(
        front.contains("Persons in the test") && front.contains("Corrected by"),
        "{front}"
    );
    let void = [
        ("entry", entry.as_str()),
        ("wrong", "24"),
        ("right", "Nobody estimated it."),
        ("standing", "witnessed"),
        ("effect", "void"),
    ];
    desk.recorded("/rooms/desk/record/correct", &void).await;
    let front = desk.get("/desk", "en").await.body;
    assert!(!front.contains("Persons in the test"));
    let log = desk.get("/rooms/desk", "en").await.body;
    assert!(log.contains("Void by"), "{log}");
}

#[tokio::test]
async fn what_is_refused_says_why_and_keeps_what_was_typed() {
    let desk = Desk::worked_example();
    let before = desk.view();
    let path = "/rooms/hamas/record/message";
    let answer = desk
        .record(
            path,
            &[
                ("from", "hamas"),
                ("words", "Nobody said so."),
                ("standing", "reported"),
            ],
        )
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    insta::assert_snapshot!("refused", said(&answer.body));
    assert!(answer.body.contains("Nobody said so."));
    let answer = desk
        .record(
            path,
            &[
                ("from", "hamas"),
                ("happened-day", "2023-11-31"),
                ("words", ""),
            ],
        )
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    insta::assert_snapshot!("faults", said(&answer.body));
    assert_eq!(*before, *desk.view());
}

#[tokio::test]
async fn a_form_sent_twice_is_recorded_once() {
    let desk = Desk::with_a_case().await;
    let path = "/rooms/desk/record/note";
    let page = desk.get(path, "en").await.body;
    let (shown, becomes) = (unseen(&page, "shown"), unseen(&page, "becomes"));
    assert_eq!(becomes, "2");
    let note = |becomes| {
        [
            ("words", "They asked for a week."),
            ("shown", shown.as_str()),
            ("becomes", becomes),
        ]
    };
    // Both at once, as by a double click.
    let first = note("2");
    let (one, other) = tokio::join!(desk.send(path, "en", &first), desk.send(path, "ar", &first));
    assert_eq!(one.status, StatusCode::SEE_OTHER);
    assert_eq!(other.status, StatusCode::CONFLICT);
    let size = |desk: &Desk| desk.view().desk_room().unwrap().size;
    assert_eq!(size(&desk), 2);
    let again = desk.send(path, "en", &first).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(
        said(&again.body).contains("press again: “Record as D 3”"),
        "{}",
        said(&again.body)
    );
    assert!(again.body.contains("They asked for a week."));
    assert_eq!(unseen(&again.body, "becomes"), "3");
    assert_eq!(size(&desk), 2);
    // It is meant, and pressed again.
    let meant = desk.send(path, "en", &note("3")).await;
    assert_eq!(meant.status, StatusCode::SEE_OTHER);
    assert_eq!(size(&desk), 3);
}

#[tokio::test]
async fn the_right_digest_is_never_given_away() {
    let desk = Desk::worked_example();
    let view = desk.view();
    let room = &view.rooms[&"hamas".parse().unwrap()];
    let offer = room
        .texts
        .versions
        .values()
        .rev()
        .find(|v| v.offer.is_some())
        .unwrap();
    let right = offer.digest.to_hex()[..8].to_owned();
    let number = format!("hamas/{}", offer.number);
    let mandate = format!("hamas/{}", room.people.mandates.keys().next().unwrap());
    let representative = room
        .people
        .representatives
        .keys()
        .next()
        .unwrap()
        .to_string();
    let answer = desk
        .record(
            "/rooms/hamas/record/accept",
            &[
                ("participant", "hamas"),
                ("offer", &number),
                ("digest", "0000 0000"),
                ("representative", &representative),
                ("mandate", &mandate),
                ("standing", "witnessed"),
                ("terms", "open"),
            ],
        )
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!answer.body.contains(&right), "{}", said(&answer.body));
}

#[tokio::test]
async fn only_the_present_can_be_written_to() {
    let desk = Desk::worked_example();
    let before = desk.view();
    let path = "/rooms/hamas/record/message?at=2023-11-20T16:40Z";
    let page = desk.get(path, "en").await;
    assert!(!page.body.contains("name=\"words\""));
    let fields = [
        ("from", "hamas"),
        ("words", "Late."),
        ("standing", "witnessed"),
        ("shown", ""),
    ];
    let answer = desk.send(path, "en", &fields).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(*before, *desk.view());
}

#[tokio::test]
async fn the_form_of_a_contact_is_as_somebody_has_read_it() {
    let desk = Desk::worked_example();
    let page = desk.get("/rooms/hamas/record/contact", "en").await.body;
    let from = page.find("<section").unwrap();
    let until = page.find("</main>").unwrap();
    let matter = page[from..until]
        .replace("><", ">\n<")
        .replace(['\u{2068}', '\u{2069}'], "");
    insta::assert_snapshot!("contact", matter);
}

#[tokio::test]
async fn what_is_told_several_rooms_names_each_before_it_is_told() {
    let desk = Desk::worked_example();
    let path = "/rooms/desk/record/announce";
    let form = desk.get(path, "en").await.body;
    let [shown, becomes] = ["shown", "becomes"].map(|name| unseen(&form, name));
    let typed = [
        ("rooms", "hamas"),
        ("rooms", "israel"),
        ("subject", "The hour"),
        ("words", "It begins at seven."),
        ("shown", shown.as_str()),
        ("becomes", becomes.as_str()),
    ];
    let page = desk.send(path, "en", &typed).await.body;
    assert!(page.contains("name=\"confirmed\""), "{}", said(&page));
    let (_, sheet) = page.split_once("<dt>Which rooms").unwrap_or(("", &page));
    let (sheet, _) = sheet.split_once("</dd>").unwrap_or((sheet, ""));
    assert_eq!(sheet.matches("<li>").count(), 2, "{sheet}");
}

#[tokio::test]
async fn who_stood_beside_the_desk_is_shown_with_what_it_witnessed() {
    let desk = Desk::worked_example();
    let typed = [
        ("how", "call"),
        ("channel", "leadership"),
        ("standing", "witnessed"),
        ("source", "the interpreter beside us"),
    ];
    let path = "/rooms/hamas/record/attempt";
    let answer = desk.record(path, &typed).await;
    assert_eq!(
        answer.status,
        StatusCode::SEE_OTHER,
        "{}",
        said(&answer.body)
    );
    let log = desk.get("/rooms/hamas", "en").await.body;
    assert!(log.contains("by the desk, <bdi>the interpreter beside us</bdi>"));
}
