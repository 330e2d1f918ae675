"""Every text colour can be read on the ground it stands on, and every field and button be seen, in light and dark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor

from desktop.domain import Status
from desktop.ui.status_words import STATUS_SIGN, STATUS_WORD
from desktop.ui.theme import DARK, LIGHT, Theme, style_sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

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


# What fields and buttons stand on: frame, paper, cards, bars, messages, chosen rows.
UNDER_CONTROLS = ("window", "ground", "raised", "accent_ground", "alert_ground", "disputed_ground")
CONTROLS = ("QPushButton", "QToolButton", "QLineEdit", "QComboBox", "QAbstractSpinBox", "QPlainTextEdit")
FRAMED = ("QMenu", "QComboBox QAbstractItemView")


def borders(theme: Theme, controls: Sequence[str]) -> dict[str, str]:
    """Return the colour of the border that each rule of the style sheet gives to these; not while they are disabled."""
    found = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", style_sheet(theme)):
        colour = re.search(r"border(?:-color)?:[^;]*(#[0-9a-fA-F]{6})", body)
        for selector in map(str.strip, selectors.split(",")):
            if colour is not None and selector.startswith(tuple(controls)) and ":disabled" not in selector:
                found[selector] = colour[1]
    return found


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_borders_of_fields_and_buttons_are_seen_on_every_ground(theme: Theme) -> None:
    found = borders(theme, CONTROLS)
    for control in CONTROLS:  # each has a border of its own, whatever else is so
        assert any(selector.startswith(control) for selector in found), control
    faint = {
        (selector, ground): round(ratio, 2)
        for selector, colour in found.items()
        for ground in UNDER_CONTROLS
        if (ratio := contrast(QColor(colour), theme.colour(ground))) < 3
    }
    assert not faint


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_what_pops_up_has_a_frame(theme: Theme) -> None:
    found = borders(theme, FRAMED)
    for pop_up in FRAMED:
        assert contrast(QColor(found[pop_up]), theme.colour("window")) >= 3
        assert contrast(QColor(found[pop_up]), theme.colour("raised")) >= 3


def test_each_status_has_a_sign_and_a_word_of_its_own() -> None:
    assert len(set(STATUS_SIGN.values())) == len(set(STATUS_WORD.values())) == len(Status)
