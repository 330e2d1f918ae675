"""Evidence of a quote, in parts: by keys and by dropping a file; kept in the desk, opened again, missed when gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QMenu, QPushButton, QToolButton

from desktop.domain import MarkChange, Status
from desktop.text.evidence import read_evidence
from desktop.ui.dialogs.desk_choices import ReasonsDialog
from desktop.ui.quotes.card.evidence_dialog import EvidenceDialog
from desktop.ui.quotes.correction_letter import file_name
from desktop.ui.quotes.list_view import QuoteList
from desktop.ui.quotes.panel import QuotePanel
from desktop.ui.widgets.reason_choices import ReasonChoices
from desktop.ui.widgets.verdict_buttons import WhyBox
from tests.journeys.test_disputing import Opened, opened, sample
from tests.journeys.test_what_marks_say import choose, now
from tests.journeys.window_driver import choose_file, click, find, messages, press, write

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.domain import Quote
    from desktop.ui.window.main_window import MainWindow

__all__ = ["opened", "sample"]  # fixtures


def dialog_of(qtbot: QtBot, window: MainWindow) -> EvidenceDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), EvidenceDialog))
    return find(window, EvidenceDialog, "evidence")


def drop(window: MainWindow, quote: Quote, *urls: str) -> None:
    """Drop files or pages on the card of a quote."""
    rows = find(window, QuoteList, "quote-list")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(url) if url.startswith("/") else QUrl(url) for url in urls])
    at = rows.visualRect(rows.quotes.index(rows.quotes.row_of(quote.id))).topLeft() + QPoint(30, 12)
    action, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(at, action, data, left, none)
    QApplication.sendEvent(rows.viewport(), entering)
    assert entering.isAccepted()
    QApplication.sendEvent(rows.viewport(), QDropEvent(QPointF(at), action, data, left, none))


def test_parts_are_given_by_keys_and_the_mark_says_them(qtbot: QtBot, sample: MainWindow) -> None:
    quote = choose(sample, "is buying millions")
    press(sample, "Shift+E")
    dialog = dialog_of(qtbot, sample)
    write(sample, "https://example.org/briefing")
    press(sample, "Tab", "Tab", "Down", "Tab")
    write(sample, "4")
    press(sample, "Tab")
    write(sample, "0:12:30")
    press(sample, "Tab")
    write(sample, "is buying millions")
    press(sample, "Tab")
    write(sample, "by phone")
    click(find(dialog, QPushButton, "evidence-add"))
    write(sample, "minutes of the council")
    press(sample, "Return")
    qtbot.waitUntil(lambda: now(sample, quote).evidence != "")
    assert now(sample, quote).evidence == (
        "https://example.org/briefing · primary · p. 4 · 0:12:30 · contact: by phone · “is buying millions”\n"
        "minutes of the council"
    )
    assert now(sample, quote).status is Status.UNVERIFIED
    press(sample, "Ctrl+Z")
    assert now(sample, quote).evidence == ""


def test_a_dropped_file_is_kept_and_comes_out_of_the_desk_when_it_is_gone(
    qtbot: QtBot, sample: MainWindow, opened: Opened, tmp_path: Path
) -> None:
    quote = choose(sample, "is buying millions")
    file = tmp_path / "minutes of May.txt"
    file.write_text("They are buying.")
    drop(sample, quote, str(file))
    press(dialog_of(qtbot, sample), "Return")
    qtbot.waitUntil(lambda: now(sample, quote).evidence != "")
    [piece] = read_evidence(now(sample, quote).evidence)
    assert (piece.what, piece.kept, len(piece.sha256)) == ("minutes of May.txt", True, 64)
    file.unlink()
    click(find(sample, QToolButton, "quote-evidence-open"))
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    ask = QApplication.activeModalWidget()
    assert ask is not None
    click(find(ask, QPushButton, "evidence-open-yes"))
    qtbot.waitUntil(lambda: opened.urls != [])
    with open(opened.urls[0].toLocalFile()) as out:  # noqa: PTH123
        assert out.read() == "They are buying."


@pytest.mark.parametrize(("after", "sentence"), [("other words", "was changed since"), (None, "is not there any more")])
def test_of_a_file_that_is_referred_to_it_is_said_that_it_changed_or_went(
    qtbot: QtBot, sample: MainWindow, opened: Opened, tmp_path: Path, after: str | None, sentence: str
) -> None:
    quote = choose(sample, "is buying millions")
    file = tmp_path / "letter.txt"
    file.write_text("as it was")
    drop(sample, quote, str(file))
    dialog = dialog_of(qtbot, sample)
    find(dialog, QComboBox, "evidence-file-kept").setFocus()
    press(sample, "Down", "Return")
    if dialog.isVisible():
        press(sample, "Return")
    qtbot.waitUntil(lambda: now(sample, quote).evidence != "")
    [piece] = read_evidence(now(sample, quote).evidence)
    assert (piece.what, piece.kept, len(piece.sha256)) == (str(file), False, 64)
    file.unlink()
    if after is not None:
        file.write_text(after)
    qtbot.waitUntil(lambda: sample.session.work is None)
    click(find(sample, QToolButton, "quote-evidence-open"))
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    ask = QApplication.activeModalWidget()
    assert ask is not None
    click(find(ask, QPushButton, "evidence-open-yes"))
    qtbot.waitUntil(lambda: sentence in messages(sample))
    assert bool(opened.urls) == (after is not None)


def test_a_dropped_link_is_one_more_line_and_of_several_one_is_chosen(qtbot: QtBot, sample: MainWindow) -> None:
    quote = choose(sample, "is buying millions")
    drop(sample, quote, "https://example.org/a")
    drop(sample, quote, "https://example.org/b")
    drop(sample, quote, "https://example.org/a")
    assert now(sample, quote).evidence == "https://example.org/a\nhttps://example.org/b"
    click(find(sample, QToolButton, "quote-evidence-open"))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["example.org/a", "example.org/b"]
    menu.close()


def test_a_file_that_is_too_large_to_keep_is_referred_to_and_a_sentence_says_why(
    qtbot: QtBot, sample: MainWindow, tmp_path: Path
) -> None:
    quote = choose(sample, "is buying millions")
    file = tmp_path / "film.mp4"
    with file.open("wb") as empty:
        empty.truncate(120 << 20)
    drop(sample, quote, str(file))
    press(dialog_of(qtbot, sample), "Return")
    qtbot.waitUntil(lambda: now(sample, quote).evidence != "", timeout=20_000)
    [piece] = read_evidence(now(sample, quote).evidence)
    assert (piece.kept, len(piece.sha256)) == (False, 64)
    assert "“film.mp4” has 120 megabytes." in messages(sample)


def test_a_desk_adds_reasons_and_bases_to_its_cards(qtbot: QtBot, sample: MainWindow) -> None:
    sample.actions_["reasons"].trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ReasonsDialog))
    write(sample, "  not on the tape ")
    press(sample, "Return")
    write(sample, "denied")
    press(sample, "Return")
    write(sample, "not on the tape")
    press(sample, "Tab")
    write(sample, "court file")
    click(find(find(sample, ReasonsDialog, "reasons-and-bases"), QPushButton, "dialog-keep"))
    quote = choose(sample, "is buying millions")
    press(sample, "D")
    asked = find(sample, ReasonChoices, "quote-reasons")
    qtbot.waitUntil(asked.isVisible)
    click(next(button for button in asked.buttons if button.text() == "not on the tape"))
    assert now(sample, quote).reason == "not on the tape"
    press(sample, "Escape", "Escape", "V")
    box = find(sample, WhyBox, "quote-basis")
    assert "court file" in [box.itemText(row) for row in range(box.count())]


def test_evidence_whose_reading_is_cancelled_is_named_all_the_same(
    qtbot: QtBot, sample: MainWindow, tmp_path: Path
) -> None:
    quote = choose(sample, "is buying millions")
    file = tmp_path / "tape.bin"
    file.write_bytes(bytes(30 << 20))
    drop(sample, quote, str(file))
    press(dialog_of(qtbot, sample), "Return")
    work = sample.session.work
    assert work is not None
    work.cancel()
    qtbot.waitUntil(lambda: now(sample, quote).evidence != "")
    assert now(sample, quote).evidence == str(file)
    assert "was cancelled" in messages(sample)


def test_the_letter_is_asked_for_from_the_menu_of_a_disputed_quote(
    qtbot: QtBot, sample: MainWindow, tmp_path: Path
) -> None:
    quote = choose(sample, "is buying millions")
    sample.actions_["letter"].trigger()
    assert sample.findChild(QFileDialog, "letter-file") is None
    change = MarkChange(Status.DISPUTED, evidence="tape · “is about to buy a few”")
    sample.session.mark([quote], change)
    choose(sample, "is buying millions")
    menu = find(sample, QuotePanel, "quote-panel").quote_actions.make_menu()
    next(action for action in menu.actions() if action.objectName() == "menu-letter").trigger()
    choose_file(qtbot, sample, "letter-file", tmp_path / "letter.txt")
    qtbot.waitUntil(lambda: "letter.txt" in messages(sample))
    assert "“is about to buy a few”" in (tmp_path / "letter.txt").read_text(encoding="utf-8")


def test_a_file_name_holds_nothing_that_a_disk_refuses() -> None:
    assert file_name('a/b\\c:*?"<>|.\n d…') == "a b c d"
    assert file_name("../..") == "Verbatim"
