"""Drawn parts of the open card: the words of the quote, who said it and its status, small labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import theme
from desktop.ui.widgets import card_painting as paint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.domain import Quote

LINES = 4  # of the words, until they are unfolded


class _Drawn(QWidget):
    """A part of the card that is drawn, as high as its content at a width."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 60)))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 10)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # the height of a layout's item is at most its hint, which is of the width before


class Words(_Drawn):
    """The quote in the reading face: its first lines, or all of it once it is unfolded."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = ""
        self._face = QFont()
        self._whole = False
        self._lines: tuple[int, bool, paint.Lines] | None = None

    def show_text(self, text: str, font: QFont) -> None:
        if (text, font) != (self._text, self._face):
            self._text, self._face, self._lines = text, font, None
            self.updateGeometry()
            self.update()

    def unfold(self, *, whole: bool) -> None:
        self._whole = whole
        self.updateGeometry()
        self.update()

    def is_cut(self, width: int) -> bool:
        """Say whether a card of this width, in pixels, has more words than it shows folded."""
        return paint.Lines(self._text, self._face, width, LINES + 1).count > LINES

    def _at(self, width: int) -> paint.Lines:
        if self._lines is None or self._lines[:2] != (width, self._whole):
            limit = None if self._whole else LINES
            self._lines = (width, self._whole, paint.Lines(self._text, self._face, width, limit))
        return self._lines[2]

    def heightForWidth(self, width: int) -> int:
        return round(self._at(width).height) + 1

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # words run as their letters do
        painter.setPen(theme.current().colour("text"))
        self._at(self.width()).draw(painter, QPointF(0, 0))


class Meta(_Drawn):
    """Speaker, role, paragraph and status, as on a closed card."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._quote: Quote | None = None
        self._fonts = paint.Fonts.of_zoom()

    def show_quote(self, quote: Quote, fonts: paint.Fonts) -> None:
        self._quote, self._fonts = quote, fonts
        self.update()

    def heightForWidth(self, _width: int) -> int:
        return round(paint.meta_height(self._fonts)) + 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._quote is not None:
            painter = QPainter(self)
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # words run as their letters do
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint.draw_meta(painter, QRectF(self.rect()).adjusted(0, 1, 0, -1), self._quote, self._fonts)


class Labels(_Drawn):
    """Small labels: flags, kind, doubt."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._labels: Sequence[str] = ()
        self._fonts = paint.Fonts.of_zoom()

    def show_labels(self, labels: Sequence[str], fonts: paint.Fonts) -> None:
        self._labels, self._fonts = labels, fonts
        self.setVisible(bool(labels))
        self.setAccessibleName(", ".join(labels))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        return round(paint.place_labels(self._labels, self._fonts, width)[1]) + 1

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.draw_labels(QPainter(self), QPointF(0, 0), self._labels, self._fonts, self.width())
