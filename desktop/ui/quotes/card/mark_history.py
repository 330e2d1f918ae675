"""Marks and other events of a quote in sentences: who, when, from which status to which."""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.domain import Act, Mark, OpenReason, Status
from desktop.store.records.entries import EntryKind
from desktop.text.display import one_line, shorten
from desktop.translation import Text, tr, tr_n
from desktop.ui.status_words import KIND_WORD, STATUS_WORD, reason_words
from desktop.ui.widgets.basics import plain_label
from desktop.ui.widgets.date_words import moment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from desktop.store.queries.quote_events import QuoteEvent

# Older ones are in the log; a card is no place for hundreds of lines.
_SHOWN = 40
_FIELDS = {"note": Text("note"), "evidence": Text("evidence"), "reason": Text("reason"), "basis": Text("basis")}
_EVENTS = {
    EntryKind.QUOTE_RESIZED: Text("Ends moved"),
    EntryKind.QUOTE_DELETED: Text("Quote deleted"),
    EntryKind.QUOTE_RESTORED: Text("Quote brought back"),
    EntryKind.ARTICLE_DELETED: Text("Article put in the trash"),
    EntryKind.ARTICLE_RESTORED: Text("Article brought back from the trash"),
    EntryKind.ARTICLE_MOVED: Text("Article moved to another story"),
    EntryKind.VERSION_PLACED: Text("Version put into another article"),
    EntryKind.VERSION_PLACED_BACK: Text("Version put back into its former article"),
    EntryKind.STORY_LOCKED: Text("Story locked"),
    EntryKind.STORY_REOPENED: Text("Story reopened"),
}


def local_time(at: datetime) -> str:
    """Say a time as the clock on the wall does; the day too, unless it is today."""
    return moment(at)


def _who(checker: str, me: str) -> str:
    return tr("you") if checker == me and me else checker or tr("nobody named")


def sentence(mark: Mark, before: Mark | None, me: str) -> str:
    """Say what one mark did, seen from the mark before it."""
    former = before.status if before is not None else Status.UNVERIFIED
    step = f"{STATUS_WORD[former]} → {STATUS_WORD[mark.status]}"
    by, when = _who(mark.checker, me), local_time(mark.at)
    match mark.act:
        case Act.NOTE:
            described = tr("{what}, by {who}, {when}", what=_changed(mark, before), who=by, when=when)
        case Act.UNDO:
            described = tr("Taken back by {who}, {when} · {step}", who=by, when=when, step=step)
        case Act.CARRIED:
            described = tr(
                "Carried over from an earlier version with the same words, {when} · {status}",
                when=when,
                status=STATUS_WORD[mark.status],
            )
        case Act.SETTLED:
            described = tr("Settled by {who}, {when} · {step}", who=by, when=when, step=step)
        case _ if mark.reason == OpenReason.COULD_NOT_CONFIRM:
            described = tr("Tried and not confirmed by {who}, {when}", who=by, when=when)
        case _ if mark.status is former is Status.UNVERIFIED:
            described = tr("Left unverified by {who}, {when}", who=by, when=when)
        case _:
            word = STATUS_WORD[mark.status]
            described = tr("{status} by {who}, {when} · {step}", status=word, who=by, when=when, step=step)
    return described


def _changed(mark: Mark, before: Mark | None) -> str:
    was = {name: getattr(before, name) if before else "" for name in _FIELDS}
    changed = [str(words) for name, words in _FIELDS.items() if getattr(mark, name) != was[name]]
    return tr("{what} changed", what=", ".join(changed) or _FIELDS["note"]).capitalize()


def details(mark: Mark) -> str:
    """Reason or basis, note and evidence of a mark, one line each."""
    why = mark.basis if mark.status is Status.VERIFIED else mark.reason
    return "\n".join(part for part in (reason_words(why), mark.note, mark.evidence) if part)


def _mark_line(mark: Mark, before: Mark | None, me: str) -> tuple[str, str]:
    return sentence(mark, before, me), details(mark)


def _event_line(event: QuoteEvent, me: str, *, by_hand: bool) -> str:
    by = _who(event.checker, me)
    what, when = event_in_words(event, by_hand=by_hand), local_time(event.at)
    return tr("{what} · by {who}, {when}", what=what, who=by, when=when)


def event_in_words(event: QuoteEvent, *, by_hand: bool) -> str:
    """Say what was done, without who and when; `by_hand`: the quote was made by a checker."""
    if event.kind == EntryKind.QUOTE_ADDED:
        return tr("Added") if by_hand else tr("Found in a passage that had been hidden")
    if event.kind == EntryKind.QUOTE_ATTRIBUTED:
        return _corrected(event.body)
    return next((str(words) for kind, words in _EVENTS.items() if event.kind == kind), event.kind.capitalize())


def _corrected(body: Mapping[str, object]) -> str:
    was = body.get("was")
    former = was if isinstance(was, dict) else {}
    before, now = _speaker(former.get("attribution")), _speaker(body.get("attribution"))
    changes = [
        f"{name}: {_or_none(old)} → {_or_none(new)}"
        for name, old, new in (
            (tr("Speaker"), before[0], now[0]),
            (tr("Role"), before[1], now[1]),
            (tr("Kind"), _kind(former.get("kind")), _kind(body.get("kind"))),
        )
        if old != new
    ]
    return " · ".join(changes) or tr("Speaker corrected")


def _speaker(attribution: object) -> tuple[str, str]:
    if not isinstance(attribution, dict):
        return "", ""
    name = attribution.get("person") or attribution.get("speaker") or ""
    return one_line(str(name)), one_line(str(attribution.get("role", "")))


def _kind(value: object) -> str:
    return next((str(words) for kind, words in KIND_WORD.items() if kind == value), str(value or ""))


def _or_none(words: str) -> str:
    return shorten(words, 60) if words else tr("none")


class History(QWidget):
    """The newest entry, and on demand all of them.

    Signals: grown(): the height changed
    """

    grown = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: list[tuple[str, str]] = []  # newest first: a sentence, and what more there is to it
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
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self._newest, 1)
        row.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)
        self._column.addWidget(self._entries)

    def show_entries(
        self, marks: Sequence[Mark], events: Sequence[QuoteEvent], me: str, *, fold: bool, by_hand: bool
    ) -> None:
        """Show marks and the other events, each newest first."""
        befores = [*marks[1:], None][: len(marks)]
        entries = [(mark.at, _mark_line(mark, before, me)) for mark, before in zip(marks, befores, strict=True)]
        others = [(each.at, (_event_line(each, me, by_hand=by_hand), "")) for each in events]
        self._lines = [words for _, words in merge(entries, others, key=lambda each: each[0], reverse=True)]
        if fold:
            self._unfold.setChecked(False)
        self._newest.setText(self._lines[0][0] if self._lines else "")
        self._unfold.setVisible(bool(self._lines))
        self._fold(self._unfold.isChecked())

    def _fold(self, unfolded: bool) -> None:  # noqa: FBT001 - a slot of toggled(bool)
        count = len(self._lines)
        entries = tr_n("{count} entry", "{count} entries", count)
        self._unfold.setText(f"{entries} {'▴' if unfolded else '▾'}")
        self._unfold.setAccessibleName(
            tr("History, {entries}, shown", entries=entries)
            if unfolded
            else tr("History, {entries}, folded", entries=entries)
        )
        self._entries.setText(self._all() if unfolded else "")
        self._entries.setVisible(unfolded and count > 0)
        self._newest.setVisible(not unfolded and count > 0)
        self.grown.emit()

    def _all(self) -> str:
        lines = [f"{line}\n{more}" if more else line for line, more in self._lines[:_SHOWN]]
        if len(self._lines) > _SHOWN:
            older = len(self._lines) - _SHOWN
            lines.append(tr_n("{count} older entry is in the log.", "{count} older entries are in the log.", older))
        return "\n\n".join(lines)
