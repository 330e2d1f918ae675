"""Where are the quotations of a text, of which kind are they, and whose words are they?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import FoundQuote, QuoteKind
from desktop.text.attribution.indirect import find_indirect
from desktop.text.attribution.people import People
from desktop.text.attribution.resolution import Resolver
from desktop.text.attribution.speakers import Reader, Said
from desktop.text.languages.registry import detect_language, reporting_in
from desktop.text.quotation.quotations import find_quotations
from desktop.text.quotation.quote_marks import holds_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain import Span
    from desktop.text.quotation.quotations import Quotations

_SCARE_WORDS = 4


def find_quotes(
    text: str, *, hidden: Sequence[Span] = (), language: str = "", indirect: bool = False
) -> list[FoundQuote]:
    """Find the quotations in text order; spans are code points and leave the marks out.

    `hidden` passages are read as blanks; `language` is a code such as "en", "" to detect it; `indirect` adds
    what is reported without marks, as `QuoteKind.INDIRECT` with `outer` equal to the span.
    """
    if not indirect and not holds_mark(text):
        return []
    code = language or detect_language(text)
    quotations = find_quotations(text, hidden, code)
    if not quotations.found and not indirect:
        return []
    reporting = reporting_in(code)
    said = Reader(quotations, reporting).read()
    reported = find_indirect(quotations, reporting) if indirect else []
    said = sorted([*said, *reported], key=lambda s: s.quotation.span.start)
    unmarked = {id(s) for s in reported}
    resolver = Resolver(quotations, People(quotations.text, reporting), reporting)
    return [
        FoundQuote(
            s.quotation.span,
            QuoteKind.INDIRECT if id(s) in unmarked else _kind(s, quotations),
            resolver.attribution(s),
            s.quotation.doubt,
            s.quotation.outer,
        )
        for s in said
    ]


def doubtful_marks(text: str, hidden: Sequence[Span] = ()) -> list[tuple[int, str]]:
    """List the odd marks: where each stands, and what is odd about it."""
    return find_quotations(text, hidden, detect_language(text)).doubtful


def _kind(said: Said, quotations: Quotations) -> QuoteKind:
    if said.quotation.paragraph < quotations.headlines:
        return QuoteKind.HEADLINE
    words = said.quotation.span.of(quotations.text).split()
    short = len(words) <= _SCARE_WORDS
    if short and (not said.speaker or said.named_thing):
        return QuoteKind.SCARE
    return (
        QuoteKind.DIRECT
        if said.begins and (len(words) > 1 or said.alone or words[0][-1] in ",.!?")
        else QuoteKind.MIXED
    )
