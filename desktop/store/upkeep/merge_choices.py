"""Merge of drafts and desk settings, which are no evidence.

Half-typed words, which quotes are the same, which articles have one origin, pins, rules: theirs where we have none;
where both said something, ours stays, and the merge says how often.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.store.records import desk_settings, marks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain import ArticleId, QuoteId
    from desktop.store.file.database import Database

OF_A_STORY = frozenset({"same", "origin", "primary", "rules"})  # kept as KIND/ROW of the story
_PAIRS = frozenset({"same", "origin"})  # lists of [uid, uid, answer]
_OF_ARTICLES = frozenset({"origin", "primary"})  # name articles by uid


@dataclass(slots=True)
class Brought:
    """What came along, and how often ours stayed."""

    drafts: int = 0
    choices: int = 0
    ours_kept: int = 0


def bring(db: Database, other: Database, quotes: Mapping[int, int], articles: Mapping[int, ArticleId]) -> Brought:
    """Take over drafts and choices of another desk; `quotes` and `articles` say which of theirs is which of ours."""
    brought = Brought()
    _drafts(db, other, quotes, brought)
    names: dict[str, str] = dict(
        db.rows("SELECT x.uid, a.uid FROM article_alias x JOIN article a ON a.id = x.article_id")
    )
    for key, value in db.rows("SELECT key, value FROM remembered"):
        if (renamed := _renamed(key, value, names)) != value:
            desk_settings.remember(db, key, renamed)
    for key, value in other.rows("SELECT key, value FROM remembered WHERE value <> '' ORDER BY key"):
        ours = _key(db, other, key, articles)
        if ours:
            _choice(db, ours, _renamed(key, value, names), brought)
    return brought


def _drafts(db: Database, other: Database, quotes: Mapping[int, int], brought: Brought) -> None:
    ours = {quote_id: (note, evidence) for quote_id, note, evidence in marks.drafts(db)}
    for theirs, note, evidence in marks.drafts(other):
        quote_id: QuoteId = quotes[theirs]  # type: ignore[assignment]  # a row of ours
        if quote_id not in ours:
            marks.save_draft(db, quote_id, note, evidence)
            brought.drafts += 1
        elif ours[quote_id] != (note, evidence):
            brought.ours_kept += 1


def _choice(db: Database, key: str, theirs: str, brought: Brought) -> None:
    ours = desk_settings.remembered(db, key)
    together, contradicted = _together(key, ours, theirs)
    brought.ours_kept += contradicted
    if together != ours:
        desk_settings.remember(db, key, together)
        brought.choices += 1


def _together(key: str, ours: str, theirs: str) -> tuple[str, int]:
    """Return what both say, and how often they say different things."""
    if not ours or ours == theirs:
        return theirs, 0
    if key.partition("/")[0] in _PAIRS:
        with suppress(ValueError, TypeError):
            own, more = _pairs(ours), _pairs(theirs)
            contradicted = sum(own[pair] != answer for pair, answer in more.items() if pair in own)
            if more.keys() <= own.keys():
                return ours, contradicted
            return json.dumps([[*pair, answer] for pair, answer in (more | own).items()]), contradicted
    return ours, 1


def _pairs(value: str) -> dict[tuple[str, str], Any]:
    return {(min(a, b), max(a, b)): answer for a, b, answer in json.loads(value)}


def _key(db: Database, other: Database, key: str, articles: Mapping[int, ArticleId]) -> str:
    """Return the key under which we keep what they keep under `key`; empty where the story is not here."""
    kind, _, row = key.partition("/")
    if kind not in OF_A_STORY or not row.isdigit():
        return key
    for (article_id,) in other.rows("SELECT id FROM article WHERE story_id = ? ORDER BY id", (int(row),)):
        if article_id in articles:
            return f"{kind}/{db.value('SELECT story_id FROM article WHERE id = ?', (articles[article_id],))}"
    uid = other.value("SELECT uid FROM story WHERE id = ?", (int(row),))
    ours = db.value("SELECT id FROM story WHERE uid = ?", (uid,))
    return f"{kind}/{ours}" if ours is not None else ""


def _renamed(key: str, value: str, names: Mapping[str, str]) -> str:
    """Let a choice about articles name them as they are called since they were found to be the same."""
    kind = key.partition("/")[0]
    if kind not in _OF_ARTICLES or not names:
        return value
    if kind == "primary":
        return names.get(value, value)
    with suppress(ValueError, TypeError):
        return json.dumps([[*sorted((names.get(a, a), names.get(b, b))), answer] for a, b, answer in json.loads(value)])
    return value
