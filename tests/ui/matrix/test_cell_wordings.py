"""“The same” and “not the same” by hand: remembered on the disk, taken back by undo, explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from desktop.desk.open_desk import Desk
from desktop.ui.matrix.background_grouping import PRIMARY
from desktop.ui.matrix.cell_wordings import present
from desktop.ui.session.session import Session
from tests.ui.matrix.conftest import shown
from tests.ui.matrix.matrix_driver import action, cell_words, choose, go_to, menu_of, row_with

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.matrix.view import MatrixView
    from desktop.ui.settings import Settings


def places(view: MatrixView, words: str) -> int:
    row = view.model.row_at(row_with(view, words))
    assert row is not None
    return present(row)


def reopened(qtbot: QtBot, settings: Settings, former: Session, path: Path) -> MatrixView:
    former.close_desk()
    session = Session(settings, former)
    session.open_desk(Desk.open(path))
    return shown(qtbot, session)


def test_not_the_same_parts_the_row_and_is_remembered(
    qtbot: QtBot, view: MatrixView, harbour: Session, settings: Settings, story_path: Path
) -> None:
    assert places(view, "nine months") == 2
    go_to(view, "nine months", 2)
    choose(view, "matrix-not-same")
    assert places(view, "nine months") == 1
    assert places(view, "six months") == 1
    again = reopened(qtbot, settings, harbour, story_path)
    assert places(again, "nine months") == 1
    again._session.close_desk()


def test_not_the_same_is_taken_back_by_undo_and_the_cell_stays_current(view: MatrixView, harbour: Session) -> None:
    go_to(view, "nine months", 2)
    choose(view, "matrix-not-same")
    row = view.table.row()
    assert row is not None
    assert "six months" in row.base.text
    harbour.undo_stack.undo()
    assert places(view, "nine months") == 2
    assert view.table.currentIndex().column() == 2
    harbour.undo_stack.redo()
    assert places(view, "nine months") == 1


def test_the_program_may_decide_again(view: MatrixView) -> None:
    go_to(view, "nine months", 2)
    choose(view, "matrix-not-same")
    choose(view, "matrix-related-0-program")
    assert places(view, "nine months") == 2


def test_a_suggestion_is_shown_and_accepted(
    qtbot: QtBot, view: MatrixView, harbour: Session, settings: Settings, story_path: Path
) -> None:
    assert view.model.totals.suggested == 2
    go_to(view, "were asked", 0)
    choose(view, "matrix-related-0-same")
    assert places(view, "were asked") == 3
    assert view.model.totals.suggested == 0
    again = reopened(qtbot, settings, harbour, story_path)
    assert places(again, "were asked") == 3
    go_to(again, "were asked", 3)
    menu = menu_of(again)
    assert action(menu, "matrix-same").isChecked()
    menu.close()
    again._session.close_desk()


def test_a_suggestion_is_rejected_and_not_made_again(
    qtbot: QtBot, view: MatrixView, harbour: Session, settings: Settings, story_path: Path
) -> None:
    go_to(view, "were consulted", 3)
    choose(view, "matrix-related-0-not-same")
    assert view.model.totals.suggested == 0
    again = reopened(qtbot, settings, harbour, story_path)
    assert again.model.totals.suggested == 0
    assert places(again, "were asked") == 2
    again._session.close_desk()


def test_the_tip_of_a_suggestion_explains_it_by_the_words_that_differ(view: MatrixView) -> None:
    go_to(view, "were asked", 0)
    menu = menu_of(view)
    sub = menu.findChild(QMenu, "matrix-related-0")
    assert sub is not None
    tip = sub.menuAction().toolTip()
    assert "of the shorter wording stands in the other" in tip
    assert "“consulted” for “asked”" in tip
    menu.close()


def test_two_rows_are_matched_by_choosing_one_and_then_the_other(view: MatrixView, harbour: Session) -> None:
    go_to(view, "Nobody told", 1)
    choose(view, "matrix-hold")
    go_to(view, "mended twice", 3)
    choose(view, "matrix-match")
    assert places(view, "mended twice") == 2
    harbour.undo_stack.undo()
    assert places(view, "Nobody told") == 1


def test_the_base_wording_itself_has_nothing_to_be_compared_with(view: MatrixView) -> None:
    go_to(view, "nine months", 1)
    menu = menu_of(view)
    assert not action(menu, "matrix-same").isEnabled()
    assert not action(menu, "matrix-not-same").isEnabled()
    menu.close()


def test_a_decision_loses_no_mark(view: MatrixView) -> None:
    from desktop.domain import Status

    go_to(view, "nine months", 2)
    view.cell_actions.mark(Status.DISPUTED)
    choose(view, "matrix-not-same")
    assert cell_words(view, "six months", 2) == "same (disputed)"


# -- origins -----------------------------------------------------------------------------------------------------------


def test_one_origin_counts_only_once_it_is_confirmed(
    qtbot: QtBot, view: MatrixView, harbour: Session, settings: Settings, story_path: Path
) -> None:
    assert view.head.origins.isHidden()
    assert view.head.origins_button.text() == "Origins… (1 suggested)"
    view.head.origins_button.click()
    dialog = view.decisions.dialog
    assert dialog is not None
    one = next(choice for choice in dialog.choices() if choice.text() == "One origin")
    assert not one.isChecked()
    one.click()
    dialog.close()
    assert view.head.origins.text() == "3 articles, 2 origins"
    assert view.head.origins_button.text() == "Origins…"
    again = reopened(qtbot, settings, harbour, story_path)
    assert again.head.origins.text() == "3 articles, 2 origins"
    again._session.close_desk()


def test_a_confirmed_origin_is_taken_back_by_undo_and_by_hand(view: MatrixView, harbour: Session) -> None:
    view.head.origins_button.click()
    dialog = view.decisions.dialog
    assert dialog is not None
    one, two, leave = dialog.choices()
    one.click()
    harbour.undo_stack.undo()
    assert view.head.origins.isHidden()
    one.click()
    two.click()
    assert view.head.origins.isHidden()
    assert view.head.origins_button.text() == "Origins…"
    leave.click()
    assert view.head.origins_button.text() == "Origins… (1 suggested)"
    dialog.close()


def test_the_grounds_for_an_origin_are_shown_in_its_words(view: MatrixView) -> None:
    from PySide6.QtWidgets import QLabel

    view.head.origins_button.click()
    dialog = view.decisions.dialog
    assert dialog is not None
    words = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Daily Quay (1 Sept) and Evening Tide (2 Sept)" in words
    assert "stand in both word for word" in words
    assert "The ferry company moved its boats" in words
    dialog.close()


def test_the_primary_source_is_named_in_the_menu_and_becomes_a_base(view: MatrixView, harbour: Session) -> None:
    go_to(view, "nine months", 2)
    choose(view, "matrix-primary")
    name = view.model.names[str(view.model.version(2))]
    offered = [action.text() for action in view.head.base.menu().actions()]
    assert f"Primary source ({name})" in offered
    view.pick_base(PRIMARY)
    row = view.model.row_at(row_with(view, "months"))
    assert row is not None
    assert row.base.source == str(view.model.version(2))
    harbour.undo_stack.undo()
    assert not any("Primary source" in action.text() for action in view.head.base.menu().actions())
    assert view.head.base.text().startswith("Against: Longest") or "longest" in view.head.base.text()
