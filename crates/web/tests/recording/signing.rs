//! An acceptance signed with the person's own key: the statement comes from the page, stock
//! `ssh-keygen` signs it and later checks it, and it is of use once.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use axum::http::StatusCode;
use mediation::{entry::Standing, event::Event};

use super::Desk;

fn keygen(folder: &Path, args: &[&str], input: Option<&Path>) -> std::process::Output {
    let input = input.map_or_else(Stdio::null, |p| std::fs::File::open(p).unwrap().into());
    let run = Command::new("ssh-keygen")
        .current_dir(folder)
        .args(args)
        .stdin(input)
        .output();
    run.unwrap_or_else(|e| panic!("ssh-keygen is needed (Debian: openssh-client): {e}"))
}

/// Signs a statement as its holder would.
fn signed(folder: &Path, statement: &str) -> String {
    std::fs::write(folder.join("statement.txt"), statement).unwrap();
    let _ = std::fs::remove_file(folder.join("statement.txt.sig"));
    let made = keygen(
        folder,
        &[
            "-Y",
            "sign",
            "-f",
            "key",
            "-n",
            "good-offices/acceptance",
            "statement.txt",
        ],
        None,
    );
    assert!(made.status.success(), "{made:?}");
    std::fs::read_to_string(folder.join("statement.txt.sig")).unwrap()
}

/// The union's secretary with a key and a mandate to bind, and a text put to the union: entry 4.
async fn offered(public: &str) -> Desk {
    let desk = Desk::with_the_union().await;
    let person = [
        ("participant", "union"),
        ("name", "The secretary"),
        ("role", "principal"),
        ("origin", "real"),
        ("key", public),
        ("standing", "witnessed"),
    ];
    desk.recorded("/rooms/union/record/add-representative", &person)
        .await;
    let mandate = [
        ("representative", "secretary"),
        ("may", "bind"),
        ("may", "negotiate"),
        ("instrument", "a letter"),
        ("confirmed-by", "its council"),
        ("standing", "witnessed"),
    ];
    desk.recorded("/rooms/union/record/record-mandate", &mandate)
        .await;
    let rules = [("required", "union"), ("clearance", "one-officer")];
    desk.recorded("/rooms/desk/record/ground-rules", &rules)
        .await;
    let draft = [
        ("text", "agreement"),
        ("content", "whole"),
        ("content.whole-title-en", "The settlement"),
        ("content.whole-articles-en", "Article 1. Pay\n\nPay rises."),
    ];
    desk.recorded("/rooms/desk/record/draft", &draft).await;
    put(&desk).await;
    desk
}

async fn put(desk: &Desk) {
    let number = *desk
        .view()
        .desk_room()
        .unwrap()
        .texts
        .versions
        .keys()
        .next()
        .unwrap();
    let draft = format!("desk/{number}");
    let fields = [("draft", draft.as_str()), ("offer.finality", "open")];
    desk.recorded("/rooms/union/record/put-draft", &fields)
        .await;
}

fn accept<'a>(
    digest: &'a str,
    offer: &'a str,
    statement: &'a str,
    signature: &'a str,
) -> Vec<(&'a str, &'a str)> {
    vec![
        ("participant", "union"),
        ("representative", "secretary"),
        ("offer", offer),
        ("mandate", "union/3"),
        ("digest", digest),
        ("standing", "signed"),
        ("terms", "open"),
        ("signature.statement", statement),
        ("signature.signature", signature),
    ]
}

#[tokio::test]
async fn a_statement_is_signed_with_stock_tools_and_is_of_use_once() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let made = keygen(
        folder,
        &[
            "-q",
            "-t",
            "ed25519",
            "-N",
            "",
            "-C",
            "secretary",
            "-f",
            "key",
        ],
        None,
    );
    assert!(made.status.success(), "{made:?}");
    let public = std::fs::read_to_string(folder.join("key.pub")).unwrap();
    let desk = offered(public.trim()).await;

    let text = desk.get("/text", "en").await.body;
    assert!(
        text.contains("/rooms/union/statements/4/secretary"),
        "{text}"
    );
    let seat = desk.get("/as/union", "en").await.body;
    let own = "/as/union/rooms/union/statements/4/secretary";
    assert!(seat.contains(own), "{seat}");
    let statement = desk.get(own, "en").await.body;
    assert_eq!(
        desk.get("/rooms/union/statements/4/secretary", "en")
            .await
            .body,
        statement
    );
    let lines: Vec<&str> = statement.lines().collect();
    assert_eq!(lines[0], "Good Offices acceptance, form 2");
    assert_eq!(lines[4], "offer: union/4");
    assert!(lines[5].starts_with("record: 4 "), "{statement}");
    for absent in [
        "/rooms/union/statements/4/nobody",
        "/rooms/union/statements/1/secretary",
        "/rooms/firm/statements/4/secretary",
    ] {
        assert_eq!(
            desk.get(absent, "en").await.status,
            StatusCode::NOT_FOUND,
            "{absent}"
        );
    }

    let digest = desk.view().rooms[&"union".parse().unwrap()].texts.versions[&4]
        .digest
        .to_hex();
    let path = "/rooms/union/record/accept";
    // A statement about a log that this one never was.
    let root = lines[5].rsplit(' ').next().unwrap();
    let elsewhere = statement.replace(root, &"ab".repeat(32));
    let false_root = signed(folder, &elsewhere);
    let answer = desk
        .record(path, &accept(&digest, "union/4", &elsewhere, &false_root))
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.body.contains("or one that it never had"),
        "{}",
        answer.body
    );

    let signature = signed(folder, &statement);
    desk.recorded(path, &accept(&digest, "union/4", &statement, &signature))
        .await;
    let view = desk.view();
    let entry = view.rooms[&"union".parse().unwrap()]
        .entry(5)
        .unwrap()
        .clone();
    let body = entry.body().unwrap();
    assert_eq!(body.standing, Standing::Signed);
    let Event::Accepted(accepted) = &body.event else {
        panic!("{body:?}")
    };
    let kept = accepted.signature.as_ref().unwrap();

    // What the record keeps, checked with a tool that is not ours.
    std::fs::write(folder.join("kept.txt"), kept.statement.as_str()).unwrap();
    std::fs::write(folder.join("kept.sig"), kept.signature.as_str()).unwrap();
    let signers = format!("secretary namespaces=\"good-offices/acceptance\" {public}");
    std::fs::write(folder.join("allowed"), signers).unwrap();
    let verify = [
        "-Y",
        "verify",
        "-f",
        "allowed",
        "-I",
        "secretary",
        "-n",
        "good-offices/acceptance",
        "-s",
        "kept.sig",
    ];
    let checked = keygen(folder, &verify, Some(&folder.join("kept.txt")));
    assert!(checked.status.success(), "{checked:?}");

    // Taken back, put anew, and shown again.
    let refuse = [
        ("participant", "union"),
        ("representative", "secretary"),
        ("offer", "union/4"),
        ("standing", "witnessed"),
        ("terms", "open"),
    ];
    desk.recorded("/rooms/union/record/refuse-offer", &refuse)
        .await;
    put(&desk).await;
    let again = desk
        .record(path, &accept(&digest, "union/7", &statement, &signature))
        .await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(desk.view().desk.agreement.concluded.is_none());
}
