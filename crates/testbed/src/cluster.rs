//! One temporary server: its data, its socket, and its end.
//!
//! A server must go even when the test that started it was killed. So whoever
//! uses it holds a shared lock on a *lease* file, and a small watchman process
//! tries every few seconds to take the lock for itself: once it can, nobody is
//! left, and it stops the server and removes its folder.

use std::fs::{File, OpenOptions, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::TestbedError;
use crate::programs::{Programs, run};

/// The server's user for everything: its socket lies in a private folder.
const USER: &str = "goodoffices";

/// A running server.
#[derive(Debug)]
pub struct Cluster {
    programs: Programs,
    folder: PathBuf,
    /// Held shared for as long as the server is in use.
    _lease: File,
}

impl Cluster {
    /// A server of the test's own, which it may stop and start.
    pub fn own() -> Result<Self, TestbedError> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        Self::at(&format!("goodoffices-pg-{}-{count}", std::process::id()))
    }

    /// The server that all tests of this user share.
    pub fn shared() -> Result<Self, TestbedError> {
        let user = run("ask who runs the tests", Command::new("id").arg("-u"))?;
        Self::at(&format!("goodoffices-pg-shared-{}", user.trim()))
    }

    /// The address of one of its databases.
    pub fn url(&self, database: &str) -> String {
        format!(
            "postgres:///{database}?user={USER}&host={}",
            self.folder.display()
        )
    }

    /// Stops the server as a crash would: nothing is flushed, nobody is told.
    pub fn crash(&self) -> Result<(), TestbedError> {
        let mut command = self.programs.command("pg_ctl");
        command.args(["stop", "--wait", "--mode=immediate", "--pgdata"]);
        run("crash the temporary PostgreSQL", command.arg(self.data())).map(|_| ())
    }

    /// Starts the server; it recovers by itself from a crash.
    pub fn start(&self) -> Result<(), TestbedError> {
        let options = format!(
            "-c listen_addresses='' -c unix_socket_directories='{}' -c max_connections=200",
            self.folder.display()
        );
        let mut command = self.programs.command("pg_ctl");
        command
            .args([
                "start",
                "--silent",
                "--wait",
                "--timeout=60",
                "--options",
                &options,
            ])
            .arg("--log")
            .arg(self.folder.join("log"))
            .arg("--pgdata")
            .arg(self.data())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        // Not `run`: the server would keep a pipe of ours open for ever.
        match command.status() {
            Ok(status) if status.success() => Ok(()),
            _ => Err(TestbedError::Failed {
                action: "start the temporary PostgreSQL",
                said: std::fs::read_to_string(self.folder.join("log")).unwrap_or_default(),
            }),
        }
    }

    fn at(name: &str) -> Result<Self, TestbedError> {
        let programs = Programs::find()?;
        let folder = std::env::temp_dir().join(name);
        let lease = hold(&folder.with_extension("lease"))?;
        let cluster = Self {
            programs,
            folder,
            _lease: lease,
        };
        let starting = open(&cluster.folder.with_extension("starting"))?;
        lock(&starting, &cluster.folder, File::lock)?;
        if !cluster.answers() {
            cluster.make()?;
            cluster.watch()?;
        }
        Ok(cluster)
    }

    fn make(&self) -> Result<(), TestbedError> {
        // What is left of a machine that was switched off in the middle.
        let _ = std::fs::remove_dir_all(&self.folder);
        let made = std::fs::create_dir(&self.folder)
            .and_then(|()| std::fs::set_permissions(&self.folder, Permissions::from_mode(0o700)));
        made.map_err(|cause| file("make the server's folder", &self.folder, cause))?;
        self.programs.hand_over(&self.folder)?;
        let mut command = self.programs.command("initdb");
        command
            .args(["--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"])
            .args(["--data-checksums", "--username", USER, "--pgdata"])
            .arg(self.data());
        run("make a temporary PostgreSQL", &mut command)?;
        self.start()
    }

    fn answers(&self) -> bool {
        match postgres::Client::connect(&self.url("postgres"), postgres::NoTls) {
            Ok(_) => true,
            // A refusal is an answer too: a busy server must not be made anew.
            Err(cause) => cause.as_db_error().is_some(),
        }
    }

    /// Leaves the watchman behind, who outlives this process.
    fn watch(&self) -> Result<(), TestbedError> {
        let script = format!(
            "while sleep 3; do
                 flock --nonblock --exclusive '{folder}.lease' sh -c '
                     {pg_ctl} stop --wait --mode=immediate --pgdata {data}
                     rm -rf {folder} {folder}.starting {folder}.lease' && exit
             done",
            folder = self.folder.display(),
            pg_ctl = self.programs.shell_words("pg_ctl"),
            data = self.data().display(),
        );
        Command::new("sh")
            .args(["-c", &script])
            .current_dir("/")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map(|_| ())
            .map_err(|cause| file("start the server's watchman", &self.folder, cause))
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }
}

/// Takes the lease; again when the watchman removed the file in the meantime.
fn hold(path: &Path) -> Result<File, TestbedError> {
    loop {
        let lease = open(path)?;
        lock(&lease, path, File::lock_shared)?;
        let held = lease
            .metadata()
            .map_err(|cause| file("look at a lock", path, cause))?;
        if path.metadata().is_ok_and(|there| there.ino() == held.ino()) {
            return Ok(lease);
        }
    }
}

fn open(path: &Path) -> Result<File, TestbedError> {
    OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)
        .map_err(|cause| file("open a lock", path, cause))
}

fn lock(
    opened: &File,
    path: &Path,
    take: impl FnOnce(&File) -> std::io::Result<()>,
) -> Result<(), TestbedError> {
    take(opened).map_err(|cause| file("take a lock", path, cause))
}

fn file(action: &'static str, path: &Path, cause: std::io::Error) -> TestbedError {
    TestbedError::File {
        action,
        place: path.to_owned(),
        cause,
    }
}
