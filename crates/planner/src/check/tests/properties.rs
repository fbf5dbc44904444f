//! The identities that always hold, and that one party’s report holds nothing of another’s.

use proptest::prelude::*;

use super::*;

proptest! {
    #[test]
    fn turning_a_plan_round_swaps_exposure_and_guarantee(plan in small()) {
        let mut plan = plan;
        plan.future = [0, 0];
        let there = check(&read(&plan.text()));
        plan.moves.reverse();
        let back = check(&read(&plan.text()));
        for (a, b) in there.panels.iter().zip(&back.panels) {
            // need(order) = expo(order turned round): the same sums, so the same middles exactly.
            prop_assert_eq!(a.guarantee.points.mid, b.exposure.points.mid);
            prop_assert_eq!(a.exposure.points.mid, b.guarantee.points.mid);
        }
    }

    #[test]
    fn bounds_hold_wherever_the_numbers_lie(plan in small(), share in prop::collection::vec(0_i64..=2, 8)) {
        let all = check(&read(&plan.text()));
        let mut exact = plan.clone();
        for (at, worth) in exact.worth.iter_mut().flatten().enumerate() {
            *worth = (worth.0 + worth.1 * share[at] / 2, 0);
        }
        let one = check(&read(&exact.text()));
        for (wide, narrow) in all.panels.iter().zip(&one.panels) {
            let scale = 10_i64.pow(u32::from(wide.places - narrow.places));
            for (wide, narrow) in wide.rows.iter().zip(narrow.rows.iter()) {
                let pairs = [(wide.standing, narrow.standing), (wide.walk_away, narrow.walk_away), (wide.guarantee_from_here, narrow.guarantee_from_here)];
                for (wide, narrow) in pairs {
                    prop_assert!(wide.low <= narrow.low * scale && narrow.high * scale <= wide.high);
                }
            }
            if wide.verdict != Verdict::CannotTell {
                prop_assert_eq!(wide.verdict, narrow.verdict);
            }
        }
    }

    #[test]
    fn the_report_for_one_party_holds_nothing_of_anothers_points(plan in small(), other in small()) {
        let mut changed = plan.clone();
        for (mine, theirs) in changed.worth.iter_mut().zip(&other.worth) {
            mine[1] = theirs[1];
        }
        changed.future[1] = other.future[1];
        let bytes = |plan: &Small| {
            let report = check_for(&read(&plan.text()), PartyId(0));
            serde_json::to_string(&report).unwrap()
        };
        prop_assert_eq!(bytes(&plan), bytes(&changed));
    }

    #[test]
    fn the_accounts_are_those_of_counting_by_hand(plan in small()) {
        let report = check(&read(&plan.text()));
        for (party, panel) in report.panels.iter().enumerate() {
            let double = 10_i64.pow(u32::from(panel.places));
            let effect = |class: usize| {
                let sign = if (party == 0) == (class < 2) { -1 } else { 1 };
                let (low, wide) = plan.worth[class][party];
                sign * (2 * low + wide) * double / 2
            };
            let all: i64 = plan.moves.iter().map(|(class, count)| effect(*class) * i64::from(*count)).sum();
            let mut standing = 0;
            for (row, (class, count)) in panel.rows.iter().skip(1).zip(&plan.moves) {
                standing += effect(*class) * i64::from(*count);
                prop_assert_eq!(row.standing.mid, standing);
                let gain = standing - all - plan.future[party] * double;
                prop_assert_eq!(row.walk_away.mid, gain);
            }
            let greatest = panel.rows.iter().map(|row| -row.standing.mid).max().unwrap().max(0);
            prop_assert_eq!(panel.exposure.points.mid, greatest);
        }
    }

    #[test]
    fn where_only_the_standing_changes_all_is_told_as_of_any_plan(plan in rich()) {
        let mut plan = plan;
        plan.only_hand_over();
        plan.all_at_once();
        let text = plan.text("");
        // A deposit of nothing at the end changes nothing, but then not everything is a handover.
        let any = format!("{text}      - {{deposit: {{by: a, points: 0, what: nothing}}}}\n");
        let (alone, any) = (check(&read(&text)), check(&read(&any)));
        for (alone, any) in alone.panels.iter().zip(&any.panels) {
            prop_assert_eq!(alone.exposure, any.exposure);
            prop_assert_eq!((alone.guarantee, alone.guarantee_until), (any.guarantee, any.guarantee_until.map(|row| row.min(alone.rows.len() - 1))));
            prop_assert_eq!((alone.walk_away, alone.verdict), (any.walk_away, any.verdict));
            prop_assert_eq!(&alone.flips, &any.flips);
            prop_assert_eq!(&alone.trust, &any.trust);
            prop_assert_eq!(alone.rows.iter().collect::<Vec<_>>(), any.rows.iter().take(alone.rows.len()).collect::<Vec<_>>());
        }
    }
}
