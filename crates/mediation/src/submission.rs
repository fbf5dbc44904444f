//! Reading a submission from the one written form that every door uses: a map in which what is
//! said about a command (where, when, on whose word) stands beside what it says.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::{
    command::{Command, CommandKind, Submission},
    entry::{Author, Standing, Terms},
    ids::{ChannelId, RoomName},
    time::{Instant, Moment},
    words::Title,
};

/// Why a map is not a submission: which field, and what is the matter with it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", match field { Some(f) => format!("{f}: {problem}"), None => problem.clone() })]
pub struct Malformed {
    /// The field, where one can be named.
    pub field: Option<String>,
    /// What is the matter.
    pub problem: String,
}

/// The fields that say about a command what the record needs to know of it.
pub const HEADER: [&str; 8] = [
    "by", "room", "happened", "learnt", "standing", "source", "terms", "channel",
];

fn take<T: DeserializeOwned>(
    map: &mut Map<String, Value>,
    field: &str,
) -> Result<Option<T>, Malformed> {
    match map.remove(field) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => serde_json::from_value(value)
            .map(Some)
            .map_err(|e| Malformed {
                field: Some(field.to_owned()),
                problem: e.to_string(),
            }),
    }
}

impl Submission {
    /// Reads a submission. What is left out is filled in: `room` is the desk's own; `happened` is
    /// when it was learnt; `standing` is *reported* where there is a source, *entered* where a
    /// representative writes, otherwise *witnessed*; `terms` are *in confidence*. `learnt` may be
    /// left out only where a default for it is given.
    ///
    /// # Errors
    /// Names the field and what is the matter with it.
    pub fn from_map(
        mut map: Map<String, Value>,
        learnt: Option<Instant>,
    ) -> Result<Self, Malformed> {
        let by = take::<Author>(&mut map, "by")?.unwrap_or(Author::Desk);
        let room = take(&mut map, "room")?.unwrap_or_else(RoomName::desk);
        let happened = take::<Moment>(&mut map, "happened")?;
        let given = take::<Instant>(&mut map, "learnt")?;
        let learnt = given.or(learnt).ok_or_else(|| Malformed {
            field: Some("learnt".to_owned()),
            problem: "when it was learnt is missing: give the day, the time and the offset"
                .to_owned(),
        })?;
        let source = take::<Title>(&mut map, "source")?;
        let standing = take(&mut map, "standing")?.unwrap_or(match (&by, &source) {
            (Author::Representative(..), _) => Standing::Entered,
            (Author::Desk, Some(_)) => Standing::Reported,
            (Author::Desk, None) => Standing::Witnessed,
        });
        let terms = take(&mut map, "terms")?.unwrap_or(Terms::InConfidence);
        let channel = take::<ChannelId>(&mut map, "channel")?;
        let command = read_command(map)?;
        let happened = happened.unwrap_or_else(|| Moment::at(learnt, jiff::tz::Offset::UTC));
        Ok(Self {
            by,
            room,
            happened,
            learnt,
            standing,
            source,
            terms,
            channel,
            command,
        })
    }

    /// Writes a submission as [`Submission::from_map`] reads it; what would be filled in the same
    /// way is left out.
    ///
    /// # Errors
    /// When the command cannot be written, which no command that was read can cause.
    pub fn to_map(&self) -> Result<Map<String, Value>, serde_json::Error> {
        let mut map = Map::new();
        let Value::Object(mut command) = serde_json::to_value(&self.command)? else {
            return Ok(map);
        };
        if let Some(name) = command.shift_remove("do") {
            map.insert("do".to_owned(), name);
        }
        let mut put = |field: &str, value: Value| map.insert(field.to_owned(), value);
        if self.by != Author::Desk {
            put("by", serde_json::to_value(&self.by)?);
        }
        if !self.room.is_desk() {
            put("room", serde_json::to_value(&self.room)?);
        }
        if self.happened != Moment::at(self.learnt, jiff::tz::Offset::UTC) {
            put("happened", serde_json::to_value(self.happened)?);
        }
        put("learnt", serde_json::to_value(self.learnt)?);
        let usual = match (&self.by, &self.source) {
            (Author::Representative(..), _) => Standing::Entered,
            (Author::Desk, Some(_)) => Standing::Reported,
            (Author::Desk, None) => Standing::Witnessed,
        };
        if self.standing != usual {
            put("standing", serde_json::to_value(self.standing)?);
        }
        if let Some(source) = &self.source {
            put("source", serde_json::to_value(source)?);
        }
        if self.terms != Terms::InConfidence {
            put("terms", serde_json::to_value(self.terms)?);
        }
        if let Some(channel) = &self.channel {
            put("channel", serde_json::to_value(channel)?);
        }
        map.append(&mut command);
        Ok(map)
    }
}

fn read_command(map: Map<String, Value>) -> Result<Command, Malformed> {
    let name = map.get("do").and_then(Value::as_str);
    let Some(name) = name else {
        return Err(Malformed {
            field: Some("do".to_owned()),
            problem: "which command it is, is missing".to_owned(),
        });
    };
    if CommandKind::named(name).is_none() {
        let near = nearest(name).map_or_else(String::new, |n| format!("; did you mean {n}?"));
        return Err(Malformed {
            field: Some("do".to_owned()),
            problem: format!("there is no command “{name}”{near}"),
        });
    }
    serde_json::from_value(Value::Object(map)).map_err(|e| Malformed {
        field: None,
        problem: e.to_string(),
    })
}

/// The command whose name shares the longest beginning with a name that is none.
fn nearest(name: &str) -> Option<&'static str> {
    let shared = |a: &str| {
        a.bytes()
            .zip(name.bytes())
            .take_while(|(x, y)| x == y)
            .count()
    };
    let best = CommandKind::ALL.iter().max_by_key(|k| shared(k.name))?;
    (shared(best.name) >= 3).then_some(best.name)
}

/// The JSON Schema of a submission, generated from the command types.
pub fn schema() -> Value {
    let mut generator = schemars::generate::SchemaSettings::draft2020_12().into_generator();
    let header = generator.subschema_for::<Header>();
    let command = generator.subschema_for::<Command>();
    let mut definitions = generator.take_definitions(true);
    let variants = definitions
        .get_mut("Command")
        .and_then(|c| c.get_mut("oneOf"))
        .and_then(Value::as_array_mut);
    // A command takes no fields but its own; the header's, and a case file's labels, stand in the
    // same map and are looked at beside it.
    let beside = format!("^({}|label|label-desk)$", HEADER.join("|"));
    for variant in variants.into_iter().flatten() {
        if let Some(variant) = variant.as_object_mut() {
            variant.insert(
                "patternProperties".to_owned(),
                serde_json::json!({ &beside: true }),
            );
        }
    }
    serde_json::json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "allOf": [header, command],
        "$defs": definitions,
    })
}

/// What is said about a command: where, when, on whose word.
#[derive(schemars::JsonSchema)]
#[schemars(rename_all = "kebab-case")]
#[expect(
    dead_code,
    reason = "only its schema is used; reading is `Submission::from_map`"
)]
struct Header {
    /// Who submits it: `desk`, or a representative who is signed in. Without it, the desk.
    #[schemars(default)]
    by: Option<Author>,
    /// In which room. Without it, the desk's own.
    #[schemars(default)]
    room: Option<RoomName>,
    /// When it happened. Without it, when it was learnt.
    #[schemars(default)]
    happened: Option<Moment>,
    /// When it was learnt.
    learnt: Instant,
    /// How the desk knows. Without it: reported where there is a source, otherwise witnessed.
    #[schemars(default)]
    standing: Option<Standing>,
    /// On whose word, and how it came.
    #[schemars(default)]
    source: Option<Title>,
    /// The terms under which the words were given. Without it, in confidence.
    #[schemars(default)]
    terms: Option<Terms>,
    /// The channel through which it came or went.
    #[schemars(default)]
    channel: Option<ChannelId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: Value) -> Result<Submission, Malformed> {
        let Value::Object(map) = json else {
            panic!("a map")
        };
        Submission::from_map(map, None)
    }

    #[test]
    fn what_is_left_out_is_filled_in() {
        let s = read(serde_json::json!({
            "do": "message", "room": "hamas", "learnt": "2023-11-20T13:34+03:00", "source": "the office",
            "from": "hamas", "words": "Thirteen are ready."
        }))
        .unwrap();
        assert_eq!(s.standing, Standing::Reported);
        assert_eq!(s.terms, Terms::InConfidence);
        assert_eq!(s.happened.to_string(), "2023-11-20T10:34Z");
        assert_eq!(read(Value::Object(s.to_map().unwrap())).unwrap(), s);
    }

    #[test]
    fn a_field_that_is_none_is_named() {
        let e = read(serde_json::json!({ "do": "message", "learnt": "2023-11-20" })).unwrap_err();
        assert_eq!(e.field.as_deref(), Some("learnt"));
        let e =
            read(serde_json::json!({ "do": "mesage", "learnt": "2023-11-20T10:00Z" })).unwrap_err();
        assert!(e.problem.contains("did you mean message?"), "{e}");
        let e =
            read(serde_json::json!({ "do": "note", "learnt": "2023-11-20T10:00Z", "wrds": "x" }))
                .unwrap_err();
        assert!(e.problem.contains("wrds"), "{e}");
    }

    #[test]
    fn no_field_of_a_command_is_taken_for_one_of_the_header() {
        let schema = schema();
        let commands = schema["$defs"]["Command"]["oneOf"].as_array().unwrap();
        assert_eq!(commands.len(), CommandKind::ALL.len());
        for command in commands {
            for field in command["properties"].as_object().unwrap().keys() {
                assert!(!HEADER.contains(&field.as_str()), "{field} in {command}");
            }
            // Otherwise the schema would refuse every submission for its header.
            let beside = command["patternProperties"].as_object().unwrap();
            let pattern = beside.keys().next().unwrap();
            assert_eq!(command["additionalProperties"], false);
            assert!(HEADER.iter().all(|h| pattern.contains(h)), "{pattern}");
        }
    }

    #[test]
    fn every_command_has_its_name() {
        let schema = schema().to_string();
        for kind in CommandKind::ALL {
            assert!(
                schema.contains(&format!("\"const\":\"{}\"", kind.name)),
                "{}",
                kind.name
            );
        }
    }
}
