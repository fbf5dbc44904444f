"""What must not change when it ought not: the program run on the same lists told differently.

    target/linkage-benchmark/venv/bin/python benchmarks/linkage/stability.py --set febrl4

The same input gives the same bytes, on one thread or many; rows or columns in another order, or
the lists exchanged, give the same pairs with the same bits; one-to-one pairs no row twice; a
further record that resembles nobody changes nothing but, slightly, what frequencies say. Compared
by the text of the numbers, not by nearness. Ends with 1 if a check fails.
"""

from __future__ import annotations

import argparse
import csv
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from places import REPOSITORY
from sets import SETS
from spoil import Dice

Rows = list[list[str]]
"""A list: its header, then its rows."""
Found = dict[tuple[int, int], str]
"""Pairs of rows as a spreadsheet numbers them, with bits, probability and verdict as written."""

STRANGER: Final = {
    "given_name": "xyqqzo", "surname": "vwjjquux", "date_of_birth": "18010230",
    "postcode": "0000", "suburb": "qqxzzj", "street_number": "98765",
    "address_1": "zzyzx qwxj", "address_2": "jxqwz", "state": "zz", "soc_sec_id": "0000000",
}  # fmt: skip
SWAY: Final = 0.1
"""Bits by which one stranger among thousands may move a pair, through frequencies and EM."""


@dataclass
class Bench:
    """The program, a folder for its files, and what the checks found."""

    program: Path
    folder: Path
    failed: int = 0
    runs: int = 0

    def say(self, what: str, fault: str) -> None:
        """Prints one check; an empty fault is a pass."""
        self.failed += bool(fault)
        print(f"{'FAILED' if fault else 'ok':7} {what}{': ' + fault if fault else ''}", flush=True)

    def run(self, lists: list[Rows], *more: str, threads: int = 0) -> tuple[Found, bytes]:
        """The pairs that the program finds, and all the bytes that it wrote."""
        self.runs += 1
        files = [self.folder / f"{self.runs}-{letter}.csv" for letter in "ab"[: len(lists)]]
        for file, rows in zip(files, lists):
            with file.open("w", newline="") as out:
                csv.writer(out, lineterminator="\n").writerows(rows)
        pairs, told = self.folder / "pairs.csv", self.folder / "told.json"
        task = "match" if len(lists) == 2 else "dedupe"
        command = [self.program, task, *files, "--pairs", pairs, "--json", told, *more]
        environment = {**os.environ, **({"RAYON_NUM_THREADS": str(threads)} if threads else {})}
        done = subprocess.run(command, capture_output=True, env=environment, check=False)
        if done.returncode != 0:
            raise RuntimeError(done.stderr.decode(errors="replace")[-2000:])
        # The file names differ from run to run and may be told; nothing else may differ.
        written = told.read_bytes()
        for file, letter in zip(files, "ab"):
            written = written.replace(str(file).encode(), letter.encode())
            written = written.replace(file.name.encode(), letter.encode())
        return _read(pairs), pairs.read_bytes() + written


def _read(path: Path) -> Found:
    with path.open(newline="") as file:
        lines = csv.reader(file)
        next(lines)
        return {(int(line[0]), int(line[1])): ",".join(line[2:]) for line in lines}


def differences(expected: Found, found: Found) -> str:
    """In words, where two findings differ; empty if nowhere."""
    if expected == found:
        return ""
    lost, new = expected.keys() - found.keys(), found.keys() - expected.keys()
    other = [pair for pair in expected.keys() & found.keys() if expected[pair] != found[pair]]
    example = next(iter(sorted(lost)[:1] + sorted(new)[:1] + sorted(other)[:1]))
    return (
        f"{len(lost)} pairs gone, {len(new)} new, {len(other)} scored otherwise; "
        f"first {example}: {expected.get(example)} against {found.get(example)}"
    )


def shuffled_rows(rows: Rows, dice: Dice) -> tuple[Rows, list[int]]:
    """The list with its rows in another order, and for each new row number the old one."""
    order = dice.shuffled(list(range(1, len(rows))))
    return [rows[0], *(rows[at] for at in order)], [0, 1, *(at + 1 for at in order)]


def shuffled_columns(rows: Rows, dice: Dice) -> Rows:
    """The list with its columns in another order."""
    order = dice.shuffled(list(range(len(rows[0]))))
    return [[row[at] for at in order] for row in rows]


def check(bench: Bench, lists: list[Rows]) -> None:
    """All checks, on one list or two."""
    dice = Dice(11)
    first, written = bench.run(lists)
    bench.say("something is found", "" if first else "no pair at all: the other checks say nothing")
    again = bench.run(lists)[1]
    bench.say("the same input, the same bytes", "" if again == written else "other bytes")
    alone = bench.run(lists, threads=1)[1]
    bench.say("one thread, the same bytes", "" if alone == written else "other bytes")
    _rows_and_columns(bench, lists, first, dice)
    _a_stranger(bench, lists, first)
    if len(lists) == 2:
        mirrored = bench.run(lists[::-1])[0]
        turned = {(left, right): value for (right, left), value in mirrored.items()}
        bench.say("lists exchanged", differences(first, turned))
        _one_to_one(bench, lists, dice)
        bench.run([lists[0], lists[1][:1]])
        bench.say("an empty list is no fault", "")


def _rows_and_columns(bench: Bench, lists: list[Rows], first: Found, dice: Dice) -> None:
    mixed = [shuffled_rows(rows, dice) for rows in lists]
    found = bench.run([rows for rows, _ in mixed])[0]
    bench.say("rows in another order", differences(first, _as_before(found, mixed)))
    columns = bench.run([shuffled_columns(rows, dice) for rows in lists])[0]
    bench.say("columns in another order", differences(first, columns))


def _as_before(found: Found, mixed: list[tuple[Rows, list[int]]]) -> Found:
    """Pairs of shuffled lists told by the rows before; in one list the smaller row first."""
    left, right = mixed[0][1], mixed[-1][1]
    pairs = {(left[a], right[b]): value for (a, b), value in found.items()}
    if len(mixed) == 2:
        return pairs
    return {(min(pair), max(pair)): value for pair, value in pairs.items()}


def _a_stranger(bench: Bench, lists: list[Rows], first: Found) -> None:
    stranger = [STRANGER.get(column, "") for column in lists[0][0]]
    found = bench.run([[*lists[0], stranger], *lists[1:]])[0]
    moved = [
        abs(float(first[pair].split(",")[0]) - float(found[pair].split(",")[0]))
        for pair in first.keys() & found.keys()
    ]
    worst = max(moved, default=0.0)
    changed = proposed(first) ^ proposed(found)
    fault = f"{len(changed)} proposals changed, bits moved by up to {worst:.4f}"
    bench.say(f"a stranger moves no pair by {SWAY} bits", fault if changed or worst > SWAY else "")


def proposed(found: Found) -> set[tuple[int, int]]:
    """The pairs that the program proposes; it may tell of others that it holds unlikely."""
    return {pair for pair, value in found.items() if value.rsplit(",", 1)[-1] in ("true", "1", "yes")}


def _one_to_one(bench: Bench, lists: list[Rows], dice: Dice) -> None:
    found = bench.run(lists, "--one-to-one")[0]
    sides = list(zip(*proposed(found)))
    twice = sum(len(side) - len(set(side)) for side in sides)
    bench.say("one-to-one pairs no row twice", f"{twice} rows twice" if twice else "")
    mixed = [shuffled_rows(rows, dice) for rows in lists]
    other = bench.run([rows for rows, _ in mixed], "--one-to-one")[0]
    bench.say("one-to-one, rows in another order", differences(found, _as_before(other, mixed)))
    turned = bench.run(lists[::-1], "--one-to-one")[0]
    mirror = {(left, right): value for (right, left), value in turned.items()}
    bench.say("one-to-one, lists exchanged", differences(found, mirror))


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--set", default="febrl4", choices=sorted(SETS))
    parser.add_argument("--fields", default="nossn", choices=["full", "nossn"])
    release = REPOSITORY / "target" / "release" / "goodoffices"
    parser.add_argument("--goodoffices", type=Path, default=release, help="the program")
    options = parser.parse_args()
    lists = []
    for path in SETS[options.set].given(options.fields):
        with path.open(newline="") as file:
            lists.append(list(csv.reader(file)))
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options.goodoffices, Path(folder))
        check(bench, lists)
    return 1 if bench.failed else 0


if __name__ == "__main__":
    sys.exit(main())
