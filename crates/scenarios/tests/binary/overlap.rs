//! Blind overlap and commitments through the real program, file by file, as two sides and a
//! go-between would. All persons are invented.

use std::{fs, path::Path};

use crate::program::{Bench, Said};

const NORTH: &str = "Name,Date of birth,Town
Khalid Haddad,1980-05-17,Port Amal
Layla Karimi,1991-11-02,Sidra
Mansur Bustani,1975-01-30,Port Amal
Dina Dargan,1988-07-07,Halim
";

const SOUTH: &str = "Town,Name,Date of birth
Sidra,Leyla Kareemi,1991-11-02
Halim,Tariq Faraz,1969-03-21
Port Amal,Mansoor Bustani,1975-01-30
";

fn run(bench: &Bench, words: &str) -> Said {
    let args: Vec<&str> = words.split_whitespace().collect();
    bench.run_with(&args, &[], "")
}

/// Both sides up to their pledges.
fn pledged(terms: &str) -> Bench {
    let bench = Bench::new();
    for (side, list, we) in [("North", NORTH, "hold"), ("South", SOUTH, "seek")] {
        fs::write(bench.path(&format!("{side}.csv")), list).unwrap();
        run(&bench, &format!("commit make {side}.csv --we {we} --out {side}.commitment --secret {side}.secret --pad-to 6")).done();
        let said = run(&bench, &format!("overlap prepare {side}.csv --secret {side}.secret --commitment {side}.commitment --folder {side} --side {side} {terms}")).done();
        assert!(said.contains("What will be learnt"), "{said}");
        assert!(said.contains("true pairs"), "{said}");
    }
    for (side, other) in [("North", "South"), ("South", "North")] {
        run(
            &bench,
            &format!("overlap agree {other}/pledge.txt --folder {side}"),
        )
        .done();
    }
    bench
}

fn doubled(bench: &Bench) {
    for (side, other) in [("North", "South"), ("South", "North")] {
        run(
            bench,
            &format!("overlap double {other}/blinded.keys --folder {side}"),
        )
        .done();
    }
}

fn both(side: &str, other: &str) -> String {
    format!(
        "--pledge {side}/pledge.txt --keys {side}/blinded.keys --other-pledge {other}/pledge.txt --other-keys {other}/blinded.keys"
    )
}

#[test]
fn two_sides_learn_which_and_an_audit_holds() {
    let bench = pledged("--show records --audits 4");
    doubled(&bench);
    let said = run(&bench, "overlap compare South/doubled.keys --folder North").done();
    assert!(
        said.contains("2 entries of North share keys with 2 entries of South"),
        "{said}"
    );
    let rows = fs::read_to_string(bench.path("North/shared.csv")).unwrap();
    assert!(rows.contains("\n3,") && rows.contains("\n4,"), "{rows}");
    run(&bench, "overlap compare North/doubled.keys --folder South").done();
    run(
        &bench,
        &format!(
            "overlap draw {} --count 4 --out request.json",
            both("North", "South")
        ),
    )
    .done();
    run(
        &bench,
        "overlap answer request.json North.csv --secret North.secret --folder North",
    )
    .done();
    let audit = format!(
        "overlap audit {} --request request.json --answer North/audit-answer.json",
        both("North", "South")
    );
    let said = run(&bench, &audit).done();
    assert!(said.contains("4 entries drawn, 0 at fault"), "{said}");
    let too_many = run(
        &bench,
        &format!(
            "overlap draw {} --count 5 --out more.json",
            both("North", "South")
        ),
    );
    assert!(too_many.refused().contains("1 to 4"));
    // A list that was changed since is not the one committed to.
    fs::write(bench.path("North.csv"), NORTH.replace("Dina", "Nina")).unwrap();
    fs::remove_file(bench.path("North/audit-answer.json")).unwrap();
    let changed = run(
        &bench,
        "overlap answer request.json North.csv --secret North.secret --folder North",
    );
    assert!(changed.refused().contains("not the list of the commitment"));
}

#[test]
fn only_the_number_is_learnt_and_the_go_between_vouches() {
    let bench = pledged("--show size");
    doubled(&bench);
    let said = run(&bench, "overlap compare South/doubled.keys --folder North").done();
    assert!(said.contains("2 entries of North"), "{said}");
    assert!(!bench.path("North/shared.csv").exists());
    run(
        &bench,
        &format!(
            "overlap vouch {} --doubled South/doubled.keys --proof South/shuffle.proof",
            both("South", "North")
        ),
    )
    .done();
    let wrong = run(
        &bench,
        &format!(
            "overlap vouch {} --doubled South/doubled.keys --proof North/shuffle.proof",
            both("South", "North")
        ),
    );
    wrong.refused();
}

#[test]
fn the_go_between_releases_to_both_at_once() {
    let bench = pledged("--show release-records --agree 2");
    doubled(&bench);
    let early = run(&bench, "overlap compare South/doubled.keys --folder North").refused();
    assert!(early.contains("the go-between compares"), "{early}");
    run(&bench, &format!("overlap join {} --doubled South/doubled.keys --other-doubled North/doubled.keys --out to-north.json --other-out to-south.json", both("North", "South"))).done();
    let said = run(&bench, "overlap learn to-north.json --folder North").done();
    assert!(said.contains("2 entries of North"), "{said}");
    run(&bench, "overlap learn to-north.json --folder South").refused();
    run(&bench, "overlap learn to-south.json --folder South").done();
}

#[test]
fn another_list_the_second_time_is_refused_and_secrets_are_the_owners() {
    let bench = pledged("--show records");
    let mut bytes = fs::read(bench.path("South/blinded.keys")).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(bench.path("other.keys"), &bytes).unwrap();
    let said = run(&bench, "overlap double other.keys --folder North").refused();
    assert!(
        said.contains("not the one whose digest was pledged"),
        "{said}"
    );
    let pledge = fs::read_to_string(bench.path("South/pledge.txt")).unwrap();
    fs::write(
        bench.path("other.txt"),
        pledge.replace("side: South", "side: West"),
    )
    .unwrap();
    let said = run(&bench, "overlap agree other.txt --folder North").refused();
    assert!(
        said.contains("a second, different one is refused"),
        "{said}"
    );
    #[cfg(unix)]
    for secret in [
        "North.secret",
        "North/session.secret",
        "North/blinded.points",
    ] {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(bench.path(secret))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600, "{secret}");
    }
}

#[test]
fn a_step_that_was_interrupted_goes_on_to_the_same_files() {
    let bench = pledged("--show records");
    doubled(&bench);
    let files = [
        "North/blinded.keys",
        "North/doubled.keys",
        "North/pledge.txt",
    ];
    let read = |name: &str| fs::read(bench.path(name)).unwrap();
    let before = files.map(read);
    for points in ["North/blinded.points", "North/doubled.points"] {
        let whole = read(points);
        fs::write(bench.path(points), &whole[..whole.len() / 2 + 5]).unwrap();
    }
    for name in files {
        fs::remove_file(bench.path(name)).unwrap();
    }
    run(&bench, "overlap prepare North.csv --secret North.secret --commitment North.commitment --folder North --side North --show records").done();
    run(&bench, "overlap double South/blinded.keys --folder North").done();
    assert_eq!(files.map(read), before);
}

#[test]
fn one_field_of_one_entry_is_opened_and_checked_with_the_files_alone() {
    let bench = pledged("--show records");
    run(&bench, "commit open North.csv --secret North.secret --commitment North.commitment --row 3 --field Name --out opening.json").done();
    let said = run(&bench, "commit check North.commitment opening.json").done();
    assert!(said.contains("Name: Layla Karimi"), "{said}");
    assert!(!said.contains("Sidra"), "{said}");
    let text = fs::read_to_string(bench.path("opening.json")).unwrap();
    assert!(!text.contains("Sidra"));
    fs::write(bench.path("lie.json"), text.replace("Layla", "Salma")).unwrap();
    let said = run(&bench, "commit check North.commitment lie.json");
    assert_eq!(said.code, 1);
    assert!(
        said.out.contains("does not lead to the root"),
        "{}",
        said.out
    );
    run(&bench, "commit check South.commitment opening.json").refused();
    // The next edition: one entry went, two came.
    let next = NORTH.replace(
        "Dina Dargan,1988-07-07,Halim\n",
        "Nadim Morad,1990-02-02,Sidra\nSalma Lutfi,1979-09-09,Halim\n",
    );
    fs::write(bench.path("next.csv"), next).unwrap();
    run(&bench, "commit make next.csv --we hold --out next.commitment --secret next.secret --before North.commitment --before-list North.csv --before-secret North.secret --pad-to 7 --reason corrected").done();
    let said = run(&bench, "commit follow North.commitment next.commitment").done();
    assert!(
        said.contains("of 6 entries 1 went and 2 came, which makes 7"),
        "{said}"
    );
    assert!(!Path::new("next.commitment").exists());
}

#[test]
fn an_edition_is_in_one_session_and_the_next_says_why_another_is_needed() {
    let bench = pledged("--show records");
    let prepare = |side: &str, edition: &str, folder: &str| {
        run(
            &bench,
            &format!(
                "overlap prepare {side}.csv --secret {edition}.secret --commitment {edition}.commitment --folder {folder} --side {side} --show records"
            ),
        )
    };
    let next = |side: &str, we: &str, more: &str| {
        let command = format!(
            "commit make {side}.csv --we {we} --out {side}2.commitment --secret {side}2.secret --pad-to 6 --before {side}.commitment --before-list {side}.csv --before-secret {side}.secret"
        );
        let reason = (!more.is_empty()).then_some(["--reason", more]);
        let args: Vec<&str> = command
            .split(' ')
            .chain(reason.into_iter().flatten())
            .collect();
        bench.run_with(&args, &[], "")
    };
    let said = prepare("North", "North", "North-again").refused();
    assert!(said.contains("in a session with South already"), "{said}");
    assert!(!bench.path("North-again").exists());
    let said = next("North", "hold", "").refused();
    assert!(said.contains("Say why that is needed"), "{said}");
    assert!(!bench.path("North2.commitment").exists());
    next("North", "hold", "the town was read wrongly").done();
    let log = fs::read_to_string(bench.path("North2.secret.sessions")).unwrap();
    assert!(log.contains("the town was read wrongly"), "{log}");
    assert!(log.contains("\"with\":\"South\""), "{log}");
    prepare("North", "North2", "North-again").done();

    // South forgets, and offers the edition of the first session once more.
    fs::remove_file(bench.path("South.secret.sessions")).unwrap();
    prepare("South", "South", "South-again").done();
    let agree = "overlap agree South-again/pledge.txt --folder North-again";
    let said = run(&bench, agree).refused();
    assert!(
        said.contains("the edition to which South committed was in a session"),
        "{said}"
    );
    assert!(!bench.path("North-again/their-pledge.txt").exists());

    // With a new edition it goes on, and what changed since is told.
    next("South", "seek", "").done();
    prepare("South", "South2", "South-next").done();
    let agree = "overlap agree South-next/pledge.txt --folder North-again";
    let said = run(&bench, agree).done();
    assert!(said.contains("0 entries went and 0 came"), "{said}");
    // The same step made again is the same step.
    run(&bench, agree).done();
    let log = fs::read_to_string(bench.path("North2.secret.sessions")).unwrap();
    assert_eq!(log.lines().count(), 3, "{log}");
}

#[test]
fn another_first_edition_of_a_side_that_was_met_is_pointed_out() {
    let bench = pledged("--show records");
    for (side, list) in [("North", NORTH), ("South", SOUTH)] {
        fs::write(bench.path(&format!("{side}.csv")), list).unwrap();
    }
    let command = "commit make North.csv --we hold --out North2.commitment --secret North2.secret --before North.commitment --before-list North.csv --before-secret North.secret --reason checked";
    run(&bench, command).done();
    run(
        &bench,
        "commit make South.csv --we seek --out South2.commitment --secret South2.secret",
    )
    .done();
    for (side, folder) in [("North", "N2"), ("South", "S2")] {
        run(&bench, &format!("overlap prepare {side}.csv --secret {side}2.secret --commitment {side}2.commitment --folder {folder} --side {side} --show records")).done();
    }
    let said = run(&bench, "overlap agree S2/pledge.txt --folder N2").done();
    assert!(
        said.contains("does not name as the one before it"),
        "{said}"
    );
}
