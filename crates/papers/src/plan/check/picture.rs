//! The drawings alone, as one file that any program that shows SVG can open: where each party stands,
//! one below the other, each in its own units. It needs nothing beside it: its words are set in lines
//! here, since SVG sets none, and its colours are for a light ground and for a dark one.

use maud::{Markup, PreEscaped, html};
use planner::check::{Panel, Report};

use super::{
    page,
    panel::{self, Drawn},
    words::Told,
};
use crate::{
    Language, cell,
    i18n::Strings,
    plan::steps::{self, Steps, room},
};

/// Pixels: the whole, its edge, and a drawing.
const WIDTH: f64 = 960.0;
const EDGE: f64 = 32.0;
const HEIGHT: f64 = 240.0;

/// How a line of words is set.
#[derive(Clone, Copy)]
struct Type {
    class: &'static str,
    /// The size of its letters, and how far it is to the next line.
    size: f64,
    line: f64,
}

const TITLE: Type = Type {
    class: "title",
    size: 24.0,
    line: 31.0,
};
const HEAD: Type = Type {
    class: "head",
    size: 17.0,
    line: 24.0,
};
const SAID: Type = Type {
    class: "said",
    size: 14.0,
    line: 20.0,
};
const ASIDE: Type = Type {
    class: "aside",
    size: 13.0,
    line: 19.0,
};

/// The file.
pub fn picture(report: &Report, language: Language) -> String {
    let told = Told {
        report,
        strings: Strings::of(language),
    };
    let mut sheet = Sheet {
        language,
        at: EDGE,
        made: Vec::new(),
    };
    sheet.say(TITLE, &cell::plainly(&report.title));
    sheet.say(ASIDE, &page::reader(&told));
    for (at, panel) in report.panels.iter().enumerate() {
        sheet.at += 28.0;
        sheet.say(HEAD, &told.party(panel.party));
        sheet.say(ASIDE, &panel::source(&told, panel));
        for what in [Drawn::Standing, Drawn::WalkAway] {
            drawing(&mut sheet, &told, panel, what, at);
        }
    }
    if report.panels.is_empty() {
        sheet.at += 28.0;
        sheet.say(SAID, &page::lead(&told));
    }
    let height = sheet.at + EDGE;
    let title = told.strings.plain(
        "check-window",
        &[("title", cell::plainly(&report.title).into())],
    );
    let picture = html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(WIDTH) height=(height) viewBox={ "0 0 " (WIDTH) " " (height) } role="img" aria-labelledby="title said" lang=(language.tag()) {
            title id="title" { (title) }
            desc id="said" { (plainly(&page::lead(&told), language)) }
            style { (PreEscaped(STYLE)) }
            rect.ground width=(WIDTH) height=(height) {}
            @for part in &sheet.made { (part) }
        }
    };
    picture.into_string()
}

fn drawing(sheet: &mut Sheet, told: &Told, panel: &Panel, what: Drawn, at: usize) {
    let (values, parts) = (panel::values(panel, what), panel::parts(told));
    let (name, (_, said)) = match what {
        Drawn::Standing => ("standing", told.exposure(panel)),
        Drawn::WalkAway => ("leaving", told.verdict(panel)),
    };
    let finding = format!("said-{name}-{}", at + 1);
    let mut drawing = panel::drawing(told, panel, what, &values, &parts, finding.clone());
    sheet.at += 20.0;
    sheet.say(SAID, &drawing.title);
    sheet.at += 6.0;
    // The numbers beside the drawing stand before it.
    let before = steps::room_before(&drawing, told.strings);
    let width = WIDTH - 2.0 * EDGE - before;
    drawing.width = width;
    let left = match sheet.language {
        Language::English => EDGE + before,
        Language::Arabic => EDGE,
    };
    sheet.made.push(html! {
        svg x=(left) y=(sheet.at) width=(width) height=(HEIGHT) { (steps::steps(&drawing, told.strings)) }
    });
    sheet.at += HEIGHT + 8.0;
    key(sheet, &drawing, told.strings);
    let begins = sheet.made.len();
    sheet.say(ASIDE, &said);
    let lines = sheet.made.split_off(begins);
    sheet
        .made
        .push(html! { g id=(finding) { @for line in &lines { (line) } } });
}

/// What the signs mean: one beside the other, and below where there is no room.
fn key(sheet: &mut Sheet, drawing: &Steps, strings: Strings) {
    const SIGN: f64 = 28.0;
    let mut from_start = 0.0;
    for sign in drawing.signs() {
        let meaning = drawing.meaning(sign, strings);
        let wide = SIGN + room::width(&meaning, ASIDE.size) + 24.0;
        if from_start > 0.0 && from_start + wide > WIDTH - 2.0 * EDGE {
            from_start = 0.0;
            sheet.at += ASIDE.line;
        }
        let x = match sheet.language {
            Language::English => EDGE + from_start,
            Language::Arabic => WIDTH - EDGE - from_start - 20.0,
        };
        sheet.made.push(html! {
            svg x=(x) y=(sheet.at + 3.0) width="20" height="14" { (steps::drawn_sign(sign)) }
        });
        sheet.put(ASIDE, from_start + SIGN, &meaning);
        from_start += wide;
    }
    sheet.at += ASIDE.line + 2.0;
}

/// What is drawn so far, and how far down it goes.
struct Sheet {
    language: Language,
    at: f64,
    made: Vec<Markup>,
}

impl Sheet {
    /// Says something in as many lines as it needs.
    fn say(&mut self, set: Type, said: &str) {
        for line in room::lines(&plainly(said, self.language), set.size, WIDTH - 2.0 * EDGE) {
            self.put(set, 0.0, &line);
            self.at += set.line;
        }
    }

    /// Puts a line so far from the beginning.
    fn put(&mut self, set: Type, from_start: f64, line: &str) {
        let (x, direction) = match self.language {
            Language::English => (EDGE + from_start, None),
            Language::Arabic => (WIDTH - EDGE - from_start, Some("rtl")),
        };
        // Read from the right a line begins at its right end.
        self.made.push(html! {
            text class=(set.class) x=(x) y=(self.at + set.size) direction=[direction] { (line) }
        });
    }
}

/// Without isolates where nothing needs them: a program that does not know them shows boxes in their
/// place.
fn plainly(said: &str, language: Language) -> String {
    match language {
        Language::English => said.replace(['\u{2068}', '\u{2069}'], ""),
        Language::Arabic => said.to_owned(),
    }
}

/// What the sheet of a page says of a drawing, for where there is no page.
const STYLE: &str = "text{font:13px system-ui,sans-serif;fill:#5f696d;font-variant-numeric:tabular-nums}\
text.title{font:24px Georgia,'Noto Serif','Noto Naskh Arabic',serif;fill:#171d20}text.head{font-size:17px;font-weight:600;fill:#171d20}text.ink{fill:#171d20}text.said{font-size:14px;fill:#171d20}\
.ground{fill:#fcfcfa}.fill{fill:#171d20}.open{fill:#fcfcfa;stroke:#7b8581;stroke-width:1.25}\
.ln{stroke:#a5ada8;stroke-width:1;fill:none}.ln.hair{stroke:#dde0db}.line{fill:none;stroke:#171d20;stroke-width:2}.field *{vector-effect:non-scaling-stroke}\
.looked{fill:#98291a;fill-opacity:.28}.band{fill:#5f696d;fill-opacity:.25}.narrow{display:none}svg svg{overflow:visible}\
@media(prefers-color-scheme:dark){.ground{fill:#13181a}text{fill:#98a29e}text.title,text.head,text.said,text.ink,.fill{fill:#e7eae6}.open{fill:#13181a;stroke:#77827f}\
.ln{stroke:#56605f}.ln.hair{stroke:#2b3235}.line{stroke:#e7eae6}.looked{fill:#f39a8b;fill-opacity:.4}.band{fill:#98a29e}}\
@media print{.ground{fill:#fff}}";
