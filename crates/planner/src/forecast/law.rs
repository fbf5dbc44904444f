//! How one stage goes, under one set of guesses.

use super::{
    guesses::{Guesses, Pace, Terms, whole},
    input::{Setting, Stage},
    items::{Delivery, delivery},
};

/// How one stage goes.
#[derive(Clone, Copy, Debug)]
pub struct Law {
    /// What of its items can be delivered.
    pub delivery: Delivery,
    /// By how many days replacing delays it.
    pub replacing_days: usize,
    /// The chance that it is on its day.
    pub on_time: f64,
    /// The chance that a late stage is late because the channel is silent.
    pub silence: f64,
    /// What happens on late days while both sides talk.
    pub open: Lateness,
    /// What happens on days of silence.
    pub silent: Lateness,
}

/// What happens on the days on which a stage is late. On each, first a side may break off; if none
/// does, the stage may take place after all; after the last, it is given up.
#[derive(Clone, Copy, Debug)]
pub struct Lateness {
    /// The chance of a breach on a day.
    pub breach: f64,
    /// The chance, on a day without a breach, that the stage takes place.
    pub resume: f64,
    /// The days before it is given up.
    pub days: usize,
}

impl Lateness {
    /// The chance that it takes place on a given late day on which it still may.
    pub fn resumes(&self) -> f64 {
        (1.0 - self.breach) * self.resume
    }

    /// The chance that it is still late after a day.
    pub fn stays(&self) -> f64 {
        (1.0 - self.breach) * (1.0 - self.resume)
    }

    /// Of the powers of what stays late from day to day: the sum from nought to before the last day, and
    /// that of the last day. By doubling, so that no difference of nearly equal numbers is taken.
    pub fn geometric(&self) -> (f64, f64) {
        let stays = self.stays();
        let (mut sum, mut power) = (0.0, 1.0);
        for bit in (0..self.days.checked_ilog2().map_or(0, |last| last + 1)).rev() {
            sum *= 1.0 + power;
            power *= power;
            if self.days >> bit & 1 == 1 {
                sum += power;
                power *= stays;
            }
        }
        (sum, power)
    }
}

/// The laws of all stages under one set of guesses.
pub fn laws(setting: &Setting, guesses: &Guesses, drawn: &[f64], laws: &mut Vec<Law>) {
    laws.clear();
    let mut items = Vec::new();
    // Stages are often alike, and roots and powers are dear.
    let mut last: Option<(&Terms, Delivery)> = None;
    let mut parts: Option<(f64, Parts)> = None;
    for (stage, terms) in setting.stages().iter().zip(&guesses.stages) {
        let alike = last.filter(|(before, _)| before.items == terms.items);
        let delivery = alike.map_or_else(
            || {
                items.clear();
                items.extend(terms.items.iter().map(|(count, d)| (*count, d.of(drawn))));
                delivery_of(guesses, terms, drawn, &items)
            },
            |(_, delivery)| delivery,
        );
        last = Some((terms, delivery));
        let base = terms.breach.of(drawn);
        let breach = match guesses.temptation {
            None => base,
            Some(power) => {
                let alike = parts.filter(|(before, _)| before.total_cmp(&base).is_eq());
                let own = alike.map_or_else(|| Parts::of(setting, base), |(_, own)| own);
                parts = Some((base, own));
                tempted(setting, stage, own, power.of(drawn))
            }
        };
        laws.push(law(guesses, drawn, terms, delivery, breach));
    }
}

/// The chances of a stage's items. What is replaced is guessed once for all stages.
fn delivery_of(guesses: &Guesses, terms: &Terms, drawn: &[f64], items: &[(u32, f64)]) -> Delivery {
    let replaced = terms.replaced.map_or(0.0, |id| id.of(drawn));
    if items.is_empty() {
        Delivery::CERTAIN
    } else {
        delivery(items, replaced, guesses.tolerated)
    }
}

fn law(guesses: &Guesses, drawn: &[f64], terms: &Terms, delivery: Delivery, breach: f64) -> Law {
    let lateness = |pace: Pace| Lateness {
        breach,
        resume: pace.resume.of(drawn),
        days: usize::try_from(whole(pace.days.of(drawn))).unwrap_or(usize::MAX),
    };
    let open = lateness(terms.open);
    let (silence, silent) = terms.silent.map_or((0.0, open), |(chance, pace)| {
        (chance.of(drawn), lateness(pace))
    });
    Law {
        delivery,
        replacing_days: guesses.replacing_days as usize,
        on_time: terms.on_time.of(drawn),
        silence,
        open,
        silent,
    }
}

/// The parts of the base chance of a breach.
#[derive(Clone, Copy)]
struct Parts {
    /// That of each party.
    each: f64,
    /// The chance that none of those breaks off whose points are not known.
    others_hold: f64,
    base: f64,
}

impl Parts {
    fn of(setting: &Setting, base: f64) -> Self {
        let others = count_of(setting.others());
        let count = count_of((setting.parties().len() + setting.others()).max(1));
        Self {
            each: 1.0 - (1.0 - base).powf(1.0 / count),
            others_hold: (1.0 - base).powf(others / count),
            base,
        }
    }
}

/// The chance of a breach where gains from walking away drive it. Without any gain or loss it is the
/// base chance; each party has an equal part in that, and its own part is multiplied by e to the
/// power of its own gain in shares of its own whole gain. So no party's points meet another's. The
/// part of a party whose points are not known is multiplied by nothing.
fn tempted(setting: &Setting, stage: &Stage, parts: Parts, power: f64) -> f64 {
    let mut none = parts.others_hold;
    for (party, stake) in setting.parties().iter().zip(&stage.stakes) {
        let share = points(stake.walk_away) / points(party.gain);
        none *= 1.0 - (parts.each * (power * share).exp()).min(1.0);
    }
    if setting.parties().is_empty() {
        parts.base
    } else {
        1.0 - none
    }
}

/// Points as a number for chances.
#[expect(clippy::cast_precision_loss, reason = "points are at most 10^15")]
pub fn points(points: i64) -> f64 {
    points as f64
}

#[expect(clippy::cast_precision_loss, reason = "there are few parties")]
fn count_of(parties: usize) -> f64 {
    parties as f64
}
