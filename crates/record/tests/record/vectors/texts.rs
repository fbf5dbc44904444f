//! Vectors whose inputs are texts: canonical JSON, envelopes, checkpoints, verifier keys.

use serde_json::{Value, json};

use super::{Kit, bad, good};
use crate::support::Room;

pub fn canonical() -> Kit {
    let deep = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    Kit {
        about: "Canonical JSON (RFC 8785, no floats, integers within 2^53-1). Input: the text, or its bytes in hex.".into(),
        key: None,
        vectors: vec![
            good("empty object", "{}"),
            good("every kind of value", r#"{"a":[null,true,false,0,-1,"text"],"b":{}}"#),
            good("the largest and the smallest integer", "[9007199254740991,-9007199254740991]"),
            good("escapes", r#""\b\t\n\f\r\"\\\u0000\u001f/""#),
            good("characters as they are", "\"\u{7f}\u{e9}\u{2028}\u{1f600}\u{627}\""),
            good("keys in the order of UTF-16", "{\"\u{1f600}\":1,\"\u{fb33}\":2}"),
            good(
                "the order of keys in RFC 8785, section 3.2.3",
                "{\"\\r\":1,\"1\":2,\"\u{80}\":3,\"\u{f6}\":4,\"\u{20ac}\":5,\"\u{1f600}\":6,\"\u{fb33}\":7}",
            ),
            good("nested 100 deep", deep(100)),
            bad("nested 101 deep", "TooDeep", deep(101)),
            bad("key twice", "DuplicateKey", r#"{"a":1,"a":1}"#),
            bad("key twice in different spellings", "DuplicateKey", r#"{"a":1,"\u0061":2}"#),
            bad("key twice further in", "DuplicateKey", r#"[{"b":{"a":1,"a":2}}]"#),
            bad("keys out of order", "Spelling", r#"{"b":1,"a":2}"#),
            bad("keys in the order of UTF-8", "Spelling", "{\"\u{fb33}\":2,\"\u{1f600}\":1}"),
            bad("space", "Spelling", r#"{"a": 1}"#),
            bad("newline at the end", "Spelling", "{}\n"),
            bad("slash escaped", "Spelling", r#""\/""#),
            bad("letter escaped", "Spelling", r#""\u0061""#),
            bad("escape in capitals", "Spelling", r#""\u001F""#),
            bad("long escape of a tab", "Spelling", r#""\u0009""#),
            bad("float", "Number", "1.5"),
            bad("integer as a float", "Number", "1.0"),
            bad("exponent", "Number", "1e3"),
            bad("negative zero", "Number", "-0"),
            bad("integer beyond 2^53-1", "Number", "9007199254740992"),
            bad("integer below -(2^53-1)", "Number", "-9007199254740992"),
            bad("integer beyond 64 bits", "Number", "18446744073709551616"),
            bad("leading zero", "Json", "01"),
            bad("lone surrogate", "Json", r#""\ud800""#),
            bad("not a number", "Json", "NaN"),
            bad("single quotes", "Json", "{'a':1}"),
            bad("trailing comma", "Json", "[1,]"),
            bad("comment", "Json", "[1]//"),
            bad("two values", "Json", "{}{}"),
            bad("cut short", "Json", r#"{"a":"#),
            bad("nothing", "Json", ""),
            bad("byte-order mark", "Json", "\u{feff}{}"),
            bad("not UTF-8", "Json", json!({"hex": "22ff22"})),
        ],
    }
}

pub fn envelopes() -> Kit {
    let room = Room::with(1);
    let text = String::from_utf8(room.entries[0].envelope.to_bytes()).unwrap();
    let with = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        Value::from(text.replacen(from, to, 1))
    };
    let entry = room.entries[0].envelope.entry.to_hex();
    Kit {
        about: "Envelopes. Input: the bytes of a leaf's data.".into(),
        key: None,
        vectors: vec![
            good("an envelope", text.clone()),
            good(
                "the largest number",
                with("\"number\":1", "\"number\":9007199254740991"),
            ),
            bad(
                "key twice",
                "Canonical(DuplicateKey",
                with("\"number\":1", "\"number\":1,\"number\":1"),
            ),
            bad(
                "not canonical",
                "Canonical(Spelling",
                with("\"number\":1", "\"number\": 1"),
            ),
            bad(
                "float",
                "Canonical(Number",
                with("\"number\":1", "\"number\":1.0"),
            ),
            bad(
                "number too large",
                "Canonical(Number",
                with("\"number\":1", "\"number\":9007199254740992"),
            ),
            bad(
                "number nought",
                "Field(\"number\")",
                with("\"number\":1", "\"number\":0"),
            ),
            bad(
                "number negative",
                "Field(\"number\")",
                with("\"number\":1", "\"number\":-1"),
            ),
            bad(
                "number as text",
                "Field(\"number\")",
                with("\"number\":1", "\"number\":\"1\""),
            ),
            bad("another format", "Format", with("entry/1", "entry/2")),
            bad(
                "identifier in capitals",
                "Field(\"entry\")",
                with(&entry, &entry.to_uppercase()),
            ),
            bad(
                "identifier too short",
                "Field(\"entry\")",
                with(&entry, &entry[2..]),
            ),
            bad(
                "a field more",
                "Field(\"room\")",
                format!("{},\"zest\":1}}", text.trim_end_matches('}')),
            ),
            bad(
                "a field less",
                "Field(\"number\")",
                with("\"number\":1,", ""),
            ),
            bad(
                "time without milliseconds",
                "Field(\"recorded\")",
                with(".000Z", "Z"),
            ),
            bad(
                "time with an offset",
                "Field(\"recorded\")",
                with(".000Z", ".000+00:00"),
            ),
            bad(
                "a day that does not exist",
                "Field(\"recorded\")",
                with("2023-11-20", "2023-11-31"),
            ),
            bad(
                "newline at the end",
                "Canonical(Spelling",
                format!("{text}\n"),
            ),
            bad(
                "cut short",
                "Canonical(Json",
                text[..text.len() - 1].to_owned(),
            ),
            bad("nothing", "Canonical(Json", ""),
        ],
    }
}

pub fn checkpoints() -> Kit {
    let (room, other) = (Room::with(3), Room::named("other", 3));
    let note = |room: &Room| String::from_utf8(room.checkpoints[2].as_bytes().to_vec()).unwrap();
    let (text, foreign) = (note(&room), note(&other));
    let (body, signature) = text.split_once("\n\n").unwrap();
    let (_, foreign_signature) = foreign.split_once("\n\n").unwrap();
    let sign = |text: &str| record::note::sign(text, room.verifier().name(), &room.desk);
    let with = |from: &str, to: &str| sign(&format!("{body}\n").replacen(from, to, 1));
    let digit = if signature.ends_with("A==\n") || signature.ends_with("A=\n") {
        "B"
    } else {
        "A"
    };
    let at = signature.len() - 8;
    let bent = format!("{}{digit}{}", &signature[..at], &signature[at + 1..]);
    Kit {
        about: "Checkpoints: C2SP signed notes. Input: the note. All but the last ones are signed well.".into(),
        key: Some(room.verifier().to_vkey()),
        vectors: vec![
            good("a checkpoint", text.clone()),
            good("with a signature by another key below", format!("{text}{foreign_signature}")),
            good("with a signature by another key above", format!("{body}\n\n{foreign_signature}{signature}")),
            bad("size with a leading zero", "Form", with("\n3\n", "\n03\n")),
            bad("size with a sign", "Form", with("\n3\n", "\n+3\n")),
            bad("size too large", "Form", with("\n3\n", "\n9007199254740992\n")),
            bad("root of 31 bytes", "Form", sign(&format!("{}\n3\n{}\n", room.verifier().name(), "A".repeat(41) + "A=="))),
            bad("root without padding", "Form", with("=\n", "\n")),
            bad("an extension line", "Form", sign(&format!("{body}\nmore\n"))),
            bad("a blank line in the text", "Form", sign(&format!("{body}\n\n"))),
            bad("too few lines", "Form", sign(&format!("{}\n3\n", room.verifier().name()))),
            bad("origin of another room", "Form", sign(&format!("{}\n", foreign.split_once("\n\n").unwrap().0))),
            bad("origin that is no room", "Form", with("good-offices/room/", "good-offices/house/")),
            bad("signed by another key only", "Note(UnknownKey", foreign),
            bad("another text under the signature", "Note(BadSignature", text.replacen("\n3\n", "\n4\n", 1)),
            bad("signature altered", "Note(BadSignature", format!("{body}\n\n{bent}")),
            bad("signed twice", "Note(SignedTwice", format!("{text}{signature}")),
            bad("no signature", "Note(NoSignatures", format!("{body}\n")),
            bad("no newline at the end", "Note(NoSignatures", text.trim_end().to_owned()),
            bad("hyphen for the dash", "Note(SignatureLine(1)", text.replacen('\u{2014}', "-", 1)),
            bad("signature not base64", "Note(SignatureLine(1)", format!("{body}\n\n{}", signature.replacen('=', "*", 1))),
            bad("carriage returns", "Note(Text)", text.replace('\n', "\r\n")),
            bad("not UTF-8", "Note(Text)", json!({"hex": "ff0a0a"})),
        ],
    }
}

pub fn vkeys() -> Kit {
    let key = Room::with(0).verifier().to_vkey();
    let (name, rest) = key.split_once('+').unwrap();
    let (id, bytes) = rest.split_once('+').unwrap();
    Kit {
        about: "Verifier keys (C2SP vkey). Input: the line.".into(),
        key: None,
        vectors: vec![
            good("a key", key.clone()),
            good("a key and a newline", format!("{key}\n")),
            bad(
                "no identifier",
                "Vkey(\"there is only one plus sign",
                format!("{name}+AQID"),
            ),
            bad("no plus sign", "Vkey(\"there is no plus sign", name),
            bad(
                "identifier of another key",
                "Vkey(\"the identifier does not belong",
                format!("{name}+00000000+{bytes}"),
            ),
            bad(
                "identifier in capitals",
                "Vkey(\"the identifier is not",
                format!("{name}+{}+{bytes}", "ABCDEF01"),
            ),
            bad(
                "name with a space",
                "Vkey(\"the name",
                format!("a room+{id}+{bytes}"),
            ),
            bad("name empty", "Vkey(\"the name", format!("+{id}+{bytes}")),
            bad(
                "another type of key",
                "Vkey(\"the key is not of the Ed25519 type",
                format!(
                    "{name}+{id}+{}",
                    bytes
                        .replacen("AQ", "Ag", 1)
                        .replacen("AR", "Ah", 1)
                        .replacen("AS", "Ai", 1)
                        .replacen("AT", "Aj", 1)
                ),
            ),
            bad(
                "key cut short",
                "Vkey(\"the key is not 32 bytes",
                format!("{name}+{id}+AQID"),
            ),
            bad(
                "key of small order",
                "Weak",
                format!("{name}+{id}+AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
            ),
            bad("nothing", "Vkey", ""),
        ],
    }
}
