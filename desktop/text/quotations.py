"""Where are the quotations of a text, outermost first, and which marks are doubtful?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain import Span
from desktop.text.layout import headline_count, paragraphs
from desktop.text.glyphs import Mark, scan
from desktop.text.pairing import Pair, Paired, pair, widen

if TYPE_CHECKING:
    from collections.abc import Sequence

LOW_HIGH = frozenset({"de", "nl", "cs", "da", "pl", "hu", "sk", "sl", "hr", "bg", "ro", "et", "lt", "lv", "is"})
ACROSS = 6  # paragraphs that a quotation without repeated openers may run over


@dataclass(slots=True)
class Quotation:
    """An outermost quotation: span without marks, outer span with them."""

    span: Span
    outer: Span
    paragraph: int  # index into Quotations.paragraphs, where it starts
    doubt: str = ""
    continued: bool = False  # the paragraph after goes on with the same quotation
    inner: tuple[Span, ...] = ()


@dataclass(slots=True)
class Quotations:
    """What was found: the text as read, its paragraphs, its quotations in order, the odd marks."""

    text: str
    paragraphs: list[Span]
    headlines: int  # how many of the first paragraphs are title and standfirst
    found: list[Quotation]
    doubtful: list[tuple[int, str]]


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
    text = blanked(text, hidden)
    spans = paragraphs(text)
    low_high = language in LOW_HIGH
    marks = [scan(text, p.start, p.end, low_high=low_high) for p in spans]
    result = Quotations(text, spans, headline_count(text, spans), [], [])
    waiting: Mark | None = None  # an opener that an earlier paragraph left open
    waiting_at = 0
    for n, paragraph in enumerate(spans):
        if not marks[n]:
            continue
        follows = n + 1 < len(spans) and _opens_at_start(spans[n + 1], marks[n + 1])
        paired = pair(marks[n], continues=follows)
        stray = widen(text, paired)
        if waiting and stray and n - waiting_at <= ACROSS and _ends_it(stray[0], paired, paragraph):
            _join_over(result, waiting, waiting_at, stray.pop(0))
        result.found += _outermost(paired.pairs, n)
        waiting = None
        for opener in _outer_unclosed(paired):
            last = opener is paired.unclosed[-1] and not any(p.start > opener.start for p in paired.pairs)
            result.found.append(_unclosed(text, opener, n, result, follows=follows and last))
            if last and not follows:
                waiting, waiting_at = opener, n
        result.doubtful += [(m.start, "nothing opens or closes with this mark") for m in stray]
    return _finished(result)


def _opens_at_start(paragraph: Span, marks: Sequence[Mark]) -> bool:
    return bool(marks) and marks[0].start == paragraph.start and marks[0].opens <= 1.0


def _ends_it(mark: Mark, paired: Paired, paragraph: Span) -> bool:
    return mark.closes <= 1.0 and mark.start > paragraph.start and not any(p.start < mark.start for p in paired.pairs)


def _join_over(result: Quotations, opener: Mark, at: int, closer: Mark) -> None:
    """Let a quotation that a paragraph left open end at the closer of a later one."""
    kept = [q for q in result.found if q.span.start != opener.end]
    joined = Quotation(
        Span(opener.end, closer.start), Span(opener.start, closer.end), at, "runs over paragraphs without new marks"
    )
    result.found = [*kept, joined]


def _outermost(pairs: Sequence[Pair], paragraph: int) -> list[Quotation]:
    out: list[Quotation] = []
    for p in pairs:
        span = Span(p.start, p.end)
        if out and span.start < out[-1].span.end:
            out[-1].inner += (span,)
            continue
        assert p.closer is not None
        out.append(Quotation(span, Span(p.opener.start, p.closer.end), paragraph, p.doubt))
    return out


def _outer_unclosed(paired: Paired) -> list[Mark]:
    """Openers without a closer that lie in no other quotation."""
    ends, out = 0, []
    events = [(p.opener.start, p.end, None) for p in paired.pairs] + [(m.start, 0, m) for m in paired.unclosed]
    for start, end, opener in sorted(events, key=lambda e: e[0]):
        if opener is None:
            ends = max(ends, end)
        elif start >= ends:
            out.append(opener)
    return out


_SAID = r"(?:said|says|added|adds|told|asked|wrote|writes|tweeted|replied|continued|explained|noted|argued|recalled)"

_ATTRIBUTED = re.compile(
    rf"[,.?!…]['’]?\s(?=(?:saying|adding|calling|referring|noting|telling|citing)\b|(?:(?:he|she|they)\s{_SAID}|{_SAID}\s[A-Zatv]|[A-Zt](?:[\w.’'-]*\s){{1,4}}{_SAID}\b))"
)


def _unclosed(text: str, opener: Mark, n: int, result: Quotations, *, follows: bool) -> Quotation:
    """Judge where a quotation without a closer ends."""
    paragraph = result.paragraphs[n]
    if follows:
        return Quotation(Span(opener.end, paragraph.end), Span(opener.start, paragraph.end), n, continued=True)
    limit = paragraph.end
    following = [q.outer.start for q in result.found if q.paragraph == n and q.outer.start > opener.end]
    limit = min([limit, *following])
    match = _ATTRIBUTED.search(text, opener.end, limit)
    end = match.start() + 1 if match else _last_pause(text, opener.end, limit) if following else limit
    return Quotation(Span(opener.end, end), Span(opener.start, end), n, "never closed")


def _last_pause(text: str, start: int, end: int) -> int:
    """Give the end of the last comma or full stop before another quotation begins."""
    found = max(text.rfind(sign, start, end) for sign in ".,?!")
    return found + 1 if found > start else end


def _finished(result: Quotations) -> Quotations:
    """Order the quotations, cut what an unclosed one took from its neighbours, drop the empty ones."""
    result.found.sort(key=lambda q: q.span.start)
    kept: list[Quotation] = []
    for n, q in enumerate(result.found):
        limit = result.found[n + 1].outer.start if n + 1 < len(result.found) else len(result.text)
        if q.span.end > limit:
            q.span, q.outer = Span(q.span.start, limit), Span(q.outer.start, limit)
        q.span = _trimmed(result.text, q.span)
        if q.span.start < q.span.end:
            kept.append(q)
        if q.doubt:
            result.doubtful.append((q.outer.start, q.doubt))
    result.found = kept
    result.doubtful.sort()
    return result


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
