//! Single tokens: for how many Latin ones the right native one is first among all that were set
//! aside, and what was missed by how much.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    time::Instant,
};

use linkage::{
    name::Script,
    transducer::{
        Model, Prepared, Scratch,
        train::{Kind, Source},
    },
};

use crate::data::{Counted, Pairs, hash, is_in, learn, set_aside, split, taken_apart};

/// So many are looked at closely after the first pass.
const CLOSELY: usize = 60;

/// Each script, by a model that did not see the pairs set aside.
pub fn measure(sources: &[Source]) -> Result<(), Box<dyn Error>> {
    for source in sources {
        if !is_asked(source) {
            continue;
        }
        let pairs = taken_apart(source);
        let (kept, aside) = split(&pairs);
        println!(
            "{:?}: {} pairs of tokens, {} to train on, {} set aside",
            source.script,
            pairs.len(),
            kept.len(),
            aside.len()
        );
        let model = learn(&[Source {
            script: source.script,
            of: Kind::Tokens,
            pairs: kept,
        }])?;
        rank(&model, source.script, &aside, &pairs, "all");
        let most: Pairs = usual(&pairs)
            .into_iter()
            .filter(|pair| aside.contains(pair))
            .collect();
        if most.len() < aside.len() {
            let what = "each Latin token with its usual spelling";
            rank(&model, source.script, &most, &pairs, what);
        }
    }
    Ok(())
}

/// Parts of which each is set aside in turn.
const PARTS: u64 = 12;
/// Queries of each.
const OF_EACH: usize = 500;

/// Each script by twelve models, of which each did not see a twelfth of the pairs: as the model that ships
/// does on pairs that it did not see, since it saw all but one in eighty. Native tokens of four parts are
/// candidates, as many as where one in three is set aside; those of three of them were seen.
pub fn by_parts(sources: &[Source]) -> Result<(), Box<dyn Error>> {
    for source in sources {
        if !is_asked(source) {
            continue;
        }
        let pairs = taken_apart(source);
        let common = usual(&pairs);
        let mut sums = [
            ("all", 0, 0),
            ("each Latin token with its usual spelling", 0, 0),
        ];
        for part in 0..PARTS {
            let (kept, aside) = set_aside(&pairs, |native| is_in(native, part, PARTS));
            let model = learn(&[Source {
                script: source.script,
                of: Kind::Tokens,
                pairs: kept,
            }])?;
            let is_candidate =
                |native: &str| (part..part + 4).any(|at| is_in(native, at % PARTS, PARTS));
            let candidates: Pairs = pairs
                .keys()
                .filter(|p| is_candidate(&p.1))
                .cloned()
                .collect();
            let most = |of: &Pairs| of.iter().filter(|p| common.contains(p)).cloned().collect();
            let rows: [[Pairs; 2]; 2] = [[most(&aside), most(&candidates)], [aside, candidates]];
            for ([aside, candidates], (_, first, asked)) in rows.iter().rev().zip(&mut sums) {
                let latins = aside.iter().map(|(latin, _)| latin.as_str()).collect();
                let tally = tallied(&model, source.script, &latins, candidates, &pairs, OF_EACH);
                *first += tally.first;
                *asked += tally.queries;
            }
        }
        for (what, first, asked) in sums {
            let share = first as f64 / asked as f64;
            println!("{:?}, {what}: first {share:.4} of {asked}", source.script);
        }
    }
    Ok(())
}

/// Pairs of another source, by the model that ships: all, and those with spellings that no training
/// saw on either side.
pub fn outside(other: &Source, sources: &[Source]) {
    let model = Model::builtin();
    let mut known = BTreeSet::new();
    for source in sources {
        for (latin, native) in taken_apart(source).into_keys() {
            known.extend([latin, native]);
        }
    }
    let pairs = taken_apart(other);
    let all: Pairs = pairs.keys().cloned().collect();
    let new: Pairs = pairs
        .keys()
        .filter(|(latin, native)| !known.contains(latin) && !known.contains(native))
        .cloned()
        .collect();
    println!(
        "Another source, {:?}: {} pairs of which {} are new on both sides",
        other.script,
        all.len(),
        new.len()
    );
    rank(model, other.script, &new, &pairs, "new");
    rank(model, other.script, &all, &pairs, "all");
}

/// Whether this script is asked for: all are, but for experiments.
fn is_asked(source: &Source) -> bool {
    std::env::var("ONLY").map_or(true, |only| only == format!("{:?}", source.script))
}

/// For each Latin token the native spelling that is met most often.
fn usual(pairs: &Counted) -> BTreeSet<(String, String)> {
    let mut best: BTreeMap<&str, (&str, u32)> = BTreeMap::new();
    for ((latin, native), count) in pairs {
        let known = best.entry(latin).or_insert((native, *count));
        if *count > known.1 {
            *known = (native, *count);
        }
    }
    best.into_iter()
        .map(|(latin, (native, _))| (latin.to_owned(), native.to_owned()))
        .collect()
}

/// What was counted.
#[derive(Default)]
struct Tally {
    queries: usize,
    candidates: usize,
    first: usize,
    five: usize,
    strict: usize,
    quick_first: usize,
    /// Of those missed: by less than 2 bits, by less than 6, by more, and where no right one was
    /// among those looked at closely.
    missed: [usize; 4],
    true_bits: Vec<f32>,
    other_bits: Vec<f32>,
}

/// Native tokens with the bits that each has with one Latin token, the most first.
type Ranked = Vec<(f32, usize)>;

fn sort(ranked: &mut Ranked) {
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
}

impl Tally {
    /// One query: by the first pass and closely.
    fn count(&mut self, quick: &Ranked, ranked: &Ranked, is_right: impl Fn(usize) -> bool) {
        self.quick_first += usize::from(is_right(quick[0].1));
        self.five += usize::from(ranked.iter().take(5).any(|(_, at)| is_right(*at)));
        if is_right(ranked[0].1) {
            self.first += 1;
            return;
        }
        let right = ranked.iter().find(|(_, at)| is_right(*at));
        let by = right.map_or(f32::INFINITY, |(bits, _)| ranked[0].0 - bits);
        let place = if by < 2.0 {
            0
        } else if by < 6.0 {
            1
        } else if by.is_finite() {
            2
        } else {
            3
        };
        self.missed[place] += 1;
    }

    fn print(&mut self, what: &str, seconds: f64) {
        let (queries, candidates) = (self.queries, self.candidates);
        self.true_bits.sort_by(f32::total_cmp);
        self.other_bits.sort_by(f32::total_cmp);
        let share = |count: usize| count as f64 / queries as f64;
        let at = |bits: &[f32], part: f64| bits[((bits.len() - 1) as f64 * part) as usize];
        println!(
            "  {what}: {queries} queries among {candidates}: first {:.3} (strict {:.3}, units alone {:.3}), in five {:.3}; bits of true pairs 5% {:.1} median {:.1}, of others median {:.1} 99% {:.1} ({seconds:.1} s)",
            share(self.first),
            share(self.strict),
            share(self.quick_first),
            share(self.five),
            at(&self.true_bits, 0.05),
            at(&self.true_bits, 0.5),
            at(&self.other_bits, 0.5),
            at(&self.other_bits, 0.99),
        );
        let [near, further, far, none] = self.missed.map(share);
        println!(
            "    missed by less than 2 bits {near:.3}, by less than 6 {further:.3}, by more {far:.3}; none right among the {CLOSELY} nearest {none:.3}"
        );
    }
}

/// Ranks all native tokens of the pairs for each of 1,000 Latin ones, and prints what was counted.
fn rank(model: &Model, script: Script, aside: &[(String, String)], all: &Counted, what: &str) {
    let latins = aside.iter().map(|(latin, _)| latin.as_str()).collect();
    let queries = std::env::var("QUERIES").ok().and_then(|q| q.parse().ok());
    let begun = Instant::now();
    let mut tally = tallied(model, script, &latins, aside, all, queries.unwrap_or(1000));
    tally.print(what, begun.elapsed().as_secs_f64());
}

/// Ranks the native tokens of `among` for so many of the Latin ones. Right is any native that `among` gives
/// for that Latin; tokens whose normal forms are equal are one candidate, and of candidates with equal
/// bits the first in the order of their bytes stands first.
fn tallied(
    model: &Model,
    script: Script,
    latins: &BTreeSet<&str>,
    among: &[(String, String)],
    all: &Counted,
    most: usize,
) -> Tally {
    let natives: BTreeSet<&str> = among.iter().map(|(_, native)| native.as_str()).collect();
    let natives: Vec<&str> = natives.into_iter().collect();
    let mut truths: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (latin, native) in among
        .iter()
        .filter(|(latin, _)| latins.contains(latin.as_str()))
    {
        truths.entry(latin).or_default().insert(native);
    }
    let mut queries: Vec<&str> = truths.keys().copied().collect();
    queries.sort_by_key(|latin| hash(&format!("{latin}?")));
    queries.truncate(most);
    let ready: Vec<Prepared<'_>> = natives
        .iter()
        .map(|native| Prepared::new(model, native, script))
        .collect();
    let mut scratch = Scratch::default();
    let mut tally = Tally {
        queries: queries.len(),
        candidates: natives.len(),
        ..Tally::default()
    };
    for latin in &queries {
        let query = Prepared::new(model, latin, Script::Latin);
        let truth = &truths[latin];
        let mut quick: Ranked = (0..)
            .zip(&ready)
            .map(|(at, other)| (query.quick(other, &mut scratch), at))
            .collect();
        sort(&mut quick);
        let mut ranked: Ranked = quick
            .iter()
            .take(CLOSELY)
            .map(|(_, at)| (query.bits(&ready[*at], &mut scratch), *at))
            .collect();
        sort(&mut ranked);
        tally.count(&quick, &ranked, |at| truth.contains(natives[at]));
        let found = natives[ranked[0].1];
        let main = truth
            .iter()
            .max_by_key(|native| all.get(&((*latin).to_owned(), (**native).to_owned())));
        tally.strict += usize::from(main == Some(&found));
        let far = hash(latin) as usize % ready.len();
        if !truth.contains(natives[far]) {
            tally.other_bits.push(query.bits(&ready[far], &mut scratch));
        }
        for native in truth {
            let bits = model.bits((latin, Script::Latin), (native, script));
            tally.true_bits.push(bits);
        }
        if std::env::var("SHOW").is_ok() && !truth.contains(found) {
            println!("    {latin} {truth:?} got {found} {:.1}", ranked[0].0);
        }
    }
    tally
}
