"""An article is named a source by key, stands apart from the articles, and is one again when that is undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from desktop.domain import SourceDetails, SourceKind
from desktop.ui.articles.arrangement import ArticleRow
from desktop.ui.dialogs.article.source import SourceDialog
from tests.journeys.window_driver import find, open_sample, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow


def rows(window: MainWindow) -> list[ArticleRow]:
    """Return the articles and sources as they are listed."""
    assert window.bench is not None
    model = window.bench.articles.model
    found = [model.row(number) for number in range(model.rowCount())]
    return [row for row in found if isinstance(row, ArticleRow)]


def test_an_article_is_named_a_source_by_key_and_is_an_article_again_when_that_is_undone(
    qtbot: QtBot, window: MainWindow
) -> None:
    open_sample(qtbot, window)
    assert window.session.desk is not None
    first = window.session.desk.article(window.session.pair.a.info.article_id)  # type: ignore[union-attr]  # it is open
    counted = window.status.counts.text()
    press(window, "Ctrl+Shift+U")
    dialog = window.findChild(SourceDialog)
    assert dialog is not None
    find(dialog, QComboBox, "source-kind").setCurrentIndex(list(SourceKind).index(SourceKind.DOCUMENT))
    find(dialog, QLineEdit, "source-place").setText("Washington")
    press(window, "Return")
    example = set(window.session.desk.article_list.sources()) - {first.id}
    assert window.session.desk.article_list.sources()[first.id] == SourceDetails(
        SourceKind.DOCUMENT, place="Washington"
    )
    qtbot.waitUntil(lambda: (rows(window)[-2].article.id, rows(window)[-2].sources) == (first.id, 2))
    assert "4 articles · 2 sources" in window.status.counts.text()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    window.activateWindow()  # there is no window manager here that would
    qtbot.waitUntil(window.isActiveWindow)
    press(window, "Ctrl+Z")
    assert set(window.session.desk.article_list.sources()) == example
    qtbot.waitUntil(lambda: rows(window)[-2].article.id != first.id)
    assert window.status.counts.text() == counted
