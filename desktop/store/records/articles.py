"""Articles and versions: rows, metadata, hidden passages, trash."""

from __future__ import annotations

import json
import secrets
from dataclasses import astuple
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from desktop.domain import (
    CUT_BY_HAND,
    Anchor,
    AnchorKind,
    Article,
    ArticleId,
    Counts,
    Cut,
    Fact,
    Metadata,
    Span,
    Status,
    StoryId,
    Version,
    VersionDetail,
    VersionId,
    VersionInfo,
)
from desktop.store.errors import Missing
from desktop.store.file.database import row_id
from desktop.store.records import article_sources, chain, entries
from desktop.store.records import search_index as search
from desktop.store.records.entries import By, EntryKind
from desktop.store.records.placements import order_of, placements
from desktop.store.records.stories import locked_out, play_emptied, story, uid_from, used_story
from desktop.store.records.stories import require_open as require_story_open
from desktop.text.boilerplate_rules import uncovered
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from desktop.domain import Capture
    from desktop.store.file.database import Database
    from desktop.store.records.placements import Order

METADATA = "title, outlet, byline, published, published_on, url"
_ARTICLE = (
    "a.id, a.uid, a.story_id, a.title, a.outlet, a.byline, a.published, a.published_on, a.url, a.newest_id, a.versions,"
    " v.verified, v.disputed, v.unverified, a.added_at, a.deleted"
)
_MAKES_IT = frozenset({EntryKind.VERSION_ADDED, EntryKind.ARTICLE_SPLIT_OFF})
_HOLDS = "(a.title || ' ' || a.outlet || ' ' || a.byline) LIKE ? ESCAPE '\\'"
_ARTICLE_FROM = "FROM article a JOIN version v ON v.id = a.newest_id"
_VERSION = (
    "id, uid, article_id, number, captured_at, source, text_sha256, original_sha256, media_type, encoding, extractor,"
    " language, title, outlet, byline, published, published_on, url, words, verified, disputed, unverified, label"
)


def require_open(db: Database, version_ids: Iterable[int]) -> None:
    """Raise Refused if one of these versions belongs to a story that is locked."""
    title = db.value(
        "SELECT s.title FROM version v JOIN article a ON a.id = v.article_id JOIN story s ON s.id = a.story_id"
        " WHERE s.locked AND v.id IN (SELECT value FROM json_each(?)) LIMIT 1",
        (json.dumps(sorted(version_ids)),),
    )
    if title is not None:
        raise locked_out(str(title))


# -- articles ------------------------------------------------------------------------------------------------------


def articles(
    db: Database, *, story: StoryId | None = None, words: str = "", status: Status | None = None, deleted: bool = False
) -> list[Article]:
    where, values = ["a.deleted = ? AND a.emptied = 0"], [deleted]  # type: list[str], list[object]
    if story is not None:
        where.append("a.story_id = ?")
        values.append(story)
    if status is not None:
        where.append(f"v.{Status(status).value} > 0")
    for word in words.split():
        # LIKE knows only the capitals of A to Z.
        spellings = {word, word.lower(), word.upper(), word.capitalize()}
        where.append(f"({' OR '.join([_HOLDS] * len(spellings))})")
        values.extend(_like(spelling) for spelling in spellings)
    rows = db.each(f"SELECT {_ARTICLE} {_ARTICLE_FROM} WHERE {' AND '.join(where)} ORDER BY a.id", values)
    return [_article(row) for row in rows]


def by_ids(db: Database, article_ids: Sequence[ArticleId]) -> list[Article]:
    """Return those of the articles that are there, in the trash or not, in the order they were added."""
    rows = db.rows(
        f"SELECT {_ARTICLE} {_ARTICLE_FROM} WHERE a.emptied = 0 AND a.id IN (SELECT value FROM json_each(?))"
        " ORDER BY a.id",
        (json.dumps(article_ids),),
    )
    return [_article(row) for row in rows]


def newest_versions(db: Database, story: StoryId, most: int) -> list[VersionId]:
    """Return the newest versions of the articles of a story that were added last, the last one first."""
    rows = db.rows(
        f"SELECT v.id {_ARTICLE_FROM} WHERE a.story_id = ? AND a.deleted = 0 AND a.emptied = 0"
        " ORDER BY a.id DESC LIMIT ?",
        (story, most),
    )
    return [VersionId(row[0]) for row in rows]


def days(db: Database) -> dict[ArticleId, str]:
    """Return for every article the day on which it was published, where that is known."""
    return dict(db.rows("SELECT id, published_on FROM article"))


def of_versions(db: Database, version_ids: Sequence[VersionId]) -> dict[VersionId, Article]:
    """Return the article of each of the versions that are there."""
    rows = db.rows(
        f"SELECT w.id, {_ARTICLE} FROM version w JOIN article a ON a.id = w.article_id"
        " JOIN version v ON v.id = a.newest_id WHERE w.id IN (SELECT value FROM json_each(?))",
        (json.dumps(version_ids),),
    )
    return {VersionId(row[0]): _article(row[1:]) for row in rows}


def article(db: Database, article_id: ArticleId) -> Article:
    row = db.row(f"SELECT {_ARTICLE} {_ARTICLE_FROM} WHERE a.id = ?", (article_id,))
    if row is None:
        raise Missing(tr("That article is not on this desk."))
    return _article(row)


def change_article(db: Database, by: By, article_id: ArticleId, kind: EntryKind, body: dict[str, object]) -> None:
    """Append one entry about an article and apply it; raises Refused if its story is locked."""
    changed = article(db, article_id)
    require_story_open(db, changed.story_id)
    entries.append(db, by, kind, changed.uid, body)
    play_article(db, changed.uid)


def edit_metadata(db: Database, by: By, article_id: ArticleId, metadata: Metadata) -> None:
    was = article(db, article_id).metadata
    body: dict[str, object] = {"metadata": as_dict(metadata), "was": as_dict(was)}
    change_article(db, by, article_id, EntryKind.METADATA_EDITED, body)


def empty_trash(db: Database, by: By) -> int:
    trash = db.rows("SELECT id, uid FROM article WHERE deleted AND NOT emptied ORDER BY id")
    for article_id, uid in trash:
        entries.append(db, by, EntryKind.ARTICLE_EMPTIED, uid, {})
        play_article(db, uid)
        drop_texts(db, article_id)
    return len(trash)


def drop_texts(db: Database, article_id: int) -> None:
    """Delete the texts of an emptied article, and of originals that no other article has."""
    search.take_out_versions(db, article_id)
    db.write(
        "DELETE FROM version_text WHERE version_id IN (SELECT id FROM version WHERE article_id = ?)", (article_id,)
    )
    db.write(
        "DELETE FROM original WHERE sha256 IN (SELECT original_sha256 FROM version WHERE article_id = ?1)"
        " AND NOT EXISTS (SELECT 1 FROM version v JOIN article a ON a.id = v.article_id"
        " WHERE v.original_sha256 = original.sha256 AND NOT a.emptied)",
        (article_id,),
    )


def move_article(db: Database, by: By, article_id: ArticleId, story_id: StoryId) -> None:
    was = story(db, article(db, article_id).story_id).uid
    require_story_open(db, story_id)
    to = used_story(db, story_id).uid
    change_article(db, by, article_id, EntryKind.ARTICLE_MOVED, {"story": to, "was": was})
    play_emptied(db, [was])


def play_article(db: Database, uid: str) -> bool:
    """Set what the entries of an article come to; says whether it stood in another story."""
    was = db.value("SELECT story_id FROM article WHERE uid = ?", (uid,))
    db.write(
        "UPDATE article SET story_id = (SELECT id FROM story WHERE uid = ?), title = ?, outlet = ?, byline = ?,"
        " published = ?, published_on = ?, url = ?, newest_id = ?, versions = ?, added_at = ?, deleted = ?, emptied = ?"
        " WHERE uid = ?",
        (*article_state(db, uid), uid),
    )
    article_id = db.value("SELECT id FROM article WHERE uid = ?", (uid,))
    if article_id is not None:
        article_sources.play(db, article_id, known_as(db, uid))
    return bool(was != db.value("SELECT story_id FROM article WHERE uid = ?", (uid,)))


def play_new_article(db: Database, article: tuple[ArticleId, str], version_id: VersionId, metadata: Metadata) -> None:
    """Set what the one entry of an article that was just made, of its first version, comes to."""
    article_id, uid = article
    if db.value("SELECT count(*) FROM entry WHERE subject = ?", (uid,)) > 1:  # another desk knows more of it
        play_article(db, uid)
        return
    db.write(
        "UPDATE article SET title = ?, outlet = ?, byline = ?, published = ?, published_on = ?, url = ?, newest_id = ?,"
        " versions = 1 WHERE id = ?",
        (*_fields(metadata), version_id, article_id),
    )
    article_sources.play_none(db, article_id)


def article_state(db: Database, uid: str) -> tuple[object, ...]:
    """Return what the versions and entries of an article come to: its story's uid, then the columns in their order.

    Where the entry is withheld that says where it belongs, it stays where it stands.
    """
    known = entries.of_subject(db, *known_as(db, uid))
    story_uid = next((e.body["story"] for e in known if e.kind in _MAKES_IT and "story" in e.body), None)
    story_uid = next((e.body["story"] for e in reversed(known) if e.kind == EntryKind.ARTICLE_MOVED), story_uid)
    if story_uid is None:
        story_uid = db.value("SELECT s.uid FROM article a JOIN story s ON s.id = a.story_id WHERE a.uid = ?", (uid,))
    edited = next((e.body["metadata"] for e in reversed(known) if e.kind == EntryKind.METADATA_EDITED), None)
    thrown = [e.kind for e in known if e.kind in {EntryKind.ARTICLE_DELETED, EntryKind.ARTICLE_RESTORED}]
    printed = db.rows(
        f"SELECT id, {METADATA} FROM version WHERE article_id = (SELECT id FROM article WHERE uid = ?) ORDER BY number",
        (uid,),
    )
    metadata = Metadata(**edited) if isinstance(edited, dict) else _newest_printed([row[1:] for row in printed])
    return (
        story_uid, *_fields(metadata), printed[-1][0] if printed else None, len(printed),
        known[0].at if known else "", thrown[-1:] == [EntryKind.ARTICLE_DELETED],
        any(e.kind == EntryKind.ARTICLE_EMPTIED for e in known),
    )  # fmt: skip


def known_as(db: Database, uid: str) -> list[str]:
    """Return all uids of an article: its own, and those it had on desks that were merged into this one."""
    aliases = db.rows(
        "SELECT uid FROM article_alias WHERE article_id = (SELECT id FROM article WHERE uid = ?) ORDER BY uid", (uid,)
    )
    return [uid, *(alias for (alias,) in aliases)]


def _newest_printed(printed: Sequence[tuple[str, ...]]) -> Metadata:
    """For each field what the newest version prints, where it prints anything."""
    return Metadata(
        *(next((value for value in reversed(column) if value), "") for column in zip(*printed, strict=True))
    )


# -- versions ------------------------------------------------------------------------------------------------------


def versions(db: Database, article_id: ArticleId) -> list[VersionInfo]:
    rows = db.rows(f"SELECT {_VERSION} FROM version WHERE article_id = ? ORDER BY number DESC", (article_id,))
    return [_info(row) for row in rows]


def version(db: Database, version_id: VersionId) -> Version:
    row = db.row(f"SELECT {_VERSION} FROM version WHERE id = ?", (version_id,))
    text = db.value("SELECT text FROM version_text WHERE version_id = ?", (version_id,))
    if row is None or text is None:
        raise Missing(tr("That version is not on this desk."))
    return Version(_info(row), text, cuts(db, version_id))


def version_id(db: Database, id_or_uid: str) -> VersionId:
    """Find a version by its number or uid; raises Missing, for one in the trash too."""
    found = db.value(
        "SELECT v.id FROM version v JOIN article a ON a.id = v.article_id"
        " WHERE (v.id = ?1 OR v.uid = ?2) AND NOT a.deleted AND NOT a.emptied",
        (row_id(id_or_uid), id_or_uid),
    )
    if found is None:
        raise Missing(tr("That version is not on this desk."))
    return VersionId(found)


def original(db: Database, version_id: VersionId) -> bytes:
    found = db.value(
        "SELECT bytes FROM original WHERE sha256 = (SELECT original_sha256 FROM version WHERE id = ?)", (version_id,)
    )
    if found is None:
        raise Missing(tr("That version is not on this desk."))
    return bytes(found)


def detail(db: Database, version_id: VersionId) -> VersionDetail:
    """Return what the source of a version states, and the places that it names."""
    row = detail_row(db, version_id)
    if row is None:
        return VersionDetail()
    facts = tuple(Fact(*fact) for fact in json.loads(row[0]))
    anchors = tuple(Anchor(offset, AnchorKind(kind), label) for offset, kind, label in json.loads(row[1]))
    return VersionDetail(facts, anchors)


def detail_row(db: Database, version_id: int) -> tuple[str, str] | None:
    """Return facts and anchors as they are stored; a desk of an older schema that is only read has none."""
    if not db.value("SELECT 1 FROM sqlite_master WHERE name = 'version_detail'"):
        return None
    row = db.row("SELECT facts, anchors FROM version_detail WHERE version_id = ?", (version_id,))
    return None if row is None else (row[0], row[1])


def insert_detail(db: Database, version_id: int, facts: str, anchors: str) -> None:
    """Store the facts and anchors of a version, each as a list of lists in JSON."""
    db.write("INSERT INTO version_detail (version_id, facts, anchors) VALUES (?, ?, ?)", (version_id, facts, anchors))


def cuts(db: Database, version_id: VersionId) -> tuple[Cut, ...]:
    rows = db.rows(
        'SELECT start, "end", why, restored FROM cut WHERE version_id = ? ORDER BY start, "end"', (version_id,)
    )
    return tuple(Cut(Span(start, end), why, bool(restored)) for start, end, why, restored in rows)


def version_numbers(db: Database, uid: str) -> dict[str, int]:
    """Number the versions (uids) of an article in the order in which they were added, or put there by a checker."""
    names = known_as(db, uid)
    added: dict[str, Order] = {}
    for entry in entries.of_subject(db, *names, kinds=(EntryKind.VERSION_ADDED,)):
        added.setdefault(str(entry.body["version"]), order_of(entry))
    here = db.rows("SELECT uid FROM version WHERE article_id = (SELECT id FROM article WHERE uid = ?)", (uid,))
    placed = placements(db, added.keys() | {version for (version,) in here})
    order = {version: where.order for version, where in placed.items() if where.article in names}
    order |= {version: when for version, when in added.items() if version not in placed}
    return {version: number for number, version in enumerate(sorted(order, key=order.__getitem__), 1)}


def play_numbers(db: Database, uid: str) -> bool:
    """Number the versions of an article again; says whether any number changed."""
    numbers = version_numbers(db, uid)
    was: dict[str, int] = dict(
        db.rows("SELECT uid, number FROM version WHERE article_id = (SELECT id FROM article WHERE uid = ?)", (uid,))
    )
    if was == numbers:
        return False
    db.write_all("UPDATE version SET number = ? WHERE uid = ?", [(n, v) for v, n in numbers.items()])
    return True


def id_of(db: Database, uid: str) -> ArticleId | None:
    """Find an article by its uid, or by one it had on a desk that was merged into this one."""
    found = db.value(
        "SELECT id FROM article WHERE uid = ?1 UNION ALL SELECT article_id FROM article_alias WHERE uid = ?1 LIMIT 1",
        (uid,),
    )
    return None if found is None else ArticleId(found)


def find_text(db: Database, text_sha256: str, article_id: ArticleId | None) -> VersionInfo | None:
    """Find the version that holds a text already: in the given article, or in any that is not in the trash."""
    rows = db.rows(
        f"SELECT {_VERSION} FROM version v WHERE text_sha256 = ?1 AND (article_id = ?2 OR ?2 IS NULL) AND EXISTS"
        " (SELECT 1 FROM article WHERE id = v.article_id AND NOT emptied AND (?2 NOTNULL OR NOT deleted))"
        " ORDER BY id LIMIT 1",
        (text_sha256, article_id),
    )
    return _info(rows[0]) if rows else None


def add_article(db: Database, story_id: StoryId, text_sha256: str, at: str) -> tuple[ArticleId, str]:
    """Make room for an article; `add_version` fills it. Two desks that add the same text make the same uid."""
    uid = uid_from("article", text_sha256)
    if id_of(db, uid) is not None:
        uid = secrets.token_hex(16)
    id_ = db.write(
        f"INSERT INTO article (uid, story_id, {METADATA}, versions, added_at) "
        " VALUES (?, ?, '', '', '', '', '', '', 0, ?)",
        (uid, story_id, at),
    )
    return ArticleId(id_), uid


def insert_version(
    db: Database, article: tuple[ArticleId, str], capture: Capture, by: By, label: str
) -> tuple[VersionId, str, dict[str, object]]:
    """Store a capture whole; returns the version's id and uid, and its `facts`."""
    article_id, article_uid = article
    uid = uid_from("version", capture.text_sha256)
    if db.value("SELECT 1 FROM version WHERE uid = ?", (uid,)):
        uid = uid_from("version", capture.text_sha256, article_uid)
    number = 1 + (db.value("SELECT max(number) FROM version WHERE article_id = ?", (article_id,)) or 0)
    row = (
        by.at, capture.text_sha256, capture.original_sha256, _source(capture), capture.media_type, capture.encoding,
        capture.extractor, capture.language, len(capture.text.split()), label, *_fields(capture.metadata),
        json.dumps(capture.warnings, ensure_ascii=False),
    )  # fmt: skip
    id_ = db.write(
        f"INSERT INTO version (uid, article_id, number, {FACTS}) VALUES ({', '.join('?' * (3 + len(row)))})",
        (uid, article_id, number, *row),
    )
    db.write("INSERT INTO version_text (version_id, text) VALUES (?, ?)", (id_, capture.text))
    db.write(
        "INSERT INTO original (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING",
        (capture.original_sha256, capture.original),
    )
    db.write_all(
        'INSERT INTO cut (version_id, start, "end", why) VALUES (?, ?, ?, ?)',
        [(id_, cut.span.start, cut.span.end, cut.why) for cut in capture.cuts],
    )
    detail = None
    if capture.facts or capture.anchors:
        detail = _json(map(_fact_row, capture.facts)), _json(map(astuple, capture.anchors))
        insert_detail(db, id_, *detail)
    return VersionId(id_), uid, _facts(row, sorted(capture.cuts, key=lambda cut: cut.span), detail)


def _fact_row(fact: Fact) -> tuple[object, ...]:
    """Give a fact as it is stored: what is no mere offer as desks have always had it."""
    return astuple(fact) if fact.offered else (fact.field, fact.value, fact.origin)


def _json(rows: Iterable[tuple[object, ...]]) -> str:
    return json.dumps(list(rows), ensure_ascii=False, separators=(",", ":"))


def _source(capture: Capture) -> str:
    """Name the file or address, with the part of it where it holds several."""
    if capture.part in {"", capture.source}:
        return capture.source
    return f"{capture.source} ({capture.part})"


FACTS = (
    "captured_at, text_sha256, original_sha256, source, media_type, encoding, extractor, language, words, label, "
    f"{METADATA}, warnings"
)


def facts(db: Database, version_id: VersionId) -> dict[str, object]:
    """Everything about a version that never changes, its cuts included, as it now stands in the desk."""
    row = db.row(f"SELECT {FACTS} FROM version WHERE id = ?", (version_id,)) or ()
    return _facts(row, cuts(db, version_id), detail_row(db, version_id))


def _facts(row: Sequence[object], cuts: Iterable[Cut], detail: tuple[str, str] | None) -> dict[str, object]:
    found: dict[str, object] = dict(zip(FACTS.split(", "), row, strict=False))
    found["cuts"] = [[cut.span.start, cut.span.end, cut.why] for cut in cuts if cut.why != CUT_BY_HAND]
    if detail is not None:
        found |= {"stated": detail[0], "anchors": detail[1]}
    return found


def restore_cut(db: Database, by: By, version_id: VersionId, span: Span, *, restored: bool) -> None:
    require_open(db, [version_id])
    uid = db.value("SELECT uid FROM version WHERE id = ?", (version_id,))
    if uid is None or all(cut.span != span for cut in cuts(db, version_id)):
        raise Missing(tr("That passage is not one that was hidden in this version."))
    kind = EntryKind.CUT_RESTORED if restored else EntryKind.CUT_HIDDEN
    entries.append(db, by, kind, uid, {"start": span.start, "end": span.end})
    play_version(db, uid)


def hide_by_hand(db: Database, by: By, version_id: VersionId, span: Span) -> list[Span]:
    """Hide a passage as boilerplate, whatever of it is hidden already; returns the passages that are hidden now."""
    require_open(db, [version_id])
    uid = db.value("SELECT uid FROM version WHERE id = ?", (version_id,))
    text = db.value("SELECT text FROM version_text WHERE version_id = ?", (version_id,))
    if uid is None or text is None:
        raise Missing(tr("That version is not on this desk."))
    there = cuts(db, version_id)
    again = [cut.span for cut in there if cut.restored and span.start <= cut.span.start and cut.span.end <= span.end]
    new = [part for part in uncovered(span, (cut.span for cut in there)) if part.of(text).strip()]
    hidden = sorted((*again, *new))
    for part in hidden:
        body: dict[str, object] = {"start": part.start, "end": part.end}
        if part in new:
            body["by_hand"] = True
        entries.append(db, by, EntryKind.CUT_HIDDEN, uid, body)
    play_version(db, uid)
    return hidden


def cuts_by_hand(db: Database, version_id: int, uid: str) -> list[tuple[int, int]]:
    """Return the passages that checkers hid by hand, in the order they did; none that meets another passage.

    Two desks that are merged may have cut the same words with other ends: the first one stands.
    """
    captured = [cut.span for cut in cuts(db, VersionId(version_id)) if cut.why != CUT_BY_HAND]
    found: list[Span] = []
    for entry in entries.of_subject(db, uid, kinds=(EntryKind.CUT_HIDDEN,)):
        if entry.body.get("by_hand"):
            span = Span(int(str(entry.body["start"])), int(str(entry.body["end"])))
            if not any(span.touches(other) for other in (*captured, *found)):
                found.append(span)
    return [(span.start, span.end) for span in found]


def play_version(db: Database, uid: str) -> None:
    version_id = db.value("SELECT id FROM version WHERE uid = ?", (uid,))
    by_hand = cuts_by_hand(db, version_id, uid)
    there = {(cut.span.start, cut.span.end) for cut in cuts(db, version_id) if cut.why == CUT_BY_HAND}
    db.write_all(
        'DELETE FROM cut WHERE version_id = ? AND start = ? AND "end" = ?',
        [(version_id, *place) for place in there.difference(by_hand)],  # only where desks are merged
    )
    db.write_all(
        'INSERT INTO cut (version_id, start, "end", why) VALUES (?, ?, ?, ?)',
        [(version_id, *place, CUT_BY_HAND) for place in by_hand if place not in there],
    )
    db.write_all(
        'UPDATE cut SET restored = ? WHERE version_id = ? AND start = ? AND "end" = ?',
        [(restored, version_id, start, end) for (start, end), restored in cut_state(db, uid).items()],
    )


def cut_state(db: Database, uid: str) -> dict[tuple[object, object], bool]:
    """Return which cuts of a version its entries restored or hid again."""
    return {
        (entry.body["start"], entry.body["end"]): entry.kind == EntryKind.CUT_RESTORED
        for entry in entries.of_subject(db, uid, kinds=(EntryKind.CUT_RESTORED, EntryKind.CUT_HIDDEN))
    }


# -- from rows -----------------------------------------------------------------------------------------------------


def as_dict(metadata: Metadata) -> dict[str, str]:
    return dict(zip(METADATA.split(", "), _fields(metadata), strict=True))


_fields = attrgetter(*METADATA.split(", "))  # ten times as quick as `astuple`


def _article(row: tuple[Any, ...]) -> Article:
    return Article(
        row[0], row[1], row[2], Metadata(*row[3:9]), row[9], row[10], _counts(*row[11:14]),
        chain.time_of(row[14]), bool(row[15]),
    )  # fmt: skip


@lru_cache(1024)
def _counts(verified: int, disputed: int, unverified: int) -> Counts:
    return Counts(verified, disputed, unverified)  # most articles of a desk share a few


def _info(row: tuple[Any, ...]) -> VersionInfo:
    return VersionInfo(
        id=row[0], uid=row[1], article_id=row[2], number=row[3], captured_at=chain.time_of(row[4]),
        source=row[5], text_sha256=row[6], original_sha256=row[7], media_type=row[8], encoding=row[9],
        extractor=row[10], language=row[11], metadata=Metadata(*row[12:18]), words=row[18], counts=Counts(*row[19:22]),
        label=row[22],
    )  # fmt: skip


def _like(word: str) -> str:
    for special in "\\%_":
        word = word.replace(special, "\\" + special)
    return f"%{word}%"
