//! What a list says, on a page: quoted as it came, isolated, with what cannot be seen shown and the
//! letters marked that differ. No other file puts a cell into a page.

use maud::{Markup, html};

use crate::{
    cell::{self, Piece, Shown},
    i18n::Strings,
    letters::{Standing, Stretch},
};

/// A cell, or any other text from outside.
pub fn quoted(text: &str, strings: Strings) -> Markup {
    html! { bdi { (inside(text, strings)) } }
}

/// A cell in which what differs from another is marked.
pub fn marked(stretches: &[Stretch], strings: Strings) -> Markup {
    html! {
        bdi {
            @for Stretch { text, standing } in stretches {
                @match standing {
                    Standing::Common => (inside(text, strings)),
                    Standing::Differs => mark { (inside(text, strings)) },
                }
            }
        }
    }
}

fn inside(text: &str, strings: Strings) -> Markup {
    let Shown { pieces, cut_from } = cell::shown(text);
    html! {
        @for piece in &pieces {
            @match piece {
                Piece::Plain(text) => (text),
                Piece::Sign(sign) => span.u { (sign) },
            }
        }
        @if let Some(all) = cut_from {
            "… " small { "(" (strings.with("cell-cut", &[("n", all.into())])) ")" }
        }
    }
}

/// Several cells of one entry, those that say something.
pub fn cells(cells: &[String], strings: Strings) -> Markup {
    html! {
        @for (i, cell) in cells.iter().filter(|cell| !cell.trim().is_empty()).enumerate() {
            @if i > 0 { " · " }
            (quoted(cell, strings))
        }
    }
}

/// A digest in groups of four, the first eight set off: they are what is read out.
pub fn digest(hex: &str) -> Markup {
    let groups: Vec<String> = hex
        .chars()
        .filter(char::is_ascii_hexdigit)
        .collect::<Vec<_>>()
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    let (first, rest) = groups.split_at(groups.len().min(2));
    html! {
        code.digest { b { (first.join(" ")) } @if !rest.is_empty() { " " (rest.join(" ")) } }
    }
}
