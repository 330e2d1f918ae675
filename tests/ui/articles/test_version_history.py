"""The history of an article lists its versions as the desk has them, and compares any two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu, QPushButton

from desktop.desk.open_desk import Desk
from desktop.desk.prepare import prepare
from desktop.domain import Status
from desktop.intake.reading import read_bytes
from desktop.ui.articles.model import ArticleModel, Role, VersionRow
from desktop.ui.articles.version_history import HistoryDialog, show_history
from desktop.ui.articles.version_history_rows import Column

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.domain import ArticleId, VersionId
    from desktop.ui.session.session import Session
    from desktop.ui.window.main_window import MainWindow


def first_article(session: Session) -> ArticleId:
    assert session.desk is not None
    return session.desk.articles()[0].id


def add_version(
    session: Session, old: str, new: str, *, article: ArticleId | None = None, label: str = ""
) -> VersionId:
    """Add a version that says `new` where the newest says `old`, as an import would."""
    assert session.desk is not None
    article = article or first_article(session)
    newest = session.desk.version(session.desk.article(article).newest)
    text = newest.text.replace(old, new)
    assert text != newest.text
    added = session.desk.add(prepare(read_bytes(text.encode(), source="later.txt")[0]), article=article, label=label)
    session.articles_changed.emit()
    return added.version_id


@pytest.fixture
def dialog(qtbot: QtBot, session: Session) -> HistoryDialog:
    """The history of the first article: as it came, with other words, with other marks."""
    add_version(session, "likely on its way to buy", "about to buy", label="example")
    add_version(session, "”", '"')
    dialog = HistoryDialog(session, first_article(session))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the robot deletes it
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    return dialog


def cells(dialog: HistoryDialog, row: int) -> dict[Column, str]:
    return {column: str(dialog.model.index(row, column).data()) for column in Column}


def choose(dialog: HistoryDialog, *rows: int) -> None:
    how = QItemSelectionModel.SelectionFlag
    dialog.table.selectionModel().clear()
    for row in rows:
        dialog.table.selectionModel().select(dialog.model.index(row, 0), how.Select | how.Rows)


def numbers(session: Session) -> tuple[int, ...]:
    return tuple(version.info.number for version in (session.pair.a, session.pair.b) if version is not None)


def hint(dialog: HistoryDialog) -> str:
    return dialog.hint.text()


def test_versions_are_listed_newest_first_with_what_each_changed(dialog: HistoryDialog) -> None:
    newest, middle, first = (cells(dialog, row) for row in range(3))
    assert [row[Column.VERSION] for row in (newest, middle, first)] == ["v3", "v2", "v1"]
    assert newest[Column.WHAT] == "only typography"
    assert (newest[Column.ADDED], newest[Column.REMOVED]) == ("+0", "−0")
    assert middle[Column.WHAT].startswith("example · text changed")
    assert (middle[Column.ADDED], middle[Column.REMOVED]) == ("+1", "−4")
    assert (first[Column.WHAT], first[Column.ADDED], first[Column.LATER]) == ("first", "", "")
    assert "minute" in newest[Column.LATER]
    assert int(first[Column.WORDS]) - 3 == int(middle[Column.WORDS]) == int(newest[Column.WORDS])


def test_the_model_keeps_the_rules_of_qt(dialog: HistoryDialog) -> None:
    tester = QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    dialog.reload()
    assert tester.model() is dialog.model


def test_a_new_headline_is_shown_with_the_former_one_in_the_tip(session: Session, dialog: HistoryDialog) -> None:
    assert session.desk is not None
    old = session.desk.article(first_article(session)).metadata.title
    add_version(session, old, "Another <b>headline</b> altogether")
    dialog.reload()
    assert cells(dialog, 0)[Column.HEADLINE] == "Another <b>headline</b> altogether"
    assert cells(dialog, 0)[Column.WHAT] == "only headline"
    tip = str(dialog.model.index(0, Column.HEADLINE).data(Qt.ItemDataRole.ToolTipRole))
    assert "&lt;b&gt;headline" in tip
    assert "White House" in tip


def test_a_changed_byline_alone_is_called_that(session: Session, dialog: HistoryDialog) -> None:
    add_version(session, "Arpan Rai", "Arpan Rai and Joan Reed")
    dialog.reload()
    assert cells(dialog, 0)[Column.WHAT] == "only byline"


def test_enter_compares_the_chosen_version_with_the_one_before_it(
    qtbot: QtBot, session: Session, dialog: HistoryDialog
) -> None:
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.compared):
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert numbers(session) == (1, 2)
    assert session.pair.comparison is not None


def test_any_two_can_be_chosen_and_compared_older_as_a(qtbot: QtBot, session: Session, dialog: HistoryDialog) -> None:
    for row, modifier in ((0, Qt.KeyboardModifier.NoModifier), (2, Qt.KeyboardModifier.ControlModifier)):
        place = dialog.table.visualRect(dialog.model.index(row, Column.CAPTURED)).center()
        QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, modifier, place)
    button = dialog.findChild(QPushButton, "history-compare")
    assert button is not None
    assert button.text() == "&Compare v1 with v3"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert numbers(session) == (1, 3)


def test_shift_and_an_arrow_choose_two_by_keys(qtbot: QtBot, session: Session, dialog: HistoryDialog) -> None:
    QTest.keyClick(dialog.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert numbers(session) == (2, 3)


def test_a_double_click_compares_a_version_with_the_one_before_it(
    qtbot: QtBot, session: Session, dialog: HistoryDialog
) -> None:
    place = dialog.table.visualRect(dialog.model.index(1, Column.WHAT)).center()
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert numbers(session) == (1, 2)


def test_the_first_version_alone_and_three_at_once_cannot_be_compared(
    qtbot: QtBot, session: Session, dialog: HistoryDialog
) -> None:
    before = session.pair.a, session.pair.b
    for rows, expected in (((2,), "This is the first version"), ((0, 1, 2), "Choose one version, or two")):
        choose(dialog, *rows)
        assert not dialog.compare_button.isEnabled()
        assert hint(dialog).startswith(expected)
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert (session.pair.a, session.pair.b) == before


def test_the_sides_are_marked_with_their_letters_and_follow_the_pair(session: Session, dialog: HistoryDialog) -> None:
    spoken = [dialog.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert spoken == ["Version 3", "Version 2", "Version 1"]
    dialog.compare()
    spoken = [dialog.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert spoken == ["Version 3, shown as B", "Version 2, shown as A", "Version 1"]
    badges = [dialog.model.index(row, 0).data(Qt.ItemDataRole.DecorationRole) for row in range(3)]
    assert [each is None for each in badges] == [False, False, True]
    session.pair.swap()
    assert dialog.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Version 3, shown as A"


def test_a_mark_shows_in_the_counts_and_a_new_version_in_the_list_and_the_choice_stays(
    qtbot: QtBot, session: Session, dialog: HistoryDialog
) -> None:
    assert session.desk is not None
    choose(dialog, 1, 2)
    quote = session.desk.quotes(session.desk.article(first_article(session)).newest)[0]
    session.set_status([quote], Status.DISPUTED)
    qtbot.waitUntil(lambda: "≠ 1" in cells(dialog, 0)[Column.QUOTES])
    assert dialog.compare_button.text() == "&Compare v1 with v2"
    add_version(session, "Pyongyang", "North Korea")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 4)
    assert cells(dialog, 0)[Column.VERSION] == "v4"
    assert dialog.compare_button.text() == "&Compare v1 with v2"


def test_a_passage_brought_back_changes_the_words_of_its_version_and_undo_does_so_again(
    qtbot: QtBot, session: Session, dialog: HistoryDialog
) -> None:
    assert session.desk is not None
    version = session.desk.version(session.desk.article(first_article(session)).newest)
    words = cells(dialog, 0)[Column.WORDS]
    session.show_passage(version, max(version.hidden, key=len))
    assert int(cells(dialog, 0)[Column.WORDS]) > int(words)
    session.undo_stack.undo()
    assert cells(dialog, 0)[Column.WORDS] == words


def test_an_article_with_one_version_says_so_plainly(qtbot: QtBot, session: Session) -> None:
    assert session.desk is not None
    dialog = HistoryDialog(session, session.desk.articles()[3].id)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    assert hint(dialog) == "This article has one version. Add a later text with Article ▸ Add new version…"
    assert cells(dialog, 0)[Column.WHAT] == "first"
    assert not dialog.compare_button.isEnabled()


def test_the_history_closes_when_its_article_is_deleted(qtbot: QtBot, session: Session, dialog: HistoryDialog) -> None:
    assert session.desk is not None
    session.delete_articles([session.desk.article(first_article(session))])
    qtbot.waitUntil(dialog.isHidden)


def test_the_history_closes_with_its_desk(
    qtbot: QtBot, session: Session, dialog: HistoryDialog, desk_path: Path
) -> None:
    session.close_desk()
    qtbot.waitUntil(dialog.isHidden)
    session.open_desk(Desk.open(desk_path))
    assert dialog.isHidden()


def test_long_texts_are_compared_in_the_background_and_the_list_is_there_before(qtbot: QtBot, session: Session) -> None:
    assert session.desk is not None
    article = session.desk.articles()[4].id
    words = " ".join(f"paragraph {number} of a long report." for number in range(1_500))
    for ending in ("Over.", "Nothing yet decided."):
        text = f"Long report\n\n{words}\n\n{ending}\n".encode()
        session.desk.add(prepare(read_bytes(text, source="long.txt")[0]), article=article)
    dialog = HistoryDialog(session, article)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    assert cells(dialog, 0)[Column.WHAT] == "comparing…"
    qtbot.waitUntil(lambda: cells(dialog, 0)[Column.WHAT].startswith("text changed"))
    assert (cells(dialog, 0)[Column.ADDED], cells(dialog, 0)[Column.REMOVED]) == ("+3", "−1")


def test_closing_gives_up_the_work_in_the_background(qtbot: QtBot, session: Session) -> None:
    assert session.desk is not None
    article = session.desk.articles()[4].id
    for start in (0, 7_000):
        text = "\n\n".join(f"Sentence {number} speaks of {number * 7919}." for number in range(start, start + 6_000))
        session.desk.add(prepare(read_bytes(f"Long\n\n{text}".encode(), source="long.txt")[0]), article=article)
    dialog = HistoryDialog(session, article)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    task = dialog._working
    assert task is not None
    with qtbot.waitSignal(task.ended):
        dialog.close()
    assert task.cancelled()
    assert cells(dialog, 0)[Column.WHAT] == "comparing…"


def test_asking_again_shows_the_other_article_in_the_same_window(qtbot: QtBot, session: Session) -> None:
    assert session.desk is not None
    parent = QMenu()
    qtbot.addWidget(parent)
    articles = session.desk.articles()
    one = show_history(session, articles[0].id, parent, lambda: None)
    two = show_history(session, articles[1].id, parent, lambda: None)
    assert two is one
    assert articles[1].metadata.title in two.about.text()
    two.close()


def test_the_key_opens_it_and_enter_brings_the_comparison_to_the_front(
    qtbot: QtBot, window: MainWindow, desk_path: Path
) -> None:
    window.take(Desk.open(desk_path))
    session = window.session
    add_version(session, "likely on its way to buy", "about to buy")
    assert session.desk is not None
    assert window.bench is not None
    panel = window.bench.articles
    session.pair.show(session.desk.articles()[0].newest)
    qtbot.waitUntil(lambda: [article.id for article in panel.chosen()] == [first_article(session)])
    window.actions_["show_read"].trigger()
    for _ in range(2):  # once more after it was closed
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        QTest.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
        dialog = window.findChild(HistoryDialog, "version-history")
        assert dialog is not None
        assert not dialog.isModal()
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
        assert numbers(session) == (1, 2)
        assert window.bench.centre.tabs.currentIndex() == 0
        with qtbot.waitSignal(dialog.destroyed):
            QTest.keyClick(dialog.table, Qt.Key.Key_Escape)


def test_nothing_is_out_of_sight_sideways_in_a_narrow_window_and_the_tip_has_what_is_cut(
    dialog: HistoryDialog, session: Session
) -> None:
    desk = session.desk
    assert desk is not None
    assert dialog.table.isColumnHidden(Column.HEADLINE)
    article = desk.article(first_article(session))
    long = "A headline that goes on for quite a while, names several people and does not come to its end here"
    text = desk.version(article.newest).text.replace(article.metadata.title, long).replace("Russia", "Moscow itself")
    later = read_bytes(text.encode(), source="later.txt")[0]
    desk.add(prepare(later), article=article.id, label="corrected by the desk")
    newest = desk.quotes(desk.article(article.id).newest)
    session.set_status(newest[:6], Status.VERIFIED)
    session.set_status(newest[6:9], Status.DISPUTED)
    dialog.reload()
    assert not dialog.table.isColumnHidden(Column.HEADLINE)
    for width in (1024, 900):
        dialog.resize(width, 380)
        assert dialog.table.horizontalScrollBar().maximum() == 0
        wide = [dialog.table.columnWidth(column) for column in Column]
        assert sum(wide) <= dialog.table.viewport().width()
        assert min(wide) >= dialog.fontMetrics().horizontalAdvance("v1")
    index = dialog.model.index(0, Column.WHAT)
    assert dialog.table.rowHeight(0) > dialog.table.fontMetrics().lineSpacing() * 2
    assert index.data() in index.data(Qt.ItemDataRole.ToolTipRole)
    assert long in dialog.model.index(0, Column.HEADLINE).data(Qt.ItemDataRole.ToolTipRole)


def changes_in_list(model: ArticleModel) -> list[str]:
    rows = [row for row in range(model.rowCount()) if isinstance(model.row(row), VersionRow)]
    return [model.index(row, 0).data(Role.CHANGED) for row in rows]


def test_the_list_of_articles_says_what_each_version_changed(qtbot: QtBot, session: Session) -> None:
    add_version(session, "likely on its way to buy", "about to buy", label="example")
    add_version(session, "”", '"')
    model = ArticleModel(session)
    model.reload()
    assert changes_in_list(model) == ["", "", "first"]
    qtbot.waitUntil(lambda: changes_in_list(model) == ["only typography", "+1 −4 words", "first"])
    row = next(row for row in range(model.rowCount()) if isinstance(model.row(row), VersionRow))
    spoken = str(model.index(row + 1, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.endswith("example, +1 −4 words")
    model.reload()
    assert changes_in_list(model) == ["only typography", "+1 −4 words", "first"]


def test_the_list_counts_again_when_a_passage_is_brought_back(qtbot: QtBot, session: Session) -> None:
    assert session.desk is not None
    add_version(session, "likely on its way to buy", "about to buy")
    model = ArticleModel(session)
    model.reload()
    qtbot.waitUntil(lambda: changes_in_list(model) == ["+1 −4 words", "first"])
    version = session.desk.version(session.desk.article(first_article(session)).newest)
    session.show_passage(version, max(version.hidden, key=len))
    qtbot.waitUntil(lambda: changes_in_list(model)[0] not in ("", "+1 −4 words"))
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: changes_in_list(model)[0] == "+1 −4 words")


def test_the_list_says_nothing_of_texts_too_long_to_compare_at_once(qtbot: QtBot, session: Session) -> None:
    assert session.desk is not None
    add_version(session, "likely on its way to buy", "about to buy")
    long = session.desk.articles()[4].id
    text = f"Long report\n\n{'Very long words, unquestionably. ' * 2_000}".encode()
    session.desk.add(prepare(read_bytes(text, source="long.txt")[0]), article=long)
    model = ArticleModel(session)
    model.reload()
    qtbot.waitUntil(lambda: changes_in_list(model)[0] != "")
    assert changes_in_list(model) == ["+1 −4 words", "first", "", "first"]
