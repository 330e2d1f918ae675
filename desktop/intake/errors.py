"""Errors of an import: why bytes cannot become a capture, each as one plain sentence; the limits of size."""

# ruff: noqa: N818 - these are words of the window: "empty", "too large"
from __future__ import annotations

from desktop.domain import VerbatimError
from desktop.translation import Sentence


class IntakeError(VerbatimError):
    """This input cannot become a capture; the others can."""


class Empty(IntakeError):
    """There is no text in it."""


class Binary(IntakeError):
    """It is not text."""


class TooLarge(IntakeError):
    """It is over the limit."""


class Unreadable(IntakeError):
    """The system does not give it: no permission, not there, not a file."""


class Stopped(Unreadable):
    """Its reader crashed, or passed a limit, and was ended with its process."""


class Unsupported(IntakeError):
    """It is of a known format that no importer reads."""


class Damaged(IntakeError):
    """It breaks off, or its structure is not that of its format."""


class Locked(IntakeError):
    """A password or an encryption protects it."""


LIMIT = 20_000_000  # bytes of text, as UTF-8
FILE_LIMIT = 200_000_000  # bytes of a file


def too_large(name: str, limit: int = LIMIT) -> TooLarge:
    """Give the error for what has more bytes than a limit."""
    return TooLarge(
        Sentence(
            "{name} has more than {limit} MB, the most that Verbatim reads. Please import the article alone.",
            name=name,
            limit=limit // 1_000_000,
        )
    )
