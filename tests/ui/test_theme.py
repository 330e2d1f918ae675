"""Every text colour can be read on the ground it stands on, in light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain import Status
from desktop.ui.status_words import STATUS_SIGN, STATUS_WORD
from desktop.ui.theme import DARK, LIGHT, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

PAIRS = [
    ("text", "ground"), ("text", "window"), ("text", "raised"), ("text", "accent_ground"), ("text", "quote_ground"),
    ("text", "find_ground"), ("text", "gone_ground"), ("text", "new_ground"), ("text", "moved_ground"),
    ("faint", "ground"), ("faint", "window"), ("faint", "raised"), ("faint", "accent_ground"),
    ("gone", "gone_ground"), ("new", "new_ground"), ("moved", "moved_ground"), ("alert", "alert_ground"),
    ("verified", "verified_ground"), ("disputed", "disputed_ground"), ("unverified", "unverified_ground"),
    ("gone", "quote_ground"), ("new", "quote_ground"), ("badge_text", "badge_a"), ("badge_text", "badge_b"),
    ("ground", "accent"),
]  # fmt: skip


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read_on_its_ground(theme: Theme, text: str, ground: str) -> None:
    assert contrast(theme.colour(text), theme.colour(ground)) >= 4.5


def test_each_status_has_a_sign_and_a_word_of_its_own() -> None:
    assert len(set(STATUS_SIGN.values())) == len(set(STATUS_WORD.values())) == len(Status)
