//! What is aligned: tokens, and pairs of tokens that the other side writes as one.

use super::{MOST_TOKENS, Run};
use crate::name::{Part, Token};

/// The units of one side.
#[derive(Debug, Clone, Copy)]
pub(super) struct Units {
    units: [Unit; MOST_TOKENS],
    many: usize,
}

/// One unit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit {
    /// Its tokens.
    pub(super) run: Run,
    /// What it is.
    pub(super) kind: Kind,
    /// Which unit of the other side it was joined for; that and no other is its partner.
    pub(super) partner: Option<u8>,
}

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A name.
    Name,
    /// A kunya, which stands beside a person's names.
    Kunya,
}

impl Units {
    pub(super) fn all(&self) -> &[Unit] {
        self.units.get(..self.many).unwrap_or_default()
    }

    fn push(&mut self, unit: Unit) {
        if let Some(place) = self.units.get_mut(self.many) {
            *place = unit;
            self.many += 1;
        }
    }
}

/// The units of both sides.
pub(super) fn join(a: &[Token], b: &[Token]) -> (Units, Units) {
    // Names in which anything is joined are few, and what holds none takes no room.
    let mut joints: Vec<Joint> = joints_of(a, b, Side::A)
        .chain(joints_of(b, a, Side::B))
        .collect();
    // The longest first, so that the choice does not depend on which side is which: of two that
    // overlap across the sides, one is part of the other.
    if joints.len() > 1 {
        joints.sort_unstable_by_key(|joint| {
            (usize::MAX - joint.length, joint.one + joint.two, joint.one)
        });
        joints = without_overlaps(&joints);
    }
    (units(a, &joints, Side::A), units(b, &joints, Side::B)).partnered(&joints)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    A,
    B,
}

/// One token of a side that is two of the other's.
#[derive(Debug, Clone, Copy)]
struct Joint {
    /// The side of the one.
    side: Side,
    /// Which token it is.
    one: usize,
    /// The first of the two.
    two: usize,
    /// Its length in bytes.
    length: usize,
}

fn joints_of<'t>(
    ones: &'t [Token],
    twos: &'t [Token],
    side: Side,
) -> impl Iterator<Item = Joint> + 't {
    ones.iter().enumerate().flat_map(move |(one, token)| {
        let text = token.text.as_str();
        twos.windows(2).enumerate().filter_map(move |(two, pair)| {
            let [first, second] = pair else {
                return None;
            };
            let whole = first.text.len() + second.text.len() == text.len()
                && text.starts_with(first.text.as_str())
                && text.ends_with(second.text.as_str());
            whole.then_some(Joint {
                side,
                one,
                two,
                length: text.len(),
            })
        })
    })
}

fn without_overlaps(joints: &[Joint]) -> Vec<Joint> {
    let mut kept: Vec<Joint> = Vec::new();
    for joint in joints {
        if kept.iter().all(|other| !overlap(joint, other)) {
            kept.push(*joint);
        }
    }
    kept
}

fn overlap(one: &Joint, other: &Joint) -> bool {
    let two = |joint: &Joint| joint.two..joint.two + 2;
    if one.side == other.side {
        one.one == other.one || one.two.abs_diff(other.two) < 2
    } else {
        two(one).contains(&other.one) || two(other).contains(&one.one)
    }
}

fn units(tokens: &[Token], joints: &[Joint], side: Side) -> Units {
    let mut units = Units {
        units: [Unit {
            run: Run { first: 0, count: 0 },
            kind: Kind::Name,
            partner: None,
        }; MOST_TOKENS],
        many: 0,
    };
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let doubled = joints
            .iter()
            .any(|joint| joint.side != side && joint.two == at);
        let single = joints
            .iter()
            .any(|joint| joint.side == side && joint.one == at);
        let count = if doubled { 2 } else { 1 };
        units.push(Unit {
            run: Run {
                first: u8::try_from(at).unwrap_or(u8::MAX),
                count,
            },
            kind: if token.part == Part::Kunya && !doubled && !single {
                Kind::Kunya
            } else {
                Kind::Name
            },
            partner: None,
        });
        at += usize::from(count);
    }
    units
}

/// Tells joined units which unit they were joined for.
trait Partnered {
    fn partnered(self, joints: &[Joint]) -> Self;
}

impl Partnered for (Units, Units) {
    fn partnered(mut self, joints: &[Joint]) -> Self {
        for joint in joints {
            let (ones, twos) = match joint.side {
                Side::A => (&mut self.0, &mut self.1),
                Side::B => (&mut self.1, &mut self.0),
            };
            let find = |units: &Units, token: usize| {
                let mut all = units.all().iter();
                all.position(|unit| usize::from(unit.run.first) == token)
            };
            if let (Some(one), Some(two)) = (find(ones, joint.one), find(twos, joint.two)) {
                if let Some(unit) = ones.units.get_mut(one) {
                    unit.partner = u8::try_from(two).ok();
                }
                if let Some(unit) = twos.units.get_mut(two) {
                    unit.partner = u8::try_from(one).ok();
                }
            }
        }
        self
    }
}
