"""What is done to a comparison by keys and menus, in the real window, and after opening the desk again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLabel, QPushButton, QTableView

from desktop.desk.open_desk import Desk
from desktop.store.file.location import own_folder
from desktop.text.changes import Change, ChangeKind, Kind
from desktop.ui import theme
from desktop.ui.session.session import Session
from desktop.ui.settings import Settings
from desktop.ui.widgets.file_places import beginning
from desktop.ui.window.main_window import MainWindow
from tests.ui.compare.screen import colours_of, panes, point

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.domain import Span
    from desktop.ui.compare.view import CompareView

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def opened(window: MainWindow, desk_path: Path) -> CompareView:
    """Open a desk in the window with two accounts in the centre."""
    window.session.set_checker("Ada")
    window.take(Desk.open(desk_path))
    session = window.session
    assert session.desk is not None
    assert window.bench is not None
    articles = session.desk.articles()
    session.pair.compare(articles[1].newest, articles[2].newest)
    session.pair.set_kind(Kind.ACCOUNTS)
    return window.bench.centre.compare


def click(qtbot: QtBot, view: CompareView, side: str, span: Span) -> None:
    pane = panes(view)["ab".index(side)]
    pane.reveal(side, span)
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point(pane, side, span.start + 1))


def test_passages_paired_by_key_are_there_when_the_desk_is_opened_again(
    qtbot: QtBot, window: MainWindow, desk_path: Path, tmp_path: Path
) -> None:
    view = opened(window, desk_path)
    session = window.session
    assert session.pair.comparison is not None
    first, second = [pair for pair in session.pair.comparison.pairs if len(pair.a) > 80 and len(pair.b) > 80][:2]
    click(qtbot, view, "a", first.a)
    click(qtbot, view, "b", second.b)
    qtbot.keyClick(window, Qt.Key.Key_P, BOTH)
    assert [(pin.a, pin.b) for pin in session.pair.pins] == [(first.a, second.b)]
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.pair.pins == ()
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    before = session.pair.pins
    window.close()
    again = MainWindow(Session(Settings(tmp_path / "verbatim.ini", own_folder())))
    qtbot.addWidget(again)
    again.show()
    opened(again, desk_path)
    assert again.session.pair.pins == before
    assert again.session.pair.comparison is not None
    assert [(pair.a, pair.b) for pair in again.session.pair.comparison.pairs if pair.pinned] == [(first.a, second.b)]
    again.close()


def test_a_pair_is_parted_and_the_decision_taken_back_by_key(qtbot: QtBot, window: MainWindow, desk_path: Path) -> None:
    view = opened(window, desk_path)
    session = window.session
    assert session.pair.comparison is not None
    pair = next(pair for pair in session.pair.comparison.pairs if len(pair.a) > 80)
    panes(view)[0].setFocus()
    click(qtbot, view, "a", pair.a)
    qtbot.keyClick(window, Qt.Key.Key_N, BOTH)
    assert [(pin.a, pin.together) for pin in session.pair.pins] == [(pair.a, False)]
    assert session.pair.comparison is not None
    assert (pair.a, pair.b) not in [(each.a, each.b) for each in session.pair.comparison.pairs]
    left = panes(view)[0]
    if not left.page.stretches("a", pair.a):  # nothing else answers it: unfold it
        left.touch((next(n for n, block in enumerate(left.page.blocks) if "without an answer" in block.text), 0))
    left.put_caret("a", pair.a.start)
    qtbot.keyClick(window, Qt.Key.Key_T, BOTH)
    assert session.pair.pins == ()


def test_ctrl_m_goes_to_the_other_end_of_a_move_and_back(qtbot: QtBot, window: MainWindow, desk_path: Path) -> None:
    view = opened(window, desk_path)
    session = window.session
    session.pair.set_kind(Kind.VERSIONS)
    assert session.pair.comparison is not None
    assert session.pair.a is not None
    assert session.pair.b is not None
    first = next(row.a for row in session.pair.comparison.rows if row.a is not None)
    last = [row.b for row in session.pair.comparison.rows if row.b is not None][-1]
    session.pair._set_comparison(
        replace(
            session.pair.comparison, late_alerts=None, bare_changes=(Change(ChangeKind.MOVED, first, last, move=1),)
        )
    )
    left, right = panes(view)
    left.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert right.hasFocus()
    assert set(right.current) & {block.number for block in right.visible_blocks()}
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert left.hasFocus()
    assert set(left.current) & {block.number for block in left.visible_blocks()}


def test_one_colour_for_all_differences_is_kept_in_the_settings(
    qtbot: QtBot, window: MainWindow, desk_path: Path, tmp_path: Path
) -> None:
    view = opened(window, desk_path)

    def colours() -> set[str]:
        return {
            colour
            for pane in panes(view)
            for block in pane.visible_blocks()
            for colour in (colours_of(pane, block.number) if pane.layers.of(block.number).marks else ())
        }

    before = colours()
    window.actions_["one_colour"].trigger()
    assert theme.current().accent in colours()
    assert not {theme.current().gone, theme.current().new} & colours()
    assert Settings(tmp_path / "verbatim.ini", own_folder()).one_colour
    window.actions_["one_colour"].trigger()
    assert colours() == before


def dialog(window: MainWindow) -> QDialog:
    [found] = [each for each in window.findChildren(QDialog) if each.objectName() == "print-or-save-the-comparison"]
    return found


def test_ctrl_p_writes_a_pdf_in_the_background_and_says_so(
    qtbot: QtBot, window: MainWindow, desk_path: Path, tmp_path: Path
) -> None:
    opened(window, desk_path)
    session, messages = window.session, list[str]()
    session.exported.connect(lambda _, sentence: messages.append(sentence))
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    asked = dialog(window)
    form, summary = asked.findChild(QComboBox, "print-form"), asked.findChild(QLabel, "print-told")
    go_on = asked.findChild(QPushButton, "dialog-keep")
    assert form is not None
    assert summary is not None
    assert go_on is not None
    assert "Ignored by rule: white space, typography" in summary.text()
    form.setCurrentIndex(form.findData("pdf"))
    qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
    [files] = window.findChildren(QFileDialog, "print-file")
    proposed = beginning(window.session.desk.path.parent if window.session.desk else None, session.settings.own_folder)
    assert Path(files.directory().absolutePath()) == proposed  # as all dialogs do
    out = tmp_path / "comparison.pdf"
    files.fileSelected.emit(str(out))
    qtbot.waitUntil(lambda: session.work is None and bool(messages))
    assert messages[-1] == "The comparison was written to comparison.pdf."
    assert out.read_bytes().startswith(b"%PDF")
    files.close()


def test_in_the_smallest_window_the_list_of_changes_shows_five_whole_rows_and_the_texts_stay(
    qtbot: QtBot, window: MainWindow, desk_path: Path
) -> None:
    opened(window, desk_path)
    window.resize(window.minimumSize())
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    table = window.findChild(QTableView, "compare-list-table")
    assert table is not None
    qtbot.waitUntil(table.isVisible)
    assert window.size() == window.minimumSize(), "the list asks for no larger window"
    assert table.viewport().height() >= 5 * table.rowHeight(0)
    assert window.bench is not None
    assert panes(window.bench.centre.compare)[0].height() > 120
