"""Bar chart: lines with a name and bars of one or several colours, painted on the screen and on paper alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.text.display import shorten
from desktop.translation import number
from desktop.ui import theme
from desktop.ui.widgets.basics import bold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QPaintEvent

    from desktop.ui.theme import Theme

_NAME = 0.34  # of the width, for the names
_SIGNS = 0.26  # of the width, for the counts behind a bar


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: how many, its colour in the theme, the sign before its count, and its words for the ear."""

    count: int
    colour: str
    sign: str
    words: str


@dataclass(frozen=True, slots=True)
class ChartLine:
    """A line of a chart."""

    name: str
    segments: tuple[Segment, ...]

    @property
    def total(self) -> int:
        return sum(segment.count for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Chart:
    """A title, lines, and what to say below or where there are none."""

    title: str
    lines: tuple[ChartLine, ...]
    note: str = ""

    @property
    def spoken(self) -> str:
        """The chart in words."""
        lines = [f"{line.name}: {', '.join(segment.words for segment in line.segments if segment.count)}"
                 for line in self.lines]  # fmt: skip
        return "\n".join([self.title, *lines, *([self.note] if self.note else [])])


class ChartPainter:
    """Paints charts with one painter, font and theme; lengths are those of the painter's device."""

    def __init__(self, painter: QPainter, font: QFont, colours: Theme, *, mirrored: bool = False) -> None:
        self._painter = painter
        self._font = font
        self._colours = colours
        self._mirrored = mirrored
        self._metrics = QFontMetricsF(font, painter.device())

    def paint(self, chart: Chart, x: float, y: float, width: float) -> None:
        """Paint a chart with its upper left corner at x, y."""
        line_height = self._line()
        self._words(bold(self._font), "text", QRectF(x, y, width, line_height), chart.title, x, width)
        y += line_height * 1.15
        longest = max((line.total for line in chart.lines), default=0)
        for line in chart.lines:
            self._paint_line(line, longest, x, y, width)
            y += line_height
        if chart.note:
            self._words(self._font, "faint", QRectF(x, y, width, line_height), chart.note, x, width)

    def height(self, chart: Chart) -> float:
        return self._line() * (1.4 + len(chart.lines) + bool(chart.note))

    def _line(self) -> float:
        return self._metrics.lineSpacing() * 1.35

    def _paint_line(self, line: ChartLine, longest: int, x: float, y: float, width: float) -> None:
        high = self._line()
        room = width * (1 - _NAME - _SIGNS)
        box = QRectF(x, y, width * _NAME - high / 3, high)
        self._words(self._font, "text", box, line.name, x, width)
        at = x + width * _NAME
        for segment in line.segments:
            long = room * segment.count / max(1, longest)
            if segment.count:
                bar = QRectF(at, y + high * 0.2, max(1.0, long), high * 0.6)
                self._painter.fillRect(self._placed(bar, x, width), QColor(getattr(self._colours, segment.colour)))
            at += long
        self._paint_counts(line, at + high / 3, y, x, width)

    def _paint_counts(self, line: ChartLine, at: float, y: float, x: float, width: float) -> None:
        for segment in line.segments:
            if segment.count:
                words = f"{segment.sign} {number(segment.count)}".strip()
                wide = self._metrics.horizontalAdvance(words) + 2
                self._words(self._font, segment.colour, QRectF(at, y, wide, self._line()), words, x, width)
                at += wide + self._line() / 3

    def _words(self, font: QFont, colour: str, box: QRectF, words: str, x: float, width: float) -> None:
        self._painter.setFont(font)
        self._painter.setPen(QPen(QColor(getattr(self._colours, colour))))
        metrics = QFontMetricsF(font, self._painter.device())
        cut = metrics.elidedText(shorten(words, 200), Qt.TextElideMode.ElideRight, box.width())
        side = Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        self._painter.drawText(self._placed(box, x, width), int(flags), cut)

    def _placed(self, box: QRectF, x: float, width: float) -> QRectF:
        """Mirror a box for languages that run from right to left."""
        if not self._mirrored:
            return box
        return QRectF(2 * x + width - box.right(), box.y(), box.width(), box.height())


class BarChart(QWidget):
    """A chart on the screen; assistive software hears it in words."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.chart = Chart("", ())

    def show_chart(self, chart: Chart) -> None:
        self.chart = chart
        self.setAccessibleName(chart.spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = 1.6 + len(self.chart.lines) + bool(self.chart.note)
        return QSize(480, round(QFontMetricsF(self.font()).lineSpacing() * 1.35 * lines) + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        ChartPainter(painter, self.font(), theme.current(), mirrored=mirrored).paint(self.chart, 4, 2, self.width() - 8)
        if self.hasFocus():
            painter.setPen(QPen(theme.current().colour("accent"), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def paint_pages(device: object, title: str, charts: Sequence[Chart], font: QFont, *, mirrored: bool = False) -> None:
    """Paint charts on the pages of a printer or PDF, in the colours of paper; one that has no room begins a page."""
    from PySide6.QtGui import QPagedPaintDevice

    assert isinstance(device, QPagedPaintDevice)
    painter = QPainter(device)
    pen = ChartPainter(painter, font, theme.LIGHT, mirrored=mirrored)
    width, bottom = float(painter.viewport().width()), float(painter.viewport().height())
    y = 0.0
    for chart in (Chart(title, ()), *charts):
        high = pen.height(chart)
        if y and y + high > bottom:
            device.newPage()
            y = 0.0
        pen.paint(chart, 0, y, width)
        y += high + pen.height(Chart("", ())) / 2
    painter.end()
