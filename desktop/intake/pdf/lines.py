"""Lines of a PDF become paragraphs, over the ends of lines, columns and pages; raised figures in them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.domain import Cut, Span
from desktop.intake.lines import RAISED
from desktop.intake.pdf.hyphens import Hyphenation, ends_parted
from desktop.intake.pdf.page import HYPHENS
from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.intake.pdf.page import Line


_UNIT = lazy_pattern(r"(?:^|[\d\s/])(?:[kcmdµ]?m|ft|in|mi|yd|s)$")
_POWER = lazy_pattern(r"[×x·*]\s?10$")
_HOUR = lazy_pattern(r"(?:^|\D)\d{1,2}$")
_CLOCK = lazy_pattern(r"\s?(?:Uhr|h|hrs?|[ap]\.?m)\b")
_AMOUNT = lazy_pattern(r"[$€£]\s?\d+$")  # with cents, or with the number of a note: who knows


def part_notes(text: str, raised: Iterable[Span]) -> tuple[str, list[Span]]:
    """Give the text with raised figures as such where they are no note, and the spans of those that are one."""
    notes = []
    for span in raised:
        figure = span.of(text)
        if _is_note(text[: span.start], figure, text[span.end :]):
            notes.append(span)
        else:
            text = text[: span.start] + figure.translate(RAISED) + text[span.end :]
    return text, notes


def _is_note(before: str, figure: str, after: str) -> bool:
    if figure in {"2", "3"} and _UNIT.search(before):
        return False
    if _POWER.search(before) or (after[:1] in {"/", "\u2044"} and after[1:2].isdigit()):
        return False
    return not (len(figure) == 2 and ((_HOUR.search(before) and _CLOCK.match(after)) or _AMOUNT.search(before)))


_CLOSERS = "\"'”’»)]“0123456789"  # a note number may stand behind the full stop
_FINAL = tuple(".!?…:;。！？")
_ITEM = lazy_pattern(r"(?:[•●▪■◦‣·*]|[–—-](?=\s)|\d{1,2}[.)](?=\s)|\(?[a-z]\)(?=\s))\s*\S")
_WIDE_LETTER = lazy_pattern("[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_ADDRESS = lazy_pattern(r"(?:https?://|www\.)\S*$")


_INDENT = 3.0  # sizes of type by which lines of one column may begin apart
_LIST = 4  # lines, at least


class Joint(Enum):
    """What lies between two lines."""

    NOTHING = ""  # they go on in one paragraph
    LINE = "\n"
    PARAGRAPH = "\n\n"


@dataclass(slots=True)
class Placed:
    """A line, the page that it stands on (from 0), and the edges of its column."""

    line: Line
    page: int
    left: float = 0.0
    right: float = 0.0
    stands_below: bool = False  # it stands right below the line before it, in its column and size
    is_row: bool = False  # it stands in a list, whose lines each stand for themselves


@dataclass(slots=True)
class Text:
    """A text under construction; spans and offsets are code points of it."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    notes: list[Span] = field(default_factory=list)
    pages: list[tuple[int, int]] = field(default_factory=list)  # offset and page, where a page begins

    def add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def cut(self, text: str, why: str, page: int) -> Cut:
        """Add what is no body, as a paragraph of its own, and give the cut."""
        if self.length:
            self.add("\n\n")
        if not self.pages or self.pages[-1][1] != page:
            self.pages.append((self.length, page))
        self.add(text)
        return Cut(Span(self.length - len(text), self.length), why)


def write_paragraphs(pages: Sequence[Sequence[Line]], hyphenation: Hyphenation, text: Text) -> None:
    """Write the lines of pages, each page in the order of reading, as paragraphs behind what the text holds."""
    placed = [Placed(line, number) for number, lines in enumerate(pages) for line in lines]
    for run in _runs(placed):
        _measure(run)
    pitch = _common_pitch(placed)
    around = zip([None, *placed], placed, [*placed[1:], None], [*placed[2:], None, None], strict=False)
    page = None
    for earlier, here, after, beyond in around:
        if page != here.page:
            page = here.page
            text.pages.append((text.length, page))
        joint = _joint(earlier, here, after, beyond, pitch) if after else Joint.NOTHING
        _write_line(text, here.line, after.line if after else None, joint, hyphenation)


def _write_line(text: Text, line: Line, after: Line | None, joint: Joint, hyphenation: Hyphenation) -> None:
    shown = line.text
    if line.notes:
        shown, notes = part_notes(shown, line.notes)
        text.notes += [Span(text.length + note.start, text.length + note.end) for note in notes]
    if after is None or joint is not Joint.NOTHING:
        text.add(shown + (joint.value if after else ""))
    elif shown[-1] in HYPHENS and ends_parted(line):
        text.add(shown[:-1] + ("-" if hyphenation.keeps(line, after.text) else ""))
    else:
        text.add(shown + ("" if _is_glued(shown, after.text) else " "))


def _is_glued(before: str, after: str) -> bool:
    """Say whether nothing stands between two words, though a line ends there."""
    last = before[-1]
    if last.islower():
        return False
    if last > "\u3000":
        return bool(_WIDE_LETTER.match(last) and _WIDE_LETTER.match(after[0]))
    if last in "—–/":
        return not before[-2:-1].isspace()
    return last in "-_?=&.%" and bool(_ADDRESS.search(before))


# Columns


def _runs(placed: Sequence[Placed]) -> Iterator[list[Placed]]:
    """Give the lines that stand below one another in one column and size."""
    run: list[Placed] = []
    for here in placed:
        here.stands_below = bool(run) and _stands_below(run[-1], here)
        if run and not here.stands_below:
            yield run
            run = []
        run.append(here)
    if run:
        yield run


def _stands_below(before: Placed, here: Placed) -> bool:
    a, b = before.line, here.line
    size = a.size
    return (
        0 < b.base - a.base < 3 * size
        and abs(size - b.size) <= 0.12 * size
        and a.left < b.right
        and b.left < a.right
        and before.page == here.page
    )


def _differ(a: Line, b: Line) -> bool:
    return abs(a.size - b.size) > 0.12 * max(a.size, b.size)


def _measure(run: list[Placed]) -> None:
    """Say for each line where its column begins and ends, by the lines near it."""
    if len(run) >= _LIST and _is_list([here.line.text for here in run]):
        for here in run:
            here.is_row = True
    lefts, rights = [here.line.left for here in run], [here.line.right for here in run]
    for index, here in enumerate(run):
        near = slice(max(index - 3, 0), index + 4)
        here.left, here.right = min(lefts[near]), max(rights[near])
        if max(lefts[near]) - here.left > _INDENT * here.line.size:  # not all of them stand in its column
            own = [other for other in run[near] if abs(other.line.left - here.line.left) <= _INDENT * here.line.size]
            here.left, here.right = min(other.line.left for other in own), max(other.line.right for other in own)


def _is_list(texts: Sequence[str]) -> bool:
    """Say whether lines stand for themselves: nearly all begin with a capital or a figure, or end as sentences do."""
    if sum(text[0].islower() for text in texts[1:4]) >= 2:  # running text, told at a glance
        return False
    starts = sum(text[0].isupper() or text[0].isdigit() for text in texts[1:])
    if starts < 0.7 * (len(texts) - 1):
        return False
    return starts > 0.9 * (len(texts) - 1) or sum(map(_is_final, texts)) > 0.7 * len(texts)


def _common_pitch(placed: Sequence[Placed]) -> dict[int, float]:
    """Give the commonest distance of lines for each size of type, in points; sizes are rounded."""
    counts: Counter[tuple[int, int]] = Counter(
        (round(b.line.size), round(2 * (b.line.base - a.line.base))) for a, b in pairwise(placed) if b.stands_below
    )
    return {size: pitch / 2 for (size, pitch), _ in sorted(counts.items(), key=lambda item: (item[1], -item[0][1]))}


# Joints


def _joint(
    earlier: Placed | None, here: Placed, after: Placed, beyond: Placed | None, pitch: dict[int, float]
) -> Joint:
    a, b = here.line, after.line
    is_near = after.stands_below and b.base - a.base <= 1.28 * pitch[round(b.size)]
    if is_near and b.text[0].islower() and a.text[-1].islower() and "\t" not in a.text + b.text:
        return Joint.NOTHING  # as nearly always: the rest of a sentence
    if "\t" in a.text or "\t" in b.text:
        return Joint.LINE if after.stands_below and b.base - a.base < 1.6 * a.size else Joint.PARAGRAPH
    if not after.stands_below and not _differ(a, b):
        return _joint_of_columns(here, after, beyond)
    if is_near and after.is_row:
        return Joint.NOTHING if _goes_on(a, b) else Joint.LINE
    return Joint.NOTHING if is_near and _joins_below(earlier, here, after, beyond) else Joint.PARAGRAPH


def _joins_below(earlier: Placed | None, here: Placed, after: Placed, beyond: Placed | None) -> bool:
    """Say whether a line goes on in the one close below it."""
    a, b = here.line, after.line
    if _ITEM.match(b.text) and (_is_final(a.text) or _has_room(here, b) or _ITEM.match(a.text)):
        return False
    return _goes_on(a, b) or not (_has_room(here, b) or _is_indented(earlier, here, after, beyond))


def _joint_of_columns(here: Placed, after: Placed, beyond: Placed | None) -> Joint:
    """Say what lies between the last line of a column and the first line of the next."""
    a, b = here.line, after.line
    if abs(a.base - b.base) < 0.3 * a.size and here.page == after.page:  # cells of a row
        return Joint.LINE
    if _goes_on(a, b):
        return Joint.NOTHING
    indented = beyond is not None and beyond.stands_below and b.left - beyond.line.left > 0.8 * b.size
    if _is_final(a.text) or indented or _ITEM.match(b.text):
        return Joint.PARAGRAPH
    is_full = a.right > here.right - 2 * a.size and len(a.text.split()) >= 4
    return Joint.NOTHING if is_full else Joint.PARAGRAPH


def _is_final(text: str) -> bool:
    """Say whether a line ends like a sentence."""
    return text.rstrip(_CLOSERS).endswith(_FINAL)


def _goes_on(a: Line, b: Line) -> bool:
    """Say whether the words themselves show that the sentence goes on."""
    first = b.text.lstrip("\"'“‘„«(")[:1]
    if a.text[-1] in HYPHENS and ends_parted(a):
        return first.isalnum()
    return first.islower() and not _is_final(a.text) and not _ITEM.match(b.text)


def _has_room(here: Placed, after: Line) -> bool:
    """Say whether this line ended on purpose: the first word of the next one would have stood at its end."""
    room = here.right - here.line.right - 0.5 * after.size
    if room <= 0:
        return False
    first = after.text.partition(" ")[0]
    return room > (after.right - after.left) * (len(first) + 1) / len(after.text)


def _is_indented(earlier: Placed | None, here: Placed, after: Placed, beyond: Placed | None) -> bool:
    """Say whether the next line begins a paragraph by its indent, or ends one that was indented as a whole."""
    a, b = here.line, after.line
    step = 0.7 * b.size
    if b.left - a.left > step:
        alone = beyond is None or not beyond.stands_below or b.left - beyond.line.left > step
        return alone or bool(_is_final(a.text))
    if a.left - b.left > _INDENT * b.size:  # a line set in the middle, or a block of its own
        return True
    if a.left - b.left > step and earlier is not None and here.stands_below:
        return abs(earlier.line.left - a.left) < step
    return False
