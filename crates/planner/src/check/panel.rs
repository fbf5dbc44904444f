//! One party's panel: its accounts made into what is asked of them.

use super::{
    account::Account,
    course::{Course, What, givers_of},
    few::Few,
    flips::Flips,
    report::{Panel, Slip, StandingTold, Trust, Verdict, Worst},
};
use crate::plan::{PartyId, Plan, Span};

/// The panel of one party.
pub fn panel(plan: &Plan, account: &Account, course: &Course) -> Panel {
    let (mut exposure, mut guarantee, mut walk_away) =
        (Greatest::new(), Greatest::new(), Greatest::new());
    let mut rows: Vec<StandingTold> = Vec::with_capacity(course.moves.len() + 1);
    let mut flips = Flips::of(account);
    account.go_through(course, |parts, row| {
        let (needed, gain) = (account.guarantee(&row), account.walk_away(&row));
        flips.take(parts, gain.mid);
        exposure.take((-row.now).above_nought());
        guarantee.take(needed);
        walk_away.take(gain);
        // What is needed from here on is filled in from the end.
        rows.push(StandingTold {
            standing: row.now,
            walk_away: gain,
            held: row.deposits + row.in_escrow,
            guarantee_from_here: needed,
        });
    });
    let (guarantee_until, trust) = from_the_end(plan, account.party, course, &mut rows);
    let (exposure, walk_away) = (exposure.worst, walk_away.worst);
    let points = account.points;
    Panel {
        party: account.party.0,
        places: points.places,
        points_from: points.from.clone(),
        points_on: points.on,
        future: points.future,
        full_gain: account.full_gain,
        gives: gives(account),
        exposure,
        limit: points
            .exposed_at_most
            .map(|limit| (limit, within(exposure.points, limit))),
        guarantee: guarantee.worst,
        guarantee_until,
        walk_away,
        verdict: within(walk_away.points, Span::ZERO),
        flips: flips.found(),
        trust,
        slips: slips(account, &rows, course),
        rows,
    }
}

/// The worst of all rows so far, in each bound, and the row in which the middle is the worst.
struct Greatest {
    worst: Worst,
    /// The upper bound of the row that is told.
    high: i64,
    next: usize,
}

impl Greatest {
    const fn new() -> Self {
        Self {
            worst: Worst {
                points: Span::ZERO,
                row: 0,
            },
            high: 0,
            next: 0,
        }
    }

    fn take(&mut self, span: Span) {
        if self.next == 0 {
            self.worst.points = span;
            self.high = span.high;
        } else {
            let (mid, high) = (self.worst.points.mid, self.high);
            if span.mid > mid || (span.mid == mid && span.high > high) {
                self.worst.row = self.next;
                self.high = span.high;
            }
            self.worst.points = self.worst.points.max(span);
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

/// Goes back from the last row: fills in what is needed from each row on, and finds after which row
/// nothing is, and whom the party has to trust. It is told that each time its exposure has grown: for
/// how much, and whose move takes some of it back.
fn from_the_end(
    plan: &Plan,
    party: PartyId,
    course: &Course,
    rows: &mut [StandingTold],
) -> (Option<usize>, Vec<Trust>) {
    let givers: Vec<PartyId> = plan.classes.iter().map(|class| class.from).collect();
    let (mut needed_until, mut trust) = (None, Vec::new());
    let (mut from_here, mut until) = (Span::ZERO, None);
    let mut after: Option<Span> = None;
    for (at, row) in rows.iter_mut().enumerate().rev() {
        if needed_until.is_none() && row.guarantee_from_here.high > 0 {
            needed_until = Some(at);
        }
        from_here = from_here.max(row.guarantee_from_here);
        row.guarantee_from_here = from_here;
        let exposed = (-row.standing).above_nought();
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
    (needed_until, trust)
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
    others.map(|mover| mover.0).collect()
}

fn slips(account: &Account, rows: &[StandingTold], course: &Course) -> Vec<Slip> {
    let mut found = Vec::new();
    for ((at, step), before) in course.moves.iter().enumerate().zip(rows) {
        if let What::Together(parts) = step.what {
            let points = account.slip(before.standing, parts.of(&course.parts));
            if points.high > 0 {
                found.push(Slip {
                    row: at + 1,
                    points,
                });
            }
        }
    }
    found
}
