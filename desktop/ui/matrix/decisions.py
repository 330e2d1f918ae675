"""Decisions on pairs of quotes (the same utterance or not), on origins of articles, and on the primary source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui.matrix.matrix_actions import may_write
from desktop.ui.matrix.origins import OriginsDialog
from desktop.ui.session.commands.comparison import DecideOrigin, DecideSame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.desk.decisions import Pair
    from desktop.domain import StoryId
    from desktop.ui.matrix.cell_wordings import Relative
    from desktop.ui.matrix.model import MatrixModel
    from desktop.ui.matrix.table import MatrixTable
    from desktop.ui.session.session import Session


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
        made = self._model.grouped
        return made.story_quotes.articles[0].story_id if made is not None and made.story_quotes.articles else None

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
        made = self._model.grouped
        known = {frozenset(map(str, pair)): same for pair, same in made.story_quotes.decisions.items()} if made else {}
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
            self._session.said.emit("Chosen. Open the menu on another row’s cell to say that it is the same.")

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
        made, column = self._model.grouped, self._table.currentIndex().column()
        version = self._model.version(column)
        if made is None or not version:
            return "", False
        return self._model.names[str(version)], made.story_quotes.primary_version == str(version)

    def turn_primary(self) -> None:
        """Name the current column's article the primary source, or no longer; can be undone."""
        from desktop.ui.session.commands.articles import NamePrimary

        made, story = self._model.grouped, self._story()
        if made is None or story is None or not may_write(self._session):
            return
        version, (_, named) = self._model.version(self._table.currentIndex().column()), self.primary()
        uid = next((article.uid for article in made.story_quotes.articles if article.newest == version), "")
        self._session.undo_stack.push(NamePrimary(self._session, story, "" if named else uid))

    # -- origins ---------------------------------------------------------------------------------------------------

    def open_origins(self) -> None:
        made = self._model.grouped
        if made is None:
            return
        self.dialog = OriginsDialog(made.story_quotes, made.shared, self._table.window())
        story = self._story()
        why = self._session.why_locked(story) if story is not None else ""
        for choice in self.dialog.choices():
            choice.setEnabled(self._session.writable and not why)
            choice.setToolTip("The story is locked." if why else "")
        self.dialog.answered.connect(self._on_origin)
        self.dialog.open()

    def _on_origin(self, pair: Pair, same: bool | None) -> None:  # noqa: FBT001 - Qt's own signal
        story = self._story()
        if story is not None and may_write(self._session):
            self._session.undo_stack.push(DecideOrigin(self._session, story, pair, same=same))
