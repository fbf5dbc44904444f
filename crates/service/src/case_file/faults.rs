//! Where in a command a fault lies, and what to do about it. The domain's reader says what is the
//! matter; which of many fields it is in, down to a row of a list, is found here by reading the
//! command once more by itself.

use mediation::{
    concerns::{
        acceptances::{Accept, RefuseOffer},
        agreement::{Announce, Conclude, MeetRequirement, Require, SetParameter},
        channels::{Attempt, Contact, DeclareSilence, OpenChannel, SetChannel},
        corrections::{Correct, EraseEntry, OtherAccount},
        custody::Custody,
        decisions::RecordDecision,
        demands::{Answer, Demand},
        lists::{ConfirmCount, Estimate, RecordList},
        messages::{GiveLeave, MeetRequest, Message, Request},
        opening::{AddOfficer, GroundRules, Note, OpenCase},
        people::{AddBody, AddRepresentative, EndMandate, RecordMandate},
        positions::{Comment, TakePosition},
        relays::{ClearRelay, DeclineRelay, ProposeRelay, Relay},
        rooms::{AddHolder, AddParticipant, OpenRoom},
        texts::{Draft, Outline, PutDraft, WithdrawOffer},
        undertakings::{Perform, RecordAct, Undertake},
    },
    submission::{HEADER, Malformed},
};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// The fault with the place where it lies, in plain words.
pub(super) fn placed(map: Map<String, Value>, fault: Malformed) -> Malformed {
    let found = match fault.field {
        Some(_) => fault,
        None => look(map).unwrap_or(fault),
    };
    let problem = plain(&found.problem);
    // An unknown field is named by the problem; where it lies is what it lies in.
    let unknown = problem
        .strip_prefix(NO_FIELD)
        .and_then(|p| p.split(';').next());
    let field = match (found.field, unknown) {
        (Some(path), Some(unknown)) => path
            .strip_suffix(unknown)
            .map(|within| within.trim_end_matches('.').to_owned())
            .filter(|within| !within.is_empty()),
        (field, _) => field,
    };
    Malformed { field, problem }
}

/// The fault as a sentence.
pub(super) fn sentence(fault: &Malformed) -> String {
    let said = one_line(&fault.to_string());
    if said.ends_with(['.', '?']) {
        said
    } else {
        format!("{said}.")
    }
}

/// What to do about a fault in a command.
pub(super) fn advice(command: &str, fault: &Malformed) -> String {
    let problem = fault.problem.as_str();
    let what = if problem.starts_with("there is no command") || fault.field.as_deref() == Some("do")
    {
        return "Correct it: docs/case-files.md lists the commands.".to_owned();
    } else if problem.contains("label") {
        return "Give the label to the command that writes the entry, before this one, or correct it here; docs/case-files.md says how labels work.".to_owned();
    } else if problem.starts_with("the field ") || problem.contains("is missing") {
        "Write it"
    } else if problem.starts_with(NO_FIELD) {
        "Correct its name, or take it away"
    } else if problem == EMPTY || problem == NO_VALUE {
        "Give it a value, or leave the field out"
    } else {
        "Correct it there"
    };
    format!("{what}; docs/case-files.md says under {command} what it takes.")
}

/// Words of a file within one line of a message.
pub(super) fn one_line(words: &str) -> String {
    words
        .chars()
        .flat_map(|c| {
            let (shown, kept) = if c.is_control() {
                (Some(c.escape_default()), None)
            } else {
                (None, Some(c))
            };
            shown.into_iter().flatten().chain(kept)
        })
        .collect()
}

const NO_FIELD: &str = "there is no field ";
const EMPTY: &str = "it is empty";
const NO_VALUE: &str = "it has no value";

/// The words of the reader's library in ours.
fn plain(problem: &str) -> String {
    let field = |prefix: &str| problem.strip_prefix(prefix)?.split('`').next();
    if let Some(missing) = field("missing field `") {
        return format!("the field {missing} is missing");
    }
    if let Some(unknown) = field("unknown field `") {
        let known = problem.split_once("expected ").map_or("", |(_, k)| k);
        let known = known.trim_start_matches("one of ").replace('`', "");
        return format!("{NO_FIELD}{unknown}; there may be: {known}");
    }
    if let Some(unknown) = field("unknown variant `") {
        let known = problem.split_once("expected ").map_or("", |(_, k)| k);
        let known = known.trim_start_matches("one of ").replace('`', "");
        return format!("“{unknown}” is none of {known}");
    }
    if problem.starts_with("invalid type: null") {
        return NO_VALUE.to_owned();
    }
    let types = problem.strip_prefix("invalid type: ");
    if let Some((found, expected)) = types.and_then(|t| t.split_once(", expected ")) {
        return format!("it is {found}, where {expected} is meant");
    }
    if problem == "“”: it is empty" {
        return EMPTY.to_owned();
    }
    problem.to_owned()
}

fn look(mut map: Map<String, Value>) -> Option<Malformed> {
    for field in HEADER {
        map.shift_remove(field);
    }
    let name = map.shift_remove("do")?;
    by_name(name.as_str()?, Value::Object(map))
}

fn fault<T: DeserializeOwned>(command: Value) -> Option<Malformed> {
    let error = serde_path_to_error::deserialize::<_, T>(command).err()?;
    let path = error.path().to_string();
    Some(Malformed {
        field: (path != ".").then_some(path),
        problem: error.into_inner().to_string(),
    })
}

fn by_name(name: &str, command: Value) -> Option<Malformed> {
    let read = match name {
        "open-case" => fault::<OpenCase>,
        "ground-rules" => fault::<GroundRules>,
        "add-officer" => fault::<AddOfficer>,
        "add-participant" => fault::<AddParticipant>,
        "add-holder" => fault::<AddHolder>,
        "note" => fault::<Note>,
        "open-room" => fault::<OpenRoom>,
        "add-representative" => fault::<AddRepresentative>,
        "record-mandate" => fault::<RecordMandate>,
        "end-mandate" => fault::<EndMandate>,
        "add-body" => fault::<AddBody>,
        "open-channel" => fault::<OpenChannel>,
        "set-channel" => fault::<SetChannel>,
        "contact" => fault::<Contact>,
        "attempt" => fault::<Attempt>,
        "declare-silence" => fault::<DeclareSilence>,
        "message" => fault::<Message>,
        "give-leave" => fault::<GiveLeave>,
        "request" => fault::<Request>,
        "meet-request" => fault::<MeetRequest>,
        "demand" => fault::<Demand>,
        "answer" => fault::<Answer>,
        "undertake" => fault::<Undertake>,
        "perform" => fault::<Perform>,
        "record-act" => fault::<RecordAct>,
        "record-list" => fault::<RecordList>,
        "estimate" => fault::<Estimate>,
        "confirm-count" => fault::<ConfirmCount>,
        "relay" => fault::<Relay>,
        "propose-relay" => fault::<ProposeRelay>,
        "clear-relay" => fault::<ClearRelay>,
        "decline-relay" => fault::<DeclineRelay>,
        "custody" => fault::<Custody>,
        "outline" => fault::<Outline>,
        "draft" => fault::<Draft>,
        "put-draft" => fault::<PutDraft>,
        "withdraw-offer" => fault::<WithdrawOffer>,
        "take-position" => fault::<TakePosition>,
        "comment" => fault::<Comment>,
        "record-decision" => fault::<RecordDecision>,
        "accept" => fault::<Accept>,
        "refuse-offer" => fault::<RefuseOffer>,
        "conclude" => fault::<Conclude>,
        "announce" => fault::<Announce>,
        "require" => fault::<Require>,
        "meet-requirement" => fault::<MeetRequirement>,
        "set-parameter" => fault::<SetParameter>,
        "correct" => fault::<Correct>,
        "other-account" => fault::<OtherAccount>,
        "erase-entry" => fault::<EraseEntry>,
        _ => return None,
    };
    read(command)
}

#[cfg(test)]
mod tests {
    use mediation::command::CommandKind;

    use super::*;

    #[test]
    fn every_command_is_looked_into() {
        for kind in CommandKind::ALL {
            let unknown = serde_json::json!({ "no-such-field": 1 });
            assert!(by_name(kind.name, unknown).is_some(), "{}", kind.name);
        }
    }

    #[test]
    fn a_line_stays_a_line() {
        assert_eq!(one_line("a\nb\u{1b}ü"), "a\\nb\\u{1b}ü");
    }
}
