"""Spans of changes: put into the first text they make the second, and none runs from one row into the next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Span
from desktop.text.alignment.change_spans import SpanBuilder, change_of, cut_at_rows
from desktop.text.alignment.matching import Matcher
from desktop.text.changes import Change, ChangeKind, Row
from desktop.text.words import Tokens

TEXTS = st.lists(st.sampled_from(["bridge", "the", " ", "\n\n", "“", "”", '"', ".", "closed", "  "]), max_size=25)


def changes(a: str, b: str) -> list[Change]:
    mine, theirs = Tokens(a), Tokens(b)
    return SpanBuilder(mine, theirs).changes(Matcher(mine.pieces, theirs.pieces).edits())


@given(TEXTS.map("".join), TEXTS.map("".join))
def test_the_changes_make_the_first_text_the_second(a: str, b: str) -> None:
    parts, at = [], 0
    for change in changes(a, b):
        assert change.a.start >= at
        parts += [a[at : change.a.start], change.b.of(b)]
        at = change.a.end
    assert "".join([*parts, a[at:]]) == b


@pytest.mark.parametrize(
    ("mine", "theirs", "kind"),
    [
        (Span(3, 3), Span(3, 5), ChangeKind.INSERTED),
        (Span(3, 5), Span(3, 3), ChangeKind.DELETED),
        (Span(3, 5), Span(3, 4), ChangeKind.REPLACED),
    ],
)
def test_the_kind_is_told_by_which_side_is_empty(mine: Span, theirs: Span, kind: ChangeKind) -> None:
    assert change_of(mine, theirs) == Change(kind, mine, theirs)


def test_a_change_over_two_rows_is_cut_where_the_first_ends() -> None:
    a, b = "One two.\n\nThree four.", "One six.\n\nSeven four."
    rows = [Row(Span(0, 8), Span(0, 8)), Row(Span(10, 21), Span(10, 21))]
    found = cut_at_rows([change_of(Span(4, 15), Span(4, 15))], rows, a, b)
    assert [(change.a.of(a), change.b.of(b)) for change in found] == [("two.", "six."), ("Three", "Seven")]


def test_what_one_text_alone_has_stays_one_change() -> None:
    a, b = "One.\n\nTwo.\n\nThree.", "One."
    rows = [Row(Span(0, 4), Span(0, 4)), Row(Span(6, 10), None), Row(Span(12, 18), None)]
    [change] = cut_at_rows([change_of(Span(4, 18), Span(4, 4))], rows, a, b)
    assert change.a == Span(4, 18)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Eva Lind: ‘We wait.’ Then rain.", "Eva Lind: “We wait.” Then rain."),
        ("Eva Lind: “We wait.” Then rain.", "Eva Lind: ‹We wait.› Then rain."),
        ("Eva Lind: “We wait.” Then rain.", "Eva Lind: 「We wait.」 Then rain."),
        ("It is a long infor-\nmation sheet.", "It is a long information sheet."),
        ("It is a well-\nknown sheet.", "It is a well-known sheet."),
        ("It is infor\x02mation.", "It is infor\ufffemation."),
        ("It rains.", "It rains.\n\n"),
        ("It rains.\r\n\r\nIt pours.\r\n", "It rains.\n\nIt pours.\n"),
        ("It was at 7 a.m. sharp.", "It was at 7 am sharp."),
    ],
)
def test_marks_of_another_style_and_the_ends_of_lines_are_typography(a: str, b: str) -> None:
    assert {change.kind for change in changes(a, b)} <= {ChangeKind.TYPOGRAPHY}


def test_feet_and_inches_are_no_quotation_marks() -> None:
    assert [change.kind for change in changes("It is 5' long.", 'It is 5" long.')] == [ChangeKind.REPLACED]
