"""Ours and the peers on the same problems, one solver a process.

cargo build --release is not needed: this runs the benchmark of the crate, which writes the problems.
Of the public domains of GENIUS only those are run that pip fetches (`domains.py`).

python run.py [--seconds 600] [--only PART_OF_A_NAME] [--additive-up-to 1000000] [--out results/latest.md]

Points are compared one by one: a peer that finds others than ours is named, with the first difference.
"""

import argparse
import json
import math
import pathlib
import re
import subprocess

import public
from peers import HERE, WORK, bench, compared, measured, peer, said


def names(program):
    """The drawn problems that the crate's benchmark measures, without those of the second method."""
    listed = subprocess.run([program, "--list"], capture_output=True, text=True, check=True).stdout
    return [name for name in listed.splitlines() if "cliques" not in name]


def ours(program, name, seconds):
    """One problem in a process of its own: what was said of it, and the most memory."""
    told, _, most = measured(program, name, PACKAGES_WRITE=WORK, PACKAGES_SECONDS=seconds)
    return said(told, name), most


def row(program, name, options):
    """Ours on one drawn problem, and the peer that can do it."""
    (packages, spent, processor, points, proof), most = ours(program, name, options.seconds)
    start = f"| {name.removesuffix(', issues')} | {packages} | {points} "
    start += f"| {spent:.3f} | {processor:.3f} | {most:.0f} | {proof} "
    file = WORK / (re.sub("[ :,]", "-", name) + ".json")
    problem = json.loads(file.read_text())
    told = None
    if len(problem["profiles"]) == 2 and name.startswith("additive"):
        if math.prod(problem["options"]) <= options.additive_up_to:
            told = peer("negmas_frontier.py", file)
    elif len(problem["profiles"]) == 2:
        told = peer("cpsat.py", file, options.seconds)
    if told is None:
        return start + "| | | | |"
    mine = [tuple(point) for point in problem["points"]]
    more = "" if told.get("proved", True) else " (stopped)"
    memory = f", {told['megabytes']:.0f} MB" if "megabytes" in told else ""
    ratio = told["cpu"] * 1000 / processor
    return (
        f"{start}| {told['seconds']:.1f}{more}{memory} | {told['cpu']:.1f} "
        f"| {ratio:,.0f}{'+' if more else ''} | {compared(mine, told['points'])} |"
    )


def rows(program, options):
    """The tables, a row at a time: drawn problems, rules without a frontier, public domains."""
    drawn = [name for name in names(program) if options.only in name]
    yield "| problem | packages | points | ours, ms | CPU ms | MB | proof | peer, s | peer, CPU s | ratio of CPU | points of both |"
    yield "|---|---|---|---|---|---|---|---|---|---|---|"
    yield from (row(program, name, options) for name in drawn if not name.startswith("rules"))
    yield ""
    yield "| rules without a frontier | CPU s | MB | said |"
    yield "|---|---|---|---|"
    for name in drawn:
        if name.startswith("rules"):
            told, spent, most = measured(program, name, PACKAGES_SECONDS=options.seconds)
            (proof,) = (line.partition(" ms ")[2].strip() for line in told.splitlines() if line.startswith(name))
            yield f"| {name.removeprefix('rules: ')} | {spent:.2f} | {most:.0f} | {proof} |"
    yield ""
    yield from public.rows(program, options.only, options.seconds)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--only", default="")
    parser.add_argument("--additive-up-to", type=int, default=1_000_000)
    parser.add_argument("--program", help="the benchmark of the crate, if it is built already")
    parser.add_argument("--out", default=str(HERE / "results" / "latest.md"))
    options = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    written = []
    for line in rows(options.program or bench(), options):
        print(line, flush=True)
        written.append(line)
    out = pathlib.Path(options.out)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("\n".join(written) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
