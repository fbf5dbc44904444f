//! The page of the text.

use axum::http::StatusCode;
use sha2::{Digest as _, Sha256};

use super::{Case, matter};

#[tokio::test]
async fn a_version_stands_against_the_one_before_with_all_that_it_takes() {
    let case = Case::small();
    let page = case.page("/text", "en").await;
    insta::assert_snapshot!("text", matter(&page));
    let old = case.page("/text/1", "en").await;
    insta::assert_snapshot!("text_version_1", matter(&old));
}

#[tokio::test]
async fn whoever_stood_on_other_words_must_be_told() {
    let case = Case::small();
    let page = case.page("/text", "en").await;
    let told = &page[page.find("id=\"told\"").unwrap()..];
    let told = &told[..told.find("</section>").unwrap()];
    assert!(
        told.contains("The North") && told.contains("not yet"),
        "{told}"
    );
    // The council of the South made the words: the South need not be told of them.
    assert!(!told.contains("The South"), "{told}");
}

#[tokio::test]
async fn the_file_holds_the_bytes_that_the_digest_is_made_of() {
    let case = Case::small();
    let page = case.page("/text", "en").await;
    let file = case.get("/text/2/file", "en").await;
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(file.headers["content-type"], "text/plain; charset=utf-8");
    assert_eq!(
        file.headers["content-disposition"],
        "attachment; filename=\"version-2.txt\""
    );
    let digest = Sha256::digest(file.body.as_bytes());
    let hex = mediation::Digest::from_bytes(digest.into()).to_hex();
    assert!(page.contains(&hex[8..12]) && page.contains(&format!("{} {}", &hex[..4], &hex[4..8])));
}

#[tokio::test]
async fn what_is_not_there_is_not_there() {
    let case = Case::small();
    for path in [
        "/text/3",
        "/text/0",
        "/text/x",
        "/text?text=letter",
        "/text/9/file",
        "/text/1?at=2024-03-05T10:00Z",
    ] {
        assert_eq!(
            case.get(path, "en").await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    let before = case.page("/text?at=2024-03-05T10:00Z", "en").await;
    assert!(before.contains("No draft of a text has been written yet."));
}

#[tokio::test]
async fn the_worked_example_is_told_whole_at_every_moment() {
    let case = Case::worked_example();
    for lang in ["en", "ar"] {
        for path in [
            "/text?at=2023-11-15T17:30Z",
            "/text?at=2023-11-20T16:40Z",
            "/text",
            "/text/1",
            "/text/2",
            "/text/3",
        ] {
            case.page(path, lang).await;
        }
    }
    let page = case.page("/text?at=2023-11-20T12:00Z", "en").await;
    assert!(
        page.contains("not yet put"),
        "version 4 is not yet put to Hamas"
    );
    let page = case.page("/text", "en").await;
    assert!(page.contains("2 of 2") && page.contains("missing, and late"));
    assert!(page.contains("<del>[18:00] [20:00]</del><ins>18:00</ins>"));
}

#[tokio::test]
async fn a_stand_that_has_lapsed_is_shown_as_lapsed_and_is_not_lost() {
    let case = Case::worked_example();
    let then = "?at=2023-11-20T16:40Z";
    let desk = case.page(&format!("/desk{then}"), "en").await;
    assert!(
        desk.contains("on version 3: ad referendum; Article 5 reserved"),
        "what Hamas said of version 3"
    );
    let text = case.page(&format!("/text{then}"), "en").await;
    let first = &text[text.find("id=\"a-1\"").unwrap()..];
    let first = &first[..first.find("</section>").unwrap()];
    for who in ["Israel", "Hamas", "United States"] {
        assert!(first.contains(who), "{who} is not in the margin: {first}");
    }
    assert!(
        first.contains("lapsed") && first.contains("on version 3"),
        "{first}"
    );
}

#[tokio::test]
async fn what_was_said_of_the_whole_stands_once() {
    let case = Case::worked_example();
    let text = case.page("/text/3", "en").await;
    let said = "Agreed, for the leadership inside to confirm.";
    assert_eq!(text.matches(said).count(), 1);
}

#[tokio::test]
async fn a_version_can_be_read_alone() {
    let case = Case::worked_example();
    let text = case.page("/text", "en").await;
    for way in [">2 with 3<", ">3 with 4<", ">4 alone<"] {
        assert!(text.contains(way), "{way}");
    }
    let at = text.find("alone=1").unwrap();
    assert!(text[at - 40..at].contains("/text/4?"));
    let alone = case.page("/text/4?alone=1", "en").await;
    let articles = &alone[alone.find("id=\"articles\"").unwrap()..];
    let articles = &articles[..articles.find("id=\"version\"").unwrap()];
    let redlined =
        articles[..articles.find("id=\"made\"").unwrap_or(articles.len())].contains("<ins");
    assert!(!redlined, "a clean text");
}

#[tokio::test]
async fn what_acceptance_takes_names_who_may_bind_and_says_when_it_was_concluded() {
    let case = Case::worked_example();
    let text = case.page("/text", "en").await;
    assert!(!text.contains("A person who may bind"), "nobody is named");
    assert!(text.contains("Concluded on 22 November 2023."));
    assert!(!text.contains("It can be put for acceptance"));
    assert!(text.contains("owed by the desk"));
}
