"""Which texts are versions of one article is said by hand, taken back by Ctrl+Z, and no mark is lost by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, Status
from desktop.ui.dialogs.story_picker import StoryPicker
from tests.journeys.window_driver import click, find, messages, open_sample, press
from tests.store.desks import TEXT, assert_sound, prepared

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.domain import Added
    from desktop.ui.window.main_window import MainWindow

LATER = TEXT.replace("on Monday", "on Monday evening")


def with_two_articles(qtbot: QtBot, window: MainWindow) -> tuple[Added, Added]:
    open_sample(qtbot, window)
    desk = window.session.desk
    assert desk is not None
    story = desk.stories()[0].id
    first = desk.add(prepared(TEXT, title="Harbour to close in spring"), story=story)
    second = desk.add(prepared(LATER, title="Harbour closed"), story=story)
    desk.mark([desk.quotes(first.version_id)[0].id], MarkChange(Status.VERIFIED), checker="Ann")
    window.session.articles_changed.emit()
    show(qtbot, window, second)
    return first, second


def show(qtbot: QtBot, window: MainWindow, added: Added) -> None:
    window.session.pair.show(added.version_id)
    qtbot.waitUntil(lambda: window.bench is not None and window.bench.articles.current_version() == added.version_id)


def test_an_article_is_made_a_later_version_and_undo_parts_them(qtbot: QtBot, window: MainWindow) -> None:
    first, second = with_two_articles(qtbot, window)
    desk = window.session.desk
    assert desk is not None
    window.actions_["later_version"].trigger()
    qtbot.waitUntil(lambda: window.findChild(StoryPicker) is not None)
    picker = find(window, StoryPicker, "story-picker")
    picker.field.setText("harbour spring")
    qtbot.waitUntil(lambda: picker.count.text().startswith("1 of"))
    click(find(picker, QPushButton, "story-picker-choose"))
    qtbot.waitUntil(lambda: "It is now version 2 of" in messages(window))
    pair = window.session.pair
    assert pair.a is not None
    assert pair.b is not None
    assert [pair.a.id, pair.b.id] == [first.version_id, second.version_id]
    assert {pair.a.info.article_id, pair.b.info.article_id} == {first.article_id}
    assert desk.quotes(second.version_id)[0].status is Status.VERIFIED
    press(window, "Ctrl+Z")
    assert desk.article(second.article_id).newest == second.version_id
    assert desk.quotes(second.version_id)[0].status is Status.UNVERIFIED
    assert desk.quotes(first.version_id)[0].status is Status.VERIFIED
    assert pair.b.info.article_id == second.article_id or pair.b.id != second.version_id
    press(window, "Ctrl+Shift+Z")
    path = desk.path
    window.session.close_desk()
    with Desk.open(path, read_only=True) as closed:
        assert [info.id for info in closed.versions(first.article_id)] == [second.version_id, first.version_id]
        assert_sound(closed)


def test_a_version_is_split_off(qtbot: QtBot, window: MainWindow) -> None:
    first, second = with_two_articles(qtbot, window)
    window.actions_["split_off"].trigger()
    assert "has only this version" in messages(window)
    desk = window.session.desk
    assert desk is not None
    window.session.join_article(desk.article(second.article_id), desk.article(first.article_id))
    window.session.pair.show(first.version_id)
    show(qtbot, window, second)
    qtbot.waitUntil(lambda: window.bench is not None and window.bench.articles.chosen()[0].versions == 2)
    window.actions_["split_off"].trigger()
    qtbot.waitUntil(lambda: "is an article of its own now" in messages(window))
    assert desk.article(first.article_id).versions == 1
    press(window, "Ctrl+Z")
    assert desk.article(first.article_id).versions == 2
