"""Paragraphs stand in one row where enough of them was kept, in the order of both texts."""

from __future__ import annotations

import pytest

from desktop.text.alignment.matching import Matcher
from desktop.text.alignment.row_links import Link, links
from desktop.text.passages import paragraphs
from desktop.text.words import Tokens

BRIDGE = "The bridge over the river was closed on Monday after an inspection found cracks in two piers."
MAYOR = "Residents asked the mayor why nobody had warned them before the ferries stopped running."
HARBOUR = "A harbour pilot counted eleven vessels waiting outside in heavy weather."


def linked(a: str, b: str) -> list[Link]:
    mine, theirs = Tokens(a), Tokens(b)
    edits = Matcher(mine.pieces, theirs.pieces).edits()
    return links((mine, theirs), (paragraphs(a), paragraphs(b)), edits)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ([BRIDGE, MAYOR], [BRIDGE, MAYOR], [(0, 0), (1, 1)]),
        ([BRIDGE, MAYOR], [BRIDGE, HARBOUR, MAYOR], [(0, 0), (1, 2)]),
        ([BRIDGE + " " + MAYOR], [BRIDGE, MAYOR], [(0, 0), (0, 1)]),
        ([BRIDGE], [HARBOUR], []),
    ],
)
def test_which_paragraphs_stand_in_one_row(a: list[str], b: list[str], expected: list[Link]) -> None:
    assert linked("\n\n".join(a), "\n\n".join(b)) == expected


def test_a_few_words_of_content_link_what_has_no_row_of_its_own() -> None:
    a = "Engineers who came from the capital on Friday said that cracked piers would need months of repair work."
    b = "It will cost a great deal, a spokesman warned, for cracked piers are dear, and nobody knows who is to pay it."
    assert linked(a, b) == [(0, 0)]


def test_links_rise_on_both_sides() -> None:
    found = linked("\n\n".join([BRIDGE, MAYOR, HARBOUR]), "\n\n".join([MAYOR, BRIDGE, HARBOUR]))
    assert found == sorted(found)
    assert [q for _, q in found] == sorted(q for _, q in found)
