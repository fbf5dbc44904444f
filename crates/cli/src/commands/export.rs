//! `goodoffices export`: a case as a case file, or its rooms' logs for others' tools.

use std::path::{Path, PathBuf};

use anyhow::bail;
use mediation::ids::{EntryRef, RoomName};
use service::{Office, case_file};

use crate::{
    files,
    outcome::{Outcome, path_shown, print, say},
    store_args::StoreArgs,
};

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    store: StoreArgs,
    /// Write the log of this room, with its bodies, proofs and key, into a new directory.
    #[arg(long, value_name = "ROOM", requires = "to")]
    room: Option<RoomName>,
    /// Write the receipt of this entry, such as union/12, into a new directory.
    #[arg(long, value_name = "ENTRY", requires = "to", conflicts_with = "room")]
    receipt: Option<EntryRef>,
    /// The file or directory to write; it must not be there yet. Without it a case file goes to
    /// standard output.
    #[arg(long, value_name = "PATH")]
    to: Option<PathBuf>,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let office = args.store.open()?;
    match (&args.room, &args.receipt, &args.to) {
        (Some(room), _, Some(to)) => write_all(to, office.export_room(room)?)?,
        (None, Some(entry), Some(to)) => {
            let receipt = office.receipt(entry)?;
            let name = format!("{}-{}.receipt", entry.room, entry.number);
            write_all(
                to,
                vec![
                    (name, receipt.bytes),
                    (
                        "desk.vkey".to_owned(),
                        format!("{}\n", receipt.key).into_bytes(),
                    ),
                ],
            )?;
        }
        (_, _, to) => whole_case(&office, to.as_deref())?,
    }
    Ok(Outcome::Done)
}

fn whole_case(office: &Office, to: Option<&Path>) -> anyhow::Result<()> {
    let view = office.desk_view(None)?;
    let Some(title) = view.title() else {
        bail!("no case is open in this store yet; there is nothing to write")
    };
    let text = case_file::write(office, title.as_str())?;
    match to {
        Some(path) => files::write_new(path, text.as_bytes()),
        None => print(text.as_bytes()),
    }
}

fn write_all(to: &Path, contents: Vec<(String, Vec<u8>)>) -> anyhow::Result<()> {
    files::new_directory(to)?;
    for (path, bytes) in contents {
        let path = to.join(path);
        files::directories_above(&path)?;
        files::write_new(&path, &bytes)?;
    }
    say(format_args!("Wrote {}", path_shown(to)))
}
