"""Dates in words: one style for the whole window; a date that an article prints otherwise is shown by the tip."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from desktop.text.display import one_line
from desktop.translation import Text, tr

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain import Metadata

NOT_GIVEN = Text("date not given")


def day(when: date) -> str:
    """Return e.g. “8 Sep 2022”, with the month as the user's language writes it."""
    # For translators: day, month and year in the order of the language; d, MMM and yyyy stay as they are.
    return _written(when, tr("d MMM yyyy"))


def short_day(when: date) -> str:
    """Return e.g. “8 Sep”, where there is no room for the year."""
    return _written(when, tr("d MMM"))


def weekday(when: date) -> str:
    """Return e.g. “Thursday 8 September 2022”."""
    return _written(when, tr("dddd d MMMM yyyy"))


def _written(when: date, form: str) -> str:
    return QLocale().toString(QDate(when.year, when.month, when.day), form)


def moment(at: datetime) -> str:
    """Return day and time where the checker is, e.g. “8 Sep 2022, 14:05”; only the time if that is today."""
    here = at.astimezone()
    clock = f"{here:%H:%M}"
    if here.date() == here.now(here.tzinfo).date():
        return tr("today {time}", time=clock)
    return f"{day(here.date())}, {clock}"


def published(meta: Metadata) -> str:
    """Return the day of an article where it is known, else its date as printed, else that it has none."""
    if meta.published_on:
        return day(date.fromisoformat(meta.published_on))
    return one_line(meta.published) or str(NOT_GIVEN)


def as_printed(meta: Metadata) -> str:
    """Return what the tip says of the date: the words that the article prints."""
    printed = one_line(meta.published)
    return tr("printed: {date}", date=printed) if printed else str(NOT_GIVEN)


def dated(meta: Metadata) -> str:
    """Return the day of an article and, where that is not what it prints, its printed date."""
    computed, printed = published(meta), one_line(meta.published)
    return computed if printed in {"", computed} else tr("{day} (printed: {date})", day=computed, date=printed)
