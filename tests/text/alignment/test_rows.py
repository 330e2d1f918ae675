"""Do paragraphs that answer each other stand in one row?"""

from __future__ import annotations

from desktop.domain import Span
from desktop.text.alignment.rows import aligned_rows
from desktop.text.changes import Row


def test_rows_put_linked_paragraphs_beside_each_other_and_the_rest_alone() -> None:
    a = [Span(0, 1), Span(2, 3), Span(4, 5)]
    b = [Span(0, 2), Span(3, 5), Span(6, 8), Span(9, 9)]
    assert aligned_rows(a, b, [(1, 0), (1, 1)]) == (
        Row(Span(0, 1), None),
        Row(Span(2, 3), Span(0, 5)),
        Row(Span(4, 5), None),
        Row(None, Span(6, 8)),
        Row(None, Span(9, 9)),
    )
