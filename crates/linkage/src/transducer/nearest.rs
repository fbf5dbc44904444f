//! Which of many tokens are near to one, without comparing it with each: they stand in a tree by
//! their letters, and a branch is left as soon as its beginning is too unlike.

use super::{
    exact::{log2_of, power},
    lattice::LONGEST,
    model::Scratch,
    pair::bounded,
    prepared::Prepared,
    units::{Places, Units, WIDEST},
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
    /// For a query of each script, of each branch the chunks of 0 to 3 letters that end where it does.
    chunks: [Vec<Ending>; 4],
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

/// With the words' own costs weighed in, first-pass bits are closer to the final ones: this part of
/// the slack is enough.
const CLOSER: f32 = 0.6;

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
            chunks: Default::default(),
            order: Vec::new(),
            reach,
        };
        let sorted: Vec<&[u8]> = order.iter().map(|at| letters(*at)).collect();
        nearest.grow(&sorted, 0, 0, sorted.len());
        nearest.order = order;
        nearest.chunks = std::array::from_fn(|script| nearest.endings(script));
        nearest
    }

    fn endings(&self, script: usize) -> Vec<Ending> {
        self.branches
            .iter()
            .map(|branch| {
                let at = self.order.get(branch.first as usize);
                at.and_then(|at| self.tokens.get(*at as usize))
                    .and_then(|token| token.ending(script, usize::from(branch.depth)))
                    .unwrap_or([u16::MAX; WIDEST + 1])
            })
            .collect()
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
        let likely = floor - self.reach.slack * CLOSER;
        found.retain_mut(|near| {
            let Some(token) = self.tokens.get(near.at as usize) else {
                return false;
            };
            if query.likely(token, near.bits) < likely {
                return false;
            }
            near.bits = query.bits(token, scratch);
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
        while let (Some(branch), Some(ending)) = (self.branches.get(at), search.endings.get(at)) {
            if search.descend(usize::from(branch.depth), *ending) {
                if branch.ending > 0 {
                    let bits = search.bits(usize::from(branch.depth));
                    if bits >= floor {
                        found.extend(self.ending_at(branch).map(|at| Near { at, bits }));
                    }
                }
                at += 1;
            } else {
                at = branch.after as usize;
            }
        }
        found
    }

    /// The tokens that have just the letters of a branch.
    fn ending_at(&self, branch: &Branch) -> impl Iterator<Item = u32> {
        let first = branch.first as usize;
        let ending = self.order.get(first..first + branch.ending as usize);
        ending.into_iter().flatten().copied()
    }
}

fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The chunks of 0 to 3 letters that end at one place.
type Ending = [u16; WIDEST + 1];

/// Nothing stands before the first place of a row: so many cells of nought.
const MARGIN: usize = WIDEST;

/// Rows are rounded up to so many cells, which a processor takes at once.
const LANES: usize = 4;

/// One query on its way through the tree.
struct Search<'n> {
    endings: &'n [Ending],
    /// For each chunk of the candidates' side, for its ratios with chunks of 0 to 3 letters of the
    /// query, by the place of the query where those end: `width` cells.
    gains: Vec<f32>,
    width: usize,
    /// Where in a row the query ends.
    last: usize,
    /// Sums, a row of `MARGIN` and `width` cells for each letter of the branch, the row before the
    /// first letter first.
    rows: Vec<f32>,
    /// A row whose greatest sum is less is not worth going on from.
    least: f32,
    /// The greatest sum of each row.
    best: Vec<f32>,
    quick: (f32, f32),
}

impl<'n> Search<'n> {
    fn new(nearest: &'n Nearest<'_>, query: &Prepared<'_>) -> Option<Self> {
        let first = nearest
            .order
            .first()
            .and_then(|at| nearest.tokens.get(*at as usize))?;
        // Within one script the sides depend on the texts; the query then stands on the left.
        let (pair, turned, places) = query.as_query(first)?;
        let script = query.place()?;
        let width = places.len().next_multiple_of(LANES);
        let mut search = Self {
            endings: nearest.chunks.get(script)?,
            gains: gains(&pair.units, turned, places, width),
            width,
            last: places.len() - 1,
            rows: vec![0.0; (MARGIN + width) * (LONGEST + 1)],
            least: power(-64 * i16::from(nearest.reach.patience)),
            best: vec![1.0; LONGEST + 1],
            quick: pair.weights.quick,
        };
        search.begin(first.ending(script, 0)?);
        Some(search)
    }

    /// The row before the first letter of a candidate.
    fn begin(&mut self, ending: Ending) {
        let [none, ..] = ending.map(|chunk| gain(&self.gains, self.width, chunk, 1));
        let row = self.rows.iter_mut().skip(MARGIN).take(self.width);
        let mut value = 1.0;
        for (at, (cell, gain)) in row.zip(none).enumerate() {
            if at > 0 {
                value *= gain;
            }
            *cell = value;
        }
    }

    /// Adds the row of the branch's last letter, its `depth`th. Whether it is worth going on.
    fn descend(&mut self, depth: usize, ending: Ending) -> bool {
        let (width, stride) = (self.width, MARGIN + self.width);
        let [none, one, two, three] = ending;
        let gain = |chunk, letters| gain(&self.gains, width, chunk, letters);
        let (before, rest) = self.rows.split_at_mut(depth * stride);
        // Of the row so many letters of the candidate before, what stands so many of the query before.
        let share = |back: usize, letters: usize| {
            depth
                .checked_sub(back)
                .and_then(|at| before.get(at * stride + MARGIN - letters..(at + 1) * stride))
                .unwrap_or_default()
        };
        let Some(row) = rest.get_mut(MARGIN..stride) else {
            return false;
        };
        row.fill(0.0);
        for letters in 0..=WIDEST {
            add(row, share(1, letters), gain(one, letters));
        }
        add(row, share(2, 1), gain(two, 1));
        add(row, share(3, 1), gain(three, 1));
        let (mut left, mut best) = (0.0_f32, 0.0_f32);
        for (cell, gain) in row.iter_mut().zip(gain(none, 1)) {
            left = *cell + left * gain;
            *cell = left;
            best = best.max(left);
        }
        // Chunks of two and three letters begin further back: a letter that is no name's alone (q
        // before u) does not end a branch, only as many in a row as the longest chunk has.
        if let Some(slot) = self.best.get_mut(depth) {
            *slot = best;
        }
        let from = (depth + 1).saturating_sub(WIDEST);
        let recent = self.best.get(from..=depth).unwrap_or_default();
        recent.iter().any(|best| *best >= self.least)
    }

    /// First-pass bits of a token that ends after so many letters.
    fn bits(&self, depth: usize) -> f32 {
        let at = depth * (MARGIN + self.width) + MARGIN + self.last;
        let sum = self.rows.get(at).copied().unwrap_or(0.0);
        self.quick.0 * bounded(log2_of(sum)) + self.quick.1
    }
}

/// The ratios of every chunk of the candidates' side with those of a query, as `Search` keeps them.
fn gains(units: &Units, turned: bool, places: &Places, width: usize) -> Vec<f32> {
    let (own, others) = if turned {
        (units.right_count(), units.left_count())
    } else {
        (units.left_count(), units.right_count())
    };
    let mut gains = vec![0.0; others * (WIDEST + 1) * width];
    for (place, ends) in places.iter().enumerate() {
        for (letters, chunk) in ends.iter().enumerate() {
            // The last number is that of the chunks that no unit has.
            if usize::from(*chunk) + 1 >= own {
                continue;
            }
            let ratios = if turned {
                units.ratios_of_right(*chunk)
            } else {
                units.ratios_of_left(*chunk)
            };
            let slots = gains.iter_mut().skip(letters * width + place);
            for (slot, ratio) in slots.step_by((WIDEST + 1) * width).zip(ratios) {
                *slot = *ratio;
            }
        }
    }
    gains
}

/// The ratios of a chunk with those of so many letters of the query.
#[inline]
fn gain(gains: &[f32], width: usize, chunk: u16, letters: usize) -> &[f32] {
    let at = (usize::from(chunk) * (WIDEST + 1) + letters) * width;
    gains.get(at..at + width).unwrap_or_default()
}

#[inline]
fn add(row: &mut [f32], shares: &[f32], gains: &[f32]) {
    for ((cell, share), gain) in row.iter_mut().zip(shares).zip(gains) {
        *cell += share * gain;
    }
}
