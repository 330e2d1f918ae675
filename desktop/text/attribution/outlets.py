"""Outlets through which a statement reached the article: "told Reuters", "the BBC reported"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from desktop.text.languages.registry import languages

if TYPE_CHECKING:
    from desktop.domain import Span
    from desktop.text.attribution.persons.people import People
    from desktop.text.languages.reporting import Reporting

_REACH = 90


def outlet_of(people: People, speaker: Span, cue: Span, quotation: Span) -> str:
    """Give the outlet to which, or through which, the words were said; empty where none is printed."""
    first, end = min(speaker.start, cue.start), max(speaker.end, cue.end)
    text, language = people.text, people.language
    if people.may_name_outlet(first, end + _REACH):
        stop = _end_of_line(text, end)
        start = cue.start if text[cue.start : cue.end].lower() in language.verbs.addressee_verbs else end
        match = language.sources.outlet_behind.match(text, start, stop)
        if match and is_outlet(match.group(1)):
            return _plain(match.group(1), language)
    if people.may_name_outlet(quotation.end, quotation.end + _REACH):
        match = language.sources.outlet_closing.match(text, quotation.end, _end_of_line(text, quotation.end))
        relayed = (match.group(1) or match.group(2)) if match else ""
        if relayed and is_outlet(relayed) and not quotation.end <= cue.start < quotation.end + _REACH:
            return _plain(relayed, language)
    reach = max(0, first - 2 * _REACH)
    if not people.may_name_outlet(reach, first):
        return ""
    line_start = max(text.rfind("\n", reach, first) + 1, reach)
    match = language.sources.outlet_before.search(text[line_start:first])
    return _plain(match.group(1), language) if match and is_outlet(match.group(1)) else ""


def _end_of_line(text: str, start: int) -> int:
    """Give where the line ends, or how far it is read."""
    end = text.find("\n", start, start + _REACH)
    return end if end >= 0 else min(len(text), start + _REACH)


def _plain(name: str, language: Reporting) -> str:
    return _without_ending(language.sources.outlet_article.sub("", name))


def _without_ending(name: str) -> str:
    return name[:-2] if name.endswith(("'s", "’s")) else name.rstrip(".,")


def is_outlet(name: str) -> bool:
    """Say whether a name is that of a paper, an agency or a station, in whatever language the text is."""
    return _without_ending(name).split()[-1].lower() in last_words_of_outlets()


@cache
def last_words_of_outlets() -> frozenset[str]:
    """Give the last words of the names of outlets of all languages: papers of one country are read in others."""
    return frozenset().union(*(language.outlets for language in languages().values()))
