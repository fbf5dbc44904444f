//! The `appender` example: built, run (under `strace` if asked), and judged.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use store::{Flow, Number, Store};

use crate::sample::{ROOM, adding, checkpoint, entry, more};

/// The victim's path, built once.
pub fn appender() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        // Tests may be run without their examples; this one is needed.
        let built = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--package=store", "--example=appender"])
            .status()
            .unwrap();
        assert!(built.success(), "the appender example does not build");
        let test = std::env::current_exe().unwrap();
        test.ancestors().nth(2).unwrap().join("examples/appender")
    })
}

/// What the victim said before its end, and what it asked of the kernel.
pub struct Outcome {
    /// It came to its own end.
    pub finished: bool,
    pub said: Vec<String>,
    pub calls: String,
}

/// Runs the victim under `strace` with these expressions.
pub fn traced(url: &str, count: u64, expressions: &[&str]) -> Outcome {
    let folder = testbed::temp_dir().unwrap();
    let log = folder.path().join("calls");
    let mut command = Command::new("strace");
    command
        .args(["--decode-fds=path", "--string-limit=64", "--output"])
        .arg(&log);
    for expression in expressions {
        command.args(["-e", expression]);
    }
    let output = command
        .arg(appender())
        .args([url, &count.to_string()])
        .stderr(Stdio::inherit())
        .output()
        .expect("strace is needed: install it (Debian: apt-get install strace)");
    Outcome {
        finished: output.status.success(),
        said: lines(&output.stdout),
        calls: std::fs::read_to_string(log).unwrap(),
    }
}

/// The lines of an output.
pub fn lines(output: &[u8]) -> Vec<String> {
    String::from_utf8_lossy(output)
        .lines()
        .map(str::to_owned)
        .collect()
}

/// The sizes that were reported so.
pub fn sizes(said: &[String], verdict: &str) -> Vec<u64> {
    said.iter()
        .filter_map(|line| line.strip_prefix(verdict)?.strip_prefix(' '))
        .filter_map(|rest| rest.split(':').next()?.parse().ok())
        .collect()
}

/// Looks at the store anew, with another process's eyes: nothing that was
/// acknowledged is missing, nothing that was disowned is there, and all of it
/// is whole. Then goes on writing.
pub fn judge(store: &dyn Store, outcome: &Outcome, context: &str) {
    let acknowledged = sizes(&outcome.said, "ack")
        .into_iter()
        .max()
        .unwrap_or_default();
    let size = whole(store, context);
    if outcome.finished {
        // It had a verdict on every one, and each verdict must have held.
        assert_eq!(size, acknowledged, "{context}");
    } else {
        // Cut off in the middle of one write, that one may be there or not.
        assert!(
            size == acknowledged || size == acknowledged + 1,
            "{context}: {size} there"
        );
    }
    store.append(&adding(vec![more(ROOM, size, 1)])).unwrap();
    assert_eq!(whole(store, context), size + 1);
}

/// Checks that every row is the sample of its number, and gives the size.
pub fn whole(store: &dyn Store, context: &str) -> u64 {
    assert_eq!(store.integrity().unwrap(), [], "{context}");
    let Ok(head) = store.head(ROOM) else { return 0 };
    let size = head.size.get();
    let mut next = 1;
    store
        .for_each_entry(ROOM, Number::FIRST, head.size, &mut |row| {
            let sample = entry(ROOM, next);
            assert_eq!(row.number.get(), next, "{context}");
            assert_eq!(row.body, sample.body, "{context}");
            assert_eq!(row.secret, Some(sample.secret), "{context}");
            next += 1;
            Flow::Continue
        })
        .unwrap();
    assert_eq!(next, size + 1, "{context}");
    if size > 0 {
        assert_eq!(head.checkpoint, Some(checkpoint(ROOM, size)), "{context}");
    }
    size
}
