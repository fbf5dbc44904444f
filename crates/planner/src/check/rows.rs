//! Where one party stands in each row of a report. Most of what is told of a row follows from one number
//! of it, its standing: that one is kept, and the rest is made when somebody asks for it.

use serde::{Serialize, Serializer};

use super::report::StandingTold;
use crate::plan::Span;

/// The rows of a panel: before the first move, and after each; as JSON a list of [`StandingTold`].
#[derive(Clone, Debug)]
pub struct Rows {
    standing: Vec<Span>,
    /// What cannot be told from the standing alone; nothing at all where everything can be.
    apart: Vec<Apart>,
    /// What stopping costs whatever the moment: the whole plan's gain, and future dealings.
    full_gain: Span,
    future: Span,
    /// What has to be at stake from a row on, each with the last row of which that is so.
    needed: Vec<(usize, Span)>,
}

/// What stopping would gain, what is at stake, and what would have to be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Apart {
    pub walk_away: Span,
    pub held: Span,
    pub needed: Span,
}

impl Rows {
    /// Rows in which only the standing changes, before it is known what they need.
    pub(super) const fn of_standing(standing: Vec<Span>, full_gain: Span, future: Span) -> Self {
        Self {
            standing,
            apart: Vec::new(),
            full_gain,
            future,
            needed: Vec::new(),
        }
    }

    /// Rows of which more has to be kept.
    pub(super) const fn apart(standing: Vec<Span>, apart: Vec<Apart>) -> Self {
        Self {
            standing,
            apart,
            full_gain: Span::ZERO,
            future: Span::ZERO,
            needed: Vec::new(),
        }
    }

    /// Goes back from the last row and keeps what has to be at stake from each row on. Said is the last
    /// row at which anything has to be.
    pub(super) fn keep_what_is_needed(&mut self) -> Option<usize> {
        let (mut until, mut from_here) = (None, Span::ZERO);
        let mut kept = Vec::new();
        // Where only the standing changes, nothing is needed while its lower bound is no higher than this.
        let nothing = (self.full_gain + self.future).low;
        let plain = self.apart.is_empty();
        for (row, standing) in self.standing.iter().enumerate().rev() {
            if plain && standing.low <= nothing {
                continue;
            }
            let needed = match self.apart.get(row) {
                Some(apart) => apart.needed,
                None => gain(*standing, self.full_gain, self.future).above_nought(),
            };
            if until.is_none() && needed.high > 0 {
                until = Some(row);
            }
            let most = from_here.max(needed);
            if most != from_here {
                kept.push((row, most));
                from_here = most;
            }
        }
        kept.reverse();
        self.needed = kept;
        until
    }

    /// Where it stands in each row.
    pub(super) fn standing(&self) -> &[Span] {
        &self.standing
    }

    /// How many there are: one more than there are moves.
    pub fn len(&self) -> usize {
        self.standing.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.standing.is_empty()
    }

    /// One of them: 0 before the first move.
    pub fn get(&self, row: usize) -> Option<StandingTold> {
        let standing = *self.standing.get(row)?;
        let from = self.needed.partition_point(|(last, _)| *last < row);
        let needed = self.needed.get(from).map(|(_, points)| *points);
        let (walk_away, held) = match self.apart.get(row) {
            Some(apart) => (apart.walk_away, apart.held),
            None => (gain(standing, self.full_gain, self.future), Span::ZERO),
        };
        Some(StandingTold {
            standing,
            walk_away,
            held,
            guarantee_from_here: needed.unwrap_or_default(),
        })
    }

    /// The last of them.
    pub fn last(&self) -> Option<StandingTold> {
        self.get(self.len().checked_sub(1)?)
    }

    /// All of them.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = StandingTold> + ExactSizeIterator {
        (0..self.len()).map(|row| self.get(row).unwrap_or(StandingTold::NOWHERE))
    }
}

/// What stopping would gain where nothing is at stake but future dealings.
pub(super) fn gain(standing: Span, full_gain: Span, future: Span) -> Span {
    -(full_gain - standing) + -future
}

impl Serialize for Rows {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}
