"""Quotes of versions for tests of grouping."""

from __future__ import annotations

from typing import Any

from desktop.domain import QuoteKind, Span
from desktop.text.grouping.statement_types import Occurrence


def said(
    text: str,
    *,
    speaker: str = "Ines Moreau",
    source: str = "one",
    at: int = 0,
    kind: QuoteKind = QuoteKind.DIRECT,
    **more: Any,
) -> Occurrence:
    return Occurrence(
        key=(source, at), source=source, span=Span(at, at + len(text)), text=text, speaker=speaker, kind=kind, **more
    )


def matrix_story() -> list[Occurrence]:
    return [
        said("We sent grain and two cranes to Egypt, and nobody thanked us for it", source="one"),
        said("We sent grain and two cranes to Egypt, and nobody thanked us for it.", source="two"),
        said("We sent grain and two cranes from Egypt, and nobody thanked us for it", source="three"),
        said("We sent grain and two cranes to Egypt", source="four", kind=QuoteKind.MIXED),
        said("We sent grain and two cranes to Egypt, and hardly anybody thanked the port for it", source="six"),
    ]
