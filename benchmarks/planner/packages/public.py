"""Ours and CP-SAT on the public domains: what each costs, and every point compared.

`run.py` calls this. The frontier that is published with a domain is compared too: points of it that
ours has, points that ours has better (so that the published one is no frontier), and points below a
party's reservation, which are left out on our side as nobody would accept them. The ratio is of the
processor seconds of the frontiers: neither side's counts loading and reading.
"""

import json
import os

import domains
from peers import WORK, compared, measured, peer, said

HEAD = [
    "| domain | issues | terms | points | ours, CPU s | with reading | MB | CP-SAT, CPU s | finished | ratio | points of both | published |",
    "|---|---|---|---|---|---|---|---|---|---|---|---|",
]


def published(mine, theirs, floors):
    """How many points of a published frontier ours has, has better, and does not look at."""
    below = [point for point in theirs if any(u < floor for u, floor in zip(point, floors))]
    asked = [point for point in theirs if point not in below]
    same = [point for point in asked if point in mine]
    reached = lambda point: any(all(m >= u for m, u in zip(own, point)) for own in mine)
    worse = [point for point in asked if point not in mine and reached(point)]
    beyond = [point for point in asked if not reached(point)]
    missing = [own for own in mine if own not in theirs]
    told = f"{len(same)} same"
    told += f", {len(worse)} bettered by ours" if worse else ""
    told += f", {len(missing)} lack" if missing else ""
    told += f", {len(below)} nobody accepts" if below else ""
    return told + (f", **ours lacks {beyond}**" if beyond else "")


def ours(program, folder, name, seconds):
    """The frontier by the crate, from the files, in a process of its own: its points, whether they are
    proved, processor seconds of the frontier and of the whole process, most memory."""
    one = WORK / "one"
    one.mkdir(exist_ok=True)
    for old in one.iterdir():
        old.unlink()
    os.symlink(folder, one / name)
    settings = {"PACKAGES_READ": one, "PACKAGES_WRITE": WORK, "PACKAGES_SECONDS": seconds}
    # Once for the whole process, and again and again for the frontier, whose time is too short for one.
    _, spent, most = measured(program, f"public: {name}, issues", PACKAGES_ROUNDS=1, **settings)
    told, _, _ = measured(program, f"public: {name}, issues", **settings)
    _, _, frontier, _, proof = said(told, f"public: {name}, issues")
    file = WORK / f"public--{name}--issues.json"
    points = [tuple(point) for point in json.loads(file.read_text())["points"]]
    return points, proof == "exact", (frontier / 1000, spent), most


def rows(program, wanted, seconds):
    """The table, a row at a time."""
    yield from HEAD
    for name, folder in domains.fetched(WORK / "domains").items():
        if wanted not in f"public: {name}":
            continue
        problem, wholes = domains.problem(folder)
        file = WORK / f"{name}.json"
        file.write_text(json.dumps(problem), encoding="utf-8")
        mine, exact, (frontier, spent), most = ours(program, folder, name, seconds)
        theirs = peer("cpsat.py", file, seconds)
        terms = " and ".join(str(len(profile["terms"])) for profile in problem["profiles"])
        row = f"| {name} | {len(problem['options'])} | {terms} | {len(mine)}{'' if exact else ' (stopped)'} "
        row += f"| {frontier:.4f} | {spent:.3f} | {most:.0f} "
        if theirs is None:
            row += "| | gave up | | "
        else:
            stopped = "" if theirs["proved"] else "+"
            row += f"| {theirs['cpu']:.2f} | {'yes' if theirs['proved'] else 'no'} "
            row += f"| {theirs['cpu'] / frontier:,.0f}{stopped} | {compared(mine, theirs['points'])} "
        floors = [profile["without_agreement"] for profile in problem["profiles"]]
        yield row + f"| {published(mine, domains.reference(folder, wholes), floors)} |"
