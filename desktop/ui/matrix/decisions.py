"""Decisions on pairs of quotes (the same utterance or not), on origins of articles, on the primary source."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
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
from desktop.translation import Text, shown, tr
from desktop.ui.matrix.cell_wordings import day_of, name_of
from desktop.ui.matrix.matrix_actions import may_write
from desktop.ui.session.commands.comparison import DecideOrigin, DecideSame
from desktop.ui.widgets.basics import button, plain_label, resize_within_screen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.desk.stories.decisions import Pair
    from desktop.desk.stories.story_quotes import StoryQuotes
    from desktop.domain import StoryId
    from desktop.ui.matrix.cell_wordings import Relative
    from desktop.ui.matrix.model import MatrixModel
    from desktop.ui.matrix.table import MatrixTable
    from desktop.ui.session.session import Session


_RUNS = 3
_WORDS = 220
_PAIRS = 40
_ANSWERS: tuple[tuple[bool | None, str, Text], ...] = (
    (True, "one", Text("One origin")),
    (False, "two", Text("Separate origins")),
    (None, "open", Text("Leave open")),
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
        one, other = (f"{name_of(meta)} ({day_of(meta)})" if day_of(meta) else name_of(meta) for meta in titles)
        named = tr("{one} and {other}", one=one, other=other)
        column.addWidget(self._label(named, "title"))
        column.addWidget(self._label(shown(runs.why), ""))
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
            choice = button(str(text), f"origin-{number}-{name}")
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
        self.setWindowTitle(tr("Origins"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_within_screen(self, 560, 460)
        pairs = listed_pairs(story_quotes, shared)
        intro = plain_label(
            tr(
                "These articles share long runs of the reporters’ own words. Agency copy printed twice "
                "is one source, not two. Only what you confirm is counted."
            )
            if pairs
            else tr("No two articles of this story share long runs of the reporters’ own words.")
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


class Decisions(QObject):
    """Asks and remembers what the checker says of the current cell's quotes, and of the origins of articles."""

    def __init__(self, session: Session, model: MatrixModel, table: MatrixTable) -> None:
        super().__init__(table)
        self._session = session
        self._model = model
        self._table = table
        self._chosen: tuple[str, str] | None = None  # uid and words of the quote chosen to match with another row
        self.dialog: OriginsDialog | None = None

    def _story(self) -> StoryId | None:
        grouped = self._model.grouped
        return (
            grouped.story_quotes.articles[0].story_id if grouped is not None and grouped.story_quotes.articles else None
        )

    def against_base(self) -> list[Pair]:
        """Return the pairs of the current cell's quotes with the base wording of its row; none for the base itself."""
        row, cell = self._table.row(), self._table.cell()
        if row is None or cell is None:
            return []
        base = str(row.base.key)
        return list(dict.fromkeys(frozenset((str(key), base)) for key in cell.keys if str(key) != base))

    def related(self) -> list[Relative]:
        """Return what may report the current row's statement too, whichever cell of it is the current one."""
        row = self._table.row()
        return self._model.related(row) if row is not None else []

    def decided(self, pairs: Sequence[Pair]) -> bool | None:
        """Return what the checker said of all these pairs alike."""
        grouped = self._model.grouped
        known = (
            {frozenset(map(str, pair)): same for pair, same in grouped.story_quotes.decisions.items()}
            if grouped
            else {}
        )
        answers = {known.get(pair) for pair in pairs}
        return answers.pop() if len(answers) == 1 else None

    def decide(self, pairs: Sequence[Pair], *, same: bool | None) -> None:
        """Remember what the checker says of pairs of quotes; can be undone."""
        story = self._story()
        if pairs and story is not None and may_write(self._session):
            self._session.undo_stack.push(DecideSame(self._session, story, pairs, same=same))

    def choose_for_match(self) -> None:
        """Choose the current quote, to say of another row's that it is the same."""
        cell = self._table.cell()
        if cell is not None and cell.members:
            member = cell.members[0]
            self._chosen = (str(member.key), member.text)
            self._session.announced.emit(tr("Chosen. Open the menu on another row’s cell to say that it is the same."))

    def chosen_words(self) -> str:
        return self._chosen[1] if self._chosen is not None and self._model.known(self._chosen[0]) is not None else ""

    def match_pairs(self) -> list[Pair]:
        """Return the current cell's first quote with the one that was chosen before, if they are two."""
        cell, row = self._table.cell(), self._table.row()
        if cell is None or row is None or not cell.members or self._chosen is None:
            return []
        if any(str(member.key) == self._chosen[0] for member in row.statement.members):
            return []
        return [frozenset((str(cell.members[0].key), self._chosen[0]))]

    def match(self) -> None:
        """Say that the current cell's quote reports what the chosen one reports."""
        self.decide(self.match_pairs(), same=True)

    # -- the primary source ----------------------------------------------------------------------------------------

    def primary(self) -> tuple[str, bool]:
        """Return the name of the current column's article, and whether it is the primary source of the story."""
        grouped, column = self._model.grouped, self._table.currentIndex().column()
        version = self._model.version(column)
        if grouped is None or not version:
            return "", False
        return self._model.names[str(version)], grouped.story_quotes.primary_version == str(version)

    def turn_primary(self) -> None:
        """Name the current column's article the primary source, or no longer; can be undone."""
        from desktop.ui.session.commands.articles import NamePrimary

        grouped, story = self._model.grouped, self._story()
        if grouped is None or story is None or not may_write(self._session):
            return
        version, (_, named) = self._model.version(self._table.currentIndex().column()), self.primary()
        uid = next((article.uid for article in grouped.story_quotes.articles if article.newest == version), "")
        self._session.undo_stack.push(NamePrimary(self._session, story, "" if named else uid))

    # -- origins ---------------------------------------------------------------------------------------------------

    def open_origins(self) -> None:
        grouped = self._model.grouped
        if grouped is None:
            return
        self.dialog = OriginsDialog(grouped.story_quotes, grouped.shared, self._table.window())
        story = self._story()
        why = self._session.why_locked(story) if story is not None else ""
        for choice in self.dialog.choices():
            choice.setEnabled(self._session.writable and not why)
            choice.setToolTip(tr("The story is locked.") if why else "")
        self.dialog.answered.connect(self._on_origin)
        self.dialog.open()

    def _on_origin(self, pair: Pair, same: bool | None) -> None:  # noqa: FBT001 - Qt's own signal
        story = self._story()
        if story is not None and may_write(self._session):
            self._session.undo_stack.push(DecideOrigin(self._session, story, pair, same=same))
