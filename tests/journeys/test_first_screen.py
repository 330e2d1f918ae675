"""What meets a new user: the sample opens calm, and says the one fact in which its two articles differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text.changes import AlertKind, ChangeKind, Kind
from tests.journeys.window_driver import open_sample

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow

COLOURED = {ChangeKind.INSERTED, ChangeKind.DELETED, ChangeKind.REPLACED}


def test_two_articles_open_passage_beside_passage_with_little_colour_and_the_alert_of_the_place(
    qtbot: QtBot, window: MainWindow
) -> None:
    open_sample(qtbot, window)
    pair = window.session.pair
    assert pair.a is not None
    assert pair.b is not None
    assert pair.comparison is not None
    assert pair.comparison.kind is Kind.ACCOUNTS
    for side, text in (("a", pair.a.text), ("b", pair.b.text)):
        coloured = [getattr(change, side) for change in pair.comparison.changes if change.kind in COLOURED]
        assert sum(map(len, coloured)) < 0.25 * len(text)
    places = [(alert.a_text, alert.b_text) for alert in pair.comparison.alerts if alert.kind is AlertKind.PLACE]
    assert places == [("South Korea", "North Korea")]


def test_versions_of_one_article_open_word_by_word(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    desk = window.session.desk
    assert desk is not None
    article = next(article for article in desk.articles() if article.versions > 1)
    versions = [info.id for info in desk.versions(article.id)]
    window.session.pair.compare(*versions[:2])
    qtbot.waitUntil(lambda: window.session.pair.comparison is not None)
    assert window.session.pair.comparison is not None
    assert window.session.pair.comparison.kind is Kind.VERSIONS
