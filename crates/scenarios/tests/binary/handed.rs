//! What is handed over and what is kept: receipts and rooms' logs compared with earlier ones,
//! words that were taken out, and a copy that was put back in place of the store.

use std::fs;

use crate::{
    program::{Bench, Said},
    refusals::BASE,
};

const MORE: &str = r#"good-offices-case: 1
title: More
commands:
- {do: message, learnt: "2024-03-03T08:00Z", room: union, from: union, words: "And two more things."}
- {do: note, learnt: "2024-03-03T08:01Z", words: "They want more."}
"#;

/// The same number of entries in the same rooms, with other words.
const OTHER: &str = r#"good-offices-case: 1
title: Other
commands:
- {do: message, learnt: "2024-03-03T08:00Z", room: union, from: union, words: "And nothing else."}
"#;

struct Desk(Bench);

impl Desk {
    fn new() -> Self {
        let bench = Bench::new();
        bench.store("store");
        for (name, text) in [
            ("base.yaml", BASE),
            ("more.yaml", MORE),
            ("other.yaml", OTHER),
        ] {
            fs::write(bench.path(name), text).unwrap();
        }
        let desk = Self(bench);
        desk.play("base.yaml", "store");
        desk
    }

    fn play(&self, file: &str, store: &str) {
        self.0.run(&["replay", file, "--store", store]).done();
    }

    fn copy(&self, from: &str, to: &str) {
        // Opened and closed once, so that all of it is in one file.
        drop(self.0.open(from));
        fs::copy(self.0.path(from), self.0.path(to)).unwrap();
    }

    fn export(&self, store: &str, what: &[&str], to: &str) {
        let args = [&["export", "--store", store][..], what, &["--to", to]].concat();
        self.0.run(&args).done();
    }

    fn verify(&self, args: &[&str]) -> Said {
        let args = [&["verify"][..], args].concat();
        self.0.run_with(&args, &["--key", "first/desk.vkey"], "")
    }

    fn check(&self, store: &str, since: &[&str]) -> Said {
        let args = [&["check", "--store", store, "--since"][..], since].concat();
        self.0.run(&args)
    }
}

#[test]
fn a_receipt_is_compared_with_an_earlier_one() {
    let desk = Desk::new();
    desk.copy("store", "copy");
    desk.export("store", &["--receipt", "union/2"], "first");
    desk.export("store", &["--receipt", "union/3"], "same");
    desk.play("more.yaml", "store");
    desk.export("store", &["--receipt", "union/2"], "grown");
    desk.export("store", &["--room", "union"], "room");
    desk.play("other.yaml", "copy");
    desk.export("copy", &["--receipt", "union/3"], "forked");
    desk.export("copy", &["--receipt", "union/8"], "forked-last");
    desk.export("store", &["--receipt", "union/8"], "last");
    let first = "first/union-2.receipt";

    let same = desk.verify(&["same/union-3.receipt", "--since", first]);
    assert!(
        same.done()
            .contains("the same log that first/union-2.receipt proves")
    );
    let grown = desk
        .verify(&["grown/union-2.receipt", "--since", first])
        .refused();
    assert!(grown.contains("that takes the room's export"), "{grown}");
    let forked = desk.verify(&["forked/union-3.receipt", "--since", "grown/union-2.receipt"]);
    let forked = forked.refused();
    assert!(forked.contains("there are two logs"), "{forked}");
    let last = desk.verify(&[
        "forked-last/union-8.receipt",
        "--since",
        "last/union-8.receipt",
    ]);
    let last = last.refused();
    assert!(
        last.contains("two different entries under the number 8"),
        "{last}"
    );

    // What cannot be compared with is no agreement.
    fs::write(desk.0.path("no.receipt"), "not a receipt\n").unwrap();
    desk.verify(&[first, "--since", "no.receipt"]).refused();
    let gone = desk.verify(&[first, "--since", "gone.receipt"]).refused();
    assert!(gone.contains("there is nothing of that name"), "{gone}");

    let rewritten = desk.verify(&["room", "--since", "forked/union-3.receipt"]);
    assert_eq!(rewritten.code, 1);
    assert!(rewritten.refused().contains("it was rewritten, keep both"));
    desk.verify(&["room", "--since", "room/checkpoint"]).done();
    desk.play("other.yaml", "store");
    desk.export("store", &["--receipt", "union/9"], "later");
    let older = desk.verify(&["room", "--since", "later/union-9.receipt"]);
    assert_eq!(older.code, 1);
    let older = older.refused();
    assert!(
        older.contains("proves 9 entries, and only 8 are here"),
        "{older}"
    );
}

#[test]
fn words_taken_out_of_an_export_are_missed() {
    let desk = Desk::new();
    fs::write(
        desk.0.path("erase.yaml"),
        "good-offices-case: 1\ntitle: Gone\ncommands:\n- {do: erase-entry, room: union, learnt: \"2024-03-03T08:00Z\", entry: union/5, why: They asked for it., authority: The head of the desk}\n",
    )
    .unwrap();
    desk.play("erase.yaml", "store");
    desk.export("store", &["--receipt", "union/2"], "first");
    desk.export("store", &["--room", "union"], "room");
    let whole = desk.verify(&["room"]).done();
    assert!(
        whole.contains("8 entries, of which 7 with their words; without: 5;"),
        "{whole}"
    );
    assert!(
        whole.contains("Made unreadable, as the record itself says: 5."),
        "{whole}"
    );

    let bodies = fs::read_to_string(desk.0.path("room/bodies.jsonl")).unwrap();
    let kept = bodies
        .lines()
        .enumerate()
        .filter(|(at, _)| ![2, 5].contains(at));
    let kept: Vec<&str> = kept.map(|(_, line)| line).collect();
    fs::write(
        desk.0.path("room/bodies.jsonl"),
        format!("{}\n", kept.join("\n")),
    )
    .unwrap();
    let said = desk.verify(&["room"]);
    assert_eq!(said.code, 1);
    let said = said.refused();
    assert!(
        said.contains("of which 5 with their words; without: 3, 5, 7;"),
        "{said}"
    );
    assert!(said.contains("nothing here says why: 3, 7."), "{said}");
}

#[test]
fn a_stranger_s_directory_is_not_read_beyond_what_a_room_can_have() {
    let desk = Desk::new();
    desk.export("store", &["--receipt", "union/2"], "first");
    desk.export("store", &["--room", "union"], "room");
    let huge = fs::File::create(desk.0.path("room/huge")).unwrap();
    huge.set_len(200 << 20).unwrap();
    let said = desk.verify(&["room"]).refused();
    assert!(said.contains("it was not read"), "{said}");
    fs::remove_file(desk.0.path("room/huge")).unwrap();
    let huge = fs::File::create(desk.0.path("room/bodies.jsonl")).unwrap();
    huge.set_len(1 << 40).unwrap();
    let said = desk.verify(&["room"]).refused();
    assert!(said.contains("the most that are read"), "{said}");
}

#[test]
fn a_copy_that_was_put_back_is_found_by_what_was_signed_since() {
    let desk = Desk::new();
    desk.copy("store", "copy");
    desk.export("store", &["--receipt", "union/2"], "before");
    desk.play("more.yaml", "store");
    desk.export("store", &["--receipt", "union/2"], "after");
    desk.export("store", &["--room", "desk"], "desk-room");
    let (before, after) = ("before/union-2.receipt", "after/union-2.receipt");
    let all = [before, after, "desk-room/checkpoint"];

    let whole = desk.check("store", &all).done();
    assert!(
        whole.contains("its 7 entries are the beginning of the 8 that are here"),
        "{whole}"
    );

    // An older copy, put back: whole in itself, and shorter than what was signed.
    let said = desk.check("copy", &all);
    assert_eq!(said.code, 1);
    let said = said.refused();
    assert!(
        said.contains("8 entries were signed, and only 7 are here"),
        "{said}"
    );
    assert!(
        said.contains("every view adds up") && said.contains("Do not write to it"),
        "{said}"
    );

    // Written to: two roots for one size.
    desk.play("other.yaml", "copy");
    let said = desk.check("copy", &[after]).refused();
    assert!(
        said.contains("an older copy was written to, or the log was rewritten"),
        "{said}"
    );

    // Another desk's store has not this room, and not this key.
    desk.0.store("empty");
    desk.check("empty", &[after]).refused();
    fs::write(desk.0.path("no.receipt"), "not a receipt\n").unwrap();
    let said = desk.check("store", &["no.receipt", after]).refused();
    assert!(
        said.contains("neither a receipt nor a checkpoint"),
        "{said}"
    );
    assert!(said.contains("the beginning of the 8"), "{said}");
}

#[cfg(unix)]
#[test]
fn what_is_written_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    fn look(path: &std::path::Path, seen: &mut usize) {
        let mode = fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let expected = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode, expected, "{}", path.display());
        *seen += 1;
        if path.is_dir() {
            for entry in fs::read_dir(path).unwrap() {
                look(&entry.unwrap().path(), seen);
            }
        }
    }
    let desk = Desk::new();
    desk.export("store", &["--receipt", "union/2"], "receipt");
    desk.export("store", &["--room", "union"], "room");
    desk.export("store", &[], "case.yaml");
    let mut seen = 0;
    for written in ["receipt", "room", "case.yaml"] {
        look(&desk.0.path(written), &mut seen);
    }
    assert!(seen > 12, "{seen}");
}

#[test]
fn a_backup_is_whole_while_the_store_is_open() {
    let desk = Desk::new();
    let office = desk.0.open("store");
    desk.play("more.yaml", "store");
    let backup = ["backup", "--store", "store", "--to", "copy"];
    let said = desk.0.run_with(&backup, &[], "").done();
    assert!(said.contains("Copied into copy."), "{said}");
    // Each says when it was asked, and a second may pass between the two.
    let shown = |store: &str| {
        let said = desk.0.run(&["show", "--store", store, "--json"]).done();
        let lines = said.lines().filter(|line| !line.starts_with("  \"at\": "));
        lines.collect::<Vec<_>>().join("\n")
    };
    assert_eq!(shown("copy"), shown("store"));
    assert!(shown("copy").contains("They want more."));
    let again = desk.0.run_with(&backup, &[], "").refused();
    assert!(again.contains("copy"), "{again}");
    drop(office);
}
