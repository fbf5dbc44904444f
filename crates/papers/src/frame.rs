//! The frame of a report: its head and policy, the way to its sections, and its foot. What stands in
//! it is the matter of each report.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::{i18n::Strings, style};

/// A page that stands by itself.
pub struct Frame<'a> {
    /// The title of the window, without isolates.
    pub title: &'a str,
    /// The way to its sections: their ids and headings.
    pub sections: &'a [(&'a str, String)],
    /// What the sheet has for this report alone.
    pub sheet: &'a str,
    /// What stands at the foot, a paragraph each.
    pub foot: &'a [String],
}

/// The page with its matter.
pub fn page(frame: &Frame, strings: Strings, matter: &Markup) -> String {
    let language = strings.language();
    let sheet = style::sheet(frame.sheet);
    let page = html! {
        (DOCTYPE)
        html lang=(language.tag()) dir=(language.dir()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(style::policy(&sheet));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (frame.title) }
                style { (PreEscaped(&sheet)) }
            }
            body {
                a.skip href="#matter" { (strings.t("skip")) }
                header.top.wrap {
                    div.bar { span.brand { (strings.t("brand")) } }
                    nav.tabs aria-label=(strings.t("contents")) {
                        ul { @for (id, heading) in frame.sections { li { a href={ "#" (id) } { (heading) } } } }
                    }
                }
                main.wrap id="matter" { (matter) }
                footer.wrap { div.foot { @for said in frame.foot { p { (said) } } } }
            }
        }
    };
    page.into_string()
}
