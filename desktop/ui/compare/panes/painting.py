"""Painting of marks: colours of changed words, and grounds, lines, frames and labels under and over them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
    QTextLine,
)

from desktop.domain import Status
from desktop.ui import theme
from desktop.ui.compare.layout.layers import GONE_LOOKS, Layers, Look
from desktop.ui.compare.layout.page import BlockKind, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from PySide6.QtGui import QTextBlock, QTextDocument

    from desktop.ui.compare.layout.layers import Frame, Mark, Marked, QuoteMark, Tag

_UNDERLINE = {
    Status.VERIFIED: QTextCharFormat.UnderlineStyle.SingleUnderline,
    Status.DISPUTED: QTextCharFormat.UnderlineStyle.DashUnderline,
    Status.UNVERIFIED: QTextCharFormat.UnderlineStyle.DotLine,
}
QUOTE_PEN = {
    Status.VERIFIED: Qt.PenStyle.SolidLine,
    Status.DISPUTED: Qt.PenStyle.DashLine,
    Status.UNVERIFIED: Qt.PenStyle.DotLine,
}
_GROUND = {
    Look.GONE: "gone_ground", Look.GONE_WHOLE: "gone_ground", Look.NEW: "new_ground", Look.NEW_WHOLE: "new_ground",
    Look.MOVED: "moved_ground",
}  # fmt: skip
_COLOUR = {
    Look.GONE: "gone", Look.GONE_WHOLE: "gone", Look.NEW: "new", Look.NEW_WHOLE: "new", Look.MOVED: "moved",
    Look.DIM: "faint",
}  # fmt: skip
_FAINT = 0.4  # of the colour: whole sentences and paragraphs
_WHOLE_SIGN = {Look.GONE: "−", Look.NEW: "+"}
# All differences in one colour; place, stroke, bar and frame still tell them apart.
_ONE_COLOUR = dict.fromkeys(("gone", "new", "moved"), "accent")
_ONE_COLOUR |= dict.fromkeys(("gone_ground", "new_ground", "moved_ground"), "accent_ground")
_LEFTWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_TAG_ROOM = 10.0  # pixels beside the words of a label
_KNOB = 3.6  # pixels: half as wide as the knob of a grip
_APART = 3.0  # pixels between struck words and those that stand instead


class VisibleBlock(NamedTuple):
    """A block on the screen: its number, and where its top left corner lies."""

    number: int
    block: QTextBlock
    origin: QPointF

    @property
    def layout(self) -> QTextLayout:
        """The laid-out lines; not to be kept: the binding takes what comes to its address later for the layout."""
        return self.block.layout()


def tag_font(font: QFont) -> QFont:
    """Return the font of labels beside text in `font`."""
    small = QFont()
    small.setPointSizeF(max(6.0, font.pointSizeF() * 0.68))
    small.setBold(True)
    return small


def alert_font(font: QFont) -> QFont:
    """Return the font of alerts beside text in `font`: of the same size."""
    bold = QFont()
    bold.setPointSizeF(font.pointSizeF())
    return bold


def boxes(block: QTextBlock, start: int, end: int) -> list[QRectF]:
    """Return the rectangles of a part of a block, line by line, in the coordinates of its layout."""
    found: list[QRectF] = []
    leftwards = _LEFTWARDS.search(block.text()) is not None  # the layout of a block tells no text
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if first >= end:
            break
        if last > start and leftwards:
            found += _pieces(line, max(start, first), min(end, last))
        elif last > start:
            left, right = x_of(line, max(start, first)), x_of(line, min(end, last))
            left, right = min(left, right), max(left, right)
            right = min(right, line.naturalTextRect().right())
            if right > left:
                found.append(QRectF(left, line.y(), right - left, line.height()))
    return found


def _pieces(line: QTextLine, start: int, end: int) -> Iterator[QRectF]:
    """Yield the rectangles of a part of a line in which some letters run from right to left."""
    inked = [run.boundingRect() for run in line.glyphRuns(start, end - start)]
    reached: list[float] = []
    for left, right in sorted((rect.left(), rect.right()) for rect in inked):
        if reached and left <= reached[1] + 0.5:
            reached[1] = max(reached[1], right)
            continue
        if reached:
            yield QRectF(reached[0], line.y(), reached[1] - reached[0], line.height())
        reached = [left, right]
    if reached and reached[1] > reached[0]:
        yield QRectF(reached[0], line.y(), reached[1] - reached[0], line.height())


def x_of(line: QTextLine, column: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    """Return the x of a column; the binding gives it together with the position, and its stub says `object`."""
    answer = line.cursorToX(column, edge)
    return float(answer[0]) if isinstance(answer, tuple) else float(str(answer))


def number_box(block: VisibleBlock, frame: Frame, font: QFont) -> QRectF:
    """Return where the number of a frame stands on the screen: in the margin before its first line."""
    found = boxes(block.block, frame.start, frame.end)
    if not found:
        return QRectF()
    first = found[0].translated(block.origin)
    width = QFontMetricsF(tag_font(font)).horizontalAdvance(str(frame.number)) + 5
    return QRectF(block.origin.x() + 1, first.top() + 2, max(width, 11.0), first.height() - 4)


def room_of(layout: QTextLayout, tag: Tag, width: float) -> QRectF | None:
    """Return the room that was made for a label at the right of its character, in the coordinates of the layout."""
    line = layout.lineForTextPosition(tag.start)
    if not line.isValid():
        return None
    # What stands before or after may run the other way: only the edges of the character itself tell where it is.
    edge = QTextLine.Edge
    right = max(x_of(line, tag.start, edge.Leading), x_of(line, tag.end - 1, edge.Trailing))
    return QRectF(right - width, line.y(), width, line.height())


_Range = tuple[int, int, QTextCharFormat]  # columns of a block, and what their words get


class Shading:
    """Formats the words of a document, block by block: changes, alerts and quotes, and room for labels.

    The formats belong to the document, which alone are exposed to assistive software. What the painter draws itself is
    given a format that cannot be seen. Only blocks that are looked at are worked out.
    """

    def __init__(self, document: QTextDocument, *, struck: bool) -> None:
        self.document = document
        self._struck = struck
        self._formats: dict[Look, QTextCharFormat] = {}
        self._quote_formats: dict[Status, QTextCharFormat] = {}
        self._tag_metrics = self._alert_metrics = QFontMetricsF(QFont())
        self._title, self._note, self._alert = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        self._title.setFontWeight(QFont.Weight.Bold)
        self._note.setFontItalic(True)
        self.changes = 0  # how often there was something to shade again
        self._done: set[int] = set()
        self._formatted: set[int] = set()  # the blocks whose words have formats of ours
        self.layers = Layers()
        self.page = Page([], {})
        self.quotes: dict[int, list[QuoteMark]] = {}
        self.one_colour = False

    def show_page(self, page: Page, layers: Layers, quotes: dict[int, list[QuoteMark]]) -> None:
        """Shade another page from now on; the document holds its text already."""
        self.page, self.layers, self.quotes = page, layers, quotes
        self._start_again()

    def forget(self) -> None:
        """Shade everything: the text was written again."""
        self._formatted = set()
        self._start_again()

    def _start_again(self) -> None:
        self._done = set()
        self.changes += 1

    def show_quotes(self, quotes: dict[int, list[QuoteMark]]) -> None:
        """Underline other quotes, by block."""
        changed = {number for number in (*quotes, *self.quotes) if quotes.get(number) != self.quotes.get(number)}
        self.quotes = quotes
        if changed:
            self._done -= changed
            self.changes += 1

    def measure(self, font: QFont) -> None:
        """Take colours from the theme and sizes from a font, and shade again."""
        colours = theme.current()
        self._tag_metrics, self._alert_metrics = QFontMetricsF(tag_font(font)), QFontMetricsF(alert_font(font))
        self._note.setForeground(colours.colour("faint"))
        self._alert.setBackground(_unseen(colours.colour("alert_ground")))
        for look, name in _COLOUR.items():
            look_format = QTextCharFormat()
            if look in (Look.GONE, Look.NEW, Look.MOVED):
                look_format.setForeground(colours.colour(self.colour(name)))
            if look in _GROUND:
                look_format.setBackground(_unseen(colours.colour(self.colour(_GROUND[look]))))
            self._formats[look] = look_format
        for status, style in _UNDERLINE.items():
            look_format = QTextCharFormat()
            look_format.setUnderlineStyle(style)
            look_format.setUnderlineColor(_unseen(colours.status(status)))
            look_format.setBackground(_unseen(colours.status(status)))  # of an underline only its presence is exposed
            self._quote_formats[status] = look_format
        self._start_again()

    def colour(self, name: str) -> str:
        """Return which colour of the theme stands for this one: itself, or the one for all differences."""
        return _ONE_COLOUR.get(name, name) if self.one_colour else name

    def room(self, tag: Tag) -> float:
        """Return the width of a label, in pixels."""
        return (self._alert_metrics if tag.alert else self._tag_metrics).horizontalAdvance(tag.text) + _TAG_ROOM

    def shade(self, blocks: Iterable[QTextBlock]) -> None:
        """Set the formats of the blocks that have none yet.

        All in one edit: Qt breaks the lines of a block that is edited alone twice, before and after.
        """
        pending = [block for block in blocks if block.blockNumber() not in self._done]
        edits = [edit for edit in map(self._edit, pending) if edit is not None]
        if not edits:
            return
        # Nobody is to take this for a change of the text: neither the pane, nor a screen reader.
        blocked = self.document.blockSignals(True)
        whole = QTextCursor(self.document)
        whole.beginEditBlock()
        for block, is_formatted, ranges in edits:
            self._format(block, ranges, again=is_formatted)
        whole.endEditBlock()
        self.document.blockSignals(blocked)

    def _edit(self, block: QTextBlock) -> tuple[QTextBlock, bool, list[_Range]] | None:
        """Return what is to be formatted in a block, and whether it was before; None if there is nothing to do."""
        number = block.blockNumber()
        if number >= len(self.page.blocks):
            return None
        self._done.add(number)
        is_formatted = number in self._formatted
        ranges = list(self._ranges(number)) if self.page.blocks[number].text else []
        if not ranges and not is_formatted:
            return None
        self._formatted.add(number)
        return block, is_formatted, ranges

    def _format(self, block: QTextBlock, ranges: Iterable[_Range], *, again: bool) -> None:
        start, keep = block.position(), QTextCursor.MoveMode.KeepAnchor
        cursor = QTextCursor(block)
        if again:
            cursor.setPosition(start + block.length() - 1, keep)  # to move to the end would lay out the block
            cursor.setCharFormat(QTextCharFormat())
        for first, last, form in ranges:
            cursor.setPosition(start + first)
            cursor.setPosition(start + last, keep)
            cursor.mergeCharFormat(form)

    def _ranges(self, number: int) -> Iterator[_Range]:
        block = self.page.blocks[number]
        marked = self.layers.of(number)
        if block.title or block.kind is BlockKind.NOTE:
            length = len(block.text.encode("utf-16-le")) // 2
            yield 0, length, self._title if block.title else self._note
        for mark in marked.marks:
            yield mark.start, mark.end, self._formats[mark.look]
            if self._struck and mark.look in GONE_LOOKS:
                yield mark.end - 1, mark.end, _widened(_APART)
        for quote in self.quotes.get(number, ()):
            yield quote.start, quote.end, self._quote_formats[quote.status]
        for start, end in marked.alerts:
            yield start, end, self._alert
        for tag in marked.tags:
            yield tag.start, tag.end, _widened(self.room(tag))


def _unseen(colour: QColor) -> QColor:
    """Return a colour that is exposed to assistive software, but not visible."""
    transparent = QColor(colour)
    transparent.setAlpha(0)
    return transparent


def _widened(room: float) -> QTextCharFormat:
    """Make room behind a character."""
    form = QTextCharFormat()
    form.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    form.setFontLetterSpacing(room)
    return form


class Strokes:
    """What a painter was told to draw, to be drawn again; a QPicture would set lines and words a little elsewhere."""

    def __init__(self) -> None:
        self._calls: list[tuple[Callable[..., object], tuple[object, ...]]] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        """Keep a call of this method of a painter."""
        method = getattr(QPainter, name)
        return lambda *values: self._calls.append((method, values))

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw it all, seen from a point."""
        if self._calls:
            painter.translate(at)
            for method, values in self._calls:
                method(painter, *values)
            painter.translate(-at)


class MarkPainter:
    """Draws grounds under the words and lines, frames and labels over them."""

    _painter: QPainter | Strokes

    def __init__(self, font: QFont, shading: Shading) -> None:
        self._colours = theme.current()
        self._font = font
        self._shading = shading
        # Ground, bar and outline of a change have the same boxes, and to ask Qt for them is what takes time.
        self._known: dict[tuple[int, int, int], list[QRectF]] = {}

    def use(self, painter: QPainter | Strokes) -> None:
        """Draw with this painter from now on, or keep the strokes; it smooths edges."""
        self._painter = painter

    def _boxes(self, block: VisibleBlock, start: int, end: int) -> list[QRectF]:
        key = block.number, start, end
        if key not in self._known:
            self._known[key] = [box.translated(block.origin) for box in boxes(block.block, start, end)]
        return self._known[key]

    def ground(
        self,
        block: VisibleBlock,
        parts: Sequence[tuple[int, int]],
        colour: str,
        grow: float = 1.0,
        strength: float = 1.0,
    ) -> None:
        """Lay a ground under parts of a block."""
        if not parts:
            return
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._strong(colour, strength))
        for start, end in parts:
            for box in self._boxes(block, start, end):
                self._painter.drawRoundedRect(box.adjusted(-1, -grow, 1, grow), 2.5, 2.5)

    def _strong(self, colour: str, strength: float) -> QColor:
        strong = QColor(self._colours.colour(colour))
        strong.setAlphaF(strength)
        return strong

    def grounds(self, block: VisibleBlock, marked: Marked) -> None:
        """Lay the grounds of changed words: full ones under edits, faint ones under whole sentences and paragraphs."""
        for mark in marked.marks:
            whole = mark.look in (Look.GONE_WHOLE, Look.NEW_WHOLE)
            if mark.look in _GROUND and not (whole and marked.whole is not None):
                colour, strength = self._shading.colour(_GROUND[mark.look]), _FAINT if whole else 1.0
                self.ground(block, [(mark.start, mark.end)], colour, strength=strength)

    def whole_block(self, block: VisibleBlock, look: Look, width: float) -> None:
        """Lay a faint ground under a paragraph that stands in one text only, with a bar and a sign at the margin."""
        ground = self._shading.colour(_GROUND[look])
        colour = self._colours.colour(self._shading.colour(_COLOUR[look]))
        height = sum(block.layout.lineAt(number).height() for number in range(block.layout.lineCount()))
        height = max(height, _bottom(block.layout))
        left, top = block.origin.x(), block.origin.y()
        self._painter.fillRect(QRectF(left + 5, top + 1, width - 10, height), self._strong(ground, _FAINT))
        self._painter.fillRect(QRectF(left + 2, top + 1, 3, height), colour)
        self._painter.setPen(colour)
        self._painter.setFont(tag_font(self._font))
        line = block.layout.lineAt(0)
        box = QRectF(left + 5, top + line.y(), 11, line.height())
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _WHOLE_SIGN[look])

    def bars(self, block: VisibleBlock, marked: Marked, *, struck: bool) -> None:
        """Draw the bar under changed words; dotted where it does not count, thin under whole sentences."""
        for mark in marked.marks:
            if struck and mark.look in GONE_LOOKS:
                self._strike(block, mark)
                continue
            if mark.look is Look.MOVED:
                continue
            whole = mark.look in (Look.GONE_WHOLE, Look.NEW_WHOLE)
            if whole and marked.whole is not None:
                continue  # the bar at the margin says it
            pen = QPen(self._colours.colour(self._shading.colour(_COLOUR[mark.look])))
            pen.setWidthF(1.4 if mark.look in (Look.GONE, Look.NEW) else 1.0)
            pen.setStyle(Qt.PenStyle.DotLine if mark.look is Look.DIM else Qt.PenStyle.SolidLine)
            self._painter.setPen(pen)
            for box in self._boxes(block, mark.start, mark.end):
                self._painter.drawLine(QPointF(box.left(), box.bottom()), QPointF(box.right(), box.bottom()))

    def _strike(self, block: VisibleBlock, mark: Mark) -> None:
        """Strike words through; Qt would draw its own line in the colour of their underline, which is not seen."""
        metrics = QFontMetricsF(self._font)
        self._painter.setPen(QPen(self._colours.colour(self._shading.colour("gone")), 1.2))
        for box in self._boxes(block, mark.start, mark.end):
            y = box.top() + metrics.ascent() - metrics.strikeOutPos()
            self._painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

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

    def outline(self, block: VisibleBlock, parts: Sequence[tuple[int, int]]) -> None:
        """Draw the frame of the current change; an empty part is a bar at its place."""
        if not parts:
            return
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
            room = room_of(block.layout, tag, self._shading.room(tag))
            if room is not None:
                font = alert_font(self._font) if tag.alert else tag_font(self._font)
                box = room.translated(block.origin).adjusted(2, 2, -2, -1)
                self._label(box, tag.text, "alert", "alert_ground", font)

    def _label(self, box: QRectF, text: str, colour: str, ground: str, font: QFont | None = None) -> None:
        edge = QColor(self._colours.colour(colour))
        edge.setAlphaF(0.45)
        self._painter.setPen(QPen(edge, 1.0))
        self._painter.setBrush(self._colours.colour(ground))
        self._painter.drawRoundedRect(box, 3, 3)
        self._painter.setPen(self._colours.colour(colour))
        self._painter.setFont(font or tag_font(self._font))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _bottom(layout: QTextLayout) -> float:
    last = layout.lineAt(layout.lineCount() - 1)
    return last.y() + last.height()
