"""Article of a PDF: one text of all its pages, what is no body behind it, cut; pages, with their printed numbers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.domain import Anchor, AnchorKind, Cut
from desktop.intake.document import NOTE_NUMBER
from desktop.intake.office.tracked_changes import comment_reason
from desktop.intake.pdf.hyphens import Hyphenation
from desktop.intake.pdf.layout import reading_order, whole_lines
from desktop.intake.pdf.lines import Text, write_paragraphs
from desktop.intake.pdf.margins import FOOTNOTE, Margin, body_lines, find_margins
from desktop.translation import english

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.intake.pdf.page import Line, Page


_FEWEST = 8
_STEPS = (1, 5)


def part_line_numbers(parts: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Part the numbers of lines from all else on a page; each stands alone, with nothing wide before or behind it."""
    columns: dict[int, list[Line]] = defaultdict(list)
    for part in parts:
        if len(part.text) <= 3 and part.text.isdecimal():
            columns[round(part.right / 3)].append(part)
    for numbers in columns.values():
        if len(numbers) >= _FEWEST and _counts(numbers) and _number_lines(numbers, parts):
            found = {id(number) for number in numbers}
            return [part for part in parts if id(part) not in found], numbers
    return list(parts), []


def _counts(numbers: list[Line]) -> bool:
    """Say whether numbers count down the page in even steps, at even distances."""
    numbers.sort(key=lambda number: number.base)
    steps = {int(b.text) - int(a.text) for a, b in pairwise(numbers)}
    pitches = [b.base - a.base for a, b in pairwise(numbers)]
    return len(steps) == 1 and steps <= set(_STEPS) and max(pitches) < 1.5 * min(pitches) and min(pitches) > 0


def _number_lines(numbers: Sequence[Line], parts: Sequence[Line]) -> bool:
    """Say whether it is lines of text that are numbered, blank ones too, and not the rows of a table."""
    edge = max(number.right for number in numbers)
    texts = [part for part in parts if part.left >= edge]
    if any(part.left < edge for part in parts if not part.text.isdecimal()):
        return False
    beside = [next((text for text in texts if abs(text.base - number.base) < 3), None) for number in numbers]
    small = sum(text is not None and text.text[0].islower() for text in beside)
    return None in beside or small >= 0.3 * len(numbers)


SIDEWAYS = english("text set sideways")
LINE_NUMBERS = english("line numbers")


def write(pages: Sequence[Page]) -> tuple[str, tuple[Cut, ...], tuple[Anchor, ...]]:
    """Write the body of all pages, behind it what is cut from each."""
    by_place = []
    for page in pages:
        parts, page.line_numbers = part_line_numbers(page.lines)
        page.lines, crossed = whole_lines(parts)
        by_place.append(crossed)
    margins = find_margins(pages)
    bodies = [
        reading_order(list(body_lines(page, cut)), by_place=crossed)
        for page, cut, crossed in zip(pages, margins, by_place, strict=True)
    ]
    if not any(bodies):
        bodies, margins = [page.lines for page in pages], [[] for _ in pages]
    hyphenation = Hyphenation(pages)
    text = Text()
    write_paragraphs(bodies, hyphenation, text)
    cuts = [Cut(note, NOTE_NUMBER) for note in text.notes]
    cuts += _write_margins(pages, margins, hyphenation, text)
    anchors = tuple(Anchor(offset, AnchorKind.PAGE, pages[number].label) for offset, number in text.pages)
    return "".join(text.pieces), tuple(cuts), anchors


def _write_margins(
    pages: Sequence[Page], margins: Sequence[Sequence[Margin]], hyphenation: Hyphenation, text: Text
) -> Iterator[Cut]:
    for number, (page, cut) in enumerate(zip(pages, margins, strict=True)):
        for why, lines in _blocks(page, cut):
            block = Text()
            write_paragraphs([lines], hyphenation, block)
            for part in "".join(block.pieces).split("\n"):
                if part:
                    yield text.cut(part, why, number)
        for comment in page.comments:
            yield text.cut(comment.text, comment_reason(comment.author), number)


def _blocks(page: Page, cut: Sequence[Margin]) -> Iterator[tuple[str, list[Line]]]:
    """Give what is cut from a page: line by line, but footnotes as one."""
    for found in cut:
        if found.why != FOOTNOTE:
            yield found.why, [found.line]
    notes = [found.line for found in cut if found.why == FOOTNOTE]
    if notes:
        yield FOOTNOTE, notes
    if page.sideways:
        yield SIDEWAYS, page.sideways
    if page.line_numbers:
        first = page.line_numbers[0]
        yield LINE_NUMBERS, [replace(first, text=" ".join(number.text for number in page.line_numbers))]
