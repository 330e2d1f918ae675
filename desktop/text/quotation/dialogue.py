"""Dialogue that opens with a dash: speech at the head of a paragraph, parted by the reporter's words between dashes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.domain import Span
from desktop.lazy_pattern import lazy_pattern
from desktop.text.quotation.quotations import Quotation

if TYPE_CHECKING:
    from desktop.text.languages.reporting import Reporting
    from desktop.text.quotation.quotations import Quotations

_OPENING = lazy_pattern(r"(?:[—–―]|-(?=[ \u00a0]))[ \u00a0]?(?=[¿¡«„“\"…]*[^\W\d_])")
_DASH = lazy_pattern(r"(?<=[ \u00a0])[—–―-](?=\S)|(?<=[ \u00a0])[—–―-](?=[ \u00a0])|(?<=\S)[—–―](?=[ \u00a0.,;:!?]|$)")
_FIRST_WORD = lazy_pattern(r"[ \u00a0]*[^\W\d_]")
_WORD = lazy_pattern(r"[^\W\d_]+")
_DASHES = frozenset("—–―-")
_ENDS = '.!?…»”"'
_PAUSE = lazy_pattern(r"[,.;:!?…«»“”„\"]")
_NEAR = 4  # words of the reporter among which the verb of saying stands
_BEFORE = "—–―-,.;:"  # what may stand before what is said: the dash, and the sign of the reporter's sentence
_LEFT_OUT = " \u00a0,"  # at the end of what is said


def add_dialogues(quotations: Quotations, language: Reporting) -> None:
    """Add the speech of paragraphs that open with a dash; marks inside of it part nothing off."""
    for n in range(quotations.headlines, len(quotations.paragraphs)):
        spoken = _speech(quotations.text, quotations.paragraphs[n], language)
        here = [q for q in quotations.found if q.paragraph == n]
        if spoken and not any(_crosses(q.outer, span) for q in here for span in spoken):
            dialogue = [_quotation(quotations.text, span, n) for span in spoken]
            within = {id(q) for q in here if any(span.start <= q.outer.start < span.end for span in spoken)}
            quotations.found = [q for q in quotations.found if id(q) not in within] + dialogue
    quotations.found.sort(key=lambda q: q.span.start)


def is_dialogue(text: str, span: Span) -> bool:
    """Say whether what stands at a place is speech that a dash opens, and no mark."""
    line = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    opened = text[line : span.start].strip(" \u00a0")
    return opened in _DASHES


def _quotation(text: str, outer: Span, paragraph: int) -> Quotation:
    start, end = outer.start, outer.end
    while start < end and (text[start].isspace() or text[start] in _BEFORE):
        start += 1
    while end > start and text[end - 1] in _LEFT_OUT:
        end -= 1
    return Quotation(Span(start, end), Span(outer.start, end), paragraph, dashed=True)


def _crosses(other: Span, span: Span) -> bool:
    return (
        other.start < span.end and span.start < other.end and not (span.start <= other.start <= other.end <= span.end)
    )


def _speech(text: str, paragraph: Span, language: Reporting) -> list[Span]:
    """Give what is said in a paragraph, with the dash before it; nothing in an item of a list, or in a signature."""
    opening = _OPENING.match(text, paragraph.start, paragraph.end)
    first = _WORD.search(text, paragraph.start, paragraph.end)
    if not opening or not first or not first.group()[0].isupper():
        return []
    dashes = [match.start() for match in _DASH.finditer(text, opening.end(), paragraph.end)]
    narration, at = [], 0
    while at < len(dashes):  # the reporter's words: from a dash to the next one, or to the end
        if _tells(text, dashes[at] + 1, paragraph.end, language):
            narration.append((dashes[at], dashes[at + 1] if at + 1 < len(dashes) else paragraph.end))
            at += 1
        at += 1
    if not narration and text[paragraph.end - 1] not in _ENDS:
        return []
    edges = [(paragraph.start, paragraph.start), *narration, (paragraph.end, paragraph.end)]
    parts = [Span(before[1], after[0]) for before, after in pairwise(edges)]
    return [part for part in parts if _WORD.search(text, part.start, part.end)]


def _tells(text: str, start: int, end: int, language: Reporting) -> bool:
    """Say whether the words behind a dash are the reporter's: they begin small, and with a verb if any is known."""
    match = _FIRST_WORD.match(text, start, end)
    if not match or match.group()[-1].isupper():
        return False
    if not language.verbs.cues:
        return True
    stop = _PAUSE.search(text, start, end)
    near = _WORD.findall(text, start, stop.start() if stop else end)[:_NEAR]
    return any(language.verbs.cues.get(word.lower(), 0) > 1 for word in near)
