"""A colleague's desk comes in, what the two marked differently is settled, and how far they agree is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from desktop.desk import Desk
from desktop.domain import Act, MarkChange, Status
from desktop.ui.dialogs.agreement import AgreementDialog
from desktop.ui.dialogs.settle import SettleDialog
from tests.journeys.acting import click, find, messages, open_sample, press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window import MainWindow


def two_checkers(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    """Ada verified two quotes; on a copy without marks Grace disputed the first and verified the second."""
    open_sample(qtbot, window)
    window.session.set_checker("Ada")
    desk = window.session.desk
    assert desk is not None
    assert window.session.a is not None
    copy = tmp_path / "grace.desk"
    desk.blind_copy(copy)
    first, second = desk.quotes(window.session.a.id)[3:5]
    window.session.set_status([first, second], Status.VERIFIED)
    with Desk.open(copy) as other:
        theirs = {quote.uid: quote.id for story in other.stories() for quote in other.story_quotes(story.id)}
        change = MarkChange(status=Status.DISPUTED, reason="truncated")
        other.mark([theirs[first.uid]], change, checker="Grace")
        other.mark([theirs[second.uid]], MarkChange(status=Status.VERIFIED), checker="Grace")
    window.desk_care.merge(copy)


def test_a_disagreement_is_settled_from_the_message_by_key_and_taken_back(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    two_checkers(qtbot, window, tmp_path)
    desk = window.session.desk
    assert desk is not None
    assert "disagree on 1 quote" in messages(window)
    click(find(window, QPushButton, "message-first"))
    dialog = find(window, SettleDialog, "settle")
    qtbot.waitUntil(dialog.isActiveWindow)
    quote = dialog.current()
    assert quote is not None
    QTest.keyClicks(dialog.table, "d")
    assert desk.history(quote.id)[0].act is Act.SETTLED
    assert desk.quote(quote.id).reason == "truncated"
    assert "no quote" in dialog.about.text()
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [each.id for each in desk.disagreements()] == [quote.id]
    with Desk.open(desk.path, read_only=True) as looking:
        assert [mark.act for mark in looking.history(quote.id)][:2] == [Act.UNDO, Act.SETTLED]
    dialog.close()


def test_the_menu_counts_what_waits_to_be_settled(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    two_checkers(qtbot, window, tmp_path)
    menu = find(window, QMenu, "desk-menu")
    menu.popup(QPoint(0, 0))
    assert window.actions_["settle"].text() == "Sett&le disagreements (1)…"
    menu.close()


def test_how_far_two_checkers_agree_is_one_key_away(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    two_checkers(qtbot, window, tmp_path)
    press(window, "Ctrl+Shift+G")
    dialog = find(window, AgreementDialog, "agreement")
    cells = [dialog.model.item(0, column).text() for column in range(4)]
    assert cells == ["Ada and Grace", "2 quotes", "1", "50 %"]
    dialog.close()
