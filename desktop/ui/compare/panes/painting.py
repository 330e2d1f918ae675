"""Painting of marks: colours of changed words, and grounds, lines, frames and labels under and over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout

from desktop.domain import Status
from desktop.ui import theme
from desktop.ui.compare.layout.layers import Layers, Look
from desktop.ui.compare.layout.page import BlockKind, Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

    from desktop.ui.compare.layout.layers import Frame, Mark, QuoteMark, Tag

QUOTE_PEN = {
    Status.VERIFIED: Qt.PenStyle.SolidLine,
    Status.DISPUTED: Qt.PenStyle.DashLine,
    Status.UNVERIFIED: Qt.PenStyle.DotLine,
}
_GROUND = {Look.GONE: "gone_ground", Look.NEW: "new_ground", Look.MOVED: "moved_ground"}
_COLOUR = {Look.GONE: "gone", Look.NEW: "new", Look.MOVED: "moved", Look.DIM: "faint"}
# All differences in one colour; place, stroke, bar and frame still tell them apart.
_ONE_COLOUR = dict.fromkeys(("gone", "new", "moved"), "accent")
_ONE_COLOUR |= dict.fromkeys(("gone_ground", "new_ground", "moved_ground"), "accent_ground")
_TAG_ROOM = 10.0  # pixels beside the words of a label
_KNOB = 3.6  # pixels: half as wide as the knob of a grip
_APART = 3.0  # pixels between struck words and those that stand instead


class VisibleBlock(NamedTuple):
    """A block on the screen: its number, its laid-out lines, and where its top left corner lies."""

    number: int
    layout: QTextLayout
    origin: QPointF


def tag_font(font: QFont) -> QFont:
    """Return the font of labels beside text in `font`."""
    small = QFont()
    small.setPointSizeF(max(6.0, font.pointSizeF() * 0.68))
    small.setBold(True)
    return small


def boxes(layout: QTextLayout, start: int, end: int) -> list[QRectF]:
    """Return the rectangles of a part of a block, line by line, in the coordinates of its layout."""
    found = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if first >= end:
            break
        if last > start:
            left, right = x_of(line, max(start, first)), x_of(line, min(end, last))
            left, right = min(left, right), max(left, right)
            right = min(right, line.naturalTextRect().right())
            if right > left:
                found.append(QRectF(left, line.y(), right - left, line.height()))
    return found


def x_of(line: QTextLine, column: int) -> float:
    """Return the x of a column; the binding gives it together with the position, and its stub says `object`."""
    answer = line.cursorToX(column)
    return float(answer[0]) if isinstance(answer, tuple) else float(str(answer))


def number_box(block: VisibleBlock, frame: Frame, font: QFont) -> QRectF:
    """Return where the number of a frame stands on the screen: in the margin before its first line."""
    found = boxes(block.layout, frame.start, frame.end)
    if not found:
        return QRectF()
    first = found[0].translated(block.origin)
    width = QFontMetricsF(tag_font(font)).horizontalAdvance(str(frame.number)) + 5
    return QRectF(block.origin.x() + 1, first.top() + 2, max(width, 11.0), first.height() - 4)


class Shading:
    """Gives changed words their colour and, inline, their stroke, and makes room for labels, block by block.

    The formats belong to the layout, not to the document, as those of a syntax highlighter do; but only blocks that are
    looked at are worked out.
    """

    def __init__(self, document: QTextDocument, *, struck: bool) -> None:
        self.document = document
        self._struck = struck
        self._formats: dict[Look, QTextCharFormat] = {}
        self._tag_metrics = QFontMetricsF(QFont())
        self._title, self._note = QTextCharFormat(), QTextCharFormat()
        self._title.setFontWeight(QFont.Weight.Bold)
        self._note.setFontItalic(True)
        self._done: set[int] = set()
        self.layers = Layers()
        self.page = Page([], {})
        self.one_colour = False

    def show_page(self, page: Page, layers: Layers) -> None:
        """Shade another page from now on; the document holds its text already."""
        self.page, self.layers = page, layers
        self._done = set()

    def measure(self, font: QFont) -> None:
        """Take colours from the theme and sizes from a font, and shade again."""
        colours = theme.current()
        self._tag_metrics = QFontMetricsF(tag_font(font))
        self._note.setForeground(colours.colour("faint"))
        for look, name in _COLOUR.items():
            made = QTextCharFormat()
            if look is not Look.DIM:
                made.setForeground(colours.colour(self.colour(name)))
            if self._struck and look is Look.GONE:
                made.setFontStrikeOut(True)
            self._formats[look] = made
        self._done = set()

    def colour(self, name: str) -> str:
        """Return which colour of the theme stands for this one: itself, or the one for all differences."""
        return _ONE_COLOUR.get(name, name) if self.one_colour else name

    def room(self, text: str) -> float:
        """Return the width of a label, in pixels."""
        return self._tag_metrics.horizontalAdvance(text) + _TAG_ROOM

    def shade(self, block: QTextBlock) -> None:
        """Set the formats of a block that has none yet."""
        number = block.blockNumber()
        if number in self._done or number >= len(self.page.blocks):
            return
        self._done.add(number)
        ranges = list(self._ranges(number))
        if ranges or block.layout().formats():
            block.layout().setFormats(ranges)
            self.document.markContentsDirty(block.position(), block.length())

    def _ranges(self, number: int) -> Iterator[QTextLayout.FormatRange]:
        block = self.page.blocks[number]
        marked = self.layers.of(number)
        if block.title or block.kind is BlockKind.NOTE:
            length = len(block.text.encode("utf-16-le")) // 2
            yield _range(0, length, self._title if block.title else self._note)
        for mark in marked.marks:
            yield _range(mark.start, mark.end, self._formats[mark.look])
            if self._struck and mark.look is Look.GONE:
                yield _range(mark.end - 1, mark.end, _widened(_APART))
        for tag in marked.tags:
            yield _range(tag.start, tag.end, _widened(self.room(tag.text)))


def _range(start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, form
    return made


def _widened(room: float) -> QTextCharFormat:
    """Make room behind a character."""
    form = QTextCharFormat()
    form.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    form.setFontLetterSpacing(room)
    return form


class MarkPainter:
    """Draws grounds under the words and lines, frames and labels over them; one for every paint event."""

    _painter: QPainter

    def __init__(self, font: QFont, shading: Shading) -> None:
        self._colours = theme.current()
        self._font = font
        self._shading = shading
        # Ground, bar and outline of a change have the same boxes, and to ask Qt for them is what takes time.
        self._known: dict[tuple[int, int, int], list[QRectF]] = {}

    def use(self, painter: QPainter) -> None:
        """Draw with this painter from now on."""
        self._painter = painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _boxes(self, block: VisibleBlock, start: int, end: int) -> list[QRectF]:
        key = block.number, start, end
        if key not in self._known:
            self._known[key] = [box.translated(block.origin) for box in boxes(block.layout, start, end)]
        return self._known[key]

    def ground(self, block: VisibleBlock, parts: Iterable[tuple[int, int]], colour: str, grow: float = 1.0) -> None:
        """Lay a ground under parts of a block."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colours.colour(colour))
        for start, end in parts:
            for box in self._boxes(block, start, end):
                self._painter.drawRoundedRect(box.adjusted(-1, -grow, 1, grow), 2.5, 2.5)

    def grounds(self, block: VisibleBlock, marks: Iterable[Mark]) -> None:
        for mark in marks:
            if mark.look in _GROUND:
                self.ground(block, [(mark.start, mark.end)], self._shading.colour(_GROUND[mark.look]))

    def bars(self, block: VisibleBlock, marks: Iterable[Mark], *, struck: bool) -> None:
        """Draw the bar under changed words; dotted where it does not count."""
        for mark in marks:
            if mark.look is Look.MOVED or (struck and mark.look is Look.GONE):
                continue
            faint = mark.look is Look.DIM
            pen = QPen(self._colours.colour(self._shading.colour(_COLOUR[mark.look])), 1.0 if faint else 1.4)
            pen.setStyle(Qt.PenStyle.DotLine if faint else Qt.PenStyle.SolidLine)
            self._painter.setPen(pen)
            for box in self._boxes(block, mark.start, mark.end):
                self._painter.drawLine(QPointF(box.left(), box.bottom()), QPointF(box.right(), box.bottom()))

    def quote_lines(self, block: VisibleBlock, quotes: Iterable[QuoteMark]) -> None:
        """Underline quotes in the colour and the line of their status, below the bars of changes."""
        for quote in quotes:
            pen = QPen(self._colours.status(quote.status), 1.8, QUOTE_PEN[quote.status])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            self._painter.setPen(pen)
            for box in self._boxes(block, quote.start, quote.end):
                y = round(box.bottom()) + 3.0
                self._painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def frames(self, block: VisibleBlock, frames: Iterable[Frame]) -> None:
        """Draw the dotted frame of moved text and its number in the margin."""
        for frame in frames:
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            colour, ground = self._shading.colour("moved"), self._shading.colour("moved_ground")
            self._painter.setPen(QPen(self._colours.colour(colour), 1.0, Qt.PenStyle.DotLine))
            for box in self._boxes(block, frame.start, frame.end):
                self._painter.drawRect(box.adjusted(-1.5, -1, 1.5, 1))
            if frame.first:
                self._label(number_box(block, frame, self._font), str(frame.number), colour, ground)

    def picked_bar(self, block: VisibleBlock) -> None:
        """Draw the bar beside the passage picked to be paired."""
        height = sum(block.layout.lineAt(number).height() for number in range(block.layout.lineCount()))
        self._painter.fillRect(
            QRectF(block.origin.x() + 5, block.origin.y(), 4, height), self._colours.colour("accent")
        )

    def outline(self, block: VisibleBlock, parts: Iterable[tuple[int, int]]) -> None:
        """Draw the frame of the current change; an empty part is a bar at its place."""
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(self._colours.colour("accent"), 1.6))
        for start, end in parts:
            if start == end:
                self._caret(block, start)
            for box in self._boxes(block, start, end):
                self._painter.drawRoundedRect(box.adjusted(-2, -1.5, 2, 1.5), 3, 3)

    def _caret(self, block: VisibleBlock, column: int) -> None:
        line = block.layout.lineForTextPosition(column)
        if line.isValid():
            top = block.origin + QPointF(x_of(line, column) - 1, line.y())
            self._painter.drawLine(top, top + QPointF(0, line.height()))
            self._painter.drawLine(top + QPointF(-3, line.height()), top + QPointF(3, line.height()))

    def grip(self, bar: QRectF, *, on_top: bool) -> None:
        """Draw a grip: a bar with a knob at its upper or lower end."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colours.colour("accent"))
        self._painter.drawRect(bar)
        knob = QPointF(bar.center().x(), bar.top() if on_top else bar.bottom())
        self._painter.drawEllipse(knob, _KNOB, _KNOB)

    def tags(self, block: VisibleBlock, tags: Iterable[Tag]) -> None:
        """Draw the labels in the room made for them."""
        for tag in tags:
            found = self._boxes(block, tag.start, tag.end)
            if found:
                width = self._shading.room(tag.text)
                box = QRectF(found[-1].right() - width + 2, found[-1].top() + 2, width - 4, found[-1].height() - 4)
                self._label(box, tag.text, "alert", "alert_ground")

    def _label(self, box: QRectF, text: str, colour: str, ground: str) -> None:
        edge = QColor(self._colours.colour(colour))
        edge.setAlphaF(0.45)
        self._painter.setPen(QPen(edge, 1.0))
        self._painter.setBrush(self._colours.colour(ground))
        self._painter.drawRoundedRect(box, 3, 3)
        self._painter.setPen(self._colours.colour(colour))
        self._painter.setFont(tag_font(self._font))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
