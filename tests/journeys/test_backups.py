"""The folder for backups takes nothing: the window says so until a backup was made; a backup is put in place again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop.desk.open_desk import Desk
from desktop.domain import Status
from desktop.store.upkeep.backup_folder import folder_of
from desktop.ui.dialogs.backups import BackupsDialog
from tests.journeys.window_driver import choose_file, click, find, messages, press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, desk_path: Path) -> MainWindow:
    """The window with a desk whose folder for backups cannot be made: a file of its name is in the way."""
    folder_of(desk_path).write_text("a file where the folder should be", encoding="utf-8")
    window.session.set_checker("Ada")
    assert window.desk_menu.open_path(desk_path)
    qtbot.waitUntil(lambda: window.session.pair.comparison is not None)
    assert window.bench is not None
    window.bench.quotes.focus_list()
    return window


def sign(window: MainWindow) -> QPushButton:
    return find(window, QPushButton, "no-backup")


def verified(path: Path) -> int:
    with Desk.open(path, read_only=True) as desk:
        return desk.article_list.counts().verified


def test_a_backup_that_cannot_be_made_is_told_with_the_mark_on_the_disk_and_the_sign_goes_once_it_is_made(
    opened: MainWindow, desk_path: Path
) -> None:
    assert not sign(opened).isVisible()
    press(opened, "V")
    assert sign(opened).isVisible()
    assert sign(opened).text() == "⚠ No backup today"
    assert "backup could not be made" in messages(opened)
    assert "File exists" in messages(opened)
    assert opened.status.saved.text() == "✓ Saved"
    assert verified(desk_path) == 1
    click(find(opened, QPushButton, "message-close"))
    press(opened, "D")
    assert sign(opened).isVisible(), "the sign lasts"
    assert messages(opened) == "", "the sentence is said once"
    folder_of(desk_path).unlink()
    click(sign(opened))
    dialog = opened.findChild(BackupsDialog)
    assert dialog is not None
    assert "File exists" in find(dialog, QLabel, "backup-place").text()
    again = find(dialog, QPushButton, "backup-again")
    assert again.text() == "Try again"
    click(again)
    assert "A verified copy was made" in messages(opened)
    assert not sign(opened).isVisible()
    [copy] = folder_of(desk_path).glob("*.desk")
    assert verified(copy) == 1


def test_in_the_smallest_window_with_a_long_name_the_sign_and_what_stands_beside_it_are_in_sight(
    qtbot: QtBot, window: MainWindow, desk_path: Path
) -> None:
    long = desk_path.with_name(f"{'A very long name of a desk ' * 4}of 2026.desk")
    long.write_bytes(desk_path.read_bytes())
    folder_of(long).write_text("a file where the folder should be", encoding="utf-8")
    window.session.set_checker("Ada")
    assert window.desk_menu.open_path(long)
    assert window.bench is not None
    window.bench.quotes.focus_list()
    press(window, "V")
    window.resize(window.minimumSize())
    status = window.status
    qtbot.waitUntil(lambda: status.width() == window.minimumWidth())
    for part in (status.saved, sign(window), status.desk, status.counts, status.checker):
        assert part.isVisible()
        assert part.width() >= part.minimumSizeHint().width()
        assert part.geometry().right() <= status.width()
    assert status.minimumSizeHint().width() <= window.minimumWidth()
    assert "…" in status.desk.text()
    assert long.name in status.desk.toolTip()


def test_trying_again_in_vain_says_so_and_another_folder_takes_the_backups_from_then_on(
    qtbot: QtBot, opened: MainWindow, desk_path: Path, tmp_path: Path
) -> None:
    press(opened, "V")
    click(find(opened, QPushButton, "message-first"))
    assert messages(opened).startswith("⚠")
    assert opened.status.saved.text() == "✓ Saved", "it is the backup that failed, not the mark"
    elsewhere = tmp_path / "safe place"
    elsewhere.mkdir()
    click(find(opened, QPushButton, "message-second"))
    choose_file(qtbot, opened, "backup-folder", elsewhere)
    assert "safe place" in messages(opened)
    assert not sign(opened).isVisible()
    assert len(list(elsewhere.rglob("*.desk"))) == 1
    press(opened, "Ctrl+W")
    assert opened.desk_menu.open_path(desk_path)
    opened.actions_["backup"].trigger()
    assert len(list(elsewhere.rglob("*.desk"))) == 2, "the choice is remembered for this desk"
    opened.actions_["restore"].trigger()
    dialog = opened.findChild(BackupsDialog)
    assert dialog is not None
    assert "safe place" in find(dialog, QLabel, "backup-place").text()
    assert dialog.model.rowCount() == 2
    dialog.reject()


def test_a_desk_without_a_backup_says_nothing_before_something_is_changed(opened: MainWindow) -> None:
    assert messages(opened) == ""
    assert not sign(opened).isVisible()
    opened.actions_["restore"].trigger()
    dialog = opened.findChild(BackupsDialog)
    assert dialog is not None
    assert "There is no backup yet" in dialog.nothing.text()
    dialog.reject()
    assert QApplication.activeModalWidget() is None


def counted(window: MainWindow) -> tuple[int, int]:
    """Return how many are verified and disputed, as the foot of the window says."""
    words = window.status.counts.text().split(" · ")
    return int(words[2].split()[0]), int(words[3].split()[0])


def choose_backup(window: MainWindow, why: str) -> None:
    """Open the list of backups, click one and put it in place."""
    window.actions_["restore"].trigger()
    dialog = next(each for each in window.findChildren(BackupsDialog) if each.isVisible())
    row = next(row for row in range(dialog.model.rowCount()) if dialog.model.item(row, 1).text() == why)
    place = dialog.table.visualRect(dialog.index_of(row)).center()
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    click(find(dialog, QPushButton, "backup-restore"))


def test_marks_backup_marks_and_back_to_the_backup_and_forth_again(
    qtbot: QtBot, window: MainWindow, desk_path: Path
) -> None:
    window.session.set_checker("Ada")
    assert window.desk_menu.open_path(desk_path)
    bench = window.bench
    assert bench is not None
    bench.quotes.focus_list()
    press(window, "V", "V")
    window.actions_["backup"].trigger()
    assert "A verified copy was made" in messages(window)
    press(window, "D", "Return", "D", "Return", "D", "Return")
    assert counted(window) == (2, 3)
    marked = {quote.uid: quote.status for quote in bench.quotes.model.all}
    choose_backup(window, "by hand")
    assert "The backup is in place" in messages(window)
    assert counted(window) == (2, 0)
    assert [quote.status for quote in bench.quotes.model.all].count(Status.VERIFIED) == 2
    assert not window.actions_["undo"].isEnabled(), "what could be undone was on the other file"
    window.activateWindow()
    bench.quotes.focus_list()
    press(window, "U")
    assert bench.quotes.isVisible()
    click(find(window, QPushButton, "message-first"))
    assert counted(window) == (2, 3)
    assert {quote.uid: quote.status for quote in bench.quotes.model.all} == marked
    assert window.session.desk is not None
    assert window.session.desk.check().sound
    assert sum(one.why.startswith("before restore") for one in window.session.desk.backups.all()) == 2


def test_a_damaged_backup_is_said_to_be_one_and_the_desk_stays_open_as_it_is(
    window: MainWindow, desk_path: Path
) -> None:
    window.session.set_checker("Ada")
    assert window.desk_menu.open_path(desk_path)
    assert window.bench is not None
    window.bench.quotes.focus_list()
    window.actions_["backup"].trigger()
    press(window, "V")
    [copy] = folder_of(desk_path).glob("*by hand.desk")
    copy.write_bytes(copy.read_bytes()[:-8192])
    choose_backup(window, "by hand")
    assert messages(window).startswith("⚠")
    assert "damaged" in messages(window)
    assert counted(window) == (1, 0)
    assert window.status.saved.text() == "✓ Saved"


def test_the_sign_belongs_to_the_desk_that_is_open(opened: MainWindow, tmp_path: Path) -> None:
    press(opened, "V")
    assert sign(opened).isVisible()
    opened.desk_menu.make_desk(tmp_path / "another.desk")
    assert not sign(opened).isVisible()
    assert opened.session.desk is not None
    assert opened.session.desk.backups.problem == ""
