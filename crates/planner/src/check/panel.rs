//! One party's panel: its accounts made into what is asked of them.

use super::{
    account::Account,
    course::{Course, Part, What, givers_of},
    flips::Flips,
    later,
    report::{Panel, Slip, Trust, Verdict, Worst},
    rows::{self, Apart, Rows},
};
use crate::{
    few::Few,
    plan::{PartyId, Plan, Span},
};

/// The panel of one party.
pub fn panel(plan: &Plan, account: &Account, course: &Course) -> Panel {
    let mut seen = Seen::of(account);
    let mut rows = if course.hands_over_only && account.is_by_sums() {
        handed_over(account, course, &mut seen)
    } else {
        gone_through(account, course, &mut seen)
    };
    let guarantee_until = rows.keep_what_is_needed();
    let trust = trust(plan, account.party, course, rows.standing());
    let points = account.points;
    let flips = match &account.discount {
        None => seen.flips.found(),
        Some(discount) => later::flips(account, discount, course),
    };
    let (exposure, walk_away) = (seen.exposure.worst, seen.walk_away.worst);
    Panel {
        party: account.party.0,
        places: points.places,
        points_from: points.from.clone(),
        points_on: points.on,
        discount: account.discount.as_ref().map(|discount| discount.said),
        future: points.future,
        full_gain: account.full_gain,
        gives: gives(account),
        exposure,
        limit: points
            .exposed_at_most
            .map(|limit| (limit, within(exposure.points, limit))),
        guarantee: seen.guarantee.worst,
        guarantee_until,
        walk_away,
        verdict: within(walk_away.points, Span::ZERO),
        flips,
        trust,
        slips: slips(account, rows.standing(), course),
        rows,
    }
}

/// What was seen of the rows so far.
struct Seen<'a> {
    account: &'a Account<'a>,
    exposure: Greatest,
    guarantee: Greatest,
    walk_away: Greatest,
    flips: Flips<'a>,
}

impl<'a> Seen<'a> {
    fn of(account: &'a Account<'a>) -> Self {
        Self {
            account,
            exposure: Greatest::new(),
            guarantee: Greatest::new(),
            walk_away: Greatest::new(),
            flips: Flips::of(account),
        }
    }

    fn take(&mut self, parts: &[Part], standing: Span, gain: Span, needed: Span) {
        if self.account.discount.is_none() {
            self.flips.take(parts, gain.mid);
        }
        self.exposure.take((-standing).above_nought());
        self.guarantee.take(needed);
        self.walk_away.take(gain);
    }
}

/// The rows where nothing is done but handing over, and what is received counts at once: then all that
/// is told follows from the standing.
fn handed_over(account: &Account, course: &Course, seen: &mut Seen) -> Rows {
    let mut standing: Vec<Span> = Vec::with_capacity(course.moves.len() + 1);
    let (mut moves, mut parts, mut now) = (course.moves.iter(), &[][..], Span::ZERO);
    let (full_gain, future) = (account.full_gain, account.points.future);
    loop {
        let gain = rows::gain(now, full_gain, future);
        seen.take(parts, now, gain, gain.above_nought());
        standing.push(now);
        let Some(step) = moves.next() else { break };
        parts = course.handed_over(step);
        for part in parts {
            if let Some(fact) = account.fact(part.class()) {
                now = now + fact.effect(part);
            }
        }
    }
    Rows::of_standing(standing, full_gain, future)
}

/// The rows of any course.
fn gone_through(account: &Account, course: &Course, seen: &mut Seen) -> Rows {
    let mut standing: Vec<Span> = Vec::with_capacity(course.moves.len() + 1);
    let mut apart: Vec<Apart> = Vec::with_capacity(course.moves.len() + 1);
    account.go_through(course, |parts, row| {
        let (needed, walk_away) = (account.guarantee(&row), account.walk_away(&row));
        seen.take(parts, row.now, walk_away, needed);
        standing.push(row.now);
        apart.push(Apart {
            walk_away,
            held: row.deposits + row.in_escrow,
            needed,
        });
    });
    Rows::apart(standing, apart)
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

/// Goes back from the last row and finds whom a party has to trust. It is told that each time its
/// exposure has grown: for how much, and whose move takes some of it back.
fn trust(plan: &Plan, party: PartyId, course: &Course, standing: &[Span]) -> Vec<Trust> {
    let givers: Vec<PartyId> = plan.classes.iter().map(|class| class.from).collect();
    let (mut trust, mut until) = (Vec::new(), None);
    let mut after: Option<Span> = None;
    for (at, standing) in standing.iter().enumerate().rev() {
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
    others.map(|mover| mover.0).collect()
}

fn slips(account: &Account, standing: &[Span], course: &Course) -> Vec<Slip> {
    let mut found = Vec::new();
    for ((at, step), before) in course.moves.iter().enumerate().zip(standing) {
        if let What::Together(parts) = step.what {
            let points = account.slip(*before, parts.of(&course.parts));
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
