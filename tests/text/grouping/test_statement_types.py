"""Types of grouping: members are parts of quotes, statements know their members, sources and wordings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Span
from desktop.text.grouping.statement_types import Band, Link, Member, Statement, Statements
from desktop.text.grouping.wording_difference import WordingKind
from tests.text.grouping.occurrences import said

WORDS = "The gates stay shut until the water falls"


def whole(text: str, source: str, at: int = 0) -> Member:
    occurrence = said(text, source=source, at=at)
    return Member(occurrence, occurrence.span)


@given(st.integers(0, 500), st.integers(0, len(WORDS)), st.integers(0, len(WORDS)))
def test_a_member_is_the_words_of_its_span_wherever_the_quote_stands(at: int, start: int, end: int) -> None:
    start, end = min(start, end), max(start, end)
    occurrence = said(WORDS, at=at)
    member = Member(occurrence, Span(at + start, at + end))
    assert member.text == WORDS[start:end]
    assert member.whole == ((start, end) == (0, len(WORDS)))


def test_a_statement_lists_each_source_once_in_the_order_of_its_members() -> None:
    members = (whole(WORDS, "two"), whole(WORDS, "one"), whole(WORDS, "two", at=80))
    statement = Statement(1, members, members[0])
    assert statement.sources == ("two", "one")
    assert (statement.text, statement.speaker) == (WORDS, "Ines Moreau")


def test_the_wording_of_a_member_is_told_against_the_base() -> None:
    base, other = whole(WORDS, "one"), whole(WORDS.replace("falls", "rises"), "two")
    statement = Statement(1, (base, other), base)
    assert statement.wording(base).kinds == (WordingKind.VERBATIM,)
    assert statement.wording(other).changed == 1
    assert Link(base, other, Band.GROUPED, "why").difference == statement.wording(other)


def test_statements_are_found_by_member_and_by_quote() -> None:
    occurrence = said(WORDS)
    first, second = Member(occurrence, Span(0, 20)), Member(occurrence, Span(20, len(WORDS)))
    alone = whole("Nobody came", "two")
    found = Statements((Statement(1, (first,), first), Statement(2, (second,), second)), ())
    assert [found.holding(each).number for each in (first, second)] == [1, 2]
    assert [each.number for each in found.of(occurrence.key)] == [1, 2]
    assert found.of(alone.key) == ()
    with pytest.raises(KeyError):
        found.holding(alone)
