"""Numbers of notes, as office programs show them."""

from __future__ import annotations


def note_label(kind: str, number: int) -> str:
    """Give the number of a note as Word shows it unless told otherwise: Roman for endnotes."""
    return str(number) if kind == "footnote" else _roman(number)


def _roman(number: int) -> str:
    digits = ""
    for worth, letters in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    ):
        digits += letters * (number // worth)
        number %= worth
    return digits
