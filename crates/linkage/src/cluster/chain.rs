//! Joining inside one component: a chain of nearest neighbours.
//!
//! From any group one walks to the group most like it, from there on to the one most like that, until
//! two are each other's nearest; they are joined, and the walk goes on from where it stood. Likeness
//! between groups is the average over all pairs, candidates or not; joining two groups never brings
//! them nearer to a third than the nearer of them was (reducibility), which is why the order of
//! joining does not matter, and why a group that finds nobody near enough need never be asked again.
//! Of groups equally near the one whose least record has the lowest number is taken: the lowest
//! number of a joined group is one of its parts', so that ties keep the property.

#![expect(
    clippy::indexing_slicing,
    reason = "groups are named by their least record's number, below the count of records"
)]

use super::{Rule, component::Candidate};

/// What lies between two groups.
#[derive(Debug, Clone, Copy)]
struct Link {
    to: u32,
    /// Sum over the candidate pairs.
    sum: i128,
    /// How many candidate pairs.
    count: u64,
    /// The least of them.
    least: i64,
}

/// The groups of one component, while they are joined.
pub(super) struct Chain {
    rule: Rule,
    size: Vec<u64>,
    links: Vec<Vec<Link>>,
    /// For each record the group that it went into, or itself.
    into: Vec<u32>,
    /// For each group the average over which its last two parts were joined.
    seam: Vec<i64>,
    /// Whether two were ever equally near.
    tied: bool,
}

/// Who belongs to which group.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Joined {
    /// For each record the least record of its group.
    pub group: Vec<u32>,
    /// For each group's least record the average over which its last two parts were joined.
    pub seam: Vec<i64>,
    /// Whether two were ever equally near.
    pub tied: bool,
}

impl Chain {
    /// Joins records `0..count` as far as the rule lets it.
    pub fn join(count: usize, pairs: &[Candidate], rule: Rule) -> Joined {
        let mut chain = Self {
            rule,
            size: vec![1; count],
            links: vec![Vec::new(); count],
            into: (0..).take(count).collect(),
            seam: vec![i64::MAX; count],
            tied: false,
        };
        for pair in pairs {
            for (from, to) in [(pair.low, pair.high), (pair.high, pair.low)] {
                chain.links[from as usize].push(Link {
                    to,
                    sum: i128::from(pair.weight.max(rule.absent)),
                    count: 1,
                    least: pair.weight,
                });
            }
        }
        for links in &mut chain.links {
            links.sort_unstable_by_key(|link| link.to);
        }
        let mut walk = Vec::new();
        let mut later: Vec<u32> = (0..).take(count).collect();
        while let Some(start) = later.pop() {
            if chain.into[start as usize] == start {
                walk.push(start);
                chain.follow(&mut walk, &mut later);
            }
        }
        chain.finish()
    }

    /// Walks until nobody is left on the way.
    fn follow(&mut self, walk: &mut Vec<u32>, later: &mut Vec<u32>) {
        while let Some(here) = walk.last().copied() {
            let Some(link) = self.nearest(here) else {
                walk.pop();
                continue;
            };
            let before = walk.len().checked_sub(2).map(|at| walk[at]);
            if before == Some(link.to) {
                walk.truncate(walk.len() - 2);
                self.unite(here, link);
                // Whoever stood before asks anew; what was joined is asked when they are done.
                later.push(here.min(link.to));
            } else {
                walk.push(link.to);
            }
        }
    }

    /// The group most like this one, if any is like it enough.
    fn nearest(&mut self, group: u32) -> Option<Link> {
        let mut best: Option<(i128, i128, Link)> = None;
        let mut tied = false;
        for link in &self.links[group as usize] {
            let pairs = self.size[group as usize] * self.size[link.to as usize];
            let absent = pairs - link.count;
            let all = i128::from(pairs);
            let sum = link.sum + i128::from(self.rule.absent) * i128::from(absent);
            let least = match absent {
                0 => link.least,
                _ => link.least.min(self.rule.absent),
            };
            let near = sum >= i128::from(self.rule.floor) * all
                && self.rule.least.is_none_or(|bound| least >= bound);
            if !near {
                continue;
            }
            match best {
                Some((sum_best, all_best, _)) if sum * all_best < sum_best * all => {}
                Some((sum_best, all_best, _)) if sum * all_best == sum_best * all => tied = true,
                _ => {
                    tied = false;
                    best = Some((sum, all, *link));
                }
            }
        }
        self.tied |= tied;
        best.map(|(.., link)| link)
    }

    /// Joins two groups under the lower of their numbers.
    fn unite(&mut self, one: u32, link: Link) {
        let (kept, gone) = (one.min(link.to), one.max(link.to));
        let pairs = self.size[kept as usize] * self.size[gone as usize];
        let sum = link.sum + i128::from(self.rule.absent) * i128::from(pairs - link.count);
        let average = sum.div_euclid(i128::from(pairs));
        self.seam[kept as usize] = i64::try_from(average).unwrap_or(self.rule.floor);
        self.size[kept as usize] += self.size[gone as usize];
        self.into[gone as usize] = kept;
        let mine = std::mem::take(&mut self.links[kept as usize]);
        let theirs = std::mem::take(&mut self.links[gone as usize]);
        for link in theirs.iter().filter(|link| link.to != kept) {
            self.renamed(link.to, gone, kept);
        }
        self.links[kept as usize] = both(&mine, &theirs, kept, gone);
    }

    /// In the links of one group: what led to a group that is gone leads to the one it went into.
    fn renamed(&mut self, of: u32, gone: u32, kept: u32) {
        let links = &mut self.links[of as usize];
        let Ok(old) = links.binary_search_by_key(&gone, |link| link.to) else {
            return;
        };
        let mut moved = links.remove(old);
        moved.to = kept;
        match links.binary_search_by_key(&kept, |link| link.to) {
            Ok(place) => links[place] = sum_of(links[place], moved),
            Err(place) => links.insert(place, moved),
        }
    }

    fn finish(mut self) -> Joined {
        for record in 0..self.into.len() {
            // Groups go into lower ones, so what is lower has been looked up already.
            self.into[record] = self.into[self.into[record] as usize];
        }
        Joined {
            group: self.into,
            seam: self.seam,
            tied: self.tied,
        }
    }
}

fn sum_of(one: Link, two: Link) -> Link {
    Link {
        to: one.to,
        sum: one.sum + two.sum,
        count: one.count + two.count,
        least: one.least.min(two.least),
    }
}

/// The links of two groups as those of one, sorted.
fn both(mine: &[Link], theirs: &[Link], kept: u32, gone: u32) -> Vec<Link> {
    let outward = |link: &&Link| link.to != kept && link.to != gone;
    let mut one = mine.iter().filter(outward).copied().peekable();
    let mut two = theirs.iter().filter(outward).copied().peekable();
    let mut merged = Vec::with_capacity(mine.len() + theirs.len());
    loop {
        let next = match (one.peek(), two.peek()) {
            (Some(a), Some(b)) if a.to == b.to => {
                let same = sum_of(*a, *b);
                two.next();
                one.next();
                Some(same)
            }
            (Some(a), Some(b)) if a.to < b.to => one.next(),
            (Some(_), None) => one.next(),
            (_, Some(_)) => two.next(),
            (None, None) => None,
        };
        match next {
            Some(link) => merged.push(link),
            None => return merged,
        }
    }
}
