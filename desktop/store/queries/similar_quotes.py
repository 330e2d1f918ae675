"""Similar quotes of other stories: a search by rare words for candidates of earlier quotes.

Half of the words of a copy may be gone, and which ones cannot be known. So every word is looked up: where the rare
ones stand is read whole, then where the less rare stand, as far as a budget reaches; quotes that share much are
compared word by word. The cost is bounded by the budget, not by the desk.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from heapq import nlargest
from typing import TYPE_CHECKING

from desktop.domain import QuoteId, value_type
from desktop.lazy_pattern import lazy_pattern
from desktop.store.records import search_index
from desktop.store.records.quotes.quote_columns import COUNTED
from desktop.text.languages.registry import shared_function_words
from desktop.text.word_search import index_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.store.file.database import Database

_FEW = 400  # quotes; a word that stands in fewer is rare, and all of them are read
_BUDGET = 16_000  # quotes that are read for the words that are not rare
_COMPARED = 250  # quotes whose words are compared
_READ = 60  # different words of a text that are looked for; a text that has more has enough of the longest
_WORD = lazy_pattern(r"\w+")


@value_type
class SimilarQuotes:
    """Quotes that share words with a text, and how rare its words are on this desk."""

    quotes: list[QuoteId]
    weights: Mapping[str, float]  # by casefolded word: the logarithm of one over the share of quotes that hold it


def similar_quotes(db: Database, quote_id: QuoteId, text: str, limit: int) -> SimilarQuotes:
    """Return quotes of the newest versions in other stories, those with most in common first."""
    all_quotes = int(db.value("SELECT max(id) FROM quote") or 1)
    lists, weights = _lists(db, _words(text), all_quotes)
    scores: defaultdict[int, float] = defaultdict(float)
    for word, ids in lists:
        worth = weights[word]
        for id_ in ids:
            scores[id_] += worth
    scores.pop(quote_id, None)
    alone = max((weights[word] for word, ids in lists if len(ids) >= _FEW), default=0.0)
    shared = {id_: score for id_, score in scores.items() if score > alone}  # more than one word that is not rare
    most = nlargest(_COMPARED, shared, key=shared.__getitem__)
    return SimilarQuotes(_most_alike(_elsewhere(db, quote_id, most), weights)[:limit], weights)


def _words(text: str) -> list[str]:
    words, small = dict.fromkeys(_WORD.findall(text.casefold())), shared_function_words()
    found = [word for word in words if len(word) > 1 and word not in small]
    return found if len(found) <= _READ else sorted(found, key=len, reverse=True)[:_READ]


def _lists(db: Database, words: Iterable[str], all_quotes: int) -> tuple[list[tuple[str, list[int]]], dict[str, float]]:
    """Return in which quotes words stand (common ones as far as the budget reaches), and how rare all are."""
    lists, common = [], []
    weights: dict[str, float] = {}
    for word in words:
        ids = _holders(db, word, _FEW)
        standing = len(ids) if len(ids) < _FEW else max(_FEW, _FEW * all_quotes // ids[-1])  # estimated by the first
        weights[word] = math.log(1 + all_quotes / max(1, standing))
        if len(ids) < _FEW:
            lists.append((word, ids))
        else:
            common.append((standing, word))
    left = _BUDGET
    for standing, word in sorted(common):
        if standing > left:
            break
        lists.append((word, _holders(db, word, left)))
        left -= standing
    return lists, weights


def _holders(db: Database, word: str, most: int) -> list[int]:
    """Return the first quotes in which a word stands."""
    query = f"exact : {search_index.phrase(index_form(word))}"
    db.write_deferred()
    rows = db.rows("SELECT rowid FROM quote_index WHERE quote_index MATCH ? LIMIT ?", (query, most))
    return [id_ for (id_,) in rows]


def _elsewhere(db: Database, quote_id: QuoteId, ids: Sequence[int]) -> list[tuple[int, str]]:
    """Return those of the quotes, with their words, that stand in newest versions of other stories."""
    return db.rows(
        "SELECT q.id, coalesce(e.exact, q.exact) FROM quote q JOIN version v ON v.id = q.version_id"
        " JOIN article a ON a.id = v.article_id"
        " LEFT JOIN quote_edit e ON e.quote_id = q.id LEFT JOIN quote_now n ON n.quote_id = q.id"
        " LEFT JOIN mark m ON m.id = n.mark_id"
        f" WHERE q.id IN (SELECT value FROM json_each(?)) AND {COUNTED}"
        " AND a.newest_id = v.id AND a.deleted = 0 AND a.emptied = 0"
        " AND coalesce(n.deleted, 0) = 0 AND a.story_id <> (SELECT b.story_id FROM quote own"
        " JOIN version w ON w.id = own.version_id JOIN article b ON b.id = w.article_id WHERE own.id = ?)",
        (json.dumps(ids), quote_id),
    )


def _most_alike(found: Iterable[tuple[int, str]], weights: Mapping[str, float]) -> list[QuoteId]:
    """Sort by how much of the text a quote holds, and how little else it says."""
    rated = []
    for id_, exact in found:
        words = set(_WORD.findall(exact.casefold()))
        shared = words & weights.keys()
        worth = sum(weights[word] for word in shared)
        rated.append((worth * (len(shared) / len(words)) ** 0.4 if shared else 0.0, id_))
    rated.sort(reverse=True)
    return [QuoteId(id_) for _, id_ in rated]
