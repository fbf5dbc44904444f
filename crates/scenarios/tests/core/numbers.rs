//! Design, points 5 and 6: claims are counted apart, figures that disagree stand side by side,
//! and what comes with a fault in a part is taken whole.

use mediation::concerns::lists::{Firmness, Mismatch};
use proptest::prelude::*;
use scenarios::{
    interpret::play,
    pure::Pure,
    shell::Shell,
    world::{self, Place},
};
use serde_json::{Value, json};

fn recorded(maps: Vec<Value>) -> Pure {
    let mut case = Pure::new(None);
    play(&mut case, &[], |_, _| {});
    for (n, mut map) in maps.into_iter().enumerate() {
        let at = world::minute(100 + u32::try_from(n).unwrap());
        map["learnt"] = json!(at);
        map["room"] = json!("caucus-north");
        case.submit(&world::submission(map), at, "").unwrap();
    }
    case
}

fn firmness() -> impl Strategy<Value = Firmness> {
    proptest::sample::select(vec![
        Firmness::Asserted,
        Firmness::Substantiated,
        Firmness::Verified,
        Firmness::Disputed,
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn point_5_claims_are_counted_apart(claims in proptest::collection::vec((firmness(), 0_u64..500), 1..8)) {
        let maps = claims.iter().map(|(f, n)| json!({ "do": "confirm-count", "of": "persons held", "count": n, "firmness": f }));
        let case = recorded(maps.collect());
        let lists = &case.desk().rooms[&Place(0).name()].lists;
        let kept: Vec<(Firmness, u64)> = lists.confirmed.values().map(|c| (c.firmness, c.count)).collect();
        prop_assert_eq!(kept, claims);
    }

    #[test]
    fn point_6_figures_that_disagree_stand_side_by_side(a in 0_u64..300, b in 0_u64..300, sure in 0_u64..300, rows in 1_usize..6, says in 0_u64..9) {
        let row = |n: usize| json!({ "name": format!("Person {n}") });
        let list: Vec<Value> = (0..rows).map(row).collect();
        let case = recorded(vec![
            json!({ "do": "estimate", "of": "persons held", "low": a, "whose": "one side" }),
            json!({ "do": "estimate", "of": "persons held", "low": b, "whose": "the other" }),
            json!({ "do": "confirm-count", "of": "persons held", "count": sure, "firmness": "verified" }),
            json!({ "do": "record-list", "from": "north", "kind": "held", "title": "A list", "count": says, "rows": list }),
        ]);
        let lists = &case.desk().rooms[&Place(0).name()].lists;
        let estimates: Vec<_> = lists.estimates.iter().map(|e| e.estimate.low).collect();
        prop_assert_eq!(estimates, vec![Some(a), Some(b)]);
        prop_assert_eq!(lists.confirmed.values().map(|c| c.count).collect::<Vec<_>>(), vec![sure]);
        let list = &lists.lists[0].list;
        let has = u64::try_from(rows).unwrap();
        prop_assert_eq!((list.count, list.rows.len()), (says, rows));
        prop_assert_eq!(list.mismatch(), (says != has).then_some(Mismatch::Rows { says, has }));
    }
}

#[test]
fn invariant_11_a_list_with_faults_is_taken_whole() {
    let rows = json!([
        { "name": "Person 1", "age": 40 },
        { "name": "Person 1", "age": 40 },
        { "full name": "Person 2", "remark": "spelled otherwise elsewhere" },
        {},
        { "name": "?" },
    ]);
    let case = recorded(vec![
        json!({ "do": "record-list", "from": "north", "kind": "sought",
        "title": "As it came", "count": 9, "rows": rows,
        "categories": [{ "category": "women", "count": 2 }] }),
    ]);
    let list = &case.seat(0).rooms[&Place(0).name()].lists.lists[0].list;
    assert_eq!(list.rows.len(), 5, "every row is kept as it came");
    assert_eq!(list.mismatch(), Some(Mismatch::Rows { says: 9, has: 5 }));
}
