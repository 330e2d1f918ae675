"""Check, backups, merging, blind copies and rescue through the window, on real files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, Status
from desktop.store.upkeep.backup import backups
from desktop.ui.dialogs.backups import BackupsDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow


@pytest.fixture
def opened(window: MainWindow, desk_path: Path) -> MainWindow:
    """The window with the sample desk open, checked by Ada."""
    window.session.set_checker("Ada")
    assert window.desk_menu.open_path(desk_path)
    return window


def mark_first(window: MainWindow, status: Status) -> None:
    assert window.session.desk is not None
    assert window.session.pair.a is not None
    window.session.set_status(window.session.desk.quotes(window.session.pair.a.id)[:1], status)


def test_a_sound_desk_is_called_sound(qtbot: QtBot, opened: MainWindow) -> None:
    opened.actions_["check"].trigger()
    qtbot.waitUntil(lambda: "is sound" in opened.message.text())
    assert "does not prove" in opened.message.details()


def test_a_backup_is_listed_with_counts_and_put_in_place_with_the_present_desk_kept(
    qtbot: QtBot, opened: MainWindow, desk_path: Path
) -> None:
    opened.actions_["backup"].trigger()
    mark_first(opened, Status.VERIFIED)
    assert opened.session.desk is not None
    copies = opened.session.desk.backups.all()
    assert copies
    opened.actions_["restore"].trigger()
    dialog = opened.findChild(BackupsDialog)
    assert dialog is not None
    assert dialog.model.rowCount() == len(copies)
    dialog.choose(len(copies) - 1)
    restore = dialog.findChild(QPushButton, "backup-restore")
    assert restore is not None
    restore.click()
    assert opened.session.desk is not None
    assert opened.session.desk.article_list.counts().verified == 0
    assert "kept" in opened.message.text()
    others = [path for path in desk_path.parent.rglob("*.desk") if path != desk_path]
    held = []
    for path in others:
        with Desk.open(path, read_only=True) as desk:
            held.append(desk.article_list.counts().verified)
    assert 1 in held


def test_merging_keeps_the_marks_of_both_and_names_the_quotes_they_disagree_on(
    opened: MainWindow, tmp_path: Path, sample_desk: Path
) -> None:
    other = tmp_path / "second checker.desk"
    assert opened.session.desk is not None
    opened.session.desk.blind_copy(other)
    mark_first(opened, Status.VERIFIED)
    with Desk.open(other) as desk:
        assert opened.session.pair.a is not None
        title = opened.session.pair.a.info.metadata.title
        article = next(article for article in desk.articles() if article.metadata.title == title)
        quote = desk.quotes(article.newest)[0]
        desk.mark([quote.id], MarkChange(status=Status.DISPUTED), checker="Grace")
    opened.desk_care.merge(other)
    assert "Checkers disagree on 1 quote" in opened.message.text()
    assert len(opened.session.desk.disagreements()) == 1
    before = opened.session.desk.chains.mark_head()
    opened.desk_care.merge(other)
    assert opened.session.desk.chains.mark_head() == before


def test_undo_does_not_reach_behind_a_merge(opened: MainWindow, tmp_path: Path) -> None:
    other = tmp_path / "second checker.desk"
    assert opened.session.desk is not None
    opened.session.desk.blind_copy(other)
    with Desk.open(other) as desk:
        desk.mark([desk.quotes(desk.articles()[-1].newest)[0].id], MarkChange(Status.DISPUTED), checker="Grace")
    mark_first(opened, Status.VERIFIED)
    assert opened.session.undo_stack.canUndo()
    opened.desk_care.merge(other)
    assert not opened.session.undo_stack.canUndo()
    assert opened.session.desk.article_list.counts().verified == 1


def test_a_blind_copy_has_the_quotes_and_no_mark(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    mark_first(opened, Status.VERIFIED)
    out = tmp_path / "blind.desk"
    opened.desk_care._blind_copy(out)
    qtbot.waitUntil(lambda: "none of the marks" in opened.message.text())
    assert opened.session.desk is not None
    with Desk.open(out) as desk:
        assert desk.article_list.counts().verified == 0
        assert desk.article_list.counts().total == opened.session.desk.article_list.counts().total


def test_a_damaged_desk_offers_to_recover_what_can_be_read(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, sample_desk: Path
) -> None:
    damaged = tmp_path / "damaged.desk"
    content = bytearray(sample_desk.read_bytes())
    third = len(content) // 3 // 4096 * 4096
    content[third : third + 3 * 4096] = bytes(3 * 4096)
    damaged.write_bytes(bytes(content))
    before = damaged.read_bytes()
    if window.desk_menu.open_path(damaged):  # where the hole hits nothing that opening reads, the rescue still works
        window.close_desk()
    window.desk_care.recover(damaged)
    qtbot.waitUntil(lambda: "holds what could be read" in window.message.text(), timeout=20_000)
    assert damaged.read_bytes() == before
    assert window.session.desk is not None
    assert window.session.desk.path.name == "damaged recovered 1.desk"
    assert len(window.session.desk.articles()) >= 1


def test_what_was_said_about_one_desk_does_not_stand_above_another(
    qtbot: QtBot, opened: MainWindow, tmp_path: Path
) -> None:
    foreign = tmp_path / "foreign.desk"
    foreign.write_text("no desk at all", encoding="utf-8")
    opened.desk_menu.open_path(foreign)
    assert opened.message.isVisible()
    opened.desk_menu.make_desk(tmp_path / "fresh.desk")
    qtbot.waitUntil(lambda: not opened.message.isVisible())


def test_the_copy_of_the_day_is_made_after_the_mark_and_what_hinders_it_is_said(
    qtbot: QtBot, opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.store.upkeep.backup._IN_NO_TIME", 0)
    desk = opened.session.desk
    assert desk is not None
    mark_first(opened, Status.VERIFIED)
    assert desk.backups.all() == []
    qtbot.waitUntil(lambda: not desk.backups.copies.is_due)
    assert len(desk.backups.all()) == 1
    assert not opened.backups.sign.isVisible()


def test_a_copy_of_the_day_that_fails_in_the_background_is_told(
    qtbot: QtBot, opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.store.upkeep.backup._IN_NO_TIME", 0)
    desk = opened.session.desk
    assert desk is not None
    mark_first(opened, Status.VERIFIED)
    folder = desk.backups.folder
    if folder.exists():
        folder.rmdir()
    folder.write_text("a file where the folder should be")
    qtbot.waitUntil(opened.backups.sign.isVisible)
    assert "backup could not be made" in opened.message.text()
    folder.unlink()
    opened.session.close_desk()
    assert [one.why for one in backups(desk.path)] == []
