"""What of the open desk is shown: which two versions, compared how, and which quote is chosen?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain import Quote, VerbatimError, Version, VersionId
from desktop.ui.last_pair import last_pair, remember_pair
from desktop.ui.session import pins
from desktop.ui.session.comparisons import Asked, Comparisons

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.desk.open_desk import Desk
    from desktop.text.changes import Comparison, Kind
    from desktop.text.rules import Rules
    from desktop.ui.session.ignore_rules import Scopes
    from desktop.ui.settings import Settings


class OpenPair(QObject):
    """The half of the session that looks: versions A and B, their comparison, the side listed, the chosen quote.

    Signals (facts, past tense; objects travel whole):
        pair_changed(): A or B is another version (or None)
        side_changed(): the quotes listed are those of the other side
        comparison_changed(): `comparison` is another; None while it is being made, coarse if that takes long
        comparing_changed(): `comparing` is another
        quote_selected(object): the chosen Quote or None
        failed(str): one sentence for the user
    """

    pair_changed = Signal()
    side_changed = Signal()
    comparison_changed = Signal()
    comparing_changed = Signal()
    quote_selected = Signal(object)
    failed = Signal(str)

    scopes: Scopes  # which ignore rules hold where; the session has them, for they write

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.desk: Desk | None = None
        self.a: Version | None = None
        self.b: Version | None = None
        self.comparison: Comparison | None = None
        self.kind: Kind | None = None  # None: chosen by measured overlap
        self.rules: Rules | None = None  # those in force; None: nobody made any
        self.pins: pins.Pins = ()  # what was decided by hand about passages of A and B
        self.selected: Quote | None = None
        self.side = "a"  # whose quotes are listed: "a" or "b"
        self._partner: VersionId | None = None  # the B that was asked for
        self._comparisons = Comparisons(self, self._take, self._not_compared, self.comparing_changed.emit)
        self._flushers: list[Callable[[], None]] = []

    # -- which versions -----------------------------------------------------------------------------------------------

    def on_flush(self, flusher: Callable[[], None]) -> None:
        """Ask to be called before anything that must find typed words saved: closing, marking, moving on."""
        self._flushers.append(flusher)

    def flush(self) -> None:
        for flusher in self._flushers:
            flusher()

    def open_last_pair(self) -> None:
        """Show what was shown when the desk was last closed, or else its first articles."""
        if self.desk is None:
            return
        self.compare(*last_pair(self.desk, self.settings))

    def show(self, version_id: VersionId) -> None:
        """Put a version on side A. B stays what was asked for, unless that is the same."""
        former = self.a.id if self.a else None
        if former == version_id:
            return
        other = self._partner if self._partner != version_id else former
        self._set_pair(version_id, other)

    def set_b(self, version_id: VersionId) -> None:
        """Put a version on side B; if it stood on A, the two swap."""
        if self.a is not None and self.a.id == version_id:
            self.swap()
            return
        self._partner = version_id
        self._set_pair(self.a.id if self.a else None, version_id)

    def compare(self, a: VersionId | None, b: VersionId | None) -> None:
        self._partner = b
        self._set_pair(a, b)

    def swap(self) -> None:
        if self.a is not None and self.b is not None:
            self.compare(self.b.id, self.a.id)

    def _set_pair(self, a: VersionId | None, b: VersionId | None) -> None:
        if self.desk is None:
            return
        self.flush()
        try:
            self.a = self.desk.version(a) if a is not None else None
            self.b = self.desk.version(b) if b is not None and b != a else None
        except VerbatimError as error:
            self.failed.emit(str(error))
            return
        remember_pair(self.desk, self.settings, self.a, self.b)
        self.select_quote(None)
        self._read_choices()
        self.pair_changed.emit()
        self.compare_again()

    def _read_choices(self) -> None:
        """Take the rules and pins that were kept for the pair."""
        self.rules = self.scopes.in_force()[1]
        self.pins = pins.pins_of(self.desk, self.a, self.b)

    def reload_pair(self) -> None:
        """Read A and B again, after their cuts or quotes changed."""
        if self.desk is not None:
            self.a = self.desk.version(self.a.id) if self.a else None
            self.b = self.desk.version(self.b.id) if self.b else None
            self.pair_changed.emit()
            self.compare_again()

    def _let_go(self) -> None:
        """Forget what was shown of a desk that is being closed."""
        self._comparisons.cancel()
        self._comparisons.forget()
        self.scopes.forget_views()
        self.a = self.b = self.comparison = self._partner = None

    # -- compared how -------------------------------------------------------------------------------------------------

    def set_kind(self, kind: Kind | None) -> None:
        """Compare as versions or as accounts; None lets the measured overlap decide."""
        self.kind = kind
        self.compare_again()

    def pins_told(self) -> None:
        """Compare with the pins as they are now on the disk (for commands)."""
        self.pins = pins.pins_of(self.desk, self.a, self.b)
        self.compare_again()

    def compare_again(self) -> None:
        """Make the comparison of A and B; long texts are compared in the background."""
        asked = self._asked()
        if asked is None:
            self._comparisons.cancel()
            self._take(None)
        else:
            self._take(self._comparisons.ask(asked))

    def cancel_comparing(self) -> None:
        """Give up the fine comparison in the background; a coarse one takes its place."""
        self._comparisons.give_up()

    def go_on_comparing(self) -> None:
        """Make the fine comparison after all; what is shown stays until it is there."""
        asked = self._asked()
        made = self._comparisons.go_on(asked) if asked is not None else None
        if made is not None:
            self._take(made)

    def _asked(self) -> Asked | None:
        """Return all that the comparison depends on, or None where a side is empty."""
        if self.a is None or self.b is None:
            return None
        return Asked(self.a, self.b, self.kind, self.rules, self.pins)

    @property
    def comparing(self) -> float | None:
        """Say which share, 0 to 1, of the fine comparison is made in the background; None if none is being made."""
        return self._comparisons.share

    def forget_comparisons(self) -> None:
        """Compare again what was compared before, when it is shown next."""
        self._comparisons.forget()

    def _take(self, comparison: Comparison | None) -> None:
        self.comparison = comparison
        self.comparison_changed.emit()

    def _not_compared(self, error: object) -> None:
        self.failed.emit(f"The two texts could not be compared: {error}")

    # -- which quote ---------------------------------------------------------------------------------------------------

    def select_quote(self, quote: Quote | None) -> None:
        """Choose a quote; both texts and the panel follow."""
        if quote is None and self.selected is None:
            return
        self.selected = quote
        self.quote_selected.emit(quote)

    @property
    def listed(self) -> Version | None:
        """The version whose quotes the panel lists."""
        return self.b if self.side == "b" and self.b is not None else self.a

    def set_side(self, side: str) -> None:
        """List the quotes of side "a" or "b"."""
        if side != self.side:
            self.side = side
            self.select_quote(None)
            self.side_changed.emit()

    def show_quote(self, quote: Quote) -> None:
        """Choose a quote wherever it stands: on A, on B, or in a version that is then shown as A."""
        if self.b is not None and quote.version_id == self.b.id:
            self.set_side("b")
        else:
            self.set_side("a")
            self.show(quote.version_id)
        self.select_quote(quote)
