"""Runs the peers and goodoffices side by side and says how good and how costly each was.

    target/linkage-benchmark/venv/bin/python benchmarks/linkage/run.py --out NAME

Each tool is run up to three times, one run after the other, and of its runs the one with
the least processor time is kept, so that what else the machine did weighs least. Results go to
results/NAME.json and NAME.md, which are written anew after every measurement.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from dataclasses import asdict
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any, Callable, Final

import score
from places import REPOSITORY, RESULTS
from sets import FEBRL_SETS, GENERATED_SETS, SETS, Set
from tables import markdown
from tools import Measurement, Run, goodoffices, peer

PEERS: Final = ["splink", "recordlinkage"]
ONE_TO_ONE: Final = "goodoffices --one-to-one"
PACKAGES: Final = ["splink", "duckdb", "recordlinkage", "pandas", "numpy", "scipy"]
LONGEST: Final = {"recordlinkage": 100_000}
"""Above this a tool is not run: it keeps all compared pairs in memory, several columns of each."""


def main() -> None:
    """The command line."""
    options = _options()
    results: dict[str, Any] = {"machine": _machine(), "versions": _versions(options), "runs": []}
    options.out.parent.mkdir(parents=True, exist_ok=True)
    for each in _sets(options.sets):
        for run in measure_set(each, options):
            results["runs"].append(run)
            text = json.dumps(results, indent=1)
            options.out.with_suffix(".json").write_text(text + "\n")
            options.out.with_suffix(".md").write_text(markdown(results))
    print(markdown(results))


def measure_set(each: Set, options: argparse.Namespace) -> list[dict[str, Any]]:
    """All tools on one set, for each choice of fields."""
    rows = []
    seen: set[str] = set()
    for fields, rules in each.measurements:
        if options.fields and fields != options.fields:
            continue
        for tool in options.tools.split(","):
            ways = _ways(tool, each, options)
            # The blocking rules are the peers': goodoffices is run once for each choice of fields.
            asked = Measurement(each, fields, rules if tool in PEERS else None)
            for name, way in ways.items():
                if asked.rules is None and f"{fields} {name}" in seen:
                    continue
                seen.add(f"{fields} {name}")
                print(f"{each.name} {fields} {rules} {name}", file=sys.stderr, flush=True)
                runs = [way(asked) for _ in range(options.repeat or _often(each))]
                rows.append(_row(name, asked, min(runs, key=lambda run: run.linking_cpu)))
    return rows


def _sets(wanted: str) -> list[Set]:
    groups = {"febrl": FEBRL_SETS, "generated": GENERATED_SETS, "all": list(SETS.values())}
    return [
        each
        for name in wanted.split(",")
        for each in (groups[name] if name in groups else [SETS[name]])
    ]


def _often(each: Set) -> int:
    """How many runs: short ones vary most, and long ones take long."""
    return 3 if each.records < 16_000 else 2 if each.records < 100_000 else 1


def _ways(tool: str, each: Set, options: argparse.Namespace) -> dict[str, Callable[..., Run]]:
    """The ways in which a tool is run on a set, by the name in the table."""
    if each.records > LONGEST.get(tool, each.records):
        return {}
    if tool in PEERS:
        return {tool: lambda asked: peer(tool, asked)}
    program = options.goodoffices
    ways = {"goodoffices": lambda asked: goodoffices(program, asked, one_to_one=False)}
    if each.lists == 2:
        ways[ONE_TO_ONE] = lambda asked: goodoffices(
            program, asked, one_to_one=True
        )
    return ways


def _row(name: str, asked: Measurement, run: Run) -> dict[str, Any]:
    """One line of the results: the cost as measured, the quality as scored."""
    truth = score.read_truth(*asked.set.truth(), *([None] if asked.set.lists == 1 else []))
    pairs = score.read_pairs(run.pairs, one_list=asked.set.lists == 1)
    if name == ONE_TO_ONE:
        # The program tells of pairs that it did not choose, too: only what it chose is its answer.
        pairs = pairs.only(pairs.own.nonzero()[0])
    row = {
        "set": asked.set.name,
        "fields": asked.fields,
        "rules": asked.rules,
        "tool": name,
        "lists": asked.set.lists,
        "records": asked.set.records,
        "true_pairs": truth.pairs,
        "pairs": len(pairs),
        "best": asdict(score.best(pairs, truth)),
        "own": asdict(score.own(pairs, truth)),
        "greedy": None,
        "optimal": None,
        "own_greedy": None,
        "linking_cpu": run.linking_cpu,
        "linking_wall": run.linking_wall,
        **asdict(run.cost),
        "phases": run.phases,
    }
    if asked.set.lists == 2:
        greedy = score.greedy(pairs)
        row["greedy"] = asdict(score.best(greedy, truth))
        row["optimal"] = asdict(score.best(score.optimal(pairs), truth))
        row["own_greedy"] = asdict(score.own(greedy, truth))
    return row


def _machine() -> dict[str, Any]:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        model = next(line.split(":")[1].strip() for line in lines if "model name" in line)
    except (OSError, StopIteration):
        model = platform.processor()
    return {
        "date": date.today().isoformat(),
        "processor": model,
        "cores": os.cpu_count(),
        "python": platform.python_version(),
    }


def _versions(options: argparse.Namespace) -> dict[str, str]:
    versions = {name: version(name) for name in PACKAGES}
    if "goodoffices" in options.tools.split(","):
        said = subprocess.run(
            [options.goodoffices, "--version"], capture_output=True, text=True, check=True
        )
        versions["goodoffices"] = said.stdout.split()[-1]
    return versions


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--tools", default="splink,recordlinkage,goodoffices")
    groups = "febrl, generated, all, or any of " + ", ".join(SETS)
    parser.add_argument("--sets", default="febrl", help=groups)
    parser.add_argument("--fields", choices=["full", "nossn"], help="only these fields")
    parser.add_argument("--repeat", type=int, help="runs of each; fewer for long lists if not said")
    release = REPOSITORY / "target" / "release" / "goodoffices"
    parser.add_argument("--goodoffices", type=Path, default=release, help="the program")
    parser.add_argument("--out", type=Path, default="latest", help="without ending")
    options = parser.parse_args()
    if options.out.parent == Path():
        options.out = RESULTS / options.out
    return options


if __name__ == "__main__":
    main()
