"""Notices of a PDF: sentences for the checker about what was not read, and about words that do not show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.intake.pdf.page import Page

_SHOWN = 80  # characters of hidden words in a notice
_LISTED = 5  # pages named one by one


def notices_of(pages: Sequence[Page], *, lost: Sequence[int], left: int, attached: int) -> tuple[str, ...]:
    """Say what a reader of the text has to know; `left` counts the pages behind the limit."""
    return (
        *_on_pages(lost, left),
        *_on_recognised(pages),
        *_on_unreadable(pages),
        *_on_hidden(pages),
        *_on_attached(attached),
    )


def _on_pages(lost: Sequence[int], left: int) -> Iterator[str]:
    if lost:
        yield Sentence("{pages} could not be read.", pages=_pages([str(number) for number in lost]))
    if left > 0:
        yield Sentence.counted(
            "The last {count} page was not read: the file has too many.",
            "The last {count} pages were not read: the file has too many.",
            left,
        )


def _on_recognised(pages: Sequence[Page]) -> Iterator[str]:
    found = [page.label for page in pages if page.is_recognised]
    if found:
        yield Sentence(
            "{pages}: the words come from an invisible layer, as programs for reading scans write it. "
            "Compare them with the picture.",
            pages=_pages(found),
        )


def _on_unreadable(pages: Sequence[Page]) -> Iterator[str]:
    for page in [page for page in pages if page.unreadable][:_LISTED]:
        yield Sentence.counted(
            "{count} letter on page {page} cannot be read: the file does not say what it is.",
            "{count} letters on page {page} cannot be read: the file does not say what they are.",
            page.unreadable,
            page=page.label,
        )
    rest = sum(page.unreadable for page in [page for page in pages if page.unreadable][_LISTED:])
    if rest:
        yield Sentence.counted(
            "{count} more letter on later pages cannot be read.",
            "{count} more letters on later pages cannot be read.",
            rest,
        )


def _on_hidden(pages: Sequence[Page]) -> Iterator[str]:
    reasons = dict.fromkeys(hidden.why for page in pages for hidden in page.hidden)
    for why in reasons:
        texts = [hidden.text for page in pages for hidden in page.hidden if hidden.why == why]
        on = [page.label for page in pages if any(hidden.why == why for hidden in page.hidden)]
        words = " ".join(texts).split()
        begin = " ".join(words)
        yield Sentence.counted(
            "{pages}: {count} word was left out, {why}: {words}",
            "{pages}: {count} words were left out, {why}: {words}",
            len(words),
            pages=_pages(on),
            why=Sentence(why),
            words=begin if len(begin) <= _SHOWN else f"{begin[:_SHOWN].rstrip()}…",
        )


def _on_attached(attached: int) -> Iterator[str]:
    if attached:
        yield Sentence.counted(
            "{count} file is attached to the PDF; it was not read.",
            "{count} files are attached to the PDF; they were not read.",
            attached,
        )


def _pages(labels: Sequence[str]) -> str:
    """Give e.g. “Pages 3, 4 and 7”."""
    if len(labels) == 1:
        return Sentence("Page {page}", page=labels[0])
    if len(labels) <= _LISTED:
        return Sentence("Pages {pages} and {last}", pages=", ".join(labels[:-1]), last=labels[-1])
    more = f"{len(labels) - _LISTED:,}"
    return Sentence("Pages {pages} and {number} more", pages=", ".join(labels[:_LISTED]), number=more)
