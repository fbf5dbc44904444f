"""Names across scripts: how often the common ways find the right spelling, on pairs held out.

    python3 names.py DIRECTORY [--aside] [--ours]

DIRECTORY holds name pairs: a Latin name, a tab, the native spelling, one pair a line. With
`--ours` the program's own measurement is run on the same directory and printed below:
`cargo run --release -p linkage --example evaluate -- DIRECTORY`.

**The split** is that of the program's own measurement (`examples/evaluate.rs`): a pair is set aside
if the hash of its native spelling leaves no remainder on division by three; training also does
without every Latin spelling of a pair set aside. The hash is FNV-1a, stirred. The program brings
names into a normal form first, of which only the common part is done here (lower case, no marks),
so a few pairs differ; with `--aside` the files hold the pairs set aside and nothing is chosen. The
baselines learn nothing; they are measured on these pairs because the learnt one is.

**Finding a token.** Up to 1,000 different Latin tokens, in the order of their hash, against all
native tokens set aside. A query counts by the share of right spellings among those that share the
first place: ties are neither luck nor loss. Hebrew tokens come from full names with as many words
on both sides, word by word.

**Full names.** 1,500 pairs are the true ones; for each, two false ones: its Latin name with the
native name that follows in the order of hashes, and with the next native name that shares its
first word, where there is one. F1 at the best threshold.

**Linking by name alone.** 4,000 Latin names against 4,000 native names, 978 in common, every name
against every name; F1 at the best threshold, then after greedy one-to-one pairing.
"""

from __future__ import annotations

import argparse
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Iterable, Iterator

import numpy as np
from rapidfuzz.process import cdist

import score
from places import REPOSITORY
from spellings import Method, methods, unmarked

Pair = tuple[str, str]

ONE_IN: Final = 3
QUERIES: Final = 1000
TRUE_NAMES: Final = 1500
LISTED: Final = 4000
COMMON: Final = 978
LEAST: Final = 0.5
"""Pairs less alike than this are not kept in linking; the best thresholds lie far above."""


@dataclass(frozen=True)
class Found:
    """How often the right spelling came first, and was among the first five."""

    queries: int
    candidates: int
    first: float
    five: float


def fnv1a(text: str) -> int:
    """FNV-1a, 64 bits, of the UTF-8 bytes (Fowler, Noll, Vo; draft-eastlake-fnv).

    >>> hex(fnv1a("a"))
    '0xaf63dc4c8601ec8c'
    """
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 % (1 << 64)
    return value


def place(text: str) -> int:
    """FNV-1a, its bits stirred once more: the low ones alone hang together."""
    value = fnv1a(text)
    return ((value ^ (value >> 31)) * 0xD6E8FEB86659FD93) % (1 << 64) >> 33


def held_out(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs that no training may see, each once, in the order of the hash of the Latin side."""
    kept = {pair for pair in pairs if place(pair[1]) % ONE_IN == 0}
    return in_order(kept)


def in_order(pairs: Iterable[Pair]) -> list[Pair]:
    """In the order in which queries are drawn."""
    return sorted(set(pairs), key=lambda pair: (place(pair[0] + "?"), pair))


def read(path: Path) -> list[Pair]:
    """The pairs of a file; a line without exactly one tab is passed over."""
    lines = (line.split("\t") for line in path.read_text().splitlines())
    return [(line[0].strip(), line[1].strip()) for line in lines if len(line) == 2]


def tokens(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Word by word, where both sides have as many words; single letters are no names."""
    for latin, native in pairs:
        left, right = (unmarked(side).lower().split() for side in (latin, native))
        if len(left) == len(right):
            yield from (pair for pair in zip(left, right) if min(map(len, pair)) > 1)


def find(pairs: list[Pair], method: Method) -> Found:
    """Every query against every candidate."""
    right: dict[str, set[str]] = {}
    for latin, native in pairs:
        right.setdefault(latin, set()).add(native)
    candidates = sorted({native for _, native in pairs})
    number = {native: at for at, native in enumerate(candidates)}
    keys = [method.key(native) for native in candidates]
    queries = list(right)[:QUERIES]
    first = five = 0.0
    for query in queries:
        likeness = cdist([method.key(query)], keys, scorer=method.likeness, dtype=np.float32)[0]
        own = likeness[[number[native] for native in right[query]]]
        above = int((likeness > own.max()).sum())
        level = int((likeness == own.max()).sum())
        good = int((own == own.max()).sum())
        first += good / level if above == 0 else 0.0
        # The chance that none of the good ones is among the places left, drawn at random.
        five += 1.0 - _none(level, good, max(0, 5 - above))
    return Found(len(queries), len(candidates), first / len(queries), five / len(queries))


def _none(level: int, good: int, places: int) -> float:
    """The chance that so many draws from a level hold none of its good ones."""
    chance = 1.0
    for drawn in range(min(places, level)):
        chance *= max(0, level - good - drawn) / (level - drawn)
    return chance


def full_names(pairs: list[Pair], method: Method) -> tuple[float, int, int]:
    """F1 of telling true pairs of full names from false ones; how many of each."""
    true = _of_several_words(pairs)[:TRUE_NAMES]
    by_word: dict[str, list[str]] = {}
    for _, native in true:
        by_word.setdefault(native.split()[0], []).append(native)
    false: list[Pair] = []
    known = set(true)
    for at, (latin, native) in enumerate(true):
        false.append((latin, true[(at + 1) % len(true)][1]))
        same = by_word[native.split()[0]]
        false.append((latin, same[(same.index(native) + 1) % len(same)]))
    false = [pair for pair in dict.fromkeys(false) if pair not in known]
    score = lambda pair: method.likeness(method.key(pair[0]), method.key(pair[1]))  # noqa: E731
    ranked = sorted([(score(pair), True) for pair in true] + [(score(p), False) for p in false])
    ranked.reverse()
    best, hits = 0.0, 0
    for at, (value, right) in enumerate(ranked, 1):
        hits += right
        if at == len(ranked) or ranked[at][0] != value:
            best = max(best, 2 * hits / (at + len(true)))
    return best, len(true), len(false)


def _of_several_words(pairs: list[Pair]) -> list[Pair]:
    return [pair for pair in pairs if " " in pair[0] and " " in pair[1]]


def link(pairs: list[Pair], method: Method) -> tuple[str, float, float]:
    """What was linked, in words, and the best F1 of it: raw, and one-to-one."""
    true = _of_several_words(pairs)[: 2 * LISTED - COMMON]
    start = max(0, len(true) - LISTED)
    length = len(true) - start
    left = [method.key(latin) for latin, _ in true[:length]]
    right = [method.key(native) for _, native in true[start:]]
    alike = cdist(left, right, scorer=method.likeness, dtype=np.float32, score_cutoff=LEAST)
    rows, columns = np.nonzero(alike)
    # Rows as in a list with a header; the person is the number of the pair.
    found = score.Pairs(rows + 2, columns + 2, alike[rows, columns], alike[rows, columns] > 0)
    found = found.only(np.lexsort((found.right, found.left, -found.bits)))
    persons = [np.concatenate([[-1, side], np.arange(length) + shift])
               for side, shift in ((-1, 0), (-2, start))]  # fmt: skip
    truth = score.Truth(persons[0], persons[1], length - start)
    what = f"{length} against {length}, {length - start} common"
    return what, score.best(found, truth).f1, score.best(score.greedy(found), truth).f1


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("directory", type=Path)
    parser.add_argument("--aside", action="store_true", help="the files hold what was set aside")
    parser.add_argument("--ours", action="store_true", help="run the program's own measurement")
    options = parser.parse_args()
    chosen = in_order if options.aside else held_out
    for path in sorted(options.directory.glob("*.tsv")):
        pairs = read(path)
        full = "full" in path.name
        single = chosen(tokens(pairs))
        print(f"\n## {path.name}: {len(single)} held-out pairs of tokens\n")
        columns = "| method | queries | candidates | first | among five |"
        print(columns + (" full names, best F1 | by name alone, F1 raw / 1-1 |" if full else ""))
        print("|---|---:|---:|---:|---:|" + ("---|---|" if full else ""))
        for method in methods():
            found = find(single, method)
            told = ""
            if full:
                best, true, false = full_names(chosen(pairs), method)
                what, raw, paired = link(chosen(pairs), method)
                told = (
                    f" {best:.3f} ({true} true, {false} false) "
                    f"| {raw:.3f} / {paired:.3f} ({what}) |"
                )
            print(
                f"| {method.name} | {found.queries} | {found.candidates} "
                f"| {found.first:.3f} | {found.five:.3f} |{told}",
                flush=True,
            )
    if options.ours:
        command = ["cargo", "run", "--release", "--quiet", "-p", "linkage", "--example", "evaluate"]
        subprocess.run([*command, "--", options.directory.resolve()], cwd=REPOSITORY, check=True)


if __name__ == "__main__":
    main()
