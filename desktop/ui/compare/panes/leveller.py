"""Levelling of two panes: empty lines under the shorter side of a row, so that what answers each other stays near."""

from __future__ import annotations

from bisect import bisect_right
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.ui.compare.panes.text_pane import TextPane


_SLICE = 0.006  # seconds of levelling at a time, so that keys and mouse never wait
_AT_ONCE = 6  # rows: lines of several blocks are broken faster in one edit
_LOOSE = 8  # lines that the two sides of a row may stand apart, so that less room is left blank;
_LOOSE_SHARE = 2  # but no more than half of what the panes can show


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
        self._groups: Sequence[int] = ()
        self._next = 0
        self._lines: dict[int, int] = {}  # of the rows that are level
        self._apart: dict[int, int] = {}  # lines that A has more than B in a group up to a row, as far as it is level
        self._sides: dict[int, tuple[int, int]] = {}  # lines of a row in A and B until they break elsewhere
        self._fillers: dict[int, tuple[int, int]] = {}  # empty lines under a row in A and B, as far as they are known
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
        self._lines, self._sides, self._fillers = {}, {}, {}
        self._exact = min(self._exact, self.rows - 1)
        self._timer.start()

    def use_groups(self, groups: Sequence[int]) -> None:
        """Take other groups for other pages: the first row of each, where both sides are level."""
        self._groups = groups
        self._exact = -1

    def group_of(self, row: int) -> int:
        """Return the first row of the group that a row is in: there both sides are level."""
        return self._groups[bisect_right(self._groups, row) - 1] if row >= 0 and self._groups else 0

    def _group(self, row: int) -> range:
        """Return the rows of the group that a row is in."""
        number = bisect_right(self._groups, row)
        return range(self._groups[number - 1], self._groups[number] if number < len(self._groups) else self.rows)

    def _level(self, row: int) -> int:
        """Level the group of a row as far as the row, and a few more, unless it is; return the lines of the row."""
        if row not in self._lines:
            group = self._group(row)
            start = row
            while start > group.start and start - 1 not in self._lines:
                start -= 1
            self._level_rows(range(start, min(group.stop, row + _AT_ONCE)), group)
        return self._lines[row]

    def _level_rows(self, rows: range, group: range) -> None:
        """Level the next rows of a group."""
        left, right = self._panes
        most = min(_LOOSE, left.lines_shown() // _LOOSE_SHARE)
        if any(row not in self._sides for row in rows):
            for pane in self._panes:
                pane.shade_rows(rows)
        apart = self._apart[rows.start - 1] if rows.start > group.start else 0
        for row in rows:
            a, b = self._lines_of(row)
            apart += a - b
            loose = 0 if row + 1 in (group.stop, self._exact) else most
            under_a, under_b = max(0, -apart - loose), max(0, apart - loose)
            if self._fillers.get(row) != (under_a, under_b):
                self._fillers[row] = under_a, under_b
                left.set_filler(row, under_a)
                right.set_filler(row, under_b)
            apart += under_a - under_b
            self._apart[row] = apart
            self._lines[row] = max(a + under_a, b + under_b) + 1

    def _lines_of(self, row: int) -> tuple[int, int]:
        """Return how many lines the text of a row takes in A and in B; laid out the first time."""
        if row not in self._sides:
            left, right = self._panes
            self._sides[row] = left.row_lines(row), right.row_lines(row)
        return self._sides[row]

    def keep_level(self, row: int) -> None:
        """Let a row begin at the same height on both sides, until another one is to: it is looked at."""
        former, self._exact = self._exact, row
        for each in (former, row):
            if each > self.group_of(each):
                self._forget(each)

    def _forget(self, row: int) -> None:
        """Let the group of a row be levelled again before it is shown."""
        for number in self._group(row):
            self._lines.pop(number, None)

    def lengthen(self, pane: TextPane, lines: int) -> None:
        """Let a pane be scrolled so many lines further, until `shorten` is called."""
        self._fillers.pop(self.rows - 1, None)
        pane.set_filler(self.rows - 1, pane.filler(self.rows - 1) + lines)

    def shorten(self) -> None:
        """Let both panes end with their texts again."""
        self._forget(self.rows - 1)
        self._level(self.rows - 1)

    def level_before(self, row: int, lines: int) -> None:
        """Level the rows that fill so many lines, back from before a row."""
        with self._at_once():
            while row > 0 and lines > 0:
                row -= 1
                lines -= self._level(row)

    def level_from(self, row: int, lines: int) -> None:
        """Level the rows that fill so many lines, from a row on."""
        with self._at_once():
            while row < self.rows and lines > 0:
                lines -= self._level(row)
                row += 1

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        """Level rows without following each; the scroll bars are measured once, at the end."""
        left, right = self._panes
        self.busy = True
        with left.size_reported_once(), right.size_reported_once():
            yield
        self.busy = False

    def finish(self) -> None:
        """Level all rows now."""
        self.level_from(0, len(self._panes[0].page.blocks) * 1_000_000)

    def _go_on(self) -> None:
        until = monotonic() + _SLICE
        with self._at_once():
            while self._next < self.rows and monotonic() < until:
                self._level(self._next)
                self._next += 1
        if self._next < self.rows:
            self._timer.start()
        else:
            self.levelled.emit()
