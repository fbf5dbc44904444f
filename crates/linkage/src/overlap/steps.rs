//! Multiplying many points piece by piece: watched, stopped and taken up again.

use rayon::prelude::*;

use super::{group::PointBytes, wire::split};
use crate::watch::{Stage, Stopped, Watch};

/// How many points are handed on at a time.
const CHUNK: usize = 1 << 13;

/// How many points are written with one inversion between them.
const BATCH: usize = 128;

/// For each item the place of the first that is equal to it.
pub fn firsts<T: Ord + Sync>(items: &[T]) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..items.len()).collect();
    sorted.par_sort_unstable_by_key(|at| (items.get(*at), *at));
    let mut firsts = vec![0; items.len()];
    let mut first = 0;
    for at in sorted {
        if items.get(at) != items.get(first) {
            first = at;
        }
        if let Some(slot) = firsts.get_mut(at) {
            *slot = first;
        }
    }
    firsts
}

/// The result for each place: made by `multiply` for the places that are the first of their kind,
/// copied for the others. `done` is what was handed on before.
pub fn in_chunks(
    firsts: &[usize],
    done: Vec<u8>,
    multiply: &(dyn Fn(&[usize]) -> Vec<PointBytes> + Sync),
    watch: &dyn Watch,
    sink: &mut dyn FnMut(&[u8]) -> Result<(), Stopped>,
) -> Result<Vec<PointBytes>, Stopped> {
    let of = firsts.len();
    let mut results = split(&done);
    drop(done);
    results.truncate(of);
    results.reserve_exact(of - results.len());
    watch.at(Stage::Blinding, results.len() as u64, of as u64)?;
    while results.len() < of {
        let from = results.len();
        let chunk = from..of.min(from + CHUNK);
        let wanted = firsts.get(chunk.clone()).unwrap_or_default();
        let fresh: Vec<usize> = chunk
            .zip(wanted)
            .filter(|(at, first)| at == *first)
            .map(|(at, _)| at)
            .collect();
        let made: Vec<PointBytes> = fresh.par_chunks(BATCH).flat_map_iter(multiply).collect();
        let mut made = made.into_iter();
        for (at, first) in (from..).zip(wanted) {
            let copied = results.get(*first).copied();
            let result = if at == *first { made.next() } else { copied };
            results.push(result.unwrap_or_default());
        }
        sink(results.get(from..).unwrap_or_default().as_flattened())?;
        watch.at(Stage::Blinding, results.len() as u64, of as u64)?;
    }
    Ok(results)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_each_kind_is_found() {
        assert_eq!(firsts(&["b", "a", "b", "c", "a", "b"]), [0, 1, 0, 3, 1, 0]);
        assert_eq!(firsts::<u8>(&[]), [0; 0]);
    }
}
