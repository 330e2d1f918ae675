"""Earlier quotes of other stories that resemble the chosen one, looked for in the background."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain import Flag, Status, VerbatimError
from desktop.text.display import one_line
from desktop.translation import shown, tr, tr_n
from desktop.ui import background
from desktop.ui.quotes.related.story_wordings import pieces
from desktop.ui.quotes.related.wording_list import Piece, RowSection, Wording
from desktop.ui.status_words import STATUS_SIGN
from desktop.ui.widgets.date_words import day, published

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.desk.stories.earlier_quotes import Candidates, EarlierQuote
    from desktop.domain import Quote
    from desktop.ui.session.session import Session

_AFTER_MS = 150  # a checker who steps from quote to quote waits for none of them
_SHOWN = 3
_COMPARED = 4000  # code points


@dataclass(frozen=True, slots=True)
class EarlierQuotes:
    """The earlier quotes of one quote, and the words it had when they were looked for."""

    uid: str
    text: str
    found: tuple[Wording, ...]


class EarlierSearch(QObject):
    """Looks for earlier quotes of one quote at a time; the last one asked for counts.

    Signals: found(object): an EarlierQuotes
    """

    found = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._quote: Quote | None = None
        self._task: background.Task | None = None
        self._due = QTimer(self, interval=_AFTER_MS, singleShot=True)
        self._due.timeout.connect(self._look)

    def start(self, quote: Quote) -> None:
        """Look for earlier quotes in a moment."""
        self._quote, self._task = quote, None
        self._due.start()

    def _look(self) -> None:
        desk, quote = self._session.desk, self._quote
        if desk is None or quote is None:
            return
        path = desk.path

        def work(_: background.Task) -> EarlierQuotes | None:
            """Look through a second, read-only look at the file: a large desk must not hold the window up."""
            from desktop.desk.open_desk import Desk
            from desktop.desk.stories.earlier_quotes import read_candidates

            try:
                with Desk.open(path, read_only=True) as reader:
                    candidates = read_candidates(reader, quote)
            except (VerbatimError, LookupError):  # the quote or its desk went away meanwhile
                return None
            return _wordings(candidates) if candidates.quotes else None

        # The task may outlive this window, and with it what hears of its end.
        task = self._task = background.start(work, tr("Looking for earlier quotes"), QApplication.instance() or self)
        task.done.connect(self._take)
        task.ended.connect(task.deleteLater)

    def _take(self, earlier: EarlierQuotes | None) -> None:
        if (
            earlier is not None
            and self._quote is not None
            and (earlier.uid, earlier.text) == (self._quote.uid, self._quote.text)
        ):
            self.found.emit(earlier)


def _wordings(candidates: Candidates) -> EarlierQuotes:
    new = candidates.new
    return EarlierQuotes(str(new.key), new.text, tuple(_wording(each, new.text) for each in candidates.rated()))


def _wording(each: EarlierQuote, mine: str) -> Wording:
    from desktop.text.statements import difference

    quote, known = each.quote, each.article.metadata
    words: tuple[Piece, ...] = (Piece(one_line(quote.text[:300])),)
    if max(len(mine), len(quote.text)) <= _COMPARED:
        words = pieces(mine, quote.text, difference(mine, quote.text))
    place = one_line(known.outlet) or (f"‘{one_line(known.title)}’" if known.title else tr("outlet not given"))
    where = f"{place}, {published(known)}" if known.published_on else place
    return Wording(quote, where, words, f"{checked(quote)}. {shown(each.match.why)}")


def checked(quote: Quote) -> str:
    """Say what came of checking a quote, by whom and when."""
    if quote.status is Status.UNVERIFIED:
        return tr("tried and not confirmed") if Flag.COULD_NOT_CONFIRM in quote.flags else tr("not checked")
    judged = tr(quote.status)
    if quote.checker:
        judged = tr("{status} by {who}", status=judged, who=quote.checker)
    if quote.marked_at:
        judged = tr("{status} on {day}", status=judged, day=day(quote.marked_at.astimezone().date()))
    return f"{STATUS_SIGN[quote.status]} {judged}"


class EarlierList(RowSection):
    """Earlier quotes like the chosen one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title.setObjectName("quote-earlier-title")
        self.hide()

    def show_wordings(self, found: Sequence[Wording]) -> None:
        """Show these in place of the former; none hides the section."""
        self.show_parts([self.row(each, "quote-earlier") for each in found[:_SHOWN]])
        title, rest = tr("Seen before in other stories"), len(found) - _SHOWN
        self.title.setText(f"{title} · {tr_n('{count} more', '{count} more', rest)}" if rest > 0 else title)
        self.setVisible(bool(found))
