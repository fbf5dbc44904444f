//! Ctrl-C, or SIGTERM, while lists are read and while they are compared, through the real program: nothing is
//! half-written, and the same command goes on to the same bytes. All persons are invented.

use std::{
    fmt::Write as _,
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    process::{Child, Command, Stdio},
};

use crate::{
    lists::names,
    program::{Bench, binary},
};

/// Entries with names of many syllables, nearly all different.
fn list(entries: u32, step: u32) -> String {
    let syllables = [
        "ka", "ri", "mo", "ne", "su", "ta", "lu", "fi", "ha", "zo", "be", "du", "wa",
    ];
    let word = |mut n: u32, least: usize| {
        let mut word = String::new();
        while n > 0 || word.len() < 2 * least {
            word.extend(syllables.get(n as usize % syllables.len()).copied());
            n /= 13;
        }
        word
    };
    let mut text = "Given name,Family name,Date of birth\n".to_owned();
    for n in 0..entries {
        let (given, family) = (word(n * step % 9_973, 3), word(n * 31 % 19_937, 4));
        let (year, month, day) = (1940 + n % 61, 1 + n % 12, 1 + n % 28);
        writeln!(text, "{given},{family},{year}-{month:02}-{day:02}").unwrap();
    }
    text
}

fn start(bench: &Bench, words: &str) -> Child {
    Command::new(binary())
        .args(words.split_whitespace())
        .current_dir(bench.folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// What asks a program to end.
#[derive(Clone, Copy)]
enum Asks {
    CtrlC,
    Machine,
}

fn interrupt(child: &Child, asks: Asks) {
    let pid = child.id().to_string();
    let signal = match asks {
        Asks::CtrlC => "-INT",
        Asks::Machine => "-TERM",
    };
    assert!(
        Command::new("kill")
            .args([signal, &pid])
            .status()
            .unwrap()
            .success()
    );
}

/// What it had said on standard error when it ended, and the exit code.
fn ended(mut child: Child) -> (String, Option<i32>) {
    let mut said = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    (said, child.wait().unwrap().code())
}

const OUT: &str = "--report c.html --xlsx c.xlsx --json c.json --pairs c.csv";
const FILES: [&str; 4] = ["c.html", "c.xlsx", "c.json", "c.csv"];

#[test]
fn stopped_while_it_reads_it_says_so_and_writes_nothing() {
    stopped_while_it_reads(Asks::CtrlC);
}

#[test]
fn a_machine_that_shuts_down_stops_it_the_same_way() {
    stopped_while_it_reads(Asks::Machine);
}

fn stopped_while_it_reads(asks: Asks) {
    let bench = Bench::new();
    let made = Command::new("mkfifo").arg(bench.path("a.csv")).status();
    assert!(made.unwrap().success());
    fs::write(bench.path("b.csv"), list(50, 1)).unwrap();
    fs::write(bench.path("c.json"), "of last week").unwrap();
    let before = names(&bench);
    let mut child = start(&bench, &format!("match a.csv b.csv {OUT} --resume kept"));
    // The program is reading when somebody can write, and goes on reading until this is closed.
    let mut pipe = fs::OpenOptions::new()
        .write(true)
        .open(bench.path("a.csv"))
        .unwrap();
    interrupt(&child, asks);
    let mut said = BufReader::new(child.stderr.as_mut().unwrap());
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    assert!(line.contains("Stopping at the next opportunity"), "{line}");
    pipe.write_all(list(50, 1).as_bytes()).unwrap();
    drop(pipe);
    let mut rest = String::new();
    said.read_to_string(&mut rest).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130), "{rest}");
    assert!(rest.contains("Nothing was written"), "{rest}");
    assert!(rest.contains("the same command begins anew"), "{rest}");
    assert_eq!(names(&bench), before);
    assert_eq!(fs::read(bench.path("c.json")).unwrap(), b"of last week");
}

#[test]
fn stopped_while_it_compares_it_goes_on_to_the_same_bytes() {
    for entries in [600, 2_400, 9_600] {
        let bench = Bench::new();
        fs::write(bench.path("a.csv"), list(entries, 1)).unwrap();
        fs::write(bench.path("b.csv"), list(entries, 3)).unwrap();
        let words = format!("match a.csv b.csv {OUT} --resume kept");
        let mut child = start(&bench, &words);
        while !bench.path("kept").exists() && child.try_wait().unwrap().is_none() {
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
        interrupt_if_there(&mut child);
        let (said, code) = ended(child);
        if code == Some(0) {
            // This machine was done before it could be stopped: it is given more to do.
            continue;
        }
        assert_eq!(code, Some(130), "{said}");
        assert!(
            said.contains("is kept in kept: the same command goes on from there"),
            "{said}"
        );
        for name in FILES {
            assert!(!bench.path(name).exists(), "{name}");
        }
        let (said, code) = ended(start(&bench, &words));
        assert_eq!(code, Some(0), "{said}");
        assert!(
            said.contains("Going on from what was compared before"),
            "{said}"
        );
        assert!(!bench.path("kept").exists());
        let resumed = FILES.map(|name| fs::read(bench.path(name)).unwrap());
        let (said, code) = ended(start(&bench, &format!("match a.csv b.csv {OUT}")));
        assert_eq!(code, Some(0), "{said}");
        assert!(resumed == FILES.map(|name| fs::read(bench.path(name)).unwrap()));
        return;
    }
    panic!("the work was never stopped");
}

fn interrupt_if_there(child: &mut Child) {
    if child.try_wait().unwrap().is_none() {
        interrupt(child, Asks::CtrlC);
    }
}
