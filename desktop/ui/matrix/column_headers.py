"""Column headers of the view of quotes across versions: outlet or headline, date, the letters A and B."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView

from desktop.ui import theme
from desktop.ui.matrix.cell_wordings import day_of, name_of
from desktop.ui.matrix.delegate import PAD
from desktop.ui.widgets.card_painting import Lines
from desktop.ui.widgets.fonts import bold, small

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.ui.matrix.model import MatrixModel

_NAME_LINES = 3
_BADGE = 16


class MatrixHeader(QHeaderView):
    """Outlet or headline in bold, wrapped, with the date under it and the letter A or B."""

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("matrix-header")
        self._matrix = model
        self.letters: dict[int, str] = {}  # by id of the version
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(40)

    def fit(self) -> None:
        """Take the height that the tallest heading needs."""
        self.setFixedHeight(self.needed())

    def needed(self) -> int:
        fine = QFontMetrics(small(self.font())).lineSpacing()
        names = [self._name(section).height for section in range(1, self.count())]
        dated = any(self._day(section) for section in range(1, self.count()))
        base = QFontMetrics(bold(self.font())).lineSpacing()
        return round(max([base, *names]) + 14 + (fine + 3 if dated or self.letters else 0))

    def _name(self, section: int) -> Lines:
        meta = self._matrix.meta(section)
        words = name_of(meta) if meta is not None else "Statement and speaker"
        return Lines(words, bold(small(self.font())), self.sectionSize(section) - 2 * PAD + 4, _NAME_LINES)

    def _day(self, section: int) -> str:
        meta = self._matrix.meta(section)
        return day_of(meta) if meta is not None else ""

    def _paint_foot(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The date, and the letter of a side that shows the version."""
        colours = theme.current()
        letter = self.letters.get(self._matrix.version(section), "")
        font = small(self.font())
        metrics = QFontMetrics(font)
        foot = QRect(rect.left() + PAD, rect.bottom() - 7 - metrics.lineSpacing(), rect.width() - 2 * PAD, 0)
        foot.setHeight(metrics.lineSpacing())
        if letter:
            badge = QRectF(foot.right() - _BADGE + 3, foot.center().y() - _BADGE / 2, _BADGE, _BADGE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour(f"badge_{letter.lower()}"))
            painter.drawRoundedRect(badge, 4, 4)
            painter.setPen(colours.colour("badge_text"))
            painter.setFont(bold(font))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, letter)
            foot.setRight(round(badge.left()) - 3)
        painter.setPen(colours.colour("faint"))
        painter.setFont(font)
        day = self._day(section)
        if metrics.horizontalAdvance(day) > foot.width() and day[-4:].isdigit():
            day = day[:-4].rstrip(" ,")  # the tip has the year
        day = metrics.elidedText(day, Qt.TextElideMode.ElideRight, foot.width())
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, day)

    # Qt

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802 - Qt's own name
        colours = theme.current()
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, colours.colour("ground"))
        painter.setPen(colours.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours.colour("text"))
        name = self._name(section)
        fine = QFontMetrics(small(self.font())).lineSpacing()
        foot = 7 + (fine + 3 if section else 0)
        name.draw(painter, QPointF(rect.left() + PAD, rect.bottom() - foot - name.height))
        if section:
            self._paint_foot(painter, rect, section)
        painter.restore()
