//! Finds and runs the server's own programs, as a user that may run them:
//! PostgreSQL refuses to run as root.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::TestbedError;

/// Where Debian keeps one folder for each installed version.
const VERSIONS: &str = "/usr/lib/postgresql";

/// The programs of one installed version, and who runs them.
#[derive(Clone, Debug)]
pub struct Programs {
    folder: PathBuf,
    run_as: Option<&'static str>,
}

impl Programs {
    /// Finds the newest installed version.
    pub fn find() -> Result<Self, TestbedError> {
        let missing = TestbedError::Missing {
            program: "PostgreSQL's initdb",
            package: "postgresql",
        };
        let mut folders: Vec<(u32, PathBuf)> = std::fs::read_dir(VERSIONS)
            .into_iter()
            .flatten()
            .filter_map(Result::ok)
            .filter_map(|entry| {
                let version = entry.file_name().to_str()?.parse().ok()?;
                Some((version, entry.path().join("bin")))
            })
            .chain(path_folders().map(|folder| (0, folder)))
            .filter(|(_, folder)| folder.join("initdb").is_file())
            .collect();
        folders.sort();
        let (_, folder) = folders.pop().ok_or(missing)?;
        Ok(Self {
            folder,
            run_as: is_root()?.then(unprivileged).flatten(),
        })
    }

    /// A program of the server, as it is to be run.
    pub fn command(&self, program: &str) -> Command {
        let path = self.folder.join(program);
        let mut command = match self.run_as {
            Some(user) => {
                let mut command = Command::new("runuser");
                command.args(["-u", user, "--"]).arg(path);
                command
            }
            None => Command::new(path),
        };
        // The server must not keep the folder of a test as its own.
        command.current_dir("/");
        command
    }

    /// The same as words for a shell.
    pub fn shell_words(&self, program: &str) -> String {
        let path = self.folder.join(program);
        match self.run_as {
            Some(user) => format!("runuser -u {user} -- {}", path.display()),
            None => path.display().to_string(),
        }
    }

    /// Gives a folder to the user who runs the server.
    pub fn hand_over(&self, folder: &Path) -> Result<(), TestbedError> {
        let Some(user) = self.run_as else {
            return Ok(());
        };
        run(
            "give the server its folder",
            Command::new("chown").arg(user).arg(folder),
        )
        .map(|_| ())
    }
}

/// Runs a program to its end and gives what it printed.
pub fn run(action: &'static str, command: &mut Command) -> Result<String, TestbedError> {
    let output = command.output().map_err(|cause| TestbedError::Failed {
        action,
        said: format!("{}: {cause}", command.get_program().to_string_lossy()),
    })?;
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(printed);
    }
    let complained = String::from_utf8_lossy(&output.stderr);
    Err(TestbedError::Failed {
        action,
        said: format!("{printed}{complained}"),
    })
}

fn path_folders() -> impl Iterator<Item = PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).collect::<Vec<_>>().into_iter()
}

fn is_root() -> Result<bool, TestbedError> {
    let user = run("ask who runs the tests", Command::new("id").arg("-u"))?;
    Ok(user.trim() == "0")
}

fn unprivileged() -> Option<&'static str> {
    ["postgres", "nobody"]
        .into_iter()
        .find(|user| run("look for a user", Command::new("id").args(["-u", user])).is_ok())
}
