"""Likeness of two words of a quote and its source: endings and misheard letters count, numbers only when equal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.languages.registry import language
from desktop.text.sources.likeness import likeness

_WORDS = st.text(st.characters(categories=("Ll", "Nd")), min_size=1, max_size=12)


@given(_WORDS, _WORDS)
def test_it_is_the_same_both_ways_between_nothing_and_one_and_one_for_the_same_word(one: str, other: str) -> None:
    there = likeness(one, other, None)
    assert there == likeness(other, one, None)
    assert 0 <= there <= 1
    assert likeness(one, one, None) == 1


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("harbour", "harbours", True),
        ("walking", "walked", False),  # less than three letters of five
        ("harbour", "parliament", False),
        ("1990", "1991", False),
        ("no", "so", False),
    ],
)
def test_endings_make_words_alike_and_other_figures_and_short_words_do_not(one: str, other: str, alike: bool) -> None:
    assert (likeness(one, other, None) > 0) is alike


def test_a_pronoun_may_stand_for_another_of_its_language() -> None:
    english = language("en")
    assert english is not None
    assert english.spoken is not None
    assert likeness("i", "he", english.spoken) > likeness("i", "he", None) == 0
