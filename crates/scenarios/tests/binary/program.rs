//! Running the program as somebody would.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::{Arc, OnceLock},
};

use record::keys::KeyFile;
use service::{Office, Opening, OsChance, SystemClock};
use store::StoreUrl;
use testbed::TempDir;

/// The program that `GOODOFFICES_BIN` names, as for the pages in a browser, or else built once a process.
pub fn binary() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        if let Some(named) = std::env::var_os("GOODOFFICES_BIN") {
            return PathBuf::from(named);
        }
        let built = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--package=cli", "--bin=goodoffices"])
            .status();
        assert!(built.unwrap().success(), "the program does not build");
        let test = std::env::current_exe().unwrap();
        test.ancestors().nth(2).unwrap().join("goodoffices")
    })
}

/// What a run said and how it ended.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    pub fn done(self) -> String {
        assert_eq!(self.code, 0, "{}\n{}", self.out, self.err);
        self.out
    }

    pub fn refused(self) -> String {
        assert_ne!(self.code, 0, "{}", self.out);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        format!("{}{}", self.err, self.out)
    }
}

/// A folder with a key file, and stores beside it.
pub struct Bench {
    pub folder: TempDir,
}

impl Bench {
    pub fn new() -> Self {
        let folder = testbed::temp_dir().unwrap();
        fs::write(folder.path().join("key"), key().to_text()).unwrap();
        Self { folder }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs the program in the folder, with the key file.
    pub fn run(&self, args: &[&str]) -> Said {
        self.run_with(args, &["--key-file", "key"], "")
    }

    pub fn run_with(&self, args: &[&str], opens: &[&str], passphrase: &str) -> Said {
        let mut command = Command::new(binary());
        command
            .args(args)
            .args(opens)
            .current_dir(self.folder.path())
            .env_remove("GOODOFFICES_PASSPHRASE");
        if !passphrase.is_empty() {
            command.env("GOODOFFICES_PASSPHRASE", passphrase);
        }
        let output = command.output().unwrap();
        Said {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// A new store, opened by the key file; made here, because the program makes its own key file.
    pub fn store(&self, url: &str) {
        let url: StoreUrl = self.url(url);
        service::create(
            &url,
            Opening::KeyFile(&key()),
            Arc::new(SystemClock),
            Arc::new(OsChance),
        )
        .unwrap();
    }

    pub fn open(&self, url: &str) -> Arc<Office> {
        let url = self.url(url);
        let office = service::open(
            &url,
            Opening::KeyFile(&key()),
            Arc::new(SystemClock),
            Arc::new(OsChance),
        );
        Arc::new(office.unwrap())
    }

    fn url(&self, url: &str) -> StoreUrl {
        if url.starts_with("postgres") {
            url.parse().unwrap()
        } else {
            StoreUrl::Sqlite(self.path(url))
        }
    }
}

pub fn key() -> KeyFile {
    KeyFile::from_bytes([5; 32])
}

/// The case files of the repository.
pub fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    let mut all: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    all.retain(|p| p.extension().is_some_and(|e| e == "yaml"));
    all.sort();
    assert!(!all.is_empty());
    all
}

/// The worked example.
pub fn worked() -> PathBuf {
    cases()
        .into_iter()
        .find(|p| p.to_string_lossy().contains("2023"))
        .unwrap()
}
