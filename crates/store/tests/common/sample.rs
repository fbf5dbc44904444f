//! Made-up sealed bytes, the same every time for the same number.

use store::{
    Batch, CaseKey, KeyEpoch, NewCase, NewEntry, NewRoom, Number, RoomAppend, RoomKey, Sealed, Size,
};

/// The case that every sample belongs to.
pub const CASE: CaseKey = CaseKey::new([0xca; 16]);

/// The first room.
pub const ROOM: RoomKey = RoomKey::new([0x10; 16]);

/// The second room.
pub const OTHER_ROOM: RoomKey = RoomKey::new([0x20; 16]);

/// About what an entry of the real program weighs.
pub const BODY_BYTES: usize = 1024;

/// Bytes that look sealed and can be told apart.
pub fn bytes(room: RoomKey, number: u64, part: u8, length: usize) -> Sealed {
    let mut state = number
        .wrapping_mul(0x9e37_79b9_7f4a_7c15)
        .wrapping_add(u64::from(part) << 8)
        .wrapping_add(room.as_bytes().iter().map(|byte| u64::from(*byte)).sum());
    let mut made = Vec::with_capacity(length);
    while made.len() < length {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        made.extend_from_slice(&(mixed ^ (mixed >> 31)).to_le_bytes());
    }
    made.truncate(length);
    Sealed::new(made)
}

/// The sample entry of a number.
pub fn entry(room: RoomKey, number: u64) -> NewEntry {
    NewEntry {
        number: Number::new(number),
        envelope: bytes(room, number, 1, 384),
        body: bytes(room, number, 2, BODY_BYTES),
        secret: bytes(room, number, 3, 104),
    }
}

/// The sample checkpoint of a size.
pub fn checkpoint(room: RoomKey, size: u64) -> Sealed {
    bytes(room, size, 4, 256)
}

/// The sample key of a room.
pub fn room_key(room: RoomKey) -> Sealed {
    bytes(room, 0, 5, 72)
}

/// `count` more entries for a room that holds `size`.
pub fn more(room: RoomKey, size: u64, count: u64) -> RoomAppend {
    RoomAppend {
        room,
        expected: Size::new(size),
        epoch: KeyEpoch::FIRST,
        entries: (size + 1..=size + count).map(|n| entry(room, n)).collect(),
        checkpoint: checkpoint(room, size + count),
    }
}

/// A batch that only adds.
pub fn adding(appends: Vec<RoomAppend>) -> Batch {
    let mut batch = Batch::new(CASE);
    batch.appends = appends;
    batch
}

/// A batch that opens the case with two empty rooms.
pub fn opening() -> Batch {
    let mut batch = Batch::new(CASE);
    batch.new_case = Some(NewCase {
        sealed: bytes(ROOM, 0, 6, 72),
    });
    batch.new_rooms = [ROOM, OTHER_ROOM]
        .into_iter()
        .map(|room| NewRoom {
            room,
            sealed_key: room_key(room),
        })
        .collect();
    batch
}
