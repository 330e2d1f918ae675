"""What stays out of a log unless it is asked for: private lines of notes, and how sources were reached."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from desktop.domain import Mark, Quote
from desktop.text.evidence import is_public, public_evidence, public_note

if TYPE_CHECKING:
    from desktop.log.rows import LogSource

Words = TypeVar("Words", Mark, Quote)


def public(words: Words) -> Words:
    """Return a mark or a quote without what is private in it; a mark keeps the hash of all that it said."""
    if is_public(words.note, words.evidence):
        return words
    return replace(words, note=public_note(words.note), evidence=public_evidence(words.evidence))


def without_private(source: LogSource) -> LogSource:
    """Return the source of a log that can be given to anybody."""
    return replace(
        source,
        private=False,
        quotes={version: [public(quote) for quote in quotes] for version, quotes in source.quotes.items()},
        marks={quote: [public(mark) for mark in marks] for quote, marks in source.marks.items()},
    )
