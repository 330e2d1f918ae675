"""Quotes in the texts: underlined by status, the chosen one on a ground, and its counterpart in the other text."""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain import Span
from desktop.text.changes import ChangeKind, Kind
from desktop.text.words import fold
from desktop.ui.compare.layout.layers import plain_layer, quote_layer, with_status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.domain import Quote, Version, VersionId
    from desktop.text.changes import Comparison
    from desktop.ui.compare.layout.layers import QuoteMark
    from desktop.ui.compare.layout.page import Page
    from desktop.ui.compare.panes.view_stack import PageView
    from desktop.ui.session.session import Session

_LEAST_RETAINED = 0.4  # share of a quote that must stand in both texts


class SameWords:
    """Where the quotes of a text stand, by their words."""

    def __init__(self, quotes: Iterable[Quote]) -> None:
        self._spans: dict[str, list[Span]] = {}
        for quote in quotes:
            self._spans.setdefault(fold(quote.text), []).append(quote.span)

    def spans(self, text: str) -> Sequence[Span]:
        """Return where these words stand, whatever their marks and spaces are."""
        return self._spans.get(fold(text), ())


def counterpart(
    quote: Quote, others: Sequence[Quote], same: SameWords, comparison: Comparison | None, side: str
) -> Span | None:
    """Return the span of the other text that answers a quote of `side`: same words, else where the comparison leads.

    `same` tells the words of `others`, the quotes of the other text.
    """
    spans = same.spans(quote.text)
    if len(spans) == 1:
        return spans[0]
    led = _led(quote.span, comparison, side) if comparison is not None else None
    if spans:
        return min(spans, key=lambda span: abs(span.start - (led or quote.span).start))
    if led is None:
        return None
    touching = [other for other in others if other.span.touches(led)]
    if touching:
        best = max(touching, key=lambda other: min(other.span.end, led.end) - max(other.span.start, led.start))
        return best.span
    return led


def _led(span: Span, comparison: Comparison, side: str) -> Span | None:
    """Follow the comparison from a span of one side to the other."""
    bounds = _bounds(span, comparison, side)
    if bounds is None:
        return None
    mine, theirs = bounds
    inside = sorted(_changes_inside(mine, comparison, side))
    changed = sum(max(0, min(m.end, span.end) - max(m.start, span.start)) for m, _ in inside)
    if 1 - changed / max(1, len(span)) < _LEAST_RETAINED:
        return None
    start = _mapped(span.start, inside, mine, theirs, late=False)
    end = _mapped(span.end, inside, mine, theirs, late=True)
    return Span(start, end) if start < end else None


def _changes_inside(mine: Span, comparison: Comparison, side: str) -> list[tuple[Span, Span]]:
    """Return the changes of a stretch of one side that stay in their place: there, and on the other side."""
    start, end, moved = mine.start, mine.end, ChangeKind.MOVED
    if side == "a":  # written out twice: a long text has thousands of changes, and this is asked for with every quote
        found = [each for each in comparison.changes if each.a.start >= start and each.a.end <= end]
        return [(change.a, change.b) for change in found if change.kind is not moved]
    found = [each for each in comparison.changes if each.b.start >= start and each.b.end <= end]
    return [(change.b, change.a) for change in found if change.kind is not moved]


def _bounds(span: Span, comparison: Comparison, side: str) -> tuple[Span, Span] | None:
    """Return the passages inside which the two texts run side by side."""
    if comparison.kind is Kind.ACCOUNTS:
        passages = ((pair.a, pair.b) for pair in comparison.pairs)
    else:
        passages = ((row.a, row.b) for row in comparison.rows if row.a is not None and row.b is not None)
    for a, b in passages:
        mine, theirs = (a, b) if side == "a" else (b, a)
        if mine.start <= span.start < mine.end:
            return mine, theirs
    return None


def _mapped(offset: int, inside: Sequence[tuple[Span, Span]], mine: Span, theirs: Span, *, late: bool) -> int:
    number = bisect_right([pair[0].start for pair in inside], offset) - 1
    if number < 0:
        return theirs.start + offset - mine.start
    before, other = inside[number]
    if offset < before.end:
        return other.end if late else other.start
    return min(other.end + offset - before.end, theirs.end)


def select_on_page(page_view: PageView, side: str, span: Span) -> bool:
    """Bring words on the screen, select them and give their pane the focus; say whether they are on its page."""
    pane = next((pane for pane in page_view.panes if side in pane.page.texts), None)
    if pane is None or (len(span) and not pane.page.stretches(side, span)):
        return False
    page_view.reveal(side, span)
    pane.select(side, span)
    pane.setFocus()
    return True


def _stays(former: Quote, now: Quote) -> bool:
    """Say whether a quote stands where it stood, in the same words, and is still underlined."""
    return (former.span, former.text) == (now.span, now.text) and not now.deleted and not now.is_passed_over


def _underlined(quotes: Iterable[Quote]) -> list[Quote]:
    """Leave out titles and names that nobody worked on."""
    return [quote for quote in quotes if not quote.is_passed_over]


class QuotesInText(QObject):
    """Underlines quotes by status, lays a ground under the chosen one, and reads both again when they change.

    Signals: fold_requested(object): the chosen quote lies in this Fold, which is to be opened
    """

    fold_requested = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._page_view: PageView | None = None
        self._versions: dict[str, Version] = {}
        self.quotes: dict[str, list[Quote]] = {}
        # What stands on a page, and the lists of quotes from which that was worked out.
        self._layers: WeakKeyDictionary[Page, tuple[dict[str, list[Quote]], dict[int, list[QuoteMark]]]]
        self._layers = WeakKeyDictionary()
        self._same_words: dict[str, SameWords] = {}  # by side, of the quotes there
        self._unread: set[str] = set()  # sides whose quotes are still being read
        session.pair.quote_reader.arrived.connect(self._on_arrived)
        session.quotes_changed.connect(self._on_changed)
        session.pair.quote_selected.connect(self._on_selected)

    def read(self, versions: dict[str, Version]) -> None:
        """Read the quotes of these versions, by side; those of a version that is shown already are known.

        Those of a long text are underlined as soon as they are read.
        """
        former, known = self._versions, self.quotes
        unread, self._unread = self._unread, set()
        self._versions, self.quotes = versions, {}
        same_words, self._same_words = self._same_words, {}
        for side, version in versions.items():
            if side in known and side not in unread and version is former.get(side):
                self.quotes[side] = known[side]
                if side in same_words:
                    self._same_words[side] = same_words[side]
            else:
                self._read_side(side, version)

    def _read_side(self, side: str, version: Version) -> None:
        quotes = self._session.pair.quote_reader.quotes(version)
        self.quotes[side] = _underlined(quotes or ())
        if quotes is None:
            self._unread.add(side)

    def _on_arrived(self, version_id: VersionId) -> None:
        """Quotes are read: underline them, in a turn of its own."""
        if any(self._versions[side].id == version_id for side in self._unread):
            QTimer.singleShot(0, self, partial(self._take_read, version_id))

    def _take_read(self, version_id: VersionId) -> None:
        sides = [side for side in self._unread if self._versions[side].id == version_id]
        if sides:
            self._unread -= set(sides)
            self._read_at_once(sides)
            self._underline()
            self._choose(self._session.pair.selected)

    def _read_at_once(self, sides: Iterable[str]) -> None:
        desk = self._session.desk
        self.quotes |= {side: _underlined(desk.quotes(self._versions[side].id)) if desk else [] for side in sides}
        self._same_words = {side: same for side, same in self._same_words.items() if side not in sides}

    def apply_marks(self, page_view: PageView) -> None:
        """Mark quotes and the chosen one in the panes of a view, from now on."""
        self._page_view = page_view
        self._underline()
        self._choose(self._session.pair.selected)

    def on_page(self, page: Page) -> dict[int, list[QuoteMark]]:
        """Return the quotes that stand on a page, by block."""
        known = self._layers.get(page)
        if known is not None and all(known[0].get(side) is self.quotes.get(side) for side in page.texts):
            return known[1]
        layer: dict[int, list[QuoteMark]] = {}
        for side in page.texts:
            for block, marks in quote_layer(page, side, self.quotes.get(side, ())).items():
                layer.setdefault(block, []).extend(marks)
        self._layers[page] = dict(self.quotes), layer
        return layer

    def _underline(self) -> None:
        for pane in self._page_view.panes if self._page_view is not None else ():
            quotes = self.on_page(pane.page)
            if quotes != pane.quotes:
                pane.quotes = quotes
                pane.viewport().update()

    def _on_changed(self, changed: tuple[Quote, ...]) -> None:
        shown = {version.id for version in self._versions.values()}
        if changed and not any(quote.version_id in shown for quote in changed):
            return
        if not changed or not self._take_marks(changed):
            self._unread = set()
            self._read_at_once(list(self._versions))
        self._underline()
        self._choose(self._session.pair.selected)

    def _take_marks(self, changed: Sequence[Quote]) -> bool:
        """Take quotes of which only the marks are others; say whether these are such, else nothing is taken."""
        now = {quote.id: quote for quote in changed}
        found = [
            (side, place, quote)
            for side, quotes in self.quotes.items()
            for place, quote in enumerate(quotes)
            if quote.id in now
        ]
        if len({quote.id for _, _, quote in found}) < len(now) or not all(
            _stays(former, now[former.id]) for _, _, former in found
        ):
            return False
        former, self.quotes = self.quotes, {side: list(quotes) for side, quotes in self.quotes.items()}
        for side, place, quote in found:
            self.quotes[side][place] = now[quote.id]
        statuses = {quote.id: quote.status for quote in changed}
        for page, (quotes, layer) in list(self._layers.items()):
            if any(quotes.get(side) is not former.get(side) for side in page.texts):
                continue  # of other versions
            places = ((side, quote.span) for side, _, quote in found if side in page.texts)
            blocks = {stretch.block for place in places for stretch in page.stretches(*place)}
            self._layers[page] = dict(self.quotes), with_status(layer, blocks, statuses)
        return True

    def spans_of(self, quote: Quote) -> list[tuple[str, Span]]:
        """Return where a quote stands, on its own side first, and then what was put beside it or answers it."""
        side = next((side for side, version in self._versions.items() if version.id == quote.version_id), None)
        if side is None:
            return []
        places = [(side, quote.span)]
        other = "b" if side == "a" else "a"
        beside = self._session.pair.beside if quote == self._session.pair.selected else None
        for where, version in self._versions.items():
            if beside is not None and version.id == beside.version_id:
                return [*places, (where, beside.span)]
        if other in self._versions:
            same = self._same_words.get(other) or SameWords(self.quotes[other])
            self._same_words[other] = same
            answer = counterpart(quote, self.quotes[other], same, self._session.pair.comparison, side)
            places += [(other, answer)] if answer is not None else []
        return places

    def _choose(self, quote: Quote | None) -> list[tuple[str, Span]]:
        places = self.spans_of(quote) if quote is not None else []
        for pane in self._page_view.panes if self._page_view is not None else ():
            chosen = plain_layer(pane.page, places)
            if chosen != pane.chosen:
                pane.chosen = chosen
                pane.viewport().update()
            if places and places[0][0] in pane.page.texts and self._session.writable:
                pane.handles.attach(*places[0])
            else:
                pane.handles.detach()
        return places

    def resize(self, side: str, span: Span) -> None:
        """Give the chosen quote other ends, as a drag of its grips on this side asks for."""
        quote, version = self._session.pair.selected, self._versions.get(side)
        if quote is not None and version is not None and quote.version_id == version.id:
            self._session.resize_quote(quote, span)

    def _on_selected(self, quote: Quote | None) -> None:
        if quote is not None:
            self._unfold(quote)
        self.reveal()

    def reveal(self) -> None:
        """Bring the chosen quote on the screen, and what answers it."""
        places = self._choose(self._session.pair.selected)
        if self._page_view is not None and places:
            self._page_view.reveal_both(places)

    def _unfold(self, quote: Quote) -> None:
        """Open what hides a quote, and what was put beside it, so that both can be read."""
        most = 2 if self._session.pair.beside is not None else 1
        for place in self.spans_of(quote)[:most]:
            fold = self._page_view.fold_at(*place) if self._page_view is not None else None
            if fold is not None:
                self.fold_requested.emit(fold)

    def at(self, side: str, offset: int) -> Quote | None:
        """Return the innermost quote at an offset; the marks around it belong to it."""
        found = [quote for quote in self.quotes.get(side, ()) if quote.span.start - 1 <= offset < quote.span.end + 1]
        return min(found, key=lambda quote: len(quote.span), default=None)
