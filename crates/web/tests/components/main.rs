//! Every component with sample data: what it renders is a snapshot that somebody has read, and it
//! is sound in every language.

mod samples;

use samples::*;
use web::{
    Key, Lang, Visit, Words,
    html::{
        Cell, Column, Drawings, Hears, Row, Table, form,
        form::{Choice, Field, Typing},
        log as entries, redline, strip, table,
    },
    pages, sound,
};

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
    insta::assert_snapshot!("chronicle", lines(&sample_chronicle(words())));
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
