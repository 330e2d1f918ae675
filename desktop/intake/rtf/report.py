"""Report on an RTF file: what is hidden in it, unknown, tracked or stated, as sentences for the checker."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from desktop.intake.document import Fact
from desktop.intake.rtf.draft import minute_of
from desktop.intake.rtf.layout import changes, hidden_words
from desktop.text.display import amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.intake.rtf.draft import Draft
    from desktop.intake.rtf.flow import Revision

_FIRST = 12  # words that are shown of what is left out
_TOP = 600  # code points of a text in which its title stands
_WORD = re.compile(r"[^\W\d_]{2,}")
_HEX = re.compile(r"[0-9a-fA-F]{8,}")


def notices(draft: Draft) -> tuple[str, ...]:
    """Say what a checker should know of the file."""
    return tuple(_sentences(draft))


def facts(draft: Draft, text: str) -> tuple[Fact, ...]:
    """Give the title that the file states, if the text bears it: writers keep the title of an older file."""
    title = " ".join(draft.take("title").split())
    stands = title and title.casefold() in " ".join(text[:_TOP].split()).casefold()
    return (Fact("title", title, "title in the RTF file"),) if stands else ()


def _sentences(draft: Draft) -> Iterator[str]:
    if draft.is_cut:
        yield "The file ends in the middle of a group: it may be cut off."
    yield from _changes(draft)
    if hidden := _quoted(hidden_words(draft)):
        yield f"Hidden text is left out: {hidden}."
    for word, words in draft.unknown.items():
        if unknown := _quoted(_HEX.sub("", words.text)):
            yield f"A part of the file that is not known (“{word}”) holds words; they are left out: {unknown}."
    if rest := _quoted(draft.rest.text):
        yield f"Behind the end of the document stand words; they are left out: {rest}."


def _changes(draft: Draft) -> Iterator[str]:
    names = [name.strip() for name in draft.reviewers.text.split(";")]
    counts: Counter[tuple[str, str, str]] = Counter()
    for style in changes(draft):
        if style.is_inserted:
            counts[(*_who(style.insertion, names), "insertion")] += 1
        if style.is_deleted:
            counts[(*_who(style.deletion, names), "deletion")] += 1
    for (who, when, what), count in counts.items():
        yield f"Tracked changes{who and f' by {who}'}{when and f' of {when}'}: {amount(count, what)}."


def _who(revision: Revision, names: list[str]) -> tuple[str, str]:
    name = names[revision.author] if 0 <= revision.author < len(names) else ""
    return ("an unknown author" if name in {"", "Unknown"} else name), minute_of(revision.date)[:10]


def _quoted(text: str) -> str:
    """Give e.g. “3 words, “one two three””; an empty string if there are none."""
    words = text.split()
    if not _WORD.search(text):
        return ""
    shown = " ".join(words[:_FIRST])[:120]
    return f"{amount(len(words), 'word')}, “{shown}{'…' if len(words) > _FIRST else ''}”"
