"""Ours and the peers on the same problems, one solver a process.

cargo build --release is not needed: this runs the benchmark of the crate, which writes the problems.

python run.py [--seconds 600] [--only PART_OF_A_NAME] [--additive-up-to 1000000] [--out results/latest.md]

Points are compared one by one: a peer that finds others than ours is named, with the first difference.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
WORK = ROOT / "target" / "packages-benchmark"


def ours(only, seconds):
    """Runs the crate's benchmark; gives for each problem milliseconds, points and proof."""
    for old in WORK.glob("*.json"):
        old.unlink()
    command = ["cargo", "bench", "-q", "-p", "planner", "--bench", "packages", "--", only]
    environment = {"PACKAGES_WRITE": str(WORK), "PACKAGES_SECONDS": str(seconds)}
    import os

    told = subprocess.run(
        command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=True
    ).stdout
    line = re.compile(r"^(.+?)\s+(10\^\d+)\s+([\d.]+)\s+(\d+)\s+(.+)$")
    found = {}
    for text in told.splitlines():
        match = line.match(text)
        if match:
            name, packages, spent, points, proof = match.groups()
            found[name.strip()] = (packages, float(spent), int(points), proof)
    return found


def peer(script, *arguments):
    """One solver in a process of its own; nothing where it gives up or runs out of memory."""
    command = [sys.executable, str(HERE / script), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return json.loads(done.stdout) if done.returncode == 0 and done.stdout else None


def compared(mine, theirs):
    """Whether the same points were found, as far as both prove theirs."""
    theirs = [tuple(point) for point in theirs]
    if mine == theirs:
        return "same"
    shared = mine[: len(theirs)]
    if shared == theirs:
        return f"same for {len(theirs)} of {len(mine)}"
    return f"differs: {next((a, b) for a, b in zip(mine, theirs) if a != b)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--only", default="")
    parser.add_argument("--additive-up-to", type=int, default=1_000_000)
    parser.add_argument("--out", default=str(HERE / "results" / "latest.md"))
    options = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    found = ours(options.only, options.seconds)
    rows = ["| problem | packages | points | ours, ms | proof | peer, s | ratio | points of both |", "|---|---|---|---|---|---|---|---|"]
    for name, (packages, spent, points, proof) in found.items():
        if "cliques" in name:
            continue
        file = WORK / (re.sub("[ :,]", "-", name) + ".json")
        problem = json.loads(file.read_text())
        outcomes = 1
        for count in problem["options"]:
            outcomes *= count
        told = None
        if len(problem["profiles"]) == 2 and name.startswith("additive"):
            if outcomes <= options.additive_up_to:
                told = peer("negmas_frontier.py", file)
        elif len(problem["profiles"]) == 2:
            told = peer("cpsat.py", file, options.seconds)
        if told is None:
            rows.append(f"| {name} | {packages} | {points} | {spent:.3f} | {proof} | | | |")
        else:
            mine = [tuple(point) for point in problem["points"]]
            more = "" if told.get("proved", True) else " (stopped)"
            memory = f", {told['megabytes']:.0f} MB" if "megabytes" in told else ""
            ratio = told["seconds"] * 1000 / spent
            rows.append(
                f"| {name} | {packages} | {points} | {spent:.3f} | {proof} | {told['seconds']:.1f}{more}{memory} "
                f"| {ratio:,.0f}{'+' if more else ''} | {compared(mine, told['points'])} |"
            )
        print(rows[-1], flush=True)
    out = pathlib.Path(options.out)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
