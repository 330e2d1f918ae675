"""What was done to a quote beside marking it, in sentences: corrected, moved, deleted, locked with its story?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.store.records.entries import EntryKind
from desktop.text.display import one_line, shorten

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.store.queries.quote_events import QuoteEvent

_PLAIN = {
    EntryKind.QUOTE_RESIZED: "Ends moved",
    EntryKind.QUOTE_DELETED: "Quote deleted",
    EntryKind.QUOTE_RESTORED: "Quote brought back",
    EntryKind.ARTICLE_DELETED: "Article put in the trash",
    EntryKind.ARTICLE_RESTORED: "Article brought back from the trash",
    EntryKind.ARTICLE_MOVED: "Article moved to another story",
    EntryKind.STORY_LOCKED: "Story locked",
    EntryKind.STORY_REOPENED: "Story reopened",
}


def what_happened(happening: QuoteEvent, *, by_hand: bool) -> str:
    """Say what was done, without who and when; `by_hand`: the quote was made by a checker."""
    if happening.kind == EntryKind.QUOTE_ADDED:
        return "Added" if by_hand else "Found in a passage that had been hidden"
    if happening.kind == EntryKind.QUOTE_ATTRIBUTED:
        return _corrected(happening.body)
    return next((words for kind, words in _PLAIN.items() if happening.kind == kind), happening.kind.capitalize())


def _corrected(body: Mapping[str, object]) -> str:
    was = body.get("was")
    former = was if isinstance(was, dict) else {}
    before, now = _said(former.get("attribution")), _said(body.get("attribution"))
    changes = [
        f"{name}: {_or_none(old)} → {_or_none(new)}"
        for name, old, new in (
            ("Speaker", before[0], now[0]),
            ("Role", before[1], now[1]),
            ("Kind", str(former.get("kind", "")), str(body.get("kind", ""))),
        )
        if old != new
    ]
    return " · ".join(changes) or "Speaker corrected"


def _said(attribution: object) -> tuple[str, str]:
    if not isinstance(attribution, dict):
        return "", ""
    name = attribution.get("person") or attribution.get("speaker") or ""
    return one_line(str(name)), one_line(str(attribution.get("role", "")))


def _or_none(words: str) -> str:
    return shorten(words, 60) if words else "none"
