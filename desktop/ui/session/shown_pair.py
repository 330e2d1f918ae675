"""The pair of versions shown, A and B: their comparison, the ignore rules and pins in force, and the chosen quote."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain import Quote, VerbatimError, Version, VersionId
from desktop.translation import tr
from desktop.ui.session import pins
from desktop.ui.session.comparisons import ComparisonRequest, Comparisons
from desktop.ui.session.ignore_rules import Scope, Scopes
from desktop.ui.session.quote_reader import QuoteReader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.desk.open_desk import Desk
    from desktop.text.changes import Comparison, Kind
    from desktop.text.ignore_rules.rules import Rules
    from desktop.ui.session.writer import Writer
    from desktop.ui.settings import Settings


class ShownPair(QObject):
    """Versions A and B of the writer's desk, how they are compared, the side listed, the chosen quote.

    Signals (facts, past tense; objects travel whole):
        changed(): A or B is another version (or None)
        side_changed(): the quotes listed are those of the other side
        comparison_changed(): `comparison` is another; None while it is being made, coarse if that takes long
        comparing_changed(): `comparing` is another
        quote_selected(object): the chosen Quote or None
        put_beside(): another quote was put beside the chosen one, and both are to be seen
    """

    changed = Signal()
    side_changed = Signal()
    comparison_changed = Signal()
    comparing_changed = Signal()
    quote_selected = Signal(object)
    put_beside = Signal()

    def __init__(self, writer: Writer) -> None:
        super().__init__(writer)
        self._writer = writer
        self.a: Version | None = None
        self.b: Version | None = None
        self.comparison: Comparison | None = None
        self.kind: Kind | None = None  # None: chosen by measured overlap
        self._reported_patterns: set[str] = set()  # about patterns that took too long
        self.quote_reader = QuoteReader(writer, self)  # for those of A and B
        self.scopes = Scopes(writer, lambda: (self.a, self.b))
        self.rules: Rules | None = None  # those in force; None: nobody made any
        self.pins: pins.Pins = ()  # what was decided by hand about passages of A and B
        self.selected: Quote | None = None
        self.beside: Quote | None = None  # the other wording that was put beside it
        self.side = "a"  # whose quotes are listed: "a" or "b"
        self._requested_b: VersionId | None = None  # the B that was asked for
        self._waits = False  # what is chosen is shown later,
        self._to_show = False  # and something was chosen
        self._comparisons = Comparisons(self, self._set_comparison, self._not_compared, self.comparing_changed.emit)
        writer.articles_gone.connect(self._replace_gone)
        writer.cuts_changed.connect(self.reload)
        writer.passages_decided.connect(self._show_decided)
        writer.quotes_changed.connect(self._update_selected)

    # -- which versions -----------------------------------------------------------------------------------------------

    def open_last(self) -> None:
        """Show what was shown when the desk was last closed, or else its first articles."""
        if self._writer.desk is not None:
            self.compare(*_last_pair(self._writer.desk, self._writer.settings))

    def show(self, version_id: VersionId) -> None:
        """Put a version on side A. B stays what was asked for, unless that is the same."""
        former = self.a.id if self.a else None
        if former == version_id:
            return
        other = self._requested_b if self._requested_b != version_id else former
        self._set_pair(version_id, other)

    def set_b(self, version_id: VersionId) -> None:
        """Put a version on side B; if it stood on A, the two swap."""
        if self.a is not None and self.a.id == version_id:
            self.swap()
            return
        self._requested_b = version_id
        self._set_pair(self.a.id if self.a else None, version_id)

    def compare(self, a: VersionId | None, b: VersionId | None) -> None:
        self._requested_b = b
        self._set_pair(a, b)

    def swap(self) -> None:
        if self.a is not None and self.b is not None:
            self.compare(self.b.id, self.a.id)

    @contextmanager
    def shown_once(self) -> Iterator[None]:
        """Choose versions in several steps; only what the last of them comes to is shown, in the end."""
        self._waits, self._to_show = True, False
        try:
            yield
        finally:
            self._waits = False
            if self._to_show:
                self._show_pair()

    def _set_pair(self, a: VersionId | None, b: VersionId | None) -> None:
        desk = self._writer.desk
        if desk is None:
            return
        self._writer.flush()
        try:
            self.a = desk.version(a) if a is not None else None
            self.b = desk.version(b) if b is not None and b != a else None
        except VerbatimError as error:
            self._writer.failed.emit(str(error))
            return
        _remember_pair(desk, self._writer.settings, self.a, self.b)
        if self.selected is not None and (self.listed is None or self.selected.version_id != self.listed.id):
            self.select_quote(None)
        if self.beside is not None and not self._shows(self.beside):
            self.beside = None
        if self._waits:
            self._to_show = True
        else:
            self._show_pair()

    def _show_pair(self) -> None:
        self.quote_reader.forget()
        self._read_choices()
        self.changed.emit()
        self.compare_again()

    def _read_choices(self) -> None:
        """Read the rules and pins that the desk has for the pair."""
        self.rules = self.scopes.in_force()[1]
        self.pins = pins.pins_of(self._writer.desk, self.a, self.b)

    def reload(self) -> None:
        """Read A and B again, after their cuts or quotes changed."""
        desk = self._writer.desk
        if desk is not None:
            self.a = desk.version(self.a.id) if self.a else None
            self.b = desk.version(self.b.id) if self.b else None
            self.changed.emit()
            self.compare_again()

    def clear(self) -> None:
        """Forget what was shown of a desk that is being closed."""
        self._comparisons.cancel()
        self._comparisons.forget()
        self.quote_reader.forget()
        self.scopes.forget_views()
        self.a = self.b = self.comparison = self._requested_b = self.beside = None

    def _replace_gone(self) -> None:
        """Articles came or went; a side that showed one that is gone takes another."""
        desk = self._writer.desk
        if desk is not None:
            shown = [version for version in (self.a, self.b) if version is not None]
            holders = desk.articles_of_versions([version.id for version in shown])
            if len(shown) < 2 or any(holders[version.id].deleted for version in shown):
                self.open_last()
            elif any(holders[version.id].id != version.info.article_id for version in shown):
                self.reload()  # a version went to another article

    # -- compared how -------------------------------------------------------------------------------------------------

    def set_kind(self, kind: Kind | None) -> None:
        """Compare as versions or as accounts; None lets the measured overlap decide."""
        self.kind = kind
        self.compare_again()

    def set_rules(self, rules: Rules) -> None:
        """Say which differences do not count, as far as the rules in force reach."""
        self.scopes.set_rules(rules)
        self._apply_rules()

    def set_scope(self, scope: Scope | None) -> None:
        """Let the rules in force reach this far; None drops them for those of the next scope."""
        from desktop.text.ignore_rules.rules import Rules

        if scope is None:
            self.scopes.drop()
        else:
            self.scopes.choose(scope, self.rules or Rules())
        self._apply_rules()

    def _apply_rules(self) -> None:
        self.rules = self.scopes.in_force()[1]
        self.compare_again()

    def _show_decided(self, ids: Sequence[VersionId]) -> None:
        """Compare with the pins as they are on the disk now, and show the two versions that they are about."""
        if sorted(version.id for version in (self.a, self.b) if version is not None) == sorted(ids):
            self.pins = pins.pins_of(self._writer.desk, self.a, self.b)
            self.compare_again()
        else:  # undone while others are shown
            self.compare(*ids)

    def compare_again(self) -> None:
        """Make the comparison of A and B; long texts are compared in the background."""
        request = self._request()
        if request is None:
            self._comparisons.cancel()
            self._set_comparison(None)
        else:
            self._set_comparison(self._comparisons.ask(request))

    def cancel_comparing(self) -> None:
        """Give up the fine comparison in the background; a coarse one takes its place."""
        self._comparisons.give_up()

    def go_on_comparing(self) -> None:
        """Make the fine comparison after all; what is shown stays until it is there."""
        request = self._request()
        comparison = self._comparisons.go_on(request) if request is not None else None
        if comparison is not None:
            self._set_comparison(comparison)

    def _request(self) -> ComparisonRequest | None:
        """Return all that the comparison depends on, or None where a side is empty."""
        if self.a is None or self.b is None:
            return None
        return ComparisonRequest(self.a, self.b, self.kind, self.rules, self.pins)

    @property
    def comparing(self) -> float | None:
        """Say which share, 0 to 1, of the fine comparison is made in the background; None if none is being made."""
        return self._comparisons.share

    def forget_comparisons(self) -> None:
        """Compare again what was compared before, when it is shown next."""
        self._comparisons.forget()

    def _set_comparison(self, comparison: Comparison | None) -> None:
        self.comparison = comparison
        self.comparison_changed.emit()
        stopped = self.rules.stopped if comparison is not None and self.rules is not None else ()
        for sentence in dict.fromkeys(stopped):
            if sentence not in self._reported_patterns:
                self._reported_patterns.add(sentence)
                self._writer.failed.emit(sentence)

    def _not_compared(self, error: object) -> None:
        self._writer.failed.emit(tr("The two texts could not be compared: {error}", error=error))

    # -- which quote ---------------------------------------------------------------------------------------------------

    def select_quote(self, quote: Quote | None) -> None:
        """Choose a quote; both texts and the panel follow."""
        if quote is None and self.selected is None:
            return
        if quote is None or self.selected is None or quote.id != self.selected.id:
            self.beside = None
        self.selected = quote
        self.quote_selected.emit(quote)

    def _shows(self, quote: Quote) -> bool:
        return any(version is not None and version.id == quote.version_id for version in (self.a, self.b))

    def show_beside(self, other: Quote) -> None:
        """Lay another wording beside the chosen quote: it opens opposite, and the chosen quote stays chosen."""
        chosen, listed = self.selected, self.listed
        if chosen is None or listed is None or chosen.version_id != listed.id:
            self.show_quote(other)
            return
        self.beside = other
        if not self._shows(other):
            if listed is self.a:
                self._requested_b = other.version_id
                self._set_pair(listed.id, other.version_id)
            else:
                self._set_pair(other.version_id, listed.id)
        self.beside = other
        self.put_beside.emit()
        self.quote_selected.emit(self.selected)

    def show_place(
        self, a: VersionId | None, b: VersionId | None, side: str, quote: Quote | None, beside: Quote | None
    ) -> None:
        """Show a pair again as it was: the side listed, the chosen quote, and the one that was put beside it."""
        if (a, b) != (self.a.id if self.a else None, self.b.id if self.b else None):
            self.compare(a, b)
        self.set_side(side)
        self.select_quote(quote)
        if beside is not None and self._shows(beside):
            self.beside = beside
            self.quote_selected.emit(self.selected)

    def _update_selected(self, quotes: Sequence[Quote]) -> None:
        if self.selected is not None:
            self.selected = next((quote for quote in quotes if quote.id == self.selected.id), self.selected)
        if self.beside is not None:
            self.beside = next((quote for quote in quotes if quote.id == self.beside.id), self.beside)

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

    def show_with_source(self, quote: Quote, source: VersionId) -> None:
        """Show the article of a quote as A, a source as B, and choose the quote."""
        self.set_side("a")
        self.compare(quote.version_id, source)
        self.select_quote(quote)

    def show_quote(self, quote: Quote) -> None:
        """Choose a quote wherever it stands: on A, on B, or in a version that is then shown as A."""
        if self.b is not None and quote.version_id == self.b.id:
            self.set_side("b")
        else:
            self.set_side("a")
            self.show(quote.version_id)
        self.select_quote(quote)


# -- the pair of the last time: in the settings, not in the desk, for browsing writes no evidence ----------------------


def _remember_pair(desk: Desk, settings: Settings, a: Version | None, b: Version | None) -> None:
    ids = [str(version.id) for version in (a, b) if version is not None]
    settings.set_text(f"pairs/{desk.uid}", " ".join(ids))


def _last_pair(desk: Desk, settings: Settings) -> tuple[VersionId | None, VersionId | None]:
    """Return what was shown last as far as it is still there, filled up with the first articles of the desk."""
    newest = [line.newest for line in islice(desk.article_list.state().lines.values(), 3)]
    remembered = settings.text(f"pairs/{desk.uid}").split()
    a, b = (_still_there(desk, newest, part) for part in (*remembered, "", "")[:2])
    a = a or next(iter(newest), None)
    return a, b or next((version for version in newest if version != a), None)


def _still_there(desk: Desk, newest: list[VersionId], text: str) -> VersionId | None:
    if not text.isdigit():
        return None
    version = VersionId(int(text))
    if version in newest:
        return version
    try:
        article = desk.article(desk.version(version).info.article_id)
    except (VerbatimError, LookupError):
        return None
    return None if article.deleted else version
