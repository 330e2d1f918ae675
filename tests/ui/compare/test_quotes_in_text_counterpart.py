from __future__ import annotations

from desktop.domain import Span
from desktop.text.changes import Change, ChangeKind, Row
from desktop.ui.compare.counterpart import counterpart
from tests.ui.compare.texts import comparison, quote, replaced, spot, version

A = "The aide said “we will not sell rockets to them” today."
B = 'Today the aide said "we will never sell rockets to them" again.'
ROWS = (Row(Span(0, len(A)), Span(0, len(B))),)


def test_the_same_words_are_found_wherever_they_stand() -> None:
    other = "First, other words. “we will not sell rockets to them”, he said."
    theirs = quote(2, version(other, 2).id, other, "we will not sell rockets to them")
    mine = quote(1, version(A, 1).id, A, "we will not sell rockets to them")
    assert counterpart(mine, [theirs], None, "a") == theirs.span


def test_an_edited_quote_is_found_by_the_comparison() -> None:
    changes = (
        Change(ChangeKind.REPLACED, Span(0, 3), spot(B, "Today the")),
        Change(ChangeKind.TYPOGRAPHY, spot(A, "“"), Span(B.index('"'), B.index('"') + 1)),
        replaced(A, B, "not", "never"),
    )
    mine = quote(1, version(A, 1).id, A, "we will not sell rockets to them")
    found = counterpart(mine, [], comparison(changes, ROWS), "a")
    assert found is not None
    assert found.of(B) == "we will never sell rockets to them"
    theirs = quote(2, version(B, 2).id, B, "we will never sell rockets to them")
    back = counterpart(theirs, [mine], comparison(changes, ROWS), "b")
    assert back == mine.span


def test_a_quote_that_is_gone_has_no_counterpart() -> None:
    changes = (Change(ChangeKind.DELETED, spot(A, "“we will not sell rockets to them” "), Span(20, 20)),)
    mine = quote(1, version(A, 1).id, A, "we will not sell rockets to them")
    assert counterpart(mine, [], comparison(changes, ROWS), "a") is None
