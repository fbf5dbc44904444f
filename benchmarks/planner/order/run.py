"""Our search and the peers side by side on instances, one solver per process.

    cargo build --release -p planner --bench order   # once
    python run.py OURS FILE.json [FILE.json ...] [--seconds 120] [--peers highs cpsat]

OURS is the built benchmark (`target/release/deps/order-...`). Prints a table in Markdown: the least greatest
exposure in ten-thousandths, what is proved, and processor seconds.
"""

import argparse
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent / "peers"


def ours(program, file):
    told = subprocess.run([program, file], capture_output=True, text=True, check=True).stdout
    fields = told.strip().splitlines()[-1].split()
    return fields[1], fields[2], fields[3] == "yes", float(fields[5]) / 1000


def peer(name, file, seconds):
    command = [sys.executable, HERE / f"run_{name}.py", file, "--seconds", str(seconds)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    read = json.loads(next(line for line in told.splitlines() if line.startswith("{")))
    value = "none" if read["value"] is None else f"{read['value']:.2f}"
    return value, f"{read['bound']:.2f}", read["status"].upper() == "OPTIMAL", read["cpu"]


def row(name, who, found):
    value, bound, proved, cpu = found
    print(f"| {name} | {who} | {value} | {bound} | {'yes' if proved else 'no'} | {cpu:.2f} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("ours")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--peers", nargs="+", default=["highs", "cpsat"])
    wanted = parser.parse_args()
    print("| instance | by | value | bound | proved | CPU s |\n|---|---|---|---|---|---|")
    for file in wanted.files:
        name = pathlib.Path(file).stem
        row(name, "ours", ours(wanted.ours, file))
        for who in wanted.peers:
            row(name, who, peer(who, file, wanted.seconds))


if __name__ == "__main__":
    main()
