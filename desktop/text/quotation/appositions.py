"""Whose name stands beside a description: "the designer, Jonas Weck", "der Chef des Rates Ulrich Maler"?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain import Span
    from desktop.text.attribution.people import People, Person
    from desktop.text.languages.reporting import Reporting

_REACH = 80  # code points from a description to the name beside it
_END = re.compile(r"(?: [IVX]+)?(?:[,.;:)\n«»„“]|$| of | \()")
_GENITIVE = re.compile(r" (?:des|der) [\w-]+ ")
_SIGNS = ',;:()\n“”„«»"'


def named_beside(text: str, span: Span, people: People, language: Reporting) -> Person | None:
    """Read the person whose name follows a description, set off by commas."""
    mention = people.next(span.end)
    if mention is None or mention.start > span.end + _REACH:
        return None
    of, comma, between = text[span.end : mention.start].partition(",")
    if not comma:
        return mention.person if language.capital_nouns and _GENITIVE.fullmatch(of) else None
    closed = _END.match(text, mention.end) or _is_office(between, language)
    if not closed or any(sign in of + between for sign in _SIGNS):
        return None
    return mention.person if _belongs(of, language) and _describes(between, language) else None


def _belongs(words: str, language: Reporting) -> bool:
    """Say whether words between a description and its comma only tell of what: "of the union"."""
    first = words.split(maxsplit=1)[:1]
    return not first or first[0] in language.prepositions or first[0] in language.determiners


def _is_office(words: str, language: Reporting) -> bool:
    """Say whether an office stands right before the name: ", General George Casey"."""
    last = words.split()[-1:]
    return bool(last) and (last[0].lower() in language.titles or last[0].lower() in language.roles)


def _describes(words: str, language: Reporting) -> bool:
    """Say whether words between the comma and the name may stand before it: "historian", "the Most Rev."."""
    tables = (language.cues, language.relatives, language.breaks, language.prepositions, language.participles)
    return not any(word in table for word in words.lower().split() for table in tables)
