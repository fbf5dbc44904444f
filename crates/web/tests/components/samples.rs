//! Sample data for every component. It belongs to no case.

use maud::{Markup, html};
use web::{
    Lang, Words,
    html::{
        Align, Article, Bar, Bracket, BriefItem, Cell, Column, Data, Drawings, Extent, Fault,
        Frame, Hears, Hop, HopState, LogItem, Looking, Paging, Part, Passage, Position, Reading,
        Refused, Row, Side, Silence, Stand, Standing, Strip, Tab, Table, Title, Todo, Tongue,
        Version, Who, article, aside, bars,
        bars::Fill,
        brief_log,
        chart::Fraction,
        chronicle, custody, desk_only, digest, done, empty, facts, faults, figure, form,
        form::{Choice, DateField, DateValue, Field, Layout, Typing, When, Width},
        invented, log, log as entries, marks, page, paging, position, redline, refused, section,
        standing, strip,
        strip::{Due, Ended, Tick},
        strip_key, strip_scale, table, title, todo,
    },
    when::{self, Certainty, Day, Known, Length, Minutes, Pressing},
};

pub fn words() -> Words {
    Words::default()
}

pub fn arabic() -> Words {
    Words::of(Lang::Arabic)
}

/// One tag to a line, so that a change in a snapshot can be read.
pub fn lines(markup: &Markup) -> String {
    markup
        .clone()
        .into_string()
        .replace(&web::assets::style_href(), "/style.css")
        .replace("><", ">\n<")
        .replace(['\u{2068}', '\u{2069}'], "")
        // A change of the sheet is no change of a page.
        .replace(&web::assets::style_href(), "/style.css")
}

pub fn about(day: i8) -> Known {
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

pub fn sample_log(words: Words) -> Markup {
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

pub fn sample_strip() -> Strip {
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
        ends: Some(("14 Nov".into(), "21 Nov".into())),
        in_words: "One contact, then silence with two attempts, then four contacts; silent again."
            .into(),
        lines: vec![
            "Sun 21:15: message".into(),
            "Mon 12:00: contact was due".into(),
        ],
    }
}

pub fn sample_channels(words: Words, drawings: Drawings) -> Markup {
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

pub fn sample_bars(words: Words, drawings: Drawings) -> Markup {
    let bar = |name: &str, fill, extent, said: &str| Bar {
        name: name.into(),
        by: html! { "the North, N 44" },
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
            bar("Named", Fill::Asserted, to(50), "50"),
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

pub fn sample_todo(words: Words) -> Markup {
    let one = |pressing, when: Markup| Todo {
        when,
        pressing,
        what: "The offer expires, Tuesday 12:00".into(),
        why: html! { "Delivered at 17:10; not yet read back." },
        way: Some(("Record the read-back".into(), "/rooms/n".into())),
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
    todo(words, &matters, Some("/desk?todo=all#todo"))
}

pub fn sample_text(words: Words) -> Markup {
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
            ink: web::html::marks::Ink::Firm,
            note: String::new(),
        },
        Stand {
            who: "the South".into(),
            position: Position::Reserved,
            ink: web::html::marks::Ink::Lapsed,
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
    let changed = redline(
        "Thirteen are ready. Two cannot travel by road.",
        "Thirteen are foreseen.",
    );
    let said = html! { div.sheet { h3 { b { "Said here" } ", N 44, Monday 13:20" } p.quote dir="auto" { (changed) } } };
    let read = html! { div.sheet.out { h3 { b { "The South will read" } } p.quote dir="auto" { "Thirteen are foreseen." } } };
    html! {
        (article::rail(&versions))
        (article::languages(&[english, arabic], "Positions on version 2"))
        (article::article(words, &two))
        (article::article(words, &three))
        (article::crossing(&said, &read))
        (article::confirmation(words, &html! { b { "The South will read" } }, &entries::quote("Thirteen are foreseen.", None), &facts(&[("Recorded as".into(), html! { "N 46" })]), &form::form("/rooms/n/record/relay", &form::hidden("digest", "3a03"), &form::acts("Carry to the South", "With both ends in the desk’s own room."))))
    }
}

pub fn sample_form(words: Words) -> Markup {
    let happened = DateField {
        stem: "happened".into(),
        label: "When it happened".into(),
        place: "Doha".into(),
        asks: When::AsKnown,
        hint: None,
        day_error: Some("2023-11-31 is not a date.".into()),
        time_error: None,
    };
    let due = DateField {
        stem: "next".into(),
        label: "Next contact due".into(),
        asks: When::Exactly,
        hint: None,
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

pub fn sample_marks(words: Words) -> Markup {
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

pub fn sample_says(words: Words) -> Markup {
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

pub fn sample_page(words: Words, hears: Hears, drawings: Drawings) -> Markup {
    let latest = [BriefItem {
        when: html! { "Mon 19:31" },
        number: "D 214".into(),
        room: "desk".into(),
        href: "/rooms/d".into(),
        said: html! { "Third attempt. No answer." },
        standing: Standing::Witnessed,
    }];
    let at = jiff::Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_secs(1_700_498_400);
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
            moment: when::stamp_words(words, at, &when::Calendar::new(zone.clone(), at)),
            value: "2023-11-20 19:40".into(),
            now: "/desk".into(),
        },
        here: "/desk?at=2023-11-20T19:40",
        foot: Some("Demonstration.".into()),
        seen_as: None,
        stands: None,
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

pub fn sample_chronicle(words: Words) -> Markup {
    let passage = |day, standing| Passage {
        date: when::known(words, &about(day), Length::Long),
        paragraphs: vec![
            html! { "The North went silent." },
            html! { "What was pending was kept." },
        ],
        entries: vec![
            ("N 19".into(), "/rooms/n#n19".into()),
            ("N 20".into(), "/rooms/n#n20".into()),
        ],
        standing,
    };
    let part = Part {
        head: "Silence".into(),
        passages: vec![
            passage(15, Standing::Reported),
            passage(16, Standing::Witnessed),
        ],
    };
    html! { (chronicle(words, &html! { div.title { h2 { "Chronicle" } } }, &[part])) (web::html::section::commands("$ sha256sum version-4.txt")) }
}
