"""A quotes panel on the sample desk, with the window's share of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.ui.quotes import panel as panels
from desktop.ui.quotes.panel import QuotePanel
from tests.journeys.window_driver import put_sample

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.session.session import Session
    from desktop.ui.window.main_window import MainWindow
    from desktop.ui.window.workbench import Workbench


@pytest.fixture
def panel(qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch) -> QuotePanel:
    monkeypatch.setattr(panels, "_WORDINGS_AFTER_MS", 0)  # the story is grouped at once
    panel = QuotePanel(session)
    qtbot.addWidget(panel)
    panel.resize(362, 830)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    with qtbot.waitSignal(panel.story.grouped):
        pass
    for name in ("details", "wordings", "earlier"):  # what is folded stays unfolded from quote to quote
        panel.card.sections.button(name).setChecked(True)
    return panel


@pytest.fixture
def bench(qtbot: QtBot, window: MainWindow) -> Workbench:
    """The sample desk in the real window, with a checker who has a name."""
    put_sample(window)
    window.desk_menu.open_sample()
    window.session.set_checker("Ada")
    qtbot.waitUntil(lambda: window.session.pair.comparison is not None)
    assert window.bench is not None
    return window.bench


@pytest.fixture
def announcements(session: Session) -> list[str]:
    """What the session says during a test."""
    sentences: list[str] = []
    session.announced.connect(sentences.append)
    return sentences
