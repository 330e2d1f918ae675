"""Pictures of the rows of a list: a row is painted again only where it is to show something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QPixmap

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtGui import QColor

_MOST = 5_000_000  # bytes of all pictures of one list: twice what a screen shows of it, or more
_BYTES = 4  # of a pixel


class RowPictures:
    """The rows painted last, each under a key that holds everything it shows; the least used go first."""

    def __init__(self) -> None:
        self._cache: dict[Hashable, QPixmap] = {}
        self._bytes = 0

    def forget(self) -> None:
        """Paint every row again, because fonts are others."""
        self._cache.clear()
        self._bytes = 0

    def draw(
        self, painter: QPainter, rect: QRect, key: Hashable, ground: QColor, paint: Callable[[QPainter, QRect], object]
    ) -> None:
        """Draw a row on its ground: as it was painted under the same key, or as `paint` does now.

        `paint` gets a painter of its own and the rectangle of the row in the coordinates of that.
        """
        scale = painter.device().devicePixelRatioF()
        if scale != round(scale) or rect.isEmpty():  # a picture would not lie on whole pixels of the screen
            painter.fillRect(rect, ground)
            paint(painter, rect)
            return
        size = rect.size() * scale
        whole = (key, size.width(), size.height(), ground.rgb())
        picture = self._cache.pop(whole, None)
        if picture is None:
            picture = QPixmap(size)
            picture.setDevicePixelRatio(scale)
            picture.fill(ground)
            with QPainter(picture) as own:
                paint(own, QRect(0, 0, rect.width(), rect.height()))
            self._bytes += size.width() * size.height() * _BYTES
        self._cache[whole] = picture
        self._make_room()
        painter.drawPixmap(QPointF(rect.topLeft()), picture)

    def _make_room(self) -> None:
        while self._bytes > _MOST and len(self._cache) > 1:
            gone = self._cache.pop(next(iter(self._cache)))
            self._bytes -= gone.width() * gone.height() * _BYTES
