"""Counts with their nouns: "1 article", "2,000 articles"."""

from __future__ import annotations


def amount(count: int, one: str, many: str = "") -> str:
    """Return a number with its noun; `many` where the plural is not the singular with an s."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"
