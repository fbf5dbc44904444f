//! A long case of ordinary work: what is said in two caucuses, demands and answers, calls, notes,
//! now and then a draft.

use mediation::{concerns::demands::Outcome, entry::Terms};
use scenarios::{
    step::{By, Put, Step, Timed},
    world::Place,
};

/// So many steps.
pub fn steps(count: usize) -> Vec<Timed> {
    let timed = |n: usize| Timed {
        minute: 100 + u32::try_from(n).unwrap(),
        back: 0,
        step: step(n),
    };
    (0..count).map(timed).collect()
}

fn step(n: usize) -> Step {
    let room = Place(n / 10 % 2);
    let words = u16::try_from(n % 60_000).unwrap();
    match n % 10 {
        0 => Step::Contact {
            room,
            who: 0,
            words,
        },
        1 | 2 | 5 | 6 => Step::Say {
            room,
            who: 0,
            terms: Terms::Open,
            words,
            by: By::Desk,
            line: true,
        },
        3 => Step::Demand {
            room,
            who: 0,
            terms: Terms::Substance,
            words: words % 50_000,
            by: By::Told,
        },
        4 => Step::Estimate { room, low: words },
        7 if n % 500 == 7 => Step::PutDraft {
            to: room,
            text: u8::try_from(n / 500 % 150).unwrap(),
            put: Put::Open,
            drafts: 0,
        },
        7 => Step::Answer {
            room,
            who: 0,
            pick: 0,
            outcome: Outcome::InPart,
            by: By::Told,
            words,
        },
        8 => Step::Note { words },
        _ => Step::Say {
            room,
            who: 0,
            terms: Terms::InConfidence,
            words,
            by: By::Told,
            line: false,
        },
    }
}
