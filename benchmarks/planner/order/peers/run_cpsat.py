"""CP-SAT on one instance: python run_cpsat.py INSTANCE [--seconds 120]. Prints one line of JSON.

It reckons in whole ten-thousandths, so its value is rounded up.
"""

import argparse
import json
import time

import ortools
from ortools.sat.python import cp_model

from model import Exchange


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("instance")
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--workers", type=int, default=2)
    wanted = parser.parse_args()
    x = Exchange(wanted.instance)
    begun, cpu = time.perf_counter(), time.process_time()
    m = cp_model.CpModel()
    u = m.new_int_var(0, 10_000, "u")
    done = [[[m.new_bool_var("") for _ in x.cost[p]] for _ in range(x.stages)] for p in (0, 1)]
    a_first = [m.new_bool_var("") for _ in range(x.stages)]

    def total(points, p, t):
        return 0 if t < 0 else sum(c * v for c, v in zip(points[p], done[p][t]))

    def count(p, t):
        return 0 if t < 0 else sum(done[p][t])

    for p in (0, 1):
        for t in range(x.stages):
            for i, late in enumerate(done[p][t]):
                if t:
                    m.add_implication(done[p][t - 1][i], late)
            m.add(count(p, t) - count(p, t - 1) <= x.batch[p])
            for i, j in x.pairs(p):
                m.add_implication(done[p][t][j], done[p][t][i])
        for late in done[p][-1]:
            m.add(late == 1)
    for t in range(x.stages):
        m.add_linear_constraint(x.ratio * count(0, t) - count(1, t), -x.slack, x.slack)
        for p in (0, 1):
            m.add(10_000 * (total(x.cost, p, t) - total(x.value, 1 - p, t)) <= x.scale[p] * u)
            first = a_first[t] if p == 0 else a_first[t].negated()
            m.add(10_000 * (total(x.cost, p, t) - total(x.value, 1 - p, t - 1)) <= x.scale[p] * u).only_enforce_if(first)
    m.minimize(u)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = wanted.seconds
    solver.parameters.num_workers = wanted.workers
    status = solver.solve(m)
    found = solver.objective_value if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None
    print(json.dumps({
        "peer": "CP-SAT " + ortools.__version__, "instance": x.name, "status": solver.status_name(status),
        "value": found, "bound": solver.best_objective_bound,
        "seconds": round(time.perf_counter() - begun, 2), "cpu": round(time.process_time() - cpu, 2),
    }))


if __name__ == "__main__":
    main()
