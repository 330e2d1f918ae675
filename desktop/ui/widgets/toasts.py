"""Toasts: the bars that come and go, laid over the foot of the window so that nothing moves when one does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.ui.widgets.message_bar import CLOSE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.ui.widgets.basics import Bar

_WIDEST = 760  # pixels
_MARGIN = 10  # pixels to the edges of what they lie over
_AWAY = 14  # pixels that a bar keeps from the pointer
_MOVES = frozenset({QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide})


class Toasts(QWidget):
    """Bars one above the other at the foot of their parent, in front of what stands there.

    They never take the focus by themselves, and never appear where the pointer is: a click that was on its way
    must not land on a button that has just come.
    """

    def __init__(self, bars: Sequence[Bar], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toasts")
        self._bars = tuple(bars)
        self._under: QWidget = parent
        self._over: QWidget = parent
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for bar in self._bars:
            column.addWidget(bar)
            bar.presence_changed.connect(self._follow)
        parent.installEventFilter(self)
        self._follow()

    def lie_over(self, widget: QWidget) -> None:
        """Lie over the foot of this descendant of the parent while it is on the screen, else over the parent's."""
        self._over = widget
        widget.installEventFilter(self)
        self.place()

    def first(self) -> QWidget | None:
        """Return the first button or field that does more than close a bar; None where there is none to be pressed."""
        for kind in (QLineEdit, QPushButton):
            for widget in self.findChildren(kind):
                if widget.isVisible() and widget.objectName() != CLOSE:
                    return widget
        return None

    def _follow(self) -> None:
        self.setVisible(any(not bar.isHidden() for bar in self._bars))
        self.place()

    def place(self) -> None:
        """Take the place at the foot; one where the pointer is not."""
        if self.isHidden():
            return
        area = self._area().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        width = min(area.width(), _WIDEST)
        for bar in self._bars:
            bar.fit(width)
        column = self._column
        column.activate()
        height = max(column.totalHeightForWidth(width), column.totalMinimumSize().height())
        rect = QRect(area.left() + (area.width() - width) // 2, area.bottom() - height + 1, width, height)
        self.setGeometry(away_from(rect, self._under.mapFromGlobal(QCursor.pos())))
        self.raise_()

    def _area(self) -> QRect:
        parent = self._under
        if self._over is parent or not self._over.isVisible():
            return parent.rect()
        return QRect(self._over.mapTo(parent, QPoint(0, 0)), self._over.size())

    # Qt

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.place()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self.place()
        return super().eventFilter(watched, event)


def away_from(rect: QRect, pointer: QPoint) -> QRect:
    """Return a rectangle, moved up over the pointer if that is on it; where there is no room above, below."""
    near = rect.adjusted(-_AWAY, -_AWAY, _AWAY, _AWAY)
    if not near.contains(pointer):
        return rect
    above = pointer.y() - _AWAY - rect.height()
    return QRect(rect.left(), above if above >= 0 else pointer.y() + _AWAY, rect.width(), rect.height())
