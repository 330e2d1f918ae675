"""What is to be marked where on a page: changes, moves, alerts, quotes?

Everything is kept by block, so that painting looks only at what is visible.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from desktop.text.changes import AlertKind, ChangeKind, Comparison
from desktop.ui.compare.page import Page, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.domain import Quote, QuoteId, Span, Status
    from desktop.text.changes import Change

_INVISIBLE = re.compile("[\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_SHORT = {
    "\xad": "SHY", "\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ", "\u200e": "LRM", "\u200f": "RLM",
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO", "\u2060": "WJ",
    "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI", "\ufeff": "BOM",
}  # fmt: skip


# That the words of a quotation differ can happen in every line: a sign is enough, the tip says the rest.
_TAG = {AlertKind.QUOTATION: "❝"}


class Look(StrEnum):
    """How a changed stretch is drawn."""

    GONE = "gone"
    NEW = "new"
    MOVED = "moved"
    DIM = "dim"
    TYPOGRAPHY = "typography"


class Mark(NamedTuple):
    """A changed stretch of a block, in UTF-16 units."""

    start: int
    end: int
    look: Look
    change: int  # its number in the comparison


class Tag(NamedTuple):
    """A small label behind the character that ends at `end`; the text makes room but stays as it is."""

    start: int
    end: int
    text: str
    change: int


class Frame(NamedTuple):
    """A part of moved text in its numbered frame."""

    start: int
    end: int
    number: int
    change: int
    first: bool  # the number stands here


class QuoteMark(NamedTuple):
    """A part of a quote."""

    start: int
    end: int
    quote: QuoteId
    status: Status


@dataclass(slots=True)
class Layers:
    """What is marked on one page, by block."""

    marks: dict[int, list[Mark]] = field(default_factory=dict)
    tags: dict[int, list[Tag]] = field(default_factory=dict)
    frames: dict[int, list[Frame]] = field(default_factory=dict)


def layers_of(page: Page, comparison: Comparison | None, *, typography: bool) -> Layers:
    """Return the marks of a comparison on a page; `typography` shows that class too."""
    layers = Layers()
    for number, change in enumerate(comparison.changes if comparison is not None else ()):
        if change.kind is ChangeKind.TYPOGRAPHY and not typography:
            _add_invisible(layers, page, number, change)
            continue
        for side in page.texts:
            _add_change(layers, page, side, number, change)
        _add_tags(layers, page, number, change)
    for tags in layers.tags.values():
        tags.sort()
    return layers


def _add_change(layers: Layers, page: Page, side: str, number: int, change: Change) -> None:
    span = change.a if side == "a" else change.b
    if change.kind is ChangeKind.PARAGRAPH:
        return
    for place, stretch in enumerate(_trimmed(page, page.stretches(side, span))):
        mark = Mark(stretch.start, stretch.end, _look(change, side), number)
        layers.marks.setdefault(stretch.block, []).append(mark)
        if change.move:
            frame = Frame(stretch.start, stretch.end, change.move, number, first=place == 0)
            layers.frames.setdefault(stretch.block, []).append(frame)
    for inner in change.inner:
        if inner.kind not in (ChangeKind.PARAGRAPH, ChangeKind.TYPOGRAPHY):
            _add_change(layers, page, side, number, inner)


def _trimmed(page: Page, stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Leave out the white space at the ends, which is nothing to look at; of white space alone all stays."""
    for stretch in stretches:
        words = page.words(stretch)
        blank = not words.strip()
        before = 0 if blank else len(words) - len(words.lstrip())
        after = 0 if blank else len(words) - len(words.rstrip())
        yield Stretch(stretch.block, stretch.start + before, stretch.end - after)


def _look(change: Change, side: str) -> Look:
    if change.ignored:
        return Look.DIM
    if change.kind is ChangeKind.MOVED:
        return Look.MOVED
    if change.kind is ChangeKind.TYPOGRAPHY:
        return Look.TYPOGRAPHY
    return Look.GONE if side == "a" else Look.NEW


def _add_tags(layers: Layers, page: Page, number: int, change: Change) -> None:
    if change.kind is ChangeKind.PARAGRAPH and not change.ignored:
        for side, span in (("a", change.a), ("b", change.b)):
            _tag(layers, page, side, span.start, "¶", number)
    if not change.ignored:
        for alert in (alert for each in (change, *change.inner) for alert in each.alerts):
            for side, span in (("a", alert.a), ("b", alert.b)):
                if len(span):
                    _tag(layers, page, side, span.end, _TAG.get(alert.kind, alert.kind.value), number)
    _add_invisible(layers, page, number, change)


def _add_invisible(layers: Layers, page: Page, number: int, change: Change) -> None:
    """Show control characters that nobody sees where the two texts differ in them."""
    for side, span in (("a", change.a), ("b", change.b)):
        text = page.texts.get(side)
        if text is not None:
            for match in _INVISIBLE.finditer(text, span.start, span.end):
                _tag(layers, page, side, match.end(), control_name(match.group()), number)


def control_name(character: str) -> str:
    """Return a short name for an invisible character."""
    known = _SHORT.get(character, "")
    return known or unicodedata.name(character, f"U+{ord(character):04X}")


def _tag(layers: Layers, page: Page, side: str, offset: int, text: str, number: int) -> None:
    """Put a label behind the character before an offset; labels at one place are joined."""
    if side not in page.texts:
        return
    place = page.place(side, offset)
    if place is None or place[1] == 0:
        return
    block, end = place
    while end > 1 and page.words(Stretch(block, end - 1, end)).isspace():
        end -= 1  # at the end of a line Qt gives no room beside a space
    start = end - (2 if _is_pair(page.blocks[block].text, end) else 1)
    tags = layers.tags.setdefault(block, [])
    for known, tag in enumerate(tags):
        if tag.end == end:
            if text not in tag.text.split(" · "):
                tags[known] = tag._replace(text=f"{tag.text} · {text}")
            return
    tags.append(Tag(start, end, text, number))


def _is_pair(text: str, column: int) -> bool:
    """Say whether the character that ends at a UTF-16 column takes two units."""
    if text.isascii():
        return False
    at = len(text.encode("utf-16-le")[: 2 * column].decode("utf-16-le", "ignore"))
    return at > 0 and text[at - 1] > "\uffff"


def quote_layer(page: Page, side: str, quotes: Iterable[Quote]) -> dict[int, list[QuoteMark]]:
    """Return where the quotes of one side stand."""
    layer: dict[int, list[QuoteMark]] = {}
    for quote in quotes:
        for stretch in page.stretches(side, quote.span):
            layer.setdefault(stretch.block, []).append(QuoteMark(stretch.start, stretch.end, quote.id, quote.status))
    return layer


def plain_layer(page: Page, places: Iterable[tuple[str, Span]]) -> dict[int, list[tuple[int, int]]]:
    """Return where spans stand: the selected quote, finds, the current change."""
    layer: dict[int, list[tuple[int, int]]] = {}
    for side, span in places:
        for stretch in page.stretches(side, span):
            layer.setdefault(stretch.block, []).append((stretch.start, stretch.end))
    return layer


def hits(layer: dict[int, list[Mark]], block: int, column: int) -> Iterator[Mark]:
    """Return the marks at a place, the innermost last."""
    return (mark for mark in layer.get(block, ()) if mark.start <= column < mark.end)


def counting(changes: Sequence[Change]) -> list[int]:
    """Return the numbers of the changes that count, in order."""
    return [n for n, change in enumerate(changes) if not change.ignored and change.kind is not ChangeKind.TYPOGRAPHY]
