"""Page sets: the pages of a pair or of one text with their marks and ruler marks, made without any widget."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from desktop.ui.compare.layout.build_pages import inline_page, reading_page, side_pages
from desktop.ui.compare.layout.change_steps import ChangeSteps, Filter, has_alert
from desktop.ui.compare.layout.layers import ChangeIndex, Layers
from desktop.ui.compare.layout.rows import Paragraphs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.domain import Span, Version
    from desktop.text.changes import Change, Comparison
    from desktop.ui.compare.layout.options import Fold, PageOptions
    from desktop.ui.compare.layout.page import Page

# Pages of texts with this many code points together are worked out at once; those of longer ones in the background.
_AT_ONCE = 150_000
_FINEST = 4_096  # places on the ruler: more than a screen has lines
_HEAD = 8_000  # code points of a long text that are shown at once
# Rows of side by side pages are levelled group by group: at most so many rows, and so many code points or one row.
_GROUP_ROWS, _GROUP_LENGTH = 32, 8_000
_AROUND = 24  # rows before and after a place, more than are on a screen


def is_long(length: int) -> bool:
    """Say whether texts of so many code points are too long to be worked out at once."""
    return length > _AT_ONCE


class RulerMark(NamedTuple):
    """A change on the ruler; top and bottom are shares of the whole, 0 to 1."""

    top: float
    bottom: float
    colour: str  # the name of a colour of the theme
    change: int
    alert: bool


def distinct_marks(marks: Sequence[RulerMark]) -> list[RulerMark]:
    """Return the marks that a screen can show apart: thousands of changes fall on a few hundred lines."""
    found: dict[tuple[int, int, str, bool], RulerMark] = {}
    for mark in marks:
        place = round(mark.top * _FINEST), round(mark.bottom * _FINEST), mark.colour, mark.alert
        found.setdefault(place, mark)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class PageSet:
    """Pages with what is marked on them."""

    pages: tuple[Page, ...]
    layers: tuple[Layers, ...]
    shares: list[float]  # of the whole, 0 to 1: the borders of the rows, or of the blocks of one text
    comparison: Comparison | None = None
    steps: ChangeSteps | None = None
    marks: Sequence[RulerMark] = ()
    distinct: Sequence[RulerMark] = ()  # those of them that a screen can show apart
    groups: Sequence[int] = ()  # side by side: the first row of each group that is levelled together
    is_head: bool = False  # only how the texts begin

    def work_out_around(self, side: str, offset: int) -> None:
        """Work out what is marked on the rows around an offset, before they are shown."""
        pages = [page for page in self.pages if side in page.texts]
        place = pages[0].place(side, offset) if pages else None
        if place is None:
            return
        row = pages[0].blocks[place[0]].row
        for page, layers in zip(self.pages, self.layers, strict=True):
            rows = page.firsts[max(0, row - _AROUND) : row + _AROUND]
            for block in range(rows[0], rows[-1]) if rows else ():
                layers.of(block)

    def without_marks(self, request: PageRequest) -> PageSet | None:
        """Return the same pages with nothing marked, for a long pair that is still being compared, or None."""
        texts = {side: text for page in self.pages for side, text in page.texts.items()}
        if (
            request.comparison is not None
            or not is_long(request.length)
            or texts != {"a": request.a.text, "b": request.b.text}
        ):
            return None
        index = ChangeIndex(None, texts, typography=request.typography)
        layers = tuple(Layers(page, index) for page in self.pages)
        return PageSet(self.pages, layers, self.shares, steps=ChangeSteps(None), groups=self.groups)


@dataclass(frozen=True, slots=True)
class PageRequest:
    """A pair to be shown, and how."""

    a: Version
    b: Version
    comparison: Comparison | None
    options: PageOptions
    typography: bool
    layout: str  # "side" or "inline"

    @property
    def length(self) -> int:
        """Return how many code points both texts have."""
        return len(self.a.text) + len(self.b.text)

    def build(self) -> PageSet:
        """Work out the pages."""
        texts = {"a": self.a.text, "b": self.b.text}
        passages = {"a": Paragraphs(self.a), "b": Paragraphs(self.b)}
        index = ChangeIndex(self.comparison, texts, typography=self.typography, paragraphs=passages)
        shown = self.a, self.b, self.comparison, self.options
        pages = side_pages(*shown) if self.layout == "side" else (inline_page(*shown),)
        shares, groups, steps = _shares(pages), _groups(pages), ChangeSteps(self.comparison)
        steps.count()
        layers = tuple(Layers(page, index) for page in pages)
        marks = _marks(pages, shares, steps)
        return PageSet(pages, layers, shares, self.comparison, steps, marks, distinct_marks(marks), groups)

    def build_beginning(self) -> PageSet:
        """Work out how the texts begin, without changes; this takes no time however long they are."""
        start = replace(self, a=_beginning(self.a), b=_beginning(self.b), comparison=None)
        return replace(start.build(), is_head=True)


def reading_pages(version: Version, unfolded: frozenset[Fold]) -> PageSet:
    """Work out one version as a page."""
    page = reading_page(version, unfolded)
    layers = Layers(page, ChangeIndex(None, page.texts, typography=False))
    return PageSet((page,), (layers,), _shares((page,)))


def reading_beginning(version: Version, unfolded: frozenset[Fold]) -> PageSet:
    """Work out how one version begins."""
    return replace(reading_pages(_beginning(version), unfolded), is_head=True)


def _shares(pages: tuple[Page, ...]) -> list[float]:
    if len(pages) == 1:
        return shares_of([1 + len(block.text) for block in pages[0].blocks])
    return shares_of([1 + max(lengths) for lengths in zip(*map(row_lengths, pages), strict=True)])


def _groups(pages: tuple[Page, ...]) -> list[int]:
    """Return the first row of each group of rows that are levelled together."""
    if len(pages) == 1:
        return []
    groups, done = [0], 0
    for row, lengths in enumerate(zip(*map(row_lengths, pages), strict=True)):
        if row > groups[-1] and (row - groups[-1] >= _GROUP_ROWS or done + max(lengths) > _GROUP_LENGTH):
            groups.append(row)
            done = 0
        done += max(lengths)
    return groups


def _beginning(version: Version) -> Version:
    """Return a version as if its text ended after a few pages, between two paragraphs if one ends there."""
    end = version.text.rfind("\n", _HEAD // 2, _HEAD)
    end = _HEAD if end < 0 else end
    cuts = tuple(cut for cut in version.cuts if cut.span.end <= end)
    return replace(version, text=version.text[:end], cuts=cuts)


def _marks(pages: tuple[Page, ...], shares: list[float], steps: ChangeSteps) -> list[RulerMark]:
    """Return where the changes stand on the ruler."""
    numbers = steps.numbers(Filter.ALL)
    if not numbers:
        return []
    scales = {side: OffsetScale(page, side, shares, by_row=len(pages) > 1) for page in pages for side in page.texts}
    return [_mark(number, steps.changes[number], scales) for number in numbers]


def _mark(number: int, change: Change, scales: Mapping[str, OffsetScale]) -> RulerMark:
    side, span = main_side(change)
    top = scales[side].share_of(span.start)
    bottom = max(top, scales[side].share_of(span.end))
    return RulerMark(top, bottom, _colour(change), number, has_alert(change))


def _colour(change: Change) -> str:
    if change.move:
        return "moved"
    return "gone" if len(change.a) else "new"


def main_side(change: Change) -> tuple[str, Span]:
    """Return the side on which a change is looked at first: A, where it has words."""
    return ("a", change.a) if change.a.start < change.a.end else ("b", change.b)


def shares_of(weights: Sequence[int]) -> list[float]:
    """Return the borders of parts with these weights, 0 to 1."""
    total = sum(weights) or 1
    return [0.0, *(done / total for done in accumulate(weights))]


def row_lengths(page: Page) -> list[int]:
    """Return how many code points each row shows."""
    lengths = [0] * len(page.tails)
    for block in page.blocks:
        lengths[block.row] += len(block.text)
    return lengths


class OffsetScale:
    """The way from offsets of one side to shares of a page whose rows, or blocks, have these borders."""

    def __init__(self, page: Page, side: str, shares: Sequence[float], *, by_row: bool) -> None:
        parts = [block.row for block in page.blocks] if by_row else range(len(page.blocks))
        lengths = [0] * (len(shares) - 1)
        before = []  # characters of its part above each block
        for block, part in zip(page.blocks, parts, strict=True):
            before.append(lengths[part])
            lengths[part] += len(block.text)
        rates = [(shares[part + 1] - shares[part]) / max(1, length) for part, length in enumerate(lengths)]
        self._steps = []
        for start, end, number, ahead in page.entries(side):
            part = parts[number]
            self._steps.append((start, end, shares[part] + (before[number] + ahead) * rates[part], rates[part]))
        self._starts = [step[0] for step in self._steps]

    def share_of(self, offset: int) -> float:
        """Return the share, 0 to 1, of an offset; of what is not shown, that of what is shown before it."""
        if not self._steps:
            return 0.0
        start, end, top, rate = self._steps[max(0, bisect_right(self._starts, offset) - 1)]
        return top + (min(max(offset, start), end) - start) * rate
