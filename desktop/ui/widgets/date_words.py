"""Dates in words: one style for the whole window; a date that an article prints otherwise is shown by the tip."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from desktop.text.display import one_line

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain import Metadata

_DAY, _SHORT = "d MMM yyyy", "d MMM"
NOT_GIVEN = "date not given"


def day(when: date) -> str:
    """Return e.g. “8 Sep 2022”, with the month as the user's language writes it."""
    return QLocale().toString(QDate(when.year, when.month, when.day), _DAY)


def short_day(when: date) -> str:
    """Return e.g. “8 Sep”, where there is no room for the year."""
    return QLocale().toString(QDate(when.year, when.month, when.day), _SHORT)


def moment(at: datetime) -> str:
    """Return day and time where the checker is, e.g. “8 Sep 2022, 14:05”; only the time if that is today."""
    here = at.astimezone()
    clock = f"{here:%H:%M}"
    return f"today {clock}" if here.date() == here.now(here.tzinfo).date() else f"{day(here.date())}, {clock}"


def published(meta: Metadata) -> str:
    """Return the day of an article where it is known, else its date as printed, else that it has none."""
    if meta.published_on:
        return day(date.fromisoformat(meta.published_on))
    return one_line(meta.published) or NOT_GIVEN


def as_printed(meta: Metadata) -> str:
    """Return what the tip says of the date: the words that the article prints."""
    return f"printed: {one_line(meta.published)}" if one_line(meta.published) else NOT_GIVEN


def dated(meta: Metadata) -> str:
    """Return the day of an article and, where that is not what it prints, its printed date."""
    said, printed = published(meta), one_line(meta.published)
    return said if printed in {"", said} else f"{said} (printed: {printed})"
