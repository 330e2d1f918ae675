"""While the comparison of long texts is being made, a coarse one stands in for it and says so."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QThreadPool
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget

from desktop.desk.prepare import prepare
from desktop.intake.reading import read_path
from desktop.text import diff
from desktop.text.changes import ChangeKind, Comparison
from desktop.text.progress import Reporter, look
from desktop.ui.compare.panes.background_layout import BackgroundLayout
from desktop.ui.compare.progress_line import ProgressLine
from desktop.ui.compare.view import CompareView
from desktop.ui.session import comparisons
from tests.ui.compare.screen import click, label

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.session.session import Session


class Gate:
    """Lets comparisons in the background go on only when it is open."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self._compare = diff.compare

    def compare(self, a: str, b: str, *, cancelled: Reporter | None = None, **more: object) -> Comparison:
        if cancelled is not None:
            cancelled.reached(0.43)
            while not self.open.wait(0.002):
                look(cancelled)
        return self._compare(a, b, cancelled=cancelled, **more)  # type: ignore[arg-type]  # handed on as they came


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    """All texts count as long, and a coarse comparison is made at once; ask for it before the session."""
    gate = Gate()
    monkeypatch.setattr(diff, "compare", gate.compare)
    monkeypatch.setattr(comparisons, "_AT_ONCE", 0)
    monkeypatch.setattr(comparisons, "_PATIENCE", 0)
    return gate


@pytest.fixture(autouse=True)
def no_worker_outlives_its_session(gate: Gate, session: Session) -> Iterator[None]:
    yield
    gate.open.set()
    session.close_desk()
    QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def waiting(gate: Gate, session: Session, qtbot: QtBot, tmp_path: Path) -> CompareView:
    """A view on an article and an edited copy of it, of which only the coarse comparison is there."""
    assert not gate.open.is_set()
    assert session.desk is not None
    assert session.pair.a is not None
    copy = tmp_path / "copy.txt"
    copy.write_text(session.pair.a.text.replace("North Korea", "Belarus").replace("Kirby", "Carby"), encoding="utf-8")
    added = session.desk.add(prepare(read_path(copy)))
    session.pair.compare(session.pair.a.id, added.version_id)
    view = CompareView(session)
    qtbot.addWidget(view)
    view.resize(760, 700)
    view.show()
    qtbot.waitUntil(lambda: session.pair.comparison is not None)
    return view


def _words(view: CompareView) -> str:
    found = view.findChild(QLabel, "compare-waiting-words")
    assert found is not None
    return found.text() if found.isVisible() else ""


def _is_shown(view: CompareView, name: str) -> bool:
    button = view.findChild(QPushButton, name)
    assert button is not None
    return button.isVisible()


def test_what_is_shown_meanwhile_says_that_it_is_coarse(waiting: CompareView, session: Session) -> None:
    assert session.pair.comparison is not None
    assert session.pair.comparison.coarse
    assert session.pair.comparison.changes
    assert _words(waiting) == "Coarse: whole sentences. The fine comparison is being made…"
    assert label(waiting, "compare-alike").startswith("at least ")


def test_nothing_moves_when_the_line_comes_and_goes(waiting: CompareView, gate: Gate, qtbot: QtBot) -> None:
    panes = waiting.page_view.panes
    before = [pane.mapTo(waiting, QPoint(0, 0)) for pane in panes]
    line = waiting.findChild(ProgressLine)
    assert line is not None
    assert line.isVisible()
    line.hide()
    assert [pane.mapTo(waiting, QPoint(0, 0)) for pane in panes] == before
    line.show()
    assert [pane.mapTo(waiting, QPoint(0, 0)) for pane in panes] == before


def test_the_progress_is_that_of_the_work(waiting: CompareView, qtbot: QtBot, session: Session) -> None:
    bar = waiting.findChild(QProgressBar)
    assert bar is not None
    qtbot.waitUntil(lambda: session.pair.comparing == 0.43)
    assert bar.isVisible()
    assert bar.value() == 43


def test_the_fine_comparison_takes_its_place_without_scrolling(
    waiting: CompareView, gate: Gate, session: Session, qtbot: QtBot
) -> None:
    waiting.page_view.panes[0].verticalScrollBar().setValue(30)
    before = waiting.page_view.anchor()
    gate.open.set()
    qtbot.waitUntil(lambda: session.pair.comparison is not None and not session.pair.comparison.coarse)
    assert _words(waiting) == ""
    assert session.pair.comparing is None
    after = waiting.page_view.anchor()
    assert before is not None
    assert after is not None
    assert after[1] <= before[1] < after[1] + 40  # labels may have broken the line elsewhere
    assert not label(waiting, "compare-alike").startswith("at least")


def test_the_navigation_goes_on_where_it_was(waiting: CompareView, gate: Gate, session: Session, qtbot: QtBot) -> None:
    for _ in range(4):
        waiting.next_change()
    assert session.pair.comparison is not None
    place = session.pair.comparison.changes[3].a.start
    gate.open.set()
    qtbot.waitUntil(lambda: session.pair.comparison is not None and not session.pair.comparison.coarse)
    assert label(waiting, "compare-place").startswith("change ")
    assert "–" not in label(waiting, "compare-place")
    number = waiting._navigation.steps.current
    assert session.pair.comparison.changes[number].a.start >= place
    assert number > 0


def test_cancelled_the_coarse_one_stays_and_says_so(waiting: CompareView, session: Session, qtbot: QtBot) -> None:
    click(qtbot, waiting, "compare-cancel")
    assert session.pair.comparing is None
    assert session.pair.comparison is not None
    assert session.pair.comparison.coarse
    assert _words(waiting) == "Coarse: whole sentences. The fine comparison was cancelled."
    assert not _is_shown(waiting, "compare-cancel")
    assert _is_shown(waiting, "compare-go-on")


def test_what_was_cancelled_can_be_gone_on_with(
    waiting: CompareView, gate: Gate, session: Session, qtbot: QtBot
) -> None:
    click(qtbot, waiting, "compare-cancel")
    click(qtbot, waiting, "compare-go-on")
    assert session.pair.comparison is not None
    assert session.pair.comparison.coarse
    assert _words(waiting).endswith("being made…")
    gate.open.set()
    qtbot.waitUntil(lambda: session.pair.comparison is not None and not session.pair.comparison.coarse)
    assert _words(waiting) == ""


def test_cancelled_before_the_coarse_one_is_there_it_is_made_all_the_same(
    gate: Gate, session: Session, qtbot: QtBot
) -> None:
    assert session.pair.comparison is None
    session.pair.cancel_comparing()
    qtbot.waitUntil(lambda: session.pair.comparison is not None)
    assert session.pair.comparison is not None
    assert session.pair.comparison.coarse
    assert not gate.open.is_set()


def test_another_pair_is_not_given_the_coarse_one_of_the_former(
    waiting: CompareView, gate: Gate, session: Session, qtbot: QtBot
) -> None:
    assert not gate.open.is_set()
    first = session.pair.comparison
    session.pair.swap()
    assert session.pair.comparison is None
    qtbot.waitUntil(lambda: session.pair.comparison is not None)
    assert session.pair.comparison != first
    assert waiting.isVisible()


def test_a_coarse_comparison_is_not_cached(waiting: CompareView, gate: Gate, session: Session, qtbot: QtBot) -> None:
    gate.open.set()
    session.pair.swap()
    session.pair.swap()
    qtbot.waitUntil(lambda: session.pair.comparison is not None and not session.pair.comparison.coarse)
    assert session.pair.comparison is not None
    assert any(change.kind is ChangeKind.REPLACED for change in session.pair.comparison.changes)
    assert _words(waiting) == ""


def test_only_so_much_text_is_cached_with_its_comparison(monkeypatch: pytest.MonkeyPatch, session: Session) -> None:
    asked = []
    whole = diff.compare

    def counting(a: str, b: str, **more: object) -> Comparison:
        asked.append(a)
        return whole(a, b, **more)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(diff, "compare", counting)
    monkeypatch.setattr(comparisons, "_AT_ONCE", 60_000)
    session.pair.swap()
    session.pair.swap()
    session.pair.swap()
    before = len(asked)
    monkeypatch.setattr(comparisons, "_CACHED_TEXT", 0)
    session.pair.forget_comparisons()
    session.pair.swap()
    session.pair.swap()
    session.pair.swap()
    assert len(asked) == before + 3


def test_the_line_shows_that_long_texts_are_being_set(qtbot: QtBot) -> None:
    texts = QWidget()
    qtbot.addWidget(texts)
    line = ProgressLine(texts)
    texts.resize(400, 300)
    texts.show()
    background_layout = BackgroundLayout(line)
    background_layout.slow.connect(line.set_setting)
    background_layout.slow.emit(True)
    assert line.isVisible()
    assert line._label.text().startswith("Setting long texts")
    assert line.geometry().bottom() == texts.rect().bottom()
    texts.resize(300, 500)
    assert line.geometry().bottom() == texts.rect().bottom()
    assert line.width() == texts.width()
    background_layout.slow.emit(False)
    assert line.isHidden()
