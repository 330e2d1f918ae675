"""“Quotes across versions” and the comparison say the same of the same words: verbatim, or how they differ."""

from __future__ import annotations

import pytest

from desktop.text.changes import ChangeKind
from desktop.text.diff import compare
from desktop.text.statements import WordingKind, difference

PAIRS = [
    ("We lost −12 points in May", "We lost 12 points in May"),
    ("It is written in C++ today", "It is written in C today"),
    ("The Ministry of Defence has failed", "the ministry of defence has failed"),
    ("We paid 1.5 million for it", "We paid 15 million for it"),
    ("It cost €15 to get in", "It cost $15 to get in"),
    ("Only 15% of us came home", "Only 15 of us came home"),
    ("We won 3-1 in the end", "We won 31 in the end"),
    ("We have no bread left here", "We have bread left here"),
    ("It’s over for all of us", "It's over for all of us"),
    ("They could leave in the morning", "They will leave in the morning"),
    ("We saw the ‘old’ bridge go down", "We saw the “old” bridge go down"),
    ("A counter-offensive is on its way", "A counteroffensive is on its way"),
    ("The rate rose two percentage points", "The rate rose two percent"),
    ("We will be there in a week", "We will be there in a month"),
    ("It was no bigger than a coin", "It was smaller than a coin"),
    ("We go… and never come back", "We go and never come back"),
]


def article(words: str) -> str:
    return f"Pier\n\nThe pier was shut on Monday.\n\n“{words},” said Rita Gomez, the mayor.\n"


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_words_are_verbatim_where_nothing_counts_and_nowhere_else(one: str, other: str) -> None:
    changes = compare(article(one), article(other)).changes
    counted = [change for change in changes if not change.ignored and change.kind is not ChangeKind.TYPOGRAPHY]
    for base, wording in ((one, other), (other, one)):
        assert (difference(base, wording).kind is WordingKind.VERBATIM) == (not counted)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Ministry of Defence has failed", "the ministry of defence has failed"),
        ("A counter-offensive is on its way", "A counteroffensive is on its way"),
        ("It was not open that day", "It was closed that day"),
    ],
)
def test_capitals_hyphens_and_a_denied_contrary_alter_no_fact_and_are_no_translation(one: str, other: str) -> None:
    assert difference(one, other).kinds == (WordingKind.REWORDED,)
    alerts = {str(alert.kind) for alert in compare(article(one), article(other)).alerts}
    assert alerts <= {"quotation"}
