from __future__ import annotations

import re

import pytest

from desktop.domain import Span
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
