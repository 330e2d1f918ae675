"""Quotations of a text: outermost ones in order, none in hidden passages, those over paragraphs joined."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Span
from desktop.text.quotation.quotations import blanked, find_quotations

TEXTS = st.text(alphabet='ab ,.\n“”‘’"«»', max_size=60)


def quoted(text: str, hidden: tuple[Span, ...] = (), language: str = "en") -> list[str]:
    return [each.span.of(text) for each in find_quotations(text, hidden, language).found]


@given(TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=3))
def test_hidden_passages_are_blank_and_nothing_else_is_or_moves(text: str, places: list[tuple[int, int]]) -> None:
    hidden = [Span(min(place), max(place)) for place in places]
    result = blanked(text, hidden)
    assert len(result) == len(text)
    for at, (now, was) in enumerate(zip(result, text, strict=True)):
        inside = any(span.start <= at < span.end for span in hidden)
        assert now == (was if was == "\n" or not inside else " ")


@given(TEXTS, st.sampled_from(["en", "de", "fr", "sv"]))
def test_quotations_rise_apart_from_one_another_without_blanks_at_their_ends(text: str, language: str) -> None:
    at = 0
    for found in find_quotations(text, (), language).found:
        assert at <= found.outer.start <= found.span.start < found.span.end <= found.outer.end <= len(text)
        words = found.span.of(text)
        assert words == words.strip()
        at = found.span.end


def test_a_quotation_in_another_is_no_quotation_of_its_own() -> None:
    assert quoted("“She said ‘go’ twice,” he wrote.") == ["She said ‘go’ twice,"]


def test_nothing_is_found_in_hidden_passages() -> None:
    text = "“Stay,” she said. “Go,” he said."
    assert quoted(text) == ["Stay,", "Go,"]
    assert quoted(text, (Span(0, 8),)) == ["Go,"]


def test_a_quotation_that_a_paragraph_leaves_open_goes_on_in_the_next() -> None:
    text = "The mayor wrote to us.\n\n“The walls are old.\n\n“They will not last,” she said."
    assert quoted(text) == ["The walls are old.", "They will not last,"]
    assert find_quotations(text, (), "en").doubtful == []


def test_line_breaks_inside_wrapped_paragraphs_become_blanks_of_the_same_offsets() -> None:
    text = "The harbour master wrote\nto all crews that “we\nclose” at noon.\n\nNobody\nanswered the letter.\n"
    found = find_quotations(text, (), "en")
    assert len(found.text) == len(text)
    assert found.printed == text
    assert [each.span.of(found.text) for each in found.found] == ["we close"]
