//! Where all values differ: the best orders found so far and the bound proved so far, step by step nearer
//! to each other. Plain keys first, then openings gone through a little, then exchanges, then openings gone
//! through further; whatever stops it, what it has is kept.

use super::{
    bounds::{Aim, Bounds},
    engine::{Effort, Engine},
    share::Share,
    solve::{Ended, Found},
    staged::Batches,
    two::{
        orders::{KEYS, by_key},
        prove::{Prover, Verdict},
        search::{Best, Ground},
        value::{self, Between},
    },
};
use crate::watch::{Stopped, Watch};

/// What came of it.
pub(super) enum Search {
    /// A plan and the orders it keeps to.
    Found(Found, [Vec<usize>; 2]),
    /// No plan is within the caps.
    Impossible,
    /// Neither a plan nor a proof.
    Unknown,
}

/// The most openings of the first round, and of each question that only raises the bound.
const OPENINGS_FIRST: u64 = 2_000;
/// How many exchanges a round tries.
const EXCHANGES: u64 = 20_000;

/// The best orders within the caps.
///
/// # Errors
/// The watch ended it before anything was found.
pub(super) fn best(
    engine: &Engine<'_>,
    effort: Effort,
    caps: &Bounds,
    watch: &dyn Watch,
) -> Result<Search, Stopped> {
    let problem = engine.problem;
    let ground = Ground {
        problem,
        units: &engine.units,
        rules: &engine.rules,
        caps,
    };
    let prover = Prover::new(problem, &engine.units, &engine.rules);
    let greatest = value::greatest(problem);
    let Some((floor, _)) = value::least(
        problem,
        &prover.optimistic(caps),
        &engine.rules,
        caps,
        greatest,
    ) else {
        return Ok(Search::Impossible);
    };
    let best = match plain(&ground, greatest) {
        Some(best) => best,
        None => match prover.search(caps, effort.openings, watch)? {
            Verdict::Impossible => return Ok(Search::Impossible),
            Verdict::Unknown => return Ok(Search::Unknown),
            Verdict::Found(orders) => match ground.value(&orders, greatest) {
                Some(share) => Best { share, orders },
                None => return Ok(Search::Unknown),
            },
        },
    };
    let mut state = State {
        ground,
        prover,
        effort,
        best,
        floor,
        openings: OPENINGS_FIRST,
        exchanges: 0,
    };
    let ended = match state.close(watch) {
        Ok(()) => Ended::Itself,
        Err(Stopped) => Ended::Stopped,
    };
    let State { best, floor, .. } = state;
    let bounds = caps.and_at_most(problem, Aim::Exposure, best.share);
    Ok(
        match engine.ordered(
            &best.orders,
            &bounds,
            engine.rules.most(),
            Batches::Any,
            watch,
        ) {
            Some((plan, _)) => Search::Found(
                Found {
                    value: best.share,
                    bound: floor,
                    plan,
                    ended,
                },
                best.orders,
            ),
            None => Search::Unknown,
        },
    )
}

/// The best of the orders by plain keys.
fn plain(ground: &Ground<'_>, greatest: Share) -> Option<Best> {
    let mut best: Option<Best> = None;
    for keys in KEYS.iter().flat_map(|a| KEYS.iter().map(move |b| [*a, *b])) {
        let orders = by_key(ground.problem, ground.units, keys);
        let at_most = best.as_ref().map_or(greatest, |best| best.share);
        if let Some(share) = ground.value(&orders, at_most)
            && best.as_ref().is_none_or(|best| share < best.share)
        {
            best = Some(Best { share, orders });
        }
    }
    best
}

struct State<'a> {
    ground: Ground<'a>,
    prover: Prover<'a>,
    effort: Effort,
    best: Best,
    floor: Share,
    openings: u64,
    exchanges: u64,
}

/// What a question of the search brought.
enum Step {
    Better,
    Closed,
    Neither,
}

impl State<'_> {
    /// Until the gap is closed or the effort spent.
    fn close(&mut self, watch: &dyn Watch) -> Result<(), Stopped> {
        while self.floor < self.best.share {
            match self.below(watch)? {
                Step::Closed => return Ok(()),
                Step::Better => continue,
                Step::Neither => {}
            }
            let before = self.best.share;
            if self.exchanges < self.effort.exchanges {
                let seed = self.effort.seed.wrapping_add(self.exchanges);
                let steps = EXCHANGES.min(self.effort.exchanges - self.exchanges);
                self.exchanges += steps;
                self.ground
                    .improve(&mut self.best, steps, self.floor, seed, watch)?;
            }
            if self.best.share < before {
                continue;
            }
            self.raise(watch)?;
            if self.best.share < before {
                continue;
            }
            if self.openings >= self.effort.openings {
                return Ok(());
            }
            self.openings = self.openings.saturating_mul(4).min(self.effort.openings);
        }
        Ok(())
    }

    /// Asks for anything better than the best.
    fn below(&mut self, watch: &dyn Watch) -> Result<Step, Stopped> {
        let bounds =
            self.ground
                .caps
                .and_below(self.ground.problem, Aim::Exposure, self.best.share);
        match self.prover.search(&bounds, self.openings, watch)? {
            Verdict::Found(orders) => Ok(self.take(orders)),
            Verdict::Impossible => {
                self.floor = self.best.share;
                Ok(Step::Closed)
            }
            Verdict::Unknown => Ok(Step::Neither),
        }
    }

    fn take(&mut self, orders: [Vec<usize>; 2]) -> Step {
        match self
            .ground
            .value(&orders, self.best.share)
            .filter(|share| *share < self.best.share)
        {
            Some(share) => {
                self.best = Best { share, orders };
                Step::Better
            }
            None => Step::Neither,
        }
    }

    /// Raises the bound by halving, as long as openings can be gone through.
    fn raise(&mut self, watch: &dyn Watch) -> Result<(), Stopped> {
        let problem = self.ground.problem;
        let mut between = Between {
            above: self.floor,
            at_most: self.best.share,
        };
        while let Some(share) = between.middle(problem) {
            let bounds = self.ground.caps.and_at_most(problem, Aim::Exposure, share);
            match self.prover.search(&bounds, self.openings / 8, watch)? {
                Verdict::Found(orders) => {
                    self.take(orders);
                    between.at_most = share;
                }
                Verdict::Unknown => between.at_most = share,
                Verdict::Impossible => {
                    between.above = share;
                    self.floor = self
                        .floor
                        .max(value::next(problem, share))
                        .min(self.best.share);
                }
            }
        }
        Ok(())
    }
}
