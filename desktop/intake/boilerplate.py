"""Boilerplate: passages of a text that are not the article, each cut with a plain reason; the checker can restore each.

Precision first: a line that holds a quotation is never cut, nor is anything that could be running text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.domain import Cut, Span
from desktop.intake import boilerplate_phrases as phrases
from desktop.intake.bylines import is_credits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.intake.lines import Line
    from desktop.intake.metadata import Header

_LONGEST = 600  # code points of a line that may be cut whole
_LONGEST_CAPTION = 80  # words
_LONGEST_CREDIT = 120  # code points, at the end of a caption
_ANYWHERE = phrases.by_phrase(phrases.ANYWHERE)
_EDGES = phrases.by_phrase(phrases.EDGES)
_COUNT = re.compile(r"\(?\b\d{1,6}\b\)?")
_END_MARKS = " .:!…»>→›"
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]{0,2}\s+$")
# Headlines of other stories
_FEWEST, _MOST = 7, 16  # words
_LIMIT = 3  # more of them and they are a style of this text: subheadings, verse, a list
_FINISHED_SHARE = 0.8  # of the other paragraphs must end like sentences
# Running text has these; a headline in the present tense has not. Past tenses too: headlines report in the present.
_RUNNING_WORDS = (
    "the a an was were had been did he she it they we i you his her its their our my said told added called who whom "
    "which that this these those there but because while although made took went came gave fell rose won met left "
    "found held began got saw kept knew thought became sent spent brought sought wrote spoke ran grew drew led paid"
)
_RUNNING = frozenset(_RUNNING_WORDS.split())
_PRESENT = re.compile(r"[a-z]{2,}[a-rt-z]s")
_S_WORDS = "this has was is less plus minus across towards besides always perhaps sometimes news"
_NO_VERBS = frozenset(_S_WORDS.split())
_PREPOSITIONS = frozenset(
    {"of", "in", "on", "at", "by", "for", "from", "with", "without", "and", "or", "between", "over"}
)
_AFTER_NOUNS = frozenset({"and", "or", "of"})
_MARKS = frozenset('":;“”„«»()[]|/•*…')


def find_cuts(lines: Sequence[Line], header: Header) -> tuple[Cut, ...]:
    """Propose what to hide, in order and without overlaps; nothing if nothing else would be left."""
    first, last = _body(lines, header)
    found: dict[int, Cut] = {}
    for i, line in enumerate(lines):
        cut = None if i == header.title else _cut(line, i, header, at_edge=not first <= i <= last)
        if cut:
            found[i] = cut
    found |= {i: Cut(lines[i].span, why) for i, why in _beside_furniture(lines, found) if i != header.title}
    for i in _captions_at_top(lines, header, found):
        found[i] = Cut(lines[i].span, phrases.CAPTION)
    running = [line for i, line in enumerate(lines[first : last + 1], first) if i not in found]
    related = {line.span.start: line for line in _related_headlines(running)}
    cuts = [*found.values(), *(Cut(line.span, phrases.RELATED) for line in related.values())]
    if not any(i != header.title and i not in found for i in range(len(lines))):
        return ()
    return tuple(sorted(cuts, key=lambda cut: cut.span))


def _body(lines: Sequence[Line], header: Header) -> tuple[int, int]:
    """Return the first and the last line of running text; everything is inside where no line reads like it."""
    long = [i for i, line in enumerate(lines) if line.is_body and not _whole_line(line, at_edge=False)]
    if not long:
        return header.body, len(lines) - 1
    return min(header.body, long[0]) if header.title < 0 else long[0], long[-1]


def _cut(line: Line, place: int, header: Header, *, at_edge: bool) -> Cut | None:
    if place in header.bylines:
        return Cut(line.span, phrases.BYLINE)
    if place in header.dates:
        return Cut(line.span, phrases.DATE)
    why = _whole_line(line, at_edge=at_edge)
    return Cut(line.span, why) if why else _trailing(line)


def _whole_line(line: Line, *, at_edge: bool) -> str:
    """Say what a whole line is, other than article; an empty string if it is article."""
    if len(line.text) > _LONGEST or line.has_quotation:
        return ""
    phrase = _COUNT.sub("", line.text.casefold().replace("’", "'")).strip(_END_MARKS)
    known = _ANYWHERE.get(phrase) or (_EDGES.get(phrase, "") if at_edge else "")
    return known or _opening(line) or _credit(line)


def _beside_furniture(lines: Sequence[Line], found: dict[int, Cut]) -> list[tuple[int, str]]:
    """Find phrases that count only at the edges, but stand right beside a line that was cut whole: a button of it."""
    buttons = ((i + step, i) for i in found for step in (-1, 1))
    near = [i for i, by in buttons if 0 <= i < len(lines) and i not in found and found[by].span == lines[by].span]
    return [(i, why) for i in near if (why := _whole_line(lines[i], at_edge=True))]


def _opening(line: Line) -> str:
    words = line.words
    return next((r.why for r in phrases.OPENINGS if words <= r.words and r.opening.match(line.text)), "")


def _credit(line: Line) -> str:
    if is_credits(line.text):
        return phrases.CREDITS
    start = max(0, len(line.text) - _LONGEST_CREDIT)
    caption = line.words <= _LONGEST_CAPTION and any(
        credit.search(line.text, start) for credit in phrases.PHOTO_CREDITS
    )
    return phrases.PHOTO if caption else ""


def _trailing(line: Line) -> Cut | None:
    """Cut "Read more" off the end of a paragraph, with the blank before it."""
    tail = line.text[-24:].casefold()
    for phrase in phrases.TRAILING:
        start = len(line.text) - len(phrase)
        if tail.endswith(phrase) and start > 0 and _SENTENCE_END.search(line.text[max(0, start - 8) : start]):
            blanks = start - len(line.text[:start].rstrip())
            return Cut(Span(line.span.start + start - blanks, line.span.end), phrases.MORE)
    return None


def _captions_at_top(lines: Sequence[Line], header: Header, found: dict[int, Cut]) -> list[int]:
    """Find the captions of a video or picture: lines glued below the date line's comment and share buttons."""
    return [
        i
        for i in range(2, header.body)
        if i not in found and not lines[i].apart and not lines[i].is_finished and not lines[i].has_quotation
        and i - 1 in found and found[i - 1].why in {phrases.COMMENTS, phrases.SHARING}
        and (i + 1 == len(lines) or lines[i + 1].apart)
    ]  # fmt: skip


# -- headlines of other stories, which a web page drops into the text --------------------------------------------------


def _related_headlines(lines: Sequence[Line]) -> list[Line]:
    """Give the lines of running text that are headlines of other stories, of English ones only."""
    if len(lines) < 5:
        return []
    shaped = [i for i in range(1, len(lines) - 1) if _shaped(lines[i].text)]
    if (
        not 1 <= len(shaped) <= _LIMIT
        or sum(line.is_finished for line in lines) < (len(lines) - len(shaped)) * _FINISHED_SHARE
    ):
        return []
    blanks = sum(line.apart for line in lines) > len(lines) * 0.6  # paragraphs here stand apart
    return [lines[i] for i in shaped if _stands_alone(lines[i - 1], lines[i], lines[i + 1], blanks=blanks)]


def _stands_alone(before: Line, line: Line, after: Line, *, blanks: bool) -> bool:
    """Say whether it stands between two full paragraphs, as its own."""
    apart = line.apart and after.apart if blanks else True
    return apart and before.is_body and after.is_body and not after.text[0].islower()


def _shaped(text: str) -> bool:
    """Say whether a line reads like a headline: no full stop, no running text, a verb in the present."""
    if len(text) > 140 or not text[0].isupper() or text[-1] in ".,!?;:-–—…" or not _MARKS.isdisjoint(text):
        return False
    words = text.split()
    lower = [word.lower().rstrip(",") for word in words]
    if not _FEWEST <= len(words) <= _MOST or text.count(",") > 1 or not _RUNNING.isdisjoint(lower):
        return False
    return not any(word.endswith("ed") and len(word) > 4 for word in lower) and _has_verb(words)


def _has_verb(words: list[str]) -> bool:
    """Say whether some word can be a verb like "leaves": after a preposition, or before "and", it is a plural."""
    return any(
        _PRESENT.fullmatch(word) and word not in _NO_VERBS and before not in _PREPOSITIONS and after not in _AFTER_NOUNS
        for before, word, after in zip(words, words[1:], words[2:], strict=False)
    )
