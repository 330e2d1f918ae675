"""Report of a comparison: as text for a terminal, as JSON for a script, as one HTML page for a reader."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from dataclasses import asdict, dataclass
from itertools import islice, pairwise, takewhile
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

from desktop.domain import Span
from desktop.text.changes import ChangeKind, Kind, Row
from desktop.text.display import amount

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.cli.inputs import Document
    from desktop.text.changes import Alert, Change, Comparison

Side = Literal["a", "b"]
LEGEND = "[-only in A-] {+only in B+} [moved 1: stands elsewhere in the other text]"
_PAINTED = {ChangeKind.INSERTED, ChangeKind.DELETED, ChangeKind.REPLACED, ChangeKind.MOVED}


@dataclass(frozen=True, slots=True)
class Report:
    """Two texts and what the comparison says about them."""

    a: Document
    b: Document
    comparison: Comparison

    @property
    def rows(self) -> tuple[Row, ...]:
        whole = Row(Span(0, len(self.a.text)), Span(0, len(self.b.text)))
        return self.comparison.rows or (whole,)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one side that is shown alike."""

    text: str
    changed: bool = False
    move: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """Two paragraphs that stand side by side, cut into pieces; an empty tuple where one side has nothing."""

    a: tuple[Piece, ...]
    b: tuple[Piece, ...]
    folded: bool

    @property
    def alike(self) -> bool:
        return bool(self.a) and bool(self.b) and not any(piece.changed or piece.move for piece in self.a + self.b)


def lines(report: Report) -> Iterator[Line]:
    """What stands beside what, hidden passages left out."""
    a, b = (_Painter(report, "a"), _Painter(report, "b"))
    for row in report.rows:
        line = Line(a.pieces(row.a), b.pieces(row.b), row.folded)
        if line.a or line.b:
            yield line


class _Painter:
    """Cuts the paragraphs of one side into pieces; asked for them in any order."""

    def __init__(self, report: Report, side: Side) -> None:
        document = report.a if side == "a" else report.b
        self._text = document.text
        self._runs = _runs(document, report.comparison.changes, side)
        self._starts = [run.span.start for run in self._runs]

    def pieces(self, paragraph: Span | None) -> tuple[Piece, ...]:
        if paragraph is None:
            return ()
        first = max(0, bisect_right(self._starts, paragraph.start) - 1)
        touched = takewhile(lambda run: run.span.start < paragraph.end, islice(self._runs, first, None))
        return tuple(
            Piece(_common(run.span, paragraph).of(self._text), run.changed, run.move)
            for run in touched
            if not run.hidden and run.span.touches(paragraph)
        )


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of a whole text in which nothing begins or ends."""

    span: Span
    changed: bool
    move: int
    hidden: bool


def _runs(document: Document, changes: Iterable[Change], side: Side) -> list[_Run]:
    # How many changed, moved and hidden spans begin (or, below zero, end) at each place; moved ones by their number.
    steps: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0, 0], {0: [0, 0, 0], len(document.text): [0, 0, 0]})
    marks = [*_marks(changes, side), *((span, 2, 1) for span in document.hidden)]
    for span, what, value in marks:
        steps[span.start][what] += value
        steps[span.end][what] -= value
    runs: list[_Run] = []
    now = [0, 0, 0]
    for start, end in pairwise(sorted(steps)):
        now = [before + step for before, step in zip(now, steps[start], strict=True)]
        runs.append(_Run(Span(start, end), now[0] > 0, now[1], now[2] > 0))
    return runs


def _marks(changes: Iterable[Change], side: Side) -> Iterator[tuple[Span, int, int]]:
    """Span, which of the steps it counts in, and how much: what is to be painted, outer before inner."""
    for change in changes:
        if change.ignored or change.kind not in _PAINTED:
            continue
        moved = change.kind is ChangeKind.MOVED
        yield getattr(change, side), int(moved), change.move if moved else 1
        yield from _marks(change.inner, side)


def _common(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))


# -- text -----------------------------------------------------------------------------------------------------------


def as_text(report: Report) -> str:
    return "\n".join([*_head(report), "", *_body(report)])


def _head(report: Report) -> Iterator[str]:
    comparison, stats = report.comparison, report.comparison.stats
    yield f"--- A  {report.a.id}  ({stats.words_a} words{_cut(report.a)})"
    yield f"+++ B  {report.b.id}  ({stats.words_b} words{_cut(report.b)})"
    yield f"{comparison.kind}: {comparison.why}"
    yield summary(report)
    yield LEGEND
    for alert in comparison.alerts:
        yield f"! {alert.kind}: {reading(alert.a_text)} → {reading(alert.b_text)}  {alert.why}"


def summary(report: Report) -> str:
    """The counts in one sentence."""
    stats = report.comparison.stats
    moved = "moved" if report.comparison.kind is Kind.VERSIONS else "passages in another order"
    counts = (
        f"{stats.changes} changes: {stats.deleted} words only in A, {stats.inserted} only in B, {stats.moved} {moved}"
    )
    not_shown = (f"{stats.typography} only typographic", f"{stats.ignored} ignored")
    return f"{counts} (not shown: {', '.join(not_shown)})."


def reading(text: str) -> str:
    return f"“{' '.join(text.split())}”" if text.strip() else "nothing"


def _cut(document: Document) -> str:
    return f", {len(document.hidden)} passages hidden as not part of the article" if document.hidden else ""


def _body(report: Report) -> Iterator[str]:
    alike = folded = 0
    for line in lines(report):
        if line.folded or line.alike:
            folded, alike = folded + line.folded, alike + (not line.folded)
            continue
        yield from _skipped(alike, folded)
        alike = folded = 0
        yield from (f"- {_marked(line.a, '[-', '-]')}",) if line.a else ()
        yield from (f"+ {_marked(line.b, '{+', '+}')}",) if line.b else ()
        yield ""
    yield from _skipped(alike, folded)


def _skipped(alike: int, folded: int) -> Iterator[str]:
    if alike:
        yield f"  ({amount(alike, 'paragraph', thousands='')} alike)\n"
    if folded:
        yield f"  ({amount(folded, 'paragraph', thousands='')} without a counterpart)\n"


def _marked(pieces: Sequence[Piece], opening: str, closing: str) -> str:
    out: list[str] = []
    move = 0
    for piece in (*pieces, Piece("")):
        if piece.move != move:
            out += ["]"] * bool(move) + [f"[moved {piece.move}: "] * bool(piece.move)
            move = piece.move
        text = " ".join(piece.text.splitlines())
        out.append(f"{opening}{text}{closing}" if piece.changed else text)
    return "".join(out).strip()


# -- JSON -----------------------------------------------------------------------------------------------------------


def as_json(report: Report) -> str:
    """Offsets are code points into the full texts."""
    comparison = report.comparison
    document = {
        "a": {"name": report.a.id, "length": len(report.a.text)},
        "b": {"name": report.b.id, "length": len(report.b.text)},
        "kind": comparison.kind.value,
        "why": comparison.why,
        "changes": [_change(report, change) for change in comparison.changes],
        "pairs": [
            {"a": _ends(pair.a), "b": _ends(pair.b), "similarity": pair.similarity, "pinned": pair.pinned}
            for pair in comparison.pairs
        ],
        "stats": asdict(comparison.stats),
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _change(report: Report, change: Change) -> dict[str, object]:
    return {
        "kind": change.kind.value,
        "a": _ends(change.a),
        "b": _ends(change.b),
        "a_text": change.a.of(report.a.text),
        "b_text": change.b.of(report.b.text),
        "alerts": [_alert(alert) for alert in change.alerts],
        "move": change.move,
        "ignored": change.ignored,
        "inner": [_change(report, inner) for inner in change.inner],
    }


def _alert(alert: Alert) -> dict[str, object]:
    return {
        "kind": alert.kind.value,
        "a": _ends(alert.a),
        "b": _ends(alert.b),
        "a_text": alert.a_text,
        "b_text": alert.b_text,
        "why": alert.why,
    }


def _ends(span: Span) -> list[int]:
    return [span.start, span.end]


# -- HTML -----------------------------------------------------------------------------------------------------------


def as_html(report: Report) -> str:
    from desktop.log.pages import html_page as pages

    return pages.page(
        "diff.html.jinja",
        report=report,
        names=[PurePath(side.id).name for side in (report.a, report.b)],  # a page is handed on; folders are private
        comparison=report.comparison,
        summary=summary(report),
        lines=list(lines(report)),
        reading=reading,
    ).decode()
