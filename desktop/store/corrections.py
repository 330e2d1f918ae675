"""How are quotes corrected, deleted and brought back, and what do these entries come to?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import Attribution, Quote, QuoteKind, Span, Status, VersionId
from desktop.store import entries, search
from desktop.store.entries import By, Deed
from desktop.store.forms import FORM, FORM_MARKS, attribution, ends, form_of, place, span_or_none

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.store.database import Database


_NAMED = FORM.replace("person, role", "?, ?")


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


def name_speakers(db: Database, by: By, said: Sequence[tuple[Quote, Attribution]]) -> None:
    """Correct person and role alone, as `attribute` does, at a cost that does not grow with the text around.

    Each quote gets an entry of its own; all are written together, for one person may have said a thousand things.
    """
    entries.append_all(db, by, Deed.QUOTE_ATTRIBUTED, [(quote.uid, _naming(quote, now)) for quote, now in said])
    ids = [quote.id for quote, _ in said]
    with search.reindexed_quotes(db, ids):
        db.write_all(
            f"INSERT INTO quote_edit (quote_id, {FORM}) SELECT id, {_NAMED} FROM quote WHERE id = ?"
            " ON CONFLICT (quote_id) DO UPDATE SET person = excluded.person, role = excluded.role",
            [(now.person, now.role, quote.id) for quote, now in said],
        )
        db.write_all(
            f"DELETE FROM quote_edit WHERE quote_id = ?1 AND ({FORM}) IS (SELECT {FORM} FROM quote WHERE id = ?1)",
            [(id_,) for id_ in ids],
        )
    db.write_all(
        "INSERT INTO quote_now (quote_id) VALUES (?) ON CONFLICT (quote_id) DO NOTHING", [(id_,) for id_ in ids]
    )


def _naming(quote: Quote, now: Attribution) -> dict[str, object]:
    was, kind = attribution_dict(quote.attribution), quote.kind
    return {"attribution": attribution_dict(now), "kind": kind, "was": {"attribution": was, "kind": kind}}


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
    born = row[1:]
    span, kind, said_by, deleted = Span(born[0], born[1]), QuoteKind(born[6]), attribution(born), False
    for entry in entries.of_subject(db, quote_uid):
        if entry.deed == Deed.QUOTE_RESIZED:
            span = Span(_int(entry.body["start"]), _int(entry.body["end"]))
        elif entry.deed == Deed.QUOTE_ATTRIBUTED:
            kind, said_by = QuoteKind(str(entry.body["kind"])), attribution_from(entry.body["attribution"])
        elif entry.deed in {Deed.QUOTE_DELETED, Deed.QUOTE_RESTORED}:
            deleted = entry.deed == Deed.QUOTE_DELETED
    text = text_of(db, row[0])
    if text is None:  # emptied from the trash: nothing about it can change
        return None, deleted
    form = form_of(text, span, kind, said_by)
    return (None if form == born else form), deleted


def set_form(db: Database, quote_id: int, form: tuple[object, ...] | None) -> None:
    db.write("DELETE FROM quote_edit WHERE quote_id = ?", (quote_id,))
    if form is not None:
        db.write(f"INSERT INTO quote_edit (quote_id, {FORM}) VALUES (?, {FORM_MARKS})", (quote_id, *form))


def is_deleted(db: Database, quote_uid: str) -> bool:
    said = entries.of_subject(db, quote_uid)
    thrown = [entry.deed for entry in said if entry.deed in {Deed.QUOTE_DELETED, Deed.QUOTE_RESTORED}]
    return thrown[-1:] == [Deed.QUOTE_DELETED]


def is_attributed(db: Database, quote_uid: str) -> bool:
    """Say whether somebody corrected who says it, or what kind of quote it is."""
    return any(entry.deed == Deed.QUOTE_ATTRIBUTED for entry in entries.of_subject(db, quote_uid))


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
        "speaker": said_by.speaker, "speaker_span": list(ends(said_by.speaker_span)), "person": said_by.person,
        "role": said_by.role, "cue": said_by.cue, "cue_span": list(ends(said_by.cue_span)), "via": said_by.via,
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
