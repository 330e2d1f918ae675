"""Tracked changes and comments of office files: the two sides of a text, who changed or said what, and when."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from desktop.translation import Sentence, english

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.intake.document import Document


PART_BEFORE = "before changes"
PART_AFTER = "after changes"


class Side(Enum):
    """Which of its two texts a file with tracked changes is read for."""

    BEFORE = "before"  # all changes rejected
    AFTER = "after"  # all changes accepted


@dataclass(frozen=True, slots=True)
class Change:
    """One tracked change, with what the file states of it."""

    author: str
    when: str  # ISO date and time as stated, or ""


def versions_of(before: Document, after: Document, changes: Iterable[Change]) -> list[Document]:
    """Give the two texts of a file as documents that say which they are, the second as a later version of the first.

    One document where the changes alter no word, or where one side holds no text, which the other then says.
    """
    if before.text == after.text:
        return [after]
    notices = [changes_notice(changes)]
    if not after.text.strip():
        notices.append(Sentence("After its changes the file holds no text."))
    if not before.text.strip():
        notices.append(Sentence("Before its changes the file held no text."))
    first = replace(before, notices=(*before.notices, *notices), part=PART_BEFORE)
    second = replace(after, notices=(*after.notices, *notices), part=PART_AFTER, follows=bool(before.text.strip()))
    return [each for each in (first, second) if each.text.strip()]


def changes_notice(changes: Iterable[Change]) -> str:
    """Say how many changes are by whom and from which days."""
    by_author: dict[str, list[str]] = {}
    for change in changes:
        by_author.setdefault(change.author.strip(), []).append(change.when[:10])
    total = sum(map(len, by_author.values()))
    listed = "; ".join(
        ", ".join(filter(None, [f"{len(days):,} by {author or 'somebody unnamed'}", _range(days)]))
        for author, days in by_author.items()
    )
    return Sentence.counted(
        "Tracked changes, read as two versions: {count} in all; {listed}.",
        "Tracked changes, read as two versions: {count} in all; {listed}.",
        total,
        listed=listed,
    )


def spoken_day(when: str) -> str:
    """Give a stated ISO date as "2 January 2026"; "" where it is none."""
    with suppress(ValueError):
        day = date.fromisoformat(when[:10])
        return f"{day.day} {day:%B} {day.year}"
    return ""


def _range(days: list[str]) -> str:
    ordered = [spoken for spoken in map(spoken_day, sorted(Counter(days))) if spoken]
    if not ordered:
        return ""
    return ordered[0] if len(ordered) == 1 else f"{ordered[0]} to {ordered[-1]}"


COMMENT = english("comment")
_SHOWN = 60  # code points of the words that a comment stands at


def comment_reason(author: str, when: str = "", words: str = "") -> str:
    """Say whose a comment is, from which day (`when` begins with an ISO date) and at which words of the text."""
    words = " ".join(words.split())
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    who = f"{COMMENT} by {author}" if author else COMMENT
    return ", ".join(filter(None, [who, spoken_day(when), f"on “{shown}”" if shown else ""]))
