"""Raised figures: numbers of notes are told from powers, units, hours, cents and fractions."""

from __future__ import annotations

import pytest

from desktop.domain import Span
from desktop.intake.pdf.lines import part_notes


@pytest.mark.parametrize(
    ("before", "figure", "after", "shown"),
    [
        ("It costs $5", "2", " a head", None),
        ("“It is done.”", "13", " Then he left", None),
        ("in the year 2024", "7", ".", None),
        ("an area of 5 km", "2", " of woods", "an area of 5 km² of woods"),
        ("about 3 × 10", "6", " people", "about 3 × 10⁶ people"),
        ("um 10", "30", " Uhr", "um 10³⁰ Uhr"),
        ("costs $5", "99", " today", "costs $5⁹⁹ today"),
        ("2", "1", "/2 cups", "2¹/2 cups"),
        ("ran 20 times", "2", " more", None),
    ],
)
def test_a_raised_figure_is_a_note_or_stays_raised(before: str, figure: str, after: str, shown: str | None) -> None:
    span = Span(len(before), len(before) + len(figure))
    text = before + figure + after
    assert part_notes(text, [span]) == ((shown, []) if shown else (text, [span]))
