"""Passages of a source that articles print: the quotes that were found there, and any words that somebody selects."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from desktop.desk.sources.source_check import KIND_WORDS, blanked
from desktop.domain import Span, VersionId, value_type
from desktop.text.display import one_line
from desktop.text.sources.kinds import Kind
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from desktop.desk.sources.source_check import Source, SourcePlace
    from desktop.domain import Version

_LONG = 25  # words from which a selection is looked for sentence by sentence
_AROUND = 400  # code points of the source around a selection, so that no word is cut


@value_type
class QuotedPassage:
    """Running words of a source, in code points of its version, with the quotes that print any of them."""

    span: Span
    places: tuple[SourcePlace, ...]


@value_type
class Printed:
    """Words of an article that a source has, too; the span is in code points of the article's version."""

    version: VersionId
    span: Span
    kind: Kind
    class_words: str
    words: str


def quoted_passages(places: Iterable[SourcePlace], version: VersionId) -> list[QuotedPassage]:
    """Return the passages of a source's version that quotes print, in order; those that share words are one."""
    pieces = [
        (start, end, place)
        for place in places
        if place.source.version.id == version
        for start, end in place.match.pieces
    ]
    merged: list[tuple[Span, list[SourcePlace]]] = []
    for start, end, place in sorted(pieces, key=lambda piece: piece[0]):
        if merged and start < merged[-1][0].end:
            span, known = merged[-1]
            merged[-1] = Span(span.start, max(span.end, end)), [*known, *([] if place in known else [place])]
        else:
            merged.append((Span(start, end), [place]))
    return [QuotedPassage(span, tuple(known)) for span, known in merged]


def find_printed(
    source: Source,
    span: Span,
    versions: Sequence[Version],
    known: Iterable[SourcePlace] = (),
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Printed]:
    """Return where texts print the words of a source from one offset to another, in the order of the texts.

    `known` are quotes that were found in the source: those that touch the span are among the answers.
    """
    quoted = [place for place in known if _touches(place, source, span)]
    found = {(place.quote.version_id, place.quote.span): _of_quote(place) for place in quoted}
    for version, where in _search(source, span, versions, cancelled):
        if not any(version.id == other and where.touches(taken) for other, taken in found):
            found[version.id, where] = _classed(source, span, version, where)
    order = {version.id: number for number, version in enumerate(versions)}
    return sorted(found.values(), key=lambda each: (order.get(each.version, len(order)), each.span.start))


def _touches(place: SourcePlace, source: Source, span: Span) -> bool:
    same = place.source.version.id == source.version.id
    return same and any(start < span.end and end > span.start for start, end in place.match.pieces)


def _of_quote(place: SourcePlace) -> Printed:
    quote = place.quote
    return Printed(quote.version_id, quote.span, place.kind, place.class_words, one_line(quote.text))


def _search(
    source: Source, span: Span, versions: Sequence[Version], cancelled: Callable[[], bool]
) -> Iterator[tuple[Version, Span]]:
    """Give the texts that print the words, or a sentence of them, with where; sentences that follow are one place."""
    from desktop.text.sources.match import SourceSearch, SourceText

    texts = [
        SourceText(str(number), blanked(version.text, version.hidden), (), version.info.language)
        for number, version in enumerate(versions)
    ]
    search = SourceSearch(texts)
    places: list[tuple[int, int, int]] = []
    for words in _sentences(source, span):
        if cancelled():
            return
        found = search.match(words, "", source.version.info.language)
        places += [(int(match.source), match.start, match.end) for match in found if match.is_found]
    places.sort()
    merged: list[tuple[int, int, int]] = []
    for number, start, end in places:
        former = merged[-1] if merged else (-1, 0, 0)
        if number == former[0] and not any(map(str.isalnum, texts[number].text[former[2] : start])):
            merged[-1] = number, former[1], max(end, former[2])
        else:
            merged.append((number, start, end))
    for number, start, end in merged:
        yield versions[number], Span(start, end)


def _sentences(source: Source, span: Span) -> Iterator[str]:
    """Give what was said in a span: all of it, or, where that is long, each of its sentences."""
    searched = source.searched
    words = searched.speech.words_between(span.start, span.end)
    first = bisect_left(searched.speech.words, span.start, key=lambda word: word.start)
    ends = [n for n in range(1, len(words)) if searched.starts[first + n]] if len(words) > _LONG else []
    for begin, behind in zip([0, *ends], [*ends, len(words)], strict=True):
        spoken = words[begin:behind]
        if spoken:
            yield " ".join(searched.text[word.start : word.end] for word in spoken)


def _classed(source: Source, span: Span, version: Version, where: Span) -> Printed:
    """Say what the article did to the words of the source."""
    from desktop.text.sources.match import SourceSearch, SourceText

    text = source.searched.text[max(0, span.start - _AROUND) : span.end + _AROUND]
    words = one_line(version.text[where.start : where.end])
    around = SourceSearch([SourceText("", text, (), source.version.info.language)])
    best = next(iter(around.match(words, "", version.info.language)), None)
    kind = best.kind if best is not None else Kind.ALTERED
    return Printed(version.id, where, kind, tr(KIND_WORDS[kind]), words)
