"""Limits on the size of a text and of a file, and the sentences that say them."""

from __future__ import annotations

from desktop.intake.errors import TooLarge
from desktop.translation import Sentence

LIMIT = 20_000_000  # bytes of text, as UTF-8
FILE_LIMIT = 200_000_000  # bytes of a file


def too_large(name: str, size: int) -> TooLarge:
    """Give the error for a text of so many bytes."""
    return TooLarge(
        Sentence(
            "{name} has {size} MB; Verbatim reads texts of up to {limit} MB. Please import the article alone.",
            name=name,
            size=f"{size / 1e6:,.1f}",
            limit=LIMIT // 1_000_000,
        )
    )


def file_too_large(name: str, size: int) -> TooLarge:
    """Give the error for a file of so many bytes."""
    return TooLarge(
        Sentence(
            "{name} has {size} MB; Verbatim reads files of up to {limit} MB.",
            name=name,
            size=f"{size / 1e6:,.0f}",
            limit=FILE_LIMIT // 1_000_000,
        )
    )
