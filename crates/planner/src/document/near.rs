//! The word that was most likely meant by a word that is not known.

/// The known word nearest to a written one; nothing where none is near.
pub fn nearest<'w>(written: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let bare = bare(written);
    let near = known.filter_map(|word| {
        let known = self::bare(word);
        let apart = distance(&bare, &known);
        let allowed = 1 + word.chars().count() / 4;
        let begins = bare.len() >= 3 && known.starts_with(&bare);
        // A word of one letter is near to no other.
        ((apart <= allowed && apart < known.len()) || begins).then_some((apart, word))
    });
    near.min_by_key(|(apart, _)| *apart).map(|(_, word)| word)
}

/// A word without what is often written otherwise: capitals, underscores, spaces, a plural.
fn bare(word: &str) -> Vec<char> {
    const LONGEST: usize = 60;
    let letters = word.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).take(LONGEST).collect()
}

/// How many letters have to be put in, left out, replaced, or swapped with their neighbour.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut earlier: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (row, letter) in a.iter().enumerate() {
        let mut next = vec![row + 1];
        for (column, other) in b.iter().enumerate() {
            let get = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX / 2);
            let mut least = (get(&above, column) + usize::from(letter != other))
                .min(get(&above, column + 1) + 1)
                .min(get(&next, column) + 1);
            let swapped = column > 0
                && row > 0
                && a.get(row - 1) == Some(other)
                && b.get(column - 1) == Some(letter);
            if swapped {
                least = least.min(get(&earlier, column - 1) + 1);
            }
            next.push(least);
        }
        earlier = std::mem::replace(&mut above, next);
    }
    above.last().copied().unwrap_or(a.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_that_was_meant_is_found_and_no_other() {
        let known = [
            "exposed-at-most",
            "future",
            "points-from",
            "party",
            "many",
            "one",
        ];
        let near = |written| nearest(written, known.into_iter());
        assert_eq!(near("exposed_at_most"), Some("exposed-at-most"));
        assert_eq!(near("futrue"), Some("future"));
        assert_eq!(near("Points from"), Some("points-from"));
        assert_eq!(near("parties"), None);
        assert_eq!(near("ones"), Some("one"));
        assert_eq!(near("price"), None);
        assert_eq!(nearest("c", ["a", "b"].into_iter()), None);
        assert_eq!(nearest("A", ["a", "b"].into_iter()), Some("a"));
    }
}
