"""Blind overlap: what OpenMined's PSI costs for lists of the same length, beside our own bench.

    target/linkage-benchmark/venv/bin/python benchmarks/linkage/overlap.py [--ours]

Both sides together, in processor seconds: each has its own key, half the names are in common, and
the result is checked. The peer gives one key a name and works on one thread; `--ours` runs
`cargo bench -p linkage --bench overlap`, which says what it counts, once with each backend of
curve25519-dalek: AVX2, which every build has, and AVX-512 IFMA, which is chosen at run time where
the build has it and the processor as well.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
from pathlib import Path

from measure import apart
from places import HERE, PYTHON, REPOSITORY, RESULTS, RUNS

SIZES = (8_000, 100_000)

BACKENDS = {"simd": "AVX2", "avx512": "AVX-512 IFMA where the processor has it"}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--ours", action="store_true")
    parser.add_argument("--repeat", type=int, default=2, help="runs; the cheapest is kept")
    parser.add_argument("--out", type=Path, default=RESULTS / "overlap.md")
    options = parser.parse_args()
    lines = [
        "| names a side | OpenMined PSI 2.0.6 | CPU s | wall s (load) | peak MiB | bytes sent |",
        "|---:|---|---:|---:|---:|---:|",
    ]
    for names in SIZES:
        lines += [_line(names, structure, options.repeat) for structure in ("RAW", "GCS")]
    if options.ours:
        for backend, words in BACKENDS.items():
            lines += ["", f"goodoffices, built with {words}:", "", "```", _ours(backend), "```"]
    text = "\n".join(lines) + "\n"
    options.out.write_text(text)
    print(text)


def _ours(backend: str) -> str:
    command = ["cargo", "bench", "--quiet", "-p", "linkage", "--bench", "overlap", "--"]
    built = {
        "RUSTFLAGS": f'--cfg curve25519_dalek_backend="{backend}"',
        "CARGO_TARGET_DIR": str(REPOSITORY / "target" / f"overlap-{backend}"),
    }
    run = subprocess.run(
        [*command, *map(str, SIZES)],
        cwd=REPOSITORY,
        check=True,
        env={**os.environ, **built},
        stdout=subprocess.PIPE,
        text=True,
    )
    return run.stdout.strip()


def _line(names: int, structure: str, repeat: int) -> str:
    folder = RUNS / f"psi-{names}-{structure}"
    folder.mkdir(parents=True, exist_ok=True)
    command = [PYTHON, HERE / "peers" / "run_psi.py", "--names", names, "--structure", structure]
    command += ["--out", folder / "sizes.json", "--phases", folder / "phases.json"]
    runs = []
    for _ in range(repeat):
        cost = apart(command, folder / "cost.json")
        laps = json.loads((folder / "phases.json").read_text())
        runs.append((sum(lap["cpu"] for lap in laps if lap["name"] != "import"), cost))
    cpu, cost = min(runs, key=lambda run: run[0])
    sent = sum(json.loads((folder / "sizes.json").read_text()).values())
    return (
        f"| {names:,} | {structure} | {cpu:.2f} | {cost.wall:.1f} ({cost.load:.1f}) "
        f"| {cost.peak_mib:.0f} | {sent:,} |"
    )


if __name__ == "__main__":
    main()
