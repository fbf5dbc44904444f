//! Which records hang together by candidate pairs at or above the floor, and the pairs inside each
//! such component with records numbered from nought in order of their keys.

#![expect(
    clippy::indexing_slicing,
    reason = "edges that name nobody are passed over before anything is looked up"
)]

use super::{Edge, Group, MOST};

/// One candidate pair inside a component.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Candidate {
    /// The record with the lower number.
    pub low: u32,
    /// The record with the higher number.
    pub high: u32,
    /// In bounds.
    pub weight: i64,
    /// Its index among the edges as given.
    pub edge: u32,
}

/// The records of one component, in order of their keys, and the pairs between them, each once.
#[derive(Debug, Default)]
pub(super) struct Component {
    pub records: Vec<u32>,
    pub pairs: Vec<Candidate>,
}

/// All components of two records or more.
pub(super) struct Components {
    /// For each record the least of its component.
    root: Vec<u32>,
    /// Records by component, and where each component begins.
    records: Vec<u32>,
    record_starts: Vec<usize>,
    /// Edges by component, and where each component begins.
    edges: Vec<u32>,
    edge_starts: Vec<usize>,
    /// For each record its number inside its component.
    number: Vec<u32>,
}

impl Components {
    /// Finds them. Edges below the floor join nothing but count where both ends hang together.
    pub fn of(edges: &[Edge], records: usize, floor: i64) -> Self {
        let exists = |edge: &Edge| {
            edge.left != edge.right
                && (edge.left as usize) < records
                && (edge.right as usize) < records
        };
        let mut root: Vec<u32> = (0..).take(records).collect();
        for edge in edges.iter().filter(|e| exists(e) && e.weight >= floor) {
            join(&mut root, edge.left, edge.right);
        }
        for record in 0..records {
            root[record] = root[root[record] as usize];
        }
        let inside =
            |edge: &Edge| exists(edge) && root[edge.left as usize] == root[edge.right as usize];
        let of_edge = (0_u32..)
            .zip(edges)
            .filter(|(_, edge)| inside(edge))
            .map(|(index, edge)| (root[edge.left as usize], index));
        let (edge_starts, grouped_edges) = grouped(records, of_edge.clone());
        // A component that holds no edge is a record alone.
        let alone = |root: u32| edge_starts[root as usize] == edge_starts[root as usize + 1];
        let of_record = (0_u32..)
            .zip(&root)
            .filter(|(_, root)| !alone(**root))
            .map(|(record, root)| (*root, record));
        let (record_starts, grouped_records) = grouped(records, of_record.clone());
        let some = |starts: &[usize]| {
            let mut starts = starts.to_vec();
            starts.dedup();
            starts
        };
        Self {
            records: grouped_records,
            record_starts: some(&record_starts),
            edges: grouped_edges,
            edge_starts: some(&edge_starts),
            number: vec![0; records],
            root,
        }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.record_starts.len().saturating_sub(1)
    }

    /// One of them.
    pub fn take(&mut self, number: usize, edges: &[Edge], keys: &[u64]) -> Component {
        let range = self.record_starts[number]..self.record_starts[number + 1];
        let mut records = self.records[range].to_vec();
        records.sort_unstable_by_key(|record| (keys[*record as usize], *record));
        for (place, record) in (0_u32..).zip(&records) {
            self.number[*record as usize] = place;
        }
        let range = self.edge_starts[number]..self.edge_starts[number + 1];
        let mut pairs: Vec<_> = self.edges[range]
            .iter()
            .map(|index| {
                let edge = edges[*index as usize];
                let (one, two) = (
                    self.number[edge.left as usize],
                    self.number[edge.right as usize],
                );
                Candidate {
                    low: one.min(two),
                    high: one.max(two),
                    weight: edge.weight.clamp(-MOST, MOST),
                    edge: *index,
                }
            })
            .collect();
        let best_first = |pair: &Candidate| (pair.low, pair.high, -pair.weight, pair.edge);
        pairs.sort_unstable_by_key(best_first);
        pairs.dedup_by_key(|pair| (pair.low, pair.high));
        Component { records, pairs }
    }

    /// The edges at or above the floor whose ends are not in one group.
    pub fn cut(&self, edges: &[Edge], groups: &[Group], floor: i64) -> Vec<usize> {
        let mut group_of = vec![u32::MAX; self.root.len()];
        for (number, group) in (0_u32..).zip(groups) {
            for member in &group.members {
                group_of[*member as usize] = number;
            }
        }
        let together = |edge: Edge| {
            let (one, two) = (group_of[edge.left as usize], group_of[edge.right as usize]);
            one == two && one != u32::MAX
        };
        let mut cut: Vec<_> = self
            .edges
            .iter()
            .map(|index| *index as usize)
            .filter(|index| edges[*index].weight >= floor && !together(edges[*index]))
            .collect();
        cut.sort_unstable();
        cut
    }
}

/// Joins two trees of a union-find; the lesser root stays (path halving: Tarjan and van Leeuwen 1984).
fn join(root: &mut [u32], one: u32, two: u32) {
    let (one, two) = (find(root, one), find(root, two));
    root[one.max(two) as usize] = one.min(two);
}

fn find(root: &mut [u32], mut record: u32) -> u32 {
    while root[record as usize] != record {
        let above = root[root[record as usize] as usize];
        root[record as usize] = above;
        record = above;
    }
    record
}

/// Items by group, in their order, and where each of `count` groups begins and the last ends.
fn grouped(
    count: usize,
    items: impl Iterator<Item = (u32, u32)> + Clone,
) -> (Vec<usize>, Vec<u32>) {
    let mut starts = vec![0_usize; count + 2];
    for (group, _) in items.clone() {
        starts[group as usize + 2] += 1;
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut sorted = vec![0; sum];
    for (group, item) in items {
        let place = &mut starts[group as usize + 1];
        sorted[*place] = item;
        *place += 1;
    }
    starts.pop();
    (starts, sorted)
}
