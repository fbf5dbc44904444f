"""One run of Splink over one or two lists, in a process of its own so that its cost is its own.

Reads CSV files that hold no record number of the set's makers (`row` is the line in the file),
writes `left_row,right_row,bits,probability` and a small JSON file saying what each phase cost.
Never sees the truth.
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

from phases import Phases

PHASES = Phases()


def main() -> None:
    """Reads, trains, predicts, writes; each phase on the clock by itself."""
    options = _options()
    import duckdb
    from splink import DuckDBAPI, Linker

    from splink_models import SAMPLED_PAIRS, model

    logging.getLogger("splink").setLevel(logging.ERROR)
    PHASES.end("import")

    connection = duckdb.connect()
    connection.execute(f"set threads to {options.threads}")
    names = [_load(connection, number, path) for number, path in enumerate(options.lists)]
    task = "match" if len(names) == 2 else "dedupe"
    PHASES.end("read")

    api = DuckDBAPI(connection=connection)
    tables = [api.register(connection.table(name), dataset_display_name=f"list_{name}") for name in names]
    chosen = model(task, options.fields, options.rules)
    linker = Linker(tables if task == "match" else tables[0], chosen.settings)
    training = linker.training
    training.estimate_probability_two_random_records_match(
        chosen.deterministic_rules, recall=chosen.assumed_recall
    )
    training.estimate_u_using_random_sampling(max_pairs=SAMPLED_PAIRS, seed=options.seed)
    for rule in chosen.training_rules:
        training.estimate_parameters_using_expectation_maximisation(
            rule,
            estimate_without_term_frequencies=chosen.estimate_without_term_frequencies,
        )
    PHASES.end("train")

    found = linker.inference.predict(threshold_match_weight=options.floor)
    PHASES.end("predict")

    connection.execute(
        f"""copy (
            select row_l as left_row, row_r as right_row,
                   match_weight as bits, match_probability as probability
            from {found.physical_name}
        ) to '{options.pairs}' (header, delimiter ',')"""
    )
    PHASES.end("write")
    PHASES.save(options.phases)


def _load(connection: object, number: int, path: Path) -> str:
    """Loads a list as text, with the line it stands on: the header is line 1."""
    name = f"read_{'ab'[number]}"
    connection.execute(  # type: ignore[attr-defined]
        f"""create table {name} as
            select row_number() over () + 1 as row, *
            from read_csv('{path}', header = true, all_varchar = true, parallel = false)"""
    )
    return name


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lists", nargs="+", type=Path, help="one list, or two")
    parser.add_argument("--fields", choices=["full", "nossn"], required=True)
    parser.add_argument("--rules", choices=["documented", "narrow"], required=True)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--phases", type=Path, required=True)
    parser.add_argument("--floor", type=float, default=-10.0, help="least bits of a pair kept")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
