"""Drawing of a quote beside the words of its source, with what differs on a ground of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain import Span
from desktop.text.display import one_line, shorten
from desktop.translation import tr
from desktop.ui import theme
from desktop.ui.source_words import heading_of
from desktop.ui.sources.model import Show
from desktop.ui.widgets.card_painting import Fonts, speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.ui.sources.model import Row, SourceModel

_PAD, _GAP = 12, 3  # pixels around the words, between the lines of a column
_SHOWN = 1500  # code points of a quote or source that are laid out
_COLOUR = {Show.SAME: "verified", Show.DIFFERS: "text", Show.ALTERED: "alert", Show.NOWHERE: "faint"}


def _laid_out(text: str, font: QFont, width: float, marked: Sequence[Span], ground: tuple[str, str]) -> QTextLayout:
    """Break words into lines of a width, spans of them on a ground and underlined."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_range(text, span, ground) for span in marked if len(span) and span.end <= len(text)])
    leading, y = QFontMetricsF(font).lineSpacing() + 1, 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 40.0))
        line.setPosition(QPointF(0, y))
        y += leading
    layout.endLayout()
    return layout


def _range(text: str, span: Span, ground: tuple[str, str]) -> QTextLayout.FormatRange:
    span_format = QTextLayout.FormatRange()
    span_format.start = _units(text[: span.start])
    span_format.length = _units(text[span.start : span.end])
    look = QTextCharFormat()
    look.setForeground(QBrush(QColor(ground[0])))
    look.setBackground(QBrush(QColor(ground[1])))
    look.setFontUnderline(True)
    span_format.format = look
    return span_format


def _units(text: str) -> int:
    """Return how many units of UTF-16 a text has, which is what Qt counts."""
    return len(text.encode("utf-16-le", "replace")) // 2


class SourceDelegate(QStyledItemDelegate):
    """Two columns: the quote as the article prints it, and the words of the source."""

    def __init__(self, model: SourceModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.fonts = Fonts.of_zoom()
        self.width = 600  # of the list, in pixels

    def _columns(self, row: Row) -> tuple[list[QTextLayout], list[QTextLayout]]:
        colours = theme.current()
        width = self.width / 2 - 2 * _PAD
        how = row.place.difference if row.place is not None else None
        words = f"“{row.quote.text.replace(chr(10), ' ')[:_SHOWN]}”"
        heading = f"¶{row.quote.paragraph} · {speaker(row.quote)}"
        gone, new = (colours.gone, colours.gone_ground), (colours.new, colours.new_ground)
        small = self.fonts.small
        left = [_laid_out(heading, small, width, (), gone)]
        own = [Span(edit.other.start + 1, edit.other.end + 1) for edit in how.edits] if how is not None else ()
        left.append(_laid_out(words, self.fonts.words, width, own, gone))
        if row.place is None and row.perhaps is not None:
            there = [_laid_out(heading_of(row.perhaps), small, width, (), new)]
            return left, [*there, _laid_out(row.perhaps.words[:_SHOWN], self.fonts.words, width, (), new)]
        if row.place is None and row.nearest is not None and row.nearest.match.recurs:
            there = [_laid_out(heading_of(row.nearest), small, width, (), new)]
            return left, [*there, _laid_out(row.nearest.words[:_SHOWN], self.fonts.words, width, (), new)]
        if row.place is None:
            return left, [_laid_out(_nothing(row), small, width, (), new)]
        right = [_laid_out(heading_of(row.place), small, width, (), new)]
        marked = [edit.base for edit in how.edits] if how else ()
        right.append(_laid_out(row.place.words[:_SHOWN], self.fonts.words, width, marked, new))
        return left, right

    # Qt

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option
        columns = self._columns(self._model.rows[index.row()])
        height = max(sum(_height(each) + _GAP for each in column) for column in columns)
        return QSize(self.width, round(height) + 2 * _PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, colours = self._model.rows[index.row()], theme.current()
        rect: QRect = option.rect
        painter.save()
        painter.fillRect(rect, colours.colour("ground"))
        half = rect.width() // 2
        for column, left, colour in zip(
            self._columns(row), (rect.left(), rect.left() + half), ("faint", _COLOUR[row.show]), strict=True
        ):
            y = float(rect.top() + _PAD)
            for place, layout in enumerate(column):
                painter.setPen(colours.colour(colour if place == 0 else "text"))
                layout.draw(painter, QPointF(left + _PAD, y))
                y += _height(layout) + _GAP
        painter.setPen(colours.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.left() + half, rect.top(), rect.left() + half, rect.bottom())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(colours.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -2))
        painter.restore()


def _height(layout: QTextLayout) -> float:
    count = layout.lineCount()
    return count * (QFontMetricsF(layout.font()).lineSpacing() + 1)


def _nothing(row: Row) -> str:
    """Say that no source holds the words, and what is nearest; no reproach."""
    absent = tr("— not in the attached sources")
    if row.languages:
        names = ", ".join(QLocale(code).nativeLanguageName() or code for code in row.languages)
        return tr("{said}, which are in another language: {languages}", said=absent, languages=names)
    if row.nearest is None:
        return absent
    near = row.nearest
    words = shorten(near.words, 120)
    return tr(
        "{said}. Nearest: “{words}”, {source}, {place}",
        said=absent,
        words=words,
        source=one_line(near.source.title),
        place=near.where,
    )
