"""Quotation marks of a text: each is found where it stands, apostrophes are left out, and oddness tells its part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.languages.registry import reporting_in
from desktop.text.quotation.quote_marks import Family, Mark, holds_mark, scan

TEXTS = st.text(alphabet="ab s.,\n“”„‘’'\"«»‹›「」", max_size=40)


def marks(text: str, language: str = "en", *, low_high: bool = False) -> list[Mark]:
    return scan(text, 0, len(text), reporting_in(language).marks, low_high=low_high)


@given(TEXTS, st.sampled_from(["en", "de", "fr", "tr"]))
def test_marks_rise_stand_where_they_say_and_no_part_costs_less_than_nothing(text: str, language: str) -> None:
    at = 0
    for mark in marks(text, language):
        assert at <= mark.start < mark.end
        assert text[mark.start : mark.end] == mark.glyph
        assert min(mark.opens, mark.closes, mark.ignored) >= 0
        at = mark.end


@given(TEXTS)
def test_a_text_in_which_none_may_be_has_none(text: str) -> None:
    assert holds_mark(text) or marks(text) == []


@pytest.mark.parametrize("text", ["They don't know.", "Ann’s boat", "It’s the crew’s", "5' 11"])
def test_apostrophes_inside_words_and_feet_are_no_marks(text: str) -> None:
    assert marks(text) == []


@pytest.mark.parametrize(
    ("text", "language", "low_high", "family"),
    [
        ("He said “no” today", "en", False, Family.DOUBLE),
        ('He said "no" today', "en", False, Family.DOUBLE),
        ("He said ‘no’ today", "en", False, Family.SINGLE),
        ("Er sagte „nein“ heute", "de", True, Family.DOUBLE),
        ("Il a dit « non » hier", "fr", False, Family.GUILLEMET),
        ("Er sagte ‹nein› heute", "de", False, Family.ANGLE),
        ("他说「不」了", "zh", False, Family.CORNER),
    ],
)
def test_of_two_marks_around_words_the_first_opens_and_the_second_closes(
    text: str, language: str, low_high: bool, family: Family
) -> None:
    opener, closer = marks(text, language, low_high=low_high)
    assert opener.family is closer.family is family
    assert opener.opens < opener.closes
    assert closer.closes < closer.opens


def test_a_word_that_lost_its_beginning_is_hardly_opened_by_its_apostrophe() -> None:
    [decade], [word] = marks("in the ’90s"), marks("he said ‘ninety")
    assert decade.opens > word.opens
    assert decade.ignored < word.ignored
