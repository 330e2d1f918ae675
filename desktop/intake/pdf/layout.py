"""Layout of a PDF page: its lines in the order of reading, column by column.

The order of writing is kept wherever it can be the order of reading. Where rows were written across columns, or the pen
jumps back up the page, the places of the lines decide.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from desktop.domain import Span
from desktop.intake.pdf.page import Line
from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_TAB = 2.0  # type sizes between two words of a row that stand in cells of their own
_MOST_COLUMNS = 12
_MOST_LINES = 1_500  # of a page on which columns are looked for
_ROWS = 3  # rows that have to agree on where a gutter is
_LOWER = 0.3  # share of lines of running text, at least, that begin with a small letter
_FULL = 0.5  # share of lines of a column, at least, that reach its right edge
_MOST_RUNS = 80  # more pieces than these are put in order by their places alone
_DROPPED = 1.6
_ITEM_SIGN = lazy_pattern(r"[^\w\s]|o|\(?\w{1,3}[.)]")  # what begins an item of a list
_OPENERS = "\"'“‘«„»¿¡("
_SHORT_WORDS = frozenset("AIOEYÀÉÓaioey")


def whole_lines(lines: Sequence[Line]) -> tuple[list[Line], bool]:
    """Join the parts of lines; also say whether rows were written across columns, so that the places must decide."""
    rows = _rows(_join_rows(lines))
    gutters = _gutters(rows)
    return _drop_capitals(_close_gaps(rows, gutters)), bool(gutters)


def reading_order(lines: Sequence[Line], *, by_place: bool) -> list[Line]:
    """Put whole lines, given in the order of writing, into the order of reading."""
    return _by_place(lines) if by_place else _by_runs(lines)


# Rows


def _join_rows(lines: Sequence[Line]) -> list[Line]:
    """Join what stands on one base line without a gap, and note numbers to the word that they stand at."""
    joined: list[Line] = []
    for line in lines:
        if joined and _goes_on(joined[-1], line):
            joined[-1] = _joined(joined[-1], line)
        else:
            joined.append(line)
    return joined


def _goes_on(before: Line, line: Line) -> bool:
    gap = line.left - before.right
    size = max(before.size, line.size)
    if not -0.5 * size < gap < 0.75 * size:
        return False
    if before.row == line.row and gap > 0.5 * size:
        return False  # parted there before
    level = abs(before.base - line.base) < 0.2 * size or _is_raised(line, before) or _is_raised(before, line)
    return level and min(before.size, line.size) > 0.4 * size


def _is_raised(note: Line, line: Line) -> bool:
    return (
        note.size < 0.86 * line.size
        and 0.12 * line.size < line.base - note.base < 0.7 * line.size
        and note.text.isdecimal()
        and len(note.text) <= 3
    )


def _joined(before: Line, line: Line, blank: str | None = None) -> Line:
    size = max(before.size, line.size)
    if blank is None:
        apart = line.left - before.right > 0.15 * size or (before.text[-1].isdigit() and before.size < 0.86 * size)
        blank = " " if apart else ""
    shift = len(before.text) + len(blank)
    notes = [*before.notes, *(Span(note.start + shift, note.end + shift) for note in line.notes)]
    if _is_raised(line, before) and not line.notes:
        notes.append(Span(shift, shift + len(line.text)))
    elif _is_raised(before, line) and not before.notes:
        notes.insert(0, Span(0, len(before.text)))
    base = before.base if before.size >= line.size else line.base
    return Line(
        before.text + blank + line.text,
        min(before.left, line.left),
        max(before.right, line.right),
        base,
        size,
        tuple(notes),
        line.hyphen,
        line.row,
    )


def _rows(parts: Sequence[Line]) -> list[list[Line]]:
    """Group what was written as one row, in the order of writing."""
    rows: list[list[Line]] = []
    for part in parts:
        if (rows and rows[-1][-1].row == part.row) or (rows and _continues_row(rows[-1][-1], part)):
            rows[-1].append(part)
        else:
            rows.append([part])
    return rows


def _continues_row(before: Line, part: Line) -> bool:
    is_level = abs(before.base - part.base) < 0.2 * part.size
    return is_level and (part.left > before.right or before.row == part.row)


# Columns that rows were written across


def _gutters(rows: Sequence[Sequence[Line]]) -> list[float]:
    """Find where columns of running text are parted, from rows that were written across them."""
    gaps = [(a, b) for row in rows if len(row) > 1 for a, b in pairwise(row) if b.left > a.right]
    found: list[float] = []
    for _ in range(_MOST_COLUMNS):
        if len(gaps) < _ROWS:
            break
        at = _commonest_place(gaps)
        group = [gap for gap in gaps if gap[0].right <= at <= gap[1].left]
        gaps = [gap for gap in gaps if not gap[0].right <= at <= gap[1].left]
        if len(group) < _ROWS:
            break
        befores, afters = [a for a, _ in group], [b for _, b in group]
        if _is_aligned(afters) and _is_running_text(befores) and _is_running_text(afters):
            found.append(at)
    return found


def _is_aligned(lines: Sequence[Line]) -> bool:
    """Say whether most lines begin at one place: wide blanks in justified text do not."""
    places = Counter(round(line.left) for line in lines)
    best = max(places[place] + places[place + 1] for place in places)
    return best >= 0.6 * len(lines)


def _commonest_place(gaps: Sequence[tuple[Line, Line]]) -> float:
    edges = sorted([(a.right, 1) for a, _ in gaps] + [(b.left, -1) for _, b in gaps], key=lambda e: (e[0], -e[1]))
    depth, best, at = 0, 0, 0.0
    for (x, step), (after, _) in zip(edges, [*edges[1:], edges[-1]], strict=True):
        depth += step
        if depth > best:
            best, at = depth, (x + after) / 2
    return at


def _is_running_text(lines: Sequence[Line]) -> bool:
    """Say whether lines are those of a column of text, not cells of a table."""
    words = median(len(line.text.split()) for line in lines)
    lower = sum(_begins_lower(line.text) for line in lines)
    edge = max(line.right for line in lines)
    width = edge - min(line.left for line in lines)
    full = sum(line.right > edge - 0.2 * width for line in lines)
    return words >= 2 and lower >= _LOWER * len(lines) and full >= _FULL * len(lines)


def _begins_lower(text: str) -> bool:
    letter = next((c for c in text[:3] if c.isalpha()), "")
    return letter.islower() or (bool(letter) and letter.upper() == letter.lower())  # many scripts have no capitals


def _close_gaps(rows: Sequence[Sequence[Line]], gutters: Sequence[float]) -> list[Line]:
    """Join the parts of each row again, but for those that a gutter parts; cells of a table are parted by a tab."""
    whole: list[Line] = []
    for row in rows:
        closed = [row[0]]
        for part in row[1:]:
            before = closed[-1]
            if part.left < before.right - part.size or any(before.right <= x <= part.left for x in gutters):
                closed.append(part)
            else:
                wide = part.left - before.right > _TAB * part.size and not _ITEM_SIGN.fullmatch(before.text)
                closed[-1] = _joined(before, part, "\t" if wide else " ")
        whole += closed
    return whole


# First letters that reach over several lines


def _drop_capitals(lines: list[Line]) -> list[Line]:
    """Put each dropped letter before the line that begins beside its top."""
    for letter in [line for line in lines if len(line.text) <= 2 and (line.text.strip(_OPENERS) or "x").isalnum()]:
        beside = [
            line
            for line in lines
            if line.size * _DROPPED < letter.size
            and -0.3 * line.size < line.left - letter.right < 2 * line.size
            and letter.top - 0.5 * line.size < line.base < letter.base + 0.3 * line.size
        ]
        if len(beside) >= 2:
            lines = _with_capital(lines, letter, sorted(beside, key=lambda line: line.base))
    return lines


def _with_capital(lines: list[Line], letter: Line, beside: Sequence[Line]) -> list[Line]:
    first = beside[0]
    indented = first.left - beside[1].left > 0.12 * first.size
    blank = " " if indented and letter.text[-1] in _SHORT_WORDS else ""
    shift = len(letter.text) + len(blank)
    whole = replace(
        first,
        text=letter.text + blank + first.text,
        left=letter.left,
        notes=tuple(Span(note.start + shift, note.end + shift) for note in first.notes),
    )
    margin = letter.left
    for line in beside[1:]:
        line.left = margin  # they stand beside the letter, not indented
    return [whole if line is first else line for line in lines if line is not letter]


# Order by the order of writing


def _by_runs(lines: Sequence[Line]) -> list[Line]:
    """Keep the order of writing, but put what was written late where it stands."""
    runs = _runs(lines)
    if not any(_jumps_back(a, b) for a, b in pairwise(runs)):
        return list(lines)
    if len(runs) > _MOST_RUNS:
        return _by_place(lines)
    return [line for run in _sorted_runs(runs) for line in run]


def _runs(lines: Iterable[Line]) -> list[list[Line]]:
    """Cut the order of writing wherever the next line is not the next below or beside."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and _follows(runs[-1][-1], line):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _follows(before: Line, line: Line) -> bool:
    down = line.base - before.base
    return -0.3 * line.size < down < 4 * max(line.size, before.size) and (
        line.overlaps(before) or line.shares_row(before)
    )


def _jumps_back(before: Sequence[Line], run: Sequence[Line]) -> bool:
    """Say whether a run begins above the one written before it, and not in a column to the right of it."""
    last, first = before[-1], run[0]
    return first.base < last.base - 0.3 * first.size and first.left < max(line.right for line in before[-3:])


def _sorted_runs(runs: list[list[Line]]) -> list[list[Line]]:
    """Sort runs so that none comes before one that stands above it; else the order of writing holds."""
    boxes = [_box(run) for run in runs]
    above = [
        {j for j, other in enumerate(boxes) if j != i and _stands_above(other, box)} for i, box in enumerate(boxes)
    ]
    left = list(range(len(runs)))
    ordered: list[list[Line]] = []
    while left:
        free = (i for i in left if not above[i] & set(left))
        chosen = next(free, left[0])
        left.remove(chosen)
        ordered.append(runs[chosen])
    return ordered


def _box(run: Sequence[Line]) -> tuple[float, float, float, float]:
    return (
        min(line.left for line in run),
        run[0].base - run[0].size,
        max(line.right for line in run),
        run[-1].base,
    )


def _stands_above(other: tuple[float, float, float, float], box: tuple[float, float, float, float]) -> bool:
    middle, other_middle = (box[1] + box[3]) / 2, (other[1] + other[3]) / 2
    return (
        other[0] < box[2] and box[0] < other[2] and other_middle < middle and other[3] <= box[3] and other[1] <= box[1]
    )


# Order by places


def _by_place(lines: Sequence[Line]) -> list[Line]:
    """Read column by column: what stands across a gutter parts the page into bands."""
    gutter = _best_gutter(lines)
    if gutter is None:
        return _by_rows(lines)
    across = sorted((line for line in lines if line.left < gutter < line.right), key=lambda line: line.base)
    beside = [line for line in lines if not line.left < gutter < line.right]
    ordered: list[Line] = []
    for bar in [*across, None]:
        band = [line for line in beside if bar is None or line.base < bar.base]
        beside = [line for line in beside if not (bar is None or line.base < bar.base)]
        ordered += _by_place([line for line in band if line.right <= gutter])
        ordered += _by_place([line for line in band if line.left >= gutter])
        ordered += [bar] if bar else []
    return ordered


def _by_rows(lines: Sequence[Line]) -> list[Line]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.base):
        if rows and abs(rows[-1][0].base - line.base) < 0.3 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line.left)]


def _best_gutter(lines: Sequence[Line]) -> float | None:
    """Find the place that fewest lines cross, with running text on both sides; None where there is no such place."""
    if not 2 * _ROWS <= len(lines) <= _MOST_LINES:
        return None
    crossing: Counter[float] = Counter()
    for line in lines:
        crossing[line.left] += 1
        crossing[line.right] -= 1
    size = median(line.size for line in lines)
    edges = sorted(crossing)
    depth = 0
    found: list[tuple[int, float, float]] = []
    for x, after in pairwise(edges):
        depth += crossing[x]
        if depth <= 0.25 * len(lines) and after - x >= 0.6 * size and _parts_columns(lines, (x + after) / 2):
            found.append((depth, x - after, (x + after) / 2))
    return min(found)[2] if found else None


def _parts_columns(lines: Sequence[Line], gutter: float) -> bool:
    sides = [line for line in lines if line.right <= gutter], [line for line in lines if line.left >= gutter]
    return all(len(side) >= _ROWS and _is_running_text(side) for side in sides)
