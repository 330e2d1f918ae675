"""Errors of time stamps; the text of each is a sentence for the user."""

from __future__ import annotations

from desktop.domain import VerbatimError


class StampError(VerbatimError):
    """A time stamp that cannot be read, or does not prove what it should."""


class UntrustedError(StampError):
    """A time stamp that may be sound, by an authority whose certificate was not given."""
