"""Paragraphs and sentences of a text; offsets are code points into the full text."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.domain import Span
from desktop.lazy_pattern import lazy_pattern
from desktop.text.languages.registry import detect_language, languages
from desktop.text.progress import watched

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator, Sequence

    from desktop.text.languages.language import Language

_LINE = lazy_pattern(r"\S(?:.*\S)?")
_RARE_BREAKS = "\r\v\f\x85\u2028\u2029"
_LINE_OF_ANY_BREAK = lazy_pattern(rf"\S(?:[^\n{_RARE_BREAKS}]*\S)?")
_BREAKS = lazy_pattern(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_LINE_ENDS = frozenset('.!?:”"')
_WIDTHS = range(45, 101)  # code points of the lines that a mail program or an editor breaks
_SAMPLE = 20_000  # code points that show how a text breaks its lines
_SENTENCE_END = lazy_pattern(r"[.!?…。！？]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[^\sa-z]|\Z)")
_LAST_WORD = lazy_pattern(r"(?:[^\W_]+[.'’-])*[^\W_]+\Z")
_LETTERS_AT_END = lazy_pattern(r"[^\W_]+\Z")
_NEAR = 60  # code points around a full stop that are read to tell whether it belongs to an abbreviation


def is_wrapped(text: str) -> bool:
    """Say whether single line breaks only wrap lines, so that paragraphs end at blank lines."""
    return _sample_is_wrapped(text[:_SAMPLE])


@lru_cache(16)
def _sample_is_wrapped(sample: str) -> bool:
    lines = [line.strip() for line in sample.split("\n")]
    breaks = [(line, following) for line, following in pairwise(lines) if line and following]
    wraps = sum(following[0].islower() and line[-1] not in _LINE_ENDS for line, following in breaks)
    return 2 * wraps > len(breaks) or (4 * wraps > len(breaks) and _fills_lines(breaks))


def _fills_lines(breaks: Sequence[tuple[str, str]]) -> bool:
    """Say whether lines break where the next word would not have fitted: German lines often begin with a capital."""
    width = max(len(line) for line, _ in breaks)
    full = sum(len(line) + 1 + len(following.split(maxsplit=1)[0]) > width for line, following in breaks)
    return width in _WIDTHS and full >= 0.8 * len(breaks)


def breaks_paragraph(space: str, *, wrapped: bool) -> bool:
    """Say whether white space between two tokens ends a paragraph."""
    if space == " " or not space:
        return False
    return len(_BREAKS.findall(space)) > wrapped


def paragraphs(text: str, hidden: Sequence[Span] = (), cancelled: Callable[[], bool] | None = None) -> list[Span]:
    """The visible paragraphs, without the white space around them; none holds hidden text at its ends.

    What is hidden inside of a line, a note number for instance, stays inside: the sentence around it is one.
    """
    matches = watched(_line_pattern(text).finditer(text), cancelled)
    lines = [Span(*match.span()) for match in matches]
    if hidden:
        covers = sorted(hidden)
        visible = [_trimmed(text, part) for line in lines for part in _uncovered(text, line, covers)]
        lines = [span for span in visible if len(span)]
    return _unwrapped(text, lines) if is_wrapped(text) else lines


def _line_pattern(text: str) -> re.Pattern[str]:
    return _LINE_OF_ANY_BREAK if any(mark in text for mark in _RARE_BREAKS) else _LINE


def _unwrapped(text: str, lines: Sequence[Span]) -> list[Span]:
    """Lines joined where only one line break is between them."""
    found: list[Span] = []
    for line in lines:
        if found and not breaks_paragraph(text[found[-1].end : line.start], wrapped=True):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
    return found


def _uncovered(text: str, line: Span, hidden: Sequence[Span]) -> Iterator[Span]:
    """Give what is seen of a line, without what is hidden at its ends."""
    visible = [part for part in _gaps(line, hidden) if not text[part.start : part.end].isspace()]
    if visible:
        yield Span(visible[0].start, visible[-1].end)


def _gaps(line: Span, hidden: Sequence[Span]) -> Iterator[Span]:
    start = line.start
    for cut in hidden:
        if cut.start < line.end and cut.end > start:
            if cut.start > start:
                yield Span(start, cut.start)
            start = cut.end
    if start < line.end:
        yield Span(start, line.end)


def _trimmed(text: str, span: Span) -> Span:
    part = text[span.start : span.end]
    left = len(part) - len(part.lstrip())
    return Span(span.start + left, max(span.start + left, span.start + len(part.rstrip())))


def sentences(text: str, paragraph: Span, language: Language | None = None) -> list[Span]:
    """The sentences of a paragraph, without the white space between them; the language is detected if not handed in."""
    found: list[Span] = []
    start = paragraph.start
    language = language or languages()[detect_language(text)]
    for match in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        if match.group() == "." and is_abbreviated(text, start, match.start(), language):
            continue
        found.append(_trimmed(text, Span(start, match.end())))
        start = match.end()
    rest = _trimmed(text, Span(start, paragraph.end))
    return [span for span in (*found, rest) if len(span)]


def is_abbreviated(text: str, start: int, stop: int, language: Language) -> bool:
    """Say whether the full stop at `stop` belongs to the word before it; `start` is where its sentence begins."""
    near = text[max(start, stop - _NEAR) : stop]
    words = near.rsplit(None, 2)[-2:] if near[-1:].isalnum() else []
    last = _LAST_WORD.search(words[-1]) if words else None  # a search in the words alone: they are short
    if last is None:
        return False
    before = _LETTERS_AT_END.search(words[0]) if len(words) > 1 and last.start() == 0 else None
    return language.owns_full_stop(before[0] if before else "", last[0], text[stop + 1 : stop + _NEAR])
