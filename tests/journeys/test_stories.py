"""A story is locked, its people are named, an article goes to the trash for good: through the window, by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from desktop.domain import Status
from desktop.ui.dialogs.people import PeopleDialog
from desktop.ui.dialogs.trash import EmptyTrashDialog, TrashDialog
from desktop.ui.session.imports import import_text
from tests.journeys.window_driver import click, find, messages, open_sample, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.desk.open_desk import Desk
    from desktop.ui.window.main_window import MainWindow


def start(qtbot: QtBot, window: MainWindow) -> Desk:
    open_sample(qtbot, window)
    window.session.set_checker("Ada")
    assert window.session.desk is not None
    return window.session.desk


def test_a_story_is_locked_refuses_marks_in_a_sentence_and_is_reopened(qtbot: QtBot, window: MainWindow) -> None:
    desk = start(qtbot, window)
    bench = window.bench
    assert bench is not None
    press(window, "Ctrl+Shift+K")
    assert "is locked" in messages(window)
    assert desk.stories()[0].locked
    bench.quotes.focus_list()
    press(window, "V")
    assert "is locked, so nothing was changed" in messages(window)
    assert desk.article_list.counts().verified == 0
    menu = find(window, QMenu, "story-menu")
    menu.popup(QPoint(0, 0))
    assert window.actions_["lock_story"].text() == "Re&open story"
    menu.close()
    press(window, "Ctrl+Shift+K")
    assert "is open again" in messages(window)
    press(window, "Ctrl+Z")
    assert desk.stories()[0].locked
    press(window, "Ctrl+Z")
    assert not desk.stories()[0].locked
    bench.quotes.focus_list()
    press(window, "V")
    assert desk.article_list.counts().verified == 1
    quote = next(quote for quote in desk.story_quotes(desk.stories()[0].id) if quote.status is Status.VERIFIED)
    assert [each.kind for each in desk.events(quote.id)] == [
        "story reopened",
        "story locked",
        "story reopened",
        "story locked",
    ]
    assert {each.checker for each in desk.events(quote.id)} == {"Ada"}


def test_the_heading_of_a_story_shows_the_lock_and_offers_its_acts(qtbot: QtBot, window: MainWindow) -> None:
    desk = start(qtbot, window)
    bench = window.bench
    assert bench is not None
    rows = bench.articles.list
    rows.setCurrentIndex(bench.articles.model.index(0, 0))
    bench.articles.menu_requested.emit(QPoint(10, 10))
    menu = find(window, QMenu, "story-context-menu")
    assert [action.objectName() for action in menu.actions()] == ["people", "lock_story", "rename"]
    menu.actions()[1].trigger()
    menu.close()
    assert desk.stories()[0].locked
    spoken = bench.articles.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.waitUntil(lambda: "locked" in bench.articles.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "Story:" in spoken


def test_a_person_is_named_once_and_a_later_article_knows_it(qtbot: QtBot, window: MainWindow) -> None:
    desk = start(qtbot, window)
    [story] = desk.stories()
    before = [quote.attribution.name for quote in desk.story_quotes(story.id)]
    press(window, "Ctrl+Shift+O")
    dialog = find(window, PeopleDialog, "people")
    qtbot.waitUntil(dialog.isActiveWindow)
    top = dialog.chosen_people()[0].name
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    line = dialog.name.lineEdit()
    assert line is not None
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClicks(line, "Rear Admiral Kirby")
    QTest.keyClick(line, Qt.Key.Key_Return)
    now = [quote.attribution.name for quote in desk.story_quotes(story.id)]
    assert now.count("Rear Admiral Kirby") == before.count(top)
    dialog.close()
    words = f"“We are not there yet,” {top} said on Friday.\n"
    with qtbot.waitSignal(window.session.imported, timeout=20_000):
        import_text(window.session, words, desk.articles()[0].metadata, story.id, None)
    assert len(desk.articles()) == 7
    newest = desk.quotes(desk.articles()[-1].newest)
    assert [quote.attribution.name for quote in newest] == ["Rear Admiral Kirby"]
    window.session.undo_stack.undo()
    window.session.undo_stack.undo()
    assert [quote.attribution.name for quote in desk.story_quotes(story.id)] == before


def test_an_article_leaves_the_trash_for_good_only_after_a_question(qtbot: QtBot, window: MainWindow) -> None:
    desk = start(qtbot, window)
    bench = window.bench
    assert bench is not None
    bench.articles.focus_list()
    press(window, "Del", "Ctrl+Shift+R")
    dialog = window.findChild(TrashDialog)
    assert dialog is not None
    click(find(dialog, QPushButton, "trash-empty"))
    sure = find(dialog, EmptyTrashDialog, "empty-trash")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is sure)
    QTest.keyClick(sure, Qt.Key.Key_Escape)
    assert len(desk.articles(deleted=True)) == 1
    click(find(dialog, QPushButton, "trash-empty"))
    again = [each for each in dialog.findChildren(EmptyTrashDialog) if each.isVisible()]
    click(find(again[0], QPushButton, "empty-trash-go"))
    assert desk.articles(deleted=True) == []
    assert "1 article is gone" in messages(window)
    assert desk.check().sound
