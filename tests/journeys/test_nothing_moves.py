"""No message and no strip of buttons moves what stands in the window, and none comes under the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from desktop.domain import Draft, Status
from desktop.ui.session import pending
from desktop.ui.widgets.toasts import away_from
from tests.journeys.window_driver import click, find, messages, press

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow
    from desktop.ui.window.workbench import Workbench

_FIXED = (QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit)
_SIZES = [(1440, 900), (1024, 700)]


@pytest.fixture(autouse=True)
def looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the window look for a desk that went away twenty times as often."""
    monkeypatch.setattr(pending, "_AGAIN_MS", 100)


@pytest.fixture(params=_SIZES, ids=["large", "small"])
def opened(qtbot: QtBot, window: MainWindow, stick: Path, request: pytest.FixtureRequest) -> MainWindow:
    window.resize(*request.param)
    QCursor.setPos(window.mapToGlobal(QPoint(2, 2)))
    window.session.set_checker("Ada")
    assert window.desk_menu.open_path(stick)
    qtbot.waitUntil(lambda: window.session.pair.comparison is not None)
    bench_of(window).quotes.focus_list()
    settle(window)
    return window


def bench_of(window: MainWindow) -> Workbench:
    assert window.bench is not None
    return window.bench


def settle(window: MainWindow) -> None:
    """Let everything that is due be laid out."""
    for _ in range(20):
        QApplication.processEvents()
    window.message.hide()
    QApplication.processEvents()


def places(window: MainWindow) -> dict[int, tuple[str, QRect]]:
    """Return where each button, list and text is that stays: not what is in the bars, the foot, or the open card."""
    quotes = bench_of(window).quotes
    outside = (window.toasts, quotes.foot, quotes.card)
    found = {}
    for widget in window.findChildren(QWidget):
        inside = any(each is widget or each.isAncestorOf(widget) for each in outside)
        if isinstance(widget, _FIXED) and widget.isVisible() and not inside:
            found[id(widget)] = (widget.objectName(), QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()))
    assert len(found) > 20
    return found


def _say(window: MainWindow) -> None:
    window.session.announced.emit("A sentence that needs no answer, and is rather long, so that it may take two lines.")


def _fail(window: MainWindow) -> None:
    window.session.failed.emit("Something could not be done. " * 4)


def _import(window: MainWindow) -> None:
    window.message.fail("3 failed", ("Try again", window.close_desk), details=["one", "two"])
    click(find(window, QPushButton, "message-unfold"))


def _lock(window: MainWindow) -> None:
    window.session.set_checker("Ada")
    press(window, "Ctrl+Shift+K")


def _ask_name(window: MainWindow) -> None:
    window.session.checker = ""  # as at the first mark of all
    press(window, "V")
    assert window.name_bar.isVisible()


def _delete_article(window: MainWindow) -> None:
    bench_of(window).articles.focus_list()
    window.message.say("“An article” is in the trash, with all marks.", ("Undo", window.close_desk))


def _choose_several(window: MainWindow) -> None:
    press(window, "Home", "Shift+Down", "Shift+Down")
    assert find(window, QPushButton, "tool-undo").isVisible()


MESSAGES: dict[str, Callable[[MainWindow], None]] = {
    "said": _say,
    "failed": _fail,
    "failed, with details unfolded": _import,
    "undo": _delete_article,
    "several quotes": _choose_several,
    "who is checking": _ask_name,
    "locked": _lock,
}


def test_no_message_moves_a_list_or_a_button(opened: MainWindow, subtests: pytest.Subtests) -> None:
    for name, message in MESSAGES.items():
        with subtests.test(name):
            bench_of(opened).quotes.focus_list()
            press(opened, "Home")
            opened.name_bar.hide()
            settle(opened)
            before = places(opened)
            message(opened)
            for _ in range(5):
                QApplication.processEvents()
            after = places(opened)
            assert {key: place for key, place in before.items() if after.get(key, place) != place} == {}
            if name != "several quotes":
                assert opened.toasts.isVisible()
                foot = opened.status.mapTo(opened, QPoint(0, 0)).y()
                assert 0 < foot - opened.toasts.mapTo(opened, QPoint(0, opened.toasts.height())).y() < 20


def test_an_act_that_waits_for_the_disk_moves_nothing(qtbot: QtBot, opened: MainWindow, stick: Path) -> None:
    before = places(opened)
    stick.parent.rename(stick.parent.with_name("elsewhere"))
    press(opened, "V")
    assert opened.pending_bar.isVisible()
    click(find(opened, QPushButton, "pending-unfold"))
    QApplication.processEvents()
    assert {key: each for key, each in places(opened).items() if key in before} == before
    stick.parent.with_name("elsewhere").rename(stick.parent)
    qtbot.waitUntil(lambda: not opened.pending_bar.isVisible())
    assert {key: each for key, each in places(opened).items() if key in before} == before


def test_words_of_an_earlier_run_are_offered_at_the_foot(qtbot: QtBot, opened: MainWindow) -> None:
    window, quotes = opened, bench_of(opened).quotes
    desk = window.session.desk
    assert desk is not None
    before = places(window)
    path, quote = desk.path, quotes.model.shown[2]
    desk.save_draft(Draft(quote.id, "half a tho", ""))
    window.close_desk()
    assert window.desk_menu.open_path(path)
    qtbot.waitUntil(lambda: window.session.pair.comparison is not None)
    settle(window)
    assert quotes.foot.notice.isVisible()
    click(find(quotes, QPushButton, "quote-drafts-show"))
    click(find(quotes, QPushButton, "quote-draft-discard"))
    assert not quotes.foot.notice.isVisible()
    assert {key: each for key, each in places(window).items() if key in before} == before


def test_the_buttons_for_several_quotes_come_where_no_card_was(opened: MainWindow) -> None:
    quotes = bench_of(opened).quotes
    rows, desk = quotes.list, opened.session.desk
    assert desk is not None
    where = [
        rows.viewport().mapTo(opened, rows.visualRect(quotes.model.index(row)).topLeft() + QPoint(60, 12))
        for row in range(3)
    ]
    control = Qt.KeyboardModifier.ControlModifier
    for point in where[1:]:
        QTest.mouseClick(opened.windowHandle(), Qt.MouseButton.LeftButton, control, point)
    QTest.mouseClick(opened.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where[0])
    assert desk.article_list.counts().verified == desk.article_list.counts().disputed == 0


def test_one_mark_for_several_quotes_is_made_at_the_foot(opened: MainWindow) -> None:
    quotes = bench_of(opened).quotes
    press(opened, "Home", "Shift+Down")
    click(find(quotes.foot, QAbstractButton, "quotes-verified"))
    assert [quote.status for quote in quotes.model.shown[:3]] == [
        Status.VERIFIED,
        Status.VERIFIED,
        Status.UNVERIFIED,
    ]
    assert quotes.foot.batch.isVisible()  # a second click there must still mean the same
    press(opened, "Ctrl+Z")
    assert [quote.status for quote in quotes.model.shown[:2]] == [Status.UNVERIFIED] * 2


def test_a_message_does_not_come_under_the_pointer(opened: MainWindow) -> None:
    opened.session.failed.emit("Something could not be done.")
    usual = opened.toasts.geometry()
    opened.message.hide()
    under = opened.toasts.parentWidget()
    assert under is not None
    QCursor.setPos(under.mapToGlobal(usual.center()))
    opened.session.failed.emit("Something could not be done.")
    assert opened.toasts.isVisible()
    assert not opened.toasts.geometry().contains(usual.center())


def test_away_from_the_pointer_is_above_it_or_below_it() -> None:
    rect = QRect(100, 500, 300, 40)
    assert away_from(rect, QPoint(50, 50)) == rect
    above = away_from(rect, QPoint(120, 520))
    assert above.bottom() < 520
    assert above.left() == 100
    assert away_from(QRect(0, 0, 300, 40), QPoint(10, 20)).top() > 20


def test_a_message_stays_while_the_pointer_is_on_it(qtbot: QtBot, opened: MainWindow) -> None:
    opened.message.say("Two articles are in the trash.", ("Undo", opened.close_desk), seconds=1)
    button = find(opened, QPushButton, "message-first")
    QTest.mouseMove(opened.windowHandle(), button.mapTo(opened, button.rect().center()))
    qtbot.waitUntil(opened.message.underMouse)
    opened.message.leave()
    assert messages(opened)
    QTest.mouseMove(opened.windowHandle(), QPoint(5, 5))
    qtbot.waitUntil(lambda: not opened.message.underMouse())
    opened.message.leave()
    assert not messages(opened)


def test_f6_reaches_the_buttons_of_a_message_and_esc_goes_back(opened: MainWindow) -> None:
    opened.message.fail("3 of 20 failed.", ("Try again", opened.close_desk))
    bench_of(opened).quotes.focus_list()
    press(opened, "F6")
    assert find(opened, QPushButton, "message-first").hasFocus()
    press(opened, "Esc")
    assert not messages(opened)
    assert bench_of(opened).quotes.list.hasFocus()
    opened.message.say("This needs no answer.")
    press(opened, "F6")
    assert bench_of(opened).articles.list.hasFocus()
