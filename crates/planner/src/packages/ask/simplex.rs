//! Small linear programmes in exact whole numbers (Dantzig's simplex method, two phases, Bland 1977
//! against cycling). Rows are kept as whole numbers without a common divisor; whatever does not fit
//! is an error and never a wrong answer.

#![expect(
    clippy::indexing_slicing,
    reason = "rows and columns are those of the tableau that this file builds"
)]

use crate::packages::ratio::Share;

/// Numbers grew past what is reckoned with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooFine;

/// Maximise over x at least nought: `less` rows times x are at most nought, and one row times x is one.
#[derive(Debug, Clone)]
pub(super) struct Programme {
    pub less: Vec<Vec<i64>>,
    pub one: Vec<i64>,
    pub maximise: Vec<i64>,
}

/// A solution: each variable as part of one whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Solved {
    pub most: Share,
    pub at: Vec<Share>,
}

/// Columns: the variables, a slack a row, one artificial variable, the right-hand side.
struct Tableau {
    rows: Vec<Vec<i128>>,
    basis: Vec<usize>,
    variables: usize,
}

impl Programme {
    /// The most, or nothing where the rows contradict one another. What is asked for must be bounded.
    pub fn solve(&self) -> Result<Option<Solved>, TooFine> {
        let variables = self.one.len();
        let mut tableau = Tableau::of(self);
        let artificial = tableau.artificial();
        let mut phase_one = vec![0; artificial];
        phase_one.push(-1);
        tableau.climb(&phase_one, false)?;
        if let Some(row) = tableau
            .basis
            .iter()
            .position(|column| *column == artificial)
        {
            if tableau.value(row) != 0 {
                return Ok(None);
            }
            // In the basis at nought: any other column of its row may take its place.
            let column = (0..artificial).find(|column| tableau.rows[row][*column] != 0);
            if let Some(column) = column {
                tableau.pivot(row, column)?;
            }
        }
        let mut objective: Vec<i64> = self.maximise.clone();
        objective.resize(artificial + 1, 0);
        tableau.climb(&objective, true)?;
        let at: Vec<Share> = (0..variables)
            .map(|column| tableau.share(column))
            .collect::<Result<_, _>>()?;
        Ok(Some(Solved {
            most: weighed(&at, &self.maximise)?,
            at,
        }))
    }
}

impl Tableau {
    fn of(programme: &Programme) -> Self {
        let variables = programme.one.len();
        let slacks = programme.less.len();
        let width = variables + slacks + 2;
        let mut rows = Vec::new();
        let mut basis = Vec::new();
        for (at, less) in programme.less.iter().enumerate() {
            let mut row: Vec<i128> = less.iter().map(|entry| i128::from(*entry)).collect();
            row.resize(width, 0);
            row[variables + at] = 1;
            rows.push(row);
            basis.push(variables + at);
        }
        let mut row: Vec<i128> = programme
            .one
            .iter()
            .map(|entry| i128::from(*entry))
            .collect();
        row.resize(width, 0);
        row[width - 2] = 1;
        row[width - 1] = 1;
        rows.push(row);
        basis.push(width - 2);
        Self {
            rows,
            basis,
            variables,
        }
    }

    fn artificial(&self) -> usize {
        self.variables + self.rows.len() - 1
    }

    fn value(&self, row: usize) -> i128 {
        self.rows[row].last().copied().unwrap_or(0)
    }

    /// Improves until nothing improves; Bland's rule: always the first column, the first row.
    fn climb(&mut self, objective: &[i64], barred: bool) -> Result<(), TooFine> {
        let columns = self.artificial() + usize::from(!barred);
        loop {
            let mut entering = None;
            for column in 0..columns {
                if !self.basis.contains(&column) && self.gain(objective, column)? {
                    entering = Some(column);
                    break;
                }
            }
            let Some(column) = entering else {
                return Ok(());
            };
            let Some(row) = self.leaving(column)? else {
                return Err(TooFine);
            };
            self.pivot(row, column)?;
        }
    }

    /// Whether raising a column improves the objective.
    fn gain(&self, objective: &[i64], column: usize) -> Result<bool, TooFine> {
        // Reduced cost: c_j - sum over rows of c_basis * a_ij / a_i,basis, over a common divisor.
        let mut sum = (i128::from(objective[column]), 1_i128);
        for (row, basic) in self.rows.iter().zip(&self.basis) {
            let cost = i128::from(objective[*basic]);
            if cost != 0 && row[column] != 0 {
                let part = (times(cost, row[column])?, row[*basic]);
                sum = minus(sum, part)?;
            }
        }
        Ok(sum.0 > 0)
    }

    fn leaving(&self, column: usize) -> Result<Option<usize>, TooFine> {
        let mut least: Option<usize> = None;
        for row in 0..self.rows.len() {
            if self.rows[row][column] <= 0 {
                continue;
            }
            let better = match least {
                None => true,
                Some(other) => {
                    let here = times(self.value(row), self.rows[other][column])?;
                    let there = times(self.value(other), self.rows[row][column])?;
                    here < there || here == there && self.basis[row] < self.basis[other]
                }
            };
            if better {
                least = Some(row);
            }
        }
        Ok(least)
    }

    fn pivot(&mut self, row: usize, column: usize) -> Result<(), TooFine> {
        if self.rows[row][column] < 0 {
            self.rows[row].iter_mut().for_each(|entry| *entry = -*entry);
        }
        let pivot = self.rows[row].clone();
        for (at, other) in self.rows.iter_mut().enumerate() {
            let factor = other[column];
            if at == row || factor == 0 {
                continue;
            }
            for (entry, pivot_entry) in other.iter_mut().zip(&pivot) {
                *entry = times(*entry, pivot[column])?
                    .checked_sub(times(factor, *pivot_entry)?)
                    .ok_or(TooFine)?;
            }
            reduce(other);
        }
        self.basis[row] = column;
        Ok(())
    }

    /// What a variable comes to.
    fn share(&self, column: usize) -> Result<Share, TooFine> {
        let row = self.basis.iter().position(|basic| *basic == column);
        row.map_or_else(
            || share(0, 1),
            |row| share(self.value(row), self.rows[row][column]),
        )
    }
}

fn share(part: i128, whole: i128) -> Result<Share, TooFine> {
    let common = divisor(part, whole).max(1);
    let part = i64::try_from(part / common).map_err(|_| TooFine)?;
    let whole = i64::try_from(whole / common).map_err(|_| TooFine)?;
    Share::new(part, whole).ok_or(TooFine)
}

fn weighed(at: &[Share], weights: &[i64]) -> Result<Share, TooFine> {
    let mut sum = (0_i128, 1_i128);
    for (share, weight) in at.iter().zip(weights) {
        let (part, whole) = share.parts();
        sum = minus(
            sum,
            (
                times(-i128::from(*weight), i128::from(part))?,
                i128::from(whole),
            ),
        )?;
    }
    share(sum.0, sum.1)
}

fn times(a: i128, b: i128) -> Result<i128, TooFine> {
    a.checked_mul(b).ok_or(TooFine)
}

/// The difference of two fractions, reduced.
fn minus(a: (i128, i128), b: (i128, i128)) -> Result<(i128, i128), TooFine> {
    let part = times(a.0, b.1)?
        .checked_sub(times(b.0, a.1)?)
        .ok_or(TooFine)?;
    let whole = times(a.1, b.1)?;
    let common = divisor(part, whole).max(1);
    Ok((part / common, whole / common))
}

fn reduce(row: &mut [i128]) {
    let common = row.iter().fold(0, |common, entry| divisor(common, *entry));
    if common > 1 {
        for entry in row {
            *entry /= common;
        }
    }
}

fn divisor(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.unsigned_abs(), b.unsigned_abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    i128::try_from(a).unwrap_or(1)
}
