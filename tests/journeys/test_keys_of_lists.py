"""Every key of the lists and fields does what it does there, whatever shortcuts the window has."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableView

from desktop.domain import Status
from desktop.ui.actions import MENUS
from desktop.ui.quotes.card.growing_field import GrowingField
from desktop.ui.widgets.verdict_buttons import WhyBox
from tests.journeys.window_driver import find, open_sample, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow
    from desktop.ui.window.workbench import Workbench

_KEYS = (
    *"VDUQA/", "Return", "Shift+Return", "Ctrl+Return", "Enter", "Space", "Del", "Backspace", "F2", "Esc", "Home",
    "End", "Up", "Down", "Left", "Right", "PgUp", "PgDown", "Shift+Up", "Shift+Down", "Shift+Home", "Shift+End",
    "Ctrl+Home", "Ctrl+End", "Ctrl+A", "Ctrl+C",
)  # fmt: skip
_OF_FIELDS = (
    *"VDUQA/", "Return", "Space", "Del", "Backspace", "Home", "End", "Up", "Down", "Left", "Right", "Shift+Left",
    "Shift+Right", "Shift+Home", "Shift+End", "Ctrl+Left", "Ctrl+Right", "Ctrl+Home", "Ctrl+End", "Ctrl+Shift+Left",
    "Ctrl+Shift+Right", "Ctrl+Backspace", "Ctrl+Del", "Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+Z",
)  # fmt: skip
_OWN = {"articles": {"F2": "rename"}, "quotes": {"F2": "speaker"}}


def press(window: MainWindow, *keys: str) -> None:
    """Press keys as the screen's window hands them on: shortcuts first, then whatever has the focus."""
    for key in keys:
        QTest.keySequence(window.windowHandle(), QKeySequence(key))


@pytest.fixture
def bench(qtbot: QtBot, window: MainWindow) -> Workbench:
    open_sample(qtbot, window)
    window.session.set_checker("Ada")
    assert window.bench is not None
    return window.bench


def _articles(bench: Workbench) -> None:
    bench.articles.focus_list()


def _quotes(bench: Workbench) -> None:
    bench.quotes.focus_list()


def _matrix(bench: Workbench) -> None:
    bench.centre.show_matrix()
    bench.centre.matrix.focus_table()


def _changes(bench: Workbench) -> None:
    bench.show_change_list(visible=True)
    find(bench, QTableView, "compare-list-table").setFocus()


LISTS: dict[str, Callable[[Workbench], None]] = {
    "articles": _articles, "quotes": _quotes, "matrix": _matrix, "changes": _changes
}  # fmt: skip


def _record(window: MainWindow) -> list[str]:
    """Return a list that tells from now on which actions of the menus were triggered."""
    triggered: list[str] = []
    for specs in MENUS.values():
        for spec in filter(lambda each: each.name, specs):
            window.actions_[spec.name].triggered.connect(partial(_note, triggered, spec.name))
    return triggered


def _note(triggered: list[str], name: str, *_: object) -> None:
    triggered.append(name)


@pytest.mark.parametrize("place", LISTS)
def test_no_action_of_another_place_takes_a_key_of_a_list(window: MainWindow, bench: Workbench, place: str) -> None:
    triggered = _record(window)
    taken = {}
    for key in _KEYS:
        LISTS[place](bench)
        press(window, key)
        if triggered:
            taken[key] = triggered[0]
            triggered.clear()
    assert taken == _OWN.get(place, {})


def test_f2_in_the_quotes_corrects_the_speaker_and_renames_nothing(window: MainWindow, bench: Workbench) -> None:
    bench.quotes.focus_list()
    press(window, "Home", "F2")
    assert bench.articles.findChild(QLineEdit, "rename") is None
    field = find(bench.quotes, QLineEdit, "quote-speaker")
    assert field.hasFocus()
    write(window, "Somebody Else")
    press(window, "F2")  # once more, with the form open: what is typed stays
    assert field.text() == "Somebody Else"
    press(window, "Return")
    assert bench.quotes.model.shown[0].attribution.name == "Somebody Else"


def test_f2_in_the_note_corrects_the_speaker_and_keeps_the_words(window: MainWindow, bench: Workbench) -> None:
    bench.quotes.focus_list()
    press(window, "Home", "Return")
    write(window, "heard it")
    press(window, "F2")
    assert bench.articles.findChild(QLineEdit, "rename") is None
    assert find(bench.quotes, QLineEdit, "quote-speaker").hasFocus()
    press(window, "Esc")
    assert bench.quotes.model.shown[0].note == "heard it"


@pytest.mark.parametrize("place", ["matrix", "changes", "text"])
def test_f2_elsewhere_renames_nothing(window: MainWindow, bench: Workbench, place: str) -> None:
    if place == "text":
        bench.centre.text.focus_text()
    else:
        LISTS[place](bench)
    press(window, "F2")
    assert bench.articles.findChild(QLineEdit, "rename") is None


def test_f2_in_the_articles_renames(window: MainWindow, bench: Workbench) -> None:
    bench.articles.focus_list()
    press(window, "F2")
    editor = find(bench.articles, QLineEdit, "rename")
    assert editor.hasFocus()
    write(window, "Another headline")
    press(window, "Return")
    assert bench.articles.chosen()[0].metadata.title == "Another headline"


def test_letters_mark_in_the_quotes_and_nowhere_else(window: MainWindow, bench: Workbench) -> None:
    assert window.session.desk is not None
    for focus in (_articles, _changes):
        focus(bench)
        press(window, *"VDU")
    bench.centre.text.focus_text()
    press(window, *"VDU")
    assert window.session.desk.article_list.counts().verified == window.session.desk.article_list.counts().disputed == 0
    _quotes(bench)
    press(window, "Home", "V", "D")
    assert [quote.status for quote in bench.quotes.model.shown[:2]] == [Status.VERIFIED, Status.DISPUTED]


def test_delete_in_each_list_takes_out_only_what_is_listed_there(window: MainWindow, bench: Workbench) -> None:
    desk = window.session.desk
    assert desk is not None
    articles, quotes = len(desk.articles()), len(bench.quotes.model.all)
    for focus in (_matrix, _changes):
        focus(bench)
        press(window, "Del")
    assert (len(desk.articles()), len(bench.quotes.model.all)) == (articles, quotes)
    _quotes(bench)
    press(window, "Home", "Del")
    assert (len(desk.articles()), len(bench.quotes.model.all)) == (articles, quotes - 1)
    _articles(bench)
    press(window, "Del")
    assert len(desk.articles()) == articles - 1


@pytest.mark.parametrize("name", ["quote-note", "quote-evidence"])
def test_no_action_takes_a_key_of_a_field_of_the_card(window: MainWindow, bench: Workbench, name: str) -> None:
    bench.quotes.focus_list()
    press(window, "Home")
    triggered = _record(window)
    taken = {}
    for key in _OF_FIELDS:
        field = find(bench.quotes, GrowingField, name)
        field.setFocus()
        field.selectAll()
        field.insertPlainText("some words")
        press(window, key)
        if triggered:
            taken[key] = list(triggered)
            triggered.clear()
    assert taken == {}
    counts = window.session.desk.article_list.counts() if window.session.desk is not None else None
    assert counts is not None
    assert counts.verified == counts.disputed == 0


def test_alt_down_opens_the_list_of_reasons(window: MainWindow, bench: Workbench) -> None:
    bench.quotes.focus_list()
    press(window, "Home")
    window.actions_["mark_disputed"].trigger()
    press(window, "Home")
    box = find(bench.quotes, WhyBox, "quote-reason")
    box.setFocus()
    triggered = _record(window)
    press(window, "Alt+Down")
    assert triggered == []
    assert box.view().isVisible()
    press(window, "Esc")
    bench.quotes.focus_list()
    press(window, "Alt+Down")
    assert triggered == ["next_change"]
