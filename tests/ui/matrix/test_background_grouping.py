"""Stories with many quotes are grouped in the background; what was overtaken or cancelled is never shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.desk.stories.story_quotes import read_story_quotes
from desktop.domain import Attribution
from desktop.ui.matrix import background_grouping as grouping
from desktop.ui.matrix.background_grouping import LONGEST, Grouper
from desktop.ui.matrix.model import Show
from tests.store.desks import prepared
from tests.ui.matrix.conftest import TEXTS, shown
from tests.ui.matrix.matrix_driver import LEFT, cell_words, choose, go_to, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.desk.stories.story_quotes import StoryQuotes
    from desktop.ui.matrix.view import MatrixView
    from desktop.ui.session.session import Session


@pytest.fixture
def always_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Treat every story as one with many quotes."""
    monkeypatch.setattr(grouping, "AT_ONCE", -1)


def story_quotes(session: Session) -> StoryQuotes:
    assert session.desk is not None
    return read_story_quotes(session.desk, session.desk.stories()[0].id)


@pytest.mark.usefixtures("always_later")
def test_a_large_story_says_that_it_is_grouped_and_then_shows_the_table(qtbot: QtBot, harbour: Session) -> None:
    view = shown(qtbot, harbour)
    assert view._note.text() == "Grouping the quotes of this story…"
    qtbot.waitUntil(lambda: view.model.settled)
    assert view.table.isVisible()
    assert cell_words(view, "nine months", 2) == "altered fact: six (unverified)"
    assert view.head.altered.text() == "! 1 altered fact"


@pytest.mark.usefixtures("always_later")
def test_grouping_can_be_cancelled_and_asked_for_again(qtbot: QtBot, harbour: Session) -> None:
    view = shown(qtbot, harbour)
    button = view.findChild(QPushButton, "matrix-cancel")
    assert button is not None
    with qtbot.assertNotEmitted(view.grouper.grouped, wait=200):
        QTest.mouseClick(button, LEFT)
    assert "cancelled" in view._note.text()
    QTest.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: view.model.settled)
    assert view.model.rowCount() == 5


@pytest.mark.usefixtures("always_later")
def test_only_the_last_of_several_requests_is_shown(qtbot: QtBot, harbour: Session) -> None:
    grouper = Grouper(harbour)
    results: list[object] = []
    grouper.grouped.connect(results.append)
    requests = [story_quotes(harbour) for _ in range(4)]
    with qtbot.waitSignal(grouper.compared):
        for request in requests:
            grouper.ask(request, LONGEST)
    assert [result.story_quotes for result in results] == [requests[-1]]  # type: ignore[attr-defined]  # they are Grouped


@pytest.mark.usefixtures("always_later")
def test_a_filter_by_wording_fills_as_wordings_become_known(qtbot: QtBot, harbour: Session) -> None:
    view = shown(qtbot, harbour)
    view.pick_show(Show.ALTERED)
    qtbot.waitUntil(lambda: view.model.settled)
    assert view.model.rowCount() == 1


@pytest.mark.usefixtures("always_later")
def test_a_decision_is_followed_in_the_background_too(qtbot: QtBot, harbour: Session) -> None:
    view = shown(qtbot, harbour)
    qtbot.waitUntil(lambda: view.model.settled)
    go_to(view, "nine months", 2)
    choose(view, "matrix-not-same")
    assert view.table.isVisible()
    assert view.head.counts.text() == "Grouping the quotes again…"
    qtbot.waitUntil(lambda: view.model.settled and view.model.rowCount() == 6)
    assert view.table.currentIndex().column() == 2


@pytest.mark.usefixtures("always_later")
def test_a_view_that_goes_while_it_groups_leaves_no_trouble(qtbot: QtBot, harbour: Session) -> None:
    view = shown(qtbot, harbour)
    view.close()
    view.deleteLater()
    QTest.qWait(1)
    other = shown(qtbot, harbour)
    qtbot.waitUntil(lambda: other.model.settled)


def test_a_new_article_is_grouped_with_the_rest(qtbot: QtBot, view: MatrixView, harbour: Session) -> None:
    assert harbour.desk is not None
    story = harbour.desk.stories()[0].id
    harbour.desk.add(prepared(TEXTS["Evening Tide"].replace("six", "ten"), source="4.txt", outlet="Noon"), story=story)
    harbour.articles_changed.emit()
    qtbot.waitUntil(lambda: view.model.columnCount() == 5)
    assert cell_words(view, "nine months", 4) == "altered fact: ten (unverified)"


def test_a_corrected_speaker_groups_again_and_a_note_does_not(view: MatrixView, harbour: Session) -> None:
    grouped = view.model.grouped
    go_to(view, "nine months", 2)
    quote = view.table.quotes()[0]
    harbour.note(quote, "heard it", "")
    assert view.model.grouped is grouped
    harbour.attribute([quote], Attribution(person="Ines Moreau"))
    assert view.model.grouped is not grouped


def test_a_hidden_view_groups_when_it_is_shown_again(view: MatrixView, harbour: Session) -> None:
    grouped = view.model.grouped
    view.hide()
    quote = view.model.quotes_of(view.model.row_at(0).cells[0])[0]  # type: ignore[union-attr]  # there are rows
    harbour.delete_quotes([quote])
    assert view.model.grouped is grouped
    view.show()
    assert view.model.grouped is not grouped
    press(view, Qt.Key.Key_Down)
