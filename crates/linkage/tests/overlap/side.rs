//! A side with its list, keys and messages; and invented persons for it.

use linkage::{
    commit::{Commitment, CommittedList, Digest, Entries, Epoch, ListSecret, Meaning, Schema},
    date::PartialDate,
    name::{Part, Script, Token},
    overlap::{
        Blinded, BlindingKey, Doubled, KeyMaker, KeyRecord, KeySet, KeyTable, KeyedEntries, Pledge,
        PointBytes, Repeats, Rounding, Session, Show, SkeletonLexicon, Terms, blind, double,
    },
    watch::Unwatched,
};

pub const TERMS: Terms = Terms {
    show: Show::Records,
    agree: 1,
    rounding: Rounding::Exact,
    audits: 60,
};

pub fn maker() -> KeyMaker<'static> {
    KeyMaker::new(KeySet::Tolerant, &SkeletonLexicon)
}

/// An invented person, one of many: the same number gives the same person.
pub fn person(number: u32) -> KeyRecord {
    const FIRST: [&str; 8] = [
        "khalid", "layla", "mansur", "dina", "tariq", "salma", "rafiq", "nadim",
    ];
    const LAST: [&str; 8] = [
        "haddad", "karimi", "bustani", "dargan", "faraz", "gamal", "lutfi", "morad",
    ];
    let pick = |names: &[&str; 8], by: u32| {
        let text = names[usize::try_from(by % 8).unwrap()].to_owned();
        Token {
            text,
            script: Script::Latin,
            part: Part::Plain,
        }
    };
    let small = |n: u32| u8::try_from(n).unwrap();
    KeyRecord {
        names: vec![pick(&FIRST, number), pick(&LAST, number / 8)],
        birth: Some(PartialDate::Day {
            year: i16::try_from(1950 + number % 50).unwrap(),
            month: small(number / 7 % 12 + 1),
            day: small(number / 3 % 28 + 1),
        }),
        places: vec![
            (4000 + number % 11).to_string(),
            format!("town{}", number % 5),
        ],
    }
}

/// One side, as its own files would have it.
pub struct Side {
    pub persons: Vec<KeyRecord>,
    pub secret: ListSecret,
    pub key: BlindingKey,
    pub schema: Schema,
    pub names: Vec<Vec<String>>,
    pub table: KeyTable,
    pub order: Vec<u32>,
    pub points: Vec<PointBytes>,
    pub blinded: Vec<u8>,
    pub pledge: Pledge,
}

impl Side {
    pub fn new(name: &str, seed: u8, persons: Vec<KeyRecord>, terms: Terms) -> Self {
        let padded = persons.len();
        Self::with(name, seed, persons, padded, Repeats::Kept, terms)
    }

    pub fn with(
        name: &str,
        seed: u8,
        persons: Vec<KeyRecord>,
        padded: usize,
        repeats: Repeats,
        terms: Terms,
    ) -> Self {
        let secret = ListSecret::new([seed; 32]);
        let key = BlindingKey::new(&[seed; 64]).unwrap();
        let names: Vec<Vec<String>> = persons
            .iter()
            .map(|p| {
                vec![
                    p.names
                        .iter()
                        .map(|t| t.text.as_str())
                        .collect::<Vec<_>>()
                        .join(" "),
                ]
            })
            .collect();
        let table = KeyTable::new(&maker(), &secret, &persons, padded, repeats);
        let own = Schema::new(vec!["name".to_owned()]).unwrap();
        let schema = KeyedEntries::schema(&own).unwrap();
        let (order, root, entries) = {
            let entries = KeyedEntries::new(&names, 1, &persons, &table);
            let list = CommittedList::new(&secret, &schema, &entries).unwrap();
            (list.order().to_vec(), list.root(), entries.len() as u64)
        };
        let list = Commitment {
            meaning: Meaning::Held,
            epoch: Epoch::first(entries),
            entries,
            normal_forms: 1,
            key_set: maker().name(),
            schema: schema.clone(),
            root,
        };
        let points = blind(
            &table,
            &order,
            &key,
            Vec::new(),
            &Unwatched,
            &mut |_| Ok(()),
        )
        .unwrap();
        let mut side = Self {
            persons,
            secret,
            key,
            schema,
            names,
            table,
            order,
            points,
            blinded: Vec::new(),
            pledge: Pledge {
                side: name.to_owned(),
                terms,
                public: [0; 32],
                blinded: Digest::of(b""),
                list,
            },
        };
        side.pledge.public = side.key.public();
        side.seal();
        side
    }

    /// Writes the message of the points as they are, and pledges it.
    pub fn seal(&mut self) {
        let size = linkage::overlap::Size {
            records: self.pledge.list.entries,
            per_record: self.table.per_record() as u64,
        };
        let lot = Digest::of(self.key.public().as_slice());
        self.blinded = Blinded::write(
            self.pledge.list.digest(),
            &self.key,
            lot,
            size,
            &self.points,
        );
        self.pledge.blinded = Digest::of(&self.blinded);
    }

    /// Calls with the committed list.
    pub fn committed<T>(&self, then: impl FnOnce(&CommittedList<'_>) -> T) -> T {
        let entries = KeyedEntries::new(&self.names, 1, &self.persons, &self.table);
        then(&CommittedList::new(&self.secret, &self.schema, &entries).unwrap())
    }

    pub fn double(&self, theirs: &Blinded) -> Vec<PointBytes> {
        double(theirs, &self.key, Vec::new(), &Unwatched, &mut |_| Ok(())).unwrap()
    }
}

pub fn session(one: &Side, other: &Side) -> Session {
    Session::between(&one.pledge, &other.pledge, &SkeletonLexicon).unwrap()
}

pub fn read_blinded(session: &Session, side: &Side) -> Blinded {
    Blinded::read(&side.blinded, session, &side.pledge).unwrap()
}

/// The message in which `by` doubles the points of `of`.
pub fn doubled_bytes(session: &Session, by: &Side, of: &Side) -> Vec<u8> {
    let theirs = read_blinded(session, of);
    let points = by.double(&theirs);
    Doubled::write(session, &by.pledge, &of.pledge, &by.key, &theirs, &points)
}
