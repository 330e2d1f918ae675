"""Quotes in the texts, and their counterparts in the other text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from desktop.domain import Span, Status
from desktop.text.changes import Change, ChangeKind, Kind, Row
from desktop.ui.compare.quotes_in_text import SameWords, counterpart
from tests.ui.compare.screen import panes, point, quotes_of
from tests.ui.compare.texts import comparison, quote, replaced, spot, version

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.compare.view import CompareView
    from desktop.ui.session.session import Session


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
    assert sum(each is not Status.UNVERIFIED for each in status.values()) == 1
    assert (left.page, left.toPlainText(), left.verticalScrollBar().value()) == (page, text, top)


def test_tips_tell_changes_and_quotes_as_plain_text(view: CompareView, session: Session) -> None:
    left, _ = panes(view)
    quote = next(quote for quote in quotes_of(session) if len(quote.text) > 60)
    left.reveal("a", quote.span)
    tooltip = left.tooltip_at(point(left, "a", quote.span.start + 2))
    assert "? Unverified" in tooltip
    assert left.tooltip_at(QPoint(left.viewport().width() - 1, 1)) == ""


def test_every_quote_of_both_sides_is_on_the_screen_once_it_is_chosen(session: Session, view: CompareView) -> None:
    assert session.desk is not None
    articles = session.desk.articles()
    session.pair.set_kind(Kind.ACCOUNTS)
    session.pair.compare(articles[3].newest, articles[2].newest)
    for shown, pane in ((session.pair.a, 0), (session.pair.b, 1)):
        assert shown is not None
        for each in session.desk.quotes(shown.id):
            session.pair.show_quote(each)
            place = view.page_view.panes[pane].page.place("ab"[pane], each.span.start)
            assert place is not None, each.text


A = "The aide said “we will not sell rockets to them” today."
B = 'Today the aide said "we will never sell rockets to them" again.'
ROWS = (Row(Span(0, len(A)), Span(0, len(B))),)


def test_the_same_words_are_found_wherever_they_stand() -> None:
    other = "First, other words. “we will not sell rockets to them”, he said."
    theirs = quote(2, version(other, 2).id, other, "we will not sell rockets to them")
    mine = quote(1, version(A, 1).id, A, "we will not sell rockets to them")
    assert counterpart(mine, [theirs], SameWords([theirs]), None, "a") == theirs.span


def test_an_edited_quote_is_found_by_the_comparison() -> None:
    changes = (
        Change(ChangeKind.REPLACED, Span(0, 3), spot(B, "Today the")),
        Change(ChangeKind.TYPOGRAPHY, spot(A, "“"), Span(B.index('"'), B.index('"') + 1)),
        replaced(A, B, "not", "never"),
    )
    mine = quote(1, version(A, 1).id, A, "we will not sell rockets to them")
    found = counterpart(mine, [], SameWords([]), comparison(changes, ROWS), "a")
    assert found is not None
    assert found.of(B) == "we will never sell rockets to them"
    theirs = quote(2, version(B, 2).id, B, "we will never sell rockets to them")
    back = counterpart(theirs, [mine], SameWords([mine]), comparison(changes, ROWS), "b")
    assert back == mine.span


def test_a_quote_that_is_gone_has_no_counterpart() -> None:
    changes = (Change(ChangeKind.DELETED, spot(A, "“we will not sell rockets to them” "), Span(20, 20)),)
    mine = quote(1, version(A, 1).id, A, "we will not sell rockets to them")
    assert counterpart(mine, [], SameWords([]), comparison(changes, ROWS), "a") is None
