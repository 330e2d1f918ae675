"""Menu of a cell of the view of quotes across versions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from desktop.text.display import shorten
from desktop.ui.matrix.tips import of_relative, tip
from desktop.ui.status_words import STATUS_SIGN
from desktop.ui.widgets.verdict_buttons import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.matrix.cell_wordings import Relative
    from desktop.ui.matrix.decisions import Decisions
    from desktop.ui.matrix.matrix_actions import CellActions
    from desktop.ui.matrix.model import MatrixModel
    from desktop.ui.matrix.table import MatrixTable

ANSWERS: tuple[tuple[bool | None, str, str], ...] = (
    (True, "same", "Same as the base wording"),
    (False, "not-same", "Not the same"),
    (None, "program", "Let the program decide"),
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
            text = f"{STATUS_SIGN[status]} Mark as {status}\t{key}"
            self._add(f"matrix-mark-{status}", text, partial(actions.mark, status), enabled=may)
        self.addSeparator()
        self._add("matrix-open", "Open in both texts\tEnter", actions.open_quotes, enabled=bool(self._table.quotes()))

    def _answers(self) -> None:
        """What the checker says of this cell against the base of its row."""
        decisions = self._decisions
        pairs = decisions.against_base()
        decided = decisions.decided(pairs)
        answers = QActionGroup(self)
        for same, name, text in ANSWERS:
            may = bool(pairs)
            self._add(f"matrix-{name}", text, partial(decisions.decide, pairs, same=same), enabled=may)
            action = self.actions()[-1]
            action.setCheckable(True)
            action.setChecked(may and decided is same)
            answers.addAction(action)
        chosen = decisions.chosen_words()
        if chosen and decisions.match_pairs():
            self._add("matrix-match", f"Same as the chosen “{shorten(chosen, _WORDS)}”", decisions.match, enabled=True)
        may = self._table.in_a_version() and bool(self._table.quotes())
        self._add("matrix-hold", "Choose, to match with another row", decisions.choose_for_match, enabled=may)

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
        head = "Perhaps the same" if relative.open else "You said: not the same"
        words = shorten(relative.other.text, _WORDS)
        menu = self.addMenu(f"{head}: “{words}” ({there})".replace("&", "&&"))
        menu.setObjectName(f"matrix-related-{number}")
        menu.setToolTipsVisible(True)
        menu.menuAction().setToolTip(tip(of_relative(relative, self._model.names)))
        for same, name, text in ((True, "same", "The same"), (False, "not-same", "Not the same")):
            if relative.open or same:
                act = partial(decisions.decide, [relative.pair], same=same)
                self._add(f"matrix-related-{number}-{name}", text, act, enabled=True, menu=menu)
        if not relative.open:
            act = partial(decisions.decide, [relative.pair], same=None)
            self._add(f"matrix-related-{number}-program", "Let the program decide", act, enabled=True, menu=menu)

    def _copies(self) -> None:
        actions, has = self._cell_actions, bool(self._table.quotes())
        source, named = self._decisions.primary()
        if source:
            text = "No longer the primary source" if named else f"Name {source} the primary source"
            self._add("matrix-primary", text, self._decisions.turn_primary, enabled=True)
        self._add("matrix-copy-quote", "Copy words", actions.copy_words, enabled=has)
        self._add("matrix-copy-table", "Copy table\tCtrl+C", actions.copy, enabled=True)
