//! Why no order can be, as data: limits that cannot all hold, and for each of them by how much it would have to give
//! way.

use serde::Serialize;

use super::{problem::PartyAt, room::Lack};

/// A limit that can be part of a contradiction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Limit {
    /// A party's exposure cap.
    ExposureCap(PartyAt),
    /// What a party has at stake.
    AtStake(PartyAt),
    /// How many stages there may be.
    Stages,
    /// The most that a party hands over in a stage.
    Batch(PartyAt),
    /// A reciprocity band at the end of stages.
    Band(usize),
    /// Who goes first.
    Turn,
    /// A rule inside each stage.
    Inside(usize),
}

impl Limit {
    /// Whether it is a number that could be another.
    pub(super) const fn is_number(self) -> bool {
        !matches!(self, Self::Turn | Self::Inside(_))
    }
}

/// What would mend a contradiction in the place of one of its limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Repair {
    /// Which limit gives way.
    pub limit: Limit,
    /// As it is; nought where it is no number.
    pub now: i64,
    /// What would do; what is taken for granted of all other limits, whoever holds this says.
    pub mend: Mend,
}

/// What would do in the place of a limit: points, stages, obligations, or slack either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mend {
    /// This does, and nothing smaller.
    Least(i64),
    /// This does; whether something smaller does is not known.
    Enough(i64),
    /// It has to be set free.
    Free,
    /// Nothing does: the others contradict each other without it.
    Never,
    /// Nothing up to this does, and no greater number can be asked for.
    Beyond(i64),
    /// Nothing that does was found, and no proof that there is nothing.
    Unknown,
}

impl Mend {
    /// Whether it is proved that nothing in the place of the limit does.
    pub const fn is_none(self) -> bool {
        matches!(self, Self::Never | Self::Beyond(_))
    }
}

/// Why no order can be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Infeasible {
    /// These cannot all hold; without any one of them the others could, where it is proved.
    pub conflict: Vec<Repair>,
    /// What the mendings of these take for granted.
    pub others: Others,
    /// Whether it is proved that each of them is needed for the contradiction.
    pub minimal: bool,
    /// Where stages have no room for what is owed, whatever the order: every limit that leaves none.
    pub lacks: Vec<Lack>,
    /// Whether room for what is owed, under those limits, is all that is lacking.
    pub with_room: Suffices,
    /// What cannot hold either.
    pub further: Vec<Further>,
}

/// What a mending takes for granted of all other limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Others {
    /// They are as they are.
    Kept,
    /// Those of the other contradictions that hold whatever is done about this one are mended.
    Mended,
}

/// More limits that cannot all hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Further {
    /// What was left out before these were looked for. What would mend these is told without it too.
    pub without: Without<Repair>,
    /// These cannot all hold.
    pub conflict: Vec<Repair>,
    /// Whether it is proved that each of them is needed for that.
    pub minimal: bool,
}

/// What was left out before a further contradiction was looked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Without<T> {
    /// All limits of all other contradictions that are told in this way: it holds whatever is done about those.
    All,
    /// These alone: they are part of another contradiction, which ends without them, and then there is this one.
    These(Vec<T>),
}

/// Whether room would do, all else as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Suffices {
    /// Just the room that is lacking would.
    Does,
    /// With enough in one stage there is an order; whether just the room that is lacking does is not known, or it does
    /// not.
    More,
    /// However much goes into one stage there is none, but with more stages besides there is.
    StagesToo,
    /// Neither any number of stages nor any number in one of them would do.
    DoesNot,
    /// That is not known, or there is nothing to ask.
    Unknown,
}
