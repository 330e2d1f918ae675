"""Typed words save by themselves: as a draft while typing, as one mark when done, and back after a crash."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from desktop.desk.open_desk import Desk
from desktop.domain import Act, Draft, Status
from desktop.ui.quotes.panel import QuotePanel
from desktop.ui.session.session import Session
from desktop.ui.widgets.verdict_buttons import StatusButton
from tests.ui.quotes.panel_driver import CTRL, LEFT, click_row, find, history_on_disk, on_disk, press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.domain import Quote
    from desktop.ui.settings import Settings


def note_of(panel: QuotePanel) -> QPlainTextEdit:
    return find(panel, QPlainTextEdit, "quote-note")


def evidence_of(panel: QuotePanel) -> QPlainTextEdit:
    return find(panel, QPlainTextEdit, "quote-evidence")


def drafts(session: Session) -> list[Draft]:
    assert session.desk is not None
    return session.desk.drafts()


def test_note_and_evidence_become_one_mark_when_the_focus_leaves_them(
    panel: QuotePanel, session: Session, desk_path: Path
) -> None:
    click_row(panel, 2)
    panel.focus_note()
    QTest.keyClicks(note_of(panel), "garbled copy")
    QTest.keyClick(note_of(panel), Qt.Key.Key_Tab)
    assert evidence_of(panel).hasFocus()
    QTest.keyClicks(evidence_of(panel), "briefing, p. 3")
    assert panel.model.shown[2].marks == 0
    panel.list.setFocus()
    quote = panel.model.shown[2]
    session.close_desk()
    history = [(mark.act, mark.status, mark.note, mark.evidence) for mark in history_on_disk(desk_path, quote)]
    assert history == [(Act.NOTE, Status.UNVERIFIED, "garbled copy", "briefing, p. 3")]


def test_words_are_a_draft_shortly_after_the_last_key_and_none_once_they_are_a_mark(
    qtbot: QtBot, panel: QuotePanel, session: Session
) -> None:
    click_row(panel, 2)
    panel.focus_note()
    QTest.keyClicks(note_of(panel), "half a sent")
    qtbot.waitUntil(lambda: [draft.note for draft in drafts(session)] == ["half a sent"])
    QTest.keyClick(note_of(panel), Qt.Key.Key_Return, CTRL)
    assert panel.model.shown[2].note == "half a sent"
    assert note_of(panel).hasFocus()
    assert drafts(session) == []


def test_escape_goes_to_the_list_and_keeps_the_words(panel: QuotePanel, session: Session) -> None:
    click_row(panel, 2)
    panel.focus_note()
    QTest.keyClicks(note_of(panel), "kept")
    QTest.keyClick(note_of(panel), Qt.Key.Key_Escape)
    assert panel.list.hasFocus()
    assert note_of(panel).toPlainText() == "kept"
    assert panel.model.shown[2].note == "kept"


def test_a_button_takes_the_words_along_in_its_mark(panel: QuotePanel, session: Session, desk_path: Path) -> None:
    click_row(panel, 2)
    panel.focus_note()
    QTest.keyClicks(note_of(panel), "on tape")
    QTest.mouseClick(find(panel, StatusButton, "quote-verified"), LEFT)
    quote = panel.model.shown[2]
    session.close_desk()
    history = [(mark.act, mark.status, mark.note) for mark in history_on_disk(desk_path, quote)]
    assert history == [(Act.MARK, Status.VERIFIED, "on tape")]


def test_the_shortcut_takes_the_words_along_and_gives_the_list_the_keys(
    panel: QuotePanel, session: Session, desk_path: Path
) -> None:
    click_row(panel, 2)
    panel.focus_note()
    QTest.keyClicks(note_of(panel), "heard by phone")
    panel.quote_actions.mark_and_go(Status.VERIFIED)
    assert panel.list.hasFocus()
    quote = panel.model.shown[2]
    session.close_desk()
    assert [mark.act for mark in history_on_disk(desk_path, quote)] == [Act.MARK]
    assert on_disk(desk_path, quote).note == "heard by phone"


def test_choosing_another_quote_commits_and_each_field_keeps_its_own_words(panel: QuotePanel) -> None:
    click_row(panel, 2)
    panel.focus_note()
    QTest.keyClicks(note_of(panel), "first")
    panel.next_quote()
    assert note_of(panel).toPlainText() == ""
    panel.previous_quote()
    assert note_of(panel).toPlainText() == "first"
    assert [quote.note for quote in panel.model.shown if quote.note] == ["first"]


def test_closing_keeps_typed_words(panel: QuotePanel, session: Session, desk_path: Path) -> None:
    click_row(panel, 2)
    panel.focus_note()
    QTest.keyClicks(note_of(panel), "last words")
    quote = panel.model.shown[2]
    session.close_desk()
    assert on_disk(desk_path, quote).note == "last words"


def test_closing_without_a_name_keeps_a_draft_and_asks_nothing(
    panel: QuotePanel, session: Session, desk_path: Path
) -> None:
    session.set_checker("")
    asked: list[bool] = []
    session.checker_requested.connect(lambda: asked.append(True))
    click_row(panel, 2)
    panel.focus_note()
    QTest.keyClicks(note_of(panel), "nameless")
    quote = panel.model.shown[2]
    session.close_desk()
    assert asked == []
    with Desk.open(desk_path) as desk:
        assert desk.drafts() == [Draft(quote.id, "nameless", "")]
        assert desk.history(quote.id) == []


def test_undo_of_a_note_empties_the_field(panel: QuotePanel, session: Session) -> None:
    click_row(panel, 2)
    panel.focus_note()
    QTest.keyClicks(note_of(panel), "wrong")
    panel.list.setFocus()
    session.undo_stack.undo()
    assert note_of(panel).toPlainText() == ""
    assert panel.model.shown[2].note == ""
    session.undo_stack.redo()
    assert note_of(panel).toPlainText() == "wrong"


def test_a_field_keeps_its_own_undo_only_while_it_has_something_to_take_back(panel: QuotePanel) -> None:
    def claims() -> bool:
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, CTRL, "")
        asked.ignore()
        QApplication.sendEvent(note_of(panel), asked)
        return asked.isAccepted()

    click_row(panel, 2)
    panel.focus_note()
    assert not claims()
    QTest.keyClicks(note_of(panel), "x")
    assert claims()


def reopened(qtbot: QtBot, settings: Settings, path: Path) -> QuotePanel:
    """The panel of a program that was started anew."""
    session = Session(settings)
    session.open_desk(Desk.open(path))
    panel = QuotePanel(session)
    session.setParent(panel)
    qtbot.addWidget(panel)
    panel.resize(362, 830)
    panel.show()
    return panel


def half_typed(path: Path) -> Quote:
    """Leave half-typed words in a desk, as a crash does."""
    with Desk.open(path) as desk:
        quote = desk.quotes(desk.articles()[1].newest)[3]
        desk.save_draft(Draft(quote.id, "half a tho", ""))
    return quote


def test_words_left_by_a_crash_are_offered_and_kept_on_demand(
    qtbot: QtBot, settings: Settings, desk_path: Path
) -> None:
    quote = half_typed(desk_path)
    panel = reopened(qtbot, settings, desk_path)
    assert panel.foot.notice.isVisible()
    QTest.mouseClick(find(panel, QPushButton, "quote-drafts-show"), LEFT)
    assert [chosen.id for chosen in panel.list.selected_quotes()] == [quote.id]
    assert note_of(panel).toPlainText() == "half a tho"
    panel.list.setFocus()
    press(panel, "u")
    panel.previous_quote()
    assert panel.session.quote_now(quote.id) is not None
    assert panel.list.selected_quotes()[0].note == ""
    assert note_of(panel).toPlainText() == "half a tho"
    QTest.mouseClick(find(panel, QPushButton, "quote-draft-keep"), LEFT)
    assert panel.list.selected_quotes()[0].note == "half a tho"
    assert not panel.foot.notice.isVisible()
    assert drafts(panel.session) == []
    panel.session.close_desk()


def test_words_left_by_a_crash_can_be_discarded(qtbot: QtBot, settings: Settings, desk_path: Path) -> None:
    quote = half_typed(desk_path)
    panel = reopened(qtbot, settings, desk_path)
    panel.session.pair.show_quote(quote)
    QTest.mouseClick(find(panel, QPushButton, "quote-draft-discard"), LEFT)
    assert note_of(panel).toPlainText() == ""
    assert drafts(panel.session) == []
    panel.list.setFocus()
    assert panel.session.quote_now(quote.id) == quote
    panel.session.close_desk()


def test_words_survive_when_the_disk_refuses_the_mark(panel: QuotePanel, session: Session, desk_path: Path) -> None:
    click_row(panel, 2)
    panel.focus_note()
    QTest.keyClicks(note_of(panel), "precious")
    other = sqlite3.connect(desk_path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    panel.next_quote()
    assert session.pending is not None
    assert "Another program is writing" in session.pending.why
    assert [quote.note for quote in panel.model.all if quote.note] == []
    other.execute("ROLLBACK")
    other.close()
    panel.previous_quote()
    assert note_of(panel).toPlainText() == "precious"
    panel.next_quote()
    assert panel.model.shown[2].note == "precious"
