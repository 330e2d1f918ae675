"""The file of the desk goes away, or its disk takes nothing: what is marked meanwhile waits and is kept."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, Quote, Status
from desktop.store.file.location import own_folder
from desktop.ui.quotes.model import Role
from desktop.ui.session import pending
from desktop.ui.session.session import Session
from desktop.ui.settings import Settings
from desktop.ui.window.main_window import MainWindow
from tests.journeys.window_driver import choose_file, click, find, messages, press

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

NOT_YET = "verified: not on the disk yet"


@pytest.fixture(autouse=True)
def looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the window look for the desk twenty times as often."""
    monkeypatch.setattr(pending, "_AGAIN_MS", 100)


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, stick: Path) -> MainWindow:
    window.session.set_checker("Ada")
    assert window.desk_menu.open_path(stick)
    qtbot.waitUntil(lambda: window.session.pair.comparison is not None)
    return window


def take_out(stick: Path) -> Path:
    return stick.parent.rename(stick.parent.with_name("elsewhere"))


@contextmanager
def full_disk(room: int) -> Iterator[None]:
    """Let the system refuse whatever would make a file longer than `room` bytes, as it does on a full disk."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def put_back(stick: Path) -> None:
    stick.parent.with_name("elsewhere").rename(stick.parent)


def first_quote(window: MainWindow) -> Quote:
    assert window.bench is not None
    window.bench.quotes.focus_list()
    return window.bench.quotes.model.shown[window.bench.quotes.list.selected_rows()[0]]


def labels(window: MainWindow, quote: Quote) -> tuple[str, ...]:
    assert window.bench is not None
    model = window.bench.quotes.model
    found: tuple[str, ...] = model.index(model.row_of(quote.id)).data(Role.LABELS)
    return found


def status_of(path: Path, uid: str) -> tuple[Status, int]:
    with Desk.open(path, read_only=True) as desk:
        quotes = [quote for article in desk.articles() for quote in desk.quotes(article.newest)]
        [found] = [quote for quote in quotes if quote.uid == uid]
        return found.status, found.marks


def test_a_mark_made_while_the_desk_is_away_shows_that_it_waits_and_is_written_when_the_desk_is_back(
    qtbot: QtBot, opened: MainWindow, stick: Path
) -> None:
    quote = first_quote(opened)
    take_out(stick)
    press(opened, "V")
    bar = opened.pending_bar
    assert bar.isVisible()
    assert "1 act waits and is not on the disk yet" in bar.text()
    assert "not where it was" in bar.text()
    assert NOT_YET in labels(opened, quote)
    assert "not on the disk" in opened.status.saved.text()
    assert opened.session.desk is not None
    assert opened.session.desk.quote(quote.id).status == Status.UNVERIFIED
    put_back(stick)
    qtbot.waitUntil(lambda: not bar.isVisible())  # nobody did anything: it looks again by itself
    assert labels(opened, quote) == ()
    assert "1 act that waited is on the disk now" in messages(opened)
    assert opened.status.saved.text() == "✓ Saved"
    opened.close_desk()
    assert status_of(stick, quote.uid) == (Status.VERIFIED, 1)


def test_a_mark_on_a_full_disk_waits_and_is_written_when_there_is_room(
    qtbot: QtBot, opened: MainWindow, stick: Path
) -> None:
    quote = first_quote(opened)
    before = stick.read_bytes()
    with full_disk(4096):  # room for the file that keeps what waits, and for no page of the desk
        press(opened, "V")
        assert opened.pending_bar.isVisible()
        assert "1 act waits and is not on the disk yet" in opened.pending_bar.text()
        assert "full" in opened.pending_bar.text()
        assert NOT_YET in labels(opened, quote)
        assert opened.session.desk is not None
        assert opened.session.desk.quote(quote.id).status == Status.UNVERIFIED
        click(find(opened, QPushButton, "pending-again"))
        assert opened.pending_bar.isVisible()  # there is still no room
        assert stick.read_bytes() == before
    qtbot.waitUntil(lambda: not opened.pending_bar.isVisible())
    assert labels(opened, quote) == ()
    opened.close_desk()
    assert status_of(stick, quote.uid) == (Status.VERIFIED, 1)


def test_no_mark_waits_for_a_locked_story(opened: MainWindow, stick: Path) -> None:
    first_quote(opened)
    press(opened, "Ctrl+Shift+K")
    take_out(stick)
    press(opened, "V")
    assert not opened.pending_bar.isVisible()
    assert "is locked, so nothing was changed" in messages(opened)


def test_a_desk_that_comes_back_as_another_file_is_found_again(opened: MainWindow, stick: Path) -> None:
    quote = first_quote(opened)
    away = take_out(stick)
    press(opened, "V")
    stick.parent.mkdir()
    stick.write_bytes((away / stick.name).read_bytes())
    click(find(opened, QPushButton, "pending-again"))
    assert not opened.pending_bar.isVisible()
    assert opened.session.desk is not None
    assert opened.session.desk.quote(quote.id).status == Status.VERIFIED
    press(opened, "Ctrl+Z")
    assert opened.session.desk.quote(quote.id).status == Status.UNVERIFIED
    opened.close_desk()
    assert status_of(stick, quote.uid) == (Status.UNVERIFIED, 2)
    assert status_of(away / stick.name, quote.uid) == (Status.UNVERIFIED, 0)


def test_what_waits_is_taken_back_without_a_trace(opened: MainWindow, stick: Path) -> None:
    quote = first_quote(opened)
    take_out(stick)
    press(opened, "V", "Ctrl+Z")
    assert not opened.pending_bar.isVisible()
    assert labels(opened, quote) == ()
    press(opened, "Ctrl+Y")
    assert NOT_YET in labels(opened, quote)
    put_back(stick)
    click(find(opened, QPushButton, "pending-again"))
    opened.close_desk()
    assert status_of(stick, quote.uid) == (Status.VERIFIED, 1)


def test_undoing_a_mark_that_is_on_the_disk_waits_as_well(opened: MainWindow, stick: Path) -> None:
    quote = first_quote(opened)
    press(opened, "V")
    take_out(stick)
    press(opened, "Ctrl+Z")
    assert "undo: not on the disk yet" in labels(opened, quote)
    put_back(stick)
    click(find(opened, QPushButton, "pending-again"))
    opened.close_desk()
    assert status_of(stick, quote.uid) == (Status.UNVERIFIED, 2)


def test_desk_and_what_waits_are_saved_elsewhere_with_one_click(
    qtbot: QtBot, opened: MainWindow, stick: Path, tmp_path: Path
) -> None:
    quote, out = first_quote(opened), tmp_path / "rescued.desk"
    take_out(stick)
    press(opened, "V")
    click(find(opened, QPushButton, "pending-elsewhere"))
    choose_file(qtbot, opened, "elsewhere-file", out)
    assert opened.session.desk is not None
    assert opened.session.desk.path == out
    assert not opened.pending_bar.isVisible()
    opened.close_desk()
    assert status_of(out, quote.uid) == (Status.VERIFIED, 1)
    put_back(stick)
    assert status_of(stick, quote.uid) == (Status.UNVERIFIED, 0)
    assert opened.desk_menu.open_path(stick)
    assert not opened.pending_bar.isVisible()  # it waits nowhere any more
    opened.desk_care.merge(out)
    assert opened.session.desk.quote(quote.id).status == Status.VERIFIED


def test_what_waits_can_be_discarded_after_a_second_thought(opened: MainWindow, stick: Path) -> None:
    quote = first_quote(opened)
    take_out(stick)
    press(opened, "V")
    click(find(opened, QPushButton, "pending-discard"))
    assert "for good?" in opened.pending_bar.text()
    click(find(opened, QPushButton, "pending-keep"))
    assert "waits" in opened.pending_bar.text()
    click(find(opened, QPushButton, "pending-discard"))
    click(find(opened, QPushButton, "pending-discard"))
    assert not opened.pending_bar.isVisible()
    assert not opened.session.undo_stack.canUndo()
    put_back(stick)
    opened.close_desk()
    assert status_of(stick, quote.uid) == (Status.UNVERIFIED, 0)


def test_a_quote_that_somebody_else_marked_meanwhile_is_asked_about(opened: MainWindow, stick: Path) -> None:
    quote = first_quote(opened)
    away = take_out(stick)
    press(opened, "V")
    stick.parent.mkdir()
    stick.write_bytes((away / stick.name).read_bytes())
    with Desk.open(stick) as desk:
        desk.mark([quote.id], MarkChange(Status.DISPUTED), checker="Lee")
    click(find(opened, QPushButton, "pending-again"))
    assert "was unverified when this was done; it was changed since and is disputed now" in opened.pending_bar.text()
    again = find(opened, QPushButton, "pending-again")
    assert again.text() == "Write all the same"
    click(again)
    assert not opened.pending_bar.isVisible()
    opened.close_desk()
    assert status_of(stick, quote.uid) == (Status.VERIFIED, 2)


def test_another_desk_in_that_place_gets_nothing(opened: MainWindow, stick: Path) -> None:
    first_quote(opened)
    take_out(stick)
    press(opened, "V")
    stick.parent.mkdir()
    with Desk.create(stick) as other:
        uid = other.uid
    click(find(opened, QPushButton, "pending-again"))
    assert "Another desk lies where" in opened.pending_bar.text()
    click(find(opened, QPushButton, "pending-again"))
    assert opened.pending_bar.isVisible()
    with Desk.open(stick) as other:
        assert (other.uid, other.chains.mark_head().marks) == (uid, 0)


def test_a_note_waits_once_however_often_the_checker_looks_elsewhere(opened: MainWindow, stick: Path) -> None:
    assert opened.bench is not None
    quote, panel = first_quote(opened), opened.bench.quotes
    take_out(stick)
    panel.card.fields.note.setPlainText("called twice")
    panel.next_quote()
    panel.previous_quote()
    panel.next_quote()
    assert opened.session.pending is not None
    assert len(opened.session.pending.acts) == 1
    put_back(stick)
    click(find(opened, QPushButton, "pending-again"))
    opened.close_desk()
    with Desk.open(stick) as desk:
        assert (desk.quote(quote.id).note, desk.quote(quote.id).marks, desk.drafts()) == ("called twice", 1, [])


def test_what_waits_survives_the_kill_of_the_program_and_is_offered_to_the_next_one(
    qtbot: QtBot, window: MainWindow, stick: Path, tmp_path: Path
) -> None:
    script = f"""
import os, signal
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtCore import Qt
from desktop.app.application import make_application
from desktop.desk.open_desk import Desk
from desktop.ui.session.session import Session
from desktop.store.file.location import own_folder
from desktop.ui.settings import Settings
from desktop.ui.window.main_window import MainWindow
app = make_application(["pytest-qt-qapp"])
app.setOrganizationName(""); app.setApplicationName("pytest-qt-qapp")
settings = Settings(Path({str(tmp_path / "k.ini")!r}), own_folder()); settings.checker = "Ada"
window = MainWindow(Session(settings))
stick = Path({str(stick)!r})
window.take(Desk.open(stick)); window.show(); app.processEvents()
window.bench.quotes.focus_list()
stick.parent.rename(stick.parent.with_name("elsewhere"))
QTest.keyClick(window.bench.quotes.list, Qt.Key.Key_V)
assert window.pending_bar.isVisible()
os.kill(os.getpid(), signal.SIGKILL)
"""
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run([sys.executable, "-c", script], env=offscreen, capture_output=True, check=False)
    assert ended.returncode == -9, ended.stderr.decode()
    put_back(stick)
    window.pending_bar.reload()
    assert "1 act never reached “story.desk”" in window.pending_bar.text()
    click(find(window, QPushButton, "pending-again"))
    assert window.session.desk is not None
    assert "1 act of an earlier run never reached this desk" in window.pending_bar.text()
    assert window.session.desk.article_list.counts().verified == 0  # nothing is written unasked
    click(find(window, QPushButton, "pending-again"))
    assert not window.pending_bar.isVisible()
    assert window.session.desk.article_list.counts().verified == 1
    window.close_desk()
    assert window.desk_menu.open_path(stick)
    assert not window.pending_bar.isVisible()
    assert window.session.desk.chains.mark_head().marks == 1


def test_the_window_stays_while_what_waits_is_on_no_disk_at_all(qtbot: QtBot, opened: MainWindow, stick: Path) -> None:
    assert opened.session.pending is not None
    first_quote(opened)
    take_out(stick)
    folder = opened.session.pending.folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_bytes(b"")  # a file where the folder would be: it takes nothing
    press(opened, "V")
    assert "cannot be kept anywhere" in opened.pending_bar.text()
    opened.close()
    assert opened.isVisible()
    folder.unlink()
    opened.close()
    assert not opened.isVisible()
    put_back(stick)
    again = MainWindow(Session(Settings(stick.with_name("again.ini"), own_folder())))
    qtbot.addWidget(again)
    assert again.desk_menu.open_path(stick)
    assert again.session.pending is not None
    assert len(again.session.pending.acts) == 1
    assert again.findChild(QFileDialog) is None
    again.close()
