//! Case files: a history of commands in a plain file that a person can read and write. They are
//! read strictly, replayed through the same door as everything else, and written from a case.

mod events;
mod faults;
mod numbers;
mod read;
mod replay;
mod write;

pub use read::{BYTES_MOST, CaseFile, CaseFileError, Item, NamedMoment, read};
pub use replay::{Mode, Problem, ReplayReport, replay};
pub use write::{WriteError, write};

/// The version of the format that this program reads and writes.
pub const VERSION: u32 = 1;

/// The JSON Schema of a case file, generated from the command types.
pub fn schema() -> serde_json::Value {
    let mut command = mediation::submission::schema();
    let definitions = command
        .as_object_mut()
        .and_then(|m| m.shift_remove("$defs"));
    let dialect = command
        .as_object_mut()
        .and_then(|m| m.shift_remove("$schema"));
    let label = serde_json::json!({ "type": "string", "pattern": "^[a-z][a-z0-9-]{0,39}$" });
    serde_json::json!({
        "$schema": dialect,
        "title": "A Good Offices case file",
        "type": "object",
        "required": ["good-offices-case", "title", "commands"],
        "additionalProperties": false,
        "properties": {
            "good-offices-case": { "const": VERSION },
            "title": { "type": "string" },
            "about": { "type": "string" },
            "moments": {
                "description": "Moments at which the case is worth looking at. They are shown, not recorded.",
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["at", "title"],
                    "additionalProperties": false,
                    "properties": { "at": { "$ref": "#/$defs/Instant" }, "title": { "type": "string" } },
                },
            },
            "commands": {
                "type": "array",
                "items": {
                    "allOf": [
                        command,
                        { "type": "object", "properties": { "label": label, "label-desk": label } },
                    ],
                },
            },
        },
        "$defs": definitions,
    })
}
