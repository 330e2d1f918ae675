"""The sample story: one copy that stays as it was left, and is reset on demand without losing what was done on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from desktop.desk.open_desk import Desk
from desktop.desk.sample import make_sample
from desktop.domain import Status
from desktop.store.file.location import own_folder
from tests.journeys.window_driver import click, find, messages, open_sample, press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow


def samples() -> list[Path]:
    return sorted(own_folder().glob("Sample story*.desk"))


def mark_one(window: MainWindow) -> None:
    session = window.session
    session.set_checker("Ada")
    assert session.desk is not None
    assert session.pair.a is not None
    session.set_status([session.desk.quotes(session.pair.a.id)[0]], Status.VERIFIED)


def verified(window: MainWindow) -> int:
    assert window.session.desk is not None
    return window.session.desk.article_list.counts().verified


def test_the_sample_opens_as_it_was_left_and_no_second_copy_is_made(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    mark_one(window)
    press(window, "Ctrl+W")
    open_sample(qtbot, window)
    assert verified(window) == 1
    assert "as you left it" in messages(window)
    assert len(samples()) == 1


def test_reset_makes_the_sample_fresh_and_what_was_done_can_be_put_back(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    mark_one(window)
    window.actions_["reset_sample"].trigger()
    assert verified(window) == 0
    assert window.session.pair.a is not None
    assert window.session.pair.b is not None
    assert "as it was at first" in messages(window)
    assert window.session.desk is not None
    assert window.session.desk.path == own_folder() / "Sample story.desk"
    assert len(window.session.desk.backups.all()) > 0
    assert len(samples()) == 1
    click(find(window, QPushButton, "message-first"))
    assert verified(window) == 1


def test_a_reset_of_a_sample_on_which_nothing_was_done_keeps_nothing(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    window.actions_["reset_sample"].trigger()
    window.actions_["reset_sample"].trigger()
    assert window.session.desk is not None
    assert samples() == [window.session.desk.path]
    assert window.session.desk.backups.all() == []


def test_the_sample_can_be_reset_from_the_start_page(window: MainWindow) -> None:
    window.actions_["reset_sample"].trigger()
    assert window.session.desk is not None
    desk = window.session.desk
    assert len(desk.articles()) == 6
    [(source, details)] = desk.article_list.sources().items()
    assert "made up" in desk.article(source).metadata.title
    assert details.primary


def test_numbered_copies_of_earlier_programs_go_unless_something_was_done_on_them(
    qtbot: QtBot, window: MainWindow
) -> None:
    own_folder().mkdir(parents=True, exist_ok=True)
    idle, used = own_folder() / "Sample story 2.desk", own_folder() / "Sample story 3.desk"
    for path in (idle, used):
        make_sample(path)
        window.settings.remember_desk(path)
    with Desk.open(used) as desk:
        article = desk.articles()[0]
        desk.rename_story(article.story_id, "Mine")
    open_sample(qtbot, window)
    assert not idle.exists()
    assert used.exists()
    assert idle not in window.settings.recent
    assert used in window.settings.recent
