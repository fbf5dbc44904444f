//! The names of the parts of a drawing, below it: as many as have room, of all of them or of
//! every second, third and so on.

use super::room;

/// A name below a drawing.
#[derive(Debug, PartialEq)]
pub struct Name {
    /// Which part it names.
    pub part: usize,
    /// As much of it as there is room for.
    pub said: String,
}

/// The size of the names, in pixels.
const SIZE: f64 = 13.0;
/// Between two names, in pixels.
const BETWEEN: f64 = 12.0;
/// A name that has so much room, in pixels, is rather cut than left out.
const ENOUGH: f64 = 72.0;

/// The names that have room in a drawing of so many pixels. The parts are told with where they begin,
/// as a share of the width.
pub fn chosen(parts: &[(f64, &str)], width: f64) -> Vec<Name> {
    let mut best = Vec::new();
    let mut every = 1;
    while every <= parts.len() {
        let names = named(parts, every, width);
        if names.len() > best.len() {
            best = names;
        }
        every = next(every);
    }
    best
}

/// The names of every so many parts: those that have room up to the next of them or to the end.
fn named(parts: &[(f64, &str)], every: usize, width: f64) -> Vec<Name> {
    let picked = parts.iter().enumerate().step_by(every);
    let named = picked.filter_map(|(part, (begins, name))| {
        let room = match parts.get(part + every) {
            Some((next, _)) => (next - begins) * width - BETWEEN,
            None => (1.0 - begins) * width,
        };
        let has_room = room >= ENOUGH || room::width(name, SIZE) <= room;
        has_room.then_some((part, *name, room))
    });
    let named: Vec<(usize, &str, f64)> = named.collect();
    // What is left of each that is cut: the last may have more room, and so more of the same is left.
    let cut = named.iter().map(|(_, name, room)| {
        let short = room::cut(name, SIZE, *room);
        (short != *name).then_some(short)
    });
    let cut: Vec<Option<String>> = cut.collect();
    let kept = |short: &Option<String>| {
        let kept = short.as_ref()?.trim_end_matches('…');
        (!kept.is_empty()).then(|| kept.to_owned())
    };
    let said = named.iter().zip(&cut).map(|((part, name, room), short)| {
        let own = kept(short);
        let alike = named.iter().zip(&cut).filter(|(_, other)| {
            let both = own.as_ref().zip(kept(other));
            both.is_some_and(|(own, other)| own.starts_with(&other) || other.starts_with(own))
        });
        let said = match alike.map(|((_, name, _), _)| *name).reduce(common) {
            Some(common) if common != *name => {
                let own = name.get(common.len()..).unwrap_or(name);
                room::cut(&format!("…{own}"), SIZE, *room)
            }
            Some(_) | None => short.clone().unwrap_or_else(|| (*name).to_owned()),
        };
        Name { part: *part, said }
    });
    said.collect()
}

/// The words with which both begin.
fn common<'n>(one: &'n str, other: &str) -> &'n str {
    let mut signs = one.char_indices().zip(other.chars());
    let differ = signs.find(|((_, sign), theirs)| sign != theirs);
    let alike = match differ {
        Some(((at, _), _)) => one.get(..at),
        None => one.get(..one.len().min(other.len())),
    };
    let alike = alike.unwrap_or_default();
    if alike.len() == one.len() {
        return one;
    }
    let words = alike.rfind(char::is_whitespace).and_then(|last| {
        let after = alike.get(last..)?.chars().next()?.len_utf8();
        alike.get(..last + after)
    });
    // Of one long word the signs with which both begin.
    words.unwrap_or(alike)
}

/// 1 to 10, then 20, 30 and so on: by numbers that people count in.
const fn next(every: usize) -> usize {
    let mut unit = 1;
    while unit <= every / 10 {
        unit *= 10;
    }
    (every / unit + 1) * unit
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of so many parts of the same length, in a drawing of 560 pixels.
    fn said(count: u32, name: impl Fn(u32) -> String) -> Vec<(usize, String)> {
        let names: Vec<String> = (1..=count).map(name).collect();
        let share = |part: u32| f64::from(part) / f64::from(count);
        let parts: Vec<(f64, &str)> = (0..count)
            .zip(&names)
            .map(|(part, name)| (share(part), name.as_str()))
            .collect();
        let chosen = chosen(&parts, 560.0);
        chosen.into_iter().map(|n| (n.part, n.said)).collect()
    }

    #[test]
    fn names_stand_whole_where_there_is_room() {
        let four = [
            "First exchange",
            "Second exchange",
            "Third exchange",
            "Last",
        ];
        let found = said(4, |at| four[at as usize - 1].to_owned());
        assert_eq!(found.len(), 4);
        assert!(found.iter().zip(four).all(|((_, said), name)| said == name));
    }

    #[test]
    fn of_many_every_so_many_is_named() {
        let found = said(300, |at| format!("Stage {at}"));
        assert!((5..=9).contains(&found.len()), "{found:?}");
        let every = found[1].0;
        assert!(every.is_multiple_of(10), "{every}");
        for (at, (part, said)) in found.iter().enumerate() {
            assert_eq!(*part, at * every);
            assert_eq!(*said, format!("Stage {}", part + 1));
        }
    }

    #[test]
    fn a_few_long_names_are_cut_to_their_room() {
        let found = said(4, |at| {
            format!("Exchange {at} at the northern crossing of the river")
        });
        assert_eq!(found.len(), 4);
        assert!(found.iter().take(3).all(|(_, said)| said.ends_with('…')));
    }

    #[test]
    fn long_names_that_begin_alike_are_told_apart() {
        let found = said(4, |at| {
            format!("Exchange at the northern crossing of the river, day {at}")
        });
        let found: Vec<&str> = found.iter().map(|(_, said)| said.as_str()).collect();
        assert_eq!(found, ["…1", "…2", "…3", "…4"]);
        let found = said(3, |at| match at {
            1 => "Release of all who are held at the coast".to_owned(),
            2 => "Release of all who are held in the hills".to_owned(),
            _ => "Return of the fallen".to_owned(),
        });
        let found: Vec<&str> = found.iter().map(|(_, said)| said.as_str()).collect();
        assert_eq!(
            found,
            ["…at the coast", "…in the hills", "Return of the fallen"]
        );
        let found = said(4, |at| format!("Checkpoint-exchange-of-the-wounded-{at}"));
        let found: Vec<&str> = found.iter().map(|(_, said)| said.as_str()).collect();
        assert_eq!(found, ["…1", "…2", "…3", "…4"]);
        // Where names are the same in full, nothing tells them apart.
        let found = said(4, |_| "Exchange at the northern crossing".to_owned());
        assert!(found.iter().all(|(_, said)| said.starts_with("Exchange")));
    }

    #[test]
    fn a_part_without_room_takes_no_name_from_the_others() {
        let parts = [
            (0.0, "First phase, civilians"),
            (0.4, "Second phase"),
            (0.96, "Third phase"),
        ];
        let named: Vec<usize> = chosen(&parts, 560.0).iter().map(|name| name.part).collect();
        assert_eq!(named, [0, 1]);
    }

    #[test]
    fn one_part_and_none_are_no_trouble() {
        assert_eq!(said(1, |_| "Only".to_owned()), [(0, "Only".to_owned())]);
        assert_eq!(chosen(&[], 560.0), []);
    }
}
