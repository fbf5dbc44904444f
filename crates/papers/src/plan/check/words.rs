//! Parties, moves and moments of a plan in words. What the plan says is data: it is shown with what
//! cannot be seen by its code point.

use planner::{
    check::{Done, LotTold, MoveTold, Report},
    plan::Span,
};

use crate::{
    cell,
    i18n::{Strings, whole},
    plan::{points, stage_called},
};

pub(in crate::plan) use crate::plan::isolated;

/// Of many classes or names in one sentence so many are told.
const TOLD: usize = 12;

/// A report and the language in which it is told.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// The report.
    pub report: &'a Report,
    /// The strings.
    pub strings: Strings,
}

impl Told<'_> {
    /// A party's name.
    pub fn party(&self, number: usize) -> String {
        let party = self.report.parties.get(number);
        party.map_or_else(String::new, |party| cell::plainly(&party.name))
    }

    /// Several parties' names.
    pub fn parties(&self, numbers: &[usize]) -> String {
        let names: Vec<String> = numbers
            .iter()
            .map(|number| isolated(&self.party(*number)))
            .collect();
        self.strings.list(&names)
    }

    /// Several of a class.
    pub fn many(&self, class: usize) -> String {
        let class = self.report.classes.get(class);
        class.map_or_else(String::new, |class| cell::plainly(&class.many))
    }

    /// So many of a class.
    pub fn count(&self, class: usize, count: u64) -> String {
        let told = self.report.classes.get(class);
        let word = told.map_or("", |told| if count == 1 { &told.one } else { &told.many });
        isolated(&format!("{} {}", whole(count), cell::plainly(word)))
    }

    /// What is handed over, with the names of those who are named.
    pub fn lots(&self, lots: &[LotTold]) -> String {
        let each = lots.iter().take(TOLD).map(|lot| {
            let count = self.count(lot.class, u64::from(lot.count));
            if lot.named.is_empty() {
                return count;
            }
            format!("{count} ({})", self.names(&lot.named))
        });
        self.listed(each.collect(), lots.len())
    }

    /// The first of some names, and how many more there are.
    pub fn names(&self, names: &[String]) -> String {
        let told = names
            .iter()
            .take(TOLD)
            .map(|name| isolated(&cell::plainly(name)));
        self.listed(told.collect(), names.len())
    }

    /// What is told of so many, in a row.
    pub fn listed(&self, mut told: Vec<String>, all: usize) -> String {
        let more = all.saturating_sub(told.len());
        if more > 0 {
            told.push(self.strings.with("plan-and-more", &[("n", more.into())]));
        }
        self.strings.list(&told)
    }

    /// What is done in a move.
    pub fn done(&self, step: &MoveTold) -> String {
        let by = self.parties(&step.by);
        let with = |lots: &[LotTold]| {
            [
                ("party", by.as_str().into()),
                ("what", self.lots(lots).into()),
            ]
        };
        let and = |what: &str| {
            [
                ("party", by.as_str().into()),
                ("what", cell::plainly(what).into()),
            ]
        };
        match &step.what {
            Done::Handover(lots) => {
                let done = self.strings.with("plan-done-handover", &with(lots));
                let Some(turn) = step.turn else { return done };
                let parts = [
                    ("done", done.into()),
                    ("number", whole(turn.number as u64).into()),
                    ("of", whole(turn.of as u64).into()),
                ];
                self.strings.with("plan-done-turn", &parts)
            }
            Done::Together(lots) => self.strings.with("plan-done-together", &with(lots)),
            Done::Escrow(lots) => self.strings.with("plan-done-escrow", &with(lots)),
            Done::Deposit(what) => self.strings.with("plan-done-deposit", &and(what)),
            Done::GiveBack(what) => self.strings.with("plan-done-give-back", &and(what)),
            Done::Verified(lots) => self
                .strings
                .with("plan-done-verified", &[("what", self.lots(lots).into())]),
        }
    }

    /// A stage's name.
    pub fn stage(&self, stage: usize) -> String {
        let told = self.report.stages.get(stage);
        told.map_or_else(String::new, |told| stage_called(&told.name, self.strings))
    }

    /// When a move happens: its stage, and the day and time where the plan has them.
    pub fn when(&self, step: &MoveTold) -> String {
        let stage = isolated(&self.stage(step.stage));
        let day = self
            .report
            .stages
            .get(step.stage)
            .and_then(|stage| stage.on);
        let time = match (step.at, step.by_when, day) {
            (Some(at), ..) => at.strftime("%Y-%m-%d %H:%M").to_string(),
            (None, None, Some(day)) => day.to_string(),
            (None, Some(_), _) => String::new(),
            (None, None, None) => return stage,
        };
        let by = step
            .by_when
            .map(|by| by.strftime("%Y-%m-%d %H:%M").to_string());
        let by = by.map(|by| self.strings.with("plan-by", &[("time", by.into())]));
        let times: Vec<String> = [Some(time), by]
            .into_iter()
            .flatten()
            .filter(|t| !t.is_empty())
            .collect();
        let parts = [
            ("stage", stage.into()),
            ("time", times.join(&self.strings.t("joint")).into()),
        ];
        self.strings.with("plan-when", &parts)
    }

    /// The move that leads to a row.
    pub fn move_of(&self, row: usize) -> Option<MoveTold> {
        row.checked_sub(1).and_then(|at| self.report.moves.get(at))
    }

    /// A moment: before the first move, or after one.
    pub fn moment(&self, row: usize) -> String {
        let Some(step) = self.move_of(row) else {
            return self.strings.t("plan-at-first");
        };
        let parts = [
            ("when", self.when(&step).into()),
            ("done", self.done(&step).into()),
        ];
        self.strings.with("plan-after", &parts)
    }

    /// Points of a party with the word for them.
    pub fn in_points(&self, span: Span, places: u8) -> String {
        points::in_words(span, places, self.strings)
    }

    /// Points of a party.
    pub fn points(&self, span: Span, places: u8) -> String {
        points::span(span, places, self.strings)
    }
}
