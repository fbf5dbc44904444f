//! A commitment opens only to what was committed. All entries are invented.
#![expect(
    clippy::unwrap_used,
    reason = "a test that meets the unexpected should stop there"
)]

use linkage::commit::{
    Commitment, CommittedList, Digest, Epoch, Field, Follows, ListError, ListSecret, Meaning,
    Opening, OpeningError, Schema,
};
use proptest::prelude::*;

fn schema(fields: usize) -> Schema {
    Schema::new((0..fields).map(|n| format!("field {n}")).collect()).unwrap()
}

fn commitment(list: &CommittedList<'_>, schema: &Schema) -> Commitment {
    let entries = list.len() as u64;
    Commitment {
        meaning: Meaning::Sought,
        epoch: Epoch::first(entries),
        entries,
        normal_forms: 1,
        key_set: "none".to_owned(),
        schema: schema.clone(),
        root: list.root(),
    }
}

fn lists() -> impl Strategy<Value = (Vec<Vec<String>>, usize)> {
    (1_usize..5).prop_flat_map(|fields| {
        let entry = prop::collection::vec("\\PC{0,12}", fields..=fields);
        (prop::collection::vec(entry, 1..20), Just(fields))
    })
}

proptest! {
    #[test]
    fn what_was_committed_opens_and_nothing_else_does(
        (entries, fields) in lists(),
        seed: [u8; 32],
        shown in prop::collection::vec(any::<bool>(), 5),
        flip: prop::sample::Index,
        bit in 0_u8..8,
        other in "\\PC{0,12}",
    ) {
        let (secret, schema) = (ListSecret::new(seed), schema(fields));
        let list = CommittedList::new(&secret, &schema, &entries).unwrap();
        let commitment = commitment(&list, &schema);
        let names: Vec<&str> = schema
            .names()
            .iter()
            .zip(&shown)
            .filter(|(_, shown)| **shown)
            .map(|(name, _)| name.as_str())
            .collect();
        for (entry, words) in entries.iter().enumerate() {
            let place = list.place_of(entry).unwrap();
            let opening = list.open(commitment.digest(), place, &names).unwrap();
            let bytes = opening.write();
            let read = Opening::read(&bytes).unwrap();
            prop_assert_eq!(read.check(&commitment), Ok(()));
            for (number, name) in schema.names().iter().enumerate() {
                let visible = names.is_empty() || names.contains(&name.as_str());
                let words = visible.then(|| words[number].as_str());
                prop_assert_eq!(read.shown(name), words);
            }
            let mut flipped = bytes.clone();
            flipped[flip.index(bytes.len())] ^= 1 << bit;
            let passes = Opening::read(&flipped).is_ok_and(|o| o.check(&commitment).is_ok());
            prop_assert!(!passes);
            let mut lied = read;
            for field in &mut lied.fields {
                if let Field::Shown { value, .. } = field {
                    let same = *value == other;
                    value.clone_from(&other);
                    let expected = if same { Ok(()) } else { Err(OpeningError::NotCommitted) };
                    prop_assert_eq!(lied.check(&commitment), expected);
                    break;
                }
            }
        }
    }

    /// Whatever two lists differ in, words moved from one field to its neighbour included, they have
    /// two roots; and what opens one does not open the other, even under its digest.
    #[test]
    fn no_other_list_has_the_same_root(
        (entries, fields) in lists(),
        seed: [u8; 32],
        entry: prop::sample::Index,
        field: prop::sample::Index,
        change in 0_u8..5,
        word in "\\PC{1,3}",
    ) {
        let (secret, schema) = (ListSecret::new(seed), schema(fields));
        let mut other = entries.clone();
        let (at, of) = (entry.index(entries.len()), field.index(fields));
        match change {
            0 => other[at][of].push_str(&word),
            1 => {
                let moved = other[at][of].pop();
                other[at][(of + 1) % fields].extend(moved);
            }
            2 => other.swap(at, (at + 1) % entries.len()),
            3 => { other.remove(at); }
            _ => other.push(entries[at].clone()),
        }
        prop_assume!(other != entries && !other.is_empty());
        let list = CommittedList::new(&secret, &schema, &entries).unwrap();
        let changed = CommittedList::new(&secret, &schema, &other).unwrap();
        prop_assert_ne!(list.root(), changed.root());
        let (mine, theirs) = (commitment(&list, &schema), commitment(&changed, &schema));
        for place in 0..changed.len() {
            let lent = changed.open(mine.digest(), place, &[]).unwrap();
            if list.open(mine.digest(), place, &[]).ok().as_ref() != Some(&lent) {
                prop_assert!(lent.check(&mine).is_err());
            }
            prop_assert!(lent.check(&theirs).is_err());
        }
    }

    #[test]
    fn the_order_says_nothing_and_the_secret_everything(
        (entries, fields) in lists(),
        one: [u8; 32],
        two: [u8; 32],
    ) {
        prop_assume!(one != two);
        let (a, b, schema) = (ListSecret::new(one), ListSecret::new(two), schema(fields));
        let of = |secret| CommittedList::new(secret, &schema, &entries).map(|l| {
            (l.root(), l.order().to_vec())
        }).unwrap();
        prop_assert_eq!(of(&a), of(&a));
        prop_assert_ne!(of(&a).0, of(&b).0);
        let mut order = of(&a).1;
        order.sort_unstable();
        prop_assert_eq!(order, (0..u32::try_from(entries.len()).unwrap()).collect::<Vec<_>>());
    }
}

#[test]
fn an_opening_is_of_one_place_and_one_commitment() {
    let entries: Vec<Vec<String>> = ["a", "b", "c"].map(|n| vec![n.to_owned()]).to_vec();
    let (secret, schema) = (ListSecret::new([1; 32]), schema(1));
    let list = CommittedList::new(&secret, &schema, &entries).unwrap();
    let commitment = commitment(&list, &schema);
    let opening = list.open(commitment.digest(), 0, &[]).unwrap();
    let elsewhere = Opening {
        place: 1,
        ..opening.clone()
    };
    assert_eq!(
        elsewhere.check(&commitment),
        Err(OpeningError::NotCommitted)
    );
    let beyond = Opening {
        place: 3,
        ..opening.clone()
    };
    assert_eq!(beyond.check(&commitment), Err(OpeningError::NotCommitted));
    let mut later = commitment.clone();
    later.entries += 1;
    assert!(matches!(
        opening.check(&later),
        Err(OpeningError::OtherCommitment { .. })
    ));
    let mut fewer = opening.clone();
    fewer.fields.clear();
    assert_eq!(fewer.check(&commitment), Err(OpeningError::OtherFields(1)));
    let none = list.open(commitment.digest(), 3, &[]).unwrap_err();
    assert_eq!(none, ListError::NoSuchEntry { entry: 4, of: 3 });
    let unknown = list
        .open(commitment.digest(), 0, &["place of capture"])
        .unwrap_err();
    assert_eq!(
        unknown,
        ListError::NoSuchField("place of capture".to_owned())
    );
}

#[test]
fn an_empty_list_can_be_committed_to() {
    let (secret, schema) = (ListSecret::new([1; 32]), schema(2));
    let entries: Vec<Vec<String>> = Vec::new();
    let list = CommittedList::new(&secret, &schema, &entries).unwrap();
    assert_eq!(list.root(), Digest::of(b""));
    assert_eq!(
        Commitment::read(commitment(&list, &schema).write().as_bytes())
            .unwrap()
            .entries,
        0
    );
}

#[test]
fn epochs_follow_each_other_and_add_up() {
    let entries: Vec<Vec<String>> = ["a", "b", "c"].map(|n| vec![n.to_owned()]).to_vec();
    let (secret, schema) = (ListSecret::new([1; 32]), schema(1));
    let first = commitment(
        &CommittedList::new(&secret, &schema, &entries).unwrap(),
        &schema,
    );
    let mut second = first.clone();
    second.epoch = Epoch {
        number: 2,
        previous: Some(first.digest()),
        removed: 1,
        added: 3,
    };
    second.entries = 5;
    assert_eq!(second.follows(&first), Ok(()));
    assert_eq!(
        Commitment::read(second.write().as_bytes()),
        Ok(second.clone())
    );
    let changed = |change: fn(&mut Commitment)| {
        let mut changed = second.clone();
        change(&mut changed);
        changed.follows(&first)
    };
    assert_eq!(changed(|c| c.epoch.previous = None), Err(Follows::Other));
    assert_eq!(changed(|c| c.epoch.number = 3), Err(Follows::Number));
    assert_eq!(changed(|c| c.entries = 6), Err(Follows::Count));
    assert_eq!(changed(|c| c.epoch.removed = 9), Err(Follows::Count));
    assert_eq!(
        changed(|c| c.meaning = Meaning::Held),
        Err(Follows::Meaning)
    );
}
