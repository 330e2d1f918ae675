"""From a document to a capture: metadata, boilerplate, language and hashes, the same for every format."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import fields, replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.domain import Capture, Cut, Metadata, Span, value_type
from desktop.intake.boilerplate import find_cuts
from desktop.intake.characters import mojibake
from desktop.intake.characters.decoding import clean
from desktop.intake.dates import PrintedDate, read_date_line
from desktop.intake.document import NOTE_NUMBER
from desktop.intake.errors import LIMIT, Empty, too_large
from desktop.intake.lines import RAISED, split_lines
from desktop.intake.metadata import Header, complete, offered_days, read_header
from desktop.lazy_pattern import lazy_pattern
from desktop.text.languages.registry import article_language
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.intake.document import Document, Fact, Format
    from desktop.intake.lines import Line

_ISO = lazy_pattern(r"\d{4}-\d\d-\d\d(?!\d)")
_BLANKS = " \t\n\r\f\x0b\ufeff\ufffd\u200b\xa0"

HEADS = frozenset({"headline", "standfirst"})  # reasons of cuts that a reader of the article still sees


@value_type
class Origin:
    """Where the bytes of a document came from."""

    data: bytes
    source: str  # path, address or "clipboard"
    name: str  # what sentences call it


def make_capture(document: Document, file_format: Format, origin: Origin) -> Capture:
    """Make a capture of a document; raises Empty or TooLarge with a sentence that begins with the origin's name."""
    document = _storable(document)
    text, original = document.text, origin.data if document.original is None else document.original
    encoded = text.encode()
    _require_text(text, len(encoded), origin.name)
    lines = _lines_outside(document)
    header = read_header(lines) if file_format.has_headline else Header()
    found = find_cuts(lines, header) if file_format.has_boilerplate else ()
    heads = tuple(cut for cut in document.cuts if cut.why in HEADS)
    cuts = merge_cuts((*(cut for cut in document.cuts if cut.why not in HEADS), *found))
    is_plain = file_format.media_type == "text/plain"
    printed = complete(header, lines, found, is_plain=is_plain) if file_format.has_headline else ()
    facts = _with_printed(document.facts, printed)
    notices = document.notices
    if doubtful := _in_doubt(facts):
        facts = (*facts, *offered_days(doubtful))
        notices = (*notices, _doubt(doubtful))
    return Capture(
        text=text,
        metadata=_metadata(facts),
        cuts=cuts,
        heads=heads,
        original=original,
        original_sha256=hashlib.sha256(original).hexdigest(),
        text_sha256=hashlib.sha256(encoded).hexdigest(),
        source=origin.source,
        media_type=document.media_type or file_format.media_type,
        encoding=document.encoding or "utf-8",
        extractor=file_format.reader,
        language=_language(document, merge_cuts((*cuts, *heads))),
        warnings=notices,
        facts=facts,
        anchors=document.anchors,
        part=document.part,
        follows=document.follows,
    )


def merge_cuts(cuts: Sequence[Cut]) -> tuple[Cut, ...]:
    """Order cuts and make them disjoint: where two overlap, the first keeps its reason and the next what is behind."""
    merged: list[Cut] = []
    for cut in sorted(cuts, key=lambda each: (each.span.start, -each.span.end)):
        start = max(cut.span.start, merged[-1].span.end) if merged else cut.span.start
        if start < cut.span.end:
            merged.append(replace(cut, span=Span(start, cut.span.end)))
    return tuple(merged)


def _storable(document: Document) -> Document:
    """Replace what cannot be stored; readers give LF and no lone surrogates, so offsets stay unless one does not."""
    text, warnings = clean(document.text)
    if len(text) != len(document.text):
        raise ValueError("a reader gave line ends that are not LF")
    notices = (*document.notices, *warnings, *mojibake.notices(text))
    return replace(document, text=_with_raised_notes(text, document.cuts), notices=notices)


def _with_raised_notes(text: str, cuts: Sequence[Cut]) -> str:
    """Raise the digits of note numbers: where a quote or a restored passage shows them, $5² is not $52."""
    pieces, at = [], 0
    for span in sorted(cut.span for cut in cuts if cut.why == NOTE_NUMBER):
        if at <= span.start and span.of(text).isdecimal():
            pieces += [text[at : span.start], span.of(text).translate(RAISED)]
            at = span.end
    return "".join([*pieces, text[at:]])


def _require_text(text: str, size: int, name: str) -> None:
    if not text.strip(_BLANKS):
        raise Empty(
            Sentence("{name} holds no text, only blanks.", name=name)
            if text
            else Sentence("{name} holds no text.", name=name)
        )
    if size > LIMIT:
        raise too_large(name)


def _lines_outside(document: Document) -> list[Line]:
    """Give the lines of which a reader has cut nothing."""
    lines = split_lines(document.text)
    spans = iter(sorted(cut.span for cut in document.cuts))
    cut, outside = next(spans, None), []
    for line in lines:
        while cut is not None and cut.end <= line.span.start:
            cut = next(spans, None)
        if cut is None or cut.start >= line.span.end:
            outside.append(line)
    return outside


def _with_printed(stated: Sequence[Fact], printed: Sequence[Fact]) -> tuple[Fact, ...]:
    """Add to what the format states what the text prints of fields that it does not state, a day among them."""
    known = {fact.field for fact in stated if not fact.offered}
    if "published" in known:
        has_day = "published_on" in known or any(map(_day, _dates(stated)))
        known = known | {"published_on"} if has_day else known - {"published"}
    return (*stated, *(fact for fact in printed if fact.field not in known))


def _in_doubt(facts: Sequence[Fact]) -> PrintedDate | None:
    """Give the date as stated or printed where it can be two days."""
    if any(map(_day, _dates(facts))):
        return None
    read = map(read_date_line, _dates(facts))
    return next((date for date in read if date and date.readings), None)


def _doubt(date: PrintedDate) -> str:
    one, other = date.readings
    return Sentence(
        "The date {date} can be {one} or {other}: no day is filled in.", date=date.printed, one=one, other=other
    )


def _dates(facts: Sequence[Fact]) -> list[str]:
    return [fact.value for fact in facts if fact.field == "published" and not fact.offered]


def _metadata(facts: Sequence[Fact]) -> Metadata:
    """Take the first fact of each field that is more than an offer."""
    known = {field.name for field in fields(Metadata)}
    stated: dict[str, str] = {}
    by_day = [fact for fact in facts if fact.field == "published" and _day(fact.value)]  # before dates without a year
    for fact in (*by_day, *facts):
        if fact.field in known and not fact.offered and (value := " ".join(fact.value.split())):
            stated.setdefault(fact.field, value)
    if "published" in stated and "published_on" not in stated:
        stated["published_on"] = _day(stated["published"])
    return Metadata(**stated)


def _day(printed: str) -> str:
    """Read the day of a date as stated; an empty string where it tells none, or could be two."""
    if found := _ISO.match(printed):
        with suppress(ValueError):
            return date.fromisoformat(found.group()).isoformat()
    line = read_date_line(printed)
    return line.day if line else ""


def _language(document: Document, cuts: Sequence[Cut]) -> str:
    """Take the language that the format states unless the words of the body tell another one."""
    return article_language(body_text(document.text, cuts), document.language)


def body_text(text: str, cuts: Sequence[Cut]) -> str:
    """Give the text without its cuts."""
    edges = [0, *(edge for cut in cuts for edge in (cut.span.start, cut.span.end)), len(text)]
    return "".join(text[start:end] for start, end in list(pairwise(edges))[::2])
