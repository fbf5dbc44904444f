//! Vectors of receipts, keyrings and SSH signatures.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use record::keys::{DeskKey, KeyFile, Keyring, KeyringRandom, Lock, PassphraseCost};
use record::receipt::Disclosed;
use record::{Receipt, sshsig};
use serde_json::json;

use super::{Kit, bad, good};
use crate::support::{Room, body, bytes};

pub fn receipts() -> Kit {
    let (room, other) = (Room::with(7), Room::named("other", 7));
    let whole = room.receipt(4);
    let write = |receipt: &Receipt| String::from_utf8(receipt.to_bytes().unwrap()).unwrap();
    let text = write(&whole);
    let change = |how: &dyn Fn(&mut Receipt)| {
        let mut receipt = whole.clone();
        how(&mut receipt);
        write(&receipt)
    };
    let bend = |how: &dyn Fn(&mut Vec<record::Digest>)| {
        let mut hashes = whole.proof.hashes().to_vec();
        how(&mut hashes);
        change(&|receipt| receipt.proof = record::merkle::InclusionProof::new(hashes.clone()))
    };
    let disclosed = |body: Vec<u8>, salt| Some(Disclosed { body, salt });
    let salt = *room.secret(4).salt();
    let extra = |json: &str| {
        let line = text.lines().nth(1).unwrap();
        text.replacen(line, &format!("extra {}", STANDARD.encode(json)), 1)
    };
    let envelope = STANDARD.encode(&whole.envelope);
    let extra_line = format!("{}\n", text.lines().nth(1).unwrap());
    Kit {
        about: "Receipts: C2SP tlog-proofs. Input: the file.".into(),
        key: Some(room.verifier().to_vkey()),
        vectors: vec![
            good("a receipt with its body", text.clone()),
            good(
                "a receipt without a body",
                change(&|receipt| receipt.disclosed = None),
            ),
            good("the only entry of a room", write(&Room::with(1).receipt(0))),
            good("the last entry", write(&room.receipt(6))),
            bad(
                "proof cut short",
                "Proof(Length",
                bend(&|hashes| hashes.truncate(hashes.len() - 1)),
            ),
            bad(
                "proof lengthened",
                "Proof(Length",
                bend(&|hashes| hashes.push(record::Digest::of(b"more"))),
            ),
            bad(
                "proof reordered",
                "Proof(Root",
                bend(&|hashes| hashes.swap(0, 1)),
            ),
            bad(
                "another place",
                "Proof(Root",
                change(&|receipt| receipt.index = 5),
            ),
            bad(
                "a place beyond the log",
                "Proof(Position",
                change(&|receipt| receipt.index = 7),
            ),
            bad(
                "another entry's envelope",
                "Proof(Root",
                change(&|receipt| receipt.envelope = room.entries[3].envelope.to_bytes()),
            ),
            bad(
                "another room's checkpoint",
                "Checkpoint(Note(UnknownKey",
                change(&|receipt| receipt.checkpoint = other.checkpoints[6].as_bytes().to_vec()),
            ),
            bad(
                "an older checkpoint",
                "Proof",
                change(&|receipt| receipt.checkpoint = room.checkpoints[5].as_bytes().to_vec()),
            ),
            bad(
                "other words",
                "Body",
                change(&|receipt| receipt.disclosed = disclosed(body(6), salt)),
            ),
            bad(
                "another salt",
                "Body",
                change(&|receipt| receipt.disclosed = disclosed(body(5), [0; 32])),
            ),
            bad(
                "body without salt",
                "Form(\"body and salt",
                extra(&format!(r#"{{"body":"","envelope":"{envelope}"}}"#)),
            ),
            bad(
                "extra data not canonical",
                "Extra(Spelling",
                extra(&format!(r#"{{"envelope": "{envelope}"}}"#)),
            ),
            bad(
                "extra data with a key twice",
                "Extra(DuplicateKey",
                extra(&format!(
                    r#"{{"envelope":"{envelope}","envelope":"{envelope}"}}"#
                )),
            ),
            bad(
                "extra data with a field more",
                "Form(\"its extra data",
                extra(&format!(r#"{{"envelope":"{envelope}","more":1}}"#)),
            ),
            bad(
                "no extra data",
                "Form(\"its second line",
                text.replacen(&extra_line, "", 1),
            ),
            bad(
                "another header",
                "Form(\"its first line",
                text.replacen("@v1", "@v2", 1),
            ),
            bad(
                "index with a leading zero",
                "Form(\"its third line",
                text.replacen("index 4", "index 04", 1),
            ),
            bad("no blank line", "Form", text.replacen("\n\n", "\n", 1)),
            bad(
                "the checkpoint cut off",
                "Form",
                text.split_once("\n\n").unwrap().0.to_owned(),
            ),
            bad("nothing", "Form", ""),
        ],
    }
}

pub fn keyrings() -> Kit {
    let random = KeyringRandom::from_bytes(bytes("keyring"));
    let lock = Lock::Passphrase("rain on the roof", PassphraseCost::LIGHT);
    let (keyring, open) = Keyring::create(lock, &random).unwrap();
    let file = KeyFile::from_bytes(bytes("key file"));
    let other = KeyFile::from_bytes(bytes("another key file"));
    let filed = Keyring::relock(&open, Lock::KeyFile(&file), &random).unwrap();
    let write = |keyring: &Keyring| String::from_utf8(keyring.to_bytes().unwrap()).unwrap();
    let (text, filed) = (write(&keyring), write(&filed));
    let desk = open.desk.public().to_openssh();
    let by_words =
        |keyring: &str, words: &str| json!({"keyring": keyring, "passphrase": words, "desk": desk});
    let by_file = |keyring: &str, file: &KeyFile| json!({"keyring": keyring, "key_file": *file.to_text(), "desk": desk});
    Kit {
        about: "Keyrings. Input: the document, what is to open it, and the desk's public key that must come out.".into(),
        key: None,
        vectors: vec![
            good("by a passphrase", by_words(&text, "rain on the roof")),
            good("by a key file", by_file(&filed, &file)),
            bad("wrong passphrase", "WrongPassphrase", by_words(&text, "Rain on the roof")),
            bad("empty passphrase", "EmptyPassphrase", by_words(&text, "")),
            bad("wrong key file", "WrongKeyFile", by_file(&filed, &other)),
            bad("key file for a passphrase", "NeedsPassphrase", by_file(&text, &file)),
            bad("passphrase for a key file", "NeedsKeyFile", by_words(&filed, "rain on the roof")),
            bad("a byte altered", "Damaged", by_words(&text.replacen("\"passes\":1", "\"passes\":2", 1), "rain on the roof")),
            bad("no checksum", "Damaged", by_words("{\"format\":\"good-offices/keyring/1\"}", "rain on the roof")),
            bad("not canonical", "Canonical(Spelling", by_words(&format!("{text}\n"), "rain on the roof")),
            bad("cut short", "Canonical(Json", by_words(&text[..100], "rain on the roof")),
        ],
    }
}

pub fn sshsig() -> Kit {
    let key = DeskKey::from_seed(&bytes("envoy"));
    let act = "good-offices/acceptance";
    let message = r#"{"text":"3a03a8a4","yes":true}"#;
    let signature = sshsig::sign(&key, act, message.as_bytes()).unwrap();
    let public = key.public().to_openssh();
    let input = |key: &str, act: &str, message: &str, signature: &str| json!({"key": key, "namespace": act, "message": message, "signature": signature});
    let other = DeskKey::from_seed(&bytes("another")).public().to_openssh();
    let weak = format!(
        "ssh-ed25519 {}",
        STANDARD.encode([b"\0\0\0\x0bssh-ed25519\0\0\0 \x01".as_slice(), &[0; 31]].concat(),)
    );
    let rsa = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAAQM=";
    Kit {
        about:
            "SSH signatures. Input: OpenSSH public key, namespace, message and armoured signature."
                .into(),
        key: None,
        vectors: vec![
            good("an acceptance", input(&public, act, message, &signature)),
            good(
                "a key with a comment",
                input(&format!("{public} an envoy"), act, message, &signature),
            ),
            bad(
                "another message",
                "Key(Signature)",
                input(&public, act, "{}", &signature),
            ),
            bad(
                "another act",
                "Namespace",
                input(&public, "good-offices/refusal", message, &signature),
            ),
            bad(
                "another key",
                "OtherKey",
                input(&other, act, message, &signature),
            ),
            bad(
                "a key of small order",
                "Weak",
                input(&weak, act, message, &signature),
            ),
            bad(
                "a key of another kind",
                "OpenSsh",
                input(rsa, act, message, &signature),
            ),
            bad(
                "cut short",
                "Form",
                input(&public, act, message, &signature[..signature.len() / 2]),
            ),
            bad("no armour", "Form", input(&public, act, message, "signed")),
        ],
    }
}
