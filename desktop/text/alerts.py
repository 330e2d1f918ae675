"""Which changes matter to a fact-checker, and why?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.text.changes import Change


def with_alerts(changes: tuple[Change, ...], a: str, b: str) -> tuple[Change, ...]:
    """The changes with their alerts."""
    return changes
