//! Alignments of invented names, and what holds of all alignments.
#![expect(
    clippy::float_cmp,
    reason = "sums are kept in steps of 1/1024 bit, so that equal ones are equal"
)]

use proptest::prelude::*;

use super::*;
use crate::{
    list::FieldKind,
    name::{Part, Script, parse_cell},
};

fn tokens(cell: &str) -> Vec<Token> {
    let name = parse_cell(cell, FieldKind::FullName).unwrap();
    name.spellings.into_iter().next().unwrap()
}

/// 10 bits for equal tokens, 4 where they begin alike, -8 else.
fn alike<'t>(a: &'t [Token], b: &'t [Token]) -> impl Fn(usize, usize) -> f32 + 't {
    |i, j| {
        if a[i].text == b[j].text {
            10.0
        } else if a[i].text.chars().take(3).eq(b[j].text.chars().take(3)) {
            4.0
        } else {
            -8.0
        }
    }
}

fn aligned(a: &str, b: &str) -> Alignment {
    let (a, b) = (tokens(a), tokens(b));
    align(&a, &b, &alike(&a, &b), &AlignParams::default())
}

fn shown(a: &str, b: &str) -> (f32, Vec<(u8, u8, How)>, Order) {
    let found = aligned(a, b);
    let pairs = found.pairs().iter();
    let pairs = pairs.map(|pair| (pair.a.first, pair.b.first, pair.how));
    (found.bits, pairs.collect(), found.order)
}

#[test]
fn names_in_order_with_gaps() {
    use How::Scored;
    assert_eq!(
        shown("Ali Omar", "Ali Omar"),
        (20.0, vec![(0, 0, Scored), (1, 1, Scored)], Order::Same)
    );
    // Two of four parts, half a bit for each that is left out.
    assert_eq!(
        shown("Ali Hamdan", "Ali Omar Yusuf Hamdan"),
        (19.0, vec![(0, 0, Scored), (1, 3, Scored)], Order::Same)
    );
    let gap = aligned("Ali Hamdan", "Ali Omar Yusuf Hamdan");
    assert_eq!(gap.unmatched_b().collect::<Vec<_>>(), [1, 2]);
    assert_eq!(gap.unmatched_a().count(), 0);
}

#[test]
fn two_names_against_each_other_cost_more_than_one_left_out() {
    let left_out = aligned("Ali Omar", "Ali").bits;
    let against = aligned("Ali Omar", "Ali Yusuf").bits;
    assert!((left_out - 9.5).abs() < 1e-6 && (against - 5.0).abs() < 1e-6);
}

#[test]
fn another_order_costs_once() {
    let found = aligned("Hamdan Ali Omar", "Ali Omar Hamdan");
    assert_eq!((found.bits, found.order), (28.0, Order::Other));
    assert_eq!(found.pairs().len(), 3);
    // The price is not paid where it buys nothing.
    assert_eq!(aligned("Ali Omar", "Yusuf Hamdan").order, Order::Same);
}

#[test]
fn however_many_tokens_can_be_joined_the_sides_are_alike() {
    // Found by the fuzz target: every "she k" of one side is every "shek" of the other.
    let (one, other) = (
        "sh shek she k shek she k shek",
        "she k shek she k shek shek she k she k",
    );
    let (there, back) = (aligned(one, other), aligned(other, one));
    assert_eq!((there.bits, there.order), (back.bits, back.order));
}

#[test]
fn tokens_written_together() {
    assert_eq!(shown("David Ben Ami Zohar", "David Ben-Ami Zohar").0, 30.0);
    let found = aligned("Ali Bakhit Salam", "Ali Bakhitsalam");
    assert_eq!(found.bits, 19.0);
    assert_eq!(found.pairs()[1].how, How::Joined);
    assert_eq!(found.pairs()[1].a, Run { first: 1, count: 2 });
    assert_eq!(found.unmatched_a().count() + found.unmatched_b().count(), 0);
    // The particle that was read as "son of", and the name with which it is one word.
    let found = aligned("David Ben Ami", "David Benami");
    assert_eq!(found.bits, 5.0, "three letters are too few to be sure");
    let found = aligned("David Ben Zohar", "David Benzohar");
    assert_eq!((found.bits, found.pairs()[1].how), (16.0, How::Particle));
    let found = aligned("Ali Al-Hamdan", "Ali Alhamdan");
    assert_eq!((found.bits, found.pairs()[1].how), (16.0, How::Particle));
}

#[test]
fn initials_say_little() {
    let found = aligned("J. Smith", "John Smith");
    assert_eq!((found.bits, found.pairs()[0].how), (12.0, How::Initial));
    assert_eq!(aligned("R. Smith", "John Smith").bits, 5.0);
    // Of a name in another script it says nothing.
    assert_eq!(aligned("I. Smith", "Иван Петров").bits, -5.0);
}

#[test]
fn a_kunya_stands_beside_the_names() {
    assert_eq!(aligned("Ali Omar", "Abu Yusuf Ali Omar").bits, 20.0);
    assert_eq!(aligned("Ali Omar", "Ali (Abu Yusuf) Omar").bits, 20.0);
    assert_eq!(aligned("Abu Yusuf", "Ali Omar").bits, -1.0);
    assert_eq!(aligned("Umm Yusuf Ali", "Abu Hamdan Ali").bits, 5.0);
    assert_eq!(aligned("Ali Abuyusuf", "Ali Abu Yusuf").bits, 20.0);
    assert_eq!(aligned("Abuyusuf Ali", "Abu Yusuf Ali").bits, 20.0);
    // Behind the name it is a family's.
    assert_eq!(aligned("Ali Abu Yusuf", "Ali Omar").bits, 5.0);
}

#[test]
fn nothing_against_something() {
    let some = tokens("Ali Omar");
    let none: [Token; 0] = [];
    let found = align(&some, &none, &|_, _| 0.0, &AlignParams::default());
    assert_eq!((found.bits, found.pairs().len()), (-1.0, 0));
    assert_eq!(found.unmatched_a().collect::<Vec<_>>(), [0, 1]);
}

fn token() -> impl Strategy<Value = Token> {
    let part = prop_oneof![
        4 => Just(Part::Plain),
        1 => Just(Part::Kunya),
        1 => Just(Part::Nasab),
        1 => Just(Part::Initial),
    ];
    let script = prop_oneof![4 => Just(Script::Latin), 1 => Just(Script::Cyrillic)];
    ("[ab]{1,3}", script, part).prop_map(|(text, script, part)| Token { text, script, part })
}

fn side() -> impl Strategy<Value = Vec<Token>> {
    proptest::collection::vec(token(), 0..6)
}

/// All ways to pair units, tried one by one.
fn by_trying(gains: &Gains<MOST_TOKENS>, disorder: i32) -> i32 {
    fn go(
        gains: &Gains<MOST_TOKENS>,
        i: usize,
        taken: &mut Vec<usize>,
        total: i32,
        disorder: i32,
    ) -> i32 {
        if i == gains.rows {
            let sorted = taken.is_sorted();
            return total - if sorted { 0 } else { disorder };
        }
        let mut best = go(gains, i + 1, taken, total, disorder);
        for j in 0..gains.columns {
            if !taken.contains(&j) {
                taken.push(j);
                let gained = total + gains.gain(i, j);
                best = best.max(go(gains, i + 1, taken, gained, disorder));
                taken.pop();
            }
        }
        best
    }
    go(gains, 0, &mut Vec::new(), 0, disorder)
}

proptest! {
    #[test]
    fn exchanging_the_sides_changes_nothing(
        a in side(), b in side(), scores in proptest::collection::vec(-12.0_f32..14.0, 36),
    ) {
        let params = AlignParams::default();
        let there = align(&a, &b, &|i, j| scores[i * 6 + j], &params);
        let back = align(&b, &a, &|i, j| scores[j * 6 + i], &params);
        prop_assert_eq!((there.bits, there.order), (back.bits, back.order));
    }

    #[test]
    fn no_other_way_is_better(
        a in side(), b in side(), scores in proptest::collection::vec(-12.0_f32..14.0, 36),
    ) {
        let params = AlignParams::default();
        let score = |i: usize, j: usize| scores[i * 6 + j];
        let (units_a, units_b) = units::join(&a, &b);
        let gains = Gains::<MOST_TOKENS>::of((&a, &units_a), (&b, &units_b), &score, &params);
        let best = by_trying(&gains, fixed(params.disorder));
        let found = align(&a, &b, &score, &params);
        prop_assert_eq!(found.bits, bits(best - unmatched(&units_a, &units_b, &params)));
    }

    #[test]
    fn each_token_is_paired_once_or_not(
        a in proptest::collection::vec(token(), 0..20), b in proptest::collection::vec(token(), 0..20),
    ) {
        let found = align(&a, &b, &alike(&a, &b), &AlignParams::default());
        for (length, runs) in [
            (a.len(), found.pairs().iter().map(|pair| pair.a).collect::<Vec<_>>()),
            (b.len(), found.pairs().iter().map(|pair| pair.b).collect()),
        ] {
            for at in 0..length.min(MOST_TOKENS) {
                prop_assert!(runs.iter().filter(|run| run.holds(at)).count() <= 1);
            }
        }
        let paired: usize = found.pairs().iter().map(|pair| usize::from(pair.a.count)).sum();
        prop_assert_eq!(paired + found.unmatched_a().count(), a.len().min(MOST_TOKENS));
    }

    #[test]
    fn a_score_that_is_no_number_pairs_nothing(a in side(), b in side()) {
        let found = align(&a, &b, &|_, _| f32::NAN, &AlignParams::default());
        prop_assert!(found.bits.is_finite());
        prop_assert!(found.pairs().iter().all(|pair| pair.how != How::Scored));
    }
}
