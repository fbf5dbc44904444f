"""What the benchmarks of packages share: ours and peers as processes of their own, and points compared."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
WORK = ROOT / "target" / "packages-benchmark"


def peer(script, *arguments):
    """One solver in a process of its own; nothing where it gives up or runs out of memory."""
    command = [sys.executable, str(HERE / script), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return json.loads(done.stdout) if done.returncode == 0 and done.stdout else None


def bench():
    """The crate's benchmark as a program, so that cargo is not measured with it."""
    command = ["cargo", "bench", "-q", "-p", "planner", "--bench", "packages", "--no-run"]
    command += ["--message-format=json"]
    told = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout
    artefacts = [json.loads(line) for line in told.splitlines() if line.startswith("{")]
    (program,) = {a["executable"] for a in artefacts if a.get("target", {}).get("name") == "packages"} - {None}
    # A copy, so that whoever builds meanwhile changes nothing.
    return shutil.copy(program, WORK / "program")


def measured(program, name, **settings):
    """One run of ours in a process of its own: what it prints, processor seconds, most memory in MB."""
    settings = {key: str(value) for key, value in settings.items()}
    child = subprocess.Popen([program, name], env=os.environ | settings, stdout=subprocess.PIPE, text=True)
    told = child.stdout.read()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, f"{name}: ours ended with {child.returncode}"
    # Not `ru_maxrss`: that counts what this process had when the child was made.
    most = re.search(r"most memory of the process: (\d+) kB", told)
    return told, used.ru_utime + used.ru_stime, int(most.group(1)) / 1024


def said(told, name):
    """What ours printed of a problem: packages, milliseconds, the same of all threads, points, proof."""
    line = re.compile(r"^(.+?)\s+(10\^\d+)\s+([\d.]+)\s+([\d.]+)\s+(\d+)\s+(.+)$")
    for match in filter(None, map(line.match, told.splitlines())):
        if match.group(1).strip() == name:
            packages, spent, processor, points, proof = match.groups()[1:]
            return packages, float(spent), float(processor), int(points), proof
    raise SystemExit(f"{name}: the benchmark of the crate said nothing of it")


def compared(mine, theirs):
    """Whether the same points were found, as far as both prove theirs."""
    theirs = [tuple(point) for point in theirs]
    if mine == theirs:
        return "same"
    shared = mine[: len(theirs)]
    if shared == theirs:
        return f"same for {len(theirs)} of {len(mine)}"
    return f"differs: {next((pair for pair in zip(mine, theirs) if pair[0] != pair[1]), 'in number')}"
