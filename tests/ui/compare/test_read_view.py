"""The reading view on the sample desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.ui.compare.layout.page import BlockKind
from desktop.ui.compare.panes.text_pane import TextPane
from desktop.ui.compare.read_view import ReadView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.session.session import Session


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> ReadView:
    view = ReadView(session)
    qtbot.addWidget(view)
    view.resize(700, 600)
    view.show()
    qtbot.waitExposed(view)
    return view


def _pane(view: ReadView) -> TextPane:
    pane = view.findChild(TextPane, "reading-text")
    assert pane is not None
    return pane


def test_hidden_passages_are_a_note_that_unfolds(view: ReadView) -> None:
    pane = _pane(view)
    notes = [number for number, block in enumerate(pane.page.blocks) if block.kind is BlockKind.NOTE]
    assert notes
    assert "Join now for FREE" not in pane.toPlainText()
    for number in reversed(notes):
        pane.touch((number, 0))
    assert "Join now for FREE" in pane.toPlainText()


def test_what_is_not_given_is_said_and_never_guessed(view: ReadView, session: Session) -> None:
    label = view.findChild(QLabel, "reading-meta")
    assert label is not None
    assert session.pair.b is not None
    session.pair.show(session.pair.b.id)
    assert "outlet not given" in label.text()
    assert "version 1" in label.text()


def test_the_side_decides_what_is_read(view: ReadView, session: Session) -> None:
    session.pair.set_side("b")
    assert _pane(view).toPlainText().startswith("US says Russia buying")


def test_enter_on_a_quote_chooses_it(qtbot: QtBot, view: ReadView, session: Session) -> None:
    assert session.desk is not None
    assert session.pair.a is not None
    pane = _pane(view)
    quote = session.desk.quotes(session.pair.a.id)[3]
    pane.setFocus()
    pane.put_caret("a", quote.span.start + 1)
    qtbot.keyClick(pane, Qt.Key.Key_Return)
    assert session.pair.selected == quote
    assert pane.chosen


def test_find_and_zoom_work_here_too(view: ReadView, session: Session) -> None:
    view.finder.open()
    view._find_bar.field.setText("Pyongyang")
    view.finder.next()
    assert _pane(view).current_match
    session.zoom_by(1)
    assert session.settings.zoom == 110


def test_nothing_to_read_says_so(view: ReadView, session: Session) -> None:
    session.close_desk()
    label = view.findChild(QLabel, "reading-empty-sentence")
    assert label is not None
    assert label.isVisible()
