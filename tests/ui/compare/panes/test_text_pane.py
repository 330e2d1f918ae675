"""The ends of the chosen quote are dragged from word to word, with a real mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.desk.open_desk import Desk
from desktop.ui.compare.panes.text_pane import TextPane
from desktop.ui.compare.read_view import ReadView
from tests.ui.compare.screen import pane_called, panes, point, quotes_of

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.domain import Quote
    from desktop.ui.compare.view import CompareView
    from desktop.ui.session.session import Session

_LEFT = Qt.MouseButton.LeftButton


def _chosen(session: Session, words: str = "heard it") -> Quote:
    quote = next(quote for quote in quotes_of(session) if words in quote.text)
    session.pair.show_quote(quote)
    return quote


def _grip(pane: TextPane, end: str) -> QPoint:
    grip = pane.handles.grip(end)
    assert grip is not None
    return grip.center().toPoint()


def _drag(qtbot: QtBot, pane: TextPane, end: str, to: QPoint, *, release: bool = True) -> None:
    viewport = pane.viewport()
    qtbot.mousePress(viewport, _LEFT, pos=_grip(pane, end))
    qtbot.mouseMove(viewport, to)
    if release:
        qtbot.mouseRelease(viewport, _LEFT, pos=to)


def _now(session: Session, quote: Quote) -> Quote:
    now = session.quote_now(quote.id)
    assert now is not None
    return now


def _text(session: Session) -> str:
    assert session.pair.a is not None
    return session.pair.a.text


def test_dragging_the_end_takes_in_whole_words_as_one_act(qtbot: QtBot, view: CompareView, session: Session) -> None:
    quote = _chosen(session)
    pane = panes(view)[0]
    end = _text(session).index("told reporters") + len("told")
    _drag(qtbot, pane, "end", point(pane, "a", end - 1))
    assert _now(session, quote).text.endswith("he told")
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert _now(session, quote).text == quote.text


def test_dragging_the_start_leaves_words_out(qtbot: QtBot, view: CompareView, session: Session) -> None:
    quote = _chosen(session)
    pane = panes(view)[0]
    think = quote.span.start + quote.text.index("think")
    _drag(qtbot, pane, "start", point(pane, "a", think))
    assert _now(session, quote).text == quote.text[quote.text.index("think") :]


def test_the_grips_follow_what_was_dragged_and_undone(qtbot: QtBot, view: CompareView, session: Session) -> None:
    quote = _chosen(session)
    pane = panes(view)[0]
    before = _grip(pane, "start")
    _drag(qtbot, pane, "start", point(pane, "a", quote.span.start + quote.text.index("think")))
    assert _grip(pane, "start") != before
    session.undo_stack.undo()
    assert _grip(pane, "start") == before


def test_an_end_cannot_be_dragged_past_the_other(qtbot: QtBot, view: CompareView, session: Session) -> None:
    quote = _chosen(session)
    pane = panes(view)[0]
    _drag(qtbot, pane, "end", point(pane, "a", quote.span.start - 20))
    assert _now(session, quote).text == quote.text.split(maxsplit=1)[0]


def test_escape_leaves_the_quote_as_it_is(qtbot: QtBot, view: CompareView, session: Session) -> None:
    quote = _chosen(session)
    pane = panes(view)[0]
    to = point(pane, "a", quote.span.start + 12)
    _drag(qtbot, pane, "end", to, release=False)
    assert pane.handles.dragging
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert not pane.handles.dragging
    qtbot.mouseRelease(pane.viewport(), _LEFT, pos=to)
    assert _now(session, quote).span == quote.span
    assert session.undo_stack.count() == 0


def test_a_click_on_a_grip_changes_nothing(qtbot: QtBot, view: CompareView, session: Session) -> None:
    quote = _chosen(session)
    pane = panes(view)[0]
    qtbot.mouseClick(pane.viewport(), _LEFT, pos=_grip(pane, "end"))
    assert _now(session, quote).span == quote.span
    assert session.undo_stack.count() == 0
    assert session.pair.selected is not None


def test_the_shape_of_the_cursor_and_a_tip_tell_of_the_grip(qtbot: QtBot, view: CompareView, session: Session) -> None:
    quote = _chosen(session)
    pane = panes(view)[0]
    qtbot.mouseMove(pane.viewport(), QPoint(2, 2))
    qtbot.mouseMove(pane.viewport(), _grip(pane, "end"))
    assert pane.viewport().cursor().shape() is Qt.CursorShape.SizeHorCursor
    assert "longer or shorter" in pane.tooltip_at(_grip(pane, "end"))
    qtbot.mouseMove(pane.viewport(), point(pane, "a", quote.span.start + 20))
    assert pane.viewport().cursor().shape() is Qt.CursorShape.IBeamCursor


def test_the_answering_quote_of_the_other_text_has_no_grips(view: CompareView, session: Session) -> None:
    _chosen(session)
    left, right = panes(view)
    assert left.handles.grip("end") is not None
    assert right.handles.grip("end") is None


def test_it_works_in_the_reading_view(qtbot: QtBot, session: Session) -> None:
    view = ReadView(session)
    qtbot.addWidget(view)
    view.resize(700, 700)
    view.show()
    qtbot.waitExposed(view)
    quote = _chosen(session)
    pane = view.findChild(TextPane, "reading-text")
    assert pane is not None
    _drag(qtbot, pane, "start", point(pane, "a", quote.span.start + quote.text.index("think")))
    assert _now(session, quote).text.startswith("think")


def test_it_works_inline_where_both_texts_stand(qtbot: QtBot, view: CompareView, session: Session) -> None:
    view.show_inline()
    quote = _chosen(session)
    pane = pane_called(view, "compare-text-inline")
    _drag(qtbot, pane, "start", point(pane, "a", quote.span.start + quote.text.index("think")))
    assert _now(session, quote).text.startswith("think")


@pytest.fixture
def read_only(session: Session, desk_path: Path) -> Session:
    session.open_desk(Desk.open(desk_path, read_only=True))
    articles = session.desk.articles() if session.desk else []
    session.pair.compare(articles[1].newest, articles[2].newest)
    return session


def test_a_desk_that_can_only_be_read_has_no_grips(read_only: Session, view: CompareView) -> None:
    _chosen(read_only)
    assert panes(view)[0].handles.grip("end") is None
