"""What the benchmarks of packages share: ours and peers as processes of their own, and points compared."""

import json
import os
import pathlib
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
    return program


def measured(program, name, **settings):
    """One run of ours in a process of its own: what it prints, processor seconds, most memory in MB."""
    settings = {key: str(value) for key, value in settings.items()}
    child = subprocess.Popen([program, name], env=os.environ | settings, stdout=subprocess.PIPE, text=True)
    told = child.stdout.read()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, f"{name}: ours ended with {child.returncode}"
    return told, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def compared(mine, theirs):
    """Whether the same points were found, as far as both prove theirs."""
    theirs = [tuple(point) for point in theirs]
    if mine == theirs:
        return "same"
    shared = mine[: len(theirs)]
    if shared == theirs:
        return f"same for {len(theirs)} of {len(mine)}"
    return f"differs: {next((pair for pair in zip(mine, theirs) if pair[0] != pair[1]), 'in number')}"
