from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.compare import offsets

texts = st.text(st.characters(exclude_categories=()), max_size=60)


@given(texts)
def test_what_is_shown_has_one_character_for_each_code_point(text: str) -> None:
    shown = offsets.shown(text)
    assert len(shown) == len(text)
    assert not set(shown) & set("\n\r\u2028\u2029\x00")
    shown.encode("utf-16-le")


@given(texts, st.integers(0, 60))
def test_units_and_index_are_each_others_inverse(text: str, at: int) -> None:
    shown = offsets.shown(text)
    place = min(at, len(shown))
    assert offsets.index(shown, offsets.units(shown, place)) == place


def test_an_astral_character_takes_two_units() -> None:
    assert offsets.units("a😀b", 2) == 3
    assert offsets.index("a😀b", 3) == 2
    assert offsets.is_wide("a😀b")
    assert not offsets.is_wide("añ中b")
