//! What to look at before anything else.

use std::collections::BTreeSet;

use super::are_rather_relatives;
use crate::{
    engine::{Agreement, Comparison, Scored},
    findings::{Caution, Evidence, RunnerUp},
    list::FieldKind,
    problem::{Fault, Problem},
};

/// A runner-up within so many bits is close.
const CLOSE: f64 = 3.0;

/// What is known of a pair besides its evidence.
pub struct Circumstances<'a> {
    pub scored: &'a Scored,
    pub evidence: &'a [Evidence],
    pub runners_up: [Option<&'a RunnerUp>; 2],
    /// Whether another entry of its list says exactly the same, for either side.
    pub repeated: bool,
    /// Whether a cell of either holds odd signs.
    pub odd: bool,
}

/// The cautions, in order of weight.
pub fn of_pair(comparisons: &[Comparison], found: &Circumstances) -> Vec<Caution> {
    let spoken = |kinds: &dyn Fn(FieldKind) -> bool| {
        comparisons
            .iter()
            .zip(found.evidence)
            .any(|(c, e)| kinds(c.kind) && e.agreement != Agreement::Missing)
    };
    let number_differs = comparisons
        .iter()
        .zip(found.evidence)
        .any(|(c, e)| c.kind == FieldKind::IdentityNumber && e.agreement == Agreement::Different);
    let close = found
        .runners_up
        .iter()
        .flatten()
        .any(|runner_up| runner_up.bits > found.scored.bits - CLOSE);
    let holds = [
        (found.repeated, Caution::IdenticalParticulars),
        (!spoken(&|kind| !is_name(kind)), Caution::NamesOnly),
        // Of relatives the better partner is the rule, and telling it helps nobody.
        (
            close && !are_rather_relatives(found.scored),
            Caution::CloseRunnerUp,
        ),
        (are_rather_relatives(found.scored), Caution::Relatives),
        (number_differs, Caution::NumberDiffers),
        (found.odd, Caution::OddSigns),
    ];
    holds
        .into_iter()
        .filter_map(|(holds, caution)| holds.then_some(caution))
        .collect()
}

/// Whether a field of this kind says what a person is called.
pub fn is_name(kind: FieldKind) -> bool {
    match kind {
        FieldKind::FullName
        | FieldKind::GivenName
        | FieldKind::FatherName
        | FieldKind::GrandfatherName
        | FieldKind::FamilyName
        | FieldKind::MotherName => true,
        FieldKind::BirthDate
        | FieldKind::EventDate
        | FieldKind::Sex
        | FieldKind::BirthPlace
        | FieldKind::Residence
        | FieldKind::Address
        | FieldKind::EventPlace
        | FieldKind::Postcode
        | FieldKind::Nationality
        | FieldKind::IdentityNumber
        | FieldKind::Telephone
        | FieldKind::Other => false,
    }
}

/// The rows, by sheet and number, in which a cell holds signs that mislead the eye.
pub fn odd_rows(problems: &[Problem]) -> BTreeSet<(Option<String>, u32)> {
    problems
        .iter()
        .filter(|problem| matches!(problem.what, Fault::Invisible | Fault::MixedScripts))
        .filter_map(|problem| Some((problem.place.sheet.clone(), problem.place.row?)))
        .collect()
}
