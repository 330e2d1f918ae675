"""Draft: what a parser makes of an RTF file, before it is laid out as a text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from desktop.intake.rtf.code_pages import WESTERN
from desktop.intake.rtf.flow import Flow, Words


@dataclass(slots=True)
class Draft:
    """Flows of an RTF file, and what it states."""

    body: Flow = field(default_factory=Flow)
    notes: list[Flow] = field(default_factory=list)  # in the order of the file
    stated: dict[str, list[Words]] = field(default_factory=dict)  # by destination: "author", "title"
    unknown: dict[str, Words] = field(default_factory=dict)  # by destination
    reviewers: Words = field(default_factory=Words)  # the table of authors of changes: "Unknown;Ann Lee;"
    rest: Words = field(default_factory=Words)  # what stands behind the end of the file's outermost group
    encoding: str = WESTERN
    is_cut: bool = False  # a group is not closed

    def take(self, word: str) -> str:
        """Give what was stated last under a word and forget it; an empty string if nothing was."""
        stated = self.stated.pop(word, None)
        return stated[-1].text.strip() if stated else ""


def minute_of(packed: int) -> str:
    """Read the minute that RTF packs into a number, as "2026-01-02 03:04" in the writer's local time; "" if none."""
    minute, hour, day, month = packed & 63, packed >> 6 & 31, packed >> 11 & 31, packed >> 16 & 15
    try:
        when = datetime(1900 + (packed >> 20 & 511), month, day, hour, minute)  # noqa: DTZ001  it has no zone
    except ValueError:
        return ""
    return f"{when:%Y-%m-%d %H:%M}"
