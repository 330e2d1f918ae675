"""Quotes are marked in the cell: what is on the screen is on the disk, and nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.desk.open_desk import Desk
from desktop.domain import Status, VersionId
from desktop.ui.session.session import Session
from tests.ui.matrix.conftest import shown
from tests.ui.matrix.matrix_driver import cell_words, choose, click, go_to, press, quote_on_disk

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.matrix.view import MatrixView
    from desktop.ui.settings import Settings

KEYS = {Status.VERIFIED: Qt.Key.Key_V, Status.DISPUTED: Qt.Key.Key_D, Status.UNVERIFIED: Qt.Key.Key_U}


@pytest.mark.parametrize("status", [Status.VERIFIED, Status.DISPUTED])
def test_a_key_marks_the_cells_quote_on_the_disk(
    view: MatrixView, harbour: Session, story_path: Path, status: Status
) -> None:
    go_to(view, "close the harbour", 2)
    press(view, KEYS[status])
    assert f"({status})" in cell_words(view, "close the harbour", 2)
    harbour.close_desk()
    assert quote_on_disk(story_path, "close the harbour", 1).status is status
    assert quote_on_disk(story_path, "close the harbour", 0).status is Status.UNVERIFIED


def test_u_takes_a_mark_back_and_so_does_undo(view: MatrixView, harbour: Session, story_path: Path) -> None:
    go_to(view, "close the harbour", 1)
    press(view, Qt.Key.Key_V)
    press(view, Qt.Key.Key_U)
    harbour.undo_stack.undo()
    assert "(verified)" in cell_words(view, "close the harbour", 1)
    harbour.undo_stack.undo()
    harbour.close_desk()
    assert quote_on_disk(story_path, "close the harbour", 0).status is Status.UNVERIFIED


def test_the_menu_marks_too(view: MatrixView, harbour: Session, story_path: Path) -> None:
    go_to(view, "fishermen", 1)
    choose(view, "matrix-mark-disputed")
    harbour.close_desk()
    assert quote_on_disk(story_path, "fishermen", 0).status is Status.DISPUTED


def test_a_mark_does_not_group_again_and_keeps_the_cell(view: MatrixView) -> None:
    grouped = view.model.grouped
    go_to(view, "close the harbour", 2)
    press(view, Qt.Key.Key_V)
    assert view.model.grouped is grouped
    assert view.table.currentIndex().column() == 2


def test_a_whole_statement_is_never_marked_at_one_stroke(
    view: MatrixView, harbour: Session, announcements: list[str], story_path: Path
) -> None:
    go_to(view, "close the harbour", 0)
    press(view, Qt.Key.Key_V)
    assert "Choose the cell of one version" in announcements[-1]
    assert harbour.undo_stack.count() == 0


def test_a_cell_without_a_quote_says_that_there_is_nothing_to_mark(view: MatrixView, announcements: list[str]) -> None:
    go_to(view, "close the harbour", 3)
    press(view, Qt.Key.Key_D)
    assert "nothing to mark" in announcements[-1]


def test_the_status_it_has_is_not_marked_again(view: MatrixView, harbour: Session) -> None:
    go_to(view, "close the harbour", 1)
    press(view, Qt.Key.Key_V)
    press(view, Qt.Key.Key_V)
    assert harbour.undo_stack.count() == 1


def test_a_desk_that_can_only_be_read_refuses_with_a_sentence(
    qtbot: QtBot, settings: Settings, story_path: Path
) -> None:
    session = Session(settings)
    session.open_desk(Desk.open(story_path, read_only=True))
    sentences: list[str] = []
    session.announced.connect(sentences.append)
    view = shown(qtbot, session)
    go_to(view, "close the harbour", 1)
    press(view, Qt.Key.Key_V)
    assert len(sentences) == 1
    assert sentences[0].endswith(".")
    assert "(unverified)" in cell_words(view, "close the harbour", 1)
    go_to(view, "close the harbour", 2)
    choose(view, "matrix-not-same")
    assert len(sentences) == 2
    assert session.undo_stack.count() == 0
    session.close_desk()


def test_a_mark_made_elsewhere_shows_in_the_cell(view: MatrixView, harbour: Session) -> None:
    assert harbour.desk is not None
    assert harbour.pair.a is not None
    quote = next(q for q in harbour.desk.quotes(harbour.pair.a.id) if "harbour" in q.text)
    harbour.set_status([quote], Status.DISPUTED)
    assert "(disputed)" in cell_words(view, "close the harbour", 1)


# -- moving and opening ------------------------------------------------------------------------------------------------


def test_arrows_move_cell_by_cell(view: MatrixView) -> None:
    go_to(view, "close the harbour", 1)
    row = view.table.currentIndex().row()
    press(view, Qt.Key.Key_Right)
    assert (view.table.currentIndex().row(), view.table.currentIndex().column()) == (row, 2)
    press(view, Qt.Key.Key_Down)
    assert (view.table.currentIndex().row(), view.table.currentIndex().column()) == (row + 1, 2)
    press(view, Qt.Key.Key_Home)
    assert view.table.currentIndex().column() == 0


def test_a_cell_of_a_side_that_is_shown_chooses_its_quote(view: MatrixView, harbour: Session) -> None:
    go_to(view, "close the harbour", 0)
    press(view, Qt.Key.Key_Right)
    press(view, Qt.Key.Key_Right)
    assert harbour.pair.selected is not None
    assert "six months" in harbour.pair.selected.text


def test_enter_lays_the_cells_version_beside_that_of_the_base(qtbot: QtBot, view: MatrixView, harbour: Session) -> None:
    harbour.pair.compare(VersionId(view.model.version(1)), VersionId(view.model.version(3)))
    go_to(view, "close the harbour", 2)
    with qtbot.waitSignal(view.opened):
        press(view, Qt.Key.Key_Return)
    assert harbour.pair.a is not None
    assert harbour.pair.b is not None
    assert (harbour.pair.a.id, harbour.pair.b.id) == (view.model.version(2), view.model.version(1))
    assert harbour.pair.selected is not None
    assert "six months" in harbour.pair.selected.text


def test_enter_keeps_the_pair_that_is_shown_the_other_way_round(view: MatrixView, harbour: Session) -> None:
    before = (harbour.pair.a, harbour.pair.b)
    go_to(view, "close the harbour", 2)
    press(view, Qt.Key.Key_Return)
    assert (harbour.pair.a, harbour.pair.b) == before
    assert harbour.pair.side == "b"


def test_a_click_shows_the_quote_and_stays_and_a_double_click_goes_there(
    qtbot: QtBot, view: MatrixView, harbour: Session
) -> None:
    with qtbot.assertNotEmitted(view.opened):
        click(view, "mended twice", 3)
    assert harbour.pair.selected is not None
    assert "mended twice" in harbour.pair.selected.text
    with qtbot.waitSignal(view.opened):
        click(view, "close the harbour", 1, double=True)
