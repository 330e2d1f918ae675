"""A colleague's desk comes in, what the two marked differently is settled, and how far they agree is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from desktop.desk.open_desk import Desk
from desktop.domain import Act, MarkChange, Status
from desktop.ui.dialogs.settle import AgreementDialog, SettleDialog
from tests.journeys.window_driver import choose_file, click, find, messages, open_sample, press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow


def two_checkers(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    """Ada verified two quotes; on a copy without marks Grace disputed the first and verified the second."""
    open_sample(qtbot, window)
    window.session.set_checker("Ada")
    desk = window.session.desk
    assert desk is not None
    assert window.session.pair.a is not None
    copy = tmp_path / "grace.desk"
    desk.blind_copy(copy)
    first, second = desk.quotes(window.session.pair.a.id)[3:5]
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
    assert "No disagreement waits" in dialog.about.text()
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [each.id for each in desk.disagreements()] == [quote.id]
    with Desk.open(desk.path, read_only=True) as reader:
        assert [mark.act for mark in reader.history(quote.id)][:2] == [Act.UNDO, Act.SETTLED]
    dialog.close()


def be_active(dialog: SettleDialog) -> bool:
    """Activate a dialog after another one was closed: there is no window manager here that would."""
    if not dialog.isActiveWindow():
        dialog.activateWindow()
    return dialog.isActiveWindow()


def test_a_colleague_s_desk_is_merged_from_its_file_and_settled_by_mouse_with_a_note(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_sample(qtbot, window)
    window.session.set_checker("Ada")
    desk, bench = window.session.desk, window.bench
    assert desk is not None
    assert bench is not None
    assert window.session.pair.a is not None
    copy = tmp_path / "grace.desk"
    desk.blind_copy(copy)
    bench.quotes.focus_list()
    press(window, "V", "V", "V")
    marked = [quote for quote in desk.quotes(window.session.pair.a.id) if quote.marks]
    with Desk.open(copy) as other:
        theirs = {quote.uid: quote.id for story in other.stories() for quote in other.story_quotes(story.id)}
        for quote in marked:
            change = MarkChange(status=Status.DISPUTED, reason="truncated", note="the tape goes on")
            other.mark([theirs[quote.uid]], change, checker="Grace")
    window.actions_["merge"].trigger()
    choose_file(qtbot, window, "merge-file", copy)
    qtbot.waitUntil(lambda: messages(window) != "")
    assert "Checkers disagree on 3 quotes" in messages(window)
    click(find(window, QPushButton, "message-first"))
    dialog = find(window, SettleDialog, "settle")
    qtbot.waitUntil(lambda: be_active(dialog))
    place = dialog.table.visualRect(dialog.model.index(1, 0)).center()
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    second = dialog.current()
    assert second is not None
    assert second.uid == marked[1].uid
    QTest.mouseClick(dialog.note, Qt.MouseButton.LeftButton)
    QTest.keyClicks(dialog.note, "Heard the tape")
    click(find(dialog, QPushButton, "settle-verified"))
    assert dialog.model.rowCount() == 2
    assert dialog.table.hasFocus()
    newest = desk.history(second.id)[0]
    assert (newest.act, newest.status, newest.note, newest.checker) == (
        Act.SETTLED,
        Status.VERIFIED,
        "Heard the tape",
        "Ada",
    )
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    back = dialog.current()
    assert back is not None
    assert back.uid == marked[1].uid, "what came back is what the next key settles"
    QTest.keyClick(dialog, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    for _ in range(2):
        QTest.keyClicks(dialog.table, "d")
    assert desk.disagreements() == []
    assert [desk.quote(quote.id).status for quote in marked] == [
        Status.DISPUTED,
        Status.UNVERIFIED,
        Status.DISPUTED,
    ]
    assert {quote.uid for quote in bench.quotes.model.all if quote.status is Status.DISPUTED} == {
        marked[0].uid,
        marked[2].uid,
    }
    dialog.close()
    assert desk.check().sound


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
    assert cells == ["Ada and Grace", "2 quotes", "1", "50%"]
    dialog.close()
