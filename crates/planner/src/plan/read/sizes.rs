//! Reading how much of everything a plan has: no more than can be computed with.

use super::{
    Reader,
    limits::{
        CLASSES_MOST, EXTENDED_MOST, NUMBER_MOST, ORDERED_MOST, PARTIES_MOST, POINTS_MOST,
        RULES_MOST, STEPS_MOST, TURNS_MOST,
    },
};
use crate::plan::{Act, Plan, Where, Worth, problem::Wrong};

impl Reader<'_> {
    /// That there is something of everything, and no more than is computed with.
    pub(super) fn sizes(&mut self) {
        let steps = self.file.stages.iter().map(|stage| stage.steps.len()).sum();
        let rules = &self.file.rules;
        let rules = [
            rules.prices.len(),
            rules.batches.len(),
            rules.first.len(),
            rules.groups.len(),
        ];
        if let Some(found) = rules.into_iter().find(|rules| *rules > RULES_MOST) {
            let (of, most) = ("rules of one kind", RULES_MOST);
            self.wrong(Where::Plan, Wrong::TooMany { of, found, most });
        }
        let sizes = [
            ("parties", self.file.parties.len(), PARTIES_MOST),
            ("classes", self.file.classes.len(), CLASSES_MOST),
            ("stages", self.file.stages.len(), STEPS_MOST),
            ("steps", steps, STEPS_MOST),
        ];
        for (of, found, most) in sizes {
            let list = if of == "steps" { "stages" } else { of };
            let at = Where::Under(vec![list.to_owned()]);
            if found > most {
                self.wrong(at, Wrong::TooMany { of, found, most });
            } else if found == 0 && (of != "steps" || !self.file.stages.is_empty()) {
                self.wrong(at, Wrong::None { of });
            }
        }
    }

    /// All that a party can gain and lose must be a number that sums of it can hold, and what is divided
    /// into turns must stay a plan that can be gone through.
    pub(super) fn sums(&mut self, plan: &Plan) {
        let given = plan.given();
        for (class, given) in plan.classes.iter().zip(&given) {
            let most = NUMBER_MOST as usize;
            if *given > u64::from(NUMBER_MOST) {
                let (of, found) = (
                    "of it given in all",
                    usize::try_from(*given).unwrap_or(usize::MAX),
                );
                self.wrong(
                    Where::Class(class.key.clone()),
                    Wrong::TooMany { of, found, most },
                );
            }
        }
        let steps = || plan.stages.iter().flat_map(|stage| &stage.steps);
        let turns: u64 = steps()
            .map(|step| step.act.weight())
            .fold(0, u64::saturating_add);
        if turns > TURNS_MOST {
            let found = usize::try_from(turns).unwrap_or(usize::MAX);
            let most = usize::try_from(TURNS_MOST).unwrap_or(usize::MAX);
            let of = "moves by turns, each counted for every class in it";
            self.wrong(Where::Plan, Wrong::TooMany { of, found, most });
        }
        let further = if plan.rules.extension.is_some() {
            EXTENDED_MOST
        } else {
            0
        };
        for id in plan.party_ids() {
            // Of the plan itself, and with as many as orders are looked for and extensions reckoned with.
            let (mut all, mut reckoned): (i128, i128) = (0, 0);
            for (class, given) in plan.classes.iter().zip(&given) {
                let there_are = (*given).max(u64::from(class.number.unwrap_or(0)));
                let each = class.worth.get(id.0).map_or(0, Worth::most_of_one);
                all += i128::from(there_are) * i128::from(each);
                let count = there_are.max(ORDERED_MOST) + further;
                reckoned += i128::from(count) * i128::from(each);
            }
            let of_things = all;
            for step in steps() {
                if let Act::Deposit(d) | Act::GiveBack(d) = &step.act
                    && d.by == id
                {
                    all += i128::from(d.points.map_or(0, |points| points.high.unsigned_abs()));
                }
            }
            let Some(party) = plan.party(id) else {
                continue;
            };
            all += i128::from(party.points.as_ref().map_or(0, |points| points.future.high));
            let found = reckoned + (all - of_things);
            if all > i128::from(POINTS_MOST) {
                self.wrong(Where::Party(party.key.clone()), Wrong::Overflow);
            } else if found > i128::from(POINTS_MOST) {
                let what = Wrong::TooWorthy {
                    count: i64::try_from(ORDERED_MOST + further).unwrap_or(i64::MAX),
                    found,
                    most: POINTS_MOST,
                };
                self.wrong(Where::Party(party.key.clone()), what);
            }
        }
    }
}
