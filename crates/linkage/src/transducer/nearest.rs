//! Which of many tokens are near to one, without comparing it with each: they stand in a tree by
//! their letters, and a branch is left as soon as its beginning is too unlike.

use super::{
    exact::{log2_of, power},
    lattice::LONGEST,
    model::Scratch,
    prepared::Prepared,
};

/// A token found near to another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Near {
    /// Which, as it stood in the slice from which [`Nearest`] was made.
    pub at: u32,
    /// See [`super::Model::bits`].
    pub bits: f32,
}

/// Tokens of one script, ready to be searched.
#[derive(Debug)]
pub struct Nearest<'a> {
    tokens: &'a [Prepared<'a>],
    /// The tree, each branch before those that part from it.
    branches: Vec<Branch>,
    /// Tokens in the order of their letters.
    order: Vec<u32>,
    reach: Reach,
}

/// All tokens that begin with the same letters.
#[derive(Debug, Clone, Copy)]
struct Branch {
    /// How many letters they share.
    depth: u8,
    /// The first branch after this that does not part from it.
    after: u32,
    /// A token that begins so: an index into `order`.
    first: u32,
    /// How many tokens, beginning with `first`, have just these letters.
    ending: u32,
}

/// How far the search goes: the further, the slower and the less is missed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reach {
    /// A branch is left when what it shares with the query is so many bits below chance.
    pub patience: u8,
    /// First-pass bits may be so much below the final ones.
    pub slack: f32,
}

impl Default for Reach {
    fn default() -> Self {
        Self {
            patience: 7,
            slack: 4.0,
        }
    }
}

impl<'a> Nearest<'a> {
    /// Makes ready to search tokens, which must be of one script.
    pub fn new(tokens: &'a [Prepared<'a>], reach: Reach) -> Self {
        let mut order: Vec<u32> = (0..).take(tokens.len()).collect();
        let letters = |at: u32| {
            tokens
                .get(at as usize)
                .map(|token| token.word.letters.as_slice())
                .unwrap_or_default()
        };
        order.retain(|at| !letters(*at).is_empty());
        order.sort_by(|a, b| letters(*a).cmp(letters(*b)).then(a.cmp(b)));
        let mut nearest = Self {
            tokens,
            branches: Vec::new(),
            order: Vec::new(),
            reach,
        };
        let sorted: Vec<&[u8]> = order.iter().map(|at| letters(*at)).collect();
        nearest.grow(&sorted, 0, 0, sorted.len());
        nearest.order = order;
        nearest
    }

    /// Adds the branches of the tokens from `begin` to `end`, which share `depth` letters.
    fn grow(&mut self, sorted: &[&[u8]], depth: usize, begin: usize, end: usize) {
        let mut at = begin;
        while at < end {
            let letter = sorted.get(at).and_then(|word| word.get(depth)).copied();
            let Some(letter) = letter else {
                at += 1;
                continue;
            };
            let same = |word: &&[u8]| word.get(depth) == Some(&letter);
            let count = sorted
                .get(at..end)
                .unwrap_or_default()
                .iter()
                .take_while(|word| same(word))
                .count();
            let ending = sorted
                .get(at..at + count)
                .unwrap_or_default()
                .iter()
                .take_while(|word| word.len() == depth + 1)
                .count();
            let branch = self.branches.len();
            self.branches.push(Branch {
                depth: u8::try_from(depth + 1).unwrap_or(u8::MAX),
                after: 0,
                first: index(at),
                ending: index(ending),
            });
            self.grow(sorted, depth + 1, at, at + count);
            let after = index(self.branches.len());
            if let Some(branch) = self.branches.get_mut(branch) {
                branch.after = after;
            }
            at += count;
        }
    }

    /// The tokens whose bits with `query` are at least `floor`, the most first; of equals in the
    /// order of the slice. A few of those that begin quite unlike the query may be missed:
    /// `docs/name-model.md` says how many.
    pub fn above(&self, query: &Prepared<'_>, floor: f32, scratch: &mut Scratch) -> Vec<Near> {
        let mut found = self.candidates(query, floor - self.reach.slack);
        found.retain_mut(|near| {
            if let Some(token) = self.tokens.get(near.at as usize) {
                near.bits = query.bits(token, scratch);
            }
            near.bits >= floor
        });
        found.sort_by(|a, b| b.bits.total_cmp(&a.bits).then(a.at.cmp(&b.at)));
        found
    }

    /// The tokens whose first-pass bits are at least `floor`, in no useful order.
    pub fn candidates(&self, query: &Prepared<'_>, floor: f32) -> Vec<Near> {
        let Some(mut search) = Search::new(self, query) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(branch) = self.branches.get(at) {
            if search.descend(self, branch) {
                let bits = (branch.ending > 0).then(|| search.bits(branch));
                if let Some(bits) = bits.filter(|bits| *bits >= floor) {
                    let first = branch.first as usize;
                    let ending = self.order.get(first..first + branch.ending as usize);
                    found.extend(
                        ending
                            .into_iter()
                            .flatten()
                            .map(|at| Near { at: *at, bits }),
                    );
                }
                at += 1;
            } else {
                at = branch.after as usize;
            }
        }
        found
    }
}

fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// One query on its way through the tree.
struct Search<'q> {
    /// For each chunk of the candidates' side, for each place of the query, the ratios with its
    /// chunks of 0, 1, 2 and 3 letters that end there.
    gains: Vec<[f32; 4]>,
    width: usize,
    /// Rows of sums, one for each letter of the branch, the row before the first letter first.
    rows: Vec<f32>,
    /// The most letters that a unit takes of the query, and of a candidate.
    turned: bool,
    /// A row whose greatest sum is less is not worth going on from.
    least: f32,
    quick: (f32, f32),
    query: &'q Prepared<'q>,
}

impl<'q> Search<'q> {
    fn new(nearest: &Nearest<'_>, query: &'q Prepared<'q>) -> Option<Self> {
        let first = nearest
            .order
            .first()
            .and_then(|at| nearest.tokens.get(*at as usize))?;
        // Within one script the sides depend on the texts; the query then stands on the left.
        let (pair, turned, places) = query.as_query(first)?;
        let width = places.len();
        let count = if turned {
            pair.units.left_count()
        } else {
            pair.units.right_count()
        };
        let mut gains = Vec::with_capacity(count * width);
        for chunk in (0..).take(count) {
            let ratios = if turned {
                pair.units.ratios_of_left(chunk)
            } else {
                pair.units.ratios_of_right(chunk)
            };
            for ends in places {
                gains.push(ends.map(|end| ratios.get(usize::from(end)).copied().unwrap_or(0.0)));
            }
        }
        let mut search = Self {
            gains,
            width,
            rows: vec![0.0; width * (LONGEST + 1)],
            turned,
            least: power(-64 * i16::from(nearest.reach.patience)),
            quick: pair.weights.quick,
            query,
        };
        search.begin(places.first().map_or(0, |ends| ends[0]), first);
        Some(search)
    }

    /// The row before the first letter of a candidate.
    fn begin(&mut self, _: u16, first: &Prepared<'_>) {
        let none = first.chunk_at(self.query, self.turned, 0, 0);
        for i in 0..self.width {
            let value = if i == 0 {
                1.0
            } else {
                self.row_value(0, i - 1) * self.gain(none, i)[1]
            };
            self.set(0, i, value);
        }
    }

    fn gain(&self, chunk: u16, place: usize) -> [f32; 4] {
        self.gains
            .get(usize::from(chunk) * self.width + place)
            .copied()
            .unwrap_or_default()
    }

    fn row_value(&self, row: usize, place: usize) -> f32 {
        self.rows
            .get(row * self.width + place)
            .copied()
            .unwrap_or(0.0)
    }

    fn set(&mut self, row: usize, place: usize, value: f32) {
        if let Some(cell) = self.rows.get_mut(row * self.width + place) {
            *cell = value;
        }
    }

    /// Adds the row of the branch's last letter. Whether it is worth going on.
    fn descend(&mut self, nearest: &Nearest<'_>, branch: &Branch) -> bool {
        let depth = usize::from(branch.depth);
        let token = nearest
            .order
            .get(branch.first as usize)
            .and_then(|at| nearest.tokens.get(*at as usize));
        let Some(token) = token else { return false };
        let chunks: [u16; 4] =
            std::array::from_fn(|letters| token.chunk_at(self.query, self.turned, depth, letters));
        let width = self.width;
        let [none, one, two, three] = chunks.map(|chunk| {
            let begin = usize::from(chunk) * width;
            self.gains.get(begin..begin + width).unwrap_or_default()
        });
        let (before, rest) = self.rows.split_at_mut(depth * width);
        let row = |back: usize| {
            depth
                .checked_sub(back)
                .and_then(|at| before.get(at * width..(at + 1) * width))
                .unwrap_or_default()
        };
        let (last, second, third) = (row(1), row(2), row(3));
        let at = |row: &[f32], place: usize| row.get(place).copied().unwrap_or(0.0);
        let gain = |row: &[[f32; 4]], place: usize| row.get(place).copied().unwrap_or_default();
        let (mut best, mut left) = (0.0_f32, 0.0_f32);
        for (place, cell) in rest.iter_mut().take(width).enumerate() {
            let [alone, single, double, triple] = gain(one, place);
            let mut sum = at(last, place) * alone;
            if place >= 1 {
                sum += left * gain(none, place)[1]
                    + at(last, place - 1) * single
                    + at(second, place - 1) * gain(two, place)[1];
                if self.turned {
                    sum += at(third, place - 1) * gain(three, place)[1];
                }
            }
            if place >= 2 {
                sum += at(last, place - 2) * double;
            }
            if place >= 3 {
                sum += at(last, place - 3) * triple;
            }
            *cell = sum;
            left = sum;
            best = best.max(sum);
        }
        best >= self.least
    }

    /// First-pass bits of a token that ends where the branch does.
    fn bits(&self, branch: &Branch) -> f32 {
        let sum = self.row_value(usize::from(branch.depth), self.width - 1);
        self.quick.0 * log2_of(sum) + self.quick.1
    }
}
