"""Numbers of notes as office programs show them."""

from __future__ import annotations

import pytest

from desktop.intake.office.note_numbers import note_label


@pytest.mark.parametrize(
    ("number", "roman"),
    [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (99, "xcix"), (444, "cdxliv"), (2026, "mmxxvi")],
)
def test_endnotes_are_roman_and_footnotes_are_not(number: int, roman: str) -> None:
    assert note_label("endnote", number) == roman
    assert note_label("footnote", number) == str(number)
