"""How a second entry of the same person goes wrong, in the ways of the Febrl generator."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final, Sequence, TypeVar

if TYPE_CHECKING:
    from generate import Person

T = TypeVar("T")

ERRORS: Final = [0, 1, 1, 1, 2, 2, 2, 3, 3, 4]
"""How many errors a second entry has, each number as likely as it stands here often."""

SPOILT: Final = (
    ["given_name"] * 5 + ["surname"] * 5 + ["date_of_birth"] * 4 + ["postcode"] * 3
    + ["suburb"] * 4 + ["address_1"] * 4 + ["address_2"] * 3 + ["street_number"] * 2
    + ["state", "soc_sec_id", "soc_sec_id", "names"]
)  # fmt: skip
"""Which field an error falls on. `names`: the two names in each other's place."""

KEYBOARD: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890")
SCANNED: Final = [
    ("m", "rn"), ("w", "vv"), ("l", "1"), ("o", "0"), ("cl", "d"), ("s", "5"), ("b", "6"),
    ("g", "9"), ("u", "ii"), ("h", "li"),
]  # fmt: skip
HEARD: Final = [
    ("ph", "f"), ("f", "ph"), ("ck", "k"), ("c", "k"), ("k", "c"), ("th", "t"), ("sh", "sch"),
    ("ee", "ea"), ("ai", "ay"), ("y", "i"), ("i", "y"), ("ou", "u"), ("tt", "t"), ("ll", "l"),
    ("z", "s"), ("ia", "ya"),
]  # fmt: skip


class Dice:
    """Chance from a seed. Everything is drawn through `random()`; see generate.py for why."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed).random

    def below(self, bound: int) -> int:
        """A number from nought up to but not including the bound."""
        return int(self.random() * bound)

    def of(self, values: Sequence[T]) -> T:
        """One of the values, each as likely as the others."""
        return values[self.below(len(values))]

    def shuffled(self, values: list[T]) -> list[T]:
        """The values in another order, each order as likely as the others."""
        mixed = list(values)
        for last in range(len(mixed) - 1, 0, -1):
            other = self.below(last + 1)
            mixed[last], mixed[other] = mixed[other], mixed[last]
        return mixed


def spoil(person: Person, dice: Dice) -> Person:
    """The same person entered again, with none to four errors."""
    for _ in range(dice.of(ERRORS)):
        field = dice.of(SPOILT)
        if field == "names":
            person = person._replace(given_name=person.surname, surname=person.given_name)
        else:
            person = person._replace(**{field: _error(field, getattr(person, field), dice)})
    return person


def _error(field: str, value: str, dice: Dice) -> str:
    if not value or dice.random() < 0.12:
        return ""
    if field == "date_of_birth":
        return _wrong_day(value, dice)
    if value.isdigit():
        return _typed(value, dice, "0123456789")
    chance = dice.random()
    if chance < 0.55:
        return _typed(value, dice, "abcdefghijklmnopqrstuvwxyz")
    if chance < 0.7:
        return _replaced(value, dice, SCANNED)
    if chance < 0.9:
        return _replaced(value, dice, HEARD)
    return _spaced(value, dice)


def _typed(value: str, dice: Dice, letters: str) -> str:
    """A letter left out, put in, hit beside its key, or two exchanged."""
    at = dice.below(len(value))
    kind = dice.below(4)
    if kind == 0 and len(value) > 1:
        return value[:at] + value[at + 1 :]
    if kind == 1:
        return value[:at] + dice.of(letters) + value[at:]
    if kind == 2 and at + 1 < len(value):
        return value[:at] + value[at + 1] + value[at] + value[at + 2 :]
    return value[:at] + _beside(value[at], dice) + value[at + 1 :]


def _beside(letter: str, dice: Dice) -> str:
    for row in KEYBOARD:
        at = row.find(letter)
        if at >= 0:
            return dice.of([key for key in (row[at - 1 : at], row[at + 1 : at + 2]) if key])
    return letter


def _replaced(value: str, dice: Dice, pairs: list[tuple[str, str]]) -> str:
    """One of the confusions that the value has room for; else a letter beside its key."""
    fitting = [(old, new) for old, new in pairs if old in value]
    if not fitting:
        return _typed(value, dice, "abcdefghijklmnopqrstuvwxyz")
    old, new = dice.of(fitting)
    return value.replace(old, new, 1)


def _spaced(value: str, dice: Dice) -> str:
    """Two words written as one, or one as two."""
    if " " in value:
        return value.replace(" ", "", 1)
    at = 1 + dice.below(max(1, len(value) - 1))
    return f"{value[:at]} {value[at:]}".strip()


def _wrong_day(value: str, dice: Dice) -> str:
    """Day and month exchanged where that is a date, a wrong day, month or year, or mistyped."""
    if len(value) != 8:
        return _typed(value, dice, "0123456789")
    year, month, day = value[:4], value[4:6], value[6:]
    kind = dice.below(5)
    if kind == 0 and day <= "12":
        return year + day + month
    if kind <= 1:
        return f"{year}{month}{1 + dice.below(28):02}"
    if kind == 2:
        return f"{year}{1 + dice.below(12):02}{day}"
    if kind == 3:
        return f"{int(year) + dice.of([-10, -1, 1, 10])}{month}{day}"
    return _typed(value, dice, "0123456789")
