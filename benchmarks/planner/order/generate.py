"""Fresh least-exposure instances, in the form that the planner reads.

The kinds differ in what binds: `distinct` and `classes` as in the published set (few first handovers
bind); `level` has values about equal to costs, so that exposure binds all the way; `tight` has no more
stages than are needed and half the slack; `flat` has no tiers.

    python generate.py FOLDER [--seeds 2 3 4] [--sizes 20 50 100 200] [--kinds distinct classes]
"""

import argparse
import json
import pathlib
import random

# Of each party: share of its items in each tier, and about what one of the tier costs.
TIERS = {"A": [(0.4, 30), (0.3, 55), (0.3, 95)], "B": [(0.5, 10), (0.3, 22), (0.2, 45)]}
# By size: stages, the most of A and of B in one stage, slack.
STAGES = {20: (5, 2, 8, 6), 50: (8, 2, 8, 6), 100: (15, 2, 8, 6), 200: (12, 5, 17, 15), 400: (14, 8, 26, 15)}
KINDS = ("distinct", "classes", "level", "tight", "flat")


def shared(count, shares):
    """So many, divided by shares, the rest in the first."""
    parts = [int(count * share) for share in shares]
    parts[0] += count - sum(parts)
    return parts


def item(party, tier, base, kind, draw):
    if kind == "classes":
        return {"party": party, "tier": tier, "cost": base, "value": base * 3 // 2}
    cost = max(1, round(base * draw.uniform(0.5, 1.5) if kind == "flat" else base * draw.uniform(0.65, 1.35)))
    worth = draw.uniform(0.8, 1.25) if kind == "level" else draw.uniform(1.0, 2.2)
    return {"party": party, "tier": 0 if kind == "flat" else tier, "cost": cost, "value": max(1, round(cost * worth))}


def instance(kind, size, seed):
    draw = random.Random(f"{kind} {size} {seed}")
    stages, batch_a, batch_b, slack = STAGES[size]
    counts = {"A": size // 4, "B": size - size // 4}
    items = [
        item(party, tier, base, kind, draw)
        for party in "AB"
        for tier, ((_, base), count) in enumerate(
            zip(TIERS[party], shared(counts[party], [share for share, _ in TIERS[party]]))
        )
        for _ in range(count)
    ]
    if kind == "tight":
        stages = max(-(-counts["A"] // batch_a), -(-counts["B"] // batch_b))
        slack //= 2
    return {
        "name": f"les_{kind}_{size}_{seed}", "n": size, "seed": seed, "items": items,
        "T": stages, "bA": batch_a, "bB": batch_b, "ratio": 3, "slack": slack, "tierprec": True,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seeds", type=int, nargs="+", default=[2, 3, 4, 5])
    parser.add_argument("--sizes", type=int, nargs="+", default=[20, 50, 100, 200], choices=sorted(STAGES))
    parser.add_argument("--kinds", nargs="+", default=["distinct"], choices=KINDS)
    wanted = parser.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    for kind in wanted.kinds:
        for size in wanted.sizes:
            for seed in wanted.seeds:
                made = instance(kind, size, seed)
                (wanted.folder / f"{made['name']}.json").write_text(json.dumps(made))


if __name__ == "__main__":
    main()
