"""What a checker did is what card, list, matrix and log say, and no more."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QToolButton

from desktop.desk.stories.log_source import export_log
from desktop.domain import Flag, Quote, Status
from desktop.ui.quotes.model import Role
from desktop.ui.widgets import card_painting as paint
from desktop.ui.widgets.verdict_buttons import WhyBox
from tests.journeys.window_driver import find, open_sample, press, write

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow


def choose(window: MainWindow, words: str) -> Quote:
    """Choose a quote of A, and give the list the keys."""
    session, bench = window.session, window.bench
    assert session.desk is not None
    assert session.pair.a is not None
    assert bench is not None
    quote = next(each for each in session.desk.quotes(session.pair.a.id) if words in each.text)
    session.pair.show_quote(quote)
    bench.quotes.focus_list()
    return quote


def now(window: MainWindow, quote: Quote) -> Quote:
    found = window.session.quote_now(quote.id)
    assert found is not None
    return found


def newest(window: MainWindow) -> str:
    return find(window, QLabel, "quote-history-newest").text()


def logged(window: MainWindow, folder: Path, quote: Quote) -> dict[str, str]:
    """Return the row of a quote in the editor's log."""
    assert window.session.desk is not None
    export_log(window.session.desk, folder / "log.csv", "csv")
    lines = (folder / "log.csv").read_text("utf-8-sig").splitlines()
    head = next(number for number, line in enumerate(lines) if "quote_as_printed" in line)
    rows = list(csv.DictReader(lines[head:]))
    return next(row for row in rows if row["quote_as_printed"] == f"“{quote.text}”")


def test_a_note_on_an_unverified_quote_says_nothing_of_trying_in_card_and_log(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_sample(qtbot, window)
    window.session.set_checker("Ada")
    quote = choose(window, "is buying millions")
    press(window, "Return")
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    write(window, "press office closed")
    press(window, "Ctrl+Return")
    assert now(window, quote).note == "press office closed"
    assert now(window, quote).flags == frozenset()
    assert newest(window).startswith("Note changed, by you")
    row = logged(window, tmp_path, quote)
    assert (row["status"], row["flags"], row["checked_by"], row["reason"]) == ("unverified", "", "", "")


def test_that_it_could_not_be_confirmed_is_said_by_a_key_or_by_choice_on_the_card(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_sample(qtbot, window)
    window.session.set_checker("Ada")
    quote = choose(window, "is buying millions")
    press(window, "U")
    assert now(window, quote).flags == frozenset()
    choose(window, "is buying millions")
    assert newest(window).startswith("Left unverified by you")
    press(window, "Shift+U")
    assert now(window, quote).flags == {Flag.COULD_NOT_CONFIRM}
    choose(window, "is buying millions")
    assert newest(window).startswith("Tried and not confirmed by you")
    row = logged(window, tmp_path, quote)
    assert (row["flags"], row["reason"], row["checked_by"]) == ("could not confirm", "could not confirm", "Ada")
    press(window, "V")
    assert now(window, quote).reason == ""
    choose(window, "is buying millions")
    press(window, "Ctrl+4")
    assert now(window, quote).flags == {Flag.COULD_NOT_CONFIRM}

    other = choose(window, "heard it")
    box = find(window, WhyBox, "quote-open")
    assert box.isVisible()
    box.setFocus()
    press(window, "Down")
    assert now(window, other).flags == {Flag.COULD_NOT_CONFIRM}


def test_another_speaker_takes_the_role_away_and_flags_the_mark_everywhere(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_sample(qtbot, window)
    session, bench = window.session, window.bench
    assert bench is not None
    session.set_checker("Ada")
    quote = choose(window, "heard it")
    assert quote.attribution.role
    press(window, "V")
    choose(window, "heard it")
    find(window, QToolButton, "quote-edit-speaker").click()
    person, role = find(window, QLineEdit, "quote-speaker"), find(window, QLineEdit, "quote-role")
    write(window, "Vedant Patel")
    assert role.text() == ""
    person.setText(quote.attribution.name)
    assert role.text() == quote.attribution.role  # the same person after all
    person.setText("Vedant Patel")
    press(window, "Return")
    corrected = now(window, quote)
    assert (corrected.attribution.name, corrected.attribution.role) == ("Vedant Patel", "")
    assert corrected.status is Status.VERIFIED
    assert Flag.CHANGED_SINCE in corrected.flags
    assert quote.attribution.name in find(window, QLabel, "quote-words-marked").text()
    row = bench.quotes.model.index(bench.quotes.model.row_of(quote.id))
    assert "changed since marked" in paint.pressing(row.data(Role.QUOTE), ())
    assert "changed since marked" in logged(window, tmp_path, quote)["flags"]
    bench.centre.show_matrix()
    matrix = bench.centre.matrix.model
    qtbot.waitUntil(lambda: matrix.grouped is not None and matrix.place_of(quote.uid) != (-1, -1))
    place = matrix.place_of(quote.uid)
    assert "verified, changed since marked" in str(matrix.index(*place).data())

    bench.centre.show_compare()
    choose(window, "heard it")
    press(window, "V")
    assert Flag.CHANGED_SINCE not in now(window, quote).flags


def test_a_role_that_was_typed_stays_whoever_speaks(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    window.session.set_checker("Ada")
    quote = choose(window, "heard it")
    find(window, QToolButton, "quote-edit-speaker").click()
    role = find(window, QLineEdit, "quote-role")
    role.setFocus()
    role.selectAll()
    write(window, "spokesman")
    find(window, QLineEdit, "quote-speaker").setFocus()
    find(window, QLineEdit, "quote-speaker").selectAll()
    write(window, "Vedant Patel")
    press(window, "Return")
    assert (now(window, quote).attribution.name, now(window, quote).attribution.role) == ("Vedant Patel", "spokesman")
