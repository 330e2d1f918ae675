"""Lines of a text: where each stands, and what kind of line it is."""

from __future__ import annotations

import pytest

from desktop.domain import Span
from desktop.intake.lines import MOST, Line, split_lines

BODY = "The harbour will be closed for nine months because the old wall is no longer safe."


def test_lines_stand_where_their_words_do_without_the_blanks_around_them() -> None:
    text = "Headline\n\n  By Ada Brink \nThe first words.\n"
    assert split_lines(text) == [
        Line(Span(0, 8), "Headline", apart=True, words=1),
        Line(Span(12, 24), "By Ada Brink", apart=True, words=3),
        Line(Span(26, 42), "The first words.", apart=False, words=3),
    ]
    assert [text[line.span.start : line.span.end] for line in split_lines(text)][1] == "By Ada Brink"


def test_of_blanks_alone_there_is_no_line() -> None:
    assert split_lines("") == split_lines(" \n\t\n\n") == []


def test_a_text_without_end_is_looked_at_up_to_a_limit() -> None:
    assert len(split_lines("a\n" * (MOST + 5))) == MOST


@pytest.mark.parametrize(
    ("text", "is_finished", "is_body"),
    [
        (BODY, True, True),
        (f"“{BODY}”", True, True),
        (BODY.rstrip("."), False, False),
        ("word " * 40, False, True),
        ("It was late.", True, False),
        ("Sports", False, False),
    ],
)
def test_running_text_is_long_and_ends_like_a_sentence(text: str, is_finished: bool, is_body: bool) -> None:
    [line] = split_lines(text)
    assert (line.is_finished, line.is_body) == (is_finished, is_body)


def test_a_line_with_a_mark_of_quotation_says_so() -> None:
    assert [line.has_quotation for line in split_lines("“Late”\n»Spät«\nlate\nrock 'n' roll")] == [
        True,
        True,
        False,
        False,
    ]
