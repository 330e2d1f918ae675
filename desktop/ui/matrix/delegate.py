"""Painting of cells of the view of quotes across versions, and heights of its rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain import Flag
from desktop.text.display import shorten
from desktop.text.statements import CellKind
from desktop.translation import tr, tr_n
from desktop.ui import theme
from desktop.ui.matrix.cell_wordings import Reading, present, speaker_line
from desktop.ui.status_words import STATUS_SIGN
from desktop.ui.widgets.basics import bold, small
from desktop.ui.widgets.card_painting import Lines

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop.domain import Quote
    from desktop.text.statements import Row
    from desktop.ui.matrix.model import Index, MatrixModel
    from desktop.ui.theme import Theme

PAD = 8
_EDGE = 5  # beside a pill
_INSET = 4  # inside it
_THIN = "\u202f"  # keeps a sign and its word together
_LINES = 3
_LIMITS = {"words": _LINES, "fine": 1, "strong": 2}  # lines of a text in each font
_LAYOUT_LIMIT = 400  # code points of a statement of which the first lines are broken
_CACHE_SIZE = 6000  # broken texts in the cache
_PAINTED = 1500  # painted pills in the cache
_CHIP = 24  # width of a status sign
_SIGNS = 3  # status signs in one cell
_CHANGED = "↺"  # after the signs, where a quote was changed since it was marked

# A shape before the word, so that the kind reads without colour.
LOOK = {
    CellKind.SAME: ("=", "verified"),
    CellKind.WORDS: ("~", "new"),
    CellKind.SHORTENED: ("‹", "moved"),
    CellKind.LONGER: ("›", "new"),
    CellKind.ALTERED: ("!", "disputed"),
    CellKind.BROKEN: ("”", "alert"),
}


@dataclass(frozen=True)
class Fonts:
    """The fonts of the table, made once for each size of the program's font."""

    words: QFont
    plain: QFont
    fine: QFont
    strong: QFont
    fine_height: int
    strong_height: int
    ascent: int  # of the plain font

    @classmethod
    def of_zoom(cls, zoom: int = 100) -> Fonts:
        """Make them again; what was said is enlarged by `zoom` (per cent), what is said about it is not."""
        plain = QApplication.font()
        fine, strong = small(plain), bold(small(plain))
        heights = (QFontMetrics(fine).lineSpacing(), QFontMetrics(strong).lineSpacing(), QFontMetrics(plain).ascent())
        return cls(theme.reading_font(round(95 * zoom / 100)), plain, fine, strong, *heights)


class MatrixDelegate(QStyledItemDelegate):
    """Paint words and speaker in the first column, kind and status in the others.

    Broken lines and painted pills are cached: a frame of scrolling only puts them in their places.
    """

    def __init__(self, model: MatrixModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._broken: dict[tuple[str, str, int], Lines] = {}
        self._pills: dict[tuple[object, ...], QPixmap] = {}
        self._zoom = 100
        self.fonts = Fonts.of_zoom()
        self._colours = theme.current()
        self.row = -1  # the current cell
        self.column = -1
        self.focused = False

    def refresh(self) -> None:
        """Take the program's font and colours as they are now."""
        self.fonts = Fonts.of_zoom(self._zoom)
        self._broken.clear()
        self._pills.clear()

    def set_zoom(self, percent: int) -> None:
        """Give the words of statements another size."""
        self._zoom = percent
        self.refresh()

    def _lines(self, text: str, font: str, width: int) -> Lines:
        """Break a text, or take it from the cache; `font` names one of the fonts."""
        key = (text, font, width)
        found = self._broken.get(key)
        if found is None:
            if len(self._broken) >= _CACHE_SIZE:
                self._broken.clear()
            found = self._broken[key] = Lines(text, getattr(self.fonts, font), width, _LIMITS[font])
        return found

    # -- sizes -----------------------------------------------------------------------------------------------------

    def height(self, row: Row, first: int, other: int) -> int:
        """Return the height of a row whose first column is `first` pixels wide and the others `other`.

        Cells that nobody has looked at yet count as one line.
        """
        readings = {reading for reading in self._model.readings_known(row) if reading.kind is not CellKind.ABSENT}
        labels = [self._label(reading, other - 2 * _EDGE - 1).height for reading in readings]
        strong, fine = self.fonts.strong_height, self.fonts.fine_height
        cell = 8 + max(labels, default=strong + 1) + 4 + 5 + strong + 4 + 8
        extra = fine + 4 if self._model.suggested(row) else 0
        statement = 8 + self._words(row, first - 2 * PAD).height + 2 + fine + extra + 9
        return round(max(cell, statement))

    def full_height(self) -> int:
        """Return the height that holds any row."""
        return _LINES * (QFontMetrics(self.fonts.words).lineSpacing() + 1) + 2 * self.fonts.fine_height + 26

    def _words(self, row: Row, width: int) -> Lines:
        return self._lines(f"“{shorten(row.base.text, _LAYOUT_LIMIT)}”", "words", width)

    def _label(self, reading: Reading, width: int) -> Lines:
        """Return sign and word; where both do not fit on one line, the space between them goes."""
        sign, room = LOOK[reading.kind][0], width - 2 * _INSET
        key = (f"{sign}{_THIN}{reading.label}", "strong", room)
        found = self._broken.get(key)
        if found is None:
            first = f"{sign}{_THIN}{reading.label.partition(' ')[0]}"
            fits = QFontMetrics(self.fonts.strong).horizontalAdvance(first) <= room
            found = self._lines(key[0] if fits else f"{sign}{reading.label}", "strong", room)
            self._broken[key] = found
        return found

    # -- painting --------------------------------------------------------------------------------------------------

    def _paint_statement(self, painter: QPainter, rect: QRect, row: Row, colours: Theme) -> None:
        inner = rect.adjusted(PAD, 8, -PAD, -6)
        lines = self._words(row, inner.width())
        painter.setPen(colours.colour("text"))
        lines.draw(painter, QPointF(inner.topLeft()))
        top = inner.top() + round(lines.height) + 2
        painter.setPen(colours.colour("faint"))
        count, origins = present(row), self._model.origins_of(row)
        counts = ""
        if origins < count:
            versions = tr_n("{count} version", "{count} versions", count)
            counts = f" · {versions}, {tr_n('{count} origin', '{count} origins', origins)}"
        speaker = self._lines(speaker_line(row) + counts, "fine", inner.width())
        speaker.draw(painter, QPointF(inner.left(), top))
        found = self._model.suggested(row)
        if found:
            words = tr("≈ Perhaps the same: “{words}”", words=shorten(found[0].other.text, 120))
            words += f" (+{len(found) - 1})" if len(found) > 1 else ""
            painter.setPen(colours.colour("moved"))
            place = QPointF(inner.left(), top + round(speaker.height) + 2)
            self._lines(words, "fine", inner.width()).draw(painter, place)

    def _paint_cell(self, painter: QPainter, rect: QRect, reading: Reading, quotes: list[Quote]) -> None:
        colours = self._colours
        inner = rect.adjusted(_EDGE, 8, -_EDGE - 1, -6)
        if reading.kind is CellKind.ABSENT:
            painter.setPen(colours.colour("faint"))
            painter.drawText(inner.left(), inner.top() + self.fonts.ascent, "—")
            return
        ratio = painter.device().devicePixelRatio()
        pill = self._pill(reading, inner.width(), ratio, colours)
        painter.drawPixmap(inner.topLeft(), pill)
        left, top = inner.left(), inner.top() + round(pill.height() / ratio) + 4
        for quote in quotes[:_SIGNS]:
            painter.drawPixmap(left, top, self._chip(STATUS_SIGN[quote.status], quote.status.value, ratio, colours))
            left += _CHIP + 3
        if any(Flag.CHANGED_SINCE in quote.flags for quote in quotes):
            painter.drawPixmap(left, top, self._chip(_CHANGED, "alert", ratio, colours))
            left += _CHIP + 3
        if len(quotes) > _SIGNS:
            painter.setPen(colours.colour("faint"))
            painter.drawText(left, top + self.fonts.ascent, f"+{len(quotes) - _SIGNS}")

    def _pill(self, reading: Reading, width: int, ratio: float, colours: Theme) -> QPixmap:
        """Return the painted kind and word of a cell."""
        key = (reading, width, ratio, colours.dark)
        if key not in self._pills:
            lines = self._label(reading, width)
            colour = LOOK[reading.kind][1]
            pixmap, painter = _sheet(width, round(lines.height) + 4, ratio)
            _paint_ground(painter, QRectF(0, 0, width, round(lines.height) + 4), colours, colour, 4)
            lines.draw(painter, QPointF(_INSET, 2))
            painter.end()
            self._keep_pill(key, pixmap)
        return self._pills[key]

    def _chip(self, sign: str, colour: str, ratio: float, colours: Theme) -> QPixmap:
        """Return a painted sign: of a status, or that a quote was changed since it was marked."""
        key = (sign, colour, ratio, colours.dark)
        if key not in self._pills:
            height = self.fonts.strong_height + 3
            pixmap, painter = _sheet(_CHIP, height, ratio)
            box = QRectF(0, 0, _CHIP, height)
            _paint_ground(painter, box, colours, colour, height / 2)
            painter.setFont(self.fonts.strong)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)
            painter.end()
            self._keep_pill(key, pixmap)
        return self._pills[key]

    def _keep_pill(self, key: tuple[object, ...], pixmap: QPixmap) -> None:
        if len(self._pills) >= _PAINTED:
            self._pills.clear()
        self._pills[key] = pixmap

    def _paint_frame(self, painter: QPainter, rect: QRect, index: Index, colours: Theme) -> None:
        painter.setPen(colours.colour("line"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if index.row() == self._model.last_shared:
            painter.setPen(colours.colour("faint"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.row() == self.row and index.column() == self.column:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.colour("accent"), 2 if self.focused else 1))
            painter.drawRect(rect.adjusted(1, 1, -2, -2) if self.focused else rect.adjusted(1, 1, -3, -3))

    # Qt

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row_at(index.row())
        if row is None:
            return
        rect: QRect = option.rect
        colours = self._colours = theme.current()
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # words run as their letters do
        painter.setClipRect(rect)
        painter.fillRect(rect, colours.colour("accent_ground" if index.row() == self.row else "ground"))
        column = index.column()
        if column == 0:
            self._paint_statement(painter, rect, row, colours)
        else:
            painter.setFont(self.fonts.plain)
            quotes = self._model.quotes_of(row.cells[column - 1])
            self._paint_cell(painter, rect, self._model.reading(row, column), quotes)
        self._paint_frame(painter, rect, index, colours)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(100, self.full_height())


def _sheet(width: int, height: int, ratio: float) -> tuple[QPixmap, QPainter]:
    """Return an empty picture and a painter on it."""
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return pixmap, painter


def _paint_ground(painter: QPainter, box: QRectF, colours: Theme, colour: str, radius: float) -> None:
    """Paint a rounded ground with a fine edge, and leave the pen in its ink."""
    edge = colours.colour(colour)
    edge.setAlphaF(0.3)
    painter.setPen(edge)
    painter.setBrush(colours.colour(f"{colour}_ground"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(colours.colour(colour))
