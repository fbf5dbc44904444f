"""How good a set of scored pairs is: precision, recall and F1, the same way for every tool.

A tool's thresholds are its own business; so three figures are given for each. At the *best*
threshold (chosen with the truth in hand, for all tools alike: it measures the ranking), after
one-to-one pairing (greedy, or by optimal assignment), and at the tool's *own* threshold, which is
what a user gets who has no truth.
"""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

OWN_PROBABILITY: Final = 0.5
"""A peer that has no threshold of its own is taken at the pairs it holds likelier than not."""


@dataclass(frozen=True)
class Quality:
    """Precision, recall and F1 of the pairs at or above a threshold in bits."""

    precision: float
    recall: float
    f1: float
    bits: float | None


@dataclass(frozen=True)
class Truth:
    """Which person stands on which row, list by list, and how many true pairs there are."""

    left: np.ndarray
    right: np.ndarray
    pairs: int


@dataclass(frozen=True)
class Pairs:
    """Scored pairs of rows (a list's header is row 1), best first; `own`: above the threshold."""

    left: np.ndarray
    right: np.ndarray
    bits: np.ndarray
    own: np.ndarray

    def __len__(self) -> int:
        return len(self.bits)

    def only(self, rows: np.ndarray) -> Pairs:
        """These pairs alone, in the order given."""
        return Pairs(self.left[rows], self.right[rows], self.bits[rows], self.own[rows])


def read_truth(left: Path, right: Path | None) -> Truth:
    """Reads one or two truth files: a header, then for each row of the list its person."""
    first = _persons(left)
    if right is None:
        sizes = Counter(first[2:].tolist()).values()
        return Truth(first, first, sum(size * (size - 1) // 2 for size in sizes))
    second = _persons(right)
    here, there = Counter(first[2:].tolist()), Counter(second[2:].tolist())
    return Truth(first, second, sum(count * there[person] for person, count in here.items()))


def _persons(path: Path) -> np.ndarray:
    """Persons by row number as a spreadsheet shows it: rows 0 and 1 are nobody."""
    persons = [-1, -2]
    with path.open(newline="") as file:
        lines = csv.reader(file)
        next(lines)
        persons += [_NUMBERS.setdefault(line[-1], len(_NUMBERS)) for line in lines]
    return np.array(persons, dtype=np.int64)


_NUMBERS: Final[dict[str, int]] = {}
"""A number for each person: the same in whichever list the person stands."""


def read_pairs(path: Path, one_list: bool) -> Pairs:
    """Reads `left_row,right_row,bits,probability[,proposed]`, best first, ties by row."""
    with path.open(newline="") as file:
        reader = csv.reader(file)
        columns = {name: place for place, name in enumerate(next(reader))}
        rows = list(reader)
    left = np.array([int(row[columns["left_row"]]) for row in rows], dtype=np.int64)
    right = np.array([int(row[columns["right_row"]]) for row in rows], dtype=np.int64)
    bits = np.array([float(row[columns["bits"]]) for row in rows])
    if "proposed" in columns:
        own = np.array([row[columns["proposed"]].lower() in ("true", "1", "yes") for row in rows])
    else:
        chance = [float(row[columns["probability"]]) for row in rows]
        own = np.array([value >= OWN_PROBABILITY for value in chance])
    if one_list:
        left, right = np.minimum(left, right), np.maximum(left, right)
    own = own.astype(bool)
    return Pairs(left, right, bits, own).only(np.lexsort((right, left, -bits)))


def best(pairs: Pairs, truth: Truth) -> Quality:
    """Quality at the threshold that gives the best F1; equal scores stand or fall together."""
    if len(pairs) == 0:
        return Quality(1.0, 0.0, 0.0, None)
    hits = np.cumsum(_true(pairs, truth))
    kept = np.arange(1, len(pairs) + 1)
    score = 2 * hits / (kept + truth.pairs)
    ends = np.append(pairs.bits[1:] != pairs.bits[:-1], True)
    at = int(np.argmax(np.where(ends, score, -1.0)))
    return _quality(int(hits[at]), at + 1, truth, float(pairs.bits[at]))


def own(pairs: Pairs, truth: Truth) -> Quality:
    """Quality of the pairs that the tool itself proposes."""
    chosen = pairs.only(np.flatnonzero(pairs.own))
    return _quality(int(_true(chosen, truth).sum()), len(chosen), truth, None)


def greedy(pairs: Pairs) -> Pairs:
    """One-to-one by taking the best pair left whose rows are both free."""
    used_left: set[int] = set()
    used_right: set[int] = set()
    kept: list[int] = []
    for at, (left, right) in enumerate(zip(pairs.left.tolist(), pairs.right.tolist())):
        if left not in used_left and right not in used_right:
            used_left.add(left)
            used_right.add(right)
            kept.append(at)
    return pairs.only(np.array(kept, dtype=np.int64))


def optimal(pairs: Pairs) -> Pairs:
    """One-to-one by the assignment that maximises the sum of -log2(1 - probability).

    That is the assignment under which it is least likely that every pair of it is wrong. Solved
    sparsely: each left row may also stay alone, at no gain, beside a partner of its own.
    """
    if len(pairs) == 0:
        return pairs
    lefts, left = np.unique(pairs.left, return_inverse=True)
    rights, right = np.unique(pairs.right, return_inverse=True)
    gain = np.logaddexp2(0.0, pairs.bits)
    alone = np.arange(len(lefts))
    # One is added to every weight: a stored zero would be no edge, and each row has one edge.
    weights = coo_matrix(
        (
            np.concatenate([gain, np.zeros(len(lefts))]) + 1.0,
            (np.concatenate([left, alone]), np.concatenate([right, len(rights) + alone])),
        ),
        shape=(len(lefts), len(rights) + len(lefts)),
    ).tocsr()
    rows, columns = min_weight_full_bipartite_matching(weights, maximize=True)
    partner = np.full(len(lefts), -1)
    partner[rows] = columns
    return pairs.only(np.flatnonzero(partner[left] == right))


def _true(pairs: Pairs, truth: Truth) -> np.ndarray:
    return truth.left[pairs.left] == truth.right[pairs.right]


def _quality(hits: int, kept: int, truth: Truth, bits: float | None) -> Quality:
    precision = hits / kept if kept else 1.0
    recall = hits / truth.pairs if truth.pairs else 1.0
    total = kept + truth.pairs
    return Quality(precision, recall, 2 * hits / total if total else 1.0, bits)
