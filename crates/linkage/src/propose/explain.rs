//! Everything found, put so that a person can follow it.

use std::collections::BTreeMap;

use super::{Proposals, are_rather_relatives, cautions, costs, evidence};
use crate::{
    decide::{Ruling, Verdict},
    engine::{Comparison, Looked, Scored, Side, Task, pairs_of},
    findings::{
        Band, Candidate, ColumnRead, Compared, DecisionsRead, Entry, FORMAT, Findings, Group,
        LevelRead, ListRead, Method, RunnerUp, Totals,
    },
    list::{Field, List},
    problem::Problem,
};

/// What the caller knows of a list that the list does not say.
#[derive(Debug, Clone)]
pub struct Source {
    /// The file's name.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub digest: String,
    /// Its columns and what each was taken for.
    pub columns: Vec<ColumnRead>,
    /// All that was not understood, in order of place.
    pub problems: Vec<Problem>,
}

/// So many problems of a list are told one by one.
const PROBLEMS: usize = 1_000;

/// The best scored pairs of each record: its best and the next.
type Best = BTreeMap<u32, Vec<u32>>;

impl Proposals<'_> {
    /// What was found, with the strongest candidates explained, at most so many: those worth a look,
    /// and those that seem to be relatives.
    pub fn findings(&self, sources: &[Source], most: usize) -> Findings {
        let listed: Vec<u32> = self
            .order
            .iter()
            .copied()
            .filter(|&at| self.is_listed(at as usize))
            .take(most)
            .collect();
        Findings {
            format: FORMAT,
            task: self.task,
            lists: self.lists(sources),
            comparisons: self.compared(),
            method: self.method(),
            prior_bits: self.run.model.prior_bits(),
            costs: self.costs.points.clone(),
            estimated_from: self.costs.estimated_from,
            bands: self.costs.bands,
            threshold: self.costs.threshold.clone(),
            decisions: self.decisions(&listed),
            candidates: self.candidates(&listed, sources),
            totals: self.totals(),
            groups: self.groups(),
        }
    }

    fn is_listed(&self, at: usize) -> bool {
        let scored = self.run.scored.get(at);
        scored.is_some_and(|scored| {
            scored.bits >= self.costs.bands.review || are_rather_relatives(scored)
        })
    }

    fn lists(&self, sources: &[Source]) -> Vec<ListRead> {
        let lists: &[&List] = match self.task {
            Task::Link => &[self.left, self.right],
            Task::Dedupe => &[self.left],
        };
        lists
            .iter()
            .zip(sources)
            .map(|(list, source)| ListRead {
                name: source.name.clone(),
                digest: source.digest.clone(),
                records: list.table.len(),
                columns: source.columns.clone(),
                problems: source.problems.iter().take(PROBLEMS).cloned().collect(),
                problems_total: source.problems.len(),
            })
            .collect()
    }

    fn compared(&self) -> Vec<Compared> {
        self.comparisons
            .each
            .iter()
            .zip(&self.run.model.fields)
            .map(|(c, model)| Compared {
                kind: c.kind,
                left_label: label(self.left, &c.left_fields),
                right_label: label(self.right, &c.right_fields),
                levels: (1..)
                    .zip(&model.scale)
                    .map(|(level, &agreement)| {
                        let level = crate::engine::Level(level);
                        LevelRead {
                            agreement,
                            m: model.m(level),
                            u: model.u(level),
                            bits: model.bits(level),
                        }
                    })
                    .collect(),
            })
            .collect()
    }

    fn method(&self) -> Method {
        let possible = pairs_of(&self.comparisons, self.task);
        match &self.run.looked {
            Looked::AllPairs => Method::AllPairs { pairs: possible },
            Looked::Blocked {
                compared,
                keys,
                sampled,
                ..
            } => Method::Blocked {
                possible,
                compared: *compared,
                keys: keys.clone(),
                loss: costs::loss(&self.run),
                sampled: *sampled,
            },
        }
    }

    fn totals(&self) -> Totals {
        let mut totals = Totals::default();
        for (at, scored) in self.run.scored.iter().enumerate() {
            let band = self.band(at, scored);
            *match band {
                Band::Likely => &mut totals.likely,
                Band::Review => &mut totals.review,
                Band::Unlikely => &mut totals.unlikely,
            } += 1;
            let relatives = band == Band::Review && are_rather_relatives(scored);
            totals.relatives += u64::from(relatives);
        }
        totals
    }

    fn decisions(&self, listed: &[u32]) -> DecisionsRead {
        let on = &self.decisions.on;
        let mut read = DecisionsRead {
            files: self.decisions.files.clone(),
            pairs: on.len() as u64,
            estimated_with: self.costs.estimated_with,
            misfits: self.decisions.misfits.clone(),
            ..DecisionsRead::default()
        };
        for ruling in on.values().filter_map(|decisions| Ruling::of(decisions)) {
            *match ruling {
                Ruling::Agreed(Verdict::Same) => &mut read.same,
                Ruling::Agreed(Verdict::Different) => &mut read.different,
                Ruling::Agreed(Verdict::Relatives) => &mut read.relatives,
                Ruling::Agreed(Verdict::CannotTell) => &mut read.cannot_tell,
                Ruling::Disputed { .. } => &mut read.disputed,
            } += 1;
        }
        let scored = listed
            .iter()
            .filter_map(|&at| self.run.scored.get(at as usize));
        let shown = scored.filter(|scored| on.contains_key(&(scored.left, scored.right)));
        read.not_listed = read.pairs.saturating_sub(shown.count() as u64);
        read
    }

    fn candidates(&self, listed: &[u32], sources: &[Source]) -> Vec<Candidate> {
        let weigher = self.run.weigher(&self.comparisons);
        let best = [Side::Left, Side::Right].map(|side| self.best(side));
        let repeated = [Side::Left, Side::Right].map(|side| self.repeated(side));
        let odd: Vec<_> = sources
            .iter()
            .map(|s| cautions::odd_rows(&s.problems))
            .collect();
        let numbered = (1..).zip(listed);
        numbered
            .filter_map(|(number, &at)| {
                let scored = self.run.scored.get(at as usize)?;
                let evidence = evidence::of_pair(
                    &weigher,
                    &self.comparisons.each,
                    (scored.left, scored.right),
                    scored.pattern,
                );
                let [of_left, of_right] = &best;
                let runner_up_of_left = self.runner_up(of_left, Side::Left, at);
                let runner_up_of_right = self.runner_up(of_right, Side::Right, at);
                let left = self.entry(Side::Left, scored.left);
                let right = self.entry(Side::Right, scored.right);
                let is_odd = |entry: &Entry, side: usize| {
                    let row = entry.place.row.map(|row| (entry.place.sheet.clone(), row));
                    row.is_some_and(|row| odd.get(side).is_some_and(|odd| odd.contains(&row)))
                };
                let [here, there] = &repeated;
                let found = cautions::Circumstances {
                    scored,
                    evidence: &evidence,
                    runners_up: [runner_up_of_left.as_ref(), runner_up_of_right.as_ref()],
                    repeated: here.contains(&self.comparisons.left_contents.of_record(scored.left))
                        || there.contains(&self.comparisons.right_contents.of_record(scored.right)),
                    odd: is_odd(&left, 0) || is_odd(&right, right.list),
                };
                let cautions = cautions::of_pair(&self.comparisons.each, &found);
                Some(Candidate {
                    number,
                    left,
                    right,
                    bits: scored.bits,
                    probability: self.arranged.probability(at as usize, scored),
                    band: self.band(at as usize, scored),
                    evidence,
                    relatives: scored.kin,
                    runner_up_of_left,
                    runner_up_of_right,
                    assignment: self.arranged.of(at as usize),
                    cautions,
                    decisions: self.decided(scored).to_vec(),
                })
            })
            .collect()
    }

    /// For each record on one side its two best pairs; in one list a record stands on both sides.
    fn best(&self, side: Side) -> Best {
        let mut best = Best::new();
        let mut add = |record: u32, at: u32| {
            let of_record = best.entry(record).or_default();
            if of_record.len() < 2 {
                of_record.push(at);
            }
        };
        for &at in &self.order {
            let Some(scored) = self.run.scored.get(at as usize) else {
                continue;
            };
            if side == Side::Left || self.task == Task::Dedupe {
                add(scored.left, at);
            }
            if side == Side::Right || self.task == Task::Dedupe {
                add(scored.right, at);
            }
        }
        best
    }

    fn runner_up(&self, best: &Best, side: Side, than: u32) -> Option<RunnerUp> {
        let scored = self.run.scored.get(than as usize)?;
        let record = match side {
            Side::Left => scored.left,
            Side::Right => scored.right,
        };
        let &at = best.get(&record)?.iter().find(|&&at| at != than)?;
        let next: &Scored = self.run.scored.get(at as usize)?;
        let partner = if self.task == Task::Dedupe {
            let other = if next.left == record {
                next.right
            } else {
                next.left
            };
            self.entry(Side::Left, other)
        } else {
            match side {
                Side::Left => self.entry(Side::Right, next.right),
                Side::Right => self.entry(Side::Left, next.left),
            }
        };
        Some(RunnerUp {
            entry: partner,
            bits: next.bits,
        })
    }

    /// What is said by more than one record of a side.
    fn repeated(&self, side: Side) -> std::collections::BTreeSet<u64> {
        if self.task == Task::Dedupe {
            return std::collections::BTreeSet::new();
        }
        let mut contents: Vec<u64> = match side {
            Side::Left => (0..self.comparisons.left)
                .map(|r| self.comparisons.left_contents.of_record(r))
                .collect(),
            Side::Right => (0..self.comparisons.right)
                .map(|r| self.comparisons.right_contents.of_record(r))
                .collect(),
        };
        contents.sort_unstable();
        contents
            .chunk_by(|a, b| a == b)
            .filter(|same| same.len() > 1)
            .filter_map(|same| same.first().copied())
            .collect()
    }

    fn groups(&self) -> Vec<Group> {
        let Some(groups) = &self.arranged.groups else {
            return Vec::new();
        };
        groups
            .groups
            .iter()
            .map(|group| Group {
                entries: group
                    .members
                    .iter()
                    .map(|&record| self.entry(Side::Left, record))
                    .collect(),
                weakest: self
                    .run
                    .scored
                    .get(group.weakest)
                    .map_or(0.0, |scored| scored.bits),
                tied: group.standing == crate::assign::Standing::Tied,
            })
            .collect()
    }

    fn entry(&self, side: Side, record: u32) -> Entry {
        let (list, number) = match (side, self.task) {
            (Side::Left, _) | (Side::Right, Task::Dedupe) => (self.left, 0),
            (Side::Right, Task::Link) => (self.right, 1),
        };
        let fields = |c: &Comparison| match side {
            Side::Left => c.left_fields.clone(),
            Side::Right => c.right_fields.clone(),
        };
        Entry {
            list: number,
            record,
            place: list.table.place(record as usize, None),
            cells: self
                .comparisons
                .each
                .iter()
                .map(|c| cells(list, &fields(c), record as usize))
                .collect(),
        }
    }
}

/// The headers of all columns that some fields are read from: of one field with strokes between, as its
/// cells are shown.
fn label(list: &List, fields: &[usize]) -> String {
    let of_field = |field: &Field| {
        let headers = field.columns.iter().map(|&c| list.table.header(c).trim());
        let headers: Vec<&str> = headers.filter(|header| !header.is_empty()).collect();
        if headers.is_empty() {
            field.label.clone()
        } else {
            headers.join(" / ")
        }
    };
    let labels: Vec<String> = fields
        .iter()
        .filter_map(|&field| list.fields.get(field))
        .map(of_field)
        .collect();
    labels.join(" + ")
}

/// What a record says in some fields, as it came.
fn cells(list: &List, fields: &[usize], record: usize) -> String {
    let texts: Vec<&str> = fields
        .iter()
        .filter_map(|&field| list.fields.get(field))
        .flat_map(|field| &field.columns)
        .map(|&column| list.table.cell(record, column).trim())
        .filter(|text| !text.is_empty())
        .collect();
    texts.join(" / ")
}
