//! The factors that turn a verdict, where a party takes what comes later for less. What every class
//! contributes to the gain of stopping then changes from day to day, and not only where some of it is
//! given: the moves are gone through from the last one back, and each class takes one row for each day
//! and for each move of its own. Gains and contributions are in thousandths of the party's unit, all
//! numbers in the middle of their ranges.

use super::{
    account::{Account, Fact},
    course::{Course, Part},
    discount::Discount,
    fixed::{Fixed, Share},
    flips::{Peaks, Search, found},
    fold::Counts,
    report::Flip,
};

/// Days times classes that are gone through at most for one party.
pub const WORK_MOST: usize = 20_000_000;

/// Whether that would be more than is gone through.
pub fn is_too_much(account: &Account, course: &Course) -> bool {
    let Some(discount) = &account.discount else {
        return false;
    };
    let days = discount.days(course);
    let days = days.chunk_by(|a, b| a == b).count();
    days.saturating_mul(account.facts.len()) > WORK_MOST
}

/// What turns the verdict on stopping, and what turns that on the whole plan.
#[derive(Default)]
pub struct Turns {
    /// The factors, one for each class that can flip the verdict, the least change first.
    pub stopping: Vec<Flip>,
    /// Those that turn whether the whole plan costs more than it brings.
    pub whole: Vec<Flip>,
}

/// The factors of both.
pub fn turns(account: &Account, discount: &Discount, course: &Course) -> Turns {
    if is_too_much(account, course) {
        return Turns::default();
    }
    let days = discount.days(course);
    let before = counts_before(course);
    let mut at_stake: Vec<i64> = Vec::with_capacity(course.moves.len() + 1);
    account.go_through(course, |_, row| {
        at_stake.push((row.deposits + account.points.future).mid);
    });
    let mut going = Going::at_the_end(account, course);
    going.moment(at_stake.pop());
    let places = course.moves.iter().zip(&days).enumerate().rev();
    for ((at, (step, day)), at_stake) in places.zip(at_stake.into_iter().rev()) {
        let handed_over = !course.handed_over(step).is_empty();
        for place in step
            .what
            .stretch()
            .into_iter()
            .flat_map(|parts| parts.places().rev())
        {
            if let (Some(part), Some(before)) = (course.parts.get(place), before.get(place)) {
                going.back_over(part, *before, handed_over);
            }
        }
        going.moment(Some(at_stake));
        let day_before = at.checked_sub(1).and_then(|at| days.get(at));
        let gap = day - day_before.unwrap_or(day);
        if gap > 0 {
            going.days_before(discount.after(gap));
            going.moment(Some(at_stake));
        }
    }
    Turns {
        whole: going.whole(),
        stopping: going.found(),
    }
}

/// For each part how many there were of its class before it.
fn counts_before(course: &Course) -> Vec<Counts> {
    let mut counts = vec![Counts::default(); course.end.len()];
    let before = course.parts.iter().map(|part| {
        let own = counts.get_mut(part.class().0);
        own.map(|own| std::mem::replace(own, part.after))
            .unwrap_or_default()
    });
    before.collect()
}

/// The moves, gone through from the last one back.
struct Going<'a> {
    account: &'a Account<'a>,
    classes: Vec<Class>,
    /// What all classes still bring, and what of them lies in escrow.
    to_come: Fixed,
    in_escrow: i64,
    peaks: Peaks,
    moments: u32,
}

struct Class {
    to_come: Fixed,
    in_escrow: i64,
    search: Option<Search>,
}

impl Class {
    fn at_the_end((fact, end): (&Fact, &Counts)) -> Self {
        let in_escrow = fact.in_escrow(*end).mid;
        let mut class = Self {
            to_come: Fixed::default(),
            in_escrow,
            search: None,
        };
        if !fact.worth.is_nothing() {
            class.search = Some(Search::of(class.share()));
        }
        class
    }

    /// What it contributes to the gain of stopping.
    fn share(&self) -> i64 {
        self.to_come.negated().thousandths() + 1000 * self.in_escrow
    }

    fn changed(&mut self, peaks: &Peaks, moment: u32) {
        let share = self.share();
        if let Some(search) = &mut self.search {
            search.change(moment, share, |since| peaks.since(since));
        }
    }
}

impl<'a> Going<'a> {
    fn at_the_end(account: &'a Account<'a>, course: &Course) -> Self {
        let classes = account.facts.iter().zip(&course.end);
        let classes: Vec<Class> = classes.map(Class::at_the_end).collect();
        Self {
            account,
            in_escrow: classes.iter().map(|class| class.in_escrow).sum(),
            classes,
            to_come: Fixed::default(),
            peaks: Peaks::default(),
            moments: 0,
        }
    }

    /// What stopping would gain where so much is at stake.
    fn moment(&mut self, at_stake: Option<i64>) {
        let lost = self.in_escrow - at_stake.unwrap_or(0);
        let gain = self.to_come.negated().thousandths() + 1000 * lost;
        self.peaks.push(self.moments, gain);
        self.moments = self.moments.saturating_add(1);
    }

    fn back_over(&mut self, part: &Part, before: Counts, handed_over: bool) {
        let fact = self.account.fact(part.class());
        let class = self.classes.get_mut(part.class().0);
        let (Some(fact), Some(class)) = (fact, class) else {
            return;
        };
        if handed_over {
            let effect = Fixed::whole(fact.effect(part).mid);
            class.to_come = class.to_come.plus(effect);
            self.to_come = self.to_come.plus(effect);
        }
        let in_escrow = fact.in_escrow(before).mid;
        self.in_escrow += in_escrow - class.in_escrow;
        class.in_escrow = in_escrow;
        class.changed(&self.peaks, self.moments);
    }

    /// The factors for the whole plan, at its beginning.
    fn whole(&self) -> Vec<Flip> {
        let gain = self.to_come.negated().thousandths();
        let searches = self.classes.iter().map(|class| {
            let mut search = Search::of(class.to_come.negated().thousandths());
            search.close(|_| Some(gain));
            Some(search)
        });
        found(searches, self.account, gain > 0)
    }

    /// The factors that were found.
    fn found(self) -> Vec<Flip> {
        let peaks = self.peaks;
        // The first of all peaks is the greatest gain.
        let gains_now = peaks.since(0).is_some_and(|gain| gain > 0);
        let searches = self.classes.into_iter().map(|class| {
            let mut search = class.search?;
            search.close(|since| peaks.since(since));
            Some(search)
        });
        found(searches, self.account, gains_now)
    }

    /// Some days before, of which all that is to come leaves a share.
    fn days_before(&mut self, left: Share) {
        self.to_come = self.to_come.share(left);
        let nought = Fixed::default();
        for class in self
            .classes
            .iter_mut()
            .filter(|class| class.to_come != nought)
        {
            class.to_come = class.to_come.share(left);
            class.changed(&self.peaks, self.moments);
        }
    }
}
