"""Lines of forms and of renaming show the beginning of long words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.domain import Metadata
from desktop.intake.reading import read_text
from desktop.translation import Text
from desktop.ui.dialogs.article.details import MetadataForm, PasteDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.session.session import Session
    from desktop.ui.window.main_window import MainWindow

LONG = "A headline that goes on for so long that no line of this form has room for the whole of it at once"


@pytest.fixture
def form(qtbot: QtBot, host: QWidget) -> MetadataForm:
    form = MetadataForm(Text("Details"), "", Metadata(title=LONG, url=f"https://news.example/{'a/' * 80}"), host)
    form.open()
    qtbot.waitUntil(form.title.hasFocus)
    return form


def shows_its_beginning(line: QLineEdit) -> bool:
    return line.cursorPosition() == 0 and line.cursorPositionAt(line.rect().center()) < len(line.text()) - 20


def test_the_first_line_is_selected_whole_and_shows_its_beginning(form: MetadataForm) -> None:
    assert form.title.selectedText() == LONG
    assert shows_its_beginning(form.title)
    QTest.keyClicks(form.title, "Short")
    assert form.title.text() == "Short"


def test_so_does_a_line_that_tab_comes_to_and_one_that_is_left(form: MetadataForm) -> None:
    QTest.keyClick(form.title, Qt.Key.Key_End)
    assert form.title.cursorPosition() == len(LONG)
    for _ in range(5):
        focused = form.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert form.url.hasFocus()
    assert form.url.hasSelectedText()
    assert shows_its_beginning(form.url)
    assert shows_its_beginning(form.title)


def test_a_headline_is_renamed_from_its_beginning(qtbot: QtBot, window: MainWindow) -> None:
    window.desk_menu.open_sample()
    bench = window.bench
    assert bench is not None
    bench.articles.focus_list()
    bench.articles.rename()
    qtbot.waitUntil(lambda: bench.articles.list.findChild(QLineEdit, "rename") is not None)
    line = bench.articles.list.findChild(QLineEdit, "rename")
    assert line is not None
    qtbot.waitUntil(line.hasFocus)
    assert line.selectedText() == line.text()
    assert line.cursorPosition() == 0


def test_what_a_long_pasted_text_says_of_itself_follows_and_takes_nothing_back(
    qtbot: QtBot, session: Session, host: QWidget
) -> None:
    words = "".join(f"The harbour of Millbrook will close on day {day}, the mayor said.\n\n" for day in range(2000))
    text = f"Harbour to close\n\nBy Ann Lee\n\n{words}"
    stated = read_text(text).metadata
    assert stated.title, "the text says nothing of itself"
    assert stated.byline, "the text names nobody"
    form = PasteDialog(session, text, None, None, host)
    form.open()
    assert form.byline.text() == ""
    QTest.keyClicks(form.title, "Mine")
    qtbot.waitUntil(lambda: form.byline.text() == stated.byline)
    assert form.title.text() == "Mine"
