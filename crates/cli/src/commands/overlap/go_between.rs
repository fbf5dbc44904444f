//! What the go-between does to know that the sides are honest: draw and audit entries, and check
//! that shuffled keys are the right ones.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use linkage::overlap::{
    Answer, Blinded, Doubled, KeyMaker, NearestLexicon, Pledge, Request, Session, ShuffleProof,
    audit as check_answer, detection, draw as drawn,
};
use service::{Chance as _, OsChance};

use super::folder::{POINTS_MOST, blinded, pledge};
use crate::{
    files,
    outcome::{Outcome, path_shown, say},
};

/// The most bytes of an audit's files.
const AUDIT_MOST: usize = 1 << 28;

/// What the go-between has of both sides; the side that is looked at comes first.
#[derive(clap::Args)]
pub struct BothArgs {
    /// The pledge of the side that is looked at.
    #[arg(long, value_name = "FILE")]
    pledge: PathBuf,
    /// Its blinded keys.
    #[arg(long, value_name = "FILE")]
    keys: PathBuf,
    /// The pledge of the other side.
    #[arg(long, value_name = "FILE")]
    other_pledge: PathBuf,
    /// The blinded keys of the other side.
    #[arg(long, value_name = "FILE")]
    other_keys: PathBuf,
}

/// The same, read and checked.
pub struct Both {
    pub session: Session,
    pub pledge: Pledge,
    pub keys: Blinded,
    pub other_pledge: Pledge,
    pub other_keys: Blinded,
}

impl BothArgs {
    pub fn read(&self) -> anyhow::Result<Both> {
        let (pledge, other_pledge) = (pledge(&self.pledge)?, pledge(&self.other_pledge)?);
        let session = Session::between(&pledge, &other_pledge, NearestLexicon::builtin())?;
        let keys = blinded(&self.keys, &session, &pledge)?;
        let other_keys = blinded(&self.other_keys, &session, &other_pledge)?;
        Ok(Both {
            session,
            pledge,
            keys,
            other_pledge,
            other_keys,
        })
    }
}

#[derive(clap::Args)]
pub struct DrawArgs {
    #[command(flatten)]
    both: BothArgs,
    /// How many entries; at most as many as the pledges allow.
    #[arg(long, value_name = "NUMBER")]
    count: u32,
    /// Where to write the request, for the side that is looked at.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

#[derive(clap::Args)]
pub struct AuditArgs {
    #[command(flatten)]
    both: BothArgs,
    /// The request.
    #[arg(long, value_name = "FILE")]
    request: PathBuf,
    /// What the side opened.
    #[arg(long, value_name = "FILE")]
    answer: PathBuf,
}

#[derive(clap::Args)]
pub struct VouchArgs {
    #[command(flatten)]
    both: BothArgs,
    /// The shuffled keys that the side that is looked at made of the other’s.
    #[arg(long, value_name = "FILE")]
    doubled: PathBuf,
    /// The proof that it gave to the go-between alone.
    #[arg(long, value_name = "FILE")]
    proof: PathBuf,
}

pub fn draw(args: &DrawArgs) -> anyhow::Result<Outcome> {
    let both = args.both.read()?;
    let allowed = both.session.terms().audits;
    ensure!(
        args.count > 0 && args.count <= allowed,
        "the pledges allow 1 to {allowed} entries to be opened, not {}",
        args.count
    );
    let mut nonce = [0; 32];
    OsChance.fill(&mut nonce)?;
    let request = Request::new(&both.session, &both.pledge, nonce, args.count);
    files::write_new(&args.out, &request.write())?;
    let places = drawn(&request, [both.keys.lot, both.other_keys.lot], &both.pledge);
    say(format_args!(
        "Drawn by lot: {} of {} entries of {}. If 5 in 100 of them are bad, one is found with a chance of {:.1} in 100.",
        places.len(),
        both.pledge.list.entries,
        both.pledge.side,
        100.0 * detection(0.05, args.count)
    ))?;
    say(format_args!(
        "Hand {} to {}.",
        path_shown(&args.out),
        both.pledge.side
    ))?;
    Ok(Outcome::Done)
}

pub fn audit(args: &AuditArgs) -> anyhow::Result<Outcome> {
    let both = args.both.read()?;
    let read = |path: &Path| files::read_whole(path, AUDIT_MOST);
    let request = Request::read(&read(&args.request)?, &both.session, &both.pledge)?;
    let answer = Answer::read(&read(&args.answer)?, &request)?;
    let maker = KeyMaker::named(&both.pledge.list.key_set, NearestLexicon::builtin())
        .context("the keys are of a set that this program does not make")?;
    let lots = [both.keys.lot, both.other_keys.lot];
    let report = check_answer(&request, lots, &both.pledge, &both.keys, &maker, &answer);
    for finding in &report.findings {
        say(format_args!(
            "Place {}: {}",
            finding.place + 1,
            finding.fault
        ))?;
    }
    say(format_args!(
        "{} entries drawn, {} at fault, {} that only pad the list, {} keys left out.",
        report.drawn.len(),
        report.findings.len(),
        report.padding,
        report.withheld
    ))?;
    if report.findings.is_empty() {
        say(
            "Each was committed to, and its keys are those that were sent. Whether the persons are real no program can say: ask what backs each entry.",
        )?;
        Ok(Outcome::Done)
    } else {
        say("One is enough: do not go on with this session until it is explained.")?;
        Ok(Outcome::NotSo)
    }
}

pub fn vouch(args: &VouchArgs) -> anyhow::Result<Outcome> {
    let Both {
        session,
        pledge,
        other_pledge,
        other_keys,
        ..
    } = args.both.read()?;
    let doubled = files::read_whole(&args.doubled, POINTS_MOST)?;
    let doubled = Doubled::read(&doubled, &session, &pledge, &other_pledge)?;
    let proof = files::read_whole(&args.proof, AUDIT_MOST)?;
    let proof = ShuffleProof::read(&proof, &session, &pledge)?;
    proof.check(&session, &pledge, &other_keys, &doubled)?;
    say(format_args!(
        "{} doubled all keys of {} by the secret that it pledged, and shuffled them. Hand them on, and say so.",
        pledge.side, other_pledge.side
    ))?;
    Ok(Outcome::Done)
}
