"""Full-text search index (FTS5) of articles, quotes, notes and names.

Both indexes hold no text of their own: they read it through a view, so a row is taken out before it changes
and put back after.
"""

from __future__ import annotations

import json
import re
import unicodedata
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop.domain import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager

    from desktop.domain import ArticleId, QuoteId, VersionId
    from desktop.store.file.database import Database

_AROUND = 60  # letters of an excerpt before and after the find
_AMONG = "WHERE id IN (SELECT value FROM json_each(?))"


def index_version(db: Database, version_id: int) -> None:
    db.write(
        "INSERT INTO article_index (rowid, title, people, text) SELECT id, title, people, text FROM article_words"
        " WHERE id = ?",
        (version_id,),
    )


def take_out_versions(db: Database, article_id: int) -> None:
    db.write(
        "INSERT INTO article_index (article_index, rowid, title, people, text)"
        " SELECT 'delete', id, title, people, text FROM article_words"
        " WHERE id IN (SELECT id FROM version WHERE article_id = ?)",
        (article_id,),
    )


def index_quotes(db: Database, quote_ids: Sequence[int]) -> None:
    db.write(
        "INSERT INTO quote_index (rowid, exact, people, notes)"
        f" SELECT id, exact, people, notes FROM quote_words {_AMONG}",
        (json.dumps(quote_ids),),
    )


def take_out_quotes(db: Database, quote_ids: Sequence[int]) -> None:
    db.write(
        "INSERT INTO quote_index (quote_index, rowid, exact, people, notes)"
        f" SELECT 'delete', id, exact, people, notes FROM quote_words {_AMONG}",
        (json.dumps(quote_ids),),
    )


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
    db.write(
        "INSERT INTO article_index (article_index, rowid, title, people, text)"
        " SELECT 'delete', id, title, people, text FROM article_words WHERE id = ?",
        (version_id,),
    )
    yield
    index_version(db, version_id)


def find(db: Database, words: str, limit: int) -> list[tuple[ArticleId, VersionId, QuoteId | None, Span, str]]:
    """Find words in quotes, then in articles; every word must occur, the last one may be unfinished."""
    asked = _query(words)
    if not asked:
        return []
    hits = _quote_hits(db, asked, limit)
    seen = {hit[1] for hit in hits}
    rest = [hit for hit in _article_hits(db, asked, words, limit) if hit[1] not in seen]
    return [*hits, *rest][:limit]


def _query(words: str) -> str:
    found = re.findall(r"\w+", words)
    if len(found) == 1 and len(found[0]) == 1 and found[0].isascii():
        return ""  # one letter is in everything; the next one is on its way
    return " ".join(f'"{word}"' for word in found[:-1]) + (f' "{found[-1]}"*' if found else "")


def _quote_hits(db: Database, asked: str, limit: int) -> list[tuple[ArticleId, VersionId, QuoteId | None, Span, str]]:
    rows = db.rows(
        'SELECT v.article_id, v.id, q.id, coalesce(e.start, q.start), coalesce(e."end", q."end"),'
        " coalesce(e.exact, q.exact) FROM quote_index i JOIN quote q ON q.id = i.rowid"
        " JOIN version v ON v.id = q.version_id JOIN article a ON a.id = v.article_id"
        " LEFT JOIN quote_edit e ON e.quote_id = q.id LEFT JOIN quote_now n ON n.quote_id = q.id"
        " WHERE quote_index MATCH ? AND a.newest_id = v.id AND a.deleted = 0 AND a.emptied = 0"
        " AND coalesce(n.deleted, 0) = 0 ORDER BY i.rowid DESC LIMIT ?",
        (asked, limit),
    )
    return [(row[0], row[1], row[2], Span(row[3], row[4]), row[5]) for row in rows]


def _article_hits(
    db: Database, asked: str, words: str, limit: int
) -> list[tuple[ArticleId, VersionId, QuoteId | None, Span, str]]:
    rows = db.rows(
        "SELECT v.article_id, v.id, t.text FROM article_index i JOIN version v ON v.id = i.rowid"
        " JOIN article a ON a.id = v.article_id JOIN version_text t ON t.version_id = v.id"
        " WHERE article_index MATCH ? AND a.newest_id = v.id AND a.deleted = 0 AND a.emptied = 0"
        " ORDER BY i.rowid DESC LIMIT ?",
        (asked, limit),
    )
    return [(row[0], row[1], None, *_excerpt(row[2], words)) for row in rows]


def _excerpt(text: str, words: str) -> tuple[Span, str]:
    """Return where the words stand, and a line of text around it; the start where the text does not hold them."""
    found = re.findall(r"\w+", words)
    span = _place(text, found) or (None if text.isascii() else _place(_bare(text), found)) or Span(0, 0)
    start = max(0, text.rfind(" ", 0, max(0, span.start - _AROUND)) + 1)
    return span, " ".join(text[start : span.end + _AROUND].split())


def _place(text: str, words: Sequence[str]) -> Span | None:
    """Return where the words stand together, else where the first of them does; the last may be unfinished."""
    whole = [rf"\b{re.escape(word)}\b" for word in words[:-1]]
    last = [rf"\b{re.escape(word)}\w*" for word in words[-1:]]
    looks = (r"\W+".join([*whole, *last]), *whole, *last)
    found = next((place for look in looks if (place := re.search(look, text, re.IGNORECASE))), None)
    return Span(*found.span()) if found else None


def _bare(text: str) -> str:
    """Leave out what the index leaves out of letters: accents; every letter keeps its place."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text)
