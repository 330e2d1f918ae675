"""Pairing of passages: which answer each other and why, and how the checker decides otherwise by key or menu.

A passage is a paragraph, or some of its sentences, as shown. The one that was last clicked, or chosen with Enter, is
the picked one of its side; two picked passages can be said to answer each other.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.text.changes import Kind
from desktop.translation import Text, tr
from desktop.ui.compare.layout.descriptions import describe_pair, short
from desktop.ui.compare.layout.layers import plain_layer
from desktop.ui.compare.layout.rows import Paragraphs
from desktop.ui.session import pins

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMenu

    from desktop.domain import Span, Version
    from desktop.text.changes import Pair
    from desktop.ui.compare.panes.text_pane import TextPane
    from desktop.ui.session.session import Session

_OTHER = {"a": "b", "b": "a"}
_READ_ONLY = Text("This desk can only be read, so what you decide about passages cannot be kept.")
_VERSIONS = Text("Word by word there are no passages to pair; choose “Compare passages” first.")


class PassagePairing(QObject):
    """The pairs of the comparison on the session, and the verbs on them."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._panes: Sequence[TextPane] = ()
        self._picked: dict[str, int] = {}  # an offset by side
        session.pair.changed.connect(self._picked.clear)

    # -- what is so ------------------------------------------------------------------------------------------------

    @property
    def active(self) -> bool:
        """Say whether passages are being compared."""
        comparison = self._session.pair.comparison
        return comparison is not None and comparison.kind is Kind.ACCOUNTS

    def _version(self, side: str) -> Version | None:
        return self._session.pair.a if side == "a" else self._session.pair.b

    def passage(self, side: str, offset: int) -> Span | None:
        """Return the passage at an offset, or None between passages."""
        version, comparison = self._version(side), self._session.pair.comparison
        if version is None:
            return None
        if comparison is None or not self.active:
            found = Paragraphs(version).all
        else:
            sides = (row.a if side == "a" else row.b for row in comparison.rows)
            found = [span for span in sides if span is not None]
        inside = next((span for span in found if span.contains(offset)), None)
        return inside or next((span for span in found if span.end == offset), None)

    def answer(self, side: str, passage: Span) -> Pair | None:
        """Return the pair a passage stands in, or None where nothing answers it."""
        pairs = self._session.pair.comparison.pairs if self._session.pair.comparison is not None else ()
        return next((pair for pair in pairs if (pair.a if side == "a" else pair.b).touches(passage)), None)

    def explain(self, side: str, offset: int) -> str:
        """Say in plain words what a passage is paired with, and why; empty where that is no question."""
        passage = self.passage(side, offset) if self.active else None
        if passage is None:
            return ""
        pair = self.answer(side, passage)
        lines = [describe_pair(pair)] if pair is not None else [tr("Nothing answers this passage.")]
        other = self._version(_OTHER[side])
        for pin in pins.at(self._session.pair.pins, side, passage):
            if not pin.together and other is not None:
                parted = (pin.b if side == "a" else pin.a).of(other.text)
                lines.append(tr("By hand: does not answer “{passage}”.", passage=short(parted, 60)))
        return "\n".join(lines)

    # -- picking a passage -----------------------------------------------------------------------------------------

    def use(self, panes: Sequence[TextPane]) -> None:
        """Show in these panes, from now on, which passages are picked."""
        self._panes = panes
        self._show_picked()

    def pick(self, side: str, offset: int) -> None:
        """Pick the passage at an offset, as a click does."""
        self._picked[side] = offset
        self._show_picked()

    def picked(self, side: str) -> Span | None:
        """Return the passage of a side to be paired: the selected one, else the picked one."""
        for pane in self._panes:
            chosen = pane.selected_span()
            if chosen is not None and chosen[0] == side:
                return self.passage(side, chosen[1].start)
        return self.passage(side, self._picked[side]) if side in self._picked else None

    def _show_picked(self) -> None:
        passages = [(side, self.passage(side, offset)) for side, offset in self._picked.items()]
        places = [(side, passage) for side, passage in passages if passage is not None] if self.active else []
        for pane in self._panes:
            pane.picked = set(plain_layer(pane.page, places))
            pane.viewport().update()

    # -- verbs by key ----------------------------------------------------------------------------------------------

    def join(self) -> None:
        """Say that the two picked passages answer each other."""
        a, b = self.picked("a"), self.picked("b")
        if not self._may():
            return
        if a is None or b is None:
            self._session.announced.emit(tr("Choose a passage in each text first: click it, or press Enter on it."))
        else:
            self._join(a, b)

    def part(self) -> None:
        """Say that the passage at the caret and the one beside it do not answer each other."""
        here = self._here() if self._may() else None
        pair = self.answer(*here) if here is not None else None
        if pair is not None:
            self._part(pair)
        elif self._may(quietly=True):
            self._session.announced.emit(tr("Nothing answers this passage."))

    def take_back(self) -> None:
        """Forget what was decided by hand about the passage at the caret."""
        here = self._here() if self._may() else None
        if here is not None and pins.at(self._session.pair.pins, *here):
            self._take_back(*here)
        elif self._may(quietly=True):
            self._session.announced.emit(tr("Nothing was decided by hand about this passage."))

    def _may(self, *, quietly: bool = False) -> bool:
        """Say whether something can be decided; if not, and not quietly, why."""
        why = str(_VERSIONS) if not self.active else "" if self._session.writable else str(_READ_ONLY)
        if why and not quietly:
            self._session.announced.emit(why)
        return not why

    def _here(self) -> tuple[str, Span] | None:
        """Return side and passage of the caret or selection in the pane with the focus, else in the first."""
        focused = [pane for pane in self._panes if pane.hasFocus()]
        for pane in [*focused, *self._panes]:
            chosen = pane.selected_span()
            source = (chosen[0], chosen[1].start) if chosen is not None else pane.caret()
            passage = self.passage(*source) if source is not None else None
            if source is not None and passage is not None:
                return source[0], passage
        return None

    # -- verbs by mouse --------------------------------------------------------------------------------------------

    def extend_menu(self, pane: TextPane, menu: QMenu, place: tuple[int, int]) -> None:
        """Add what can be decided about the passage at a place of a pane to its menu."""
        source = pane.page.source(*place)
        passage = self.passage(*source) if source is not None and self.active else None
        if source is None or passage is None:
            return
        side, other = source[0], _OTHER[source[0]]
        partner, pair = self.picked(other), self.answer(side, passage)
        a, b = (passage, partner) if side == "a" else (partner, passage)
        menu.addSeparator()
        if pair is not None and pair.pinned and (pair.a, pair.b) == (a, b):
            pass  # is so already
        elif a is not None and b is not None:
            self._entry(
                menu,
                "join",
                tr("These two answer each other: {passages}", passages=self._named(a, b)),
                partial(self._join, a, b),
            )
        else:
            words = tr("These two answer each other (first click a passage of {side})", side=other.upper())
            self._entry(menu, "join", words, None)
        if pair is not None:
            words = tr("These do not answer each other: {passages}", passages=self._named(pair.a, pair.b))
            self._entry(menu, "part", words, partial(self._part, pair))
        if pins.at(self._session.pair.pins, side, passage):
            self._entry(menu, "back", tr("Take back what was decided by hand"), partial(self._take_back, side, passage))

    def _entry(self, menu: QMenu, name: str, words: str, callback: partial[None] | None) -> None:
        action = menu.addAction(words.replace("&", "&&"))
        action.setObjectName(f"compare-pair-{name}")
        action.setEnabled(callback is not None and self._session.writable)
        if callback is not None:
            action.triggered.connect(callback)
        if not self._session.writable:
            action.setText(tr("{action} (this desk can only be read)", action=action.text()))

    def _named(self, a: Span, b: Span) -> str:
        first, second = self._session.pair.a, self._session.pair.b
        if first is None or second is None:
            return ""
        return f"“{short(a.of(first.text), 32)}” ↔ “{short(b.of(second.text), 32)}”"

    # -- what they do ----------------------------------------------------------------------------------------------

    def _join(self, a: Span, b: Span) -> None:
        self._decide(
            pins.joined(self._session.pair.pins, a, b),
            tr("pair passages"),
            tr("Paired by hand: {passages}.", passages=self._named(a, b)),
        )

    def _part(self, pair: Pair) -> None:
        message = tr("Parted by hand: {passages}.", passages=self._named(pair.a, pair.b))
        self._decide(pins.parted(self._session.pair.pins, pair.a, pair.b), tr("part passages"), message)

    def _take_back(self, side: str, passage: Span) -> None:
        message = tr("What was decided by hand about this passage is taken back.")
        self._decide(
            pins.without(self._session.pair.pins, side, passage), tr("take back a decision on passages"), message
        )

    def _decide(self, decided: pins.Pins, text: str, message: str) -> None:
        self._session.decide_pairs(decided, text)
        if self._session.pair.pins == decided:
            self._session.announced.emit(message)
