"""Is a suggested file name one that every system takes?"""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.log import slug, suggested_name
from tests.log.examples import NOON

TITLES = [
    *("../../etc/passwd", "C:\\Windows\\x", "/abs/olute", "a/b", "a\\b", "a:b", "a*b?", 'a"b', "<a>|b", "x" * 300),
    *("CON", "con", "nul", "NUL.txt", "aux.", "PRN", "COM1", "com9.csv", "LPT1", "COM¹", "con-fused", "CONIN$"),
    *("trailing.", "trailing ", " leading", ".hidden", "-rf", "--", "...", "", " ", "\x00", "a\nb", "a\u202eb"),
    *("Überfahrt", "北京的桥", "हिन्दी", "العربية", "🤯", "a🤯b", "北" * 300, "_under_score_"),
]


def safe(name: str) -> bool:
    letters = all(c == "-" or unicodedata.category(c)[0] in "LNM" for c in name)
    return letters and 0 < len(name) <= 90 and len(name.encode()) <= 210 and not name.startswith("-")


@pytest.mark.parametrize("title", TITLES)
def test_titles_become_safe_names(title: str) -> None:
    assert safe(slug(title))


@given(st.text())
def test_any_title_becomes_a_safe_name(title: str) -> None:
    assert safe(slug(title))


@pytest.mark.parametrize("title", ["CON", "nul", "Com1", "LPT9", "COM¹", "aux.", "NUL.txt"])
def test_names_that_windows_keeps_for_itself_are_not_suggested(title: str) -> None:
    assert slug(title).startswith("desk-")


def test_ordinary_titles_stay_readable() -> None:
    assert slug("Arms for Russia: what we know") == "Arms-for-Russia-what-we-know"
    assert slug("Überfahrt") == "Überfahrt"
    assert slug("हिन्दी") == "हिन्दी"


def test_the_suggested_name_has_desk_day_and_ending() -> None:
    name = suggested_name("The bridge", NOON, "csv")
    assert name.startswith("The-bridge-log-2026-03-0")
    assert name.endswith(".csv")
