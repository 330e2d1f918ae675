"""Letters of a PDF page become lines with places, note numbers and kinds of hyphens.

PDFium is asked as little as possible: a few questions a line, and about single letters only where a line looks odd.
"""

from __future__ import annotations

from bisect import bisect
from dataclasses import replace
from enum import Enum
from itertools import islice
from statistics import median
from typing import TYPE_CHECKING

from desktop.domain import Span
from desktop.intake.pdf.characters import Characters, Written
from desktop.intake.pdf.page import HYPHENS, Hidden, Hyphen, Line, Page
from desktop.intake.pdf.sight import INVISIBLE, Sight
from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from desktop.intake.pdf.characters import Written


# The bullets of Word's fonts of signs; a soft hyphen that was drawn is one that shows.
SIGNS = str.maketrans(
    dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076\uf0a8", "•")
    | {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
    | {"\ufb05": "st", "\ufb06": "st", "\xad": "-"}
)
_UNUSUAL = lazy_pattern(r"[^\w\s.,;:!?'\"()\[\]/&%$@*+=<>#–—‘’“”„«»…•€£§©\ufffe-]")
_UNREADABLE = lazy_pattern(r"[\0-\x08\x0b-\x1f\x7f-\x9f\ufffd-\uffff\ue000-\uf8ff\ud800-\udfff]")


def unreadable(characters: Characters, text: str, alphabet: str, lines: Sequence[Written]) -> set[int]:
    """Find the letters of a page that cannot be read, by their indices; only what looks doubtful is asked about."""
    suspects: set[int] = set()
    if _UNUSUAL.search(alphabet):
        suspects = {found.start() for found in _UNUSUAL.finditer(text)}
    is_unnamed = characters.is_unnamed
    for line in lines:
        if is_unnamed(line.start):
            suspects.update(i for i in range(line.start, line.start + len(line.text)) if text[i] != "\ufffe")
    if not suspects:
        return suspects
    controls = {at for at in suspects if _UNREADABLE.match(text, at) and ord(text[at]) not in SIGNS}
    unnamed = {at for at in suspects - controls if is_unnamed(at)}
    return controls if _is_sensible(text, unnamed, len(controls)) else controls | unnamed


def marked(line: Written, unreadable: AbstractSet[int]) -> str:
    """Give the text of a line with U+FFFD for each letter that cannot be read."""
    return "".join("\ufffd" if line.start + at in unreadable else letter for at, letter in enumerate(line.text))


def _is_sensible(text: str, unnamed: AbstractSet[int], controls: int) -> bool:
    """Say whether letters that no table names are what their numbers say: some writers number letters as Unicode does.

    Those that number them as they stand in the font give signs, capitals and control characters instead of words, and
    hardly ever a curly quotation mark.
    """
    if any("\u2010" <= text[at] <= "\u2044" for at in unnamed):
        return True
    letters = [text[at] for at in unnamed if not text[at].isspace()]
    small = sum(c.islower() for c in letters)
    return len(letters) >= 20 and 10 * controls < len(letters) and 2 * small > len(letters)


_LINE = lazy_pattern(r"[^\r\n\ufffe]+\ufffe?|\ufffe")
_NUMBER = lazy_pattern(r"\d+(?:[,–]\d+)*")
_DIGIT = lazy_pattern("[0-9]")
_HYPHEN_WITHIN = lazy_pattern(r"-(?<=[^\W\d_]-)[^\W\d_]")
_SPACES = lazy_pattern(r"\s+")
_RIGHT_TO_LEFT = lazy_pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_WIDE = 0.9  # of the size of type: a gap between words that may part two columns
_NARROW = 0.6  # the same, on a page that has wide ones
_EDGE = 0.1  # of a page's height, at its top and foot: heads are often parted by wide gaps
_SAMPLES = 5  # lines looked at for wide gaps before all are
_DROPPED = 1.6  # a first letter so many times as large as the others stands for itself
_SMALLER = 0.86  # note numbers are set smaller than so much of the size of type
_RISE = 0.12  # and higher than so much of it
_OTHER_LINE = 0.5  # of the size of type: so far up or down is another line
_HIGH = 0.2  # what stands as high is raised, whatever its size


def read_letters(page: object, text_page: object, label: str) -> Page:
    """Make a page of PDFium's handles, turned so that most of its text runs to the right."""
    characters = Characters(text_page)
    text = characters.text()
    alphabet = "".join(set(text))  # quicker to look through than the text
    sight = Sight(page, text_page)
    lines = _lines(characters, text)
    if any(sight.is_cut(line) for line in lines):
        lines = [part for line in lines for part in _cut_at_edge(characters, line, sight)]
    if sight.may_hide_words():
        lines = [part for line in lines for part in _cut_at_hidden(characters, line, sight)]
    for line in lines:
        line.why_hidden = sight.why_hidden(line)
    result = Page(label, 0, 0, is_recognised=_is_recognised(lines))
    shown = {"", INVISIBLE} if result.is_recognised else {""}
    result.hidden = [Hidden(line.why_hidden, line.text) for line in lines if line.why_hidden not in shown]
    lines = [line for line in lines if line.why_hidden in shown]
    turn = _main_turn(lines)
    result.width, result.height = sight.sizes[turn]
    _probe(characters, text, lines, result)
    lost = unreadable(characters, text, alphabet, lines)
    result.unreadable = len(lost)
    _fill(result, characters, lines, sight, lost)
    if _RIGHT_TO_LEFT.search(alphabet) and len(_RIGHT_TO_LEFT.findall(text)) > len(text) / 2:
        _mirror(result)
    return result


def _mirror(page: Page) -> None:
    """Turn left and right about, so that lines begin where they are begun to be read."""
    for line in page.lines:
        line.left, line.right = page.width - line.right, page.width - line.left


def _is_recognised(lines: Sequence[Written]) -> bool:
    """Say whether most letters are drawn invisibly: over a picture of the page."""
    letters = sum(len(line.text) for line in lines)
    return 2 * sum(len(line.text) for line in lines if line.why_hidden == INVISIBLE) > letters


def _cut_at_edge(characters: Characters, line: Written, sight: Sight) -> list[Written]:
    """Part a line that runs off the page on the right before the first word that does not show."""
    if not sight.is_cut(line):
        return [line]
    edge = sight.corners[line.turn][0] + sight.sizes[line.turn][0]
    cut = bisect(range(len(line.text)), edge, key=lambda i: characters.extent(line.start + i, line.turn)[0])
    cut = line.text.rfind(" ", 0, cut)
    return [characters.part(line, 0, cut), characters.part(line, cut)] if cut > 0 else [line]


def _cut_at_hidden(characters: Characters, line: Written, sight: Sight) -> list[Written]:
    """Part a line where words begin or end that nobody sees."""
    parts: list[tuple[int, int, str]] = []
    for start, end in sight.pieces(line):
        if line.text[start:end].strip():
            why = sight.why_hidden(characters.part(line, start, end))
            first = parts.pop()[0] if parts and parts[-1][2] == why else start
            parts.append((first, end, why))
    return [characters.part(line, start, end) for start, end, _ in parts] if len(parts) > 1 else [line]


def _fill(page: Page, characters: Characters, lines: Sequence[Written], sight: Sight, lost: AbstractSet[int]) -> None:
    turn = _main_turn(lines)
    gaps = _wide_gaps(characters, lines)
    _, top = sight.corners[turn]
    low, high = top - (1 - _EDGE) * page.height, top - _EDGE * page.height
    size = 0.0
    for row, line in enumerate(lines):
        parts = [line] if abs(line.size - size) < 0.1 * size else _by_size(characters, line)
        size = parts[-1].size
        if gaps is not _Gaps.NONE or not low < line.up < high:
            parts = [each for part in parts for each in _cut_apart(characters, part, gaps)]
        for part in parts:
            written = _line_of(characters, part, sight.corners[part.turn], row, lost)
            (page.lines if part.turn == turn else page.sideways).append(written)


def _lines(characters: Characters, text: str) -> list[Written]:
    written: list[Written] = []
    for found in _LINE.finditer(text):
        shown = found.group()
        first = found.start()
        if shown[-1] == "\ufffe":
            shown = shown[:-1] + "-"
        bare = shown.strip()
        if not bare:
            continue
        if bare[0] != shown[0]:
            first += len(shown) - len(shown.lstrip())
        line = characters.written(bare, first)
        if line.end <= line.begin + 0.2 * line.size and len(bare) > 1:
            written += _written_back(characters, line)
        elif line.ends_elsewhere and " " in bare:
            written += _levels(characters, line)
        elif len(bare) <= 3 and bare.isdecimal() and written and _lies_in(line, written[-1]):
            written[-1:] = _tucked_in(characters, written[-1], line)
        else:
            written.append(line)
    return written


def _written_back(characters: Characters, line: Written) -> list[Written]:
    """Put a last word that stands left of the line before it: numbers of notes are often written after the note."""
    if _RIGHT_TO_LEFT.search(line.text):
        line.begin, line.end = line.end, line.begin
        return [line]
    cut = line.text.rfind(" ")
    return [characters.part(line, cut), characters.part(line, 0, cut)] if cut > 0 else [line]


def _levels(characters: Characters, line: Written) -> list[Written]:
    """Part a line wherever a word stands on another base line: PDFium does not see all ends of lines."""
    starts, up = [0], line.up
    for blank in _SPACES.finditer(line.text):
        level = characters.origin(line.start + blank.end(), line.turn)[1]
        if abs(level - up) > _OTHER_LINE * line.size:
            starts.append(blank.end())
            up = level
    return [characters.part(line, a, b) for a, b in zip(starts, [*starts[1:], None], strict=True)]


def _lies_in(number: Written, line: Written) -> bool:
    """Say whether a raised number stands between the letters of the line written before it."""
    within = line.begin < number.begin < line.end and number.turn == line.turn
    return within and _RISE * line.size < number.up - line.up < line.size and number.size < _SMALLER * line.size


def _tucked_in(characters: Characters, line: Written, number: Written) -> list[Written]:
    """Part a line where a raised number stands in it."""
    cut = bisect(range(len(line.text)), number.begin, key=lambda i: characters.extent(line.start + i, line.turn)[0])
    if not line.text[:cut].strip() or not line.text[cut:].strip():
        return [line, number]
    return [characters.part(line, 0, cut), number, characters.part(line, cut)]


def _main_turn(lines: Sequence[Written]) -> int:
    weights = [0, 0, 0, 0]
    for line in lines:
        weights[line.turn] += len(line.text)
    return max(range(4), key=lambda turn: (weights[turn], -turn))


# Lines that are more than one


class _Gaps(Enum):
    """Where the lines of a page have gaps that may part columns."""

    NONE = 0
    BETWEEN_PIECES = 1  # of drawing
    WITHIN_PIECES = 2


def _wide_gaps(characters: Characters, lines: Sequence[Written]) -> _Gaps:
    """Look for wide gaps in a few of the longest lines: where they have none, no two columns share a line."""
    longest = sorted(lines, key=lambda line: line.begin - line.end)[: max(len(lines) // 3, _SAMPLES)]
    sample = longest[:: max(len(longest) // _SAMPLES, 1)]
    if longest and _gaps(characters, longest[len(longest) // 2], _WIDE):
        return _Gaps.WITHIN_PIECES
    found = sum(characters.may_hold_gap(line, _WIDE * line.size) for line in sample)
    return _Gaps.BETWEEN_PIECES if found >= 2 else _Gaps.NONE


def _gaps(characters: Characters, line: Written, width: float) -> list[Span]:
    """Find the blanks that are wide enough to part columns, as spans of the text; `width` is in sizes of type."""
    found: list[tuple[float, Span]] = []
    for blank in _SPACES.finditer(line.text):
        _, before = characters.extent(line.start + blank.start() - 1, line.turn)
        after, _ = characters.extent(line.start + blank.end(), line.turn)
        found.append((after - before, Span(*blank.span())))
    least = width * line.size
    if len(found) > 2:  # wider than most blanks of the line
        least = max(least, 1.7 * median(gap for gap, _ in found))
    return [span for gap, span in found if gap > least]


def _by_size(characters: Characters, line: Written) -> list[Written]:
    """Part a line behind a first letter that reaches over several lines; one that begins small is measured later."""
    if line.text[0].islower() or len(line.text) < 3 or characters.is_whole(line.start, len(line.text)):
        return [line]
    size, _ = characters.type_of(line.start + len(line.text) // 2)
    if line.size > _DROPPED * size and not _is_large(characters, line, size):
        return [characters.part(line, 0, 1), characters.part(line, 1)]
    if line.size < _SMALLER * size:
        line = replace(line, size=size, up=characters.origin(line.start + len(line.text) // 2, line.turn)[1])
    return [line]


def _cut_apart(characters: Characters, line: Written, where: _Gaps) -> list[Written]:
    """Part a line at wide gaps."""
    if where is not _Gaps.WITHIN_PIECES and not characters.may_hold_gap(line, _NARROW * line.size):
        return [line]
    gaps = _gaps(characters, line, _NARROW)
    if not gaps:
        return [line]
    starts = [0, *(gap.end for gap in gaps)]
    ends = [*(gap.start for gap in gaps), len(line.text)]
    return [characters.part(line, start, end) for start, end in zip(starts, ends, strict=True)]


def _is_large(characters: Characters, line: Written, size: float) -> bool:
    """Say whether the second letter is as large as the first: no single letter that was dropped."""
    return line.text[1].isspace() or characters.type_of(line.start + 1)[0] > _DROPPED * size


# One line


def _line_of(
    characters: Characters, line: Written, corner: tuple[float, float], row: int, lost: AbstractSet[int]
) -> Line:
    text = marked(line, lost) if lost else line.text
    notes = _raised_numbers(characters, line) if _DIGIT.search(text) else []
    if not text.isascii():
        notes = [Span(*(len(text[:at].translate(SIGNS)) for at in (note.start, note.end))) for note in notes]
        text = text.translate(SIGNS)
    hyphen = _hyphen(characters, line) if text[-1] in HYPHENS else Hyphen.NONE
    if notes and notes[0].start == 0 and text[notes[0].end : notes[0].end + 1].isalnum():
        text, notes = _with_blank(text, notes)
    left, top = corner
    return Line(text, line.begin - left, line.end - left, top - line.up, line.size, tuple(notes), hyphen, row)


def _raised_numbers(characters: Characters, line: Written) -> list[Span]:
    """Find the numbers that are set smaller and higher than the line."""
    found: list[Span] = []
    for number in _NUMBER.finditer(line.text):
        start = number.end()
        while start > number.start() and _is_raised(characters, line, start - 1):
            start -= 1
        if start < number.end():
            found.append(Span(start, number.end()))
    return found


def _is_raised(characters: Characters, line: Written, at: int) -> bool:
    """Say whether a digit stands high: moved up and smaller, or a raised figure of the font."""
    rise = characters.foot(line.start + at, line.turn) - line.up
    if rise > _HIGH * line.size:
        return True
    return rise > _RISE * line.size and characters.type_of(line.start + at)[0] < _SMALLER * line.size


def _with_blank(text: str, notes: Sequence[Span]) -> tuple[str, list[Span]]:
    """Put a blank behind the number that a note begins with."""
    first, *others = notes
    moved = [Span(note.start + 1, note.end + 1) for note in others]
    return f"{text[: first.end]} {text[first.end :]}", [first, *moved]


# Hyphens


def _probe(characters: Characters, text: str, lines: Sequence[Written], page: Page) -> None:
    """Look at a few last letters, and hyphens within lines: if these are pieces, hyphens at ends say nothing."""
    sample = lines[:: max(len(lines) // _SAMPLES, 1)]
    probes = [line.start + len(line.text) - 1 for line in sample if len(line.text) > 2 and line.text[-2:].isalpha()]
    probes += [found.start() for found in islice(_HYPHEN_WITHIN.finditer(text), _SAMPLES)]
    page.probes += len(probes)
    page.parted_probes += sum(characters.piece(at) != characters.piece(at - 1) for at in probes)


def _hyphen(characters: Characters, line: Written) -> Hyphen:
    """Say how the hyphen at the end of a line was drawn."""
    last = line.start + len(line.text) - 1
    typed = len(line.text) > 1 and characters.piece(last) == characters.piece(last - 1)
    return Hyphen.TYPED if typed else Hyphen.ADDED
