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

    /// The chances that a late stage ends in a breach, and that it is given up.
    pub fn stops(&self) -> (f64, f64) {
        let stays = self.stays();
        let (mut still, mut breach) = (1.0, 0.0);
        for _ in 0..self.days {
            breach += still * self.breach;
            still *= stays;
        }
        (breach, still)
    }
}

/// The laws of all stages under one set of guesses.
pub fn laws(setting: &Setting, guesses: &Guesses, drawn: &[f64], laws: &mut Vec<Law>) {
    laws.clear();
    let mut items = Vec::new();
    for (stage, terms) in setting.stages().iter().zip(&guesses.stages) {
        items.clear();
        items.extend(terms.items.iter().map(|(count, d)| (*count, d.of(drawn))));
        laws.push(law(setting, guesses, drawn, (stage, terms), &items));
    }
}

fn law(
    setting: &Setting,
    guesses: &Guesses,
    drawn: &[f64],
    (stage, terms): (&Stage, &Terms),
    items: &[(u32, f64)],
) -> Law {
    let base = terms.breach.of(drawn);
    let breach = match guesses.temptation {
        None => base,
        Some(power) => tempted(setting, stage, base, power.of(drawn)),
    };
    let lateness = |pace: Pace| Lateness {
        breach,
        resume: pace.resume.of(drawn),
        days: usize::try_from(whole(pace.days.of(drawn))).unwrap_or(usize::MAX),
    };
    let open = lateness(terms.open);
    let (silence, silent) = terms.silent.map_or((0.0, open), |(chance, pace)| {
        (chance.of(drawn), lateness(pace))
    });
    let replaced = terms.replaced.map_or(0.0, |id| id.of(drawn));
    Law {
        delivery: if items.is_empty() {
            Delivery::CERTAIN
        } else {
            delivery(items, replaced, guesses.tolerated)
        },
        replacing_days: guesses.replacing_days as usize,
        on_time: terms.on_time.of(drawn),
        silence,
        open,
        silent,
    }
}

/// The chance of a breach where gains from walking away drive it. Without any gain or loss it is the
/// base chance; each party has an equal part in that, and its own part is multiplied by e to the
/// power of its own gain in shares of its own whole gain. So no party's points meet another's. The
/// part of a party whose points are not known is multiplied by nothing.
fn tempted(setting: &Setting, stage: &Stage, base: f64, power: f64) -> f64 {
    let count = (setting.parties().len() + setting.others()).max(1);
    let part = 1.0 - (1.0 - base).powf(1.0 / count_of(count));
    let mut none = (1.0 - base).powf(count_of(setting.others()) / count_of(count));
    for (party, stake) in setting.parties().iter().zip(&stage.stakes) {
        let share = points(stake.walk_away) / points(party.gain);
        none *= 1.0 - (part * (power * share).exp()).min(1.0);
    }
    if setting.parties().is_empty() {
        base
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
