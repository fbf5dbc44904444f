//! One party's panel: its accounts made into what is asked of them.

use super::{
    account::Account,
    course::{Course, What, givers_of},
    flips::{self, Flips},
    later,
    report::{Flip, Panel, Slip, Trust, Verdict, Whole, Worst},
    rows::{self, Apart, Rows},
};
use crate::{
    few::Few,
    plan::{PartyId, Plan, Span},
};

/// The panel of one party.
pub fn panel(plan: &Plan, account: &Account, course: &Course) -> Panel {
    let Told {
        mut rows,
        exposure,
        guarantee,
        walk_away,
        flips,
        whole,
    } = if course.hands_over_only && account.is_by_sums() {
        handed_over(account, course)
    } else {
        gone_through(account, course)
    };
    let guarantee_until = rows.keep_what_is_needed();
    let trust = trust(plan, account.party, course, rows.standing());
    let points = account.points;
    Panel {
        party: account.party.0,
        places: points.places,
        points_from: points.from.clone(),
        points_on: points.on,
        discount: account.discount.as_ref().map(|discount| discount.said),
        future: points.future,
        full_gain: account.full_gain,
        whole,
        gives: gives(account),
        exposure,
        limit: points
            .exposed_at_most
            .map(|limit| (limit, within(exposure.points, limit))),
        guarantee,
        guarantee_until,
        walk_away,
        verdict: within(walk_away.points, Span::ZERO),
        flips,
        trust,
        slips: slips(account, rows.standing(), course),
        rows,
    }
}

/// What is told of the rows.
struct Told {
    rows: Rows,
    exposure: Worst,
    guarantee: Worst,
    walk_away: Worst,
    flips: Vec<Flip>,
    whole: Whole,
}

/// Where nothing is done but handing over, and what is received counts at once: then all that is told
/// follows from the standing, and its worsts from the lowest and the highest.
fn handed_over(account: &Account, course: &Course) -> Told {
    let mut standing: Vec<Span> = Vec::with_capacity(course.moves.len() + 1);
    let (full_gain, future) = (account.full_gain, account.points.future);
    let at_the_end = (full_gain + future).mid;
    let (mut ends, mut flips) = (Ends::default(), Flips::of(account));
    let (mut moves, mut parts, mut now) = (course.moves.iter(), &[][..], Span::ZERO);
    loop {
        flips.take(parts, now.mid - at_the_end);
        ends.take(now, standing.len());
        standing.push(now);
        let Some(step) = moves.next() else { break };
        parts = course.handed_over(step);
        for part in parts {
            if let Some(fact) = account.fact(part.class()) {
                now = now + fact.effect(part);
            }
        }
    }
    let gain = rows::gain(ends.most, full_gain, future);
    let needed = gain.above_nought();
    let exposed = if ends.least.mid < 0 {
        ends.lowest.row
    } else {
        first(&standing, ends.least.low, ends.least.low < 0)
    };
    let guaranteed = if needed.mid > 0 {
        ends.highest.row
    } else {
        first(&standing, ends.most.low, needed.high > 0)
    };
    let gain_at = |now: &Span| rows::gain(*now, full_gain, future);
    Told {
        exposure: worst((-ends.least).above_nought(), exposed, &standing, |now| {
            (-*now).above_nought()
        }),
        guarantee: worst(needed, guaranteed, &standing, |now| {
            gain_at(now).above_nought()
        }),
        walk_away: worst(gain, ends.highest.row, &standing, gain_at),
        flips: flips.found(),
        whole: whole(full_gain, flips::of_the_whole(account)),
        rows: Rows::of_standing(standing, full_gain, future),
    }
}

/// The worst of all rows, with the rows at which its bounds are reached. One row that reaches both is told
/// rather than two.
fn worst<T>(points: Span, row: usize, rows: &[T], of: impl Fn(&T) -> Span) -> Worst {
    let own = rows.get(row).map_or(points, &of);
    let reached = |is: bool, reaches: &dyn Fn(Span) -> bool| {
        let found = (!is).then(|| rows.iter().position(|row| reaches(of(row))));
        found.flatten().unwrap_or(row)
    };
    Worst {
        points,
        row,
        low_row: reached(own.low == points.low, &|at| at.low == points.low),
        high_row: reached(own.high == points.high, &|at| at.high == points.high),
    }
}

/// What the whole plan brings.
fn whole(points: Span, flips: Vec<Flip>) -> Whole {
    Whole {
        points,
        verdict: within(-points, Span::ZERO),
        flips,
    }
}

/// Where the middles tell nothing, all of them being nought: the first row at which the worse bound, which
/// goes with the lower one of the standing, is the worst; the first of all where that is nought as well.
fn first(standing: &[Span], low: i64, tells: bool) -> usize {
    let mut rows = standing.iter();
    let found = tells.then(|| rows.position(|standing| standing.low == low));
    found.flatten().unwrap_or(0)
}

/// The least and the greatest standing so far in each bound, and the rows of the lowest and the highest
/// middle; of equals the one with the lower or higher lower bound, and of such the first.
#[derive(Default)]
struct Ends {
    least: Span,
    most: Span,
    lowest: End,
    highest: End,
}

#[derive(Clone, Copy, Default)]
struct End {
    mid: i64,
    low: i64,
    row: usize,
}

impl Ends {
    /// A row; the first is nought.
    fn take(&mut self, now: Span, row: usize) {
        self.least = self.least.min(now);
        self.most = self.most.max(now);
        let here = End {
            mid: now.mid,
            low: now.low,
            row,
        };
        let End { mid, low, .. } = self.lowest;
        if (now.mid, now.low) < (mid, low) {
            self.lowest = here;
        }
        let End { mid, low, .. } = self.highest;
        if (now.mid, now.low) > (mid, low) {
            self.highest = here;
        }
    }
}

/// The rows of any course.
fn gone_through(account: &Account, course: &Course) -> Told {
    let (mut exposure, mut guarantee, mut walk_away) =
        (Greatest::new(), Greatest::new(), Greatest::new());
    let mut flips = account.discount.is_none().then(|| Flips::of(account));
    let mut standing: Vec<Span> = Vec::with_capacity(course.moves.len() + 1);
    let mut apart: Vec<Apart> = Vec::with_capacity(course.moves.len() + 1);
    let mut brings = None;
    account.go_through(course, |parts, row| {
        brings.get_or_insert(-row.ahead_of_end);
        let (needed, gain) = (account.guarantee(&row), account.walk_away(&row));
        if let Some(flips) = &mut flips {
            flips.take(parts, gain.mid);
        }
        exposure.take((-row.now).above_nought());
        guarantee.take(needed);
        walk_away.take(gain);
        standing.push(row.now);
        apart.push(Apart {
            walk_away: gain,
            held: row.deposits + row.in_escrow,
            needed,
        });
    });
    let turns = match (&account.discount, flips) {
        (Some(discount), _) => later::turns(account, discount, course),
        (None, flips) => later::Turns {
            stopping: flips.map(Flips::found).unwrap_or_default(),
            whole: flips::of_the_whole(account),
        },
    };
    Told {
        exposure: worst(exposure.points, exposure.row, &standing, |now| {
            (-*now).above_nought()
        }),
        guarantee: worst(guarantee.points, guarantee.row, &apart, |row| row.needed),
        walk_away: worst(walk_away.points, walk_away.row, &apart, |row| row.walk_away),
        flips: turns.stopping,
        whole: whole(brings.unwrap_or(account.full_gain), turns.whole),
        rows: Rows::apart(standing, apart),
    }
}

/// The worst of all rows so far, in each bound, and the row in which the middle is the worst.
struct Greatest {
    points: Span,
    row: usize,
    /// The upper bound of the row that is told.
    high: i64,
    next: usize,
}

impl Greatest {
    const fn new() -> Self {
        Self {
            points: Span::ZERO,
            row: 0,
            high: 0,
            next: 0,
        }
    }

    fn take(&mut self, span: Span) {
        if self.next == 0 {
            self.points = span;
            self.high = span.high;
        } else {
            let (mid, high) = (self.points.mid, self.high);
            if span.mid > mid || (span.mid == mid && span.high > high) {
                self.row = self.next;
                self.high = span.high;
            }
            self.points = self.points.max(span);
        }
        self.next += 1;
    }
}

/// Whether something stays at or under a limit.
fn within(points: Span, limit: Span) -> Verdict {
    if points.high <= limit.low {
        Verdict::Holds
    } else if points.low > limit.high {
        Verdict::Fails
    } else {
        Verdict::CannotTell
    }
}

/// What a party gives in all.
fn gives(account: &Account) -> Span {
    let own = account.facts.iter().filter(|fact| fact.gives);
    let costs = own.map(|fact| (-fact.worth.of_first(fact.in_all)).above_nought());
    costs.fold(Span::ZERO, |sum, cost| sum + cost)
}

/// Goes back from the last row and finds whom a party has to trust. It is told that each time its
/// exposure has grown: for how much, and whose move takes some of it back.
fn trust(plan: &Plan, party: PartyId, course: &Course, standing: &[Span]) -> Vec<Trust> {
    let givers: Vec<PartyId> = plan.classes.iter().map(|class| class.from).collect();
    let (mut trust, mut until) = (Vec::new(), None);
    let mut after: Option<Span> = None;
    // Behind the row after the last at which it is exposed nothing changes.
    let last = standing.iter().rposition(|standing| standing.low < 0);
    let exposed = last.map_or(0, |last| last + 2);
    for (at, standing) in standing.iter().enumerate().take(exposed).rev() {
        let exposed = (-*standing).above_nought();
        if let Some(then) = after.replace(exposed) {
            let grown = (then.mid, then.high).cmp(&(exposed.mid, exposed.high));
            if grown.is_gt() && then.high > 0 {
                trust.push(Trust {
                    row: at + 1,
                    points: then,
                    in_whom: in_whom(party, course, &givers, until),
                    until,
                });
            } else if grown.is_lt() {
                until = Some(at + 1);
            }
        }
    }
    trust.reverse();
    trust
}

/// Whose move it is in which a party's exposure becomes less; where something is only verified then,
/// who gave that.
fn in_whom(
    party: PartyId,
    course: &Course,
    givers: &[PartyId],
    until: Option<usize>,
) -> Few<usize> {
    let step = until.and_then(|row| course.moves.get(row.checked_sub(1)?));
    let verified = step.and_then(|step| match step.what {
        What::Verified(those) => Some(those.of(&course.parts)),
        What::Handover(_)
        | What::Together(_)
        | What::Escrow(_)
        | What::Deposit(_)
        | What::GiveBack(_) => None,
    });
    let movers = step
        .into_iter()
        .flat_map(|step| course.movers(step, givers));
    let gave = givers_of(verified.unwrap_or_default(), givers);
    let others = movers.chain(gave).filter(|mover| *mover != party);
    // Who gave what is verified may have given several things.
    let mut whom = Vec::new();
    for mover in others {
        if !whom.contains(&mover.0) {
            whom.push(mover.0);
        }
    }
    whom.into_iter().collect()
}

fn slips(account: &Account, standing: &[Span], course: &Course) -> Vec<Slip> {
    let mut found = Vec::new();
    for ((at, step), before) in course.moves.iter().enumerate().zip(standing) {
        if let What::Together(parts) = step.what {
            let slip = account.slip(*before, parts.of(&course.parts));
            found.extend(slip.filter(|points| points.high > 0).map(|points| Slip {
                row: at + 1,
                points,
            }));
        }
    }
    found
}
