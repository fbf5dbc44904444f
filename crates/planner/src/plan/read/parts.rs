//! Reading parties and classes, and what things are worth to each party.

use std::collections::BTreeSet;

use super::{
    Reader,
    limits::{IN_TURN_MOST, NUMBER_MOST, POINTS_MOST},
};
use crate::{
    decimal::Decimal,
    document::mend::STAND_IN,
    plan::{
        Class, ClassId, Party, PartyId, Points, Span, Verified, Where, Worth,
        file::{ClassFile, PartyFile, WorthFile},
        problem::Wrong,
    },
    range::Range,
};

impl Reader<'_> {
    /// How many places the numbers of a party need, those halfway between included.
    pub(super) fn places(&self, party: usize) -> u8 {
        let Some(party) = self.file.parties.get(party) else {
            return 0;
        };
        let mut ranges: Vec<Range> = Vec::new();
        ranges.extend(party.future);
        ranges.extend(party.exposed_at_most);
        for class in &self.file.classes {
            match class.worth.get(&party.party) {
                Some(WorthFile::Each(range)) => ranges.push(*range),
                Some(WorthFile::InTurn(each)) => ranges.extend(each),
                None => {}
            }
        }
        for step in self.file.stages.iter().flat_map(|stage| &stage.steps) {
            let deposits = [&step.deposit, &step.give_back].into_iter().flatten();
            ranges.extend(deposits.filter(|d| d.by == party.party).map(|d| d.points));
        }
        let written = ranges.iter().map(|range| range.places()).max().unwrap_or(0);
        let halves = ranges.iter().any(|range| {
            let ends = [range.low(), range.high()].map(|end| end.in_units_of(written));
            matches!(ends, [Some(low), Some(high)] if (low ^ high) & 1 == 1)
        });
        written + u8::from(halves)
    }

    pub(super) fn party(&mut self, party: &PartyFile, places: u8) -> Party {
        let at = || Where::Party(party.party.clone());
        self.words(at(), "a party’s key", &party.party);
        self.words(at(), "a party’s name", &party.name);
        let future = party.future.map(|range| self.span(at(), range, places));
        let exposed_at_most = party
            .exposed_at_most
            .map(|range| self.span(at(), range, places));
        let at_all = |class: &ClassFile| class.worth.contains_key(&party.party);
        let points = self.file.classes.iter().any(at_all).then(|| Points {
            from: party.points_from.clone(),
            on: party
                .points_on
                .as_deref()
                .and_then(|day| self.day(at(), day)),
            places,
            future: future.unwrap_or_default(),
            exposed_at_most,
            discount: party.discount,
        });
        self.discount(party);
        for (span, what) in [
            (future, "what its word is worth"),
            (exposed_at_most, "a limit of exposure"),
        ] {
            if span.is_some_and(|span| span.low < 0) {
                self.wrong(at(), Wrong::Negative(what));
            }
        }
        Party {
            key: party.party.clone(),
            name: party.name.clone(),
            points,
        }
    }

    /// A discount is a share, and is reckoned by the days of the stages.
    fn discount(&mut self, party: &PartyFile) {
        let Some(discount) = party.discount else {
            return;
        };
        if !discount.within(Decimal::ZERO, Decimal::ONE) {
            self.wrong(Where::Party(party.party.clone()), Wrong::Discount);
        }
        if discount.within(Decimal::ZERO, Decimal::ZERO) {
            return;
        }
        let file = self.file;
        let stages = file.stages.iter().enumerate();
        if let Some((at, _)) = stages.into_iter().find(|(_, stage)| stage.on.is_none()) {
            self.wrong(Where::Stage(at + 1), Wrong::NoDay(party.party.clone()));
        }
    }

    pub(super) fn class(&mut self, id: ClassId, class: &ClassFile, places: &[u8]) -> Class {
        let at = || Where::Class(class.class.clone());
        for (what, words) in [
            ("a class’s key", &class.class),
            ("its word for one", &class.one),
            ("its word for many", &class.many),
        ] {
            self.words(at(), what, words);
        }
        for key in class.worth.keys() {
            self.party_id(at(), key);
        }
        let number = class.number.filter(|number| *number > NUMBER_MOST);
        if let Some(found) = number {
            self.wrong(
                at(),
                Wrong::TooMany {
                    of: "of it",
                    found: found as usize,
                    most: NUMBER_MOST as usize,
                },
            );
        }
        if let Some(number) = class.number.filter(|n| class.named.len() > *n as usize) {
            self.wrong(
                at(),
                Wrong::Names {
                    named: class.named.len(),
                    number,
                },
            );
        }
        let mut names = BTreeSet::new();
        for name in class.named.iter().filter(|name| !names.insert(*name)) {
            self.wrong(at(), Wrong::Twice(name.clone()));
        }
        if let Some(chance) = class.deliverable
            && !chance.within(Decimal::ZERO, Decimal::ONE)
        {
            self.wrong(at(), Wrong::Chance(chance));
        }
        let worth = self.file.parties.iter().zip(places);
        let worth =
            worth.map(|(party, places)| self.worth(&at(), class.worth.get(&party.party), *places));
        let worth = worth.collect();
        let from = self.party_id(at(), &class.from);
        if from.is_none() || class.from == STAND_IN {
            self.no_giver.insert(id);
        }
        Class {
            key: class.class.clone(),
            one: class.one.clone(),
            many: class.many.clone(),
            kind: class.kind,
            worth,
            from: from.unwrap_or(PartyId(0)),
            number: class.number,
            named: class.named.clone(),
            verified: class
                .verified
                .as_deref()
                .map_or(Verified::AtHandover, |said| self.verified(at(), said)),
            deliverable: class.deliverable,
        }
    }

    fn worth(&mut self, at: &Where, file: Option<&WorthFile>, places: u8) -> Worth {
        match file {
            None => Worth::each(Span::ZERO),
            Some(WorthFile::Each(range)) => Worth::each(self.span(at.clone(), *range, places)),
            Some(WorthFile::InTurn(each)) if each.len() <= IN_TURN_MOST => {
                let spans = each
                    .iter()
                    .map(|range| self.span(at.clone(), *range, places));
                Worth::in_turn(&spans.collect::<Vec<_>>())
            }
            Some(WorthFile::InTurn(each)) => {
                let (of, found, most) = ("worths in a list", each.len(), IN_TURN_MOST);
                self.wrong(at.clone(), Wrong::TooMany { of, found, most });
                Worth::each(Span::ZERO)
            }
        }
    }

    /// A range in units of so many places, with its middle: the places were chosen for it.
    pub(super) fn span(&mut self, at: Where, range: Range, places: u8) -> Span {
        let ends = [range.low(), range.high()].map(|end| end.in_units_of(places));
        let fits = |end: &i64| (-POINTS_MOST..=POINTS_MOST).contains(end);
        let [Some(low), Some(high)] = ends.map(|end| end.filter(fits)) else {
            self.wrong(at, Wrong::Overflow);
            return Span::ZERO;
        };
        Span {
            low,
            mid: i64::midpoint(low, high),
            high,
        }
    }
}
