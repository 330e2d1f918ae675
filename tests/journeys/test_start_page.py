"""The start page: files first, then where; drop and paste; recent desks with their counts; files that can be found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QPushButton

from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, Status
from desktop.store.file.location import own_folder
from desktop.store.file.lock import lock_path
from desktop.ui.widgets import file_places
from tests.journeys.window_driver import choose_file, click, find, messages, open_sample, press

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow

WORDS = "Mayor denies it\n\n“We knew nothing of the letter,” said Mayor Lena Ortiz on Tuesday.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "mayor.txt"
    path.write_text(WORDS, encoding="utf-8")
    return path


def drop(window: MainWindow, mime: QMimeData) -> None:
    """Drag something over the window and let it go."""
    middle = QPointF(window.rect().center())
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(middle.toPoint(), copy, mime, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(middle, copy, mime, left, none))


def of_files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def articles_on(window: MainWindow) -> int:
    return window.session.desk.article_list.count() if window.session.desk is not None else 0


def test_import_asks_for_files_and_then_where_to_keep_the_desk(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, story: Path
) -> None:
    click(find(window, QPushButton, "start-import"))
    choose_file(qtbot, window, "add-files", story)
    assert window.session.desk is None
    qtbot.waitUntil(lambda: window.findChild(QFileDialog, "new-desk-file") is not None)
    assert find(find(window, QFileDialog, "new-desk-file"), QLineEdit, "fileNameEdit").text() == "mayor.desk"
    choose_file(qtbot, window, "new-desk-file", tmp_path / "town.desk")
    qtbot.waitUntil(lambda: articles_on(window) == 1)
    assert window.session.desk is not None
    assert window.session.desk.path == tmp_path / "town.desk"


def test_files_dropped_on_the_start_page_make_a_desk(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, story: Path
) -> None:
    drop(window, of_files(story))
    choose_file(qtbot, window, "new-desk-file", tmp_path / "town.desk")
    qtbot.waitUntil(lambda: articles_on(window) == 1)


def test_files_dropped_on_the_window_of_an_open_desk_are_added(qtbot: QtBot, window: MainWindow, story: Path) -> None:
    open_sample(qtbot, window)
    drop(window, of_files(story))
    qtbot.waitUntil(lambda: articles_on(window) == 6)


def test_what_could_not_be_read_can_be_tried_again(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_sample(qtbot, window)
    late = tmp_path / "late.txt"
    late.write_bytes(b"")
    drop(window, of_files(late))
    qtbot.waitUntil(lambda: find(window, QPushButton, "message-first").text() == "Try again")
    late.write_text(WORDS, encoding="utf-8")
    click(find(window, QPushButton, "message-first"))
    qtbot.waitUntil(lambda: articles_on(window) == 6)


def test_a_desk_dropped_on_the_start_page_is_opened(window: MainWindow, desk_path: Path) -> None:
    drop(window, of_files(desk_path))
    assert window.session.desk is not None
    assert window.session.desk.path == desk_path


def test_words_pasted_on_the_start_page_become_an_article(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    QApplication.clipboard().setText(WORDS)
    press(window, "Ctrl+V")
    choose_file(qtbot, window, "new-desk-file", tmp_path / "town.desk")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    click(find(dialog, QPushButton, "dialog-keep"))
    qtbot.waitUntil(lambda: articles_on(window) == 1)


def test_nothing_in_the_clipboard_says_so(window: MainWindow) -> None:
    QApplication.clipboard().setMimeData(QMimeData())
    press(window, "Ctrl+V")
    assert "neither files nor words" in messages(window)
    assert window.session.desk is None


def test_recent_desks_say_what_is_on_them_without_a_lock_and_missing_ones_are_marked(
    qtbot: QtBot, window: MainWindow, desk_path: Path, tmp_path: Path
) -> None:
    with Desk.open(desk_path) as desk:
        quotes = desk.quotes(desk.articles()[1].newest)
        desk.mark([quotes[0].id, quotes[1].id], MarkChange(status=Status.VERIFIED), checker="Ada")
        total = desk.article_list.counts().total
        before = desk_path.read_bytes()
        for path in (tmp_path / "gone.desk", desk_path):
            window.settings.remember_desk(path)
        window.start_page.reload()
        about, gone = find(window, QLabel, f"about-{desk_path.stem}"), find(window, QLabel, "about-gone")
        qtbot.waitUntil(lambda: "changed" in about.text() and bool(gone.text().strip()))
    assert about.text().startswith(f"5 articles · 2 of {total} quotes checked · changed today ")
    assert gone.text().startswith("missing")
    assert not find(window, QPushButton, "recent-gone").isEnabled()
    assert desk_path.read_bytes() == before
    assert not lock_path(desk_path).exists()


def test_what_is_no_desk_any_more_is_listed_without_counts(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "letter.desk"
    path.write_text("Dear Ada,\n", encoding="utf-8")
    window.settings.remember_desk(path)
    window.start_page.reload()
    about = find(window, QLabel, "about-letter")
    qtbot.waitUntil(lambda: "changed" in about.text())
    assert "quote" not in about.text()


def test_files_are_proposed_in_documents_and_never_in_a_hidden_folder(qtbot: QtBot, window: MainWindow) -> None:
    documents = file_places.documents()
    open_sample(qtbot, window)
    assert window.session.desk is not None
    assert window.session.desk.path.parent == own_folder()
    press(window, "Ctrl+S")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    click(find(dialog, QPushButton, "dialog-keep"))
    for name, keys in (("export-file", ()), ("new-desk-file", ("Ctrl+N",)), ("open-desk-file", ("Ctrl+O",)),
                       ("add-files", ("Ctrl+I",))):  # fmt: skip
        press(window, *keys)
        files = find(window, QFileDialog, name)
        assert files.directory().absolutePath() == str(documents), name
        files.reject()
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


class FileProgram(QObject):
    """What the system opens files with."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def file_program() -> Iterator[FileProgram]:
    program = FileProgram()
    name: Any = "take"  # PySide wants a string, whatever its stubs say
    QDesktopServices.setUrlHandler("file", program, name)
    yield program
    QDesktopServices.unsetUrlHandler("file")


def test_after_an_export_the_log_and_its_folder_are_a_click_away(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, file_program: FileProgram
) -> None:
    open_sample(qtbot, window)
    out = tmp_path / "log.html"
    for place, expected in (("message-first", out), ("message-second", tmp_path)):
        press(window, "Ctrl+S")
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        click(find(dialog, QPushButton, "dialog-keep"))
        out.unlink(missing_ok=True)
        choose_file(qtbot, window, "export-file", out)
        qtbot.waitUntil(lambda: "was written to log.html" in messages(window))
        assert "rows (quotes listed on the editor's page)" in messages(window)
        click(find(window, QPushButton, place))
        assert file_program.opened[-1] == str(expected)
