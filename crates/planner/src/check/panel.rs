//! One party's panel: its accounts made into what is asked of them.

use super::{
    account::{Account, Row, slip},
    course::{Move, What},
    flips,
    report::{Panel, Slip, StandingTold, Trust, Verdict, Worst},
};
use crate::plan::{PartyId, Plan, Span};

/// The panel of one party.
pub fn panel(plan: &Plan, account: &Account, course: &[Move]) -> Panel {
    let rows = &account.rows;
    let exposure = worst(rows.iter().map(|row| (-row.now).above_nought()));
    let guarantee = worst(rows.iter().map(|row| account.guarantee(row)));
    let walk_away = worst(rows.iter().map(|row| account.walk_away(row)));
    let points = account.points;
    Panel {
        party: account.party.0,
        places: points.places,
        points_from: points.from.clone(),
        points_on: points.on,
        future: points.future,
        full_gain: account.full_gain,
        gives: gives(plan, account.party),
        rows: told(account),
        exposure,
        limit: points
            .exposed_at_most
            .map(|limit| (limit, within(exposure.points, limit))),
        guarantee,
        guarantee_until: rows.iter().rposition(|row| account.guarantee(row).high > 0),
        walk_away,
        verdict: within(walk_away.points, Span::ZERO),
        flips: flips::flips(plan, account, course, walk_away),
        trust: trust(account, course),
        slips: slips(plan, account, course),
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

/// The worst of all rows, in each bound, and the row in which the middle is the worst.
fn worst(rows: impl Iterator<Item = Span>) -> Worst {
    let mut rows = rows.enumerate();
    let first = rows.next().map_or(Span::ZERO, |(_, span)| span);
    rows.fold(
        Worst {
            points: first,
            row: 0,
        },
        |worst, (row, span)| Worst {
            points: worst.points.max(span),
            row: if span.mid > worst.points.mid {
                row
            } else {
                worst.row
            },
        },
    )
}

/// What a party gives in all.
fn gives(plan: &Plan, party: PartyId) -> Span {
    let own = plan
        .classes
        .iter()
        .zip(plan.given())
        .filter(|(class, _)| class.from == party);
    let costs = own.filter_map(|(class, given)| {
        let given = u32::try_from(given).ok()?;
        Some((-class.worth.get(party.0)?.of_first(given)).above_nought())
    });
    costs.fold(Span::ZERO, |sum, cost| sum + cost)
}

fn told(account: &Account) -> Vec<StandingTold> {
    let mut from_here = Span::ZERO;
    let mut rows: Vec<StandingTold> = account
        .rows
        .iter()
        .rev()
        .map(|row| {
            from_here = from_here.max(account.guarantee(row));
            StandingTold {
                standing: row.now,
                walk_away: account.walk_away(row),
                held: row.held,
                guarantee_from_here: from_here,
            }
        })
        .collect();
    rows.reverse();
    rows
}

/// A party is told whom it has to trust each time its exposure has grown: for how much, and whose move
/// takes some of it back.
fn trust(account: &Account, course: &[Move]) -> Vec<Trust> {
    let exposed = |row: &Row| (-row.now).above_nought();
    let rows: Vec<Span> = account.rows.iter().map(exposed).collect();
    let mut found = Vec::new();
    // From the end: the next row in which the exposure is less than in the one before it.
    let mut relief: Vec<Option<usize>> = vec![None; rows.len()];
    let mut next = None;
    for row in (1..rows.len()).rev() {
        let pair = rows.get(row - 1).zip(rows.get(row));
        if pair.is_some_and(|(before, after)| after.mid < before.mid) {
            next = Some(row);
        }
        if let Some(slot) = relief.get_mut(row - 1) {
            *slot = next;
        }
    }
    for (row, pair) in rows.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        if after.high > 0 && after.mid > before.mid {
            let until = relief.get(row + 1).copied().flatten();
            found.push(Trust {
                row: row + 1,
                points: *after,
                in_whom: until.map_or_else(Vec::new, |until| in_whom(account, course, until)),
                until,
            });
        }
    }
    found
}

/// Whose move it is in which a party's exposure becomes less. Where something is only verified then,
/// whose handovers came before.
fn in_whom(account: &Account, course: &[Move], until: usize) -> Vec<usize> {
    let Some(step) = until.checked_sub(1).and_then(|at| course.get(at)) else {
        return Vec::new();
    };
    let others = |step: &Move| {
        let movers = step.what.movers();
        movers
            .into_iter()
            .filter(|party| *party != account.party)
            .map(|party| party.0)
            .collect::<Vec<_>>()
    };
    if !matches!(step.what, What::Verified(_)) {
        return others(step);
    }
    let before = course.get(..until - 1).unwrap_or_default();
    let last = before
        .iter()
        .rev()
        .map(others)
        .find(|movers| !movers.is_empty());
    last.unwrap_or_default()
}

fn slips(plan: &Plan, account: &Account, course: &[Move]) -> Vec<Slip> {
    let mut given = vec![0_u32; plan.classes.len()];
    let mut found = Vec::new();
    for (at, step) in course.iter().enumerate() {
        if let (What::Together(batches), Some(before)) = (&step.what, account.rows.get(at)) {
            let points = slip(plan, account, before, batches, &given);
            if points.high > 0 {
                found.push(Slip {
                    row: at + 1,
                    points,
                });
            }
        }
        for lot in step.what.batches().iter().flat_map(|batch| &batch.lots) {
            if let Some(given) = given.get_mut(lot.class.0) {
                *given += lot.count;
            }
        }
    }
    found
}
