//! What the room's page says after something was recorded there.

use maud::{Markup, html};
use mediation::view::Room;

use super::place::members;
use crate::{
    Words, adapt,
    html::{done, form::readers},
    routes::Page,
    site::CaseVisit,
};

/// "Recorded as H 46": where the address says that an entry has just been recorded, and it is
/// there. Nothing otherwise.
pub(crate) fn recorded_notice(words: Words, visit: &CaseVisit, room: &Room) -> Markup {
    let query = visit
        .visit
        .here
        .split_once('?')
        .map_or("", |(_, query)| query);
    let number = query
        .split('&')
        .find_map(|pair| pair.strip_prefix("recorded="))
        .and_then(|number| number.parse::<u64>().ok());
    let Some(entry) = number.and_then(|n| room.entry(n)) else {
        return html! {};
    };
    let number = format!("{} {}", room.code(), entry.number);
    let head = words.t_args(
        "form-recorded",
        &[
            ("entry", number.into()),
            (
                "when",
                adapt::stamp(words, entry.recorded, &visit.calendar).into(),
            ),
        ],
    );
    let names = members(words, Some(room));
    let number = entry.number.to_string();
    let receipt = Page::Receipt {
        room: room.name.as_str(),
        entry: &number,
    };
    done(
        &head,
        &html! { (readers(words, &names)) " " a href=(receipt.path()) { (words.t("entry-receipt")) } },
    )
}
