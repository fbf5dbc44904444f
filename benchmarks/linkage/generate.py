"""Lists of invented persons for measuring cost: the same bytes from the same seed, anywhere.

The names are strung together from syllables and drawn with the skew that real names have; places,
dates and numbers are drawn as well. Nobody in them lives. A second entry of a person is spoilt in
the ways of the Febrl generator: typing, scanning and hearing errors, missing values, given name
and surname in each other's place, day and month exchanged, a day, month or year that is wrong.
As in the Febrl sets, suburb and postcode are drawn independently of each other, which no real
country does: the lists are made for timing, and what they say of accuracy is little.

Columns are those of the Febrl sets. The truth is in a file of its own (`*.truth.csv`: row,person)
and cannot be read off `rec_id`, which numbers the rows after shuffling.

    python3 benchmarks/linkage/generate.py match --records 8000 --out target/linkage-benchmark/8k
    python3 benchmarks/linkage/generate.py dedupe --records 1000000 --out target/linkage-benchmark/1m

Only `random.Random.random` is used: of all of that module, it alone promises the same numbers in
every version of Python.
"""

from __future__ import annotations

import argparse
import csv
from bisect import bisect
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Final, NamedTuple

from spoil import Dice, spoil

FIRST_DAY: Final = date(1945, 1, 1)
DAYS: Final = 61 * 365
YEAR_ONLY: Final = 0.03
"""The share of birth dates of which only the year was known, written as the first of January."""

ONSETS: Final = "b br c ch cl d dr f fr g gr h j k kr l m n p pr r s sh st t th tr v w z".split()
VOWELS: Final = "a a a e e e i i o o u ai ee ia oa ou y".split()
CODAS: Final = ["", "", "", "", *"l m n n r r s t ck ll nd nt rd rt sh tt".split()]
ENDINGS: Final = ["", "", "son", "er", "ton", "ley", "man", "well", "field", "sen", "ich", "ard"]


class Person(NamedTuple):
    """The fields of an entry, as text; empty where the value is missing."""

    given_name: str
    surname: str
    street_number: str
    address_1: str
    address_2: str
    suburb: str
    postcode: str
    state: str
    date_of_birth: str
    soc_sec_id: str


class Zipf:
    """Values drawn with the frequencies of Zipf and Mandelbrot: 1 / (rank + shift) ** exponent."""

    def __init__(self, values: list[str], exponent: float, shift: float) -> None:
        self._values = values
        weights = [(rank + shift) ** -exponent for rank in range(1, len(values) + 1)]
        self._sums = list(accumulate(weights))

    def draw(self, dice: Dice) -> str:
        """One value."""
        return self._values[bisect(self._sums, dice.random() * self._sums[-1])]


@dataclass(frozen=True)
class World:
    """What a person's particulars are drawn from."""

    given: Zipf
    surname: Zipf
    street: Zipf
    place: Zipf
    suburb: Zipf
    postcode: Zipf
    state: Zipf

    @classmethod
    def of(cls, dice: Dice) -> World:
        """The tables. Their order, and so which name is common, comes from the seed too."""
        streets = [f"{name} {kind}" for name in _names(dice, 3000, [""]) for kind in _kinds(dice)]
        postcodes = list(dict.fromkeys(f"{2000 + dice.below(5000)}" for _ in range(4000)))
        return cls(
            given=Zipf(_names(dice, 2500, [""]), 1.05, 4.0),
            surname=Zipf(_names(dice, 30_000, ENDINGS), 0.95, 8.0),
            street=Zipf(streets, 0.4, 5.0),
            place=Zipf(_names(dice, 8000, ENDINGS), 0.6, 5.0),
            suburb=Zipf(_names(dice, 3000, ENDINGS), 0.5, 5.0),
            postcode=Zipf(postcodes, 0.4, 5.0),
            state=Zipf("nsw vic qld wa sa tas act nt".split(), 1.0, 0.5),
        )

    def person(self, dice: Dice) -> Person:
        """One person; some particulars are missing from the start, as in any list."""
        born = FIRST_DAY + timedelta(days=int(DAYS * max(dice.random(), dice.random())))
        if dice.random() < YEAR_ONLY:
            born = born.replace(month=1, day=1)
        drawn = Person(
            given_name=self.given.draw(dice),
            surname=self.surname.draw(dice),
            street_number=str(1 + int(400 * dice.random() ** 3)),
            address_1=self.street.draw(dice),
            address_2=self.place.draw(dice) if dice.random() < 0.6 else "",
            suburb=self.suburb.draw(dice),
            postcode=self.postcode.draw(dice),
            state=self.state.draw(dice),
            date_of_birth=born.strftime("%Y%m%d"),
            soc_sec_id=str(1_000_000 + dice.below(9_000_000)),
        )
        missing = {name: "" for name in ("given_name", "date_of_birth") if dice.random() < 0.02}
        return drawn._replace(**missing)


def _names(dice: Dice, count: int, endings: list[str]) -> list[str]:
    """So many different names of two or three syllables."""
    made: dict[str, None] = {}
    while len(made) < count:
        syllables = 2 + (dice.random() < 0.25)
        name = "".join(dice.of(ONSETS) + dice.of(VOWELS) + dice.of(CODAS) for _ in range(syllables))
        made[name + dice.of(endings)] = None
    return list(made)


def _kinds(dice: Dice) -> list[str]:
    return list(dict.fromkeys(dice.of(["street", "place", "circuit", "crescent"]) for _ in "ab"))


def match(records: int, overlap: float, seed: int) -> list[list[tuple[int, Person]]]:
    """Two lists of so many records; a share of the persons of the first is on the second too."""
    dice = Dice(seed)
    world = World.of(dice)
    first = [(number, world.person(dice)) for number in range(records)]
    common = round(records * overlap)
    second = [(number, spoil(person, dice)) for number, person in first[:common]]
    second += [(number, world.person(dice)) for number in range(records, 2 * records - common)]
    return [dice.shuffled(first), dice.shuffled(second)]


def dedupe(records: int, repeated: float, seed: int) -> list[list[tuple[int, Person]]]:
    """One list in which a share of the records are further entries, up to three a person."""
    dice = Dice(seed)
    world = World.of(dice)
    further = round(records * repeated)
    entries = [(number, world.person(dice)) for number in range(records - further)]
    person = 0
    while len(entries) < records:
        for _ in range(min(1 + dice.below(3), records - len(entries))):
            entries.append((person, spoil(entries[person][1], dice)))
        person += 1
    return [dice.shuffled(entries)]


def write(lists: list[list[tuple[int, Person]]], folder: Path, full_name: bool) -> None:
    """Writes `a.csv` (and `b.csv`), each with its truth beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    for letter, entries in zip("ab", lists):
        with (folder / f"{letter}.csv").open("w", newline="") as file:
            lines = csv.writer(file, lineterminator="\n")
            names = ["full_name"] if full_name else ["given_name", "surname"]
            lines.writerow(["rec_id", *names, *Person._fields[2:]])
            for number, (_, person) in enumerate(entries):
                written = [f"{person[0]} {person[1]}".strip()] if full_name else person[:2]
                lines.writerow([f"{letter}-{number}", *written, *person[2:]])
        with (folder / f"{letter}.truth.csv").open("w", newline="") as file:
            lines = csv.writer(file, lineterminator="\n")
            lines.writerow(["row", "person"])
            lines.writerows((row, f"p{number}") for row, (number, _) in enumerate(entries, 2))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("task", choices=["match", "dedupe"])
    parser.add_argument("--records", type=int, required=True, help="in each list")
    parser.add_argument("--overlap", type=float, default=0.5, help="match: share on both lists")
    parser.add_argument("--repeated", type=float, default=0.2, help="dedupe: share of repetitions")
    parser.add_argument("--full-name", action="store_true", help="one column for the whole name")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    if options.task == "match":
        lists = match(options.records, options.overlap, options.seed)
    else:
        lists = dedupe(options.records, options.repeated, options.seed)
    write(lists, options.out, options.full_name)


if __name__ == "__main__":
    main()
