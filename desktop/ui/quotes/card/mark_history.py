"""What happened to a quote, in sentences: who, when, from what to what?"""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.domain import Act, Mark, Status
from desktop.text.display import amount
from desktop.ui.quotes.happenings import what_happened
from desktop.ui.theme import STATUS_WORD
from desktop.ui.widgets.basics import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from desktop.store.queries.quote_events import QuoteEvent

# Older ones are in the log; a card is no place for hundreds of lines.
_SHOWN = 40


def local_time(at: datetime) -> str:
    """Say a time as the clock on the wall does; the day too, unless it is today."""
    moment = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
    clock = QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)
    if moment.date() == QDateTime.currentDateTime().date():
        return clock
    return f"{QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat)} {clock}"


def _who(checker: str, me: str) -> str:
    return "you" if checker == me and me else checker or "nobody named"


def sentence(mark: Mark, before: Mark | None, me: str) -> str:
    """Say what one mark did, seen from the mark before it."""
    former = before.status if before is not None else Status.UNVERIFIED
    step = f"{STATUS_WORD[former]} → {STATUS_WORD[mark.status]}"
    by, when = _who(mark.checker, me), local_time(mark.at)
    match mark.act:
        case Act.NOTE:
            return f"{_changed(mark, before)} by {by}, {when}"
        case Act.UNDO:
            return f"Taken back by {by}, {when} · {step}"
        case Act.CARRIED:
            return f"Carried over from an earlier version with the same words, {when} · {STATUS_WORD[mark.status]}"
        case Act.SETTLED:
            return f"Settled by {by}, {when} · {step}"
    if mark.status is Status.UNVERIFIED and former is Status.UNVERIFIED:
        return f"Tried and not confirmed by {by}, {when}"
    return f"{STATUS_WORD[mark.status]} by {by}, {when} · {step}"


def _changed(mark: Mark, before: Mark | None) -> str:
    names = ("note", "evidence", "reason", "basis")
    changed = [name for name in names if getattr(mark, name) != (getattr(before, name) if before else "")]
    return (" and ".join(changed) or "note").capitalize() + " changed"


def details(mark: Mark) -> str:
    """Reason or basis, note and evidence of a mark, one line each."""
    why = mark.reason if mark.status is Status.DISPUTED else mark.basis
    return "\n".join(part for part in (why, mark.note, mark.evidence) if part)


def _of_mark(mark: Mark, before: Mark | None, me: str) -> tuple[str, str]:
    return sentence(mark, before, me), details(mark)


def _of_happening(happening: QuoteEvent, me: str, *, by_hand: bool) -> str:
    by = _who(happening.checker, me)
    return f"{what_happened(happening, by_hand=by_hand)} · by {by}, {local_time(happening.at)}"


class History(QWidget):
    """The newest entry, and on demand all of them.

    Signals: grown(): the height changed
    """

    grown = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._told: list[tuple[str, str]] = []  # newest first: a sentence, and what more there is to it
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self._newest = plain_label("", "faint", self)
        self._newest.setObjectName("quote-history-newest")
        self._newest.setWordWrap(True)
        self._unfold = QToolButton(self)
        self._unfold.setObjectName("quote-history")
        self._unfold.setProperty("look", "flat")
        self._unfold.setCheckable(True)
        self._unfold.setStyleSheet("QToolButton { padding: 1px 2px; }")
        self._unfold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._unfold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._unfold.toggled.connect(self._fold)
        self._entries = plain_label("", "faint", self)
        self._entries.setObjectName("quote-history-entries")
        self._entries.setWordWrap(True)
        self._entries.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._entries.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for part in (self._newest, self._unfold, self._entries):
            self._column.addWidget(part)

    def tell(self, marks: Sequence[Mark], beside: Sequence[QuoteEvent], me: str, *, fold: bool, by_hand: bool) -> None:
        """Show marks and what happened beside them, each newest first."""
        befores = [*marks[1:], None][: len(marks)]
        told = [(mark.at, _of_mark(mark, before, me)) for mark, before in zip(marks, befores, strict=True)]
        others = [(each.at, (_of_happening(each, me, by_hand=by_hand), "")) for each in beside]
        self._told = [words for _, words in merge(told, others, key=lambda each: each[0], reverse=True)]
        if fold:
            self._unfold.setChecked(False)
        self._newest.setText(self._told[0][0] if self._told else "")
        self._unfold.setVisible(bool(self._told))
        self._fold(self._unfold.isChecked())

    def _fold(self, unfolded: bool) -> None:  # noqa: FBT001 - a slot of toggled(bool)
        count = len(self._told)
        entries = amount(count, "entry", "entries")
        self._unfold.setText(f"{entries} {'▴' if unfolded else '▾'}")
        self._unfold.setAccessibleName(f"History, {entries}, {'shown' if unfolded else 'folded'}")
        self._entries.setText(self._all() if unfolded else "")
        self._entries.setVisible(unfolded and count > 0)
        self._newest.setVisible(not unfolded and count > 0)
        self.grown.emit()

    def _all(self) -> str:
        told = [f"{line}\n{more}" if more else line for line, more in self._told[:_SHOWN]]
        if len(self._told) > _SHOWN:
            told.append(f"{len(self._told) - _SHOWN} older entries are in the log.")
        return "\n\n".join(told)
