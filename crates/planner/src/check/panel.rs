//! One party's panel: its accounts made into what is asked of them.

use super::{
    account::Account,
    course::{Move, What},
    flips,
    report::{Panel, Slip, StandingTold, Trust, Verdict, Worst},
};
use crate::plan::{PartyId, Plan, Span};

/// The panel of one party.
pub fn panel(plan: &Plan, account: &Account, course: &[Move], in_all: &[u32]) -> Panel {
    let (mut exposure, mut guarantee, mut walk_away) =
        (Greatest::new(), Greatest::new(), Greatest::new());
    let mut rows: Vec<StandingTold> = Vec::with_capacity(course.len() + 1);
    account.go_through(course, |row| {
        let (needed, gain) = (account.guarantee(&row), account.walk_away(&row));
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
    let guarantee_until = rows
        .iter()
        .rposition(|row| row.guarantee_from_here.high > 0);
    let mut from_here = Span::ZERO;
    for row in rows.iter_mut().rev() {
        from_here = from_here.max(row.guarantee_from_here);
        row.guarantee_from_here = from_here;
    }
    let (exposure, walk_away) = (exposure.worst, walk_away.worst);
    let points = account.points;
    Panel {
        party: account.party.0,
        places: points.places,
        points_from: points.from.clone(),
        points_on: points.on,
        future: points.future,
        full_gain: account.full_gain,
        gives: gives(plan, account.party, in_all),
        exposure,
        limit: points
            .exposed_at_most
            .map(|limit| (limit, within(exposure.points, limit))),
        guarantee: guarantee.worst,
        guarantee_until,
        walk_away,
        verdict: within(walk_away.points, Span::ZERO),
        flips: flips::flips(plan, account.party, course, in_all, &rows),
        trust: trust(account.party, &rows, course),
        slips: slips(plan, account, &rows, course),
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
            if (span.mid, span.high) > (self.worst.points.mid, self.high) {
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
fn gives(plan: &Plan, party: PartyId, in_all: &[u32]) -> Span {
    let own = plan
        .classes
        .iter()
        .zip(in_all)
        .filter(|(class, _)| class.from == party);
    let costs = own.filter_map(|(class, given)| {
        Some((-class.worth.get(party.0)?.of_first(*given)).above_nought())
    });
    costs.fold(Span::ZERO, |sum, cost| sum + cost)
}

/// A party is told whom it has to trust each time its exposure has grown: for how much, and whose move
/// takes some of it back.
fn trust(party: PartyId, rows: &[StandingTold], course: &[Move]) -> Vec<Trust> {
    let exposed = |row: &StandingTold| (-row.standing).above_nought();
    let mut found = Vec::new();
    // From the end, so that the next move that takes something back is known.
    let mut until = None;
    for (row, pair) in rows.windows(2).enumerate().rev() {
        let [before, after] = pair else { continue };
        let (before, after) = (exposed(before), exposed(after));
        if after.high > 0 && (after.mid, after.high) > (before.mid, before.high) {
            found.push(Trust {
                row: row + 1,
                points: after,
                in_whom: Vec::new(),
                until,
            });
        }
        if (after.mid, after.high) < (before.mid, before.high) {
            until = Some(row + 1);
        }
    }
    found.reverse();
    with_whom(party, course, &mut found);
    found
}

/// Whose move it is in which a party's exposure becomes less. Where something is only verified then,
/// whose handovers came before.
fn with_whom(party: PartyId, course: &[Move], found: &mut [Trust]) {
    let mut found = found.iter_mut().peekable();
    let mut last: Vec<usize> = Vec::new();
    for (at, step) in course.iter().enumerate() {
        let verified = matches!(step.what, What::Verified(_));
        let others = step
            .what
            .movers()
            .filter(|mover| *mover != party)
            .map(|mover| mover.0);
        let others: Vec<usize> = if verified {
            Vec::new()
        } else {
            others.collect()
        };
        while let Some(trust) = found.next_if(|trust| trust.until == Some(at + 1)) {
            trust.in_whom = if verified {
                last.clone()
            } else {
                others.clone()
            };
        }
        if !others.is_empty() {
            last = others;
        }
    }
}

fn slips(plan: &Plan, account: &Account, rows: &[StandingTold], course: &[Move]) -> Vec<Slip> {
    let mut found = Vec::new();
    if !course
        .iter()
        .any(|step| matches!(step.what, What::Together(_)))
    {
        return found;
    }
    let mut given = vec![0_u32; plan.classes.len()];
    for (at, step) in course.iter().enumerate() {
        if let (What::Together(batches), Some(before)) = (&step.what, rows.get(at)) {
            let points = account.slip(before.standing, batches, &given);
            if points.high > 0 {
                found.push(Slip {
                    row: at + 1,
                    points,
                });
            }
        }
        step.what.each_lot(|class, count| {
            if let Some(given) = given.get_mut(class.0) {
                *given += count;
            }
        });
    }
    found
}
