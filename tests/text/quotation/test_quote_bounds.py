"""The ends of a quote move by words, and a quote falls into two that share nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Span
from desktop.text.quotation.quote_bounds import (
    halves,
    trimmed,
    with_end_at,
    with_end_moved,
    with_start_at,
    with_start_moved,
)

TEXT = "He said: “We will go, and we—all of us—stay.” Then, “Zoë’s 😀 dogs left,” she added."


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def test_an_end_moves_over_words_and_the_stop_that_follows_them() -> None:
    span = span_of("We will go")
    bounds = []
    for _ in range(3):
        span = with_end_moved(TEXT, span, 1)
        bounds.append(span.of(TEXT))
    assert bounds == ["We will go,", "We will go, and", "We will go, and we"]
    assert with_end_moved(TEXT, span_of("We will go,"), -1).of(TEXT) == "We will go"


def test_an_end_stops_before_the_mark_that_closes_the_quote() -> None:
    assert with_end_moved(TEXT, span_of("all of us—stay"), 1).of(TEXT) == "all of us—stay."
    assert with_end_moved(TEXT, span_of("all of us—stay."), 1).of(TEXT) == "all of us—stay.” Then"


def test_a_start_moves_to_the_first_letter_of_a_word() -> None:
    assert with_start_moved(TEXT, span_of("We will go"), 1).of(TEXT) == "will go"
    assert with_start_moved(TEXT, span_of("We will go"), -1).of(TEXT) == "said: “We will go"


def test_no_end_takes_the_last_word_away() -> None:
    assert with_end_moved(TEXT, span_of("stay"), -1) == span_of("stay")
    assert with_start_moved(TEXT, span_of("stay"), 1) == span_of("stay")
    assert with_start_moved(TEXT, span_of("He"), -1) == span_of("He")
    assert with_end_moved(TEXT, Span(0, len(TEXT)), 1) == Span(0, len(TEXT))


def test_a_quote_is_split_around_words_that_belong_to_neither_half() -> None:
    whole = Span(TEXT.index("We will"), TEXT.index(",” she"))
    parts = halves(TEXT, whole, span_of(".” Then, “"))
    assert parts is not None
    assert [part.of(TEXT) for part in parts] == ["We will go, and we—all of us—stay", "Zoë’s 😀 dogs left"]


def test_a_caret_inside_a_word_splits_before_it_and_punctuation_begins_no_half() -> None:
    whole = span_of("We will go, and we")
    inside = TEXT.index("and") + 2
    parts = halves(TEXT, whole, Span(inside, inside))
    assert parts is not None
    assert [part.of(TEXT) for part in parts] == ["We will go,", "and we"]
    comma = TEXT.index(", and")
    parts = halves(TEXT, whole, Span(comma, comma))
    assert parts is not None
    assert [part.of(TEXT) for part in parts] == ["We will go", "and we"]


def test_what_cannot_be_split_is_left_whole() -> None:
    assert halves(TEXT, span_of("stay"), Span(span_of("stay").start + 2, span_of("stay").start + 2)) is None
    assert halves(TEXT, span_of("stay"), Span(0, 1)) is None


def test_marks_and_spaces_at_the_ends_are_left_out() -> None:
    around = span_of(" “We will go")
    found = trimmed(TEXT, around)
    assert found is not None
    assert found.of(TEXT) == "We will go"
    assert trimmed(TEXT, span_of(" “")) is None
    for mark in '"“”„«»‹›「」':
        assert trimmed(f"{mark} We go. {mark}", Span(0, 10)) == Span(2, 8)


def test_an_end_goes_to_the_stop_nearest_to_a_place() -> None:
    whole = span_of("We will go, and we—all of us—stay")
    assert with_end_at(TEXT, whole, span_of("will").start + 3).of(TEXT) == "We will"
    assert with_end_at(TEXT, whole, 0).of(TEXT) == "We"
    assert with_start_at(TEXT, whole, span_of("stay").start + 1).of(TEXT) == "stay"
    assert with_start_at(TEXT, whole, len(TEXT)).of(TEXT) == "stay"


LETTERS = st.text(alphabet="ab é—“”,. \n😀'’", min_size=1, max_size=40)


@given(LETTERS, st.data())
def test_moved_and_split_quotes_stay_in_the_text_and_hold_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    for moved in (with_end_moved, with_start_moved):
        for step in (1, -1):
            now = moved(text, span, step)
            assert now == span or (0 <= now.start < now.end <= len(text) and any(c.isalnum() for c in now.of(text)))
    for put in (with_end_at, with_start_at):
        now = put(text, span, data.draw(st.integers(-5, len(text) + 5)))
        assert now == span or (0 <= now.start < now.end <= len(text) and any(c.isalnum() for c in now.of(text)))
    at = data.draw(st.integers(span.start, span.end))
    parts = halves(text, span, Span(at, at))
    if parts is not None:
        first, second = parts
        assert span.start <= first.start < first.end <= second.start < second.end <= span.end
        assert not first.of(text)[-1].isspace()
        assert not second.of(text)[0].isspace()


@pytest.mark.parametrize("words", ["…", " – ", "?!", "“”", "\n"])
def test_what_holds_no_word_is_no_quote(words: str) -> None:
    text = f"He said {words} twice."
    start = text.index(words)
    assert trimmed(text, Span(start, start + len(words))) is None
