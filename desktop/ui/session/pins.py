"""Pins: what the checker decided about passages of two versions, which belong together and which do not.

Stored in the desk for the two versions, whichever of them stands on which side.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop.domain import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.desk.open_desk import Desk
    from desktop.domain import Version
    from desktop.text.changes import Pin

    Pins = tuple[Pin, ...]


def key_of(a: Version, b: Version) -> str:
    """Return the key under which the desk keeps the pins of two versions; the same with the two swapped."""
    return "pins/" + "/".join(sorted((a.info.uid, b.info.uid)))


def _swapped(a: Version, b: Version) -> bool:
    return a.info.uid > b.info.uid


def pins_of(desk: Desk | None, a: Version | None, b: Version | None) -> Pins:
    """Return the pins of two versions as they stand now; what cannot be read is left out."""
    if desk is None or a is None or b is None:
        return ()
    return unpacked(desk.remembered(key_of(a, b)), swapped=_swapped(a, b))


def packed(pins: Sequence[Pin], a: Version, b: Version) -> str:
    """Return pins as the desk keeps them."""
    entries = []
    for pin in pins:
        one, other = (pin.b, pin.a) if _swapped(a, b) else (pin.a, pin.b)
        entries.append([one.start, one.end, other.start, other.end, pin.together])
    return json.dumps(entries)


def unpacked(text: str, *, swapped: bool) -> Pins:
    """Return what `packed` returned; `swapped` if A is now what B was."""
    try:
        rows = [(Span(int(s), int(e)), Span(int(t), int(f)), bool(on)) for s, e, t, f, on in json.loads(text or "[]")]
    except (ValueError, TypeError):
        return ()
    if not rows:
        return ()
    from desktop.text.changes import Pin

    return tuple(Pin(*((other, one) if swapped else (one, other)), together) for one, other, together in rows)


def joined(pins: Pins, a: Span, b: Span) -> Pins:
    """Return the pins once two passages are said to answer each other; each has one answer by hand at most."""
    from desktop.text.changes import Pin

    others = [pin for pin in pins if not _same(pin, a, b) and not (pin.together and (_on(pin.a, a) or _on(pin.b, b)))]
    return (*others, Pin(a, b))


def parted(pins: Pins, a: Span, b: Span) -> Pins:
    """Return the pins once two passages are said not to answer each other."""
    from desktop.text.changes import Pin

    return (*(pin for pin in pins if not _same(pin, a, b)), Pin(a, b, together=False))


def without(pins: Pins, side: str, passage: Span) -> Pins:
    """Return the pins without those of a passage."""
    return tuple(pin for pin in pins if not _on(pin.a if side == "a" else pin.b, passage))


def at(pins: Pins, side: str, passage: Span) -> Pins:
    """Return the pins of a passage."""
    return tuple(pin for pin in pins if _on(pin.a if side == "a" else pin.b, passage))


def _on(span: Span, passage: Span) -> bool:
    return span == passage or span.touches(passage)


def _same(pin: Pin, a: Span, b: Span) -> bool:
    return _on(pin.a, a) and _on(pin.b, b)
