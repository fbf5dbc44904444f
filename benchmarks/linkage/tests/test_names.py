"""The measurement of names across scripts, against cases worked out by hand."""

from __future__ import annotations

import doctest
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import names  # noqa: E402
import spellings  # noqa: E402


def same_letters(a: str, b: str, **_: object) -> float:
    """A likeness simple enough to work out: letters in common over the longer's length."""
    return len(set(a) & set(b)) / max(len(set(a)), len(set(b)))


AS_IT_IS = spellings.Method("as it is", str.lower, same_letters)


class Names(unittest.TestCase):
    def test_the_examples_in_the_documentation(self) -> None:
        for module in (names, spellings):
            self.assertEqual(doctest.testmod(module).failed, 0)

    def test_a_name_and_all_its_spellings_are_on_one_side(self) -> None:
        pairs = [(spelling, name) for name in map(str, range(2000)) for spelling in "xyz"]
        kept = names.held_out(pairs)
        self.assertEqual(len(kept) % 3, 0)
        self.assertTrue(1800 < len(kept) < 2200, len(kept))
        self.assertEqual(kept, names.held_out(reversed(pairs)))

    def test_ties_for_the_first_place_are_shared(self) -> None:
        # "ab" is as like "ab" as "ba" is; only one of them is right. "cd" finds its own alone.
        found = names.find([("ab", "ab"), ("zz", "ba"), ("cd", "cd")], AS_IT_IS)
        self.assertEqual((found.queries, found.candidates), (3, 3))
        # "zz" is unlike all three, so the three share its first place.
        self.assertAlmostEqual(found.first, (1 / 2 + 1 / 3 + 1) / 3)
        self.assertAlmostEqual(found.five, 1)

    def test_words_are_paired_only_where_there_are_as_many(self) -> None:
        self.assertEqual(
            list(names.tokens([("Ab Cd E", "xx yy z"), ("Ab Cd", "xy")])),
            [("ab", "xx"), ("cd", "yy")],
        )

    def test_full_names_that_agree_are_told_apart_perfectly(self) -> None:
        pairs = [(f"{a} {b}", f"{a} {b}") for a, b in (("ab", "cd"), ("ab", "ef"), ("gh", "ij"))]
        best, true, false = names.full_names(pairs, AS_IT_IS)
        self.assertEqual((best, true), (1, 3))
        self.assertGreaterEqual(false, 3)


if __name__ == "__main__":
    unittest.main()
