"""Raised figures of a PDF: numbers of notes, or part of what they stand at, as in 5 km², 10⁶ and 10³⁰ Uhr."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.intake.characters.superscripts import RAISED
from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain import Span

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
