"""The lists that are linked, the fields that are linked by, and where their files are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from places import LISTS

Fields = Literal["full", "nossn"]
Rules = Literal["documented", "narrow"]

COLUMNS: Final[dict[Fields, list[str]]] = {
    "full": [
        "given_name", "surname", "street_number", "address_1", "address_2", "suburb",
        "postcode", "state", "date_of_birth", "soc_sec_id",
    ],
    "nossn": ["given_name", "surname", "date_of_birth", "postcode", "suburb"],
}  # fmt: skip
"""The columns that a tool is given. The record number is never among them."""


@dataclass(frozen=True)
class Set:
    """One set of lists: its name, how many lists, how many records in each, and what is asked."""

    name: str
    lists: Literal[1, 2]
    records: int
    febrl: tuple[str, ...] = ()
    """The numbers of the Febrl files; empty for lists that generate.py makes."""

    @property
    def letters(self) -> str:
        """The names of its lists."""
        return "ab"[: self.lists]

    @property
    def measurements(self) -> list[tuple[Fields, Rules]]:
        """Fields, and the blocking rules for the peers (goodoffices takes none)."""
        if self.febrl:
            return [("full", "documented"), ("nossn", "documented"), ("nossn", "narrow")]
        return [("nossn", "narrow")]

    def given(self, fields: Fields) -> list[Path]:
        """The files that a tool is given."""
        return [LISTS / self.name / fields / f"{letter}.csv" for letter in self.letters]

    def truth(self) -> list[Path]:
        """The files that only the scorer reads."""
        return [LISTS / self.name / f"{letter}.truth.csv" for letter in self.letters]


FEBRL_SETS: Final = [
    Set("febrl1", 1, 1000, ("1",)),
    Set("febrl2", 1, 5000, ("2",)),
    Set("febrl3", 1, 5000, ("3",)),
    Set("febrl4", 2, 5000, ("4a", "4b")),
]
GENERATED_SETS: Final = [
    *[Set(f"{size}k", 2, size * 1000) for size in (1, 2, 4, 8, 16, 32, 100)],
    Set("1m", 1, 1_000_000),
]
SETS: Final = {each.name: each for each in [*FEBRL_SETS, *GENERATED_SETS]}
