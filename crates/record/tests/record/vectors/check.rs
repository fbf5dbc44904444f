//! Runs one vector through what the crate makes public; a refusal is given by the name of its error.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use record::audit::{Audit, Evidence, Words};
use record::canonical::parse_strict;
use record::entry::{Draft, EntryRandom, SealedEntry, open_entry, seal_entry};
use record::keys::{DeskPublicKey, KeyFile, Keyring, NoteKey, RoomKey, Unlock};
use record::merkle::{ConsistencyProof, InclusionProof};
use record::{Digest, Envelope, Receipt, SignedCheckpoint, sshsig};
use serde_json::Value;

type Checked = Result<(), String>;

pub fn check(file: &str, key: Option<&str>, input: &Value) -> Checked {
    let key = || NoteKey::from_vkey(key.unwrap()).unwrap();
    match file {
        "canonical.json" => named(parse_strict(&raw(input))),
        "envelopes.json" => named(Envelope::parse(&raw(input))),
        "checkpoints.json" => named(SignedCheckpoint::verify(&raw(input), &key())),
        "vkeys.json" => named(NoteKey::from_vkey(text(input))),
        "receipts.json" => {
            named(Receipt::parse(&raw(input)).and_then(|receipt| receipt.verify(&key())))
        }
        "keyrings.json" => keyring(input),
        "sshsig.json" => signature(input),
        "proofs.json" => proof(input),
        "entries.json" => entry(input),
        "rooms.json" => room(&key(), input),
        _ => panic!("no check for {file}"),
    }
}

fn named<T, E: std::fmt::Debug>(result: Result<T, E>) -> Checked {
    result.map(|_| ()).map_err(|error| format!("{error:?}"))
}

/// A text, or bytes that are none, in hexadecimal.
fn raw(input: &Value) -> Vec<u8> {
    input
        .as_str()
        .map_or_else(|| hex(&input["hex"]), |text| text.as_bytes().to_vec())
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

pub fn hex(value: &Value) -> Vec<u8> {
    let digits = text(value).as_bytes();
    digits
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}

fn digest(value: &Value) -> Digest {
    Digest::from_bytes(STANDARD.decode(text(value)).unwrap().try_into().unwrap())
}

fn keyring(input: &Value) -> Checked {
    let file = input
        .get("key_file")
        .map(|file| KeyFile::parse(text(file).as_bytes()).unwrap());
    let with = match &file {
        Some(file) => Unlock::KeyFile(file),
        None => Unlock::Passphrase(text(&input["passphrase"])),
    };
    let keyring =
        Keyring::parse(text(&input["keyring"]).as_bytes()).map_err(|error| format!("{error:?}"))?;
    let open = keyring.open(with).map_err(|error| format!("{error:?}"))?;
    assert_eq!(open.desk.public().to_openssh(), text(&input["desk"]));
    Ok(())
}

fn signature(input: &Value) -> Checked {
    let key =
        DeskPublicKey::from_openssh(text(&input["key"])).map_err(|error| format!("{error:?}"))?;
    let message = text(&input["message"]).as_bytes();
    named(sshsig::verify(
        &key,
        text(&input["namespace"]),
        message,
        text(&input["signature"]),
    ))
}

fn proof(input: &Value) -> Checked {
    let hashes = input["proof"]
        .as_array()
        .unwrap()
        .iter()
        .map(digest)
        .collect();
    let size = input["size"].as_u64().unwrap();
    let root = digest(&input["root"]);
    if let Some(older) = input.get("older_size") {
        let old_root = digest(&input["older_root"]);
        return named(
            ConsistencyProof::new(hashes)
                .verify((older.as_u64().unwrap(), &old_root), (size, &root)),
        );
    }
    let index = input["index"].as_u64().unwrap();
    named(InclusionProof::new(hashes).verify(digest(&input["leaf"]), index, size, &root))
}

/// Sealing must give these bytes, and these bytes must open; what was altered since must not.
fn entry(input: &Value) -> Checked {
    let key = RoomKey::from_bytes(hex(&input["room_key"]).try_into().unwrap());
    let room = text(&input["room"]).parse().unwrap();
    let number = input["number"].as_u64().unwrap().try_into().unwrap();
    let sealed = SealedEntry {
        number,
        envelope: hex(&input["sealed_envelope"]),
        ciphertext: hex(&input["ciphertext"]),
        secret: input.get("wrapped_secret").map(hex),
    };
    open_entry(&key, &room, &sealed).map_err(|error| format!("{error:?}"))?;
    let Some(random) = input.get("random") else {
        return Ok(());
    };
    let body = text(&input["body"]).as_bytes();
    let draft = Draft {
        room,
        number,
        recorded: text(&input["recorded"]).parse().unwrap(),
        body,
    };
    let again = seal_entry(
        &key,
        &draft,
        &EntryRandom::from_bytes(hex(random).try_into().unwrap()),
    )
    .unwrap();
    assert_eq!(again.entry, sealed);
    assert_eq!(again.leaf.to_hex(), text(&input["leaf"]));
    Ok(())
}

/// The first finding counts; the others follow from it.
fn room(key: &NoteKey, input: &Value) -> Checked {
    let mut audit = Audit::new(text(&input["room"]).parse().unwrap(), key.clone());
    for step in input["log"].as_array().unwrap() {
        if let Some(checkpoint) = step.get("checkpoint") {
            audit.checkpoint(text(checkpoint).as_bytes());
            continue;
        }
        let body = step.get("body").map(|body| text(body).as_bytes());
        let salt = step.get("salt").map(|salt| hex(salt).try_into().unwrap());
        let words = match (body, &salt) {
            (Some(body), Some(salt)) => Words::Disclosed { body, salt },
            _ => Words::Unknown,
        };
        let envelope = text(&step["entry"]).as_bytes();
        audit.entry(Evidence {
            envelope,
            ciphertext: None,
            words,
        });
    }
    let report = audit.finish();
    report.findings.first().map_or(Ok(()), |finding| {
        Err(format!("{:?} {:?}", finding.place, finding.fault))
    })
}
