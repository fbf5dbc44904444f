//! The party for which something is asked, by its key or its name.

use std::fmt;

use thiserror::Error;

use super::{Party, PartyId, Plan, problem::quoted, read};
use crate::document::near::nearest;

/// No party of a plan, or more than one, has the key or the name that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("reading for one party: {} is called {}. The parties are {}. Give the {} of one of them, such as {}.", .found, quoted(.asked), .there, .found.by(), quoted(.such))]
pub struct NoParty {
    /// The key or the name.
    pub asked: String,
    /// How many it fits.
    pub found: Fits,
    /// Those that there are, as they can be asked for.
    pub there: String,
    /// The key of one of them: of the one that was most likely meant.
    pub such: String,
}

/// How many parties a key or a name fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fits {
    /// None.
    None,
    /// More than one.
    Several,
}

impl Fits {
    /// By what one of them can be asked for.
    const fn by(self) -> &'static str {
        match self {
            Self::None => "key or the name",
            Self::Several => "key",
        }
    }
}

impl fmt::Display for Fits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "no party",
            Self::Several => "more than one party",
        })
    }
}

impl Plan {
    /// The party of a key or a name, capitals and spaces apart.
    ///
    /// # Errors
    /// There is none, or it fits more than one.
    pub fn party_of(&self, asked: &str) -> Result<PartyId, NoParty> {
        let that = |is: &dyn Fn(&Party) -> bool| -> Vec<PartyId> {
            let parties = self.party_ids().zip(&self.parties);
            parties
                .filter(|(_, party)| is(party))
                .map(|(id, _)| id)
                .collect()
        };
        let key = that(&|party| party.key == asked);
        let said = read::said(asked);
        let called = that(&|party| {
            [&party.key, &party.name]
                .map(|it| read::said(it))
                .contains(&said)
        });
        let found = match (key.as_slice(), called.as_slice()) {
            ([one], _) | ([], [one]) => return Ok(*one),
            ([], []) => Fits::None,
            _ => Fits::Several,
        };
        let there: Vec<String> = (self.parties.iter())
            .map(|party| format!("{} ({})", quoted(&party.key), quoted(&party.name)))
            .collect();
        let words = self
            .parties
            .iter()
            .flat_map(|party| [&party.key, &party.name]);
        let near = nearest(asked, words.map(String::as_str));
        let meant = |party: &&Party| {
            [&party.key, &party.name]
                .into_iter()
                .any(|w| near == Some(w))
        };
        let such = self.parties.iter().find(meant).or(self.parties.first());
        Err(NoParty {
            asked: asked.to_owned(),
            found,
            there: there.join(", "),
            such: such.map_or_else(String::new, |party| party.key.clone()),
        })
    }
}
