"""An article goes to the trash without a question, and comes back by the button that the bar offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from desktop.domain import Status
from tests.journeys.window_driver import click, find, messages, open_sample, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow


def test_a_deleted_article_comes_back_by_the_button_beside_the_message(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    desk, bench = window.session.desk, window.bench
    assert desk is not None
    assert bench is not None
    bench.articles.focus_list()
    press(window, "Del")
    assert len(desk.articles()) == 5
    assert "in the trash" in messages(window)
    click(find(window, QPushButton, "message-first"))
    assert len(desk.articles()) == 6


def test_delete_on_the_heading_of_a_story_says_what_it_would_be_and_offers_it(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    desk, bench = window.session.desk, window.bench
    assert desk is not None
    assert bench is not None
    bench.articles.focus_list()
    press(window, "Home", "Del")
    assert len(desk.articles()) == 6
    assert "is a story, and goes when its 6 articles do" in messages(window)
    offer = find(window, QPushButton, "message-first")
    assert offer.text() == "Delete its 6 articles"
    click(offer)
    assert desk.articles() == []
    assert "6 articles are in the trash" in messages(window)
    press(window, "Ctrl+Z")
    assert len(desk.articles()) == 6


def test_the_offer_to_undo_goes_when_something_else_was_done(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    window.session.set_checker("Ada")
    desk, bench = window.session.desk, window.bench
    assert desk is not None
    assert bench is not None
    bench.articles.focus_list()
    press(window, "Del")
    offer = find(window, QPushButton, "message-first")
    assert offer.isVisible()
    window.session.set_status(bench.quotes.model.all[:1], Status.VERIFIED)
    assert not offer.isVisible()
