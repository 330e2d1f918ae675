"""Kinds of difference between a quote and its source."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What was done to the words; the order of the members is from grave to light."""

    NOT_FOUND = "not-found"
    OTHER_SPEAKER = "other-speaker"
    ALTERED = "altered"
    JOINED = "joined"
    TRIMMED = "trimmed"
    BRACKET = "bracket"
    ELLIPSIS = "ellipsis"
    CLEANED = "cleaned"
    SPELLING = "spelling"
    VERBATIM = "verbatim"
