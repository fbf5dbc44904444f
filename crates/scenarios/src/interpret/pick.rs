//! Steps within one room: what they refer to is chosen among what stands there.

use mediation::view::Room;
use serde_json::{Value, json};

use super::{Taking, Told, entry};
use crate::{
    shell::Shell,
    step::{Decides, Names, Officers, Step, Verbatim},
    texts::{self, words as said},
    world::{PARTICIPANTS, Place},
};

impl<S: Shell, F: FnMut(&mut S, &Told)> Taking<'_, S, F> {
    pub(super) fn pick(
        &self,
        room: Place,
        pick: u8,
        of: impl FnOnce(&Room) -> Vec<u64>,
    ) -> Option<u64> {
        let all = self.room(room, of)?;
        let at = usize::from(pick).checked_rem(all.len())?;
        all.get(all.len() - 1 - at).copied()
    }

    fn picked(&self, room: Place, pick: u8, of: impl FnOnce(&Room) -> Vec<u64>) -> Option<String> {
        self.pick(room, pick, of).map(|n| entry(room, n))
    }

    fn any_entry(&self, room: Place, pick: u8) -> Option<String> {
        self.picked(room, pick, |r| r.entries.iter().map(|e| e.number).collect())
    }

    fn version(&self, room: Place, pick: u8) -> Option<u64> {
        self.pick(room, pick, |r| r.texts.versions.keys().copied().collect())
    }

    pub(super) fn in_a_room(&mut self, step: &Step) {
        let _ = self
            .said(step)
            .or_else(|| self.agreed(step))
            .or_else(|| self.kept(step));
    }

    /// What is said, and the ways by which it comes.
    fn said(&mut self, step: &Step) -> Option<()> {
        let name = |room: &Place, who: &u8| PARTICIPANTS[room.member(*who)];
        let line = |room: &Place, who: &u8| format!("{}-line", name(room, who));
        match step {
            Step::Say { room, who, terms, words, by, line: through } => {
                let mut map = json!({ "do": "message", "from": name(room, who), "terms": terms, "words": said(*words) });
                if *through {
                    map["channel"] = json!(line(room, who));
                }
                self.by(*room, *who, *by, map);
            }
            Step::Demand { room, who, terms, words, by } => {
                let map = json!({ "do": "demand", "from": name(room, who), "terms": terms,
                    "words": said(*words), "parts": [said(words + 1), said(words + 2)] });
                self.by(*room, *who, *by, map);
            }
            Step::Answer { room, who, pick, outcome, by, words } => {
                let demand = self.picked(*room, *pick, |r| r.demands.all.keys().copied().collect())?;
                let map = json!({ "do": "answer", "from": name(room, who), "demand": demand, "words": said(*words),
                    "parts": [{ "part": 1, "outcome": outcome }], "undertaking": said(*words) });
                self.by(*room, *who, *by, map);
            }
            Step::Request { room, who, words, by } => {
                let map = json!({ "do": "request", "from": name(room, who), "what": "proof-of-life", "words": said(*words) });
                self.by(*room, *who, *by, map);
            }
            Step::MeetRequest { room, pick, far } => {
                let request = self.picked(*room, *pick, |r| r.conversation.requests.keys().copied().collect())?;
                self.one(json!({ "do": "meet-request", "room": room.name(), "request": request, "how-far": far }));
            }
            Step::Leave { room, pick, terms } => {
                let e = self.any_entry(*room, *pick)?;
                self.one(json!({ "do": "give-leave", "room": room.name(), "entry": e, "now": terms }));
            }
            Step::Undertake { room, who, words } => self.one(json!({ "do": "undertake", "room": room.name(),
                "from": name(room, who), "kind": "undertaking", "words": said(*words), "channel": line(room, who) })),
            Step::Contact { room, who, words } => self.one(json!({ "do": "contact", "room": room.name(),
                "channel": line(room, who), "how": "call", "outcome": texts::own(*room, *words) })),
            Step::Attempt { room, who } => self.one(json!({ "do": "attempt", "room": room.name(),
                "channel": line(room, who), "how": "call" })),
            Step::Silence { room, who, pick } => {
                let pending = self.any_entry(*room, *pick)?;
                self.one(json!({ "do": "declare-silence", "room": room.name(), "channel": line(room, who), "pending": [pending] }));
            }
            Step::Custody { room, pick, right } => {
                let carried = self.pick(*room, *pick, carried)?;
                let arrived = self.room(*room, |r| r.entry(carried).cloned())??;
                let words = arrived.body()?.event.words().map(ToString::to_string);
                let read = match right {
                    Verbatim::Yes => words.unwrap_or_else(|| said(1)),
                    Verbatim::No => "Something was misheard.".to_owned(),
                };
                let of = entry(*room, carried);
                self.one(json!({ "do": "custody", "room": room.name(), "of": of, "step": "delivered", "who": "the envoy" }));
                self.one(json!({ "do": "custody", "room": room.name(), "of": of, "step": "read-back", "who": "the envoy", "words": read }));
            }
            _ => return None,
        }
        Some(())
    }

    /// What is agreed, or not.
    fn agreed(&mut self, step: &Step) -> Option<()> {
        let name = |room: &Place, who: &u8| PARTICIPANTS[room.member(*who)];
        match step {
            Step::TakeUp { room, pick } => {
                let decision = self.picked(*room, *pick, |r| r.decisions.all.keys().copied().collect())?;
                self.one(json!({ "do": "draft", "text": "agreement", "content": { "as-decided": decision } }));
            }
            Step::Withdraw { room, pick } => {
                let offer = entry(*room, self.version(*room, *pick)?);
                self.one(json!({ "do": "withdraw-offer", "room": room.name(), "offer": offer }));
            }
            Step::Position { room, who, pick, stand, by } => {
                let on = entry(*room, self.version(*room, *pick)?);
                let p = name(room, who);
                let map = json!({ "do": "take-position", "participant": p, "representative": format!("{p}-envoy"), "on": on, "stand": stand });
                self.by(*room, *who, *by, map);
            }
            Step::Comment { room, who, pick, words } => {
                let on = entry(*room, self.version(*room, *pick)?);
                self.one(json!({ "do": "comment", "room": room.name(), "participant": name(room, who), "on": on, "article": "2", "words": said(*words) }));
            }
            Step::Decide { room, pick, decides } => {
                let on = entry(*room, self.version(*room, *pick)?);
                let outcome = match decides {
                    Decides::Yes => json!("approved"),
                    Decides::Otherwise(n) => json!({ "approved-with-modifications": [{ "article": "2", "words": { "en": texts::own(*room, *n) } }] }),
                    Decides::No => json!("refused"),
                };
                self.one(json!({ "do": "record-decision", "room": room.name(), "body": "council", "on": on, "outcome": outcome }));
            }
            Step::Accept { room, who, pick, names, by } => {
                let version = self.version(*room, *pick)?;
                let digest = self.room(*room, |r| r.texts.versions[&version].digest.to_hex())?;
                let p = name(room, who);
                let mandate = self.picked(*room, 0, |r| {
                    let own = r.people.mandates.values().filter(|m| m.terms.representative.as_str().starts_with(p));
                    own.map(|m| m.number).collect()
                })?;
                let digest = match names {
                    Names::Whole => digest,
                    Names::Eight => digest[..8].to_owned(),
                    Names::Wrong => "0123abcd".to_owned(),
                };
                let map = json!({ "do": "accept", "participant": p, "offer": entry(*room, version), "digest": digest,
                    "representative": format!("{p}-envoy"), "mandate": mandate });
                self.by(*room, *who, *by, map);
            }
            Step::RefuseOffer { room, who, pick, by } => {
                let offer = entry(*room, self.version(*room, *pick)?);
                self.by(*room, *who, *by, json!({ "do": "refuse-offer", "participant": name(room, who), "offer": offer }));
            }
            Step::Conclude => self.one(json!({ "do": "conclude", "text": "agreement", "form": "common-text" })),
            Step::Require { words } => self.one(json!({ "do": "require", "requirement": format!("need-{}", words % 4), "kind": "list", "what": said(1) })),
            Step::Parameter { value } => self.one(json!({ "do": "set-parameter", "parameter": "days", "name": "Days", "value": { "number": value } })),
            Step::Rules { officers } => {
                let clearance = match officers {
                    Officers::One => "one-officer",
                    Officers::Two => "two-officers",
                };
                self.one(json!({ "do": "ground-rules", "required": ["north", "south"], "clearance": clearance }));
            }
            Step::Mandate { room, who, binds } => {
                let p = name(room, who);
                let may: Value = if *binds { json!(["bind"]) } else { json!(["speak"]) };
                self.one(json!({ "do": "record-mandate", "room": room.name(), "representative": format!("{p}-envoy"),
                    "may": may, "instrument": "a call", "confirmed-by": "the principal" }));
            }
            Step::EndMandate { room, pick } => {
                let mandate = self.picked(*room, *pick, |r| r.people.mandates.keys().copied().collect())?;
                self.one(json!({ "do": "end-mandate", "room": room.name(), "mandate": mandate, "why": texts::own(*room, 2) }));
            }
            _ => return None,
        }
        Some(())
    }

    /// What is kept beside the talks: notes, figures, corrections.
    fn kept(&mut self, step: &Step) -> Option<()> {
        match step {
            Step::Note { words } => self.one(json!({ "do": "note", "words": said(*words) })),
            Step::Estimate { room, low } => self.one(json!({ "do": "estimate", "room": room.name(), "of": "persons held", "low": low, "whose": "an official" })),
            Step::Confirm { room, count } => self.one(json!({ "do": "confirm-count", "room": room.name(), "of": "persons held", "count": count, "firmness": "verified" })),
            Step::List { room, who, count, rows } => {
                let rows: Vec<Value> = (0..*rows).map(|n| json!({ "name": format!("Person {n}"), "age": n })).collect();
                self.one(json!({ "do": "record-list", "room": room.name(), "from": PARTICIPANTS[room.member(*who)],
                    "kind": "held", "title": "A list", "count": count, "rows": rows }));
            }
            Step::Act { room, words } => self.one(json!({ "do": "record-act", "room": room.name(), "kind": "event", "who": "somebody", "words": texts::own(*room, *words) })),
            Step::Correct { room, pick, words } => {
                let e = self.any_entry(*room, *pick)?;
                self.one(json!({ "do": "correct", "room": room.name(), "entry": e, "wrong": texts::own(*room, *words), "right": texts::own(*room, words.wrapping_add(9)) }));
            }
            Step::Account { room, pick, words } => {
                let of = self.any_entry(*room, *pick)?;
                self.one(json!({ "do": "other-account", "room": room.name(), "of": of, "source": "a newspaper", "words": texts::own(*room, *words) }));
            }
            Step::Erase { room, pick } => {
                let e = self.any_entry(*room, *pick)?;
                self.one(json!({ "do": "erase-entry", "room": room.name(), "entry": e, "why": texts::own(*room, 3), "authority": "the head of the desk" }));
            }
            _ => return None,
        }
        Some(())
    }
}

/// What was carried into a room.
fn carried(r: &Room) -> Vec<u64> {
    use mediation::event::Event;
    let came = |e: &&std::sync::Arc<mediation::entry::Entry>| {
        e.body()
            .is_some_and(|b| matches!(b.event, Event::Conveyed(_) | Event::DraftPut(_)))
    };
    r.entries.iter().filter(came).map(|e| e.number).collect()
}
