"""Errors of an import: why bytes cannot become a capture, each as one plain sentence that names the input."""

# ruff: noqa: N818 - these are words of the window: "empty", "too large"

from __future__ import annotations

from desktop.domain import VerbatimError


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
