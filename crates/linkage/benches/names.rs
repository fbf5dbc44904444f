//! What it costs to bring a cell to tokens, and to align two spellings: `cargo bench -p linkage
//! --bench names` prints nanoseconds of each, the best of several rounds.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a benchmark reads the clock and stops at a fault"
)]

use std::{hint::black_box, time::Instant};

use linkage::list::FieldKind;
use linkage::name::{AlignParams, Token, align, normal, parse_cell, same_name};

const ROUNDS: usize = 400;
const TIMES: u32 = 300;

fn main() {
    for cell in [
        "Mohammed",
        "SMITH",
        "Abdelrahman",
        "Anna Maria Lopez",
        "Dr. Abd al-Rahman bin Yusuf al-Baghdadi",
        "Ahmad Ali / Ahmed Aly",
        "محمد",
        "عبد الرحمن بن يوسف البغدادي",
        "יוסף כהן",
        "Иван Петрович Сидоров",
        "สมชาย ใจดี",
    ] {
        let normal = time(|| {
            black_box(normal(black_box(cell)));
        });
        let parse = time(|| {
            black_box(parse_cell(black_box(cell), FieldKind::FullName));
        });
        println!("normal {normal:5.0} ns   parse {parse:5.0} ns   {cell}");
    }
    for (a, b) in [
        ("Ali Omar", "Ali Omar"),
        ("Ali Hamdan", "Ali Omar Hamdan"),
        ("Maria Lopez", "John Peter Smith"),
        ("Hamdan Ali", "Ali Omar Hamdan"),
        ("Ali Omar Yusuf Hamdan", "Hamdan Ali Omar Yusuf"),
    ] {
        let (one, other) = (spelling(a), spelling(b));
        let params = AlignParams::default();
        let score = |i: usize, j: usize| {
            let equal =
                one.get(i).map(|token| &token.text) == other.get(j).map(|token| &token.text);
            if equal { 10.0 } else { -8.0 }
        };
        let align = time(|| {
            black_box(align(black_box(&one), black_box(&other), &score, &params));
        });
        println!("align  {align:5.0} ns   {a} | {b}");
    }
    for (a, b) in [("mohammed", "mehmet"), ("anna", "smith")] {
        let same = time(|| {
            black_box(same_name(black_box(a), black_box(b)));
        });
        println!("same   {same:5.0} ns   {a} | {b}");
    }
}

fn spelling(cell: &str) -> Vec<Token> {
    let name = parse_cell(cell, FieldKind::FullName).unwrap();
    name.spellings.into_iter().next().unwrap()
}

/// Nanoseconds, the best round's mean.
fn time(work: impl Fn()) -> f64 {
    let mut best = f64::MAX;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        for _ in 0..TIMES {
            work();
        }
        best = best.min(start.elapsed().as_secs_f64() / f64::from(TIMES));
    }
    best * 1e9
}
