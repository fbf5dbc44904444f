//! Against the definitions, and against data drawn from a known model.

#![expect(clippy::cast_precision_loss, reason = "a few thousand pairs")]

mod simulated;

use proptest::prelude::*;

use super::*;

fn cell(bits: i64, count: u64, probability: f64) -> Cell {
    Cell {
        bits,
        count,
        probability,
    }
}

fn evidence(cells: &[Cell], missed: f64) -> Evidence<'_> {
    Evidence {
        cells,
        missed: Missed {
            expected: missed,
            standard_error: 0.0,
        },
        replicates: &[],
        reviewed: &[],
        level: 0.95,
        seed: 11,
    }
}

/// Cells whose probabilities rise with their weight.
fn rising() -> impl Strategy<Value = Vec<Cell>> {
    let one = (-40_i64..40, 0_u64..400);
    prop::collection::vec(one, 1..24).prop_map(|cells| {
        let odds = |bits: i64| (bits as f64 / 2.0).exp2();
        cells
            .into_iter()
            .map(|(bits, count)| cell(bits, count, odds(bits) / (1.0 + odds(bits))))
            .collect()
    })
}

fn near(one: f64, two: f64) -> bool {
    (one - two).abs() < 1e-9
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn what_is_expected_is_as_defined(cells in rising(), missed in 0.0_f64..50.0) {
        let drawn = chart(&evidence(&cells, missed)).unwrap();
        let all: f64 = cells.iter().map(|c| c.count as f64 * c.probability).sum();
        for point in &drawn.points {
            let above = cells.iter().filter(|c| c.bits >= point.threshold_bits);
            let (links, truth) = above.fold((0, 0.0), |(links, truth), c| {
                (links + c.count, truth + c.count as f64 * c.probability)
            });
            prop_assert_eq!(point.links, links);
            prop_assert!(near(point.precision.expected, truth / links as f64));
            prop_assert!(near(point.recall.expected, truth / (all + missed)));
            let f1 = 2.0 * truth / (links as f64 + all + missed);
            prop_assert!(near(point.f1.expected, f1));
            for interval in [point.precision, point.recall, point.f1] {
                prop_assert!(0.0 <= interval.low && interval.low <= interval.expected);
                prop_assert!(interval.expected <= interval.high && interval.high <= 1.0);
            }
        }
        prop_assert!(near(drawn.true_pairs.expected, all + missed));
    }

    #[test]
    fn what_is_chosen_keeps_to_its_budget_and_asks_no_more(cells in rising(), of in 2_u64..500) {
        let drawn = chart(&evidence(&cells, 3.0)).unwrap();
        for certainty in [Certainty::Expected, Certainty::Bound] {
            let precise = |p: &Point| match certainty {
                Certainty::Expected => p.precision.expected,
                Certainty::Bound => p.precision.low,
            };
            let enough = 1.0 - 1.0 / of as f64;
            match drawn.choose(Budget::OneWrongIn(of), certainty) {
                Choice::Met(point) => {
                    prop_assert!(precise(&point) >= enough);
                    let lower = drawn.points.iter().filter(|p| p.threshold_bits < point.threshold_bits);
                    prop_assert!(lower.into_iter().all(|p| precise(p) < enough));
                }
                Choice::Nearest(_) => prop_assert!(drawn.points.iter().all(|p| precise(p) < enough)),
                Choice::Nothing => prop_assert!(drawn.points.is_empty()),
            }
        }
        let best = drawn.points.iter().map(|p| p.f1.expected).fold(0.0, f64::max);
        if let Some(point) = drawn.choose(Budget::BestF1, Certainty::Expected).point() {
            prop_assert!(near(point.f1.expected, best));
        }
    }

    #[test]
    fn bands_hold_every_candidate_once(cells in rising(), of in 2_u64..500, lost in 0.1_f64..60.0) {
        let drawn = chart(&evidence(&cells, 1.0)).unwrap();
        let bands = drawn.bands(
            Budget::OneWrongIn(of), Budget::LostOfHundred(lost), Certainty::Expected,
        );
        let all: u64 = cells.iter().map(|c| c.count).sum();
        let sum = bands.likely.candidates + bands.review.candidates + bands.unlikely.candidates;
        prop_assert_eq!(sum, all);
        if let (Some(upper), Some(lower)) = (bands.likely_from.point(), bands.review_from.point()) {
            prop_assert!(lower.threshold_bits <= upper.threshold_bits);
            if matches!(bands.likely_from, Choice::Met(_)) {
                prop_assert!(upper.precision.expected >= 1.0 - 1.0 / of as f64);
            }
            if matches!(bands.review_from, Choice::Met(_)) {
                prop_assert!(lower.recall.expected >= 1.0 - lost / 100.0);
            }
        }
    }

    #[test]
    fn nothing_that_is_given_makes_it_fail(
        cells in prop::collection::vec((any::<i64>(), any::<u64>(), any::<f64>()), 0..12),
        strata in prop::collection::vec((any::<i64>(), any::<i64>(), any::<u64>(), any::<u64>()), 0..2),
        (expected, standard_error, level) in any::<(f64, f64, f64)>(),
    ) {
        let cells: Vec<_> = cells.into_iter().map(|(b, n, p)| cell(b, n, p)).collect();
        let reviewed: Vec<_> = strata.into_iter()
            .map(|(from, below, same, different)| Reviewed { from, below, same, different })
            .collect();
        let found = chart(&Evidence {
            missed: Missed { expected, standard_error },
            reviewed: &reviewed,
            level,
            ..evidence(&cells, 0.0)
        });
        if let Ok(drawn) = found {
            let whole = |i: Interval| i.low.is_finite() && i.expected.is_finite() && i.high.is_finite();
            prop_assert!(drawn.points.iter().all(|p| whole(p.precision) && whole(p.recall)));
        }
    }

    #[test]
    fn order_of_cells_changes_nothing(cells in rising()) {
        let distinct: std::collections::BTreeMap<_, _> =
            cells.iter().map(|c| (c.bits, *c)).collect();
        let mut cells: Vec<_> = distinct.into_values().collect();
        let one = chart(&evidence(&cells, 2.0)).unwrap();
        cells.reverse();
        prop_assert_eq!(one, chart(&evidence(&cells, 2.0)).unwrap());
    }
}

#[test]
fn a_long_histogram_is_thinned_and_keeps_its_ends() {
    let cells: Vec<_> = (0..8_000)
        .map(|i| cell(i, 3, (i as f64 / 8_000.0).powi(8)))
        .collect();
    let drawn = chart(&evidence(&cells, 10.0)).unwrap();
    assert_eq!(drawn.points.len(), 200);
    assert!(drawn.all.len() > 500 && drawn.all.len() <= 1_100);
    assert_eq!(drawn.points[0].threshold_bits, 0);
    assert_eq!(drawn.points[199], *drawn.all.last().unwrap());
    assert!(
        drawn
            .points
            .is_sorted_by(|a, b| a.threshold_bits < b.threshold_bits)
    );
}

#[test]
fn parts_that_do_not_belong_together_are_refused() {
    let cells = [cell(0, 1, 0.5)];
    let replicate = Replicate {
        probabilities: vec![],
        missed: 0.0,
    };
    let wrong = Evidence {
        replicates: &[replicate],
        ..evidence(&cells, 0.0)
    };
    assert!(matches!(
        chart(&wrong),
        Err(EstimateError::ReplicateLength {
            has: 0,
            cells: 1,
            ..
        })
    ));
    let stratum = |from, below| Reviewed {
        from,
        below,
        same: 1,
        different: 1,
    };
    let overlapping = [stratum(5, 9), stratum(0, 6)];
    let wrong = Evidence {
        reviewed: &overlapping,
        ..evidence(&cells, 0.0)
    };
    assert!(matches!(
        chart(&wrong),
        Err(EstimateError::StrataOverlap {
            first: 0,
            second: 5
        })
    ));
}

#[test]
fn all_reviewed_is_all_known() {
    let cells = [cell(0, 100, 0.9), cell(10, 100, 0.99)];
    let reviewed = [
        Reviewed {
            from: 0,
            below: 5,
            same: 20,
            different: 80,
        },
        Reviewed {
            from: 5,
            below: 15,
            same: 95,
            different: 5,
        },
    ];
    let drawn = chart(&Evidence {
        reviewed: &reviewed,
        ..evidence(&cells, 0.0)
    })
    .unwrap();
    assert_eq!(drawn.method, Method::Reviewed);
    let top = drawn.points[1];
    for share in [
        top.precision.low,
        top.precision.expected,
        top.precision.high,
    ] {
        assert!(near(share, 0.95), "{share}");
    }
    assert!(near(top.recall.low, 95.0 / 115.0) && near(top.recall.high, 95.0 / 115.0));
}
