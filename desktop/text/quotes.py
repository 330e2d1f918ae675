"""Where are the quotations of a text, of which kind are they, and whose words are they?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import FoundQuote, QuoteKind
from desktop.text.languages import detect_language
from desktop.text.quotations import find_quotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain import Span


def find_quotes(
    text: str, *, hidden: Sequence[Span] = (), language: str = "", indirect: bool = False
) -> list[FoundQuote]:
    """Find the quotations in text order; spans are code points and leave the marks out.

    `hidden` passages are read as blanks; `language` is a code such as "en", "" to detect it.
    """
    del indirect
    quotations = find_quotations(text, hidden, language or detect_language(text))
    return [FoundQuote(q.span, QuoteKind.DIRECT, doubt=q.doubt, outer=q.outer) for q in quotations.found]


def doubtful_marks(text: str, hidden: Sequence[Span] = ()) -> list[tuple[int, str]]:
    """List the odd marks: where each stands, and what is odd about it."""
    return find_quotations(text, hidden, detect_language(text)).doubtful
