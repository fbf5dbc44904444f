"""Runs a command and says what it cost: processor time with its children, wall time, peak memory.

    python3 measure.py OUT.json COMMAND [ARGUMENT…]

A process of its own, and of the standard library alone, for a reason: Linux counts towards the
peak of a new program the memory that its parent held when it started it. Started from here that
is about ten MiB; started from the scorer it would be as much as the scorer has loaded.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """Seconds of processor time (user and system, children included), of wall time; peak MiB."""

    cpu: float
    wall: float
    peak_mib: float
    load: float
    """The machine's load when the run began: wall time means little where others work."""


def run(command: list[str]) -> Cost:
    """Runs the command to its end; a failure is raised with what it said last."""
    load = os.getloadavg()[0]
    began = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        assert process.stdout
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        last = said.decode(errors="replace")[-2000:]
        raise RuntimeError(f"{command[0]} ended with {process.returncode}:\n{last}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, load)


def apart(command: list[str], out: Path) -> Cost:
    """The same from a small process, as said above; the cost is also left in `out`."""
    command = [str(part) for part in command]
    subprocess.run([sys.executable, "-S", "-E", __file__, str(out), *command], check=True)
    return Cost(**json.loads(out.read_text()))


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(asdict(run(sys.argv[2:]))) + "\n")
