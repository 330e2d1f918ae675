"""Comments of readers: why one is cut, as the review sheet says it."""

from __future__ import annotations

from desktop.intake.office.tracked_changes import spoken_day
from desktop.translation import english

COMMENT = english("comment")
_SHOWN = 60  # code points of the words that a comment stands at


def comment_reason(author: str, when: str = "", words: str = "") -> str:
    """Say whose a comment is, from which day (`when` begins with an ISO date) and at which words of the text."""
    words = " ".join(words.split())
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    who = f"{COMMENT} by {author}" if author else COMMENT
    return ", ".join(filter(None, [who, spoken_day(when), f"on “{shown}”" if shown else ""]))
