//! The pure core as a shell: `decide` and the fold, nothing sealed and nothing stored. A leak can
//! be planted in it.

use std::{collections::BTreeMap, sync::Arc};

use mediation::{
    command::Submission,
    decide::{Outgoing, decide},
    entry::{Author, Content, Entry, RoomLog},
    event::Event,
    ids::{EntryRef, ParticipantId, RoomName},
    time::Instant,
    view::{View, Viewer},
};

use crate::{
    leaks::Leak,
    shell::{Shell, Turned},
    world,
};

/// A case in memory.
#[derive(Debug, Clone)]
pub struct Pure {
    /// The logs.
    pub logs: BTreeMap<RoomName, RoomLog>,
    desk: Arc<View>,
    leak: Option<Leak>,
    written: u64,
}

impl Pure {
    /// An empty case.
    pub fn new(leak: Option<Leak>) -> Self {
        let desk = Arc::new(View::of(&Viewer::Desk, [], None));
        Self {
            logs: BTreeMap::new(),
            desk,
            leak,
            written: 0,
        }
    }

    /// The view of any viewer, folded anew, as it was known at a moment.
    pub fn view(&self, viewer: &Viewer, as_known_on: Option<Instant>) -> View {
        let mut view = View::of(viewer, self.logs.values(), as_known_on);
        if let Some(leak) = self.leak {
            leak.into_view(&mut view, &self.desk);
        }
        view
    }

    /// What would be decided, by the actor's view alone.
    ///
    /// # Errors
    /// The refusal.
    pub fn decide(&self, s: &Submission, at: Instant) -> Result<Vec<Outgoing>, Turned> {
        match &s.by {
            Author::Desk => self.decide_on(&self.desk, s, at),
            Author::Representative(p, _) => {
                let view = self.view(&Viewer::Participant(p.clone()), None);
                self.decide_on(&view, s, at)
            }
        }
    }

    /// The same, on a view that is at hand.
    ///
    /// # Errors
    /// The refusal.
    pub fn decide_on(
        &self,
        view: &View,
        s: &Submission,
        at: Instant,
    ) -> Result<Vec<Outgoing>, Turned> {
        if let Some(turned) = self.leak.and_then(|l| l.refuse(s, &self.desk)) {
            return Err(turned);
        }
        decide(view, s, at).map_err(|r| Turned {
            said: r.to_string(),
            key: r.reason.text().key,
        })
    }

    fn write(&mut self, mut out: Outgoing, at: Instant) -> EntryRef {
        if let Some(leak) = self.leak {
            leak.into_entry(&mut out, &self.desk);
        }
        self.written += 1;
        let log = self.logs.entry(out.room.clone()).or_default();
        let own = u64::try_from(log.entries.len()).unwrap() + 1;
        let number = match self.leak {
            Some(Leak::NumberedAcross) => self.written,
            _ => own,
        };
        let erased = match &out.body.event {
            Event::BodyErased(e) => Some(e.entry.clone()),
            _ => None,
        };
        let entry = Arc::new(Entry::new(
            number,
            at,
            Content::Readable(Box::new(out.body)),
        ));
        log.entries.push(Arc::clone(&entry));
        Arc::make_mut(&mut self.desk).push(&out.room, &entry);
        if let Some(erased) = erased {
            self.erase(&erased);
        }
        EntryRef::new(out.room, number)
    }

    fn erase(&mut self, erased: &EntryRef) {
        let log = self.logs.get_mut(&erased.room).unwrap();
        for entry in &mut log.entries {
            if entry.number == erased.number {
                *entry = Arc::new(Entry::new(
                    entry.number,
                    entry.recorded,
                    Content::Unreadable,
                ));
            }
        }
        self.desk = Arc::new(View::of(&Viewer::Desk, self.logs.values(), None));
    }
}

impl Shell for Pure {
    fn desk(&self) -> Arc<View> {
        Arc::clone(&self.desk)
    }

    fn seat(&self, participant: usize) -> Arc<View> {
        let p: ParticipantId = world::participant(participant);
        Arc::new(self.view(&Viewer::Participant(p), None))
    }

    fn submit(&mut self, s: &Submission, at: Instant, _: &str) -> Result<Vec<EntryRef>, Turned> {
        let outgoing = self.decide(s, at)?;
        Ok(outgoing.into_iter().map(|o| self.write(o, at)).collect())
    }
}
