"""Dates printed in the head of an article, and the day each names: no year means no day.

The dates that sentences state, part by part, are read by text/facts/dates.py.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from desktop.domain import value_type
from desktop.lazy_pattern import lazy_pattern

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
    "monday mon montag mo lundi lunes",
    "tuesday tue tues dienstag di mardi martes",
    "wednesday wed mittwoch mi mercredi miércoles",
    "thursday thu thur thurs donnerstag do jeudi jueves",
    "friday fri freitag fr vendredi viernes",
    "saturday sat samstag sa samedi sábado",
    "sunday sun sonntag so dimanche domingo",
)
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAY_NAMES) for name in names.split()}  # Monday is 0
_WORDS = lazy_pattern(r"[^\W\d_]+")
_LABELS = (
    "published publication posted date first last updated update modified released on at am pm a.m p.m noon edt est "
    "cdt cst mdt mst pdt pst akdt akst hst ast adt et ct mt pt gmt utc wet west bst cet cest eet eest msk sast "
    "pkt ist hkt sgt jst kst awst acst acdt aest aedt nzst nzdt hrs hours min read minutes minute "
    "veröffentlicht aktualisiert am um uhr stand publié le mis à jour modifié actualizado publicado el las z h "
    "originally time standard daylight summer winter coordinated universal central eastern western pacific mountain "
    "european"
)
_AROUND = frozenset(_LABELS.split())
_LATER = ("updat", "modif", "aktualis", "stand", "mis à jour", "actualiz")
_ZONE = r"[+\-−]\d{1,2}:?(?:\d\d)?"
_TIME = lazy_pattern(
    rf"\d{{1,2}}(?:[:.h]\d{{2}}){{0,2}}(?:am|pm|h|z)?|(?:[01]\d|2[0-3])[0-5]\d(?:h|hrs|z)?|{_ZONE}|(?:utc|gmt){_ZONE}"
    r"|[ap]\.?m\.?"
)
_ISO_TIME = r"(?:T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?"
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DATE = lazy_pattern(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s(?:of\s|de\s)?(?P<m1>{_MONTH})"
    rf"(?:,?\s(?:de\s|del\s)?(?P<y1>\d{{4}}))?"
    rf"|(?P<m2>{_MONTH})\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d)(?:,?\s(?P<y2>\d{{4}}))?"
    rf"|(?P<y3>\d{{4}})(?P<s3>[-/])(?P<m3>\d{{2}})(?P=s3)(?P<d3>\d{{2}}){_ISO_TIME}"
    r"|(?P<d4>\d{1,2})\.\s?(?P<m4>\d{1,2})\.\s?(?P<y4>\d{4})"
    r"|(?P<x>\d{1,2})(?P<s5>[-/])(?P<z>\d{1,2})(?P=s5)(?P<y5>\d{4}))(?!\w)",
    re.IGNORECASE,
)
_DIGIT = lazy_pattern(r"\d")
_SEPARATORS = lazy_pattern(r"[\s,;|·•()/–—:]+(?!\d)|[\s,;|·•()/–—]+")


@value_type
class PrintedDate:
    """A date as printed, where it stands in its string, and its ISO day where day, month and year are printed.

    Where a line of numbers names two days, `day` is empty and `readings` has both: day first, then month first.
    """

    printed: str
    day: str
    start: int
    end: int
    readings: tuple[str, ...] = ()


def find_dates(text: str) -> list[PrintedDate]:
    """Find the dates printed in one line."""
    if not _DIGIT.search(text):
        return []
    return [_printed_date(found, text) for found in _DATE.finditer(text)]


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
    return replace(first, printed=_without_label(text, first.start), start=0, end=len(text))


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


def _printed_date(found: re.Match[str], text: str) -> PrintedDate:
    days = [day for day in dict.fromkeys(_days(found)) if day is not None]
    if len(days) > 1:  # the weekday beside it tells which
        named = {WEEKDAYS[word] for word in _WORDS.findall(text.lower()) if word in WEEKDAYS}
        days = [day for day in days if day.weekday() in named] or days
    sure = days[0].isoformat() if len(days) == 1 else ""
    readings = tuple(day.isoformat() for day in days) if len(days) > 1 else ()
    return PrintedDate(found.group(), sure, found.start(), found.end(), readings)


def _days(found: re.Match[str]) -> list[dt.date | None]:
    """Give the days that a date can be: none without a year, two where day and month can change places."""
    year = next((found[y] for y in ("y1", "y2", "y3", "y4", "y5") if found[y]), "")
    if not year:
        return []
    day, month = _day_and_month(found)
    return [_day(year, month, day), *([_day(year, day, month)] if found["x"] else [])]


def _day(year: str, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(int(year), month, day)
    except ValueError:
        return None


def _day_and_month(found: re.Match[str]) -> tuple[int, int]:
    """Read day and month; of numbers alone the first as the day."""
    if found["x"]:
        return int(found["x"]), int(found["z"])
    name = found["m1"] or found["m2"]
    month = MONTHS[name.lower().rstrip(".")] if name else int(found["m3"] or found["m4"])
    return int(found["d1"] or found["d2"] or found["d3"] or found["d4"]), month
