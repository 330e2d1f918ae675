"""A quotes panel on the sample desk, with the window's share of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.ui.quotes.panel import QuotePanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.session import Session


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> QuotePanel:
    panel = QuotePanel(session)
    qtbot.addWidget(panel)
    panel.resize(362, 830)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    with qtbot.waitSignal(panel.story.known):
        pass
    return panel


@pytest.fixture
def said(session: Session) -> list[str]:
    """What the session says during a test."""
    sentences: list[str] = []
    session.said.connect(sentences.append)
    return sentences
