"""Corrections of the quotes of an open desk: added by hand, other ends, split, attributed, deleted and restored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import FoundQuote
from desktop.store.records import articles
from desktop.store.records.entries import EntryKind
from desktop.store.records.quotes import corrections as quote_corrections
from desktop.store.records.quotes import found_quotes, quote_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.domain import Attribution, Quote, QuoteId, QuoteKind, Span, VersionId
    from desktop.store.file.database import Database
    from desktop.store.records.entries import Writing


class DeskCorrections:
    """What checkers correct in the quotes of one open desk; each method is one transaction, as those of `Desk`."""

    def __init__(self, db: Database, writing: Writing) -> None:
        self._db, self._writing = db, writing

    def add(self, version_id: VersionId, span: Span, kind: QuoteKind, *, checker: str = "") -> Quote:
        with self._writing(checker) as by:
            articles.require_open(self._db, [version_id])
            version = articles.version(self._db, version_id)
            found = FoundQuote(span, kind)
            quote_id = found_quotes.add_later(
                self._db, by, (version_id, version.info.uid), version.text, found, by_hand=True
            )
        return self._quote(quote_id)

    def resize(self, quote_id: QuoteId, span: Span, *, checker: str = "") -> Quote:
        with self._writing(checker) as by:
            quote = self._open_quote(quote_id)
            quote_corrections.resize(self._db, by, quote, articles.version(self._db, quote.version_id).text, span)
        return self._quote(quote_id)

    def split(self, quote_id: QuoteId, halves: tuple[Span, Span], *, checker: str = "") -> tuple[Quote, Quote]:
        """Part a quote in two; the first half keeps the marks, the second has none."""
        with self._writing(checker) as by:
            quote = self._open_quote(quote_id)
            new_id = found_quotes.split(self._db, by, articles.version(self._db, quote.version_id), quote, halves)
        return self._quote(quote_id), self._quote(new_id)

    def reshape(
        self,
        spans: Mapping[QuoteId, Span],
        *,
        delete: Sequence[QuoteId] = (),
        restore: Sequence[QuoteId] = (),
        checker: str = "",
    ) -> list[Quote]:
        """Give quotes other ends and delete or restore others, all or nothing; returns all of them as they are now."""
        ids = [*spans, *delete, *restore]
        with self._writing(checker) as by:
            quotes = {quote.id: quote for quote in self._open_quotes(ids)}
            texts = {id_: articles.version(self._db, quotes[id_].version_id).text for id_ in spans}
            places = [(quotes[id_], span, texts[id_]) for id_, span in spans.items()]
            kinds = {
                EntryKind.QUOTE_DELETED: [quotes[id_] for id_ in delete],
                EntryKind.QUOTE_RESTORED: [quotes[id_] for id_ in restore],
            }
            found_quotes.reshape(self._db, by, places, kinds)
        return quote_table.by_ids(self._db, ids)

    def attribute(
        self, quotes: Sequence[QuoteId], attribution: Attribution, kind: QuoteKind | None = None, *, checker: str = ""
    ) -> list[Quote]:
        """Correct speaker, role, cue or kind; never overwritten by a later extraction."""
        return self.attribute_each([(id_, attribution, kind) for id_ in quotes], checker=checker)

    def attribute_each(
        self, attributions: Sequence[tuple[QuoteId, Attribution, QuoteKind | None]], *, checker: str = ""
    ) -> list[Quote]:
        """Correct each quote in a way of its own, all or none; no kind leaves that of the quote."""
        ids = [id_ for id_, _, _ in attributions]
        with self._writing(checker) as by:
            quotes = {quote.id: quote for quote in self._open_quotes(ids)}
            now = [(quotes[id_], attribution, kind or quotes[id_].kind) for id_, attribution, kind in attributions]
            quote_corrections.attribute_all(self._db, by, now)
        return quote_table.by_ids(self._db, ids)

    def delete(self, quotes: Sequence[QuoteId], *, checker: str = "") -> None:
        with self._writing(checker) as by:
            quote_corrections.set_deleted(self._db, by, self._open_quotes(list(dict.fromkeys(quotes))), deleted=True)

    def restore(self, quotes: Sequence[QuoteId], *, checker: str = "") -> None:
        with self._writing(checker) as by:
            quote_corrections.set_deleted(self._db, by, self._open_quotes(list(dict.fromkeys(quotes))), deleted=False)

    def _open_quotes(self, quotes: Sequence[QuoteId]) -> list[Quote]:
        """Read quotes that are to be corrected; raises Refused if their story is locked."""
        found = quote_table.by_ids(self._db, quotes)
        articles.require_open(self._db, {quote.version_id for quote in found})
        return found

    def _open_quote(self, quote_id: QuoteId) -> Quote:
        return self._open_quotes([quote_id])[0]

    def _quote(self, quote_id: QuoteId) -> Quote:
        return quote_table.by_ids(self._db, [quote_id])[0]
