//! Where a store is: `sqlite:PATH`, a plain path, or `postgres://...`.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use crate::StoreError;

/// Where a store is kept, and so which database keeps it.
#[derive(Clone, PartialEq, Eq)]
pub enum StoreUrl {
    /// A file.
    Sqlite(PathBuf),
    /// A server's database, as libpq writes it.
    Postgres(String),
}

impl FromStr for StoreUrl {
    type Err = StoreError;

    fn from_str(given: &str) -> Result<Self, StoreError> {
        if given.starts_with("postgres://") || given.starts_with("postgresql://") {
            return Ok(Self::Postgres(given.to_owned()));
        }
        let path = given
            .strip_prefix("sqlite://")
            .or_else(|| given.strip_prefix("sqlite:"))
            .unwrap_or(given);
        if path.is_empty() || path == ":memory:" {
            return Err(StoreError::BadUrl {
                why: "it names no file; a store must outlive the program",
            });
        }
        if given
            .split_once("://")
            .is_some_and(|(scheme, _)| scheme != "sqlite")
        {
            return Err(StoreError::BadUrl {
                why: "it begins with a scheme that is neither sqlite nor postgres",
            });
        }
        Ok(Self::Sqlite(PathBuf::from(path)))
    }
}

impl fmt::Display for StoreUrl {
    /// Without user and password: this is printed, logged and shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "{}", path.display()),
            Self::Postgres(url) => {
                let rest = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
                let server = rest.rsplit_once('@').map_or(rest, |(_, server)| server);
                let plain = server.split_once('?').map_or(server, |(plain, _)| plain);
                write!(f, "postgres://{plain}")
            }
        }
    }
}

impl fmt::Debug for StoreUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StoreUrl({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::StoreUrl;
    use std::path::PathBuf;

    #[test]
    fn a_plain_path_and_a_sqlite_url_are_the_same_file() {
        for given in [
            "desk.goodoffices",
            "sqlite:desk.goodoffices",
            "sqlite://desk.goodoffices",
        ] {
            let url: StoreUrl = given.parse().unwrap();
            assert_eq!(url, StoreUrl::Sqlite(PathBuf::from("desk.goodoffices")));
        }
    }

    #[test]
    fn what_names_no_file_is_refused() {
        for given in ["", "sqlite:", ":memory:", "mysql://somewhere/desk"] {
            assert!(given.parse::<StoreUrl>().is_err(), "{given}");
        }
    }

    #[test]
    fn a_password_is_never_shown() {
        let url: StoreUrl = "postgres://desk:hush@localhost/desk?host=/run"
            .parse()
            .unwrap();
        assert_eq!(url.to_string(), "postgres://localhost/desk");
        assert!(!format!("{url:?}").contains("hush"));
    }
}
