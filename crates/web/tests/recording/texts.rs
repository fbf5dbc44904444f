//! A text written over in the form: articles reworded, struck out and added, annexes put in and
//! taken out; and that whoever is to consent to it is shown all that its digest binds.

use mediation::{concerns::texts::Version, ids::EntryRef};

use super::Desk;

fn last(desk: &Desk) -> Version {
    let view = desk.view();
    let versions = &view.desk_room().unwrap().texts.versions;
    versions.values().next_back().unwrap().clone()
}

async fn desk_with_a_draft() -> Desk {
    let desk = Desk::with_the_union().await;
    let articles = "Article 1. Pay\n\nPay rises.\n\nArticle 2. Hours\n\nHours fall.\n\nArticle 3. Term\n\nOne year.";
    let annexes = format!(
        "Annex 1. The scale\n\nGrade one: ten.\n\nAnnex 2. The names\nDigest: {}",
        "ab".repeat(32)
    );
    let draft = [
        ("text", "agreement"),
        ("content", "whole"),
        ("content.whole-title-en", "The settlement"),
        ("content.whole-articles-en", articles),
        ("content.whole-annexes", &annexes),
    ];
    desk.recorded("/rooms/desk/record/draft", &draft).await;
    desk
}

async fn put(desk: &Desk) {
    let draft = EntryRef::new("desk".parse().unwrap(), last(desk).number).to_string();
    let fields = [("draft", draft.as_str()), ("offer.finality", "open")];
    desk.recorded("/rooms/union/record/put-draft", &fields)
        .await;
}

#[tokio::test]
async fn articles_and_annexes_come_and_go_in_the_form() {
    let desk = desk_with_a_draft().await;
    let first = last(&desk);
    assert_eq!(first.text.annexes.len(), 2);
    put(&desk).await;
    let from = format!("desk/{}", first.number);
    let form = desk
        .get(
            &format!("/rooms/desk/record/draft?content=changed&content.changed.from={from}"),
            "en",
        )
        .await
        .body;
    assert!(form.contains("Annex 2. The names"), "{form}");
    let name = |field: &str| format!("content.changed.changes{field}");
    let (words, heading, struck, new, before, annexes) = (
        name("-0-en"),
        name("-0-heading-en"),
        name("-struck"),
        name("-new-en"),
        name("-before"),
        name("-annexes"),
    );
    let changed = [
        ("text", "agreement"),
        ("content", "changed"),
        ("content.changed.from", from.as_str()),
        (&words, "Pay rises by a tenth."),
        (&heading, "Wages"),
        (&struck, "2"),
        (&new, "Article 2 bis. Rosters\n\nPublished early."),
        (&before, "3"),
        (&annexes, "Annex 1. The scale\n\nGrade one: eleven."),
    ];
    desk.recorded("/rooms/desk/record/draft", &changed).await;
    let second = last(&desk);
    let numbers: Vec<_> = second
        .text
        .articles
        .iter()
        .map(|a| a.number.as_str())
        .collect();
    assert_eq!(numbers, ["1", "2 bis", "3"]);
    let heading = second.text.articles[0].heading.values().next().unwrap();
    assert_eq!(heading.as_str(), "Wages");
    assert_eq!(second.text.annexes.len(), 1);
    let page = desk.get("/text", "en").await.body;
    assert!(page.contains("Annex struck out"), "{page}");
    put(&desk).await;
    let portal = desk.get("/as/union", "en").await;
    assert!(
        portal.body.contains("Grade one: "),
        "{}: {}",
        portal.status,
        portal.body
    );
    assert!(portal.body.contains("Annex struck out"));
    assert!(
        portal
            .body
            .contains("the striking out of Article 2, the annex"),
        "{}",
        portal.body
    );
}

#[tokio::test]
async fn nothing_changed_is_said_and_an_annex_that_cannot_be_read_is_named() {
    let desk = desk_with_a_draft().await;
    let from = format!("desk/{}", last(&desk).number);
    let same = [
        ("text", "agreement"),
        ("content", "changed"),
        ("content.changed.from", from.as_str()),
    ];
    let answer = desk.record("/rooms/desk/record/draft", &same).await;
    assert!(
        answer.body.contains("Not a character was changed"),
        "{}",
        answer.body
    );
    let bad = [
        ("text", "agreement"),
        ("content", "changed"),
        ("content.changed.from", from.as_str()),
        (
            "content.changed.changes-annexes",
            "Annex 1. The names\nDigest: 12",
        ),
    ];
    let answer = desk.record("/rooms/desk/record/draft", &bad).await;
    assert!(
        answer
            .body
            .contains("Line \u{2068}2\u{2069} does not name a digest"),
        "{}",
        answer.body
    );
}
