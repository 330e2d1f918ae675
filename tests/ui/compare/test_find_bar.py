from __future__ import annotations

import re

import pytest

from desktop.domain import Span
from desktop.ui.compare import find_bar
from desktop.ui.compare.find_bar import find_all


def test_case_does_not_matter() -> None:
    assert find_all("korea", "Korea, KOREA, Koreans", pattern=False, whole=False) == [
        Span(0, 5),
        Span(7, 12),
        Span(14, 19),
    ]


def test_whole_words_only() -> None:
    assert find_all("korea", "Korea, Koreans", pattern=False, whole=True) == [Span(0, 5)]


def test_signs_are_plain_unless_a_pattern_is_asked_for() -> None:
    assert find_all("a.c", "abc a.c", pattern=False, whole=False) == [Span(4, 7)]
    assert find_all("a.c", "abc a.c", pattern=True, whole=False) == [Span(0, 3), Span(4, 7)]


def test_a_pattern_that_finds_nothing_nowhere_ends() -> None:
    assert find_all("x*", "abc", pattern=True, whole=False) == []


def test_a_broken_pattern_is_an_error_of_its_own() -> None:
    with pytest.raises(re.error):
        find_all("(", "abc", pattern=True, whole=False)


@pytest.mark.parametrize("part", [1, 2, 3, 7, 100])
@pytest.mark.parametrize("words", ["a", "aa", "aba", "b a"])
def test_words_across_the_parts_of_a_long_text_are_found_as_in_one_part(
    monkeypatch: pytest.MonkeyPatch, part: int, words: str
) -> None:
    text = "aaaa Ababa b ab aab a"
    for whole in (False, True):
        at_once = find_all(words, text, pattern=False, whole=whole)
        with monkeypatch.context() as patch:
            patch.setattr(find_bar, "_PART", part)
            assert find_all(words, text, pattern=False, whole=whole) == at_once
