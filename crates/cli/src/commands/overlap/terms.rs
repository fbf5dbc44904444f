//! The terms of a session on the command line, and what is said of them before anything runs.

use clap::ValueEnum;
use linkage::overlap::{Rounding, Show, Terms, expected, leaks};

use crate::outcome::say;

/// Who learns what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ShowArg {
    /// Both sides learn how many, and not which.
    Size,
    /// Both sides learn which of their own.
    Records,
    /// The go-between compares and tells both how many.
    ReleaseSize,
    /// The go-between compares and tells each side which of its own.
    ReleaseRecords,
}

#[derive(clap::Args)]
pub struct TermsArgs {
    /// Who learns what.
    #[arg(long)]
    show: ShowArg,
    /// How many keys two entries must share at least.
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    agree: u32,
    /// To what the go-between rounds counts: 1, 5 or 10; only with release-size.
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    round: u64,
    /// The most entries of each side that the go-between may have opened to it.
    #[arg(long, value_name = "NUMBER", default_value_t = 60)]
    audits: u32,
}

impl TermsArgs {
    pub fn terms(&self) -> anyhow::Result<Terms> {
        let show = match self.show {
            ShowArg::Size => Show::Size,
            ShowArg::Records => Show::Records,
            ShowArg::ReleaseSize => Show::ReleaseSize,
            ShowArg::ReleaseRecords => Show::ReleaseRecords,
        };
        let Some(rounding) = Rounding::read(self.round) else {
            anyhow::bail!("counts are rounded to 1, 5 or 10, not to {}", self.round);
        };
        anyhow::ensure!(
            rounding == Rounding::Exact || show == Show::ReleaseSize,
            "counts can be rounded only with --show release-size: otherwise a side sees them exactly"
        );
        let (agree, audits) = (self.agree, self.audits);
        anyhow::ensure!(agree > 0, "at least one key must agree: --agree 1 or more");
        Ok(Terms {
            show,
            agree,
            rounding,
            audits,
        })
    }
}

/// Says what will be learnt beside what was agreed, and how many true pairs to expect.
pub fn explain(terms: Terms, key_set: &str, records: u64, repeats: usize) -> anyhow::Result<()> {
    say("What will be learnt beside what you agreed on:")?;
    for leak in leaks(terms, records, repeats) {
        say(format_args!("  - {leak}"))?;
    }
    say("How many true pairs to expect:")?;
    let mut measured = expected(key_set, terms.agree).peekable();
    if measured.peek().is_none() {
        return say(format_args!(
            "  Not measured for {key_set} with {} or more keys agreeing. Between scripts expect less than within one.",
            terms.agree
        ));
    }
    for found in measured {
        let [recall, precision] = [found.recall, found.precision].map(|share| share * 100.0);
        say(format_args!(
            "  {}, {} or more keys agreeing, on {}: {recall:.1} of 100 true pairs were found, and {precision:.1} of 100 found were true.",
            found.key_set, found.agree, found.lists
        ))?;
    }
    say("  Lists that lack birth dates or places, or have them wrong, find fewer.")
}
