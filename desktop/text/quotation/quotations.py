"""Quotations of a text, outermost first, its headline block and its doubtful marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain import Span
from desktop.lazy_pattern import lazy_pattern
from desktop.text.languages.registry import opens_low, reporting_in
from desktop.text.passages import is_wrapped, paragraphs
from desktop.text.quotation.pairing import Pair, Paired, pair, widen
from desktop.text.quotation.quote_marks import Family, Mark, scan, signs_in
from desktop.translation import english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.text.languages.reporting import Reporting

_HEADLINE_LONGEST = 300
_HEADLINE_CLOSED = 130  # a title that ends in a full stop is short
_TERMINAL = frozenset(".!?:;…。")
_BEHIND_TERMINAL = "\"'“”‘’»«)]"
_BREAK = lazy_pattern(r"[\n\r]")
_OPENERS = frozenset("\"“„«‘'")
_REPORTED = lazy_pattern(r"^[\"“„«‘'][^\n]{3,}?[,!?][\"”“»’']+ ")
ACROSS = 6  # paragraphs that a quotation without repeated openers may run over


@dataclass(slots=True)
class Quotation:
    """An outermost quotation: span without marks, outer span with them."""

    span: Span
    outer: Span
    paragraph: int  # index into Quotations.paragraphs, where it starts
    doubt: str = ""
    continued: bool = False  # the paragraph after goes on with the same quotation
    nickname: bool = False  # stands within somebody's name
    dashed: bool = False  # speech that a dash opens, without marks


@dataclass(slots=True)
class Quotations:
    """What was found: the text as read, its paragraphs, its quotations in order, the odd marks."""

    text: str
    paragraphs: list[Span]
    headlines: int  # how many of the first paragraphs are title and standfirst
    found: list[Quotation]
    doubtful: list[tuple[int, str]]
    printed: str  # the text with its line breaks, of the same offsets


def blanked(text: str, hidden: Sequence[Span]) -> str:
    """Put blanks where hidden passages are, so that all offsets stay."""
    parts, at = [], 0
    for span in sorted(hidden):
        start, end = max(at, span.start), min(len(text), span.end)
        if start < end:
            parts += [text[at:start], re.sub(r"[^\n\r]", " ", text[start:end])]
            at = end
    return "".join([*parts, text[at:]]) if parts else text


def find_quotations(text: str, hidden: Sequence[Span], language: str) -> Quotations:
    """Scan and pair the marks paragraph by paragraph."""
    printed = blanked(text, hidden)
    spans = paragraphs(printed)
    text = _on_one_line_each(printed, spans) if is_wrapped(printed) else printed
    result = Quotations(text, spans, _headline_count(text, spans), [], [], printed)
    _Finder(result, reporting_in(language), low_high=opens_low(language)).find()
    return _finished(result)


def _on_one_line_each(text: str, spans: Sequence[Span]) -> str:
    """Put blanks for the line breaks inside paragraphs, so that a name broken over two lines is one name."""
    parts, at = [], 0
    for span in spans:
        parts += [text[at : span.start], _BREAK.sub(" ", text[span.start : span.end])]
        at = span.end
    return "".join([*parts, text[at:]])


class _Finder:
    """Goes through the paragraphs and remembers what one left open for the next."""

    def __init__(self, result: Quotations, language: Reporting, *, low_high: bool) -> None:
        self.result = result
        self.text = result.text
        self.language = language
        self.low_high = low_high
        self.signs = signs_in(self.text)
        self.open_mark: tuple[Mark, int] | None = None  # an opener without a closer, and its paragraph

    def find(self) -> None:
        marks = self._marks(0)
        for n in range(len(self.result.paragraphs)):
            after = self._marks(n + 1)
            if marks:
                self._paragraph(n, marks, self._opens(n + 1, after))
            marks = after

    def _marks(self, n: int) -> Sequence[Mark]:
        """Give the marks of a paragraph; none of one that is not there."""
        if n >= len(self.result.paragraphs):
            return ()
        span = self.result.paragraphs[n]
        return scan(self.text, span.start, span.end, self.language.marks, low_high=self.low_high, signs=self.signs)

    def _paragraph(self, n: int, marks: Sequence[Mark], follows: Mark | None) -> None:
        """Pair the marks of a paragraph; `follows` is the mark with which the next one opens a quotation."""
        paired = pair(marks, continues=follows is not None)
        if not paired.stray and not paired.unclosed:  # as most
            self.result.found += _outermost(paired.pairs, n)
            self.open_mark = None
            return
        stray = widen(self.text, paired, self.language.marks.between_quotations)
        if self.open_mark and stray and self._closes_open_mark(stray[0], paired, n):
            _join_over(self.result, *self.open_mark, stray.pop(0))
        here = _outermost(paired.pairs, n)
        self.result.found += here
        self.open_mark = None
        self._keep_unclosed(paired, n, [q.outer.start for q in here], follows)
        self.result.doubtful += [(m.start, english("nothing opens or closes with this mark")) for m in stray]

    def _opens(self, n: int, marks: Sequence[Mark]) -> Mark | None:
        """Give the mark with which a paragraph opens a quotation."""
        return marks[0] if marks and _opens_at_start(self.result.paragraphs[n], marks) else None

    def _closes_open_mark(self, mark: Mark, paired: Paired, n: int) -> bool:
        """Say whether a closer that nobody opened ends what an earlier paragraph left open."""
        near = self.open_mark is not None and n - self.open_mark[1] <= ACROSS
        first = not paired.pairs or paired.pairs[0].start > mark.start
        return near and first and mark.closes <= 1.0 and mark.start > self.result.paragraphs[n].start

    def _keep_unclosed(self, paired: Paired, n: int, starts: Sequence[int], following: Mark | None) -> None:
        paragraph = self.result.paragraphs[n]
        for opener in _outer_unclosed(paired):
            follows = following is not None and following.family is opener.family
            if not follows and self._only_points(opener):
                continue
            last = opener is paired.unclosed[-1] and not (starts and starts[-1] > opener.start)
            self.result.found.append(
                Quotation(Span(opener.end, paragraph.end), Span(opener.start, paragraph.end), n, continued=True)
                if follows and last
                else self._unclosed(opener, n, starts)
            )
            if last and not follows:
                self.open_mark = (opener, n)

    def _only_points(self, opener: Mark) -> bool:
        """Say whether an opener without a closer is an arrow: "« Back"."""
        spaced = self.text[opener.end : opener.end + 1].isspace()
        return spaced and opener.family in {Family.GUILLEMET, Family.ANGLE} and not self.language.marks.spaced

    def _unclosed(self, opener: Mark, n: int, starts: Sequence[int]) -> Quotation:
        """Judge where a quotation without a closer ends; `starts` are those of the other quotations there."""
        limit = self.result.paragraphs[n].end
        at = bisect_right(starts, opener.end)
        following = at < len(starts)
        limit = min(limit, starts[at]) if following else limit
        match = self.language.marks.behind_unclosed.search(self.text, opener.end, limit)
        pause = _last_pause(self.text, opener.end, limit) if following else limit
        end = match.start() + 1 if match else pause
        return Quotation(Span(opener.end, end), Span(opener.start, end), n, english("never closed"))


def _opens_at_start(paragraph: Span, marks: Sequence[Mark]) -> bool:
    return bool(marks) and marks[0].start == paragraph.start and marks[0].opens <= 1.0


def _join_over(result: Quotations, opener: Mark, paragraph: int, closer: Mark) -> None:
    """Let a quotation that a paragraph left open end at the closer of a later one."""
    at = len(result.found)
    while at and result.found[at - 1].span.start >= opener.end:
        at -= 1
    span, outer = Span(opener.end, closer.start), Span(opener.start, closer.end)
    joined = Quotation(span, outer, paragraph, english("runs over paragraphs without new marks"))
    result.found[at:] = [joined, *(q for q in result.found[at:] if q.span.start > closer.start)]


def _outermost(pairs: Sequence[Pair], paragraph: int) -> list[Quotation]:
    out: list[Quotation] = []
    for p in pairs:
        span = Span(p.start, p.end)
        if out and span.start < out[-1].span.end:
            continue
        assert p.closer is not None
        out.append(Quotation(span, Span(p.opener.start, p.closer.end), paragraph, p.doubt))
    return out


def _outer_unclosed(paired: Paired) -> list[Mark]:
    """Openers without a closer that lie in no other quotation."""
    if not paired.unclosed:
        return []
    ends, out = 0, []
    events = [(p.opener.start, p.end, None) for p in paired.pairs] + [(m.start, 0, m) for m in paired.unclosed]
    for start, end, opener in sorted(events, key=lambda e: e[0]):
        if opener is None:
            ends = max(ends, end)
        elif start >= ends:
            out.append(opener)
    return out


def _last_pause(text: str, start: int, end: int) -> int:
    """Give the end of the last comma or full stop before another quotation begins."""
    found = max(text.rfind(sign, start, end) for sign in ".,?!")
    return found + 1 if found > start else end


def _finished(result: Quotations) -> Quotations:
    """Order the quotations, cut what an unclosed one took from its neighbours, drop the empty ones."""
    result.found.sort(key=lambda q: q.span.start)
    remaining: list[Quotation] = []
    for n, q in enumerate(result.found):
        limit = result.found[n + 1].outer.start if n + 1 < len(result.found) else len(result.text)
        if q.span.end > limit:
            q.span, q.outer = Span(q.span.start, limit), Span(q.outer.start, limit)
        q.span = _trimmed(result.text, q.span)
        if q.span.start < q.span.end:
            remaining.append(q)
        else:
            q.doubt = english("nothing stands between these marks")
        if q.doubt:
            result.doubtful.append((q.outer.start, q.doubt))
    result.found = remaining
    result.doubtful.sort()
    return result


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _headline_count(text: str, found: Sequence[Span]) -> int:
    """Say how many of the first paragraphs are title and standfirst (0 where the text starts at once)."""
    if len(found) < 2 or not _may_be_title(text, found[0]):
        return 0
    count = 1
    for paragraph in found[1 : min(4, len(found) - 1)]:
        if _ends_sentence(text, paragraph) or not 12 <= len(paragraph) <= 200:
            break
        count += 1
    return count


def _may_be_title(text: str, paragraph: Span) -> bool:
    opens = paragraph.start == 0 and text[:1] in _OPENERS  # a pattern for the beginning of a text
    closed = _ends_sentence(text, paragraph)
    if opens and closed and _REPORTED.match(text, 0, paragraph.end):
        return False
    longest = _HEADLINE_CLOSED if closed else _HEADLINE_LONGEST
    return len(paragraph) <= longest


def _ends_sentence(text: str, paragraph: Span) -> bool:
    at, first = paragraph.end - 1, max(paragraph.start, paragraph.end - 6)
    while at >= first and (text[at] in _BEHIND_TERMINAL or text[at].isspace()):
        at -= 1
    return at >= first and text[at] in _TERMINAL
