//! Which end of a guess is the better for an exchange, where that can be told for all sets of guesses:
//! what the bounds of a forecast rest on.

use super::{
    guesses::Kind,
    input::Setting,
    section::{Section, Silence, Undeliverable},
};

/// Whether silence is worse than lateness, whatever the guesses turn out to be.
pub fn silence(section: &Section, silence: &Silence) -> Kind {
    let own = section.stages.values();
    let resumes = own.clone().filter_map(|s| s.resume);
    let days = own.filter_map(|s| s.give_up_after);
    let mut open = resumes
        .chain([section.resume])
        .map(|resume| (resume, silence.resume))
        .chain(
            days.chain([section.give_up_after])
                .map(|days| (days, silence.give_up_after)),
        );
    if open.all(|(open, silent)| silent.high() <= open.low()) {
        Kind::Bad
    } else {
        Kind::Mixed
    }
}

/// Replacing makes a stage possible; but where it could also have gone without, it costs days.
pub fn replacing(undeliverable: &Undeliverable) -> Kind {
    if undeliverable.tolerated > 0 && undeliverable.days > 0 {
        Kind::Mixed
    } else {
        Kind::Good
    }
}

/// Temptation makes a breach likelier where somebody gains by walking away, and less likely where
/// somebody loses by it.
pub fn temptation(setting: &Setting) -> Kind {
    let mut stakes = setting.stages().iter().flat_map(|s| &s.stakes);
    if stakes.clone().all(|stake| stake.walk_away <= 0) {
        Kind::Good
    } else if stakes.all(|stake| stake.walk_away >= 0) {
        Kind::Bad
    } else {
        Kind::Mixed
    }
}
