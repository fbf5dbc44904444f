"""How each tool is called on a set, and which of its time is its linking.

Every tool leaves `left_row,right_row,bits,probability` in a file: rows as a spreadsheet numbers
them (the header is row 1), bits the logarithm to base 2 of the odds.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from measure import Cost, apart
from places import HERE, PYTHON, RUNS
from sets import Fields, Rules, Set

AROUND = {"import", "read", "write"}
"""The phases of a peer's run that are not its linking."""


@dataclass(frozen=True)
class Run:
    """One run: what it cost as a whole, what its linking alone cost, and where its pairs are."""

    cost: Cost
    linking_cpu: float
    linking_wall: float
    pairs: Path
    phases: list[dict[str, Any]]


@dataclass(frozen=True)
class Measurement:
    """What one tool is asked to do once."""

    set: Set
    fields: Fields
    rules: Rules | None

    def folder(self, tool: str) -> Path:
        """Where the files of this run go."""
        name = "-".join([self.set.name, self.fields, *([self.rules] if self.rules else []), tool])
        folder = RUNS / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def peer(tool: str, asked: Measurement) -> Run:
    """Splink or recordlinkage, by the program under peers/."""
    folder = asked.folder(tool)
    pairs, phases = folder / "pairs.csv", folder / "phases.json"
    command = [PYTHON, HERE / "peers" / f"run_{tool}.py", *asked.set.given(asked.fields)]
    command += ["--fields", asked.fields, "--rules", asked.rules]
    cost = apart([*command, "--pairs", pairs, "--phases", phases], folder / "cost.json")
    laps = json.loads(phases.read_text())
    linking = [lap for lap in laps if lap["name"] not in AROUND]
    cpu, wall = (sum(lap[key] for lap in linking) for key in ("cpu", "wall"))
    return Run(cost, cpu, wall, pairs, laps)


def goodoffices(program: Path, asked: Measurement, one_to_one: bool) -> Run:
    """The program of this repository; all of its time counts, starting and reading included."""
    folder = asked.folder("goodoffices-one-to-one" if one_to_one else "goodoffices")
    pairs = folder / "pairs.csv"
    task = "match" if asked.set.lists == 2 else "dedupe"
    command = [program, task, *asked.set.given(asked.fields), "--pairs", pairs]
    command += ["--one-to-one"] if one_to_one else []
    cost = apart(command, folder / "cost.json")
    return Run(cost, cost.cpu, cost.wall, pairs, [])
