//! The door, tried through the router.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic, that is how it fails"
)]

mod asking;

use std::sync::atomic::{AtomicU8, Ordering};

use asking::*;
use axum::{Router, http::StatusCode};
use web::guard::{BODY_LIMIT, Guard, NoRandomness};

#[tokio::test]
async fn a_link_opens_one_session_once_and_looking_uses_nothing_up() {
    let (guard, app) = door();
    let link = path(&guard.link().unwrap());
    for _ in 0..3 {
        let look = get_page(&app, &link, &[]).await;
        assert_eq!(look.status, StatusCode::OK);
        assert!(
            look.text
                .contains("Looking at this page has not used it up"),
            "{}",
            look.text
        );
        assert!(!look.headers.contains_key("set-cookie"));
        // A change of language comes back to the link.
        assert!(
            look.text.contains("/language/ar?back=%2Fopen%2F"),
            "{}",
            look.text
        );
    }
    let first = post_form(&app, &link, &[], Vec::new()).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    let again = post_form(&app, &link, &[], Vec::new()).await;
    assert_eq!(again.status, StatusCode::GONE);
    assert!(
        again.text.contains("stop the program and start it again"),
        "{}",
        again.text
    );
    assert_eq!(get_page(&app, &link, &[]).await.status, StatusCode::GONE);
    assert_eq!(
        get_page(&app, "/open/00", &[]).await.status,
        StatusCode::GONE
    );
}

#[tokio::test]
async fn nothing_of_a_case_is_read_without_a_session() {
    let (guard, app) = door();
    for uri in ["/desk", "/", "/rooms/x", "/no-such-page"] {
        let shut = get_page(&app, uri, &[]).await;
        assert_eq!(shut.status, StatusCode::UNAUTHORIZED, "{uri}");
        assert!(shut.text.contains("opening link"), "{}", shut.text);
        assert!(
            web::sound::faults(&shut.text).is_empty(),
            "{:?}",
            web::sound::faults(&shut.text)
        );
    }
    let cookie = opened(&guard, &app).await;
    assert_eq!(
        get_page(&app, "/desk", &[("cookie", &cookie)]).await.text,
        "the desk"
    );
    let forged = cookie.replace("02", "03");
    assert_ne!(forged, cookie);
    assert_eq!(
        get_page(&app, "/desk", &[("cookie", &forged)]).await.status,
        StatusCode::UNAUTHORIZED
    );
    let gone = post_form(&app, "/close", &[("cookie", &cookie)], Vec::new()).await;
    assert_eq!(gone.status, StatusCode::OK);
    assert_eq!(
        get_page(&app, "/desk", &[("cookie", &cookie)]).await.status,
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test]
async fn other_machines_names_and_proxies_are_refused_with_the_reason() {
    let (guard, app) = door();
    let cookie = opened(&guard, &app).await;
    let ours = [("host", HERE), ("cookie", cookie.as_str())];
    for peer in [
        "192.0.2.7:1",
        "[2001:db8::1]:1",
        "[::ffff:192.0.2.7]:1",
        "0.0.0.0:1",
    ] {
        let refused = ask(&app, peer, "GET", "/desk", &ours, Vec::new()).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{peer}");
        assert!(refused.text.contains("another machine"));
    }
    for peer in [
        "127.0.0.1:1",
        "127.9.9.9:1",
        "[::1]:1",
        "[::ffff:127.0.0.1]:1",
    ] {
        assert_eq!(
            ask(&app, peer, "GET", "/desk", &ours, Vec::new())
                .await
                .status,
            StatusCode::OK,
            "{peer}"
        );
    }
    for host in [
        "example.org:8765",
        "127.0.0.1",
        "127.0.0.1:8766",
        "localhost.example.org:8765",
    ] {
        let refused = ask(
            &app,
            "127.0.0.1:1",
            "GET",
            "/desk",
            &[("host", host), ("cookie", &cookie)],
            Vec::new(),
        )
        .await;
        assert_eq!(refused.status, StatusCode::MISDIRECTED_REQUEST, "{host}");
        assert!(refused.text.contains("another name"));
    }
    let no_host = ask(
        &app,
        "127.0.0.1:1",
        "GET",
        "/desk",
        &[("cookie", &cookie)],
        Vec::new(),
    )
    .await;
    assert_eq!(no_host.status, StatusCode::MISDIRECTED_REQUEST);
    let two = ask(
        &app,
        "127.0.0.1:1",
        "GET",
        "/desk",
        &[("host", HERE), ("host", HERE)],
        Vec::new(),
    )
    .await;
    assert_eq!(two.status, StatusCode::MISDIRECTED_REQUEST);
    let absolute = ask(
        &app,
        "127.0.0.1:1",
        "GET",
        "http://example.org/desk",
        &ours,
        Vec::new(),
    )
    .await;
    assert_eq!(absolute.status, StatusCode::MISDIRECTED_REQUEST);
    for name in ["forwarded", "x-forwarded-for", "via", "x-real-ip"] {
        let refused = get_page(&app, "/desk", &[("cookie", &cookie), (name, "127.0.0.1")]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{name}");
        assert!(refused.text.contains("proxy"));
    }
}

#[tokio::test]
async fn a_form_of_another_site_is_refused() {
    let (guard, app) = door();
    let cookie = opened(&guard, &app).await;
    let base = [("host", HERE), ("cookie", cookie.as_str())];
    let foreign: [&[(&str, &str)]; 7] = [
        &[],
        &[("origin", "null")],
        &[("origin", "https://example.org")],
        &[("origin", "https://127.0.0.1:8765")],
        &[("origin", "http://localhost:8765")],
        &[
            ("origin", "http://127.0.0.1:8765"),
            ("sec-fetch-site", "same-site"),
        ],
        &[
            ("origin", "http://127.0.0.1:9999"),
            ("sec-fetch-site", "same-origin"),
        ],
    ];
    for headers in foreign {
        let headers: Vec<_> = base.iter().chain(headers).copied().collect();
        let refused = ask(
            &app,
            "127.0.0.1:1",
            "POST",
            "/record",
            &headers,
            b"a=b".to_vec(),
        )
        .await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{headers:?}");
        assert!(
            refused.text.contains("Nothing was recorded"),
            "{}",
            refused.text
        );
    }
    let ours: [&[(&str, &str)]; 3] = [
        &[("origin", "http://127.0.0.1:8765")],
        &[("sec-fetch-site", "same-origin")],
        &[
            ("origin", "http://127.0.0.1:8765"),
            ("sec-fetch-site", "same-origin"),
        ],
    ];
    for headers in ours {
        let headers: Vec<_> = base.iter().chain(headers).copied().collect();
        let taken = ask(
            &app,
            "127.0.0.1:1",
            "POST",
            "/record",
            &headers,
            b"a=b".to_vec(),
        )
        .await;
        assert_eq!(taken.text, "recorded 3", "{headers:?}");
    }
    // A link preview or a mail that posts the opening form from elsewhere opens nothing.
    let link = path(&guard.link().unwrap());
    let stolen = ask(
        &app,
        "127.0.0.1:1",
        "POST",
        &link,
        &[("host", HERE), ("origin", "https://example.org")],
        Vec::new(),
    )
    .await;
    assert_eq!(stolen.status, StatusCode::FORBIDDEN);
    assert_eq!(get_page(&app, &link, &[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn too_much_at_once_is_refused_before_anything_is_done() {
    let (guard, app) = door();
    let cookie = opened(&guard, &app).await;
    let most = post_form(
        &app,
        "/record",
        &[("cookie", &cookie)],
        vec![b'a'; BODY_LIMIT],
    )
    .await;
    assert_eq!(most.text, format!("recorded {BODY_LIMIT}"));
    let more = post_form(
        &app,
        "/record",
        &[("cookie", &cookie)],
        vec![b'a'; BODY_LIMIT + 1],
    )
    .await;
    assert_eq!(more.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(
        more.text.contains("Nothing was recorded") && more.text.contains("2 MiB"),
        "{}",
        more.text
    );
    // Without a session the body is not even read.
    let outside = post_form(&app, "/record", &[], vec![b'a'; BODY_LIMIT + 1]).await;
    assert_eq!(outside.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn every_answer_carries_the_same_headers() {
    let (guard, app) = door();
    let cookie = opened(&guard, &app).await;
    let session = [("cookie", cookie.as_str())];
    let answers = [
        get_page(&app, "/desk", &session).await,
        get_page(&app, "/desk", &[]).await,
        get_page(&app, "/nothing", &session).await,
        get_page(&app, "/record", &session).await,
        get_page(&app, "/style.css", &[]).await,
        get_page(&app, "/language/ar?back=/desk", &[]).await,
        ask(&app, "192.0.2.7:1", "GET", "/desk", &[], Vec::new()).await,
    ];
    for answer in answers {
        assert_eq!(
            answer.headers["content-security-policy"],
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        );
        assert_eq!(answer.headers["referrer-policy"], "same-origin");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff");
        assert_eq!(answer.headers["cross-origin-opener-policy"], "same-origin");
        assert_eq!(
            answer.headers["cross-origin-resource-policy"],
            "same-origin"
        );
        assert!(answer.headers.contains_key("cache-control"));
        assert!(!answer.headers.contains_key("server"));
    }
}

#[tokio::test]
async fn not_there_is_one_answer_for_whatever_is_asked() {
    let (guard, app) = door();
    let cookie = opened(&guard, &app).await;
    let one = get_page(&app, "/rooms/one", &[("cookie", &cookie)]).await;
    let other = get_page(
        &app,
        "/as/nobody/rooms/other?at=2023",
        &[("cookie", &cookie)],
    )
    .await;
    assert_eq!(one.status, StatusCode::NOT_FOUND);
    assert_eq!(
        (one.status, &one.headers, &one.text),
        (other.status, &other.headers, &other.text)
    );
    assert_eq!(
        get_page(&app, "/record", &[("cookie", &cookie)])
            .await
            .status,
        StatusCode::METHOD_NOT_ALLOWED
    );
}

#[tokio::test]
async fn the_language_is_kept_and_leads_back_to_a_page_of_ours() {
    let (_, app) = door();
    let arabic = get_page(&app, "/language/ar?back=/marks", &[]).await;
    assert_eq!(
        (arabic.status, arabic.headers["location"].to_str().unwrap()),
        (StatusCode::SEE_OTHER, "/marks")
    );
    assert!(
        arabic.headers["set-cookie"]
            .to_str()
            .unwrap()
            .starts_with("lang=ar;")
    );
    let away = get_page(&app, "/language/ar?back=//example.org", &[]).await;
    assert_eq!(away.headers["location"], "/");
    let marks = get_page(&app, "/marks", &[("cookie", "lang=ar")]).await;
    assert!(marks.text.contains("dir=\"rtl\"") && marks.text.contains("معاني العلامات"));
}

#[tokio::test]
async fn the_stylesheet_is_kept_under_its_digest() {
    let (_, app) = door();
    let style = get_page(&app, &web::assets::style_href(), &[]).await;
    assert_eq!(style.headers["content-type"], "text/css; charset=utf-8");
    let tag = style.headers["etag"].to_str().unwrap();
    let again = get_page(&app, "/style.css", &[("if-none-match", tag)]).await;
    assert_eq!(
        (again.status, again.text.as_str()),
        (StatusCode::NOT_MODIFIED, "")
    );
}

#[tokio::test]
async fn a_link_is_not_used_up_where_no_key_could_be_made() {
    let calls = AtomicU8::new(0);
    let fails_second = move || match calls.fetch_add(1, Ordering::Relaxed) {
        1 => Err(NoRandomness("none left".to_owned())),
        n => Ok([n; 32]),
    };
    let guard = Guard::new(8765, Box::new(fails_second));
    let app = web::app(guard.clone(), Router::new());
    let link = path(&guard.link().unwrap());
    assert_eq!(
        post_form(&app, &link, &[], Vec::new()).await.status,
        StatusCode::SERVICE_UNAVAILABLE
    );
    assert_eq!(
        post_form(&app, &link, &[], Vec::new()).await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn a_body_that_is_no_text_is_refused_and_nothing_is_guessed() {
    let (guard, app) = door();
    let cookie = opened(&guard, &app).await;
    let form = [
        ("cookie", cookie.as_str()),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    let taken = post_form(&app, "/form", &form, b"what=%D8%A7".to_vec()).await;
    assert_eq!(taken.text, "took ا");
    for body in [&b"what=%FF"[..], b"what=\xff\xfe"] {
        let refused = post_form(&app, "/form", &form, body.to_vec()).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST);
        assert!(
            refused.text.contains("Nothing was recorded"),
            "{}",
            refused.text
        );
    }
    let json = [
        ("cookie", cookie.as_str()),
        ("content-type", "application/json"),
    ];
    assert_eq!(
        post_form(&app, "/form", &json, b"{}".to_vec()).await.status,
        StatusCode::BAD_REQUEST
    );
}
