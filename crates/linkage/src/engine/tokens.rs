//! The words of names over both lists: each once, how rare it is, and which others may be the same
//! name, misspelled or in another script.

use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicU64, Ordering},
};

use rayon::prelude::*;

use super::letters::{Letters, Likeness, Prepared as PreparedText};
use crate::{
    name::{Cluster, Kind, Name, Script, Token, clusters_of, same_name},
    transducer::{Model, Nearest, Prepared, Reach, Scratch},
    watch::{Stage, Stopped, Watch},
};

/// Distinct words of names, numbered, with those that are alike.
pub struct Words {
    numbers: BTreeMap<(Script, String), u32>,
    /// How many bits the agreement of a word can be worth: see [`Words::new`].
    rarity: Vec<f32>,
    /// For each word the others that may be the same name, by number, with their bits.
    alike: Vec<Vec<(u32, f32)>>,
}

/// A word of a script, and its number.
type Numbered<'w> = (&'w (Script, String), u32);

/// For how many names the background stands, since a short list cannot show how rare a word is.
const BACKGROUND: f32 = 200.0;
/// What a likeness takes off what the word is worth, in bits.
const ONE_LETTER: f32 = 3.0;
const CLOSE: f32 = 4.5;
const ALIKE: f32 = 6.5;
/// What is taken off where two are forms of one name, or one is short for the other.
const FORM: f32 = 1.5;
const NICKNAME: f32 = 3.0;
/// Words of other scripts are looked for down to so many bits.
const FLOOR: f32 = 1.0;

impl Words {
    /// Takes in all words of these names, each name as often as `counts` says. Agreement of a word is
    /// never worth more than the logarithm of its share, in these lists and in the background that
    /// comes with the model: two who are both called by a common name are still strangers.
    ///
    /// # Errors
    /// [`Stopped`] when the watcher says so.
    pub fn new(names: &[Name], counts: &[u32], watch: &dyn Watch) -> Result<Self, Stopped> {
        let model = Model::builtin();
        let mut seen: BTreeMap<(Script, String), f32> = BTreeMap::new();
        let mut all = 0.0;
        for (name, &count) in names.iter().zip(counts) {
            let records = records(count);
            all += records;
            let mut words: Vec<&Token> = name.spellings.iter().flatten().collect();
            words.sort_unstable();
            words.dedup();
            for word in words {
                *seen.entry((word.script, word.text.clone())).or_insert(0.0) += records;
            }
        }
        let rarity = seen
            .iter()
            .map(|((script, text), &count)| {
                let background = (-model.rarity(text, *script)).exp2() * BACKGROUND;
                ((all + BACKGROUND) / (count + background)).log2()
            })
            .collect();
        let numbers: BTreeMap<(Script, String), u32> = seen.into_keys().zip(0..).collect();
        let mut words = Self {
            numbers,
            rarity,
            alike: Vec::new(),
        };
        words.alike = words.look_for_alike(model, watch)?;
        Ok(words)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.rarity.len()
    }

    /// The number of a word.
    pub fn number(&self, token: &Token) -> Option<u32> {
        self.numbers
            .get(&(token.script, token.text.clone()))
            .copied()
    }

    /// How many bits two words speak for being one name; none where nothing does.
    pub fn bits(&self, a: u32, b: u32) -> Option<f32> {
        if a == b {
            return self.rarity.get(a as usize).copied();
        }
        let alike = self.alike(a);
        let at = alike.binary_search_by_key(&b, |&(word, _)| word).ok()?;
        alike.get(at).map(|&(_, bits)| bits)
    }

    /// The others that may be the same name, by number.
    pub fn alike(&self, word: u32) -> &[(u32, f32)] {
        self.alike
            .get(word as usize)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    fn look_for_alike(
        &self,
        model: &'static Model,
        watch: &dyn Watch,
    ) -> Result<Vec<Vec<(u32, f32)>>, Stopped> {
        let list: Vec<Numbered> = self
            .numbers
            .iter()
            .map(|(word, &number)| (word, number))
            .collect();
        // Sorted by script first, so that each script is one run.
        let scripts: Vec<&[Numbered]> = list.chunk_by(|a, b| a.0.0 == b.0.0).collect();
        let mut alike: Vec<Vec<(u32, f32)>> = vec![Vec::new(); list.len()];
        for run in &scripts {
            self.misspelled(run, &mut alike, watch)?;
        }
        self.other_forms(&list, &mut alike);
        for (n, run) in scripts.iter().enumerate() {
            for other in scripts.iter().skip(n + 1) {
                self.across(model, (run, other), &mut alike, watch)?;
            }
        }
        for of_word in &mut alike {
            // Of several reasons the best.
            of_word.sort_unstable_by(|(a, x), (b, y)| a.cmp(b).then(y.total_cmp(x)));
            of_word.dedup_by_key(|&mut (word, _)| word);
        }
        Ok(alike)
    }

    /// Words that are known to be forms of one name, or short for it.
    fn other_forms(&self, list: &[Numbered], alike: &mut [Vec<(u32, f32)>]) {
        let mut clusters: BTreeMap<Cluster, Vec<(u32, &str)>> = BTreeMap::new();
        for &((_, text), number) in list {
            for &(cluster, _) in clusters_of(text) {
                clusters.entry(cluster).or_default().push((number, text));
            }
        }
        let mut found = Vec::new();
        for members in clusters.values() {
            for (i, &(a, one)) in members.iter().enumerate() {
                for &(b, other) in members.iter().skip(i + 1) {
                    let less = match same_name(one, other) {
                        Some(Kind::Form) => FORM,
                        Some(Kind::Nickname) => NICKNAME,
                        None => continue,
                    };
                    found.push((a, b, self.cap(a, b) - less));
                }
            }
        }
        found.retain(|&(.., bits)| bits > 0.0);
        add(&found, alike);
    }

    /// Words of one script that differ in few letters.
    fn misspelled(
        &self,
        run: &[Numbered],
        alike: &mut [Vec<(u32, f32)>],
        watch: &dyn Watch,
    ) -> Result<(), Stopped> {
        let looks = Looks::new(watch, run.len());
        let mut letters = Letters::default();
        for ((_, text), _) in run {
            letters.push(text);
        }
        let found = (0..run.len())
            .into_par_iter()
            .map(|i| {
                looks.one_more()?;
                let mut prepared = PreparedText::new(&letters);
                prepared.turn_to(i);
                let mine = run.get(i).map_or(0, |&(_, number)| number);
                let later = run.iter().enumerate().skip(i + 1);
                let near = later
                    .filter_map(|(j, &(_, other))| {
                        let less = match prepared.likeness(j) {
                            Likeness::Same => 0.0,
                            Likeness::OneLetter => ONE_LETTER,
                            Likeness::Close => CLOSE,
                            Likeness::Alike => ALIKE,
                            Likeness::Unlike => return None,
                        };
                        let bits = self.cap(mine, other) - less;
                        (bits > 0.0).then_some((mine, other, bits))
                    })
                    .collect();
                Ok(near)
            })
            .collect::<Result<Vec<Vec<(u32, u32, f32)>>, Stopped>>()?;
        add(&found.concat(), alike);
        Ok(())
    }

    /// Words of two scripts that may be one name.
    fn across(
        &self,
        model: &'static Model,
        (run, others): (&[Numbered], &[Numbered]),
        alike: &mut [Vec<(u32, f32)>],
        watch: &dyn Watch,
    ) -> Result<(), Stopped> {
        let [Some(mine), Some(theirs)] = [run, others].map(|run| run.first().map(|w| w.0.0)) else {
            return Ok(());
        };
        if !model.knows(mine, theirs) {
            return Ok(());
        }
        let prepare = |run: &[Numbered]| -> Vec<Prepared> {
            run.par_iter()
                .map(|((script, text), _)| Prepared::new(model, text, *script))
                .collect()
        };
        let (queries, targets) = (prepare(run), prepare(others));
        let nearest = Nearest::new(&targets, Reach::default());
        let looks = Looks::new(watch, run.len());
        let found = queries
            .par_iter()
            .zip(run)
            .map_init(Scratch::default, |scratch, (query, &(_, number))| {
                looks.one_more()?;
                let near = nearest.above(query, FLOOR, scratch);
                let number_of = |at: u32| others.get(at as usize).map(|&(_, number)| number);
                Ok(near
                    .into_iter()
                    .filter_map(|near| Some((number, number_of(near.at)?, near.bits)))
                    .map(|(a, b, bits)| (a, b, bits.min(self.cap(a, b))))
                    .collect())
            })
            .collect::<Result<Vec<Vec<(u32, u32, f32)>>, Stopped>>()?;
        add(&found.concat(), alike);
        Ok(())
    }

    fn cap(&self, a: u32, b: u32) -> f32 {
        let of = |word: u32| self.rarity.get(word as usize).copied().unwrap_or(0.0);
        of(a).min(of(b))
    }
}

/// Tells whoever watches how many words have been looked at.
struct Looks<'w> {
    watch: &'w dyn Watch,
    done: AtomicU64,
    of: u64,
}

/// So many words from one look to the next.
const LOOK: u64 = 64;

impl<'w> Looks<'w> {
    fn new(watch: &'w dyn Watch, of: usize) -> Self {
        Self {
            watch,
            done: AtomicU64::new(0),
            of: of as u64,
        }
    }

    fn one_more(&self) -> Result<(), Stopped> {
        let before = self.done.fetch_add(1, Ordering::Relaxed);
        if before.is_multiple_of(LOOK) {
            self.watch.at(Stage::Preparing, before, self.of)?;
        }
        Ok(())
    }
}

fn add(found: &[(u32, u32, f32)], alike: &mut [Vec<(u32, f32)>]) {
    for &(a, b, bits) in found {
        for (word, other) in [(a, b), (b, a)] {
            if let Some(of_word) = alike.get_mut(word as usize) {
                of_word.push((other, bits));
            }
        }
    }
}

/// Exact up to 2^24 records of one name; a share of a list needs no more.
fn records(count: u32) -> f32 {
    #[expect(
        clippy::cast_precision_loss,
        reason = "a share of a list needs no more"
    )]
    let records = count as f32;
    records
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::Part;

    struct Stops;

    impl Watch for Stops {
        fn at(&self, _: Stage, _: u64, _: u64) -> Result<(), Stopped> {
            Err(Stopped)
        }
    }

    #[test]
    fn looking_for_alike_words_stops_when_told() {
        let names = ["karim", "كريم"].map(|text| Name {
            spellings: vec![vec![Token {
                text: text.to_owned(),
                script: text.chars().find_map(Script::of_letter).unwrap(),
                part: Part::Plain,
            }]],
        });
        assert!(Words::new(&names, &[1, 1], &Stops).is_err());
        let words = Words::new(&names, &[1, 1], &crate::watch::Unwatched).unwrap();
        assert!(words.bits(0, 1).is_some_and(|bits| bits > 0.0));
    }
}
