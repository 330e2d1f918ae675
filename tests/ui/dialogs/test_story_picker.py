"""One of very many stories is found by words of its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton

from desktop.desk.open_desk import Desk
from desktop.domain import Story, StoryId
from desktop.ui.dialogs import story_picker as stories
from desktop.ui.dialogs.story_picker import StoryPicker
from tests.store.desks import prepared

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow


def _story(number: int, title: str) -> Story:
    return Story(StoryId(number), f"s{number}", title)


@pytest.fixture
def picker(host: QWidget, qtbot: QtBot) -> StoryPicker:
    titles = ["The harbour closes", "A mayor speaks of the HARBOUR", "Snow in May", "O\ufb03ces in Z\u00fcrich"]
    stories = [_story(number, title) for number, title in enumerate([*titles, *(f"Story {n}" for n in range(300))])]
    picker = StoryPicker("Move to story", [stories[:100], stories[100:250], stories[250:]], host)
    picker.show()
    qtbot.waitExposed(picker)
    qtbot.waitUntil(lambda: "of 304 stories" in picker.count.text())
    return picker


def _listed(picker: StoryPicker) -> list[str]:
    model = picker.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_words_in_any_order_and_case_find_a_story(picker: StoryPicker) -> None:
    picker.field.setText("harbour mayor")
    assert _listed(picker) == ["A mayor speaks of the HARBOUR"]
    assert picker.count.text() == "1 of 304 stories"
    picker.field.setText("nothing like it")
    assert _listed(picker) == []
    choose = picker.findChild(QPushButton, "story-picker-choose")
    assert choose is not None
    assert not choose.isEnabled()


@pytest.mark.parametrize("words", ["offices", "zurich", "Zu\u0308rich of\u00adfices"])
def test_typography_does_not_count(picker: StoryPicker, words: str) -> None:
    picker.field.setText(words)
    assert _listed(picker) == ["O\ufb03ces in Z\u00fcrich"]


def test_of_too_many_the_first_are_listed_and_it_says_so(picker: StoryPicker) -> None:
    assert len(_listed(picker)) == 200
    assert "304 of 304 stories" in picker.count.text()
    assert "200 are listed" in picker.count.text()


def test_arrow_keys_and_enter_choose_while_one_types(picker: StoryPicker, qtbot: QtBot) -> None:
    qtbot.keyClicks(picker.field, "harbour")
    qtbot.keyClick(picker.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.chosen) as caught:
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert caught.args[0].title == "A mayor speaks of the HARBOUR"


def test_the_menu_offers_all_of_few_stories_and_of_many_the_newest_and_the_way_to_the_others(
    window: MainWindow, desk_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.take(Desk.open(desk_path))
    desk, menus = window.session.desk, window.findChildren(QMenu)
    assert desk is not None
    assert menus
    for number in range(4):
        desk.add(prepared(f"Piece {number} of another story.", title=f"Other {number}"))
    first = desk.stories()[0].title
    assert window.bench is not None
    assert _offered(window) == [first, "Other 0", "Other 1", "Other 2", "Other 3", "", "New story"]
    monkeypatch.setattr(stories, "FEW", 2)
    assert _offered(window) == ["Other 3", "Other 2", "", str(stories.OTHER), "New story"]
    article = desk.articles()[0]
    assert window.article_menu is not None
    window.article_menu._ask_story(article)
    picker = window.findChild(StoryPicker)
    assert picker is not None
    assert first not in _listed(picker), "it is there already"
    picker.field.setText("other 1")
    picker.accept()
    assert desk.stories_by_ids([desk.article(article.id).story_id])[0].title == "Other 1"
    window.session.undo_stack.undo()
    assert desk.article(article.id).story_id == article.story_id


def _offered(window: MainWindow) -> list[str]:
    menu = QMenu(window)
    assert window.article_menu is not None
    window.article_menu._fill_move(menu)
    found = [action.text() for action in menu.actions()]
    menu.deleteLater()
    return found


def test_stories_that_are_read_later_are_listed_if_they_have_the_words(host: QWidget, qtbot: QtBot) -> None:
    parts = [[_story(1, "The harbour")], [_story(2, "Snow")], [_story(3, "A harbour again")]]
    picker = StoryPicker("Move to story", parts, host)
    assert _listed(picker) == ["The harbour"], "the first are there at once"
    picker.field.setText("harbour")
    qtbot.waitUntil(lambda: picker.count.text() == "2 of 3 stories")
    assert _listed(picker) == ["The harbour", "A harbour again"]
