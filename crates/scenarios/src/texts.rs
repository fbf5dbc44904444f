//! Words and texts of generated cases, each from a number.

use mediation::text::Text;
use serde_json::json;

use crate::world::Place;

/// Words, one line or two.
pub fn words(n: u16) -> String {
    let end = if n.is_multiple_of(3) {
        "\nThere is a second line."
    } else {
        ""
    };
    // No two remarks share a run of words: one is not a quotation of another.
    format!("Remark{n} was{n} made{n} in{n} so{n} many{n} words{n}.{end}")
}

/// The desk's own words in a room: no remark of anybody's, here or elsewhere, shares a run of
/// words with them. Otherwise whether they may be said here would rest on what stands elsewhere.
/// They carry the room's code and never its name, since the desk may carry them on as they are.
pub fn own(room: Place, n: u16) -> String {
    let room = room.plan().code;
    format!("Note{n}{room} by{n}{room} the{n}{room} desk{n}{room} on{n}{room} it{n}{room}.")
}

/// The words as the desk would edit them: none of the remark's own run of words is left.
pub fn edited(n: u16) -> String {
    format!("In substance: point {n}, put otherwise.")
}

/// What is carried across in parts, in the desk's own words.
pub fn part(n: u16) -> String {
    format!("Part {n} as the desk puts it.")
}

/// A text of two articles. Numbers from 200 have wording in brackets.
pub fn text(n: u8) -> Text {
    let second = if n >= 200 {
        format!("A pause of [{n}] hours.")
    } else {
        format!("A pause of {n} hours.")
    };
    serde_json::from_value(json!({
        "title": { "en": "An arrangement" },
        "languages": ["en"],
        "articles": [
            { "number": "1", "words": { "en": "There is a pause." } },
            { "number": "2", "words": { "en": second } },
        ],
    }))
    .unwrap()
}
