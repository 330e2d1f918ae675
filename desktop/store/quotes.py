"""Which quotes does a version hold, and what do they come to now?"""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.domain import Attribution, Flag, Quote, QuoteId, QuoteKind, Span, Status, VersionId
from desktop.store import chain, entries, search
from desktop.store.articles import uid_from
from desktop.store.entries import By, Deed
from desktop.store.errors import Missing, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from desktop.domain import ArticleId, FoundQuote, StoryId
    from desktop.store.database import Database

CONTEXT = 32  # code points of prefix and suffix
FORM = (
    'start, "end", exact, prefix, suffix, paragraph, kind, speaker, speaker_start, speaker_end, person, role, cue,'
    " cue_start, cue_end, via"
)
_FORM_SIZE = len(FORM.split(","))
_FORM_MARKS = ", ".join("?" * _FORM_SIZE)


def _of(alias: str, columns: str = FORM) -> str:
    return ", ".join(f"{alias}.{column.strip()}" for column in columns.split(","))


_QUOTE = (
    f"q.id, q.uid, q.version_id, q.doubt, q.by_hand, {_of('q')}, e.quote_id, {_of('e')}, coalesce(n.deleted, 0),"
    " coalesce(n.marks, 0), coalesce(n.contested, 0), m.status, m.reason, m.basis, m.note, m.evidence, m.checker, m.at,"
    " m.attempted"
)
_QUOTE_FROM = (
    "FROM quote q LEFT JOIN quote_edit e ON e.quote_id = q.id LEFT JOIN quote_now n ON n.quote_id = q.id"
    " LEFT JOIN mark m ON m.id = n.mark_id"
)
_AMONG = "IN (SELECT value FROM json_each(?))"


# -- reading -------------------------------------------------------------------------------------------------------


def of_versions(db: Database, version_ids: Sequence[VersionId], *, deleted: bool = False) -> list[Quote]:
    """Return the quotes of versions, version by version as given, in text order."""
    rows = db.rows(
        f"SELECT {_QUOTE} {_QUOTE_FROM} WHERE q.version_id {_AMONG} AND coalesce(n.deleted, 0) = ?",
        (json.dumps(version_ids), deleted),
    )
    place = {version_id: place for place, version_id in enumerate(version_ids)}
    return sorted(_quotes(db, rows), key=lambda quote: (place[quote.version_id], quote.span, quote.id))


def of_story(db: Database, story_id: StoryId) -> list[Quote]:
    ids = db.rows(
        "SELECT newest_id FROM article WHERE story_id = ? AND deleted = 0 AND emptied = 0 ORDER BY id", (story_id,)
    )
    return of_versions(db, [id_ for (id_,) in ids])


def by_ids(db: Database, quote_ids: Sequence[QuoteId]) -> list[Quote]:
    """Return quotes in the order asked for; raises Missing if one is not there."""
    rows = db.rows(f"SELECT {_QUOTE} {_QUOTE_FROM} WHERE q.id {_AMONG}", (json.dumps(quote_ids),))
    found = {quote.id: quote for quote in _quotes(db, rows)}
    if len(found) < len(set(quote_ids)):
        raise Missing("That quote is not on this desk.")
    return [found[id_] for id_ in quote_ids]


def uid(db: Database, quote_id: QuoteId) -> str:
    found = db.value("SELECT uid FROM quote WHERE id = ?", (quote_id,))
    if found is None:
        raise Missing("That quote is not on this desk.")
    return str(found)


def _quotes(db: Database, rows: Sequence[tuple[Any, ...]]) -> Iterable[Quote]:
    ids = [row[0] for row in rows]
    changed, lost = _changed_since(db, ids), _lost(db, ids)
    return [_quote(row, changed=row[0] in changed, lost=row[0] in lost) for row in rows]


def _changed_since(db: Database, quote_ids: list[int]) -> set[int]:
    """Which quotes differ from the nearest earlier version of theirs that a checker worked on and gave a status?"""
    rows = db.rows(
        f"""
        WITH RECURSIVE line (quote, ancestor, step) AS (
            SELECT id, follows, 1 FROM quote WHERE id {_AMONG} AND follows IS NOT NULL
            UNION ALL
            SELECT line.quote, quote.follows, step + 1 FROM line JOIN quote ON quote.id = line.ancestor
            WHERE quote.follows IS NOT NULL AND step < 1000
        )
        SELECT line.quote, quote.exact <> own.exact AND m.status <> 'unverified', min(step)
        FROM line JOIN quote ON quote.id = line.ancestor JOIN quote own ON own.id = line.quote
        JOIN quote_now n ON n.quote_id = line.ancestor JOIN mark m ON m.id = n.mark_id AND m.attempted
        GROUP BY line.quote
        """,
        (json.dumps(quote_ids),),
    )
    return {quote for quote, changed, _ in rows if changed}


def _lost(db: Database, quote_ids: list[int]) -> set[int]:
    """Which quotes with a mark have no counterpart although their article has a newer version?"""
    rows = db.rows(
        "SELECT q.id FROM quote q JOIN quote_now n ON n.quote_id = q.id"
        " JOIN mark m ON m.id = n.mark_id AND m.attempted"
        " JOIN version v ON v.id = q.version_id JOIN article a ON a.id = v.article_id"
        f" WHERE q.id {_AMONG} AND a.newest_id <> v.id AND NOT EXISTS (SELECT 1 FROM quote f WHERE f.follows = q.id)",
        (json.dumps(quote_ids),),
    )
    return {quote for (quote,) in rows}


def _quote(row: tuple[Any, ...], *, changed: bool, lost: bool) -> Quote:
    edited = row[5 + _FORM_SIZE] is not None
    form = row[6 + _FORM_SIZE : 6 + 2 * _FORM_SIZE] if edited else row[5 : 5 + _FORM_SIZE]
    deleted, marks, contested, status, reason, basis, note, evidence, checker, at, attempted = row[6 + 2 * _FORM_SIZE :]
    flags = set(_flags(status, attempted=bool(attempted), sourced=bool(basis or evidence)))
    if changed and not attempted:
        flags.add(Flag.CHANGED_SINCE)
    if lost:
        flags.add(Flag.ANCHOR_LOST)
    if contested:
        flags.add(Flag.CHECKERS_DISAGREE)
    return Quote(
        id=row[0], uid=row[1], version_id=row[2], span=Span(form[0], form[1]), text=form[2], prefix=form[3],
        suffix=form[4], kind=QuoteKind(form[6]), attribution=attribution(form), paragraph=form[5],
        status=Status(status or "unverified"), reason=reason or "", basis=basis or "", note=note or "",
        evidence=evidence or "", checker=checker if attempted else "",
        marked_at=datetime.fromisoformat(at) if attempted else None, marks=marks, doubt=row[3], by_hand=bool(row[4]),
        flags=frozenset(flags), deleted=bool(deleted),
    )  # fmt: skip


def _flags(status: str | None, *, attempted: bool, sourced: bool) -> Iterable[Flag]:
    if not attempted:
        yield Flag.NOT_STARTED
    elif status == Status.UNVERIFIED:
        yield Flag.COULD_NOT_CONFIRM
    elif not sourced:
        yield Flag.NO_SOURCE


def attribution(form: Sequence[Any]) -> Attribution:
    return Attribution(
        speaker=form[7], speaker_span=_span(form[8], form[9]), person=form[10], role=form[11], cue=form[12],
        cue_span=_span(form[13], form[14]), via=form[15],
    )  # fmt: skip


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


# -- adding --------------------------------------------------------------------------------------------------------


def place(text: str, span: Span) -> tuple[int, int, str, str, str, int]:
    """Return start, end, exact, prefix, suffix and paragraph of a span."""
    if not 0 <= span.start < span.end <= len(text):
        raise Refused("A quote has to hold at least one letter of the text.")
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    return span.start, span.end, span.of(text), before, after, paragraph(text, span.start)


def paragraph(text: str, offset: int) -> int:
    """Number the paragraph an offset stands in, from 1; blank lines do not count."""
    return 1 + sum(1 for _ in re.finditer(r"[^\n]*\S[^\n]*\n", text[:offset]))


def form_of(text: str, span: Span, kind: QuoteKind, attribution: Attribution) -> tuple[object, ...]:
    speaker, cue = attribution.speaker_span, attribution.cue_span
    return (
        *place(text, span), kind, attribution.speaker, *_ends(speaker), attribution.person, attribution.role,
        attribution.cue, *_ends(cue), attribution.via,
    )  # fmt: skip


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def insert_quotes(
    db: Database, version: tuple[VersionId, str], text: str, found: Iterable[FoundQuote], *, by_hand: bool = False
) -> list[QuoteId]:
    """Store quotes of a version (its id and uid); two at the same place are one. Counts them as unverified."""
    version_id, version_uid = version
    ids = []
    for quote in {quote.span: quote for quote in found}.values():
        quote_uid = uid_at(version_uid, f"{quote.span.start}:{quote.span.end}")
        id_ = db.write(
            f"INSERT INTO quote (uid, version_id, {FORM}, doubt, outer_start, outer_end, by_hand)"
            f" VALUES (?, ?, {_FORM_MARKS}, ?, ?, ?, ?)",
            (
                quote_uid, version_id, *form_of(text, quote.span, quote.kind, quote.attribution), quote.doubt,
                *_ends(quote.outer), by_hand,
            ),
        )  # fmt: skip
        ids.append(QuoteId(id_))
    db.write("UPDATE version SET unverified = unverified + ? WHERE id = ?", (len(ids), version_id))
    search.index_quotes(db, ids)
    return ids


_BIRTH = f"uid, {FORM}, doubt, outer_start, outer_end"


def birth_digests(db: Database, version_id: VersionId) -> dict[str, str]:
    """Return "start:end" and a digest of everything a quote was found with, for each quote of a version."""
    rows = db.rows(f'SELECT {_BIRTH} FROM quote WHERE version_id = ? ORDER BY start, "end"', (version_id,))
    return {f"{row[1]}:{row[2]}": birth_digest(row) for row in rows}


def birth_digest(row: Sequence[object]) -> str:
    return chain.digest({"quote": list(row)})[:32]


def births(db: Database, version_id: int) -> list[tuple[int, str, tuple[Any, ...], tuple[Any, ...] | None]]:
    """Return id, uid, what it was found with and the corrected form (None if none) of each quote of a version."""
    rows = db.rows(
        f"SELECT q.id, {_of('q', _BIRTH)}, e.quote_id, {_of('e')} FROM quote q"
        " LEFT JOIN quote_edit e ON e.quote_id = q.id WHERE q.version_id = ? ORDER BY q.id",
        (version_id,),
    )
    size = 1 + len(_BIRTH.split(","))
    return [(row[0], row[1], row[1:size], None if row[size] is None else row[size + 1 :]) for row in rows]


def uid_at(version_uid: str, where: str) -> str:
    """Make the uid of the quote found at "start:end" of a version."""
    return uid_from("quote", version_uid, where)


def fits(text: str, form: Sequence[Any]) -> bool:
    """Say whether the text says at the quote's place what the quote says."""
    start, end = form[0], form[1]
    return 0 <= start < end <= len(text) and place(text, Span(start, end)) == tuple(form[:6])


def is_deleted(db: Database, quote_uid: str) -> bool:
    said = entries.of_subject(db, quote_uid)
    thrown = [entry.deed for entry in said if entry.deed in {Deed.QUOTE_DELETED, Deed.QUOTE_RESTORED}]
    return thrown[-1:] == [Deed.QUOTE_DELETED]


def add_later(
    db: Database, by: By, version: tuple[VersionId, str], text: str, found: FoundQuote, *, by_hand: bool
) -> QuoteId:
    """Add a quote to a version that is already there; one that is there comes back if it was deleted."""
    quote_uid = uid_at(version[1], f"{found.span.start}:{found.span.end}")
    there = db.value("SELECT id FROM quote WHERE uid = ?", (quote_uid,))
    if there is not None:
        if db.value("SELECT deleted FROM quote_now WHERE quote_id = ?", (there,)):
            change(db, by, quote_uid, Deed.QUOTE_RESTORED, {})
        return QuoteId(there)
    [quote_id] = insert_quotes(db, version, text, [found], by_hand=by_hand)
    row = db.row(f"SELECT {_BIRTH} FROM quote WHERE id = ?", (quote_id,)) or ()
    place = f"{found.span.start}:{found.span.end}"
    born: dict[str, object] = {"version": version[1], "by_hand": by_hand, "quotes": {place: birth_digest(row)}}
    entries.append(db, by, Deed.QUOTE_ADDED, quote_uid, born)
    return quote_id


def hide_untouched(db: Database, by: By, version_id: VersionId, span: Span) -> None:
    """Take the quotes of a passage that nobody worked on out of sight with it."""
    for quote in of_versions(db, [version_id]):
        inside = span.start <= quote.span.start and quote.span.end <= span.end
        if inside and Flag.NOT_STARTED in quote.flags and not quote.by_hand:
            change(db, by, quote.uid, Deed.QUOTE_DELETED, {})


# -- changing ------------------------------------------------------------------------------------------------------


def change(db: Database, by: By, quote_uid: str, deed: Deed, body: dict[str, object]) -> None:
    """Say one thing about a quote and let it take effect."""
    entries.append(db, by, deed, quote_uid, body)
    play_quote(db, quote_uid)


def resize(db: Database, by: By, quote: Quote, text: str, span: Span) -> None:
    place(text, span)
    body: dict[str, object] = {"start": span.start, "end": span.end, "was": [quote.span.start, quote.span.end]}
    change(db, by, quote.uid, Deed.QUOTE_RESIZED, body)


def attribute(db: Database, by: By, quote: Quote, attribution: Attribution, kind: QuoteKind) -> None:
    now, was = attribution_dict(attribution), attribution_dict(quote.attribution)
    body: dict[str, object] = {"attribution": now, "kind": kind, "was": {"attribution": was, "kind": quote.kind}}
    change(db, by, quote.uid, Deed.QUOTE_ATTRIBUTED, body)


def play_quote(db: Database, quote_uid: str) -> None:
    """Set place, speaker, kind and deletion of a quote to what its entries come to."""
    quote_id, version_id = db.row("SELECT id, version_id FROM quote WHERE uid = ?", (quote_uid,)) or (0, 0)
    form, deleted = quote_state(db, quote_uid)
    with search.reindexed_quote(db, quote_id):
        _set_form(db, quote_id, form)
    db.write(
        "INSERT INTO quote_now (quote_id, deleted) VALUES (?, ?) ON CONFLICT (quote_id) DO UPDATE SET deleted = ?",
        (quote_id, deleted, deleted),
    )
    recount(db, version_id)


def quote_state(db: Database, quote_uid: str) -> tuple[tuple[object, ...] | None, bool]:
    """Return the form a quote's entries give it (None: that it was found in) and whether they delete it."""
    row = db.row(f"SELECT version_id, {FORM} FROM quote WHERE uid = ?", (quote_uid,))
    assert row is not None, "an entry about a quote that is not there"
    born = row[1:]
    span, kind, said_by, deleted = Span(born[0], born[1]), QuoteKind(born[6]), attribution(born), False
    for entry in entries.of_subject(db, quote_uid):
        if entry.deed == Deed.QUOTE_RESIZED:
            span = Span(_int(entry.body["start"]), _int(entry.body["end"]))
        elif entry.deed == Deed.QUOTE_ATTRIBUTED:
            kind, said_by = QuoteKind(str(entry.body["kind"])), attribution_from(entry.body["attribution"])
        elif entry.deed in {Deed.QUOTE_DELETED, Deed.QUOTE_RESTORED}:
            deleted = entry.deed == Deed.QUOTE_DELETED
    form = form_of(text_of(db, row[0]), span, kind, said_by)
    return (None if form == born else form), deleted


def text_of(db: Database, version_id: VersionId) -> str:
    return str(db.value("SELECT text FROM version_text WHERE version_id = ?", (version_id,)))


def _set_form(db: Database, quote_id: int, form: tuple[object, ...] | None) -> None:
    db.write("DELETE FROM quote_edit WHERE quote_id = ?", (quote_id,))
    if form is not None:
        db.write(f"INSERT INTO quote_edit (quote_id, {FORM}) VALUES (?, {_FORM_MARKS})", (quote_id, *form))


def recount(db: Database, version_id: int) -> None:
    db.write(
        "UPDATE version SET verified = ?, disputed = ?, unverified = ? WHERE id = ?",
        (*tally(db, version_id), version_id),
    )


def tally(db: Database, version_id: int) -> tuple[int, ...]:
    """Count the quotes of a version that are not deleted, by status."""
    found: dict[str, int] = dict(
        db.rows(
            "SELECT coalesce(m.status, 'unverified'), count(*) FROM quote q LEFT JOIN quote_now n ON n.quote_id = q.id"
            " LEFT JOIN mark m ON m.id = n.mark_id WHERE q.version_id = ? AND coalesce(n.deleted, 0) = 0 GROUP BY 1",
            (version_id,),
        )
    )
    return tuple(found.get(status.value, 0) for status in Status)


def attribution_dict(said_by: Attribution) -> dict[str, object]:
    return {
        "speaker": said_by.speaker, "speaker_span": list(_ends(said_by.speaker_span)), "person": said_by.person,
        "role": said_by.role, "cue": said_by.cue, "cue_span": list(_ends(said_by.cue_span)), "via": said_by.via,
    }  # fmt: skip


def attribution_from(body: object) -> Attribution:
    assert isinstance(body, dict)
    spans = {name: _span(*body[name]) for name in ("speaker_span", "cue_span")}
    return Attribution(**(body | spans))


def _int(value: object) -> int:
    assert isinstance(value, int)
    return value


def follow(db: Database, article_id: ArticleId, version_id: VersionId) -> list[tuple[QuoteId, QuoteId]]:
    """Link quotes of a version to those of the version before; returns (new, old) where the wording is the same."""
    former = db.value(
        "SELECT id FROM version WHERE article_id = ? AND number < (SELECT number FROM version WHERE id = ?)"
        " ORDER BY number DESC LIMIT 1",
        (article_id, version_id),
    )
    if former is None:
        return []
    old, new = of_versions(db, [former]), of_versions(db, [version_id])
    same = _same_wording(old, new)
    db.write_all("UPDATE quote SET follows = ? WHERE id = ?", [(was.id, now.id) for now, was in same])
    return [(now.id, was.id) for now, was in same]


def _same_wording(old: Sequence[Quote], new: Sequence[Quote]) -> list[tuple[Quote, Quote]]:
    """Pair quotes of exactly the same wording, the first with the first, the second with the second."""
    waiting: dict[str, list[Quote]] = {}
    for quote in reversed(old):
        waiting.setdefault(quote.text, []).append(quote)
    return [(quote, waiting[quote.text].pop()) for quote in new if waiting.get(quote.text)]
