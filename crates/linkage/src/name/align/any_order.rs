//! The best alignment in any order: assignment by dynamic programming over the sets of units of the
//! shorter side that have been given away.

use super::{in_order::Best, pairs::Gains};

/// No member of any set.
const NONE: u8 = u8::MAX;

/// Which way round the sides are taken.
#[derive(Debug, Clone, Copy)]
enum Turn {
    As,
    Over,
}

/// None where both sides have more units than make `SETS` sets.
pub(super) fn best<const N: usize, const SETS: usize>(gains: &Gains<N>) -> Option<Best<N>> {
    let turn = if gains.columns <= gains.rows {
        Turn::As
    } else {
        Turn::Over
    };
    let (steps, many) = match turn {
        Turn::As => (gains.rows, gains.columns),
        Turn::Over => (gains.columns, gains.rows),
    };
    let sets = 1_usize << many;
    if sets > SETS {
        return None;
    }
    let gain = |step: usize, member: usize| match turn {
        Turn::As => gains.gain(step, member),
        Turn::Over => gains.gain(member, step),
    };
    let mut value = [0; SETS];
    // For each step and set, the member given to the step; NONE for none.
    let mut given = [[NONE; SETS]; N];
    for (step, given) in given.iter_mut().enumerate().take(steps) {
        // From the full set down, so that a step gives one member away at most.
        for set in (0..sets).rev() {
            let mut best = (read(&value, set), NONE);
            for member in (0_u8..)
                .take(many)
                .filter(|member| set & (1 << member) != 0)
            {
                let total = read(&value, set & !(1 << member)) + gain(step, member.into());
                if total > best.0 {
                    best = (total, member);
                }
            }
            if let (Some(value), Some(given)) = (value.get_mut(set), given.get_mut(set)) {
                *value = best.0;
                *given = best.1;
            }
        }
    }
    let mut set = sets - 1;
    let mut best = Best::new(read(&value, set));
    for step in (0..steps).rev() {
        let member = given.get(step).and_then(|given| given.get(set));
        let member = usize::from(member.copied().unwrap_or(NONE));
        if member < many {
            set &= !(1 << member);
            match turn {
                Turn::As => best.pair(step, member),
                Turn::Over => best.pair(member, step),
            }
        }
    }
    Some(best)
}

fn read(value: &[i32], set: usize) -> i32 {
    value.get(set).copied().unwrap_or(0)
}
