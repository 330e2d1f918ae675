"""Section of the card with other wordings: its rows, the base they are compared with, same or not the same."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.translation import Text, english, number, tr, tr_n
from desktop.ui import theme
from desktop.ui.widgets import card_painting as paint
from desktop.ui.widgets.basics import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from desktop.domain import Quote


# More are in the view of quotes across versions.
_SHOWN = 4


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
        self.setToolTip(tr("Show this quote in its text, beside the chosen one"))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self._spoken())
        self._layout_cache: tuple[int, QTextLayout, float] | None = None

    def _spoken(self) -> str:
        ways = {"gone": tr("not here: {words}"), "new": tr("here: {words}"), "": "{words}"}
        there = [piece for piece in self.wording.pieces if piece.text.strip()]
        changes = "; ".join(ways[piece.change].format(words=piece.text.strip()) for piece in there)
        whose = ", ".join(part for part in (self.wording.outlet, self.wording.doubt) if part)
        return f"{whose}: {changes}. {self.wording.why}"

    def _layout(self, width: int) -> tuple[QTextLayout, float]:
        if self._layout_cache is None or self._layout_cache[0] != width:
            self._layout_cache = (width, *self._break(width))
        return self._layout_cache[1], self._layout_cache[2]

    def _break(self, width: int) -> tuple[QTextLayout, float]:
        head = f"{self.wording.outlet}{f' ({self.wording.doubt})' if self.wording.doubt else ''}: "
        runs = [(head, ""), ("“", ""), *((piece.text, piece.change) for piece in self.wording.pieces), ("”", "")]
        if self.wording.why:
            runs.append((f" · {self.wording.why}", "why"))
        layout = QTextLayout("".join(text for text, _ in runs), paint.Fonts.of_zoom().meta)
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
            self._layout_cache = None

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
    formats, at = [], 0
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
            formats.append(span)
        at += length
    return formats


class RowSection(QWidget):
    """A part of the card: a title with wordings under it, hidden while there are none.

    Signals: quote_requested(object): a quote to be shown where it stands
    """

    quote_requested = Signal(object)

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
            self.quote_requested.emit(sender.wording.quote)


class Base(StrEnum):
    """Which wording the others are compared with."""

    THIS = english("this quote")
    LONGEST = english("the longest wording")
    EARLIEST = english("the earliest wording")
    PRIMARY = english("the primary source")


@dataclass(frozen=True, slots=True)
class Bases:
    """What the others can be compared with, and what they are."""

    chosen: Base = Base.THIS
    primary: str = ""  # uid of the article that a checker named as the primary source of the story
    articles: tuple[tuple[str, str], ...] = ()  # uid and name of each article of the story
    printed: bool = True  # the primary source prints this statement

    @property
    def primary_name(self) -> str:
        return dict(self.articles).get(self.primary, "")

    @property
    def now(self) -> Base:
        """What is compared with where the primary source does not print the statement, or none is named."""
        missing = self.chosen is Base.PRIMARY and not (self.primary and self.printed)
        return Base.THIS if missing else self.chosen

    @property
    def fallback_note(self) -> str:
        if self.chosen is not Base.PRIMARY or self.now is Base.PRIMARY:
            return ""
        if not self.primary:
            return tr("No article of this story is named as its primary source; name one in this menu.")
        return tr("The primary source ({outlet}) does not print this statement.", outlet=self.primary_name)


def _small(text: str, name: str, tip: str) -> QToolButton:
    small = QToolButton()
    small.setObjectName(name)
    small.setText(text)
    small.setToolTip(tip)
    small.setProperty("look", "flat")
    small.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    small.setFont(paint.Fonts.of_zoom().meta)
    small.setStyleSheet("QToolButton { padding: 0 4px; margin: 0; }")
    return small


_SAME = (Text("= Same"), "wording-same", Text("Both report the same utterance; remembered, can be undone"))
_OTHER = (Text("≠ Not the same"), "wording-not-same", Text("They report two utterances; remembered, can be undone"))
_BACK = (Text("Take back"), "wording-take-back", Text("Let the program decide again"))


class WordingAnswers(QWidget):
    """Under another wording: does it report the same utterance? Signals: answered(object): True, False or None"""

    answered = Signal(object)

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 3)
        row.setSpacing(2)
        decision = tr("You said: the same") if wording.decided else tr("You said: not the same")
        if wording.decided is not None:
            row.addWidget(plain_label(decision, "faint", self))
            offers: list[tuple[tuple[Text, str, Text], bool | None]] = [(_BACK, None)]
        else:
            offers = [(_SAME, True), (_OTHER, False)] if wording.doubt else [(_OTHER, False)]
        for (text, name, tip), answer in offers:
            answer_button = _small(str(text), name, str(tip))
            answer_button.setAccessibleName(f"{text}: {wording.outlet}")
            answer_button.clicked.connect(partial(self.answered.emit, answer))
            row.addWidget(answer_button)
        row.addStretch(1)


class WordingList(RowSection):
    """The other wordings of the chosen quote.

    Signals:
        answered(object, object): the quote of another wording, and whether it reports the same (True, False, None)
        base_chosen(object): another Base to compare with
        primary_chosen(object): the uid of the article that is the primary source of the story, or an empty string
    """

    answered = Signal(object, object)
    base_chosen = Signal(object)
    primary_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.base_button = _small("", "wording-base", tr("Choose the wording that the others are compared with"))
        self.base_button.clicked.connect(self._open_menu)
        self._bases = Bases()
        head = QHBoxLayout()
        head.addWidget(self.base_button)
        head.addStretch(1)
        self.column.addLayout(head)
        self.fallen_back = plain_label("", "faint", self)
        self.fallen_back.setObjectName("wording-fallen-back")
        self.fallen_back.setWordWrap(True)
        self.column.addWidget(self.fallen_back)
        self._more = plain_label("", "faint", self)
        self._more.setWordWrap(True)
        self._writable = True
        self.hide()

    def set_writable(self, writable: bool) -> None:  # noqa: FBT001 - as in Qt's own setters
        """Offer answers only where they can be kept."""
        self._writable = writable

    def show_wordings(self, wordings: Sequence[Wording], bases: Bases, origins: int = 0) -> None:
        """Show these in place of the former; `origins` is how many the versions have, 0 if nobody said so."""
        self._bases = bases
        self.base_button.setText(tr("compared with {what} ▾", what=tr(bases.now)))
        sure = any(not wording.doubt for wording in wordings)
        self.base_button.setVisible(sure)
        self.fallen_back.setText(bases.fallback_note)
        self.fallen_back.setVisible(sure and bool(bases.fallback_note))
        shown = [wording for row, wording in enumerate(wordings) if row < _SHOWN or wording.decided is not None]
        self.show_parts([part for wording in shown[: 2 * _SHOWN] for part in self._wording(wording)])
        self.column.addWidget(self._more)
        rest = len(wordings) - len(shown[: 2 * _SHOWN])
        self._more.setText(tr("{number} more in Quotes across versions", number=number(rest)) if rest > 0 else "")
        self._more.setVisible(rest > 0)
        self.title.setText(title([wording for wording in wordings if not wording.own], origins))
        self.setVisible(bool(wordings))

    def _wording(self, wording: Wording) -> list[QWidget]:
        row = self.row(wording, "quote-wording")
        if wording.own or not self._writable:
            return [row]
        answers = WordingAnswers(wording, self)
        answers.answered.connect(partial(self.answered.emit, wording.quote))
        return [row, answers]

    def make_menu(self) -> QMenu:
        """The wordings that can be compared with, and which article is the primary source."""
        menu = QMenu(self)
        menu.setObjectName("wording-base-menu")
        for base in Base:
            named = f" ({self._bases.primary_name})" if base is Base.PRIMARY and self._bases.primary else ""
            action = menu.addAction((tr("Compare with {what}", what=tr(base)) + named).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(base is self._bases.chosen)
            action.setEnabled(base is not Base.PRIMARY or bool(self._bases.primary))
            action.triggered.connect(partial(self.base_chosen.emit, base))
        menu.addSeparator()
        menu.addMenu(self._primary_menu(menu))
        return menu

    def _primary_menu(self, parent: QMenu) -> QMenu:
        menu = QMenu(tr("&Primary source of this story"), parent)
        menu.setObjectName("primary-source-menu")
        menu.setEnabled(self._writable and bool(self._bases.articles))
        for uid, name in (*self._bases.articles, ("", tr("None named"))):
            action = menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(uid == self._bases.primary)
            action.triggered.connect(partial(self.primary_chosen.emit, uid))
        return menu

    def _open_menu(self) -> None:
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.base_button.mapToGlobal(self.base_button.rect().bottomLeft()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen = painter.pen()
        pen.setColor(theme.current().colour("line"))
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(0, 0, self.width(), 0)


def title(wordings: Sequence[Wording], origins: int = 0) -> str:
    """Count where the statement is printed too, of how many origins that is, and in how many other words."""
    if not wordings:
        return ""
    sure = [wording for wording in wordings if not wording.doubt]
    places = len({wording.quote.version_id for wording in sure or wordings})
    where = tr_n("{count} version", "{count} versions", places)
    if not sure:
        return tr("Something alike in {where}", where=where)
    if origins:
        of_origins = tr_n("{count} origin in all", "{count} origins in all", origins)
        where = f"{where} · {of_origins}"
    other = len({wording.quote.text for wording in sure if wording.reworded})
    how = tr_n("{count} other wording", "{count} other wordings", other) if other else tr("same words")
    return tr("Also in {where} · {how}", where=where, how=how)
