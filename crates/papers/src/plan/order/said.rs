//! What was found of an order, in sentences.

use planner::{
    check::{Panel, Report as Check},
    order::{
        Ended, Known, Method, Open,
        bounds::{Aim, Caps},
        extension::Extended,
        of_plan::LeftOut,
        report::{Found, Order, Report},
        share::Share,
    },
};

use super::left::{asks, only_of_an_order};
use crate::{
    i18n::{Key, Strings, whole},
    plan::{
        check::{found::Weight, words::Told},
        points,
    },
};

/// A report and the language in which it is told.
#[derive(Clone, Copy)]
pub struct Said<'a> {
    /// The report.
    pub report: &'a Report,
    /// The strings.
    pub strings: Strings,
}

impl<'a> Said<'a> {
    /// The plan as it stands.
    pub const fn now(&self) -> Told<'a> {
        Told {
            report: &self.report.now,
            strings: self.strings,
        }
    }

    /// The order, where there is one.
    pub fn order(&self) -> Option<&'a Order> {
        match &self.report.found {
            Found::Order(order) => Some(order),
            Found::None { .. } | Found::Unknown => None,
        }
    }

    /// What came of it: in a sentence, and in a second one where it is said for the middle of ranges.
    pub fn lead(&self) -> String {
        let lead = self.outcome();
        if self.report.left_out.contains(&LeftOut::Ranges) {
            format!("{lead} {}", self.strings.t("order-lead-middle"))
        } else {
            lead
        }
    }

    fn outcome(&self) -> String {
        match &self.report.found {
            Found::Order(order) => {
                let key = match (self.report.aim, order.proved()) {
                    (Aim::Exposure, true) => Key("order-lead-exposure-proved"),
                    (Aim::Exposure, false) => Key("order-lead-exposure-open"),
                    (Aim::Guarantee, true) => Key("order-lead-guarantee-proved"),
                    (Aim::Guarantee, false) => Key("order-lead-guarantee-open"),
                };
                let shares = [
                    ("share", up(order.value).into()),
                    ("bound", down(order.bound).into()),
                ];
                self.strings.with(key, &shares)
            }
            Found::None { .. } => self.strings.t("order-lead-none"),
            Found::Unknown => self.strings.t("order-lead-unknown"),
        }
    }

    /// What an order rests on, and what it leaves to people: what has to be looked at first.
    pub fn notes(&self) -> Vec<(Weight, String)> {
        let mut notes = self
            .order()
            .map(|order| self.known(order))
            .unwrap_or_default();
        let caps = match (self.report.caps, self.order()) {
            (Caps::Kept, Some(_)) => Some((Weight::Right, Key("order-caps-kept"))),
            (Caps::Kept, None) => Some((Weight::Fact, Key("order-caps-asked"))),
            (Caps::Ignored, Some(_)) => Some((Weight::Look, Key("order-caps-ignored"))),
            (Caps::Ignored, None) => None,
        };
        notes.extend(caps.map(|(weight, caps)| (weight, self.strings.t(caps))));
        let left = self.report.left_out.iter();
        // Of what an order does not reckon with nothing needs saying where there is none.
        let left = left.filter(|left| self.order().is_some() || !only_of_an_order(left));
        notes.extend(left.map(|left| (asks(left), self.left_out(left))));
        notes.sort_by_key(|(weight, _)| *weight);
        notes
    }

    fn known(&self, order: &Order) -> Vec<(Weight, String)> {
        let fewest = match order.stages {
            Known::Proved => Key("order-stages-proved"),
            Known::InThisOrder => Key("order-stages-here"),
            Known::Unproved => Key("order-stages-open"),
        };
        let even = match order.evenness {
            Known::Proved => Key("order-even-proved"),
            Known::InThisOrder => Key("order-even-here"),
            Known::Unproved => Key("order-even-open"),
        };
        let how = match order.method {
            Method::Chains => self.strings.t("order-method-chains"),
            Method::Lattice { cells } | Method::StagedLattice { cells } => self
                .strings
                .with("order-method-lattice", &[("cells", whole(cells).into())]),
            Method::Orders => self.strings.t("order-method-orders"),
        };
        let stages = self
            .strings
            .with(fewest, &[("n", order.check.stages.len().into())]);
        let mut known = vec![
            (proved(order.stages), stages),
            (proved(order.evenness), self.strings.t(even)),
            (Weight::Fact, how),
        ];
        if order.ended == Ended::Stopped {
            let stopped = if order.proved() {
                Key("order-stopped-proved")
            } else {
                Key("order-stopped")
            };
            known.insert(0, (Weight::Look, self.strings.t(stopped)));
        }
        if let Some(open) = order.open {
            known.insert(0, (Weight::Look, self.open(open)));
        }
        known
    }

    fn open(&self, open: Open) -> String {
        let (key, said) = match open {
            Open::Openings { most } => ("order-open-openings", vec![("most", whole(most).into())]),
            Open::TooMany { owed, most } => (
                "order-open-too-many",
                vec![
                    ("owed", whole(owed as u64).into()),
                    ("most", whole(most as u64).into()),
                ],
            ),
        };
        self.strings.with(key, &said)
    }

    /// What the rule of extension comes to.
    pub fn extension(&self, extended: &Extended) -> String {
        let party = extended
            .stops
            .map(|stops| self.now().party(stops.who))
            .unwrap_or_default();
        let at = extended.stops.map_or(0, |stops| stops.block as u64);
        let key = match extended {
            _ if extended.stops.is_some() => "order-extension-stops",
            _ if extended.blocks.is_empty() => "order-extension-none",
            _ if extended.untold > 0 => "order-extension-so-far",
            _ => "order-extension-goes",
        };
        let block = self.now().count(extended.of, u64::from(extended.block));
        let said = [
            ("grants", self.now().many(extended.grants).into()),
            ("granting", whole(u64::from(extended.granting)).into()),
            ("block", block.into()),
            ("at", whole(at).into()),
            ("told", whole(extended.blocks.len() as u64).into()),
            ("untold", whole(u64::from(extended.untold)).into()),
            ("party", party.into()),
        ];
        self.strings.with(key, &said)
    }

    /// What of the plan the rule of extension is reckoned with.
    pub fn extension_note(&self, extended: &Extended) -> String {
        let of = self.now().many(extended.of);
        self.strings
            .with("order-extension-note", &[("of", of.into())])
    }

    /// A number of what is granted, or that none does.
    pub fn granted(&self, number: Option<u32>) -> String {
        number.map_or_else(
            || self.strings.t("order-no-number"),
            |number| whole(u64::from(number)),
        )
    }

    /// What the order stands beside, with what it is called: the plan as it stands, and where that
    /// reckons with what the order leaves aside, the plan without it too.
    pub fn beside(&self) -> Vec<(String, &'a Check)> {
        let now = &self.report.now;
        let planned = self.strings.t("check-as-planned");
        match &self.report.as_planned {
            None => vec![(planned, now)],
            Some(whole) => vec![(planned, whole), (self.strings.t("order-left-aside"), now)],
        }
    }
}

/// How much it asks for whether something is proved.
const fn proved(known: Known) -> Weight {
    match known {
        Known::Proved => Weight::Right,
        Known::InThisOrder => Weight::Fact,
        Known::Unproved => Weight::CannotTell,
    }
}

/// The panel of the same party in another check.
pub(super) fn same<'a>(check: &'a Check, panel: &Panel) -> Option<&'a Panel> {
    let mut panels = check.panels.iter();
    panels.find(|other| other.party == panel.party)
}

/// In per cent, rounded up in its second place: a value is never told as less than it is.
fn up(share: Share) -> String {
    hundredths((share.points * 10_000 + share.of - 1) / share.of)
}

/// In per cent, rounded down: a bound is never told as more than it is.
fn down(share: Share) -> String {
    hundredths(share.points * 10_000 / share.of)
}

fn hundredths(number: i128) -> String {
    points::number(i64::try_from(number).unwrap_or(i64::MAX), 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_rounded_up_and_a_bound_down() {
        let share = Share::new(7, 2_870);
        assert_eq!(
            (up(share), down(share)),
            ("0.25".to_owned(), "0.24".to_owned())
        );
        assert_eq!(
            (up(Share::ZERO), down(Share::new(1, 4))),
            ("0".to_owned(), "25".to_owned())
        );
    }
}
