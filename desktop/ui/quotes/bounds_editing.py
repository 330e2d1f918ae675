"""Editing of quote boundaries: move an end by a word, take a selection, split, join."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from desktop.domain import Span
from desktop.translation import Text, number, tr, tr_n
from desktop.ui.session.commands.quotes import JoinQuotes, SplitQuote

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.domain import Quote, Version
    from desktop.ui.session.session import Session

_CHOOSE = Text("Choose a quote first")


class ShownText(Protocol):
    """A view with text in it."""

    def selected_span(self) -> tuple[Version, Span] | None: ...

    def caret(self) -> tuple[Version, int] | None: ...


class BoundsEditing(QObject):
    """Moves the ends of the chosen quote, splits it, joins it with others. Marks stay; all can be undone."""

    def __init__(
        self,
        session: Session,
        chosen: Callable[[], Sequence[Quote]],
        text: Callable[[], ShownText],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chosen = chosen
        self._text = text

    # -- what is chosen --------------------------------------------------------------------------------------------

    def _one(self) -> tuple[Quote, str] | None:
        """Return the chosen quote and the text it stands in, or say why there is none to work on."""
        quote, desk = self._session.pair.selected, self._session.desk
        if quote is None or desk is None or len(self._chosen()) > 1:
            self._session.announced.emit(str(_CHOOSE) if quote is None else tr("Choose one quote only"))
            return None
        if not self._session.writable:
            self._session.announced.emit(desk.read_only_why or tr("This desk can only be read"))
            return None
        if not self._session.is_open(versions=[quote.version_id]):
            return None
        shown = (self._session.pair.a, self._session.pair.b)
        version = next((each for each in shown if each is not None and each.id == quote.version_id), None)
        return quote, (version or desk.version(quote.version_id)).text

    # -- the ends --------------------------------------------------------------------------------------------------

    def move_end(self, step: int) -> None:
        """Let the quote end a word later (1) or earlier (-1)."""
        from desktop.text.quotation.quote_bounds import with_end_moved

        self._resize(with_end_moved, step)

    def move_start(self, step: int) -> None:
        """Let the quote begin a word later (1) or earlier (-1)."""
        from desktop.text.quotation.quote_bounds import with_start_moved

        self._resize(with_start_moved, step)

    def _resize(self, moved: Callable[[str, Span, int], Span], step: int) -> None:
        found = self._one()
        if found is None:
            return
        quote, text = found
        span = moved(text, quote.span, step)
        if span == quote.span:
            self._session.announced.emit(
                tr("The quote cannot be made shorter") if len(quote.span) else tr("Nothing to add")
            )
        else:
            self._session.resize_quote(quote, span)

    def use_selection(self) -> None:
        """Let the chosen quote hold just the words that are selected in its text."""
        from desktop.text.quotation.quote_bounds import trimmed

        found = self._one()
        if found is None:
            return
        quote, text = found
        place = self._text().selected_span()
        span = trimmed(text, place[1]) if place is not None and place[0].id == quote.version_id else None
        if span is None:
            self._session.announced.emit(tr("Select the words of this quote in its text first"))
        elif not span.touches(quote.span):
            self._session.announced.emit(tr("The selected words are elsewhere: make a new quote of them instead"))
        else:
            self._session.resize_quote(quote, span)

    # -- two of one, one of two ------------------------------------------------------------------------------------

    def split(self) -> None:
        """Part the chosen quote at the caret; selected words inside it belong to neither half."""
        from desktop.text.quotation.quote_bounds import halves

        found = self._one()
        if found is None:
            return
        quote, text = found
        cut = self._cut_in(quote)
        parts = halves(text, quote.span, cut) if cut is not None else None
        if parts is None:
            self._session.announced.emit(tr("Put the caret inside this quote in the text, where it is to be split"))
            return
        if self._session.do(SplitQuote(self._session, quote, parts)):
            self._session.announced.emit(tr("Two quotes now; marks stay with the first. Ctrl+Z makes them one again"))

    def _cut_in(self, quote: Quote) -> Span | None:
        place = self._text().selected_span()
        if place is not None and place[0].id == quote.version_id:
            return place[1]
        caret = self._text().caret()
        if caret is None or caret[0].id != quote.version_id or not quote.span.start < caret[1] < quote.span.end:
            return None
        return Span(caret[1], caret[1])

    def join(self) -> None:
        """Make one quote of the chosen ones, or of the chosen one and the next in the text."""
        quotes = list(self._chosen())
        if len(quotes) < 2:
            found = self._one()
            if found is None:
                return
            following = self._next(found[0])
            if following is None:
                self._session.announced.emit(tr("This is the last quote of the text"))
                return
            quotes = [found[0], following]
        if self._session.writable and self._session.do(JoinQuotes(self._session, quotes)):
            self._session.announced.emit(_joined_sentence(quotes))

    def _next(self, quote: Quote) -> Quote | None:
        desk = self._session.desk
        later = [other for other in desk.quotes(quote.version_id) if other.span.start >= quote.span.end] if desk else []
        return later[0] if later else None


def _joined_sentence(quotes: Sequence[Quote]) -> str:
    names = {quote.attribution.name for quote in quotes if quote.attribution.name}
    sentence = tr("One quote of {number}; marks stay with the first.", number=number(len(quotes)))
    if len(names) > 1:
        warning = tr_n("They had {count} speaker.", "They had {count} speakers: look who says it.", len(names))
        sentence = f"{sentence} {warning}"
    parts = tr("Ctrl+Z parts them again")
    return f"{sentence} {parts}"
