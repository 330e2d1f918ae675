"""From the first start to the exported log with the mouse; file names are typed, as everywhere."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLineEdit, QPushButton

from desktop.domain import Status
from tests.journeys.window_driver import choose_file, click, find, messages, open_sample

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow


def test_first_start_to_exported_log_by_mouse_alone(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_sample(qtbot, window)
    session, bench = window.session, window.bench
    assert session.desk is not None
    assert session.pair.a is not None
    assert bench is not None
    articles = bench.articles.list
    row = bench.articles.model.row_of(session.desk.articles()[3].newest)
    place = articles.visualRect(bench.articles.model.index(row, 0)).center()
    QTest.mouseClick(articles.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.pair.a.info.metadata.title.startswith("US: Russia to buy rockets")

    quotes = bench.quotes.findChild(type(articles).__mro__[1], "quote-list")
    assert quotes is not None
    first = quotes.visualRect(quotes.model().index(0, 0)).center()
    QTest.mouseClick(quotes.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(first))
    qtbot.waitUntil(lambda: session.pair.selected is not None)
    chosen = session.pair.selected
    assert chosen is not None
    click(find(bench.quotes, QAbstractButton, "quote-disputed"))
    name = find(window, QLineEdit, "checker-name")
    assert name.isVisible()
    QTest.keyClicks(name, "Ada")
    click(find(window, QPushButton, "checker-keep"))
    qtbot.waitUntil(lambda: session.desk is not None and session.desk.quote(chosen.id).status is Status.DISPUTED)

    click(find(window, QPushButton, "tool-export"))
    dialog = find(window, QDialog, "export-log")
    form = find(dialog, QComboBox, "export-format")
    form.setCurrentIndex(form.findData("csv"))
    click(find(dialog, QPushButton, "dialog-keep"))
    out = tmp_path / "log.csv"
    choose_file(qtbot, window, "export-file", out)
    qtbot.waitUntil(lambda: "was written" in messages(window))
    rows = list(csv.reader(out.read_text(encoding="utf-8-sig").splitlines()))
    marked = [row for row in rows if "disputed" in row and any(chosen.text[:30] in cell for cell in row)]
    assert len(marked) == 1


def test_a_click_on_a_quote_in_the_text_chooses_its_card(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    session, bench = window.session, window.bench
    assert session.desk is not None
    assert session.pair.a is not None
    assert bench is not None
    quote = session.desk.quotes(session.pair.a.id)[1]
    session.pair.show_quote(quote)
    assert bench.quotes.isVisible()
    other = session.desk.quotes(session.pair.a.id)[0]
    session.pair.show_quote(other)
    assert session.pair.selected == other
