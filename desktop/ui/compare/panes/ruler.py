"""Ruler: where in the whole text the changes and alerts are, and which part is on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.translation import tr, tr_n
from desktop.ui import theme
from desktop.ui.compare.layout.page_set import RulerMark, distinct_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH = 16
_SIDE = 0.6  # of the room for marks: those of a side can be distinguished without their colour
_LEAST = 3.0  # pixels: the smallest change is still visible
_NEAR = 6.0  # pixels beside a change that still hit it


class Ruler(QWidget):
    """A strip with every change; a click goes there.

    Signals:
        change_requested(int): a click on a change
        place_requested(float): a click beside the changes, as a share of the whole
    """

    change_requested = Signal(int)
    place_requested = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare-ruler")
        self.setAccessibleName(tr("Overview of the changes"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Every change in the text; click to go there"))
        self._marks: Sequence[RulerMark] = ()
        self._distinct: Sequence[RulerMark] = ()
        self._view = (0.0, 1.0)
        self._current = -1
        self._one_colour = False
        self._drawn: QPixmap | None = None  # the marks, which may be thousands, are drawn once

    @property
    def marks(self) -> Sequence[RulerMark]:
        return self._marks

    def set_marks(self, marks: Sequence[RulerMark], distinct: Sequence[RulerMark] | None = None) -> None:
        """Show marks; of many, `distinct` are those that a screen can show apart."""
        self._marks = marks
        self._distinct = distinct_marks(marks) if distinct is None else distinct
        self._drawn = None
        self.setAccessibleDescription(tr_n("{count} change", "{count} changes", len(marks)))
        self.update()

    def set_view(self, top: float, bottom: float) -> None:
        """Say which part of the whole is on the screen."""
        if (top, bottom) != self._view:
            self._view = (top, bottom)
            self.update()

    def set_current(self, change: int) -> None:
        self._current = change
        self.update()

    def box(self, mark: RulerMark) -> QRectF:
        """Return where a change is drawn: what only A has more to the left, what only B has more to the right."""
        top, wide = mark.top * self.height(), _WIDTH - 8
        left = wide * (1 - _SIDE) if mark.colour == "new" else 0.0
        width = wide if mark.colour == "moved" else wide * _SIDE
        return QRectF(4 + left, top, width, max(_LEAST, (mark.bottom - mark.top) * self.height()))

    def _distance(self, mark: RulerMark, y: float) -> float:
        top, bottom = mark.top * self.height(), mark.bottom * self.height()
        return max(top - y, y - max(bottom, top + _LEAST), 0.0)

    def _jump(self, y: float) -> None:
        # Where one lies within another, the smaller one is meant: the larger can be hit elsewhere.
        near = min(self._marks, key=lambda mark: (self._distance(mark, y), mark.bottom - mark.top), default=None)
        if near is not None and self._distance(near, y) <= _NEAR:
            self.change_requested.emit(near.change)
        else:
            self.place_requested.emit(min(1.0, max(0.0, y / max(1, self.height()))))

    def _paint(self, painter: QPainter) -> None:
        colours = theme.current()
        painter.fillRect(self.rect(), colours.colour("window"))
        painter.setPen(colours.colour("line"))
        painter.drawLine(0, 0, 0, self.height())
        top, bottom = (share * self.height() for share in self._view)
        painter.fillRect(QRectF(1, top, _WIDTH, max(8.0, bottom - top)), colours.colour("accent_ground"))
        if self._drawn is None:
            self._drawn = self._drawn_marks(colours)
        painter.drawPixmap(0, 0, self._drawn)
        current = next((mark for mark in self._marks if mark.change == self._current), None)
        if current is not None:
            painter.setPen(QPen(colours.colour("accent"), 1.6))
            painter.drawRect(self.box(current).adjusted(-2, -1.5, 2, 1.5))

    def _drawn_marks(self, colours: theme.Theme) -> QPixmap:
        scale = self.devicePixelRatioF()
        drawn = QPixmap(self.size() * scale)
        drawn.setDevicePixelRatio(scale)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        brushes = {name: colours.colour(name) for name in ("gone", "new", "moved", "alert")}
        if self._one_colour:
            brushes |= {name: colours.colour("accent") for name in ("gone", "new", "moved")}
        painted: set[tuple[int, str]] = set()
        height = self.height()
        for mark in self._distinct:
            # Thousands of changes fall on a few hundred lines of pixels: one drawing each is enough.
            line = round(mark.top * height)
            if (line, mark.colour) not in painted or (mark.bottom - mark.top) * height > _LEAST:
                painter.fillRect(self.box(mark), brushes[mark.colour])
                painted.add((line, mark.colour))
            if mark.alert and (line, "alert") not in painted:
                box = self.box(mark)
                painter.fillRect(QRectF(_WIDTH - 3, box.top(), 3, box.height()), brushes["alert"])
                painted.add((line, "alert"))
        painter.end()
        return drawn

    def set_one_colour(self, *, on: bool) -> None:
        """Draw all differences in one colour, or each kind in its own."""
        self._one_colour = on
        self.redraw()

    def redraw(self) -> None:
        """Draw the marks again: other colours, or another height."""
        self._drawn = None
        self.update()

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 100)

    def minimumSizeHint(self) -> QSize:
        return QSize(_WIDTH, 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.redraw()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._jump(event.position().y())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the strip is small and drawn whole
        painter = QPainter(self)
        self._paint(painter)
        painter.end()
