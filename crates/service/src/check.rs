//! Recomputing everything: every root, every signature, every body and every view, from the bytes
//! in the store; and saying what does not add up.

use mediation::{
    entry::RoomLog,
    event::Event,
    ids::RoomName,
    view::{View, Viewer},
};
use record::{Audit, Digest, RoomId, merkle};
use store::{Flow, Size};

use crate::{
    Office, ServiceError,
    load::{self, sealed_entry},
    office::State,
};

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckReport {
    /// What the database says of itself.
    pub storage: Vec<String>,
    /// Each room.
    pub rooms: Vec<RoomReport>,
    /// What does not add up between the rooms and the views.
    pub views: Vec<String>,
}

/// One room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomReport {
    /// Its name in the case.
    pub name: String,
    /// How many entries were read.
    pub entries: u64,
    /// How many signed checkpoints were checked.
    pub checkpoints: u64,
    /// The root of the tree.
    pub root: Digest,
    /// What does not add up.
    pub findings: Vec<String>,
}

impl CheckReport {
    /// Whether everything adds up.
    pub fn is_whole(&self) -> bool {
        self.storage.is_empty()
            && self.views.is_empty()
            && self.rooms.iter().all(|r| r.findings.is_empty())
    }
}

impl Office {
    /// Recomputes everything. `progress` is told the name of each room before it is read.
    ///
    /// # Errors
    /// Only when the store cannot be read at all; what does not add up is in the report.
    pub fn check(&self, progress: &mut dyn FnMut(&str)) -> Result<CheckReport, ServiceError> {
        let mut report = CheckReport {
            storage: self
                .store
                .integrity()?
                .iter()
                .map(ToString::to_string)
                .collect(),
            ..CheckReport::default()
        };
        let mut state = self.state()?;
        // What other programs wrote is part of it. Where it cannot be taken up, the views say why.
        let _ = self.refresh(&mut state);
        if let Some(case) = &state.case {
            for row in self.store.rooms(store::CaseKey::new(*case.id.as_bytes()))? {
                let id = RoomId::from_bytes(*row.room.as_bytes());
                let name = case
                    .rooms
                    .iter()
                    .find(|(_, r)| r.id == id)
                    .map(|(n, _)| n.clone());
                let label = name
                    .as_ref()
                    .map_or_else(|| id.to_hex(), ToString::to_string);
                progress(&label);
                let key = case
                    .key
                    .unwrap_room_key(&case.id, &id, row.sealed_key.as_bytes());
                let room = match key {
                    Ok(key) => self.check_room(&label, id, &key, row.room)?,
                    Err(e) => RoomReport {
                        name: label,
                        entries: 0,
                        checkpoints: 0,
                        root: merkle::empty_root(),
                        findings: vec![e.to_string()],
                    },
                };
                report.rooms.push(room);
            }
        }
        report.views = self.check_views(&mut state);
        Ok(report)
    }

    fn check_room(
        &self,
        name: &str,
        id: RoomId,
        key: &record::keys::RoomKey,
        stored: store::RoomKey,
    ) -> Result<RoomReport, ServiceError> {
        let mut audit = Audit::new(id, self.keys.desk.public().for_room(&id));
        let mut checkpoints = self.store.checkpoints(stored)?.into_iter().peekable();
        let size = self.store.head(stored)?.size;
        let through = Size::new(size.get());
        self.store
            .for_each_entry(stored, store::Number::FIRST, through, &mut |row| {
                if let Some(entry) = sealed_entry(&row) {
                    audit.sealed_entry(key, &entry);
                }
                while let Some(c) = checkpoints.next_if(|c| c.size.get() <= row.number.get()) {
                    audit.sealed_checkpoint(key, c.size.get(), c.sealed.as_bytes());
                }
                Flow::Continue
            })?;
        for c in checkpoints {
            audit.sealed_checkpoint(key, c.size.get(), c.sealed.as_bytes());
        }
        let found = audit.finish();
        Ok(RoomReport {
            name: name.to_owned(),
            entries: found.entries,
            checkpoints: found.checkpoints,
            root: found.root,
            findings: found.findings.iter().map(ToString::to_string).collect(),
        })
    }

    /// The views in memory against views folded anew from what the store holds, and what entries
    /// say of other entries against those.
    fn check_views(&self, state: &mut State) -> Vec<String> {
        let mut findings = Vec::new();
        let fresh = match load::load(self.store.as_ref(), &self.keys) {
            Ok(fresh) => fresh,
            Err(e) => return vec![e.to_string()],
        };
        let logs: Vec<&RoomLog> = fresh
            .iter()
            .flat_map(|c| c.rooms.values().map(|r| &r.log))
            .collect();
        let mut viewers = vec![Viewer::Desk];
        let desk = View::of(&Viewer::Desk, logs.iter().copied(), None);
        viewers.extend(
            desk.desk
                .roster
                .order
                .iter()
                .cloned()
                .map(Viewer::Participant),
        );
        for viewer in viewers {
            let folded = View::of(&viewer, logs.iter().copied(), None);
            if *state.present(&viewer) != folded {
                findings.push(format!("the view of {viewer:?} in memory is not the one that the record gives; start the program again"));
            }
        }
        if let Some(case) = &fresh {
            for (name, room) in &case.rooms {
                findings.extend(signed_heads(name, &room.log, &room.leaves));
            }
        }
        let unfinished = state.unfinished_erasures();
        findings.extend(unfinished.iter().map(|(room, number)| {
            format!("room {room}, entry {number}: recorded as made unreadable, and still readable; open the store again")
        }));
        findings.extend(crossings(&desk));
        findings
    }
}

/// A signed acceptance that names a size and a root must name the root that the log had then:
/// each such signature is a witness that the past was not rewritten.
fn signed_heads(name: &RoomName, log: &RoomLog, leaves: &[Digest]) -> Vec<String> {
    let mut findings = Vec::new();
    for entry in &log.entries {
        let Some(Event::Accepted(a)) = entry.body().map(|b| &b.event) else {
            continue;
        };
        let Some((size, root)) = a
            .signature
            .as_ref()
            .and_then(mediation::concerns::acceptances::SignedStatement::head)
        else {
            continue;
        };
        let then = usize::try_from(size)
            .ok()
            .and_then(|n| leaves.get(..n))
            .map(merkle::root);
        if then != Some(root) {
            findings.push(format!(
                "room {name}, entry {}: its signer had seen another log of {size} entries than this one",
                entry.number
            ));
        }
    }
    findings
}

/// Both ends of every crossing must be there.
fn crossings(desk: &View) -> Vec<String> {
    let missing = |e: &mediation::ids::EntryRef| {
        desk.rooms
            .get(&e.room)
            .and_then(|r| r.entry(e.number))
            .is_none()
    };
    let mut findings = Vec::new();
    for (number, r) in &desk.desk.crossings.relayed {
        if missing(&r.to) || r.from.iter().any(|s| missing(&s.entry)) {
            findings.push(format!(
                "room desk, entry {number}: one end of this crossing is not in the record"
            ));
        }
    }
    findings
}
