//! Keeping up with other programs on the same store: what they wrote is read and folded before a
//! page is shown or a refusal spoken. Only what is new is read; where that does not fit what is in
//! memory, everything is read again.

use std::sync::Arc;

use mediation::{event::Event, ids::RoomName};
use record::RoomId;
use store::{RoomRow, Standing};

use crate::{
    Office, ServiceError,
    load::{LoadedCase, LoadedRoom, load_room},
    office::State,
    standing::Standings,
};

impl Office {
    /// Brings memory up to what the store holds, and says whether anything had moved.
    pub(crate) fn refresh(&self, state: &mut State) -> Result<bool, ServiceError> {
        let Some(case) = &state.case else {
            if self.store.cases()?.is_empty() {
                return Ok(false);
            }
            self.reload(state)?;
            return Ok(true);
        };
        let standing = self
            .store
            .standing(store::CaseKey::new(*case.id.as_bytes()))?;
        if case.is_at(&standing) {
            return Ok(false);
        }
        match self.news(case, &standing) {
            Ok(Some(news)) => news.take_effect(state, &standing),
            // What cannot be continued, or does not fit, is read from the beginning, which says
            // what is wrong if something is.
            Ok(None) | Err(_) => self.reload(state)?,
        }
        Ok(true)
    }

    /// What others added, if they did nothing but add.
    fn news(&self, case: &LoadedCase, standing: &Standing) -> Result<Option<News>, ServiceError> {
        if case.sealed != standing.sealed || case.rooms.len() > standing.rooms.len() {
            return Ok(None);
        }
        let mut news = News::default();
        let mut heads = Standings::of(case.rooms.values());
        for row in &standing.rooms {
            let id = RoomId::from_bytes(*row.room.as_bytes());
            let rest = match case.rooms.iter().find(|(_, room)| room.id == id) {
                None => load_room(self.store.as_ref(), &self.keys, case, row)?,
                Some((_, room)) if !continues(room, row) => return Ok(None),
                Some((_, room)) if room.head.size() == row.size.get() => continue,
                Some((name, room)) => {
                    let key = room.key.clone();
                    let mut rest = LoadedRoom::continuing(id, key, room.epoch, room.head.clone());
                    rest.read_on(self.store.as_ref(), &self.keys, row.size)?;
                    heads.set(id, row.size.get(), rest.head.root());
                    news.grown.push((name.clone(), rest));
                    continue;
                }
            };
            heads.set(id, row.size.get(), rest.head.root());
            let Some(name) = rest.name().filter(|name| !case.rooms.contains_key(name)) else {
                return Ok(None);
            };
            news.grown.push((name, rest));
        }
        let written = standing.heads.as_ref();
        let written = written.map(|sealed| Standings::open(&case.id, &case.key, sealed));
        let fits = written.transpose()?.is_none_or(|written| written == heads);
        Ok(fits.then_some(news))
    }
}

fn continues(room: &LoadedRoom, row: &RoomRow) -> bool {
    room.epoch == row.epoch && room.head.size() <= row.size.get()
}

/// What was added to rooms, or new rooms.
#[derive(Default)]
struct News {
    grown: Vec<(RoomName, LoadedRoom)>,
}

impl News {
    fn take_effect(self, state: &mut State, standing: &Standing) {
        let Some(case) = &mut state.case else { return };
        case.heads.clone_from(&standing.heads);
        for (name, rest) in self.grown {
            for entry in &rest.log.entries {
                state.erasing |=
                    matches!(entry.body().map(|b| &b.event), Some(Event::BodyErased(_)));
                for view in state.views.values_mut() {
                    Arc::make_mut(view).push(&name, entry);
                }
            }
            match case.rooms.get_mut(&name) {
                None => {
                    case.rooms.insert(name, rest);
                }
                Some(room) => {
                    room.head = rest.head;
                    room.leaves.extend(rest.leaves);
                    room.checkpoint = rest.checkpoint;
                    room.log.entries.extend(rest.log.entries);
                }
            }
        }
    }
}
