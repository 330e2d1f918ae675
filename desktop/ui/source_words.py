"""Signs and lines that say what the sources of a story print of a quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.desk.source_check import KIND_WORDS
from desktop.text.sources.kinds import Kind
from desktop.translation import tr

if TYPE_CHECKING:
    from desktop.desk.source_check import InSources, SourcePlace

_SAME, _DIFFERS, _ALTERED, _NOWHERE = "=", "~", "!", "—"


def sign_of(kind: Kind) -> str:
    """Return = for the words themselves, ~ for harmless differences, ! for what reads otherwise, — for nowhere."""
    if kind in {Kind.VERBATIM, Kind.SPELLING}:
        return _SAME
    if kind in {Kind.ALTERED, Kind.OTHER_SPEAKER}:
        return _ALTERED
    return _NOWHERE if kind is Kind.NOT_FOUND else _DIFFERS


def line_of(found: InSources, uid: str) -> str:
    """Return the line on the card of a quote; empty where nobody has looked, or where there is no source."""
    kind = found.kind_of(uid)
    if kind is None or not found.sources:
        return ""
    place = found.places.get(uid)
    if place is None:
        return f"{_NOWHERE} {tr(KIND_WORDS[Kind.NOT_FOUND])}"
    return f"{sign_of(kind)} {place.class_words} · {tr(place.source.details.kind)} {place.where}"


def heading_of(place: SourcePlace) -> str:
    """Return what stands above the words of a source: class, source, place, who says it there."""
    parts = [f"{sign_of(place.kind)} {place.class_words}", place.source.title, place.where, place.match.speaker]
    return " · ".join(part for part in parts if part)
