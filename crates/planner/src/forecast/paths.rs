//! Going through sets of guesses by simulation, a few hundred courses of events of each at a time: so that
//! work that is stopped has something of every set, or as many sets as there was time for.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use rayon::prelude::*;

use super::{
    draw::{Drawn, draw},
    guesses::{Guesses, Looking},
    input::Setting,
    law::laws,
    random::Draws,
    simulate::{Memory, Tally},
};
use crate::watch::{Stage, Watch};

/// How many courses of events of one set are simulated from one stream of draws.
const BLOCK: u32 = 1_000;
/// How many courses are simulated between two looks at whoever watches.
const BETWEEN: u32 = 100;
/// How many blocks are kept before they are counted together.
const WAVE: usize = 256;

/// A block of courses of one set.
#[derive(Clone, Copy, Debug)]
struct Block {
    set: u32,
    number: u32,
    paths: u32,
}

/// Simulates all courses that there is time for.
pub fn outlooks(
    setting: &Setting,
    guesses: &Guesses,
    looking: &Looking,
    watch: &dyn Watch,
) -> Drawn {
    let work = Work {
        setting,
        guesses,
        looking,
        watch,
        of: u64::from(guesses.draws) * u64::from(looking.paths),
        done: AtomicU64::new(0),
        stopped: AtomicBool::new(false),
    };
    let mut tallies = vec![Tally::default(); guesses.draws as usize];
    let blocks: Vec<Block> = blocks(guesses.draws, looking.paths).collect();
    for wave in blocks.chunks(WAVE) {
        let counted: Vec<Tally> = wave.par_iter().map(|block| work.block(*block)).collect();
        for (block, tally) in wave.iter().zip(&counted) {
            if let Some(all) = tallies.get_mut(block.set as usize) {
                all.add(tally);
            }
        }
        if work.stopped.load(Ordering::Relaxed) {
            break;
        }
    }
    tallies.retain(|tally| tally.paths > 0);
    Drawn {
        courses: tallies.iter().map(Tally::shares).collect(),
        ends: None,
        stopped: work.done.into_inner() < work.of,
        paths: Some(tallies.iter().map(|tally| tally.paths).collect()),
    }
}

/// All blocks: the first of every set, then the second of every set, and so on.
fn blocks(sets: u32, paths: u32) -> impl Iterator<Item = Block> {
    (0..paths.div_ceil(BLOCK)).flat_map(move |number| {
        let paths = (paths - number * BLOCK).min(BLOCK);
        (0..sets).map(move |set| Block { set, number, paths })
    })
}

/// What is to be done, and how far it is.
struct Work<'a> {
    setting: &'a Setting,
    guesses: &'a Guesses,
    looking: &'a Looking,
    watch: &'a dyn Watch,
    of: u64,
    done: AtomicU64,
    stopped: AtomicBool,
}

impl Work<'_> {
    /// One block, as far as there is time for it; of the first of all a beginning whatever is asked, so
    /// that something can be said.
    fn block(&self, block: Block) -> Tally {
        let mut tally = Tally::default();
        let first = block.set == 0 && block.number == 0;
        if !self.goes_on() && !first {
            return tally;
        }
        let set_number = u64::from(block.set);
        let (mut set, mut stages) = (Vec::new(), Vec::new());
        let mut draws = Draws::new(self.guesses.seed, set_number);
        draw(self.guesses, &mut draws, &mut set);
        laws(self.setting, self.guesses, &set, &mut stages);
        let memory = Memory::new(self.looking, &set);
        // Streams below 2^32 are those from which sets are drawn.
        let stream = (u64::from(block.number) + 1) << 32 | set_number;
        let mut draws = Draws::new(self.guesses.seed, stream);
        loop {
            let paths = (block.paths - tally.paths).min(BETWEEN);
            tally.run(self.setting, &stages, memory, paths, &mut draws);
            self.done.fetch_add(paths.into(), Ordering::Relaxed);
            if tally.paths >= block.paths || !self.goes_on() {
                return tally;
            }
        }
    }

    fn goes_on(&self) -> bool {
        let told = self.done.load(Ordering::Relaxed);
        let goes_on = !self.stopped.load(Ordering::Relaxed)
            && self.watch.at(Stage::Forecasting, told, self.of).is_ok();
        if !goes_on {
            self.stopped.store(true, Ordering::Relaxed);
        }
        goes_on
    }
}
