//! Which files an exported room can have, and how large each can be. Whoever reads a directory from a stranger asks
//! here first: what cannot belong to it need not be read.

use super::tiles::WIDTH;

/// The most bytes of a file that holds one line of a key.
const KEY_MOST: usize = 1 << 10;

/// The most bytes of a checkpoint: three lines and its signatures.
const CHECKPOINT_MOST: usize = 64 << 10;

/// The most groups of three digits in the number of a tile: a log has fewer than 2^53 entries.
const GROUPS_MOST: usize = 5;

/// The highest level of tiles in a log of fewer than 2^53 entries.
const LEVEL_MOST: u8 = b'6';

/// What may stand at a path within an exported room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A file of at most so many bytes; for the bodies, as many as the reader takes.
    File {
        /// The most bytes.
        most: usize,
    },
    /// A directory in which files may stand.
    Directory,
}

/// What may stand at a path, written with `/`; `None`: nothing of an exported room.
pub fn place(path: &str) -> Option<Place> {
    let file = |most| Some(Place::File { most });
    match path.split('/').collect::<Vec<_>>().as_slice() {
        ["allowed_signers" | "desk.vkey"] => file(KEY_MOST),
        ["checkpoint"] => file(CHECKPOINT_MOST),
        ["bodies.jsonl"] => file(usize::MAX),
        ["tile"] => Some(Place::Directory),
        ["tile", "entries", rest @ ..] => tile(rest, WIDTH * (2 + usize::from(u16::MAX))),
        ["tile", level, rest @ ..] if is_level(level) => tile(rest, WIDTH * 32),
        _ => None,
    }
}

fn is_level(level: &str) -> bool {
    matches!(level.as_bytes(), [digit] if (b'0'..=LEVEL_MOST).contains(digit))
}

/// The number of a tile in its groups, and the width of one that is not full.
fn tile(rest: &[&str], most: usize) -> Option<Place> {
    let high = rest
        .iter()
        .take_while(|group| group.strip_prefix('x').is_some_and(is_group))
        .count();
    if high >= GROUPS_MOST {
        return None;
    }
    match rest.get(high..)? {
        [] => Some(Place::Directory),
        [group] if is_group(group) => Some(Place::File { most }),
        [group] if group.strip_suffix(".p").is_some_and(is_group) => Some(Place::Directory),
        [group, width] if group.strip_suffix(".p").is_some_and(is_group) => {
            is_width(width).then_some(Place::File { most })
        }
        _ => None,
    }
}

fn is_group(group: &str) -> bool {
    group.len() == 3 && group.bytes().all(|digit| digit.is_ascii_digit())
}

fn is_width(width: &str) -> bool {
    let spelled = width.bytes().all(|digit| digit.is_ascii_digit()) && !width.starts_with('0');
    spelled && width.parse().is_ok_and(|n: usize| (1..WIDTH).contains(&n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_has_a_place_and_so_have_the_directories_on_the_way() {
        for path in [
            "allowed_signers",
            "bodies.jsonl",
            "checkpoint",
            "desk.vkey",
            "tile/0/x001/x234/067",
            "tile/6/000.p/1",
            "tile/entries/000.p/255",
            "tile/entries/x001/000",
        ] {
            assert!(matches!(place(path), Some(Place::File { .. })), "{path}");
            for (at, _) in path.match_indices('/') {
                assert_eq!(place(&path[..at]), Some(Place::Directory), "{path} to {at}");
            }
        }
    }

    #[test]
    fn nothing_else_has() {
        for path in [
            "",
            "notes.txt",
            "tile/7",
            "tile/00",
            "tile/0/0",
            "tile/0/000/1",
            "tile/0/000.p/0",
            "tile/0/000.p/256",
            "tile/0/000.p/01",
            "tile/0/x000/x000/x000/x000/x000",
            "tile/../checkpoint",
            "checkpoint/",
            "bodies/1",
        ] {
            assert_eq!(place(path), None, "{path}");
        }
    }
}
