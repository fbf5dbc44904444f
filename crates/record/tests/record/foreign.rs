//! What we write, checked by tools that are not ours; and what they write, checked by us.
//!
//! A missing tool is a failure that names the package to install: a check that does not run proves nothing.
#![expect(
    clippy::disallowed_methods,
    reason = "other programs read files, so these tests write them"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use record::export::DESK_PRINCIPAL;
use record::keys::{DeskKey, DeskPublicKey, KeyError};
use record::sshsig::{self, SshSigError};

use crate::support::{Room, bytes};

const ACCEPTANCE: &str = "good-offices/acceptance";

/// A fresh directory below the build's own for temporary files.
fn directory(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("record-{name}"));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

fn run(command: &mut Command, package: &str) -> Output {
    let shown = format!("{command:?}");
    let output = command.output();
    output.unwrap_or_else(|error| {
        panic!("{shown} did not start ({error}); on Debian: apt-get install {package}")
    })
}

fn succeed(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A Go program of ours, built under a name of its own and moved, so that parallel tests never run half of it.
fn build(name: &str) -> PathBuf {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/third_party");
    let place = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let fresh = place.join(format!("{name}-{}", std::process::id()));
    let built = place.join(format!("record-{name}-go"));
    let mut go = Command::new("go");
    go.args(["build", "-o"])
        .arg(&fresh)
        .arg(sources.join(format!("{name}.go")))
        .current_dir(place);
    go.env("GO111MODULE", "off")
        .env("GOPATH", "/usr/share/gocode")
        .env("GOFLAGS", "");
    go.env("GOCACHE", place.join("go-cache"));
    let packages = "golang-go golang-golang-x-mod-dev";
    let output = run(&mut go, packages);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{said}\non Debian: apt-get install {packages}"
    );
    fs::rename(&fresh, &built).unwrap();
    built
}

/// The verifier, built once a process.
fn verifier() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| build("verify"))
}

fn write_room(room: &Room, name: &str) -> PathBuf {
    let place = directory(name);
    for (path, bytes) in room.export().to_files().unwrap() {
        let path = place.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    place
}

#[test]
fn go_verifies_rooms_and_that_they_only_grew() {
    for count in [1, 2, 7, 256, 300] {
        let room = Room::with(count);
        let place = write_room(&room, &format!("go-{count}"));
        let earlier = directory(&format!("go-{count}-earlier"));
        let mut go = Command::new(verifier());
        go.arg("room").arg(&place).arg(room.verifier().to_vkey());
        for checkpoint in room
            .checkpoints
            .iter()
            .take(40)
            .chain(room.checkpoints.last())
        {
            let path = earlier.join(checkpoint.checkpoint().size.to_string());
            fs::write(&path, checkpoint.as_bytes()).unwrap();
            go.arg(path);
        }
        let said = succeed(&run(&mut go, "golang-go"));
        assert!(
            said.starts_with(&format!("room of {count} entries")),
            "{said}"
        );
    }
}

#[test]
fn go_refuses_another_past_and_another_key() {
    let (room, other) = (Room::with(7), Room::named("other", 7));
    let place = write_room(&room, "go-refuses");
    let forged = record::Checkpoint {
        root: record::Digest::of(b"another past"),
        ..*room.checkpoints[3].checkpoint()
    };
    let path = directory("go-forged").join("forged");
    fs::write(&path, forged.sign(&room.desk).as_bytes()).unwrap();
    let vkey = room.verifier().to_vkey();
    let refused = run(
        Command::new(verifier())
            .arg("room")
            .arg(&place)
            .arg(&vkey)
            .arg(&path),
        "golang-go",
    );
    assert!(!refused.status.success());
    let vkey = other.verifier().to_vkey();
    assert!(
        !run(
            Command::new(verifier()).arg("room").arg(&place).arg(vkey),
            "golang-go"
        )
        .status
        .success()
    );
}

#[test]
fn go_refuses_every_flipped_byte() {
    let room = Room::with(5);
    let place = write_room(&room, "go-flip");
    let vkey = room.verifier().to_vkey();
    let said = succeed(&run(
        Command::new(verifier()).arg("flip").arg(place).arg(vkey),
        "golang-go",
    ));
    assert!(said.ends_with("flips refused\n"), "{said}");
}

#[test]
fn go_verifies_receipts() {
    let room = Room::with(11);
    let vkey = room.verifier().to_vkey();
    let path = directory("go-receipt").join("receipt");
    for at in 0..11 {
        let text = room.receipt(at).to_bytes().unwrap();
        fs::write(&path, &text).unwrap();
        let said = succeed(&run(
            Command::new(verifier()).arg("proof").arg(&path).arg(&vkey),
            "golang-go",
        ));
        assert_eq!(said, format!("entry {} of 11\n", at + 1));
    }
    let mut altered = room.receipt(4);
    altered.index = 5;
    fs::write(&path, altered.to_bytes().unwrap()).unwrap();
    assert!(
        !run(
            Command::new(verifier()).arg("proof").arg(&path).arg(&vkey),
            "golang-go"
        )
        .status
        .success()
    );
}

/// The format at rest can be read by somebody who has only the specification.
#[test]
fn go_opens_the_published_entries_at_rest() {
    let kit = Path::new(env!("CARGO_MANIFEST_DIR")).join("testkit/entries.json");
    let said = succeed(&run(Command::new(build("atrest")).arg(kit), "golang-go"));
    assert_eq!(said, "8 vectors\n");
}

fn ssh_keygen() -> Command {
    Command::new("ssh-keygen")
}

#[test]
fn an_acceptance_signed_by_ssh_keygen_verifies_here() {
    let place = directory("ssh-theirs");
    let (key, message) = (place.join("key"), place.join("acceptance.json"));
    let statement = br#"{"text":"3a03a8a4","yes":true}"#;
    fs::write(&message, statement).unwrap();
    let mut make = ssh_keygen();
    make.args(["-q", "-t", "ed25519", "-N", "", "-C", "an envoy", "-f"])
        .arg(&key);
    succeed(&run(&mut make, "openssh-client"));
    let mut sign = ssh_keygen();
    sign.args(["-q", "-Y", "sign", "-n", ACCEPTANCE, "-f"])
        .arg(&key)
        .arg(&message);
    succeed(&run(&mut sign, "openssh-client"));

    let signer =
        DeskPublicKey::from_openssh(&fs::read_to_string(place.join("key.pub")).unwrap()).unwrap();
    let signature = fs::read_to_string(place.join("acceptance.json.sig")).unwrap();
    sshsig::verify(&signer, ACCEPTANCE, statement, &signature).unwrap();
    let check =
        |key, act, message: &[u8]| sshsig::verify(key, act, message, &signature).unwrap_err();
    assert!(matches!(
        check(&signer, "good-offices/refusal", statement),
        SshSigError::Namespace { .. }
    ));
    assert_eq!(
        check(&signer, ACCEPTANCE, b"another text"),
        SshSigError::Key(KeyError::Signature)
    );
    let other = DeskKey::from_seed(&bytes("other")).public();
    assert_eq!(check(&other, ACCEPTANCE, statement), SshSigError::OtherKey);
    assert_eq!(
        signer.to_openssh(),
        fs::read_to_string(place.join("key.pub"))
            .unwrap()
            .rsplit_once(" an")
            .unwrap()
            .0
    );
}

#[test]
fn what_the_desk_signs_verifies_with_ssh_keygen_and_its_exported_key() {
    let room = Room::with(1);
    let export = write_room(&room, "ssh-ours");
    let statement = b"the text with digest 3a03a8a4";
    let signature = directory("ssh-ours-sig").join("sig");
    fs::write(
        &signature,
        sshsig::sign(&room.desk, ACCEPTANCE, statement).unwrap(),
    )
    .unwrap();
    let verify = |act: &str, words: &[u8]| {
        let mut command = ssh_keygen();
        command
            .args(["-Y", "verify", "-I", DESK_PRINCIPAL, "-n", act, "-f"])
            .arg(export.join("allowed_signers"));
        command
            .arg("-s")
            .arg(&signature)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let started = command.spawn();
        let mut child = started
            .unwrap_or_else(|error| panic!("{error}; on Debian: apt-get install openssh-client"));
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), words).unwrap();
        child.wait_with_output().unwrap()
    };
    assert!(succeed(&verify(ACCEPTANCE, statement)).starts_with("Good"));
    assert!(!verify(ACCEPTANCE, b"another text").status.success());
    assert!(!verify("good-offices/refusal", statement).status.success());
}
