"""A quote in words: speaker, citation as plain text, what a screen reader says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text.display import amount, one_line, shorten
from desktop.ui.status_words import STATUS_WORD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain import Metadata, Quote

UNKNOWN_SPEAKER = "Speaker unknown"


def speaker(quote: Quote) -> str:
    """Name who said it, or say that nobody is named."""
    return one_line(quote.attribution.name) or UNKNOWN_SPEAKER


def speaker_and_role(quote: Quote) -> str:
    role = one_line(quote.attribution.role)
    return f"{speaker(quote)}, {role}" if role else speaker(quote)


def read_out(quote: Quote) -> str:
    """Say a quote in the order a screen reader should: words, speaker, status, place."""
    flags = "".join(f", {flag}" for flag in sorted(quote.flags))
    doubt = f", {quote.doubt}" if quote.doubt else ""
    words = shorten(quote.text, 400)
    return f"{words}, {speaker_and_role(quote)}, {STATUS_WORD[quote.status]}{flags}{doubt}, paragraph {quote.paragraph}"


def status_told(quotes: Sequence[Quote]) -> str:
    """Say the new status of quotes once, with the words of the one quote or how many there are."""
    if not quotes:
        return ""
    what = shorten(quotes[0].text) if len(quotes) == 1 else amount(len(quotes), "quote")
    return f"{STATUS_WORD[quotes[0].status]}: {what}"


def citation(quote: Quote, article: Metadata) -> str:
    """Return the exact stored words and where they stand, as plain text."""
    outlet = one_line(article.outlet) or "outlet not given"
    date = one_line(article.published) or "no date given"
    parts = [f"‘{one_line(article.title) or 'no headline'}’", outlet, date, f"paragraph {quote.paragraph}"]
    place = ", ".join(parts) + "."
    lines = [f"“{quote.text}”", f"— {speaker_and_role(quote)}. {place}"]
    return "\n".join([*lines, article.url] if article.url else lines)
