"""The guide in every language that there is: F1 finds what it says of each place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from desktop.translation import choose
from desktop.ui.dialogs.guide import TOPICS, GuideDialog, guide_text
from tests.translations.catalogues import paths

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LANGUAGES = [path.stem for path in paths()]


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_every_place_has_its_lines(language: str, qtbot: QtBot) -> None:
    english = guide_text()
    assert choose([language]) == language
    assert (guide_text() == english) is (language == "en")
    parent = QWidget()
    qtbot.addWidget(parent)
    guide = GuideDialog(parent, lambda _: None)
    lines = set()
    for place in TOPICS:
        guide.show_topic(place)
        assert guide.topic(), place
        lines.add(guide.topic())
    assert len(lines) >= len(TOPICS) - 4  # some places share their lines
