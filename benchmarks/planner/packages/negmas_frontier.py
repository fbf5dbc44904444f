"""The frontier of an additive problem by NegMAS, which goes through all packages.

python negmas_frontier.py PROBLEM.json    prints one line of JSON: points, seconds, peak memory in MB

The clock runs from the utility functions to the frontier; loading the library is not counted.
"""

import json
import resource
import sys
import time

from negmas import make_issue
from negmas.outcomes import make_os
from negmas.preferences import LinearAdditiveUtilityFunction
from negmas.preferences.ops import pareto_frontier


def functions(problem):
    issues = [make_issue([str(o) for o in range(n)], f"i{i}") for i, n in enumerate(problem["options"])]
    space = make_os(issues)
    made = []
    for profile in problem["profiles"]:
        values = {
            f"i{i}": {str(o): p for o, p in enumerate(points)} for i, points in enumerate(profile["points"])
        }
        made.append(LinearAdditiveUtilityFunction(values=values, outcome_space=space))
    return made, space


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        PROBLEM = json.load(file)
    FUNCTIONS, SPACE = functions(PROBLEM)
    START, BEFORE = time.perf_counter(), time.process_time()
    FRONT, _ = pareto_frontier(FUNCTIONS, list(SPACE.enumerate()))
    SECONDS, CPU = time.perf_counter() - START, time.process_time() - BEFORE
    print(
        json.dumps(
            {
                "points": sorted({tuple(round(u) for u in point) for point in FRONT}, reverse=True),
                "seconds": SECONDS,
                "cpu": CPU,
                "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        )
    )
