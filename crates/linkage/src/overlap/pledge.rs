//! What each side hands over before any key: its list's commitment, the digest of its blinded keys,
//! the public part of its secret, and the terms; and the session that two pledges make.

use std::fmt::Write as _;

use thiserror::Error;

use super::{
    group::{PointBytes, read_point},
    keys::KeyMaker,
    lexicon::NameLexicon,
    wire::Size,
};
use crate::commit::{Commitment, CommitmentError, Digest, Lines, hex, unhex};

/// The first line of the text.
const FIRST: &str = "good offices overlap pledge 1";

/// The most bytes that are read of a pledge.
const MOST: usize = 2 << 20;

/// The most records that a list may have: what a message can count.
pub const MOST_RECORDS: u64 = u32::MAX as u64;

/// Who learns what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Show {
    /// Both sides learn how many records they share, and not which.
    Size,
    /// Both sides learn which of their own records the other has.
    Records,
    /// The go-between alone compares, and releases to both how many.
    ReleaseSize,
    /// The go-between alone compares, and releases to each side which of its own.
    ReleaseRecords,
}

/// To what a released count is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rounding {
    /// As it is.
    Exact,
    /// To the nearest multiple of five.
    Five,
    /// To the nearest multiple of ten.
    Ten,
}

/// What both sides agreed before they began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// Who learns what.
    pub show: Show,
    /// How many keys two records must share at least.
    pub agree: u32,
    /// To what released counts are rounded.
    pub rounding: Rounding,
    /// The most records of each side that the go-between may ask to have opened.
    pub audits: u32,
}

/// A pledge. Its text has one form; its digest is SHA-256 of that text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pledge {
    /// What the side calls itself; for people.
    pub side: String,
    /// The terms.
    pub terms: Terms,
    /// The public part of the secret of this session.
    pub public: PointBytes,
    /// The digest of the file of blinded keys.
    pub blinded: Digest,
    /// The list, in full.
    pub list: Commitment,
}

/// Why a text is no pledge.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PledgeError {
    /// It is not in its one form.
    #[error(
        "reading a pledge: its {0} is missing, out of place or not in its one form; ask for the file again, it was altered on the way"
    )]
    Form(&'static str),
    /// The list's commitment in it cannot be read.
    #[error("reading a pledge: {0}")]
    Commitment(#[from] CommitmentError),
}

/// Why two pledges make no session.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SessionError {
    /// The terms are not the same.
    #[error("comparing two pledges: they differ in {0}; agree on it, and make the pledges again")]
    TermsDiffer(&'static str),
    /// One side's pledge was sent back to it.
    #[error(
        "comparing two pledges: both have the same {0}; your own was sent back to you, or one side copied the other’s. Refuse it and tell the go-between."
    )]
    Mirrored(&'static str),
    /// The keys are of a set that this program does not have, or of another lexicon.
    #[error(
        "comparing two pledges: the keys are “{0}”, which this program does not make; use the same version on both sides"
    )]
    UnknownKeys(String),
    /// More records than a message can count, or none.
    #[error("comparing two pledges: a list has {0} records; it must have 1 to {MOST_RECORDS}")]
    Records(u64),
    /// Counts are to be rounded that the sides see exactly.
    #[error(
        "comparing two pledges: counts can be rounded only where the go-between releases them and nothing else (release-size); otherwise a side sees them exactly"
    )]
    Rounding,
    /// More keys must agree than there are.
    #[error(
        "comparing two pledges: {agree} keys are to agree, but a record has {per_record}; ask for 1 to {per_record}"
    )]
    Agree {
        /// How many are to agree.
        agree: u32,
        /// How many a record has.
        per_record: u64,
    },
}

/// Two pledges that fit. Everything that follows is bound to its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    id: Digest,
    terms: Terms,
    per_record: u64,
}

impl Show {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Size, "size"),
        (Self::Records, "records"),
        (Self::ReleaseSize, "release-size"),
        (Self::ReleaseRecords, "release-records"),
    ];

    /// The word in the text.
    pub fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(one, _)| *one == self)
            .map_or("", |(_, word)| word)
    }

    /// The meaning of a word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(_, other)| *other == word)
            .map(|(one, _)| *one)
    }
}

impl Rounding {
    /// The number.
    pub const fn step(self) -> u64 {
        match self {
            Self::Exact => 1,
            Self::Five => 5,
            Self::Ten => 10,
        }
    }

    /// The rounding to this number.
    pub fn read(step: u64) -> Option<Self> {
        [Self::Exact, Self::Five, Self::Ten]
            .into_iter()
            .find(|one| one.step() == step)
    }

    /// A count rounded to the nearest multiple, a half upwards.
    pub const fn round(self, count: u64) -> u64 {
        let step = self.step();
        (count + step / 2) / step * step
    }
}

impl Pledge {
    /// The text.
    pub fn write(&self) -> String {
        let mut text = String::new();
        let Terms {
            show,
            agree,
            rounding,
            audits,
        } = self.terms;
        let _ = write!(
            text,
            "{FIRST}\nside: {}\nshow: {}\nagree: {agree}\nround: {}\naudits: {audits}\npublic: {}\nblinded: {}\n\n{}",
            self.side,
            show.word(),
            rounding.step(),
            hex(&self.public),
            self.blinded,
            self.list.write()
        );
        text
    }

    /// The digest of the text.
    pub fn digest(&self) -> Digest {
        Digest::of(self.write().as_bytes())
    }

    /// Reads a text. Any other form of the same data is refused.
    pub fn read(bytes: &[u8]) -> Result<Self, PledgeError> {
        use PledgeError::Form;
        let (text, mut lines) = Lines::after(FIRST, bytes, MOST).map_err(Form)?;
        let side = lines
            .value("side")
            .filter(|side| is_label(side))
            .ok_or(Form("side"))?;
        let side = side.to_owned();
        let show = lines
            .value("show")
            .and_then(Show::read)
            .ok_or(Form("show"))?;
        let agree = lines
            .value("agree")
            .and_then(|v| v.parse().ok())
            .ok_or(Form("agree"))?;
        let rounding = lines
            .value("round")
            .and_then(|v| Rounding::read(v.parse().ok()?));
        let rounding = rounding.ok_or(Form("round"))?;
        let audits = lines
            .value("audits")
            .and_then(|v| v.parse().ok())
            .ok_or(Form("audits"))?;
        let public = lines
            .value("public")
            .and_then(unhex)
            .ok_or(Form("public"))?;
        read_point(public).map_err(|_| Form("public"))?;
        let blinded = lines.value("blinded").and_then(|v| Digest::read(v).ok());
        let blinded = blinded.ok_or(Form("blinded"))?;
        if lines.line() != Some("") {
            return Err(Form("empty line"));
        }
        let list = Commitment::read(lines.rest().as_bytes())?;
        let terms = Terms {
            show,
            agree,
            rounding,
            audits,
        };
        let read = Self {
            side,
            terms,
            public,
            blinded,
            list,
        };
        if read.write() == text {
            Ok(read)
        } else {
            Err(Form("form"))
        }
    }
}

/// Whether a side may call itself this.
pub fn is_label(label: &str) -> bool {
    !label.is_empty() && label.len() <= 200 && !label.chars().any(char::is_control)
}

impl Session {
    /// The session of two pledges, in either order.
    pub fn between(
        one: &Pledge,
        other: &Pledge,
        lexicon: &dyn NameLexicon,
    ) -> Result<Self, SessionError> {
        use SessionError::{Mirrored, TermsDiffer};
        let (a, b) = (one.terms, other.terms);
        let differs = [
            ("who learns what (show)", a.show != b.show),
            ("how many keys must agree (agree)", a.agree != b.agree),
            ("rounding (round)", a.rounding != b.rounding),
            ("how many may be audited (audits)", a.audits != b.audits),
            (
                "the set of keys (key-set)",
                one.list.key_set != other.list.key_set,
            ),
            (
                "the normal forms (normal-forms)",
                one.list.normal_forms != other.list.normal_forms,
            ),
        ];
        if let Some((what, _)) = differs.into_iter().find(|(_, differs)| *differs) {
            return Err(TermsDiffer(what));
        }
        let same = [
            ("name", one.side == other.side),
            ("public key", one.public == other.public),
            ("blinded keys", one.blinded == other.blinded),
            ("list", one.list.root == other.list.root),
        ];
        if let Some((what, _)) = same.into_iter().find(|(_, same)| *same) {
            return Err(Mirrored(what));
        }
        let maker = KeyMaker::named(&one.list.key_set, lexicon);
        let maker = maker.ok_or_else(|| SessionError::UnknownKeys(one.list.key_set.clone()))?;
        let per_record = maker.set().per_record() as u64;
        for list in [&one.list, &other.list] {
            if list.entries == 0 || list.entries > MOST_RECORDS {
                return Err(SessionError::Records(list.entries));
            }
        }
        if a.rounding != Rounding::Exact && a.show != Show::ReleaseSize {
            return Err(SessionError::Rounding);
        }
        if a.agree == 0 || u64::from(a.agree) > per_record {
            return Err(SessionError::Agree {
                agree: a.agree,
                per_record,
            });
        }
        let mut pledges = [one.digest(), other.digest()];
        pledges.sort_unstable();
        let [low, high] = pledges;
        let id = [
            b"good offices overlap session 1",
            &low.as_bytes()[..],
            high.as_bytes(),
        ];
        Ok(Self {
            id: Digest::of(&id.concat()),
            terms: a,
            per_record,
        })
    }

    /// The digest to which everything in the session is bound. Nobody signs it: two sides that read
    /// the same sixteen digits of it to each other have the same two pledges before them.
    pub const fn id(&self) -> Digest {
        self.id
    }

    /// The terms.
    pub const fn terms(&self) -> Terms {
        self.terms
    }

    /// What a side may send: as many keys as it committed to.
    pub const fn size_of(&self, pledge: &Pledge) -> Size {
        Size {
            records: pledge.list.entries,
            per_record: self.per_record,
        }
    }
}
