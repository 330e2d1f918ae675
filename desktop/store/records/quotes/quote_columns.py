"""Columns of a quote: its place in the text, its attribution and its kind, as they stand in a row."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from desktop.domain import Attribution, QuoteKind, Span
from desktop.store.errors import Refused
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any


CONTEXT = 32  # code points of prefix and suffix


FORM_PLACE = 'start, "end", exact, prefix, suffix, paragraph'
FORM_ATTRIBUTED = "kind, speaker, speaker_start, speaker_end, person, role, cue, cue_start, cue_end, via"
FORM = f"{FORM_PLACE}, {FORM_ATTRIBUTED}"


FORM_SIZE = len(FORM.split(","))


FORM_MARKS = ", ".join("?" * FORM_SIZE)
FORM_ATTRIBUTED_MARKS = ", ".join("?" * len(FORM_ATTRIBUTED.split(",")))


# Of a quote `q`, its correction `e` and its newest mark `m`: all but titles and names that nobody worked on.
COUNTED = (
    f"(coalesce(e.kind, q.kind) NOT IN ('{QuoteKind.TITLE}', '{QuoteKind.NAME}')"
    " OR m.attempted OR coalesce(m.basis, '') <> '' OR coalesce(m.evidence, '') <> '')"
)


def columns_of(alias: str, columns: str = FORM) -> str:
    return ", ".join(f"{alias}.{column.strip()}" for column in columns.split(","))


def attribution(form: Sequence[Any]) -> Attribution:
    return Attribution(
        speaker=form[7], speaker_span=span_or_none(form[8], form[9]), person=form[10], role=form[11], cue=form[12],
        cue_span=span_or_none(form[13], form[14]), via=form[15],
    )  # fmt: skip


def span_or_none(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


def place(text: str, span: Span) -> tuple[int, int, str, str, str, int]:
    """Return start, end, exact, prefix, suffix and paragraph of a span."""
    if not 0 <= span.start < span.end <= len(text):
        raise Refused(tr("A quote has to hold at least one letter of the text."))
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    return span.start, span.end, span.of(text), before, after, paragraph(text, span.start)


def paragraph(text: str, offset: int) -> int:
    """Number the paragraph an offset stands in, from 1; blank lines do not count."""
    return 1 + bisect_right(_paragraph_ends(text), offset)


@lru_cache(maxsize=2)
def _paragraph_ends(text: str) -> tuple[int, ...]:
    """Where paragraphs end; a long text is asked about once for each of its quotes."""
    lines = text.split("\n")[:-1]
    ends = accumulate(len(line) + 1 for line in lines)
    return tuple(end for line, end in zip(lines, ends, strict=True) if line and not line.isspace())


def form_of(text: str, span: Span, kind: QuoteKind, attribution: Attribution) -> tuple[object, ...]:
    return (*place(text, span), *attributed_columns(kind, attribution))


def attributed_columns(kind: QuoteKind, attribution: Attribution) -> tuple[object, ...]:
    speaker, cue = attribution.speaker_span, attribution.cue_span
    return (
        kind, attribution.speaker, *ends(speaker), attribution.person, attribution.role, attribution.cue, *ends(cue),
        attribution.via,
    )  # fmt: skip


def ends(span: Span | None) -> tuple[int | None, int | None]:
    # Not asked for its length: in a damaged desk that may be less than nothing.
    return (span.start, span.end) if span is not None and span.start != span.end else (None, None)


def fits(text: str, form: Sequence[Any]) -> bool:
    """Say whether the text says at the quote's place what the quote says."""
    start, end = form[0], form[1]
    return 0 <= start < end <= len(text) and place(text, Span(start, end)) == tuple(form[:6])
