"""Back and forward through what was shown: pair of versions, side, chosen quote and the one laid beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain import VerbatimError

if TYPE_CHECKING:
    from desktop.domain import QuoteId, VersionId
    from desktop.ui.session.shown_pair import ShownPair
    from desktop.ui.session.writer import Writer

_KEPT = 100  # places


@dataclass(frozen=True, slots=True)
class Place:
    """What was shown at one time, by ids: any of it may be gone by now."""

    a: VersionId | None
    b: VersionId | None
    side: str  # whose quotes were listed
    quote: QuoteId | None = None
    beside: QuoteId | None = None

    @property
    def pair(self) -> tuple[VersionId | None, VersionId | None, str]:
        return self.a, self.b, self.side


class History(QObject):
    """The places before and after the one that is shown; what one act changes in several steps is one place.

    Signals: changed(): there is something to go back or forward to, or no more
    """

    changed = Signal()

    def __init__(self, writer: Writer, pair: ShownPair) -> None:
        super().__init__(writer)
        self._writer = writer
        self._pair = pair
        self._before: list[Place] = []
        self._after: list[Place] = []
        self._now: Place | None = None
        self._settled = QTimer(self, interval=0, singleShot=True)
        self._settled.timeout.connect(self._record)
        pair.changed.connect(self._settled.start)
        pair.side_changed.connect(self._settled.start)
        pair.quote_selected.connect(self._settled.start)

    @property
    def can_go_back(self) -> bool:
        return bool(self._before)

    @property
    def can_go_forward(self) -> bool:
        return bool(self._after)

    def clear(self) -> None:
        """Forget all: another desk is open, or none."""
        self._settled.stop()
        self._before, self._after, self._now = [], [], None
        self.changed.emit()

    def back(self) -> None:
        """Show what was shown before, as far as it is still there."""
        self._go(self._before, self._after)

    def forward(self) -> None:
        """Show again what `back` left."""
        self._go(self._after, self._before)

    def _go(self, source: list[Place], other: list[Place]) -> None:
        self._record()
        while source:
            place = source.pop()
            if self._is_there(place):
                if self._now is not None:
                    other.append(self._now)
                self._show(place)
                self._settled.stop()
                self._now = self._place()
                break
        self.changed.emit()

    def _record(self) -> None:
        """Take up what is shown; another quote of the same pair belongs to the same place."""
        self._settled.stop()
        place, now = self._place(), self._now
        if self._writer.desk is None or place.a is None:
            return
        self._now = place
        if now is not None and place.pair != now.pair:
            self._before = [*self._before, now][-_KEPT:]
            self._after.clear()
            self.changed.emit()

    def _place(self) -> Place:
        pair, beside = self._pair, self._pair.beside
        a, b = (version.id if version is not None else None for version in (pair.a, pair.b))
        chosen = pair.selected.id if pair.selected is not None else None
        return Place(a, b, pair.side, chosen, beside.id if beside is not None else None)

    def _is_there(self, place: Place) -> bool:
        desk = self._writer.desk
        if desk is None:
            return False
        try:
            versions = [desk.version(each) for each in (place.a, place.b) if each is not None]
            return not any(desk.article(version.info.article_id).deleted for version in versions)
        except (VerbatimError, LookupError):
            return False

    def _show(self, place: Place) -> None:
        quote = self._writer.quote_now(place.quote) if place.quote is not None else None
        beside = self._writer.quote_now(place.beside) if place.beside is not None else None
        there = quote if quote is not None and not quote.deleted else None
        self._pair.show_place(place.a, place.b, place.side, there, beside if there is not None else None)
