"""Quotes as they are now: the row, its corrections, its newest mark and its computed flags."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop.domain import Flag, OpenReason, Quote, QuoteId, QuoteKind, Span, Status, VersionId, value_type
from desktop.store.errors import Missing
from desktop.store.file.database import row_id
from desktop.store.records import chain
from desktop.store.records.article_sources import NO_SOURCE
from desktop.store.records.entries import EntryKind
from desktop.store.records.quotes.marked_form import GIVING, Standing, standing
from desktop.store.records.quotes.quote_columns import COUNTED, FORM_SIZE, attribution, columns_of
from desktop.store.records.stories import locked_out
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from desktop.domain import StoryId
    from desktop.store.file.database import Database


_KINDS = {kind.value: kind for kind in QuoteKind}  # a look-up takes a fraction of what the call of an Enum takes
_STATUSES = {status.value: status for status in Status}
_GIVING_ACTS = ", ".join(f"'{act.value}'" for act in GIVING)

# The last three say which quotes have to be compared with others: in most lists none.
_QUOTE = (
    f"q.id, q.uid, q.version_id, q.doubt, q.by_hand, {columns_of('q')}, e.quote_id, {columns_of('e')},"
    " coalesce(n.deleted, 0), coalesce(n.marks, 0), coalesce(n.contested, 0), m.status, m.reason, m.basis, m.note,"
    " m.evidence, m.checker, m.at, m.attempted, q.follows IS NOT NULL AND m.attempted IS NOT 1,"
    f" m.attempted AND (m.act NOT IN ({_GIVING_ACTS}) OR m.exact <> coalesce(e.exact, q.exact)"
    f" OR EXISTS (SELECT 1 FROM entry d WHERE d.subject = q.uid AND d.act = '{EntryKind.QUOTE_ATTRIBUTED.value}'"
    " AND d.tick > m.tick)),"
    " m.attempted AND a.newest_id IS NOT q.version_id"
)
_QUOTE_FROM = (
    "FROM quote q LEFT JOIN quote_edit e ON e.quote_id = q.id LEFT JOIN quote_now n ON n.quote_id = q.id"
    " LEFT JOIN mark m ON m.id = n.mark_id LEFT JOIN version v ON v.id = q.version_id"
    " LEFT JOIN article a ON a.id = v.article_id"
)
_AMONG = "IN (SELECT value FROM json_each(?))"


_TARGET = (
    f"s.locked, s.title, v.text_sha256, coalesce(n.heads, ''), a.newest_id IS q.version_id, {chain.LINK}, {_QUOTE}"
)
_TARGET_FROM = (
    f"{_QUOTE_FROM} LEFT JOIN story s ON s.id = a.story_id"
    " JOIN chain k ON k.desk = ? AND k.of = 'marks' AND k.branch = ''"
)


@value_type
class Target:
    """A quote that is about to be marked, and what its mark will name; flags that take comparing are not set."""

    quote: Quote
    text_sha256: str  # of its version
    heads: tuple[str, ...]  # hashes of its newest marks
    newest: bool  # whether it stands in the newest version of its article
    link: chain.Link  # the place of the next mark in the desk's chain


def of_versions(db: Database, version_ids: Sequence[VersionId], *, deleted: bool = False) -> list[Quote]:
    """Return the quotes of versions, version by version as given, in text order."""
    rows = db.rows(
        f"SELECT {_QUOTE} {_QUOTE_FROM} WHERE q.version_id {_AMONG} AND coalesce(n.deleted, 0) = ?",
        (json.dumps(version_ids), deleted),
    )
    rank = {version_id: rank for rank, version_id in enumerate(version_ids)}
    return sorted(_quotes(db, rows), key=lambda quote: (rank[quote.version_id], quote.place))


def part_of_version(db: Database, version_id: VersionId, after: int, most: int) -> list[Quote]:
    """Return at most so many quotes of a version, those with the next numbers after one, in the order of these."""
    rows = db.rows(
        f"SELECT {_QUOTE} {_QUOTE_FROM} WHERE q.version_id = ? AND q.id > ? AND coalesce(n.deleted, 0) = 0"
        " ORDER BY q.id LIMIT ?",
        (version_id, after, most),
    )
    return list(_quotes(db, rows))


def newest_of_story(db: Database, story_id: StoryId) -> list[VersionId]:
    """Return the newest versions of the articles of a story that are no sources, in the order of the list."""
    ids = db.rows(
        "SELECT a.newest_id FROM article a WHERE a.story_id = ? AND a.deleted = 0 AND a.emptied = 0"
        f" AND {NO_SOURCE} ORDER BY a.id",
        (story_id,),
    )
    return [id_ for (id_,) in ids]


def with_evidence(db: Database, story_id: StoryId) -> list[Quote]:
    """Return the quotes of the newest versions of a story, but for its sources, whose newest mark names evidence."""
    rows = db.rows(
        f"SELECT {_QUOTE} {_QUOTE_FROM} WHERE q.version_id {_AMONG} AND coalesce(n.deleted, 0) = 0"
        " AND m.evidence <> ''",
        (json.dumps(newest_of_story(db, story_id)),),
    )
    return [quote for quote in _quotes(db, rows) if not quote.is_passed_over]


def next_unverified(db: Database, story_id: StoryId, listed: VersionId) -> QuoteId | None:
    """Return the first unverified quote of the articles of a story after that of a version, going round, or None.

    The quotes of the version itself do not count.
    """
    version = db.value(
        "SELECT v.id FROM article a JOIN version v ON v.id = a.newest_id"
        " WHERE a.story_id = ?1 AND a.deleted = 0 AND a.emptied = 0 AND v.unverified > 0 AND v.id <> ?2"
        f" AND {NO_SOURCE}"
        " ORDER BY a.id <= (SELECT article_id FROM version WHERE id = ?2), a.id LIMIT 1",
        (story_id, listed),
    )
    found = db.value(
        "SELECT q.id FROM quote q LEFT JOIN quote_edit e ON e.quote_id = q.id"
        " LEFT JOIN quote_now n ON n.quote_id = q.id LEFT JOIN mark m ON m.id = n.mark_id"
        " WHERE q.version_id = ? AND coalesce(n.deleted, 0) = 0"
        f" AND coalesce(m.status, '{Status.UNVERIFIED}') = '{Status.UNVERIFIED}' AND {COUNTED}"
        ' ORDER BY coalesce(e.start, q.start), coalesce(e."end", q."end"), q.id LIMIT 1',
        (version,),
    )
    return None if found is None else QuoteId(found)


def called_titles_or_names(db: Database) -> set[QuoteId]:
    """Return the quotes that a checker called a title or a name, and the program did not."""
    named = f"IN ('{QuoteKind.TITLE}', '{QuoteKind.NAME}')"
    rows = db.rows(
        f"SELECT q.id FROM quote_edit e JOIN quote q ON q.id = e.quote_id WHERE e.kind {named} AND q.kind NOT {named}"
    )
    return {id_ for (id_,) in rows}


def contested(db: Database) -> list[Quote]:
    """Return the quotes of newest versions on which checkers disagree."""
    ids = db.rows(
        "SELECT n.quote_id FROM quote_now n JOIN quote q ON q.id = n.quote_id"
        " JOIN article a ON a.newest_id = q.version_id"
        " WHERE n.contested AND NOT n.deleted AND NOT a.deleted AND NOT a.emptied ORDER BY a.id, q.start"
    )
    return by_ids(db, [id_ for (id_,) in ids])


def by_ids(db: Database, quote_ids: Sequence[QuoteId], *, compared: bool = True) -> list[Quote]:
    """Return quotes in the order asked for; raises Missing if one is not there.

    Unless `compared` with other versions, the flags that this takes (changed since, anchor lost) are not set.
    """
    rows = _rows(db, _QUOTE, quote_ids)
    quotes = _quotes(db, rows) if compared else [_quote(row, changed=False, lost=False) for row in rows]
    found = {quote.id: quote for quote in quotes}
    return [found[id_] for id_ in quote_ids]


def targets(db: Database, desk: str, quote_ids: Sequence[QuoteId]) -> list[Target]:
    """Read quotes and all that a mark of theirs needs at once, in the order asked for.

    Raises Missing if one is not there, Refused if the story of one is locked.
    """
    found: dict[QuoteId, Target] = {}
    try:
        rows = _rows(db, _TARGET, quote_ids, _TARGET_FROM, (desk,))
    except Missing:
        chain.next_link(db, desk, chain.MARKS)  # the quotes may be there, and the chain not
        raise
    for locked, title, text_sha256, heads, newest, *row in rows:
        if locked:
            raise locked_out(title)
        link, columns = chain.link_of(desk, row[: chain.LINK_SIZE]), tuple(row[chain.LINK_SIZE :])
        quote = _quote(columns, changed=False, lost=False)
        found[quote.id] = Target(quote, text_sha256, tuple(heads.split()), bool(newest), link)
    return [found[id_] for id_ in quote_ids]


def _rows(
    db: Database,
    columns: str,
    quote_ids: Sequence[QuoteId],
    tables: str = _QUOTE_FROM,
    parameters: tuple[object, ...] = (),
) -> list[tuple[Any, ...]]:
    if len(quote_ids) == 1:  # quicker asked for by itself, and every mark does it
        rows = db.rows(f"SELECT {columns} {tables} WHERE q.id = ?", (*parameters, *quote_ids))
    else:
        rows = db.rows(f"SELECT {columns} {tables} WHERE q.id {_AMONG}", (*parameters, json.dumps(quote_ids)))
    if len(rows) < len(set(quote_ids)):
        raise Missing(tr("That quote is not on this desk."))
    return rows


def quote_id(db: Database, id_or_uid: str) -> QuoteId:
    """Find a quote by its number, or by its uid where it is not deleted nor its article; raises Missing."""
    found = db.value(
        "SELECT q.id FROM quote q JOIN version v ON v.id = q.version_id JOIN article a ON a.id = v.article_id"
        " LEFT JOIN quote_now n ON n.quote_id = q.id WHERE q.id = ?1"
        " OR q.uid = ?2 AND NOT a.deleted AND NOT a.emptied AND coalesce(n.deleted, 0) = 0",
        (row_id(id_or_uid), id_or_uid),
    )
    if found is None:
        raise Missing(tr("That quote is not on this desk."))
    return QuoteId(found)


def _quotes(db: Database, rows: Sequence[tuple[Any, ...]]) -> Iterable[Quote]:
    changed = _changed_since(db, [row[0] for row in rows if row[-3]])
    effective = standing(db, [row[0] for row in rows if row[-2]])
    changed |= {quote for quote, one in effective.items() if one.changed}  # by hand
    lost = _lost(db, [row[0] for row in rows if row[-1]])
    return [
        _quote(row, changed=row[0] in changed, lost=row[0] in lost, effective=effective.get(row[0])) for row in rows
    ]


def _changed_since(db: Database, quote_ids: list[int]) -> set[int]:
    """Return the quotes that have other words or another speaker than the nearest earlier version with a status."""
    if not quote_ids:
        return set()
    rows = db.rows(
        f"""
        WITH RECURSIVE line (quote, ancestor, step) AS (
            SELECT id, follows, 1 FROM quote WHERE id {_AMONG} AND follows IS NOT NULL
            UNION ALL
            SELECT line.quote, quote.follows, step + 1 FROM line JOIN quote ON quote.id = line.ancestor
            WHERE quote.follows IS NOT NULL AND step < 1000
        )
        SELECT line.quote, m.status <> 'unverified' AND (coalesce(e.exact, quote.exact) <> coalesce(f.exact, own.exact)
            OR coalesce(nullif(coalesce(e.person, quote.person), ''), coalesce(e.speaker, quote.speaker))
            <> coalesce(nullif(coalesce(f.person, own.person), ''), coalesce(f.speaker, own.speaker))), min(step)
        FROM line JOIN quote ON quote.id = line.ancestor JOIN quote own ON own.id = line.quote
        LEFT JOIN quote_edit e ON e.quote_id = quote.id LEFT JOIN quote_edit f ON f.quote_id = own.id
        JOIN quote_now n ON n.quote_id = line.ancestor JOIN mark m ON m.id = n.mark_id AND m.attempted
        GROUP BY line.quote
        """,
        (json.dumps(quote_ids),),
    )
    return {quote for quote, changed, _ in rows if changed}


def _lost(db: Database, quote_ids: list[int]) -> set[int]:
    """Return the quotes with a mark that have no counterpart although their article has a newer version."""
    if not quote_ids:
        return set()
    rows = db.rows(
        "SELECT q.id FROM quote q JOIN quote_now n ON n.quote_id = q.id"
        " JOIN mark m ON m.id = n.mark_id AND m.attempted"
        " JOIN version v ON v.id = q.version_id JOIN article a ON a.id = v.article_id"
        f" WHERE q.id {_AMONG} AND a.newest_id <> v.id AND NOT EXISTS (SELECT 1 FROM quote f WHERE f.follows = q.id)",
        (json.dumps(quote_ids),),
    )
    return {quote for (quote,) in rows}


def _quote(row: tuple[Any, ...], *, changed: bool, lost: bool, effective: Standing | None = None) -> Quote:
    """Make a quote of a row; `effective` says who gave its status where that is not its newest mark."""
    edited = row[5 + FORM_SIZE] is not None
    form = row[6 + FORM_SIZE : 6 + 2 * FORM_SIZE] if edited else row[5 : 5 + FORM_SIZE]
    deleted, marks, contested, status, reason, basis, note, evidence, checker, at, attempted = row[
        6 + 2 * FORM_SIZE : -3
    ]
    who, when = (effective.checker, effective.at) if effective is not None else (checker, at) if attempted else ("", "")
    flags = flags_of(
        status, reason or "", attempted=bool(attempted), sourced=bool(basis or evidence), contested=bool(contested)
    )
    if changed:
        flags.add(Flag.CHANGED_SINCE)
    if lost:
        flags.add(Flag.ANCHOR_LOST)
    return Quote(
        id=row[0], uid=row[1], version_id=row[2], span=Span(form[0], form[1]), text=form[2], prefix=form[3],
        suffix=form[4], kind=_KINDS[form[6]], attribution=attribution(form), paragraph=form[5],
        status=_STATUSES[status or "unverified"], reason=reason or "", basis=basis or "", note=note or "",
        evidence=evidence or "", checker=who, marked_at=chain.time_of(when) if when else None, marks=marks,
        doubt=row[3], by_hand=bool(row[4]),
        flags=frozenset(flags), deleted=bool(deleted),
    )  # fmt: skip


def flags_of(status: str | None, reason: str, *, attempted: bool, sourced: bool, contested: bool) -> set[Flag]:
    """Return the flags that follow from the newest mark alone.

    That a quote could not be confirmed is said only where a checker chose to say it: neither a note nor a mark as
    unverified says so.
    """
    flags = {Flag.CHECKERS_DISAGREE} if contested else set()
    if not (attempted or sourced):
        flags.add(Flag.NOT_STARTED)
    elif status == Status.UNVERIFIED:
        flags |= {Flag.COULD_NOT_CONFIRM} if reason == OpenReason.COULD_NOT_CONFIRM else set()
    elif not sourced:
        flags.add(Flag.NO_SOURCE)
    return flags
