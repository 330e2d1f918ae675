"""Corrections of quotes: speaker, kind, bounds, deletion, and what their entries come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import Attribution, Quote, QuoteKind, Span, Status, VersionId
from desktop.store.records import entries
from desktop.store.records import search_index as search
from desktop.store.records.entries import By, EntryKind
from desktop.store.records.quotes.quote_columns import (
    COUNTED,
    FORM,
    FORM_ATTRIBUTED,
    FORM_ATTRIBUTED_MARKS,
    FORM_MARKS,
    FORM_PLACE,
    attributed_columns,
    attribution,
    columns_of,
    ends,
    form_of,
    place,
    span_or_none,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.store.file.database import Database


def change(db: Database, by: By, quote_uid: str, kind: EntryKind, body: dict[str, object]) -> None:
    """Say one thing about a quote and let it take effect."""
    entries.append(db, by, kind, quote_uid, body)
    play_quote(db, quote_uid)


def resize(db: Database, by: By, quote: Quote, text: str, span: Span) -> None:
    place(text, span)
    body: dict[str, object] = {"start": span.start, "end": span.end, "was": [quote.span.start, quote.span.end]}
    change(db, by, quote.uid, EntryKind.QUOTE_RESIZED, body)


def attribute(db: Database, by: By, quote: Quote, attribution: Attribution, kind: QuoteKind) -> None:
    attribute_all(db, by, [(quote, attribution, kind)])


def name_speakers(db: Database, by: By, named: Sequence[tuple[Quote, Attribution]]) -> None:
    """Correct who speaks, and leave what kind of quote it is."""
    attribute_all(db, by, [(quote, now, quote.kind) for quote, now in named])


def attribute_all(db: Database, by: By, corrected: Sequence[tuple[Quote, Attribution, QuoteKind]]) -> None:
    """Correct who says quotes, and what kind they are, at a cost that does not grow with the text around.

    Each quote gets an entry of its own; all are written together, for one person may have said a thousand things.
    """
    if not corrected:
        return
    entries.append_all(db, by, EntryKind.QUOTE_ATTRIBUTED, [(each[0].uid, _body(*each)) for each in corrected])
    ids = [quote.id for quote, _, _ in corrected]
    new = columns_of("excluded", FORM_ATTRIBUTED)
    with search.reindexed_quotes(db, ids):
        db.write_all(
            f"INSERT INTO quote_edit (quote_id, {FORM}) SELECT id, {FORM_PLACE}, {FORM_ATTRIBUTED_MARKS} FROM quote"
            f" WHERE id = ? ON CONFLICT (quote_id) DO UPDATE SET ({FORM_ATTRIBUTED}) = ({new})",
            [(*attributed_columns(kind, now), quote.id) for quote, now, kind in corrected],
        )
        db.write_all(
            f"DELETE FROM quote_edit WHERE quote_id = ?1 AND (({FORM}) IS (SELECT {FORM} FROM quote WHERE id = ?1)"
            # Of what was emptied from the trash nothing can change.
            " OR (SELECT version_id FROM quote WHERE id = ?1) NOT IN (SELECT version_id FROM version_text))",
            [(id_,) for id_ in ids],
        )
    db.write_all(
        "INSERT INTO quote_now (quote_id) VALUES (?) ON CONFLICT (quote_id) DO NOTHING", [(id_,) for id_ in ids]
    )
    for version_id in {quote.version_id for quote, _, kind in corrected if quote.kind.is_said is not kind.is_said}:
        recount(db, version_id)


def _body(quote: Quote, attribution: Attribution, kind: QuoteKind) -> dict[str, object]:
    was = {"attribution": attribution_dict(quote.attribution), "kind": quote.kind}
    return {"attribution": attribution_dict(attribution), "kind": kind, "was": was}


def set_deleted(db: Database, by: By, quotes: Sequence[Quote], *, deleted: bool) -> None:
    """Take quotes out of the list, or bring them back; an entry each, all written together."""
    kind = EntryKind.QUOTE_DELETED if deleted else EntryKind.QUOTE_RESTORED
    entries.append_all(db, by, kind, [(quote.uid, {}) for quote in quotes])
    db.write_all(
        "INSERT INTO quote_now (quote_id, deleted) VALUES (?, ?)"
        " ON CONFLICT (quote_id) DO UPDATE SET deleted = excluded.deleted",
        [(quote.id, deleted) for quote in quotes],
    )
    for version_id in {quote.version_id for quote in quotes}:
        recount(db, version_id)


def play_quote(db: Database, quote_uid: str) -> None:
    """Set place, speaker, kind and deletion of a quote to what its entries come to."""
    quote_id, version_id = db.row("SELECT id, version_id FROM quote WHERE uid = ?", (quote_uid,)) or (0, 0)
    form, deleted = quote_state(db, quote_uid)
    with search.reindexed_quote(db, quote_id):
        set_form(db, quote_id, form)
    db.write(
        "INSERT INTO quote_now (quote_id, deleted) VALUES (?, ?) ON CONFLICT (quote_id) DO UPDATE SET deleted = ?",
        (quote_id, deleted, deleted),
    )
    recount(db, version_id)


def quote_state(db: Database, quote_uid: str) -> tuple[tuple[object, ...] | None, bool]:
    """Return the form a quote's entries give it (None: that it was found in) and whether they delete it."""
    row = db.row(f"SELECT version_id, {FORM} FROM quote WHERE uid = ?", (quote_uid,))
    assert row is not None, "an entry about a quote that is not there"
    found = row[1:]
    span, kind, attributed, deleted = Span(found[0], found[1]), QuoteKind(found[6]), attribution(found), False
    for entry in entries.of_subject(db, quote_uid):
        if entry.kind == EntryKind.QUOTE_RESIZED:
            span = Span(_int(entry.body["start"]), _int(entry.body["end"]))
        elif entry.kind == EntryKind.QUOTE_ATTRIBUTED:
            kind, attributed = QuoteKind(str(entry.body["kind"])), attribution_from(entry.body["attribution"])
        elif entry.kind in {EntryKind.QUOTE_DELETED, EntryKind.QUOTE_RESTORED}:
            deleted = entry.kind == EntryKind.QUOTE_DELETED
    text = text_of(db, row[0])
    if text is None:  # emptied from the trash: nothing about it can change
        return None, deleted
    form = form_of(text, span, kind, attributed)
    return (None if form == found else form), deleted


def set_form(db: Database, quote_id: int, form: tuple[object, ...] | None) -> None:
    db.write("DELETE FROM quote_edit WHERE quote_id = ?", (quote_id,))
    if form is not None:
        db.write(f"INSERT INTO quote_edit (quote_id, {FORM}) VALUES (?, {FORM_MARKS})", (quote_id, *form))


def is_deleted(db: Database, quote_uid: str) -> bool:
    known = entries.of_subject(db, quote_uid)
    thrown = [entry.kind for entry in known if entry.kind in {EntryKind.QUOTE_DELETED, EntryKind.QUOTE_RESTORED}]
    return thrown[-1:] == [EntryKind.QUOTE_DELETED]


def is_attributed(db: Database, quote_uid: str) -> bool:
    """Say whether somebody corrected who says it, or what kind of quote it is."""
    return any(entry.kind == EntryKind.QUOTE_ATTRIBUTED for entry in entries.of_subject(db, quote_uid))


def recount(db: Database, version_id: int) -> None:
    db.write(
        "UPDATE version SET verified = ?, disputed = ?, unverified = ? WHERE id = ?",
        (*tally(db, version_id), version_id),
    )


def tally(db: Database, version_id: int) -> tuple[int, ...]:
    """Count the quotes of a version that are not deleted, by status; no titles and names that nobody worked on."""
    found: dict[str, int] = dict(
        db.rows(
            "SELECT coalesce(m.status, 'unverified'), count(*) FROM quote q LEFT JOIN quote_now n ON n.quote_id = q.id"
            " LEFT JOIN mark m ON m.id = n.mark_id LEFT JOIN quote_edit e ON e.quote_id = q.id"
            f" WHERE q.version_id = ? AND coalesce(n.deleted, 0) = 0 AND {COUNTED} GROUP BY 1",
            (version_id,),
        )
    )
    return tuple(found.get(status.value, 0) for status in Status)


def attribution_dict(it: Attribution) -> dict[str, object]:
    return {
        "speaker": it.speaker, "speaker_span": list(ends(it.speaker_span)), "person": it.person,
        "role": it.role, "cue": it.cue, "cue_span": list(ends(it.cue_span)), "via": it.via,
    }  # fmt: skip


def attribution_from(body: object) -> Attribution:
    assert isinstance(body, dict)
    spans = {name: span_or_none(*body[name]) for name in ("speaker_span", "cue_span")}
    return Attribution(**(body | spans))


def _int(value: object) -> int:
    assert isinstance(value, int)
    return value


def text_of(db: Database, version_id: VersionId) -> str | None:
    found = db.value("SELECT text FROM version_text WHERE version_id = ?", (version_id,))
    return None if found is None else str(found)
