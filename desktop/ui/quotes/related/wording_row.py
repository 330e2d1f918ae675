"""Row that draws another wording with the words that differ marked by shape and colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.widgets import card_painting as paint
from desktop.ui.widgets.basics import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from desktop.domain import Quote


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: in both wordings, only in the base wording ("gone"), or only in the other ("new")."""

    text: str
    change: str = ""  # "", "gone" or "new"


@dataclass(frozen=True, slots=True)
class Wording:
    """How another version prints the same statement."""

    quote: Quote
    outlet: str
    pieces: tuple[Piece, ...]
    why: str = ""  # plain words: "identical", "altered fact: place"
    doubt: str = ""  # "perhaps the same", "alike, other speaker"; empty where both surely report one statement
    decided: bool | None = None  # what the checker said: the same, not the same, nothing
    own: bool = False  # the chosen quote itself, compared with another base
    reworded: bool = False  # in other words than the chosen quote, whatever it is compared with


class WordingRow(QAbstractButton):
    """One other wording; pressing it shows the quote where it stands."""

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self.wording = wording
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the list: the check goes on there
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("Show this quote in its text, beside the chosen one")
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self._spoken())
        self._made: tuple[int, QTextLayout, float] | None = None

    def _spoken(self) -> str:
        words = {"gone": "not here: ", "new": "here: ", "": ""}
        said = "; ".join(
            words[piece.change] + piece.text.strip() for piece in self.wording.pieces if piece.text.strip()
        )
        whose = ", ".join(part for part in (self.wording.outlet, self.wording.doubt) if part)
        return f"{whose}: {said}. {self.wording.why}"

    def _layout(self, width: int) -> tuple[QTextLayout, float]:
        if self._made is None or self._made[0] != width:
            self._made = (width, *self._break(width))
        return self._made[1], self._made[2]

    def _break(self, width: int) -> tuple[QTextLayout, float]:
        head = f"{self.wording.outlet}{f' ({self.wording.doubt})' if self.wording.doubt else ''}: "
        runs = [(head, ""), ("“", ""), *((piece.text, piece.change) for piece in self.wording.pieces), ("”", "")]
        if self.wording.why:
            runs.append((f" · {self.wording.why}", "why"))
        layout = QTextLayout("".join(text for text, _ in runs), paint.Fonts.made().meta)
        layout.setFormats(_formats(runs))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        leading = QFontMetricsF(layout.font()).lineSpacing() + 2
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(20, width))
            line.setPosition(QPointF(0, y))
            y += leading
        layout.endLayout()
        return layout, y

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._made = None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._layout(width)[1]) + 2

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 60)))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.current()
        painter.setPen(colours.colour("text"))
        self._layout(self.width())[0].draw(painter, QPointF(0, 1))
        if self.hasFocus():
            painter.setPen(colours.colour("accent"))
            painter.drawRect(QRectF(self.rect()).adjusted(0, 0, -1, -1))


def _formats(runs: Sequence[tuple[str, str]]) -> list[QTextLayout.FormatRange]:
    """Marks for the runs; lengths are UTF-16 units, as Qt counts."""
    colours = theme.current()
    made, at = [], 0
    for text, change in runs:
        length = len(text.encode("utf-16-le")) // 2
        if change:
            form = QTextCharFormat()
            form.setForeground(QColor(colours.faint if change == "why" else getattr(colours, change)))
            if change != "why":
                form.setBackground(QColor(getattr(colours, f"{change}_ground")))
                form.setFontUnderline(change == "new")
                form.setFontStrikeOut(change == "gone")
            span = QTextLayout.FormatRange()
            span.start, span.length, span.format = at, length, form
            made.append(span)
        at += length
    return made


class RowSection(QWidget):
    """A part of the card: a title with wordings under it, hidden while there are none.

    Signals: wanted(object): a quote to be shown where it stands
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 4, 0, 2)
        self.column.setSpacing(4)
        self.title = plain_label("", "title", self)
        self.title.setWordWrap(True)
        self.column.addWidget(self.title)
        self._parts: list[QWidget] = []

    def show_parts(self, parts: Sequence[QWidget]) -> None:
        """Show these in place of the former."""
        for part in self._parts:
            self.column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = list(parts)
        for part in self._parts:
            self.column.addWidget(part)

    def row(self, wording: Wording, name: str) -> WordingRow:
        """Return a row that shows its quote when it is pressed."""
        row = WordingRow(wording, self)
        row.setObjectName(name)
        row.clicked.connect(self._clicked)
        return row

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, WordingRow):
            self.wanted.emit(sender.wording.quote)
