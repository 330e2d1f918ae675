"""Quotes in the two texts: chosen, shown, marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from desktop.domain import Status

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.compare.view import CompareView
    from desktop.ui.session.session import Session


from tests.ui.compare.screen import panes, point, quotes_of


def test_a_click_inside_a_quote_chooses_it(qtbot: QtBot, view: CompareView, session: Session) -> None:
    left, _ = panes(view)
    quote = next(quote for quote in quotes_of(session) if len(quote.text) > 60)
    left.reveal("a", quote.span)
    qtbot.mouseClick(left.viewport(), Qt.MouseButton.LeftButton, pos=point(left, "a", quote.span.start + 8))
    assert session.pair.selected == quote


def test_a_click_in_b_lists_the_quotes_of_b(qtbot: QtBot, view: CompareView, session: Session) -> None:
    _, right = panes(view)
    quote = quotes_of(session, "b")[0]
    right.reveal("b", quote.span)
    qtbot.mouseClick(right.viewport(), Qt.MouseButton.LeftButton, pos=point(right, "b", quote.span.start + 3))
    assert session.pair.selected == quote
    assert session.pair.side == "b"


def test_enter_at_the_caret_chooses_the_quote_there(qtbot: QtBot, view: CompareView, session: Session) -> None:
    left, _ = panes(view)
    quote = next(quote for quote in quotes_of(session) if len(quote.text) > 60)
    left.setFocus()
    left.put_caret("a", quote.span.start + 5)
    qtbot.keyClick(left, Qt.Key.Key_Return)
    assert session.pair.selected == quote


def test_choosing_a_quote_shows_it_in_both_texts(view: CompareView, session: Session) -> None:
    left, right = panes(view)
    quote = next(quote for quote in quotes_of(session) if "very plausible" in quote.text)
    session.pair.show_quote(quote)
    for pane in (left, right):
        visible = {block.number for block in pane.visible_blocks()}
        assert set(pane.chosen) & visible
        [(block, [(start, end)])] = pane.chosen.items()
        assert pane.page.blocks[block].text[start:end] == "very plausible"


def test_a_quote_that_is_on_the_screen_does_not_make_the_text_jump(view: CompareView, session: Session) -> None:
    left, _ = panes(view)
    quotes = [quote for quote in quotes_of(session) if "very plausible" in quote.text]
    session.pair.show_quote(quotes[0])
    before = left.verticalScrollBar().value()
    session.pair.select_quote(None)
    session.pair.show_quote(quotes[0])
    assert left.verticalScrollBar().value() == before


def test_a_mark_changes_the_line_under_the_quote_and_nothing_else(view: CompareView, session: Session) -> None:
    left, _ = panes(view)
    quote = quotes_of(session)[0]
    page, text, top = left.page, left.toPlainText(), left.verticalScrollBar().value()
    session.set_status([quote], Status.DISPUTED)
    status = {mark.quote: mark.status for marks in left.quotes.values() for mark in marks}
    assert status[quote.id] is Status.DISPUTED
    assert (left.page, left.toPlainText(), left.verticalScrollBar().value()) == (page, text, top)


def test_tips_tell_changes_and_quotes_as_plain_text(view: CompareView, session: Session) -> None:
    left, _ = panes(view)
    quote = next(quote for quote in quotes_of(session) if len(quote.text) > 60)
    left.reveal("a", quote.span)
    said = left.tell(point(left, "a", quote.span.start + 2))
    assert "Unverified quote" in said
    assert left.tell(QPoint(left.viewport().width() - 1, 1)) == ""
