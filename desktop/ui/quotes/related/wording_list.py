"""Section of the card with other wordings: the base they are compared with, same or not the same."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from desktop.text.display import amount
from desktop.ui import theme
from desktop.ui.quotes.related.wording_row import RowSection, Wording
from desktop.ui.widgets import card_painting as paint
from desktop.ui.widgets.basics import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

# More are in the view of quotes across versions.
_SHOWN = 4


class Base(StrEnum):
    """Which wording the others are compared with."""

    THIS = "this quote"
    LONGEST = "the longest wording"
    EARLIEST = "the earliest wording"
    PRIMARY = "the primary source"


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
            return "No article of this story is named as its primary source; name one in this menu."
        return f"The primary source ({self.primary_name}) does not print this statement."


def _small(text: str, name: str, tip: str) -> QToolButton:
    made = QToolButton()
    made.setObjectName(name)
    made.setText(text)
    made.setToolTip(tip)
    made.setProperty("look", "flat")
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setFont(paint.Fonts.made().meta)
    made.setStyleSheet("QToolButton { padding: 0 4px; margin: 0; }")
    return made


_SAME = ("= Same", "wording-same", "Both report the same utterance; remembered, can be undone")
_OTHER = ("≠ Not the same", "wording-not-same", "They report two utterances; remembered, can be undone")
_BACK = ("Take back", "wording-take-back", "Let the program decide again")


class WordingAnswers(QWidget):
    """Under another wording: does it report the same utterance? Signals: answered(object): True, False or None"""

    answered = Signal(object)

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 3)
        row.setSpacing(2)
        decision = "You said: the same" if wording.decided else "You said: not the same"
        if wording.decided is not None:
            row.addWidget(plain_label(decision, "faint", self))
            offers: list[tuple[tuple[str, str, str], bool | None]] = [(_BACK, None)]
        else:
            offers = [(_SAME, True), (_OTHER, False)] if wording.doubt else [(_OTHER, False)]
        for (text, name, tip), answer in offers:
            made = _small(text, name, tip)
            made.setAccessibleName(f"{text}: {wording.outlet}")
            made.clicked.connect(partial(self.answered.emit, answer))
            row.addWidget(made)
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
        self.base_button = _small("", "wording-base", "Choose the wording that the others are compared with")
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
        self.base_button.setText(f"compared with {bases.now} ▾")
        sure = any(not wording.doubt for wording in wordings)
        self.base_button.setVisible(sure)
        self.fallen_back.setText(bases.fallback_note)
        self.fallen_back.setVisible(sure and bool(bases.fallback_note))
        shown = [wording for row, wording in enumerate(wordings) if row < _SHOWN or wording.decided is not None]
        self.show_parts([part for wording in shown[: 2 * _SHOWN] for part in self._wording(wording)])
        self.column.addWidget(self._more)
        rest = len(wordings) - len(shown[: 2 * _SHOWN])
        self._more.setText(f"{rest} more in Quotes across versions" if rest > 0 else "")
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
            action = menu.addAction(f"Compare with {base}{named}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(base is self._bases.chosen)
            action.setEnabled(base is not Base.PRIMARY or bool(self._bases.primary))
            action.triggered.connect(partial(self.base_chosen.emit, base))
        menu.addSeparator()
        menu.addMenu(self._primary_menu(menu))
        return menu

    def _primary_menu(self, parent: QMenu) -> QMenu:
        menu = QMenu("&Primary source of this story", parent)
        menu.setObjectName("primary-source-menu")
        menu.setEnabled(self._writable and bool(self._bases.articles))
        for uid, name in (*self._bases.articles, ("", "None named")):
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
    where = amount(places, "version")
    if not sure:
        return f"Something alike in {where}"
    if origins:
        where += f" · {amount(origins, 'origin')} in all"
    other = len({wording.quote.text for wording in sure if wording.reworded})
    how = {0: "same words", 1: "1 other wording"}.get(other, f"{other} other wordings")
    return f"Also in {where} · {how}"
