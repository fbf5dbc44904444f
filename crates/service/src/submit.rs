//! A submission on its way in: decided on the actor's own view, sealed, appended to all its rooms
//! in one transaction, and only then acknowledged.

use std::{collections::BTreeMap, sync::Arc};

use mediation::{
    command::Submission,
    decide::{Outgoing, decide},
    entry::{Author, Content, Entry},
    event::Event,
    ids::{EntryRef, RoomName},
    time::Instant,
    view::Viewer,
};
use record::{
    CaseId, Head, Number, RoomId, SignedCheckpoint,
    entry::{Draft, ENTRY_RANDOM, EntryRandom, MAX_BODY, SealError, seal_entry},
    keys::{CaseKey, RoomKey, SealedKind},
};
use store::{
    Batch, KeyEpoch, MetaKey, NewCase, NewEntry, NewHeads, NewRoom, RoomAppend, RoomSeen, Sealed,
    Size, StoreError,
};

use crate::{
    Office, ServiceError, bytes,
    chance::bytes as random,
    load::{LoadedCase, LoadedRoom},
    office::State,
    standing::Standings,
};

/// What was recorded: every entry that the actor can see of what was written, in the order in
/// which it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// The entries.
    pub entries: Vec<EntryRef>,
    /// When they were sealed.
    pub at: Instant,
}

/// Whether something is submitted for the first time, or told again from a case file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    Now,
    Again,
}

/// How long to wait before another try. Whoever writes without pause is always a step ahead of one
/// who must first read what was written: so the first tries follow at once, and later ones wait for
/// the burst to end, some seconds in all.
fn patience(tried: u32) -> std::time::Duration {
    const AT_ONCE: u32 = 4;
    const LONGEST: u64 = 200;
    let millis = match tried.checked_sub(AT_ONCE) {
        None => 0,
        Some(n) => 1_u64.checked_shl(n).unwrap_or(LONGEST).min(LONGEST),
    };
    std::time::Duration::from_millis(millis)
}

fn author(submission: &Submission) -> Viewer {
    match &submission.by {
        Author::Desk => Viewer::Desk,
        Author::Representative(p, _) => Viewer::Participant(p.clone()),
    }
}

/// How often a submission is decided anew because another program wrote in between: each time only
/// what it wrote is read, so that even a replay beside a page leaves room for the page's words.
const TRIES: u32 = 32;

/// Where the store keeps the name of its case.
const CASE: MetaKey = MetaKey::new("case");

/// A batch that is ready to be written, and what becomes of memory when it was.
struct Prepared {
    batch: Batch,
    rooms: BTreeMap<RoomName, PreparedRoom>,
    opened: Option<(CaseId, CaseKey)>,
    entries: Vec<EntryRef>,
    at: Instant,
}

struct PreparedRoom {
    id: RoomId,
    key: RoomKey,
    epoch: KeyEpoch,
    before: u64,
    head: Head,
    entries: Vec<Arc<Entry>>,
    leaves: Vec<record::Digest>,
    checkpoint: SignedCheckpoint,
}

impl Office {
    /// Submits as the desk.
    ///
    /// # Errors
    /// A refusal by the domain, or a failure of the store; nothing was recorded then.
    pub fn submit(&self, submission: &Submission) -> Result<Recorded, ServiceError> {
        self.submit_as(&author(submission), submission, Told::Now)
    }

    /// Submits what a case file tells: what was signed then was signed about another copy of the
    /// log, and its roots are that copy's.
    ///
    /// # Errors
    /// As [`Office::submit`].
    pub(crate) fn submit_retold(&self, s: &Submission) -> Result<Recorded, ServiceError> {
        self.submit_as(&author(s), s, Told::Again)
    }

    pub(crate) fn submit_as(
        &self,
        viewer: &Viewer,
        submission: &Submission,
        told: Told,
    ) -> Result<Recorded, ServiceError> {
        let mut state = self.state()?;
        for tried in 0..TRIES {
            std::thread::sleep(patience(tried));
            let view = state.present(viewer);
            let decided = decide(&view, submission, self.clock.now());
            drop(view);
            let decided = decided.and_then(|outgoing| match told {
                Told::Now => Self::check_statement(&state, submission).map(|()| outgoing),
                Told::Again => Ok(outgoing),
            });
            let outgoing = match decided {
                Ok(outgoing) => outgoing,
                // What was taken is compared with the store when it is written; what is refused is
                // not written, so here is where to look whether the refusal still holds.
                Err(_) if self.refresh(&mut state)? => continue,
                Err(refusal) => return Err(refusal.into()),
            };
            let prepared = self.prepare(&state, outgoing)?;
            match self.store.append(&prepared.batch) {
                Ok(()) => return self.acknowledge(&mut state, viewer, &prepared),
                Err(e) if is_conflict(&e) => {
                    self.refresh(&mut state)?;
                }
                Err(StoreError::Uncertain { .. }) => {
                    self.store.reopen()?;
                    self.reload(&mut state)?;
                    if prepared.is_in(&state) {
                        self.finish_erasures(&mut state)?;
                        return Ok(prepared.recorded(viewer, &state));
                    }
                }
                Err(other) => return Err(other.into()),
            }
        }
        Err(ServiceError::Contended)
    }

    fn acknowledge(
        &self,
        state: &mut State,
        viewer: &Viewer,
        prepared: &Prepared,
    ) -> Result<Recorded, ServiceError> {
        prepared.take_effect(state);
        let answer = prepared.recorded(viewer, state);
        // What the desk erased is the desk's to finish: whoever else writes is told nothing of it.
        if *viewer == Viewer::Desk {
            self.finish_erasures(state)?;
        }
        Ok(answer)
    }

    fn prepare(&self, state: &State, outgoing: Vec<Outgoing>) -> Result<Prepared, ServiceError> {
        let millis = self.clock.unix_millis();
        let recorded =
            record::Recorded::from_unix_millis(millis).map_err(|_| ServiceError::NoTime)?;
        let at = Instant::from_unix(millis.div_euclid(1000));
        let fresh = match &state.case {
            Some(_) => None,
            None => Some((
                self.claim_case()?,
                CaseKey::from_bytes(random(self.chance.as_ref())?),
            )),
        };
        let (case_id, case_key) = match (&state.case, &fresh) {
            (Some(case), _) => (case.id, &case.key),
            (None, Some((id, key))) => (*id, key),
            (None, None) => return Err(ServiceError::NoKeyring),
        };
        let mut batch = Batch::new(store::CaseKey::new(*case_id.as_bytes()));
        batch.rests_on = Some(
            state
                .case
                .as_ref()
                .map(LoadedCase::seen)
                .unwrap_or_default(),
        );
        // A case that has no document of where its rooms stand is given one now.
        let known_heads = state.case.as_ref().and_then(|c| c.heads.clone());
        if known_heads.is_none() {
            let nonce = random(self.chance.as_ref())?;
            let wrapped = self
                .keys
                .master
                .wrap_headed_case_key(&case_id, case_key, &nonce);
            let sealed = Sealed::new(wrapped);
            if fresh.is_some() {
                batch.new_case = Some(NewCase { sealed });
            } else {
                batch.resealed_case = Some(sealed);
            }
        }
        let loaded = state.case.iter().flat_map(|c| c.rooms.values());
        let mut standings = Standings::of(loaded);
        let mut entries = Vec::new();
        let mut by_room: Vec<(RoomName, Vec<Outgoing>)> = Vec::new();
        for out in outgoing {
            match by_room.iter_mut().find(|(name, _)| *name == out.room) {
                Some((_, list)) => list.push(out),
                None => by_room.push((out.room.clone(), vec![out])),
            }
        }
        let mut rooms = BTreeMap::new();
        for (name, list) in by_room {
            let existing = state.case.as_ref().and_then(|c| c.rooms.get(&name));
            let (id, key, epoch, head) = if let Some(room) = existing {
                (room.id, room.key.clone(), room.epoch, room.head.clone())
            } else {
                let id = RoomId::from_bytes(random(self.chance.as_ref())?);
                let key = RoomKey::from_bytes(random(self.chance.as_ref())?);
                let nonce = random(self.chance.as_ref())?;
                let sealed_key = Sealed::new(case_key.wrap_room_key(&case_id, &id, &key, &nonce));
                batch.new_rooms.push(NewRoom {
                    room: store::RoomKey::new(*id.as_bytes()),
                    sealed_key,
                });
                (id, key, KeyEpoch::FIRST, Head::empty(id))
            };
            let (append, prepared) = self.seal_room(id, key, epoch, head, recorded, list)?;
            entries.extend(
                prepared
                    .entries
                    .iter()
                    .map(|e| EntryRef::new(name.clone(), e.number)),
            );
            batch.appends.push(append);
            let signed = prepared.checkpoint.checkpoint();
            standings.set(prepared.id, signed.size, signed.root);
            rooms.insert(name, prepared);
        }
        let nonce = random(self.chance.as_ref())?;
        batch.heads = Some(NewHeads {
            expected: known_heads,
            sealed: standings.seal(&case_id, case_key, &nonce)?,
        });
        Ok(Prepared {
            batch,
            rooms,
            opened: fresh,
            entries,
            at,
        })
    }

    /// The name under which this store's one case is opened. It is written first, and once: two
    /// programs that open a case at the same moment agree on it, and one of them finds it taken.
    fn claim_case(&self) -> Result<CaseId, ServiceError> {
        let id = CaseId::from_bytes(random(self.chance.as_ref())?);
        match self.store.put_meta_once(CASE, id.as_bytes()) {
            Ok(()) => Ok(id),
            Err(StoreError::MetaExists { .. }) => {
                let claimed = self.store.meta(CASE)?.ok_or(ServiceError::NoKeyring)?;
                let bytes = claimed.try_into().map_err(|_| ServiceError::NoKeyring)?;
                Ok(CaseId::from_bytes(bytes))
            }
            Err(other) => Err(other.into()),
        }
    }

    fn seal_room(
        &self,
        id: RoomId,
        key: RoomKey,
        epoch: KeyEpoch,
        mut head: Head,
        recorded: record::Recorded,
        list: Vec<Outgoing>,
    ) -> Result<(RoomAppend, PreparedRoom), ServiceError> {
        let before = head.size();
        if head.last_recorded().is_some_and(|last| recorded < last) {
            return Err(ServiceError::ClockWentBack);
        }
        let (mut new, mut entries, mut leaves) = (Vec::new(), Vec::new(), Vec::new());
        for out in list {
            let number =
                Number::of_index(head.size()).map_err(|e| ServiceError::Proof(e.to_string()))?;
            let body = bytes::of_body(&out.body)?;
            if body.len() > MAX_BODY {
                return Err(SealError::BodyTooLarge(body.len()).into());
            }
            let chance = EntryRandom::from_bytes(random::<ENTRY_RANDOM>(self.chance.as_ref())?);
            let sealed = seal_entry(
                &key,
                &Draft {
                    room: id,
                    number,
                    recorded,
                    body: &body,
                },
                &chance,
            )?;
            head.append(&sealed.envelope, sealed.leaf)
                .map_err(|cause| ServiceError::Log {
                    room: id.to_hex(),
                    cause,
                })?;
            leaves.push(sealed.leaf);
            let secret = sealed.entry.secret.unwrap_or_default();
            new.push(NewEntry {
                number: store::Number::new(number.get()),
                envelope: Sealed::new(sealed.entry.envelope),
                body: Sealed::new(sealed.entry.ciphertext),
                secret: Sealed::new(secret),
            });
            entries.push(Arc::new(Entry::new(
                number.get(),
                Instant::from_unix(recorded.unix_millis().div_euclid(1000)),
                Content::Readable(Box::new(out.body)),
            )));
        }
        let checkpoint = head.sign(&self.keys.desk);
        let nonce = random(self.chance.as_ref())?;
        let sealed = key.seal(
            &id,
            SealedKind::Checkpoint(head.size()),
            checkpoint.as_bytes(),
            &nonce,
        )?;
        let append = RoomAppend {
            room: store::RoomKey::new(*id.as_bytes()),
            expected: Size::new(before),
            epoch,
            entries: new,
            checkpoint: Sealed::new(sealed),
        };
        Ok((
            append,
            PreparedRoom {
                id,
                key,
                epoch,
                before,
                head,
                entries,
                leaves,
                checkpoint,
            },
        ))
    }
}

impl LoadedCase {
    /// Every room as it is in memory: what a decision rests on.
    fn seen(&self) -> Vec<RoomSeen> {
        let rooms = self.rooms.values();
        let seen = rooms.map(|room| RoomSeen {
            room: store::RoomKey::new(*room.id.as_bytes()),
            size: Size::new(room.head.size()),
            epoch: room.epoch,
        });
        seen.collect()
    }
}

/// Whether another program wrote in between, so that it is to be decided anew.
pub(crate) const fn is_conflict(error: &StoreError) -> bool {
    matches!(
        error,
        StoreError::Conflict { .. }
            | StoreError::KeyReplaced { .. }
            | StoreError::CaseChanged { .. }
            | StoreError::RoomExists { .. }
            | StoreError::CaseExists { .. }
    )
}

impl Prepared {
    /// What the actor can see of what was written.
    fn recorded(&self, viewer: &Viewer, state: &State) -> Recorded {
        let seated = |e: &&EntryRef| match viewer {
            Viewer::Desk => true,
            Viewer::Participant(_) => state
                .views
                .get(viewer)
                .is_some_and(|v| v.rooms.contains_key(&e.room)),
        };
        Recorded {
            entries: self.entries.iter().filter(seated).cloned().collect(),
            at: self.at,
        }
    }

    /// Whether an uncertain write turned out to be there: the log holds the very same leaves.
    fn is_in(&self, state: &State) -> bool {
        self.rooms.iter().all(|(name, p)| {
            let room = state.case.as_ref().and_then(|c| c.rooms.get(name));
            let from = usize::try_from(p.before).unwrap_or(usize::MAX);
            room.and_then(|r| r.leaves.get(from..from + p.leaves.len()))
                .is_some_and(|l| l == p.leaves)
        })
    }

    fn take_effect(&self, state: &mut State) {
        if let Some((id, key)) = &self.opened {
            state.case = Some(LoadedCase {
                id: *id,
                key: key.clone(),
                sealed: Sealed::default(),
                heads: None,
                rooms: BTreeMap::new(),
            });
        }
        let Some(case) = &mut state.case else { return };
        let new_case = self.batch.new_case.as_ref().map(|new| &new.sealed);
        if let Some(sealed) = new_case.or(self.batch.resealed_case.as_ref()) {
            case.sealed = sealed.clone();
        }
        case.heads = self.batch.heads.as_ref().map(|new| new.sealed.clone());
        for (name, p) in &self.rooms {
            let room = case.rooms.entry(name.clone()).or_insert_with(|| {
                LoadedRoom::continuing(p.id, p.key.clone(), p.epoch, Head::empty(p.id))
            });
            room.head = p.head.clone();
            room.leaves.extend_from_slice(&p.leaves);
            room.checkpoint = Some(p.checkpoint.clone());
            for entry in &p.entries {
                state.erasing |=
                    matches!(entry.body().map(|b| &b.event), Some(Event::BodyErased(_)));
                room.log.entries.push(Arc::clone(entry));
                for view in state.views.values_mut() {
                    Arc::make_mut(view).push(name, entry);
                }
            }
        }
    }
}
