"""Codes of symbol fonts as Unicode's characters; what is not known is not guessed."""

from __future__ import annotations

import pytest

from desktop.intake.office.symbol_fonts import sign_of, signs_of


@pytest.mark.parametrize(
    ("code", "font", "sign"),
    [
        (0xF061, "Symbol", "α"),
        (0x61, "symbol", "α"),
        (0xF0A3, "Symbol", "≤"),
        (0xF0E5, "Symbol", "∑"),
        (0xF07E, "Symbol", "∼"),
        (0xF0F0, "Symbol", None),
        (0xF0FC, "Wingdings", "✓"),
        (0xF081, "Wingdings", "①"),
        (0xF0FF, "Wingdings", None),
        (0xF04A, "Webdings", None),
        (0xF094, "Times New Roman", "”"),
        (0x94, "Times New Roman", "”"),
        (0xF081, "Times New Roman", None),
        (0x201D, "Times New Roman", "”"),
        (0xD800, "Times New Roman", ""),
        (0x110000, "Times New Roman", ""),
        (0, "Times New Roman", ""),
    ],
)
def test_signs(code: int, font: str, sign: str | None) -> None:
    assert sign_of(code, font) == sign


def test_only_codes_of_the_private_area_are_replaced_in_a_text() -> None:
    assert signs_of("a \uf061 \uf0f0 \ue000", "Symbol") == "a α \uf0f0 \ue000"
