"""Dates printed in the head of an article, and the day each names: no year means no day.

The dates that sentences state, part by part, are read by text/facts/dates.py.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_MONTH_NAMES = (
    "january jan januar janvier enero ene",
    "february feb februar février fevrier febrero",
    "march mar märz maerz mrz mars marzo",
    "april apr avril avr abril abr",
    "may mai mayo",
    "june jun juni juin junio",
    "july jul juli juillet julio",
    "august aug août aout agosto ago",
    "september sept sep septembre septiembre",
    "october oct oktober okt octobre octubre",
    "november nov novembre noviembre",
    "december dec dezember dez décembre decembre diciembre dic",
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_WEEKDAY_NAMES = (
    "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun "
    "montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sa sonntag so "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes miércoles jueves viernes sábado domingo"
)
WEEKDAYS = frozenset(_WEEKDAY_NAMES.split())
_LABELS = (
    "published publication posted date first last updated update modified released on at am pm a.m p.m noon edt est "
    "cdt cst mdt mst pdt pst gmt utc bst cet cest ist jst kst aest aedt et pt hrs hours min read minutes minute "
    "veröffentlicht aktualisiert am um uhr stand publié le mis à jour modifié actualizado publicado el las z h "
    "originally"
)
_AROUND = frozenset(_LABELS.split())
_LATER = ("updat", "modif", "aktualis", "stand", "mis à jour", "actualiz")
_TIME = re.compile(r"\d{1,2}(?:[:.h]\d{2}){0,2}(?:am|pm|h|z)?|[+-]\d{1,4}|[ap]\.?m\.?")
_ISO_TIME = r"(?:T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?"
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DATE = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s(?:of\s|de\s)?(?P<m1>{_MONTH})"
    rf"(?:,?\s(?:de\s|del\s)?(?P<y1>\d{{4}}))?"
    rf"|(?P<m2>{_MONTH})\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d)(?:,?\s(?P<y2>\d{{4}}))?"
    rf"|(?P<y3>\d{{4}})-(?P<m3>\d{{2}})-(?P<d3>\d{{2}}){_ISO_TIME}"
    r"|(?P<d4>\d{1,2})\.\s?(?P<m4>\d{1,2})\.\s?(?P<y4>\d{4})"
    r"|(?P<x>\d{1,2})/(?P<z>\d{1,2})/(?P<y5>\d{4}))(?!\w)",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"[\s,;|·•()/–—:]+(?!\d)|[\s,;|·•()/–—]+")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed, where it stands in its string, and its ISO day where day, month and year are printed."""

    printed: str
    day: str
    start: int
    end: int


def find_dates(text: str) -> list[PrintedDate]:
    """Find the dates printed in one line."""
    return [PrintedDate(m.group(), _iso_day(m), m.start(), m.end()) for m in _DATE.finditer(text)]


def read_date_line(text: str) -> PrintedDate | None:
    """Read a line that is nothing but a date with its label and time; None for any other line.

    Where it only says when the article was updated, `printed` is empty: that is no date of publication.
    """
    dates = find_dates(text)
    if not dates or not _only_around("".join(_without(text, dates))):
        return None
    first = next((each for each in dates if not _is_later(text[: each.start])), None)
    if first is None:
        return PrintedDate("", "", 0, len(text))
    if len(dates) > 1:
        return first
    return PrintedDate(_without_label(text, first.start), first.day, 0, len(text))


def _without(text: str, dates: list[PrintedDate]) -> list[str]:
    starts = [0, *(each.end for each in dates)]
    ends = [*(each.start for each in dates), len(text)]
    return [text[start:end] + " " for start, end in zip(starts, ends, strict=True)]


def _only_around(rest: str) -> bool:
    words = (word.strip(".:-").lower() for word in _SEPARATORS.split(rest))
    return all(not word or word in _AROUND or word in WEEKDAYS or _TIME.fullmatch(word) for word in words)


def _is_later(before: str) -> bool:
    """Say whether the nearest label before a date is one of updating."""
    low = before.lower()
    later = max(low.rfind(label) for label in _LATER)
    return later >= 0 and later > max(low.rfind("publi"), low.rfind("posted"), low.rfind("veröff"))


def _without_label(text: str, date_start: int) -> str:
    """Cut "Published on:" and the like off the front; the weekday and the time before the date stay."""
    start = 0
    for found in re.finditer(r"[^\s,:|]+", text[:date_start]):
        word = found.group().lower().strip(".")
        if word in WEEKDAYS or _TIME.fullmatch(word):
            start = found.start()
            return text[start:]
        start = date_start
    return text[start:].strip(" ,|·")


def _iso_day(found: re.Match[str]) -> str:
    year = next((found[y] for y in ("y1", "y2", "y3", "y4", "y5") if found[y]), "")
    if not year:
        return ""
    day, month = _day_and_month(found)
    try:
        return dt.date(int(year), month, day).isoformat()
    except ValueError:
        return ""


def _day_and_month(found: re.Match[str]) -> tuple[int, int]:
    """Read day and month; 0, 0 where 3/4/2022 could be either."""
    if found["x"]:
        one, two = int(found["x"]), int(found["z"])
        if one > 12 or one == two:
            return one, two
        return (two, one) if two > 12 else (0, 0)
    name = found["m1"] or found["m2"]
    month = MONTHS[name.lower().rstrip(".")] if name else int(found["m3"] or found["m4"])
    return int(found["d1"] or found["d2"] or found["d3"] or found["d4"]), month
