"""A quote is disputed with reason and source in three acts besides typing, one quote or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QToolButton

from desktop.domain import MarkChange, Reason, Status
from desktop.ui.quotes.card.evidence_links import link_in
from desktop.ui.quotes.card.note_fields import EvidenceField
from desktop.ui.quotes.card.several_dialog import SeveralDialog
from desktop.ui.widgets.reason_choices import ReasonChoices
from desktop.ui.widgets.verdict_buttons import StatusButton
from tests.journeys.test_what_marks_say import choose, now
from tests.journeys.window_driver import click, find, open_sample, press, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow

REASON = list(Reason)[3]


@pytest.fixture
def sample(qtbot: QtBot, window: MainWindow) -> MainWindow:
    open_sample(qtbot, window)
    window.session.set_checker("Ada")
    return window


def asked(window: MainWindow) -> ReasonChoices:
    return find(window, ReasonChoices, "quote-reasons")


def test_keys_pressed_faster_than_the_window_paints_are_heard(qtbot: QtBot, sample: MainWindow) -> None:
    quote = choose(sample, "is buying millions")
    press(sample, "D", "4")
    write(sample, "briefing")
    press(sample, "Return")
    assert (now(sample, quote).reason, now(sample, quote).evidence) == (REASON, "briefing")


def wait_for(qtbot: QtBot, name: str) -> None:
    """Wait until a part of this name has the keys."""

    def has_keys() -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and focus.objectName() == name

    qtbot.waitUntil(has_keys)


def chosen_words(window: MainWindow) -> str:
    selected = window.session.pair.selected
    return selected.text if selected is not None else ""


def test_one_undo_takes_a_dispute_back_with_reason_and_source(qtbot: QtBot, sample: MainWindow) -> None:
    quote = choose(sample, "is buying millions")
    stack = sample.session.undo_stack
    before = stack.count()
    press(sample, "D", "4")
    write(sample, "briefing")
    press(sample, "Return")
    assert stack.count() == before + 1
    disputed = now(sample, quote)
    sample.session.undo_stack.undo()
    back = now(sample, quote)
    assert (back.status, back.reason, back.evidence) == (Status.UNVERIFIED, "", "")
    sample.session.undo_stack.redo()
    again = now(sample, quote)
    assert (again.status, again.reason, again.evidence) == (disputed.status, disputed.reason, disputed.evidence)
    choose(sample, "very plausible")
    press(sample, "V")  # the next act is one of its own
    assert stack.count() == before + 2


def test_a_note_written_later_is_an_act_of_its_own(qtbot: QtBot, sample: MainWindow) -> None:
    quote = choose(sample, "is buying millions")
    press(sample, "D", "4")
    write(sample, "briefing")
    press(sample, "Return")
    before = sample.session.undo_stack.count()
    sample.session.note(now(sample, quote), "asked again", "briefing")
    assert sample.session.undo_stack.count() == before + 1
    sample.session.undo_stack.undo()
    assert (now(sample, quote).status, now(sample, quote).note) == (Status.DISPUTED, "")


def test_by_keys_a_dispute_takes_d_a_digit_and_enter(qtbot: QtBot, sample: MainWindow) -> None:
    quote = choose(sample, "is buying millions")
    press(sample, "D")
    assert now(sample, quote).status is Status.DISPUTED  # safe before anything is asked
    wait_for(qtbot, "quote-reasons")
    assert chosen_words(sample) == quote.text
    press(sample, "4")
    wait_for(qtbot, "quote-evidence")
    write(sample, "briefing, p. 12")
    press(sample, "Return")
    disputed = now(sample, quote)
    assert (disputed.reason, disputed.evidence) == (REASON, "briefing, p. 12")
    assert chosen_words(sample) != quote.text  # on to the next
    assert QApplication.focusWidget() is (sample.bench.quotes.list if sample.bench else None)


def test_by_mouse_it_takes_three_clicks_with_the_last_source_offered_again(qtbot: QtBot, sample: MainWindow) -> None:
    first = choose(sample, "heard it")
    press(sample, "D")
    wait_for(qtbot, "quote-reasons")
    press(sample, "1")
    wait_for(qtbot, "quote-evidence")
    write(sample, "briefing, p. 3")
    press(sample, "Return")
    quote = choose(sample, "is buying millions")
    click(find(sample, StatusButton, "quote-disputed"))
    qtbot.waitUntil(asked(sample).isVisible)
    click(find(sample, QToolButton, "quote-reasons-4"))
    wait_for(qtbot, "quote-evidence")
    click(find(sample, QToolButton, "quote-evidence-last"))
    press(sample, "Return")
    assert now(sample, first).evidence == now(sample, quote).evidence == "briefing, p. 3"
    assert now(sample, quote).reason == REASON
    assert chosen_words(sample) == quote.text  # a button stays


def test_arrow_down_takes_the_last_source(qtbot: QtBot, sample: MainWindow) -> None:
    first = choose(sample, "heard it")
    sample.session.note(first, "", "tape 3")
    quote = choose(sample, "is buying millions")
    press(sample, "D")
    wait_for(qtbot, "quote-reasons")
    press(sample, "4")
    wait_for(qtbot, "quote-evidence")
    press(sample, "Down", "Return")
    assert now(sample, quote).evidence == "tape 3"


def test_enter_goes_on_without_a_reason_and_without_a_source(qtbot: QtBot, sample: MainWindow) -> None:
    quote = choose(sample, "is buying millions")
    press(sample, "D")
    wait_for(qtbot, "quote-reasons")
    press(sample, "Return")
    assert (now(sample, quote).status, now(sample, quote).reason) == (Status.DISPUTED, "")
    assert chosen_words(sample) != quote.text
    quote = choose(sample, "no indication that this purchase")
    press(sample, "D")
    wait_for(qtbot, "quote-reasons")
    press(sample, "2")
    wait_for(qtbot, "quote-evidence")
    press(sample, "Return")
    assert (now(sample, quote).reason, now(sample, quote).evidence) == (list(Reason)[1], "")
    assert chosen_words(sample) != quote.text


def test_undo_while_the_reason_is_asked_gives_the_list_the_keys(qtbot: QtBot, sample: MainWindow) -> None:
    quote = choose(sample, "is buying millions")
    press(sample, "D")
    wait_for(qtbot, "quote-reasons")
    press(sample, "Ctrl+Z")
    assert now(sample, quote).status is Status.UNVERIFIED
    assert not asked(sample).isVisible()
    wait_for(qtbot, "quote-list")


def test_another_verdict_while_the_reason_is_asked_is_for_the_same_quote(qtbot: QtBot, sample: MainWindow) -> None:
    quote = choose(sample, "is buying millions")
    press(sample, "D")
    wait_for(qtbot, "quote-reasons")
    press(sample, "V")
    assert now(sample, quote).status is Status.VERIFIED
    assert not asked(sample).isVisible()


def test_several_quotes_get_one_reason_note_and_source(qtbot: QtBot, sample: MainWindow) -> None:
    session, bench = sample.session, sample.bench
    assert bench is not None
    quotes = [choose(sample, words) for words in ("heard it", "is buying millions")]
    session.mark([quotes[0]], MarkChange(note="mine"))
    bench.quotes.list.choose([quote.id for quote in quotes])
    bench.quotes.list.setFocus()
    press(sample, "D")
    assert [now(sample, quote).status for quote in quotes] == [Status.DISPUTED] * 2
    qtbot.waitUntil(lambda: sample.findChild(SeveralDialog) is not None)
    dialog = find(sample, SeveralDialog, "several-quotes")
    wait_for(qtbot, "several-reasons")
    press(sample, "4")
    wait_for(qtbot, "several-evidence")
    write(sample, "briefing")
    press(sample, "Return")
    assert not dialog.isVisible()
    assert [(now(sample, each).reason, now(sample, each).evidence) for each in quotes] == [(REASON, "briefing")] * 2
    assert [now(sample, each).note for each in quotes] == ["mine", ""]


class Opened(QObject):
    """Hears what would be opened."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def hear(self, url: QUrl) -> None:
        self.urls.append(url)


@pytest.fixture
def opened() -> Iterator[Opened]:
    opened = Opened()
    for scheme in ("https", "file"):
        QDesktopServices.setUrlHandler(scheme, opened, "hear")  # type: ignore[arg-type]  # the stubs want bytes
    yield opened
    for scheme in ("https", "file"):
        QDesktopServices.unsetUrlHandler(scheme)


def test_a_link_opens_after_a_question_and_not_before(qtbot: QtBot, sample: MainWindow, opened: Opened) -> None:
    quote = choose(sample, "is buying millions")
    sample.session.note(quote, "", "see https://user@example.org/a?b=1, p. 2")
    choose(sample, "is buying millions")
    for answer in ("Cancel", "Open"):
        click(find(sample, QToolButton, "quote-evidence-open"))
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
        ask = QApplication.activeModalWidget()
        assert isinstance(ask, QMessageBox)
        assert "example.org" in ask.text()
        assert opened.urls == []
        button = next(each for each in ask.findChildren(QPushButton) if each.text().replace("&", "") == answer)
        click(button)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert [url.host() for url in opened.urls] == ["example.org"]


def test_only_pages_and_files_are_links(tmp_path: Path) -> None:
    for text in (
        "tape 3",
        "javascript:alert(1)",
        "ftp://example.org/x",
        "http://",
        "file://server/share/x.pdf",
        "p. 3/4",
    ):
        assert link_in(text) is None, text
    page = link_in("HTTPS://example.org/x).")
    assert page is not None
    assert page.toString() == "https://example.org/x"
    file = link_in(str(tmp_path / "b c.pdf"))
    assert file is not None
    assert file.toLocalFile() == str(tmp_path / "b c.pdf")


def test_of_a_file_that_could_run_only_the_folder_is_opened(
    qtbot: QtBot, sample: MainWindow, opened: Opened, tmp_path: Path
) -> None:
    quote = choose(sample, "is buying millions")
    (tmp_path / "run.desktop").touch()
    sample.session.note(quote, "", str(tmp_path / "run.desktop"))
    choose(sample, "is buying millions")
    find(sample, EvidenceField, "quote-evidence").ask_to_open()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    ask = QApplication.activeModalWidget()
    assert isinstance(ask, QMessageBox)
    click(find(ask, QPushButton, "evidence-open-yes"))
    qtbot.waitUntil(lambda: opened.urls != [])
    assert [url.toLocalFile() for url in opened.urls] == [str(tmp_path)]
