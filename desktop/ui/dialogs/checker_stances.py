"""How does it look where each checker stands on a quote?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop.domain import Act
from desktop.ui.quotes.card.mark_history import local_time
from desktop.ui.theme import STATUS_SIGN, STATUS_WORD
from desktop.ui.widgets.basics import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.verdicts import Verdict


def standing(known: Sequence[Verdict]) -> str:
    """Return e.g. “Ada ✓ · Grace ≠”."""
    return " · ".join(f"{stance.checker or 'Nobody named'} {STATUS_SIGN[stance.status]}" for stance in known)


def _what(stance: Verdict, me: str) -> str:
    who = "You" if me and stance.checker == me else stance.checker or "Nobody named"
    how = ", settled" if stance.mark.act is Act.SETTLED else ""
    return f"{who}, {local_time(stance.mark.at)}{how}"


class StanceView(QWidget):
    """One row for each checker: status by sign and word, reason or basis, note, evidence, time."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(6)
        self._rows: list[QWidget] = []

    def show_stances(self, known: Sequence[Verdict], me: str) -> None:
        """Show these in place of the former."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(stance, me) for stance in known]
        for row in self._rows:
            self._column.addWidget(row)

    def _row(self, stance: Verdict, me: str) -> QWidget:
        frame = QFrame(self)
        frame.setObjectName("stance")
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setColumnMinimumWidth(0, 110)
        grid.setColumnStretch(1, 1)
        status = plain_label(f"{STATUS_SIGN[stance.status]} {STATUS_WORD[stance.status]}", f"status-{stance.status}")
        grid.addWidget(status, 0, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(plain_label(_what(stance, me), "title"), 0, 1)
        told = [("", stance.why), ("", stance.note), ("Evidence: ", stance.evidence)]
        words = "\n".join(f"{name}{said}" for name, said in told if said) or "No reason, note or evidence given."
        more = plain_label(words, "")
        more.setWordWrap(True)
        grid.addWidget(more, 1, 1)
        frame.setAccessibleName(f"{STATUS_WORD[stance.status]}: {_what(stance, me)}. {words}")
        return frame
