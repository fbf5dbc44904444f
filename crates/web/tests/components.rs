//! Every component with sample data: what it renders is a snapshot that somebody has read, and it
//! is sound in every language. The samples belong to no case.

#![expect(clippy::unwrap_used, reason = "a test may panic, that is how it fails")]

use maud::{Markup, html};
use web::{
    Key, Lang, Visit, Words,
    html::{
        Align, Article, Bar, Bracket, BriefItem, Cell, Column, Crossing, Data, Drawings, Extent,
        Fault, Frame, Hears, Hop, HopState, LogItem, Looking, Paging, Position, Reading, Refused,
        Row, Side, Silence, Stand, Standing, Strip, Tab, Table, Title, Todo, Tongue, Version, Who,
        article, aside, bars,
        bars::Fill,
        brief_log,
        chart::Fraction,
        custody, desk_only, digest, done, empty, facts, faults, figure, form,
        form::{Choice, DateField, DateValue, Field, Layout, Typing, When, Width},
        invented, log, log as entries, marks, page, paging, position, redline, refused, section,
        standing, strip,
        strip::{Due, Ended, Tick},
        strip_key, strip_scale, table, title, todo,
    },
    pages, sound,
    when::{self, Certainty, Day, Known, Length, Minutes, Pressing},
};

fn words() -> Words {
    Words::default()
}

fn arabic() -> Words {
    Words::of(Lang::Arabic)
}

/// One tag to a line, so that a change in a snapshot can be read.
fn lines(markup: &Markup) -> String {
    markup
        .clone()
        .into_string()
        .replace("><", ">\n<")
        .replace(['\u{2068}', '\u{2069}'], "")
}

fn about(day: i8) -> Known {
    Known {
        from: Day {
            year: 2023,
            month: Some(11),
            day: Some(day),
        },
        until: None,
        time: None,
        part: None,
        certainty: Certainty::About,
        edtf: format!("2023-11-{day:02}~"),
        instant: None,
    }
}

fn sample_log(words: Words) -> Markup {
    let hops = [
        Hop {
            said: "Handed to carrier".into(),
            detail: html! { "15:45, sealed" },
            state: HopState::Done,
        },
        Hop {
            said: "Delivered".into(),
            detail: html! { "17:10, by hand" },
            state: HopState::Done,
        },
        Hop {
            said: "Read back".into(),
            detail: html! { "not yet; due 18:00" },
            state: HopState::ToCome,
        },
    ];
    let differing = [Hop {
        said: "Read back".into(),
        detail: html! { "18:20, by telephone" },
        state: HopState::Differs,
    }];
    let entry = |number: u8, standing| LogItem {
        id: format!("n{number}"),
        number: format!("N {number}"),
        happened: when::known(words, &about(16), Length::Short),
        recorded: Some("recorded 16 Nov, 18:22".into()),
        kind: "Demand".into(),
        beside: Some(html! { "made on re-contact" }),
        body: entries::quote("That the gates be opened by Friday.", None),
        standing,
        by: html! { "by the delegate, by telephone" },
        desk_only: None,
    };
    let offer = LogItem {
        kind: "Offer".into(),
        beside: None,
        recorded: None,
        body: html! { (entries::say(&html! { "Version 4, whose digest begins " (digest("3a03a8a4f10a")) })) (custody(words, &hops)) (custody(words, &differing)) },
        desk_only: Some(html! { "Carried verbatim and attributed." }),
        ..entry(45, Standing::Witnessed)
    };
    log(words, &[entry(40, Standing::Reported), offer])
}

fn sample_strip() -> Strip {
    let at = |places: &[f64]| places.iter().map(|place| Fraction::new(*place)).collect();
    Strip {
        contacts: at(&[0.0375, 0.325, 0.4375, 0.5375, 0.7356]),
        attempts: at(&[0.1937, 0.2312, 0.82, 0.8362, 0.85]),
        silences: vec![
            Silence {
                from: Fraction::new(0.1625),
                to: Fraction::new(0.325),
                ended: Ended::Yes,
            },
            Silence {
                from: Fraction::new(0.7356),
                to: Fraction::new(0.8524),
                ended: Ended::NotYet,
            },
        ],
        due: Some(Due::Passed(Fraction::new(0.8125))),
        now: Some(Fraction::new(0.8524)),
        in_words: "One contact, then silence with two attempts, then four contacts; silent again."
            .into(),
        lines: vec![
            "Sun 21:15: message".into(),
            "Mon 12:00: contact was due".into(),
        ],
    }
}

fn sample_channels(words: Words, drawings: Drawings) -> Markup {
    let shown = Table {
        caption: Some("Channels".into()),
        columns: vec![
            Column::new("With"),
            Column::new("Since last contact").short("Last heard"),
            Column::new("Next due"),
            Column {
                head: strip_scale(
                    words,
                    drawings,
                    "Contacts since 14 November",
                    &[
                        Tick {
                            at: Fraction::new(0.0),
                            said: "14 Nov".into(),
                        },
                        Tick {
                            at: Fraction::new(0.25),
                            said: "16".into(),
                        },
                        Tick {
                            at: Fraction::new(0.5),
                            said: "18".into(),
                        },
                    ],
                    Some(Fraction::new(0.8524)),
                ),
                short: String::new(),
                align: Align::Start,
            },
            Column::new("Pending there").short("Pending"),
        ],
        rows: vec![Row::new(vec![
            Cell::head_two(
                &html! { a href="/rooms/n" { "the North" } },
                "leadership inside",
            ),
            Cell::two(
                &html! { (when::since(words, Minutes(1345))) },
                "Sun 21:15, message",
            ),
            Cell::two(
                &when::due(words, Minutes(-460), Minutes(180)).1,
                "was Mon 12:00",
            ),
            Cell::Wide(strip(words, drawings, &sample_strip())),
            Cell::text("Read-back of the offer"),
        ])],
        foot: None,
        tight: false,
    };
    html! { (table(&shown)) (strip_key(words, drawings, "from 14 to 21 November")) }
}

fn sample_bars(words: Words, drawings: Drawings) -> Markup {
    let bar = |name: &str, fill, extent, said: &str| Bar {
        name: name.into(),
        fill,
        extent,
        said: said.into(),
    };
    let to = |part: i64| Extent::To(Fraction::of(part, 80));
    let drawing = bars(
        words,
        drawings,
        &[
            bar(
                "Believed held",
                Fill::Estimate,
                Extent::From(Fraction::of(50, 80)),
                "more than 50",
            ),
            bar("Named", Fill::Named, to(50), "50"),
            bar("Substantiated", Fill::Substantiated, to(41), "41"),
            bar("Verified", Fill::Verified, to(6), "6"),
        ],
    );
    let data = Data {
        table: Table {
            columns: vec![Column::new("Count"), Column::number("Persons")],
            rows: vec![Row::new(vec![
                Cell::Head(html! { "Named" }),
                Cell::text("50"),
            ])],
            ..Table::default()
        },
    };
    figure(
        words,
        drawings,
        &drawing,
        &html! { "Fifty are named; no upper figure was given for those believed held." },
        &data,
    )
}

fn sample_todo(words: Words) -> Markup {
    let one = |pressing, when: Markup| Todo {
        when,
        pressing,
        what: "The offer expires, Tuesday 12:00".into(),
        why: html! { "Delivered at 17:10; not yet read back." },
        link: "Record the read-back".into(),
        href: "/rooms/n".into(),
    };
    let mut matters = vec![
        one(
            Pressing::Late,
            when::due(words, Minutes(-460), Minutes(180)).1,
        ),
        one(
            Pressing::Soon,
            when::due(words, Minutes(140), Minutes(180)).1,
        ),
    ];
    matters.extend((0..9).map(|_| one(Pressing::Calm, html! { "before acceptance" })));
    todo(words, &matters)
}

fn sample_text(words: Words) -> Markup {
    let english = Tongue {
        tag: "en".into(),
        dir: "ltr",
        name: "English".into(),
    };
    let arabic = Tongue {
        tag: "ar".into(),
        dir: "rtl",
        name: "العربية".into(),
    };
    let french = Tongue {
        tag: "fr".into(),
        dir: "ltr",
        name: "Français".into(),
    };
    let reading = |tongue: &Tongue, number: &str, heading: &str, paragraph: Markup| Reading {
        tongue: tongue.clone(),
        number: number.into(),
        heading: heading.into(),
        paragraphs: vec![paragraph],
        note: None,
    };
    let brackets = html! {
        "by " (article::bracket(&Bracket { words: "18:00".into(), whose: "the North".into() })) " "
        (article::bracket(&Bracket { words: "20:00".into(), whose: "the South".into() })) " on the evening before."
    };
    let stands = vec![
        Stand {
            who: "the North".into(),
            position: Position::Agreed,
            note: String::new(),
        },
        Stand {
            who: "the South".into(),
            position: Position::Reserved,
            note: "20:00".into(),
        },
    ];
    let two = Article {
        id: "a1".into(),
        label: "Article 1".into(),
        readings: vec![
            reading(
                &english,
                "Article 1",
                "Pause",
                redline(
                    "Operations shall cease for four days.",
                    "Operations shall be suspended for four days.",
                ),
            ),
            reading(
                &arabic,
                "المادة ١",
                "الوقف المؤقت",
                redline(
                    "تتوقف العمليات العسكرية مدة أربعة أيام.",
                    "تُعلَّق العمليات العسكرية مدة أربعة أيام.",
                ),
            ),
        ],
        stands: stands.clone(),
    };
    let three = Article {
        id: "a2".into(),
        label: "Article 2".into(),
        readings: vec![
            reading(&english, "Article 2", "Lists", brackets),
            reading(
                &french,
                "Article 2",
                "Listes",
                html! { "Les noms parviennent au médiateur la veille au soir." },
            ),
            reading(
                &arabic,
                "المادة ٢",
                "القوائم",
                html! { "تصل الأسماء إلى الوسيط في المساء السابق." },
            ),
        ],
        stands,
    };
    let versions = [
        Version {
            number: "1".into(),
            href: None,
            when: when::known(words, &about(14), Length::Short),
            note: "Drawn from the outline".into(),
            stands: false,
        },
        Version {
            number: "2".into(),
            href: Some("/text/2".into()),
            when: when::known(words, &about(17), Length::Short),
            note: "One bracket".into(),
            stands: true,
        },
    ];
    let crossing = Crossing {
        said_head: html! { b { "Said here" } ", N 44, Monday 13:20" },
        said: redline(
            "Thirteen are ready. Two cannot travel by road.",
            "Thirteen are foreseen.",
        ),
        read_head: html! { b { "The South will read" } },
        read: "Thirteen are foreseen.".into(),
    };
    html! {
        (article::rail(&versions))
        (article::languages(&[english, arabic], "Positions on version 2"))
        (article::article(words, &two))
        (article::article(words, &three))
        (article::crossing(&crossing))
        (article::confirmation(words, &html! { b { "The South will read" } }, &entries::quote("Thirteen are foreseen.", None), &facts(&[("Recorded as".into(), html! { "N 46" })]), &form::form("/rooms/n/record/relay", &form::hidden("digest", "3a03"), &form::acts("Carry to the South", "With both ends in the desk’s own room."))))
    }
}

fn sample_form(words: Words) -> Markup {
    let happened = DateField {
        stem: "happened".into(),
        label: "When it happened".into(),
        place: "Doha".into(),
        asks: When::AsKnown,
        day_error: Some("2023-11-31 is not a date.".into()),
        time_error: None,
    };
    let due = DateField {
        stem: "next".into(),
        label: "Next contact due".into(),
        asks: When::Exactly,
        day_error: None,
        ..happened.clone()
    };
    let typed = DateValue {
        day: "2023-11-31".into(),
        time: "19:25".into(),
        known: "about".into(),
        part: "evening".into(),
    };
    let stands = [
        Choice::marked("reported", standing(words, Standing::Reported))
            .note("Somebody told the desk"),
        Choice::marked("entered", standing(words, Standing::Entered))
            .closed("Only a representative, signed in, can enter"),
    ];
    let wrong = [Fault {
        field: "happened-day".into(),
        label: "When it happened".into(),
        wrong: "2023-11-31 is not a date.".into(),
    }];
    let fields = html! {
        (form::radios(&Field::new("how", "How"), &[Choice::new("call", "Call"), Choice::new("visit", "Visit")], Some("call"), Layout::Row))
        (form::select(&Field::new("with", "With whom").width(Width::Half).error(Some("Nobody is chosen.".into())), &[Choice::new("", "Choose"), Choice::new("envoy", "The envoy")], ""))
        (form::text(&Field::new("where", "Where").width(Width::Half).hint("A place, or how"), Typing::Words, "by \"telephone\""))
        (form::date(words, &happened, &typed))
        (form::textarea(&Field::new("what", "What was said").hint("In their words where you have them."), "\n<first line kept>"))
        (form::radios(&Field::new("standing", "How the desk knows").width(Width::Half), &stands, Some("reported"), Layout::Column))
        (form::date(words, &due, &DateValue::default()))
        (form::checks(&Field::new("terms", "Terms"), &[Choice::new("confidence", "In confidence")], &["confidence"], Layout::Roomy))
        (form::text(&Field::new("code", "Your code").id("code-2"), Typing::Secret, ""))
    };
    html! {
        (faults(words, &wrong))
        (form::form("/rooms/n/record/contact", &fields, &form::acts_two("Record as N 46", ("Look at it first", "/rooms/n/record/contact"), &form::readers(words, &["the North".into()]))))
    }
}

fn sample_marks(words: Words) -> Markup {
    let squares = [
        ("1".to_owned(), Position::Agreed),
        ("2".to_owned(), Position::Refused),
    ];
    html! {
        (marks::position_as(Position::Agreed, "accepted"))
        (marks::squares_head(words, &["1".into(), "2".into()]))
        (marks::squares(words, &squares, marks::Ink::Lapsed))
        (marks::key(words, &[position(words, Position::Agreed)]))
        (invented(words)) (desk_only(words, &html! { "Carried." })) (empty("No list has come in."))
    }
}

fn sample_says(words: Words) -> Markup {
    let refusal = Refused {
        what: "acceptance of version 4".into(),
        why: "The mandate reaches ad referendum.".into(),
        can: vec![html! { "record a mandate" }, html! { "wait" }],
    };
    html! {
        (refused(words, &refusal))
        (refused(words, &Refused { can: vec![html! { "wait" }], ..refusal }))
        (done("Recorded as N 46, Monday 19:41", &html! { "The desk and the North can read it." }))
        (web::html::says::warn("A word first", &html! { "It is late." }))
    }
}

fn sample_page(words: Words, hears: Hears, drawings: Drawings) -> Markup {
    let latest = [BriefItem {
        when: html! { "Mon 19:31" },
        number: "D 214".into(),
        room: "desk".into(),
        href: "/rooms/d".into(),
        said: html! { "Third attempt. No answer." },
        standing: Standing::Witnessed,
    }];
    let at = "2023-11-20T16:40Z".parse().unwrap();
    let zone = when::zone("Asia/Qatar");
    let heading = Title {
        over: Some(html! { "Case 1 of 2023" }),
        head: "The first agreement, autumn 2023".into(),
        lead: Some(html! { "Version 4 lies with the North as the last offer." }),
        clock: Some(when::clock(words, at, &zone, Some(45))),
    };
    let tabs = [
        Tab {
            said: "Desk".into(),
            href: "/desk".into(),
            here: true,
        },
        Tab {
            said: "Rooms".into(),
            href: "/rooms".into(),
            here: false,
        },
    ];
    let frame = Frame {
        words,
        title: "Desk: The first agreement",
        who: Some(Who {
            said: html! { "Layla Nasser " (invented(words)) ", desk officer" },
        }),
        tabs: &tabs,
        hears,
        looking: Looking::Back {
            moment: when::stamp_words(words, at, &zone),
            value: "2023-11-20 19:40".into(),
            now: "/desk".into(),
        },
        here: "/desk?at=2023-11-20T19:40",
        foot: Some(html! { "Demonstration." }),
        drawings,
    };
    page(
        &frame,
        &html! {
            (title(&heading))
            (section(&Side::new("todo", "To do now".into(), "The most pressing first."), &sample_todo(words)))
            (section(&Side::new("channels", "Channels".into(), ""), &sample_channels(words, drawings)))
            (section(&Side::new("persons", "Persons".into(), "Counted apart, never added up."), &sample_bars(words, drawings)))
            (section(&Side::new("marks", "Marks".into(), ""), &sample_marks(words)))
            (web::html::section::with_aside(
            &web::html::section::wide_section("log", "Log", &html! { p.sub { "Nine entries" } }, &sample_log(words)),
            &[aside("pending", "Pending here", &html! { ul { li { "Read-back" small { "late" } } } })],
        ))
            (paging(words, &Paging { first: 101, last: 200, of: 230, before: Some("/rooms/n?from=1".into()), after: Some("/rooms/n?from=201".into()) }))
            (section(&Side::new("text", "Text".into(), ""), &sample_text(words)))
            (web::html::section::section_to_write(&Side::new("record", "Record a contact".into(), ""), &sample_form(words)))
            (section(&Side::new("says", "What is said back".into(), ""), &sample_says(words)))
            (section(&Side::new("last", "Latest entries".into(), ""), &brief_log(words, &latest)))
        },
    )
}

#[test]
fn each_component_renders_as_somebody_has_read_it() {
    insta::assert_snapshot!("log", lines(&sample_log(words())));
    insta::assert_snapshot!(
        "channels",
        lines(&sample_channels(words(), Drawings::Shown))
    );
    insta::assert_snapshot!(
        "channels_as_tables",
        lines(&sample_channels(words(), Drawings::AsTables))
    );
    insta::assert_snapshot!(
        "strip_mirrored",
        lines(&strip(arabic(), Drawings::Shown, &sample_strip()))
    );
    insta::assert_snapshot!("bars", lines(&sample_bars(words(), Drawings::Shown)));
    insta::assert_snapshot!(
        "bars_mirrored",
        lines(&sample_bars(arabic(), Drawings::Shown))
    );
    insta::assert_snapshot!("todo", lines(&sample_todo(words())));
    insta::assert_snapshot!("text", lines(&sample_text(words())));
    insta::assert_snapshot!("form", lines(&sample_form(words())));
    insta::assert_snapshot!("form_arabic", lines(&sample_form(arabic())));
    insta::assert_snapshot!("marks", lines(&sample_marks(words())));
    insta::assert_snapshot!("says", lines(&sample_says(words())));
}

#[test]
fn every_page_is_sound_in_every_language() {
    let hears = [
        Hears::NoRoom,
        Hears::Desk,
        Hears::Caucus("the North".into()),
        Hears::Plenary(vec!["the North".into(), "the South".into()]),
        Hears::You,
        Hears::YouAnd(vec!["the South".into()]),
    ];
    for lang in Lang::ALL {
        for drawings in [Drawings::Shown, Drawings::AsTables] {
            for hears in hears.clone() {
                let page = sample_page(Words::of(lang), hears, drawings).into_string();
                assert_eq!(sound::faults(&page), Vec::<String>::new());
            }
            let visit = Visit {
                words: Words::of(lang),
                drawings,
                here: "/marks".into(),
                ..Visit::default()
            };
            assert_eq!(
                sound::faults(&pages::marks::marks(&visit).into_string()),
                Vec::<String>::new()
            );
        }
    }
}

#[test]
fn the_page_of_the_marks_shows_every_mark() {
    let visit = Visit {
        here: "/marks".into(),
        ..Visit::default()
    };
    let page = pages::marks::marks(&visit);
    insta::assert_snapshot!("marks_page", lines(&page));
    let arabic = Visit {
        words: arabic(),
        ..visit
    };
    insta::assert_snapshot!("marks_page_arabic", lines(&pages::marks::marks(&arabic)));
}

#[test]
fn what_was_typed_can_never_become_markup() {
    let evil = "<b>&\"'</b>";
    let field = Field::new("x", evil).hint(evil).error(Some(evil.into()));
    for markup in [
        form::text(&field, Typing::Words, evil),
        form::textarea(&field, evil),
        form::select(&field, &[Choice::new(evil, evil)], evil),
        entries::quote(evil, None),
        redline("", evil),
        table(&Table {
            caption: Some(evil.into()),
            columns: vec![Column::new(evil)],
            rows: vec![Row::new(vec![Cell::text(evil)])],
            ..Table::default()
        }),
        web::html::frame::hears(words(), &Hears::Caucus(evil.into())),
    ] {
        assert!(
            !markup.clone().into_string().contains("<b>&"),
            "{}",
            markup.into_string()
        );
    }
}

/// For a look by eye: the pages as files, in the folder that the build keeps for tests.
#[test]
fn the_samples_can_be_looked_at() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("web-samples");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("style.css"), web::assets::STYLE).unwrap();
    for lang in Lang::ALL {
        let visit = Visit {
            words: Words::of(lang),
            here: "/marks".into(),
            ..Visit::default()
        };
        for (name, page) in [
            ("marks", pages::marks::marks(&visit)),
            (
                "sheet",
                sample_page(
                    visit.words,
                    Hears::Plenary(vec!["the North".into(), "the South".into()]),
                    Drawings::Shown,
                ),
            ),
        ] {
            let local = page
                .into_string()
                .replace(&web::assets::style_href(), "style.css");
            std::fs::write(folder.join(format!("{name}-{}.html", lang.tag())), local).unwrap();
        }
    }
    assert_eq!(Words::default().t(Key("brand")), "Good Offices");
}
