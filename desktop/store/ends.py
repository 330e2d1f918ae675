"""What becomes of a quote whose ends a checker moves: how is one split, or joined with others?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import FoundQuote
from desktop.store.errors import Refused
from desktop.store.records import corrections
from desktop.store.records import found_quotes as births
from desktop.store.records import quotes as quote_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.domain import Quote, QuoteId, Span, Version
    from desktop.store.file.database import Database
    from desktop.store.records.entries import By, Deed


def split(db: Database, by: By, version: Version, quote: Quote, halves: tuple[Span, Span]) -> QuoteId:
    """Let a quote end early and make a new one of its rest, of the same speaker and kind; returns the new one's id.

    The marks stay with the first half; the second half is unverified.
    """
    first, second = halves
    live = db.value(
        "SELECT 1 FROM quote q LEFT JOIN quote_now n ON n.quote_id = q.id"
        " WHERE q.uid = ? AND coalesce(n.deleted, 0) = 0",
        (births.uid_at(version.info.uid, f"{second.start}:{second.end}"),),
    )
    if live:
        raise Refused("A quote that was found at that place is in the list already, perhaps with other ends.")
    corrections.resize(db, by, quote, version.text, first)
    found = FoundQuote(second, quote.kind, quote.attribution)
    new_id = births.add_later(db, by, (version.id, version.info.uid), version.text, found, by_hand=True)
    [new] = quote_table.by_ids(db, [new_id])
    if new.span != second:  # it was there before, and had been given other ends when it was deleted
        corrections.resize(db, by, new, version.text, second)
    return new_id


def reshape(
    db: Database, by: By, spans: Iterable[tuple[Quote, Span, str]], deeds: Mapping[Deed, Iterable[Quote]]
) -> None:
    """Give quotes other ends (quote, span, text of the version), and delete or restore others."""
    for quote, span, text in spans:
        corrections.resize(db, by, quote, text, span)
    for deed, quotes in deeds.items():
        for quote in quotes:
            corrections.change(db, by, quote.uid, deed, {})
