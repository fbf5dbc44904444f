"""HiGHS on one instance: python run_highs.py INSTANCE [--seconds 120]. Prints one line of JSON."""

import argparse
import json
import time

import highspy

from model import Exchange


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("instance")
    parser.add_argument("--seconds", type=float, default=120)
    wanted = parser.parse_args()
    x = Exchange(wanted.instance)
    begun, cpu = time.perf_counter(), time.process_time()
    h = highspy.Highs()
    h.setOptionValue("output_flag", False)
    h.setOptionValue("threads", 1)
    h.setOptionValue("time_limit", wanted.seconds)
    h.setOptionValue("mip_rel_gap", 0.0)
    h.setOptionValue("mip_abs_gap", 1e-9)
    u = h.addVariable(lb=0, ub=1)
    # done[p][t][i]: item i of p is handed over by the end of stage t.
    done = [[[h.addBinary() for _ in x.cost[p]] for _ in range(x.stages)] for p in (0, 1)]
    a_first = [h.addBinary() for _ in range(x.stages)]

    def total(points, p, t):
        return 0 if t < 0 else sum(c * v for c, v in zip(points[p], done[p][t]))

    def count(p, t):
        return 0 if t < 0 else sum(done[p][t])

    for p in (0, 1):
        for t in range(x.stages):
            for i, late in enumerate(done[p][t]):
                if t:
                    h.addConstr(done[p][t - 1][i] <= late)
            h.addConstr(count(p, t) - count(p, t - 1) <= x.batch[p])
            for i, j in x.pairs(p):
                h.addConstr(done[p][t][j] <= done[p][t][i])
        for late in done[p][-1]:
            h.addConstr(late >= 1)
    for t in range(x.stages):
        band = x.ratio * count(0, t) - count(1, t)
        h.addConstr(band <= x.slack)
        h.addConstr(band >= -x.slack)
        for p in (0, 1):
            h.addConstr(total(x.cost, p, t) - total(x.value, 1 - p, t) <= x.scale[p] * u)
            # Where p goes first, its batch meets what the other had given before.
            other = (1 - a_first[t]) if p == 0 else a_first[t]
            h.addConstr(total(x.cost, p, t) - total(x.value, 1 - p, t - 1) <= x.scale[p] * u + 2 * x.scale[p] * other)
    h.minimize(u)
    status = h.modelStatusToString(h.getModelStatus())
    info = h.getInfo()
    found = info.objective_function_value * 1e4 if info.primal_solution_status == 2 else None
    print(json.dumps({
        "peer": "HiGHS " + h.version(), "instance": x.name, "status": status, "value": found,
        "bound": info.mip_dual_bound * 1e4,
        "seconds": round(time.perf_counter() - begun, 2), "cpu": round(time.process_time() - cpu, 2),
    }))


if __name__ == "__main__":
    main()
