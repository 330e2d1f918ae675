"""Signs and lines that say what the sources of a story print of a quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.desk.sources.source_check import KIND_WORDS, NOWHERE
from desktop.text.sources.kinds import Kind
from desktop.translation import tr

if TYPE_CHECKING:
    from desktop.desk.sources.source_check import InSources, SourcePlace

_SAME, _DIFFERS, _ALTERED, _NOWHERE, _PERHAPS = "=", "~", "!", "—", "≈"


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
        near = found.nearest.get(uid)
        if near is not None and near.match.recurs:
            return f"{_NOWHERE} {near.class_words} · {tr(near.source.details.kind)} {near.where}"
        return f"{_NOWHERE} {tr(KIND_WORDS[Kind.NOT_FOUND])}"
    return f"{sign_of(kind)} {place.class_words} · {tr(place.source.details.kind)} {place.where}"


def lines_of(found: InSources) -> dict[str, tuple[str, ...]]:
    """Return by uid the lines on the cards: what the sources print, and that evidence changed."""
    lines = {uid: (line,) for uid in found.searched if (line := line_of(found, uid))}
    return lines | {uid: (tr(flag), *lines.get(uid, ())) for uid, flag in found.changed.items()}


def filters_of(found: InSources) -> dict[str, tuple[str, ...]]:
    """Return by uid the English labels by which quotes can be listed: no source has them, their evidence changed."""
    missing = [uid for uid in found.searched if found.sources and uid not in found.places]
    labels: dict[str, tuple[str, ...]] = dict.fromkeys(missing, (NOWHERE,))
    return labels | {uid: (*labels.get(uid, ()), str(flag)) for uid, flag in found.changed.items()}


def heading_of(place: SourcePlace) -> str:
    """Return what stands above the words of a source: class, source, place, who says it there."""
    sign = sign_of(place.kind) if place.match.is_found else _NOWHERE if place.match.recurs else _PERHAPS
    parts = [f"{sign} {place.class_words}", place.source.title, place.where, place.match.speaker]
    return " · ".join(part for part in parts if part)
