"""A locked story is signed off: what is tried on it is refused at once, in one sentence, and nothing of it waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QMenu, QPushButton

from desktop.desk.open_desk import Desk
from desktop.domain import Status
from desktop.ui.compare.panes.text_pane import TextPane
from desktop.ui.dialogs.article.details import DetailsDialog, PasteDialog
from desktop.ui.dialogs.trash import TrashDialog
from tests.journeys.window_driver import click, find, messages, press, write
from tests.ui.compare.screen import point

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.domain import Quote
    from desktop.ui.window.main_window import MainWindow
    from desktop.ui.window.workbench import Workbench


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, stick: Path) -> MainWindow:
    """The window with the sample story, locked by key; a quote of it is chosen."""
    window.session.set_checker("Ada")
    assert window.desk_menu.open_path(stick)
    qtbot.waitUntil(lambda: window.session.pair.comparison is not None)
    bench_of(window).quotes.focus_list()
    press(window, "Ctrl+Shift+K")
    assert "is locked" in messages(window)
    click(find(window, QPushButton, "message-close"))
    bench_of(window).quotes.focus_list()
    return window


def bench_of(window: MainWindow) -> Workbench:
    assert window.bench is not None
    return window.bench


def chosen(window: MainWindow) -> Quote:
    assert window.session.pair.selected is not None
    return window.session.pair.selected


def state_of(path: Path) -> tuple[int, int, list[object]]:
    """Return all that can be told of a desk: marks, other acts, and its articles and quotes as they are."""
    with Desk.open(path, read_only=True) as desk:
        articles = desk.articles()
        quotes = [quote for article in articles for quote in desk.quotes(article.newest)]
        return desk.chains.mark_head().marks, len(list(desk.chains.entries())), [*desk.stories(), *articles, *quotes]


# -- what is tried -----------------------------------------------------------------------------------------------------


def _drag_an_end(window: MainWindow) -> None:
    pane = next(pane for pane in window.findChildren(TextPane) if pane.isVisible() and pane.handles.grip("end"))
    grip = pane.handles.grip("end")
    assert grip is not None
    later = point(pane, "a", chosen(window).span.end + 12)
    QTest.mousePress(pane.viewport(), Qt.MouseButton.LeftButton, pos=grip.center().toPoint())
    QTest.mouseMove(pane.viewport(), later)
    QTest.mouseRelease(pane.viewport(), Qt.MouseButton.LeftButton, pos=later)


def _keys(*keys: str) -> Callable[[MainWindow], None]:
    return lambda window: press(window, *keys)


def _on_article(*keys: str) -> Callable[[MainWindow], None]:
    def act(window: MainWindow) -> None:
        bench_of(window).articles.focus_list()
        press(window, *keys)

    return act


def _on_heading(*keys: str) -> Callable[[MainWindow], None]:
    def act(window: MainWindow) -> None:
        bench_of(window).articles.focus_list()
        press(window, "Home", *keys)

    return act


def _split(window: MainWindow) -> None:
    quote = chosen(window)
    pane = next(pane for pane in window.findChildren(TextPane) if pane.isVisible() and pane.handles.grip("end"))
    grip = pane.handles.grip("start")
    assert grip is not None
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=grip.center().toPoint() + QPoint(30, 0))
    assert chosen(window) == quote
    press(window, "Ctrl+Shift+H")


def _move(window: MainWindow) -> None:
    bench = bench_of(window)
    bench.articles.focus_list()
    bench.articles.menu_requested.emit(QPoint(10, 10))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    move = next(menu for menu in popup.findChildren(QMenu) if "Move" in menu.title())
    move.actions()[-1].trigger()
    popup.close()


def _paste(window: MainWindow) -> None:
    bench_of(window).articles.focus_list()
    mime = QMimeData()
    mime.setText("“We are open,” the mayor said.")
    bench_of(window).articles.dropped.emit(mime)
    assert window.findChild(PasteDialog) is None


def _mark_in_the_matrix(window: MainWindow) -> None:
    matrix = bench_of(window).centre.matrix
    row = next(number for number in range(matrix.model.rowCount()) if matrix.model.row_at(number) is not None)
    for column in range(1, matrix.model.columnCount()):
        matrix.table.setCurrentIndex(matrix.model.index(row, column))
        if matrix.table.in_a_version() and matrix.table.quotes():
            break
    matrix.focus_table()
    press(window, "V")


def _call_primary(window: MainWindow) -> None:
    matrix = bench_of(window).centre.matrix
    matrix.table.setCurrentIndex(matrix.model.index(0, 1))
    bench_of(window).centre.matrix.decisions.turn_primary()


ACTS: dict[str, Callable[[MainWindow], None]] = {
    "mark": _keys("V"),
    "end later": _keys("Alt+Shift+Right"),
    "start later": _keys("Ctrl+Alt+Shift+Right"),
    "drag an end": _drag_an_end,
    "correct the speaker": _keys("F2"),
    "delete the quote": _keys("Del"),
    "split": _split,
    "join": _keys("Ctrl+Shift+J"),
    "rename the article": _on_article("F2"),
    "details": _on_article("Ctrl+E"),
    "delete the article": _on_article("Del"),
    "move the article": _move,
    "add files": _on_article("Ctrl+I"),
    "add a version": lambda window: window.actions_["add_version"].trigger(),
    "paste": _paste,
    "rename the story": _on_heading("F2"),
    "delete the story": _on_heading("Del"),
}


def test_an_act_on_a_locked_story_is_refused_at_once_and_changes_nothing(
    opened: MainWindow, stick: Path, subtests: pytest.Subtests
) -> None:
    before = state_of(stick)
    undo = opened.session.undo_stack.count()
    for name, act in ACTS.items():
        with subtests.test(name):
            opened.message.hide()
            bench_of(opened).quotes.focus_list()
            act(opened)
            assert "is locked, so nothing was changed" in messages(opened)
            assert opened.status.saved.text() == "✓ Saved"
            assert opened.session.undo_stack.count() == undo
            assert not opened.pending_bar.isVisible()
            assert QApplication.activeModalWidget() is None
            assert opened.findChild(QFileDialog) is None
            assert opened.findChild(DetailsDialog) is None
            assert state_of(stick) == before


@pytest.mark.parametrize("act", [_mark_in_the_matrix, _call_primary])
def test_the_table_of_statements_refuses_it_as_well(
    qtbot: QtBot, opened: MainWindow, stick: Path, act: Callable[[MainWindow], None]
) -> None:
    before = state_of(stick)
    press(opened, "Alt+3")
    qtbot.waitUntil(lambda: bench_of(opened).centre.matrix.model.rowCount() > 0)
    act(opened)
    assert "is locked, so nothing was changed" in messages(opened)
    assert opened.status.saved.text() == "✓ Saved"
    assert state_of(stick) == before


def test_nothing_waits_for_a_locked_story_while_the_desk_is_away_and_other_acts_wait(
    qtbot: QtBot, window: MainWindow, stick: Path, subtests: pytest.Subtests
) -> None:
    with Desk.open(stick) as desk:
        last = desk.articles()[-1]
        other = desk.new_story("Another story")
        desk.move_article(last.id, other.id)
        desk.lock_story(desk.stories()[0].id, locked=True)
    window.session.set_checker("Ada")
    assert window.desk_menu.open_path(stick)
    qtbot.waitUntil(lambda: window.session.pair.comparison is not None)
    session = window.session
    locked = session.pair.a.id if session.pair.a is not None else last.newest
    assert session.desk is not None
    open_quote = session.desk.quotes(last.newest)[0]
    stick.parent.rename(stick.parent.with_name("elsewhere"))
    session.set_status([open_quote], Status.VERIFIED)
    assert session.pending is not None
    assert len(session.pending.acts) == 1
    session.pair.show(locked)
    for name in ("mark", "end later", "drag an end", "correct the speaker", "delete the quote"):
        with subtests.test(name):
            window.message.hide()
            bench_of(window).quotes.focus_list()
            ACTS[name](window)
            assert "is locked, so nothing was changed" in messages(window)
            assert len(session.pending.acts) == 1
    stick.parent.with_name("elsewhere").rename(stick.parent)
    click(find(window, QPushButton, "pending-again"))
    assert not window.pending_bar.isVisible()


def test_an_article_for_a_locked_story_is_offered_a_new_one(qtbot: QtBot, opened: MainWindow) -> None:
    desk = opened.session.desk
    assert desk is not None
    _paste(opened)
    offer = find(opened, QPushButton, "message-first")
    assert offer.text() == "Add to a new story"
    click(offer)
    dialog = opened.findChild(PasteDialog)
    assert dialog is not None
    assert find(dialog, QComboBox, "paste-becomes").count() == 1, "the chosen article takes no version"
    dialog.title.setFocus()
    write(opened, "Open again")
    press(opened, "Return")
    qtbot.waitUntil(lambda: len(desk.stories()) == 2)
    assert desk.articles()[-1].story_id == desk.stories()[-1].id


def test_what_lies_in_the_trash_comes_back_into_a_story_only_once_it_is_open(opened: MainWindow) -> None:
    desk = opened.session.desk
    assert desk is not None
    press(opened, "Ctrl+Shift+K")
    bench_of(opened).articles.focus_list()
    press(opened, "Del", "Ctrl+Shift+K", "Ctrl+Shift+R")
    dialog = opened.findChild(TrashDialog)
    assert dialog is not None
    click(find(dialog, QPushButton, "trash-restore"))
    assert "is locked, so nothing was changed" in messages(opened)
    assert len(desk.articles()) == 4
    press(opened, "Ctrl+Shift+K", "Ctrl+Shift+R")
    again = [each for each in opened.findChildren(TrashDialog) if each.isVisible()]
    click(find(again[0], QPushButton, "trash-restore"))
    assert len(desk.articles()) == 5


def test_the_command_line_obeys_the_lock(stick: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from desktop.cli.main import main
    from desktop.cli.output import FAILED

    with Desk.open(stick) as desk:
        desk.lock_story(desk.stories()[0].id, locked=True)
        quote = desk.quotes(desk.articles()[0].newest)[0].id
    before = state_of(stick)
    later = tmp_path / "later.txt"
    later.write_text("Later\n\n“We are open,” the mayor said on Monday.\n", encoding="utf-8")
    for arguments in (
        ("mark", stick, quote, "verified", "--checker", "Ada"),
        ("add", stick, later, "--story", 1),
        ("add", stick, later, "--version-of", 1),
    ):
        assert main([str(each) for each in arguments]) == FAILED
        assert "is locked, so nothing was changed" in capsys.readouterr().err
    assert state_of(stick) == before
    assert main(["add", str(stick), str(later), "--story", "Another"]) == 0
