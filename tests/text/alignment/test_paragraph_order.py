"""Paragraphs in another order: they are moved, and no word of them is painted as new."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.text.changes import ChangeKind, Kind
from desktop.text.diff import compare

PARAGRAPHS = (
    "The dye works by the canal were sold in 1954 to a weaver from the valley and stood empty for most of that time.",
    "The parish pays for the roof every eight years, and the last invoice came to 2 million, which the vicar mocked.",
    "Anglers say the canal holds fewer perch each summer because the dye works upstream warm the water.",
    "“We will wait for the money,” Eva Lind said, “and then we will build the wall.”",
    "The museum closes on Sunday. It will not open again before the roof is mended.",
    "Rain fell.",
)
_MOVED = {ChangeKind.MOVED, ChangeKind.PARAGRAPH, ChangeKind.TYPOGRAPHY}


@given(st.permutations(PARAGRAPHS), st.permutations(PARAGRAPHS))
def test_paragraphs_in_another_order_are_only_moved(mine: list[str], theirs: list[str]) -> None:
    found = compare("\n\n".join(mine), "\n\n".join(theirs), kind=Kind.VERSIONS)
    assert {change.kind for change in found.changes} <= _MOVED
    assert not any(change.inner for change in found.changes)
    assert (found.stats.inserted, found.stats.deleted) == (0, 0)


def test_a_paragraph_that_was_edited_as_well_shows_its_edit_inside_the_move() -> None:
    a = "\n\n".join(PARAGRAPHS[:3])
    b = "\n\n".join((PARAGRAPHS[2], PARAGRAPHS[1].replace("2 million", "3 million"), PARAGRAPHS[0]))
    found = compare(a, b, kind=Kind.VERSIONS)
    edits = [change for each in found.changes for change in (each, *each.inner) if change.kind is ChangeKind.REPLACED]
    assert [(edit.a.of(a), edit.b.of(b)) for edit in edits] == [("2", "3")]
    assert [(alert.a_text, alert.b_text) for alert in found.alerts] == [("2 million", "3 million")]


def test_in_accounts_the_passages_in_another_order_are_counted() -> None:
    a, b = "\n\n".join(PARAGRAPHS), "\n\n".join(PARAGRAPHS[::-1])
    assert compare(a, b, kind=Kind.ACCOUNTS).stats.moved == 5
    assert compare(a, a, kind=Kind.ACCOUNTS).stats.moved == 0
