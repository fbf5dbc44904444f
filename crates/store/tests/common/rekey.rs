//! The replacement of a case's key, made up like the rest of the sample.

use store::{NewCaseKey, NewHeads, RoomKey, Sealed, Standing};

use crate::sample::{CASE, ROOM, bytes};

/// The sample key of a room, under the case's next key.
pub fn new_room_key(room: RoomKey) -> Sealed {
    bytes(room, 0, 0x47, 72)
}

/// The replacement of the case's key when that of this room is replaced.
pub fn new_case_key(there: &Standing, room: RoomKey) -> NewCaseKey {
    let others = there.rooms.iter().filter(|row| row.room != room);
    NewCaseKey {
        case: CASE,
        sealed: bytes(ROOM, 0, 0x46, 72),
        other_rooms: others.map(|r| (r.room, new_room_key(r.room))).collect(),
        heads: NewHeads {
            expected: there.heads.clone(),
            sealed: bytes(ROOM, 0, 0x48, 552),
        },
    }
}
