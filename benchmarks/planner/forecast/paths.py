"""The plans of crates/planner/benches/forecast.rs by vectorised random paths in numpy.

Peer of the exact forecast: the same laws, a million paths at once, each stage a few array
operations. Prints the wall time and the share that completes with its standard error, to be compared
with the exact chance that the Rust benchmark prints.

    python paths.py [PATHS]
"""

import sys
import time

import numpy as np

ON_TIME, BREACH, RESUME, GIVE_UP = 0.9, 0.02, 0.45, 14
SILENCE, SILENT_RESUME, SILENT_GIVE_UP = 0.2, 0.15, 21
TEMPTATION, REPLACED, REPLACING_DAYS = 1.5, 0.8, 2
ITEMS, DELIVERABLE = 50, 0.999


def breach(stage: int) -> float:
    """The daily chance of a breach at a stage: each of two parties has an equal part in it."""
    part = 1 - (1 - BREACH) ** 0.5
    none = 1.0
    for share in ((stage % 5 * 6 - 20) / 100, -(stage % 3) * 10 / 100):
        none *= 1 - min(1.0, part * np.exp(TEMPTATION * share))
    return 1 - none


def paths(stages: int, tolerated: int, count: int, rng: np.random.Generator) -> tuple[float, float]:
    """The share of paths that complete, and their mean delay."""
    alive = np.ones(count, dtype=bool)
    delay = np.zeros(count)
    for stage in range(stages):
        beta = breach(stage)
        undeliverable = rng.binomial(ITEMS, 1 - DELIVERABLE, count)
        replaced = rng.binomial(undeliverable, REPLACED)
        alive &= undeliverable - replaced <= tolerated
        delay += np.where(replaced > 0, REPLACING_DAYS, 0)
        late = rng.random(count) >= ON_TIME
        silent = rng.random(count) < SILENCE
        resume = np.where(silent, SILENT_RESUME, RESUME)
        most = np.where(silent, SILENT_GIVE_UP, GIVE_UP)
        # A late stage ends on the first day on which something happens: a breach, else a resumption.
        with np.errstate(divide="ignore"):
            ends = 1 - (1 - beta) * (1 - resume)
            days = np.ceil(np.log1p(-rng.random(count)) / np.log1p(-ends))
        breached = rng.random(count) < beta / ends
        alive &= ~late | ((days <= most) & ~breached)
        delay += np.where(late, days, 0)
    return float(alive.mean()), float(delay[alive].mean()) if alive.any() else float("nan")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    for stages in (4, 12, 52, 200):
        for tolerated in (0, 3):
            best = float("inf")
            for round_ in range(3):
                begun = time.perf_counter()
                share, _ = paths(stages, tolerated, count, np.random.default_rng(round_))
                best = min(best, time.perf_counter() - begun)
            error = (share * (1 - share) / count) ** 0.5
            print(
                f"{count} paths: {stages} stages of 50 items, {tolerated} may be missing: "
                f"{best * 1000:.0f} ms, {share:.6f} (standard error {error:.6f})"
            )


if __name__ == "__main__":
    main()
