"""Levelling: fillers that keep the rows of two panes beside each other, whatever each side has more of."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from desktop.ui.compare.panes.text_pane import TextPane

_SLICE = 0.006  # seconds of levelling at a time, so that keys and mouse never wait


_LOOSE = 4  # lines that the two sides of a row may stand apart, so that less room is left blank
_GROUP = 16  # rows after which both sides are level again


class Leveller(QObject):
    """Keeps the rows of two panes level, or nearly so, by fillers under the shorter side.

    Each side runs at its own pace up to a few lines; a group of rows begins and ends level. Those on the screen are
    levelled at once, the others when there is time.

    Signals: levelled(): all rows are level
    """

    levelled = Signal()

    def __init__(self, panes: tuple[TextPane, TextPane], parent: QObject) -> None:
        super().__init__(parent)
        self._panes = panes
        self._next = 0
        self._lines: dict[int, int] = {}  # of the rows that are level
        self._exact = -1  # the row that begins level
        self.busy = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def rows(self) -> int:
        return len(self._panes[0].page.tails)

    def restart(self) -> None:
        """Level everything again, because lines break elsewhere."""
        self._next = 0
        self._lines = {}
        self._exact = min(self._exact, self.rows - 1)
        self._timer.start()

    def group_of(self, row: int) -> int:
        """Return the first row of the group that a row is in: there both sides are level."""
        return row // _GROUP * _GROUP

    def _level(self, row: int) -> int:
        """Level the group of a row, unless it is, and return the lines of the row."""
        if row not in self._lines:
            first = self.group_of(row)
            self._level_group(first, min(first + _GROUP, self.rows))
        return self._lines[row]

    def _level_group(self, first: int, end: int) -> None:
        left, right = self._panes
        apart = 0  # lines that A has more than B so far
        for row in range(first, end):
            a, b = left.row_lines(row), right.row_lines(row)
            apart += a - b
            loose = 0 if row + 1 in (end, self._exact) else _LOOSE
            under_a, under_b = max(0, -apart - loose), max(0, apart - loose)
            left.set_filler(row, under_a)
            right.set_filler(row, under_b)
            apart += under_a - under_b
            self._lines[row] = max(a + under_a, b + under_b) + 1

    def keep_level(self, row: int) -> None:
        """Let a row begin at the same height on both sides, until another one is to: it is looked at."""
        former, self._exact = self._exact, row
        for each in (former, row):
            first = self.group_of(each)
            if each > first:
                for number in range(first, first + _GROUP):
                    self._lines.pop(number, None)

    def level_before(self, row: int, lines: int) -> None:
        """Level the rows that fill so many lines, back from before a row."""
        self.busy = True
        while row > 0 and lines > 0:
            row -= 1
            lines -= self._level(row)
        self.busy = False

    def level_from(self, row: int, lines: int) -> None:
        """Level the rows that fill so many lines, from a row on."""
        self.busy = True
        while row < self.rows and lines > 0:
            lines -= self._level(row)
            row += 1
        self.busy = False

    def finish(self) -> None:
        """Level all rows now."""
        self.level_from(0, len(self._panes[0].page.blocks) * 1_000_000)

    def _go_on(self) -> None:
        until = monotonic() + _SLICE
        self.busy = True
        while self._next < self.rows and monotonic() < until:
            self._level(self._next)
            self._next += 1
        self.busy = False
        if self._next < self.rows:
            self._timer.start()
        else:
            self.levelled.emit()
