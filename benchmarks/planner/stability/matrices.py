"""The models of crates/planner/benches/stability.rs by matrices in numpy.

Peer of `planner::stability`: the matrix representation of solution concepts (Xu, Hipel and Kilgour
2009): 0-1 matrices of moves and of preferences, legal sequences by repeated products, stability by
comparing matrices. Prints the wall time and how many states are stable for all (Nash, GMR, SMR, SEQ)
under the textbook rule, to be compared with what the Rust benchmark prints.

    python matrices.py [OPTIONS MAKERS]...
"""

import sys
import time

import numpy as np


def levels(maker: int, states: int) -> np.ndarray:
    """How good each state is: the greater the better."""
    count = states // 4
    state = np.arange(1, states + 1, dtype=np.uint64)
    mixed = (state + np.uint64(maker * 7919)) * np.uint64(2654435761) % np.uint64(4294967291)
    return count - (mixed % np.uint64(count)).astype(np.int64)


def moves(maker: int, options: int, makers: int) -> np.ndarray:
    """Who lists its options one after another; the first cannot be left."""
    own = [[o for o in range(options) if o % makers == m] for m in range(makers)]
    begin = sum(len(o) for o in own[:maker])
    bits = [1 << (begin + k) for k in range(len(own[maker]))]
    states = 1 << options
    matrix = np.zeros((states, states), dtype=bool)
    for change in range(1, 1 << len(bits)):
        flip = sum(bit for k, bit in enumerate(bits) if change >> k & 1)
        start = np.arange(states)
        end = start ^ flip
        allowed = ~((start & bits[0] != 0) & (end & bits[0] == 0))
        matrix[start[allowed], end[allowed]] = True
    return matrix


def product(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return (a.astype(np.float32) @ b.astype(np.float32)) > 0


def legal(matrices: list[np.ndarray]) -> np.ndarray:
    """States reached by sequences in which nobody moves twice in a row."""
    last = [m.copy() for m in matrices]
    while True:
        more = []
        for k, matrix in enumerate(matrices):
            others = np.zeros_like(matrix)
            for j, reached in enumerate(last):
                if j != k:
                    others |= reached
            more.append(last[k] | product(others, matrix))
        if all((a == b).all() for a, b in zip(more, last)):
            return np.logical_or.reduce(last)
        last = more


def stable(options: int, makers: int) -> list[int]:
    states = 1 << options
    level = [levels(m, states) for m in range(makers)]
    matrix = [moves(m, options, makers) for m in range(makers)]
    better = [lv[None, :] > lv[:, None] for lv in level]
    gaining = [m & b for m, b in zip(matrix, better)]
    all_stable = np.ones((4, states), dtype=bool)
    for i in range(makers):
        others = [j for j in range(makers) if j != i]
        responses = legal([matrix[j] for j in others])
        by_gain = legal([gaining[j] for j in others])
        worse = ~better[i]
        # unanswered[s, z]: z is no better than s, and nothing that i can answer to z is better.
        unanswered = worse & ~product(better[i], matrix[i].T)
        nash = ~gaining[i].any(axis=1)
        found = [nash]
        for reached, sanction in ((responses, worse), (responses, unanswered), (by_gain, worse)):
            sanctioned = product(sanction, reached.T)
            found.append(~(gaining[i] & ~sanctioned).any(axis=1))
        all_stable &= np.array(found)
    return [int(row.sum()) for row in all_stable]


def main() -> None:
    asked = [int(a) for a in sys.argv[1:]] or [8, 4, 12, 4]
    for options, makers in zip(asked[::2], asked[1::2]):
        begun = time.perf_counter()
        found = stable(options, makers)
        took = time.perf_counter() - begun
        print(f"{1 << options} states, {makers} decision makers: {took * 1000:.1f} ms, {found}")


if __name__ == "__main__":
    main()
