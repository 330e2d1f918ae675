"""Full-text search index (FTS5) of articles, quotes, notes and names.

Both indexes hold words in the form of a search (see word_search) and no text. So words are taken out before they
change, just as they were put in, and put back after.

An unfinished index holds the rows up to a number, which `meta` names; those after it are left alone until it comes to
them. How far it is changes in the transaction that puts rows in, so that it may end anywhere.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from desktop.domain import Span
from desktop.store.file.migrations import FOLDED_INDEXES, built_upto, index_sql
from desktop.text.word_search import find_words, index_form, search_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from desktop.domain import ArticleId, QuoteId, VersionId
    from desktop.store.file.database import Database
    from desktop.store.records.index_words import Words

_AROUND = 60  # letters of an excerpt before and after the find
_AMONG = "id IN (SELECT value FROM json_each(?))"
_AT_ONCE = 500  # versions or quotes whose words are compared with the index
_PART = {"article_index": 8, "quote_index": 150}  # rows that are put into an unfinished index at once
_TABLES = {"article_index": "version", "quote_index": "quote"}  # whose rows they are
_SPOKEN = 400  # quotes among which people are found
_QUOTE_HITS = (
    "FROM quote_index i JOIN quote q ON q.id = i.rowid"
    " JOIN version v ON v.id = q.version_id JOIN article a ON a.id = v.article_id"
    " LEFT JOIN quote_edit e ON e.quote_id = q.id LEFT JOIN quote_now n ON n.quote_id = q.id"
    " WHERE quote_index MATCH ? AND a.newest_id = v.id AND a.deleted = 0 AND a.emptied = 0"
    " AND coalesce(n.deleted, 0) = 0"
)
_END_PART = "UPDATE meta SET value = ? WHERE key = ?"
_END = 2**63 - 1  # no row has a higher number


def index_new_version(db: Database, version_id: int, words: Words) -> None:
    """Put in a version that was just stored, whose words are known."""
    _put_in_new(db, "article_index", [(version_id, *words)])


def index_new_quotes(db: Database, rows: Iterable[tuple[int, str, str, str]]) -> None:
    """Put in quotes that were just stored: the id and the words of each, which are known."""
    _put_in_new(db, "quote_index", rows)


def _put_in_new(db: Database, index: str, rows: Iterable[tuple[int, str, str, str]]) -> None:
    upto = _built_upto(db, index)
    db.defer(_insert(index), rows if upto is None else [row for row in rows if row[0] <= upto])


def index_version(db: Database, version_id: int) -> None:
    _put_in(db, "article_index", "id = ?", version_id)


def version_words(db: Database, version_ids: Sequence[int]) -> list[tuple[Any, ...]]:
    """Return the id, title, people and text of versions, as they stand in the index."""
    wanted = set(version_ids)
    waiting: dict[object, tuple[Any, ...]] = {
        row[0]: tuple(row) for row in db.deferred(_insert("article_index")) if row[0] in wanted
    }
    rest = sorted(wanted - waiting.keys())
    return [*waiting.values(), *(_words(db, "article_index", _AMONG, json.dumps(rest)) if rest else ())]


def take_out_versions(db: Database, article_id: int) -> None:
    _take_out(db, "article_index", "id IN (SELECT id FROM version WHERE article_id = ?)", article_id)


def index_quotes(db: Database, quote_ids: Sequence[int]) -> None:
    _put_in(db, "quote_index", _AMONG, json.dumps(quote_ids))


def take_out_quotes(db: Database, quote_ids: Sequence[int]) -> None:
    _take_out(db, "quote_index", _AMONG, json.dumps(quote_ids))


def _put_in(db: Database, index: str, which: str, value: object) -> None:
    db.defer(_insert(index), _words(db, index, which, value))


def _insert(index: str) -> str:
    return f"INSERT INTO {index} (rowid, {FOLDED_INDEXES[index][1]}) VALUES (?, ?, ?, ?)"


def _take_out(db: Database, index: str, which: str, value: object) -> None:
    columns = FOLDED_INDEXES[index][1]
    db.defer(
        f"INSERT INTO {index} ({index}, rowid, {columns}) VALUES ('delete', ?, ?, ?, ?)",
        _words(db, index, which, value),
    )


def _words(db: Database, index: str, which: str, value: object) -> list[tuple[Any, ...]]:
    """Return the ids of versions or quotes, and their words as they stand in the index."""
    view, columns = FOLDED_INDEXES[index]
    upto = _built_upto(db, index)
    rows = db.rows(
        f"SELECT id, {columns} FROM {view} WHERE {which} AND id <= ?", (value, _END if upto is None else upto)
    )
    return [_folded(row) for row in rows]


def _folded(row: Sequence[object]) -> tuple[object, ...]:
    return row[0], *map(index_form, map(str, row[1:]))


def _built_upto(db: Database, index: str) -> int | None:
    """Return the last row that is in an unfinished index, 0 if none is; None for a finished one."""
    key = built_upto(index)
    if key in db.settled:
        return None
    found = db.value("SELECT value FROM meta WHERE key = ?", (key,))
    if found is None and not db.in_transaction:  # an index is finished once and for all
        db.settled.add(key)
    return None if found is None else int(found)


def built_share(db: Database) -> float | None:
    """Return which share of the rows, 0 to 1, is in the indexes; None where they are finished."""
    done = {index: _built_upto(db, index) for index in FOLDED_INDEXES}
    if all(upto is None for upto in done.values()):
        return None
    last = {index: int(db.value(f"SELECT max(id) FROM {table}") or 0) for index, table in _TABLES.items()}
    weights = {index: last[index] / _PART[index] for index in FOLDED_INDEXES}
    shares = {index: 1.0 if upto is None else upto / max(1, last[index]) for index, upto in done.items()}
    return sum(shares[index] * weights[index] for index in FOLDED_INDEXES) / max(1.0, sum(weights.values()))


def build_part(db: Database) -> bool:
    """Put some more rows into the first unfinished index, in a transaction of its own; say whether there was one."""
    for index in FOLDED_INDEXES:
        upto = _built_upto(db, index)
        if upto is not None:
            ready = {row: _folded(row) for row in _next_rows(db, index, upto)}
            with db.transaction():
                _build_part(db, index, ready)
            return True
    return False


def _next_rows(db: Database, index: str, upto: int) -> list[tuple[object, ...]]:
    view, columns = FOLDED_INDEXES[index]
    return db.rows(f"SELECT id, {columns} FROM {view} WHERE id > ? ORDER BY id LIMIT {_PART[index]}", (upto,))


def _build_part(db: Database, index: str, ready: Mapping[tuple[object, ...], tuple[object, ...]]) -> None:
    """Put the next rows in; those that changed since they were folded are folded again."""
    upto = _built_upto(db, index)
    rows = _next_rows(db, index, upto) if upto is not None else []
    if not rows:
        db.write("DELETE FROM meta WHERE key = ?", (built_upto(index),))
        return
    words = [ready.get(row) or _folded(row) for row in rows]
    db.write_all(_insert(index), words)
    db.write(_END_PART, (str(rows[-1][0]), built_upto(index)))


def fits(db: Database) -> bool:
    """Say whether both indexes hold exactly the words of the texts and quotes."""
    return all(db.index_is_sound(index) and _holds_its_words(db, index) for index in FOLDED_INDEXES)


def _holds_its_words(db: Database, index: str) -> bool:
    db.note(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{index}_places USING fts5vocab(main, {index}, instance)")
    view, _ = FOLDED_INDEXES[index]
    ids = [id_ for (id_,) in db.rows(f"SELECT id FROM {view}")]  # those that an unfinished index lacks have no words
    parts = (json.dumps(ids[at : at + _AT_ONCE]) for at in range(0, len(ids), _AT_ONCE))
    expected = sum(_sum(_places(index, _words(db, index, _AMONG, part))) for part in parts)
    return _sum(db.each(f"SELECT term, doc, col, offset FROM temp.{index}_places")) == expected


def _places(index: str, rows: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Return what an index of these words holds: word, id, column and place."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        fresh.execute(index_sql(index))
        columns = FOLDED_INDEXES[index][1]
        fresh.executemany(f"INSERT INTO {index} (rowid, {columns}) VALUES (?, ?, ?, ?)", rows)
        fresh.execute(f"CREATE VIRTUAL TABLE places USING fts5vocab({index}, instance)")
        return fresh.execute("SELECT term, doc, col, offset FROM places").fetchall()


def _sum(places: Iterable[tuple[object, ...]]) -> int:
    """Return a number that tells sets of places apart in whatever order they come."""
    return sum(map(hash, places))


@contextmanager
def reindexed_quotes(db: Database, quote_ids: Sequence[int]) -> Iterator[None]:
    """Keep the index of quotes right over a change of their words, people or notes."""
    take_out_quotes(db, quote_ids)
    yield
    index_quotes(db, quote_ids)


def reindexed_quote(db: Database, quote_id: int) -> AbstractContextManager[None]:
    return reindexed_quotes(db, [quote_id])


@contextmanager
def reindexed_version(db: Database, version_id: int) -> Iterator[None]:
    """Keep the index of a version right over a change of its title or people."""
    _take_out(db, "article_index", "id = ?", version_id)
    yield
    index_version(db, version_id)


def find(db: Database, words: str, limit: int) -> list[tuple[ArticleId, VersionId, QuoteId | None, Span, str]]:
    """Find words in quotes, then in articles; every word must occur, the last one may be unfinished."""
    query = _query(words)
    if not query:
        return []
    db.write_deferred()
    hits = _quote_hits(db, query, limit)
    versions = {hit[1] for hit in hits}
    rest = [hit for hit in _article_hits(db, query, words, limit) if hit[1] not in versions]
    return [*hits, *rest][:limit]


def find_people(db: Database, words: str, limit: int) -> list[tuple[str, str, ArticleId, QuoteId]]:
    """Find who speaks under a name with all the words, the last one maybe unfinished: in the newest article first.

    Each with a role, the article and the first quote there.
    """
    query = _query(words)
    db.write_deferred()
    rows = db.rows(
        "SELECT coalesce(e.person, q.person), coalesce(e.role, q.role), v.article_id, q.id"
        f" {_QUOTE_HITS} AND coalesce(e.person, q.person) <> '' ORDER BY v.article_id DESC, q.start LIMIT {_SPOKEN}",
        (f"people : ({query})",),
    ) if query else []  # fmt: skip
    found: dict[str, tuple[str, str, ArticleId, QuoteId]] = {}
    for name, role, article_id, quote_id in rows:
        person = " ".join(name.split())
        if person not in found and _begins_words(search_terms(words), person):
            found[person] = (person, " ".join(role.split()), article_id, quote_id)
    return list(found.values())[:limit]


def _begins_words(words: Sequence[str], name: str) -> bool:
    """Say whether a name has each of the words, and one that begins with the last."""
    form = f" {index_form(name)} "
    return all(f" {word}{'' if word is words[-1] else ' '}" in form for word in words)


def _query(words: str) -> str:
    terms = search_terms(words)
    if len(terms) == 1 and len(terms[0]) == 1 and terms[0].isascii():
        return ""  # one letter is in everything; the next one is on its way
    return " ".join(map(phrase, terms)) + ("*" if terms else "")


def phrase(text: str) -> str:
    """Return what stands for words next to each other in a query; `text` is in the form of the index."""
    return f'"{text}"'


def _quote_hits(db: Database, query: str, limit: int) -> list[tuple[ArticleId, VersionId, QuoteId | None, Span, str]]:
    rows = db.rows(
        'SELECT v.article_id, v.id, q.id, coalesce(e.start, q.start), coalesce(e."end", q."end"),'
        f" coalesce(e.exact, q.exact) {_QUOTE_HITS} ORDER BY i.rowid DESC LIMIT ?",
        (query, limit),
    )
    return [(row[0], row[1], row[2], Span(row[3], row[4]), row[5]) for row in rows]


def _article_hits(
    db: Database, query: str, words: str, limit: int
) -> list[tuple[ArticleId, VersionId, QuoteId | None, Span, str]]:
    rows = db.rows(
        "SELECT v.article_id, v.id, t.text FROM article_index i JOIN version v ON v.id = i.rowid"
        " JOIN article a ON a.id = v.article_id JOIN version_text t ON t.version_id = v.id"
        " WHERE article_index MATCH ? AND a.newest_id = v.id AND a.deleted = 0 AND a.emptied = 0"
        " ORDER BY i.rowid DESC LIMIT ?",
        (query, limit),
    )
    return [(row[0], row[1], None, *_excerpt(row[2], words)) for row in rows]


def _excerpt(text: str, words: str) -> tuple[Span, str]:
    """Return where the words stand, and a line of text around it; the start where the text does not hold them."""
    span = find_words(text, words) or Span(0, 0)
    start = max(0, text.rfind(" ", 0, max(0, span.start - _AROUND)) + 1)
    return span, " ".join(text[start : span.end + _AROUND].split())
