"""Marked text: both texts woven into one, with signs around what changed."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from desktop.text.changes import ChangeKind, Comparison
from desktop.ui.compare.layout.build_pages import inline_page
from desktop.ui.compare.layout.options import Fold, FoldKind, PageOptions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.domain import Span, Version
    from desktop.text.changes import Change
    from desktop.ui.compare.layout.page import Piece

_SIGNS = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}


class Run(NamedTuple):
    """Words that are the same, only in A ("gone") or only in B ("new"); dim where a rule ignores the change."""

    text: str
    what: str
    dim: bool = False


def marked_text(pieces: Sequence[Piece | str], texts: Mapping[str, str], comparison: Comparison | None) -> str:
    """Return a text with signs around what changed: [-only in A-] and {+only in B+}."""
    return "".join(_SIGNS[run.what][0] + run.text + _SIGNS[run.what][1] for run in runs(pieces, texts, comparison))


def runs(pieces: Sequence[Piece | str], texts: Mapping[str, str], comparison: Comparison | None) -> Iterator[Run]:
    """Cut pieces where what changed begins and ends."""
    changed = {side: _Changed(comparison, side) for side in texts}
    for piece in pieces:
        if isinstance(piece, str):
            yield Run(piece, "same")
        elif piece.gone:
            yield Run(piece.span.of(texts[piece.side]), "gone", changed[piece.side].ignored(piece.span.start))
        else:
            yield from _cut(piece, texts[piece.side], changed[piece.side])


class _Changed:
    """The changed words of one side, in order."""

    def __init__(self, comparison: Comparison | None, side: str) -> None:
        self.spans: list[tuple[Span, bool]] = [
            (span, change.ignored)
            for change in (comparison.changes if comparison is not None else ())
            if len(span := _span(change, side)) and change.kind not in (ChangeKind.TYPOGRAPHY, ChangeKind.PARAGRAPH)
        ]
        self.spans.sort(key=lambda each: (each[0].start, each[0].end, each[1]))
        self._starts = [span.start for span, _ in self.spans]

    def ignored(self, offset: int) -> bool:
        """Say whether the change around an offset is ignored."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and self.spans[at][0].contains(offset) and self.spans[at][1]

    def within(self, span: Span) -> Iterator[tuple[Span, bool]]:
        """Yield those that touch a span; a move may reach over several pieces, so one more is looked at."""
        for at in range(max(0, bisect_right(self._starts, span.start) - 1), len(self.spans)):
            if self._starts[at] >= span.end:
                return
            yield self.spans[at]


def _span(change: Change, side: str) -> Span:
    return change.a if side == "a" else change.b


def _cut(piece: Piece, text: str, changed: _Changed) -> Iterator[Run]:
    at = piece.span.start
    what = "gone" if piece.side == "a" else "new"
    for span, dim in changed.within(piece.span):
        start, end = max(span.start, at), min(span.end, piece.span.end)
        if start < end:
            if at < start:
                yield Run(text[at:start], "same")
            yield Run(text[start:end], what, dim)
            at = end
    if at < piece.span.end:
        yield Run(text[at : piece.span.end], "same")


def woven(a: Version, b: Version, comparison: Comparison | None) -> list[Piece | str]:
    """Return both texts woven into one, with nothing folded away."""
    numbers = range(len(comparison.rows) if comparison is not None else 0)
    page = inline_page(a, b, comparison, PageOptions(frozenset(Fold(FoldKind.UNANSWERED, n) for n in numbers)))
    return page.cut((0, 0), (len(page.blocks) - 1, 0)) if page.blocks else []


def copied(
    pieces: Sequence[Piece | str], texts: Mapping[str, str], a: Version, b: Version, comparison: Comparison | None
) -> str:
    """Return what is selected, or everything if nothing is, with signs around what changed."""
    if pieces:
        return marked_text(pieces, texts, comparison)
    return marked_text(woven(a, b, comparison), {"a": a.text, "b": b.text}, comparison)
