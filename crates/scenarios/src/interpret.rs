//! Taking a step: what it refers to is found in its own room, and it is submitted to a shell
//! through the one written form that every door reads.

mod pick;
mod put;

use std::sync::Arc;

use mediation::{
    command::Submission,
    ids::EntryRef,
    time::Instant,
    view::{Room, View},
};
use serde_json::{Value, json};

use crate::{
    shell::{Shell, Turned},
    step::{By, Step, Timed},
    world::{self, PARTICIPANTS, Place},
};

/// A submission and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What was submitted.
    pub submission: Submission,
    /// The entries written, or the refusal.
    pub answer: Result<Vec<EntryRef>, Turned>,
}

/// Plays the prologue and then the steps. `after` is shown the shell after each submission.
pub fn play<S: Shell>(
    shell: &mut S,
    steps: &[Timed],
    mut after: impl FnMut(&mut S, &Told),
) -> Vec<Told> {
    let mut told = Vec::new();
    for submission in world::prologue() {
        let answer = shell.submit(&submission, submission.learnt, "prologue");
        assert!(answer.is_ok(), "the prologue: {answer:?}");
        told.push(Told { submission, answer });
        after(shell, &told[told.len() - 1]);
    }
    for timed in steps {
        let mut taking = Taking {
            shell,
            at: world::minute(timed.minute),
            learnt: world::minute(timed.minute).plus_seconds(-3600 * i64::from(timed.back)),
            ones: 0,
            told: &mut told,
            after: &mut after,
        };
        taking.take(&timed.step);
    }
    told
}

/// A step that is being taken.
struct Taking<'a, S, F> {
    shell: &'a mut S,
    at: Instant,
    learnt: Instant,
    ones: u32,
    told: &'a mut Vec<Told>,
    after: &'a mut F,
}

impl<S: Shell, F: FnMut(&mut S, &Told)> Taking<'_, S, F> {
    fn view(&self) -> Arc<View> {
        self.shell.desk()
    }

    fn room<T>(&self, place: Place, f: impl FnOnce(&Room) -> T) -> Option<T> {
        self.view().rooms.get(&place.name()).map(f)
    }

    /// Submits a command; what is said about it is put in.
    fn submit(&mut self, salt: &str, mut map: Value) -> Result<Vec<EntryRef>, Turned> {
        map["learnt"] = serde_json::to_value(self.learnt).unwrap();
        let submission = world::submission(map);
        let answer = self.shell.submit(&submission, self.at, salt);
        let told = Told {
            submission,
            answer: answer.clone(),
        };
        (self.after)(self.shell, &told);
        self.told.push(told);
        answer
    }

    fn one(&mut self, map: Value) {
        self.ones += 1;
        let salt = format!("one {}", self.ones);
        let _ = self.submit(&salt, map);
    }

    /// The same, written down by somebody.
    fn by(&mut self, room: Place, who: u8, by: By, mut map: Value) {
        map["room"] = json!(room.plan().name);
        match by {
            By::Desk => {}
            By::Told => map["source"] = json!("a colleague, by telephone"),
            By::Envoy => {
                let p = PARTICIPANTS[room.member(who)];
                map["by"] = json!(format!("{p}/{p}-envoy"));
            }
        }
        self.one(map);
    }

    fn take(&mut self, step: &Step) {
        match step {
            Step::Carry {
                to,
                voice,
                from,
                arrives,
                words,
            } => self.carry(*to, *voice, *from, *arrives, *words),
            Step::CarryEntry {
                to,
                from,
                pick,
                voice,
                verbatim,
            } => self.carry_entry(*to, *from, *pick, *voice, *verbatim),
            Step::PutDraft {
                to,
                text,
                put,
                drafts,
            } => self.put_draft(*to, *text, *put, *drafts),
            Step::Announce { rooms, words } => {
                let rooms: Vec<&str> = rooms.iter().map(|r| r.plan().name).collect();
                self.one(
                    json!({ "do": "announce", "rooms": rooms, "subject": "An announcement",
                    "words": crate::texts::words(*words) }),
                );
            }
            Step::OpenRoom { room } => {
                let mut map = world::opening(room.plan());
                map["room"] = json!(room.plan().name);
                self.one(map);
            }
            other => self.in_a_room(other),
        }
    }
}

/// The name of an entry of a room.
fn entry(room: Place, number: u64) -> String {
    format!("{}/{number}", room.plan().name)
}
