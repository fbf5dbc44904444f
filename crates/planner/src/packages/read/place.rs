//! Where in a file something stands: the file as whoever gave it named it, and places in it, which are
//! looked up only when they have to be told.

use std::{cell::OnceCell, fmt};

use super::{Source, Stands};
use crate::document::{
    self,
    fault::{FAULTS_MOST, plain},
    faulty::Faulty,
    mend::STAND_IN,
    placed::PLACES_MOST,
    tree::{self, Node, Place},
    way::Way,
};

/// A file, and the places in it that are meant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct At {
    /// The file, as it was given.
    pub file: String,
    /// The places, in their order; none where the whole of it is meant.
    pub places: Vec<Place>,
}

impl At {
    /// A file, and as many of these places as are worth looking at.
    pub(in crate::packages) fn of(file: &str, mut places: Vec<Place>) -> Self {
        places.sort_unstable();
        places.dedup();
        places.truncate(PLACES_MOST);
        Self {
            file: file.to_owned(),
            places,
        }
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        for (at, place) in self.places.iter().enumerate() {
            let and = if at == 0 { ", " } else { " and " };
            write!(f, "{and}{place}")?;
        }
        Ok(())
    }
}

/// What something that is wrong is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    /// What is written there.
    Written,
    /// What is not: where a fault of form hides something, it may be there.
    LeftOut,
}

/// What is the matter in a file, and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrong {
    /// What is the matter and what to do.
    pub why: String,
    places: Vec<Place>,
    /// Where they are not known yet, the ways to them.
    ways: Vec<Way>,
    about: About,
}

impl Wrong {
    pub(super) fn new(why: impl Into<String>) -> Self {
        Self {
            why: why.into(),
            places: Vec::new(),
            ways: Vec::new(),
            about: About::Written,
        }
    }

    /// The same at a place too.
    pub(super) fn on(mut self, place: Place) -> Self {
        self.places.push(place);
        self
    }

    /// The same at the end of a way too.
    pub(super) fn at(mut self, way: Way) -> Self {
        self.ways.push(way);
        self
    }

    /// The same, about something that is not there.
    pub(super) const fn of_what_is_left_out(mut self) -> Self {
        self.about = About::LeftOut;
        self
    }
}

/// What is the matter, as much of it as is told.
#[derive(Debug, Default)]
pub(super) struct Wrongs(Vec<Wrong>);

impl Wrongs {
    pub(super) fn push(&mut self, wrong: Wrong) {
        if !self.is_full() {
            self.0.push(wrong);
        }
    }

    /// Whether no more is told.
    pub(super) const fn is_full(&self) -> bool {
        self.0.len() >= FAULTS_MOST
    }

    pub(super) fn into_found(self) -> Vec<Wrong> {
        self.0
    }
}

/// A name as a message shows it; what stands in for one that is not there is kept, and known by that.
pub(super) fn named(name: &str) -> String {
    if name.contains(STAND_IN) {
        return STAND_IN.to_owned();
    }
    plain(name)
}

/// A file while it is read.
pub(super) struct File<'a> {
    pub source: Source<'a>,
    /// What can be read of it where its form has faults.
    mended: Option<(Node, Faulty)>,
    tree: OnceCell<Option<Node>>,
}

impl<'a> File<'a> {
    pub(super) const fn of(source: Source<'a>) -> Self {
        Self {
            source,
            mended: None,
            tree: OnceCell::new(),
        }
    }

    /// The same where its form has faults.
    pub(super) fn mend(&mut self, root: Node, faulty: Faulty) {
        self.mended = Some((root, faulty));
    }

    /// Its parts as they were written, and the faults of its form.
    pub(super) const fn mended(&self) -> Option<&(Node, Faulty)> {
        self.mended.as_ref()
    }

    fn root(&self) -> Option<&Node> {
        if let Some((root, _)) = &self.mended {
            return Some(root);
        }
        let text = || document::text(self.source.bytes).unwrap_or_default();
        self.tree.get_or_init(|| tree::of(text()).0).as_ref()
    }

    /// The places to which these ways lead.
    pub(super) fn places(&self, ways: &[Way]) -> Vec<Place> {
        if ways.iter().all(Way::is_whole) {
            return Vec::new();
        }
        let root = self.root();
        let place = |way: &Way| root.and_then(|root| way.place(root));
        ways.iter().filter_map(place).collect()
    }

    /// Where that is which is wrong; nothing where it only follows from a fault of the form.
    pub(super) fn of_its_own(&self, wrong: &Wrong) -> Option<At> {
        if wrong.why.contains(STAND_IN) {
            return None;
        }
        let places = if wrong.places.is_empty() {
            self.places(&wrong.ways)
        } else {
            wrong.places.clone()
        };
        if let Some((root, faulty)) = &self.mended {
            let is_hidden = |way: &Way| faulty.is_in(way.end(root));
            let follows = match wrong.about {
                About::Written => wrong.ways.iter().any(|way| faulty.is_at_end(way, root)),
                About::LeftOut => wrong.ways.iter().any(is_hidden),
            };
            if follows {
                return None;
            }
        }
        Some(At::of(self.source.file, places))
    }
}

/// Where something stands: in which file, and how to go there from its outermost on.
#[derive(Clone)]
pub(super) struct Origin {
    /// The file, by its number.
    pub file: usize,
    pub way: Way,
}

impl Origin {
    pub(super) const fn of(file: usize, way: Way) -> Self {
        Self { file, way }
    }

    /// Where it stands.
    pub(super) fn at(&self, files: &[File<'_>]) -> At {
        files.get(self.file).map_or_else(At::default, |file| {
            let places = file.places(std::slice::from_ref(&self.way));
            At::of(file.source.file, places)
        })
    }

    /// Where the name of the party stands whose preferences these are.
    pub(super) fn name(&self, files: &[File<'_>]) -> At {
        let mut at = self.at(files);
        if let Some(file) = files.get(self.file).filter(|_| !self.way.is_whole()) {
            let named = ["party", "name"].map(|key| self.way.clone().key(key).value());
            let places = file.places(&named);
            at.places = places.into_iter().max().into_iter().collect();
        }
        at
    }

    /// Where what it holds stands: with places only where answers are weighed, since these may
    /// contradict each other.
    pub(super) fn stands(&self, files: &[File<'_>], answers: usize) -> Stands {
        let Some(file) = files.get(self.file).filter(|_| answers > 0) else {
            let file = files.get(self.file).map_or("", |file| file.source.file);
            return Stands {
                at: At::of(file, Vec::new()),
                answers: Vec::new(),
            };
        };
        let ways = (0..answers).map(|at| self.way.clone().key("answers").item(at));
        Stands {
            at: self.at(files),
            answers: file.places(&ways.collect::<Vec<_>>()),
        }
    }
}
