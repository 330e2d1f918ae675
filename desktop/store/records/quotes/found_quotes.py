"""Found quotes: inserting them into a version, splitting them, hiding them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.domain import Flag, FoundQuote, QuoteId, Span, VersionId, value_type
from desktop.store.errors import Refused
from desktop.store.records import chain, entries
from desktop.store.records import search_index as search
from desktop.store.records.entries import By, EntryKind
from desktop.store.records.index_words import quote_words
from desktop.store.records.quotes import follows, marks
from desktop.store.records.quotes.corrections import change, resize
from desktop.store.records.quotes.quote_columns import FORM, FORM_MARKS, columns_of, ends, form_of
from desktop.store.records.quotes.quote_table import by_ids, of_versions
from desktop.store.records.stories import uid_from
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from desktop.domain import Quote, Version
    from desktop.store.file.database import Database
    from desktop.store.records.index_words import Words


class InsertedQuotes(NamedTuple):
    """Quotes that were stored: their ids, and by "start:end" what `quote_digests` says of them."""

    ids: list[QuoteId]
    digests: dict[str, str]


def insert_quotes(
    db: Database,
    version: tuple[VersionId, str],
    text: str,
    found: Sequence[FoundQuote],
    words: Sequence[Words],
    *,
    by_hand: bool = False,
) -> InsertedQuotes:
    """Store quotes of a version (its id and uid) and index the words of each; two at the same place are one.

    All are counted as unverified but titles and names.
    """
    version_id, version_uid = version
    unlike = {quote.span: quote for quote in found}.values()
    first = 1 + (db.value("SELECT max(id) FROM quote") or 0)
    ids = [QuoteId(id_) for id_ in range(first, first + len(unlike))]
    rows = [
        (
            uid_at(version_uid, f"{quote.span.start}:{quote.span.end}"),
            *form_of(text, quote.span, quote.kind, quote.attribution), quote.doubt, *ends(quote.outer), int(by_hand),
        )
        for quote in unlike
    ]  # fmt: skip
    db.write_all(
        f"INSERT INTO quote (id, version_id, {FOUND}) VALUES (?, ?, ?, {FORM_MARKS}, ?, ?, ?, ?)",
        [(id_, version_id, *row) for id_, row in zip(ids, rows, strict=True)],
    )
    spoken = sum(quote.kind.is_said for quote in unlike)
    db.write("UPDATE version SET unverified = unverified + ? WHERE id = ?", (spoken, version_id))
    words_at = {quote.span: own for quote, own in zip(found, words, strict=True)}
    search.index_new_quotes(db, [(id_, *words_at[quote.span]) for id_, quote in zip(ids, unlike, strict=True)])
    return InsertedQuotes(ids, {f"{row[1]}:{row[2]}": quote_digest(row) for row in rows})


FOUND = f"uid, {FORM}, doubt, outer_start, outer_end, by_hand"


def quote_digests(db: Database, version_id: VersionId) -> dict[str, str]:
    """Return "start:end" and a digest of everything a quote was found with, for each quote of a version."""
    rows = db.rows(f'SELECT {FOUND} FROM quote WHERE version_id = ? ORDER BY start, "end"', (version_id,))
    return {f"{row[1]}:{row[2]}": quote_digest(row) for row in rows}


def found_rows(db: Database, version_uid: str, named: Mapping[str, str]) -> list[tuple[object, ...]]:
    """Return what `quote_digest` takes of those quotes of a version that have the digests named by "start:end"."""
    rows = db.rows(
        f'SELECT {FOUND} FROM quote WHERE version_id = (SELECT id FROM version WHERE uid = ?) ORDER BY start, "end"',
        (version_uid,),
    )
    return [row for row in rows if named.get(f"{row[1]}:{row[2]}") == quote_digest(row)]


def quote_digest(row: Sequence[object]) -> str:
    return chain.digest({"quote": list(row)})[:32]


@value_type
class StoredQuote:
    """A quote as the file has it: what it was found with and what it was corrected to (None: nothing)."""

    id: QuoteId
    uid: str
    follows: QuoteId | None
    found: tuple[Any, ...]  # what `quote_digest` takes
    corrected: tuple[Any, ...] | None
    entries: int  # how many are about its form

    @property
    def where(self) -> str:
        return f"{self.found[1]}:{self.found[2]}"

    @property
    def form(self) -> tuple[Any, ...]:
        return self.corrected or self.found[1:]


def stored_quotes(db: Database, version_id: int) -> list[StoredQuote]:
    rows = db.rows(
        f"SELECT q.id, q.follows, {columns_of('q', FOUND)},"
        " (SELECT count(*) FROM entry WHERE subject = q.uid AND act IN (?, ?)),"
        f" e.quote_id, {columns_of('e')} FROM quote q"
        " LEFT JOIN quote_edit e ON e.quote_id = q.id WHERE q.version_id = ? ORDER BY q.id",
        (EntryKind.QUOTE_RESIZED, EntryKind.QUOTE_ATTRIBUTED, version_id),
    )
    size = 2 + len(FOUND.split(","))
    return [
        StoredQuote(row[0], row[2], row[1], row[2:size], None if row[size + 1] is None else row[size + 2 :], row[size])
        for row in rows
    ]


def uid_at(version_uid: str, where: str) -> str:
    """Make the uid of the quote found at "start:end" of a version."""
    return uid_from("quote", version_uid, where)


def add_later(
    db: Database, by: By, version: tuple[VersionId, str], text: str, found: FoundQuote, *, by_hand: bool
) -> QuoteId:
    """Add a quote to a version that is already there; one that is there comes back if it was deleted."""
    quote_uid = uid_at(version[1], f"{found.span.start}:{found.span.end}")
    there = db.value("SELECT id FROM quote WHERE uid = ?", (quote_uid,))
    if there is not None:
        if db.value("SELECT deleted FROM quote_now WHERE quote_id = ?", (there,)):
            change(db, by, quote_uid, EntryKind.QUOTE_RESTORED, {})
        return QuoteId(there)
    inserted = insert_quotes(db, version, text, [found], [quote_words(text, found)], by_hand=by_hand)
    [quote_id] = inserted.ids
    body = {"version": version[1], "quotes": inserted.digests}
    entries.append(db, by, EntryKind.QUOTE_ADDED, quote_uid, body)
    follows.follow(db, version[0])
    for (following,) in db.rows(
        "SELECT b.id FROM version a JOIN version b ON b.article_id = a.article_id AND b.number = a.number + 1"
        " WHERE a.id = ?",
        (version[0],),
    ):
        follows.follow(db, following)
    marks.play_heirs(db, [version[0]])
    return quote_id


def split(db: Database, by: By, version: Version, quote: Quote, halves: tuple[Span, Span]) -> QuoteId:
    """Let a quote end early and make a new one of its rest, of the same speaker and kind; returns the new one's id.

    The marks stay with the first half; the second half is unverified.
    """
    first, second = halves
    live = db.value(
        "SELECT 1 FROM quote q LEFT JOIN quote_now n ON n.quote_id = q.id"
        " WHERE q.uid = ? AND coalesce(n.deleted, 0) = 0",
        (uid_at(version.info.uid, f"{second.start}:{second.end}"),),
    )
    if live:
        raise Refused(tr("A quote that was found at that place is in the list already, perhaps with other ends."))
    resize(db, by, quote, version.text, first)
    found = FoundQuote(second, quote.kind, quote.attribution)
    new_id = add_later(db, by, (version.id, version.info.uid), version.text, found, by_hand=True)
    [new] = by_ids(db, [new_id])
    if new.span != second:  # it was there before, and had been given other ends when it was deleted
        resize(db, by, new, version.text, second)
    return new_id


def reshape(
    db: Database, by: By, spans: Iterable[tuple[Quote, Span, str]], kinds: Mapping[EntryKind, Iterable[Quote]]
) -> None:
    """Give quotes other ends (quote, span, text of the version), and delete or restore others."""
    for quote, span, text in spans:
        resize(db, by, quote, text, span)
    for kind, quotes in kinds.items():
        for quote in quotes:
            change(db, by, quote.uid, kind, {})


def hide_untouched(db: Database, by: By, version_id: VersionId, span: Span) -> None:
    """Take the quotes of a passage that nobody worked on out of sight with it."""
    for quote in of_versions(db, [version_id]):
        inside = span.start <= quote.span.start and quote.span.end <= span.end
        if inside and Flag.NOT_STARTED in quote.flags and not quote.by_hand:
            change(db, by, quote.uid, EntryKind.QUOTE_DELETED, {})
