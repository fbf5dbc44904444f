//! The best alignment in any order: assignment by dynamic programming over the sets of units of the
//! shorter side that have been given away.

use super::{MOST_TOKENS, in_order::Best, pairs::Gains};

/// Up to here the sets are few. Longer names are aligned in order only.
const MOST_IN_SET: usize = 8;
const SETS: usize = 1 << MOST_IN_SET;

/// Which way round the sides are taken.
#[derive(Debug, Clone, Copy)]
enum Turn {
    As,
    Over,
}

/// None where both sides have more units than can be tried.
pub(super) fn best(gains: &Gains) -> Option<Best> {
    let turn = if gains.columns <= gains.rows {
        Turn::As
    } else {
        Turn::Over
    };
    let (steps, many) = match turn {
        Turn::As => (gains.rows, gains.columns),
        Turn::Over => (gains.columns, gains.rows),
    };
    if many > MOST_IN_SET {
        return None;
    }
    let gain = |step: usize, member: usize| match turn {
        Turn::As => gains.gain(step, member),
        Turn::Over => gains.gain(member, step),
    };
    let sets = 1_usize << many;
    let mut value = [0; SETS];
    // For each step and set, the member given to the step; MOST_IN_SET for none.
    let mut given = [[0_u8; SETS]; MOST_TOKENS];
    for (step, given) in given.iter_mut().enumerate().take(steps) {
        // From the full set down, so that a step gives one member away at most.
        for set in (0..sets).rev() {
            let mut best = (read(&value, set), MOST_IN_SET);
            for member in (0..many).filter(|member| set & (1 << member) != 0) {
                let total = read(&value, set & !(1 << member)) + gain(step, member);
                if total > best.0 {
                    best = (total, member);
                }
            }
            if let (Some(value), Some(given)) = (value.get_mut(set), given.get_mut(set)) {
                *value = best.0;
                *given = u8::try_from(best.1).unwrap_or(u8::MAX);
            }
        }
    }
    let mut set = sets - 1;
    let mut best = Best::new(read(&value, set));
    for step in (0..steps).rev() {
        let member = given.get(step).and_then(|given| given.get(set));
        let member = member.map_or(MOST_IN_SET, |member| usize::from(*member));
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

fn read(value: &[i32; SETS], set: usize) -> i32 {
    value.get(set).copied().unwrap_or(0)
}
