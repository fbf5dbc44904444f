//! Reading the steps of a stage.

use std::collections::BTreeSet;

use jiff::civil::Time;

use super::{Reader, limits::NUMBER_MOST};
use crate::{
    few::Few,
    plan::{
        Act, Batch, ClassId, Deposit, Lot, PartyId, Plan, Step, Where,
        file::{AmountFile, BatchFile, DepositFile, StepFile},
        problem::Wrong,
    },
};

/// Who was handed over by name before: class and name.
pub(super) type Named = BTreeSet<(ClassId, String)>;

impl Reader<'_> {
    pub(super) fn step(
        &mut self,
        at: Where,
        file: &StepFile,
        plan: &Plan,
        named: &mut Named,
    ) -> Option<Step> {
        let said = [
            file.give.is_some(),
            file.together.is_some(),
            file.in_turn.is_some(),
            file.escrow.is_some(),
            file.deposit.is_some(),
            file.give_back.is_some(),
            file.verify.is_some(),
        ];
        let kinds = said.into_iter().filter(|said| *said).count();
        if kinds != 1 {
            self.wrong(at, Wrong::Kinds(kinds));
            return None;
        }
        let act = self.act(&at, file, plan, named)?;
        Some(Step {
            key: file.step.clone(),
            act,
            at: file
                .at
                .as_deref()
                .and_then(|said| self.time(at.clone(), said)),
            by: file.by.as_deref().and_then(|said| self.time(at, said)),
            after: file.after.clone(),
        })
    }

    fn act(&mut self, at: &Where, file: &StepFile, plan: &Plan, named: &mut Named) -> Option<Act> {
        if let Some(batch) = &file.give {
            return self.batch(at, batch, plan, Some(named)).map(Act::Give);
        }
        if let Some(batches) = &file.together {
            return self.batches(at, batches, plan, named).map(Act::Together);
        }
        if let Some(batches) = &file.in_turn {
            let mut batches = self.batches(at, batches, plan, named)?;
            // One class goes after another: in the order in which whoever wrote the plan lists them.
            for batch in &mut batches {
                batch.lots.sort_by_key(|lot| lot.class);
            }
            return Some(Act::InTurn(batches));
        }
        if let Some(batch) = &file.escrow {
            return self.batch(at, batch, plan, None).map(Act::Escrow);
        }
        if let Some(deposit) = &file.deposit {
            return self
                .deposit(at, deposit)
                .map(|deposit| Act::Deposit(Box::new(deposit)));
        }
        if let Some(deposit) = &file.give_back {
            return self
                .deposit(at, deposit)
                .map(|deposit| Act::GiveBack(Box::new(deposit)));
        }
        self.verify(at, file.verify.as_ref()?, plan)
            .map(Act::Verify)
    }

    fn batches(
        &mut self,
        at: &Where,
        files: &[BatchFile],
        plan: &Plan,
        named: &mut Named,
    ) -> Option<Vec<Batch>> {
        let batches = files
            .iter()
            .map(|file| self.batch(at, file, plan, Some(named)));
        let batches: Option<Vec<Batch>> = batches.collect();
        let batches = batches?;
        let givers: BTreeSet<PartyId> = batches.iter().map(|batch| batch.from).collect();
        if givers.len() < 2 {
            self.wrong(at.clone(), Wrong::OneGiver);
            return None;
        }
        Some(batches)
    }

    /// What one party hands over. Who is handed over by name is handed over once.
    fn batch(
        &mut self,
        at: &Where,
        file: &BatchFile,
        plan: &Plan,
        named: Option<&mut Named>,
    ) -> Option<Batch> {
        let lots = self.lots(at, file, plan)?;
        let mut givers = lots.iter().filter_map(|lot| plan.class(lot.class));
        let first = givers.next();
        let other = first.and_then(|first| givers.find(|class| class.from != first.from));
        if let (Some(first), Some(other)) = (first, other) {
            self.wrong(
                at.clone(),
                Wrong::Givers(first.key.clone(), other.key.clone()),
            );
            return None;
        }
        if let Some(named) = named {
            for (class, name) in lots
                .iter()
                .flat_map(|lot| lot.named.iter().map(|name| (lot.class, name)))
            {
                if !named.insert((class, name.clone())) {
                    self.wrong(at.clone(), Wrong::NameTwice(name.clone()));
                }
            }
        }
        first
            .map(|class| class.from)
            .map(|from| Batch { from, lots })
    }

    /// What is verified may have been handed over by several.
    fn verify(&mut self, at: &Where, file: &BatchFile, plan: &Plan) -> Option<Batch> {
        let lots = self.lots(at, file, plan)?;
        let from = lots.first().and_then(|lot| plan.class(lot.class))?.from;
        Some(Batch { from, lots })
    }

    fn lots(&mut self, at: &Where, file: &BatchFile, plan: &Plan) -> Option<Few<Lot>> {
        let lots = file.iter().map(|(key, amount)| {
            let class = self.class_id(at.clone(), key)?;
            self.lot(at, class, amount, plan)
        });
        let lots = lots.collect::<Option<Few<Lot>>>()?;
        if lots.is_empty() || lots.iter().any(|lot| lot.count == 0) {
            self.wrong(at.clone(), Wrong::Empty);
            return None;
        }
        Some(lots)
    }

    fn lot(&mut self, at: &Where, class: ClassId, amount: &AmountFile, plan: &Plan) -> Option<Lot> {
        let (count, named) = match amount {
            AmountFile::Number(count) => (*count as usize, Vec::new()),
            AmountFile::Named(names) => (names.len(), names.clone()),
        };
        let known = plan.class(class)?;
        let unknown: Vec<&String> = named
            .iter()
            .filter(|name| !self.is_named(class, name))
            .collect();
        for name in unknown {
            let (name, class) = (name.clone(), known.key.clone());
            self.wrong(at.clone(), Wrong::NoName { name, class });
        }
        let most = NUMBER_MOST as usize;
        if count > most {
            self.wrong(
                at.clone(),
                Wrong::TooMany {
                    of: "in one batch",
                    found: count,
                    most,
                },
            );
            return None;
        }
        let count = u32::try_from(count).ok()?;
        Some(Lot {
            class,
            count,
            named,
        })
    }

    fn deposit(&mut self, at: &Where, file: &DepositFile) -> Option<Deposit> {
        self.words(at.clone(), "what is deposited", &file.what);
        let by = self.party_id(at.clone(), &file.by)?;
        let places = self.places.get(by.0).copied().unwrap_or_default();
        let points = self.span(at.clone(), file.points, places);
        if points.low < 0 {
            self.wrong(at.clone(), Wrong::Negative("a deposit"));
        }
        Some(Deposit {
            by,
            points: Some(points),
            what: file.what.clone(),
        })
    }

    fn time(&mut self, at: Where, said: &str) -> Option<Time> {
        let time = said.parse().ok().filter(|_| said.len() == 5);
        if time.is_none() {
            self.wrong(at, Wrong::Time(said.to_owned()));
        }
        time
    }
}
