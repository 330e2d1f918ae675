"""Quote handles: the grips at both ends of the chosen quote, which the mouse drags from word to word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, Signal

from desktop.text.quotation.quote_bounds import with_end_at, with_start_at
from desktop.ui.compare.layout.layers import plain_layer
from desktop.ui.compare.panes.painting import x_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from desktop.domain import Span
    from desktop.ui.compare.layout.page import Stretch
    from desktop.ui.compare.panes.lined_text import LinedText
    from desktop.ui.compare.panes.painting import MarkPainter, VisibleBlock

_NEAR = 6  # pixels beside a grip that still hit it
TIP = "Drag to make the quote longer or shorter; Esc leaves it as it is"


class QuoteHandles(QObject):
    """The grips of the chosen quote in one pane, and what a drag of one would make of it.

    Signals: moved(str, object): side and span that a quote is to have now
    """

    moved = Signal(str, object)

    def __init__(self, pane: LinedText) -> None:
        super().__init__(pane)
        self._pane = pane
        self._side = ""
        self._span: Span | None = None  # of the quote
        self._dragged = ""  # the end that is being dragged: "start", "end" or none
        self._drawn: Span | None = None  # what it would be if the button were released now
        self._over = False  # whether the cursor has the shape of a grip
        self._focused: QWidget | None = None  # who is given the focus back

    def attach(self, side: str, span: Span) -> None:
        """Put grips at the ends of a quote."""
        self._stop()
        self._side, self._span = side, span
        self._pane.viewport().update()

    def detach(self) -> None:
        """Show no grips."""
        self._stop()
        self._span = None
        self._pane.viewport().update()

    @property
    def dragging(self) -> bool:
        return bool(self._dragged)

    # -- where they are --------------------------------------------------------------------------------------------

    def grip(self, end: str) -> QRectF | None:
        """Return where the grip of the "start" or the "end" is on the screen, or None if it is not."""
        span = self._drawn or self._span
        stretches = self._pane.page.stretches(self._side, span) if span is not None else []
        if not stretches:
            return None
        stretch = stretches[0] if end == "start" else stretches[-1]
        block = next((each for each in self._pane.visible_blocks() if each.number == stretch.block), None)
        return _grip(block, stretch, end) if block is not None else None

    def at(self, point: QPoint) -> str:
        """Return which end has its grip under a point of the viewport; empty where none has."""
        for end in ("end", "start"):
            grip = self.grip(end)
            if grip is not None and grip.adjusted(-_NEAR, -2, _NEAR, 2).contains(QPointF(point)):
                return end
        return ""

    # -- the mouse -------------------------------------------------------------------------------------------------

    def press(self, point: QPoint) -> bool:
        """Grab the grip under a point; say whether there is one."""
        self._dragged = self.at(point)
        if not self._dragged:
            return False
        self._drawn = self._span
        window = self._pane.window()
        self._focused = window.focusWidget()
        self._pane.setFocus(Qt.FocusReason.MouseFocusReason)  # so that Esc is heard
        return True

    def move(self, point: QPoint) -> bool:
        """Follow the mouse; say whether something is being dragged."""
        if not self._dragged:
            return False
        self._scroll(point)
        offset = self._offset(point)
        if offset is not None and self._drawn is not None:
            text = self._pane.page.texts[self._side]
            self._drawn = (with_end_at if self._dragged == "end" else with_start_at)(text, self._drawn, offset)
            self._pane.viewport().update()
        return True

    def release(self) -> bool:
        """Give the quote the words it was dragged to; say whether something was being dragged."""
        if not self._dragged:
            return False
        drawn = self._drawn
        self._stop()
        if drawn is not None and drawn != self._span:
            self.moved.emit(self._side, drawn)
        return True

    def cancel(self) -> bool:
        """Leave the quote as it is; say whether something was being dragged."""
        dragging = self.dragging
        self._stop()
        return dragging

    def _stop(self) -> None:
        if self._dragged:
            self._dragged, self._drawn = "", None
            self._pane.viewport().update()
            focused, self._focused = self._focused, None
            if focused is not None and self._pane.hasFocus():
                focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def point_out(self, point: QPoint) -> None:
        """Show by the shape of the cursor that a grip is under it."""
        over = self._span is not None and bool(self.at(point))
        if over or self._over:
            shape = Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.IBeamCursor
            self._pane.viewport().setCursor(shape)
        self._over = over

    def _scroll(self, point: QPoint) -> None:
        bar = self._pane.verticalScrollBar()
        if point.y() < 0:
            bar.setValue(bar.value() - 1)
        elif point.y() > self._pane.viewport().height():
            bar.setValue(bar.value() + 1)

    def _offset(self, point: QPoint) -> int | None:
        """Return the offset nearest to a point, or None where the other text stands."""
        source = self._pane.nearest(point)
        return source[1] if source is not None and source[0] == self._side else None

    # -- drawing ---------------------------------------------------------------------------------------------------

    def draw(self, mark_painter: MarkPainter, blocks: Iterable[VisibleBlock]) -> None:
        """Draw the grips and, while one is dragged, the frame of what the quote would be."""
        if self._span is None:
            return
        if self._drawn is not None:
            layer = plain_layer(self._pane.page, [(self._side, self._drawn)])
            for block in blocks:
                mark_painter.outline(block, layer.get(block.number, ()))
        for end in ("start", "end"):
            grip = self.grip(end)
            if grip is not None:
                mark_painter.grip(grip, on_top=end == "start")


def _grip(block: VisibleBlock, stretch: Stretch, end: str) -> QRectF | None:
    column = stretch.start if end == "start" else stretch.end
    line = block.layout.lineForTextPosition(stretch.start if end == "start" else stretch.end - 1)
    if not line.isValid():
        return None
    return QRectF(block.origin.x() + x_of(line, column) - 1, block.origin.y() + line.y(), 2, line.height())
