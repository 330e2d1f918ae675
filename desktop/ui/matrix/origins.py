"""Dialog on origins: pairs of articles that share long runs of words, and whether they have one origin."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.text.display import shorten
from desktop.text.grouping.origins import SharedRuns
from desktop.ui.matrix.cell_wordings import day_of, name_of
from desktop.ui.widgets.basics import button, plain_label

if TYPE_CHECKING:
    from desktop.desk.story_quotes import StoryQuotes

_RUNS = 3
_WORDS = 220
_PAIRS = 40
_ANSWERS: tuple[tuple[bool | None, str, str], ...] = (
    (True, "one", "One origin"),
    (False, "two", "Separate origins"),
    (None, "open", "Leave open"),
)


def listed_pairs(story_quotes: StoryQuotes, shared: tuple[SharedRuns, ...]) -> list[SharedRuns]:
    """Return the pairs that are suggested or decided, most shared first."""
    decided = story_quotes.one_origin or {}
    found = [runs for runs in shared if runs.suggested or frozenset((runs.a, runs.b)) in decided]
    known = {frozenset((runs.a, runs.b)) for runs in found}
    there = {account.key for account in story_quotes.accounts}
    for a, b in (sorted(pair, key=str) for pair in decided if pair not in known and pair <= there):
        found.append(SharedRuns(a, b, (), 0, 0.0, 0, suggested=False))  # decided once, and the texts are others now
    return found[:_PAIRS]


def open_pairs(story_quotes: StoryQuotes, shared: tuple[SharedRuns, ...]) -> int:
    """Return how many suggestions wait for an answer."""
    decided = story_quotes.one_origin or {}
    return sum(frozenset((runs.a, runs.b)) not in decided for runs in listed_pairs(story_quotes, shared))


class PairFrame(QFrame):
    """Two articles with what they share, and three answers of which one holds.

    Signals: answered(object, object): the pair of uids, and True, False or None
    """

    answered = Signal(object, object)

    def __init__(self, number: int, story_quotes: StoryQuotes, runs: SharedRuns) -> None:
        super().__init__()
        self.setObjectName(f"origin-pair-{number}")
        self._pair = frozenset((str(runs.a), str(runs.b)))
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 8, 2, 10)
        column.setSpacing(4)
        by_uid = {article.uid: article.metadata for article in story_quotes.articles}
        titles = [by_uid[str(uid)] for uid in (runs.a, runs.b)]
        named = " and ".join(f"{name_of(meta)}{f' ({day_of(meta)})' if day_of(meta) else ''}" for meta in titles)
        column.addWidget(self._label(named, "title"))
        column.addWidget(self._label(runs.why, ""))
        texts = {account.key: account.text for account in story_quotes.accounts}
        for span, _ in sorted(runs.runs, key=lambda run: -len(run[0]))[:_RUNS]:
            column.addWidget(self._label(f"“{shorten(span.of(texts[runs.a]), _WORDS)}”", "faint"))
        column.addLayout(self._answers(number, (story_quotes.one_origin or {}).get(frozenset((runs.a, runs.b))), named))

    @staticmethod
    def _label(text: str, look: str) -> QWidget:
        label = plain_label(text, look)
        label.setWordWrap(True)
        return label

    def _answers(self, number: int, decided: bool | None, named: str) -> QHBoxLayout:  # noqa: FBT001 - three answers
        row = QHBoxLayout()
        group = QButtonGroup(self)
        for same, name, text in _ANSWERS:
            choice = button(text, f"origin-{number}-{name}")
            choice.setCheckable(True)
            choice.setChecked(same is decided)
            choice.setAccessibleName(f"{text}: {named}")
            choice.clicked.connect(partial(self.answered.emit, self._pair, same))
            group.addButton(choice)
            row.addWidget(choice)
        row.addStretch(1)
        return row


class OriginsDialog(QDialog):
    """The suggestions, most shared first; nothing counts before it is confirmed.

    Signals: answered(object, object): a pair of uids of articles, and True, False or None
    """

    answered = Signal(object, object)

    def __init__(self, story_quotes: StoryQuotes, shared: tuple[SharedRuns, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("origins")
        self.setWindowTitle("Origins")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 460)
        pairs = listed_pairs(story_quotes, shared)
        intro = plain_label(
            "These articles share long runs of the reporters’ own words. Agency copy printed twice is one source, "
            "not two. Only what you confirm is counted."
            if pairs
            else "No two articles of this story share long runs of the reporters’ own words."
        )
        intro.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(intro)
        column.addWidget(self._list(story_quotes, pairs), 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.setObjectName("origins-buttons")
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _list(self, story_quotes: StoryQuotes, pairs: list[SharedRuns]) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("look", "pane")
        column = QVBoxLayout(inside)
        for number, runs in enumerate(pairs):
            frame = PairFrame(number, story_quotes, runs)
            frame.answered.connect(self.answered)
            column.addWidget(frame)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("origins-list")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        return area

    def choices(self) -> list[QPushButton]:
        """Return the buttons with the answers, pair after pair."""
        return [found for found in self.findChildren(QPushButton) if found.objectName().startswith("origin-")]
