"""What the table shows: rows, cells, headings, tips, filters, orders, and what leaves it by copy and save."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog

from desktop.desk.open_desk import Desk
from desktop.ui import theme
from desktop.ui.matrix.cell_wordings import present
from desktop.ui.matrix.model import Order, Show
from desktop.ui.matrix.table import shares
from desktop.ui.session.session import Session
from desktop.ui.widgets.file_places import beginning
from tests.ui.matrix.conftest import TEXTS, make_story, shown
from tests.ui.matrix.matrix_driver import LEFT, cell_words, choose, click, go_to, press, row_with

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.ui.matrix.toolbar import Picker
    from desktop.ui.matrix.view import MatrixView
    from desktop.ui.settings import Settings

TIP = Qt.ItemDataRole.ToolTipRole


def tip(view: MatrixView, words: str, column: int) -> str:
    return str(view.model.data(view.model.index(row_with(view, words), column), TIP))


def pick(picker: Picker, choice: object) -> None:
    """Choose an entry of a menu above the table."""
    action = next(action for action in picker.menu().actions() if picker.choice(action) == choice)
    action.trigger()


def statements(view: MatrixView) -> list[str]:
    rows = [view.model.row_at(number) for number in range(view.model.rowCount())]
    return [row.base.text for row in rows if row is not None]


def open_story(qtbot: QtBot, settings: Settings, path: Path) -> tuple[Session, MatrixView]:
    session = Session(settings)
    session.open_desk(Desk.open(path))
    return session, shown(qtbot, session)


# -- what is shown -----------------------------------------------------------------------------------------------------


def test_an_altered_fact_shows_the_altered_word_and_its_reason(view: MatrixView) -> None:
    assert cell_words(view, "nine months", 2) == "altered fact: six (unverified)"
    text = tip(view, "nine months", 2)
    assert "A fact reads otherwise" in text
    assert "“six” for “nine”" in text
    assert "Number:" in text


def test_a_version_that_does_not_print_a_statement_shows_a_dash(view: MatrixView) -> None:
    assert cell_words(view, "nine months", 3) == "—"
    assert "does not print" in tip(view, "nine months", 3)


def test_counts_stand_above_and_their_altered_facts_filter(view: MatrixView) -> None:
    assert view.head.counts.text() == "5 statements · 2 in more than one version"
    assert view.head.altered.text() == "! 1 altered fact"
    QTest.mouseClick(view.head.altered, LEFT)
    assert len(statements(view)) == 1
    assert view.head.altered.isChecked()
    QTest.mouseClick(view.head.altered, LEFT)
    assert len(statements(view)) == 5


def test_statements_of_one_version_come_last_in_every_order(view: MatrixView) -> None:
    for order in Order:
        pick(view.head.order, order)
        rows = [view.model.row_at(number) for number in range(view.model.rowCount())]
        alone = [present(row) == 1 for row in rows if row is not None]
        assert alone == sorted(alone)
        assert view.head.order.text() == f"Sort: {order.value} ▾"


def test_the_present_choice_is_ticked(view: MatrixView) -> None:
    pick(view.head.shown, Show.DIFFERING)
    ticked = [view.head.shown.choice(action) for action in view.head.shown.menu().actions() if action.isChecked()]
    assert ticked == [Show.DIFFERING]
    assert view.head.shown.text() == "Show: differing only ▾"


def test_filters_list_what_they_say(view: MatrixView) -> None:
    go_to(view, "Nobody told", 1)
    press(view, Qt.Key.Key_D)
    expected = {
        Show.ALL: 5,
        Show.SHARED: 2,
        Show.DIFFERING: 1,
        Show.ALTERED: 1,
        Show.DISPUTED: 1,
        Show.UNVERIFIED: 4,
        Show.SUGGESTED: 2,
    }
    for show, count in expected.items():
        pick(view.head.shown, show)
        assert len(statements(view)) == count, show


def test_a_filter_that_leaves_nothing_says_so_and_offers_the_way_back(view: MatrixView) -> None:
    pick(view.head.shown, Show.DISPUTED)
    assert not view.table.isVisible()
    assert view._note.text() == "No statement is listed under “disputed”."
    assert view.head.shown.isEnabled()
    QTest.mouseClick(view._again, LEFT)
    assert view.table.isVisible()
    assert len(statements(view)) == 5


def test_speakers_are_sorted_and_the_current_cell_is_kept(view: MatrixView) -> None:
    go_to(view, "Nobody told", 1)
    pick(view.head.order, Order.SPEAKER)
    row = view.table.row()
    assert row is not None
    assert "Nobody told" in row.base.text
    speakers = [view.model.row_at(number).statement.speaker for number in range(2, 5)]  # type: ignore[union-attr]  # 5 rows
    assert speakers == sorted(speakers)


def test_another_base_wording_turns_the_difference_round(view: MatrixView) -> None:
    pick(view.head.base, str(view.model.version(2)))
    assert cell_words(view, "six months", 1) == "altered fact: nine (unverified)"
    assert cell_words(view, "six months", 2) == "same (unverified)"
    assert view.head.base.text() == "Against: Evening Tide ▾"


def test_a_speaker_nobody_names_is_said_to_be_not_named(qtbot: QtBot, settings: Settings, tmp_path: Path) -> None:
    text = "There was a sign at the gate that read “closed until further notice by the harbour office” on Sunday.\n"
    session, view = open_story(qtbot, settings, make_story(tmp_path / "one.desk", {"Quay": text}))
    row = view.model.row_at(0)
    assert row is not None
    if not row.base.occurrence.speaker:
        assert "Speaker not named" in str(view.model.data(view.model.index(0, 0)))
    session.close_desk()


def test_a_tip_shows_markup_as_it_is_written(qtbot: QtBot, settings: Settings, tmp_path: Path) -> None:
    text = "“We will <b>never</b> close <img src='file:///etc/passwd'> the harbour,” said Ada Brink, the master.\n"
    session, view = open_story(qtbot, settings, make_story(tmp_path / "one.desk", {"<i>Quay</i>": text}))
    for column in (0, 1):
        told = tip(view, "harbour", column)
        assert "<b>" not in told
        assert "<img" not in told
        assert "&lt;b&gt;never" in told
    heading = str(view.model.headerData(1, Qt.Orientation.Horizontal, TIP))
    assert "&lt;i&gt;Quay" in heading
    session.close_desk()


def test_headings_tell_outlet_or_headline_and_date(view: MatrixView) -> None:
    heads = [view.model.headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    assert heads == [
        "Statement and speaker",
        "Daily Quay, 1 Sept",
        "Evening Tide, 2 Sept",
        "Harbour to close, report 3, 3 Sept",
    ]


def test_the_model_keeps_to_the_rules_of_qt(view: MatrixView, harbour: Session) -> None:
    tester = QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for show in Show:
        pick(view.head.shown, show)
    pick(view.head.shown, Show.ALL)
    go_to(view, "nine months", 2)
    press(view, Qt.Key.Key_V)
    choose(view, "matrix-not-same")
    harbour.undo_stack.undo()
    assert tester.model() is view.model


# -- leaving the window ------------------------------------------------------------------------------------------------


def test_the_table_is_copied_as_it_is_shown(view: MatrixView, announcements: list[str]) -> None:
    pick(view.head.shown, Show.SHARED)
    press(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[:3] == ["Statement", "Speaker", "Daily Quay, 1 Sept"]
    assert len(lines) == 3
    assert any("altered fact: six (unverified)" in line.split("\t") for line in lines)
    assert announcements[-1] == "The table was copied."


def test_the_words_of_a_cell_are_copied(view: MatrixView) -> None:
    go_to(view, "nine months", 2)
    choose(view, "matrix-copy-quote")
    assert QGuiApplication.clipboard().text().startswith("We will close the harbour for six months")


def test_the_table_is_saved_for_spreadsheets_without_formulas(qtbot: QtBot, settings: Settings, tmp_path: Path) -> None:
    texts = {"=1+1": TEXTS["Daily Quay"], "Evening Tide": TEXTS["Evening Tide"]}
    session, view = open_story(qtbot, settings, make_story(tmp_path / "one.desk", texts))
    view.cell_actions.ask_save()
    dialog = view.findChild(QFileDialog, "matrix-file")
    assert dialog is not None
    assert Path(dialog.directory().absolutePath()) == beginning(tmp_path, settings.own_folder)  # as all dialogs do
    assert dialog.selectedFiles() == [str(beginning(tmp_path, settings.own_folder) / "one wordings.csv")]
    out = tmp_path / "table.csv"
    dialog.fileSelected.emit(str(out))
    dialog.close()
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["Statement", "Speaker", "'=1+1, 1 Sept", "Evening Tide, 2 Sept"]
    assert len(rows) == 1 + view.model.rowCount()
    session.close_desk()


def test_a_table_that_cannot_be_written_says_so(view: MatrixView, announcements: list[str], tmp_path: Path) -> None:
    view.cell_actions.save(str(tmp_path / "nowhere" / "table.csv"))
    assert announcements[-1].startswith("The table could not be written to table.csv")


def test_a_write_protected_table_stays_and_that_is_said(
    view: MatrixView, announcements: list[str], tmp_path: Path
) -> None:
    out = tmp_path / "table.csv"
    out.write_text("signed")
    out.chmod(0o444)
    view.cell_actions.save(str(out))
    assert "write-protected" in announcements[-1]
    assert out.read_text() == "signed"
    out.chmod(0o644)
    view.cell_actions.save(str(out))
    assert announcements[-1] == "The table was written to table.csv."
    assert "Statement" in out.read_text(encoding="utf-8-sig")


# -- little and much ---------------------------------------------------------------------------------------------------


def test_articles_without_quotes_get_a_sentence_in_place_of_the_table(
    qtbot: QtBot, settings: Settings, tmp_path: Path
) -> None:
    path = make_story(tmp_path / "none.desk", {"Quay": "Nothing was said.\n", "Tide": "Nor here.\n"})
    session, view = open_story(qtbot, settings, path)
    assert not view.table.isVisible()
    assert view._note.text() == "No quotation was found in the articles of this story."
    assert view._note.isVisible()
    press(view, Qt.Key.Key_V)
    session.close_desk()


def test_one_article_is_a_table_of_one_version(qtbot: QtBot, settings: Settings, tmp_path: Path) -> None:
    path = make_story(tmp_path / "one.desk", {"Quay": TEXTS["Daily Quay"]})
    session, view = open_story(qtbot, settings, path)
    assert view.model.columnCount() == 2
    assert view.head.counts.text() == "3 statements · 0 in more than one version"
    assert view.head.origins_button.isHidden()
    session.close_desk()
    assert view.model.rowCount() == 0


def test_without_a_desk_the_view_says_what_will_be_there(qtbot: QtBot, qapp: QApplication, settings: Settings) -> None:
    theme.apply(qapp)
    session = Session(settings)
    view = shown(qtbot, session)
    assert view._note.text().startswith("Statements that several versions print will stand here")
    session.deleteLater()


# -- room --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [480, 600, 745, 900, 1400])
@pytest.mark.parametrize("versions", [1, 2, 3, 5, 12, 40])
def test_columns_fill_the_width_or_scroll_and_none_is_too_narrow(width: int, versions: int) -> None:
    widths = shares(width, versions)
    assert len(widths) == versions + 1
    assert sum(widths) >= width
    assert min(widths) >= 88
    if sum(widths) > width:
        assert versions * 88 + 190 > width


@pytest.mark.parametrize(("width", "scrolls"), [(745, False), (480, True)])
def test_the_statements_stay_in_sight_where_versions_scroll(
    qtbot: QtBot, session: Session, width: int, scrolls: bool
) -> None:
    view = shown(qtbot, session, width)
    qtbot.waitUntil(lambda: view.table.frozen.isVisible() is scrolls)
    press(view, Qt.Key.Key_End)
    table = view.table
    rect = table.visualRect(table.currentIndex())
    assert rect.right() < table.viewport().width()
    assert rect.left() >= table.columnWidth(0) - 1
    press(view, Qt.Key.Key_Left)
    assert table.visualRect(table.currentIndex()).left() >= table.columnWidth(0) - 1
    if not scrolls:
        total = sum(table.columnWidth(column) for column in range(view.model.columnCount()))
        assert total == table.viewport().width()


def test_a_click_on_the_frozen_statements_chooses_the_row(qtbot: QtBot, session: Session) -> None:
    view = shown(qtbot, session, 480)
    qtbot.waitUntil(view.table.frozen.isVisible)
    press(view, Qt.Key.Key_End)
    click(view, "very plausible", 0)
    row = view.table.row()
    assert row is not None
    assert "very plausible" in row.base.text
    assert not view.table.in_a_version()


def test_rows_are_as_high_as_their_words_need(view: MatrixView) -> None:
    view.table.fit()
    heights = {view.table.rowHeight(number) for number in range(view.model.rowCount())}
    assert min(heights) >= 50
    assert max(heights) <= view.table.delegate.full_height()
    assert len(heights) > 1


@pytest.mark.parametrize("dark", [False, True])
def test_kinds_are_told_apart_by_colour_in_light_and_dark(
    qtbot: QtBot, harbour: Session, qapp: QApplication, dark: bool
) -> None:
    theme.force_dark(dark)
    theme.apply(qapp)
    try:
        view = shown(qtbot, harbour)
        picture = view.table.viewport().grab().toImage()
        colours = theme.DARK if dark else theme.LIGHT
        for words, column, ground in (("nine months", 1, "verified_ground"), ("nine months", 2, "disputed_ground")):
            rect = view.table.visualRect(view.model.index(row_with(view, words), column))
            place = rect.topRight() + QPoint(-12, 12)
            assert picture.pixelColor(place).name() == colours.colour(ground).name()
    finally:
        theme.force_dark(None)
