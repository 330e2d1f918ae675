"""Reasons and bases that a desk adds to those every desk has; a choice of the desk, brought together in a merge."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop.domain import Basis, OpenReason, Reason, value_type

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.desk.open_desk import Desk

REASONS, BASES = "reasons", "bases"  # keys of the desk's choices: lists of words
MOST = 40  # of each: these are short lists
_LONGEST = 60  # code points
_BUILT_IN = frozenset(str(one) for kind in (Reason, OpenReason, Basis) for one in kind)


@value_type
class OwnReasons:
    """Why a quote is disputed and what a verification rests on, beside the reasons and bases of every desk."""

    reasons: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()


def own_reasons(desk: Desk) -> OwnReasons:
    """Return what this desk adds; nothing where that cannot be read."""
    return OwnReasons(*(_read(desk.remembered(key)) for key in (REASONS, BASES)))


def set_own_reasons(desk: Desk, own: OwnReasons) -> None:
    """Keep what this desk adds from now on; marks made before keep what they say."""
    for key, words in ((REASONS, own.reasons), (BASES, own.bases)):
        desk.remember(key, json.dumps(tidied(words), ensure_ascii=False))


def tidied(words: Iterable[str]) -> list[str]:
    """Return each reason once, on one line, in order; those of every desk are there already."""
    lines = (" ".join(word.split())[:_LONGEST].rstrip() for word in words)
    return list(dict.fromkeys(line for line in lines if line and line not in _BUILT_IN))[:MOST]


def _read(value: str) -> tuple[str, ...]:
    try:
        words = json.loads(value or "[]")
    except ValueError:
        return ()
    return tuple(tidied(word for word in words if isinstance(word, str))) if isinstance(words, list) else ()
