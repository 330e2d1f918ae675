"""Which quotes of other stories share rare words with a text? Candidates for what was said before."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.domain import QuoteId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.store.database import Database

_COMMON = 300  # quotes; a word that stands in more of them is not looked for alone
_RARE = 6  # words that are looked for
_PAIRS = 8  # neighbouring words that are looked for together where rare ones are few
_FEW = 4
_READ = 400  # words of the text that are considered; more of it says no more


def candidates(db: Database, quote_id: QuoteId, text: str, limit: int) -> list[QuoteId]:
    """Return quotes of the newest versions in other stories, most telling words in common first."""
    asked = _query(db, re.findall(r"\w+", text)[:_READ])
    if not asked:
        return []
    rows = db.rows(
        "SELECT q.id FROM (SELECT rowid AS id, rank AS score FROM quote_index WHERE quote_index MATCH ?"
        " ORDER BY rank LIMIT ?) i JOIN quote q ON q.id = i.id JOIN version v ON v.id = q.version_id"
        " JOIN article a ON a.id = v.article_id LEFT JOIN quote_now n ON n.quote_id = q.id"
        " WHERE a.newest_id = v.id AND a.deleted = 0 AND a.emptied = 0"
        " AND coalesce(n.deleted, 0) = 0 AND a.story_id <> (SELECT b.story_id FROM quote own"
        " JOIN version w ON w.id = own.version_id JOIN article b ON b.id = w.article_id WHERE own.id = ?)"
        " ORDER BY i.score LIMIT ?",
        (asked, 3 * limit, quote_id, limit),
    )
    return [QuoteId(id_) for (id_,) in rows]


def _query(db: Database, words: Sequence[str]) -> str:
    """Ask for the rarest words, or, where a text has few of them, for neighbours too."""
    counts = {word: _count(db, word) for word in dict.fromkeys(word.casefold() for word in words if len(word) > 1)}
    rare = sorted((count, word) for word, count in counts.items() if 1 < count < _COMMON)[:_RARE]
    terms = [f'"{word}"' for _, word in rare]
    if len(terms) < _FEW:
        pairs = [f'"{one} {two}"' for one, two in pairwise(words)]
        terms += list(dict.fromkeys(pairs))[:_PAIRS]
    return f"exact : ({' OR '.join(terms)})" if terms else ""


def _count(db: Database, word: str) -> int:
    """Count the quotes a word stands in, the quote itself among them; not further than it matters."""
    counted = db.value(
        "SELECT count(*) FROM (SELECT 1 FROM quote_index WHERE quote_index MATCH ? LIMIT ?)",
        (f'exact : "{word}"', _COMMON),
    )
    return int(counted)
