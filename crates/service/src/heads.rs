//! Where the record of a room stands: how many entries its log has, and the root over all of them,
//! by which two readers can tell whether they were shown the same.

use mediation::{ids::RoomName, view::Viewer};
use record::Digest;

use crate::{Office, SeatDoor, ServiceError};

/// The head of a room's log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// How many entries it has.
    pub size: u64,
    /// The root of the tree over them.
    pub root: Digest,
}

impl Office {
    /// The head of a room's log, as the desk.
    ///
    /// # Errors
    /// When there is no such room.
    pub fn head(&self, room: &RoomName) -> Result<Head, ServiceError> {
        self.head_for(&Viewer::Desk, room)
    }

    pub(crate) fn head_for(&self, viewer: &Viewer, room: &RoomName) -> Result<Head, ServiceError> {
        let mut state = self.current()?;
        let visible = state.present(viewer).rooms.contains_key(room);
        let case = state.case.as_ref().filter(|_| visible);
        let found = case.and_then(|c| c.rooms.get(room));
        let found = found.ok_or(ServiceError::NothingThere)?;
        let checkpoint = found.head.checkpoint();
        Ok(Head {
            size: checkpoint.size,
            root: checkpoint.root,
        })
    }
}

impl SeatDoor {
    /// The head of the log of a room in which the participant sits.
    ///
    /// # Errors
    /// The same answer for a room that is not there and one that is not theirs.
    pub fn head(&self, room: &RoomName) -> Result<Head, ServiceError> {
        self.office().head_for(&self.viewer(), room)
    }
}
