"""A desk of an older version can be used at once, while its search index is built in the background."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QProgressBar, QPushButton

from desktop.desk.open_desk import Desk
from desktop.domain import Status
from desktop.store.file.database import header
from desktop.store.file.lock import Lock
from desktop.store.file.migrations import SCHEMA
from desktop.store.records import search_index
from tests.journeys.window_driver import click, find, messages, press, write
from tests.store.desks import unbuild_index

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow

FIRST_SCHEMA = Path(__file__).parents[1] / "store" / "file" / "fixtures" / "schema-1.desk"


@pytest.fixture
def old_desk(desk_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample as a desk whose index is only begun; it takes many parts."""
    monkeypatch.setattr(search_index, "_PART", {"article_index": 1, "quote_index": 1})
    unbuild_index(desk_path)
    return desk_path


def _lines(window: MainWindow) -> list[str]:
    hits = window.search_box.hits
    return [hits.item(row).text() for row in range(hits.count())]


def _search(window: MainWindow, words: str) -> list[str]:
    press(window, "Ctrl+K")
    write(window, words)
    window.search_box._look()
    return _lines(window)


def test_the_desk_is_used_and_search_says_that_the_index_is_being_built(
    qtbot: QtBot, window: MainWindow, old_desk: Path
) -> None:
    window.session.set_checker("Ada")
    assert window.desk_menu.open_path(old_desk)
    build, desk = window.session.index_build, window.session.desk
    assert desk is not None
    assert build.task is not None
    assert find(window, QProgressBar, "work-progress").isVisible()
    assert any("being built (0%): not everything is found yet" in line for line in _search(window, "plausible"))
    quote = desk.quotes(desk.articles()[0].newest)[0]
    window.session.set_status([quote], Status.VERIFIED)  # a mark is on the disk while the index grows
    assert desk.quote(quote.id).status is Status.VERIFIED
    qtbot.waitUntil(lambda: build.task is None, timeout=20_000)
    assert not find(window, QProgressBar, "work-progress").isVisible()
    lines = _search(window, "plausible")
    assert any("very plausible" in line for line in lines)
    assert not any("index" in line for line in lines)
    assert desk.quote(quote.id).status is Status.VERIFIED
    report = desk.check()
    assert (report.findings, report.notes) == ([], [])


def test_it_can_be_cancelled_and_gone_on_with(qtbot: QtBot, window: MainWindow, old_desk: Path) -> None:
    assert window.desk_menu.open_path(old_desk)
    build, desk = window.session.index_build, window.session.desk
    assert desk is not None
    qtbot.waitUntil(lambda: (build.unfinished or 0) > 0)
    click(find(window, QPushButton, "work-cancel"))
    qtbot.waitUntil(lambda: build.task is None)
    lines = _search(window, "xylophone")
    assert any("is not finished" in line for line in lines)
    assert "Go on building the search index" in lines
    press(window, "Return")
    assert build.task is not None
    qtbot.waitUntil(lambda: build.task is None, timeout=20_000)
    assert build.unfinished is None


def test_a_desk_closed_meanwhile_goes_on_when_it_is_opened_again(
    qtbot: QtBot, window: MainWindow, old_desk: Path
) -> None:
    for _ in range(2):
        assert window.desk_menu.open_path(old_desk)
        qtbot.waitUntil(lambda: (window.session.index_build.unfinished or 0) > 0)
        window.close_desk()
        assert QThreadPool.globalInstance().waitForDone(5000)
        assert window.session.index_build.task is None
    with Desk.open(old_desk) as desk:
        assert desk.index_build.share() is None
        assert desk.search.find("very plausible")
        report = desk.check()
        assert (report.findings, report.notes) == ([], [])


def desk_of_first_schema(folder: Path) -> Path:
    """Put a desk of the first schema into a new folder."""
    folder.mkdir()
    return Path(shutil.copy(FIRST_SCHEMA, folder / "old.desk"))


def test_a_desk_of_an_older_version_is_copied_and_opened_without_holding_the_window_up(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = desk_of_first_schema(tmp_path / "old")
    assert not window.desk_menu.open_path(path)  # not yet: the window is there all the time
    assert window.session.desk is None
    assert window.session.work is not None
    assert window.session.work.title == "Updating “old.desk”"
    qtbot.waitUntil(lambda: window.session.desk is not None and window.session.work is None)
    assert header(path) == SCHEMA
    copies = [copy for copy in path.parent.rglob("*") if copy.is_file() and copy.suffix == ".desk" and copy != path]
    assert [header(copy) for copy in copies] == [1]
    qtbot.waitUntil(lambda: window.session.index_build.task is None)
    assert any("Nobody asked us" in line for line in _search(window, "nobody asked"))


def test_an_update_that_is_cancelled_while_the_desk_is_copied_leaves_it_as_it_was(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = desk_of_first_schema(tmp_path / "old")
    window.desk_menu.open_path(path)
    assert window.session.work is not None
    window.session.work.cancel()
    qtbot.waitUntil(lambda: window.session.work is None)
    assert window.session.desk is None
    assert path.read_bytes() == FIRST_SCHEMA.read_bytes()
    assert [each for each in path.parent.rglob("*") if each.is_file()] == [path]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_an_old_desk_that_may_not_be_written_opens_as_it_is(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "old.desk"
    shutil.copy(FIRST_SCHEMA, path)
    path.chmod(0o400)
    window.desk_menu.open_path(path)
    qtbot.waitUntil(lambda: window.session.desk is not None)
    assert not window.session.writable
    assert header(path) == 1


def test_an_old_desk_that_another_window_has_open_is_not_touched(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "old.desk"
    shutil.copy(FIRST_SCHEMA, path)
    lock = Lock.take(path)
    window.desk_menu.open_path(path)
    qtbot.waitUntil(lambda: "open" in messages(window))
    assert window.session.desk is None
    assert header(path) == 1
    lock.release()
