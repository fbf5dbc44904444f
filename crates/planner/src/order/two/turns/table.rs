//! A table of counts: what each party can have received where so many have been handed over.

#![expect(
    clippy::indexing_slicing,
    reason = "counts are those of the units, and tables are made for them"
)]

use super::worths::Worths;

/// By how many more of each party: the most that what each has handed over can be worth.
#[derive(Debug)]
pub(super) struct Table {
    shape: [usize; 2],
    cells: Vec<[i64; 2]>,
    /// By row, the columns within which lies all that can be.
    columns: Vec<(usize, usize)>,
    /// The rows within which it does.
    rows: (usize, usize),
}

const NEVER: [i64; 2] = [i64::MIN; 2];

impl Table {
    pub fn new(shape: [usize; 2]) -> Self {
        Self {
            shape,
            cells: vec![NEVER; shape[0] * shape[1]],
            columns: vec![(0, 0); shape[0]],
            rows: (0, 0),
        }
    }

    pub const fn is_empty(&self) -> bool {
        self.rows.0 >= self.rows.1
    }

    pub fn clear(&mut self) {
        for row in self.rows.0..self.rows.1 {
            let (from, to) = std::mem::take(&mut self.columns[row]);
            self.cells[row * self.shape[1]..][from..to].fill(NEVER);
        }
        self.rows = (0, 0);
    }

    pub fn raise(&mut self, cell: [usize; 2], worth: [i64; 2]) {
        let [row, column] = cell;
        self.rows = with(self.rows, row);
        self.columns[row] = with(self.columns[row], column);
        let kept = &mut self.cells[row * self.shape[1] + column];
        for (kept, worth) in kept.iter_mut().zip(worth) {
            *kept = (*kept).max(worth);
        }
    }

    pub fn join(&mut self, other: &Self) {
        for row in other.rows.0..other.rows.1 {
            let (from, to) = other.columns[row];
            for column in from..to {
                let worth = other.cells[row * self.shape[1] + column];
                if worth != NEVER {
                    self.raise([row, column], worth);
                }
            }
        }
    }

    /// Becomes as another.
    pub fn take(&mut self, other: &Self) {
        self.clear();
        self.join(other);
    }

    pub fn keep(&mut self, keeps: impl Fn([usize; 2]) -> bool) {
        let mut rows = (0, 0);
        for row in self.rows.0..self.rows.1 {
            let mut columns = (0, 0);
            for column in self.columns[row].0..self.columns[row].1 {
                let worth = &mut self.cells[row * self.shape[1] + column];
                if *worth != NEVER && keeps([row, column]) {
                    columns = with(columns, column);
                } else {
                    *worth = NEVER;
                }
            }
            self.columns[row] = columns;
            if columns.0 < columns.1 {
                rows = with(rows, row);
            }
        }
        self.rows = rows;
    }

    /// A batch of at most so many of a party besides, from each cell.
    pub fn run(&mut self, own: &Worths, party: usize, most: usize, low: [i64; 2]) {
        let columns = (self.rows.0..self.rows.1).fold((0, 0), |all, row| {
            let (from, to) = self.columns[row];
            if from < to {
                with(with(all, from), to - 1)
            } else {
                all
            }
        });
        let (lines, places) = if party == 1 {
            (self.rows, columns)
        } else {
            (columns, self.rows)
        };
        let low = low[party];
        // By count: the most that the other's can be worth where the batch begins.
        let mut received = vec![i64::MIN; own.least.len()];
        for line in lines.0..lines.1 {
            let cell = |place: usize| {
                if party == 1 {
                    [line, place]
                } else {
                    [place, line]
                }
            };
            let mut reached = (0, 0);
            for place in places.0..places.1.min(own.least.len()) {
                let [row, column] = cell(place);
                let worth = self.cells[row * self.shape[1] + column];
                if worth == NEVER {
                    continue;
                }
                let worth = worth[1 - party];
                // What it has received pays for what it has given, down to its bound.
                let cost = worth.saturating_sub(low);
                let end = place.saturating_add(most).min(own.least.len() - 1);
                let counts = own.least.iter().zip(&mut received).enumerate();
                for (count, (least, received)) in counts.take(end + 1).skip(place + 1) {
                    if *least > cost {
                        break;
                    }
                    *received = (*received).max(worth);
                    reached = with(reached, count);
                }
            }
            let counts = received.iter_mut().enumerate();
            for (count, received) in counts.take(reached.1).skip(reached.0) {
                let other = std::mem::replace(received, i64::MIN);
                if other > i64::MIN
                    && let Some(value) = own.at(count, other.saturating_sub(low))
                {
                    let mut worth = [other; 2];
                    worth[party] = value;
                    self.raise(cell(count), worth);
                }
            }
        }
    }
}

/// An interval, its end not included, and one more place.
const fn with((from, to): (usize, usize), place: usize) -> (usize, usize) {
    if from >= to {
        return (place, place + 1);
    }
    (
        if from < place { from } else { place },
        if to > place { to } else { place + 1 },
    )
}
