"""Words of a capture as the search indexes take them, from the capture itself: the slow part of indexing it.

They are what `search_index` would read of the stored version and its quotes; this may run in any process.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.text.word_search import index_form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain import Capture, FoundQuote

    Words = tuple[str, str, str]  # a row of an index: title, people, text of a version; words, people, notes of a quote


class IndexWords(NamedTuple):
    """The rows of a version and of its quotes, in the order in which these are given."""

    version: Words
    quotes: tuple[Words, ...]


def index_words(capture: Capture, quotes: Sequence[FoundQuote]) -> IndexWords:
    """Return the words of a capture and of quotes that nobody has corrected or marked."""
    about = capture.metadata
    version = index_form(about.title), index_form(f"{about.outlet} {about.byline}"), index_form(capture.text)
    return IndexWords(version, tuple(quote_words(capture.text, quote) for quote in quotes))


def quote_words(text: str, quote: FoundQuote) -> Words:
    """Return the words of a quote that nobody has corrected or marked."""
    said = quote.attribution
    people = f"{said.speaker} {said.person} {said.role} {said.via}"
    return index_form(quote.span.of(text)), index_form(people), ""
