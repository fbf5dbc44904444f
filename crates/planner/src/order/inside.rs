//! What has to hold inside each stage beyond the size of a batch: how many of some classes it has if it has
//! any, who goes together, and what goes first where a stage has both.

use super::{
    contradiction::Contradiction,
    problem::{Class, ClassAt, Draft, PartyAt},
};

/// The most rules inside a stage.
pub const INSIDE_MOST: usize = 64;
/// The most rules of what goes first: each doubles what has to be tried in a stage.
pub const FIRST_MOST: usize = 6;

/// A rule that holds inside each stage. Run backwards each of them is a rule of the same kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inside {
    /// Of these classes of one giver, counted together, a stage has none or a number between two.
    Count {
        /// The classes.
        classes: Vec<ClassAt>,
        /// The fewest.
        least: u32,
        /// The most.
        most: u32,
    },
    /// Of a class so many go together: at the end of each stage a multiple of that has been handed over.
    Whole {
        /// The class.
        class: ClassAt,
        /// How many go together.
        of: u32,
    },
    /// In a stage that has some of both, the batch of one giver comes before that of the other.
    First {
        /// Classes of one giver.
        classes: Vec<ClassAt>,
        /// Classes of another.
        before: Vec<ClassAt>,
    },
}

impl Inside {
    /// The classes that it is about.
    pub fn classes(&self) -> impl Iterator<Item = ClassAt> {
        let (one, several, others): (Option<ClassAt>, &[ClassAt], &[ClassAt]) = match self {
            Self::Count { classes, .. } => (None, classes, &[]),
            Self::Whole { class, .. } => (Some(*class), &[], &[]),
            Self::First { classes, before } => (None, classes, before),
        };
        one.into_iter().chain(several.iter().chain(others).copied())
    }

    /// Whether one batch, of which `count` tells how many of a class are in it, keeps to it.
    pub(super) fn allows(&self, count: impl Fn(ClassAt) -> usize) -> bool {
        match self {
            Self::Count {
                classes,
                least,
                most,
            } => {
                let sum: usize = classes.iter().map(|class| count(*class)).sum();
                sum == 0 || (*least as usize..=*most as usize).contains(&sum)
            }
            Self::Whole { class, of } => count(*class).is_multiple_of(*of as usize),
            Self::First { .. } => true,
        }
    }

    /// Whether a stage, whose batches come in this order of givers, keeps to it.
    pub(super) fn in_order(&self, classes: &[Class], batches: &[(PartyAt, Vec<ClassAt>)]) -> bool {
        let Self::First {
            classes: of,
            before,
        } = self
        else {
            return true;
        };
        let at = |all: &[ClassAt]| {
            let giver = all.first().and_then(|class| classes.get(*class))?.giver;
            batches
                .iter()
                .position(|(from, has)| *from == giver && has.iter().any(|c| all.contains(c)))
        };
        match (at(of), at(before)) {
            (Some(first), Some(then)) => first < then,
            (Some(_) | None, None) | (None, Some(_)) => true,
        }
    }

    /// A rule in the same place that binds nothing.
    pub(super) fn loosened(&self) -> Self {
        Self::Whole {
            class: self.classes().next().unwrap_or_default(),
            of: 1,
        }
    }

    pub(super) fn reversed(self) -> Self {
        match self {
            Self::First { classes, before } => Self::First {
                classes: before,
                before: classes,
            },
            same @ (Self::Count { .. } | Self::Whole { .. }) => same,
        }
    }

    fn holds_together(&self, draft: &Draft) -> bool {
        let giver = |class: &ClassAt| draft.classes.get(*class).map(|class| class.giver);
        let of_one = |classes: &[ClassAt]| {
            let first = classes.first().and_then(giver);
            let once =
                |class: &ClassAt| classes.iter().filter(|other| *other == class).count() == 1;
            first.filter(|first| {
                classes
                    .iter()
                    .all(|class| giver(class) == Some(*first) && once(class))
            })
        };
        let two = draft.parties.len() == 2;
        match self {
            Self::Count {
                classes,
                least,
                most,
            } => two && of_one(classes).is_some() && least <= most && *most > 0,
            Self::Whole { class, of } => {
                let count = draft.classes.get(*class).map(|class| class.count);
                (two || *of == 1) && *of > 0 && count.is_some_and(|count| count.is_multiple_of(*of))
            }
            Self::First { classes, before } => of_one(classes)
                .zip(of_one(before))
                .is_some_and(|(first, then)| first != then),
        }
    }
}

/// What cannot be among such rules.
pub(super) fn check(rules: &[Inside], draft: &Draft) -> Option<Contradiction> {
    let firsts = rules
        .iter()
        .filter(|rule| matches!(rule, Inside::First { .. }))
        .count();
    if rules.len() > INSIDE_MOST || firsts > FIRST_MOST {
        return Some(Contradiction::InsideMany {
            count: rules.len(),
            firsts,
        });
    }
    let good = rules.iter().all(|rule| rule.holds_together(draft));
    (!good).then_some(Contradiction::Inside)
}

/// The ways in which a stage whose givers come in this order keeps to what goes first: by class whether it
/// has to be left out of the stage.
pub(super) fn ways(rules: &[Inside], classes: &[Class], order: &[PartyAt]) -> Vec<Vec<bool>> {
    let place = |all: &[ClassAt]| {
        let giver = all.first().and_then(|class| classes.get(*class))?.giver;
        order.iter().position(|party| *party == giver)
    };
    let mut ways = vec![vec![false; classes.len()]];
    for rule in rules {
        let Inside::First {
            classes: of,
            before,
        } = rule
        else {
            continue;
        };
        if place(of) < place(before) {
            continue;
        }
        let without = |way: &[bool], left: &[ClassAt]| {
            let mut way = way.to_vec();
            for class in left {
                if let Some(out) = way.get_mut(*class) {
                    *out = true;
                }
            }
            way
        };
        ways = ways
            .iter()
            .flat_map(|way| [without(way, of), without(way, before)])
            .collect();
    }
    ways.sort_unstable();
    ways.dedup();
    ways
}
