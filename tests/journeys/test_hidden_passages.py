"""A passage that was taken for boilerplate is brought back, its quotes come with it, and undo hides it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from desktop.desk.open_desk import Desk
from desktop.domain import Cut, Metadata
from desktop.ui.dialogs.article.hidden import HiddenDialog
from desktop.ui.session.imports import import_text
from tests.journeys.window_driver import click, find, messages, open_sample, press
from tests.store.desks import LETTER, prepared

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow


def shown_in_list(window: MainWindow) -> bool:
    assert window.bench is not None
    assert window.session.pair.a is not None
    return window.bench.articles.current_version() == window.session.pair.a.id


def opened(qtbot: QtBot, window: MainWindow) -> HiddenDialog:
    open_sample(qtbot, window)
    session = window.session
    session.set_checker("Ada")
    assert session.desk is not None
    harbour = prepared(cuts=(Cut(LETTER, "call to subscribe"),), title="Harbour to close")
    session.pair.show(session.desk.add(harbour, story=session.desk.stories()[0].id).version_id)
    session.articles_changed.emit()
    assert session.pair.a is not None
    assert [cut.restored for cut in session.pair.a.cuts] == [False]
    assert window.bench is not None
    qtbot.waitUntil(lambda: shown_in_list(window))
    press(window, "Ctrl+Shift+Y")
    dialog = window.findChild(HiddenDialog)
    assert dialog is not None
    return dialog


def test_a_hidden_passage_is_brought_back_with_its_quotes_and_hidden_again_by_undo(
    qtbot: QtBot, window: MainWindow
) -> None:
    dialog = opened(qtbot, window)
    session = window.session
    assert session.desk is not None
    assert session.pair.a is not None
    assert "Sign up for our letter" in dialog.model.item(0, 1).text()
    assert "1 passage hidden" in dialog.nothing.text()
    click(find(dialog, QPushButton, "hidden-turn"))
    assert dialog.model.item(0, 2).text() == "shown"
    assert find(dialog, QPushButton, "hidden-turn").text() == "Hide again"
    assert [quote.text for quote in session.desk.quotes(session.pair.a.id)][-1] == "the tide"
    assert window.bench is not None
    assert [quote.text for quote in window.bench.quotes.model.all][-1] == "the tide"
    assert session.pair.a.hidden == ()
    dialog.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(window, "Ctrl+Z")
    assert "the tide" not in [quote.text for quote in window.bench.quotes.model.all]
    assert len(session.pair.a.hidden) == 1
    with Desk.open(session.desk.path, read_only=True) as desk:
        assert [cut.restored for cut in desk.version(session.pair.a.id).cuts] == [False]


def test_in_a_locked_story_the_list_can_be_read_and_says_why_nothing_comes_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    dialog = opened(qtbot, window)
    session = window.session
    assert session.desk is not None
    session.desk.lock_story(session.desk.stories()[0].id, locked=True)
    click(find(dialog, QPushButton, "hidden-turn"))
    assert "is locked, so nothing was changed" in dialog.nothing.text()
    assert "is locked, so nothing was changed" in messages(window)
    assert dialog.model.item(0, 2).text() == "hidden"


def test_a_text_of_which_nothing_is_hidden_says_so(qtbot: QtBot, window: MainWindow) -> None:
    opened(qtbot, window).close()
    session = window.session
    assert session.desk is not None
    with qtbot.waitSignal(session.imported, timeout=20_000):
        import_text(session, "The quay\n\nNothing else is here.\n", Metadata(title="The quay"), None, None)
    qtbot.waitUntil(lambda: shown_in_list(window))
    window.actions_["hidden_passages"].trigger()
    dialog = next(each for each in window.findChildren(HiddenDialog) if each.isVisible())
    assert dialog.nothing.text() == "Nothing of this text was taken for boilerplate."
    assert not find(dialog, QPushButton, "hidden-turn").isEnabled()
    dialog.close()
