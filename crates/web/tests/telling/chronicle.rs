//! The chronicle, for the desk and for participants.

use axum::http::StatusCode;

use super::{Case, matter};

#[tokio::test]
async fn the_desk_reads_the_whole_story_and_a_participant_its_own() {
    let case = Case::small();
    insta::assert_snapshot!("chronicle", matter(&case.page("/chronicle", "en").await));
    let south = case.page("/as/south/chronicle", "en").await;
    insta::assert_snapshot!("chronicle_of_the_south", matter(&south));
    let north = case.page("/as/north/chronicle", "en").await;
    for kept in [
        "newspaper",
        "the South handed",
        "S. Oyelaran",
        "council",
        "/rooms/south",
        "2 of",
    ] {
        assert!(!north.contains(kept), "the North reads of “{kept}”");
    }
}

#[tokio::test]
async fn another_account_and_a_correction_are_told_with_what_they_are_about() {
    let case = Case::small();
    let page = case
        .page("/as/south/chronicle", "en")
        .await
        .replace(['\u{2068}', '\u{2069}'], "");
    let act = page.find("One person was let go.").unwrap();
    let account = page
        .find("Another account (a newspaper) has it on 4 March 2024.")
        .unwrap();
    assert!(act < account);
    assert!(page.contains("Corrected since:") && page.contains("It is called a list."));
    assert!(page.contains("By its own word it has 3 rows; 2 are on it."));
    assert!(page.contains("and one attempt that was not answered"));
}

#[tokio::test]
async fn the_worked_example_is_told_to_everybody() {
    let case = Case::worked_example();
    for lang in ["en", "ar"] {
        for who in [
            "",
            "/as/israel",
            "/as/hamas",
            "/as/united-states",
            "/as/qatar",
        ] {
            for at in ["", "?at=2023-11-15T17:30Z"] {
                case.page(&format!("{who}/chronicle{at}"), lang).await;
            }
        }
    }
    let second = case.page("/chronicle?page=2", "en").await;
    assert!(second.contains("rel=\"prev\""));
    for none in [
        "/chronicle?page=0",
        "/chronicle?page=99",
        "/as/nobody/chronicle",
    ] {
        assert_eq!(
            case.get(none, "en").await.status,
            StatusCode::NOT_FOUND,
            "{none}"
        );
    }
}

#[tokio::test]
async fn the_whole_story_can_be_had_on_one_page_for_paper() {
    let case = Case::worked_example();
    for who in ["", "/as/hamas"] {
        let all = case.page(&format!("{who}/chronicle?all=1"), "en").await;
        assert!(!all.contains("class=\"paging\""), "{who}");
        let all = all.replace(['\u{2068}', '\u{2069}'], "");
        assert!(all.contains("as the record stood on Wednesday 22 November 2023, 22:00 in Doha"));
    }
    let first = case.page("/chronicle", "en").await;
    let all = case.page("/chronicle?all=1", "en").await;
    assert!(first.contains("href=\"/chronicle?all=1\""));
    let told = |page: &str| page.matches("class=\"tell\"").count();
    assert!(told(&all) > told(&first));
    assert!(all.contains("The first day is Friday"));
}

#[tokio::test]
async fn every_printed_sheet_says_whose_it_is() {
    let case = Case::worked_example();
    let page = case.page("/chronicle?at=2023-11-20T16:40Z", "en").await;
    let head = &page[page.find("class=\"sheethead\"").unwrap()..];
    let head = &head[..head.find("<header").unwrap()];
    assert!(head.contains("The desk’s own room."), "{head}");
    assert!(
        head.contains("Monday 20 November 2023, 19:40 in Doha"),
        "{head}"
    );
}

#[tokio::test]
async fn rooms_that_were_opened_on_one_day_are_told_in_one_sentence() {
    let case = Case::worked_example();
    let told = case.page("/chronicle", "en").await;
    let told = told.replace(['\u{2068}', '\u{2069}'], "");
    let rooms = "Rooms were opened in which the desk hears one side alone: Israel, Hamas";
    assert_eq!(told.matches(rooms).count(), 1, "{rooms}");
    assert!(told.contains("the United States and Qatar."));
    assert!(told.contains("persons held: about 240."));
    assert!(told.contains("7 to 14 October 2023"));
    assert!(told.contains("The agreement was concluded on 22 November 2023."));
}

#[tokio::test]
async fn what_is_needed_decided_read_back_and_answered_is_told_in_sentences() {
    let case = Case::small();
    let told = case.page("/chronicle", "en").await;
    for sentence in [
        "The desk spoke with S. Oyelaran, for the South.",
        "in Article 1 (6 for, 2 against, 1 abstained; open to challenge until Sun 10 Mar, 18:00).",
        "carried out: the list of the first group (owed by the South, by Tue 12 Mar, 13:00).",
        "Now in hand: the protocol of the crossing point.",
        "What N. Halloran read back was what had been sent.",
        "The desk accepted “Four days” and offered “By Monday” in place of “By Friday”:",
    ] {
        assert!(told.contains(sentence), "{sentence}");
    }
    let told = case.page("/chronicle", "ar").await;
    for sentence in [
        "يلزم قبل تنفيذ الاتفاق",
        "قبول «Four days»",
        "يجوز الطعن حتى",
    ] {
        assert!(told.contains(sentence), "{sentence}");
    }
    // What the agreement needs is the desk's own to know.
    let south = case.page("/as/south/chronicle", "en").await;
    assert!(!south.contains("the list of the first group"), "{south}");
}

#[tokio::test]
async fn of_the_calls_by_a_channel_the_first_is_told() {
    let case = Case::small();
    let told = case.page("/as/south/chronicle", "en").await;
    assert_eq!(told.matches("The line is open.").count(), 1);
    assert!(!told.contains("The line still holds."), "{told}");
}
