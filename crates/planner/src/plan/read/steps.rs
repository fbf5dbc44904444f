//! Reading the steps of a stage.

use std::collections::BTreeSet;

use jiff::civil::Time;

use super::{Reader, limits::NUMBER_MOST};
use crate::{
    decimal::Decimal,
    document::when,
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
        at: &Where,
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
            self.wrong(at.clone(), Wrong::Kinds(kinds));
        }
        let mut time = |said: &Option<String>| {
            let said = said.as_deref();
            said.and_then(|said| self.time(at.clone(), said))
        };
        let (time, by) = (time(&file.at), time(&file.by));
        // All that it says is looked at, though one thing alone is done.
        let act = self.acts(at, file, plan, named).into_iter().next();
        Some(Step {
            key: file.step.clone(),
            act: act.flatten().filter(|_| kinds == 1)?,
            at: time,
            by,
            after: file.after.clone(),
        })
    }

    /// What a step says that is done, each as far as it makes sense.
    fn acts(
        &mut self,
        at: &Where,
        file: &StepFile,
        plan: &Plan,
        named: &mut Named,
    ) -> Vec<Option<Act>> {
        let mut acts = Vec::with_capacity(1);
        if let Some(batch) = &file.give {
            acts.push(self.batch(at, batch, plan, Some(named)).map(Act::Give));
        }
        if let Some(batches) = &file.together {
            acts.push(self.batches(at, batches, plan, named).map(Act::Together));
        }
        if let Some(batches) = &file.in_turn {
            acts.push(self.batches(at, batches, plan, named).map(in_turn));
        }
        if let Some(batch) = &file.escrow {
            acts.push(self.batch(at, batch, plan, None).map(Act::Escrow));
        }
        for (deposit, act) in [
            (&file.deposit, Act::Deposit as fn(Box<Deposit>) -> Act),
            (&file.give_back, Act::GiveBack),
        ] {
            if let Some(deposit) = deposit {
                acts.push(self.deposit(at, deposit).map(Box::new).map(act));
            }
        }
        if let Some(batch) = &file.verify {
            acts.push(self.verify(at, batch, plan).map(Act::Verify));
        }
        acts
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
        // Each is looked at, though one of them makes no sense.
        let batches: Vec<Option<Batch>> = batches.collect();
        let batches = batches.into_iter().collect::<Option<Vec<Batch>>>()?;
        if self.is_any_giver_unknown(batches.iter().flat_map(|batch| &batch.lots)) {
            return None;
        }
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
        let lots = self.lots(at, file, plan);
        if let (Some(named), Some(lots)) = (named, &lots) {
            self.named_once(at, lots, named);
        }
        let lots = lots.filter(|lots| !self.is_any_giver_unknown(lots.iter()))?;
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
        first
            .map(|class| class.from)
            .map(|from| Batch { from, lots })
    }

    fn named_once(&mut self, at: &Where, lots: &Few<Lot>, named: &mut Named) {
        for (class, name) in lots
            .iter()
            .flat_map(|lot| lot.named.iter().map(|name| (lot.class, name)))
        {
            if !named.insert((class, name.clone())) {
                self.wrong(at.clone(), Wrong::NameTwice(name.clone()));
            }
        }
    }

    /// Whether it is not known of one of these who gives it, which is told at its class.
    fn is_any_giver_unknown<'l>(&self, mut lots: impl Iterator<Item = &'l Lot>) -> bool {
        lots.any(|lot| self.no_giver.contains(&lot.class))
    }

    /// What is verified may have been handed over by several.
    fn verify(&mut self, at: &Where, file: &BatchFile, plan: &Plan) -> Option<Batch> {
        let lots = self.lots(at, file, plan)?;
        let from = lots.first().and_then(|lot| plan.class(lot.class))?.from;
        Some(Batch { from, lots })
    }

    fn lots(&mut self, at: &Where, file: &BatchFile, plan: &Plan) -> Option<Few<Lot>> {
        // Each is looked at, though one of them makes no sense.
        let mut all = true;
        let lots = file.iter().filter_map(|(key, amount)| {
            let class = self.class_id(at.clone(), key);
            let lot = class.and_then(|class| self.lot(at, class, amount, plan));
            all &= lot.is_some();
            lot
        });
        let lots: Few<Lot> = lots.collect();
        let is_nought = |amount: &AmountFile| match amount {
            AmountFile::Number(count) => *count == 0,
            AmountFile::Named(names) => names.is_empty(),
        };
        if file.is_empty() || file.values().any(is_nought) {
            self.wrong(at.clone(), Wrong::Empty);
            return None;
        }
        all.then_some(lots)
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
        if file.points.low() < Decimal::ZERO {
            self.wrong(at.clone(), Wrong::Negative("a deposit"));
        }
        let by = self.party_id(at.clone(), &file.by)?;
        let places = self.places.get(by.0).copied().unwrap_or_default();
        let points = self.span(at.clone(), file.points, places);
        Some(Deposit {
            by,
            points: Some(points),
            what: file.what.clone(),
        })
    }

    fn time(&mut self, at: Where, said: &str) -> Option<Time> {
        let time = when::time(said);
        if time.is_none() {
            self.wrong(at, Wrong::Time(said.to_owned()));
        }
        time
    }
}

/// One class goes after another: in the order in which whoever wrote the plan lists them.
fn in_turn(mut batches: Vec<Batch>) -> Act {
    for batch in &mut batches {
        batch.lots.sort_by_key(|lot| lot.class);
    }
    Act::InTurn(batches)
}
