"""What each phase of a peer's run cost: processor seconds, wall seconds, peak memory so far."""

from __future__ import annotations

import json
import os
import resource
import time
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Phase:
    """One phase: seconds of processor time (children included) and of wall time; MiB at its end."""

    name: str
    cpu: float
    wall: float
    peak_mib: float


class Phases:
    """A stopwatch with laps. Made before anything heavy is imported."""

    def __init__(self) -> None:
        self._laps: list[Phase] = []
        self._cpu = 0.0  # from the start of the process, so that the interpreter counts too
        self._wall = time.monotonic()

    def end(self, name: str) -> None:
        """Ends the present phase under this name and begins the next."""
        cpu, wall = _processor(), time.monotonic()
        self._laps.append(Phase(name, cpu - self._cpu, wall - self._wall, _peak()))
        self._cpu, self._wall = cpu, wall

    def save(self, path: Path) -> None:
        """Writes the laps as JSON."""
        path.write_text(json.dumps([asdict(lap) for lap in self._laps], indent=1) + "\n")


def _processor() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
