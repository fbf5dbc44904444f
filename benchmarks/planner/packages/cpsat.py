"""The frontier of a problem by CP-SAT, one point after another (the epsilon-constraint method).

python cpsat.py PROBLEM.json [SECONDS]    prints one line of JSON: points, seconds, processor
seconds of all its threads, whether proved

The problem is as the benchmark of the crate writes it. Each point is one solve: the most for the first
party, and among those the most for the second, with the second having more than at the point before.
CP-SAT may use as many workers as there are processors, as ours does, and so many seconds of each.
"""

import contextlib
import json
import os
import sys
import threading
import time

from ortools.sat.python import cp_model


def model(problem):
    m = cp_model.CpModel()
    options = [m.new_int_var(0, count - 1, f"x{i}") for i, count in enumerate(problem["options"])]
    worth = []
    for profile in problem["profiles"]:
        terms = []
        for i, points in enumerate(profile["points"]):
            if any(points):
                value = m.new_int_var(min(points), max(points), "")
                m.add_element(options[i], points, value)
                terms.append(value)
        for term in profile["terms"]:
            assert term["points"] > 0, "the peers are given what the benchmark draws"
            held = m.new_bool_var("")
            boxes = []
            for bound in term["bounds"]:
                inside = cp_model.Domain.from_intervals([[r["first"], r["last"]] for r in bound["runs"]])
                whole = cp_model.Domain(0, problem["options"][bound["issue"]] - 1)
                boxes.append((options[bound["issue"]], inside, whole))
            if term["counts"] == "inside":
                for x, inside, _ in boxes:
                    m.add_linear_expression_in_domain(x, inside).only_enforce_if(held)
            else:
                beside = []
                for x, inside, whole in boxes:
                    outside = inside.complement().intersection_with(whole)
                    if not outside.is_empty():
                        here = m.new_bool_var("")
                        m.add_linear_expression_in_domain(x, outside).only_enforce_if(here)
                        beside.append(here)
                m.add_bool_or(beside + [held.negated()])
            terms.append(term["points"] * held)
        worth.append(sum(terms))
        m.add(worth[-1] >= profile["without_agreement"])
    return m, worth


@contextlib.contextmanager
def stopped_at(end, solver):
    """Stops a solver when the process has had so much processor time: a clock would punish a busy machine."""
    done = threading.Event()

    def watch():
        while not done.wait(0.05):
            if time.process_time() >= end:
                solver.stop_search()

    watching = threading.Thread(target=watch, daemon=True)
    watching.start()
    try:
        yield
    finally:
        done.set()
        watching.join()


def frontier(problem, seconds):
    m, (first, second) = model(problem)
    most = sum(max(points) for points in problem["profiles"][1]["points"])
    most += sum(term["points"] for term in problem["profiles"][1]["terms"])
    m.maximize((most + 1) * first + second)
    start, end = time.perf_counter(), time.process_time() + seconds * os.cpu_count()
    points, proved = [], False
    while time.process_time() < end:
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = os.cpu_count()
        with stopped_at(end, solver):
            status = solver.solve(m)
        if status == cp_model.INFEASIBLE:
            proved = True
            break
        if status != cp_model.OPTIMAL:
            break
        points.append([int(solver.value(first)), int(solver.value(second))])
        m.add(second >= points[-1][1] + 1)
    return points, time.perf_counter() - start, proved


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        PROBLEM = json.load(file)
    LIMIT = float(sys.argv[2]) if len(sys.argv) > 2 else 600.0
    BEFORE = time.process_time()
    POINTS, SECONDS, PROVED = frontier(PROBLEM, LIMIT)
    CPU = time.process_time() - BEFORE
    print(json.dumps({"points": POINTS, "seconds": SECONDS, "cpu": CPU, "proved": PROVED}))
