"""One run of recordlinkage (its ECM classifier) over one or two lists, in a process of its own.

The pairs are those of Splink's rules, as far as the package has words for them. The fields are
compared as the package's own examples for the Febrl sets do: names and places by Jaro-Winkler,
dates and numbers for equality, each agreeing or not at 0.85. The classifier learns without labels.
Never sees the truth.
"""

from __future__ import annotations

import argparse
import warnings
from pathlib import Path
from typing import Any, Final

from phases import Phases

PHASES = Phases()

AGREES: Final = 0.85
"""The similarity from which a name or a place agrees, from the package's examples."""

SMALLEST: Final = 1e-300
"""A probability of nought or one has no finite bits; it is taken as this near to it."""


def main() -> None:
    """Reads, indexes, compares, classifies, writes; each phase on the clock by itself."""
    options = _options()
    warnings.simplefilter("ignore")
    import numpy as np
    import recordlinkage as rl

    PHASES.end("import")
    lists = [_load(path) for path in options.lists]
    PHASES.end("read")

    pairs = _pairs(rl, options.fields, options.rules).index(*lists)
    PHASES.end("index")
    features = _features(rl, options.fields).compute(pairs, *lists)
    PHASES.end("compare")
    classifier = rl.ECMClassifier(binarize=AGREES)
    classifier.fit(features)
    chance = classifier.prob(features)
    PHASES.end("classify")

    value = np.clip(chance.to_numpy(), SMALLEST, 1.0)
    other = np.clip(1.0 - chance.to_numpy(), SMALLEST, 1.0)
    found = chance.index.to_frame(index=False, name=["left_row", "right_row"])
    found["bits"] = np.log2(value) - np.log2(other)
    found["probability"] = chance.to_numpy()
    found[found["bits"] >= options.floor].to_csv(options.pairs, index=False)
    PHASES.end("write")
    PHASES.save(options.phases)


def _load(path: Path) -> Any:
    """A list as text by the line it stands on: the header is line 1."""
    import pandas as pd

    frame = pd.read_csv(path, dtype=str)
    frame.index = pd.RangeIndex(2, len(frame) + 2, name="row")
    return frame


def _pairs(rl: Any, fields: str, rules: str) -> Any:
    """The union of the blocking rules; each is one block of one or two columns."""
    index = rl.Index()
    index.block(["given_name", "surname"])
    index.block(["given_name", "surname"], ["surname", "given_name"])
    index.block("date_of_birth")
    if rules == "narrow":
        for two in (["surname", "postcode"], ["given_name", "postcode"], ["postcode", "suburb"]):
            index.block(two)
        return index
    index.block("postcode")
    if fields == "nossn":
        index.block("suburb")
        return index
    index.block("soc_sec_id")
    index.block(["state", "address_1"])
    index.block(["street_number", "address_1"])
    return index


def _features(rl: Any, fields: str) -> Any:
    compare = rl.Compare(n_jobs=1)
    for column in ("given_name", "surname", "suburb"):
        compare.string(column, column, method="jarowinkler", label=column)
    for column in ("date_of_birth", "postcode"):
        compare.exact(column, column, label=column)
    if fields == "full":
        compare.exact("soc_sec_id", "soc_sec_id", label="soc_sec_id")
        compare.exact("street_number", "street_number", label="street_number")
        compare.string("address_1", "address_1", method="jarowinkler", label="address_1")
    return compare


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lists", nargs="+", type=Path, help="one list, or two")
    parser.add_argument("--fields", choices=["full", "nossn"], required=True)
    parser.add_argument("--rules", choices=["documented", "narrow"], required=True)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--phases", type=Path, required=True)
    parser.add_argument("--floor", type=float, default=-10.0, help="least bits of a pair kept")
    return parser.parse_args()


if __name__ == "__main__":
    main()
