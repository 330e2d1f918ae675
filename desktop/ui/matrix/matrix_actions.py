"""Actions on the current cell of the view of quotes across versions: mark, open, copy; its menu; CSV."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication, QMenu

from desktop.atomic_files import write_atomically
from desktop.domain import Flag
from desktop.log.csv_file import as_csv
from desktop.text.display import shorten
from desktop.translation import Text, tr
from desktop.ui.matrix.cell_wordings import of_relative, tip
from desktop.ui.status_words import STATUS_SIGN, status_name
from desktop.ui.widgets.file_places import ask_place, beginning
from desktop.ui.widgets.verdict_buttons import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.domain import Quote, Status, VersionId
    from desktop.text.statements import Row
    from desktop.ui.matrix.cell_wordings import Relative
    from desktop.ui.matrix.decisions import Decisions
    from desktop.ui.matrix.model import MatrixModel
    from desktop.ui.matrix.table import MatrixTable
    from desktop.ui.session.session import Session


ANSWERS: tuple[tuple[bool | None, str, Text], ...] = (
    (True, "same", Text("Same as the base wording")),
    (False, "not-same", Text("Not the same")),
    (None, "program", Text("Let the program decide")),
)
_WORDS = 48  # code points of a quote in a menu


class CellMenu(QMenu):
    """Mark, open, copy, and say whether two quotes report the same utterance; it goes when it is closed."""

    def __init__(self, actions: CellActions, decisions: Decisions, model: MatrixModel, table: MatrixTable) -> None:
        super().__init__(table)
        self.setObjectName("matrix-menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setToolTipsVisible(True)
        self._cell_actions = actions
        self._decisions = decisions
        self._model = model
        self._table = table
        self._marks()
        self.addSeparator()
        self._answers()
        self._relatives()
        self.addSeparator()
        self._copies()

    def _add(self, name: str, text: str, act: Callable[[], None], *, enabled: bool, menu: QMenu | None = None) -> None:
        action = (menu or self).addAction(text.replace("&", "&&"))
        action.setObjectName(name)
        action.setEnabled(enabled)
        action.triggered.connect(act)

    def _marks(self) -> None:
        actions, may = self._cell_actions, self._table.in_a_version() and bool(self._table.quotes())
        for status, key in KEYS.items():
            text = f"{STATUS_SIGN[status]} {tr('Mark as {status}', status=status_name(status))}\t{key}"
            self._add(f"matrix-mark-{status}", text, partial(actions.mark, status), enabled=may)
        self.addSeparator()
        self._add(
            "matrix-open", tr("Open in both texts") + "\tEnter", actions.open_quotes, enabled=bool(self._table.quotes())
        )

    def _answers(self) -> None:
        """What the checker says of this cell against the base of its row."""
        decisions = self._decisions
        pairs = decisions.against_base()
        decided = decisions.decided(pairs)
        answers = QActionGroup(self)
        for same, name, text in ANSWERS:
            may = bool(pairs)
            self._add(f"matrix-{name}", str(text), partial(decisions.decide, pairs, same=same), enabled=may)
            action = self.actions()[-1]
            action.setCheckable(True)
            action.setChecked(may and decided is same)
            answers.addAction(action)
        chosen = decisions.chosen_words()
        if chosen and decisions.match_pairs():
            self._add(
                "matrix-match",
                tr("Same as the chosen “{words}”", words=shorten(chosen, _WORDS)),
                decisions.match,
                enabled=True,
            )
        may = self._table.in_a_version() and bool(self._table.quotes())
        self._add("matrix-hold", tr("Choose, to match with another row"), decisions.choose_for_match, enabled=may)

    def _relatives(self) -> None:
        """What may report this statement too, each with its answers."""
        related = self._decisions.related()
        if related:
            self.addSeparator()
        for number, relative in enumerate(related):
            self._relative(number, relative)

    def _relative(self, number: int, relative: Relative) -> None:
        decisions = self._decisions
        there = self._model.names[relative.other.source]
        head = tr("Perhaps the same") if relative.open else tr("You said: not the same")
        words = shorten(relative.other.text, _WORDS)
        menu = self.addMenu(f"{head}: “{words}” ({there})".replace("&", "&&"))
        menu.setObjectName(f"matrix-related-{number}")
        menu.setToolTipsVisible(True)
        menu.menuAction().setToolTip(tip(of_relative(relative, self._model.names)))
        for same, name, text in ((True, "same", tr("The same")), (False, "not-same", tr("Not the same"))):
            if relative.open or same:
                act = partial(decisions.decide, [relative.pair], same=same)
                self._add(f"matrix-related-{number}-{name}", text, act, enabled=True, menu=menu)
        if not relative.open:
            act = partial(decisions.decide, [relative.pair], same=None)
            self._add(f"matrix-related-{number}-program", tr("Let the program decide"), act, enabled=True, menu=menu)

    def _copies(self) -> None:
        actions, has = self._cell_actions, bool(self._table.quotes())
        source, named = self._decisions.primary()
        if source:
            text = (
                tr("No longer the primary source") if named else tr("Name {outlet} the primary source", outlet=source)
            )
            self._add("matrix-primary", text, self._decisions.turn_primary, enabled=True)
        self._add("matrix-copy-quote", tr("Copy words"), actions.copy_words, enabled=has)
        self._add("matrix-copy-table", tr("Copy table") + "\tCtrl+C", actions.copy, enabled=True)


def may_write(session: Session) -> bool:
    """Say whether the desk takes marks; where it does not, the session says why."""
    if session.desk is not None and not session.writable:
        session.announced.emit(session.desk.read_only_why or tr("This desk can only be read."))
    return session.writable


class CellActions(QObject):
    """Acts on the current cell of the table.

    Signals: opened(): a quote was opened, the comparison should come to the front
    """

    opened = Signal()

    def __init__(self, session: Session, model: MatrixModel, table: MatrixTable) -> None:
        super().__init__(table)
        self._session = session
        self._model = model
        self._table = table
        table.mark_requested.connect(self.mark)
        table.open_requested.connect(self.open_quotes)
        table.copy_requested.connect(self.copy)
        table.chosen.connect(self._on_clicked)

    def mark(self, status: Status) -> None:
        """Mark the quotes of the current cell; a whole statement is never marked at one stroke."""
        quotes = self._table.quotes()
        if not self._table.row() or not may_write(self._session):
            return
        if not self._table.in_a_version():
            self._session.announced.emit(
                tr("Choose the cell of one version: a mark on one wording says nothing of the others.")
            )
        elif not quotes:
            self._session.announced.emit(tr("This version does not print the statement, so there is nothing to mark."))
        else:
            again = [quote for quote in quotes if quote.status is not status or Flag.CHANGED_SINCE in quote.flags]
            self._session.set_status(again, status)

    def _counterpart(self, quote: Quote, row: Row) -> VersionId | None:
        """Return the version to lay beside a quote: that of the base wording, else one that is shown, else any."""
        base = self._model.known(str(row.base.key))
        others = [q.version_id for cell in row.cells for q in self._model.quotes_of(cell)]
        others = [version for version in others if version != quote.version_id]
        if base is not None and base.version_id in others:
            return base.version_id
        shown = [version.id for version in (self._session.pair.b, self._session.pair.a) if version is not None]
        return next((version for version in shown if version in others), others[0] if others else None)

    def show_both(self) -> bool:
        """Put the cell's version on A and the base wording's on B, unless the two are shown; choose the quote."""
        quotes, row = self._table.quotes(), self._table.row()
        if not quotes or row is None or self._session.desk is None:
            return False
        quote = quotes[0]
        other = self._counterpart(quote, row)
        shown = {version.id for version in (self._session.pair.a, self._session.pair.b) if version is not None}
        if other is not None and shown != {quote.version_id, other}:
            self._session.pair.compare(quote.version_id, other)
        self._session.pair.show_quote(quote)
        return True

    def open_quotes(self) -> None:
        """Show the cell's quote in its text, beside the version that has the base wording."""
        if self.show_both():
            self.opened.emit()

    def copy_words(self) -> None:
        """Copy the words of the current cell, or the base wording."""
        cell, row = self._table.cell(), self._table.row()
        words = cell.printed if cell is not None else row.base.text if row is not None else ""
        if words:
            QApplication.clipboard().setText(words)
            self._session.announced.emit(tr("The words were copied."))

    def copy(self) -> None:
        """Copy the table as tab-separated words."""
        if self._model.rowCount():
            QApplication.clipboard().setText(as_tabs(self._model.table()))
            self._session.announced.emit(tr("The table was copied."))

    def ask_save(self) -> None:
        desk = self._session.desk
        folder = beginning(desk.path.parent if desk is not None else None, self._session.settings.own_folder)
        proposed = folder / (tr("{desk} wordings", desk=desk.path.stem if desk is not None else "") + ".csv")
        filters = tr("Table for a spreadsheet") + " (*.csv)"
        files = ask_place(self._table, tr("Save table"), "matrix-file", proposed, filters)
        files.fileSelected.connect(self.save)
        files.open()

    def save(self, path: str) -> None:
        """Write what is shown as CSV, and say how it went."""
        sentence, failed = save_csv(self._model.table(), path)
        if failed:
            self._session.failed.emit(sentence)
        else:
            self._session.exported.emit(Path(path), sentence)

    def _on_clicked(self) -> None:
        if self._table.in_a_version():
            self.show_both()


def as_tabs(table: Sequence[Sequence[str]]) -> str:
    """Return one line a row; line breaks and tabs inside a cell become spaces."""
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in table)


def save_csv(table: Sequence[Sequence[str]], path: str) -> tuple[str, bool]:
    """Write the table as CSV; returns a sentence for the user, and whether it failed."""
    name = Path(path).name
    try:
        write_atomically(Path(path), as_csv(table).encode("utf-8-sig", errors="replace"))
    except OSError as error:
        return tr(
            "The table could not be written to {name}: {why}. What was there is as it was.",
            name=name,
            why=error.strerror,
        ), True
    return tr("The table was written to {name}.", name=name), False
