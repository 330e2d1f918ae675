"""Notices of a PDF: sentences for the checker about what was not read, and about words that do not show."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        yield f"{_pages([str(number) for number in lost])} could not be read."
    if left > 0:
        yield f"The last {left:,} pages were not read: the file has too many."


def _on_recognised(pages: Sequence[Page]) -> Iterator[str]:
    found = [page.label for page in pages if page.is_recognised]
    if found:
        yield (
            f"{_pages(found)}: the words come from an invisible layer, as programs for reading scans write it. "
            "Compare them with the picture."
        )


def _on_unreadable(pages: Sequence[Page]) -> Iterator[str]:
    for page in [page for page in pages if page.unreadable][:_LISTED]:
        letters = "1 letter" if page.unreadable == 1 else f"{page.unreadable:,} letters"
        yield f"{letters} on page {page.label} cannot be read: the file does not say what they are."
    rest = sum(page.unreadable for page in [page for page in pages if page.unreadable][_LISTED:])
    if rest:
        yield f"{rest:,} more letters on later pages cannot be read."


def _on_hidden(pages: Sequence[Page]) -> Iterator[str]:
    reasons = dict.fromkeys(hidden.why for page in pages for hidden in page.hidden)
    for why in reasons:
        texts = [hidden.text for page in pages for hidden in page.hidden if hidden.why == why]
        on = [page.label for page in pages if any(hidden.why == why for hidden in page.hidden)]
        words = " ".join(texts).split()
        count = "1 word was" if len(words) == 1 else f"{len(words):,} words were"
        begin = " ".join(words)
        shown = begin if len(begin) <= _SHOWN else f"{begin[:_SHOWN].rstrip()}…"
        yield f"{_pages(on)}: {count} left out, {why}: {shown}"


def _on_attached(attached: int) -> Iterator[str]:
    if attached == 1:
        yield "1 file is attached to the PDF; it was not read."
    elif attached:
        yield f"{attached:,} files are attached to the PDF; they were not read."


def _pages(labels: Sequence[str]) -> str:
    if len(labels) == 1:
        return f"Page {labels[0]}"
    if len(labels) <= _LISTED:
        return f"Pages {', '.join(labels[:-1])} and {labels[-1]}"
    return f"Pages {', '.join(labels[:_LISTED])} and {len(labels) - _LISTED:,} more"
