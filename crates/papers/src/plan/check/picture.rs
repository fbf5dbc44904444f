//! The drawings alone, as one file that any program that shows SVG can open: where each party stands,
//! one below the other, each in its own units.

use maud::{Markup, PreEscaped, html};
use planner::check::Report;

use super::{
    panel::{self, Drawn},
    words::Told,
};
use crate::{Language, i18n::Strings, plan::steps::steps};

const WIDTH: usize = 960;
const HEIGHT: usize = 240;
const HEAD: usize = 44;

/// The file.
pub fn picture(report: &Report, language: Language) -> String {
    let told = Told {
        report,
        strings: Strings::of(language),
    };
    let drawn: Vec<(String, Markup)> = report
        .panels
        .iter()
        .flat_map(|panel| [Drawn::Standing, Drawn::WalkAway].map(|what| (panel, what)))
        .map(|(panel, what)| {
            let (values, parts) = (panel::values(panel, what), panel::parts(&told));
            let drawing = panel::drawing(&told, panel, what, &values, &parts, String::new());
            (drawing.title.clone(), steps(&drawing, told.strings))
        })
        .collect();
    let height = drawn.len() * (HEIGHT + HEAD);
    let picture = html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(WIDTH) height=(height) viewBox={ "-20 0 " (WIDTH + 40) " " (height) } {
            style { (PreEscaped(STYLE)) }
            rect.ground x="-20" width=(WIDTH + 40) height=(height) {}
            @for (at, (title, drawing)) in drawn.iter().enumerate() {
                text.title x="0" y=(at * (HEIGHT + HEAD) + 24) { (title) }
                svg y=(at * (HEIGHT + HEAD) + HEAD - 10) width=(WIDTH) height=(HEIGHT) { (drawing) }
            }
        }
    };
    picture.into_string()
}

/// What the sheet of a page says of a drawing, for where there is no page.
const STYLE: &str = "text{font:13px sans-serif;fill:#555}.title{font-size:15px;font-weight:600;fill:#111}.ground{fill:#fff}.ink,.fill{fill:#111}.open{fill:#fff;stroke:#777}\
.ln{stroke:#999;stroke-width:1;fill:none}.ln.hair{stroke:#ddd}.line{fill:none;stroke:#111;stroke-width:2}.field *{vector-effect:non-scaling-stroke}\
.looked{fill:#9b1c1c;fill-opacity:.18}.band{fill:#111;fill-opacity:.14}";
