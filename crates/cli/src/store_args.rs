//! The arguments that say which store, and what opens it; the same for every subcommand.

use std::{path::PathBuf, sync::Arc};

use anyhow::{Context as _, bail};
use clap::Args;
use record::keys::KeyFile;
use service::{Office, Opening, OsChance, SystemClock};
use store::StoreUrl;
use zeroize::Zeroizing;

use crate::files;

/// The environment variable from which a passphrase is read where nobody can be asked.
const PASSPHRASE: &str = "GOODOFFICES_PASSPHRASE";

/// The most bytes of a key file.
const KEY_FILE_MOST: usize = 4 << 10;

#[derive(Args)]
pub struct StoreArgs {
    /// The store: a file, or `postgres://USER@HOST/DATABASE`.
    #[arg(long, short, value_name = "STORE")]
    store: String,
    /// A file that holds the key, in place of a passphrase. Without it the passphrase is asked
    /// for, or read from `GOODOFFICES_PASSPHRASE`.
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,
}

/// What opens the store, held until it is open.
enum Secret {
    Passphrase(Zeroizing<String>),
    KeyFile(KeyFile),
}

impl Secret {
    fn opening(&self) -> Opening<'_> {
        match self {
            Self::Passphrase(p) => Opening::Passphrase(p),
            Self::KeyFile(f) => Opening::KeyFile(f),
        }
    }
}

impl StoreArgs {
    /// Opens the store.
    ///
    /// # Errors
    /// When it is not there, or does not open.
    pub fn open(&self) -> anyhow::Result<Office> {
        let url: StoreUrl = self.store.parse()?;
        let secret = self.secret("Passphrase: ")?;
        Ok(service::open(
            &url,
            secret.opening(),
            Arc::new(SystemClock),
            Arc::new(OsChance),
        )?)
    }

    /// Makes the store, and with it a new key file where one is named.
    ///
    /// # Errors
    /// When something is there already.
    pub fn create(&self) -> anyhow::Result<Office> {
        let url: StoreUrl = self.store.parse()?;
        let secret = match &self.key_file {
            Some(path) => Secret::KeyFile(new_key_file(path)?),
            None => Secret::Passphrase(self.new_passphrase()?),
        };
        Ok(service::create(
            &url,
            secret.opening(),
            Arc::new(SystemClock),
            Arc::new(OsChance),
        )?)
    }

    fn secret(&self, prompt: &str) -> anyhow::Result<Secret> {
        if let Some(path) = &self.key_file {
            let bytes = Zeroizing::new(files::read_whole(path, KEY_FILE_MOST)?);
            return Ok(Secret::KeyFile(KeyFile::parse(&bytes)?));
        }
        if let Ok(p) = std::env::var(PASSPHRASE) {
            return Ok(Secret::Passphrase(Zeroizing::new(p)));
        }
        let typed = rpassword::prompt_password(prompt)
            .with_context(|| format!("asking for the passphrase: nobody can be asked here; set {PASSPHRASE} or give --key-file"))?;
        Ok(Secret::Passphrase(Zeroizing::new(typed)))
    }

    fn new_passphrase(&self) -> anyhow::Result<Zeroizing<String>> {
        const LEAST: usize = 12;
        let Secret::Passphrase(first) = self.secret("New passphrase: ")? else {
            bail!("a key file was read where a passphrase was asked for")
        };
        if first.chars().count() < LEAST {
            bail!(
                "the passphrase has fewer than {LEAST} characters; nothing was made. Choose a longer one: several words that have nothing to do with each other"
            );
        }
        if std::env::var(PASSPHRASE).is_err() {
            let second = Zeroizing::new(rpassword::prompt_password("The same again: ")?);
            if *second != *first {
                bail!("the two are not the same; nothing was made. Try again");
            }
        }
        Ok(first)
    }
}

fn new_key_file(path: &std::path::Path) -> anyhow::Result<KeyFile> {
    let mut random = Zeroizing::new([0_u8; 32]);
    service::Chance::fill(&OsChance, random.as_mut_slice())?;
    let file = KeyFile::from_bytes(*random);
    files::write_new_as("making the key file", path, file.to_text().as_bytes())?;
    Ok(file)
}
