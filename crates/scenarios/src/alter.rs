//! A second case that differs from a first only in rooms where one participant does not sit.

use std::collections::BTreeSet;

use mediation::concerns::relays::Voice;
use proptest::{collection::vec, prelude::*};

use crate::{
    generate::{self, APART},
    step::{Officers, Provenance, Step, Timed, Verbatim},
    world::{FIRST_STEP, Place},
};

/// What becomes of a hidden step in the second case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// It stays.
    Keep,
    /// It is left out.
    Drop,
    /// Other words, another number.
    Reword,
    /// It is taken twice.
    Twice,
}

/// Two cases, and whom they must look the same to.
#[derive(Debug, Clone)]
pub struct Pair {
    /// The participant.
    pub participant: usize,
    /// The first.
    pub one: Vec<Timed>,
    /// The second.
    pub other: Vec<Timed>,
}

/// Pairs of cases.
pub fn pair(length: std::ops::Range<usize>) -> impl Strategy<Value = Pair> {
    let edit = prop_oneof![
        2 => Just(Edit::Keep),
        3 => Just(Edit::Drop),
        2 => Just(Edit::Reword),
        1 => Just(Edit::Twice),
    ];
    (
        0_usize..3,
        generate::case(length),
        vec(edit, 1..40),
        vec((any::<u16>(), generate::step()), 0..12),
    )
        .prop_map(|(participant, case, edits, more)| {
            let one: Vec<Timed> = case
                .into_iter()
                .filter_map(|t| plain(participant, t))
                .collect();
            let other = altered(participant, &one, &edits, more);
            Pair {
                participant,
                one,
                other,
            }
        })
}

/// Whether the participant sees any of what a step writes.
fn seen(participant: usize, step: &Step) -> bool {
    step.rooms().iter().any(|r| r.seats(participant))
}

/// Without steps whose fate in the participant's own rooms rests on what stands elsewhere: there
/// the two cases would rightly differ.
fn plain(participant: usize, mut timed: Timed) -> Option<Timed> {
    let sees = |r: &Place| r.seats(participant);
    match &mut timed.step {
        Step::CarryEntry { to, .. } if sees(to) => return None,
        Step::Announce { rooms, .. } if rooms.iter().any(sees) => {
            rooms.retain(|r| sees(r) || r.0 < crate::world::OPEN_AT_FIRST);
            rooms.sort_by_key(|r| !sees(r));
        }
        _ => {}
    }
    Some(timed)
}

fn altered(
    participant: usize,
    one: &[Timed],
    edits: &[Edit],
    more: Vec<(u16, Step)>,
) -> Vec<Timed> {
    let mut out = Vec::new();
    for (timed, edit) in one.iter().zip(edits.iter().cycle()) {
        if seen(participant, &timed.step) {
            out.push(Timed {
                step: elsewhere(participant, timed.step.clone(), *edit),
                ..timed.clone()
            });
            continue;
        }
        match edit {
            Edit::Keep => out.push(timed.clone()),
            Edit::Drop => {}
            Edit::Reword => out.push(Timed {
                step: reworded(timed.step.clone()),
                ..timed.clone()
            }),
            Edit::Twice => {
                out.push(timed.clone());
                out.push(Timed {
                    minute: timed.minute + APART - 1,
                    ..timed.clone()
                });
            }
        }
    }
    let mut minutes: BTreeSet<u32> = out.iter().map(|t| t.minute).collect();
    let steps = u16::try_from(one.len()).unwrap().max(1);
    for (n, step) in more {
        let step = match step {
            Step::OpenRoom { .. } => Step::OpenRoom { room: Place(6) },
            step => step,
        };
        let minute = FIRST_STEP + APART * u32::from(n % steps) + 1 + u32::from(n) % (APART - 2);
        // A third side room has only one member, who may be the participant.
        if !seen(participant, &step) && minutes.insert(minute) {
            out.push(Timed {
                minute,
                back: 0,
                step,
            });
        }
    }
    out.sort_by_key(|t| t.minute);
    out
}

/// A step that the participant sees, with another history behind it that ends in the same words.
fn elsewhere(participant: usize, step: Step, edit: Edit) -> Step {
    let hidden = |r: &Place| !r.seats(participant);
    let others = |n: usize| (participant + 1 + n) % 3;
    match (step, edit) {
        (step, Edit::Keep) => step,
        (
            Step::Carry {
                to,
                voice,
                from:
                    Provenance::Said {
                        by,
                        verbatim,
                        noise,
                    },
                arrives,
                words,
            },
            _,
        ) if by != participant => {
            let from = match (voice, verbatim, edit) {
                (Voice::Attributed, ..) => Provenance::Said {
                    by,
                    verbatim,
                    noise: noise + 1,
                },
                (_, Verbatim::No, Edit::Drop) => Provenance::Own,
                _ => Provenance::Said {
                    by: others(usize::from(noise) % 2),
                    verbatim,
                    noise: 2 - noise.min(2),
                },
            };
            Step::Carry {
                to,
                voice,
                from,
                arrives,
                words,
            }
        }
        (
            Step::Carry {
                to,
                voice,
                from,
                arrives,
                words,
            },
            _,
        ) if hidden(&to) => Step::Carry {
            // Its source is seen; where it goes is not.
            to: Place::caucus(others(to.0 % 2)),
            voice,
            from,
            arrives,
            words,
        },
        (
            Step::PutDraft {
                to,
                text,
                put,
                drafts,
            },
            _,
        ) => Step::PutDraft {
            to,
            text,
            put,
            drafts: (drafts + 1) % 3,
        },
        (Step::Announce { mut rooms, words }, _) => {
            let was = rooms.len();
            rooms.retain(|r| !hidden(r));
            if rooms.len() == was {
                rooms.push(Place::caucus(others(0)));
            }
            Step::Announce { rooms, words }
        }
        (step, _) => step,
    }
}

/// A hidden step with other words or another number.
fn reworded(mut step: Step) -> Step {
    match &mut step {
        Step::Say { words, .. }
        | Step::Demand { words, .. }
        | Step::Answer { words, .. }
        | Step::Request { words, .. }
        | Step::Undertake { words, .. }
        | Step::Contact { words, .. }
        | Step::Carry { words, .. }
        | Step::Comment { words, .. }
        | Step::Require { words }
        | Step::Announce { words, .. }
        | Step::Note { words }
        | Step::Act { words, .. }
        | Step::Correct { words, .. }
        | Step::Account { words, .. }
        | Step::Parameter { value: words }
        | Step::Estimate { low: words, .. }
        | Step::Confirm { count: words, .. } => *words += 1_000,
        Step::PutDraft { text, .. } => *text = text.wrapping_add(1),
        Step::List { count, .. } => *count += 10,
        Step::Rules { officers } => {
            *officers = match officers {
                Officers::One => Officers::Two,
                Officers::Two => Officers::One,
            }
        }
        Step::MeetRequest { pick, .. }
        | Step::Leave { pick, .. }
        | Step::Silence { pick, .. }
        | Step::CarryEntry { pick, .. }
        | Step::Custody { pick, .. }
        | Step::TakeUp { pick, .. }
        | Step::Withdraw { pick, .. }
        | Step::Position { pick, .. }
        | Step::Decide { pick, .. }
        | Step::Accept { pick, .. }
        | Step::RefuseOffer { pick, .. }
        | Step::Erase { pick, .. }
        | Step::EndMandate { pick, .. } => *pick = pick.wrapping_add(1),
        Step::Attempt { who, .. } | Step::Mandate { who, .. } => *who = who.wrapping_add(1),
        Step::Conclude | Step::OpenRoom { .. } => {}
    }
    step
}
