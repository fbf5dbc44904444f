//! Steps that cross: relays with their sources, drafts with those that were written before them.

use mediation::{
    concerns::{opening::Clearance, relays::Voice},
    ids::EntryRef,
};
use serde_json::{Value, json};

use super::{Taking, Told, entry};
use crate::{
    shell::{Shell, Turned},
    step::{Arrives, Provenance, Put, Verbatim},
    texts,
    world::{PARTICIPANTS, Place},
};

impl<S: Shell, F: FnMut(&mut S, &Told)> Taking<'_, S, F> {
    /// Words arrive at `to`: the same words, in the same voice, wherever they come from.
    pub(super) fn carry(
        &mut self,
        to: Place,
        voice: Voice,
        from: Provenance,
        arrives: Arrives,
        words: u16,
    ) {
        let (said, from) = match from {
            Provenance::Own => (texts::edited(words), Vec::new()),
            Provenance::Said {
                by,
                verbatim,
                noise,
            } => {
                for n in 0..noise {
                    let _ = self.say(by, "substance", words.wrapping_add(7_000 + u16::from(n)));
                }
                let terms = match verbatim {
                    Verbatim::Yes => "open",
                    Verbatim::No => "substance",
                };
                let Ok(source) = self.say(by, terms, words) else {
                    return;
                };
                let said = match verbatim {
                    Verbatim::Yes => texts::words(words),
                    Verbatim::No => texts::edited(words),
                };
                (said, source)
            }
        };
        let from: Vec<String> = from.iter().map(ToString::to_string).collect();
        let mut relay = json!({ "from": from, "words": said, "voice": voice });
        if let Some(arrives) = self.arrives(to, arrives, words) {
            relay["as"] = arrives;
        }
        self.relay(to, relay);
    }

    fn arrives(&self, to: Place, arrives: Arrives, words: u16) -> Option<Value> {
        match arrives {
            Arrives::Message => None,
            Arrives::Demand => {
                Some(json!({ "demand": [texts::part(words), texts::part(words + 1)] }))
            }
            Arrives::Request => Some(json!({ "request": { "what": "list" } })),
            Arrives::Answer(outcome) => {
                let demand = self.pick(to, 0, |r| r.demands.all.keys().copied().collect())?;
                Some(json!({ "answer": { "demand": entry(to, demand),
                    "parts": [{ "part": 1, "outcome": outcome }] } }))
            }
        }
    }

    /// By one officer or by two, as the rules are: who reads it there cannot tell.
    fn relay(&mut self, to: Place, mut relay: Value) {
        if self.view().desk.opening.clearance() == Clearance::OneOfficer {
            relay["do"] = json!("relay");
            relay["room"] = json!(to.plan().name);
            let _ = self.submit("carried", relay);
            return;
        }
        let proposed = json!({ "do": "propose-relay", "to": to.plan().name, "relay": relay, "officer": "first",
            "code": crate::world::FIRST_CODE });
        if let Ok(proposal) = self.submit("proposed", proposed) {
            let _ = self.submit(
                "carried",
                json!({ "do": "clear-relay", "proposal": proposal[0].to_string(),
                    "officer": "second", "code": crate::world::SECOND_CODE }),
            );
        }
    }

    fn say(&mut self, by: usize, terms: &str, words: u16) -> Result<Vec<EntryRef>, Turned> {
        let p = PARTICIPANTS[by];
        let room = Place::caucus(by).plan().name;
        self.submit(
            &format!("said {words}"),
            json!({ "do": "message", "room": room, "from": p, "terms": terms, "words": texts::words(words) }),
        )
    }

    /// Something that stands somewhere is carried, on whatever terms it was given: often refused.
    pub(super) fn carry_entry(
        &mut self,
        to: Place,
        from: Place,
        pick: u8,
        voice: Voice,
        verbatim: Verbatim,
    ) {
        let Some((source, words)) = self
            .room(from, |r| {
                let said: Vec<_> = r
                    .entries
                    .iter()
                    .filter_map(|e| Some((e.number, e.body()?.event.words()?.clone())))
                    .collect();
                said.get(usize::from(pick) % said.len().max(1)).cloned()
            })
            .flatten()
        else {
            return;
        };
        let words = match verbatim {
            Verbatim::Yes => words.to_string(),
            Verbatim::No => "The desk has an impression of its own.".to_owned(),
        };
        self.relay(
            to,
            json!({ "from": [entry(from, source)], "words": words, "voice": voice }),
        );
    }

    /// The desk writes a draft, after some that nobody reads, and puts it to a room.
    pub(super) fn put_draft(&mut self, to: Place, text: u8, put: Put, drafts: u8) {
        for n in 0..drafts {
            let _ = self.draft(
                text.wrapping_add(40).wrapping_add(n) % 250,
                &format!("unread {n}"),
            );
        }
        let Some(draft) = self.draft(text, "draft") else {
            return;
        };
        let mut map =
            json!({ "do": "put-draft", "room": to.plan().name, "draft": format!("desk/{draft}") });
        match put {
            Put::ForComment => {}
            Put::Open => map["offer"] = json!({ "finality": "open" }),
            Put::Final(hours) => {
                let until = self.at.plus_seconds(3600 * (1 + i64::from(hours)));
                map["offer"] = json!({ "finality": "final", "expires": until });
            }
        }
        let _ = self.submit("put", map);
    }

    /// The desk's draft of a text: the one that is there, or a new one.
    fn draft(&mut self, text: u8, salt: &str) -> Option<u64> {
        let text = texts::text(text);
        let digest = text.digest();
        let there = self
            .view()
            .desk_room()?
            .texts
            .versions
            .values()
            .rev()
            .find_map(|v| (v.digest == digest).then_some(v.number));
        if there.is_some() {
            return there;
        }
        let map = json!({ "do": "draft", "text": "agreement", "content": { "whole": text } });
        self.submit(salt, map).ok().map(|e| e[0].number)
    }
}
