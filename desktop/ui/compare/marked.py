"""How does a comparison read as plain text, and on paper?"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from desktop.text.changes import ChangeKind, Comparison
from desktop.ui.compare.pages import counted, inline_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.domain import Span, Version
    from desktop.ui.compare.page import Piece

_SIGNS = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}


class Run(NamedTuple):
    """Words that are the same, only in A ("gone") or only in B ("new")."""

    text: str
    what: str


def marked_text(pieces: Sequence[Piece | str], texts: Mapping[str, str], comparison: Comparison | None) -> str:
    """Return a text with signs around what changed: [-only in A-] and {+only in B+}."""
    return "".join(_SIGNS[run.what][0] + run.text + _SIGNS[run.what][1] for run in runs(pieces, texts, comparison))


def runs(pieces: Sequence[Piece | str], texts: Mapping[str, str], comparison: Comparison | None) -> Iterator[Run]:
    """Cut pieces where what changed begins and ends."""
    changed = {side: _changed(comparison, side) for side in texts}
    for piece in pieces:
        if isinstance(piece, str):
            yield Run(piece, "same")
        elif piece.gone:
            yield Run(piece.span.of(texts[piece.side]), "gone")
        else:
            yield from _cut(piece, texts[piece.side], changed[piece.side])


def _changed(comparison: Comparison | None, side: str) -> list[Span]:
    spans = []
    for change in comparison.changes if comparison is not None else ():
        span = change.a if side == "a" else change.b
        if len(span) and change.kind not in (ChangeKind.TYPOGRAPHY, ChangeKind.PARAGRAPH) and not change.ignored:
            spans.append(span)
    return sorted(spans)


def _cut(piece: Piece, text: str, changed: Sequence[Span]) -> Iterator[Run]:
    at = piece.span.start
    what = "gone" if piece.side == "a" else "new"
    for span in changed:
        start, end = max(span.start, at), min(span.end, piece.span.end)
        if start < end:
            if at < start:
                yield Run(text[at:start], "same")
            yield Run(text[start:end], what)
            at = end
    if at < piece.span.end:
        yield Run(text[at : piece.span.end], "same")


def _whole(a: Version, b: Version, comparison: Comparison | None) -> list[Piece | str]:
    """Return both texts woven into one, with nothing folded away."""
    page = inline_page(a, b, comparison, range(len(comparison.rows) if comparison is not None else 0))
    return page.cut((0, 0), (len(page.blocks) - 1, 0)) if page.blocks else []


def copied(
    pieces: Sequence[Piece | str], texts: Mapping[str, str], a: Version, b: Version, comparison: Comparison | None
) -> str:
    """Return what is selected, or everything if nothing is, with signs around what changed."""
    if pieces:
        return marked_text(pieces, texts, comparison)
    return marked_text(_whole(a, b, comparison), {"a": a.text, "b": b.text}, comparison)


_PAGE = """<html><head><meta charset="utf-8"><style>
body {{ font-family: serif; font-size: 11pt; color: #000; }}
h1 {{ font-size: 14pt; }} p.head {{ color: #444; font-size: 9pt; }}
.gone {{ color: #8a3800; text-decoration: line-through; }}
.new {{ color: #0b3d91; text-decoration: underline; font-weight: bold; }}
</style></head><body><h1>Comparison</h1>
<p class="head">A: {a}<br>B: {b}<br>{counts}<br>
Struck through: only in A. Underlined and bold: only in B.</p>{body}</body></html>"""


def printed(a: Version, b: Version, comparison: Comparison) -> str:
    """Return the comparison as one page of HTML; every word of the articles is escaped."""
    texts = {"a": a.text, "b": b.text}
    body = "".join(_html(run) for run in runs(_whole(a, b, comparison), texts, comparison))
    counts = f"{comparison.stats.alike:.0%} alike · {counted(comparison.stats.changes, 'change')}"
    return _PAGE.format(a=_named(a), b=_named(b), counts=counts, body=f"<p>{body}</p>")


def _html(run: Run) -> str:
    text = escape(run.text).replace("\n\n", "</p><p>").replace("\n", "<br>")
    return text if run.what == "same" else f'<span class="{run.what}">{escape(run.text)}</span>'


def _named(version: Version) -> str:
    meta = version.info.metadata
    parts = (meta.title or "Untitled", meta.outlet or "outlet not given", meta.published or "date not given",
             f"version {version.info.number}", f"SHA-256 {version.info.text_sha256}")  # fmt: skip
    return escape(" · ".join(parts))
