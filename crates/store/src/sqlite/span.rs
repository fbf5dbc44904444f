//! Where the entries of a room lie: the room's place, and after it its numbers.
//! The place is the beginning of the room's random name, so that entries of one
//! room lie together and nothing runs across rooms.

use crate::{Number, RoomKey};

/// The low bits of an entry's place are its number.
const NUMBER_BITS: u32 = 27;

/// The bits before them are the beginning of the room's name.
const NAME_BITS: u32 = 36;

/// The largest number that fits.
const MOST: u64 = (1 << NUMBER_BITS) - 1;

/// The place of a room: the first 36 bits of its name, before the bits of a
/// number. Two rooms of one place are refused as two of one name are.
pub fn place(room: RoomKey) -> i64 {
    let name = u128::from_be_bytes(*room.as_bytes()) >> (128 - NAME_BITS);
    i64::try_from(name).unwrap_or_default() << NUMBER_BITS
}

/// The first and the last place of a room's entries from a number on; the
/// first is beyond the last where no entry can be.
pub fn from(room: RoomKey, number: Number) -> (i64, i64) {
    let place = place(room);
    let after = |number: u64| place.saturating_add(i64::try_from(number).unwrap_or(i64::MAX));
    (after(number.get().min(MOST + 1)), after(MOST))
}

#[cfg(test)]
mod tests {
    use super::{from, place};
    use crate::{Number, RoomKey};

    #[test]
    fn rooms_do_not_reach_into_one_another() {
        let last = RoomKey::new([0xff; 16]);
        let mut bytes = [0xff; 16];
        bytes[4] = 0xef;
        let before = RoomKey::new(bytes);
        assert!(from(before, Number::FIRST).1 < place(last));
        let (first, end) = from(last, Number::FIRST);
        assert_eq!((first - 1, end), (place(last), i64::MAX));
        let (first, end) = from(before, Number::new(u64::MAX));
        assert!(first > end);
    }
}
