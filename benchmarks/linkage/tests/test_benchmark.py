"""The benchmark checks itself: scoring against cases worked out by hand, the runner against a
program that stands in for goodoffices.

    target/linkage-benchmark/venv/bin/python -m unittest discover benchmarks/linkage/tests
"""

from __future__ import annotations

import csv
import random
import sys
import tempfile
import unittest
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import generate  # noqa: E402
import score  # noqa: E402
import sets  # noqa: E402
import tools  # noqa: E402

STAND_IN = """#!/usr/bin/env python3
'''Proposes the pairs of rows that agree in every column, and keeps those with the same surname.'''
import csv, sys
task, *rest = sys.argv[1:]
lists = rest[: 2 if task == "match" else 1]
pairs = rest[rest.index("--pairs") + 1]
read = lambda path: list(enumerate(csv.DictReader(open(path, newline="")), 2))
left, right = read(lists[0]), read(lists[-1])
with open(pairs, "w", newline="") as file:
    out = csv.writer(file)
    out.writerow(["left_row", "right_row", "bits", "probability", "proposed"])
    for number, a in left:
        for other, b in right:
            if (task == "match" or number < other) and a["surname"] == b["surname"]:
                out.writerow([number, other, 9.5 if a == b else -3, 0.5, str(a == b).lower()])
"""


def pairs(*rows: tuple[int, int, float]) -> score.Pairs:
    """Pairs in the order given, which is best first."""
    left, right, bits = (np.array(column) for column in zip(*rows))
    return score.Pairs(left, right, bits, bits > 0)


class Scoring(unittest.TestCase):
    def setUp(self) -> None:
        # Rows 2, 3 and 4 of either list are the persons 1, 2 and 3.
        persons = np.array([-1, 0, 1, 2, 3])
        self.truth = score.Truth(persons, persons - (persons == -1), 3)

    def test_the_best_threshold_takes_equal_scores_together(self) -> None:
        found = pairs((2, 2, 9), (3, 3, 5), (2, 3, 5), (4, 3, 1))
        best = score.best(found, self.truth)
        self.assertEqual((best.precision, best.recall, best.bits), (2 / 3, 2 / 3, 5))

    def test_the_own_threshold_is_the_tools(self) -> None:
        own = score.own(pairs((2, 2, 9), (3, 3, -1)), self.truth)
        self.assertEqual((own.precision, own.recall), (1, 1 / 3))

    def test_nothing_found_is_no_error(self) -> None:
        nothing = pairs((2, 2, 9)).only(np.array([], dtype=np.int64))
        self.assertEqual(score.best(nothing, self.truth).f1, 0)
        self.assertEqual(len(score.optimal(nothing)), 0)

    def test_greedy_takes_the_best_first_and_optimal_the_best_in_all(self) -> None:
        found = pairs((2, 3, 10), (2, 2, 9), (3, 3, 8))
        self.assertEqual(list(zip(*_rows(score.greedy(found)))), [(2, 3)])
        self.assertEqual(list(zip(*_rows(score.optimal(found)))), [(2, 2), (3, 3)])

    def test_one_to_one_never_pairs_twice_and_optimal_is_no_worse(self) -> None:
        dice = random.Random(7)
        for _ in range(200):
            edges = {(dice.randrange(9), dice.randrange(9)): dice.gauss(0, 6) for _ in range(25)}
            order = sorted(edges.items(), key=lambda edge: -edge[1])
            found = pairs(*[(a, b, bits) for (a, b), bits in order])
            gains = []
            for way in (score.greedy, score.optimal):
                kept = way(found)
                for side in _rows(kept):
                    self.assertEqual(len(side), len(set(side)))
                gains.append(np.logaddexp2(0, kept.bits).sum())
            self.assertGreaterEqual(gains[1], gains[0] - 1e-9)

    def test_true_pairs_are_counted_over_persons_that_stand_several_times(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "a.truth.csv"
            file.write_text("row,person\n2,x\n3,y\n4,x\n5,x\n")
            self.assertEqual(score.read_truth(file, None).pairs, 3)
            self.assertEqual(score.read_truth(file, file).pairs, 10)


class Running(unittest.TestCase):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)
        self.addCleanup(setattr, sets, "LISTS", sets.LISTS)
        self.addCleanup(setattr, tools, "RUNS", tools.RUNS)
        sets.LISTS, tools.RUNS = self.folder, self.folder / "runs"
        self.program = self.folder / "goodoffices"
        self.program.write_text(STAND_IN)
        self.program.chmod(0o755)

    def run_on(self, each: sets.Set, lists: list) -> tuple[score.Pairs, score.Truth]:
        generate.write(lists, self.folder / each.name, full_name=False)
        for letter in each.letters:
            target = self.folder / each.name / "nossn" / f"{letter}.csv"
            target.parent.mkdir(exist_ok=True)
            with (self.folder / each.name / f"{letter}.csv").open(newline="") as file:
                rows = list(csv.DictReader(file))
            with target.open("w", newline="") as file:
                out = csv.DictWriter(file, sets.COLUMNS["nossn"], extrasaction="ignore")
                out.writeheader()
                out.writerows(rows)
        asked = tools.Measurement(each, "nossn", None)
        run = tools.goodoffices(self.program, asked, one_to_one=False)
        self.assertGreater(run.cost.cpu, 0)
        self.assertLess(run.cost.peak_mib, 60)
        truth = score.read_truth(*each.truth(), *([None] if each.lists == 1 else []))
        return score.read_pairs(run.pairs, one_list=each.lists == 1), truth

    def test_two_lists(self) -> None:
        each = sets.Set("two", 2, 300)
        found, truth = self.run_on(each, generate.match(300, 0.5, 1))
        self.assertEqual(truth.pairs, 150)
        own = score.own(found, truth)
        self.assertEqual(own.precision, 1)
        self.assertGreater(own.recall, 0.1)
        self.assertGreater(score.best(found, truth).f1, 0.2)

    def test_one_list(self) -> None:
        each = sets.Set("one", 1, 300)
        found, truth = self.run_on(each, generate.dedupe(300, 0.3, 1))
        self.assertTrue((found.left < found.right).all())
        self.assertEqual(score.own(found, truth).precision, 1)

    def test_a_failing_program_is_no_result(self) -> None:
        self.program.write_text("#!/bin/sh\nexit 3\n")
        asked = tools.Measurement(sets.Set("two", 2, 300), "nossn", None)
        with self.assertRaises(Exception):
            tools.goodoffices(self.program, asked, one_to_one=False)


class Generating(unittest.TestCase):
    def test_the_same_seed_gives_the_same_lists(self) -> None:
        self.assertEqual(generate.match(50, 0.5, 3), generate.match(50, 0.5, 3))
        self.assertNotEqual(generate.match(50, 0.5, 3), generate.match(50, 0.5, 4))

    def test_sizes_and_overlap_are_as_asked(self) -> None:
        first, second = generate.match(200, 0.25, 5)
        self.assertEqual((len(first), len(second)), (200, 200))
        self.assertEqual(len({n for n, _ in first} & {n for n, _ in second}), 50)
        (alone,) = generate.dedupe(200, 0.2, 5)
        self.assertEqual((len(alone), len({number for number, _ in alone})), (200, 160))


def _rows(kept: score.Pairs) -> tuple[list[int], list[int]]:
    return kept.left.tolist(), kept.right.tolist()


if __name__ == "__main__":
    unittest.main()
