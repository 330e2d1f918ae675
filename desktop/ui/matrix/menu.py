"""What does a cell offer on a right click?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from desktop.domain import Status
from desktop.text.display import shorten
from desktop.ui.matrix.tips import of_relative, tip
from desktop.ui.theme import STATUS_SIGN

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.matrix.cell_wordings import Relative
    from desktop.ui.matrix.decisions import Decisions
    from desktop.ui.matrix.matrix_actions import CellActs
    from desktop.ui.matrix.model import MatrixModel
    from desktop.ui.matrix.table import MatrixTable

_KEYS = {Status.VERIFIED: "V", Status.DISPUTED: "D", Status.UNVERIFIED: "U"}
ANSWERS: tuple[tuple[bool | None, str, str], ...] = (
    (True, "same", "Same as the base wording"),
    (False, "not-same", "Not the same"),
    (None, "program", "Let the program decide"),
)
_WORDS = 48  # code points of a quote in a menu


class CellMenu(QMenu):
    """Mark, open, copy, and say whether two quotes report the same utterance; it goes when it is closed."""

    def __init__(self, acts: CellActs, decisions: Decisions, model: MatrixModel, table: MatrixTable) -> None:
        super().__init__(table)
        self.setObjectName("matrix-menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setToolTipsVisible(True)
        self._acts = acts
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
        acts, may = self._acts, self._table.in_a_version() and bool(self._table.quotes())
        for status, key in _KEYS.items():
            text = f"{STATUS_SIGN[status]} Mark as {status}\t{key}"
            self._add(f"matrix-mark-{status}", text, partial(acts.mark, status), enabled=may)
        self.addSeparator()
        self._add("matrix-open", "Open in both texts\tEnter", acts.open_quotes, enabled=bool(self._table.quotes()))

    def _answers(self) -> None:
        """What the checker says of this cell against the base of its row."""
        told = self._decisions
        pairs = told.against_base()
        decided = told.decided(pairs)
        answers = QActionGroup(self)
        for same, name, text in ANSWERS:
            may = bool(pairs)
            self._add(f"matrix-{name}", text, partial(told.decide, pairs, same=same), enabled=may)
            action = self.actions()[-1]
            action.setCheckable(True)
            action.setChecked(may and decided is same)
            answers.addAction(action)
        held = told.held_words()
        if held and told.match_pairs():
            self._add("matrix-match", f"Same as the chosen “{shorten(held, _WORDS)}”", told.match, enabled=True)
        may = self._table.in_a_version() and bool(self._table.quotes())
        self._add("matrix-hold", "Choose, to match with another row", told.hold, enabled=may)

    def _relatives(self) -> None:
        """What may report this statement too, each with its answers."""
        related = self._decisions.related()
        if related:
            self.addSeparator()
        for number, relative in enumerate(related):
            self._relative(number, relative)

    def _relative(self, number: int, relative: Relative) -> None:
        told = self._decisions
        there = self._model.source_name(relative.other.source)
        head = "Perhaps the same" if relative.open else "You said: not the same"
        words = shorten(relative.other.text, _WORDS)
        menu = self.addMenu(f"{head}: “{words}” ({there})".replace("&", "&&"))
        menu.setObjectName(f"matrix-related-{number}")
        menu.setToolTipsVisible(True)
        menu.menuAction().setToolTip(tip(of_relative(self._model, relative)))
        for same, name, text in ((True, "same", "The same"), (False, "not-same", "Not the same")):
            if relative.open or same:
                act = partial(told.decide, [relative.pair], same=same)
                self._add(f"matrix-related-{number}-{name}", text, act, enabled=True, menu=menu)
        if not relative.open:
            act = partial(told.decide, [relative.pair], same=None)
            self._add(f"matrix-related-{number}-program", "Let the program decide", act, enabled=True, menu=menu)

    def _copies(self) -> None:
        acts, has = self._acts, bool(self._table.quotes())
        source, named = self._decisions.primary()
        if source:
            text = "No longer the primary source" if named else f"Name {source} the primary source"
            self._add("matrix-primary", text, self._decisions.turn_primary, enabled=True)
        self._add("matrix-copy-quote", "Copy words", acts.copy_words, enabled=has)
        self._add("matrix-copy-table", "Copy table\tCtrl+C", acts.copy, enabled=True)
